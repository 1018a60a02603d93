/// Stream sockets on Linux.
#define _GNU_SOURCE
#include "rt_prim.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

_Static_assert(sizeof(struct sockaddr_un) <= sizeof((rt_prim_address *)0)->storage, "all addresses fit");

/// Repeats a call that a signal interrupted; gives a negated error number.
#define RETRY(call)                                                                                                    \
  ({                                                                                                                   \
    __typeof__(call) result_;                                                                                          \
    do result_ = (call);                                                                                               \
    while (result_ < 0 && errno == EINTR);                                                                             \
    result_ < 0 ? -errno : result_;                                                                                    \
  })

static struct sockaddr *of(const rt_prim_address *address) { return (struct sockaddr *)(uintptr_t)address->storage; }

int rt_prim_address_parse(rt_prim_address *address, const char *text, uint32_t port) {
  *address = (rt_prim_address){0};
  struct sockaddr_in *v4 = (struct sockaddr_in *)(void *)address->storage;
  if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
    v4->sin_family = AF_INET;
    v4->sin_port = htons((uint16_t)port);
    address->length = sizeof *v4;
    return 0;
  }
  struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)(void *)address->storage;
  char host[INET6_ADDRSTRLEN + 1];
  const char *zone = strchr(text, '%');
  size_t length = zone ? (size_t)(zone - text) : strlen(text);
  if (length >= sizeof host) return -RT_EINVAL;
  memcpy(host, text, length);
  host[length] = 0;
  *address = (rt_prim_address){0};
  if (inet_pton(AF_INET6, host, &v6->sin6_addr) != 1) return -RT_EINVAL;
  v6->sin6_family = AF_INET6;
  v6->sin6_port = htons((uint16_t)port);
  if (zone) {
    v6->sin6_scope_id = if_nametoindex(zone + 1);
    if (v6->sin6_scope_id == 0) v6->sin6_scope_id = (uint32_t)strtoul(zone + 1, NULL, 10);
  }
  address->length = sizeof *v6;
  return 0;
}

int rt_prim_address_path(rt_prim_address *address, const char *path, size_t length) {
  *address = (rt_prim_address){0};
  struct sockaddr_un *local = (struct sockaddr_un *)(void *)address->storage;
  if (length == 0) return -RT_EINVAL;
  if (length >= sizeof local->sun_path) return -RT_ENAMETOOLONG;
  local->sun_family = AF_UNIX;
  memcpy(local->sun_path, path, length);
  // The terminator belongs to paths, but would be a part of an abstract name.
  address->length = (uint32_t)(offsetof(struct sockaddr_un, sun_path) + length + (path[0] != 0));
  return 0;
}

enum rt_prim_family rt_prim_address_family(const rt_prim_address *address) {
  if (address->length < sizeof(sa_family_t)) return 0;
  switch (of(address)->sa_family) {
  case AF_INET: return RT_FAMILY_IPV4;
  case AF_INET6: return RT_FAMILY_IPV6;
  case AF_UNIX: return RT_FAMILY_UNIX;
  default: return 0;
  }
}

enum rt_prim_family rt_prim_address_text(const rt_prim_address *address, char *text, size_t size, uint32_t *port) {
  enum rt_prim_family family = rt_prim_address_family(address);
  text[0] = 0;
  *port = 0;
  if (family == RT_FAMILY_IPV4) {
    const struct sockaddr_in *v4 = (const struct sockaddr_in *)(const void *)address->storage;
    inet_ntop(AF_INET, &v4->sin_addr, text, (socklen_t)size);
    *port = ntohs(v4->sin_port);
  } else if (family == RT_FAMILY_IPV6) {
    const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)(const void *)address->storage;
    inet_ntop(AF_INET6, &v6->sin6_addr, text, (socklen_t)size);
    *port = ntohs(v6->sin6_port);
    char zone[IF_NAMESIZE];
    if (v6->sin6_scope_id != 0 && IN6_IS_ADDR_LINKLOCAL(&v6->sin6_addr) && if_indextoname(v6->sin6_scope_id, zone)) {
      size_t length = strlen(text);
      snprintf(text + length, size - length, "%%%s", zone);
    }
  } else if (family == RT_FAMILY_UNIX) {
    const struct sockaddr_un *local = (const struct sockaddr_un *)(const void *)address->storage;
    size_t length = address->length - offsetof(struct sockaddr_un, sun_path);
    if (length >= size) length = size - 1;
    memcpy(text, local->sun_path, length);
    text[length] = 0;
  }
  return family;
}

int rt_prim_socket(enum rt_prim_family family) {
  int domain = family == RT_FAMILY_IPV4 ? AF_INET : family == RT_FAMILY_IPV6 ? AF_INET6 : AF_UNIX;
  int fd = socket(domain, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  return fd < 0 ? -errno : fd;
}

int rt_prim_socket_adopt(int fd) {
  return RETRY(ioctl(fd, FIONBIO, &(int){1}));
}

int rt_prim_socket_bind(int fd, const rt_prim_address *address, uint32_t flags) {
  int on = 1;
  enum rt_prim_family family = rt_prim_address_family(address);
  if (family != RT_FAMILY_UNIX && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0) return -errno;
  if ((flags & RT_BIND_REUSE_PORT) && setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) return -errno;
  if (family == RT_FAMILY_IPV6) {
    on = (flags & RT_BIND_IPV6_ONLY) != 0;
    if (setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) != 0) return -errno;
  }
  return bind(fd, of(address), address->length) == 0 ? 0 : -errno;
}

int rt_prim_socket_listen(int fd, int backlog) { return listen(fd, backlog) == 0 ? 0 : -errno; }

int rt_prim_socket_accept(int fd) { return RETRY(accept4(fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK)); }

int rt_prim_socket_connect(int fd, const rt_prim_address *address) {
  // An interrupted connect goes on by itself, as one that does not block.
  int result = connect(fd, of(address), address->length) == 0 ? 0 : -errno;
  return result == -EINTR ? -RT_EINPROGRESS : result;
}

int rt_prim_socket_error(int fd) {
  int error = 0;
  socklen_t size = sizeof error;
  return getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? -error : -errno;
}

int64_t rt_prim_socket_send(int fd, const void *bytes, size_t size) {
  int64_t count = RETRY(send(fd, bytes, size, MSG_NOSIGNAL));
  return count == -ENOTSOCK ? rt_prim_write(fd, bytes, size) : count;
}

int64_t rt_prim_socket_send_parts(int fd, const rt_prim_part *parts, uint32_t count) {
  _Static_assert(sizeof(rt_prim_part) == sizeof(struct iovec) &&
                     offsetof(rt_prim_part, size) == offsetof(struct iovec, iov_len),
                 "parts are what the system expects");
  struct msghdr message = {.msg_iov = (struct iovec *)(uintptr_t)parts, .msg_iovlen = count};
  int64_t sent = RETRY(sendmsg(fd, &message, MSG_NOSIGNAL));
  return sent == -ENOTSOCK ? RETRY(writev(fd, message.msg_iov, (int)count)) : sent;
}

int rt_prim_socket_shutdown(int fd) { return shutdown(fd, SHUT_WR) == 0 ? 0 : -errno; }

int rt_prim_socket_reset(int fd) {
  struct linger linger = {.l_onoff = 1, .l_linger = 0};
  return setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger) == 0 ? 0 : -errno;
}

int rt_prim_socket_no_delay(int fd, bool is_set) {
  int value = is_set;
  return setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &value, sizeof value) == 0 ? 0 : -errno;
}

int rt_prim_socket_keep_alive(int fd, bool is_set, uint32_t seconds) {
  int value = is_set, delay = (int)seconds;
  if (setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &value, sizeof value) != 0) return -errno;
  if (!is_set || seconds == 0) return 0;
  return setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &delay, sizeof delay) == 0 ? 0 : -errno;
}

/// Whether a socket is of IPv6, whose traffic class has an option of its own.
static bool is_ipv6(int fd) {
  int domain = 0;
  socklen_t size = sizeof domain;
  return getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 && domain == AF_INET6;
}

int rt_prim_socket_set_type_of_service(int fd, int value) {
  bool is_v6 = is_ipv6(fd);
  int level = is_v6 ? IPPROTO_IPV6 : IPPROTO_IP, option = is_v6 ? IPV6_TCLASS : IP_TOS;
  return setsockopt(fd, level, option, &value, sizeof value) == 0 ? 0 : -errno;
}

int rt_prim_socket_type_of_service(int fd) {
  int value = 0;
  socklen_t size = sizeof value;
  bool is_v6 = is_ipv6(fd);
  int level = is_v6 ? IPPROTO_IPV6 : IPPROTO_IP, option = is_v6 ? IPV6_TCLASS : IP_TOS;
  return getsockopt(fd, level, option, &value, &size) == 0 ? value : -errno;
}

int rt_prim_socket_address(int fd, bool is_peer, rt_prim_address *address) {
  *address = (rt_prim_address){0};
  socklen_t size = sizeof address->storage;
  int result = is_peer ? getpeername(fd, of(address), &size) : getsockname(fd, of(address), &size);
  if (result != 0) return -errno;
  address->length = size;
  return 0;
}
