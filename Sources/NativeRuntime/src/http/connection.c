/// Connections that speak HTTP: what stands between a socket and the program. What a socket reads goes to the parser
/// without JavaScript in between, and the program is called once for each head, part of a body and end of a message.
///
/// Answers are put together in one buffer of the process (compose.h) and sent when they are complete; those to requests
/// that came with one read are sent together behind it.
#include "buffer/encoding.h"
#include "compose.h"
#include "library.h"
#include "parser.h"
#include "rt_async_context.h"
#include "rt_binary.h"
#include "rt_io.h"
#include "rt_socket.h"

rt_value rt_buffer_new(double length);

/// The program's functions, which get the connection's owner first.
enum callback {
  ON_HEAD,     ///< ( method or status, URL or reason, head, what ): 1 if there is no body, 2 to speak another protocol
  ON_BODY,     ///< ( Buffer )
  ON_COMPLETE, ///< ( trailers or undefined )
  ON_ERROR,    ///< ( error, position, Buffer )
  ON_UPGRADE,  ///< ( Buffer with what follows )
  ON_DRAIN,    ///< ( status ): whether `net` is to be told, too
  CALLBACK_COUNT,
};

/// `what` of ON_HEAD; above it ten times the major version and the minor one.
enum head_flags {
  HEAD_KEEP_ALIVE = 1,
  HEAD_UPGRADE = 2,
  HEAD_COMPLETE = 4,
  HEAD_HOST = 8,
  HEAD_EXPECT = 16,
  HEAD_CHUNKED = 32,
  HEAD_LENGTH = 64,
  HEAD_VERSION = 256,
};

/// What a head may be answered with.
enum { ANSWER_NO_BODY = 1, ANSWER_UPGRADE = 2 };

typedef struct rt_http_connection {
  rt_object object;
  rt_value owner;
  rt_socket *socket; ///< NULL: the program hands over what it read
  const rt_socket_consumer *before; ///< who had the socket
  uint8_t *partial;  ///< a leaf cell with a head that is not complete
  size_t partial_size, partial_capacity;
  uint64_t started;  ///< when the message began that is not complete, in milliseconds; 0: there is none
  rt_http_parser parser;
  rt_value scope;    ///< the asynchronous context that it was made in, where programs have any
  bool is_client;
  bool is_stopped;   ///< nothing more is parsed
  bool has_head;     ///< of the message that has begun
  bool is_reading;   ///< inside of read_js
  bool waits;        ///< for what it sent to be taken
} rt_http_connection;

static const rt_class connection_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_http_connection),
    .name = "HTTPParser",
};

static rt_value callbacks[2][CALLBACK_COUNT] RT_ROOTED_UNUSED;
static rt_value method_names[RT_HTTP_METHOD_COUNT] RT_ROOTED_UNUSED;
/// The connection whose answers are collected.
static rt_http_connection *corked RT_ROOTED_UNUSED;

static rt_http_connection *connection_of(rt_value value) { return (rt_http_connection *)rt_pointer(value); }

/// Whether what arrived is still to be parsed.
static bool is_usable(const rt_http_connection *c) {
  return !c->is_stopped && (!c->socket || rt__socket_is_open(c->socket));
}

/// A call of the program: false if it threw, or the connection is to be left alone.
static bool call_js(rt_http_connection *c, enum callback callback, uint32_t argc, const rt_value *argv, int32_t *answer) {
  RT_ROOT_POINTER(c);
  rt__enter_context(c->scope);
  rt_value result = rt__call_js(callbacks[c->is_client][callback], RT_UNDEFINED, argc, argv);
  if (result == RT_EXCEPTION) {
    c->is_stopped = true;
    rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
    return false;
  }
  if (answer) *answer = rt_is_number(result) ? (int32_t)rt_double(result) : 0;
  return is_usable(c);
}

static rt_value buffer_of(const uint8_t *bytes, size_t size) {
  rt_value buffer = rt_buffer_new((double)size);
  if (buffer != RT_EXCEPTION && size) memcpy(rt_as_view(buffer)->data, bytes, size);
  return buffer;
}

static rt_value text_of(const uint8_t *bytes, size_t size) {
  return rt_from_string(size ? rt__string_from_latin1(bytes, (uint32_t)size) : RT_ATOM(empty));
}

static rt_value method_of(uint32_t number) {
  if (!rt_is_string(method_names[number])) method_names[number] = rt_from_string(rt__intern_ascii(rt__http_methods[number]));
  return method_names[number];
}

/// Keeps the part of a head that has arrived.
static void keep(rt_http_connection *c, const rt_http_input *input) {
  const uint8_t *head = input->bytes + c->parser.head_start;
  size_t size = input->size - c->parser.head_start;
  if (size > c->partial_capacity) {
    c->partial_capacity = rt__good_size(size);
    uint8_t *bytes = rt__allocate(c->partial_capacity, RT_CELL_LEAF);
    memcpy(bytes, head, size);
    c->partial = bytes;
  } else if (head != c->partial) {
    memmove(c->partial, head, size);
  }
  c->partial_size = size;
}

static void forget_partial(rt_http_connection *c) {
  c->partial = NULL;
  c->partial_size = c->partial_capacity = 0;
}

/// What arrived behind what is kept.
static rt_http_input input_of(rt_http_connection *c, const uint8_t *bytes, size_t size) {
  if (c->partial_size == 0) return (rt_http_input){bytes, size, 0};
  size_t before = c->partial_size;
  if (before + size > c->partial_capacity) {
    c->partial_capacity = rt__good_size((before + size) * 2);
    uint8_t *both = rt__allocate(c->partial_capacity, RT_CELL_LEAF);
    memcpy(both, c->partial, before);
    c->partial = both;
  }
  memcpy(c->partial + before, bytes, size);
  c->partial_size = before + size;
  return (rt_http_input){c->partial, before + size, before};
}

static bool tell_head_js(rt_http_connection *c, const rt_http_input *input) {
  rt_http_parser *p = &c->parser;
  c->has_head = true;
  const uint8_t *head = input->bytes + p->head_start;
  uint32_t what = (p->major * 10u + p->minor) * HEAD_VERSION;
  if (rt__http_keeps_alive(p)) what |= HEAD_KEEP_ALIVE;
  if (p->upgrades) what |= HEAD_UPGRADE;
  if (rt__http_is_complete(p)) what |= HEAD_COMPLETE;
  if (p->flags & RT_HTTP_HOST) what |= HEAD_HOST;
  if (p->flags & RT_HTTP_EXPECT) what |= HEAD_EXPECT;
  if (p->flags & RT_HTTP_CHUNKED) what |= HEAD_CHUNKED;
  if (p->flags & RT_HTTP_CONTENT_LENGTH) what |= HEAD_LENGTH;
  const rt_value argv[] = {
      c->owner,
      c->is_client ? rt_from_double(p->status) : method_of(p->method),
      text_of(head + p->url_start, p->url_end - p->url_start),
      text_of(head, input->at - p->head_start),
      rt_from_double(what),
  };
  int32_t answer = 0;
  bool goes_on = call_js(c, ON_HEAD, 5, argv, &answer);
  if (answer == ANSWER_NO_BODY) p->skips_body = true;
  if (answer == ANSWER_UPGRADE) p->upgrades = p->skips_body = true;
  else if (!c->is_client) p->upgrades = p->upgrades && p->method == RT_HTTP_METHOD_CONNECT;
  return goes_on;
}

static bool tell_body_js(rt_http_connection *c) {
  rt_value chunk = buffer_of(c->parser.body, c->parser.body_size);
  if (chunk == RT_EXCEPTION) {
    rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
    return false;
  }
  const rt_value argv[] = {c->owner, chunk};
  return call_js(c, ON_BODY, 2, argv, NULL);
}

static bool tell_complete_js(rt_http_connection *c, const rt_http_input *input) {
  rt_http_parser *p = &c->parser;
  c->started = 0;
  c->has_head = false;
  rt_value trailers = RT_UNDEFINED;
  // The end of the trailers is a line of its own.
  if ((p->flags & RT_HTTP_TRAILERS) && p->head_seen > 2 && input)
    trailers = text_of(input->bytes + input->at - p->head_seen, p->head_seen);
  p->head_seen = 0;
  const rt_value argv[] = {c->owner, trailers};
  return call_js(c, ON_COMPLETE, 2, argv, NULL);
}

static void tell_error_js(rt_http_connection *c, size_t position, const uint8_t *bytes, size_t size) {
  c->is_stopped = true;
  forget_partial(c);
  rt_value packet = buffer_of(bytes, size);
  if (packet == RT_EXCEPTION) return (void)rt__take_pending();
  const rt_value argv[] = {c->owner, rt_from_double(c->parser.error), rt_from_double((double)position), packet};
  (void)call_js(c, ON_ERROR, 4, argv, NULL);
}

/// Gives the socket back to whom it came from.
static void release(rt_http_connection *c) {
  c->is_stopped = true;
  if (!c->socket) return;
  c->socket->consumer = c->before;
  c->socket->data = NULL;
  c->socket = NULL;
}

static void upgrade_js(rt_http_connection *c, const rt_http_input *input) {
  release(c);
  rt_value rest = buffer_of(input->bytes + input->at, input->size - input->at);
  if (rest == RT_EXCEPTION) return (void)rt__take_pending();
  const rt_value argv[] = {c->owner, rest};
  (void)call_js(c, ON_UPGRADE, 2, argv, NULL);
}

/// Parses what has arrived and tells the program.
static void consume_js(rt_http_connection *c, const uint8_t *bytes, size_t size) {
  RT_ROOT_POINTER(c);
  rt_http_input input = input_of(c, bytes, size);
  size_t before = input.at;
  RT_ROOT_POINTER(input.bytes);
  while (!c->is_stopped) {
    enum rt_http_event event = rt__http_next(&c->parser, &input);
    bool goes_on = true;
    switch (event) {
    case RT_HTTP_MORE:
      if (!rt__http_is_idle(&c->parser) && c->started == 0) c->started = rt__loop_now();
      if (rt__http_in_head(&c->parser)) keep(c, &input);
      else forget_partial(c);
      return;
    case RT_HTTP_HEAD:
      if (c->started == 0) c->started = rt__loop_now();
      // More than one request came at once: their answers are sent together.
      if (c->is_reading && !corked && input.at < input.size && rt__http_is_complete(&c->parser)) corked = c;
      goes_on = tell_head_js(c, &input);
      break;
    case RT_HTTP_BODY:
      goes_on = tell_body_js(c);
      // As in Node, what the program put off runs behind each part of a body, and not between heads.
      if (c->is_reading) rt__loop_end_callback_js();
      goes_on = goes_on && is_usable(c);
      break;
    case RT_HTTP_COMPLETE: goes_on = tell_complete_js(c, &input); break;
    case RT_HTTP_UPGRADED: upgrade_js(c, &input); return;
    case RT_HTTP_ERROR: tell_error_js(c, input.at - before, bytes, size); return;
    }
    if (goes_on) continue;
    // A request is complete, even if its listener closed the socket.
    if (event == RT_HTTP_HEAD && !c->is_stopped && rt__http_is_complete(&c->parser)) (void)tell_complete_js(c, NULL);
    break;
  }
  forget_partial(c);
}

/// Sends what is collected from `start` on.
static double send_from(rt_http_connection *c, size_t start) {
  rt_http_output *out = &rt__http_output;
  int64_t result = 0;
  if (c->socket && out->size > start) result = rt__socket_write_copy(c->socket, out->bytes + start, out->size - start);
  out->size = start;
  if (start == 0) rt__http_output_clear();
  if (result > 0) c->waits = true;
  return (double)result;
}

enum { COLLECTED_MAX = 65536 };

/// Sends what was written from `start` on, or collects it.
static double send_or_collect(rt_http_connection *c, size_t start) {
  if (c == corked) {
    if (rt__http_output.size < COLLECTED_MAX) return c->socket ? (double)c->socket->queued : 0;
    start = 0;
  }
  return send_from(c, start);
}

static void uncork(rt_http_connection *c) {
  if (corked != c) return;
  corked = NULL;
  (void)send_from(c, 0);
}

static void read_js(rt_socket *socket, const uint8_t *bytes, ptrdiff_t count) {
  rt_http_connection *c = socket->data;
  RT_ROOT_POINTER(c);
  if (count <= 0) {
    c->before->read_js(socket, bytes, count);
    return;
  }
  c->is_reading = true;
  consume_js(c, bytes, (size_t)count);
  rt__loop_end_callback_js();
  uncork(c);
  c->is_reading = false;
}

static void written_js(rt_socket *socket, int status) {
  rt_http_connection *c = socket->data;
  RT_ROOT_POINTER(socket);
  const rt_socket_consumer *before = c->before;
  if (c->waits) {
    c->waits = false;
    const rt_value argv[] = {c->owner, rt_from_double(status)};
    int32_t answer = 1;
    (void)call_js(c, ON_DRAIN, 2, argv, &answer);
    rt__loop_end_callback_js();
    if (!answer) return;
  }
  if (before->written_js) before->written_js(socket, status);
}

/// `net`'s consumer but for what is read and written.
static rt_socket_consumer consumer;

void rt_http_use(int32_t is_client, rt_value head, rt_value body, rt_value complete, rt_value error, rt_value upgrade,
                 rt_value drain);
rt_value rt_http_new(rt_value owner, int32_t is_client, int32_t is_lenient, double header_bytes_max);
int32_t rt_http_attach(rt_value connection, rt_value handle);
void rt_http_release(rt_value connection);
void rt_http_execute(rt_value connection, rt_value view);
int32_t rt_http_end(rt_value connection);
rt_string *rt_http_error_code(int32_t error);
rt_string *rt_http_error_text(int32_t error);
rt_string *rt_http_method(int32_t number);
double rt_http_started(rt_value connection);
int32_t rt_http_has_head(rt_value connection);
double rt_http_now(void);
int32_t rt_http_answer(rt_value connection, int32_t flags, int32_t status, rt_value first, rt_value fields,
                       rt_value keep_alive, rt_value body, int32_t encoding);
rt_string *rt_http_head(int32_t flags, int32_t status, rt_value first, rt_value fields, rt_value keep_alive, double length);
int32_t rt_http_head_flags(void);
double rt_http_write(rt_value connection, rt_value data, int32_t encoding, int32_t framing);
void rt_http_flush(rt_value connection);
double rt_http_queued(rt_value connection);
void rt_http_cork(rt_value connection);

/// The functions of servers (0) or clients (1).
void rt_http_use(int32_t is_client, rt_value head, rt_value body, rt_value complete, rt_value error, rt_value upgrade,
                 rt_value drain) {
  const rt_value all[CALLBACK_COUNT] = {head, body, complete, error, upgrade, drain};
  memcpy(callbacks[is_client != 0], all, sizeof all);
}

rt_value rt_http_new(rt_value owner, int32_t is_client, int32_t is_lenient, double header_bytes_max) {
  RT_SAFEPOINT();
  static rt_shape *shape RT_ROOTED_UNUSED;
  if (!shape) shape = rt__shape_root(&connection_class, 0);
  rt_http_connection *c = (rt_http_connection *)(void *)rt__object_of_shape(shape);
  c->owner = owner;
  c->is_client = is_client != 0;
  c->scope = rt__capture_context();
  // A connection that sends nothing is as slow as one that sends half a head.
  c->started = is_client ? 0 : rt__loop_now();
  double max = header_bytes_max > 0 && header_bytes_max < 1073741824.0 ? header_bytes_max : 1073741824.0;
  rt__http_start(&c->parser, c->is_client, is_lenient != 0, (uint32_t)max);
  return rt_from_object(c);
}

/// Takes the reads of a socket over; 0 if that is none.
int32_t rt_http_attach(rt_value connection, rt_value handle) {
  if (!rt__is_socket(handle)) return 0;
  rt_socket *socket = (rt_socket *)rt_pointer(handle);
  if (!rt__socket_is_open(socket) || socket->data) return 0;
  rt_http_connection *c = connection_of(connection);
  c->socket = socket;
  c->before = socket->consumer;
  c->is_stopped = false;
  consumer = *socket->consumer;
  consumer.target = NULL;
  consumer.read_js = read_js;
  consumer.written_js = written_js;
  socket->consumer = &consumer;
  socket->data = c;
  return 1;
}

/// Gives the socket back, and parses no more.
void rt_http_release(rt_value connection) {
  rt_http_connection *c = connection_of(connection);
  uncork(c);
  forget_partial(c);
  release(c);
}

/// Parses what the program read itself.
void rt_http_execute(rt_value connection, rt_value value) {
  RT_SAFEPOINT();
  rt_http_connection *c = connection_of(connection);
  const rt_view *view = rt_as_view(value);
  RT_ROOT_POINTER(view);
  if (!c->is_stopped && view->length) consume_js(c, view->data, view->length << rt_element_shift(view->kind));
}

/// The other end sends no more: 0, or the error that the message is not complete.
int32_t rt_http_end(rt_value connection) {
  RT_SAFEPOINT();
  rt_http_connection *c = connection_of(connection);
  RT_ROOT_POINTER(c);
  if (c->is_stopped) return 0;
  switch (rt__http_end(&c->parser)) {
  case RT_HTTP_COMPLETE: (void)tell_complete_js(c, NULL); return 0;
  case RT_HTTP_ERROR: c->is_stopped = true; return c->parser.error;
  default: return 0;
  }
}

rt_string *rt_http_error_code(int32_t error) {
  RT_SAFEPOINT();
  return rt__string_from_ascii(rt__http_error_code((enum rt_http_error)error));
}

rt_string *rt_http_error_text(int32_t error) {
  RT_SAFEPOINT();
  return rt__string_from_ascii(rt__http_error_text((enum rt_http_error)error));
}

/// The n-th method, or the empty string.
rt_string *rt_http_method(int32_t number) {
  RT_SAFEPOINT();
  return number < RT_HTTP_METHOD_COUNT ? rt_as_string(method_of((uint32_t)number)) : RT_ATOM(empty);
}

/// When the message began that is not complete, 0 if there is none, in the milliseconds of httpNow.
double rt_http_started(rt_value connection) { return (double)connection_of(connection)->started; }
int32_t rt_http_has_head(rt_value connection) { return connection_of(connection)->has_head; }
double rt_http_now(void) { return (double)rt__loop_now(); }

static size_t size_of(rt_value data, int32_t encoding) {
  if (!rt_is_string(data)) return rt_is_typed_array(data) ? rt_as_view(data)->length << rt_element_shift(rt_as_view(data)->kind) : 0;
  rt_string *string = rt_as_string(data);
  if (encoding == RT_ENCODING_LATIN1 || encoding == RT_ENCODING_ASCII) return string->length;
  return rt__utf8_length(string);
}

/// Writes text or a view of so many bytes.
static void put_data(rt_value data, int32_t encoding, size_t size) {
  uint8_t *out = rt__http_output_room(size);
  if (!rt_is_string(data)) {
    if (size) memcpy(out, rt_as_view(data)->data, size);
  } else if (encoding == RT_ENCODING_LATIN1 || encoding == RT_ENCODING_ASCII) {
    rt_text text = rt__text(rt_as_string(data));
    rt_units units = {.latin1 = text.latin1, .utf16 = text.utf16, .length = text.length};
    rt__units_to_latin1(units, out, size);
  } else {
    rt__utf8_write(rt_as_string(data), out);
  }
  rt__http_output.size += size;
}

static void put_text(const char *text, size_t size) {
  memcpy(rt__http_output_room(size), text, size);
  rt__http_output.size += size;
}

/// The length of a chunk in front of it.
static void put_chunk_size(size_t size) {
  char digits[20];
  uint32_t at = sizeof digits;
  digits[--at] = '\n';
  digits[--at] = '\r';
  do digits[--at] = "0123456789abcdef"[size & 15];
  while (size >>= 4);
  put_text(digits + at, sizeof digits - at);
}

/// What is longer is sent without being copied.
enum { COPIED_MAX = 16384 };

/// Sends what is written from `start` on, and a long view behind it.
static double send_with_view(rt_http_connection *c, size_t start, rt_value view, bool is_chunk) {
  rt_http_output *out = &rt__http_output;
  if (!c->socket) return -RT_EBADF;
  if (c == corked) {
    corked = NULL;
    start = 0;
  }
  uint8_t *head = rt__allocate(out->size - start + 2, RT_CELL_LEAF);
  size_t head_size = out->size - start;
  memcpy(head, out->bytes + start, head_size);
  memcpy(head + head_size, "\r\n", 2);
  out->size = start;
  const rt_prim_part parts[] = {{head, head_size}, {rt_as_view(view)->data, size_of(view, 0)}, {head + head_size, 2}};
  int64_t result = rt__socket_write_parts(c->socket, parts, is_chunk ? 3 : 2);
  if (result > 0) c->waits = true;
  return (double)result;
}

static uint32_t last_flags;

/// Sends a whole message, or with RT_OUT_STARTS its first part: its head and, unless it is undefined, its body. Gives the flags (enum rt_http_outgoing), or a
/// negated errno.
int32_t rt_http_answer(rt_value connection, int32_t flags, int32_t status, rt_value first, rt_value fields,
                       rt_value keep_alive, rt_value body, int32_t encoding) {
  RT_SAFEPOINT();
  rt_http_connection *c = connection_of(connection);
  size_t start = rt__http_output.size, size = body == RT_UNDEFINED ? 0 : size_of(body, encoding);
  bool is_whole = !(flags & RT_OUT_STARTS);
  rt_http_outgoing_head head = {(uint32_t)flags, status, first, fields, keep_alive, is_whole ? (double)size : -1};
  rt__http_compose(&head);
  head.flags &= ~(uint32_t)RT_OUT_STARTS;
  if (head.flags & RT_OUT_BAD_TRAILER) {
    rt__http_output.size = start;
    return (int32_t)head.flags;
  }
  bool is_chunked = (head.flags & RT_OUT_CHUNKED) != 0, has_body = (head.flags & RT_OUT_HAS_BODY) != 0;
  double result;
  if (has_body && size > COPIED_MAX && !rt_is_string(body) && !is_chunked) {
    result = send_with_view(c, start, body, false);
  } else {
    if (has_body && size > 0) {
      if (is_chunked) put_chunk_size(size);
      put_data(body, encoding, size);
      if (is_chunked) put_text("\r\n", 2);
    }
    if (has_body && is_chunked && is_whole) put_text("0\r\n\r\n", 5);
    result = send_or_collect(c, start);
  }
  return result < 0 ? (int32_t)result : (int32_t)head.flags;
}

/// A head as text, for what has no connection of its own; its flags are httpHeadFlags.
rt_string *rt_http_head(int32_t flags, int32_t status, rt_value first, rt_value fields, rt_value keep_alive, double length) {
  RT_SAFEPOINT();
  size_t start = rt__http_output.size;
  rt_http_outgoing_head head = {(uint32_t)flags, status, first, fields, keep_alive, length};
  rt__http_compose(&head);
  last_flags = head.flags;
  rt_string *result = rt__string_from_latin1(rt__http_output.bytes + start, (uint32_t)(rt__http_output.size - start));
  rt__http_output.size = start;
  return result;
}

int32_t rt_http_head_flags(void) { return (int32_t)last_flags; }

/// Sends text or a view, as a chunk (1), and with the last chunk behind it (2): how many bytes wait, or a negated errno.
double rt_http_write(rt_value connection, rt_value data, int32_t encoding, int32_t framing) {
  RT_SAFEPOINT();
  rt_http_connection *c = connection_of(connection);
  size_t start = rt__http_output.size, size = size_of(data, encoding);
  if (framing && size > 0) put_chunk_size(size);
  if (size > COPIED_MAX && !rt_is_string(data) && framing < 2) return send_with_view(c, start, data, framing != 0);
  put_data(data, encoding, size);
  if (framing && size > 0) put_text("\r\n", 2);
  if (framing == 2) put_text("0\r\n\r\n", 5);
  return send_or_collect(c, start);
}

/// Sends what is collected.
void rt_http_flush(rt_value connection) {
  rt_http_connection *c = connection_of(connection);
  if (corked == c) (void)send_from(c, 0);
}

/// Collects until the read is done that the connection is in.
void rt_http_cork(rt_value connection) {
  rt_http_connection *c = connection_of(connection);
  if (!corked && c->is_reading && rt__http_output.size == 0) corked = c;
}

/// How many bytes the system did not take yet.
double rt_http_queued(rt_value connection) {
  rt_http_connection *c = connection_of(connection);
  return c->socket ? (double)c->socket->queued : 0;
}
