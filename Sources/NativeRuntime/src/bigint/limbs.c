/// Magnitudes of one limb's width at a time: sums, differences, shifts and products with one limb.
#include "bigint.h"

int rt__limbs_compare(const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length) {
  if (a_length != b_length) return a_length < b_length ? -1 : 1;
  for (uint32_t i = a_length; i-- > 0;)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

rt_limb rt__limbs_add(rt_limb *result, const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length) {
  rt_limb carry = 0;
  uint32_t i = 0;
  for (; i < b_length; i++) {
    rt_wide_limb sum = (rt_wide_limb)a[i] + b[i] + carry;
    result[i] = (rt_limb)sum;
    carry = (rt_limb)(sum >> RT_LIMB_BITS);
  }
  for (; i < a_length; i++) {
    rt_limb sum = a[i] + carry;
    carry = sum < carry;
    result[i] = sum;
  }
  return carry;
}

rt_limb rt__limbs_subtract(rt_limb *result, const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length) {
  rt_limb borrow = 0;
  uint32_t i = 0;
  for (; i < b_length; i++) {
    rt_wide_limb difference = (rt_wide_limb)a[i] - b[i] - borrow;
    result[i] = (rt_limb)difference;
    borrow = (rt_limb)(difference >> RT_LIMB_BITS) & 1;
  }
  for (; i < a_length; i++) {
    rt_limb limb = a[i];
    result[i] = limb - borrow;
    borrow = limb < borrow;
  }
  return borrow;
}

rt_limb rt__limbs_multiply_limb(rt_limb *result, const rt_limb *a, uint32_t length, rt_limb factor, rt_limb addend) {
  for (uint32_t i = 0; i < length; i++) {
    rt_wide_limb product = (rt_wide_limb)a[i] * factor + addend;
    result[i] = (rt_limb)product;
    addend = (rt_limb)(product >> RT_LIMB_BITS);
  }
  return addend;
}

/// The quotient of two limbs by one, high < divisor. The compiler's own division of 128-bit integers is a library
/// function that programs are not linked with.
static inline rt_limb divide_wide(rt_limb high, rt_limb low, rt_limb divisor, rt_limb *remainder) {
#if defined(__x86_64__)
  rt_limb quotient, rest;
  __asm__("divq %4" : "=a"(quotient), "=d"(rest) : "0"(low), "1"(high), "r"(divisor));
  *remainder = rest;
  return quotient;
#elif defined(__wasm__)
  rt_wide_limb wide = (rt_wide_limb)high << RT_LIMB_BITS | low;
  *remainder = (rt_limb)(wide % divisor);
  return (rt_limb)(wide / divisor);
#else
  rt_limb quotient = 0;
  for (uint32_t i = RT_LIMB_BITS; i-- > 0;) {
    rt_limb top = high >> (RT_LIMB_BITS - 1);
    high = high << 1 | (low >> i & 1);
    if (top || high >= divisor) {
      high -= divisor;
      quotient |= (rt_limb)1 << i;
    }
  }
  *remainder = high;
  return quotient;
#endif
}

rt_limb rt__limbs_divide_limb(rt_limb *quotient, const rt_limb *a, uint32_t length, rt_limb divisor) {
  rt_limb rest = 0;
  for (uint32_t i = length; i-- > 0;) quotient[i] = divide_wide(rest, a[i], divisor, &rest);
  return rest;
}

rt_limb rt__limbs_shift_left(rt_limb *result, const rt_limb *a, uint32_t length, uint32_t bits) {
  if (bits == 0) {
    memmove(result, a, length * sizeof *a);
    return 0;
  }
  rt_limb carry = 0;
  for (uint32_t i = 0; i < length; i++) {
    rt_limb limb = a[i];
    result[i] = limb << bits | carry;
    carry = limb >> (RT_LIMB_BITS - bits);
  }
  return carry;
}

void rt__limbs_shift_right(rt_limb *result, const rt_limb *a, uint32_t length, uint32_t bits) {
  if (bits == 0) {
    memmove(result, a, length * sizeof *a);
    return;
  }
  for (uint32_t i = 0; i < length; i++) {
    rt_limb above = i + 1 < length ? a[i + 1] : 0;
    result[i] = a[i] >> bits | above << (RT_LIMB_BITS - bits);
  }
}

/// Long division of a normalised divisor (its highest bit is set) with at least two limbs: `a` of a_length + 1 limbs is
/// replaced by the remainder. Knuth, The Art of Computer Programming, volume 2, algorithm D.
static void divide_normalised(rt_limb *quotient, rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t n) {
  rt_limb top = b[n - 1], second = b[n - 2];
  for (uint32_t j = a_length - n + 1; j-- > 0;) {
    // An estimate that is at most 2 too large, by the two highest limbs; the third makes it nearly always right.
    rt_limb estimate, rest;
    bool rest_fits = true;
    if (a[j + n] >= top) {
      estimate = (rt_limb)-1;
      rest = a[j + n - 1] + top;
      rest_fits = rest >= top;
    } else {
      estimate = divide_wide(a[j + n], a[j + n - 1], top, &rest);
    }
    while (rest_fits &&
           (rt_wide_limb)estimate * second > ((rt_wide_limb)rest << RT_LIMB_BITS | a[j + n - 2])) {
      estimate--;
      rest += top;
      rest_fits = rest >= top;
    }
    rt_limb borrow = 0, carry = 0;
    for (uint32_t i = 0; i < n; i++) {
      rt_wide_limb product = (rt_wide_limb)estimate * b[i] + carry;
      carry = (rt_limb)(product >> RT_LIMB_BITS);
      rt_wide_limb difference = (rt_wide_limb)a[j + i] - (rt_limb)product - borrow;
      a[j + i] = (rt_limb)difference;
      borrow = (rt_limb)(difference >> RT_LIMB_BITS) & 1;
    }
    rt_wide_limb difference = (rt_wide_limb)a[j + n] - carry - borrow;
    a[j + n] = (rt_limb)difference;
    if ((rt_limb)(difference >> RT_LIMB_BITS) & 1) {
      estimate--;
      a[j + n] += rt__limbs_add(a + j, a + j, n, b, n);
    }
    if (quotient) quotient[j] = estimate;
  }
}

void rt__limbs_divide(rt_limb *quotient, rt_limb *remainder, const rt_limb *a, uint32_t a_length, const rt_limb *b,
                      uint32_t b_length) {
  if (b_length == 1) {
    rt_limb *place = quotient ? quotient : rt__allocate(a_length * sizeof *a, RT_CELL_LEAF);
    rt_limb rest = rt__limbs_divide_limb(place, a, a_length, b[0]);
    if (remainder) remainder[0] = rest;
    return;
  }
  uint32_t shift = rt__limb_leading_zeros(b[b_length - 1]);
  rt_limb *rest = rt__allocate((a_length + 1) * sizeof *a, RT_CELL_LEAF);
  rest[a_length] = rt__limbs_shift_left(rest, a, a_length, shift);
  rt_limb *divisor = rt__allocate(b_length * sizeof *b, RT_CELL_LEAF);
  rt__limbs_shift_left(divisor, b, b_length, shift);
  divide_normalised(quotient, rest, a_length, divisor, b_length);
  if (remainder) rt__limbs_shift_right(remainder, rest, b_length, shift);
}
