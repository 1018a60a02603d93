/// Sending: at once as far as possible, and the rest from a queue.
#include "socket.h"

enum { PARTS_MAX = 64 };

static void enqueue(rt_socket *socket, const uint8_t *bytes, size_t size) {
  rt_socket_chunk *chunk = rt__allocate(sizeof *chunk, RT_CELL_WORDS);
  chunk->bytes = bytes;
  chunk->size = size;
  if (socket->last_chunk) socket->last_chunk->next = chunk;
  else socket->first_chunk = chunk;
  socket->last_chunk = chunk;
  socket->queued += size;
}

/// Takes from the queue what was sent.
static void dequeue(rt_socket *socket, size_t size) {
  socket->queued -= size;
  while (socket->first_chunk && size >= socket->first_chunk->size) {
    size -= socket->first_chunk->size;
    socket->first_chunk = socket->first_chunk->next;
  }
  if (!socket->first_chunk) {
    socket->last_chunk = NULL;
    return;
  }
  socket->first_chunk->bytes += size;
  socket->first_chunk->size -= size;
}

/// Sends from the queue until it is empty or the system takes no more: 0 or an error.
static int send_queue(rt_socket *socket) {
  while (socket->first_chunk) {
    rt_prim_part parts[PARTS_MAX];
    uint32_t count = 0;
    for (rt_socket_chunk *chunk = socket->first_chunk; chunk && count < PARTS_MAX; chunk = chunk->next)
      parts[count++] = (rt_prim_part){chunk->bytes, chunk->size};
    int64_t sent = rt_prim_socket_send_parts(socket->watcher.fd, parts, count);
    if (sent == -RT_EAGAIN) return 0;
    if (sent < 0) return (int)sent;
    dequeue(socket, (size_t)sent);
  }
  return 0;
}

void rt__socket_drop_queue(rt_socket *socket) {
  socket->first_chunk = socket->last_chunk = NULL;
  socket->queued = 0;
}

void rt__socket_flush_js(rt_socket *socket) {
  if (!socket->first_chunk) {
    rt__socket_update(socket);
    return;
  }
  RT_ROOT_POINTER(socket);
  int error = send_queue(socket);
  if (error < 0) rt__socket_drop_queue(socket);
  else if (socket->first_chunk) return;
  rt__socket_update(socket);
  if (socket->consumer->written_js) socket->consumer->written_js(socket, error);
  if ((socket->state & RT_SOCKET_SHUTTING) && !socket->first_chunk) rt__socket_end_js(socket);
}

/// How much of some bytes the system takes now: a count or an error.
static int64_t send_now(rt_socket *socket, const uint8_t *bytes, size_t size) {
  if (!rt__socket_is_open(socket)) return -RT_EBADF;
  if (socket->state & RT_SOCKET_SHUT) return -RT_EPIPE;
  socket->bytes_written += size;
  if (socket->first_chunk || (socket->state & RT_SOCKET_CONNECTING) || size == 0) return 0;
  int64_t sent = rt_prim_socket_send(socket->watcher.fd, bytes, size);
  return sent == -RT_EAGAIN ? 0 : sent;
}

int64_t rt__socket_write(rt_socket *socket, const uint8_t *bytes, size_t size) {
  int64_t sent = send_now(socket, bytes, size);
  if (sent < 0 || (size_t)sent == size) return sent < 0 ? sent : 0;
  enqueue(socket, bytes + sent, size - (size_t)sent);
  rt__socket_update(socket);
  return (int64_t)socket->queued;
}

int64_t rt__socket_write_copy(rt_socket *socket, const uint8_t *bytes, size_t size) {
  int64_t sent = send_now(socket, bytes, size);
  if (sent < 0 || (size_t)sent == size) return sent < 0 ? sent : 0;
  size_t left = size - (size_t)sent;
  uint8_t *copy = rt__allocate(left, RT_CELL_LEAF);
  memcpy(copy, bytes + sent, left);
  enqueue(socket, copy, left);
  rt__socket_update(socket);
  return (int64_t)socket->queued;
}

int64_t rt__socket_write_parts(rt_socket *socket, const rt_prim_part *parts, uint32_t count) {
  if (!rt__socket_is_open(socket)) return -RT_EBADF;
  if (socket->state & RT_SOCKET_SHUT) return -RT_EPIPE;
  bool waits = socket->first_chunk || (socket->state & RT_SOCKET_CONNECTING);
  uint32_t first = 0;
  size_t sent_of_first = 0;
  for (uint32_t i = 0; i < count; i++) socket->bytes_written += parts[i].size;
  while (!waits && first < count) {
    uint32_t some = count - first < PARTS_MAX ? count - first : PARTS_MAX;
    int64_t sent = rt_prim_socket_send_parts(socket->watcher.fd, parts + first, some);
    if (sent == -RT_EAGAIN) break;
    if (sent < 0) return sent;
    size_t left = (size_t)sent;
    uint32_t end = first + some;
    while (first < end && left >= parts[first].size) left -= parts[first++].size;
    sent_of_first = left;
    if (first < end) break;
  }
  for (uint32_t i = first; i < count; i++) {
    size_t sent = i == first ? sent_of_first : 0;
    if (parts[i].size > sent) enqueue(socket, (const uint8_t *)parts[i].bytes + sent, parts[i].size - sent);
  }
  if (!socket->first_chunk) return 0;
  rt__socket_update(socket);
  return (int64_t)socket->queued;
}

int rt__socket_shutdown(rt_socket *socket) {
  if (!rt__socket_is_open(socket) || (socket->state & (RT_SOCKET_SHUTTING | RT_SOCKET_SHUT | RT_SOCKET_LISTENING)))
    return -RT_ENOTCONN;
  socket->state |= RT_SOCKET_SHUTTING;
  if (!socket->first_chunk && !(socket->state & RT_SOCKET_CONNECTING)) rt__socket_set_pending(socket);
  rt__socket_update(socket);
  return 0;
}

void rt__socket_end_js(rt_socket *socket) {
  socket->state &= (uint16_t)~RT_SOCKET_SHUTTING;
  socket->state |= RT_SOCKET_SHUT;
  int status = rt_prim_socket_shutdown(socket->watcher.fd);
  rt__socket_update(socket);
  RT_ROOT_POINTER(socket);
  if (socket->consumer->shut_down_js) socket->consumer->shut_down_js(socket, status);
}
