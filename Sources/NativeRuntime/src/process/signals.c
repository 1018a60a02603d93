/// Signals as events of `process` (https://nodejs.org/api/process.html#signal-events). They do not keep the loop going.
#include "builtin/native.h"
#include "rt_async_context.h"
#include "rt_loop.h"
#include "rt_prim.h"

int64_t rt_process_watch_signal(int32_t signal, rt_value function);

/// Signals that nobody can listen to.
enum { KILL = 9, STOP = 19 };

static rt_value listener RT_ROOTED_UNUSED;

static void ready_js(rt_watcher *watcher, uint32_t readiness) {
  (void)readiness;
  for (int signal; (signal = rt_prim_signal_next(watcher->fd)) != 0;) {
    rt_value argument = rt_from_double(signal);
    if (rt__loop_call_js(listener, RT_UNDEFINED, 1, &argument)) rt__loop_end_callback_js();
  }
}

static rt_watcher watcher = {.fd = -1, .ready_js = ready_js};

/// Calls a function when a signal arrives; undefined: no longer. 0 or the negated errno.
int64_t rt_process_watch_signal(int32_t signal, rt_value function) {
  RT_SAFEPOINT();
  // The system would leave them out without a word.
  if (signal == KILL || signal == STOP) return (uint32_t)-RT_EINVAL;
  if (rt_is_function(function)) listener = rt__bind_context(function);
  int fd = rt_prim_signal_watch(signal, rt_is_function(function));
  if (fd < 0) return (uint32_t)fd;
  watcher.fd = fd;
  rt__watch(&watcher, RT_READABLE);
  return 0;
}
