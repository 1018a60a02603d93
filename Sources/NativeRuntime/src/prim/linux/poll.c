/// Waiting for descriptors and signals on Linux: epoll, eventfd, signalfd.
#define _GNU_SOURCE
#include "rt_loop.h"
#include "rt_prim.h"

#include <errno.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

static int epoll = -1;
/// Readable when another thread wants polling to return.
static int interruption = -1;
/// The interruption of a program that has no descriptors left for these two.
static bool is_interrupted;

int rt_prim_poll_start(void) {
  if (epoll >= 0) return 0;
  int set = epoll_create1(EPOLL_CLOEXEC);
  if (set < 0) return -errno;
  interruption = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (interruption < 0 || epoll_ctl(set, EPOLL_CTL_ADD, interruption, &(struct epoll_event){.events = EPOLLIN}) != 0) {
    int error = errno;
    if (interruption >= 0) close(interruption);
    interruption = -1;
    close(set);
    return -error;
  }
  epoll = set;
  return 0;
}

int rt_prim_poll_change(int fd, uint32_t before, uint32_t events, void *context) {
  int error = rt_prim_poll_start();
  if (error < 0) return error;
  struct epoll_event event = {
      .events = (events & RT_READABLE ? EPOLLIN | EPOLLRDHUP : 0u) | (events & RT_WRITABLE ? EPOLLOUT : 0u),
      .data.ptr = context,
  };
  int operation = before == 0 ? EPOLL_CTL_ADD : events == 0 ? EPOLL_CTL_DEL : EPOLL_CTL_MOD;
  return epoll_ctl(epoll, operation, fd, &event) == 0 ? 0 : -errno;
}

uint32_t rt_prim_poll(rt_prim_ready *ready, uint32_t capacity, int64_t milliseconds) {
  enum { CHUNK = 256 };
  struct epoll_event events[CHUNK];
  if (is_interrupted) {
    is_interrupted = false;
    ready[0] = (rt_prim_ready){.events = RT_READABLE};
    return 1;
  }
  if (rt_prim_poll_start() < 0) {
    // Sooner or later a descriptor is closed.
    enum { PAUSE = 10 };
    rt_prim_sleep((uint64_t)(milliseconds < 0 || milliseconds > PAUSE ? PAUSE : milliseconds) * 1000000);
    return 0;
  }
  int limit = capacity < CHUNK ? (int)capacity : CHUNK;
  int count = epoll_wait(epoll, events, limit, milliseconds > INT32_MAX ? INT32_MAX : (int)milliseconds);
  for (int i = 0; i < count; i++) {
    uint32_t set = events[i].events;
    ready[i].context = events[i].data.ptr;
    ready[i].events = (set & (EPOLLIN | EPOLLHUP | EPOLLRDHUP | EPOLLERR) ? RT_READABLE : 0u) |
                      (set & (EPOLLOUT | EPOLLHUP | EPOLLERR) ? RT_WRITABLE : 0u) | (set & EPOLLERR ? RT_READY_ERROR : 0u);
    uint64_t number;
    if (!ready[i].context && read(interruption, &number, sizeof number) < 0) continue;
  }
  return count < 0 ? 0 : (uint32_t)count;
}

void rt_prim_poll_interrupt(void) {
  if (interruption < 0) {
    is_interrupted = true;
    return;
  }
  uint64_t one = 1;
  while (write(interruption, &one, sizeof one) < 0 && errno == EINTR) continue;
}

int rt_prim_signal_watch(int signal, bool is_watched) {
  static int fd = -1;
  static sigset_t watched;
  if (fd < 0) sigemptyset(&watched);
  sigset_t one;
  sigemptyset(&one);
  if (sigaddset(&one, signal) != 0) return -errno;
  if (is_watched) sigaddset(&watched, signal);
  else sigdelset(&watched, signal);
  if (sigprocmask(is_watched ? SIG_BLOCK : SIG_UNBLOCK, &one, NULL) != 0) return -errno;
  fd = signalfd(fd, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
  return fd < 0 ? -errno : fd;
}

int rt_prim_signal_next(int fd) {
  struct signalfd_siginfo info;
  return read(fd, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}
