/// Products of magnitudes: by the school's method, and by Karatsuba's for long ones.
#include "bigint.h"

/// From so many limbs on Karatsuba's method is faster.
enum { KARATSUBA_MIN = 32 };

/// The school's method; a_length >= b_length.
static void multiply_plainly(rt_limb *result, const rt_limb *a, uint32_t a_length, const rt_limb *b,
                             uint32_t b_length) {
  result[a_length] = rt__limbs_multiply_limb(result, a, a_length, b[0], 0);
  for (uint32_t j = 1; j < b_length; j++) {
    rt_limb factor = b[j], carry = 0;
    rt_limb *row = result + j;
    for (uint32_t i = 0; i < a_length; i++) {
      rt_wide_limb product = (rt_wide_limb)a[i] * factor + row[i] + carry;
      row[i] = (rt_limb)product;
      carry = (rt_limb)(product >> RT_LIMB_BITS);
    }
    row[a_length] = carry;
  }
}

/// Adds b at a place where the sum is known to fit.
static void add_in_place(rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length) {
  b_length = rt__limbs_length(b, b_length);
  if (b_length > a_length) b_length = a_length;
  rt__limbs_add(a, a, a_length, b, b_length);
}

/// |a - b| of numbers of the same length; whether it is negative.
static bool difference(rt_limb *result, const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length,
                       uint32_t length) {
  uint32_t x = rt__limbs_length(a, a_length), y = rt__limbs_length(b, b_length);
  bool negative = rt__limbs_compare(a, x, b, y) < 0;
  if (negative) {
    rt__limbs_subtract(result, b, y, a, x);
    x = y;
  } else {
    rt__limbs_subtract(result, a, x, b, y);
  }
  memset(result + x, 0, (length - x) * sizeof *result);
  return negative;
}

/// Karatsuba's method on two numbers of `n` limbs. `scratch` has 4 × n + 64 limbs.
static void multiply_balanced(rt_limb *result, const rt_limb *a, const rt_limb *b, uint32_t n, rt_limb *scratch) {
  if (n < KARATSUBA_MIN) {
    multiply_plainly(result, a, n, b, n);
    return;
  }
  // a = a1 B + a0, b = b1 B + b0: ab = a1 b1 B² + (a1 b1 + a0 b0 - (a1 - a0)(b1 - b0)) B + a0 b0.
  uint32_t low = (n + 1) / 2, high = n - low;
  rt_limb *middle = scratch, *rest = scratch + 2 * low;
  bool negative = difference(result, a + low, high, a, low, low);
  if (difference(result + low, b + low, high, b, low, low)) negative = !negative;
  multiply_balanced(middle, result, result + low, low, rest);
  multiply_balanced(result, a, b, low, rest);
  multiply_balanced(result + 2 * low, a + low, b + low, high, rest);
  // The sum of both outer products, before the middle is overwritten.
  rt_limb *sum = rest;
  sum[2 * low] = rt__limbs_add(sum, result, 2 * low, result + 2 * low, 2 * high);
  if (negative)
    sum[2 * low] += rt__limbs_add(sum, sum, 2 * low, middle, 2 * low);
  else
    sum[2 * low] -= rt__limbs_subtract(sum, sum, 2 * low, middle, 2 * low);
  add_in_place(result + low, 2 * n - low, sum, 2 * low + 1);
}

void rt__limbs_multiply(rt_limb *result, const rt_limb *a, uint32_t a_length, const rt_limb *b, uint32_t b_length) {
  if (a_length < b_length) {
    const rt_limb *other = a;
    uint32_t length = a_length;
    a = b, a_length = b_length, b = other, b_length = length;
  }
  if (b_length == 0) {
    memset(result, 0, a_length * sizeof *a);
    return;
  }
  if (b_length < KARATSUBA_MIN) {
    multiply_plainly(result, a, a_length, b, b_length);
    return;
  }
  // The longer factor in pieces as long as the shorter one.
  rt_limb *scratch = rt__allocate((4 * (size_t)b_length + 64) * sizeof *a, RT_CELL_LEAF);
  rt_limb *product = rt__allocate(2 * (size_t)b_length * sizeof *a, RT_CELL_LEAF);
  memset(result, 0, ((size_t)a_length + b_length) * sizeof *a);
  for (uint32_t at = 0; at < a_length; at += b_length) {
    uint32_t piece = a_length - at < b_length ? a_length - at : b_length;
    if (piece == b_length)
      multiply_balanced(product, a + at, b, b_length, scratch);
    else
      rt__limbs_multiply(product, b, b_length, a + at, piece);
    add_in_place(result + at, a_length + b_length - at, product, piece + b_length);
  }
}
