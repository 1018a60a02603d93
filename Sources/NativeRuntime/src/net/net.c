/// The consumer of sockets that calls JavaScript, and the intrinsics of `net`, which take sockets as handles.
///
/// The program has one function for each kind of event, which gets the socket's owner: a connection has no closures.
#include "buffer/encoding.h"
#include "library.h"
#include "rt_async_context.h"
#include "rt_binary.h"
#include "socket.h"

enum { SCRATCH_SIZE = 16 << 10, PATH_PORT = -1 };

enum net_event {
  EVENT_READ,
  EVENT_WRITTEN,
  EVENT_CONNECTED,
  EVENT_SHUT_DOWN,
  EVENT_CLOSED,
  EVENT_ACCEPTED,
  EVENT_COUNT,
};

/// Numbers of netOption and netCount, as net-handle.ts has them.
enum net_option { OPTION_NO_DELAY, OPTION_KEEP_ALIVE, OPTION_SET_TYPE_OF_SERVICE, OPTION_TYPE_OF_SERVICE };
enum net_count { COUNT_READ, COUNT_WRITTEN, COUNT_QUEUED, COUNT_DESCRIPTOR, COUNT_FAMILY };

static rt_value functions[EVENT_COUNT] RT_ROOTED_UNUSED;

rt_value rt_buffer_new(double length);

static void call_js(const rt_socket *socket, enum net_event event, uint32_t argc, const rt_value *argv) {
  rt__enter_context(socket->scope);
  if (rt__loop_call_js(functions[event], RT_UNDEFINED, argc, argv)) rt__loop_end_callback_js();
}

/// ( owner, bytes, count ): the bytes are a Buffer, or undefined where the owner gave a view to read to.
static void read_js(rt_socket *socket, const uint8_t *bytes, ptrdiff_t count) {
  rt_value chunk = RT_UNDEFINED;
  RT_ROOT_POINTER(socket);
  if (count > 0 && !socket->data) {
    chunk = rt_buffer_new((double)count);
    if (chunk == RT_EXCEPTION) {
      rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
      return;
    }
    memcpy(rt_as_view(chunk)->data, bytes, (size_t)count);
  }
  const rt_value argv[] = {socket->owner, chunk, rt_from_double((double)count)};
  call_js(socket, EVENT_READ, 3, argv);
}

static uint8_t *target(rt_socket *socket, size_t *size) {
  const rt_view *view = socket->data;
  if (!view || view->length == 0) return NULL;
  *size = view->length << rt_element_shift(view->kind);
  return view->data;
}

/// ( owner, status )
static void tell_status_js(rt_socket *socket, enum net_event event, int status) {
  const rt_value argv[] = {socket->owner, rt_from_double(status)};
  call_js(socket, event, 2, argv);
}

static void written_js(rt_socket *socket, int status) { tell_status_js(socket, EVENT_WRITTEN, status); }
static void connected_js(rt_socket *socket, int status) { tell_status_js(socket, EVENT_CONNECTED, status); }
static void shut_down_js(rt_socket *socket, int status) { tell_status_js(socket, EVENT_SHUT_DOWN, status); }
static void closed_js(rt_socket *socket) { tell_status_js(socket, EVENT_CLOSED, 0); }

/// ( owner of the server, handle or undefined, status )
static void accepted_js(rt_socket *server, rt_socket *client, int status) {
  if (client) client->scope = rt__arriving_context(server->scope);
  const rt_value argv[] = {server->owner, client ? rt_from_object(client) : RT_UNDEFINED, rt_from_double(status)};
  call_js(server, EVENT_ACCEPTED, 3, argv);
}

static const rt_socket_consumer consumer = {
    .target = target,
    .read_js = read_js,
    .written_js = written_js,
    .connected_js = connected_js,
    .shut_down_js = shut_down_js,
    .closed_js = closed_js,
    .accepted_js = accepted_js,
};

void rt_net_use(rt_value read, rt_value written, rt_value connected, rt_value shut_down, rt_value closed,
                rt_value accepted);
rt_value rt_net_new(rt_value owner);
int32_t rt_net_open(rt_value handle, int32_t fd);
int32_t rt_net_bind(rt_value handle, rt_string *address, int32_t port, int32_t flags);
int32_t rt_net_listen(rt_value handle, int32_t backlog);
int32_t rt_net_connect(rt_value handle, rt_string *address, int32_t port);
void rt_net_read(rt_value handle, int32_t reads);
void rt_net_read_to(rt_value handle, rt_value view);
double rt_net_write(rt_value handle, rt_value data, int32_t encoding);
double rt_net_write_all(rt_value handle, rt_value list);
int32_t rt_net_shutdown(rt_value handle);
void rt_net_close(rt_value handle);
int32_t rt_net_reset(rt_value handle);
void rt_net_reference(rt_value handle, int32_t is_referenced);
int32_t rt_net_is_referenced(rt_value handle);
void rt_net_set_owner(rt_value handle, rt_value owner);
rt_value rt_net_address(rt_value handle, int32_t is_peer);
int32_t rt_net_option(rt_value handle, int32_t option, int32_t value, int32_t detail);
double rt_net_count(rt_value handle, int32_t what);
rt_string *rt_net_kind(int32_t fd);

static rt_socket *socket_of(rt_value handle) { return (rt_socket *)rt_pointer(handle); }

/// Sets the functions of the events.
void rt_net_use(rt_value read, rt_value written, rt_value connected, rt_value shut_down, rt_value closed,
                rt_value accepted) {
  const rt_value all[EVENT_COUNT] = {read, written, connected, shut_down, closed, accepted};
  memcpy(functions, all, sizeof all);
}

/// A handle without a descriptor.
rt_value rt_net_new(rt_value owner) {
  RT_SAFEPOINT();
  rt_socket *socket = rt__socket_new(&consumer);
  socket->owner = owner;
  socket->scope = rt__capture_context();
  return rt_from_object(socket);
}

int32_t rt_net_open(rt_value handle, int32_t fd) { return rt__socket_open(socket_of(handle), fd); }

/// Reads an address with a port, or the path of a Unix socket.
static int address_of(rt_prim_address *address, rt_string *text, int32_t port) {
  if (port == PATH_PORT) {
    size_t length = rt__utf8_length(text);
    uint8_t bytes[sizeof address->storage];
    if (length > sizeof bytes) return -RT_ENAMETOOLONG;
    rt__utf8_write(text, bytes);
    return rt_prim_address_path(address, (const char *)bytes, length);
  }
  return rt_prim_address_parse(address, rt__utf8_cstring(text), (uint32_t)port);
}

int32_t rt_net_bind(rt_value handle, rt_string *text, int32_t port, int32_t flags) {
  RT_SAFEPOINT();
  rt_prim_address address;
  int error = address_of(&address, text, port);
  return error < 0 ? error : rt__socket_bind(socket_of(handle), &address, (uint32_t)flags);
}

int32_t rt_net_listen(rt_value handle, int32_t backlog) { return rt__socket_listen(socket_of(handle), backlog); }

int32_t rt_net_connect(rt_value handle, rt_string *text, int32_t port) {
  RT_SAFEPOINT();
  rt_prim_address address;
  int error = address_of(&address, text, port);
  return error < 0 ? error : rt__socket_connect(socket_of(handle), &address);
}

void rt_net_read(rt_value handle, int32_t reads) {
  if (reads) rt__socket_read_start(socket_of(handle));
  else rt__socket_read_stop(socket_of(handle));
}

/// Reads into a view from now on, or into new Buffers.
void rt_net_read_to(rt_value handle, rt_value view) {
  socket_of(handle)->data = rt_is_typed_array(view) ? rt_as_view(view) : NULL;
}

/// The bytes of a view, or of text as UTF-8, Latin-1 or UTF-16; those of text lie in a new cell.
static rt_prim_part part_of(rt_value data, int32_t encoding) {
  if (!rt_is_string(data)) {
    const rt_view *view = rt_as_view(data);
    return (rt_prim_part){view->data, view->length << rt_element_shift(view->kind)};
  }
  rt_string *string = rt_as_string(data);
  if (encoding == RT_ENCODING_UTF8) {
    size_t size = rt__utf8_length(string);
    uint8_t *bytes = rt__allocate(size + 1, RT_CELL_LEAF);
    rt__utf8_write(string, bytes);
    return (rt_prim_part){bytes, size};
  }
  rt_text text = rt__text(string);
  rt_units units = {.latin1 = text.latin1, .utf16 = text.utf16, .length = text.length};
  size_t size = encoding == RT_ENCODING_UTF16LE ? 2 * (size_t)text.length : text.length;
  uint8_t *bytes = rt__allocate(size + 1, RT_CELL_LEAF);
  if (encoding == RT_ENCODING_UTF16LE) (void)rt__units_to_utf16(units, bytes, size);
  else rt__units_to_latin1(units, bytes, size);
  return (rt_prim_part){bytes, size};
}

/// Sends a view or text: how many bytes are queued, or the negated errno.
double rt_net_write(rt_value handle, rt_value data, int32_t encoding) {
  RT_SAFEPOINT();
  rt_socket *socket = socket_of(handle);
  if (rt_is_string(data)) {
    // Short text needs no cell.
    rt_string *string = rt_as_string(data);
    uint8_t scratch[SCRATCH_SIZE];
    rt_text text = rt__text(string);
    if (text.latin1 && encoding == RT_ENCODING_LATIN1)
      return (double)rt__socket_write_copy(socket, text.latin1, text.length);
    if (encoding == RT_ENCODING_UTF8 && text.length <= SCRATCH_SIZE / 3) {
      size_t size = rt__utf8_length(string);
      rt__utf8_write(string, scratch);
      return (double)rt__socket_write_copy(socket, scratch, size);
    }
  }
  rt_prim_part part = part_of(data, encoding);
  return (double)rt__socket_write(socket, part.bytes, part.size);
}

/// Sends an array of views and texts, each followed by its encoding.
double rt_net_write_all(rt_value handle, rt_value list) {
  RT_SAFEPOINT();
  const rt_array *array = (const rt_array *)rt_pointer(list);
  uint32_t count = array->length / 2;
  rt_prim_part *parts = rt__allocate(count * sizeof *parts + 1, RT_CELL_WORDS);
  for (uint32_t i = 0; i < count; i++) {
    rt_value encoding = array->elements[2 * i + 1];
    parts[i] = part_of(array->elements[2 * i], rt_is_number(encoding) ? (int32_t)rt_double(encoding) : 0);
  }
  return (double)rt__socket_write_parts(socket_of(handle), parts, count);
}

int32_t rt_net_shutdown(rt_value handle) { return rt__socket_shutdown(socket_of(handle)); }
void rt_net_close(rt_value handle) { rt__socket_close(socket_of(handle)); }
int32_t rt_net_reset(rt_value handle) { return rt__socket_reset(socket_of(handle)); }
void rt_net_reference(rt_value handle, int32_t is_referenced) {
  rt__socket_reference(socket_of(handle), is_referenced != 0);
}
int32_t rt_net_is_referenced(rt_value handle) {
  return !(socket_of(handle)->state & (RT_SOCKET_UNREFERENCED | RT_SOCKET_CLOSING));
}
void rt_net_set_owner(rt_value handle, rt_value owner) { socket_of(handle)->owner = owner; }

/// [ address, port, family ] of an end, or the negated errno.
rt_value rt_net_address(rt_value handle, int32_t is_peer) {
  RT_SAFEPOINT();
  rt_socket *socket = socket_of(handle);
  rt_prim_address address;
  if (socket->watcher.fd < 0) return rt_from_double(-RT_EBADF);
  int error = rt_prim_socket_address(socket->watcher.fd, is_peer != 0, &address);
  return error < 0 ? rt_from_double(error) : rt__address_value(&address);
}

rt_value rt__address_value(const rt_prim_address *address) {
  char text[sizeof address->storage + 1];
  uint32_t port = 0;
  enum rt_prim_family family = rt_prim_address_text(address, text, sizeof text, &port);
  rt_array *result = rt__array_new(3);
  (void)rt__array_push(result, rt_from_string(rt__string_from_utf8((const uint8_t *)text, strlen(text))));
  (void)rt__array_push(result, rt_from_double(port));
  (void)rt__array_push(result, rt_from_double((double)family));
  return rt_from_object(result);
}

int32_t rt_net_option(rt_value handle, int32_t option, int32_t value, int32_t detail) {
  int fd = socket_of(handle)->watcher.fd;
  if (fd < 0) return -RT_EBADF;
  switch ((enum net_option)option) {
  case OPTION_NO_DELAY: return rt_prim_socket_no_delay(fd, value != 0);
  case OPTION_KEEP_ALIVE: return rt_prim_socket_keep_alive(fd, value != 0, (uint32_t)detail);
  case OPTION_SET_TYPE_OF_SERVICE: return rt_prim_socket_set_type_of_service(fd, value);
  case OPTION_TYPE_OF_SERVICE: return rt_prim_socket_type_of_service(fd);
  }
  return -RT_EINVAL;
}

double rt_net_count(rt_value handle, int32_t what) {
  const rt_socket *socket = socket_of(handle);
  switch ((enum net_count)what) {
  case COUNT_READ: return (double)socket->bytes_read;
  case COUNT_WRITTEN: return (double)socket->bytes_written;
  case COUNT_QUEUED: return (double)socket->queued;
  case COUNT_DESCRIPTOR: return socket->watcher.fd;
  case COUNT_FAMILY: return socket->family;
  }
  return 0;
}

/// What a descriptor is, by libuv's names.
rt_string *rt_net_kind(int32_t fd) {
  RT_SAFEPOINT();
  rt_prim_stat_data data;
  rt_prim_address address;
  if (rt_prim_is_terminal(fd)) return rt__string_from_ascii("TTY");
  if (rt_prim_fstat(fd, &data) != 0) return rt__string_from_ascii("UNKNOWN");
  switch (data.mode & RT_S_IFMT) {
  case RT_S_IFREG:
  case RT_S_IFCHR: return rt__string_from_ascii("FILE");
  case RT_S_IFIFO: return rt__string_from_ascii("PIPE");
  case RT_S_IFSOCK: break;
  default: return rt__string_from_ascii("UNKNOWN");
  }
  if (rt_prim_socket_address(fd, false, &address) != 0) return rt__string_from_ascii("UNKNOWN");
  switch (rt_prim_address_family(&address)) {
  case RT_FAMILY_UNIX: return rt__string_from_ascii("PIPE");
  case RT_FAMILY_IPV4:
  case RT_FAMILY_IPV6: return rt__string_from_ascii("TCP");
  default: return rt__string_from_ascii("UNKNOWN");
  }
}
