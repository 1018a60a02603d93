/// The file primitives of `node:fs`. Results below zero are negated errno values.
#include "library.h"
#include "rt_io.h"
#include "rt_prim.h"

/// A path as a C string, or NULL if it contains U+0000 (the facade has checked that).
static const char *path_of(rt_string *path) { return rt__utf8_cstring(path); }

/// A number result.
static rt_value number(int64_t value) { return rt_from_double((double)value); }

/// Whether bytes are ASCII up to `size`.
static bool is_ascii(const uint8_t *bytes, size_t size) {
  size_t i = 0;
  for (; i + 32 <= size; i += 32) {
    uint64_t words[4];
    memcpy(words, bytes + i, 32);
    if ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080ull) return false;
  }
  for (; i < size; i++) {
    if (bytes[i] & 0x80) return false;
  }
  return true;
}

/// The string of a file's bytes, which begin at the data of a raw Latin-1 string: that string itself if they are ASCII.
static rt_value string_of_bytes(rt_string *raw, size_t size, bool latin1) {
  if (size == 0) return rt_from_string(rt__string_from_latin1(NULL, 0));
  uint8_t *bytes = rt__latin1_data(raw);
  if (latin1 || is_ascii(bytes, size)) {
    if (size > RT_STRING_LENGTH_MAX) {
      return rt__throw_error(RT_ERROR, "Cannot create a string longer than 0x1fffffe8 characters");
    }
    raw->length = (uint32_t)size;
    return rt_from_string(raw);
  }
  rt_string *string = rt__string_from_utf8(bytes, size);
  return string ? rt_from_string(string) : RT_EXCEPTION;
}

rt_value rt__read_descriptor(int fd, size_t expected, bool latin1) {
  // Bytes are read to where the characters of a Latin-1 string lie, as most text files are ASCII.
  size_t capacity = expected < 4096 ? 4096 : expected + 1;
  size_t size = 0;
  rt_string *raw = NULL;
  for (;;) {
    if (!rt__is_allocatable(capacity) || capacity > UINT32_MAX / 2) return number(-RT_ENOMEM);
    if (!raw || size == capacity) {
      if (raw) capacity += capacity / 2;
      if (capacity > RT_STRING_LENGTH_MAX && size < RT_STRING_LENGTH_MAX) capacity = RT_STRING_LENGTH_MAX;
      if (size >= RT_STRING_LENGTH_MAX) {
        return rt__throw_error(RT_ERROR, "Cannot create a string longer than 0x1fffffe8 characters");
      }
      rt_string *grown = rt__string_latin1_raw((uint32_t)capacity);
      if (raw) memcpy(rt__latin1_data(grown), rt__latin1_data(raw), size);
      raw = grown;
    }
    int64_t count = rt_prim_read(fd, rt__latin1_data(raw) + size, capacity - size);
    if (count < 0) return number(count);
    if (count == 0) break;
    size += (size_t)count;
  }
  return string_of_bytes(raw, size, latin1);
}

/// Reads a whole file. Encoding 0 is UTF-8, 1 Latin-1.
rt_value rt_fs_read_file(rt_string *path, int32_t encoding) {
  RT_SAFEPOINT();
  int fd = rt_prim_open(path_of(path), RT_O_RDONLY, 0);
  if (fd < 0) return number(fd);
  rt_prim_stat_data data;
  int error = rt_prim_fstat(fd, &data);
  if (error == 0 && (data.mode & RT_S_IFMT) == RT_S_IFDIR) error = -RT_EISDIR;
  rt_value result = number(error);
  if (error == 0) result = rt__read_descriptor(fd, (size_t)data.size, encoding == 1);
  (void)rt_prim_close(fd);
  return result;
}

/// Writes a string to a file opened with the given flags and mode. Encoding 0 is UTF-8, 1 Latin-1.
int32_t rt__fs_write_file(rt_string *path, rt_string *text, int32_t encoding, int32_t flags, int32_t mode) {
  int fd = rt_prim_open(path_of(path), flags, mode);
  if (fd < 0) return fd;
  rt_text units = rt__text(text);
  const uint8_t *bytes = units.latin1;
  size_t size = units.length;
  if (encoding == 1 && !units.latin1) {
    uint8_t *narrow = rt__allocate(size + 1, RT_CELL_LEAF);
    for (uint32_t i = 0; i < units.length; i++) narrow[i] = (uint8_t)units.utf16[i];
    bytes = narrow;
  } else if (encoding == 0 && !(units.latin1 && is_ascii(units.latin1, size))) {
    size = rt__utf8_length(text);
    uint8_t *encoded = rt__allocate(size + 1, RT_CELL_LEAF);
    rt__utf8_write(text, encoded);
    bytes = encoded;
  }
  int error = size == 0 ? 0 : rt_prim_write_all(fd, bytes, size);
  int close_error = rt_prim_close(fd);
  return error < 0 ? error : close_error;
}

// The intrinsics below are declared with all effects, so that they return i32 results as int64_t.

/// `rt__fs_write_file` for compiled code.
int64_t rt_fs_write_file(rt_string *path, rt_string *text, int32_t encoding, int32_t flags, int32_t mode) {
  RT_SAFEPOINT();
  return (uint32_t)rt__fs_write_file(path, text, encoding, flags, mode);
}

/// Checks access as `access` does.
int64_t rt_fs_access(rt_string *path, int32_t mode) {
  RT_SAFEPOINT();
  return (uint32_t)rt_prim_access(path_of(path), mode);
}

/// Makes one directory.
int64_t rt_fs_make_directory(rt_string *path, int32_t mode) {
  RT_SAFEPOINT();
  return (uint32_t)rt_prim_mkdir(path_of(path), mode);
}

/// Removes an empty directory.
int64_t rt_fs_remove_directory(rt_string *path) {
  RT_SAFEPOINT();
  return (uint32_t)rt_prim_rmdir(path_of(path));
}

/// Removes a file.
int64_t rt_fs_unlink(rt_string *path) {
  RT_SAFEPOINT();
  return (uint32_t)rt_prim_unlink(path_of(path));
}

/// Renames a file.
int64_t rt_fs_rename(rt_string *from, rt_string *to) {
  RT_SAFEPOINT();
  return (uint32_t)rt_prim_rename(path_of(from), path_of(to));
}

/// The absolute path without symbolic links, or the negated errno.
rt_value rt_fs_real_path(rt_string *path) {
  RT_SAFEPOINT();
  char resolved[4096];
  int error = rt_prim_realpath(path_of(path), resolved, sizeof resolved);
  if (error < 0) return number(error);
  return rt_from_string(rt__string_from_utf8((const uint8_t *)resolved, strlen(resolved)));
}

/// What `list_entry` collects: names, or the types of the same entries.
typedef struct listing {
  rt_array *names;
  rt_array *types;
} listing;

/// Takes one entry of a directory.
static void list_entry(void *context, const char *name, uint32_t type) {
  listing *list = context;
  (void)rt__array_push(list->names, rt_from_string(rt__string_from_utf8((const uint8_t *)name, strlen(name))));
  (void)rt__array_push(list->types, rt_from_double(type));
}

/// Sorts by UTF-8 bytes, as libuv's scandir does; code points compare as their UTF-8 does.
static bool is_before(rt_string *a, rt_string *b) {
  size_t a_size = rt__utf8_length(a), b_size = rt__utf8_length(b);
  const char *a_bytes = rt__utf8_cstring(a), *b_bytes = rt__utf8_cstring(b);
  int order = memcmp(a_bytes, b_bytes, a_size < b_size ? a_size : b_size);
  return order != 0 ? order < 0 : a_size < b_size;
}

/// Moves an entry down the heap of the first `count` entries.
static void sift_down(listing *list, uint32_t root, uint32_t count) {
  rt_value *names = list->names->elements, *types = list->types->elements;
  for (;;) {
    uint32_t child = 2 * root + 1;
    if (child >= count) return;
    if (child + 1 < count && is_before(rt_as_string(names[child]), rt_as_string(names[child + 1]))) child++;
    if (!is_before(rt_as_string(names[root]), rt_as_string(names[child]))) return;
    rt_value name = names[root], type = types[root];
    names[root] = names[child], types[root] = types[child];
    names[child] = name, types[child] = type;
    root = child;
  }
}

/// Reads and sorts a directory: 0 or an error.
static int read_directory(rt_string *path, listing *list) {
  *list = (listing){rt__array_new(0), rt__array_new(0)};
  int error = rt_prim_read_directory(path_of(path), list_entry, list);
  if (error < 0) return error;
  uint32_t count = list->names->length;
  for (uint32_t i = count / 2; i-- > 0;) sift_down(list, i, count);
  while (count > 1) {
    count--;
    rt_value name = list->names->elements[0], type = list->types->elements[0];
    list->names->elements[0] = list->names->elements[count], list->types->elements[0] = list->types->elements[count];
    list->names->elements[count] = name, list->types->elements[count] = type;
    sift_down(list, 0, count);
  }
  return 0;
}

/// The sorted names in a directory, or the negated errno.
rt_value rt_fs_read_directory(rt_string *path) {
  RT_SAFEPOINT();
  listing list;
  int error = read_directory(path, &list);
  return error < 0 ? number(error) : rt_from_object(list.names);
}

/// The S_IF types of the sorted names in a directory, 0 where unknown, or the negated errno.
rt_value rt_fs_read_directory_types(rt_string *path) {
  RT_SAFEPOINT();
  listing list;
  int error = read_directory(path, &list);
  return error < 0 ? number(error) : rt_from_object(list.types);
}

/// What `Stats` holds, in the order of its properties, or the negated errno.
rt_value rt_fs_stat(rt_string *path, int32_t follow) {
  RT_SAFEPOINT();
  rt_prim_stat_data data;
  int error = follow ? rt_prim_stat(path_of(path), &data) : rt_prim_lstat(path_of(path), &data);
  if (error < 0) return number(error);
  double fields[14] = {
      (double)data.dev,           (double)data.mode,
      (double)data.nlink,         (double)data.uid,
      (double)data.gid,           (double)data.rdev,
      (double)data.blksize,       (double)data.ino,
      (double)data.size,          (double)data.blocks,
      (double)data.atime_ns / 1e6, (double)data.mtime_ns / 1e6,
      (double)data.ctime_ns / 1e6, (double)data.birthtime_ns / 1e6,
  };
  rt_array *result = rt__array_new(14);
  for (uint32_t i = 0; i < 14; i++) (void)rt__array_push(result, rt_from_double(fields[i]));
  return rt_from_object(result);
}
