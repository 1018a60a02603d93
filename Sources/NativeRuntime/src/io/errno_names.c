/// The names and messages of error numbers, as libuv and so Node give them.
#include "library.h"
#include "rt_prim.h"

typedef struct errno_row {
  int16_t number;
  char name[16];
  const char *message;
} errno_row;

static const errno_row rows[] = {
    {RT_EPERM, "EPERM", "operation not permitted"},
    {RT_ENOENT, "ENOENT", "no such file or directory"},
    {RT_EINTR, "EINTR", "interrupted system call"},
    {RT_EIO, "EIO", "i/o error"},
    {RT_EBADF, "EBADF", "bad file descriptor"},
    {RT_EAGAIN, "EAGAIN", "resource temporarily unavailable"},
    {RT_ENOMEM, "ENOMEM", "not enough memory"},
    {RT_EACCES, "EACCES", "permission denied"},
    {RT_EBUSY, "EBUSY", "resource busy or locked"},
    {RT_EEXIST, "EEXIST", "file already exists"},
    {RT_EXDEV, "EXDEV", "cross-device link not permitted"},
    {RT_ENODEV, "ENODEV", "no such device"},
    {RT_ENOTDIR, "ENOTDIR", "not a directory"},
    {RT_EISDIR, "EISDIR", "illegal operation on a directory"},
    {RT_EINVAL, "EINVAL", "invalid argument"},
    {RT_ENFILE, "ENFILE", "file table overflow"},
    {RT_EMFILE, "EMFILE", "too many open files"},
    {RT_EFBIG, "EFBIG", "file too large"},
    {RT_ENOSPC, "ENOSPC", "no space left on device"},
    {RT_ESPIPE, "ESPIPE", "invalid seek"},
    {RT_EROFS, "EROFS", "read-only file system"},
    {RT_EMLINK, "EMLINK", "too many links"},
    {RT_EPIPE, "EPIPE", "broken pipe"},
    {RT_ERANGE, "ERANGE", "result too large"},
    {RT_ENAMETOOLONG, "ENAMETOOLONG", "name too long"},
    {RT_ENOSYS, "ENOSYS", "function not implemented"},
    {RT_ENOTEMPTY, "ENOTEMPTY", "directory not empty"},
    {RT_ELOOP, "ELOOP", "too many symbolic links encountered"},
    {RT_EOVERFLOW, "EOVERFLOW", "value too large for defined data type"},
    {RT_ENOTSUP, "ENOTSUP", "operation not supported on socket"},
    {RT_ESRCH, "ESRCH", "no such process"},
    {RT_ENXIO, "ENXIO", "no such device or address"},
    {RT_E2BIG, "E2BIG", "argument list too long"},
    {RT_EFAULT, "EFAULT", "bad address in system call argument"},
    {RT_ENOTTY, "ENOTTY", "inappropriate ioctl for device"},
    {RT_ETXTBSY, "ETXTBSY", "text file is busy"},
    {RT_EPROTO, "EPROTO", "protocol error"},
    {RT_ENOTSOCK, "ENOTSOCK", "socket operation on non-socket"},
    {RT_EDESTADDRREQ, "EDESTADDRREQ", "destination address required"},
    {RT_EMSGSIZE, "EMSGSIZE", "message too long"},
    {RT_ENOPROTOOPT, "ENOPROTOOPT", "protocol not available"},
    {RT_EPROTONOSUPPORT, "EPROTONOSUPPORT", "protocol not supported"},
    {RT_EAFNOSUPPORT, "EAFNOSUPPORT", "address family not supported"},
    {RT_EADDRINUSE, "EADDRINUSE", "address already in use"},
    {RT_EADDRNOTAVAIL, "EADDRNOTAVAIL", "address not available"},
    {RT_ENETDOWN, "ENETDOWN", "network is down"},
    {RT_ENETUNREACH, "ENETUNREACH", "network is unreachable"},
    {RT_ECONNABORTED, "ECONNABORTED", "software caused connection abort"},
    {RT_ECONNRESET, "ECONNRESET", "connection reset by peer"},
    {RT_ENOBUFS, "ENOBUFS", "no buffer space available"},
    {RT_EISCONN, "EISCONN", "socket is already connected"},
    {RT_ENOTCONN, "ENOTCONN", "socket is not connected"},
    {RT_ETIMEDOUT, "ETIMEDOUT", "connection timed out"},
    {RT_ECONNREFUSED, "ECONNREFUSED", "connection refused"},
    {RT_EHOSTUNREACH, "EHOSTUNREACH", "host is unreachable"},
    {RT_EALREADY, "EALREADY", "connection already in progress"},
    {RT_ECANCELED, "ECANCELED", "operation canceled"},
    {RT_ENOTCAPABLE, "ENOTCAPABLE", "capabilities insufficient"},
};

/// The row of an errno, or NULL.
static const errno_row *find_row(int32_t error) {
  for (uint32_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (rows[i].number == error) return &rows[i];
  }
  return NULL;
}

/// The name of an errno ("ENOENT").
rt_string *rt_errno_name(int32_t error) {
  RT_SAFEPOINT();
  rt__show_properties_of_errors();
  const errno_row *row = find_row(error);
  if (row) return rt__string_from_ascii(row->name);
  rt_builder builder = {0};
  rt__builder_ascii(&builder, "Unknown system error ");
  rt__builder_string(&builder, rt_number_to_string(error, 10));
  return rt__builder_finish(&builder);
}

/// The message of an errno ("no such file or directory").
rt_string *rt_errno_message(int32_t error) {
  const errno_row *row = find_row(error);
  return row ? rt__string_from_ascii(row->message) : rt_errno_name(error);
}
