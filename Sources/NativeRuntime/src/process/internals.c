/// What `process` does for Node's own modules: its channel.
#include "library.h"
#include "rt_abi.h"
#include "rt_array.h"
#include "rt_io.h"
#include "rt_object.h"
#include "rt_prim.h"
#include "rt_realm.h"

rt_value rt_process_open_channel(rt_string *event);

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
