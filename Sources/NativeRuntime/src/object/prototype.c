/// Prototypes (ECMA-262 10.1.1, 10.1.2) and integrity levels (7.3.15, 7.3.16, 10.1.4).
#include "array/array.h"
#include "object.h"

rt_value rt__get_prototype_of_js(rt_object *object) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (RT_UNLIKELY(exotic && exotic->get_prototype_of)) return exotic->get_prototype_of(object);
  rt_object *prototype = rt__prototype_of(object);
  return prototype ? rt_from_object(prototype) : RT_NULL;
}

int32_t rt__step_to_prototype_js(rt_object **object) {
  rt_value prototype = rt__get_prototype_of_js(*object);
  if (prototype == RT_EXCEPTION) return 2;
  *object = prototype == RT_NULL ? NULL : rt_as_object(prototype);
  return 1;
}

int32_t rt__set_prototype_of_js(rt_object *object, rt_object *prototype) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (exotic && exotic->set_prototype_of) return exotic->set_prototype_of(object, prototype);
  return rt__set_prototype(object, prototype);
}

int32_t rt__set_prototype(rt_object *object, rt_object *prototype) {
  if (rt__prototype_of(object) == prototype) return 1;
  if (object->shape->flags & RT_SHAPE_NOT_EXTENSIBLE ||
      rt__is_builtin(rt_from_object(object), RT_BUILTIN_OBJECT_PROTOTYPE))
    return 0;
  // A chain that goes through a proxy is not followed.
  for (rt_object *o = prototype; o; o = rt__prototype_of(o)) {
    // A class may inherit a Symbol.hasInstance that no property shows.
    if (rt_exotic(o)) rt_has_instance_changed = 1;
    if (rt_exotic(o) && rt_exotic(o)->get_prototype_of) break;
    if (o == object) return 0;
  }
  if (prototype) rt__mark_as_prototype(prototype);
  rt_shape *shape = object->shape;
  if (shape->count == 0 && !(shape->flags & (RT_SHAPE_DICTIONARY | RT_SHAPE_SPARSE)) &&
      shape->class->kind == RT_CLASS_ORDINARY) {
    // A fresh object shares its shape with others of this prototype.
    object->shape = rt__shape_root_for(shape->class, prototype, shape->inline_capacity);
    return 1;
  }
  object->shape = shape = shape->flags & RT_SHAPE_DICTIONARY ? rt__shape_renewed(shape) : rt__shape_unique(shape);
  shape->prototype = prototype;
  shape->prototype_builtin = 0;
  shape->flags &= (uint16_t)~RT_SHAPE_PLAIN_ARRAY;
  rt_prototype_epoch++;
  if (shape->flags & RT_SHAPE_PROTOTYPE && rt__layout_watcher) rt__layout_watcher(object, NULL);
  return 1;
}

bool rt__is_extensible(rt_object *object) { return !(object->shape->flags & RT_SHAPE_NOT_EXTENSIBLE); }

static rt_shape *own_shape(rt_object *object) {
  rt_shape *shape = object->shape;
  return object->shape = shape->flags & RT_SHAPE_DICTIONARY ? rt__shape_renewed(shape) : rt__shape_unique(shape);
}

int32_t rt__is_extensible_js(rt_object *object) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (exotic && exotic->is_extensible) return exotic->is_extensible(object);
  return rt__is_extensible(object);
}

int32_t rt__prevent_extensions_js(rt_object *object) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (exotic && exotic->prevent_extensions) return exotic->prevent_extensions(object);
  rt__prevent_extensions(object);
  return 1;
}

void rt__prevent_extensions(rt_object *object) {
  if (!rt__is_extensible(object)) return;
  rt_shape *shape = own_shape(object);
  shape->flags |= RT_SHAPE_NOT_EXTENSIBLE;
  shape->flags &= (uint16_t)~(RT_SHAPE_WRITABLE_ARRAY | RT_SHAPE_PLAIN_ARRAY);
}

void rt__set_integrity(rt_object *object, enum rt_integrity level) {
  rt_shape *shape = own_shape(object);
  shape->flags |= RT_SHAPE_NOT_EXTENSIBLE;
  if (shape->class->kind == RT_CLASS_ARRAY) {
    shape->flags &= (uint16_t)~(RT_SHAPE_WRITABLE_ARRAY | RT_SHAPE_PLAIN_ARRAY);
    shape->flags |= RT_SHAPE_SEALED_ELEMENTS;
    if (level == RT_INTEGRITY_FROZEN) shape->flags |= RT_SHAPE_FROZEN_ELEMENTS | RT_SHAPE_FIXED_LENGTH;
  }
  for (uint32_t i = 0; i < shape->count; i++) {
    rt_property *p = &shape->table->entries[i];
    if (!p->key || rt_key_is_private(p->key)) continue;
    p->flags &= (uint8_t)~RT_PROPERTY_CONFIGURABLE;
    if (level == RT_INTEGRITY_FROZEN && !(p->flags & RT_PROPERTY_ACCESSOR)) p->flags &= (uint8_t)~RT_PROPERTY_WRITABLE;
  }
  if (shape->flags & RT_SHAPE_PROTOTYPE) rt_prototype_epoch++;
}

bool rt__test_integrity(rt_object *object, enum rt_integrity level) {
  if (rt__is_extensible(object)) return false;
  rt_array *keys = rt__own_keys(object, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_property_descriptor descriptor;
    rt_string *key = rt_pointer(keys->elements[i]);
    if (!rt__get_own_property(object, key, &descriptor)) continue;
    // The length of an array is never configurable.
    if (descriptor.flags & RT_PROPERTY_CONFIGURABLE) return false;
    if (level == RT_INTEGRITY_FROZEN && !(descriptor.flags & RT_PROPERTY_ACCESSOR) &&
        descriptor.flags & RT_PROPERTY_WRITABLE)
      return false;
  }
  return true;
}

int32_t rt__set_integrity_js(rt_object *object, enum rt_integrity level) {
  if (!rt_exotic(object)) {
    rt__set_integrity(object, level);
    return 1;
  }
  RT_ROOT_POINTER(object);
  int32_t done = rt__prevent_extensions_js(object);
  if (done != 1) return done;
  rt_array *keys = rt__own_keys_js(object, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  if (!keys) return 2;
  RT_ROOT_POINTER(keys);
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_string *key = rt_pointer(keys->elements[i]);
    if (rt_class_of(object)->kind == RT_CLASS_TYPED_ARRAY && rt_key_is_index(key)) {
      rt__throw_type_error("Cannot %c array buffer views with elements",
                           level == RT_INTEGRITY_FROZEN ? "freeze" : "seal");
      return 2;
    }
    rt_property_descriptor change = {
        .value = RT_UNDEFINED, .getter = RT_UNDEFINED, .setter = RT_UNDEFINED, .has = RT_HAS_CONFIGURABLE};
    if (level == RT_INTEGRITY_FROZEN) {
      rt_property_descriptor current;
      int32_t found = rt__get_own_property_js(object, key, &current);
      if (found == 2) return 2;
      if (!found) continue;
      if (!(current.flags & RT_PROPERTY_ACCESSOR)) change.has |= RT_HAS_WRITABLE;
    }
    if (rt__define_own_property_or_throw_js(object, key, &change) != 0) return 2;
  }
  return 1;
}

int32_t rt__test_integrity_js(rt_object *object, enum rt_integrity level) {
  if (!rt_exotic(object)) return rt__test_integrity(object, level);
  RT_ROOT_POINTER(object);
  int32_t extensible = rt__is_extensible_js(object);
  if (extensible) return extensible == 2 ? 2 : 0;
  rt_array *keys = rt__own_keys_js(object, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  if (!keys) return 2;
  RT_ROOT_POINTER(keys);
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_property_descriptor current;
    int32_t found = rt__get_own_property_js(object, rt_pointer(keys->elements[i]), &current);
    if (found == 2) return 2;
    if (!found) continue;
    if (current.flags & RT_PROPERTY_CONFIGURABLE) return 0;
    if (level == RT_INTEGRITY_FROZEN && !(current.flags & RT_PROPERTY_ACCESSOR) &&
        current.flags & RT_PROPERTY_WRITABLE)
      return 0;
  }
  return 1;
}

int32_t rt_literal_set_prototype(rt_value object, rt_value prototype) {
  RT_SAFEPOINT();
  if (rt_is_object(prototype))
    rt__set_prototype(rt_as_object(object), rt_as_object(prototype));
  else if (prototype == RT_NULL)
    rt__set_prototype(rt_as_object(object), NULL);
  return 0;
}
