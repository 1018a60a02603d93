/// Properties for code that is compiled for size: one number says a name and a cache. Two thirds of a server's code are of that
/// kind, and most of it are such sites.
#include "rt_abi.h"
#include "rt_inline.h"

static rt_string *name_of(uint32_t site) { return rt_program_atoms[site >> 16]; }

static rt_cache *cache_of(uint32_t site) { return &rt_program_caches[site & 0xFFFF]; }

rt_value rt_named_get(rt_value base, uint32_t site) { return rt_get_property(base, name_of(site), cache_of(site)); }

int32_t rt_named_set(rt_value base, rt_value value, uint32_t site) {
  return rt_set_property(base, value, name_of(site), cache_of(site));
}

rt_value rt_named_call(rt_value receiver, uint32_t argc, const rt_value *argv, uint32_t site) {
  return rt_call_method(receiver, argc, argv, name_of(site), cache_of(site));
}
