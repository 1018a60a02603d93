/// Private names (ECMA-262 7.3.27 to 7.3.33): properties whose keys nothing else can name.
#include "object.h"

/// The name as the program writes it: without the compiler's suffix.
static rt_string *shown_name(rt_string *key) {
  if (rt_key_is_symbol(key)) {
    rt_string *description = ((rt_symbol *)(void *)key)->description;
    return description ? description : RT_ATOM(empty);
  }
  rt_text text = rt__text(key);
  uint32_t end = 1;
  while (end < text.length && rt_text_at(text, end) != '@' && rt_text_at(text, end) != '#') end++;
  return rt__substring(key, 0, end);
}

static int32_t find_private(rt_value base, rt_string *key) {
  return rt_is_object(base) ? rt__shape_find(rt_as_object(base)->shape, key) : -1;
}

rt_value rt_private_get_slow(rt_value base, rt_string *key, rt_cache *cache) {
  RT_SAFEPOINT();
  int32_t entry = find_private(base, key);
  if (entry < 0)
    return rt__throw_type_error("Cannot read private member %s from an object whose class did not declare it",
                                shown_name(key));
  rt_object *object = rt_as_object(base);
  const rt_shape *shape = object->shape;
  const rt_property *property = &shape->table->entries[entry];
  if (property->flags & RT_PROPERTY_ACCESSOR) {
    rt_value getter = ((rt_accessor *)rt_pointer(*rt_slot(object, property->slot)))->getter;
    if (getter == RT_UNDEFINED) return rt__throw_type_error("'%s' was defined without a getter", shown_name(key));
    return rt__call_js(getter, base, 0, NULL);
  }
  if (property->slot < shape->inline_capacity)
    *cache = (rt_cache){.shape = object->shape,
                        .offset = shape->slot_offset + property->slot * (uint32_t)sizeof(rt_value),
                        .kind = RT_CACHE_OWN_INLINE};
  return *rt_slot(object, property->slot);
}

int32_t rt_private_set_slow(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  RT_SAFEPOINT();
  if (rt_is_object(base) && rt__repeat_checked(rt_as_object(base), value, cache, false)) return 0;
  int32_t entry = find_private(base, key);
  if (entry < 0) {
    rt__throw_type_error("Cannot write private member %s to an object whose class did not declare it", shown_name(key));
    return -1;
  }
  rt_object *object = rt_as_object(base);
  const rt_shape *shape = object->shape;
  const rt_property *property = &shape->table->entries[entry];
  if (property->flags & RT_PROPERTY_ACCESSOR) {
    rt_value setter = ((rt_accessor *)rt_pointer(*rt_slot(object, property->slot)))->setter;
    if (setter == RT_UNDEFINED) {
      rt__throw_type_error("'%s' was defined without a setter", shown_name(key));
      return -1;
    }
    return rt__call_js(setter, base, 1, &value) == RT_EXCEPTION ? -1 : 0;
  }
  if (!(property->flags & RT_PROPERTY_WRITABLE)) {
    rt__throw_type_error("Private method '%s' is not writable", shown_name(key));
    return -1;
  }
  rt_store_slot(object, property->slot, value);
  if (property->slot < shape->inline_capacity && object->shape == shape)
    *cache = (rt_cache){.shape = object->shape,
                        .offset = shape->slot_offset + property->slot * (uint32_t)sizeof(rt_value),
                        .kind = rt__own_kind(shape, property->slot)};
  return 0;
}

int32_t rt_private_has(rt_value base, rt_string *key) {
  RT_SAFEPOINT();
  if (rt_is_object(base)) return find_private(base, key) >= 0;
  rt__throw_type_error("Cannot use 'in' operator to search for '%s' in %d", shown_name(key), base);
  return 2;
}

int32_t rt_private_define_slow(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  RT_SAFEPOINT();
  if (rt__repeat_checked(rt_as_object(base), value, cache, false)) return 0;
  if (find_private(base, key) >= 0) {
    rt__throw_type_error("Cannot initialize %s twice on the same object", shown_name(key));
    return -1;
  }
  rt_object *object = rt_as_object(base);
  rt_shape *before = object->shape;
  // Private elements exist apart from the object's extensibility and limits.
  rt__add_property(object, key, value, RT_PROPERTY_WRITABLE);
  rt_shape *after = object->shape;
  if (before != after && !((before->flags | after->flags) & RT_SHAPE_DICTIONARY) &&
      before->slot_count < after->inline_capacity)
    *cache = (rt_cache){.shape = before,
                        .new_shape = after,
                        .offset = after->slot_offset + before->slot_count * (uint32_t)sizeof(rt_value),
                        .kind = rt__add_kind(after, before->slot_count)};
  return 0;
}

int32_t rt_private_init_slow(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  int32_t entry = find_private(base, key);
  if (entry < 0) return rt_private_define_slow(base, value, key, cache);
  // The object was complete from the start, and its class has lost the layout since.
  rt_object *object = rt_as_object(base);
  rt_store_slot(object, object->shape->table->entries[entry].slot, value);
  return 0;
}
