/// The internal methods of proxies: prototype, extensibility, access (ECMA-262 10.5.1 to 10.5.4, 10.5.7 to 10.5.10).
#include "proxy.h"

static const char *const trap_names[RT_TRAP_COUNT] = {
    "getPrototypeOf", "setPrototypeOf", "isExtensible",   "preventExtensions", "getOwnPropertyDescriptor",
    "defineProperty", "has",            "get",            "set",               "deleteProperty",
    "ownKeys",        "apply",          "construct",
};

/// The names as atoms, interned when first needed.
static rt_string *trap_atoms[RT_TRAP_COUNT] RT_ROOTED_UNUSED;

rt_value rt__proxy_trap_js(rt_proxy *proxy, enum rt_trap trap) {
  // Handlers and targets may be proxies themselves.
  if (RT_STACK_CHECK()) return RT_EXCEPTION;
  if (!trap_atoms[trap]) trap_atoms[trap] = rt__intern_ascii(trap_names[trap]);
  rt_string *name = trap_atoms[trap];
  if (proxy->target == RT_NULL)
    return rt__throw_type_error("Cannot perform '%s' on a proxy that has been revoked", name);
  rt_value function = rt__get_value_js(proxy->handler, name);
  if (function == RT_EXCEPTION || rt_is_function(function)) return function;
  if (rt_is_nullish(function)) return RT_UNDEFINED;
  return rt__throw_type_error("'%d' returned for property '%s' of object '%d' is not a function", function, name,
                              proxy->handler);
}

/// Declares the proxy, its target and its trap, which all stay alive.
#define PROXY_TRAP(name, failure)                                                                                      \
  rt_proxy *proxy = (rt_proxy *)(void *)object;                                                                        \
  RT_ROOT_POINTER(proxy);                                                                                              \
  rt_value trap = rt__proxy_trap_js(proxy, name);                                                                      \
  if (trap == RT_EXCEPTION) return failure;                                                                            \
  rt_object *target = rt__proxy_target(proxy);                                                                         \
  RT_ROOT(trap);                                                                                                       \
  RT_ROOT_POINTER(target)

/// The truth of what a trap returned: truth.
static int32_t call_trap_js(rt_proxy *proxy, rt_value trap, uint32_t argc, const rt_value *argv) {
  rt_value result = rt__call_js(trap, proxy->handler, argc, argv);
  return result == RT_EXCEPTION ? 2 : rt_to_boolean(result);
}

/// Throws for a broken invariant, with the key in the message.
static int32_t broken(const char *format, rt_string *key) {
  rt__throw_type_error(format, rt__key_text(key));
  return 2;
}

/// [[GetPrototypeOf]] (10.5.1).
static rt_value get_prototype_of(rt_object *object) {
  PROXY_TRAP(RT_TRAP_GET_PROTOTYPE_OF, RT_EXCEPTION);
  if (trap == RT_UNDEFINED) return rt__get_prototype_of_js(target);
  rt_value prototype = rt__call_js(trap, proxy->handler, 1, (rt_value[]){rt_from_object(target)});
  if (prototype == RT_EXCEPTION) return prototype;
  if (!rt_is_object(prototype) && prototype != RT_NULL)
    return rt__throw_type_error("'getPrototypeOf' on proxy: trap returned neither object nor null");
  RT_ROOT(prototype);
  int32_t extensible = rt__is_extensible_js(target);
  if (extensible) return extensible == 2 ? RT_EXCEPTION : prototype;
  rt_value actual = rt__get_prototype_of_js(target);
  if (actual == RT_EXCEPTION || actual == prototype) return actual;
  return rt__throw_type_error(
      "'getPrototypeOf' on proxy: proxy target is non-extensible but the trap did not return its actual prototype");
}

/// [[SetPrototypeOf]] (10.5.2).
static int32_t set_prototype_of(rt_object *object, rt_object *prototype) {
  RT_ROOT_POINTER(prototype);
  PROXY_TRAP(RT_TRAP_SET_PROTOTYPE_OF, 2);
  if (trap == RT_UNDEFINED) return rt__set_prototype_of_js(target, prototype);
  rt_value arguments[2] = {rt_from_object(target), prototype ? rt_from_object(prototype) : RT_NULL};
  int32_t done = call_trap_js(proxy, trap, 2, arguments);
  if (done != 1) return done;
  int32_t extensible = rt__is_extensible_js(target);
  if (extensible) return extensible;
  rt_value actual = rt__get_prototype_of_js(target);
  if (actual == RT_EXCEPTION) return 2;
  if (actual == arguments[1]) return 1;
  rt__throw_type_error("'setPrototypeOf' on proxy: trap returned truish for setting a new prototype on the "
                       "non-extensible proxy target");
  return 2;
}

/// [[IsExtensible]] (10.5.3).
static int32_t is_extensible(rt_object *object) {
  PROXY_TRAP(RT_TRAP_IS_EXTENSIBLE, 2);
  if (trap == RT_UNDEFINED) return rt__is_extensible_js(target);
  int32_t result = call_trap_js(proxy, trap, 1, (rt_value[]){rt_from_object(target)});
  if (result == 2) return 2;
  int32_t actual = rt__is_extensible_js(target);
  if (actual == 2 || actual == result) return actual;
  rt__throw_type_error("'isExtensible' on proxy: trap result does not reflect extensibility of proxy target (which is "
                       "'%c')",
                       actual ? "true" : "false");
  return 2;
}

/// [[PreventExtensions]] (10.5.4).
static int32_t prevent_extensions(rt_object *object) {
  PROXY_TRAP(RT_TRAP_PREVENT_EXTENSIONS, 2);
  if (trap == RT_UNDEFINED) return rt__prevent_extensions_js(target);
  int32_t done = call_trap_js(proxy, trap, 1, (rt_value[]){rt_from_object(target)});
  if (done != 1) return done;
  int32_t extensible = rt__is_extensible_js(target);
  if (extensible == 0) return 1;
  if (extensible == 1)
    rt__throw_type_error("'preventExtensions' on proxy: trap returned truish but the proxy target is extensible");
  return 2;
}

/// [[HasProperty]] (10.5.7).
static int32_t has_property(rt_object *object, rt_string *key) {
  RT_ROOT_POINTER(key);
  PROXY_TRAP(RT_TRAP_HAS, 2);
  if (trap == RT_UNDEFINED) return rt__has_property_js(target, key);
  int32_t result = call_trap_js(proxy, trap, 2, (rt_value[]){rt_from_object(target), rt_key_value(key)});
  if (result) return result;
  rt_property_descriptor own;
  int32_t found = rt__get_own_property_js(target, key, &own);
  if (found != 1) return found;
  if (!(own.flags & RT_PROPERTY_CONFIGURABLE))
    return broken("'has' on proxy: trap returned falsish for property '%s' which exists in the proxy target as "
                  "non-configurable",
                  key);
  int32_t extensible = rt__is_extensible_js(target);
  if (extensible == 0)
    return broken("'has' on proxy: trap returned falsish for property '%s' but the proxy target is not extensible", key);
  return extensible == 2 ? 2 : 0;
}

/// [[Get]] (10.5.8).
static rt_value get(rt_object *object, rt_string *key, rt_value receiver) {
  RT_ROOT_POINTER(key);
  RT_ROOT(receiver);
  PROXY_TRAP(RT_TRAP_GET, RT_EXCEPTION);
  if (trap == RT_UNDEFINED) return rt__get_js(target, key, receiver);
  rt_value value =
      rt__call_js(trap, proxy->handler, 3, (rt_value[]){rt_from_object(target), rt_key_value(key), receiver});
  if (value == RT_EXCEPTION) return value;
  RT_ROOT(value);
  rt_property_descriptor own;
  int32_t found = rt__get_own_property_js(target, key, &own);
  if (found == 2) return RT_EXCEPTION;
  if (!found || own.flags & RT_PROPERTY_CONFIGURABLE) return value;
  if (own.flags & RT_PROPERTY_ACCESSOR) {
    if (own.getter == RT_UNDEFINED && value != RT_UNDEFINED)
      return rt__throw_type_error("'get' on proxy: property '%s' is a non-configurable accessor property on the proxy "
                                  "target and does not have a getter function, but the trap did not return 'undefined' "
                                  "(got '%d')",
                                  rt__key_text(key), value);
  } else if (!(own.flags & RT_PROPERTY_WRITABLE) && !rt__same_value(own.value, value)) {
    return rt__throw_type_error("'get' on proxy: property '%s' is a read-only and non-configurable data property on the "
                                "proxy target but the proxy did not return its actual value (expected '%d' but got "
                                "'%d')",
                                rt__key_text(key), own.value, value);
  }
  return value;
}

/// [[Set]] (10.5.9).
static int32_t set(rt_object *object, rt_string *key, rt_value value, rt_value receiver) {
  RT_ROOT_POINTER(key);
  RT_ROOT(value);
  RT_ROOT(receiver);
  PROXY_TRAP(RT_TRAP_SET, 2);
  if (trap == RT_UNDEFINED) return rt__set_js(target, key, value, receiver);
  int32_t done =
      call_trap_js(proxy, trap, 4, (rt_value[]){rt_from_object(target), rt_key_value(key), value, receiver});
  if (done != 1) return done;
  rt_property_descriptor own;
  int32_t found = rt__get_own_property_js(target, key, &own);
  if (found == 2) return 2;
  if (!found || own.flags & RT_PROPERTY_CONFIGURABLE) return 1;
  if (own.flags & RT_PROPERTY_ACCESSOR) {
    if (own.setter == RT_UNDEFINED)
      return broken("'set' on proxy: trap returned truish for property '%s' which exists in the proxy target as a "
                    "non-configurable and non-writable accessor property without a setter",
                    key);
  } else if (!(own.flags & RT_PROPERTY_WRITABLE) && !rt__same_value(own.value, value)) {
    return broken("'set' on proxy: trap returned truish for property '%s' which exists in the proxy target as a "
                  "non-configurable and non-writable data property with a different value",
                  key);
  }
  return 1;
}

/// [[Delete]] (10.5.10).
static int32_t delete_property(rt_object *object, rt_string *key) {
  RT_ROOT_POINTER(key);
  PROXY_TRAP(RT_TRAP_DELETE_PROPERTY, 2);
  if (trap == RT_UNDEFINED) return rt__delete_js(target, key);
  int32_t done = call_trap_js(proxy, trap, 2, (rt_value[]){rt_from_object(target), rt_key_value(key)});
  if (done != 1) return done;
  rt_property_descriptor own;
  int32_t found = rt__get_own_property_js(target, key, &own);
  if (found != 1) return found == 2 ? 2 : 1;
  if (!(own.flags & RT_PROPERTY_CONFIGURABLE))
    return broken("'deleteProperty' on proxy: trap returned truish for property '%s' which is non-configurable in the "
                  "proxy target",
                  key);
  int32_t extensible = rt__is_extensible_js(target);
  if (extensible == 0)
    return broken("'deleteProperty' on proxy: trap returned truish for property '%s' but the proxy target is "
                  "non-extensible",
                  key);
  return extensible;
}

const rt_internal_methods rt__proxy_methods = {.get_prototype_of = get_prototype_of,
                                               .set_prototype_of = set_prototype_of,
                                               .is_extensible = is_extensible,
                                               .prevent_extensions = prevent_extensions,
                                               .get_own_property = rt__proxy_get_own_property,
                                               .define_own_property = rt__proxy_define_own_property,
                                               .has_property = has_property,
                                               .get = get,
                                               .set = set,
                                               .delete = delete_property,
                                               .own_property_keys = rt__proxy_own_property_keys};
