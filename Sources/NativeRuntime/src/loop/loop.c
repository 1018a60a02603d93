/// The event loop: its phases in Node's order.
#include "loop.h"

#include "library.h"
#include "rt_io.h"
#include "rt_prim.h"

rt_phases rt_loop_phases;
void (*rt__loop_output_failed_js)(int error);

/// What keeps the loop going.
static int32_t references;

void rt__loop_reference(int32_t change) { references += change; }

bool rt__loop_is_alive(void) { return references > 0; }

uint64_t rt__loop_now(void) { return rt_prim_monotonic_time() / 1000000; }

void rt__loop_end_callback_js(void) {
  if (rt_job_runner) rt_job_runner(false);
}

bool rt__loop_call_js(rt_value function, rt_value this_value, uint32_t argc, const rt_value *argv) {
  RT_ROOT(function);
  RT_ROOT(this_value);
  if (rt__call_js(function, this_value, argc, argv) != RT_EXCEPTION) return true;
  rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
  return false;
}

/// How long polling may wait: until the next timer, but not at all if something else is to be done.
static int64_t poll_timeout(void) {
  if (rt_loop_phases.run_here && rt_loop_phases.run_here()) {
    rt_prim_poll_interrupt();
    return 0;
  }
  if (references == 0 || (rt_loop_phases.has_pending && rt_loop_phases.has_pending())) return 0;
  if (rt_loop_phases.has_immediates && rt_loop_phases.has_immediates()) return 0;
  return rt_loop_phases.timeout ? rt_loop_phases.timeout() : -1;
}

/// Throws what a stream without listeners says.
static void throw_broken_pipe_js(void) {
  (void)rt__throw_error(RT_ERROR, "write EPIPE");
  rt_value error = rt__take_pending();
  rt_object *object = rt_as_object(error);
  (void)rt__create_data_property(object, rt__intern_ascii("errno"), rt_from_double(-RT_EPIPE));
  (void)rt__create_data_property(object, rt__intern_ascii("code"), rt_from_string(rt__intern_ascii("EPIPE")));
  (void)rt__create_data_property(object, rt__intern_ascii("syscall"), rt_from_string(rt__intern_ascii("write")));
  rt__show_properties_of_errors();
  rt__uncaught_js(error, RT_UNCAUGHT_EXCEPTION);
}

/// Shows what was printed to whoever reads it, before the program waits or ends. The first failure is told to programs that
/// use the stream; the console ignores the failures of one tick, but not those of a later one.
static void flush_output_js(void) {
  static uint32_t failures;
  rt__stdout_flush();
  int error = rt__stdout_error();
  if (error == 0 || failures == 2) return;
  failures++;
  if (rt__loop_output_failed_js) {
    failures = 2;
    rt__loop_output_failed_js(error);
  } else if (error == -RT_EPIPE) {
    if (failures == 1) rt__stdout_forget_error();
    else throw_broken_pipe_js();
  }
}

/// Waits where nothing can become ready but a timer.
static void sleep_until_timer(int64_t milliseconds) {
  if (milliseconds > 0) rt_prim_sleep((uint64_t)milliseconds * 1000000);
}

/// Runs until nothing is referenced. Like libuv's, the loop looks at its timers before the first round, and then behind
/// all other phases.
static void run_js(void) {
  const rt_phases *phases = &rt_loop_phases;
  if (references > 0 && phases->timers_js) phases->timers_js();
  while (references > 0) {
    int64_t timeout = poll_timeout();
    if (phases->pending_js) phases->pending_js();
    if (phases->prepare) phases->prepare();
    if (timeout != 0) flush_output_js();
    (phases->poll_js ? phases->poll_js : sleep_until_timer)(timeout == 0 ? 0 : poll_timeout());
    if (phases->pending_js) phases->pending_js();
    if (phases->check_js) phases->check_js();
    if (phases->close_js) phases->close_js();
    if (phases->timers_js) phases->timers_js();
  }
  flush_output_js();
}

void rt__loop_start(void) { rt_event_loop = run_js; }
