/// What sockets are told later: in the pending phase, in the close phase, and when there are descriptors again.
#include "library.h"
#include "loop/loop.h"
#include "socket.h"

/// How long to wait for free descriptors if no socket is closed meanwhile, in milliseconds.
enum { STARVED_PAUSE = 100 };

static rt_socket *first_pending RT_ROOTED_UNUSED;
static rt_socket *last_pending RT_ROOTED_UNUSED;
/// The last one that was closed is the first to be told, as in libuv.
static rt_socket *last_closing RT_ROOTED_UNUSED;

void (*rt__sockets_feed)(void);

static bool has_pending(void) { return first_pending || last_closing; }

/// Tells what was to be told when the phase began.
static void run_pending_js(void) {
  rt_socket *last = last_pending;
  for (bool is_last = !first_pending; !is_last;) {
    rt_socket *socket = first_pending;
    RT_ROOT_POINTER(socket);
    if (!socket) return;
    is_last = socket == last;
    first_pending = socket->next_pending;
    if (!first_pending) last_pending = NULL;
    socket->next_pending = NULL;
    socket->state &= (uint16_t)~RT_SOCKET_PENDING;
    if (socket->state & RT_SOCKET_CONNECTING) rt__socket_connected_js(socket, socket->status);
    else if ((socket->state & RT_SOCKET_SHUTTING) && !socket->first_chunk) rt__socket_end_js(socket);
  }
}

static void run_closing_js(void) {
  rt_socket *socket = last_closing;
  last_closing = NULL;
  while (socket) {
    rt_socket *next = socket->next_pending;
    RT_ROOT_POINTER(next);
    socket->next_pending = NULL;
    rt__socket_closed_js(socket);
    socket = next;
  }
}

static void start(void) {
  rt_loop_phases.pending_js = run_pending_js;
  rt_loop_phases.has_pending = has_pending;
  rt_loop_phases.close_js = run_closing_js;
  rt__loop_start();
}

void rt__socket_set_pending(rt_socket *socket) {
  if (socket->state & RT_SOCKET_PENDING) return;
  start();
  socket->state |= RT_SOCKET_PENDING;
  if (last_pending) last_pending->next_pending = socket;
  else first_pending = socket;
  last_pending = socket;
}

void rt__socket_cancel_pending(rt_socket *socket) {
  if (!(socket->state & RT_SOCKET_PENDING)) return;
  socket->state &= (uint16_t)~RT_SOCKET_PENDING;
  rt_socket *before = NULL;
  for (rt_socket *one = first_pending; one != socket; one = one->next_pending) before = one;
  if (before) before->next_pending = socket->next_pending;
  else first_pending = socket->next_pending;
  if (last_pending == socket) last_pending = before;
  socket->next_pending = NULL;
}

void rt__socket_set_closing(rt_socket *socket) {
  start();
  socket->next_pending = last_closing;
  last_closing = socket;
}

static void feed(void) {
  rt__sockets_feed = NULL;
  for (rt_socket *socket = rt__socket_first(); socket; socket = socket->next) {
    if (!(socket->state & RT_SOCKET_STARVED)) continue;
    socket->state &= (uint16_t)~RT_SOCKET_STARVED;
    rt__socket_update(socket);
  }
}

/// The function of the timer.
static rt_value feed_later(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee, (void)this_value, (void)argc, (void)argv;
  if (rt__sockets_feed) feed();
  return RT_UNDEFINED;
}

rt_value rt_set_timeout(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv);
rt_value rt_timeout_unref(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv);

void rt__socket_starve(rt_socket *server) {
  server->state |= RT_SOCKET_STARVED;
  // What is still watched is ready all the time.
  rt__watch(&server->watcher, 0);
  if (rt__sockets_feed) return;
  rt__sockets_feed = feed;
  rt_function *function = rt__function_new(feed_later, NULL, RT_ATOM(empty), 0);
  const rt_value arguments[2] = {rt_from_object(function), rt_from_double(STARVED_PAUSE)};
  rt_value timer = rt_set_timeout(NULL, RT_UNDEFINED, 2, arguments);
  if (timer != RT_EXCEPTION) (void)rt_timeout_unref(NULL, timer, 0, NULL);
}
