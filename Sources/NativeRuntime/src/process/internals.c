/// What `process` does for Node's own modules: its channel, its queue, and another program in its place.
#include "library.h"
#include "rt_abi.h"
#include "rt_array.h"
#include "rt_io.h"
#include "rt_object.h"
#include "rt_prim.h"
#include "rt_realm.h"

rt_value rt_process_open_channel(rt_string *event);
void rt_process_run_jobs(void);
int32_t rt_process_execute(rt_string *path, rt_value arguments, rt_value environment);

/// Opens the channel to the parent, if there is one and the event comes from it, by reading `process.send`. Programs that name
/// no member of the channel do not contain what is behind that.
rt_value rt_process_open_channel(rt_string *event) {
  RT_SAFEPOINT();
  if (!rt_prim_getenv("NODE_CHANNEL_FD")) return RT_UNDEFINED;
  event = rt__intern(event);
  if (event != rt__intern_ascii("message") && event != rt__intern_ascii("disconnect")) return RT_UNDEFINED;
  rt_value send = rt__get_value_js(rt_from_object(rt__builtin(RT_BUILTIN_PROCESS)), rt__intern_ascii("send"));
  if (send != RT_UNDEFINED) return send;
  return rt__throw_error(RT_ERROR, "The channel to the parent is not in this program, as it names neither process.send nor "
                                   "process.disconnect");
}

/// The queue of process.nextTick and the microtasks.
void rt_process_run_jobs(void) {
  RT_SAFEPOINT();
  if (rt_job_runner) rt_job_runner(false);
}

/// Runs another program in this one's place; the negated errno if that fails.
int32_t rt_process_execute(rt_string *path, rt_value arguments, rt_value environment) {
  RT_SAFEPOINT();
  rt__stdout_flush();
  const char **list = rt__utf8_cstrings(rt_as_array(arguments)), **variables = rt__utf8_cstrings(rt_as_array(environment));
  return rt_prim_execute(rt__utf8_cstring(path), list, variables);
}
