/// The operators of BigInts that see them as two's complement numbers of infinite length (ECMA-262 6.1.6.2.9 to 20), and
/// exponentiation.
#include "bigint.h"

rt_value rt__bigint_exponentiate(rt_value base_value, rt_value exponent_value) {
  const rt_bigint *base = rt_as_bigint(base_value), *exponent = rt_as_bigint(exponent_value);
  // The words are V8's.
  if (exponent->negative) return rt__throw_range_error("undefined must be positive");
  if (exponent->length == 0) return rt__bigint_from_u64(1);
  if (base->length == 0) return base_value;
  bool odd = exponent->limbs[0] & 1;
  if (base->length == 1 && base->limbs[0] == 1)
    return base->negative && !odd ? rt__bigint_operations.apply(RT_BIGINT_NEGATE, base_value, base_value) : base_value;
  // From here on each doubling of the exponent adds a bit at least.
  if (exponent->length > 1 || exponent->limbs[0] >= RT_BIGINT_BITS_MAX) return rt__bigint_throw_too_big();
  uint32_t count = (uint32_t)exponent->limbs[0];
  if (base->length == 1 && base->limbs[0] == 2) {
    uint32_t length = count / RT_LIMB_BITS + 1;
    rt_bigint *power = rt__bigint_allocate(length);
    if (!power) return RT_EXCEPTION;
    memset(power->limbs, 0, length * sizeof(rt_limb));
    power->limbs[length - 1] = (rt_limb)1 << (count % RT_LIMB_BITS);
    power->negative = base->negative && odd;
    return rt__bigint_normalise(power);
  }
  if ((rt__bigint_bit_length(base) - 1) * count > RT_BIGINT_BITS_MAX) return rt__bigint_throw_too_big();
  rt_value power = base_value;
  for (uint32_t bit = 31 - (uint32_t)__builtin_clz(count); bit-- > 0;) {
    power = rt__bigint_operations.apply(RT_BIGINT_MULTIPLY, power, power);
    if (power != RT_EXCEPTION && count >> bit & 1)
      power = rt__bigint_operations.apply(RT_BIGINT_MULTIPLY, power, base_value);
    if (power == RT_EXCEPTION) return power;
  }
  return power;
}

/// Reads a number as two's complement, one limb after the other.
typedef struct complement {
  const rt_bigint *number;
  rt_limb carry;
} complement;

static complement complement_of(const rt_bigint *number) { return (complement){number, number->negative ? 1 : 0}; }

static rt_limb next_limb(complement *c, uint32_t index) {
  rt_limb limb = index < c->number->length ? c->number->limbs[index] : 0;
  if (!c->number->negative) return limb;
  limb = ~limb + c->carry;
  c->carry = c->carry && limb == 0;
  return limb;
}

/// Makes a magnitude of limbs that are a negative number's two's complement.
static void negate_limbs(rt_bigint *number) {
  rt_limb carry = 1;
  for (uint32_t i = 0; i < number->length; i++) {
    number->limbs[i] = ~number->limbs[i] + carry;
    carry = carry && number->limbs[i] == 0;
  }
}

rt_value rt__bigint_bitwise(enum rt_bigint_operator operator, const rt_bigint *a, const rt_bigint *b) {
  uint32_t length = (a->length > b->length ? a->length : b->length) + 1;
  rt_bigint *result = rt__bigint_allocate(length);
  if (!result) return RT_EXCEPTION;
  complement x = complement_of(a), y = complement_of(b);
  for (uint32_t i = 0; i < length; i++) {
    rt_limb left = next_limb(&x, i), right = next_limb(&y, i);
    result->limbs[i] = operator == RT_BIGINT_AND ? left & right
                       : operator == RT_BIGINT_OR ? left | right
                                                  : left ^ right;
  }
  if (result->limbs[length - 1] >> (RT_LIMB_BITS - 1)) {
    negate_limbs(result);
    result->negative = 1;
  }
  return rt__bigint_normalise(result);
}

static rt_value shift_left(const rt_bigint *a, uint64_t bits) {
  uint64_t limbs = bits / RT_LIMB_BITS;
  rt_bigint *result = rt__bigint_allocate(a->length + limbs + 1);
  if (!result) return RT_EXCEPTION;
  memset(result->limbs, 0, limbs * sizeof(rt_limb));
  result->limbs[a->length + limbs] =
      rt__limbs_shift_left(result->limbs + limbs, a->limbs, a->length, (uint32_t)(bits % RT_LIMB_BITS));
  result->negative = a->negative;
  return rt__bigint_normalise(result);
}

/// Rounds down, as two's complement does.
static rt_value shift_right(const rt_bigint *a, uint64_t bits) {
  uint64_t limbs = bits / RT_LIMB_BITS;
  uint32_t rest = (uint32_t)(bits % RT_LIMB_BITS);
  if (limbs >= a->length) return rt__bigint_from_i64(a->negative ? -1 : 0);
  bool lost = rest && (a->limbs[limbs] & (((rt_limb)1 << rest) - 1)) != 0;
  for (uint64_t i = 0; i < limbs && !lost; i++) lost = a->limbs[i] != 0;
  uint32_t length = a->length - (uint32_t)limbs;
  rt_bigint *result = rt__bigint_allocate((uint64_t)length + 1);
  if (!result) return RT_EXCEPTION;
  rt__limbs_shift_right(result->limbs, a->limbs + limbs, length, rest);
  result->limbs[length] = 0;
  if (a->negative && lost) {
    rt_limb one = 1;
    rt__limbs_add(result->limbs, result->limbs, length + 1, &one, 1);
  }
  result->negative = a->negative;
  return rt__bigint_normalise(result);
}

rt_value rt__bigint_shift(rt_value value, rt_value bits_value, bool left) {
  const rt_bigint *a = rt_as_bigint(value), *bits = rt_as_bigint(bits_value);
  if (a->length == 0 || bits->length == 0) return value;
  bool huge = rt__bigint_bit_length(bits) > 31;
  uint64_t count = huge ? 0 : bits->limbs[0];
  if (left != (bits->negative != 0)) {
    if (huge || count > RT_BIGINT_BITS_MAX) return rt__bigint_throw_too_big();
    return shift_left(a, count);
  }
  return huge ? rt__bigint_from_i64(a->negative ? -1 : 0) : shift_right(a, count);
}

rt_value rt__bigint_as_unsigned(rt_value value, uint64_t bits) {
  const rt_bigint *a = rt_as_bigint(value);
  if (bits == 0 || a->length == 0) return rt__bigint_from_u64(0);
  if (!a->negative && rt__bigint_bit_length(a) <= bits) return value;
  if (bits > RT_BIGINT_BITS_MAX) return rt__bigint_throw_too_big();
  uint32_t length = (uint32_t)((bits + RT_LIMB_BITS - 1) / RT_LIMB_BITS);
  rt_bigint *result = rt__bigint_allocate(length);
  if (!result) return RT_EXCEPTION;
  complement c = complement_of(a);
  for (uint32_t i = 0; i < length; i++) result->limbs[i] = next_limb(&c, i);
  if (bits % RT_LIMB_BITS) result->limbs[length - 1] &= ((rt_limb)1 << (bits % RT_LIMB_BITS)) - 1;
  return rt__bigint_normalise(result);
}

rt_value rt__bigint_as_signed(rt_value value, uint64_t bits) {
  const rt_bigint *a = rt_as_bigint(value);
  if (bits == 0 || a->length == 0) return rt__bigint_from_u64(0);
  if (rt__bigint_bit_length(a) < bits) return value;
  if (bits > RT_BIGINT_BITS_MAX) return value;
  rt_value low_value = rt__bigint_as_unsigned(value, bits);
  if (low_value == RT_EXCEPTION) return low_value;
  rt_bigint *low = rt_as_bigint(low_value);
  if (rt__bigint_bit_length(low) < bits) return low_value;
  // The highest bit is set: low - 2^bits, whose magnitude is the complement of `low`.
  uint32_t length = (uint32_t)((bits + RT_LIMB_BITS - 1) / RT_LIMB_BITS);
  rt_bigint *result = rt__bigint_allocate(length);
  if (!result) return RT_EXCEPTION;
  memset(result->limbs, 0, length * sizeof(rt_limb));
  memcpy(result->limbs, low->limbs, low->length * sizeof(rt_limb));
  negate_limbs(result);
  if (bits % RT_LIMB_BITS) result->limbs[length - 1] &= ((rt_limb)1 << (bits % RT_LIMB_BITS)) - 1;
  result->negative = 1;
  return rt__bigint_normalise(result);
}
