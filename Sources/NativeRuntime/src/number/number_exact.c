/// Numbers to text with a given count of digits, rounded from the exact decimal expansion: toFixed, toExponential,
/// toPrecision.
#include "rt_number.h"

#include <math.h>

/// The exact decimal expansion of a finite positive number: 0.d1d2… × 10^point.
typedef struct {
  uint32_t count;
  int32_t point;
  uint8_t digits[1120]; ///< values 0…9, no zero at either end
} exact_decimal;

/// Splits a finite positive number into mantissa × 2^exponent.
static uint64_t split(double value, int32_t *exponent) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  uint64_t mantissa = bits & 0xFFFFFFFFFFFFFull;
  int32_t biased = (int32_t)(bits >> 52 & 0x7FF);
  *exponent = (biased == 0 ? 1 : biased) - 1075;
  return biased == 0 ? mantissa : mantissa | 1ull << 52;
}

/// Multiplies a little-endian number of `count` words by a small factor; returns the new count.
static uint32_t multiply(uint32_t *words, uint32_t count, uint32_t factor) {
  uint64_t carry = 0;
  for (uint32_t i = 0; i < count; i++) {
    carry += (uint64_t)words[i] * factor;
    words[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry) words[count++] = (uint32_t)carry;
  return count;
}

static void expand(double value, exact_decimal *result) {
  int32_t exponent;
  uint64_t mantissa = split(value, &exponent);
  while ((mantissa & 1) == 0) {
    mantissa >>= 1;
    exponent++;
  }
  uint32_t words[96] = {(uint32_t)mantissa, (uint32_t)(mantissa >> 32)};
  uint32_t count = words[1] ? 2 : 1;
  // m × 2^-k is m × 5^k / 10^k, so a multiplication and a shift of the point do for both signs of the exponent.
  for (int32_t left = exponent; left > 0;) {
    int32_t step = left < 31 ? left : 31;
    count = multiply(words, count, 1u << step);
    left -= step;
  }
  for (int32_t left = -exponent; left > 0;) {
    uint32_t factor = 1;
    for (; left > 0 && factor <= 244140625u; left--) factor *= 5;
    count = multiply(words, count, factor);
  }
  uint8_t reversed[1120];
  uint32_t total = 0;
  while (count > 0) {
    uint64_t remainder = 0;
    for (uint32_t i = count; i-- > 0;) {
      remainder = remainder << 32 | words[i];
      words[i] = (uint32_t)(remainder / 1000000000u);
      remainder %= 1000000000u;
    }
    while (count > 0 && words[count - 1] == 0) count--;
    for (int i = 0; i < 9; i++) {
      reversed[total++] = (uint8_t)(remainder % 10);
      remainder /= 10;
    }
  }
  while (total > 0 && reversed[total - 1] == 0) total--;
  result->point = (int32_t)total + (exponent < 0 ? exponent : 0);
  uint32_t zeros = 0;
  while (reversed[zeros] == 0) zeros++;
  result->count = total - zeros;
  for (uint32_t i = 0; i < result->count; i++) result->digits[i] = reversed[total - 1 - i];
}

/// Rounds to `count` digits behind the point of 0.d1d2…, halves up, as "pick the larger n" asks for. A count of 0 or
/// less can leave the single digit 1 (a carry) or none.
static void round_to(exact_decimal *decimal, int32_t count) {
  if (count >= (int32_t)decimal->count) return;
  bool up = count >= 0 && decimal->digits[count] >= 5;
  int32_t kept = count < 0 ? 0 : count;
  while (up && kept > 0) {
    if (decimal->digits[kept - 1] < 9) {
      decimal->digits[kept - 1]++;
      up = false;
    } else {
      kept--;
    }
  }
  if (up) {
    decimal->digits[0] = 1;
    decimal->point++;
    kept = 1;
  }
  decimal->count = (uint32_t)kept;
}

/// The digit at a position of 0.d1d2…, zero outside.
static uint8_t digit_at(const exact_decimal *decimal, int32_t index) {
  return (uint8_t)('0' + (index >= 0 && index < (int32_t)decimal->count ? decimal->digits[index] : 0));
}

uint32_t rt__number_to_fixed(double value, uint32_t digits, uint8_t text[RT_NUMBER_LONG_TEXT_MAX]) {
  uint8_t *out = text;
  double magnitude = fabs(value);
  if (magnitude == 0) {
    *out++ = '0';
    if (digits > 0) {
      *out++ = '.';
      memset(out, '0', digits);
      out += digits;
    }
    return (uint32_t)(out - text);
  }
  if (value < 0) *out++ = '-';
  int32_t exponent;
  uint64_t mantissa = split(magnitude, &exponent);
  // OPTIMIZATION: with few digits the scaled mantissa fits in 128 bits, and usually the result in 64.
  if (digits <= 9 && exponent <= 0 && exponent > -126) {
    uint64_t scale = 1;
    for (uint32_t i = 0; i < digits; i++) scale *= 10;
    unsigned __int128 scaled = (unsigned __int128)mantissa * scale;
    if (exponent < 0) {
      scaled = (scaled >> (-exponent - 1)) + 1;
      scaled >>= 1;
    }
    if ((uint64_t)(scaled >> 63) == 0) {
      uint64_t integer = (uint64_t)scaled / scale;
      out += rt__integer_to_text((int64_t)integer, out);
      if (digits > 0) {
        uint64_t rest = (uint64_t)scaled % scale;
        *out = '.';
        for (uint32_t i = digits; i > 0; i--, rest /= 10) out[i] = (uint8_t)('0' + rest % 10);
        out += digits + 1;
      }
      return (uint32_t)(out - text);
    }
  }
  exact_decimal decimal;
  expand(magnitude, &decimal);
  round_to(&decimal, decimal.point + (int32_t)digits);
  if (decimal.count == 0) decimal.point = 0;
  int32_t first = decimal.point > 0 ? 0 : decimal.point - 1;
  int32_t end = decimal.point + (int32_t)digits;
  for (int32_t i = first; i < end; i++) {
    if (i == decimal.point) *out++ = '.';
    *out++ = digit_at(&decimal, i);
  }
  return (uint32_t)(out - text);
}

/// Writes "d.ddde±x" with `count` digits.
static uint8_t *write_exponential(uint8_t *out, const exact_decimal *decimal, uint32_t count) {
  *out++ = digit_at(decimal, 0);
  if (count > 1) *out++ = '.';
  for (uint32_t i = 1; i < count; i++) *out++ = digit_at(decimal, (int32_t)i);
  int32_t exponent = decimal->point - 1;
  *out++ = 'e';
  *out++ = exponent < 0 ? '-' : '+';
  return out + rt__integer_to_text(exponent < 0 ? -exponent : exponent, out);
}

uint32_t rt__number_to_exponential(double value, int32_t digits, uint8_t text[RT_NUMBER_LONG_TEXT_MAX]) {
  uint8_t *out = text;
  if (value < 0) *out++ = '-';
  exact_decimal decimal = {.point = 1};
  uint32_t count = (uint32_t)digits + 1;
  if (value != 0) {
    if (digits < 0) {
      decimal.count = (uint32_t)rt__shortest_digits(fabs(value), decimal.digits, &decimal.point);
      for (uint32_t i = 0; i < decimal.count; i++) decimal.digits[i] -= '0';
      count = decimal.count;
    } else {
      expand(fabs(value), &decimal);
      round_to(&decimal, digits + 1);
    }
  } else if (digits < 0) {
    count = 1;
  }
  return (uint32_t)(write_exponential(out, &decimal, count) - text);
}

uint32_t rt__number_to_precision(double value, uint32_t precision, uint8_t text[RT_NUMBER_LONG_TEXT_MAX]) {
  uint8_t *out = text;
  if (value < 0) *out++ = '-';
  exact_decimal decimal = {.point = 1};
  if (value != 0) {
    expand(fabs(value), &decimal);
    round_to(&decimal, (int32_t)precision);
  }
  int32_t exponent = decimal.point - 1;
  if (exponent < -6 || exponent >= (int32_t)precision) {
    return (uint32_t)(write_exponential(out, &decimal, precision) - text);
  }
  int32_t first = exponent < 0 ? decimal.point - 1 : 0;
  for (int32_t i = first; i < (int32_t)precision; i++) {
    if (i == decimal.point) *out++ = '.';
    *out++ = digit_at(&decimal, i);
  }
  return (uint32_t)(out - text);
}
