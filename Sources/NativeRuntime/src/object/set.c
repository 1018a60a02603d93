/// Writing properties (ECMA-262 10.1.9, 7.3.4) and the inline caches of writes.
#include "object.h"

rt_string *rt__key_text(rt_string *key) {
  return rt_key_is_symbol(key) ? rt__symbol_descriptive_string((rt_symbol *)(void *)key) : key;
}

/// How messages name a value whose property is written: `#<Foo>` for objects, `[object Array]` for arrays.
static rt_string *describe_base(rt_value base) { return rt__describe(base); }

static void throw_read_only(rt_value base, rt_string *key) {
  rt__throw_type_error("Cannot assign to read only property '%s' of %s '%s'", rt__key_text(key), rt_typeof(base),
                       describe_base(base));
}

int32_t rt__throw_set_failure(rt_value base, rt_string *key) {
  // A length that is writable could not shrink because of an element.
  if (rt_is_array(base) && key == RT_ATOM(length) &&
      !(rt_as_object(base)->shape->flags & (RT_SHAPE_FIXED_LENGTH | RT_SHAPE_FROZEN_ELEMENTS)) &&
      rt_as_array(base)->length > 0) {
    rt__throw_type_error("Cannot delete property '%s' of %d", rt__intern_index(rt_as_array(base)->length - 1), base);
    return -1;
  }
  if (!rt_is_object(base)) {
    const char *type = rt_is_string(base)   ? "string"
                       : rt_is_number(base) ? "number"
                       : rt_is_symbol(base) ? "symbol"
                       : rt_is_bigint(base) ? "bigint"
                                            : "boolean";
    if (rt_is_string(base) &&
        (key == RT_ATOM(length) || (rt_key_is_index(key) && rt__key_index(key) < rt_as_string(base)->length)))
      rt__throw_type_error("Cannot assign to read only property '%s' of string '%s'", key, rt_as_string(base));
    else
      rt__throw_type_error("Cannot create property '%s' on %c '%s'", rt__key_text(key), type,
                           rt_is_symbol(base) ? rt__symbol_descriptive_string(rt_pointer(base))
                                              : rt__to_string_js(base));
    return -1;
  }
  rt_property_descriptor descriptor;
  for (rt_object *o = rt_as_object(base); o; o = rt__prototype_of(o)) {
    if (rt_is_proxy(o)) {
      rt__throw_type_error("'set' on proxy: trap returned falsish for property '%s'", rt__key_text(key));
      return -1;
    }
    if (rt_exotic(o) ? rt__get_own_property_js(o, key, &descriptor) != 1 : !rt__get_own_property(o, key, &descriptor))
      continue;
    // A prototype's writable property is no obstacle: the object itself cannot get another.
    if (o != rt_as_object(base) && (descriptor.flags & RT_PROPERTY_WRITABLE)) break;
    if (descriptor.flags & RT_PROPERTY_ACCESSOR)
      rt__throw_type_error("Cannot set property %s of %s which has only a getter", rt__key_text(key),
                           describe_base(rt_from_object(o)));
    else
      throw_read_only(base, key);
    return -1;
  }
  if (rt_is_array(base) && rt_key_is_index(key) && rt__is_extensible(rt_as_object(base))) {
    // The length would have to change.
    throw_read_only(base, RT_ATOM(length));
    return -1;
  }
  rt__throw_type_error("Cannot add property %s, object is not extensible", rt__key_text(key));
  return -1;
}

static int32_t call_setter_js(rt_value slot, rt_value receiver, rt_value value) {
  rt_value setter = ((rt_accessor *)rt_pointer(slot))->setter;
  if (setter == RT_UNDEFINED) return 0;
  return rt__call_js(setter, receiver, 1, &value) == RT_EXCEPTION ? 2 : 1;
}

/// Writes an own data property that is not in the shape: truth, or -1 if there is none.
static int32_t set_own_special(rt_object *object, rt_string *key, rt_value value) {
  rt_property_descriptor descriptor;
  if (!rt__get_own_special(object, key, &descriptor)) return -1;
  if (!(descriptor.flags & RT_PROPERTY_WRITABLE)) return 0;
  rt_property_descriptor change = {.value = value, .has = RT_HAS_VALUE};
  return rt__define_own_property(object, key, &change);
}

/// Stores into an own writable data property of the shape.
static void store(rt_object *object, const rt_property *property, rt_string *key, rt_value value) {
  if (property->flags & RT_PROPERTY_LAZY) {
    rt_property_descriptor change = {.value = value, .has = RT_HAS_VALUE};
    rt__define_own_property(object, key, &change);
    return;
  }
  rt_store_slot(object, property->slot, value);
  if (object->shape->flags & RT_SHAPE_WATCHED) rt__prototype_changed(object, key);
  // A constructor's instances follow its `prototype`.
  if (rt_class_of(object)->kind == RT_CLASS_FUNCTION && key == RT_ATOM(prototype))
    ((rt_function *)(void *)object)->initial_shape = NULL;
}

/// OrdinarySetWithOwnDescriptor, steps 2.b to 2.e, where the receiver is not the object that was asked: truth.
static int32_t set_on_receiver_js(rt_value receiver, rt_string *key, rt_value value, uint32_t limit) {
  if (!rt_is_object(receiver)) return 0;
  rt_object *object = rt_as_object(receiver);
  rt_property_descriptor existing;
  if (RT_UNLIKELY(rt_exotic(object))) {
    RT_ROOT_POINTER(object);
    RT_ROOT(value);
    int32_t found = rt__get_own_property_js(object, key, &existing);
    if (found == 2) return 2;
    if (!found) return rt__create_data_property_js(object, key, value);
    if (existing.flags & RT_PROPERTY_ACCESSOR || !(existing.flags & RT_PROPERTY_WRITABLE)) return 0;
    rt_property_descriptor change = {
        .value = value, .getter = RT_UNDEFINED, .setter = RT_UNDEFINED, .has = RT_HAS_VALUE};
    return rt__define_own_property_js(object, key, &change);
  }
  if (rt__get_own_property(object, key, &existing)) {
    if (existing.flags & RT_PROPERTY_ACCESSOR || !(existing.flags & RT_PROPERTY_WRITABLE)) return 0;
    rt_property_descriptor change = {.value = value, .has = RT_HAS_VALUE};
    return rt__define_own_property(object, key, &change);
  }
  if (object->shape->flags & RT_SHAPE_NOT_EXTENSIBLE) return 0;
  if (rt__may_be_special(object, key)) {
    rt_property_descriptor plain = {.value = value,
                                    .flags = RT_PROPERTY_PLAIN,
                                    .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
    return rt__define_own_property(object, key, &plain);
  }
  rt__add_limited(object, key, value, RT_PROPERTY_PLAIN, limit);
  return 1;
}

/// OrdinarySet of an object whose [[GetOwnProperty]] is exotic: truth.
static int32_t set_of_exotic_js(rt_object *object, rt_string *key, rt_value value, rt_value receiver, uint32_t limit) {
  rt_property_descriptor own;
  RT_ROOT_POINTER(object);
  RT_ROOT(receiver);
  RT_ROOT(value);
  int32_t found = rt__get_own_property_js(object, key, &own);
  if (found == 2) return 2;
  if (!found) {
    if (rt__step_to_prototype_js(&object) == 2) return 2;
    if (object) return rt__set_js(object, key, value, receiver);
  } else if (own.flags & RT_PROPERTY_ACCESSOR) {
    if (own.setter == RT_UNDEFINED) return 0;
    return rt__call_js(own.setter, receiver, 1, &value) == RT_EXCEPTION ? 2 : 1;
  } else if (!(own.flags & RT_PROPERTY_WRITABLE)) {
    return 0;
  }
  return set_on_receiver_js(receiver, key, value, limit);
}

static int32_t ordinary_set_js(rt_object *object, rt_string *key, rt_value value, rt_value receiver, uint32_t limit) {
  const rt_internal_methods *first = rt_exotic(object);
  if (RT_UNLIKELY(first && (first->get_own_property || first->get_prototype_of)))
    return set_of_exotic_js(object, key, value, receiver, limit);
  for (rt_object *o = object; o; o = rt__prototype_of(o)) {
    if (RT_UNLIKELY(rt_exotic(o) && o != object)) return rt__set_js(o, key, value, receiver);
    bool is_receiver = rt_is_object(receiver) && o == rt_as_object(receiver);
    if (RT_UNLIKELY(rt__may_be_special(o, key))) {
      if (is_receiver) {
        int32_t result = set_own_special(o, key, value);
        if (result >= 0) return result;
      } else {
        rt_property_descriptor descriptor;
        if (rt__get_own_special(o, key, &descriptor)) {
          if (!(descriptor.flags & RT_PROPERTY_WRITABLE)) return 0;
          break;
        }
      }
    }
    int32_t entry = rt__shape_find(o->shape, key);
    if (entry < 0) continue;
    const rt_property *property = &o->shape->table->entries[entry];
    if (property->flags & RT_PROPERTY_ACCESSOR) return call_setter_js(*rt_slot(o, property->slot), receiver, value);
    if (!(property->flags & RT_PROPERTY_WRITABLE)) return 0;
    if (is_receiver) {
      store(o, property, key, value);
      return 1;
    }
    break;
  }
  return set_on_receiver_js(receiver, key, value, limit);
}

int32_t rt__ordinary_set_js(rt_object *object, rt_string *key, rt_value value, rt_value receiver) {
  return ordinary_set_js(object, key, value, receiver, RT__NAMED_MAX);
}

int32_t rt__set_limited_js(rt_object *object, rt_string *key, rt_value value, rt_value receiver, uint32_t limit) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (RT_UNLIKELY(exotic && exotic->set)) return exotic->set(object, key, value, receiver);
  return ordinary_set_js(object, key, value, receiver, limit);
}

int32_t rt__set_js(rt_object *object, rt_string *key, rt_value value, rt_value receiver) {
  return rt__set_limited_js(object, key, value, receiver, RT__NAMED_MAX);
}

static int32_t put_limited_js(rt_value base, rt_string *key, rt_value value, uint32_t limit) {
  rt_object *object;
  if (RT_LIKELY(rt_is_object(base)))
    object = rt_as_object(base);
  else {
    object = rt__primitive_prototype(base);
    if (!object) {
      rt__throw_type_error("Cannot set properties of %s (setting '%s')",
                           base == RT_NULL ? RT_ATOM(null) : RT_ATOM(undefined), rt__key_text(key));
      return -1;
    }
    // A string's own index and length properties are read-only and come before those of its prototype.
    if (rt_is_string(base) &&
        (key == RT_ATOM(length) || (rt_key_is_index(key) && rt__key_index(key) < rt_as_string(base)->length)))
      return rt__throw_set_failure(base, key);
  }
  int32_t done = rt__set_limited_js(object, key, value, base, limit);
  if (RT_LIKELY(done == 1)) return 0;
  return done == 2 ? -1 : rt__throw_set_failure(base, key);
}

int32_t rt__put_js(rt_value base, rt_string *key, rt_value value) {
  return put_limited_js(base, key, value, RT__NAMED_MAX);
}

int32_t rt__put_computed_js(rt_value base, rt_string *key, rt_value value) {
  return put_limited_js(base, key, value, RT__COMPUTED_MAX);
}

/// Whether an own property of this shape may be overwritten by caches: not if somebody must hear of the write.
static bool is_cacheable_store(const rt_shape *shape, const rt_property *property) {
  return (property->flags & (RT_PROPERTY_ACCESSOR | RT_PROPERTY_LAZY | RT_PROPERTY_WRITABLE)) == RT_PROPERTY_WRITABLE &&
         !(shape->flags & RT_SHAPE_WATCHED) &&
         !(shape->class->kind == RT_CLASS_FUNCTION && property->key == RT_ATOM(prototype));
}

/// Remembers where an own property lies.
static void cache_own(rt_cache *cache, rt_shape *shape, const rt_property *property) {
  bool is_inline = property->slot < shape->inline_capacity;
  *cache = (rt_cache){.shape = shape,
                      .offset = is_inline ? shape->slot_offset + property->slot * (uint32_t)sizeof(rt_value)
                                          : (property->slot - shape->inline_capacity) * (uint32_t)sizeof(rt_value),
                      .kind = is_inline ? rt__own_kind(shape, property->slot) : RT_CACHE_OWN_EXTRA};
}

/// Remembers the step from one shape to the next if it can be repeated: the slot lies in the object, or in the part of
/// `extra` that is there already.
static void cache_add(rt_cache *cache, rt_shape *before, rt_object *object) {
  rt_shape *after = object->shape;
  if (before == after || (before->flags | after->flags) & RT_SHAPE_DICTIONARY) return;
  uint32_t slot = before->slot_count;
  rt_object *epoch = (rt_object *)rt_prototype_epoch;
  if (slot < after->inline_capacity) {
    *cache = (rt_cache){.shape = before,
                        .new_shape = after,
                        .holder = epoch,
                        .offset = after->slot_offset + slot * (uint32_t)sizeof(rt_value),
                        .kind = rt__add_kind(after, slot)};
  } else {
    uint32_t used = slot - after->inline_capacity;
    if (used == rt_extra_capacity(used)) return;
    *cache = (rt_cache){.shape = before,
                        .new_shape = after,
                        .holder = epoch,
                        .offset = used * (uint32_t)sizeof(rt_value),
                        .kind = RT_CACHE_ADD_EXTRA};
  }
}

/// A hit of the kinds that the inlined half leaves out.
static bool repeat_add(rt_object *object, rt_value value, const rt_cache *cache) {
  if (object->shape != cache->shape || cache->kind != RT_CACHE_ADD_EXTRA || !object->extra ||
      (uintptr_t)cache->holder != rt_prototype_epoch)
    return false;
  object->shape = cache->new_shape;
  *(rt_value *)(void *)((char *)object->extra + cache->offset) = value;
  return true;
}

bool rt__repeat_checked(rt_object *object, rt_value value, const rt_cache *cache, bool is_add_watched) {
  if (object->shape != cache->shape) return false;
  bool adds = cache->kind == RT_CACHE_ADD_CHECKED && (!is_add_watched || (uintptr_t)cache->holder == rt_prototype_epoch);
  if (!adds && cache->kind != RT_CACHE_OWN_CHECKED) return false;
  rt_shape *shape = adds ? cache->new_shape : object->shape;
  if (!rt_shape_admits(shape, (cache->offset - shape->slot_offset) / (uint32_t)sizeof(rt_value), value)) return false;
  object->shape = shape;
  *(rt_value *)(void *)((char *)object + cache->offset) = value;
  return true;
}

bool rt__is_added_by_store(rt_object *object, rt_string *key) {
  if (object->shape->flags & RT_SHAPE_NOT_EXTENSIBLE) return false;
  for (rt_object *o = object; o; o = rt__prototype_of(o)) {
    if (rt_exotic(o) || rt__may_be_special(o, key)) return false;
    int32_t entry = rt__shape_find(o->shape, key);
    if (entry >= 0)
      return (o->shape->table->entries[entry].flags & (RT_PROPERTY_ACCESSOR | RT_PROPERTY_WRITABLE)) ==
             RT_PROPERTY_WRITABLE;
  }
  return true;
}

int32_t rt_set_property_slow(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  RT_SAFEPOINT();
  if (!rt_is_object(base)) return rt__put_js(base, key, value);
  rt_object *object = rt_as_object(base);
  if (rt__repeat_checked(object, value, cache, true) || repeat_add(object, value, cache)) return 0;
  rt_shape *shape = object->shape;
  if (RT_UNLIKELY(rt_exotic(object) || rt__may_be_special(object, key))) return rt__put_js(base, key, value);
  int32_t entry = rt__shape_find(shape, key);
  if (entry >= 0) {
    const rt_property *property = &shape->table->entries[entry];
    if (!is_cacheable_store(shape, property)) return rt__put_js(base, key, value);
    rt_store_slot(object, property->slot, value);
    if (object->shape == shape) cache_own(cache, shape, property);
    return 0;
  }
  if (!rt__is_added_by_store(object, key)) return rt__put_js(base, key, value);
  rt__add_property(object, key, value, RT_PROPERTY_PLAIN);
  cache_add(cache, shape, object);
  return 0;
}

int32_t rt_define_property_slow(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  RT_SAFEPOINT();
  rt_object *object = rt_as_object(base);
  if (cache && (rt__repeat_checked(object, value, cache, false) || repeat_add(object, value, cache))) return 0;
  rt_shape *shape = object->shape;
  if (!rt_exotic(object) && !rt__may_be_special(object, key) && !(shape->flags & RT_SHAPE_NOT_EXTENSIBLE)) {
    int32_t entry = rt__shape_find(shape, key);
    if (entry < 0) {
      rt__add_property(object, key, value, RT_PROPERTY_PLAIN);
      if (cache) cache_add(cache, shape, object);
      return 0;
    }
    const rt_property *property = &shape->table->entries[entry];
    if (property->flags == RT_PROPERTY_PLAIN && is_cacheable_store(shape, property)) {
      rt_store_slot(object, property->slot, value);
      if (cache && object->shape == shape) cache_own(cache, shape, property);
      return 0;
    }
  }
  return rt__create_data_property_or_throw_js(object, key, value);
}

static int32_t super_set_js(rt_value base, rt_value receiver, rt_value value, rt_string *key) {
  RT_ROOT(receiver);
  int32_t done;
  if (base != RT_NULL)
    done = rt__set_js(rt_as_object(base), key, value, receiver);
  else
    done = set_on_receiver_js(receiver, key, value, RT__NAMED_MAX);
  if (done == 1) return 0;
  return done == 2 ? -1 : rt__throw_set_failure(receiver, key);
}

int32_t rt_super_set(rt_value home, rt_value receiver, rt_value value, rt_string *key) {
  RT_SAFEPOINT();
  RT_ROOT(receiver);
  RT_ROOT(value);
  rt_value base = rt__get_prototype_of_js(rt_as_object(home));
  return base == RT_EXCEPTION ? -1 : super_set_js(base, receiver, value, key);
}

/// MakeSuperPropertyReference (13.3.7.3) takes the base before the key is converted.
int32_t rt_super_set_element(rt_value home, rt_value receiver, rt_value key, rt_value value) {
  RT_SAFEPOINT();
  RT_ROOT(receiver);
  RT_ROOT(key);
  RT_ROOT(value);
  rt_value base = rt__get_prototype_of_js(rt_as_object(home));
  if (base == RT_EXCEPTION) return -1;
  RT_ROOT(base);
  rt_string *atom = rt__to_key_js(key);
  if (!atom) return -1;
  RT_ROOT_POINTER(atom);
  return super_set_js(base, receiver, value, atom);
}
