/// There are no child processes on WASI.
#include "rt_prim_child.h"

int64_t rt_prim_child_start(const rt_prim_child_options *options, int *watch) {
  (void)options;
  (void)watch;
  return -RT_ENOSYS;
}

bool rt_prim_child_status(int64_t process, int *status, int *signal) {
  (void)process;
  *status = *signal = 0;
  return true;
}

int rt_prim_child_pipe(int descriptors[2]) {
  (void)descriptors;
  return -RT_ENOSYS;
}

void rt_prim_child_wait_for(rt_prim_child_wait *wait, rt_prim_child_channel *channels, uint32_t count) {
  (void)wait;
  (void)channels;
  (void)count;
}
