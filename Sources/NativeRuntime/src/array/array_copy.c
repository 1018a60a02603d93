/// Array.prototype: methods that give a new array, and the Array constructor.
#include "array_support.h"

/// Copies elements from a receiver to a new object from 0 on, keeping holes: status.
static int32_t copy_elements_js(rt_object *from, double start, double end, rt_object *to, double at) {
  for (double i = start; i < end; i++) {
    rt_value value = rt__get_if_present_js(from, i);
    if (value == RT_HOLE) continue;
    if (value == RT_EXCEPTION || rt__create_at_js(to, at + (i - start), value) < 0) return -1;
  }
  return 0;
}

/// The common part of slice, after conversion of its arguments.
static rt_value slice_js(rt_object *object, double length, double start, double end) {
  double count = end > start ? end - start : 0;
  if (rt__is_direct(object) && rt__has_default_species(object) && ((rt_array *)object)->length == length) {
    return rt_from_object(rt__array_part((rt_array *)object, (uint32_t)start, (uint32_t)count));
  }
  rt_object *result = rt__array_species_create_js(object, count);
  if (!result) return RT_EXCEPTION;
  RT_ROOT_POINTER(result);
  if (copy_elements_js(object, start, end, result, 0) < 0) return RT_EXCEPTION;
  if (rt__put_length_js(result, count) < 0) return RT_EXCEPTION;
  return rt_from_object(result);
}

/// An object result of a typed function, NULL as the exception.
static rt_object *object_result(rt_value value) { return value == RT_EXCEPTION ? NULL : rt_as_object(value); }

/// ECMA-262 23.1.3.28 slice of an array.
rt_object *rt_array_slice(rt_object *object, double start, double end) {
  RT_SAFEPOINT();
  double length = ((rt_array *)object)->length;
  return object_result(
      slice_js(object, length, rt__relative_position(start, length), rt__relative_position(end, length)));
}

/// ECMA-262 23.1.3.28 slice of a whole array.
rt_object *rt_array_slice_all(rt_object *object) {
  RT_SAFEPOINT();
  double length = ((rt_array *)object)->length;
  return object_result(slice_js(object, length, 0, length));
}

/// ECMA-262 23.1.3.28 slice of an array to its end.
rt_object *rt_array_slice_from(rt_object *object, double start) {
  RT_SAFEPOINT();
  double length = ((rt_array *)object)->length;
  return object_result(slice_js(object, length, rt__relative_position(start, length), length));
}

/// ECMA-262 23.1.3.28 Array.prototype.slice ( start, end )
RT_NATIVE(rt_native_array_slice) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "slice");
  RT_LENGTH_OF(length, object);
  RT_NUMBER_ARGUMENT(start, 0);
  double stop = length;
  if (rt_argument(argc, argv, 1) != RT_UNDEFINED) {
    RT_NUMBER_ARGUMENT(end, 1);
    stop = rt__relative_position(end, length);
  }
  return slice_js(object, length, rt__relative_position(start, length), stop);
}

/// ECMA-262 23.1.3.2.1 IsConcatSpreadable: truth.
static int32_t is_concat_spreadable_js(rt_value value) {
  if (!rt_is_object(value)) return 0;
  if (rt_is_plain_array(value) && rt_as_object(value)->shape->count == 0 &&
      rt__data_value(rt_as_object(value), RT_SYMBOL(is_concat_spreadable)) == RT_HOLE) {
    return 1;
  }
  rt_value spreadable = rt__get_js(rt_as_object(value), RT_SYMBOL(is_concat_spreadable), value);
  if (spreadable == RT_EXCEPTION) return 2;
  if (spreadable != RT_UNDEFINED) return rt_to_boolean_slow(spreadable);
  return rt__is_array_js(value);
}

/// Appends one operand of concat to a result that the program does not know yet: status.
static int32_t concat_direct(rt_array *result, rt_value item) {
  if (!rt_is_object(item)) return rt__array_push(result, item);
  const rt_array *from = rt_as_array(item);
  if ((uint64_t)result->length + from->length > UINT32_MAX) {
    rt__throw_range_error("Invalid array length");
    return -1;
  }
  rt__array_reserve(result, result->length + from->length);
  if (from->length > 0) {
    memcpy(result->elements + result->length, from->elements, from->length * sizeof(rt_value));
    result->length += from->length;
  }
  return 0;
}

/// Whether a concat operand is a value that is no object, or an array of elements that can be copied.
static bool is_direct_operand(rt_value item) {
  if (!rt_is_object(item)) return true;
  rt_object *object = rt_as_object(item);
  return rt_is_plain_array(item) && rt__is_direct(object) && object->shape->count == 0 &&
         rt__data_value(object, RT_SYMBOL(is_concat_spreadable)) == RT_HOLE;
}

/// ECMA-262 23.1.3.2 Array.prototype.concat ( ...items )
RT_NATIVE(rt_native_array_concat) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "concat");
  rt_value receiver = rt_from_object(object);
  bool direct = is_direct_operand(receiver) && rt__has_default_species(object);
  for (uint32_t i = 0; i < argc && direct; i++) direct = is_direct_operand(argv[i]);
  if (direct) {
    rt_array *result = rt__array_new(0);
    if (concat_direct(result, receiver) < 0) return RT_EXCEPTION;
    for (uint32_t i = 0; i < argc; i++) {
      if (concat_direct(result, argv[i]) < 0) return RT_EXCEPTION;
    }
    return rt_from_object(result);
  }
  rt_object *result = rt__array_species_create_js(object, 0);
  if (!result) return RT_EXCEPTION;
  RT_ROOT_POINTER(result);
  double at = 0;
  for (uint32_t i = 0; i <= argc; i++) {
    rt_value item = i == 0 ? receiver : argv[i - 1];
    int32_t spreadable = is_concat_spreadable_js(item);
    if (spreadable == 2) return RT_EXCEPTION;
    double length = 1;
    if (spreadable) {
      length = rt__length_of_js(rt_as_object(item));
      if (length < 0) return RT_EXCEPTION;
    }
    if (at + length > 9007199254740991.0) {
      return rt__throw_type_error("Pushing %d elements on an array-like of length %d is disallowed by ECMA-262",
                                  rt_from_double(length), rt_from_double(at));
    }
    int32_t status = spreadable ? copy_elements_js(rt_as_object(item), 0, length, result, at)
                                : rt__create_at_js(result, at, item);
    if (status < 0) return RT_EXCEPTION;
    at += length;
  }
  if (rt__put_length_js(result, at) < 0) return RT_EXCEPTION;
  return rt_from_object(result);
}

/// ECMA-262 23.1.3.13.1 FlattenIntoArray; returns the next index, or -1 with an exception.
static double flatten_js(rt_object *target, rt_object *source, double length, double start, double depth) {
  RT_STACK_CHARGE();
  if (RT_STACK_CHECK()) return -1;
  double at = start;
  for (double i = 0; i < length; i++) {
    rt_value element = rt__get_if_present_js(source, i);
    if (element == RT_HOLE) continue;
    if (element == RT_EXCEPTION) return -1;
    RT_ROOT(element);
    int32_t is_array = depth > 0 ? rt__is_array_js(element) : 0;
    if (is_array == 2) return -1;
    if (is_array) {
      double inner = rt__length_of_js(rt_as_object(element));
      if (inner < 0) return -1;
      at = flatten_js(target, rt_as_object(element), inner, at, depth - 1);
      if (at < 0) return -1;
    } else {
      if (rt__create_at_js(target, at, element) < 0) return -1;
      at++;
    }
  }
  return at;
}

/// ECMA-262 23.1.3.13 Array.prototype.flat ( depth )
RT_NATIVE(rt_native_array_flat) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "flat");
  RT_LENGTH_OF(length, object);
  double levels = 1;
  if (rt_argument(argc, argv, 0) != RT_UNDEFINED) {
    RT_NUMBER_ARGUMENT(depth, 0);
    levels = rt__to_integer(depth);
  }
  rt_object *result = rt__array_species_create_js(object, 0);
  if (!result) return RT_EXCEPTION;
  RT_ROOT_POINTER(result);
  return flatten_js(result, object, length, 0, levels) < 0 ? RT_EXCEPTION : rt_from_object(result);
}

/// A new array with the elements of a receiver from `start` on, holes read as undefined, from its index `at` on:
/// status.
static int32_t fill_from_js(rt_array *result, uint32_t at, rt_object *object, double start, double end) {
  for (double i = start; i < end; i++) {
    rt_value value = rt__is_direct(object) && i < ((rt_array *)object)->length
                         ? rt__element_value(((rt_array *)object)->elements[(uint32_t)i])
                         : rt__get_at_js(object, i);
    if (value == RT_EXCEPTION) return -1;
    result->elements[at++] = value;
  }
  return 0;
}

/// A plain array of `length` elements that are all undefined; NULL with a RangeError.
static rt_array *undefined_array(double length) {
  if (length > 4294967295.0 || !rt__is_allocatable((uint64_t)length * sizeof(rt_value))) {
    rt__throw_range_error("Invalid array length");
    return NULL;
  }
  rt_array *result = rt__array_new((uint32_t)length);
  for (uint32_t i = 0; i < (uint32_t)length; i++) result->elements[i] = RT_UNDEFINED;
  result->length = (uint32_t)length;
  return result;
}

/// ECMA-262 23.1.3.39 Array.prototype.with ( index, value )
RT_NATIVE(rt_native_array_with) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "with");
  RT_LENGTH_OF(length, object);
  RT_NUMBER_ARGUMENT(position, 0);
  double index = rt__to_integer(position);
  if (index < 0) index += length;
  if (!(index >= 0 && index < length)) return rt__throw_range_error("Invalid index : %d", rt_from_double(position));
  rt_array *result = undefined_array(length);
  if (!result) return RT_EXCEPTION;
  RT_ROOT_POINTER(result);
  if (fill_from_js(result, 0, object, 0, index) < 0 ||
      fill_from_js(result, (uint32_t)index + 1, object, index + 1, length) < 0)
    return RT_EXCEPTION;
  result->elements[(uint32_t)index] = rt_argument(argc, argv, 1);
  return rt_from_object(result);
}

/// ECMA-262 23.1.3.33 Array.prototype.toReversed ( )
RT_NATIVE(rt_native_array_to_reversed) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "toReversed");
  RT_LENGTH_OF(length, object);
  rt_array *result = undefined_array(length);
  if (!result) return RT_EXCEPTION;
  RT_ROOT_POINTER(result);
  for (double i = 0; i < length; i++) {
    if (fill_from_js(result, (uint32_t)i, object, length - 1 - i, length - i) < 0) return RT_EXCEPTION;
  }
  return rt_from_object(result);
}

/// ECMA-262 23.1.3.35 Array.prototype.toSpliced ( start, skipCount, ...items )
RT_NATIVE(rt_native_array_to_spliced) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "toSpliced");
  RT_LENGTH_OF(length, object);
  RT_NUMBER_ARGUMENT(position, 0);
  double start = rt__relative_position(position, length);
  double skip = argc == 0 ? 0 : length - start;
  if (argc > 1) {
    RT_NUMBER_ARGUMENT(wanted, 1);
    double integer = rt__to_integer(wanted);
    skip = integer < 0 ? 0 : integer < skip ? integer : skip;
  }
  uint32_t insert = argc > 2 ? argc - 2 : 0;
  if (length + insert - skip > 9007199254740991.0) return rt__throw_type_error("Invalid array length");
  rt_array *result = undefined_array(length + insert - skip);
  if (!result) return RT_EXCEPTION;
  RT_ROOT_POINTER(result);
  if (fill_from_js(result, 0, object, 0, start) < 0) return RT_EXCEPTION;
  for (uint32_t i = 0; i < insert; i++) result->elements[(uint32_t)start + i] = argv[i + 2];
  if (fill_from_js(result, (uint32_t)start + insert, object, start + skip, length) < 0) return RT_EXCEPTION;
  return rt_from_object(result);
}

/// ECMA-262 23.1.2.2 Array.isArray.
int32_t rt_array_is_array(rt_value value) { return rt__is_array_js(value); }

/// ECMA-262 23.1.2.2 Array.isArray ( arg )
RT_NATIVE(rt_native_array_is_array) {
  int32_t truth = rt__is_array_js(rt_argument(argc, argv, 0));
  return truth == 2 ? RT_EXCEPTION : rt_from_bool(truth);
}

/// ECMA-262 23.1.2.3 Array.of ( ...items )
RT_NATIVE(rt_native_array_of) {
  RT_SAFEPOINT();
  if (!rt_is_constructor(this_value) || rt__is_builtin(this_value, RT_BUILTIN_ARRAY)) {
    return rt_from_object(rt__array_from(argv, argc));
  }
  rt_value length = rt_from_double(argc);
  rt_value made = rt__construct_js(this_value, this_value, 1, &length);
  if (made == RT_EXCEPTION) return RT_EXCEPTION;
  RT_ROOT(made);
  for (uint32_t i = 0; i < argc; i++) {
    if (rt__create_at_js(rt_as_object(made), i, argv[i]) < 0) return RT_EXCEPTION;
  }
  return rt__put_length_js(rt_as_object(made), argc) < 0 ? RT_EXCEPTION : made;
}

/// ECMA-262 23.1.1.1 Array ( ...values ) as a constructor; new.target comes as `this_value`.
RT_NATIVE(rt_native_array_construct) {
  RT_SAFEPOINT();
  // The `prototype` of Array itself cannot change.
  rt_object *object = this_value == rt_from_object(callee)
                          ? &rt__array_new(0)->object
                          : rt__object_from_constructor_js(this_value, &rt_array_class);
  if (!object) return RT_EXCEPTION;
  rt_array *array = (rt_array *)object;
  if (argc == 1 && rt_is_number(argv[0])) {
    double length = rt_double(argv[0]);
    if (!(length >= 0 && length <= 4294967295.0 && length == (uint32_t)length)) {
      return rt__throw_range_error("Invalid array length");
    }
    return rt__array_set_length(array, (uint32_t)length) < 0 ? RT_EXCEPTION : rt_from_object(array);
  }
  for (uint32_t i = 0; i < argc; i++) {
    if (rt__array_push(array, argv[i]) < 0) return RT_EXCEPTION;
  }
  return rt_from_object(array);
}

/// ECMA-262 23.1.1.1 `new Array()`.
rt_object *rt_array_construct_empty(void) {
  RT_SAFEPOINT();
  return &rt__array_new(0)->object;
}

/// ECMA-262 23.1.1.1 `new Array(value)`: a length or the only element.
rt_object *rt_array_construct_one(rt_value value) {
  RT_SAFEPOINT();
  if (!rt_is_number(value)) return &rt__array_from(&value, 1)->object;
  double length = rt_double(value);
  if (length >= 0 && length <= 4294967295.0 && length == (uint32_t)length) return &rt__array_new_length((uint32_t)length)->object;
  rt__throw_range_error("Invalid array length");
  return NULL;
}

/// ECMA-262 23.1.1.1 Array ( ...values ) without `new`.
RT_NATIVE(rt_native_array_call) {
  return rt_native_array_construct(callee, rt_from_object(callee), argc, argv);
}
