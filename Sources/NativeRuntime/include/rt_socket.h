/// Stream sockets on the event loop: TCP, Unix sockets and what else can be read and written like them. What `net` and
/// `http` build on.
///
/// Glossary
///   socket     one end of a connection, or what listens; an object of the heap, which programs see as an opaque handle
///   consumer   who is told what happens to a socket: a table of functions, in C. `net` has one that calls JavaScript
///              (src/net/net.c); another module takes a socket over by changing `socket->consumer` and `socket->owner`
///   request    connecting, writing what could not be sent at once, and ending the sending direction: keeps the program
///              running until it is done, as reading and listening do unless the socket was unreferenced
///
/// Life: rt__socket_new, then rt__socket_connect, rt__socket_listen or rt__socket_open, in the end rt__socket_close,
/// behind which no function of the consumer but `closed_js` is called. Between the first of these and the last the socket
/// is kept alive by the loop, with everything that it refers to: its consumer's functions need no roots for what `owner`
/// and `data` hold.
///
/// What reads: all sockets read into one buffer (64 KiB), whose bytes a consumer copies or uses up before it returns.
/// Reading that was stopped costs no system call: the system is told only if something arrives meanwhile.
/// What writes: rt__socket_write sends at once what the system takes. The rest is queued by reference, not copied, so that
/// its bytes may not change until `written_js` is told.
///
/// Errors are negated numbers of rt_errno. Functions whose name ends in `_js` run callbacks: consumers' functions call
/// the program by rt__loop_call_js and, if that returns true, rt__loop_end_callback_js. After either the socket may be
/// closed (rt__socket_is_open) or have another consumer.
#pragma once

#include "rt_loop.h"
#include "rt_object.h"
#include "rt_prim.h"

typedef struct rt_socket rt_socket;

/// What a consumer is told. Members may be NULL if what they tell cannot happen.
typedef struct rt_socket_consumer {
  /// Where to read to, and how much at most; NULL, or no such function: the shared buffer.
  uint8_t *(*target)(rt_socket *socket, size_t *size);
  /// `count` bytes have arrived (> 0), in the shared buffer; the other end has ended (0, `bytes` is NULL, reading has
  /// stopped); or reading failed (< 0, reading has stopped).
  void (*read_js)(rt_socket *socket, const uint8_t *bytes, ptrdiff_t count);
  /// All that was queued is sent (0), or sending failed and the queue was dropped (< 0).
  void (*written_js)(rt_socket *socket, int status);
  /// The connection that rt__socket_connect began is there (0) or failed (< 0).
  void (*connected_js)(rt_socket *socket, int status);
  /// The sending direction is ended.
  void (*shut_down_js)(rt_socket *socket, int status);
  /// The socket, which rt__socket_close closed, is forgotten: called in the close phase.
  void (*closed_js)(rt_socket *socket);
  /// Of a listening socket: a connection was accepted. It does not read yet and has the listening one's consumer and no
  /// owner; what is not wanted is closed. `status` < 0: accepting failed, `client` is NULL.
  void (*accepted_js)(rt_socket *server, rt_socket *client, int status);
} rt_socket_consumer;

enum rt_socket_state {
  RT_SOCKET_OPEN = 1,          ///< has a descriptor
  RT_SOCKET_READING = 2,       ///< rt__socket_read_start was called last
  RT_SOCKET_LISTENING = 4,
  RT_SOCKET_CONNECTING = 8,
  RT_SOCKET_SHUTTING = 16,     ///< the sending direction is to be ended behind what is queued
  RT_SOCKET_UNREFERENCED = 32,
  RT_SOCKET_CLOSING = 64,      ///< rt__socket_close was called
  RT_SOCKET_PENDING = 128,     ///< told in the pending phase
  RT_SOCKET_HOLDS = 256,       ///< reading or listening holds a reference of the loop
  RT_SOCKET_REQUESTS = 512,    ///< requests hold one
  RT_SOCKET_STARVED = 1024,    ///< does not accept until descriptors are free
  RT_SOCKET_LISTED = 2048,     ///< among the open ones
  RT_SOCKET_SHUT = 4096,       ///< the sending direction is ended
};

/// Bytes that wait for being sent, in the order of the queue.
typedef struct rt_socket_chunk {
  struct rt_socket_chunk *next;
  const uint8_t *bytes; ///< in a cell, which the pointer keeps alive
  size_t size;
} rt_socket_chunk;

struct rt_socket {
  rt_object object;
  rt_watcher watcher; ///< `fd` is -1 without a descriptor
  const rt_socket_consumer *consumer;
  rt_value owner;     ///< the consumer's: what the program knows the socket as
  void *data;         ///< the consumer's: a cell, or NULL
  rt_value scope;     ///< the asynchronous context that it was made in, where programs have any
  rt_socket *next, *previous, *next_pending;
  rt_socket_chunk *first_chunk, *last_chunk;
  size_t queued;      ///< bytes that are not sent yet
  uint64_t bytes_read, bytes_written; ///< `bytes_written` counts what is queued, too
  uint16_t state;     ///< enum rt_socket_state
  uint8_t family;     ///< enum rt_prim_family; 0: without a descriptor
  int32_t status;     ///< of what is told in the pending phase
};

static inline bool rt__socket_is_open(const rt_socket *socket) {
  return (socket->state & (RT_SOCKET_OPEN | RT_SOCKET_CLOSING)) == RT_SOCKET_OPEN;
}
/// Whether a value is a socket.
bool rt__is_socket(rt_value value);

/// A socket without a descriptor.
rt_socket *rt__socket_new(const rt_socket_consumer *consumer);
/// Gives it a descriptor, which belongs to it from then on: 0 or an error.
int rt__socket_open(rt_socket *socket, int fd);
/// Binds it, making its descriptor; `flags` are enum rt_prim_bind_flags.
int rt__socket_bind(rt_socket *socket, const rt_prim_address *address, uint32_t flags);
/// Accepts connections from now on. A program that has no descriptors left goes on accepting when there are some.
int rt__socket_listen(rt_socket *socket, int backlog);
/// Begins to connect: 0, and `connected_js` will be told; or an error, and it will not.
int rt__socket_connect(rt_socket *socket, const rt_prim_address *address);

/// Begins or goes on to read.
void rt__socket_read_start(rt_socket *socket);
/// Stops reading; also inside of `read_js`, which is not called again then.
void rt__socket_read_stop(rt_socket *socket);

/// Sends: how many bytes are queued, all or some (> 0: `written_js` will be told), none (0: all is sent, nobody is told),
/// or an error. `bytes` lie in a cell. Where they do not, or will change, use rt__socket_write_copy.
int64_t rt__socket_write(rt_socket *socket, const uint8_t *bytes, size_t size);
/// The same, copying what it has to queue.
int64_t rt__socket_write_copy(rt_socket *socket, const uint8_t *bytes, size_t size);
/// The same with several parts in cells, by one system call if all can be sent.
int64_t rt__socket_write_parts(rt_socket *socket, const rt_prim_part *parts, uint32_t count);
/// Ends the sending direction behind what is queued: 0, and `shut_down_js` will be told; or an error (-RT_ENOTCONN).
int rt__socket_shutdown(rt_socket *socket);

/// Closes at once, dropping what is queued; `closed_js` is told in the close phase. Further calls do nothing.
void rt__socket_close(rt_socket *socket);
/// The same with a reset instead of an end, where the system can: 0 or an error, and nothing is closed.
int rt__socket_reset(rt_socket *socket);

/// Whether reading and listening keep the program running.
void rt__socket_reference(rt_socket *socket, bool is_referenced);
