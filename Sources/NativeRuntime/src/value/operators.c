/// Operators (ECMA-262 13.15.4, 7.2): the cold halves.
#include "object/object.h"
#include "rt_bigint.h"

#include <math.h>

double rt_number_remainder_slow(double a, double b) {
  const double limit = 9007199254740992.0;
  if (a < 0 && a >= -limit && b >= 1 && b <= limit && a == (double)(int64_t)a && b == (double)(int64_t)b)
    return -(double)((uint64_t)-a % (uint64_t)b); // the sign is that of `a`, also of a zero
  return fmod(a, b);
}

double rt_number_exponentiate_slow(double base, double exponent) {
  if (exponent != exponent) return NAN;
  if ((base == 1 || base == -1) && fabs(exponent) == INFINITY) return NAN;
#ifdef __wasm__
  // Without fused multiplication pow can be off in the last digit: what division and roots give is exact.
  if (exponent == -1) return 1 / base;
  if (exponent == 0.5 && base > 0) return sqrt(base);
#endif
  return pow(base, exponent);
}

/// What the operands of an arithmetic operator are.
enum numeric_kind { FAILED, NUMBERS, BIGINTS };

static enum numeric_kind fail_mixed(void) {
  rt__throw_type_error("Cannot mix BigInt and other types, use explicit conversions");
  return FAILED;
}

/// ToNumeric of two primitives.
static enum numeric_kind to_numerics(rt_value a, rt_value b, double *x, double *y) {
  if (RT_UNLIKELY(rt_is_bigint(a) || rt_is_bigint(b))) {
    if (rt_is_bigint(a) && rt_is_bigint(b)) return BIGINTS;
    // ToNumber of the other one may fail before the types are compared.
    if (rt_is_symbol(a) || rt_is_symbol(b)) {
      rt_to_number_slow(rt_is_symbol(a) ? a : b);
      return FAILED;
    }
    return fail_mixed();
  }
  *x = rt_is_number(a) ? rt_double(a) : rt_to_number_slow(a);
  if (rt_is_double_exception(*x)) return FAILED;
  *y = rt_is_number(b) ? rt_double(b) : rt_to_number_slow(b);
  return rt_is_double_exception(*y) ? FAILED : NUMBERS;
}

/// ApplyStringOrNumericBinaryOperator (13.15.3), steps 3 to 5: converts both operands to numbers or BigInts.
static enum numeric_kind to_numerics_js(rt_value *a, rt_value *b, double *x, double *y) {
  if (rt_is_object(*a)) {
    RT_ROOT(*b);
    *a = rt__to_primitive_js(*a, RT_HINT_NUMBER);
    if (*a == RT_EXCEPTION) return FAILED;
  }
  if (rt_is_symbol(*a)) {
    rt_to_number_slow(*a);
    return FAILED;
  }
  if (rt_is_object(*b)) {
    RT_ROOT(*a);
    *b = rt__to_primitive_js(*b, RT_HINT_NUMBER);
    if (*b == RT_EXCEPTION) return FAILED;
  }
  return to_numerics(*a, *b, x, y);
}

static rt_value add_primitives(rt_value left, rt_value right) {
  if (rt_is_string(left) || rt_is_string(right)) {
    rt_string *a = rt__to_string_js(left);
    rt_string *b = a ? rt__to_string_js(right) : NULL;
    rt_string *sum = b ? rt__concat(a, b) : NULL;
    return sum ? rt_from_string(sum) : RT_EXCEPTION;
  }
  double x, y;
  switch (to_numerics(left, right, &x, &y)) {
  case NUMBERS: return rt_from_double(x + y);
  case BIGINTS: return rt__bigint_operations.apply(RT_BIGINT_ADD, left, right);
  default: return RT_EXCEPTION;
  }
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

#define ARITHMETIC(name, operator, expression)                                                                         \
  rt_value name(rt_value a, rt_value b) {                                                                              \
    RT_SAFEPOINT();                                                                                                    \
    double x, y;                                                                                                       \
    switch (to_numerics_js(&a, &b, &x, &y)) {                                                                          \
    case NUMBERS: return rt_from_double(expression);                                                                   \
    case BIGINTS: return rt__bigint_operations.apply(RT_BIGINT_##operator, a, b);                                      \
    default: return RT_EXCEPTION;                                                                                      \
    }                                                                                                                  \
  }

#define INT32(number) rt_number_to_int32(number)
ARITHMETIC(rt_subtract_slow, SUBTRACT, x - y)
ARITHMETIC(rt_multiply_slow, MULTIPLY, x *y)
ARITHMETIC(rt_divide_slow, DIVIDE, x / y)
ARITHMETIC(rt_remainder_slow, REMAINDER, rt_number_remainder(x, y))
ARITHMETIC(rt_exponentiate_slow, EXPONENTIATE, rt_number_exponentiate(x, y))
ARITHMETIC(rt_bitwise_and_slow, AND, (double)(INT32(x) & INT32(y)))
ARITHMETIC(rt_bitwise_or_slow, OR, (double)(INT32(x) | INT32(y)))
ARITHMETIC(rt_bitwise_xor_slow, XOR, (double)(INT32(x) ^ INT32(y)))
ARITHMETIC(rt_shift_left_slow, SHIFT_LEFT, (double)(int32_t)((uint32_t)INT32(x) << (INT32(y) & 31)))
ARITHMETIC(rt_shift_right_slow, SHIFT_RIGHT, (double)(INT32(x) >> (INT32(y) & 31)))
ARITHMETIC(rt_shift_right_unsigned_slow, SHIFT_RIGHT_UNSIGNED, (double)((uint32_t)INT32(x) >> (INT32(y) & 31)))

#define UNARY(name, operator, expression)                                                                              \
  rt_value name(rt_value a) {                                                                                          \
    a = rt_to_numeric(a);                                                                                              \
    if (a == RT_EXCEPTION) return a;                                                                                   \
    if (RT_UNLIKELY(rt_is_bigint(a))) {                                                                                \
      RT_SAFEPOINT();                                                                                                  \
      return rt__bigint_operations.apply(RT_BIGINT_##operator, a, a);                                                  \
    }                                                                                                                  \
    double x = rt_double(a);                                                                                           \
    return rt_from_double(expression);                                                                                 \
  }

UNARY(rt_negate, NEGATE, x != x ? NAN : -x)
UNARY(rt_bitwise_not, NOT, (double)~INT32(x))
UNARY(rt_increment, INCREMENT, x + 1)
UNARY(rt_decrement, DECREMENT, x - 1)

enum { COMPARISON_FAILED = 3 };

/// The order of a BigInt and a primitive: negative, 0, positive, RT_BIGINT_UNORDERED or COMPARISON_FAILED.
static int compare_bigint(rt_value a, rt_value b) {
  if (rt_is_bigint(b)) return rt__bigint_operations.compare(a, b);
  if (rt_is_string(b)) {
    rt_value parsed = rt__bigint_operations.from_string(rt_as_string(b));
    if (parsed == RT_EXCEPTION) return COMPARISON_FAILED;
    return parsed == RT_UNDEFINED ? RT_BIGINT_UNORDERED : rt__bigint_operations.compare(a, parsed);
  }
  double number = rt_to_number_slow(b);
  return rt_is_double_exception(number) ? COMPARISON_FAILED : rt__bigint_operations.compare_number(a, number);
}

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
  if (RT_UNLIKELY(rt_is_bigint(a) || rt_is_bigint(b))) {
    int order = rt_is_bigint(a) ? compare_bigint(a, b) : compare_bigint(b, a);
    if (order == COMPARISON_FAILED) return 2;
    if (order == RT_BIGINT_UNORDERED) return 0;
    if (!rt_is_bigint(a)) order = -order;
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
        (rt_is_symbol(a) && rt_is_symbol(b)) || (rt_is_bigint(a) && rt_is_bigint(b)))
      return rt_strictly_equal(a, b);
    if (rt_is_boolean(a))
      a = rt_from_double(a == RT_TRUE);
    else if (rt_is_boolean(b))
      b = rt_from_double(b == RT_TRUE);
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
    } else if (rt_is_bigint(a) || rt_is_bigint(b)) {
      int order = rt_is_bigint(a) ? compare_bigint(a, b) : compare_bigint(b, a);
      return order == COMPARISON_FAILED ? 2 : order == 0;
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

/// Where the last targets had their Symbol.hasInstance, which is nearly always Function.prototype.
static rt_cache has_instance_cache RT_ROOTED;

int32_t rt_instanceof(rt_value value, rt_value target) {
  RT_SAFEPOINT();
  if (!rt_is_object(target)) {
    rt__throw_type_error("Right-hand side of 'instanceof' is not %c",
                         rt_is_nullish(target) || !rt_is_function(target) ? "an object" : "callable");
    return 2;
  }
  rt_value handler = rt_get_property(target, RT_SYMBOL(has_instance), &has_instance_cache);
  if (handler == RT_EXCEPTION) return 2;
  if (!rt_is_nullish(handler)) {
    if (!rt_is_function(handler)) {
      rt__throw_type_error("%d is not a function", handler);
      return 2;
    }
    // OPTIMIZATION: what Function.prototype[Symbol.hasInstance] does, without the call.
    if (rt_as_function(handler)->info->call == rt_function_prototype_has_instance)
      return rt__ordinary_has_instance_js(target, value);
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

int32_t rt_bigint_equal(rt_value a, rt_value b) { return rt__bigint_operations.compare(a, b) == 0; }
