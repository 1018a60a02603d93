/// Making objects and adding properties to them.
#include "object.h"

const rt_class rt_object_class = {.kind = RT_CLASS_ORDINARY,
                                  .instance_size = sizeof(rt_object),
                                  .prototype_builtin = RT_BUILTIN_OBJECT_PROTOTYPE + 1,
                                  .name = "Object"};

rt_object *rt__object_of_shape(rt_shape *shape) {
  size_t fields = shape->slot_offset;
  uint32_t capacity = shape->inline_capacity;
  rt_object *object = rt__allocate(fields + capacity * sizeof(rt_value), RT_CELL_WORDS);
  object->shape = shape;
  rt_value *slots = (rt_value *)(void *)((char *)object + fields);
  for (uint32_t i = 0; i < capacity; i++) slots[i] = RT_HOLE;
  return object;
}

rt_object *rt__object_new(uint32_t expected) {
  return rt__object_of_shape(rt__shape_root(&rt_object_class, expected > 64 ? 64 : expected));
}

rt_object *rt__object_new_with_prototype(rt_object *prototype) {
  return rt__object_of_shape(rt__shape_root_for(&rt_object_class, prototype, 4));
}

/// GetFunctionRealm (7.3.24), of which only the exception matters: a constructor that is a revoked proxy has no realm.
static bool has_realm(rt_value constructor) {
  while (rt_is_object(constructor)) {
    rt_object *object = rt_as_object(constructor);
    uint8_t kind = rt_class_of(object)->kind;
    if (kind == RT_CLASS_BOUND_FUNCTION)
      constructor = ((rt_function *)(void *)object)->captures[0];
    else if (kind == RT_CLASS_PROXY)
      constructor = ((rt_proxy *)(void *)object)->target;
    else
      return true;
  }
  rt__throw_type_error("Cannot perform 'get' on a proxy that has been revoked");
  return false;
}

rt_object *rt__object_from_constructor_js(rt_value new_target, const rt_class *class) {
  uint32_t capacity = class == &rt_object_class ? 4 : 0;
  if (rt_is_function(new_target)) {
    rt_function *function = rt_as_function(new_target);
    uint32_t fields = function->info->field_count;
    if (fields > capacity) capacity = fields > 32 ? 32 : fields;
    rt_value prototype = rt__get_js(&function->object, RT_ATOM(prototype), new_target);
    if (prototype == RT_EXCEPTION) return NULL;
    if (rt_is_object(prototype))
      return rt__object_of_shape(rt__shape_root_for(class, rt_as_object(prototype), capacity));
    if (!has_realm(new_target)) return NULL;
  }
  return rt__object_of_shape(rt__shape_root(class, capacity));
}

/// Makes sure that `extra` has room for the slot that the object gets next.
static void reserve_slot(rt_object *object) {
  const rt_shape *shape = object->shape;
  if (shape->slot_count < shape->inline_capacity) return;
  uint32_t used = shape->slot_count - shape->inline_capacity;
  uint32_t capacity = rt_extra_capacity(used);
  if (object->extra && used < capacity) return;
  uint32_t larger = rt_extra_capacity(used + 1);
  rt_value *extra = rt__allocate(larger * sizeof(rt_value), RT_CELL_WORDS);
  // Lazy properties may not have had room so far: theirs are holes.
  uint32_t copied = object->extra ? used : 0;
  if (copied) memcpy(extra, object->extra, copied * sizeof(rt_value));
  for (uint32_t i = copied; i < larger; i++) extra[i] = RT_HOLE;
  object->extra = extra;
}

void rt__add_limited(rt_object *object, rt_string *key, rt_value value, uint8_t flags, uint32_t limit) {
  reserve_slot(object);
  rt_shape *shape = object->shape;
  uint32_t slot = shape->slot_count;
  if (!(shape->flags & RT_SHAPE_DICTIONARY) && shape->count >= limit) object->shape = shape = rt__shape_unique(shape);
  if (shape->flags & RT_SHAPE_DICTIONARY)
    rt__shape_add_in_place(shape, key, flags);
  else
    object->shape = rt__shape_add(shape, key, flags);
  rt_store_slot(object, slot, value);
  if (shape->flags & RT_SHAPE_PROTOTYPE) rt__prototype_changed(object, key);
}

void rt__add_property(rt_object *object, rt_string *key, rt_value value, uint8_t flags) {
  rt__add_limited(object, key, value, flags, RT__NAMED_MAX);
}

void rt__define_hidden(rt_object *object, rt_string *key, rt_value value) {
  rt__add_property(object, key, value, RT_PROPERTY_HIDDEN);
}

void rt__prototype_changed(rt_object *object, rt_string *key) {
  rt_prototype_epoch++;
  if (rt__layout_watcher) rt__layout_watcher(object, key);
  if (rt_key_is_index(key)) rt_prototypes_have_indices = 1;
  if (object->shape->flags & RT_SHAPE_WATCHED && (key == RT_SYMBOL(iterator) || key == RT_ATOM(next) || key == RT_ATOM(return_) || key == RT_ATOM(throw_)))
    rt_iteration_changed = 1;
}

rt_object *rt_object_new_slow(rt_literal_site *site, uint32_t count, rt_string *const *keys, const rt_value *values) {
  RT_SAFEPOINT();
  RT_MAY_FILL_HEAP();
  rt_shape *shape = site->shape;
  if (!shape && site->numbers) {
    site->shape = shape = rt__literal_shape(site, count, keys);
  } else if (!shape) {
    shape = rt__shape_root(&rt_object_class, rt_literal_capacity(count));
    for (uint32_t i = 0; i < count; i++) shape = rt__shape_add(shape, keys[i], RT_PROPERTY_PLAIN);
    shape->layout = site->layout;
    site->shape = shape;
  }
  rt_object *object = rt__object_of_shape(shape);
  if (count > shape->inline_capacity) {
    uint32_t capacity = rt_extra_capacity(count - shape->inline_capacity);
    object->extra = rt__allocate_zeroed(capacity * sizeof(rt_value), RT_CELL_WORDS);
  }
  for (uint32_t i = 0; i < count; i++) *rt_slot(object, i) = values[i];
  return object;
}

rt_object *rt_object_new_checked(rt_literal_site *site, uint32_t count, rt_string *const *keys, const rt_value *values) {
  bool fits = true;
  for (uint32_t i = 0; i < count; i++) fits &= !(site->numbers >> i & 1) || rt_is_number(values[i]);
  rt_object *object = rt_object_new(site, count, keys, values);
  if (!fits) object->shape = rt__shape_general(object->shape);
  return object;
}

rt_value rt_instance_new_slow(rt_value new_target, uint32_t expected_fields) {
  RT_SAFEPOINT();
  RT_MAY_FILL_HEAP();
  rt_function *function = rt_as_function(new_target);
  rt_shape *shape = function->initial_shape;
  if (!shape) {
    rt_value prototype = rt__get_js(&function->object, RT_ATOM(prototype), new_target);
    if (prototype == RT_EXCEPTION || (!rt_is_object(prototype) && !has_realm(new_target))) return RT_EXCEPTION;
    uint32_t fields = function->info->field_count > expected_fields ? function->info->field_count : expected_fields;
    // Functions without declared fields usually assign some to `this`.
    if (function->info->kind == RT_FUNCTION_NORMAL && fields < 4) fields = 4;
    if (fields > 64) fields = 64;
    shape = rt_is_object(prototype) ? rt__shape_root_for(&rt_object_class, rt_as_object(prototype), fields)
                                    : rt__shape_root(&rt_object_class, fields);
    // A bound function's `prototype` is looked up each time: the field is its target's.
    if (rt_class_of(&function->object)->kind == RT_CLASS_FUNCTION) function->initial_shape = shape;
  }
  rt_object *object = rt__object_of_shape(shape);
  return rt_from_object(object);
}
