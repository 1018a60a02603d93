/// What the array natives share: access by integer keys up to 2^53, and arrays that may be treated directly.
#pragma once

#include "library.h"

/// The receiver of `Array.prototype.<method>` as an object; NULL with an exception.
rt_object *rt__this_object(rt_value this_value, const char *method);

/// Declares the receiver as an object.
#define RT_THIS_OBJECT(name, method)                                                                                   \
  rt_object *name = rt_is_object(this_value) ? rt_as_object(this_value) : rt__this_object(this_value, method);         \
  if (!name) return RT_EXCEPTION;                                                                                      \
  RT_ROOT_POINTER(name)

/// Declares the receiver's length.
#define RT_LENGTH_OF(name, object)                                                                                     \
  double name = rt__length_of_js(object);                                                                              \
  if (name < 0) return RT_EXCEPTION

/// [[Get]] of an integer key.
rt_value rt__get_at_js(rt_object *object, double index);
/// [[HasProperty]] of an integer key: truth.
int32_t rt__has_at_js(rt_object *object, double index);
/// Set with Throw = true: status.
int32_t rt__put_at_js(rt_object *object, double index, rt_value value);
/// CreateDataPropertyOrThrow: status.
int32_t rt__create_at_js(rt_object *object, double index, rt_value value);
/// [[Get]] of an integer key if there is such a property, otherwise RT_HOLE.
rt_value rt__get_if_present_js(rt_object *object, double index);
/// DeletePropertyOrThrow: status.
int32_t rt__delete_at_js(rt_object *object, double index);
/// Set of `length` with Throw = true: status.
int32_t rt__put_length_js(rt_object *object, double length);
/// Moves an element or its absence from one key to another, as many methods do: status.
int32_t rt__move_at_js(rt_object *object, double from, double to);
/// ECMA-262 23.1.3.1.1 ArraySpeciesCreate; NULL with an exception.
rt_object *rt__array_species_create_js(rt_object *original, double length);
/// ECMA-262 10.4.2.2 ArrayCreate with a RangeError for lengths of 2^32 and more; NULL with an exception.
rt_array *rt__array_create(double length);

/// What an array iterator gives.
enum rt_array_iteration { RT_ARRAY_KEYS, RT_ARRAY_VALUES, RT_ARRAY_ENTRIES };
/// CreateArrayIterator (23.1.5.1).
rt_value rt__array_iterator_new(rt_object *object, enum rt_array_iteration mode);

/// Whether all elements lie in `elements` and holes read as undefined, so that reading runs no code.
static inline bool rt__is_direct(const rt_object *object) {
  return rt_has_elements(object) && !rt_prototypes_have_indices;
}

/// The same for changing elements and length.
static inline bool rt__is_direct_writable(const rt_object *object) {
  return rt_has_writable_elements(object) && !rt_prototypes_have_indices;
}

/// Whether ArraySpeciesCreate gives a plain array: no own `constructor`, and the prototype is Array.prototype.
/// OPTIMIZATION: a `constructor` that the program stored in Array.prototype itself is not looked for.
static inline bool rt__has_default_species(const rt_object *object) {
  return (object->shape->flags & RT_SHAPE_PLAIN_ARRAY) && object->shape->count == 0;
}

/// A new plain array with some of the elements of an array that has them directly.
static inline rt_array *rt__array_part(const rt_array *array, uint32_t start, uint32_t count) {
  // An empty array need not have a place for elements.
  return rt__array_from(count > 0 ? array->elements + start : NULL, count);
}

/// An element as the program sees it.
static inline rt_value rt__element_value(rt_value element) { return element == RT_HOLE ? RT_UNDEFINED : element; }

/// A relative position (negative: from the end) clamped to 0 … length, in double arithmetic.
static inline double rt__relative_position(double position, double length) {
  double integer = rt__to_integer(position);
  if (integer < 0) return integer + length > 0 ? integer + length : 0;
  return integer < length ? integer : length;
}
