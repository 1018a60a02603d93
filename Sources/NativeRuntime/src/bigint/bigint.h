/// What the files of src/bigint share.
#pragma once

#include "library.h"
#include "rt_bigint.h"

/// A BigInt with unspecified limbs; NULL with a RangeError if it could be beyond the limit of bits.
rt_bigint *rt__bigint_allocate(uint64_t length);
/// Removes zero limbs from the end.
rt_value rt__bigint_normalise(rt_bigint *bigint);
/// The RangeError of a result that is too large.
rt_value rt__bigint_throw_too_big(void);
/// The number of bits of the magnitude.
uint64_t rt__bigint_bit_length(const rt_bigint *bigint);

/// Operators on BigInts (6.1.6.2).
rt_value rt__bigint_exponentiate(rt_value base, rt_value exponent);
/// AND, OR and XOR as if in two's complement of infinite length.
rt_value rt__bigint_bitwise(enum rt_bigint_operator operator, const rt_bigint *a, const rt_bigint *b);
/// value × 2^bits, rounded down; `bits` may be negative.
rt_value rt__bigint_shift(rt_value value, rt_value bits, bool left);
/// The lowest bits, as BigInt.asUintN and BigInt.asIntN want them.
rt_value rt__bigint_as_unsigned(rt_value value, uint64_t bits);
rt_value rt__bigint_as_signed(rt_value value, uint64_t bits);
/// StringToBigInt (7.1.14); RT_UNDEFINED if the text is none, RT_EXCEPTION if it is too long.
rt_value rt__bigint_parse(rt_string *string);

// Magnitudes: arrays of limbs, least significant first. Results may be one of the operands unless said otherwise.

/// The length without zero limbs at the end.
static inline uint32_t rt__limbs_length(const rt_limb *a, uint32_t length) {
  while (length > 0 && a[length - 1] == 0) length--;
  return length;
}
static inline uint32_t rt__limb_leading_zeros(rt_limb limb) {
  return sizeof(rt_limb) == 8 ? (uint32_t)__builtin_clzll(limb) : (uint32_t)__builtin_clz((uint32_t)limb);
}
/// Negative, 0, positive, of magnitudes without zeros at the end.
int rt__limbs_compare(const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length);
/// result[0 … a_length) = a + b, a_length >= b_length; returns the carry.
rt_limb rt__limbs_add(rt_limb *result, const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length);
/// result[0 … a_length) = a - b, a_length >= b_length; returns the borrow.
rt_limb rt__limbs_subtract(rt_limb *result, const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length);
/// result[0 … length) = a × factor + addend; returns the carry.
rt_limb rt__limbs_multiply_limb(rt_limb *result, const rt_limb *a, uint32_t length, rt_limb factor, rt_limb addend);
/// quotient[0 … length) = a / divisor; returns the remainder.
rt_limb rt__limbs_divide_limb(rt_limb *quotient, const rt_limb *a, uint32_t length, rt_limb divisor);
/// result[0 … a_length + b_length) = a × b; the result is none of the operands.
void rt__limbs_multiply(rt_limb *result, const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length);
/// quotient[0 … a_length - b_length + 1) = a / b, remainder[0 … b_length) = a % b; either may be NULL. a_length >=
/// b_length >= 1, b's last limb is not 0; the results are none of the operands.
void rt__limbs_divide(rt_limb *quotient, rt_limb *remainder, const rt_limb *a, uint32_t a_length, const rt_limb *b,
                      uint32_t b_length);
/// result[0 … length) = a << bits, bits < RT_LIMB_BITS; returns what is shifted out.
rt_limb rt__limbs_shift_left(rt_limb *result, const rt_limb *a, uint32_t length, uint32_t bits);
/// result[0 … length) = a >> bits, bits < RT_LIMB_BITS.
void rt__limbs_shift_right(rt_limb *result, const rt_limb *a, uint32_t length, uint32_t bits);
