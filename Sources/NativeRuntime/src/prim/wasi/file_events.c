/// Preview 1 does not tell of changes of files.
#include "rt_prim_file_events.h"

int rt_prim_file_events_open(void) { return -RT_ENOSYS; }

int rt_prim_file_events_add(int fd, const char *path) {
  (void)fd, (void)path;
  return -RT_ENOSYS;
}

void rt_prim_file_events_remove(int fd, int watch) { (void)fd, (void)watch; }

int64_t rt_prim_file_events_read(int fd, void *buffer, size_t size) {
  (void)fd, (void)buffer, (void)size;
  return -RT_ENOSYS;
}

size_t rt_prim_file_event(const void *buffer, rt_prim_file_change *change) {
  (void)buffer, (void)change;
  return 0;
}
