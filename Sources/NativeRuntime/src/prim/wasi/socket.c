/// WASI's preview 1 can neither make sockets nor resolve names of hosts: everything fails with ENOSYS.
#include "rt_prim.h"

int rt_prim_address_parse(rt_prim_address *address, const char *text, uint32_t port) {
  (void)address, (void)text, (void)port;
  return -RT_ENOSYS;
}
int rt_prim_address_path(rt_prim_address *address, const char *path, size_t length) {
  (void)address, (void)path, (void)length;
  return -RT_ENOSYS;
}
enum rt_prim_family rt_prim_address_text(const rt_prim_address *address, char *text, size_t size, uint32_t *port) {
  (void)address, (void)size;
  text[0] = 0;
  *port = 0;
  return 0;
}
enum rt_prim_family rt_prim_address_family(const rt_prim_address *address) {
  (void)address;
  return 0;
}
int rt_prim_socket(enum rt_prim_family family) {
  (void)family;
  return -RT_ENOSYS;
}
int rt_prim_socket_adopt(int fd) {
  (void)fd;
  return -RT_ENOSYS;
}
int rt_prim_socket_bind(int fd, const rt_prim_address *address, uint32_t flags) {
  (void)fd, (void)address, (void)flags;
  return -RT_ENOSYS;
}
int rt_prim_socket_listen(int fd, int backlog) {
  (void)fd, (void)backlog;
  return -RT_ENOSYS;
}
int rt_prim_socket_accept(int fd) {
  (void)fd;
  return -RT_ENOSYS;
}
int rt_prim_socket_connect(int fd, const rt_prim_address *address) {
  (void)fd, (void)address;
  return -RT_ENOSYS;
}
int rt_prim_socket_error(int fd) {
  (void)fd;
  return -RT_ENOSYS;
}
int64_t rt_prim_socket_send(int fd, const void *bytes, size_t size) {
  (void)fd, (void)bytes, (void)size;
  return -RT_ENOSYS;
}
int64_t rt_prim_socket_send_parts(int fd, const rt_prim_part *parts, uint32_t count) {
  (void)fd, (void)parts, (void)count;
  return -RT_ENOSYS;
}
int rt_prim_socket_shutdown(int fd) {
  (void)fd;
  return -RT_ENOSYS;
}
int rt_prim_socket_reset(int fd) {
  (void)fd;
  return -RT_ENOSYS;
}
int rt_prim_socket_no_delay(int fd, bool is_set) {
  (void)fd, (void)is_set;
  return -RT_ENOSYS;
}
int rt_prim_socket_keep_alive(int fd, bool is_set, uint32_t seconds) {
  (void)fd, (void)is_set, (void)seconds;
  return -RT_ENOSYS;
}
int rt_prim_socket_set_type_of_service(int fd, int value) {
  (void)fd, (void)value;
  return -RT_ENOSYS;
}
int rt_prim_socket_type_of_service(int fd) {
  (void)fd;
  return -RT_ENOSYS;
}
int rt_prim_socket_address(int fd, bool is_peer, rt_prim_address *address) {
  (void)fd, (void)is_peer, (void)address;
  return -RT_ENOSYS;
}
int rt_prim_lookup(const char *name, uint32_t family, uint32_t flags, rt_prim_address *addresses, uint32_t capacity) {
  (void)name, (void)family, (void)flags, (void)addresses, (void)capacity;
  return -RT_ENOSYS;
}
int rt_prim_lookup_service(const rt_prim_address *address, char *host, size_t host_size, char *service,
                           size_t service_size) {
  (void)address, (void)host, (void)host_size, (void)service, (void)service_size;
  return -RT_ENOSYS;
}
