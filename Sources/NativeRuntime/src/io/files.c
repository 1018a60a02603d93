/// Text files, read straight into strings. Results below zero are negated errno values.
#include "fs/request.h"
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

/// Reads a whole file. Encoding 0 is UTF-8, 1 Latin-1. Errors are those of RT_FS_READ_FILE.
rt_value rt_fs_read_file(rt_string *path, int32_t encoding) {
  RT_SAFEPOINT();
  int fd = rt_prim_open(path_of(path), RT_O_RDONLY, 0);
  if (fd < 0) return number(fd);
  rt_prim_stat_data data;
  int error = rt_prim_fstat(fd, &data);
  if (error == 0 && (data.mode & RT_S_IFMT) == RT_S_IFDIR) error = -RT_EISDIR;
  rt_value result = number(error + RT_FS_OPENED);
  if (error == 0) {
    result = rt__read_descriptor(fd, (size_t)data.size, encoding == 1);
    if (rt_is_number(result)) result = number((int64_t)rt_double(result) + RT_FS_OPENED);
  }
  (void)rt_prim_close(fd);
  return result;
}
