/// The end of a program as `process` sees it: the exit code, and the function that runs the listeners of `exit`.
#include "library.h"
#include "rt_inline.h"
#include "rt_io.h"
#include "rt_prim.h"

void rt_process_set_exit_code(int32_t code);
void rt_process_set_exit_listener(rt_value function);
double rt_process_uptime(void);

static RT_ROOTED_UNUSED rt_value listener = RT_UNDEFINED;

/// Calls the listener with the status so far; it gives the status to end with. It runs once.
static int32_t run_listener(int32_t status) {
  rt_value function = listener;
  rt_end_listener = NULL;
  rt_value argument = rt_from_double(status);
  rt_value result = rt_call(function, RT_UNDEFINED, 1, &argument);
  if (result == RT_EXCEPTION) {
    rt__stdout_flush();
    rt__report_uncaught(rt__take_pending());
    status = 1;
  } else if (rt_is_number(result)) {
    status = (int32_t)(int64_t)rt_double(result);
  }
  // The hooks of the exit may have run before.
  rt__stdout_flush();
  return status;
}

/// What `process.exitCode` was set to.
void rt_process_set_exit_code(int32_t code) { rt_exit_code = code; }

/// The function that runs the program's listeners.
void rt_process_set_exit_listener(rt_value function) {
  listener = function;
  rt_end_listener = run_listener;
}

/// Seconds since the program started.
double rt_process_uptime(void) { return (double)(rt_prim_monotonic_time() - rt_start_time) / 1e9; }
