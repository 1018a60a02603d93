/// Array.prototype: reverse, fill, copyWithin.
#include "array_support.h"

/// ECMA-262 23.1.3.26 Array.prototype.reverse ( )
RT_NATIVE(rt_native_array_reverse) {
  RT_THIS_OBJECT(object, "reverse");
  if (rt__is_direct_writable(object)) {
    rt_value *elements = ((rt_array *)object)->elements;
    uint32_t length = ((rt_array *)object)->length;
    for (uint32_t low = 0; low < length / 2; low++) {
      rt_value value = elements[low];
      elements[low] = elements[length - 1 - low];
      elements[length - 1 - low] = value;
    }
    return rt_from_object(object);
  }
  RT_LENGTH_OF(length, object);
  for (double low = 0; low < __builtin_floor(length / 2); low++) {
    double high = length - 1 - low;
    rt_value low_value, high_value;
    if ((low_value = rt__get_if_present_js(object, low)) == RT_EXCEPTION) return RT_EXCEPTION;
    RT_ROOT(low_value);
    if ((high_value = rt__get_if_present_js(object, high)) == RT_EXCEPTION) return RT_EXCEPTION;
    RT_ROOT(high_value);
    if (low_value == RT_HOLE && high_value == RT_HOLE) continue;
    int32_t status = high_value == RT_HOLE ? rt__delete_at_js(object, low) : rt__put_at_js(object, low, high_value);
    if (status < 0) return RT_EXCEPTION;
    status = low_value == RT_HOLE ? rt__delete_at_js(object, high) : rt__put_at_js(object, high, low_value);
    if (status < 0) return RT_EXCEPTION;
  }
  return rt_from_object(object);
}

/// ECMA-262 23.1.3.7 Array.prototype.fill ( value, start, end )
RT_NATIVE(rt_native_array_fill) {
  RT_THIS_OBJECT(object, "fill");
  RT_LENGTH_OF(length, object);
  RT_NUMBER_ARGUMENT(start, 1);
  double stop = length;
  if (rt_argument(argc, argv, 2) != RT_UNDEFINED) {
    RT_NUMBER_ARGUMENT(end, 2);
    stop = rt__relative_position(end, length);
  }
  rt_value value = rt_argument(argc, argv, 0);
  double first = rt__relative_position(start, length);
  if (rt__is_direct_writable(object) && ((rt_array *)object)->length == length) {
    rt_value *elements = ((rt_array *)object)->elements;
    if (rt_is_number(value) && first == 0 && stop == length) ((rt_array *)object)->numbers = 1;
    else if (first < stop) rt_array_note_store((rt_array *)object, value);
    for (uint32_t i = (uint32_t)first; i < (uint32_t)stop; i++) elements[i] = value;
    return rt_from_object(object);
  }
  for (double i = first; i < stop; i++) {
    if (rt__put_at_js(object, i, value) < 0) return RT_EXCEPTION;
  }
  return rt_from_object(object);
}

/// ECMA-262 23.1.3.4 Array.prototype.copyWithin ( target, start, end )
RT_NATIVE(rt_native_array_copy_within) {
  RT_THIS_OBJECT(object, "copyWithin");
  RT_LENGTH_OF(length, object);
  RT_NUMBER_ARGUMENT(target, 0);
  RT_NUMBER_ARGUMENT(start, 1);
  double stop = length;
  if (rt_argument(argc, argv, 2) != RT_UNDEFINED) {
    RT_NUMBER_ARGUMENT(end, 2);
    stop = rt__relative_position(end, length);
  }
  double to = rt__relative_position(target, length);
  double from = rt__relative_position(start, length);
  double count = stop - from < length - to ? stop - from : length - to;
  bool backwards = from < to && to < from + count;
  for (double i = 0; i < count; i++) {
    double offset = backwards ? count - 1 - i : i;
    if (rt__move_at_js(object, from + offset, to + offset) < 0) return RT_EXCEPTION;
  }
  return rt_from_object(object);
}
