/// Operators (ECMA-262 13.15.4, 7.2): the cold halves.
#include "object/object.h"

#include <math.h>

double rt_number_remainder(double a, double b) {
  // Small integers need no floating-point division.
  if (a >= 0 && b > 0 && a <= 4294967295.0 && b <= 4294967295.0) {
    uint32_t x = (uint32_t)a, y = (uint32_t)b;
    if (x == a && y == b) return x % y;
  }
  return fmod(a, b);
}

double rt_number_exponentiate(double base, double exponent) {
  if (exponent != exponent) return NAN;
  if (exponent == 2) return base * base;
  if ((base == 1 || base == -1) && fabs(exponent) == INFINITY) return NAN;
  return pow(base, exponent);
}

/// Converts both operands of an arithmetic operator: true if they are numbers, false with an exception pending.
static bool to_numbers_js(rt_value a, rt_value b, double *x, double *y) {
  RT_ROOT(b);
  rt_value left = rt__to_primitive_js(a, RT_HINT_NUMBER);
  if (left == RT_EXCEPTION) return false;
  *x = rt_to_number_slow(left);
  if (rt_is_double_exception(*x)) return false;
  rt_value right = rt__to_primitive_js(b, RT_HINT_NUMBER);
  if (right == RT_EXCEPTION) return false;
  *y = rt_to_number_slow(right);
  return !rt_is_double_exception(*y);
}

static rt_value add_primitives(rt_value left, rt_value right) {
  if (rt_is_string(left) || rt_is_string(right)) {
    rt_string *a = rt__to_string_js(left);
    rt_string *b = a ? rt__to_string_js(right) : NULL;
    rt_string *sum = b ? rt__concat(a, b) : NULL;
    return sum ? rt_from_string(sum) : RT_EXCEPTION;
  }
  double x = rt_to_number_slow(left);
  if (rt_is_double_exception(x)) return RT_EXCEPTION;
  double y = rt_to_number_slow(right);
  if (rt_is_double_exception(y)) return RT_EXCEPTION;
  return rt_from_double(x + y);
}

rt_value rt_add_slow(rt_value a, rt_value b) {
  RT_SAFEPOINT();
  if (rt_is_object(a) || rt_is_object(b)) {
    RT_ROOT(b);
    a = rt__to_primitive_js(a, RT_HINT_DEFAULT);
    if (a == RT_EXCEPTION) return a;
    RT_ROOT(a);
    b = rt__to_primitive_js(b, RT_HINT_DEFAULT);
    if (b == RT_EXCEPTION) return b;
  }
  return add_primitives(a, b);
}

#define ARITHMETIC(name, expression)                                                                                   \
  rt_value name(rt_value a, rt_value b) {                                                                              \
    RT_SAFEPOINT();                                                                                                    \
    double x, y;                                                                                                       \
    if (!to_numbers_js(a, b, &x, &y)) return RT_EXCEPTION;                                                             \
    return rt_from_double(expression);                                                                                 \
  }

ARITHMETIC(rt_subtract_slow, x - y)
ARITHMETIC(rt_multiply_slow, x *y)
ARITHMETIC(rt_divide_slow, x / y)
ARITHMETIC(rt_remainder, rt_number_remainder(x, y))
ARITHMETIC(rt_exponentiate, rt_number_exponentiate(x, y))
ARITHMETIC(rt_bitwise_and_slow, (double)(rt_number_to_int32(x) & rt_number_to_int32(y)))
ARITHMETIC(rt_bitwise_or_slow, (double)(rt_number_to_int32(x) | rt_number_to_int32(y)))
ARITHMETIC(rt_bitwise_xor_slow, (double)(rt_number_to_int32(x) ^ rt_number_to_int32(y)))
ARITHMETIC(rt_shift_left_slow, (double)(int32_t)((uint32_t)rt_number_to_int32(x) << (rt_number_to_int32(y) & 31)))
ARITHMETIC(rt_shift_right_slow, (double)(rt_number_to_int32(x) >> (rt_number_to_int32(y) & 31)))
ARITHMETIC(rt_shift_right_unsigned_slow, (double)((uint32_t)rt_number_to_int32(x) >> (rt_number_to_int32(y) & 31)))

#define UNARY(name, expression)                                                                                        \
  rt_value name(rt_value a) {                                                                                          \
    double x = rt_to_number(a);                                                                                        \
    if (rt_is_double_exception(x)) return RT_EXCEPTION;                                                                \
    return rt_from_double(expression);                                                                                 \
  }

UNARY(rt_negate, x != x ? NAN : -x)
UNARY(rt_bitwise_not, (double)~rt_number_to_int32(x))
UNARY(rt_increment, x + 1)
UNARY(rt_decrement, x - 1)

/// IsLessThan (7.2.12) for both orders and both senses, on primitives. Comparisons with NaN are false.
enum comparison { LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL };

static int32_t compare_js(rt_value a, rt_value b, enum comparison operator) {
  RT_SAFEPOINT();
  RT_ROOT(b);
  a = rt__to_primitive_js(a, RT_HINT_NUMBER);
  if (a == RT_EXCEPTION) return 2;
  RT_ROOT(a);
  b = rt__to_primitive_js(b, RT_HINT_NUMBER);
  if (b == RT_EXCEPTION) return 2;
  if (rt_is_string(a) && rt_is_string(b)) {
    int order = rt__string_compare(rt_as_string(a), rt_as_string(b));
    switch (operator) {
    case LESS: return order < 0;
    case LESS_OR_EQUAL: return order <= 0;
    case GREATER: return order > 0;
    default: return order >= 0;
    }
  }
  double x = rt_to_number_slow(a);
  if (rt_is_double_exception(x)) return 2;
  double y = rt_to_number_slow(b);
  if (rt_is_double_exception(y)) return 2;
  switch (operator) {
  case LESS: return x < y;
  case LESS_OR_EQUAL: return x <= y;
  case GREATER: return x > y;
  default: return x >= y;
  }
}

int32_t rt_less_slow(rt_value a, rt_value b) { return compare_js(a, b, LESS); }
int32_t rt_less_or_equal_slow(rt_value a, rt_value b) { return compare_js(a, b, LESS_OR_EQUAL); }
int32_t rt_greater_slow(rt_value a, rt_value b) { return compare_js(a, b, GREATER); }
int32_t rt_greater_or_equal_slow(rt_value a, rt_value b) { return compare_js(a, b, GREATER_OR_EQUAL); }

/// IsLooselyEqual (7.2.13).
static int32_t loosely_equal_js(rt_value a, rt_value b) {
  for (;;) {
    if (rt_is_nullish(a) || rt_is_nullish(b)) return rt_is_nullish(a) && rt_is_nullish(b);
    if ((rt_is_number(a) && rt_is_number(b)) || (rt_is_string(a) && rt_is_string(b)) ||
        (rt_is_object(a) && rt_is_object(b)) || (rt_is_boolean(a) && rt_is_boolean(b)) ||
        (rt_is_symbol(a) && rt_is_symbol(b)))
      return rt_strictly_equal(a, b);
    if (rt_is_boolean(a)) a = rt_from_double(a == RT_TRUE);
    else if (rt_is_boolean(b)) b = rt_from_double(b == RT_TRUE);
    else if (rt_is_object(a)) {
      RT_ROOT(b);
      a = rt__to_primitive_js(a, RT_HINT_DEFAULT);
      if (a == RT_EXCEPTION) return 2;
    } else if (rt_is_object(b)) {
      RT_ROOT(a);
      b = rt__to_primitive_js(b, RT_HINT_DEFAULT);
      if (b == RT_EXCEPTION) return 2;
    } else if (rt_is_symbol(a) || rt_is_symbol(b)) {
      return 0;
    } else {
      return rt_to_number_slow(a) == rt_to_number_slow(b);
    }
  }
}

int32_t rt_loosely_equal(rt_value a, rt_value b) {
  RT_SAFEPOINT();
  return loosely_equal_js(a, b);
}

int32_t rt_loosely_unequal(rt_value a, rt_value b) {
  int32_t equal = rt_loosely_equal(a, b);
  return equal == 2 ? 2 : !equal;
}

int32_t rt_strictly_equal_slow(rt_value a, rt_value b) { return rt_strictly_equal(a, b); }

rt_string *rt_typeof(rt_value a) {
  if (rt_is_number(a)) return RT_ATOM(number);
  if (rt_is_string(a)) return RT_ATOM(string);
  if (rt_is_boolean(a)) return RT_ATOM(boolean);
  if (rt_is_symbol(a)) return RT_ATOM(symbol);
  if (rt_is_bigint(a)) return RT_ATOM(bigint);
  if (rt_is_object(a)) return rt_is_function(a) ? RT_ATOM(function) : RT_ATOM(object);
  return a == RT_NULL ? RT_ATOM(object) : RT_ATOM(undefined);
}

int32_t rt_instanceof(rt_value value, rt_value target) {
  RT_SAFEPOINT();
  if (!rt_is_object(target)) {
    rt__throw_type_error("Right-hand side of 'instanceof' is not %c", rt_is_nullish(target) || !rt_is_function(target) ? "an object" : "callable");
    return 2;
  }
  rt_value handler = rt__get_method_js(target, RT_SYMBOL(has_instance));
  if (handler == RT_EXCEPTION) return 2;
  if (handler != RT_UNDEFINED) {
    RT_ROOT(target);
    rt_value result = rt__call_js(handler, target, 1, &value);
    return result == RT_EXCEPTION ? 2 : rt_to_boolean(result);
  }
  if (!rt_is_function(target)) {
    rt__throw_type_error("Right-hand side of 'instanceof' is not callable");
    return 2;
  }
  return rt__ordinary_has_instance_js(target, value);
}

rt_value rt_bigint_constant(rt_string *digits) {
  return rt__throw_error(RT_ERROR, "BigInt is not supported yet: %sn", digits);
}

rt_value rt_regexp_new(rt_string *pattern, rt_string *flags) {
  return rt__throw_error(RT_ERROR, "RegExp is not supported yet: /%s/%s", pattern, flags);
}
