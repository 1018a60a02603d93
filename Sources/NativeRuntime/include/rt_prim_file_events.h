/// What the system tells of files that change: part of the operating system's layer (rt_prim.h). Errors are negated errnos.
#pragma once

#include "rt_prim.h"

/// One change.
typedef struct rt_prim_file_change {
  int watch;
  bool is_change;   ///< of content or attributes; otherwise something came, went or got another name
  const char *name; ///< in a watched folder; NULL: the watched file itself
} rt_prim_file_change;

/// A descriptor that is readable when something has changed.
int rt_prim_file_events_open(void);
/// Watches a path; the same number for a file that is watched already.
int rt_prim_file_events_add(int fd, const char *path);
void rt_prim_file_events_remove(int fd, int watch);
/// Reads whole changes into a buffer: how many bytes, -RT_EAGAIN if there are none.
int64_t rt_prim_file_events_read(int fd, void *buffer, size_t size);
/// The change at the start of what was read, and its size.
size_t rt_prim_file_event(const void *buffer, rt_prim_file_change *change);
