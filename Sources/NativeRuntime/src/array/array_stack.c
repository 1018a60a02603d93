/// Array.prototype: adding and removing elements at the ends and in the middle.
#include "array_support.h"
#include "rt_inline.h"

#define MAX_LENGTH 9007199254740991.0

/// ECMA-262 23.1.3.23 push of any receiver.
static rt_value push_generic(rt_object *object, uint32_t argc, const rt_value *argv) {
  RT_LENGTH_OF(length, object);
  if (length + argc > MAX_LENGTH)
    return rt__throw_type_error(
        "Pushing %d elements on an array-like of length %d is disallowed, as the total surpasses 2**53-1",
        rt_from_double(argc), rt_from_double(length));
  for (uint32_t i = 0; i < argc; i++) {
    if (rt__put_at_js(object, length + i, argv[i]) < 0) return RT_EXCEPTION;
  }
  if (rt__put_length_js(object, length + argc) < 0) return RT_EXCEPTION;
  return rt_from_double(length + argc);
}

/// ECMA-262 23.1.3.23 Array.prototype.push ( ...items )
RT_NATIVE(rt_native_array_push) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "push");
  if (!rt__is_direct_writable(object)) return push_generic(object, argc, argv);
  rt_array *array = (rt_array *)object;
  for (uint32_t i = 0; i < argc; i++) {
    if (rt__array_push(array, argv[i]) < 0) return RT_EXCEPTION;
  }
  return rt_from_double(array->length);
}

double rt_array_push_one_slow(rt_object *object, rt_value value) {
  RT_SAFEPOINT();
  if (rt__is_direct_writable(object)) {
    rt_array *array = (rt_array *)object;
    return rt__array_push(array, value) < 0 ? rt_double_exception() : array->length;
  }
  return rt_double(push_generic(object, 1, &value));
}

/// ECMA-262 23.1.3.22 pop of any receiver.
static rt_value pop_generic(rt_object *object) {
  RT_LENGTH_OF(length, object);
  if (length == 0) return rt__put_length_js(object, 0) < 0 ? RT_EXCEPTION : RT_UNDEFINED;
  rt_value value = rt__get_at_js(object, length - 1);
  if (value == RT_EXCEPTION) return RT_EXCEPTION;
  RT_ROOT(value);
  if (rt__delete_at_js(object, length - 1) < 0 || rt__put_length_js(object, length - 1) < 0) return RT_EXCEPTION;
  return value;
}

/// ECMA-262 23.1.3.22 pop of an array.
rt_value rt_array_pop(rt_object *object) {
  if (!rt__is_direct_writable(object)) return pop_generic(object);
  rt_array *array = (rt_array *)object;
  if (array->length == 0) return RT_UNDEFINED;
  return rt__element_value(array->elements[--array->length]);
}

/// ECMA-262 23.1.3.22 Array.prototype.pop ( )
RT_NATIVE(rt_native_array_pop) {
  RT_THIS_OBJECT(object, "pop");
  return rt_array_pop(object);
}

/// ECMA-262 23.1.3.27 shift of any receiver.
static rt_value shift_generic(rt_object *object) {
  RT_LENGTH_OF(length, object);
  if (length == 0) return rt__put_length_js(object, 0) < 0 ? RT_EXCEPTION : RT_UNDEFINED;
  rt_value first = rt__get_at_js(object, 0);
  if (first == RT_EXCEPTION) return RT_EXCEPTION;
  RT_ROOT(first);
  for (double i = 1; i < length; i++) {
    if (rt__move_at_js(object, i, i - 1) < 0) return RT_EXCEPTION;
  }
  if (rt__delete_at_js(object, length - 1) < 0 || rt__put_length_js(object, length - 1) < 0) return RT_EXCEPTION;
  return first;
}

/// ECMA-262 23.1.3.27 shift of an array; takes constant time, as the elements only begin later in their cell.
rt_value rt_array_shift(rt_object *object) {
  if (!rt__is_direct_writable(object)) return shift_generic(object);
  rt_array *array = (rt_array *)object;
  if (array->length == 0) return RT_UNDEFINED;
  rt_value first = array->elements[0];
  // The cell stays alive through a pointer into it, so the pointer must not reach its end.
  if (array->length == 1) {
    array->length = 0;
  } else {
    array->elements[0] = RT_UNDEFINED;
    array->elements++;
    array->capacity--;
    array->length--;
  }
  return rt__element_value(first);
}

/// ECMA-262 23.1.3.27 Array.prototype.shift ( )
RT_NATIVE(rt_native_array_shift) {
  RT_THIS_OBJECT(object, "shift");
  return rt_array_shift(object);
}

/// ECMA-262 23.1.3.37 unshift of any receiver.
static rt_value unshift_generic(rt_object *object, uint32_t argc, const rt_value *argv) {
  RT_LENGTH_OF(length, object);
  if (argc > 0) {
    if (length + argc > MAX_LENGTH) return rt__throw_type_error("Invalid array length");
    for (double i = length - 1; i >= 0; i--) {
      if (rt__move_at_js(object, i, i + argc) < 0) return RT_EXCEPTION;
    }
    for (uint32_t i = 0; i < argc; i++) {
      if (rt__put_at_js(object, i, argv[i]) < 0) return RT_EXCEPTION;
    }
  }
  if (rt__put_length_js(object, length + argc) < 0) return RT_EXCEPTION;
  return rt_from_double(length + argc);
}

/// ECMA-262 23.1.3.37 Array.prototype.unshift ( ...items )
RT_NATIVE(rt_native_array_unshift) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "unshift");
  rt_array *array = (rt_array *)object;
  if (!rt__is_direct_writable(object) || argc >= UINT32_MAX - array->length) {
    return unshift_generic(object, argc, argv);
  }
  rt__array_splice(array, 0, 0, argc);
  if (argc > 0) memcpy(array->elements, argv, argc * sizeof *argv);
  return rt_from_double(array->length);
}

/// Moves the tail of a generic receiver for splice, from behind `from` to behind `to`: status.
static int32_t move_tail(rt_object *object, double from, double to, double length) {
  if (to < from) {
    for (double i = from; i < length; i++) {
      if (rt__move_at_js(object, i, to + (i - from)) < 0) return -1;
    }
    for (double i = length; i > length - (from - to); i--) {
      if (rt__delete_at_js(object, i - 1) < 0) return -1;
    }
  } else if (to > from) {
    for (double i = length; i > from; i--) {
      if (rt__move_at_js(object, i - 1, to + (i - 1 - from)) < 0) return -1;
    }
  }
  return 0;
}

/// Removes and inserts elements of an array directly; the result has copies of the removed ones.
static rt_value splice_direct(rt_array *array, uint32_t start, uint32_t count, uint32_t insert, const rt_value *items) {
  rt_array *removed = rt__array_part(array, start, count);
  if (count != insert) rt__array_splice(array, start, count, insert);
  if (insert > 0) {
    array->numbers = 0;
    memcpy(array->elements + start, items, insert * sizeof *items);
  }
  return rt_from_object(removed);
}

/// ECMA-262 23.1.3.31 Array.prototype.splice ( start, deleteCount, ...items )
RT_NATIVE(rt_native_array_splice) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "splice");
  RT_LENGTH_OF(length, object);
  RT_NUMBER_ARGUMENT(position, 0);
  double start = rt__relative_position(position, length);
  double count = argc == 0 ? 0 : length - start;
  if (argc > 1) {
    RT_NUMBER_ARGUMENT(wanted, 1);
    double integer = rt__to_integer(wanted);
    count = integer < 0 ? 0 : integer < count ? integer : count;
  }
  uint32_t insert = argc > 2 ? argc - 2 : 0;
  // Conversion of the arguments may have changed the array.
  if (rt__is_direct_writable(object) && rt__has_default_species(object) && ((rt_array *)object)->length == length &&
      length - count + insert < 4294967296.0) {
    return splice_direct((rt_array *)object, (uint32_t)start, (uint32_t)count, insert, argv + 2);
  }
  if (length - count + insert > MAX_LENGTH) return rt__throw_type_error("Invalid array length");
  rt_object *removed = rt__array_species_create_js(object, count);
  if (!removed) return RT_EXCEPTION;
  RT_ROOT_POINTER(removed);
  for (double i = 0; i < count; i++) {
    rt_value value = rt__get_if_present_js(object, start + i);
    if (value == RT_HOLE) continue;
    if (value == RT_EXCEPTION || rt__create_at_js(removed, i, value) < 0) return RT_EXCEPTION;
  }
  if (rt__put_length_js(removed, count) < 0) return RT_EXCEPTION;
  if (move_tail(object, start + count, start + insert, length) < 0) return RT_EXCEPTION;
  for (uint32_t i = 0; i < insert; i++) {
    if (rt__put_at_js(object, start + i, argv[i + 2]) < 0) return RT_EXCEPTION;
  }
  if (rt__put_length_js(object, length - count + insert) < 0) return RT_EXCEPTION;
  return rt_from_object(removed);
}
