/// What the files of prim/wasi share.
#pragma once

#include "rt_prim.h"

#include <wasi/api.h>

/// A negated rt_errno from a WASI error number; 0 from success.
int rt__from_wasi_error(__wasi_errno_t error);
/// Zeroed memory for the whole run, before the arena is reserved.
void *rt__wasi_take_memory(size_t size);

/// A path as WASI wants it: a directory that the host opened, and the way from there.
typedef struct wasi_path {
  int fd;
  const char *relative;
} wasi_path;

enum { WASI_PATH_MAX = 4096, NAME_LENGTH_MAX = 1024 };
/// Resolves a path; 0 or a negated error. `buffer` gets the relative part.
int rt__wasi_resolve(const char *path, char buffer[WASI_PATH_MAX], wasi_path *result);
