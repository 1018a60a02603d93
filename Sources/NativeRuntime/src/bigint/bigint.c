/// The BigInt type (ECMA-262 6.1.6.2): making BigInts, the operators, comparisons, conversions.
#include "bigint.h"

#include <math.h>

rt_value rt__bigint_throw_too_big(void) { return rt__throw_range_error("Maximum BigInt size exceeded"); }

rt_bigint *rt__bigint_allocate(uint64_t length) {
  // One limb more than the limit leaves room for a carry; `normalise` looks at the result itself.
  if (length > RT_BIGINT_BITS_MAX / RT_LIMB_BITS + 1) {
    rt__bigint_throw_too_big();
    return NULL;
  }
  rt_bigint *bigint = rt__allocate(sizeof *bigint + (size_t)length * sizeof(rt_limb), RT_CELL_LEAF);
  bigint->length = (uint32_t)length;
  bigint->negative = 0;
  return bigint;
}

rt_value rt__bigint_normalise(rt_bigint *bigint) {
  bigint->length = rt__limbs_length(bigint->limbs, bigint->length);
  if (bigint->length == 0) bigint->negative = 0;
  if (rt__bigint_bit_length(bigint) > RT_BIGINT_BITS_MAX) return rt__bigint_throw_too_big();
  return rt_from_bigint(bigint);
}

uint64_t rt__bigint_bit_length(const rt_bigint *bigint) {
  if (bigint->length == 0) return 0;
  return (uint64_t)bigint->length * RT_LIMB_BITS - rt__limb_leading_zeros(bigint->limbs[bigint->length - 1]);
}

rt_value rt__bigint_from_u64(uint64_t number) {
  uint32_t length = number == 0 ? 0 : (number >> (RT_LIMB_BITS - 1) >> 1) == 0 ? 1 : 64 / RT_LIMB_BITS;
  rt_bigint *bigint = rt__bigint_allocate(length);
  for (uint32_t i = 0; i < length; i++) bigint->limbs[i] = (rt_limb)(number >> (i * RT_LIMB_BITS % 64));
  return rt_from_bigint(bigint);
}

rt_value rt__bigint_from_i64(int64_t number) {
  rt_value value = rt__bigint_from_u64(number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
  rt_as_bigint(value)->negative = number < 0;
  return value;
}

uint64_t rt__bigint_to_u64(rt_value value) {
  const rt_bigint *bigint = rt_as_bigint(value);
  uint64_t number = 0;
  for (uint32_t i = 0; i < bigint->length && i * RT_LIMB_BITS < 64; i++)
    number |= (uint64_t)bigint->limbs[i] << (i * RT_LIMB_BITS);
  return bigint->negative ? 0 - number : number;
}

rt_value rt__bigint_from_double(double number) {
  if (number > -9007199254740992.0 && number < 9007199254740992.0) return rt__bigint_from_i64((int64_t)number);
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  uint32_t shift = (uint32_t)((bits >> 52) & 0x7FF) - 1075;
  uint64_t mantissa = (bits & 0xFFFFFFFFFFFFFull) | 1ull << 52;
  uint32_t length = (shift + 53 + RT_LIMB_BITS - 1) / RT_LIMB_BITS;
  rt_bigint *bigint = rt__bigint_allocate(length);
  memset(bigint->limbs, 0, length * sizeof(rt_limb));
  for (uint32_t i = 0; i < 53; i++) {
    uint32_t at = i + shift;
    bigint->limbs[at / RT_LIMB_BITS] |= (rt_limb)(mantissa >> i & 1) << (at % RT_LIMB_BITS);
  }
  bigint->negative = number < 0;
  return rt__bigint_normalise(bigint);
}

/// Number(value) (21.1.1.1): the nearest double, ties to even.
static double to_double(rt_value value) {
  const rt_bigint *bigint = rt_as_bigint(value);
  uint64_t length = rt__bigint_bit_length(bigint);
  if (length > 1024) return bigint->negative ? -INFINITY : INFINITY;
  // The highest 64 bits, the last of which says whether anything is below it: that decides ties.
  uint64_t top = 0, low = length > 64 ? length - 64 : 0;
  for (uint64_t i = length; i-- > low;)
    top = top << 1 | (bigint->limbs[i / RT_LIMB_BITS] >> (i % RT_LIMB_BITS) & 1);
  for (uint64_t i = 0; i < low && !(top & 1); i++) top |= bigint->limbs[i / RT_LIMB_BITS] >> (i % RT_LIMB_BITS) & 1;
  double number = ldexp((double)top, (int)low);
  return bigint->negative ? -number : number;
}

static int compare(rt_value left, rt_value right) {
  const rt_bigint *a = rt_as_bigint(left), *b = rt_as_bigint(right);
  if (a->negative != b->negative) return a->negative ? -1 : 1;
  int order = rt__limbs_compare(a->limbs, a->length, b->limbs, b->length);
  return a->negative ? -order : order;
}

static int compare_number(rt_value a, double b) {
  if (b != b) return RT_BIGINT_UNORDERED;
  if (fabs(b) == INFINITY) return b > 0 ? -1 : 1;
  double whole = trunc(b);
  int order = compare(a, rt__bigint_from_double(whole));
  if (order != 0 || whole == b) return order;
  return b > whole ? -1 : 1;
}

static uint32_t hash(rt_value value) {
  const rt_bigint *bigint = rt_as_bigint(value);
  uint64_t mixed = bigint->length * 2 + bigint->negative;
  for (uint32_t i = 0; i < bigint->length; i++) mixed = (mixed ^ bigint->limbs[i] ^ mixed >> 29) * 0x9E3779B97F4A7C15ull;
  return (uint32_t)(mixed >> 32);
}

/// The sum of two magnitudes with a sign.
static rt_value add_magnitudes(const rt_bigint *a, const rt_bigint *b, bool negative) {
  if (a->length < b->length) {
    const rt_bigint *other = a;
    a = b, b = other;
  }
  rt_bigint *sum = rt__bigint_allocate((uint64_t)a->length + 1);
  if (!sum) return RT_EXCEPTION;
  sum->limbs[a->length] = rt__limbs_add(sum->limbs, a->limbs, a->length, b->limbs, b->length);
  sum->negative = negative;
  return rt__bigint_normalise(sum);
}

/// The difference of two magnitudes, negated if asked for.
static rt_value subtract_magnitudes(const rt_bigint *a, const rt_bigint *b, bool negative) {
  int order = rt__limbs_compare(a->limbs, a->length, b->limbs, b->length);
  if (order < 0) {
    const rt_bigint *other = a;
    a = b, b = other;
    negative = !negative;
  }
  rt_bigint *result = rt__bigint_allocate(a->length);
  if (!result) return RT_EXCEPTION;
  rt__limbs_subtract(result->limbs, a->limbs, a->length, b->limbs, b->length);
  result->negative = negative;
  return rt__bigint_normalise(result);
}

/// BigInt::add (6.1.6.2.7) and BigInt::subtract (6.1.6.2.8).
static rt_value add(const rt_bigint *a, const rt_bigint *b, bool subtracts) {
  if (a->negative == (b->negative != subtracts)) return add_magnitudes(a, b, a->negative);
  return subtract_magnitudes(a, b, a->negative);
}

/// BigInt::multiply (6.1.6.2.4).
static rt_value multiply(const rt_bigint *a, const rt_bigint *b) {
  if (a->length == 0 || b->length == 0) return rt__bigint_from_u64(0);
  rt_bigint *product = rt__bigint_allocate((uint64_t)a->length + b->length);
  if (!product) return RT_EXCEPTION;
  rt__limbs_multiply(product->limbs, a->limbs, a->length, b->limbs, b->length);
  product->negative = a->negative != b->negative;
  return rt__bigint_normalise(product);
}

/// BigInt::divide (6.1.6.2.5) and BigInt::remainder (6.1.6.2.6): towards zero; the remainder has the dividend's sign.
static rt_value divide(rt_value left, const rt_bigint *b, bool wants_quotient) {
  const rt_bigint *a = rt_as_bigint(left);
  if (b->length == 0) return rt__throw_range_error("Division by zero");
  if (rt__limbs_compare(a->limbs, a->length, b->limbs, b->length) < 0)
    return wants_quotient ? rt__bigint_from_u64(0) : left;
  rt_bigint *result = rt__bigint_allocate(wants_quotient ? a->length - b->length + 1 : b->length);
  if (!result) return RT_EXCEPTION;
  rt__limbs_divide(wants_quotient ? result->limbs : NULL, wants_quotient ? NULL : result->limbs, a->limbs, a->length,
                   b->limbs, b->length);
  result->negative = wants_quotient ? a->negative != b->negative : a->negative;
  return rt__bigint_normalise(result);
}

/// BigInt::unaryMinus (6.1.6.2.1).
static rt_value negate(rt_value value) {
  const rt_bigint *a = rt_as_bigint(value);
  if (a->length == 0) return value;
  rt_bigint *result = rt__bigint_allocate(a->length);
  if (!result) return RT_EXCEPTION;
  memcpy(result->limbs, a->limbs, a->length * sizeof(rt_limb));
  result->negative = !a->negative;
  return rt_from_bigint(result);
}

static rt_value apply(enum rt_bigint_operator operator, rt_value a, rt_value b) {
  // 1, for the unary operators.
  static const struct {
    uint32_t length, negative;
    rt_limb limb;
  } one_cell = {1, 0, 1};
  const rt_bigint *one = (const rt_bigint *)(const void *)&one_cell;
  const rt_bigint *x = rt_as_bigint(a), *y = rt_as_bigint(b);
  switch (operator) {
  case RT_BIGINT_ADD: return add(x, y, false);
  case RT_BIGINT_SUBTRACT: return add(x, y, true);
  case RT_BIGINT_MULTIPLY: return multiply(x, y);
  case RT_BIGINT_DIVIDE: return divide(a, y, true);
  case RT_BIGINT_REMAINDER: return divide(a, y, false);
  case RT_BIGINT_EXPONENTIATE: return rt__bigint_exponentiate(a, b);
  case RT_BIGINT_AND:
  case RT_BIGINT_OR:
  case RT_BIGINT_XOR: return rt__bigint_bitwise(operator, x, y);
  case RT_BIGINT_SHIFT_LEFT: return rt__bigint_shift(a, b, true);
  case RT_BIGINT_SHIFT_RIGHT: return rt__bigint_shift(a, b, false);
  case RT_BIGINT_SHIFT_RIGHT_UNSIGNED:
    return rt__throw_type_error("BigInts have no unsigned right shift, use >> instead");
  case RT_BIGINT_NEGATE: return negate(a);
  case RT_BIGINT_NOT: {
    // ~a is -a - 1.
    rt_value sum = add(x, one, false);
    return sum == RT_EXCEPTION ? sum : negate(sum);
  }
  case RT_BIGINT_INCREMENT: return add(x, one, false);
  case RT_BIGINT_DECREMENT: return add(x, one, true);
  }
  __builtin_unreachable();
}

static rt_string *to_decimal(rt_value value) { return rt__bigint_to_string(value, 10); }

const rt_bigint_operations rt__bigint_operations = {
  .apply = apply,
  .compare = compare,
  .compare_number = compare_number,
  .from_string = rt__bigint_parse,
  .to_string = to_decimal,
  .to_double = to_double,
  .hash = hash,
};
