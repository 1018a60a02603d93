/// Arrays: storage, growth, length (ECMA-262 10.4.2).
#include "array.h"
#include "object/object.h"

/// In array_join.c: the elements joined by commas.
rt_value rt__array_default_to_string(rt_object *object);

const rt_class rt_array_class = {.kind = RT_CLASS_ARRAY,
                                 .instance_size = sizeof(rt_array),
                                 .prototype_builtin = RT_BUILTIN_ARRAY_PROTOTYPE + 1,
                                 .name = "Array",
                                 .default_to_string = rt__array_default_to_string,
                                 .root = &rt_array_shape};

rt_shape rt_array_shape RT_ROOTED_UNUSED = {
    .class = &rt_array_class,
    .prototype_builtin = RT_BUILTIN_ARRAY_PROTOTYPE + 1,
    .slot_offset = sizeof(rt_array),
    .flags = RT_SHAPE_STATIC | RT_SHAPE_PLAIN_ARRAY | RT_SHAPE_ARRAY | RT_SHAPE_WRITABLE_ARRAY,
};

/// The longest array that is made of elements at once, and the widest gap that a store may leave, in any array and in one
/// that is long compared with it; beyond, arrays become sparse.
enum { DENSE_LENGTH_MAX = 32 << 20, GAP_MAX = 1 << 16, GAP_OF_LONG_MAX = 4 << 20 };
#define ELEMENTS_MAX RT_ARRAY_CAPACITY_MAX
/// Arrays of up to SHORT_MAX given elements are one cell, which begins with so many bytes.
enum { SHORT_MAX = 8, HEADER_SIZE = (sizeof(rt_array) + sizeof(rt_value) - 1) & ~(sizeof(rt_value) - 1) };

/// Notes how many elements lie in so many bytes.
static void set_capacity(rt_array *array, size_t size) {
  size_t capacity = size / sizeof(rt_value);
  array->capacity = capacity < RT_ARRAY_CAPACITY_MAX ? capacity & RT_ARRAY_CAPACITY_MAX : RT_ARRAY_CAPACITY_MAX;
}

/// Gives an array new place for so many elements, with nothing in it.
static void allocate_elements(rt_array *array, uint32_t count) {
  size_t size = rt__good_size((size_t)count * sizeof(rt_value));
  array->elements = rt__allocate(size, RT_CELL_WORDS);
  set_capacity(array, size);
}

/// An array whose elements follow it in the same cell, for short ones. Once it grows, they move.
static rt_array *new_short(uint32_t count) {
  size_t size = (HEADER_SIZE + count * sizeof(rt_value) + RT_GRANULE - 1) & ~(size_t)(RT_GRANULE - 1);
  count = (uint32_t)((size - HEADER_SIZE) / sizeof(rt_value));
  rt_array *array = rt__allocate(size, RT_CELL_WORDS);
  *array = (rt_array){.object.shape = &rt_array_shape,
                      .elements = (rt_value *)(void *)((char *)array + HEADER_SIZE),
                      .capacity = count & RT_ARRAY_CAPACITY_MAX};
  return array;
}

rt_array *rt__array_new(uint32_t capacity) {
  rt_array *array = rt__allocate(sizeof(rt_array), RT_CELL_WORDS);
  *array = (rt_array){.object.shape = &rt_array_shape};
  if (capacity) allocate_elements(array, capacity);
  return array;
}

static void fill_holes(rt_value *elements, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++) elements[i] = RT_HOLE;
}

rt_array *rt__array_new_length(uint32_t length) {
  if (length > DENSE_LENGTH_MAX) {
    rt_array *array = rt__array_new(0);
    rt__array_make_sparse(array);
    array->length = length;
    return array;
  }
  rt_array *array = length && length <= SHORT_MAX ? new_short(length) : rt__array_new(length);
  fill_holes(array->elements, 0, array->capacity);
  array->length = length;
  return array;
}

rt_array *rt__array_from(const rt_value *values, uint32_t count) {
  if (count != 0 && count <= SHORT_MAX) {
    rt_array *array = new_short(count);
    for (uint32_t i = 0; i < count; i++) array->elements[i] = values[i];
    array->length = count;
    return array;
  }
  rt_array *array = rt__array_new(count);
  if (count) memcpy(array->elements, values, (size_t)count * sizeof(rt_value));
  array->length = count;
  return array;
}

void rt__array_reserve(rt_array *array, uint32_t capacity) {
  RT_MAY_FILL_HEAP();
  if (capacity <= array->capacity) return;
  uint64_t wanted = (uint64_t)array->capacity + array->capacity / 2 + 4;
  if (wanted < capacity) wanted = capacity;
  if (!rt__is_allocatable(wanted * sizeof(rt_value))) wanted = capacity;
  size_t size = rt__good_size((size_t)wanted * sizeof(rt_value));
  if (rt__extend(array->elements, size)) {
    set_capacity(array, size);
    return;
  }
  const rt_value *elements = array->elements;
  allocate_elements(array, (uint32_t)wanted);
  if (array->length) memcpy(array->elements, elements, (size_t)array->length * sizeof(rt_value));
}

int32_t rt__array_push(rt_array *array, rt_value value) {
  if (array->length >= array->capacity) {
    if (array->length >= ELEMENTS_MAX || !rt__is_allocatable(((uint64_t)array->length + 1) * sizeof(rt_value))) {
      rt__throw_range_error("Invalid array length");
      return -1;
    }
    rt__array_reserve(array, array->length + 1);
  }
  rt_array_note_store(array, value);
  array->elements[array->length++] = value;
  return 0;
}

void rt__array_make_sparse(rt_array *array) {
  rt_object *object = &array->object;
  rt_value *elements = array->elements;
  uint32_t length = array->length;
  uint16_t flags = object->shape->flags;
  uint8_t attributes = flags & RT_SHAPE_FROZEN_ELEMENTS   ? RT_PROPERTY_ENUMERABLE
                       : flags & RT_SHAPE_SEALED_ELEMENTS ? RT_PROPERTY_ENUMERABLE | RT_PROPERTY_WRITABLE
                                                          : RT_PROPERTY_PLAIN;
  object->shape = flags & RT_SHAPE_DICTIONARY ? rt__shape_renewed(object->shape) : rt__shape_unique(object->shape);
  rt_shape *shape = object->shape;
  shape->flags &= (uint16_t)~(RT_SHAPE_ARRAY | RT_SHAPE_WRITABLE_ARRAY | RT_SHAPE_PLAIN_ARRAY);
  shape->flags |= RT_SHAPE_SPARSE;
  array->elements = NULL;
  array->capacity = 0;
  array->numbers = 0;
  for (uint32_t i = 0; i < length; i++)
    if (elements[i] != RT_HOLE) rt__add_property(object, rt__intern_index(i), elements[i], attributes);
}

bool rt__array_admit_index(rt_array *array, uint32_t index) {
  if (index < array->length) return true;
  if (array->object.shape->flags & (RT_SHAPE_FIXED_LENGTH | RT_SHAPE_FROZEN_ELEMENTS)) return false;
  array->length = index + 1;
  return true;
}

int32_t rt__array_define_element(rt_array *array, uint32_t index, const rt_property_descriptor *change) {
  uint16_t flags = array->object.shape->flags;
  bool exists = index < array->length && array->elements[index] != RT_HOLE;
  uint8_t given = change->has & (RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE);
  // Is the result an ordinary element?
  bool plain = !(change->has & (RT_HAS_GETTER | RT_HAS_SETTER));
  if (exists) {
    if (given & RT_HAS_WRITABLE && !(change->flags & RT_PROPERTY_WRITABLE)) plain = false;
    if (given & RT_HAS_ENUMERABLE && !(change->flags & RT_PROPERTY_ENUMERABLE)) plain = false;
    if (given & RT_HAS_CONFIGURABLE && !(change->flags & RT_PROPERTY_CONFIGURABLE)) plain = false;
    if (flags & (RT_SHAPE_FROZEN_ELEMENTS | RT_SHAPE_SEALED_ELEMENTS)) plain = false;
  } else {
    if (flags & RT_SHAPE_NOT_EXTENSIBLE) return 0;
    if (index >= array->length && flags & (RT_SHAPE_FIXED_LENGTH | RT_SHAPE_FROZEN_ELEMENTS)) return 0;
    if (given != (RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE) || change->flags != RT_PROPERTY_PLAIN)
      plain = false;
    uint32_t gap = index >= array->length ? index - array->length : 0;
    if (gap > GAP_MAX && (index / 8 > array->length || gap > GAP_OF_LONG_MAX)) plain = false;
    if (index >= ELEMENTS_MAX) plain = false;
  }
  if (!plain) {
    if (exists && flags & (RT_SHAPE_FROZEN_ELEMENTS | RT_SHAPE_SEALED_ELEMENTS) && !(given & ~change->flags)) {
      // A write of the value alone to a sealed element stays an ordinary store.
      bool writable = !(flags & RT_SHAPE_FROZEN_ELEMENTS);
      if (writable && !given && plain == false && change->has == RT_HAS_VALUE) {
        rt_array_note_store(array, change->value);
        array->elements[index] = change->value;
        return 1;
      }
    }
    rt__array_make_sparse(array);
    return -1;
  }
  rt_value value = change->has & RT_HAS_VALUE ? change->value : exists ? array->elements[index] : RT_UNDEFINED;
  rt_array_note_store(array, index > array->length ? RT_HOLE : value);
  if (index >= array->length) {
    rt__array_reserve(array, index + 1);
    fill_holes(array->elements, array->length, index);
    array->length = index + 1;
  }
  array->elements[index] = value;
  if (array->object.shape->flags & RT_SHAPE_PROTOTYPE) rt_prototypes_have_indices = 1;
  return 1;
}

/// Sets the length of an array whose length is writable; false if an element could not be deleted.
static bool set_length(rt_array *array, uint32_t length) {
  rt_object *object = &array->object;
  if (object->shape->flags & RT_SHAPE_SPARSE) {
    bool all = true;
    if (length < array->length) {
      // Elements are deleted from the end; the first that cannot be deleted ends it.
      rt_shape *shape = object->shape;
      uint32_t keep = length;
      for (uint32_t i = 0; i < shape->count; i++) {
        const rt_property *p = &shape->table->entries[i];
        if (!p->key || !rt_key_is_index(p->key) || p->flags & RT_PROPERTY_CONFIGURABLE) continue;
        uint32_t index = rt__key_index(p->key);
        if (index >= keep) keep = index + 1, all = false;
      }
      for (bool again = true; again;) {
        again = false;
        shape = object->shape;
        for (uint32_t i = 0; i < shape->count; i++) {
          rt_string *key = shape->table->entries[i].key;
          if (!key || !rt_key_is_index(key) || rt__key_index(key) < keep) continue;
          rt__delete(object, key);
          again = true;
          break;
        }
      }
      length = keep;
    }
    array->length = length;
    return all;
  }
  if (length <= array->length) {
    if (object->shape->flags & RT_SHAPE_SEALED_ELEMENTS && length < array->length) {
      uint32_t keep = array->length;
      while (keep > length && array->elements[keep - 1] == RT_HOLE) keep--;
      array->length = keep;
      return keep == length;
    }
    // The rest is cleared so that it keeps nothing alive; a much smaller array gets smaller storage.
    if (length < array->length)
      memset(array->elements + length, 0, (size_t)(array->length - length) * sizeof(rt_value));
    array->length = length;
    return true;
  }
  if (length - array->length > GAP_MAX && length > DENSE_LENGTH_MAX) {
    rt__array_make_sparse(array);
    array->length = length;
    return true;
  }
  rt__array_reserve(array, length);
  array->numbers = 0;
  fill_holes(array->elements, array->length, length);
  array->length = length;
  return true;
}

/// ArraySetLength (10.4.2.4), step 3 to 5: the length that a value stands for; -1 with an exception pending.
static double to_length_js(rt_value value) {
  if (rt_is_object(value)) {
    // ToUint32, and once more ToNumber: a `valueOf` runs twice.
    if (rt_is_double_exception(rt_to_number(value))) return -1;
  }
  double number = rt_to_number(value);
  if (rt_is_double_exception(number)) return -1;
  if (number >= 0 && number <= 4294967295.0 && (uint32_t)number == number) return number;
  rt__throw_range_error("Invalid array length");
  return -1;
}

int32_t rt__array_define_length(rt_array *array, const rt_property_descriptor *change) {
  double length = 0;
  RT_ROOT_POINTER(array);
  if (change->has & RT_HAS_VALUE && (length = to_length_js(change->value)) < 0) return 2;
  uint16_t fixed = array->object.shape->flags & (RT_SHAPE_FIXED_LENGTH | RT_SHAPE_FROZEN_ELEMENTS);
  if (change->has & (RT_HAS_GETTER | RT_HAS_SETTER)) return 0;
  if (change->has & RT_HAS_CONFIGURABLE && change->flags & RT_PROPERTY_CONFIGURABLE) return 0;
  if (change->has & RT_HAS_ENUMERABLE && change->flags & RT_PROPERTY_ENUMERABLE) return 0;
  if (change->has & RT_HAS_WRITABLE && change->flags & RT_PROPERTY_WRITABLE && fixed) return 0;
  int32_t done = 1;
  if (change->has & RT_HAS_VALUE && length != array->length) {
    if (fixed) return 0;
    done = set_length(array, (uint32_t)length);
  }
  if (change->has & RT_HAS_WRITABLE && !(change->flags & RT_PROPERTY_WRITABLE) && !fixed) {
    rt_object *object = &array->object;
    object->shape =
        object->shape->flags & RT_SHAPE_DICTIONARY ? rt__shape_renewed(object->shape) : rt__shape_unique(object->shape);
    object->shape->flags |= RT_SHAPE_FIXED_LENGTH;
    object->shape->flags &= (uint16_t)~(RT_SHAPE_WRITABLE_ARRAY | RT_SHAPE_PLAIN_ARRAY);
  }
  return done;
}

int32_t rt__array_set_length(rt_array *array, uint32_t length) {
  // OPTIMIZATION: the property is always there, and an ordinary one unless it was fixed.
  if (!(array->object.shape->flags & (RT_SHAPE_FIXED_LENGTH | RT_SHAPE_FROZEN_ELEMENTS)) && set_length(array, length)) return 0;
  return rt__put_js(rt_from_object(array), RT_ATOM(length), rt_from_double(length));
}

void rt__array_splice(rt_array *array, uint32_t start, uint32_t remove, uint32_t insert) {
  uint32_t tail = array->length - start - remove;
  if (remove == 0 && insert == 0) return;
  if (insert > 0) array->numbers = 0;
  if (start == 0 && insert < remove) {
    // Removing at the front moves the start: queues would otherwise cost a copy each time.
    uint32_t step = remove - insert;
    memset(array->elements, 0, step * sizeof(rt_value));
    array->elements += step;
    array->capacity -= step;
    array->length -= step;
    fill_holes(array->elements, 0, insert);
    return;
  }
  uint32_t length = start + insert + tail;
  if (insert > remove) rt__array_reserve(array, length);
  memmove(array->elements + start + insert, array->elements + start + remove, (size_t)tail * sizeof(rt_value));
  if (length < array->length) memset(array->elements + length, 0, (size_t)(array->length - length) * sizeof(rt_value));
  fill_holes(array->elements, start, start + insert);
  array->length = length;
}

rt_array *rt__list_from_array_like_js(rt_value value) {
  if (!rt_is_object(value)) {
    rt__throw_type_error("CreateListFromArrayLike called on non-object");
    return NULL;
  }
  rt_object *object = rt_as_object(value);
  double length = rt__length_of_js(object);
  if (length < 0) return NULL;
  if (length > ELEMENTS_MAX) {
    rt__throw_range_error("Invalid array length");
    return NULL;
  }
  rt_array *list = rt__array_new((uint32_t)length);
  RT_ROOT_POINTER(list);
  for (uint32_t i = 0; i < (uint32_t)length; i++) {
    rt_value element = rt__get_index_js(object, i);
    if (element == RT_EXCEPTION) return NULL;
    list->elements[list->length++] = element;
  }
  return list;
}

/// Array.prototype (23.1.3) is an array itself.
rt_value rt_make_array_prototype(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv);
rt_value rt_make_array_prototype(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee, (void)this_value, (void)argc, (void)argv;
  rt_array *array = rt__array_new(0);
  // All arrays inherit its elements, so stores to them must be noticed: they are properties of its shape.
  rt__array_make_sparse(array);
  rt__mark_as_prototype(&array->object);
  return rt_from_object(array);
}

// What compiled code calls.

rt_object *rt_array_new(uint32_t count, const rt_value *values) {
  RT_SAFEPOINT();
  return &rt__array_from(values, count)->object;
}

int32_t rt_array_append_value_slow(rt_value base, rt_value value) {
  RT_SAFEPOINT();
  return rt__array_push(rt_as_array(base), value);
}

int32_t rt_array_append_iterable(rt_value base, rt_value iterable) {
  RT_SAFEPOINT();
  rt_array *array = rt_as_array(base);
  if (rt_is_array(iterable) && rt_has_elements(rt_as_object(iterable)) && !rt_prototypes_have_indices &&
      rt__array_iteration_is_builtin(rt_as_array(iterable))) {
    rt_array *source = rt_as_array(iterable);
    uint32_t length = source->length;
    if ((uint64_t)array->length + length > ELEMENTS_MAX) {
      rt__throw_range_error("Invalid array length");
      return -1;
    }
    rt__array_reserve(array, array->length + length);
    array->numbers = 0;
    for (uint32_t i = 0; i < length; i++) {
      rt_value element = source->elements[i];
      array->elements[array->length++] = element == RT_HOLE ? RT_UNDEFINED : element;
    }
    return 0;
  }
  rt_iterator record;
  if (rt__iterator_open_js(&record, iterable) != 0) return -1;
  RT_ROOT(record.target);
  RT_ROOT(record.next);
  for (;;) {
    rt_value value = rt__iterator_step_js(&record);
    if (value == RT_EXCEPTION) return -1;
    if (value == RT_HOLE) return 0;
    if (rt__array_push(array, value) != 0) return -1;
  }
}

rt_object *rt_rest_array(uint32_t argc, const rt_value *argv, uint32_t from) {
  RT_SAFEPOINT();
  uint32_t count = argc > from ? argc - from : 0;
  return &rt__array_from(count ? argv + from : NULL, count)->object;
}

rt_object *rt_array_rest(rt_value list, double from, int32_t has_ended) {
  RT_SAFEPOINT();
  rt_array *array = rt_as_array(list), *rest = rt__array_new(0);
  RT_ROOT_POINTER(rest);
  for (uint32_t i = (uint32_t)from; !has_ended && i < array->length; i++) {
    rt_value element = rt__get_index_js(&array->object, i);
    if (element == RT_EXCEPTION || rt__array_push(rest, element) != 0) return NULL;
  }
  return &rest->object;
}
