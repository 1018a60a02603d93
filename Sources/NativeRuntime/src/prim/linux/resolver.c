/// Names of hosts on Linux, by the C library's resolver.
#define _GNU_SOURCE
#include "rt_prim.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

/// What libuv makes of getaddrinfo's errors.
static int resolver_error(int error) {
  switch (error) {
  case 0: return 0;
  case EAI_ADDRFAMILY: return -RT_EAI_ADDRFAMILY;
  case EAI_AGAIN: return -RT_EAI_AGAIN;
  case EAI_BADFLAGS: return -RT_EAI_BADFLAGS;
  case EAI_CANCELED: return -RT_EAI_CANCELED;
  case EAI_FAIL: return -RT_EAI_FAIL;
  case EAI_FAMILY: return -RT_EAI_FAMILY;
  case EAI_MEMORY: return -RT_EAI_MEMORY;
  case EAI_NODATA: return -RT_EAI_NODATA;
  case EAI_NONAME: return -RT_EAI_NONAME;
  case EAI_OVERFLOW: return -RT_EAI_OVERFLOW;
  case EAI_SERVICE: return -RT_EAI_SERVICE;
  case EAI_SOCKTYPE: return -RT_EAI_SOCKTYPE;
  case EAI_SYSTEM: return errno > 0 ? -errno : -RT_EIO;
  default: return -RT_EAI_FAIL;
  }
}

int rt_prim_lookup(const char *name, uint32_t family, uint32_t flags, rt_prim_address *addresses, uint32_t capacity) {
  struct addrinfo hints = {
      .ai_family = family == RT_FAMILY_IPV4 ? AF_INET : family == RT_FAMILY_IPV6 ? AF_INET6 : AF_UNSPEC,
      .ai_socktype = SOCK_STREAM,
      .ai_flags = (int)flags,
  };
  struct addrinfo *found = NULL;
  int error = resolver_error(getaddrinfo(name, NULL, &hints, &found));
  if (error != 0) return error;
  uint32_t count = 0;
  for (struct addrinfo *one = found; one && count < capacity; one = one->ai_next) {
    if (one->ai_addrlen > sizeof addresses->storage) continue;
    addresses[count].length = one->ai_addrlen;
    memcpy(addresses[count++].storage, one->ai_addr, one->ai_addrlen);
  }
  freeaddrinfo(found);
  return (int)count;
}

int rt_prim_lookup_service(const rt_prim_address *address, char *host, size_t host_size, char *service,
                           size_t service_size) {
  return resolver_error(getnameinfo((const struct sockaddr *)(const void *)address->storage, address->length, host,
                                    (socklen_t)host_size, service, (socklen_t)service_size, NI_NAMEREQD));
}
