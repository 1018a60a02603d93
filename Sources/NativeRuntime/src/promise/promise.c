/// Promise objects: their states, reactions, and resolution (ECMA-262 27.2.1).
#include "object/object.h"
#include "promise.h"
#include "rt_async_context.h"

#define NATIVE_PARAMETERS                                                                                              \
  (__attribute__((unused)) rt_function * callee, __attribute__((unused)) rt_value this_value,                         \
   __attribute__((unused)) uint32_t argc, __attribute__((unused)) const rt_value *argv)

const rt_class rt_promise_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_promise),
    .prototype_builtin = RT_BUILTIN_PROMISE_PROTOTYPE + 1,
    .name = "Promise",
};

rt_promise *rt__promise_new(void) {
  static rt_shape *shape RT_ROOTED_UNUSED;
  if (!shape) shape = rt__shape_root(&rt_promise_class, 0);
  // OPTIMIZATION: rt__allocate, of which only the usual way is here. No safepoint, as the callers are in the middle of
  // something.
  rt_free_run *run = &rt_free_runs[RT_CELL_WORDS][(sizeof(rt_promise) - 1) / RT_GRANULE];
  rt_promise *promise = (rt_promise *)(void *)run->cursor;
  if (RT_LIKELY(run->cursor != run->end)) run->cursor += (sizeof *promise + RT_GRANULE - 1) & ~(size_t)(RT_GRANULE - 1);
  else promise = rt__allocate(sizeof *promise, RT_CELL_WORDS);
  promise->object.shape = shape;
  promise->result = RT_UNDEFINED;
  return promise;
}

// Reactions.

/// NewPromiseReactionJob (27.2.2.1): calls the handler and settles the derived promise.
static void run_reaction(rt_object *target, int32_t is_rejection, rt_value argument) {
  const rt_reaction *reaction = (const rt_reaction *)(const void *)target;
  RT_ROOT_POINTER(target);
  rt_value handler = is_rejection ? reaction->on_rejected : reaction->on_fulfilled;
  rt_value result = argument;
  if (handler != RT_UNDEFINED) {
    result = rt__call_js(handler, RT_UNDEFINED, 1, &argument);
    is_rejection = result == RT_EXCEPTION;
    if (is_rejection) result = rt__take_pending();
  }
  rt_value derived = reaction->derived;
  if (derived == RT_UNDEFINED) return;
  RT_ROOT(result);
  if (rt_is_promise(derived)) {
    if (is_rejection)
      rt__promise_reject(rt_as_promise(derived), result);
    else
      rt__promise_resolve_js(rt_as_promise(derived), result);
    return;
  }
  const rt_capability *capability = (const rt_capability *)(uintptr_t)derived;
  int32_t status = is_rejection ? rt__capability_reject_js(capability, result)
                                : rt__capability_resolve_js(capability, result);
  // HostEnqueuePromiseJob's callers ignore what the capability's functions throw.
  if (status != 0) rt__take_pending();
}

/// TriggerPromiseReactions (27.2.1.8) for one reaction.
static void trigger(rt_reaction *reaction, int32_t is_rejection, rt_value argument) {
  if (reaction->resume)
    rt__enqueue_job(reaction->target, reaction->resume, is_rejection, argument);
  else
    rt__enqueue_job((rt_object *)(void *)reaction, run_reaction, is_rejection, argument);
}

static void settle(rt_promise *promise, enum rt_promise_state state, rt_value result) {
  rt_reaction *last = promise->reactions;
  promise->result = result;
  promise->reactions = NULL;
  promise->state = (uint8_t)state;
  if (!last) return;
  for (rt_reaction *reaction = last->next;; reaction = reaction->next) {
    trigger(reaction, state == RT_PROMISE_REJECTED, result);
    if (reaction == last) return;
  }
}

void rt__promise_fulfill(rt_promise *promise, rt_value value) { settle(promise, RT_PROMISE_FULFILLED, value); }

void rt__promise_reject(rt_promise *promise, rt_value reason) {
  settle(promise, RT_PROMISE_REJECTED, reason);
  if (!promise->is_handled) rt__track_rejection(promise);
}

static rt_reaction *new_reaction(void) { return rt__allocate_zeroed(sizeof(rt_reaction), RT_CELL_WORDS); }

static void add_reaction(rt_promise *promise, rt_reaction *reaction) {
  if (RT_UNLIKELY(rt_async_hooks != NULL)) {
    // One with handlers becomes one that runs itself in the context of `then`.
    if (!reaction->resume) {
      reaction->resume = run_reaction;
      reaction->target = (rt_object *)(void *)reaction;
    }
    rt_async_hooks->bind_job(&reaction->target, &reaction->resume);
  }
  rt_reaction *last = promise->reactions;
  reaction->next = last ? last->next : reaction;
  if (last) last->next = reaction;
  promise->reactions = reaction;
}

void rt__promise_await(rt_promise *promise, rt_object *target, rt_resume resume) {
  if (RT_UNLIKELY(promise->is_told)) rt__track_late_handler(promise);
  promise->is_handled = 1;
  if (promise->state != RT_PROMISE_PENDING) {
    rt__enqueue_job(target, resume, promise->state == RT_PROMISE_REJECTED, promise->result);
    return;
  }
  rt_reaction *reaction = new_reaction();
  reaction->resume = resume;
  reaction->target = target;
  add_reaction(promise, reaction);
}

void rt__perform_then(rt_promise *promise, rt_value on_fulfilled, rt_value on_rejected, rt_value derived) {
  if (RT_UNLIKELY(promise->is_told)) rt__track_late_handler(promise);
  promise->is_handled = 1;
  rt_reaction *reaction = new_reaction();
  reaction->on_fulfilled = on_fulfilled;
  reaction->on_rejected = on_rejected;
  reaction->derived = derived;
  if (promise->state == RT_PROMISE_PENDING)
    add_reaction(promise, reaction);
  else
    trigger(reaction, promise->state == RT_PROMISE_REJECTED, promise->result);
}

// Resolution.

/// What NewPromiseResolveThenableJob (27.2.2.2) needs.
typedef struct thenable_job {
  rt_promise *promise;
  rt_value thenable;
  rt_value then;
} thenable_job;

/// Settles a promise as the one it was resolved with.
static void follow(rt_object *target, int32_t is_rejection, rt_value value) {
  rt_promise *promise = (rt_promise *)(void *)target;
  if (is_rejection)
    rt__promise_reject(promise, value);
  else
    rt__promise_resolve_js(promise, value);
}

/// NewPromiseResolveThenableJob (27.2.2.2), step 1.
static void run_thenable(rt_object *target, int32_t is_rejection, rt_value value) {
  (void)is_rejection, (void)value;
  const thenable_job *job = (const thenable_job *)(const void *)target;
  RT_ROOT_POINTER(target);
  // OPTIMIZATION: of a promise whose `then` is the built-in one, nobody sees the functions nor the derived promise.
  if (rt_is_promise(job->thenable) && rt__is_builtin_then(job->then) &&
      rt__promise_is_pristine(rt_as_promise(job->thenable))) {
    rt__promise_await(rt_as_promise(job->thenable), &job->promise->object, follow);
    return;
  }
  rt_value functions[2];
  rt__resolving_functions(job->promise, &functions[0], &functions[1]);
  RT_ROOT(functions[1]);
  if (rt__call_js(job->then, job->thenable, 2, functions) != RT_EXCEPTION) return;
  rt_value reason = rt__take_pending();
  if (rt__call_js(functions[1], RT_UNDEFINED, 1, &reason) == RT_EXCEPTION) rt__take_pending();
}

int32_t rt__promise_resolve_js(rt_promise *promise, rt_value resolution) {
  if (!rt_is_object(resolution)) {
    rt__promise_fulfill(promise, resolution);
    return 0;
  }
  RT_ROOT_POINTER(promise);
  RT_ROOT(resolution);
  if (rt_as_object(resolution) == &promise->object) {
    rt__throw_type_error("Chaining cycle detected for promise #<Promise>");
    rt__promise_reject(promise, rt__take_pending());
    return 0;
  }
  rt_value then = rt__get_then_js(resolution);
  if (then == RT_EXCEPTION) {
    rt__promise_reject(promise, rt__take_pending());
  } else if (!rt_is_function(then)) {
    rt__promise_fulfill(promise, resolution);
  } else {
    thenable_job *job = rt__allocate(sizeof *job, RT_CELL_WORDS);
    *job = (thenable_job){.promise = promise, .thenable = resolution, .then = then};
    rt__enqueue_job((rt_object *)(void *)job, run_thenable, 0, RT_UNDEFINED);
  }
  return 0;
}

/// The captures of a pair of resolving functions: the promise, and a cell that holds [[AlreadyResolved]].
enum { CAPTURE_PROMISE, CAPTURE_ALREADY_RESOLVED };

/// Whether this is the pair's first call.
static bool take_turn(const rt_function *callee) {
  uint64_t *already_resolved = (uint64_t *)(uintptr_t)callee->captures[CAPTURE_ALREADY_RESOLVED];
  if (*already_resolved) return false;
  *already_resolved = 1;
  return true;
}

/// Promise Resolve Functions (27.2.1.3.2).
static rt_value resolve_function NATIVE_PARAMETERS {
  RT_SAFEPOINT();
  if (take_turn(callee)) rt__promise_resolve_js(rt_as_promise(callee->captures[CAPTURE_PROMISE]), rt_argument(argc, argv, 0));
  return RT_UNDEFINED;
}

/// Promise Reject Functions (27.2.1.3.1).
static rt_value reject_function NATIVE_PARAMETERS {
  RT_SAFEPOINT();
  if (take_turn(callee)) rt__promise_reject(rt_as_promise(callee->captures[CAPTURE_PROMISE]), rt_argument(argc, argv, 0));
  return RT_UNDEFINED;
}

void rt__resolving_functions(rt_promise *promise, rt_value *resolve, rt_value *reject) {
  uint64_t *already_resolved = rt__allocate_zeroed(RT_GRANULE, RT_CELL_LEAF);
  rt_value captures[2] = {rt_from_object(promise), (rt_value)(uintptr_t)already_resolved};
  *resolve = rt_from_object(rt__function_new_with(resolve_function, RT_ATOM(empty), 1, 2, captures));
  *reject = rt_from_object(rt__function_new_with(reject_function, RT_ATOM(empty), 1, 2, captures));
}
