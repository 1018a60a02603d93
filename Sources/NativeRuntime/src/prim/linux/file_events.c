/// Changes of files by inotify.
#include "rt_prim_file_events.h"

#include <errno.h>
#include <sys/inotify.h>
#include <unistd.h>

int rt_prim_file_events_open(void) {
  int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  return fd < 0 ? -errno : fd;
}

int rt_prim_file_events_add(int fd, const char *path) {
  int watch = inotify_add_watch(
      fd, path, IN_ATTRIB | IN_CREATE | IN_MODIFY | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_MOVED_FROM | IN_MOVED_TO);
  return watch < 0 ? -errno : watch;
}

void rt_prim_file_events_remove(int fd, int watch) { (void)inotify_rm_watch(fd, watch); }

int64_t rt_prim_file_events_read(int fd, void *buffer, size_t size) {
  ssize_t count;
  do count = read(fd, buffer, size);
  while (count < 0 && errno == EINTR);
  return count < 0 ? -errno : count;
}

size_t rt_prim_file_event(const void *buffer, rt_prim_file_change *change) {
  const struct inotify_event *event = buffer;
  change->watch = event->wd;
  change->is_change = (event->mask & ~(uint32_t)(IN_ATTRIB | IN_MODIFY)) == 0;
  change->name = event->len ? event->name : NULL;
  return sizeof *event + event->len;
}
