/// What the operations on files do. Nothing here may touch the heap: it runs in threads.
#include "request.h"

#include "rt_value.h"

enum { CHUNK = 65536 };

/// Makes room for so many bytes behind what there is: whether there is memory.
static bool reserve(rt_fs_output *output, size_t size) {
  if (output->capacity - output->size >= size) return true;
  size_t capacity = output->capacity * 2 > output->size + size ? output->capacity * 2 : output->size + size;
  uint8_t *bytes = rt_prim_buffer_new(capacity);
  if (!bytes) return false;
  if (output->size > 0) memcpy(bytes, output->bytes, output->size);
  rt_prim_buffer_free(output->bytes);
  output->bytes = bytes;
  output->capacity = capacity;
  return true;
}

static bool append(rt_fs_output *output, const void *bytes, size_t size) {
  if (!reserve(output, size)) return false;
  memcpy(output->bytes + output->size, bytes, size);
  output->size += size;
  return true;
}

/// Everything that can still be read from a descriptor: 0 or an error.
static int64_t read_all(int fd, rt_fs_output *output) {
  rt_prim_stat_data data;
  int error = rt_prim_fstat(fd, &data);
  if (error < 0) return error;
  if ((data.mode & RT_S_IFMT) == RT_S_IFDIR) return -RT_EISDIR;
  bool is_regular = (data.mode & RT_S_IFMT) == RT_S_IFREG;
  // One byte more than expected lets the first read see the end.
  if (!reserve(output, is_regular && data.size > 0 ? data.size + 1 : CHUNK)) return -RT_ENOMEM;
  for (;;) {
    if (output->size == output->capacity && !reserve(output, CHUNK)) return -RT_ENOMEM;
    int64_t count = rt_prim_read(fd, output->bytes + output->size, output->capacity - output->size);
    if (count <= 0) return count;
    output->size += (size_t)count;
    if (is_regular && output->size == data.size) return 0;
  }
}

static int64_t read_file(rt_fs_request *request) {
  int fd = request->fd;
  if (request->path) fd = rt_prim_open(request->path, request->flags, request->mode);
  if (fd < 0) return fd;
  int64_t result = read_all(fd, &request->output);
  if (!request->path) return result;
  (void)rt_prim_close(fd);
  return result < 0 ? result + RT_FS_OPENED : result;
}

static int64_t write_file(rt_fs_request *request) {
  int fd = request->fd;
  if (request->path) fd = rt_prim_open(request->path, request->flags, request->mode & ~RT_FS_FLUSH);
  if (fd < 0) return fd;
  int64_t result = request->size == 0 ? 0 : rt_prim_write_all(fd, request->bytes, request->size);
  if (result >= 0 && request->mode & RT_FS_FLUSH) result = rt_prim_fsync(fd);
  if (!request->path) return result;
  int closed = rt_prim_close(fd);
  return result < 0 ? result + RT_FS_OPENED : closed;
}

static int64_t copy_file(const rt_fs_request *request) {
  enum { EXCLUSIVE = 1, CLONE_OR_FAIL = 4 };
  int from = rt_prim_open(request->path, RT_O_RDONLY, 0);
  if (from < 0) return from;
  rt_prim_stat_data data;
  int64_t result = rt_prim_fstat(from, &data);
  if (result == 0 && (data.mode & RT_S_IFMT) == RT_S_IFDIR) result = -RT_EISDIR;
  // No file is cloned.
  if (result == 0 && request->mode & CLONE_OR_FAIL) result = -RT_ENOTSUP;
  int to = -1;
  if (result == 0) {
    int flags = RT_O_WRONLY | RT_O_CREAT | (request->mode & EXCLUSIVE ? RT_O_EXCL : 0);
    result = to = rt_prim_open(request->other, flags, (int)(data.mode & 0777));
  }
  rt_prim_stat_data target;
  // A file copied to itself stays as it is.
  if (to >= 0 && (result = rt_prim_fstat(to, &target)) == 0 && (target.ino != data.ino || target.dev != data.dev)) {
    // Where modes cannot be changed, the file has the one that it got.
    (void)rt_prim_fchmod(to, (int)(data.mode & 07777));
    result = rt_prim_ftruncate(to, 0);
    uint8_t *bytes = rt_prim_buffer_new(CHUNK);
    if (!bytes) result = -RT_ENOMEM;
    int64_t count;
    while (result == 0 && (count = rt_prim_read(from, bytes, CHUNK)) != 0)
      result = count < 0 ? count : rt_prim_write_all(to, bytes, (size_t)count);
    rt_prim_buffer_free(bytes);
  }
  if (to >= 0) {
    int closed = rt_prim_close(to);
    if (result == 0) result = closed;
    // Half a copy is none.
    if (result < 0) (void)rt_prim_unlink(request->other);
  }
  (void)rt_prim_close(from);
  return result;
}

static bool is_directory(const char *path) {
  rt_prim_stat_data data;
  return rt_prim_stat(path, &data) == 0 && (data.mode & RT_S_IFMT) == RT_S_IFDIR;
}

/// mkdir -p; the first directory that was made is the output.
static int64_t make_directories(rt_fs_request *request) {
  size_t length = strlen(request->path);
  while (length > 1 && request->path[length - 1] == '/') length--;
  rt_fs_output *output = &request->output;
  // The part of the path that is being made, terminated.
  char *path = (char *)rt_prim_buffer_new(length + 1);
  if (!path) return -RT_ENOMEM;
  size_t end = length;
  int64_t result;
  for (;;) {
    memcpy(path, request->path, end);
    path[end] = 0;
    result = rt_prim_mkdir(path, request->mode);
    if (result == -RT_ENOENT && end > 1) {
      size_t above = end;
      while (above > 0 && path[above - 1] != '/') above--;
      while (above > 1 && path[above - 1] == '/') above--;
      if (above == 0 || above == end) break;
      end = above;
      continue;
    }
    if (result == -RT_EEXIST && is_directory(path)) result = 0;
    else if (result == -RT_EEXIST && end < length) result = -RT_ENOTDIR;
    else if (result == 0 && !output->bytes && !append(output, path, end)) result = -RT_ENOMEM;
    if (result < 0 || end == length) break;
    // The next part downwards.
    while (end < length && request->path[end] == '/') end++;
    while (end < length && request->path[end] != '/') end++;
  }
  rt_prim_buffer_free(path);
  return result;
}

static int64_t make_temporary(rt_fs_request *request) {
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  enum { COUNT = 6, ATTEMPTS = 100 };
  size_t length = strlen(request->path);
  rt_fs_output *output = &request->output;
  if (!reserve(output, length + COUNT + 1)) return -RT_ENOMEM;
  memcpy(output->bytes, request->path, length);
  output->size = length + COUNT;
  output->bytes[output->size] = 0;
  int64_t result = -RT_EEXIST;
  for (int i = 0; i < ATTEMPTS && result == -RT_EEXIST; i++) {
    uint8_t random[COUNT];
    result = rt_prim_random(random, sizeof random);
    if (result < 0) break;
    for (int k = 0; k < COUNT; k++) output->bytes[length + (size_t)k] = (uint8_t)letters[random[k] % (sizeof letters - 1)];
    result = rt_prim_mkdir((const char *)output->bytes, 0700);
  }
  return result;
}

/// Adds an entry as its type and its name, terminated.
static void add_entry(void *context, const char *name, uint32_t type) {
  rt_fs_request *request = context;
  if (request->result < 0) return;
  if (!append(&request->output, &type, sizeof type) || !append(&request->output, name, strlen(name) + 1))
    request->result = -RT_ENOMEM;
}

static int64_t read_text(rt_fs_request *request) {
  enum { PATH_SIZE = 4096 };
  rt_fs_output *output = &request->output;
  if (!reserve(output, PATH_SIZE)) return -RT_ENOMEM;
  char *text = (char *)output->bytes;
  int64_t result = request->operation == RT_FS_READLINK ? rt_prim_readlink(request->path, text, PATH_SIZE)
                                                        : rt_prim_realpath(request->path, text, PATH_SIZE);
  if (result < 0) return result;
  output->size = request->operation == RT_FS_READLINK ? (size_t)result : strlen(text);
  return 0;
}

static int64_t perform(rt_fs_request *r) {
  switch ((enum rt_fs_operation)r->operation) {
  case RT_FS_OPEN: return rt_prim_open(r->path, r->flags, r->mode);
  case RT_FS_CLOSE: return rt_prim_close(r->fd);
  case RT_FS_READ:
    return r->position < 0 ? rt_prim_read(r->fd, r->bytes, r->size)
                           : rt_prim_pread(r->fd, r->bytes, r->size, (uint64_t)r->position);
  case RT_FS_WRITE:
    return r->position < 0 ? rt_prim_write(r->fd, r->bytes, r->size)
                           : rt_prim_pwrite(r->fd, r->bytes, r->size, (uint64_t)r->position);
  case RT_FS_STAT: return rt_prim_stat(r->path, &r->stat);
  case RT_FS_LSTAT: return rt_prim_lstat(r->path, &r->stat);
  case RT_FS_FSTAT: return rt_prim_fstat(r->fd, &r->stat);
  case RT_FS_ACCESS: return rt_prim_access(r->path, r->mode);
  case RT_FS_MKDIR: return rt_prim_mkdir(r->path, r->mode);
  case RT_FS_MKDIR_ALL: return make_directories(r);
  case RT_FS_RMDIR: return rt_prim_rmdir(r->path);
  case RT_FS_UNLINK: return rt_prim_unlink(r->path);
  case RT_FS_RENAME: return rt_prim_rename(r->path, r->other);
  case RT_FS_LINK: return rt_prim_link(r->path, r->other);
  case RT_FS_SYMLINK: return rt_prim_symlink(r->path, r->other);
  case RT_FS_READLINK:
  case RT_FS_REALPATH: return read_text(r);
  case RT_FS_CHMOD: return rt_prim_chmod(r->path, r->mode);
  case RT_FS_FCHMOD: return rt_prim_fchmod(r->fd, r->mode);
  case RT_FS_CHOWN: return rt_prim_chown(r->path, r->flags, r->mode, true);
  case RT_FS_LCHOWN: return rt_prim_chown(r->path, r->flags, r->mode, false);
  case RT_FS_FCHOWN: return rt_prim_fchown(r->fd, r->flags, r->mode);
  case RT_FS_UTIMES: return rt_prim_utimes(r->path, -1, r->access_time, r->modification_time, true);
  case RT_FS_LUTIMES: return rt_prim_utimes(r->path, -1, r->access_time, r->modification_time, false);
  case RT_FS_FUTIMES: return rt_prim_utimes(NULL, r->fd, r->access_time, r->modification_time, true);
  case RT_FS_FTRUNCATE: return rt_prim_ftruncate(r->fd, (uint64_t)r->position);
  case RT_FS_FSYNC: return rt_prim_fsync(r->fd);
  case RT_FS_FDATASYNC: return rt_prim_fdatasync(r->fd);
  case RT_FS_READDIR: {
    int error = rt_prim_read_directory(r->path, add_entry, r);
    return error < 0 ? error : r->result;
  }
  case RT_FS_MKDTEMP: return make_temporary(r);
  case RT_FS_COPYFILE: return copy_file(r);
  case RT_FS_READ_FILE: return read_file(r);
  case RT_FS_WRITE_FILE: return write_file(r);
  case RT_FS_STATFS: return rt_prim_statfs(r->path, r->counts);
  }
  return -RT_EINVAL;
}

void rt__fs_perform(rt_fs_request *request) { request->result = perform(request); }
