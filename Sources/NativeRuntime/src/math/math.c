/// Math (ECMA-262 21.3). Compiled code calls the typed functions, or uses machine instructions, for arguments that are
/// known to be numbers.
///
/// The transcendental functions are the C library's. Where ECMA-262 leaves the last place to the implementation, it can
/// differ from V8's own library, in a few of a hundred results.
#include <math.h>

#include "library.h"
#include "rt_inline.h"
#include "rt_prim.h"

/// Defines the native of a function of one number.
#define MATH_NATIVE_1(name, expression)                                                                                \
  RT_NATIVE(rt_native_math_##name) {                                                                                   \
    RT_NUMBER_ARGUMENT(x, 0);                                                                                          \
    return rt_from_any_double(expression);                                                                             \
  }

/// Defines the native of a function of two numbers.
#define MATH_NATIVE_2(name, expression)                                                                                \
  RT_NATIVE(rt_native_math_##name) {                                                                                   \
    RT_NUMBER_ARGUMENT(x, 0);                                                                                          \
    RT_NUMBER_ARGUMENT(y, 1);                                                                                          \
    return rt_from_any_double(expression);                                                                             \
  }

/// Defines the typed function and the native of a function that the C library has.
#define MATH_LIBRARY(name)                                                                                             \
  double rt_math_##name(double x) { return name(x); }                                                                  \
  MATH_NATIVE_1(name, name(x))

MATH_LIBRARY(acos)  // 21.3.2.2
MATH_LIBRARY(acosh) // 21.3.2.3
MATH_LIBRARY(asin)  // 21.3.2.4
MATH_LIBRARY(asinh) // 21.3.2.5
MATH_LIBRARY(atan)  // 21.3.2.6
MATH_LIBRARY(atanh) // 21.3.2.7
MATH_LIBRARY(cos)   // 21.3.2.12
MATH_LIBRARY(cosh)  // 21.3.2.13
MATH_LIBRARY(exp)   // 21.3.2.14
MATH_LIBRARY(expm1) // 21.3.2.15
MATH_LIBRARY(log)   // 21.3.2.20
MATH_LIBRARY(log1p) // 21.3.2.21
MATH_LIBRARY(log10) // 21.3.2.22
MATH_LIBRARY(log2)  // 21.3.2.23
MATH_LIBRARY(sin)   // 21.3.2.31
MATH_LIBRARY(sinh)  // 21.3.2.32
MATH_LIBRARY(tan)   // 21.3.2.34
MATH_LIBRARY(tanh)  // 21.3.2.35

/// ECMA-262 21.3.2.9 cbrt. The library's root is improved by one Newton step with an exact residue, as the results of
/// the C libraries are often off by one in the last place.
double rt_math_cbrt(double x) {
  if (x == 0 || !(fabs(x) < HUGE_VAL)) return x;
  // Far from the smallest numbers the residue has all its digits.
  if (fabs(x) < 0x1p-900) return rt_math_cbrt(x * 0x1p162) * 0x1p-54;
  double root = cbrt(x);
  double square = root * root, square_error = fma(root, root, -square);
  double cube = square * root, cube_error = fma(square, root, -cube) + square_error * root;
  return root - ((cube - x) + cube_error) / (3 * square);
}
MATH_NATIVE_1(cbrt, rt_math_cbrt(x))

// 21.3.2.1, 21.3.2.11, 21.3.2.16, 21.3.2.33, 21.3.2.36
MATH_NATIVE_1(abs, fabs(x))
MATH_NATIVE_1(ceil, ceil(x))
MATH_NATIVE_1(floor, floor(x))
MATH_NATIVE_1(sqrt, sqrt(x))
MATH_NATIVE_1(trunc, trunc(x))

/// ECMA-262 21.3.2.8 atan2.
double rt_math_atan2(double y, double x) { return atan2(y, x); }
MATH_NATIVE_2(atan2, atan2(x, y))

MATH_NATIVE_2(pow, rt_number_exponentiate(x, y)) // 21.3.2.26

/// ECMA-262 21.3.2.10 clz32.
int32_t rt_math_clz32(double x) { return rt_math_clz32_i32(rt__number_to_int32(x)); }
MATH_NATIVE_1(clz32, rt_math_clz32(x))

MATH_NATIVE_1(fround, rt_math_fround(x)) // 21.3.2.17

/// ECMA-262 21.3.2.18 f16round: the nearest number with 11 significant bits, ties to even; below 2^-14 a multiple of 2^-24.
double rt_math_f16round(double x) {
  if (!(fabs(x) < 65520)) return fabs(x) >= 65520 ? copysign(HUGE_VAL, x) : x;
  int exponent;
  frexp(x, &exponent);
  int quantum = exponent - 11 < -24 ? -24 : exponent - 11;
  return copysign(ldexp(nearbyint(ldexp(x, -quantum)), quantum), x);
}
MATH_NATIVE_1(f16round, rt_math_f16round(x))

MATH_NATIVE_2(imul, rt_math_imul(x, y))

MATH_NATIVE_1(round, rt_math_round(x)) // 21.3.2.28

MATH_NATIVE_1(sign, rt_math_sign(x)) // 21.3.2.29

/// ECMA-262 21.3.2.24 Math.max ( ...args )
RT_NATIVE(rt_native_math_max) {
  double result = -HUGE_VAL;
  for (uint32_t i = 0; i < argc; i++) {
    RT_NUMBER_ARGUMENT(x, i);
    result = rt_math_max2(result, x);
  }
  return rt_from_any_double(result);
}

/// ECMA-262 21.3.2.25 Math.min ( ...args )
RT_NATIVE(rt_native_math_min) {
  double result = HUGE_VAL;
  for (uint32_t i = 0; i < argc; i++) {
    RT_NUMBER_ARGUMENT(x, i);
    result = rt_math_min2(result, x);
  }
  return rt_from_any_double(result);
}

/// The square root of a sum of squares, scaled by the largest and summed with compensation, as V8 does it.
static double hypot_of(const double *magnitudes, uint32_t count) {
  double largest = 0;
  bool has_nan = false;
  for (uint32_t i = 0; i < count; i++) {
    if (magnitudes[i] != magnitudes[i]) has_nan = true;
    if (magnitudes[i] > largest) largest = magnitudes[i];
  }
  if (largest == HUGE_VAL) return HUGE_VAL;
  if (has_nan) return rt_double(RT_NAN);
  if (largest == 0) return 0;
  double sum = 0, compensation = 0;
  for (uint32_t i = 0; i < count; i++) {
    double ratio = magnitudes[i] / largest;
    double summand = ratio * ratio - compensation;
    double preliminary = sum + summand;
    compensation = (preliminary - sum) - summand;
    sum = preliminary;
  }
  return sqrt(sum) * largest;
}

/// ECMA-262 21.3.2.18 hypot of two numbers.
double rt_math_hypot2(double x, double y) { return hypot_of((double[]){fabs(x), fabs(y)}, 2); }

/// ECMA-262 21.3.2.18 Math.hypot ( ...args )
RT_NATIVE(rt_native_math_hypot) {
  if (argc == 0) return rt_from_double(0);
  double *magnitudes = rt__allocate(argc * sizeof *magnitudes, RT_CELL_LEAF);
  RT_ROOT_POINTER(magnitudes);
  for (uint32_t i = 0; i < argc; i++) {
    RT_NUMBER_ARGUMENT(x, i);
    magnitudes[i] = fabs(x);
  }
  return rt_from_double(hypot_of(magnitudes, argc));
}

/// The generator's state (xorshift128+); zero until it is seeded.
static uint64_t random_state[2];

/// ECMA-262 21.3.2.27 random.
double rt_math_random(void) {
  if ((random_state[0] | random_state[1]) == 0) {
    if (rt_prim_random(random_state, sizeof random_state) < 0) random_state[0] = rt_prim_monotonic_time();
    random_state[1] |= 1;
  }
  uint64_t a = random_state[0], b = random_state[1];
  random_state[0] = b;
  a ^= a << 23;
  random_state[1] = a ^ b ^ (a >> 17) ^ (b >> 26);
  return (double)((random_state[1] + b) >> 11) * 0x1p-53;
}

/// ECMA-262 21.3.2.27 Math.random ( )
RT_NATIVE(rt_native_math_random) { return rt_from_double(rt_math_random()); }
