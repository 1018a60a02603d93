/// Files on Linux. The error numbers and open flags of rt_prim.h are Linux's own.
#define _GNU_SOURCE
#include "rt_prim.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

_Static_assert(RT_O_CREAT == O_CREAT && RT_O_TRUNC == O_TRUNC && RT_O_APPEND == O_APPEND && RT_O_EXCL == O_EXCL,
               "open flags are Linux's");
_Static_assert(RT_O_DIRECTORY == O_DIRECTORY && RT_O_NOFOLLOW == O_NOFOLLOW && RT_O_SYNC == O_SYNC,
               "open flags are Linux's");
_Static_assert(RT_ENOTEMPTY == ENOTEMPTY && RT_ELOOP == ELOOP && RT_EXDEV == EXDEV, "error numbers are Linux's");

/// Repeats a call that a signal interrupted; gives a negated error number.
#define RETRY(call)                                                                                                    \
  ({                                                                                                                   \
    __typeof__(call) result_;                                                                                          \
    do result_ = (call);                                                                                               \
    while (result_ < 0 && errno == EINTR);                                                                             \
    result_ < 0 ? -errno : result_;                                                                                    \
  })

int rt_prim_open(const char *path, int flags, int mode) { return RETRY(open(path, flags | O_CLOEXEC, mode)); }
/// An interrupted close has closed the descriptor nevertheless.
int rt_prim_close(int fd) { return close(fd) == 0 || errno == EINTR ? 0 : -errno; }
int64_t rt_prim_read(int fd, void *bytes, size_t size) { return RETRY(read(fd, bytes, size)); }
int64_t rt_prim_write(int fd, const void *bytes, size_t size) { return RETRY(write(fd, bytes, size)); }
int64_t rt_prim_pread(int fd, void *bytes, size_t size, uint64_t offset) {
  return RETRY(pread(fd, bytes, size, (off_t)offset));
}
int64_t rt_prim_pwrite(int fd, const void *bytes, size_t size, uint64_t offset) {
  return RETRY(pwrite(fd, bytes, size, (off_t)offset));
}

int rt_prim_write_all(int fd, const void *bytes, size_t size) {
  const char *p = bytes;
  while (size > 0) {
    int64_t n = rt_prim_write(fd, p, size);
    if (n == -RT_EAGAIN) {
      struct pollfd wait = {.fd = fd, .events = POLLOUT};
      poll(&wait, 1, -1);
      continue;
    }
    if (n < 0) return (int)n;
    p += n;
    size -= (size_t)n;
  }
  return 0;
}

static int64_t to_nanoseconds(struct statx_timestamp t) { return t.tv_sec * 1000000000 + t.tv_nsec; }

static int stat_at(int fd, const char *path, int flags, rt_prim_stat_data *data) {
  struct statx s;
  if (statx(fd, path, flags, STATX_BASIC_STATS | STATX_BTIME, &s) != 0) return -errno;
  *data = (rt_prim_stat_data){
    .dev = makedev(s.stx_dev_major, s.stx_dev_minor),
    .ino = s.stx_ino,
    .mode = s.stx_mode,
    .nlink = s.stx_nlink,
    .uid = s.stx_uid,
    .gid = s.stx_gid,
    .rdev = makedev(s.stx_rdev_major, s.stx_rdev_minor),
    .size = s.stx_size,
    .blksize = s.stx_blksize,
    .blocks = s.stx_blocks,
    .atime_ns = to_nanoseconds(s.stx_atime),
    .mtime_ns = to_nanoseconds(s.stx_mtime),
    .ctime_ns = to_nanoseconds(s.stx_ctime),
    .birthtime_ns = to_nanoseconds(s.stx_mask & STATX_BTIME ? s.stx_btime : s.stx_ctime),
  };
  return 0;
}

int rt_prim_fstat(int fd, rt_prim_stat_data *data) { return stat_at(fd, "", AT_EMPTY_PATH, data); }
int rt_prim_stat(const char *path, rt_prim_stat_data *data) { return stat_at(AT_FDCWD, path, 0, data); }
int rt_prim_lstat(const char *path, rt_prim_stat_data *data) {
  return stat_at(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, data);
}

int rt_prim_statfs(const char *path, uint64_t counts[RT_STATFS_COUNTS]) {
  struct statfs s;
  if (RETRY(statfs(path, &s)) < 0) return -errno;
  const uint64_t values[RT_STATFS_COUNTS] = {
      (uint64_t)s.f_type,  (uint64_t)s.f_bsize,  (uint64_t)s.f_frsize, (uint64_t)s.f_blocks,
      (uint64_t)s.f_bfree, (uint64_t)s.f_bavail, (uint64_t)s.f_files,  (uint64_t)s.f_ffree,
  };
  memcpy(counts, values, sizeof values);
  return 0;
}

int rt_prim_ftruncate(int fd, uint64_t size) { return RETRY(ftruncate(fd, (off_t)size)); }
int rt_prim_fsync(int fd) { return RETRY(fsync(fd)); }
int rt_prim_access(const char *path, int mode) { return RETRY(access(path, mode)); }
int rt_prim_mkdir(const char *path, int mode) { return RETRY(mkdir(path, (mode_t)mode)); }
int rt_prim_rmdir(const char *path) { return RETRY(rmdir(path)); }
int rt_prim_unlink(const char *path) { return RETRY(unlink(path)); }
int rt_prim_rename(const char *from, const char *to) { return RETRY(rename(from, to)); }
int rt_prim_symlink(const char *target, const char *path) { return RETRY(symlink(target, path)); }
int rt_prim_chmod(const char *path, int mode) { return RETRY(chmod(path, (mode_t)mode)); }
int64_t rt_prim_readlink(const char *path, char *target, size_t size) { return RETRY(readlink(path, target, size)); }

int rt_prim_link(const char *from, const char *to) { return RETRY(link(from, to)); }
int rt_prim_fchmod(int fd, int mode) { return RETRY(fchmod(fd, (mode_t)mode)); }
int rt_prim_chown(const char *path, int user, int group, bool follow) {
  return RETRY(fchownat(AT_FDCWD, path, (uid_t)user, (gid_t)group, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}
int rt_prim_fchown(int fd, int user, int group) { return RETRY(fchown(fd, (uid_t)user, (gid_t)group)); }
int rt_prim_fdatasync(int fd) { return RETRY(fdatasync(fd)); }

static struct timespec to_timespec(double seconds) {
  if (seconds != seconds) seconds = 0;
  // Doubles near today tell microseconds apart, not nanoseconds.
  double whole = __builtin_floor(seconds);
  long micros = (long)__builtin_floor((seconds - whole) * 1e6 + 0.5);
  return (struct timespec){.tv_sec = (time_t)whole + micros / 1000000, .tv_nsec = micros % 1000000 * 1000};
}

int rt_prim_utimes(const char *path, int fd, double access, double modification, bool follow) {
  struct timespec times[2] = {to_timespec(access), to_timespec(modification)};
  if (!path) return RETRY(futimens(fd, times));
  return RETRY(utimensat(AT_FDCWD, path, times, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

int rt_prim_realpath(const char *path, char *resolved, size_t size) {
  char buffer[PATH_MAX];
  if (!realpath(path, buffer)) return -errno;
  size_t length = strlen(buffer);
  if (length >= size) return -RT_ERANGE;
  memcpy(resolved, buffer, length + 1);
  return 0;
}

int rt_prim_getcwd(char *path, size_t size) { return getcwd(path, size) ? 0 : -errno; }
int rt_prim_chdir(const char *path) { return RETRY(chdir(path)); }

int rt_prim_read_directory(const char *path, void (*entry)(void *context, const char *name, uint32_t type),
                           void *context) {
  DIR *directory = opendir(path);
  if (!directory) return -errno;
  int result = 0;
  for (;;) {
    errno = 0;
    struct dirent *e = readdir(directory);
    if (!e) {
      result = -errno;
      break;
    }
    if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0) continue;
    uint32_t type = DTTOIF((uint32_t)e->d_type);
    // Some file systems leave the type to be asked for.
    struct stat data;
    if (e->d_type == DT_UNKNOWN)
      type = fstatat(dirfd(directory), e->d_name, &data, AT_SYMLINK_NOFOLLOW) == 0 ? data.st_mode & S_IFMT : 0;
    entry(context, e->d_name, type);
  }
  closedir(directory);
  return result;
}

bool rt_prim_is_terminal(int fd) { return isatty(fd) == 1; }

uint32_t rt_prim_terminal_columns(int fd) {
  struct winsize size;
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
