/// One operation on files: a record that `rt__fs_perform` fills in, on the program's thread or on one of the pool. It
/// touches no objects of the heap; what it refers to lies in leaf cells that the record keeps alive.
#pragma once

#include "rt_loop.h"
#include "rt_prim.h"

/// The operations; fs-operations.ts has the same numbers. Comments: what `path` and `other` are if not paths, and the result.
enum rt_fs_operation {
  RT_FS_OPEN,      ///< a descriptor
  RT_FS_CLOSE,
  RT_FS_READ,      ///< a count
  RT_FS_WRITE,     ///< a count
  RT_FS_STAT,      ///< numbers
  RT_FS_LSTAT,     ///< numbers
  RT_FS_FSTAT,     ///< numbers
  RT_FS_ACCESS,
  RT_FS_MKDIR,
  RT_FS_MKDIR_ALL, ///< the first directory that was made, or undefined
  RT_FS_RMDIR,
  RT_FS_UNLINK,
  RT_FS_RENAME,
  RT_FS_LINK,
  RT_FS_SYMLINK,   ///< `path` is the target
  RT_FS_READLINK,  ///< text
  RT_FS_REALPATH,  ///< text
  RT_FS_CHMOD,
  RT_FS_FCHMOD,
  RT_FS_CHOWN,
  RT_FS_LCHOWN,
  RT_FS_FCHOWN,
  RT_FS_UTIMES,
  RT_FS_LUTIMES,
  RT_FS_FUTIMES,
  RT_FS_FTRUNCATE,
  RT_FS_FSYNC,
  RT_FS_FDATASYNC,
  RT_FS_READDIR,   ///< names, then types
  RT_FS_MKDTEMP,   ///< `path` is the prefix; text
  RT_FS_COPYFILE,
  RT_FS_READ_FILE, ///< bytes or text
  RT_FS_WRITE_FILE,
  RT_FS_STATFS,    ///< numbers
};

/// The result of what would be text longer than strings can be: no errno, but negative like them.
enum { RT_FS_TOO_LONG = -100000 };
/// Added to the negated errno of what failed behind the opening of a whole file.
enum { RT_FS_OPENED = -200000 };

/// In the mode of RT_FS_WRITE_FILE: what is written reaches the disk before it is done.
enum { RT_FS_FLUSH = 0x10000000 };

/// Text of the operating system in memory of rt_prim_buffer, which grows.
typedef struct rt_fs_output {
  uint8_t *bytes;
  size_t size, capacity;
} rt_fs_output;

typedef struct rt_fs_request {
  rt_work work;
  rt_value completion; ///< what is called with the result; undefined: somebody waits for it
  rt_value owner;      ///< the view whose bytes are read or written
  const char *path, *other;
  uint8_t *bytes;
  size_t size;
  int64_t position;    ///< -1: where the descriptor stands
  double access_time, modification_time; ///< in seconds
  int32_t operation;
  int32_t fd;          ///< -1: `path`
  int32_t flags, mode;
  int32_t encoding;    ///< enum rt_encoding of the text that results; -1: bytes
  int64_t result;      ///< a count or descriptor, or a negated errno
  rt_prim_stat_data stat;
  uint64_t counts[RT_STATFS_COUNTS];
  rt_fs_output output;
} rt_fs_request;

/// Does what a request says.
void rt__fs_perform(rt_fs_request *request);
/// The bytes of a file as a Buffer; set in programs that have Buffers.
extern rt_value (*rt__fs_buffer_value)(const rt_fs_output *output);
