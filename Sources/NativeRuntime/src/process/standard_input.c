/// Standard input and terminals for `process.stdin` (https://nodejs.org/api/process.html#processstdin).
#include "builtin/native.h"
#include "rt_loop.h"
#include "rt_prim.h"

int32_t rt_stdin_watch(rt_value function);
int64_t rt_terminal_set_raw(int32_t fd, bool is_raw);
int32_t rt_terminal_rows(int32_t fd);

static rt_value listener RT_ROOTED_UNUSED;

static void ready_js(rt_watcher *watcher, uint32_t readiness) {
  (void)watcher, (void)readiness;
  if (rt_is_function(listener) && rt__loop_call_js(listener, RT_UNDEFINED, 0, NULL)) rt__loop_end_callback_js();
}

static rt_watcher watcher = {.fd = 0, .ready_js = ready_js};

/// Calls a function whenever there is something to be read, which keeps the program going; undefined: no longer.
int32_t rt_stdin_watch(rt_value function) {
  RT_SAFEPOINT();
  bool was = rt_is_function(listener), is = rt_is_function(function);
  listener = function;
  if (was != is) rt__loop_reference(is ? 1 : -1);
  rt__watch(&watcher, is ? RT_READABLE : 0);
  return 0;
}

/// Whether a terminal gives each key at once, unchanged and without showing it: 0 or the negated errno.
int64_t rt_terminal_set_raw(int32_t fd, bool is_raw) { return (uint32_t)rt_prim_terminal_set_raw(fd, is_raw); }

/// The height of a terminal, 0 if unknown.
int32_t rt_terminal_rows(int32_t fd) { return (int32_t)rt_prim_terminal_rows(fd); }
