/// Arrays: packed elements with holes; very sparse ones keep their elements as properties (RT_SHAPE_SPARSE).
#pragma once

#include "rt_object.h"

/// An array. Elements from `length` up to `capacity` are unspecified. `elements` may point into the middle of its
/// cell, after `shift`. With RT_SHAPE_ARRAY unset, neither `elements` nor `capacity` may be used.
///
/// `numbers` remembers that somebody looked at all elements and found numbers, no holes. Whoever stores something else,
/// or makes the array longer without storing numbers, clears it (`rt_array_note_store`); an array never has to have it.
struct rt_array {
  rt_object object;
  rt_value *elements;
  uint32_t length;
  uint32_t capacity : 31;
  uint32_t numbers : 1;
};

enum { RT_ARRAY_CAPACITY_MAX = 0x7FFFFFFF };

extern const rt_class rt_array_class;
/// The shape of arrays with Array.prototype and no further properties.
extern rt_shape rt_array_shape;

static inline rt_array *rt_as_array(rt_value v) { return (rt_array *)rt_pointer(v); }
/// A true array, of any prototype and representation (Array.isArray).
static inline bool rt_is_array(rt_value v) {
  return rt_is_object(v) && rt_as_object(v)->shape->class == &rt_array_class;
}
/// An array whose elements can be read from `elements` (holes need the prototype chain unless
/// `rt_prototypes_have_indices` is 0).
static inline bool rt_has_elements(const rt_object *o) { return o->shape->flags & RT_SHAPE_ARRAY; }
/// The same, and elements can be overwritten, appended, removed.
static inline bool rt_has_writable_elements(const rt_object *o) { return o->shape->flags & RT_SHAPE_WRITABLE_ARRAY; }
/// What PIR's `is:array` tests.
static inline bool rt_is_plain_array(rt_value v) {
  return rt_is_object(v) && (rt_as_object(v)->shape->flags & RT_SHAPE_PLAIN_ARRAY);
}

/// Whether an array stays what `numbers` says if it gets a value.
static inline bool rt_array_suits(const rt_array *array, rt_value value) {
  return !array->numbers || rt_is_number(value);
}
/// To be called where a value is stored to an array, or appended.
static inline void rt_array_note_store(rt_array *array, rt_value value) {
  if (!rt_array_suits(array, value)) array->numbers = 0;
}

/// IsArray (7.2.2), which looks through proxies: truth.
int32_t rt__is_array_js(rt_value value);
/// An empty array with room for so many elements.
rt_array *rt__array_new(uint32_t capacity);
/// An array of `length` holes; very long ones are sparse. Lengths up to 2^32 - 1.
rt_array *rt__array_new_length(uint32_t length);
/// An array with copies of values.
rt_array *rt__array_from(const rt_value *values, uint32_t count);
/// Makes room for so many elements; the array has writable elements.
void rt__array_reserve(rt_array *array, uint32_t capacity);
/// `rt__utf8_cstring` of each string, and NULL at the end. What is no string is "undefined": a hole, if accessors that the
/// program gave all objects took what the library appended.
const char **rt__utf8_cstrings(const rt_array *strings);
/// Appends to an array with writable elements: status (RangeError "Invalid array length" at 2^32 - 1).
int32_t rt__array_push(rt_array *array, rt_value value);
/// [[Set]] of `length` with Throw = true: status.
int32_t rt__array_set_length(rt_array *array, uint32_t length);
/// Removes `remove` elements at `start` and makes room for `insert` holes there; the array has writable elements and
/// the result's length is below 2^32.
void rt__array_splice(rt_array *array, uint32_t start, uint32_t remove, uint32_t insert);
/// CreateListFromArrayLike (7.3.19) into an array with elements; NULL: exception.
rt_array *rt__list_from_array_like_js(rt_value value);
/// Whether stepping through the array by index is what its `[Symbol.iterator]()` does.
bool rt__array_iteration_is_builtin(rt_array *array);
