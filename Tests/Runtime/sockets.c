/// Stream sockets without JavaScript: an echo over TCP and Unix sockets, large writes against a slow reader, ends,
/// resets, refused connections, and a server without free descriptors.
#include "harness.h"
#include "rt_socket.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { ROUNDS = 100, LARGE = 4 << 20, CLIENTS = 40 };

static uint32_t accepted, ended, closed, connected, drained, refused, reset;
static size_t echoed, received;
static rt_socket *server RT_ROOTED;
static rt_socket *last_accepted RT_ROOTED;

static void closed_js(rt_socket *socket) {
  (void)socket;
  closed++;
}

static void server_read_js(rt_socket *socket, const uint8_t *bytes, ptrdiff_t count) {
  RT_SAFEPOINT();
  if (count == -RT_ECONNRESET) reset++;
  if (count <= 0) {
    ended++;
    // A server that has been ended ends, too.
    if (count < 0 || rt__socket_shutdown(socket) < 0) rt__socket_close(socket);
    return;
  }
  echoed += (size_t)count;
  CHECK(rt__socket_write_copy(socket, bytes, (size_t)count) >= 0);
  if (socket->queued > 0) rt__socket_read_stop(socket);
}

static void server_written_js(rt_socket *socket, int status) {
  if (status < 0) return rt__socket_close(socket);
  rt__socket_read_start(socket);
}

static void shut_down_js(rt_socket *socket, int status) {
  CHECK(status == 0);
  rt__socket_close(socket);
}

static void accepted_js(rt_socket *listening, rt_socket *client, int status) {
  CHECK(status == 0 && listening == server);
  accepted++;
  last_accepted = client;
  rt__socket_read_start(client);
}

static const rt_socket_consumer server_consumer = {
    .read_js = server_read_js, .written_js = server_written_js, .shut_down_js = shut_down_js, .closed_js = closed_js,
    .accepted_js = accepted_js,
};

static uint32_t rounds;

static void echo_read_js(rt_socket *socket, const uint8_t *bytes, ptrdiff_t count) {
  if (count == 0) return rt__socket_close(socket);
  CHECK(count == 5 && memcmp(bytes, "hello", 5) == 0);
  if (++rounds < ROUNDS) CHECK(rt__socket_write_copy(socket, (const uint8_t *)"hello", 5) == 0);
  else CHECK(rt__socket_shutdown(socket) == 0 && rt__socket_shutdown(socket) == -RT_ENOTCONN);
}

static void echo_connected_js(rt_socket *socket, int status) {
  CHECK(status == 0);
  connected++;
  rt__socket_read_start(socket);
  rt_prim_part parts[2] = {{"he", 2}, {"llo", 3}};
  CHECK(rt__socket_write_parts(socket, parts, 2) == 0);
}

static void ignore_js(rt_socket *socket, int status) { (void)socket, (void)status; }

static const rt_socket_consumer echo_consumer = {
    .read_js = echo_read_js, .connected_js = echo_connected_js, .shut_down_js = ignore_js, .closed_js = closed_js,
};

static void large_read_js(rt_socket *socket, const uint8_t *bytes, ptrdiff_t count) {
  if (count <= 0) return rt__socket_close(socket);
  for (ptrdiff_t i = 0; i < count; i++) CHECK(bytes[i] == (uint8_t)((received + (size_t)i) % 251));
  received += (size_t)count;
  if (received == LARGE) CHECK(rt__socket_shutdown(socket) == 0);
}

static void large_connected_js(rt_socket *socket, int status) {
  CHECK(status == 0);
  uint8_t *bytes = rt__allocate(LARGE, RT_CELL_LEAF);
  for (size_t i = 0; i < LARGE; i++) bytes[i] = (uint8_t)(i % 251);
  CHECK(rt__socket_write(socket, bytes, LARGE) > 0 && socket->queued < LARGE);
  rt__socket_read_start(socket);
}

static void large_written_js(rt_socket *socket, int status) {
  CHECK(status == 0 && socket->queued == 0);
  drained++;
}

static const rt_socket_consumer large_consumer = {
    .read_js = large_read_js, .connected_js = large_connected_js, .written_js = large_written_js, .shut_down_js = ignore_js,
    .closed_js = closed_js,
};

static void refused_js(rt_socket *socket, int status) {
  CHECK(status == -RT_ECONNREFUSED);
  refused++;
  rt__socket_close(socket);
}

static const rt_socket_consumer refused_consumer = {.connected_js = refused_js};

static void reset_js(rt_socket *socket, int status) {
  CHECK(status == 0 && rt__socket_reset(socket) == 0);
}

static const rt_socket_consumer reset_consumer = {.connected_js = reset_js};

static uint32_t waiting;

static void hold_js(rt_socket *socket, int status) {
  CHECK(status == 0);
  rt__socket_read_start(socket);
  // The server accepts some when others are closed: all have their turn.
  rt__socket_write_copy(socket, (const uint8_t *)"x", 1);
}

static void hold_read_js(rt_socket *socket, const uint8_t *bytes, ptrdiff_t count) {
  (void)bytes;
  if (count > 0) waiting--;
  rt__socket_close(socket);
}

static const rt_socket_consumer hold_consumer = {.connected_js = hold_js, .read_js = hold_read_js};

/// An address of this machine with a port that the system chooses, bound by `server`.
static rt_prim_address listen_at(const char *host) {
  rt_prim_address address;
  CHECK(rt_prim_address_parse(&address, host, 0) == 0);
  server = rt__socket_new(&server_consumer);
  CHECK(rt__socket_bind(server, &address, 0) == 0 && rt__socket_listen(server, 511) == 0);
  CHECK(rt_prim_socket_address(server->watcher.fd, false, &address) == 0);
  rt__socket_reference(server, false);
  return address;
}

static rt_socket *connect_to(const rt_prim_address *address, const rt_socket_consumer *consumer) {
  rt_socket *socket = rt__socket_new(consumer);
  CHECK(rt__socket_connect(socket, address) == 0);
  return socket;
}

static void test_echo(const rt_prim_address *address) {
  rounds = accepted = ended = closed = connected = 0;
  connect_to(address, &echo_consumer);
  rt_event_loop();
  CHECK(rounds == ROUNDS && accepted == 1 && ended == 1 && closed == 2 && connected == 1);
}

/// More connections than there are descriptors: all are accepted sooner or later.
static void test_starving(const rt_prim_address *address) {
  struct rlimit before, limit;
  CHECK(getrlimit(RLIMIT_NOFILE, &before) == 0);
  int first_free = dup(0);
  close(first_free);
  limit = before;
  accepted = 0;
  waiting = CLIENTS;
  for (int i = 0; i < CLIENTS; i++) connect_to(address, &hold_consumer);
  limit.rlim_cur = (rlim_t)first_free + CLIENTS + 2;
  CHECK(setrlimit(RLIMIT_NOFILE, &limit) == 0);
  rt_event_loop();
  CHECK(waiting == 0 && accepted == CLIENTS);
  CHECK(setrlimit(RLIMIT_NOFILE, &before) == 0);
}

static void test_sockets(void) {
  rt_prim_address address = listen_at("127.0.0.1");
  test_echo(&address);

  echoed = 0;
  connect_to(&address, &large_consumer);
  rt_event_loop();
  CHECK(received == LARGE && echoed == LARGE && drained == 1);

  connect_to(&address, &reset_consumer);
  rt_event_loop();
  test_starving(&address);
  CHECK(reset == 1);

  rt__socket_close(server);
  rt_event_loop();
  connect_to(&address, &refused_consumer);
  rt_event_loop();
  CHECK(refused == 1);

  address = listen_at("::1");
  test_echo(&address);
  rt__socket_close(server);
  rt_event_loop();

  // Tests run at the same time, and such names are the whole machine's.
  char name[64] = "";
  int length = snprintf(name + 1, sizeof name - 1, "polyglot-sockets-test-%d", (int)getpid());
  CHECK(rt_prim_address_path(&address, name, (size_t)length + 1) == 0);
  server = rt__socket_new(&server_consumer);
  CHECK(rt__socket_bind(server, &address, 0) == 0 && rt__socket_listen(server, 8) == 0);
  rt__socket_reference(server, false);
  test_echo(&address);
  CHECK(rt__socket_bind(rt__socket_new(&server_consumer), &address, 0) == -RT_EADDRINUSE);
}

NO_BUILTINS
TEST_PROGRAM(test_sockets)
