/// Properties for code that is compiled for size: their names are numbers, and all sites of a name share its caches, so
/// that a site says little. Two thirds of a server's code are of that kind, and most of it are such sites.
#include "rt_abi.h"
#include "rt_inline.h"

/// What a name has a cache for.
enum { NAMED_GET, NAMED_SET, NAMED_CALL, NAMED_CACHES };

static rt_cache *cache_of(uint32_t name, uint32_t use) {
  return &rt_program_caches[rt_program_named_caches + name * NAMED_CACHES + use];
}

rt_value rt_named_get(rt_value base, uint32_t name) {
  return rt_get_property(base, rt_program_atoms[name], cache_of(name, NAMED_GET));
}

int32_t rt_named_set(rt_value base, rt_value value, uint32_t name) {
  return rt_set_property(base, value, rt_program_atoms[name], cache_of(name, NAMED_SET));
}

rt_value rt_named_call(rt_value receiver, uint32_t argc, const rt_value *argv, uint32_t name) {
  return rt_call_method(receiver, argc, argv, rt_program_atoms[name], cache_of(name, NAMED_CALL));
}
