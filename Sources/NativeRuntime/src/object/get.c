/// Reading properties (ECMA-262 10.1.8, 7.3.2, 7.3.3) and the inline caches of reads.
#include "builtin/native.h"
#include "object.h"
#include "rt_binary.h"

/// get %TypedArray%.prototype.length, in programs that have it.
rt_value rt_typed_array_get_length NATIVE_PARAMETERS __attribute__((weak));

rt_value rt__read_slot(rt_object *object, const rt_property *property, rt_string *key) {
  if (RT_UNLIKELY(property->flags & RT_PROPERTY_LAZY)) {
    const rt_shape *shape = object->shape;
    bool has_room = property->slot < shape->inline_capacity || object->extra;
    rt_value value = has_room ? *rt_slot(object, property->slot) : RT_HOLE;
    if (value != RT_HOLE) return value;
    value = rt_class_of(object)->lazy(object, key);
    if (has_room) *rt_slot(object, property->slot) = value;
    return value;
  }
  return *rt_slot(object, property->slot);
}

rt_value rt__call_getter_js(rt_value slot, rt_value receiver) {
  rt_value getter = ((rt_accessor *)rt_pointer(slot))->getter;
  if (getter == RT_UNDEFINED) return RT_UNDEFINED;
  rt_function *function = rt_as_function(getter);
  RT_STACK_CHARGE();
  return function->info->call(function, receiver, 0, NULL);
}

bool rt__get_own_special(rt_object *object, rt_string *key, rt_property_descriptor *descriptor) {
  const rt_class *class = rt_class_of(object);
  if (class->kind != RT_CLASS_ARRAY) return class->get_own && class->get_own(object, key, descriptor);
  rt_array *array = (rt_array *)(void *)object;
  uint16_t flags = object->shape->flags;
  *descriptor =
      (rt_property_descriptor){.getter = RT_UNDEFINED,
                               .setter = RT_UNDEFINED,
                               .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  if (key == RT_ATOM(length)) {
    descriptor->value = rt_from_double(array->length);
    descriptor->flags = flags & (RT_SHAPE_FIXED_LENGTH | RT_SHAPE_FROZEN_ELEMENTS) ? 0 : RT_PROPERTY_WRITABLE;
    return true;
  }
  if (!rt_key_is_index(key) || flags & RT_SHAPE_SPARSE) return false;
  uint32_t index = rt__key_index(key);
  if (index >= array->length || array->elements[index] == RT_HOLE) return false;
  descriptor->value = array->elements[index];
  descriptor->flags = flags & RT_SHAPE_FROZEN_ELEMENTS   ? RT_PROPERTY_ENUMERABLE
                      : flags & RT_SHAPE_SEALED_ELEMENTS ? RT_PROPERTY_ENUMERABLE | RT_PROPERTY_WRITABLE
                                                         : RT_PROPERTY_PLAIN;
  return true;
}

bool rt__get_own_property(rt_object *object, rt_string *key, rt_property_descriptor *descriptor) {
  if (rt__may_be_special(object, key) && rt__get_own_special(object, key, descriptor)) return true;
  int32_t entry = rt__shape_find(object->shape, key);
  if (entry < 0) return false;
  const rt_property *property = &object->shape->table->entries[entry];
  descriptor->flags = property->flags & (RT_PROPERTY_PLAIN | RT_PROPERTY_ACCESSOR);
  descriptor->value = descriptor->getter = descriptor->setter = RT_UNDEFINED;
  if (property->flags & RT_PROPERTY_ACCESSOR) {
    const rt_accessor *accessor = rt_pointer(*rt_slot(object, property->slot));
    descriptor->getter = accessor->getter;
    descriptor->setter = accessor->setter;
    descriptor->has = RT_HAS_GETTER | RT_HAS_SETTER | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE;
  } else {
    descriptor->value = rt__read_slot(object, property, key);
    descriptor->has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE;
  }
  return true;
}

int32_t rt__get_own_property_js(rt_object *object, rt_string *key, rt_property_descriptor *descriptor) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (RT_UNLIKELY(exotic && exotic->get_own_property)) return exotic->get_own_property(object, key, descriptor);
  return rt__get_own_property(object, key, descriptor);
}

/// OrdinaryGet of an object whose [[GetOwnProperty]] is exotic.
static rt_value get_of_exotic_js(rt_object *object, rt_string *key, rt_value receiver) {
  rt_property_descriptor own;
  RT_ROOT_POINTER(object);
  RT_ROOT(receiver);
  int32_t found = rt__get_own_property_js(object, key, &own);
  if (found == 2) return RT_EXCEPTION;
  if (found) {
    if (!(own.flags & RT_PROPERTY_ACCESSOR)) return own.value;
    return own.getter == RT_UNDEFINED ? RT_UNDEFINED : rt__call_js(own.getter, receiver, 0, NULL);
  }
  if (rt__step_to_prototype_js(&object) == 2) return RT_EXCEPTION;
  return object ? rt__get_js(object, key, receiver) : RT_UNDEFINED;
}

rt_value rt__ordinary_get_js(rt_object *object, rt_string *key, rt_value receiver) {
  const rt_internal_methods *first = rt_exotic(object);
  if (RT_UNLIKELY(first && (first->get_own_property || first->get_prototype_of)))
    return get_of_exotic_js(object, key, receiver);
  for (rt_object *o = object; o; o = rt__prototype_of(o)) {
    if (RT_UNLIKELY(rt_exotic(o) && o != object)) return rt__get_js(o, key, receiver);
    if (RT_UNLIKELY(rt__may_be_special(o, key))) {
      rt_property_descriptor descriptor;
      if (rt__get_own_special(o, key, &descriptor)) {
        if (descriptor.value == RT_EXCEPTION) return RT_EXCEPTION;
        return descriptor.value;
      }
    }
    int32_t entry = rt__shape_find(o->shape, key);
    if (entry < 0) continue;
    const rt_property *property = &o->shape->table->entries[entry];
    if (property->flags & RT_PROPERTY_ACCESSOR) return rt__call_getter_js(*rt_slot(o, property->slot), receiver);
    return rt__read_slot(o, property, key);
  }
  return RT_UNDEFINED;
}

rt_value rt__get_js(rt_object *object, rt_string *key, rt_value receiver) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (RT_UNLIKELY(exotic && exotic->get)) return exotic->get(object, key, receiver);
  return rt__ordinary_get_js(object, key, receiver);
}

rt_object *rt__prototype_of(rt_object *object) { return rt__shape_prototype(object->shape); }

rt_object *rt__primitive_prototype(rt_value value) {
  if (rt_is_string(value)) return rt__builtin(RT_BUILTIN_STRING_PROTOTYPE);
  if (rt_is_number(value)) return rt__builtin(RT_BUILTIN_NUMBER_PROTOTYPE);
  if (rt_is_boolean(value)) return rt__builtin(RT_BUILTIN_BOOLEAN_PROTOTYPE);
  if (rt_is_symbol(value)) return rt__builtin(RT_BUILTIN_SYMBOL_PROTOTYPE);
  if (rt_is_bigint(value)) return rt__builtin(RT_BUILTIN_BIGINT_PROTOTYPE);
  return NULL;
}

static rt_value throw_nullish(rt_value base, rt_string *key) {
  rt__throw_type_error("Cannot read properties of %s (reading '%s')", base == RT_NULL ? RT_ATOM(null) : RT_ATOM(undefined),
                       rt__key_text(key));
  return rt__blame(RT_BLAME_DESTRUCTURED | rt__blame_of(base));
}

rt_value rt__get_value_js(rt_value base, rt_string *key) {
  if (RT_LIKELY(rt_is_object(base))) return rt__get_js(rt_as_object(base), key, base);
  if (rt_is_nullish(base) || base == RT_HOLE) return throw_nullish(base, key);
  if (rt_is_string(base)) {
    rt_string *s = rt_as_string(base);
    if (key == RT_ATOM(length)) return rt_from_double(s->length);
    if (rt_key_is_index(key)) {
      uint32_t index = rt__key_index(key);
      if (index < s->length) return rt_from_string(rt__string_from_unit(rt_text_at(rt__text(s), index)));
    }
  }
  return rt__get_js(rt__primitive_prototype(base), key, base);
}

rt_value rt__get_method_js(rt_value base, rt_string *key) {
  rt_value method = rt__get_value_js(base, key);
  if (method == RT_EXCEPTION) return method;
  if (rt_is_nullish(method)) return RT_UNDEFINED;
  if (!rt_is_function(method)) return rt__throw_type_error("%d is not a function", method);
  return method;
}

rt_value rt__own_data_value(rt_object *object, rt_string *key) {
  rt_property_descriptor descriptor;
  if (!rt__get_own_property(object, key, &descriptor) || descriptor.flags & RT_PROPERTY_ACCESSOR) return RT_HOLE;
  return descriptor.value;
}

rt_value rt__data_value(rt_object *object, rt_string *key) {
  rt_property_descriptor descriptor;
  for (rt_object *o = object; o; o = rt__prototype_of(o))
    if (rt__get_own_property(o, key, &descriptor))
      return descriptor.flags & RT_PROPERTY_ACCESSOR ? RT_HOLE : descriptor.value;
  return RT_HOLE;
}

/// Whether objects of a shape can get properties without a new shape or a new epoch: then what others in the chain have
/// cannot be cached.
static bool grows_unseen(const rt_shape *shape) {
  return (shape->flags & (RT_SHAPE_DICTIONARY | RT_SHAPE_PROTOTYPE)) == RT_SHAPE_DICTIONARY;
}

/// Whether what a cache knows of a shape still holds.
static bool is_current(const rt_cache *cache) {
  switch (cache->kind) {
  case RT_CACHE_OWN_INLINE:
  case RT_CACHE_OWN_EXTRA:
  case RT_CACHE_ARRAY_LENGTH: return true;
  case RT_CACHE_HOLDER:
  case RT_CACHE_VIEW_LENGTH:
  case RT_CACHE_ABSENT: return (uintptr_t)cache->new_shape == rt_prototype_epoch;
  case RT_CACHE_GETTER: return !cache->holder || (uintptr_t)cache->new_shape == rt_prototype_epoch;
  default: return false;
  }
}

static inline rt_value view_length(const rt_object *object) {
  return rt_from_double((double)((const rt_view *)(const void *)object)->length);
}

/// Whether a getter of typed arrays is that of their length, which is read without a call: bytes are counted all the time.
static bool is_view_length(rt_value slot, const rt_shape *shape) {
  if (shape->class->kind != RT_CLASS_TYPED_ARRAY) return false;
  rt_value getter = ((rt_accessor *)rt_pointer(slot))->getter;
  return rt_is_function(getter) && rt_as_function(getter)->info->call == rt_typed_array_get_length;
}

/// Reads the property of an object of the cache's shape; the cache is current.
static rt_value read_cached_js(rt_object *object, rt_value receiver, const rt_cache *cache) {
  switch (cache->kind) {
  case RT_CACHE_OWN_INLINE: return *(rt_value *)(void *)((char *)object + cache->offset);
  case RT_CACHE_OWN_EXTRA: return *(rt_value *)(void *)((char *)object->extra + cache->offset);
  case RT_CACHE_ARRAY_LENGTH: return rt_from_double(((rt_array *)(void *)object)->length);
  case RT_CACHE_HOLDER: return *(rt_value *)(void *)((char *)cache->holder + cache->offset);
  case RT_CACHE_VIEW_LENGTH: return view_length(object);
  case RT_CACHE_GETTER:
    return rt__call_getter_js(*rt_slot(cache->holder ? cache->holder : object, cache->offset), receiver);
  default: return RT_UNDEFINED;
  }
}

/// What sites that see several shapes share: what was found last for a shape and a key. Made when the first such site is
/// met, as most programs of a few lines have none. One fills a line of the processor's cache.
typedef struct look_up {
  rt_cache found;
  rt_string *key;
  uint32_t uses; ///< since a site took it over
  uint32_t reserved[sizeof(void *) == 8 ? 5 : 6];
} look_up;

enum {
  LOOK_UP_BITS = 9,
  LOOK_UP_COUNT = 1 << LOOK_UP_BITS,
  USES_OF_OTHERS = 8, ///< after so many a site's own cache changes to another shape: it may have seen the last of the first
};

static look_up *look_ups RT_ROOTED;

static look_up *place_of(const rt_shape *shape, const rt_string *key) {
  uint32_t mixed = ((uint32_t)(uintptr_t)shape >> 4) + (uint32_t)(uintptr_t)key;
  return &look_ups[mixed * 0x9E3779B1u >> (32 - LOOK_UP_BITS)];
}

/// Keeps what a site found, when it takes the place of another shape's.
static void remember(rt_string *key, const rt_cache *cache) {
  if (!look_ups) look_ups = rt__allocate_zeroed(LOOK_UP_COUNT * sizeof(look_up), RT_CELL_WORDS);
  look_up *place = place_of(cache->shape, key);
  place->found = *cache;
  place->key = key;
}

/// Whether a typed array looks a key up as an ordinary object does: the text is surely no number.
static bool is_ordinary_for(const rt_object *object, rt_string *key) {
  if (rt_class_of(object)->kind != RT_CLASS_TYPED_ARRAY) return false;
  if (rt_key_is_symbol(key)) return true;
  uint16_t first = key->length ? rt_text_at(rt__text(key), 0) : 'x';
  return !(first >= '0' && first <= '9') && first != '-' && first != 'I' && first != 'N';
}

/// Looks a property up for a site with a cache and remembers where it was.
static rt_value get_and_cache_js(rt_object *object, rt_value receiver, rt_string *key, rt_cache *cache) {
  rt_shape *shape = object->shape;
  if (shape == cache->shape) {
    if (is_current(cache)) return read_cached_js(object, receiver, cache);
  } else if (cache->shape && look_ups) {
    look_up *known = place_of(shape, key);
    if (known->found.shape == shape && known->key == key && is_current(&known->found)) {
      if (++known->uses % USES_OF_OTHERS == 0) *cache = known->found;
      // A getter may run the program, and that may change the place.
      const rt_cache found = known->found;
      return read_cached_js(object, receiver, &found);
    }
  }
  bool is_shared = cache->shape && cache->shape != shape;
  if (key == RT_ATOM(length) && shape->class->kind == RT_CLASS_ARRAY) {
    *cache = (rt_cache){.shape = shape, .kind = RT_CACHE_ARRAY_LENGTH};
    return rt_from_double(((rt_array *)(void *)object)->length);
  }
  // A chain may be cached if nothing on it can change without a new shape of the object or a new epoch.
  bool cacheable = true;
  for (rt_object *o = object; o; o = rt__prototype_of(o)) {
    if (RT_UNLIKELY(rt_exotic(o)) && !is_ordinary_for(o, key)) return rt__get_js(o, key, receiver);
    if (RT_UNLIKELY(rt__may_be_special(o, key))) {
      rt_property_descriptor descriptor;
      cacheable = false;
      if (rt__get_own_special(o, key, &descriptor)) return descriptor.value;
    }
    int32_t entry = rt__shape_find(o->shape, key);
    if (entry < 0) continue;
    const rt_property *property = &o->shape->table->entries[entry];
    bool is_getter = property->flags & RT_PROPERTY_ACCESSOR;
    if (is_getter && (!cacheable || (o != object && grows_unseen(shape))))
      return rt__call_getter_js(*rt_slot(o, property->slot), receiver);
    if (is_getter) {
      bool is_length = o != object && is_view_length(*rt_slot(o, property->slot), shape);
      const rt_cache found = {.shape = shape,
                              .new_shape = (rt_shape *)rt_prototype_epoch,
                              .holder = o == object ? NULL : o,
                              .offset = property->slot,
                              .kind = is_length ? RT_CACHE_VIEW_LENGTH : RT_CACHE_GETTER};
      *cache = found;
      if (is_shared) remember(key, cache);
      return read_cached_js(object, receiver, &found);
    }
    if (property->flags & RT_PROPERTY_LAZY || !cacheable) return rt__read_slot(o, property, key);
    const rt_shape *s = o->shape;
    bool is_inline = property->slot < s->inline_capacity;
    uint32_t offset = is_inline ? s->slot_offset + property->slot * (uint32_t)sizeof(rt_value)
                                : (property->slot - s->inline_capacity) * (uint32_t)sizeof(rt_value);
    if (o == object)
      *cache =
          (rt_cache){.shape = shape, .offset = offset, .kind = is_inline ? RT_CACHE_OWN_INLINE : RT_CACHE_OWN_EXTRA};
    else if (!grows_unseen(shape))
      // A prototype gets another `extra` only together with a new epoch.
      *cache = (rt_cache){.shape = shape,
                          .new_shape = (rt_shape *)rt_prototype_epoch,
                          .holder = is_inline ? o : (rt_object *)(void *)o->extra,
                          .offset = offset,
                          .kind = RT_CACHE_HOLDER};
    if (is_shared && cache->shape == shape) remember(key, cache);
    return *rt_slot(o, property->slot);
  }
  if (cacheable && !grows_unseen(shape)) {
    *cache = (rt_cache){.shape = shape, .new_shape = (rt_shape *)rt_prototype_epoch, .kind = RT_CACHE_ABSENT};
    if (is_shared) remember(key, cache);
  }
  return RT_UNDEFINED;
}

/// Whether a cache knows the getter of a class.
static inline bool is_inherited_getter(const rt_cache *cache) {
  return cache->kind == RT_CACHE_GETTER && cache->holder && (uintptr_t)cache->new_shape == rt_prototype_epoch;
}

/// Whether a cache knows the length of a typed array.
static inline bool is_current_view_length(const rt_cache *cache) {
  return cache->kind == RT_CACHE_VIEW_LENGTH && (uintptr_t)cache->new_shape == rt_prototype_epoch;
}

rt_value rt_get_property_cached(rt_value base, rt_string *key, rt_cache *cache) {
  if (RT_LIKELY(rt_is_object(base))) {
    rt_object *object = rt_as_object(base);
    if (RT_LIKELY(object->shape == cache->shape)) {
      // A chain of tests, the usual case first: a switch became a jump table, at several times the cost.
      if (cache->kind == RT_CACHE_HOLDER && (uintptr_t)cache->new_shape == rt_prototype_epoch)
        return *(rt_value *)(void *)((char *)cache->holder + cache->offset);
      if (cache->kind == RT_CACHE_OWN_INLINE) return *(rt_value *)(void *)((char *)object + cache->offset);
      if (cache->kind == RT_CACHE_ARRAY_LENGTH) return rt_from_double(((rt_array *)object)->length);
      if (cache->kind == RT_CACHE_OWN_EXTRA) return *(rt_value *)(void *)((char *)object->extra + cache->offset);
      if (is_current_view_length(cache)) return view_length(object);
      if (is_inherited_getter(cache)) return rt__call_getter_js(*rt_slot(cache->holder, cache->offset), base);
    } else if (cache->shape && look_ups) {
      // What sites that see several shapes usually find.
      look_up *known = place_of(object->shape, key);
      if (known->found.shape == object->shape && known->key == key && ++known->uses % USES_OF_OTHERS != 0) {
        if (known->found.kind == RT_CACHE_OWN_INLINE)
          return *(rt_value *)(void *)((char *)object + known->found.offset);
        if (known->found.kind == RT_CACHE_HOLDER && (uintptr_t)known->found.new_shape == rt_prototype_epoch)
          return *(rt_value *)(void *)((char *)known->found.holder + known->found.offset);
        if (is_current_view_length(&known->found)) return view_length(object);
        if (is_inherited_getter(&known->found))
          return rt__call_getter_js(*rt_slot(known->found.holder, known->found.offset), base);
      }
    }
  }
  return rt_get_property_slow(base, key, cache);
}

rt_value rt_get_property_slow(rt_value base, rt_string *key, rt_cache *cache) {
  if (rt_is_object(base)) {
    if (RT_LIKELY(cache != NULL)) return get_and_cache_js(rt_as_object(base), base, key, cache);
    return rt__get_js(rt_as_object(base), key, base);
  }
  if (rt_is_string(base) && key == RT_ATOM(length)) return rt_from_double(rt_as_string(base)->length);
  RT_SAFEPOINT();
  return rt__get_value_js(base, key);
}

/// GetValue of a super reference (ECMA-262 6.2.5.5) whose base is a prototype or null.
static rt_value super_get_js(rt_value base, rt_value receiver, rt_string *key) {
  return base == RT_NULL ? throw_nullish(RT_NULL, key) : rt__get_js(rt_as_object(base), key, receiver);
}

rt_value rt_super_get(rt_value home, rt_value receiver, rt_string *key) {
  RT_SAFEPOINT();
  RT_ROOT(receiver);
  rt_value base = rt__get_prototype_of_js(rt_as_object(home));
  return base == RT_EXCEPTION ? base : super_get_js(base, receiver, key);
}

/// MakeSuperPropertyReference (13.3.7.3) takes the base before the key is converted.
rt_value rt_super_get_element(rt_value home, rt_value receiver, rt_value key) {
  RT_SAFEPOINT();
  RT_ROOT(receiver);
  RT_ROOT(key);
  rt_value base = rt__get_prototype_of_js(rt_as_object(home));
  if (base == RT_EXCEPTION) return base;
  RT_ROOT(base);
  rt_string *atom = rt__to_key_js(key);
  if (!atom) return RT_EXCEPTION;
  RT_ROOT_POINTER(atom);
  return super_get_js(base, receiver, atom);
}
