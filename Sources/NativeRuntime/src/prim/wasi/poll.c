/// Waiting on WASI: poll_oneoff over the descriptors that are watched and a clock. There are no threads and no signals.
#include "rt_loop.h"
#include "wasi.h"

enum { WATCHED_MAX = 1024 };

/// What is waited for.
static struct {
  int fd;
  uint32_t events;
  void *context;
} watched[WATCHED_MAX];
static uint32_t watched_count;
static bool is_interrupted;

int rt_prim_poll_change(int fd, uint32_t before, uint32_t events, void *context) {
  (void)before;
  uint32_t i = 0;
  while (i < watched_count && watched[i].fd != fd) i++;
  if (i == WATCHED_MAX) return -RT_ENOMEM;
  if (events == 0) {
    if (i < watched_count) watched[i] = watched[--watched_count];
    return 0;
  }
  if (i == watched_count) watched_count++;
  watched[i].fd = fd;
  watched[i].events = events;
  watched[i].context = context;
  return 0;
}

uint32_t rt_prim_poll(rt_prim_ready *ready, uint32_t capacity, int64_t milliseconds) {
  static __wasi_subscription_t subscriptions[2 * WATCHED_MAX + 1];
  static __wasi_event_t events[2 * WATCHED_MAX + 1];
  __wasi_size_t count = 0, happened = 0;
  uint32_t result = 0;
  if (is_interrupted && capacity > 0) {
    is_interrupted = false;
    ready[result++] = (rt_prim_ready){.events = RT_READABLE};
  }
  if (result > 0) milliseconds = 0;
  for (uint32_t i = 0; i < watched_count; i++) {
    for (uint32_t event = RT_READABLE; event <= RT_WRITABLE; event <<= 1) {
      if (!(watched[i].events & event)) continue;
      subscriptions[count++] = (__wasi_subscription_t){
          .userdata = i,
          .u = {.tag = event == RT_READABLE ? __WASI_EVENTTYPE_FD_READ : __WASI_EVENTTYPE_FD_WRITE,
                .u = {.fd_read = {.file_descriptor = watched[i].fd}}},
      };
    }
  }
  if (milliseconds >= 0)
    subscriptions[count++] = (__wasi_subscription_t){
        .userdata = WATCHED_MAX,
        .u = {.tag = __WASI_EVENTTYPE_CLOCK,
              .u = {.clock = {.id = __WASI_CLOCKID_MONOTONIC, .timeout = (uint64_t)milliseconds * 1000000}}},
    };
  if (count == 0 || (watched_count == 0 && milliseconds == 0)) return result;
  if (__wasi_poll_oneoff(subscriptions, events, count, &happened) != 0) return result;
  for (uint32_t i = 0; i < happened && result < capacity; i++) {
    if (events[i].userdata == WATCHED_MAX) continue;
    uint32_t what = events[i].type == __WASI_EVENTTYPE_FD_READ ? RT_READABLE : RT_WRITABLE;
    ready[result++] = (rt_prim_ready){watched[events[i].userdata].context, what};
  }
  return result;
}

int rt_prim_poll_start(void) { return 0; }

void rt_prim_poll_interrupt(void) { is_interrupted = true; }

int rt_prim_signal_watch(int signal, bool is_watched) {
  (void)signal, (void)is_watched;
  return -RT_ENOSYS;
}

int rt_prim_signal_next(int fd) {
  (void)fd;
  return 0;
}

bool rt_prim_thread_start(void (*run)(void), bool in_background) {
  (void)run, (void)in_background;
  return false;
}

void rt_prim_wait(uint32_t *word, uint32_t value, uint64_t nanoseconds) { (void)word, (void)value, (void)nanoseconds; }
void rt_prim_wake(uint32_t *word) { (void)word; }
