/// Names of hosts, resolved by the system in a thread of the pool.
#include "library.h"
#include "rt_async_context.h"
#include "socket.h"

void rt_dns_lookup(rt_string *name, int32_t family, int32_t flags, rt_value completion);
int32_t rt_dns_lookup_service(rt_string *address, int32_t port, rt_value completion);

enum { ADDRESSES_MAX = 64, HOST_MAX = 1025, SERVICE_MAX = 32 };

typedef struct dns_request {
  rt_work work;
  rt_value completion;
  const char *name; ///< NULL: asks for the name of the first address
  uint32_t family, flags;
  int result;
  char host[HOST_MAX], service[SERVICE_MAX];
  rt_prim_address addresses[ADDRESSES_MAX];
} dns_request;

static void run(rt_work *work) {
  dns_request *request = (dns_request *)(void *)work;
  if (request->name)
    request->result = rt_prim_lookup(request->name, request->family, request->flags, request->addresses, ADDRESSES_MAX);
  else
    request->result =
        rt_prim_lookup_service(request->addresses, request->host, HOST_MAX, request->service, SERVICE_MAX);
}

static rt_value text_value(const char *text) {
  return rt_from_string(rt__string_from_utf8((const uint8_t *)text, strlen(text)));
}

/// Addresses as triples in one array, or host and service, or the negated error.
static rt_value result_of(const dns_request *request) {
  if (request->result < 0) return rt_from_double(request->result);
  rt_array *result = rt__array_new(2);
  if (!request->name) {
    (void)rt__array_push(result, text_value(request->host));
    (void)rt__array_push(result, text_value(request->service));
  }
  for (int i = 0; request->name && i < request->result; i++)
    (void)rt__array_push(result, rt__address_value(&request->addresses[i]));
  return rt_from_object(result);
}

static void done_js(rt_work *work) {
  const dns_request *request = (const dns_request *)(void *)work;
  rt_value result = result_of(request);
  if (rt__loop_call_js(request->completion, RT_UNDEFINED, 1, &result)) rt__loop_end_callback_js();
}

static dns_request *request_new(rt_value completion) {
  dns_request *request = rt__allocate_zeroed(sizeof *request, RT_CELL_WORDS);
  request->completion = rt__bind_context(completion);
  request->work.run = run;
  request->work.done_js = done_js;
  return request;
}

/// Resolves a name and calls the completion with the addresses or the negated error.
void rt_dns_lookup(rt_string *name, int32_t family, int32_t flags, rt_value completion) {
  RT_SAFEPOINT();
  dns_request *request = request_new(completion);
  request->name = rt__utf8_cstring(name);
  request->family = (uint32_t)family;
  request->flags = (uint32_t)flags;
  rt__submit(&request->work);
}

/// Asks for the names of an address and a port; 0 or an error.
int32_t rt_dns_lookup_service(rt_string *address, int32_t port, rt_value completion) {
  RT_SAFEPOINT();
  dns_request *request = request_new(completion);
  int error = rt_prim_address_parse(request->addresses, rt__utf8_cstring(address), (uint32_t)port);
  if (error == 0) rt__submit(&request->work);
  return error;
}
