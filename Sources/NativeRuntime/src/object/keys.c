/// Enumerating own properties (ECMA-262 10.1.11) and copying them (7.3.25).
#include "object.h"

static bool matches(const rt_string *key, uint8_t flags, uint32_t filter) {
  if (rt_key_is_private(key)) return false;
  if (filter & RT_KEYS_ENUMERABLE_ONLY && !(flags & RT_PROPERTY_ENUMERABLE)) return false;
  return filter & (rt_key_is_symbol(key) ? RT_KEYS_SYMBOLS : RT_KEYS_STRINGS);
}

static void sort_indices(uint32_t *values, uint32_t count) {
  // Shell sort: short, without recursion, and fast enough for what are mostly few keys, often in order already.
  for (uint32_t gap = count / 2; gap > 0; gap /= 2)
    for (uint32_t i = gap; i < count; i++) {
      uint32_t value = values[i], j = i;
      for (; j >= gap && values[j - gap] > value; j -= gap) values[j] = values[j - gap];
      values[j] = value;
    }
}

/// Appends the index keys of the shape in ascending order.
static void append_indices(rt_object *object, uint32_t filter, rt_array *keys) {
  const rt_shape *shape = object->shape;
  if (!(shape->flags & RT_SHAPE_HAS_INDICES) || !(filter & RT_KEYS_STRINGS)) return;
  uint32_t *indices = rt__allocate((shape->count + 1) * sizeof(uint32_t), RT_CELL_LEAF);
  uint32_t count = 0;
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (p->key && rt_key_is_index(p->key) && matches(p->key, p->flags, filter))
      indices[count++] = rt__key_index(p->key);
  }
  sort_indices(indices, count);
  for (uint32_t i = 0; i < count; i++) rt__array_push(keys, rt_from_string(rt__intern_index(indices[i])));
}

rt_array *rt__own_keys(rt_object *object, uint32_t filter) {
  rt_array *keys = rt__array_new(object->shape->count);
  const rt_class *class = rt_class_of(object);
  if (class->kind == RT_CLASS_ARRAY) {
    rt_array *array = (rt_array *)(void *)object;
    if (filter & RT_KEYS_STRINGS && !(object->shape->flags & RT_SHAPE_SPARSE))
      for (uint32_t i = 0; i < array->length; i++)
        if (array->elements[i] != RT_HOLE) rt__array_push(keys, rt_from_string(rt__intern_index(i)));
    append_indices(object, filter, keys);
    if (matches(RT_ATOM(length), RT_PROPERTY_WRITABLE, filter)) rt__array_push(keys, rt_from_string(RT_ATOM(length)));
  } else {
    if (class->own_keys && filter & RT_KEYS_STRINGS) {
      // The hook gives all keys of the class; those of String objects that are not enumerable fall to the filter.
      rt_array *own = rt__array_new(0);
      class->own_keys(object, own);
      for (uint32_t i = 0; i < own->length; i++) {
        rt_property_descriptor descriptor;
        rt_string *key = rt_as_string(own->elements[i]);
        if (!(filter & RT_KEYS_ENUMERABLE_ONLY) ||
            (rt__get_own_special(object, key, &descriptor) && descriptor.flags & RT_PROPERTY_ENUMERABLE))
          rt__array_push(keys, own->elements[i]);
      }
    }
    append_indices(object, filter, keys);
  }
  const rt_shape *shape = object->shape;
  for (uint32_t round = 0; round < 2; round++) {
    bool symbols = round == 1;
    if (!(filter & (symbols ? RT_KEYS_SYMBOLS : RT_KEYS_STRINGS))) continue;
    for (uint32_t i = 0; i < shape->count; i++) {
      const rt_property *p = &shape->table->entries[i];
      if (!p->key || rt_key_is_symbol(p->key) != symbols || rt_key_is_index(p->key)) continue;
      if (matches(p->key, p->flags, filter)) rt__array_push(keys, rt_key_value(p->key));
    }
  }
  return keys;
}

rt_array *rt__own_keys_js(rt_object *object, uint32_t filter) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (RT_LIKELY(!exotic || !exotic->own_property_keys)) return rt__own_keys(object, filter);
  RT_ROOT_POINTER(object);
  rt_array *all = exotic->own_property_keys(object);
  if (!all) return NULL;
  rt_array *keys = rt__array_new(all->length);
  RT_ROOT_POINTER(all);
  RT_ROOT_POINTER(keys);
  for (uint32_t i = 0; i < all->length; i++) {
    rt_value key = all->elements[i];
    if (!(filter & (rt_is_symbol(key) ? RT_KEYS_SYMBOLS : RT_KEYS_STRINGS))) continue;
    if (filter & RT_KEYS_ENUMERABLE_ONLY) {
      rt_property_descriptor descriptor;
      int32_t found = rt__get_own_property_js(object, rt_pointer(key), &descriptor);
      if (found == 2) return NULL;
      if (!found || !(descriptor.flags & RT_PROPERTY_ENUMERABLE)) continue;
    }
    rt__array_push(keys, key);
  }
  return keys;
}

/// Whether a property key of a list that a pattern made is this atom.
static bool is_excluded(const rt_array *excluded, rt_string *atom) {
  for (uint32_t i = 0; excluded && i < excluded->length; i++) {
    rt_value key = excluded->elements[i];
    if (rt_is_string(key) ? rt__intern(rt_as_string(key)) == atom
                          : rt_is_number(key) ? rt__key_from_double(rt_double(key)) == atom : rt_pointer(key) == atom)
      return true;
  }
  return false;
}

/// CopyDataProperties: status. `excluded` is an array of property keys or NULL.
static int32_t copy_data_properties_js(rt_object *target, rt_value source, const rt_array *excluded) {
  if (rt_is_nullish(source)) return 0;
  rt_object *from = rt__to_object(source);
  if (rt__has_only_plain_data(from) && rt__accepts_plain_data(target) && target != from) {
    if (!excluded) {
      rt__copy_plain_data(target, from);
      return 0;
    }
    const rt_shape *shape = from->shape;
    for (uint32_t i = 0; i < shape->count; i++) {
      const rt_property *p = &shape->table->entries[i];
      if (p->key && !rt_key_is_private(p->key) && p->flags & RT_PROPERTY_ENUMERABLE && !is_excluded(excluded, p->key))
        rt__add_property(target, p->key, *rt_slot(from, p->slot), RT_PROPERTY_PLAIN);
    }
    return 0;
  }
  RT_ROOT_POINTER(from);
  rt_array *keys = rt__own_keys_js(from, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  if (!keys) return -1;
  RT_ROOT_POINTER(keys);
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_string *key = rt_pointer(keys->elements[i]);
    rt_property_descriptor descriptor;
    if (is_excluded(excluded, key)) continue;
    int32_t found = rt__get_own_property_js(from, key, &descriptor);
    if (found == 2) return -1;
    if (!found || !(descriptor.flags & RT_PROPERTY_ENUMERABLE)) continue;
    rt_value value = descriptor.value;
    if (descriptor.flags & RT_PROPERTY_ACCESSOR || rt_exotic(from)) value = rt__get_js(from, key, rt_from_object(from));
    if (value == RT_EXCEPTION) return -1;
    if (rt__create_data_property_or_throw_js(target, key, value) != 0) return -1;
  }
  return 0;
}

int32_t rt_copy_data_properties(rt_value target, rt_value source) {
  RT_SAFEPOINT();
  return copy_data_properties_js(rt_as_object(target), source, NULL);
}

rt_value rt_object_rest(rt_value source, rt_value excluded_keys) {
  RT_SAFEPOINT();
  if (rt_is_nullish(source)) return rt__throw_type_error("Cannot convert undefined or null to object");
  uint32_t expected = rt_is_object(source) ? rt_as_object(source)->shape->count : 0;
  rt_object *rest = rt__object_new(expected < 8 ? expected : 8);
  RT_ROOT_POINTER(rest);
  if (copy_data_properties_js(rest, source, rt_as_array(excluded_keys)) != 0) return RT_EXCEPTION;
  return rt_from_object(rest);
}
