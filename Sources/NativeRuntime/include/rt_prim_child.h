/// Child processes, as the runtime sees them: part of the operating system's layer (rt_prim.h). Where there are none, all
/// functions give -RT_ENOSYS.
#pragma once

#include "rt_prim.h"

/// What a child's descriptor is instead of one of ours.
enum { RT_PRIM_CHILD_NULL = -1, RT_PRIM_CHILD_CLOSED = -2 };

/// How a child is started. Texts are terminated, lists by NULL.
typedef struct rt_prim_child_options {
  const char *file;         ///< looked for in PATH of the child's environment unless it has a slash
  const char **arguments;
  const char **environment; ///< NULL: ours
  const char *folder;       ///< NULL: ours
  const int *descriptors;   ///< what the child's are from 0 on: ours, or as the enumeration says
  uint32_t descriptor_count;
  int64_t user, group;      ///< -1: ours
  bool is_detached;         ///< leads a session of its own
} rt_prim_child_options;

/// Starts a child: the number of its process, or an error, of starting the program too. `*watch` gets a descriptor that is
/// readable when it has ended.
int64_t rt_prim_child_start(const rt_prim_child_options *options, int *watch);
/// Whether a child has ended, which is forgotten then: its status, or the signal that ended it (otherwise 0).
bool rt_prim_child_status(int64_t process, int *status, int *signal);
/// Two descriptors that are connected, each way; the first does not block. 0 or an error.
int rt_prim_child_pipe(int descriptors[2]);

/// A connection to a child while the program waits for it.
typedef struct rt_prim_child_channel {
  int fd;               ///< ours, which is closed; -1: none
  const uint8_t *input; ///< what is written before the direction is ended
  size_t input_size;
  uint8_t *output;      ///< what was read; memory of rt_prim_buffer
  size_t output_size, output_capacity;
} rt_prim_child_channel;

/// How long to wait for a child, and what came of it.
typedef struct rt_prim_child_wait {
  int64_t process;
  int watch;             ///< closed in the end
  uint64_t milliseconds; ///< 0: without limit
  double output_limit;   ///< bytes of all channels together
  int kill_signal;       ///< what a child gets that takes too long or says too much
  int status, signal;    ///< as of rt_prim_child_status
  int error;             ///< 0, -RT_ETIMEDOUT, -RT_ENOBUFS, or that of killing it
  int channel_error;     ///< 0, or that of the first channel that failed
} rt_prim_child_wait;

/// Writes and reads what the channels want until they are closed and the child has ended.
void rt_prim_child_wait_for(rt_prim_child_wait *wait, rt_prim_child_channel *channels, uint32_t count);
