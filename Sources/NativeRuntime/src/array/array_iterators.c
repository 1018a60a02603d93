/// Array.prototype.keys, values, entries, and their iterators (ECMA-262 23.1.5).
#include "array_support.h"
#include "rt_binary.h"

/// ECMA-262 23.1.5.2.1 %ArrayIteratorPrototype%.next; works on array-likes of up to 2^32 - 1 elements.
static rt_value step(rt_iterator *record) {
  if (record->target == RT_UNDEFINED) return RT_HOLE;
  rt_object *object = rt_as_object(record->target);
  double length;
  if (rt_class_of(object)->kind == RT_CLASS_TYPED_ARRAY) {
    const rt_view *view = (const rt_view *)(const void *)object;
    if (view->is_out_of_bounds)
      return rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", "%ArrayIteratorPrototype%.next");
    length = (double)view->length;
  } else {
    length = rt__length_of_js(object);
    if (length < 0) return RT_EXCEPTION;
  }
  uint32_t index = record->index;
  if (index >= length) {
    record->target = RT_UNDEFINED;
    return RT_HOLE;
  }
  record->index++;
  if (record->mode == RT_ARRAY_KEYS) return rt_from_double(index);
  rt_value value = rt__get_index_js(object, index);
  if (record->mode == RT_ARRAY_VALUES || value == RT_EXCEPTION) return value;
  rt_value pair[2] = {rt_from_double(index), value};
  return rt_from_object(rt__array_from(pair, 2));
}

/// Steps the record of an iterator object, for loops over it.
static rt_value step_object(rt_iterator *record) {
  return step(&((rt_iterator_object *)rt_as_object(record->target))->record);
}

/// Prepares a record over an iterator object.
static bool iterate(rt_object *object, rt_iterator *record) {
  if (!rt__uses_builtin_iteration(object)) return false;
  *record = (rt_iterator){.step = step_object, .target = rt_from_object(object)};
  return true;
}

const rt_class rt_array_iterator_class = {
    .kind = RT_CLASS_ITERATOR,
    .instance_size = sizeof(rt_iterator_object),
    .prototype_builtin = RT_BUILTIN_ARRAYITERATOR_PROTOTYPE + 1,
    .name = "Array Iterator",
    .iterate = iterate,
};

/// ECMA-262 23.1.5.1 CreateArrayIterator.
rt_value rt__array_iterator_new(rt_object *object, enum rt_array_iteration mode) {
  rt_object *made = rt__object_of_shape(rt__shape_root(&rt_array_iterator_class, 0));
  ((rt_iterator_object *)made)->record = (rt_iterator){.step = step, .target = rt_from_object(object), .mode = mode};
  return rt_from_object(made);
}

/// ECMA-262 23.1.3.5 Array.prototype.entries ( )
RT_NATIVE(rt_native_array_entries) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "entries");
  return rt__array_iterator_new(object, RT_ARRAY_ENTRIES);
}

/// ECMA-262 23.1.3.19 Array.prototype.keys ( )
RT_NATIVE(rt_native_array_keys) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "keys");
  return rt__array_iterator_new(object, RT_ARRAY_KEYS);
}

/// ECMA-262 23.1.3.38 Array.prototype.values ( )
RT_NATIVE(rt_native_array_values) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "values");
  return rt__array_iterator_new(object, RT_ARRAY_VALUES);
}

/// ECMA-262 23.1.5.2.1 %ArrayIteratorPrototype%.next ( )
RT_NATIVE(rt_native_array_iterator_next) {
  RT_SAFEPOINT();
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &rt_array_iterator_class) {
    return rt__throw_incompatible("Array Iterator.prototype.next", this_value);
  }
  rt_value value = step(&((rt_iterator_object *)rt_as_object(this_value))->record);
  if (value == RT_EXCEPTION) return RT_EXCEPTION;
  bool done = value == RT_HOLE;
  return rt_from_object(rt__iterator_result(done ? RT_UNDEFINED : value, done));
}

/// ECMA-262 23.1.2.5 get Array [ %Symbol.species% ], and of Map and Set: the receiver.
RT_NATIVE(rt_native_array_species) { return this_value; }
