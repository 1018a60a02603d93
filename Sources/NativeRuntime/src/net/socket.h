/// What the files of src/net share.
///
///   socket.c        life, reading, accepting
///   socket_write.c  sending and the queue of what could not be sent
///   socket_later.c  what is told in the pending and the close phase; waiting for free descriptors
///   net.c           the consumer that calls JavaScript, and the intrinsics of `net`
///   dns.c           names of hosts, in the pool
///   ip_text.c       addresses as text, without the system
#pragma once

#include "rt_socket.h"

/// Called when the descriptor of a socket is ready.
void rt__socket_ready_js(rt_watcher *watcher, uint32_t readiness);
/// Brings what is watched and what keeps the loop going into line with a socket's state.
void rt__socket_update(rt_socket *socket);
/// Tells that connecting has come to its end.
void rt__socket_connected_js(rt_socket *socket, int status);
/// Sends what is queued, as far as the system takes it.
void rt__socket_flush_js(rt_socket *socket);
/// Forgets what is queued.
void rt__socket_drop_queue(rt_socket *socket);
/// Ends the sending direction now that nothing is queued.
void rt__socket_end_js(rt_socket *socket);
/// Tells of a socket in the next pending phase, or no longer.
void rt__socket_set_pending(rt_socket *socket);
void rt__socket_cancel_pending(rt_socket *socket);
/// Tells in the close phase that a socket is closed.
void rt__socket_set_closing(rt_socket *socket);
/// What that calls.
void rt__socket_closed_js(rt_socket *socket);
/// Makes a listening socket wait until there are free descriptors.
void rt__socket_starve(rt_socket *server);
/// Lets those that wait try again; NULL while there are none.
extern void (*rt__sockets_feed)(void);
/// All that have a descriptor, linked by `next`.
rt_socket *rt__socket_first(void);
/// An address for the program: [ text, port, family ].
rt_value rt__address_value(const rt_prim_address *address);
