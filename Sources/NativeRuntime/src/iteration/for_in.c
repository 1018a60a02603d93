/// EnumerateObjectProperties (ECMA-262 14.7.5.10).
#include "object/object.h"

/// The keys that a `for-in` loop has still to visit, for one object of the prototype chain after the other.
typedef struct for_in_list {
  rt_object *object; ///< the current object
  rt_array *keys;    ///< its keys
  rt_array *visited; ///< keys of the objects before, NULL if this is the first
  uint32_t index;
} for_in_list;

rt_value rt_for_in_new(rt_value value) {
  RT_SAFEPOINT();
  for_in_list *list = rt__allocate_zeroed(sizeof *list, RT_CELL_WORDS);
  if (!rt_is_nullish(value)) {
    list->object = rt__to_object(value);
    list->keys = rt__own_keys_js(list->object, RT_KEYS_STRINGS);
    if (!list->keys) return RT_EXCEPTION;
  }
  return rt_from_object(list);
}

static bool was_visited(const rt_array *visited, rt_value key) {
  for (uint32_t i = 0; visited && i < visited->length; i++)
    if (visited->elements[i] == key) return true;
  return false;
}

/// Whether any object from here on has enumerable string keys: most prototypes have none, and then their keys need not
/// be listed.
static bool has_enumerable_keys(rt_object *object) {
  const rt_shape *shape = object->shape;
  if (shape->class->exotic) return true;
  // Array.prototype and String.prototype are an array and a string, but empty ones.
  if (shape->class->kind == RT_CLASS_ARRAY && ((rt_array *)(void *)object)->length > 0) return true;
  if (shape->class->own_keys && !(shape->class->kind == RT_CLASS_STRING &&
                                  rt_as_string(((rt_wrapper *)(void *)object)->value)->length == 0))
    return true;
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (p->key && p->flags & RT_PROPERTY_ENUMERABLE && !rt_key_is_symbol(p->key)) return true;
  }
  return false;
}

rt_value rt_for_in_next(rt_value record) {
  RT_SAFEPOINT();
  for_in_list *list = rt_pointer(record);
  while (list->object) {
    while (list->index < list->keys->length) {
      rt_value key = list->keys->elements[list->index++];
      rt_property_descriptor descriptor;
      // Keys that were deleted meanwhile are left out, and those that an earlier object shadows.
      int32_t found = rt__get_own_property_js(list->object, rt_as_string(key), &descriptor);
      if (found == 2) return RT_EXCEPTION;
      if (!found) continue;
      if (was_visited(list->visited, key)) continue;
      if (descriptor.flags & RT_PROPERTY_ENUMERABLE) return key;
    }
    rt_object *next = list->object;
    do {
      if (rt__step_to_prototype_js(&next) == 2) return RT_EXCEPTION;
    } while (next && !has_enumerable_keys(next));
    if (next) {
      if (!list->visited) list->visited = rt__array_new(0);
      for (uint32_t i = 0; i < list->keys->length; i++) rt__array_push(list->visited, list->keys->elements[i]);
      list->object = next;
      list->keys = rt__own_keys_js(next, RT_KEYS_STRINGS);
      if (!list->keys) return RT_EXCEPTION;
      list->index = 0;
    }
    list->object = next;
  }
  return RT_HOLE;
}
