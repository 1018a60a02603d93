/// Terminals on WASI, which has none that programs could change.
#include "rt_prim.h"

uint32_t rt_prim_terminal_rows(int fd) {
  (void)fd;
  return 0;
}

int rt_prim_terminal_set_raw(int fd, bool is_raw) {
  (void)fd, (void)is_raw;
  return -RT_ENOSYS;
}
