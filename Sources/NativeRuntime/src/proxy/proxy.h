/// What the files of src/proxy share.
#pragma once

#include "builtin/native.h"

/// The traps of a handler; the order is that of `rt__trap_names`.
enum rt_trap {
  RT_TRAP_GET_PROTOTYPE_OF,
  RT_TRAP_SET_PROTOTYPE_OF,
  RT_TRAP_IS_EXTENSIBLE,
  RT_TRAP_PREVENT_EXTENSIONS,
  RT_TRAP_GET_OWN_PROPERTY_DESCRIPTOR,
  RT_TRAP_DEFINE_PROPERTY,
  RT_TRAP_HAS,
  RT_TRAP_GET,
  RT_TRAP_SET,
  RT_TRAP_DELETE_PROPERTY,
  RT_TRAP_OWN_KEYS,
  RT_TRAP_APPLY,
  RT_TRAP_CONSTRUCT,
  RT_TRAP_COUNT,
};

/// The beginning of each internal method of a proxy (10.5.1 to 10.5.13): the trap of the handler, undefined if it has
/// none, RT_EXCEPTION if the proxy was revoked or the stack is used up.
rt_value rt__proxy_trap_js(rt_proxy *proxy, enum rt_trap trap);

/// The internal methods of proxies.
extern const rt_internal_methods rt__proxy_methods;
/// [[OwnPropertyKeys]] (10.5.11).
rt_array *rt__proxy_own_property_keys(rt_object *object);
/// [[GetOwnProperty]] (10.5.5).
int32_t rt__proxy_get_own_property(rt_object *object, rt_string *key, rt_property_descriptor *descriptor);
/// [[DefineOwnProperty]] (10.5.6).
int32_t rt__proxy_define_own_property(rt_object *object, rt_string *key, const rt_property_descriptor *change);

static inline rt_object *rt__proxy_target(rt_proxy *proxy) { return rt_as_object(proxy->target); }
