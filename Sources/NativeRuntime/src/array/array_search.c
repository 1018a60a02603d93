/// Array.prototype: looking for values.
#include "array_support.h"
#include "rt_inline.h"

/// The first index >= `from` of an element that is strictly equal, or -1. Holes are equal to nothing.
static double find_direct(const rt_array *array, rt_value wanted, uint32_t from) {
  const rt_value *elements = array->elements;
  uint32_t length = array->length;
  if (rt_is_number(wanted)) {
    double number = rt_double(wanted);
    for (uint32_t i = from; i < length; i++) {
      // As doubles, other values are NaNs, which are equal to nothing.
      if (rt_double(elements[i]) == number) return i;
    }
  } else if (rt_is_string(wanted)) {
    for (uint32_t i = from; i < length; i++) {
      if (elements[i] == wanted) return i;
      if (rt_is_string(elements[i]) && rt__string_equal(rt_as_string(elements[i]), rt_as_string(wanted))) return i;
    }
  } else {
    for (uint32_t i = from; i < length; i++) {
      if (rt_strictly_equal(elements[i], wanted)) return i;
    }
  }
  return -1;
}

/// ECMA-262 23.1.3.17 indexOf of any receiver; -1, a position, or the exception.
static double find_generic(rt_object *object, rt_value wanted, double from, double length) {
  for (double i = from; i < length; i++) {
    rt_value value = rt__get_if_present_js(object, i);
    if (value == RT_HOLE) continue;
    if (value == RT_EXCEPTION) return rt_double_exception();
    if (rt_strictly_equal(value, wanted)) return i;
  }
  return -1;
}

/// ECMA-262 23.1.3.17 indexOf of an array.
double rt_array_index_of(rt_object *object, rt_value wanted) {
  if (rt__is_direct(object)) return find_direct((rt_array *)object, wanted, 0);
  return find_generic(object, wanted, 0, ((rt_array *)object)->length);
}

/// ECMA-262 23.1.3.17 Array.prototype.indexOf ( searchElement, fromIndex )
RT_NATIVE(rt_native_array_index_of) {
  RT_THIS_OBJECT(object, "indexOf");
  RT_LENGTH_OF(length, object);
  if (length == 0) return rt_from_double(-1);
  RT_NUMBER_ARGUMENT(position, 1);
  double from = rt__relative_position(position, length);
  rt_value wanted = rt_argument(argc, argv, 0);
  if (rt__is_direct(object)) return rt_from_double(find_direct((rt_array *)object, wanted, (uint32_t)from));
  return rt_from_double(find_generic(object, wanted, from, length));
}

/// ECMA-262 23.1.3.20 Array.prototype.lastIndexOf ( searchElement, fromIndex )
RT_NATIVE(rt_native_array_last_index_of) {
  RT_THIS_OBJECT(object, "lastIndexOf");
  RT_LENGTH_OF(length, object);
  if (length == 0) return rt_from_double(-1);
  double start = length - 1;
  if (argc > 1) {
    RT_NUMBER_ARGUMENT(position, 1);
    double integer = rt__to_integer(position);
    start = integer < 0 ? length + integer : integer < start ? integer : start;
  }
  rt_value wanted = rt_argument(argc, argv, 0);
  for (double i = start; i >= 0; i--) {
    rt_value value = rt__get_if_present_js(object, i);
    if (value == RT_HOLE) continue;
    if (value == RT_EXCEPTION) return RT_EXCEPTION;
    if (rt_strictly_equal(value, wanted)) return rt_from_double(i);
  }
  return rt_from_double(-1);
}

/// ECMA-262 23.1.3.16 includes of any receiver from a position: truth.
static int32_t includes_from_js(rt_object *object, rt_value wanted, double from, double length) {
  if (rt__is_direct(object)) {
    const rt_array *array = (rt_array *)object;
    bool is_nan = rt_is_number(wanted) && rt_double(wanted) != rt_double(wanted);
    if (wanted != RT_UNDEFINED && !is_nan) return find_direct(array, wanted, (uint32_t)from) >= 0;
    for (uint32_t i = (uint32_t)from; i < array->length; i++) {
      if (rt__same_value_zero(rt__element_value(array->elements[i]), wanted)) return 1;
    }
    // Only a conversion that shortened the array leaves indices behind its end.
    return wanted == RT_UNDEFINED && from < length && array->length < length;
  }
  for (double i = from; i < length; i++) {
    rt_value value = rt__get_at_js(object, i);
    if (value == RT_EXCEPTION) return 2;
    if (rt__same_value_zero(value, wanted)) return 1;
  }
  return 0;
}

/// ECMA-262 23.1.3.16 includes of an array: truth.
int32_t rt_array_includes(rt_object *object, rt_value wanted) {
  return includes_from_js(object, wanted, 0, ((rt_array *)object)->length);
}

/// ECMA-262 23.1.3.16 Array.prototype.includes ( searchElement, fromIndex )
RT_NATIVE(rt_native_array_includes) {
  RT_THIS_OBJECT(object, "includes");
  RT_LENGTH_OF(length, object);
  if (length == 0) return RT_FALSE;
  RT_NUMBER_ARGUMENT(position, 1);
  double from = rt__relative_position(position, length);
  int32_t truth = includes_from_js(object, rt_argument(argc, argv, 0), from, length);
  return truth == 2 ? RT_EXCEPTION : rt_from_bool(truth);
}

/// ECMA-262 23.1.3.1 at of an array.
rt_value rt_array_at(rt_object *object, double position) {
  double length = ((rt_array *)object)->length;
  double index = rt__to_integer(position);
  if (index < 0) index += length;
  if (!(index >= 0 && index < length)) return RT_UNDEFINED;
  if (rt__is_direct(object)) return rt__element_value(((rt_array *)object)->elements[(uint32_t)index]);
  return rt__get_at_js(object, index);
}

/// ECMA-262 23.1.3.1 Array.prototype.at ( index )
RT_NATIVE(rt_native_array_at) {
  RT_THIS_OBJECT(object, "at");
  RT_LENGTH_OF(length, object);
  RT_NUMBER_ARGUMENT(position, 0);
  double index = rt__to_integer(position);
  if (index < 0) index += length;
  if (!(index >= 0 && index < length)) return RT_UNDEFINED;
  return rt__get_at_js(object, index);
}
