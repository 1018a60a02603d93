/// Changes of files for `fs.watch` (https://nodejs.org/api/fs.html#fswatchfilename-options-listener). One descriptor of the
/// system tells of all; the facade knows whose each is.
#include "builtin/native.h"
#include "rt_async_context.h"
#include "rt_loop.h"
#include "rt_prim_file_events.h"

int64_t rt_file_events_watch(rt_string *path, rt_value function);
int32_t rt_file_events_forget(int32_t watch);
int32_t rt_file_events_reference(int32_t change);

static rt_value listener RT_ROOTED_UNUSED;

static void tell_js(const rt_prim_file_change *change) {
  rt_value name = RT_UNDEFINED;
  if (change->name) name = rt_from_string(rt__string_from_utf8((const uint8_t *)change->name, strlen(change->name)));
  rt_value arguments[] = {rt_from_double(change->watch), change->is_change ? RT_TRUE : RT_FALSE, name};
  if (rt__loop_call_js(listener, RT_UNDEFINED, 3, arguments)) rt__loop_end_callback_js();
}

static void ready_js(rt_watcher *watcher, uint32_t readiness) {
  (void)readiness;
  _Alignas(8) uint8_t buffer[4096];
  for (int64_t count; (count = rt_prim_file_events_read(watcher->fd, buffer, sizeof buffer)) > 0;) {
    for (int64_t at = 0; at < count;) {
      rt_prim_file_change change;
      at += (int64_t)rt_prim_file_event(buffer + at, &change);
      tell_js(&change);
    }
  }
}

static rt_watcher watcher = {.fd = -1, .ready_js = ready_js};

/// Watches a path: its number, or the negated errno. The function gets the number, whether content or attributes changed
/// rather than names, and the name in a folder.
int64_t rt_file_events_watch(rt_string *path, rt_value function) {
  RT_SAFEPOINT();
  listener = rt__bind_context(function);
  if (watcher.fd < 0) {
    int fd = rt_prim_file_events_open();
    if (fd < 0) return (uint32_t)fd;
    rt__loop_start();
    watcher.fd = fd;
    rt__watch(&watcher, RT_READABLE);
  }
  return (uint32_t)rt_prim_file_events_add(watcher.fd, rt__utf8_cstring(path));
}

int32_t rt_file_events_forget(int32_t watch) {
  rt_prim_file_events_remove(watcher.fd, watch);
  return 0;
}

/// Adds to the references of the loop.
int32_t rt_file_events_reference(int32_t change) {
  rt__loop_reference(change);
  return 0;
}
