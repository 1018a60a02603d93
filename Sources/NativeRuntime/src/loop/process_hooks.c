/// The events that `process` emits by itself: prelude/process-events.ts gives the functions to call for them.
#include "builtin/native.h"
#include "loop.h"
#include "rt_inline.h"
#include "rt_io.h"
#include "rt_prim.h"
#include "rt_promise.h"

void rt_process_set_exit_code(int32_t code);
void rt_process_set_exit_listener(rt_value function);
void rt_process_set_before_exit_listener(rt_value function);
void rt_process_set_uncaught_listener(rt_value function);
void rt_process_set_rejection_listener(rt_value function);
void rt_process_set_warning_listener(rt_value function);
void rt_set_output_failure(rt_value function);
double rt_process_uptime(void);
double rt_process_time_origin(void);
double rt_performance_now(void);

static RT_ROOTED_UNUSED rt_value exit_listener, before_exit_listener, uncaught_listener, rejection_listener,
    warning_listener, output_listener;

/// Calls the listener with the status so far; it gives the status to end with. It runs once.
static int32_t run_exit_listener(int32_t status, bool is_over) {
  rt_end_listener = NULL;
  rt_is_exiting = true;
  rt_value argument = rt_from_double(status);
  rt_value result = rt__call_js(exit_listener, RT_UNDEFINED, 1, &argument);
  if (result == RT_EXCEPTION) {
    rt__stdout_flush();
    rt__report_uncaught(rt__take_pending());
    status = 1;
  } else if (rt_is_number(result)) {
    status = (int32_t)(int64_t)rt_double(result);
    // Where the program ends by itself, the listeners' microtasks run, and may change the status.
    rt_exit_code = status;
    if (is_over && rt_job_runner) rt_job_runner(true);
    if (is_over) status = rt_exit_code;
  }
  // The hooks of the exit may have run before.
  rt__stdout_flush();
  return status;
}

/// What `process.exitCode` was set to.
void rt_process_set_exit_code(int32_t code) { rt_exit_code = code; }

/// The function that runs the program's listeners of `exit`.
void rt_process_set_exit_listener(rt_value function) {
  exit_listener = function;
  rt_end_listener = run_exit_listener;
}

/// Emits `beforeExit` as a callback of the loop.
static bool run_before_exit_listener(void) {
  if (rt__loop_call_js(before_exit_listener, RT_UNDEFINED, 0, NULL)) rt__loop_end_callback_js();
  return rt__loop_is_alive();
}

void rt_process_set_before_exit_listener(rt_value function) {
  before_exit_listener = function;
  rt_before_exit = run_before_exit_listener;
}

static rt_value do_nothing NATIVE_PARAMETERS { return RT_UNDEFINED; }

/// Shows an exception to the listeners; the ticks that it left are run by the next callback, so that there must be one.
static bool run_uncaught_listener(rt_value exception, enum rt_uncaught_origin origin) {
  RT_ROOT(exception);
  rt_value arguments[2] = {exception, rt_from_double(origin)};
  rt_value result = rt__call_js(uncaught_listener, RT_UNDEFINED, 2, arguments);
  if (result == RT_EXCEPTION) {
    // Node gives up with another status if a listener throws.
    rt__stdout_flush();
    rt__report_uncaught(rt__take_pending());
    rt__exit(rt_end_listener ? rt_end_listener(7, false) : 7);
  }
  if (!rt_to_boolean(result)) return false;
  rt__set_immediate(rt_from_object(rt__function_new(do_nothing, NULL, RT_ATOM(empty), 0)), NULL);
  return true;
}

/// The function that shows uncaught exceptions to the program; true if it handled it.
void rt_process_set_uncaught_listener(rt_value function) {
  uncaught_listener = function;
  rt_uncaught_listener = run_uncaught_listener;
}

static bool run_rejection_listener(rt_promise *promise, bool is_late) {
  rt_value arguments[3] = {promise->result, rt_from_object(promise), rt_from_bool(is_late)};
  rt_value result = rt__call_js(rejection_listener, RT_UNDEFINED, 3, arguments);
  if (result == RT_EXCEPTION) {
    rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
    return true;
  }
  return rt_to_boolean(result);
}

/// The function that shows rejections to the program; true if there are listeners.
void rt_process_set_rejection_listener(rt_value function) {
  rejection_listener = function;
  rt_rejection_listener = run_rejection_listener;
}

static void run_warning_listener(rt_string *name, rt_string *message) {
  rt_value arguments[2] = {rt_from_string(message), rt_from_string(name)};
  if (rt__call_js(warning_listener, RT_UNDEFINED, 2, arguments) == RT_EXCEPTION) rt__take_pending();
}

/// process.emitWarning, for the runtime's own warnings.
void rt_process_set_warning_listener(rt_value function) {
  warning_listener = function;
  rt_warning_listener = run_warning_listener;
}

static void run_output_listener(int error) {
  rt_value argument = rt_from_double(error);
  if (rt__loop_call_js(output_listener, RT_UNDEFINED, 1, &argument)) rt__loop_end_callback_js();
}

/// The function that is told if what process.stdout.write has buffered cannot be written.
void rt_set_output_failure(rt_value function) {
  output_listener = function;
  rt__loop_output_failed_js = run_output_listener;
  rt__loop_start();
}

/// Seconds since the program started.
double rt_process_uptime(void) { return (double)(rt_prim_monotonic_time() - rt_start_time) / 1e9; }

/// `performance.now()` where nothing else of `performance` is used: milliseconds since the program started.
double rt_performance_now(void) { return rt_process_uptime() * 1000; }

/// When the program started, in milliseconds since 1970; the same value each time.
double rt_process_time_origin(void) {
  static double origin;
  if (origin == 0)
    origin = (double)(rt_prim_wall_time() - (int64_t)(rt_prim_monotonic_time() - rt_start_time)) / 1e6;
  return origin;
}
