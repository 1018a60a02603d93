/// Files on WASI preview 1.
#include "wasi.h"

/// Resolves `path` into `at` or returns the error from the calling function.
#define RESOLVE(path)                                                                                                  \
  char buffer[WASI_PATH_MAX];                                                                                          \
  wasi_path at;                                                                                                        \
  int unresolved = rt__wasi_resolve(path, buffer, &at);                                                                \
  if (unresolved) return unresolved

int rt_prim_open(const char *path, int flags, int mode) {
  (void)mode;
  RESOLVE(path);
  __wasi_rights_t read = __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_READDIR;
  __wasi_rights_t write = __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_DATASYNC | __WASI_RIGHTS_FD_SYNC |
                          __WASI_RIGHTS_FD_ALLOCATE | __WASI_RIGHTS_FD_FILESTAT_SET_SIZE;
  __wasi_rights_t rights =
      __WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL | __WASI_RIGHTS_FD_FILESTAT_GET | __WASI_RIGHTS_POLL_FD_READWRITE;
  int access = flags & 3;
  if (access != RT_O_WRONLY) rights |= read;
  if (access != RT_O_RDONLY) rights |= write;
  __wasi_oflags_t open_flags =
      (__wasi_oflags_t)((flags & RT_O_CREAT ? __WASI_OFLAGS_CREAT : 0) | (flags & RT_O_EXCL ? __WASI_OFLAGS_EXCL : 0) |
                        (flags & RT_O_TRUNC ? __WASI_OFLAGS_TRUNC : 0) |
                        (flags & RT_O_DIRECTORY ? __WASI_OFLAGS_DIRECTORY : 0));
  __wasi_fdflags_t fd_flags = (__wasi_fdflags_t)((flags & RT_O_APPEND ? __WASI_FDFLAGS_APPEND : 0) |
                                                 ((flags & RT_O_SYNC) == RT_O_SYNC ? __WASI_FDFLAGS_SYNC : 0));
  __wasi_fd_t fd;
  __wasi_errno_t error = __wasi_path_open(at.fd, flags & RT_O_NOFOLLOW ? 0 : __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW,
                                          at.relative, open_flags, rights, ~(__wasi_rights_t)0 & rights, fd_flags, &fd);
  return error ? rt__from_wasi_error(error) : fd;
}

int rt_prim_close(int fd) { return rt__from_wasi_error(__wasi_fd_close(fd)); }

int64_t rt_prim_read(int fd, void *bytes, size_t size) {
  __wasi_iovec_t vector = {bytes, size};
  __wasi_size_t count;
  __wasi_errno_t error;
  do error = __wasi_fd_read(fd, &vector, 1, &count);
  while (error == __WASI_ERRNO_INTR);
  return error ? rt__from_wasi_error(error) : (int64_t)count;
}

int64_t rt_prim_write(int fd, const void *bytes, size_t size) {
  __wasi_ciovec_t vector = {bytes, size};
  __wasi_size_t count;
  __wasi_errno_t error;
  do error = __wasi_fd_write(fd, &vector, 1, &count);
  while (error == __WASI_ERRNO_INTR);
  return error ? rt__from_wasi_error(error) : (int64_t)count;
}

int64_t rt_prim_pread(int fd, void *bytes, size_t size, uint64_t offset) {
  __wasi_iovec_t vector = {bytes, size};
  __wasi_size_t count;
  __wasi_errno_t error = __wasi_fd_pread(fd, &vector, 1, offset, &count);
  return error ? rt__from_wasi_error(error) : (int64_t)count;
}

int64_t rt_prim_pwrite(int fd, const void *bytes, size_t size, uint64_t offset) {
  __wasi_ciovec_t vector = {bytes, size};
  __wasi_size_t count;
  __wasi_errno_t error = __wasi_fd_pwrite(fd, &vector, 1, offset, &count);
  return error ? rt__from_wasi_error(error) : (int64_t)count;
}

/// Waits until a descriptor can be written to.
static void wait_for_write(int fd) {
  __wasi_subscription_t subscription = {.u = {.tag = __WASI_EVENTTYPE_FD_WRITE, .u.fd_write.file_descriptor = fd}};
  __wasi_event_t event;
  __wasi_size_t count;
  if (__wasi_poll_oneoff(&subscription, &event, 1, &count) != 0) return;
}

int rt_prim_write_all(int fd, const void *bytes, size_t size) {
  const char *p = bytes;
  while (size > 0) {
    int64_t n = rt_prim_write(fd, p, size);
    if (n == -RT_EAGAIN) {
      wait_for_write(fd);
      continue;
    }
    if (n < 0) return (int)n;
    p += n;
    size -= (size_t)n;
  }
  return 0;
}

static uint64_t mode_of(__wasi_filetype_t type) {
  switch (type) {
  case __WASI_FILETYPE_DIRECTORY: return RT_S_IFDIR | 0755;
  case __WASI_FILETYPE_SYMBOLIC_LINK: return RT_S_IFLNK | 0777;
  case __WASI_FILETYPE_REGULAR_FILE: return RT_S_IFREG | 0644;
  case __WASI_FILETYPE_CHARACTER_DEVICE: return RT_S_IFCHR | 0620;
  case __WASI_FILETYPE_BLOCK_DEVICE: return RT_S_IFBLK | 0660;
  case __WASI_FILETYPE_SOCKET_STREAM:
  case __WASI_FILETYPE_SOCKET_DGRAM: return RT_S_IFSOCK | 0755;
  default: return 0;
  }
}

static void convert_stat(const __wasi_filestat_t *s, rt_prim_stat_data *data) {
  *data = (rt_prim_stat_data){.dev = s->dev,
                              .ino = s->ino,
                              .mode = mode_of(s->filetype),
                              .nlink = s->nlink,
                              .size = s->size,
                              .blksize = 4096,
                              .blocks = (s->size + 511) / 512,
                              .atime_ns = (int64_t)s->atim,
                              .mtime_ns = (int64_t)s->mtim,
                              .ctime_ns = (int64_t)s->ctim,
                              .birthtime_ns = (int64_t)s->ctim};
}

int rt_prim_fstat(int fd, rt_prim_stat_data *data) {
  __wasi_filestat_t s;
  __wasi_errno_t error = __wasi_fd_filestat_get(fd, &s);
  if (!error) convert_stat(&s, data);
  return rt__from_wasi_error(error);
}

static int stat_path(const char *path, __wasi_lookupflags_t flags, rt_prim_stat_data *data) {
  RESOLVE(path);
  __wasi_filestat_t s;
  __wasi_errno_t error = __wasi_path_filestat_get(at.fd, flags, at.relative, &s);
  if (!error) convert_stat(&s, data);
  return rt__from_wasi_error(error);
}

int rt_prim_stat(const char *path, rt_prim_stat_data *data) {
  return stat_path(path, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, data);
}

int rt_prim_lstat(const char *path, rt_prim_stat_data *data) { return stat_path(path, 0, data); }

int rt_prim_ftruncate(int fd, uint64_t size) { return rt__from_wasi_error(__wasi_fd_filestat_set_size(fd, size)); }
int rt_prim_fsync(int fd) { return rt__from_wasi_error(__wasi_fd_sync(fd)); }

int rt_prim_access(const char *path, int mode) {
  // Preview 1 has no permissions to ask for: what exists can be tried.
  (void)mode;
  rt_prim_stat_data data;
  return rt_prim_stat(path, &data);
}

int rt_prim_mkdir(const char *path, int mode) {
  (void)mode;
  RESOLVE(path);
  return rt__from_wasi_error(__wasi_path_create_directory(at.fd, at.relative));
}

int rt_prim_rmdir(const char *path) {
  RESOLVE(path);
  return rt__from_wasi_error(__wasi_path_remove_directory(at.fd, at.relative));
}

int rt_prim_unlink(const char *path) {
  RESOLVE(path);
  return rt__from_wasi_error(__wasi_path_unlink_file(at.fd, at.relative));
}

int rt_prim_rename(const char *from, const char *to) {
  RESOLVE(from);
  char target_buffer[WASI_PATH_MAX];
  wasi_path target;
  int error = rt__wasi_resolve(to, target_buffer, &target);
  return error ? error : rt__from_wasi_error(__wasi_path_rename(at.fd, at.relative, target.fd, target.relative));
}

int rt_prim_symlink(const char *target, const char *path) {
  RESOLVE(path);
  return rt__from_wasi_error(__wasi_path_symlink(target, at.fd, at.relative));
}

int rt_prim_chmod(const char *path, int mode) {
  (void)path, (void)mode;
  return -RT_ENOSYS;
}

int rt_prim_link(const char *from, const char *to) {
  RESOLVE(from);
  char other_buffer[WASI_PATH_MAX];
  wasi_path other;
  unresolved = rt__wasi_resolve(to, other_buffer, &other);
  if (unresolved) return unresolved;
  return rt__from_wasi_error(__wasi_path_link(at.fd, 0, at.relative, other.fd, other.relative));
}

// There are neither modes nor owners.

int rt_prim_fchmod(int fd, int mode) {
  (void)fd, (void)mode;
  return -RT_ENOSYS;
}

int rt_prim_chown(const char *path, int user, int group, bool follow) {
  (void)path, (void)user, (void)group, (void)follow;
  return -RT_ENOSYS;
}

int rt_prim_fchown(int fd, int user, int group) {
  (void)fd, (void)user, (void)group;
  return -RT_ENOSYS;
}

int rt_prim_fdatasync(int fd) { return rt__from_wasi_error(__wasi_fd_datasync(fd)); }

/// Doubles near today tell microseconds apart, not nanoseconds.
static __wasi_timestamp_t to_timestamp(double seconds) {
  return seconds > 0 ? (__wasi_timestamp_t)__builtin_floor(seconds * 1e6 + 0.5) * 1000 : 0;
}

int rt_prim_utimes(const char *path, int fd, double access, double modification, bool follow) {
  __wasi_fstflags_t both = __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM;
  __wasi_timestamp_t accessed = to_timestamp(access), modified = to_timestamp(modification);
  if (!path) return rt__from_wasi_error(__wasi_fd_filestat_set_times(fd, accessed, modified, both));
  RESOLVE(path);
  return rt__from_wasi_error(__wasi_path_filestat_set_times(at.fd, follow ? __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW : 0,
                                                            at.relative, accessed, modified, both));
}

int64_t rt_prim_readlink(const char *path, char *target, size_t size) {
  RESOLVE(path);
  __wasi_size_t length;
  __wasi_errno_t error = __wasi_path_readlink(at.fd, at.relative, (uint8_t *)target, size, &length);
  return error ? rt__from_wasi_error(error) : (int64_t)length;
}

int rt_prim_read_directory(const char *path, void (*entry)(void *context, const char *name, uint32_t type),
                           void *context) {
  int fd = rt_prim_open(path, RT_O_RDONLY | RT_O_DIRECTORY, 0);
  if (fd < 0) return fd;
  uint8_t bytes[WASI_PATH_MAX];
  __wasi_dircookie_t cookie = 0;
  __wasi_errno_t error;
  for (;;) {
    __wasi_size_t used;
    error = __wasi_fd_readdir(fd, bytes, sizeof bytes, cookie, &used);
    if (error || used == 0) break;
    __wasi_dircookie_t before = cookie;
    for (__wasi_size_t position = 0; position + sizeof(__wasi_dirent_t) <= used;) {
      __wasi_dirent_t e;
      memcpy(&e, bytes + position, sizeof e);
      __wasi_size_t name_at = position + sizeof e;
      // An entry that was cut off comes again at the start of the next part.
      if (e.d_namlen > used - name_at) break;
      char name[NAME_LENGTH_MAX];
      size_t length = e.d_namlen < sizeof name ? e.d_namlen : sizeof name - 1;
      memcpy(name, bytes + name_at, length);
      name[length] = 0;
      if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
        entry(context, name, (uint32_t)mode_of(e.d_type) & RT_S_IFMT);
      cookie = e.d_next;
      position = name_at + e.d_namlen;
    }
    if (used < sizeof bytes || cookie == before) break;
  }
  rt_prim_close(fd);
  return rt__from_wasi_error(error);
}

int rt_prim_statfs(const char *path, uint64_t counts[RT_STATFS_COUNTS]) {
  (void)path, (void)counts;
  return -RT_ENOSYS;
}

bool rt_prim_is_terminal(int fd) {
  __wasi_fdstat_t s;
  if (__wasi_fd_fdstat_get(fd, &s) != 0) return false;
  // As the C library decides: a character device that cannot seek.
  return s.fs_filetype == __WASI_FILETYPE_CHARACTER_DEVICE &&
         (s.fs_rights_base & (__WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL)) == 0;
}

uint32_t rt_prim_terminal_columns(int fd) {
  (void)fd;
  return 0;
}
