/// Stream sockets: their life, reading, and accepting.
#include "library.h"
#include "socket.h"

/// One turn of a socket reads or accepts so often at most, so that all have their turn.
enum { READS_MAX = 16, ACCEPTS_MAX = 64, BUFFER_SIZE = 64 << 10 };

static const rt_class socket_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_socket),
    .prototype_builtin = RT_BUILTIN_OBJECT_PROTOTYPE + 1,
    .name = "Socket",
};

/// What all sockets read into.
static uint8_t buffer[BUFFER_SIZE];
/// All that have a descriptor or close.
static rt_socket *first_open RT_ROOTED_UNUSED;

bool rt__is_socket(rt_value value) { return rt_is_object(value) && rt_class_of(rt_as_object(value)) == &socket_class; }

rt_socket *rt__socket_new(const rt_socket_consumer *consumer) {
  static rt_shape *shape RT_ROOTED_UNUSED;
  if (!shape) shape = rt__shape_root(&socket_class, 0);
  rt_socket *socket = (rt_socket *)(void *)rt__object_of_shape(shape);
  socket->watcher.fd = -1;
  socket->consumer = consumer;
  socket->owner = RT_UNDEFINED;
  socket->scope = RT_UNDEFINED;
  return socket;
}

void rt__socket_update(rt_socket *socket) {
  uint32_t state = socket->state;
  bool is_closing = (state & RT_SOCKET_CLOSING) != 0;
  bool holds = (state & (RT_SOCKET_READING | RT_SOCKET_LISTENING)) && !(state & RT_SOCKET_UNREFERENCED) && !is_closing;
  bool requests = (state & (RT_SOCKET_CONNECTING | RT_SOCKET_SHUTTING | RT_SOCKET_CLOSING)) || socket->first_chunk;
  rt__loop_reference((int32_t)holds - ((state & RT_SOCKET_HOLDS) != 0) + (int32_t)requests -
                     ((state & RT_SOCKET_REQUESTS) != 0));
  socket->state = (uint16_t)((state & ~(uint32_t)(RT_SOCKET_HOLDS | RT_SOCKET_REQUESTS)) |
                             (holds ? RT_SOCKET_HOLDS : 0) | (requests ? RT_SOCKET_REQUESTS : 0));
  if (is_closing || socket->watcher.fd < 0) return;
  bool reads =
      (state & RT_SOCKET_READING) || (state & (RT_SOCKET_LISTENING | RT_SOCKET_STARVED)) == RT_SOCKET_LISTENING;
  // What fails at once is told in the pending phase, and what is ready then is not to be told before.
  bool writes = socket->first_chunk || ((state & RT_SOCKET_CONNECTING) && !(state & RT_SOCKET_PENDING));
  if (state & RT_SOCKET_CONNECTING) reads = false;
  uint32_t wanted = (reads ? RT_READABLE : 0u) | (writes ? RT_WRITABLE : 0u);
  // Reading that was stopped often goes on before anything arrives.
  if ((wanted | RT_READABLE) != socket->watcher.wanted && wanted != socket->watcher.wanted)
    rt__watch(&socket->watcher, wanted);
}

/// Tells the system that a socket which is ready for reading does not read.
static void stop_watching(rt_socket *socket) {
  rt__watch(&socket->watcher, socket->first_chunk ? RT_WRITABLE : 0);
}

/// Keeps a socket that has a descriptor alive.
static void enlist(rt_socket *socket) {
  if (socket->state & RT_SOCKET_LISTED) return;
  socket->state |= RT_SOCKET_LISTED;
  socket->next = first_open;
  if (first_open) first_open->previous = socket;
  first_open = socket;
}

static void delist(rt_socket *socket) {
  if (!(socket->state & RT_SOCKET_LISTED)) return;
  socket->state &= (uint16_t)~RT_SOCKET_LISTED;
  if (socket->previous) socket->previous->next = socket->next;
  else first_open = socket->next;
  if (socket->next) socket->next->previous = socket->previous;
  socket->next = socket->previous = NULL;
}

/// Reads what has arrived.
static void receive_js(rt_socket *socket) {
  for (int turn = 0; turn < READS_MAX && (socket->state & RT_SOCKET_READING) && rt__socket_is_open(socket); turn++) {
    size_t size = BUFFER_SIZE;
    uint8_t *target = socket->consumer->target ? socket->consumer->target(socket, &size) : NULL;
    if (!target) target = buffer;
    int64_t count = rt_prim_read(socket->watcher.fd, target, size);
    if (count == -RT_EAGAIN) return;
    if (count > 0) socket->bytes_read += (uint64_t)count;
    else rt__socket_read_stop(socket);
    socket->consumer->read_js(socket, count > 0 ? target : NULL, (ptrdiff_t)count);
    if (count < (int64_t)size) return;
  }
}

static bool is_out_of_descriptors(int error) {
  return error == -RT_EMFILE || error == -RT_ENFILE || error == -RT_ENOBUFS || error == -RT_ENOMEM;
}

/// Accepts the connections that wait.
static void accept_js(rt_socket *server) {
  for (int turn = 0; turn < ACCEPTS_MAX && rt__socket_is_open(server); turn++) {
    int fd = rt_prim_socket_accept(server->watcher.fd);
    if (fd == -RT_EAGAIN || fd == -RT_ECONNABORTED) return;
    if (is_out_of_descriptors(fd)) {
      rt__socket_starve(server);
      return;
    }
    rt_socket *client = NULL;
    if (fd >= 0) {
      client = rt__socket_new(server->consumer);
      client->watcher.fd = fd;
      client->watcher.ready_js = rt__socket_ready_js;
      client->family = server->family;
      client->state = RT_SOCKET_OPEN;
      enlist(client);
    }
    server->consumer->accepted_js(server, client, fd < 0 ? fd : 0);
    if (fd < 0) return;
  }
}

void rt__socket_ready_js(rt_watcher *watcher, uint32_t readiness) {
  rt_socket *socket = (rt_socket *)(void *)((char *)watcher - offsetof(rt_socket, watcher));
  RT_ROOT_POINTER(socket);
  if (socket->state & RT_SOCKET_LISTENING) {
    accept_js(socket);
    return;
  }
  if (socket->state & RT_SOCKET_CONNECTING) {
    int status = rt_prim_socket_error(socket->watcher.fd);
    if (status != -RT_EINPROGRESS) rt__socket_connected_js(socket, status);
    return;
  }
  if (readiness & RT_READABLE) {
    if (socket->state & RT_SOCKET_READING) receive_js(socket);
    else stop_watching(socket);
  }
  if ((readiness & RT_WRITABLE) && rt__socket_is_open(socket)) rt__socket_flush_js(socket);
}

int rt__socket_open(rt_socket *socket, int fd) {
  if (socket->watcher.fd >= 0) return -RT_EBUSY;
  int error = rt_prim_socket_adopt(fd);
  if (error < 0) return error;
  rt_prim_address address;
  socket->family = rt_prim_socket_address(fd, false, &address) == 0 ? (uint8_t)rt_prim_address_family(&address) : 0;
  socket->watcher.fd = fd;
  socket->watcher.ready_js = rt__socket_ready_js;
  socket->state |= RT_SOCKET_OPEN;
  enlist(socket);
  return 0;
}

/// Makes the descriptor of a socket that has none: 0 or an error.
static int make_descriptor(rt_socket *socket, const rt_prim_address *address) {
  if (socket->watcher.fd >= 0) return 0;
  enum rt_prim_family family = rt_prim_address_family(address);
  if (family == 0) return -RT_EINVAL;
  int fd = rt_prim_socket(family);
  if (fd < 0) return fd;
  socket->family = (uint8_t)family;
  socket->watcher.fd = fd;
  socket->watcher.ready_js = rt__socket_ready_js;
  enlist(socket);
  socket->state |= RT_SOCKET_OPEN;
  return 0;
}

int rt__socket_bind(rt_socket *socket, const rt_prim_address *address, uint32_t flags) {
  int error = make_descriptor(socket, address);
  return error < 0 ? error : rt_prim_socket_bind(socket->watcher.fd, address, flags);
}

int rt__socket_listen(rt_socket *socket, int backlog) {
  if (!rt__socket_is_open(socket)) return -RT_EINVAL;
  int error = rt_prim_socket_listen(socket->watcher.fd, backlog);
  if (error < 0) return error;
  socket->state |= RT_SOCKET_LISTENING;
  rt__socket_update(socket);
  return 0;
}

int rt__socket_connect(rt_socket *socket, const rt_prim_address *address) {
  if (socket->state & (RT_SOCKET_CONNECTING | RT_SOCKET_CLOSING)) return -RT_EALREADY;
  int error = make_descriptor(socket, address);
  if (error < 0) return error;
  error = rt_prim_socket_connect(socket->watcher.fd, address);
  bool has_failed = error < 0 && error != -RT_EINPROGRESS;
  bool is_late = has_failed && (error == -RT_ECONNREFUSED || socket->family == RT_FAMILY_UNIX);
  if (has_failed && !is_late) return error;
  socket->state |= RT_SOCKET_CONNECTING;
  if (is_late) {
    socket->status = error;
    rt__socket_set_pending(socket);
  }
  rt__socket_update(socket);
  return 0;
}

void rt__socket_connected_js(rt_socket *socket, int status) {
  socket->state &= (uint16_t)~RT_SOCKET_CONNECTING;
  RT_ROOT_POINTER(socket);
  socket->consumer->connected_js(socket, status);
  // Nearly always it reads now, so that the system need not forget it in between.
  rt__socket_update(socket);
}

void rt__socket_read_start(rt_socket *socket) {
  if (!rt__socket_is_open(socket)) return;
  socket->state |= RT_SOCKET_READING;
  rt__socket_update(socket);
}

void rt__socket_read_stop(rt_socket *socket) {
  socket->state &= (uint16_t)~RT_SOCKET_READING;
  rt__socket_update(socket);
}

void rt__socket_reference(rt_socket *socket, bool is_referenced) {
  if (is_referenced) socket->state &= (uint16_t)~RT_SOCKET_UNREFERENCED;
  else socket->state |= RT_SOCKET_UNREFERENCED;
  rt__socket_update(socket);
}

void rt__socket_close(rt_socket *socket) {
  if (socket->state & RT_SOCKET_CLOSING) return;
  enum { STANDARD_ERROR = 2 };
  int fd = socket->watcher.fd;
  if (fd >= 0) {
    rt__watch(&socket->watcher, 0);
    // Others may still print.
    if (fd > STANDARD_ERROR) (void)rt_prim_close(fd);
    socket->watcher.fd = -1;
  }
  rt__socket_drop_queue(socket);
  rt__socket_cancel_pending(socket);
  socket->state &= (uint16_t) ~(RT_SOCKET_OPEN | RT_SOCKET_READING | RT_SOCKET_LISTENING | RT_SOCKET_CONNECTING |
                                RT_SOCKET_SHUTTING | RT_SOCKET_STARVED);
  socket->state |= RT_SOCKET_CLOSING;
  enlist(socket);
  rt__socket_update(socket);
  rt__socket_set_closing(socket);
  if (rt__sockets_feed) rt__sockets_feed();
}

int rt__socket_reset(rt_socket *socket) {
  if (socket->state & RT_SOCKET_SHUTTING) return -RT_EINVAL;
  if (socket->watcher.fd >= 0 && socket->family != RT_FAMILY_UNIX) {
    int error = rt_prim_socket_reset(socket->watcher.fd);
    if (error < 0) return error;
  }
  rt__socket_close(socket);
  return 0;
}

void rt__socket_closed_js(rt_socket *socket) {
  RT_ROOT_POINTER(socket);
  delist(socket);
  if (socket->state & RT_SOCKET_REQUESTS) rt__loop_reference(-1);
  socket->state &= (uint16_t)~RT_SOCKET_REQUESTS;
  if (socket->consumer->closed_js) socket->consumer->closed_js(socket);
}

rt_socket *rt__socket_first(void) { return first_open; }
