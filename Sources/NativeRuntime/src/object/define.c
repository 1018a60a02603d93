/// Defining properties (ECMA-262 10.1.6, 10.4.2.1, 7.3.5 to 7.3.9) and deleting them (10.1.10).
#include "array/array.h"
#include "object.h"

/// Gives an object a shape of its own that no cache knows.
static rt_shape *renew_shape(rt_object *object) {
  rt_shape *shape = object->shape;
  object->shape = shape->flags & RT_SHAPE_DICTIONARY ? rt__shape_renewed(shape) : rt__shape_unique(shape);
  return object->shape;
}

/// ValidateAndApplyPropertyDescriptor (10.1.6.3), the checks: whether the change of an existing property is allowed.
static bool is_allowed(const rt_property_descriptor *current, const rt_property_descriptor *change) {
  if (current->flags & RT_PROPERTY_CONFIGURABLE) return true;
  if (change->has & RT_HAS_CONFIGURABLE && change->flags & RT_PROPERTY_CONFIGURABLE) return false;
  if (change->has & RT_HAS_ENUMERABLE && (change->flags ^ current->flags) & RT_PROPERTY_ENUMERABLE) return false;
  bool to_accessor = change->has & (RT_HAS_GETTER | RT_HAS_SETTER);
  bool to_data = change->has & (RT_HAS_VALUE | RT_HAS_WRITABLE);
  if (current->flags & RT_PROPERTY_ACCESSOR) {
    if (to_data) return false;
    if (change->has & RT_HAS_GETTER && change->getter != current->getter) return false;
    return !(change->has & RT_HAS_SETTER && change->setter != current->setter);
  }
  if (to_accessor) return false;
  if (current->flags & RT_PROPERTY_WRITABLE) return true;
  if (change->has & RT_HAS_WRITABLE && change->flags & RT_PROPERTY_WRITABLE) return false;
  return !(change->has & RT_HAS_VALUE) || rt__same_value(change->value, current->value);
}

bool rt__is_compatible_descriptor(bool extensible, const rt_property_descriptor *change,
                                  const rt_property_descriptor *current) {
  return current ? is_allowed(current, change) : extensible;
}

/// The flags of a property after a change; absent fields keep what was there, or false.
static uint8_t merged_flags(uint8_t old, const rt_property_descriptor *change) {
  uint8_t flags = old & RT_PROPERTY_PLAIN;
  if (change->has & (RT_HAS_GETTER | RT_HAS_SETTER)) flags &= (uint8_t)~RT_PROPERTY_WRITABLE;
  if (change->has & RT_HAS_WRITABLE)
    flags = (uint8_t)((flags & ~RT_PROPERTY_WRITABLE) | (change->flags & RT_PROPERTY_WRITABLE));
  if (change->has & RT_HAS_ENUMERABLE)
    flags = (uint8_t)((flags & ~RT_PROPERTY_ENUMERABLE) | (change->flags & RT_PROPERTY_ENUMERABLE));
  if (change->has & RT_HAS_CONFIGURABLE)
    flags = (uint8_t)((flags & ~RT_PROPERTY_CONFIGURABLE) | (change->flags & RT_PROPERTY_CONFIGURABLE));
  bool stays_accessor = old & RT_PROPERTY_ACCESSOR && !(change->has & (RT_HAS_VALUE | RT_HAS_WRITABLE));
  if (change->has & (RT_HAS_GETTER | RT_HAS_SETTER) || stays_accessor) flags |= RT_PROPERTY_ACCESSOR;
  return flags;
}

/// The value to put into the slot of a property that gets these flags.
static rt_value slot_value(uint8_t flags, const rt_property_descriptor *change, rt_value getter, rt_value setter,
                           rt_value value) {
  if (!(flags & RT_PROPERTY_ACCESSOR)) return change->has & RT_HAS_VALUE ? change->value : value;
  rt_accessor *accessor = rt__allocate(sizeof(rt_accessor), RT_CELL_WORDS);
  accessor->getter = change->has & RT_HAS_GETTER ? change->getter : getter;
  accessor->setter = change->has & RT_HAS_SETTER ? change->setter : setter;
  return rt_from_object(accessor);
}

/// Changes an existing property of the shape.
static void change_property(rt_object *object, rt_string *key, uint32_t entry, const rt_property_descriptor *current,
                            const rt_property_descriptor *change) {
  uint8_t old = object->shape->table->entries[entry].flags;
  uint8_t flags = merged_flags(old, change);
  rt_value value = slot_value(flags, change, current->getter, current->setter, current->value);
  // A constructor's instances follow its `prototype`.
  if (rt_class_of(object)->kind == RT_CLASS_FUNCTION && key == RT_ATOM(prototype))
    ((rt_function *)(void *)object)->initial_shape = NULL;
  bool lazy = old & RT_PROPERTY_LAZY;
  if (flags == old && !lazy) {
    rt_store_slot(object, object->shape->table->entries[entry].slot, value);
    if (object->shape->flags & RT_SHAPE_WATCHED) rt__prototype_changed(object, key);
    return;
  }
  rt_shape *shape = renew_shape(object);
  shape->table->entries[entry].flags = flags;
  uint32_t slot = shape->table->entries[entry].slot;
  if (slot >= shape->inline_capacity && !object->extra) {
    uint32_t capacity = rt_extra_capacity(shape->slot_count - shape->inline_capacity);
    object->extra = rt__allocate(capacity * sizeof(rt_value), RT_CELL_WORDS);
    for (uint32_t i = 0; i < capacity; i++) object->extra[i] = RT_HOLE;
  }
  *rt_slot(object, slot) = value;
  if (shape->flags & RT_SHAPE_PROTOTYPE) rt__prototype_changed(object, key);
}

int32_t rt__define_own_property(rt_object *object, rt_string *key, const rt_property_descriptor *change) {
  if (rt_class_of(object)->kind == RT_CLASS_ARRAY) {
    rt_array *array = (rt_array *)(void *)object;
    if (key == RT_ATOM(length)) return rt__array_define_length(array, change);
    if (rt_key_is_index(key) && !(object->shape->flags & RT_SHAPE_SPARSE)) {
      int32_t done = rt__array_define_element(array, rt__key_index(key), change);
      if (done >= 0) return done;
    }
  }
  rt_property_descriptor current;
  if (!rt__get_own_property(object, key, &current)) {
    if (object->shape->flags & RT_SHAPE_NOT_EXTENSIBLE) return 0;
    if (rt_class_of(object)->kind == RT_CLASS_ARRAY && rt_key_is_index(key) &&
        !rt__array_admit_index((rt_array *)(void *)object, rt__key_index(key)))
      return 0;
    uint8_t flags = merged_flags(0, change);
    rt_value value = slot_value(flags, change, RT_UNDEFINED, RT_UNDEFINED, RT_UNDEFINED);
    rt__add_property(object, key, value, flags);
    return 1;
  }
  if (!is_allowed(&current, change)) return 0;
  int32_t entry = rt__shape_find(object->shape, key);
  // Properties outside of the shape, of exotic objects, cannot be changed; allowed changes are none.
  if (entry < 0) return 1;
  change_property(object, key, (uint32_t)entry, &current, change);
  return 1;
}

int32_t rt__define_own_property_js(rt_object *object, rt_string *key, const rt_property_descriptor *change) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (RT_UNLIKELY(exotic && exotic->define_own_property)) return exotic->define_own_property(object, key, change);
  return rt__define_own_property(object, key, change);
}

/// The status of a definition: false becomes a TypeError.
static int32_t define_status(rt_object *object, rt_string *key, int32_t done) {
  if (done == 1) return 0;
  if (done == 0) {
    rt_property_descriptor current;
    if (rt_is_proxy(object))
      rt__throw_type_error("'defineProperty' on proxy: trap returned falsish for property '%s'", rt__key_text(key));
    else if (rt_class_of(object)->kind == RT_CLASS_TYPED_ARRAY && rt_key_is_index(key) &&
             rt__get_own_property_js(object, key, &current) == 0)
      rt__throw_type_error("Invalid typed array index");
    else if (rt__get_own_property_js(object, key, &current) == 1 || rt__is_extensible(object))
      rt__throw_type_error("Cannot redefine property: %s", rt__key_text(key));
    else
      rt__throw_type_error("Cannot define property %s, object is not extensible", rt__key_text(key));
  }
  return -1;
}

int32_t rt__define_own_property_or_throw(rt_object *object, rt_string *key, const rt_property_descriptor *change) {
  return define_status(object, key, rt__define_own_property(object, key, change));
}

int32_t rt__define_own_property_or_throw_js(rt_object *object, rt_string *key, const rt_property_descriptor *change) {
  RT_ROOT_POINTER(object);
  return define_status(object, key, rt__define_own_property_js(object, key, change));
}

static rt_property_descriptor plain_descriptor(rt_value value) {
  return (rt_property_descriptor){.value = value,
                                  .getter = RT_UNDEFINED,
                                  .setter = RT_UNDEFINED,
                                  .flags = RT_PROPERTY_PLAIN,
                                  .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
}

int32_t rt__create_data_property(rt_object *object, rt_string *key, rt_value value) {
  rt_property_descriptor plain = plain_descriptor(value);
  return rt__define_own_property_or_throw(object, key, &plain);
}

int32_t rt__create_data_property_js(rt_object *object, rt_string *key, rt_value value) {
  rt_property_descriptor plain = plain_descriptor(value);
  return rt__define_own_property_js(object, key, &plain);
}

int32_t rt__create_data_property_or_throw_js(rt_object *object, rt_string *key, rt_value value) {
  rt_property_descriptor plain = plain_descriptor(value);
  return rt__define_own_property_or_throw_js(object, key, &plain);
}

// Definitions by the program.

int32_t rt_define_element(rt_value base, rt_value key, rt_value value) {
  RT_SAFEPOINT();
  rt_object *object = rt_as_object(base);
  if (rt_is_number(key) && rt_has_writable_elements(object)) {
    rt_array *array = (rt_array *)(void *)object;
    double index = rt_double(key);
    if (index == array->length) return rt__array_push(array, value);
    if (index >= 0 && index < array->length && index == (uint32_t)index) {
      rt_array_note_store(array, value);
      array->elements[(uint32_t)index] = value;
      return 0;
    }
  }
  rt_string *atom = rt__to_key_js(key);
  return atom ? rt__create_data_property_or_throw_js(object, atom, value) : -1;
}

/// Defines a method of a class.
static int32_t define_method(rt_value base, rt_value function, rt_string *key) {
  rt_property_descriptor method = {.value = function,
                                   .flags = RT_PROPERTY_HIDDEN,
                                   .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  return rt__define_own_property_or_throw_js(rt_as_object(base), key, &method);
}

int32_t rt_define_method(rt_value base, rt_value function, rt_string *key) {
  RT_SAFEPOINT();
  return define_method(base, function, key);
}

int32_t rt_define_method_element(rt_value base, rt_value key, rt_value function) {
  RT_SAFEPOINT();
  rt_string *atom = rt__to_key_js(key);
  return atom ? define_method(base, function, atom) : -1;
}

/// Defines one or both halves of an accessor; the other half stays.
static int32_t define_accessor(rt_value base, rt_value getter, rt_value setter, bool enumerable, rt_string *key) {
  rt_property_descriptor accessor = {
      .getter = getter,
      .setter = setter,
      .flags = (uint8_t)(RT_PROPERTY_CONFIGURABLE | (enumerable ? RT_PROPERTY_ENUMERABLE : 0)),
      .has = (uint8_t)(RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE | (getter == RT_UNDEFINED ? 0 : RT_HAS_GETTER) |
                       (setter == RT_UNDEFINED ? 0 : RT_HAS_SETTER))};
  return rt__define_own_property_or_throw_js(rt_as_object(base), key, &accessor);
}

int32_t rt_define_accessor(rt_value base, rt_value getter, rt_value setter, int32_t enumerable, rt_string *key) {
  RT_SAFEPOINT();
  return define_accessor(base, getter, setter, enumerable, key);
}

int32_t rt_define_accessor_element(rt_value base, rt_value key, rt_value getter, rt_value setter, int32_t enumerable) {
  RT_SAFEPOINT();
  rt_string *atom = rt__to_key_js(key);
  return atom ? define_accessor(base, getter, setter, enumerable, atom) : -1;
}

// Deleting.

/// Closes the gaps in table and slots of an object with a shape of its own.
static void compact(rt_object *object) {
  rt_shape *shape = object->shape;
  rt_property_table *old = shape->table;
  uint32_t live = old->count - old->deleted;
  rt_value *values = rt__allocate((live + 1) * sizeof(rt_value), RT_CELL_WORDS);
  rt_property *kept = rt__allocate((live + 1) * sizeof(rt_property), RT_CELL_WORDS);
  uint32_t n = 0;
  for (uint32_t i = 0; i < old->count; i++) {
    if (!old->entries[i].key) continue;
    kept[n] = old->entries[i];
    const rt_property *p = &kept[n];
    bool has_room = p->slot < shape->inline_capacity || object->extra;
    values[n++] = has_room ? *rt_slot(object, p->slot) : RT_HOLE;
  }
  shape->table = NULL;
  shape->count = shape->slot_count = 0;
  shape->flags &= (uint16_t)~RT_SHAPE_HAS_INDICES;
  object->extra = NULL;
  uint16_t watched = shape->flags & RT_SHAPE_PROTOTYPE;
  shape->flags &= (uint16_t)~RT_SHAPE_PROTOTYPE;
  for (uint32_t i = 0; i < n; i++) rt__add_property(object, kept[i].key, values[i], kept[i].flags);
  object->shape->flags |= watched;
}

int32_t rt__delete(rt_object *object, rt_string *key) {
  if (rt__may_be_special(object, key)) {
    rt_property_descriptor descriptor;
    if (rt__get_own_special(object, key, &descriptor)) {
      if (!(descriptor.flags & RT_PROPERTY_CONFIGURABLE) || key == RT_ATOM(length)) return 0;
      rt_array *array = (rt_array *)(void *)object;
      array->numbers = 0;
      array->elements[rt__key_index(key)] = RT_HOLE;
      return 1;
    }
  }
  int32_t entry = rt__shape_find(object->shape, key);
  if (entry < 0) return 1;
  if (!(object->shape->table->entries[entry].flags & RT_PROPERTY_CONFIGURABLE)) return 0;
  rt_shape *shape = renew_shape(object);
  rt_property *property = &shape->table->entries[entry];
  if (property->slot < shape->inline_capacity || object->extra) *rt_slot(object, property->slot) = RT_HOLE;
  property->key = NULL;
  property->flags = 0;
  shape->table->deleted++;
  if (shape->table->deleted > 8 && shape->table->deleted * 2 > shape->table->count) compact(object);
  if (object->shape->flags & (RT_SHAPE_PROTOTYPE | RT_SHAPE_WATCHED)) rt__prototype_changed(object, key);
  return 1;
}

int32_t rt__delete_js(rt_object *object, rt_string *key) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (RT_UNLIKELY(exotic && exotic->delete)) return exotic->delete (object, key);
  return rt__delete(object, key);
}

int32_t rt__delete_or_throw_js(rt_object *object, rt_string *key) {
  RT_ROOT_POINTER(object);
  int32_t done = rt__delete_js(object, key);
  if (done == 1) return 0;
  if (done == 0) {
    if (rt_is_proxy(object))
      rt__throw_type_error("'deleteProperty' on proxy: trap returned falsish for property '%s'", rt__key_text(key));
    else
      rt__throw_type_error("Cannot delete property '%s' of %d", rt__key_text(key), rt_from_object(object));
  }
  return -1;
}

static int32_t delete_or_throw(rt_value base, rt_string *key) {
  if (rt_is_nullish(base)) {
    rt__throw_type_error("Cannot convert undefined or null to object");
    return 2;
  }
  rt_object *object = rt__to_object(base);
  return rt__delete_or_throw_js(object, key) == 0 ? 1 : 2;
}

int32_t rt_delete_property(rt_value base, rt_string *key) {
  RT_SAFEPOINT();
  return delete_or_throw(base, key);
}

int32_t rt_delete_element(rt_value base, rt_value key) {
  RT_SAFEPOINT();
  if (rt_is_nullish(base)) return delete_or_throw(base, RT_ATOM(empty));
  rt_string *atom = rt__to_key_js(key);
  return atom ? delete_or_throw(base, atom) : 2;
}
