/// The internal methods of proxies about own properties (ECMA-262 10.5.5, 10.5.6, 10.5.11).
#include "proxy.h"

/// Throws for a broken invariant, with the key in the message.
static int32_t broken(const char *format, rt_string *key) {
  rt__throw_type_error(format, rt__key_text(key));
  return 2;
}

/// CompletePropertyDescriptor (6.2.6.6). The fields' values are those of absent ones already.
static void complete(rt_property_descriptor *d) {
  if (d->has & (RT_HAS_GETTER | RT_HAS_SETTER))
    d->has |= RT_HAS_GETTER | RT_HAS_SETTER;
  else
    d->has |= RT_HAS_VALUE | RT_HAS_WRITABLE;
  d->has |= RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE;
}

int32_t rt__proxy_get_own_property(rt_object *object, rt_string *key, rt_property_descriptor *descriptor) {
  rt_proxy *proxy = (rt_proxy *)(void *)object;
  // Private names are no properties that a handler could know.
  if (rt_key_is_private(key)) return rt__get_own_property(object, key, descriptor);
  RT_ROOT_POINTER(proxy);
  RT_ROOT_POINTER(key);
  rt_value trap = rt__proxy_trap_js(proxy, RT_TRAP_GET_OWN_PROPERTY_DESCRIPTOR);
  if (trap == RT_EXCEPTION) return 2;
  rt_object *target = rt__proxy_target(proxy);
  RT_ROOT_POINTER(target);
  if (trap == RT_UNDEFINED) return rt__get_own_property_js(target, key, descriptor);
  rt_value result = rt__call_js(trap, proxy->handler, 2, (rt_value[]){rt_from_object(target), rt_key_value(key)});
  if (result == RT_EXCEPTION) return 2;
  if (!rt_is_object(result) && result != RT_UNDEFINED)
    return broken("'getOwnPropertyDescriptor' on proxy: trap returned neither object nor undefined for property '%s'",
                  key);
  RT_ROOT(result);
  rt_property_descriptor own;
  int32_t found = rt__get_own_property_js(target, key, &own);
  if (found == 2) return 2;
  RT_ROOT(own.value);
  if (result == RT_UNDEFINED) {
    if (!found) return 0;
    if (!(own.flags & RT_PROPERTY_CONFIGURABLE))
      return broken("'getOwnPropertyDescriptor' on proxy: trap returned undefined for property '%s' which is "
                    "non-configurable in the proxy target",
                    key);
    int32_t extensible = rt__is_extensible_js(target);
    if (extensible == 0)
      return broken("'getOwnPropertyDescriptor' on proxy: trap returned undefined for property '%s' which exists in the "
                    "non-extensible proxy target",
                    key);
    return extensible == 2 ? 2 : 0;
  }
  int32_t extensible = rt__is_extensible_js(target);
  if (extensible == 2) return 2;
  if (rt__to_property_descriptor_js(result, descriptor) != 0) return 2;
  complete(descriptor);
  if (!rt__is_compatible_descriptor(extensible, descriptor, found ? &own : NULL))
    return broken("'getOwnPropertyDescriptor' on proxy: trap returned descriptor for property '%s' that is incompatible "
                  "with the existing property in the proxy target",
                  key);
  if (!(descriptor->flags & RT_PROPERTY_CONFIGURABLE)) {
    if (!found || own.flags & RT_PROPERTY_CONFIGURABLE)
      return broken("'getOwnPropertyDescriptor' on proxy: trap reported non-configurability for property '%s' which is "
                    "either non-existent or configurable in the proxy target",
                    key);
    if (descriptor->has & RT_HAS_WRITABLE && !(descriptor->flags & RT_PROPERTY_WRITABLE) &&
        own.flags & RT_PROPERTY_WRITABLE)
      return broken("'getOwnPropertyDescriptor' on proxy: trap reported non-configurable and writable for property '%s' "
                    "which is non-configurable, non-writable in the proxy target",
                    key);
  }
  return 1;
}

int32_t rt__proxy_define_own_property(rt_object *object, rt_string *key, const rt_property_descriptor *change) {
  rt_proxy *proxy = (rt_proxy *)(void *)object;
  RT_ROOT_POINTER(proxy);
  RT_ROOT_POINTER(key);
  RT_ROOT(change->value);
  RT_ROOT(change->getter);
  RT_ROOT(change->setter);
  rt_value trap = rt__proxy_trap_js(proxy, RT_TRAP_DEFINE_PROPERTY);
  if (trap == RT_EXCEPTION) return 2;
  rt_object *target = rt__proxy_target(proxy);
  RT_ROOT_POINTER(target);
  if (trap == RT_UNDEFINED) return rt__define_own_property_js(target, key, change);
  rt_value arguments[3] = {rt_from_object(target), rt_key_value(key), rt__from_property_descriptor(change)};
  rt_value result = rt__call_js(trap, proxy->handler, 3, arguments);
  if (result == RT_EXCEPTION) return 2;
  if (!rt_to_boolean(result)) return 0;
  rt_property_descriptor own;
  int32_t found = rt__get_own_property_js(target, key, &own);
  if (found == 2) return 2;
  RT_ROOT(own.value);
  int32_t extensible = rt__is_extensible_js(target);
  if (extensible == 2) return 2;
  bool fixes = change->has & RT_HAS_CONFIGURABLE && !(change->flags & RT_PROPERTY_CONFIGURABLE);
  if (!found) {
    if (!extensible)
      return broken("'defineProperty' on proxy: trap returned truish for adding property '%s'  to the non-extensible "
                    "proxy target",
                    key);
  } else if (!rt__is_compatible_descriptor(extensible, change, &own)) {
    return broken("'defineProperty' on proxy: trap returned truish for adding property '%s'  that is incompatible with "
                  "the existing property in the proxy target",
                  key);
  }
  if (fixes && (!found || own.flags & RT_PROPERTY_CONFIGURABLE))
    return broken("'defineProperty' on proxy: trap returned truish for defining non-configurable property '%s' which is "
                  "either non-existent or configurable in the proxy target",
                  key);
  if (found && !(own.flags & (RT_PROPERTY_ACCESSOR | RT_PROPERTY_CONFIGURABLE)) && own.flags & RT_PROPERTY_WRITABLE &&
      change->has & RT_HAS_WRITABLE && !(change->flags & RT_PROPERTY_WRITABLE))
    return broken("'defineProperty' on proxy: trap returned truish for defining non-configurable property '%s' which "
                  "cannot be non-writable",
                  key);
  return 1;
}

/// CreateListFromArrayLike (7.3.19) with elements that are property keys: strings are interned; NULL: exception.
static rt_array *list_of_keys_js(rt_value value) {
  rt_array *list = rt__list_from_array_like_js(value);
  if (!list) return NULL;
  for (uint32_t i = 0; i < list->length; i++) {
    rt_value key = list->elements[i];
    if (rt_is_string(key)) {
      list->elements[i] = rt_from_string(rt__intern(rt_as_string(key)));
    } else if (!rt_is_symbol(key)) {
      rt__throw_type_error("%d is not a valid property name", key);
      return NULL;
    }
  }
  return list;
}

/// Sorts values by their bits, so that keys can be found by bisection.
static void sort_words(rt_value *values, uint32_t count) {
  for (uint32_t gap = count / 2; gap > 0; gap /= 2)
    for (uint32_t i = gap; i < count; i++) {
      rt_value value = values[i];
      uint32_t j = i;
      for (; j >= gap && values[j - gap] > value; j -= gap) values[j] = values[j - gap];
      values[j] = value;
    }
}

static bool contains(const rt_array *sorted, rt_value key) {
  uint32_t low = 0, high = sorted->length;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (sorted->elements[middle] < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low < sorted->length && sorted->elements[low] == key;
}

rt_array *rt__proxy_own_property_keys(rt_object *object) {
  rt_proxy *proxy = (rt_proxy *)(void *)object;
  RT_ROOT_POINTER(proxy);
  rt_value trap = rt__proxy_trap_js(proxy, RT_TRAP_OWN_KEYS);
  if (trap == RT_EXCEPTION) return NULL;
  rt_object *target = rt__proxy_target(proxy);
  RT_ROOT_POINTER(target);
  if (trap == RT_UNDEFINED) return rt__own_keys_js(target, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  rt_value result = rt__call_js(trap, proxy->handler, 1, (rt_value[]){rt_from_object(target)});
  if (result == RT_EXCEPTION) return NULL;
  RT_ROOT(result);
  rt_array *keys = list_of_keys_js(result);
  if (!keys) return NULL;
  RT_ROOT_POINTER(keys);
  rt_array *sorted = rt__array_from(keys->elements, keys->length);
  RT_ROOT_POINTER(sorted);
  sort_words(sorted->elements, sorted->length);
  for (uint32_t i = 1; i < sorted->length; i++) {
    if (sorted->elements[i - 1] != sorted->elements[i]) continue;
    rt__throw_type_error("'ownKeys' on proxy: trap returned duplicate entries");
    return NULL;
  }
  int32_t extensible = rt__is_extensible_js(target);
  if (extensible == 2) return NULL;
  rt_array *target_keys = rt__own_keys_js(target, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  if (!target_keys) return NULL;
  RT_ROOT_POINTER(target_keys);
  // The keys that must be reported: those that cannot be deleted, and all if none can be added.
  rt_array *required = rt__array_new(target_keys->length);
  RT_ROOT_POINTER(required);
  for (uint32_t i = 0; i < target_keys->length; i++) {
    rt_property_descriptor own;
    int32_t found = rt__get_own_property_js(target, rt_pointer(target_keys->elements[i]), &own);
    if (found == 2) return NULL;
    if (!extensible || (found && !(own.flags & RT_PROPERTY_CONFIGURABLE)))
      (void)rt__array_push(required, target_keys->elements[i]);
  }
  for (uint32_t i = 0; i < required->length; i++) {
    if (contains(sorted, required->elements[i])) continue;
    rt__throw_type_error("'ownKeys' on proxy: trap result did not include '%s'",
                         rt__key_text(rt_pointer(required->elements[i])));
    return NULL;
  }
  if (!extensible && sorted->length != required->length) {
    rt__throw_type_error("'ownKeys' on proxy: trap returned extra keys but proxy target is non-extensible");
    return NULL;
  }
  return keys;
}
