/// The operating system, as the runtime sees it: one implementation per target in src/prim. Everything else is free of
/// system calls and of conditional compilation.
///
/// Paths and other text are NUL-terminated UTF-8. Results below zero are negated `enum rt_errno` values, which equal
/// Linux's numbers on every target, so that Node's error codes follow from them.
#pragma once

#include "rt_value.h"

#include <sys/types.h>

/// The error numbers that have a name in Node, with Linux's values.
enum rt_errno {
  RT_EPERM = 1, RT_ENOENT = 2, RT_EINTR = 4, RT_EIO = 5, RT_EBADF = 9, RT_EAGAIN = 11, RT_ENOMEM = 12, RT_EACCES = 13,
  RT_EBUSY = 16, RT_EEXIST = 17, RT_EXDEV = 18, RT_ENODEV = 19, RT_ENOTDIR = 20, RT_EISDIR = 21, RT_EINVAL = 22,
  RT_ENFILE = 23, RT_EMFILE = 24, RT_EFBIG = 27, RT_ENOSPC = 28, RT_ESPIPE = 29, RT_EROFS = 30, RT_EMLINK = 31,
  RT_EPIPE = 32, RT_ERANGE = 34, RT_ENAMETOOLONG = 36, RT_ENOSYS = 38, RT_ENOTEMPTY = 39, RT_ELOOP = 40,
  RT_ESRCH = 3, RT_ENXIO = 6, RT_E2BIG = 7, RT_EFAULT = 14, RT_ENOTTY = 25, RT_ETXTBSY = 26, RT_EPROTO = 71,
  RT_ENOTSOCK = 88, RT_EDESTADDRREQ = 89, RT_EMSGSIZE = 90, RT_ENOPROTOOPT = 92, RT_EPROTONOSUPPORT = 93,
  RT_EAFNOSUPPORT = 97, RT_EADDRINUSE = 98, RT_EADDRNOTAVAIL = 99, RT_ENETDOWN = 100, RT_ENETUNREACH = 101,
  RT_ECONNABORTED = 103, RT_ECONNRESET = 104, RT_ENOBUFS = 105, RT_EISCONN = 106, RT_ENOTCONN = 107,
  RT_ETIMEDOUT = 110, RT_ECONNREFUSED = 111, RT_EHOSTUNREACH = 113, RT_EALREADY = 114, RT_ECANCELED = 125,
  RT_EOVERFLOW = 75, RT_ENOTSUP = 95, RT_EINPROGRESS = 115, RT_ENOTCAPABLE = 1000, ///< WASI: outside of what the host permits
};

// Memory.

/// Reserves up to `size` bytes of addresses, 4 MiB aligned where the system has virtual memory; returns how many
/// (at least 64 MiB) and where, 0 on failure. Nothing is usable before it is committed.
size_t rt_prim_memory_reserve(size_t size, void **base);
/// Makes a range (64 KiB aligned, inside the reservation, each range directly behind the previous one) usable and zero:
/// 0 or an error.
int rt_prim_memory_commit(void *start, size_t size);
/// Gives the contents of a committed range back; it stays usable and may read as zero or as before. Returns whether it
/// is zero now.
bool rt_prim_memory_discard(void *start, size_t size);
/// The size of the system's large pages, and how they are aligned.
enum { RT_LARGE_PAGE = 2 << 20 };
/// Asks for one large page here, of committed memory, where the system has such pages: it costs one fault instead of
/// hundreds, and one entry of the processor's table of pages. Or asks for small ones, of which few may be touched.
void rt_prim_memory_use_large_page(void *start, bool use);
/// Zeroed memory outside of the reservation, to be unmapped with the same size; NULL if there is none.
void *rt_prim_memory_map(size_t size);
void rt_prim_memory_unmap(void *start, size_t size);
/// Memory that threads may take, and the program gives back; NULL if there is none.
void *rt_prim_buffer_new(size_t size);
void rt_prim_buffer_free(void *buffer);

// Threads, where there are any: the collector's helper and the pool of the event loop.

/// Starts a thread that gets no signals and has a small stack; false if that is impossible. One in the background does not
/// interrupt the program whenever it has something to do.
bool rt_prim_thread_start(void (*run)(void), bool in_background);
/// Returns when the word has another value than that, or after so many nanoseconds unless they are 0, or early.
void rt_prim_wait(uint32_t *word, uint32_t value, uint64_t nanoseconds);
/// Wakes all who wait for a word.
void rt_prim_wake(uint32_t *word);

// Pages that are written while the collector looks elsewhere. Ranges are multiples of 4 KiB.

/// Prepares the arena for the functions below; false where the system has nothing of the kind.
bool rt_prim_written_pages_start(void *start, size_t size);
/// From now on writes into a range are noticed, or no longer. Without having been watched, a page counts as written.
void rt_prim_written_pages_watch(void *start, size_t size, bool watched);
/// Calls `visit` for the parts of a range that were written since they were watched, and watches them again if told so.
void rt_prim_written_pages(void *start, size_t size, bool watch_again, void (*visit)(char *start, char *end));

// The process.

/// Remembers arguments and environment and finds the stack's bounds; called first, from `main`'s frame.
void rt_prim_start(int argc, char **argv, void *stack_base);
/// Calls `function` with an address such that all values which the callers' registers hold lie on the stack above it.
void rt_prim_with_registers_on_stack(void (*function)(const char *stack_pointer));
/// The lowest address that the runtime and the program may use for frames.
char *rt_prim_stack_limit(void);
_Noreturn void rt_prim_exit(int status);
/// Calls a function, in a signal handler, before a signal that asks the program to end does so.
void rt_prim_before_end_by_signal(void (*function)(void));
_Noreturn void rt_prim_abort(void);
uint32_t rt_prim_argument_count(void);
const char *rt_prim_argument(uint32_t index);
/// The n-th "NAME=value", NULL behind the last.
const char *rt_prim_environment(uint32_t index);
/// The value of an environment variable, or NULL.
const char *rt_prim_getenv(const char *name);
int64_t rt_prim_process_id(void);
/// Resident memory in bytes, 0 if unknown.
uint64_t rt_prim_resident_memory(void);
/// CPU time of the process in microseconds.
void rt_prim_cpu_time(uint64_t *user, uint64_t *system);

int64_t rt_prim_parent_process_id(void);
/// Sets the mask of new files' modes; the mask before.
uint32_t rt_prim_umask(uint32_t mask);
/// Sends a signal: 0 or an error.
int rt_prim_kill(int64_t process, int signal);
/// Runs another program in this one's place, with its descriptors of the terminal; the lists end with NULL. An error if that
/// fails.
int rt_prim_execute(const char *path, const char *const *arguments, const char *const *environment);
/// The number of the user (0), effective user (1), group (2), effective group (3); -1 where there are none.
int64_t rt_prim_user(int which);
/// Changes one of those: 0 or an error.
int rt_prim_set_user(int which, int64_t id);
/// Makes these the process's groups: 0 or an error.
int rt_prim_set_groups(const uint32_t *groups, size_t count);
/// Changes the nice value of a process, 0 for this one: 0 or an error.
int rt_prim_set_priority(int process, int priority);
/// The index of a group that the process is in; -1 beyond the last.
int64_t rt_prim_group(int32_t index);

/// What `rt_prim_resource` counts, besides what getrusage does from ru_maxrss (0) to ru_nivcsw (13).
enum { RT_RESOURCE_THREAD_USER = 14, RT_RESOURCE_THREAD_SYSTEM = 15 };
/// A resource that the process used; the thread's times in microseconds.
double rt_prim_resource(int32_t which);

// The event loop. Events are `enum rt_readiness` of rt_loop.h.

/// A descriptor that is ready: what was given for it, and for what.
typedef struct rt_prim_ready {
  void *context;
  uint32_t events;
} rt_prim_ready;

/// Changes the events of a descriptor that are waited for: 0 or an error. `before` is what the last change said, 0 first.
int rt_prim_poll_change(int fd, uint32_t before, uint32_t events, void *context);
/// Waits until something is ready, at most so many milliseconds, -1: without limit; the number of entries. What was
/// interrupted has the context NULL.
uint32_t rt_prim_poll(rt_prim_ready *ready, uint32_t capacity, int64_t milliseconds);
/// Prepares polling, so that other threads can interrupt it from then on: 0 or an error. Without it
/// polling waits for no descriptors, and only its own thread may interrupt it.
int rt_prim_poll_start(void);
/// Makes polling return; called by other threads.
void rt_prim_poll_interrupt(void);
/// From now on a signal does nothing but make a descriptor readable, the same for all; or does again what it did. The
/// descriptor, or an error.
int rt_prim_signal_watch(int signal, bool is_watched);
/// The next signal that has arrived, 0 if there is none.
int rt_prim_signal_next(int fd);

// Clocks, randomness.

/// Nanoseconds of a monotonic clock.
uint64_t rt_prim_monotonic_time(void);
/// Milliseconds of that clock, a few too few, for next to nothing; always 0 where the system has no such clock.
uint64_t rt_prim_coarse_time(void);
/// Does nothing for so many nanoseconds.
void rt_prim_sleep(uint64_t nanoseconds);
/// Nanoseconds since 1970-01-01T00:00:00Z.
int64_t rt_prim_wall_time(void);
int rt_prim_random(void *bytes, size_t size);

// Files. Flags are Linux's O_ values as `fs.constants` has them.

enum rt_open_flags {
  RT_O_RDONLY = 0, RT_O_WRONLY = 1, RT_O_RDWR = 2, RT_O_CREAT = 0100, RT_O_EXCL = 0200, RT_O_TRUNC = 01000,
  RT_O_APPEND = 02000, RT_O_DIRECTORY = 0200000, RT_O_NOFOLLOW = 0400000, RT_O_SYNC = 04010000,
};

/// `mode` has Linux's S_IF bits.
typedef struct rt_prim_stat_data {
  uint64_t dev, ino, mode, nlink, uid, gid, rdev, size, blksize, blocks;
  int64_t atime_ns, mtime_ns, ctime_ns, birthtime_ns;
} rt_prim_stat_data;

enum { RT_S_IFMT = 0170000, RT_S_IFSOCK = 0140000, RT_S_IFLNK = 0120000, RT_S_IFREG = 0100000, RT_S_IFBLK = 0060000,
       RT_S_IFDIR = 0040000, RT_S_IFCHR = 0020000, RT_S_IFIFO = 0010000 };

int rt_prim_open(const char *path, int flags, int mode);
int rt_prim_close(int fd);
/// The number of bytes, 0 at the end of the file; short counts are possible. EINTR is retried.
int64_t rt_prim_read(int fd, void *bytes, size_t size);
int64_t rt_prim_write(int fd, const void *bytes, size_t size);
int64_t rt_prim_pread(int fd, void *bytes, size_t size, uint64_t offset);
int64_t rt_prim_pwrite(int fd, const void *bytes, size_t size, uint64_t offset);
/// Writes everything, waiting if the descriptor is not ready; 0 or the error.
int rt_prim_write_all(int fd, const void *bytes, size_t size);
int rt_prim_fstat(int fd, rt_prim_stat_data *data);
int rt_prim_stat(const char *path, rt_prim_stat_data *data);
int rt_prim_lstat(const char *path, rt_prim_stat_data *data);
enum { RT_STATFS_COUNTS = 8 };
/// Of a file system: type, size of a block, of a fragment, blocks, free blocks, those for everyone, files, free files.
int rt_prim_statfs(const char *path, uint64_t counts[RT_STATFS_COUNTS]);
int rt_prim_ftruncate(int fd, uint64_t size);
int rt_prim_fsync(int fd);
/// What `access` asks for: 4 read, 2 write, 1 execute, 0 existence.
int rt_prim_access(const char *path, int mode);
int rt_prim_mkdir(const char *path, int mode);
int rt_prim_rmdir(const char *path);
int rt_prim_unlink(const char *path);
int rt_prim_rename(const char *from, const char *to);
int rt_prim_symlink(const char *target, const char *path);
int rt_prim_chmod(const char *path, int mode);
int rt_prim_link(const char *from, const char *to);
int rt_prim_fchmod(int fd, int mode);
int rt_prim_chown(const char *path, int user, int group, bool follow);
int rt_prim_fchown(int fd, int user, int group);
/// Sets both times, in seconds, of a path or, if that is NULL, of a descriptor.
int rt_prim_utimes(const char *path, int fd, double access, double modification, bool follow);
int rt_prim_fdatasync(int fd);
/// The length of the target, which is cut at `size` and not terminated.
int64_t rt_prim_readlink(const char *path, char *target, size_t size);
/// Terminated; 0, or an error (-RT_ERANGE if `size` is too small).
int rt_prim_realpath(const char *path, char *resolved, size_t size);
int rt_prim_getcwd(char *path, size_t size);
int rt_prim_chdir(const char *path);

/// Reads a directory: entries other than "." and ".." are given to `entry` with their RT_S_IF type (0: unknown).
int rt_prim_read_directory(const char *path, void (*entry)(void *context, const char *name, uint32_t type),
                           void *context);

/// Whether the descriptor is a terminal, and its width in columns (0: unknown).
bool rt_prim_is_terminal(int fd);
uint32_t rt_prim_terminal_columns(int fd);
/// Its height in rows (0: unknown).
uint32_t rt_prim_terminal_rows(int fd);
/// Whether a terminal gives each key at once, unchanged and without showing it; at exit it is as it was.
int rt_prim_terminal_set_raw(int fd, bool is_raw);
/// The platform as `process.platform` names it ("linux", "wasi") and the architecture ("x64", "wasm32").
extern const char rt_prim_platform[];
extern const char rt_prim_architecture[];

// Stream sockets. They never block; WASI has none.

/// The address of a socket as the system has it.
typedef struct rt_prim_address {
  uint32_t length; ///< 0: none
  _Alignas(8) uint8_t storage[124];
} rt_prim_address;

/// Families of addresses.
enum rt_prim_family { RT_FAMILY_UNIX = 1, RT_FAMILY_IPV4 = 4, RT_FAMILY_IPV6 = 6 };

enum rt_prim_bind_flags { RT_BIND_IPV6_ONLY = 1, RT_BIND_REUSE_PORT = 2 };

/// Parts of what is sent.
typedef struct rt_prim_part {
  const void *bytes;
  size_t size;
} rt_prim_part;

/// An address of IPv4 or IPv6 out of its text, also with a zone ("fe80::1%eth0"): 0, or -RT_EINVAL.
int rt_prim_address_parse(rt_prim_address *address, const char *text, uint32_t port);
/// The address of a path, which may begin with NUL (the abstract namespace): 0 or an error.
int rt_prim_address_path(rt_prim_address *address, const char *path, size_t length);
/// The text of an address, terminated, its family (0: none) and port.
enum rt_prim_family rt_prim_address_text(const rt_prim_address *address, char *text, size_t size, uint32_t *port);
/// The family of an address alone.
enum rt_prim_family rt_prim_address_family(const rt_prim_address *address);

/// A new stream socket: the descriptor or an error.
int rt_prim_socket(enum rt_prim_family family);
/// Makes an inherited descriptor one that does not block: 0 or an error.
int rt_prim_socket_adopt(int fd);
/// Binds with SO_REUSEADDR: 0 or an error.
int rt_prim_socket_bind(int fd, const rt_prim_address *address, uint32_t flags);
int rt_prim_socket_listen(int fd, int backlog);
/// The next connection: its descriptor or an error.
int rt_prim_socket_accept(int fd);
/// 0, or -RT_EINPROGRESS: the socket will be writable, and rt_prim_socket_error tells.
int rt_prim_socket_connect(int fd, const rt_prim_address *address);
/// The pending error, negated.
int rt_prim_socket_error(int fd);
/// The number of bytes sent, without SIGPIPE. Descriptors that are no sockets are written to.
int64_t rt_prim_socket_send(int fd, const void *bytes, size_t size);
int64_t rt_prim_socket_send_parts(int fd, const rt_prim_part *parts, uint32_t count);
/// Ends the sending direction.
int rt_prim_socket_shutdown(int fd);
/// Lets closing send a reset.
int rt_prim_socket_reset(int fd);
int rt_prim_socket_no_delay(int fd, bool is_set);
/// Keep-alive probes, the first one after so many seconds (0: as the system has it).
int rt_prim_socket_keep_alive(int fd, bool is_set, uint32_t seconds);
/// IP_TOS or the traffic class: 0 or an error; getting gives the value.
int rt_prim_socket_set_type_of_service(int fd, int value);
int rt_prim_socket_type_of_service(int fd);
/// The own address or that of the other end.
int rt_prim_socket_address(int fd, bool is_peer, rt_prim_address *address);

// Names of hosts. Errors of the resolver are negated `enum rt_resolver_error`.

/// libuv's numbers of getaddrinfo's errors.
enum rt_resolver_error {
  RT_EAI_ADDRFAMILY = 3000, RT_EAI_AGAIN = 3001, RT_EAI_BADFLAGS = 3002, RT_EAI_CANCELED = 3003, RT_EAI_FAIL = 3004,
  RT_EAI_FAMILY = 3005, RT_EAI_MEMORY = 3006, RT_EAI_NODATA = 3007, RT_EAI_NONAME = 3008, RT_EAI_OVERFLOW = 3009,
  RT_EAI_SERVICE = 3010, RT_EAI_SOCKTYPE = 3011,
};

/// Resolves a name: the number of addresses or an error. `family` may be 0 for all; `flags` are getaddrinfo's `ai_flags`.
int rt_prim_lookup(const char *name, uint32_t family, uint32_t flags, rt_prim_address *addresses, uint32_t capacity);
/// The names of the host and of the service of an address: 0 or an error.
int rt_prim_lookup_service(const rt_prim_address *address, char *host, size_t host_size, char *service,
                           size_t service_size);
