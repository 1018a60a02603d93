/// BigInts (ECMA-262 6.1.6.2): sign and magnitude in a leaf cell.
///
/// A program without BigInts does not contain their code: what serves all values reaches it through one table,
/// `rt__bigint_operations`, to which it only refers weakly. Whatever makes a BigInt refers to the table strongly.
#pragma once

#include "rt_string.h"

/// The word in which a magnitude is computed, and the one that holds a product of two.
#if defined(__SIZEOF_INT128__) && !defined(__wasm__)
typedef uint64_t rt_limb;
__extension__ typedef unsigned __int128 rt_wide_limb;
#else
typedef uint32_t rt_limb;
typedef uint64_t rt_wide_limb;
#endif
enum { RT_LIMB_BITS = sizeof(rt_limb) * 8 };

/// V8's limit of a magnitude.
enum { RT_BIGINT_BITS_MAX = 1 << 30 };

/// The magnitude's words, least significant first, without zeros at the end; 0 has none and is not negative. The compiler
/// makes constants of this layout.
typedef struct rt_bigint {
  uint32_t length;
  uint32_t negative;
  rt_limb limbs[];
} rt_bigint;

static inline rt_bigint *rt_as_bigint(rt_value value) { return (rt_bigint *)rt_pointer(value); }
static inline rt_value rt_from_bigint(const rt_bigint *bigint) { return rt_from_pointer(bigint, RT_TAG_BIGINT); }

/// The operators that two BigInts can be operands of.
enum rt_bigint_operator {
  RT_BIGINT_ADD,
  RT_BIGINT_SUBTRACT,
  RT_BIGINT_MULTIPLY,
  RT_BIGINT_DIVIDE,
  RT_BIGINT_REMAINDER,
  RT_BIGINT_EXPONENTIATE,
  RT_BIGINT_AND,
  RT_BIGINT_OR,
  RT_BIGINT_XOR,
  RT_BIGINT_SHIFT_LEFT,
  RT_BIGINT_SHIFT_RIGHT,
  RT_BIGINT_SHIFT_RIGHT_UNSIGNED,
  // Unary: the second operand is ignored.
  RT_BIGINT_NEGATE,
  RT_BIGINT_NOT,
  RT_BIGINT_INCREMENT,
  RT_BIGINT_DECREMENT,
};

/// The result of a comparison with NaN.
enum { RT_BIGINT_UNORDERED = 2 };

/// What code that serves all values does with BigInts.
typedef struct rt_bigint_operations {
  /// Applies an operator; RT_EXCEPTION with a RangeError or TypeError.
  rt_value (*apply)(enum rt_bigint_operator operator, rt_value a, rt_value b);
  /// Negative, 0 or positive.
  int (*compare)(rt_value a, rt_value b);
  /// Negative, 0, positive, or RT_BIGINT_UNORDERED, by mathematical value.
  int (*compare_number)(rt_value a, double b);
  /// StringToBigInt (7.1.14); RT_UNDEFINED if the text is none, RT_EXCEPTION if it is too long.
  rt_value (*from_string)(rt_string *text);
  /// BigInt::toString (6.1.6.2.21) with radix 10; NULL if too long.
  rt_string *(*to_string)(rt_value value);
  /// Number(value): the nearest double, ties to even.
  double (*to_double)(rt_value value);
  /// Equal values have equal hashes.
  uint32_t (*hash)(rt_value value);
} rt_bigint_operations;

extern const rt_bigint_operations rt__bigint_operations __attribute__((weak));

// None of these collects.

rt_value rt__bigint_from_i64(int64_t number);
rt_value rt__bigint_from_u64(uint64_t number);
/// From an integral double; the caller has checked that.
rt_value rt__bigint_from_double(double number);
/// The value modulo 2^64, for BigInt64Array and DataView.
uint64_t rt__bigint_to_u64(rt_value value);
/// ToBigInt (7.1.13): a BigInt or RT_EXCEPTION.
rt_value rt__to_bigint_js(rt_value value);
/// BigInt::toString with a radix from 2 to 36; NULL if too long.
rt_string *rt__bigint_to_string(rt_value value, uint32_t radix);
