/// The hot halves of the library's typed functions; part of rt_inline.h.
#pragma once

#include "rt_iterator.h"

/// Whether the built-in iterators of arrays are as they were made.
RT_INLINE int32_t rt_iteration_is_builtin(void) { return !rt_iteration_changed; }

/// Whether a value is an array whose iterator would give its elements by their indices until the end.
RT_INLINE int32_t rt_is_list_iteration(rt_value value) {
  return rt_is_plain_array(value) && rt_as_object(value)->shape->count == 0 && !rt_iteration_changed;
}

/// ECMA-262 23.1.3.23 push of one value to an array that has no room, or is not stored plainly.
double rt_array_push_one_slow(rt_object *object, rt_value value);

/// ECMA-262 23.1.3.23 push of one value to an array.
RT_INLINE double rt_array_push_one(rt_object *object, rt_value value) {
  rt_array *array = (rt_array *)(void *)object;
  if (RT_LIKELY((object->shape->flags & RT_SHAPE_WRITABLE_ARRAY) && array->length < array->capacity &&
                !rt_prototypes_have_indices && rt_array_suits(array, value))) {
    array->elements[array->length++] = value;
    return array->length;
  }
  return rt_array_push_one_slow(object, value);
}

/// ECMA-262 21.3.2.28 round: halves towards positive infinity, the sign of zero kept.
RT_INLINE double rt_math_round(double x) {
  double below = __builtin_floor(x);
  return __builtin_copysign(x - below >= 0.5 ? below + 1 : below, x);
}

/// ECMA-262 21.3.2.29 sign.
RT_INLINE double rt_math_sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : x; }

/// ECMA-262 21.3.2.24 max of two numbers: NaN wins, and +0 is above -0.
RT_INLINE double rt_math_max2(double x, double y) {
  if (x > y) return x;
  if (y > x || x == x) return x == y && x == 0 && !__builtin_signbit(x) ? x : y;
  return x;
}

/// ECMA-262 21.3.2.25 min of two numbers.
RT_INLINE double rt_math_min2(double x, double y) {
  if (x < y) return x;
  if (y < x || x == x) return x == y && x == 0 && __builtin_signbit(x) ? x : y;
  return x;
}

/// ECMA-262 21.3.2.19 imul.
RT_INLINE int32_t rt_math_imul(double x, double y) {
  return (int32_t)((uint32_t)rt_number_to_int32(x) * (uint32_t)rt_number_to_int32(y));
}

/// ECMA-262 21.3.2.17 fround.
RT_INLINE double rt_math_fround(double x) { return (float)x; }

/// ECMA-262 21.3.2.10 clz32 of a 32-bit integer.
RT_INLINE int32_t rt_math_clz32_i32(int32_t x) { return x == 0 ? 32 : __builtin_clz((uint32_t)x); }

/// ECMA-262 21.1.2.4 Number.isNaN.
RT_INLINE int32_t rt_number_is_nan(double number) { return number != number; }

/// ECMA-262 21.1.2.2 Number.isFinite.
RT_INLINE int32_t rt_number_is_finite(double number) { return number - number == 0; }

/// ECMA-262 21.1.2.3 Number.isInteger.
RT_INLINE int32_t rt_number_is_integer(double number) {
  return number - number == 0 && __builtin_trunc(number) == number;
}

/// ECMA-262 21.1.2.5 Number.isSafeInteger.
RT_INLINE int32_t rt_number_is_safe_integer(double number) {
  return __builtin_fabs(number) <= 9007199254740991.0 && __builtin_trunc(number) == number;
}
