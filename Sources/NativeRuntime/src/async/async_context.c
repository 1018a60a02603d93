/// The scopes of `async_hooks`, and the intrinsics of its facade.
#include "builtin/native.h"
#include "rt_async_context.h"
#include "rt_abi.h"
#include "rt_array.h"

void rt_async_use(void);
rt_value rt_async_frame(void);
void rt_async_set_frame(rt_value frame);
rt_value rt_async_scope(void);
void rt_async_enter(rt_value scope);
double rt_async_new_id(void);

/// The parts of a scope.
enum { SCOPE_FRAME, SCOPE_ID, SCOPE_TRIGGER, SCOPE_RESOURCE, SCOPE_SIZE };

/// The frame that is current, which need not be that of the scope, and the scope; undefined: that of the loop.
static rt_value current_frame RT_ROOTED_UNUSED = RT_UNDEFINED;
static rt_value current_scope RT_ROOTED_UNUSED = RT_UNDEFINED;

/// The number of what was made last. Node has used the first ones before a program begins.
static double last_id = 1;

static rt_value new_scope(rt_value frame, double id, double trigger) {
  rt_array *scope = rt__array_new(SCOPE_SIZE);
  (void)rt__array_push(scope, frame);
  (void)rt__array_push(scope, rt_from_double(id));
  (void)rt__array_push(scope, rt_from_double(trigger));
  (void)rt__array_push(scope, RT_UNDEFINED);
  return rt_from_object(scope);
}

static double id_of(rt_value scope) { return rt_is_object(scope) ? rt_double(rt_as_array(scope)->elements[SCOPE_ID]) : 0; }

static rt_value capture(void) { return new_scope(current_frame, ++last_id, id_of(current_scope)); }

static rt_value arrive(rt_value scope) { return new_scope(RT_UNDEFINED, ++last_id, id_of(scope)); }

static void enter(rt_value scope) {
  current_scope = rt_is_object(scope) ? scope : RT_UNDEFINED;
  current_frame = rt_is_object(scope) ? rt_as_array(scope)->elements[SCOPE_FRAME] : RT_UNDEFINED;
}

/// The captures of a function that calls another one in a scope.
enum { CAPTURE_FUNCTION, CAPTURE_SCOPE };

/// What calls a callback with itself as the receiver, as timers do, is its resource. The scope of one that throws stays, so
/// that the listeners of uncaught exceptions see it.
static rt_value call_bound NATIVE_PARAMETERS {
  rt_value scope = callee->captures[CAPTURE_SCOPE];
  if (rt_is_object(this_value)) rt_as_array(scope)->elements[SCOPE_RESOURCE] = this_value;
  rt_value outer_frame = current_frame, outer_scope = current_scope;
  RT_ROOT(outer_frame);
  RT_ROOT(outer_scope);
  enter(scope);
  rt_value result = rt__call_js(callee->captures[CAPTURE_FUNCTION], this_value, argc, argv);
  if (result == RT_EXCEPTION) return RT_EXCEPTION;
  current_frame = outer_frame;
  current_scope = outer_scope;
  return result;
}

static rt_value bind(rt_value function) {
  rt_value captures[2] = {function, capture()};
  return rt_from_object(rt__function_new_with(call_bound, RT_ATOM(empty), 0, 2, captures));
}

/// What a job with a scope runs.
typedef struct scoped_job {
  rt_object *target;
  rt_resume run;
  rt_value scope;
} scoped_job;

static void run_scoped(rt_object *target, int32_t is_rejection, rt_value value) {
  const scoped_job *job = (const scoped_job *)(const void *)target;
  enter(job->scope);
  job->run(job->target, is_rejection, value);
}

/// Jobs have a frame, but no number: Node gives promises none unless somebody follows them.
static void bind_job(rt_object **target, rt_resume *run) {
  if (*run == run_scoped) return;
  scoped_job *job = rt__allocate(sizeof *job, RT_CELL_WORDS);
  *job = (scoped_job){.target = *target, .run = *run, .scope = new_scope(current_frame, 0, 0)};
  *target = (rt_object *)(void *)job;
  *run = run_scoped;
}

static const rt_async_functions hooks = {.capture = capture, .arrive = arrive, .bind = bind, .bind_job = bind_job, .enter = enter};

/// From now on the program has contexts. Behind each callback the loop's is entered, which the jobs' runner sees to.
void rt_async_use(void) {
  if (rt_async_hooks) return;
  rt_async_hooks = &hooks;
  rt_job_runner = rt__run_jobs;
  if (rt__is_script()) current_scope = new_scope(current_frame, 1, 0);
}

rt_value rt_async_frame(void) { return current_frame; }
void rt_async_set_frame(rt_value frame) { current_frame = frame; }
rt_value rt_async_scope(void) { return current_scope; }
void rt_async_enter(rt_value scope) { enter(scope); }
double rt_async_new_id(void) { return ++last_id; }
