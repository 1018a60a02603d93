/// The poll phase: watchers of descriptors.
#include "loop.h"
#include "rt_prim.h"

enum { READY_MAX = 256 };

/// Watchers whose wishes the system does not know yet, in the order in which they were told: what is ready already is
/// then called in that order.
static rt_watcher *changed RT_ROOTED_UNUSED;
static rt_watcher *last_changed RT_ROOTED_UNUSED;
/// Watchers that the system refused, linked like the changed ones: they are ready now and tried again later.
static rt_watcher *refused RT_ROOTED_UNUSED;
/// What is ready and not called yet.
static rt_prim_ready ready[READY_MAX];
static uint32_t ready_first, ready_count;

void (*rt__loop_interrupted_js)(void);

/// Tells the system all changes at once; most connections change back and forth between two polls.
static void prepare(void) {
  while (changed) {
    rt_watcher *watcher = changed;
    changed = watcher->next_changed;
    if (watcher->wanted == watcher->armed) {
      watcher->next_changed = NULL;
      watcher->is_changed = 0;
      continue;
    }
    int error = rt_prim_poll_change(watcher->fd, watcher->armed, watcher->wanted, watcher);
    // Files, and what cannot be watched, are always ready: reading or writing tells.
    watcher->next_changed = error == 0 ? NULL : refused;
    watcher->is_changed = error != 0;
    if (error == 0) watcher->armed = watcher->wanted;
    else refused = watcher;
  }
}

static void call_refused_js(void) {
  rt_watcher *watcher = refused;
  refused = NULL;
  while (watcher) {
    rt_watcher *next = watcher->next_changed;
    RT_ROOT_POINTER(next);
    watcher->next_changed = NULL;
    watcher->is_changed = 0;
    if (watcher->wanted != 0) {
      rt__watch(watcher, watcher->wanted);
      watcher->ready_js(watcher, watcher->wanted);
    }
    watcher = next;
  }
}

static void poll_js(int64_t milliseconds) {
  ready_count = rt_prim_poll(ready, READY_MAX, refused ? 0 : milliseconds);
  bool is_interrupted = false;
  uint32_t late_count = 0;
  for (ready_first = 0; ready_first < ready_count;) {
    rt_prim_ready one = ready[ready_first++];
    rt_watcher *watcher = one.context;
    if (!watcher) is_interrupted |= one.events != 0;
    else if (watcher->is_late) ready[late_count++] = one;
    else watcher->ready_js(watcher, one.events);
  }
  ready_count = late_count;
  for (ready_first = 0; ready_first < ready_count;) {
    rt_prim_ready one = ready[ready_first++];
    if (one.context) ((rt_watcher *)one.context)->ready_js(one.context, one.events);
  }
  ready_count = 0;
  if (refused) call_refused_js();
  if (is_interrupted && rt__loop_interrupted_js) rt__loop_interrupted_js();
}

int rt__loop_poll(void) {
  rt_loop_phases.prepare = prepare;
  rt_loop_phases.poll_js = poll_js;
  rt__loop_start();
  return rt_prim_poll_start();
}

void rt__watch(rt_watcher *watcher, uint32_t wanted) {
  (void)rt__loop_poll();
  watcher->wanted = (uint8_t)wanted;
  if (wanted == 0) {
    // Its descriptor may be closed now: the system forgets it at once, and so do we.
    if (watcher->armed) (void)rt_prim_poll_change(watcher->fd, watcher->armed, 0, watcher);
    watcher->armed = 0;
    for (uint32_t i = 0; i < ready_count; i++)
      if (ready[i].context == watcher) ready[i] = (rt_prim_ready){0};
    return;
  }
  if (watcher->is_changed) return;
  watcher->is_changed = 1;
  if (changed) last_changed->next_changed = watcher;
  else changed = watcher;
  last_changed = watcher;
}
