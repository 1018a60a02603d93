/// Clocks and randomness on Linux.
#include "rt_prim.h"

#include <errno.h>
#include <sys/random.h>
#include <time.h>

static int64_t nanoseconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

uint64_t rt_prim_monotonic_time(void) { return (uint64_t)nanoseconds(CLOCK_MONOTONIC); }
uint64_t rt_prim_coarse_time(void) { return (uint64_t)nanoseconds(CLOCK_MONOTONIC_COARSE) / 1000000; }

void rt_prim_sleep(uint64_t duration) {
  struct timespec left = {.tv_sec = (time_t)(duration / 1000000000), .tv_nsec = (long)(duration % 1000000000)};
  while (nanosleep(&left, &left) != 0 && errno == EINTR) continue;
}

int64_t rt_prim_wall_time(void) { return nanoseconds(CLOCK_REALTIME); }

int rt_prim_random(void *bytes, size_t size) {
  char *p = bytes;
  while (size > 0) {
    ssize_t n = getrandom(p, size, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return -errno;
    p += n;
    size -= (size_t)n;
  }
  return 0;
}
