/// Copying and listing the properties of ordinary objects by their shapes, where no code of the program can run.
#include "object.h"

bool rt__has_only_plain_data(const rt_object *object) {
  const rt_shape *shape = object->shape;
  if (shape->class->kind != RT_CLASS_ORDINARY || shape->class->exotic || shape->class->get_own || shape->class->lazy ||
      shape->flags & RT_SHAPE_HAS_INDICES)
    return false;
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (p->key && p->flags & (RT_PROPERTY_ACCESSOR | RT_PROPERTY_LAZY)) return false;
  }
  return true;
}

/// Whether a copy may have the same shape: one that other objects have too, with the prototype of object literals, and
/// all its properties are as assignments make them.
static bool is_copied_with_shape(const rt_shape *shape) {
  if (shape->flags & (RT_SHAPE_DICTIONARY | RT_SHAPE_NOT_EXTENSIBLE | RT_SHAPE_PROTOTYPE)) return false;
  if (shape->prototype_builtin != RT_BUILTIN_OBJECT_PROTOTYPE + 1) return false;
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (!p->key || p->flags != RT_PROPERTY_PLAIN || rt_key_is_private(p->key)) return false;
  }
  return true;
}

/// A copy of an object with its shape: the cell and what lies outside of it.
static rt_object *copy_cell(const rt_object *source) {
  rt_shape *shape = source->shape;
  size_t size = shape->slot_offset + shape->inline_capacity * sizeof(rt_value);
  rt_object *copy = rt__allocate(size, RT_CELL_WORDS);
  memcpy(copy, source, size);
  if (source->extra && shape->slot_count > shape->inline_capacity) {
    size_t extra = rt_extra_capacity(shape->slot_count - shape->inline_capacity) * sizeof(rt_value);
    copy->extra = rt__allocate(extra, RT_CELL_WORDS);
    memcpy(copy->extra, source->extra, extra);
  }
  return copy;
}

void rt__copy_plain_data(rt_object *target, rt_object *source) {
  rt_shape *shape = source->shape;
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (!p->key || rt_key_is_private(p->key) || !(p->flags & RT_PROPERTY_ENUMERABLE)) continue;
    rt_value value = *rt_slot(source, p->slot);
    int32_t entry = rt__shape_find(target->shape, p->key);
    if (entry < 0)
      rt__add_property(target, p->key, value, RT_PROPERTY_PLAIN);
    else
      rt_store_slot(target, target->shape->table->entries[entry].slot, value);
  }
}

bool rt__accepts_plain_data(const rt_object *object) {
  const rt_shape *shape = object->shape;
  if (shape->class->kind != RT_CLASS_ORDINARY || shape->class->exotic || shape->class->get_own ||
      shape->flags & (RT_SHAPE_NOT_EXTENSIBLE | RT_SHAPE_PROTOTYPE))
    return false;
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (p->key && p->flags != RT_PROPERTY_PLAIN) return false;
  }
  return true;
}

rt_object *rt_object_clone(rt_value source) {
  RT_SAFEPOINT();
  if (RT_LIKELY(rt_is_object(source))) {
    rt_object *object = rt_as_object(source);
    if (rt_class_of(object) == &rt_object_class && is_copied_with_shape(object->shape)) return copy_cell(object);
    if (rt__has_only_plain_data(object)) {
      rt_object *copy = rt__object_new(object->shape->count);
      rt__copy_plain_data(copy, object);
      return copy;
    }
  }
  rt_object *copy = rt__object_new(4);
  RT_ROOT_POINTER(copy);
  return rt_copy_data_properties(rt_from_object(copy), source) == 0 ? copy : NULL;
}
