/// Numbers to text in the shortest form: Number::toString, and the radix conversion.
#include "rt_number.h"

#include <math.h>

static const char digit_characters[] = "0123456789abcdefghijklmnopqrstuvwxyz";
static const char digit_pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
                                  "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
                                  "8081828384858687888990919293949596979899";

uint32_t rt__integer_to_text(int64_t value, uint8_t text[RT_NUMBER_TEXT_MAX]) {
  uint8_t reversed[24];
  uint32_t start = sizeof reversed;
  uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  while (rest >= 100) {
    start -= 2;
    memcpy(reversed + start, digit_pairs + 2 * (rest % 100), 2);
    rest /= 100;
  }
  if (rest >= 10) {
    start -= 2;
    memcpy(reversed + start, digit_pairs + 2 * rest, 2);
  } else {
    reversed[--start] = (uint8_t)('0' + rest);
  }
  if (value < 0) reversed[--start] = '-';
  memcpy(text, reversed + start, sizeof reversed - start);
  return sizeof reversed - start;
}

/// Writes "NaN" or "Infinity" and returns its length.
static uint32_t write_non_finite(double value, uint8_t *text) {
  if (value != value) {
    memcpy(text, "NaN", 3);
    return 3;
  }
  uint32_t sign = value < 0;
  if (sign) *text++ = '-';
  memcpy(text, "Infinity", 8);
  return 8 + sign;
}

uint32_t rt__number_to_text(double value, uint8_t text[RT_NUMBER_TEXT_MAX]) {
  if (!(fabs(value) <= 1.7976931348623157e308)) return write_non_finite(value, text);
  // Below 2^53 every integer is a number, so all its digits are needed and exact. This also makes -0 "0".
  if (fabs(value) < 9007199254740992.0 && (double)(int64_t)value == value) {
    return rt__integer_to_text((int64_t)value, text);
  }
  uint8_t *out = text;
  if (value < 0) *out++ = '-';
  uint8_t digits[17];
  int32_t point;
  int32_t count = rt__shortest_digits(fabs(value), digits, &point);
  if (count <= point && point <= 21) {
    memcpy(out, digits, (size_t)count);
    memset(out + count, '0', (size_t)(point - count));
    out += point;
  } else if (0 < point && point <= 21) {
    memcpy(out, digits, (size_t)point);
    out[point] = '.';
    memcpy(out + point + 1, digits + point, (size_t)(count - point));
    out += count + 1;
  } else if (-6 < point && point <= 0) {
    *out++ = '0';
    *out++ = '.';
    memset(out, '0', (size_t)-point);
    memcpy(out - point, digits, (size_t)count);
    out += count - point;
  } else {
    *out++ = digits[0];
    if (count > 1) {
      *out++ = '.';
      memcpy(out, digits + 1, (size_t)count - 1);
      out += count - 1;
    }
    *out++ = 'e';
    *out++ = point - 1 < 0 ? '-' : '+';
    out += rt__integer_to_text(point - 1 < 0 ? 1 - point : point - 1, out);
  }
  return (uint32_t)(out - text);
}

/// The next representable number above a non-negative finite one.
static double next_up(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  bits++;
  memcpy(&value, &bits, sizeof bits);
  return value;
}

/// Adds one to the last digit of a fraction, with carry; returns how many digits remain (0: the carry left it).
static uint32_t round_up_fraction(uint8_t *fraction, uint32_t count, uint32_t radix) {
  for (; count > 0; count--) {
    uint8_t character = fraction[count - 1];
    uint32_t digit = character > '9' ? character - 'a' + 10u : character - '0' + 0u;
    if (digit + 1 < radix) {
      fraction[count - 1] = (uint8_t)digit_characters[digit + 1];
      return count;
    }
  }
  return 0;
}

uint32_t rt__number_to_radix_text(double value, uint32_t radix, uint8_t text[RT_NUMBER_LONG_TEXT_MAX]) {
  if (radix == 10) return rt__number_to_text(value, text);
  if (!(fabs(value) <= 1.7976931348623157e308)) return write_non_finite(value, text);
  double magnitude = fabs(value);
  double integer = floor(magnitude);
  double fraction = magnitude - integer;
  // A fraction needs digits only until what is left is less than half the distance to the next number.
  double delta = 0.5 * (next_up(magnitude) - magnitude);
  if (delta < 5e-324) delta = 5e-324;
  uint8_t fraction_digits[1100];
  uint32_t fraction_count = 0;
  if (fraction >= delta) {
    do {
      fraction *= radix;
      delta *= radix;
      uint32_t digit = (uint32_t)fraction;
      fraction_digits[fraction_count++] = (uint8_t)digit_characters[digit];
      fraction -= digit;
      bool above_half = fraction > 0.5 || (fraction == 0.5 && (digit & 1));
      if (above_half && fraction + delta > 1) {
        fraction_count = round_up_fraction(fraction_digits, fraction_count, radix);
        if (fraction_count == 0) integer += 1;
        break;
      }
    } while (fraction >= delta);
  }

  uint8_t reversed[1100];
  uint32_t start = sizeof reversed;
  // Far above 2^53 the last digits carry no information: zeros stand for them.
  while (integer / radix >= 9007199254740992.0) {
    integer /= radix;
    reversed[--start] = '0';
  }
  do {
    double remainder = fmod(integer, radix);
    reversed[--start] = (uint8_t)digit_characters[(uint32_t)remainder];
    integer = (integer - remainder) / radix;
  } while (integer > 0);

  uint8_t *out = text;
  if (value < 0) *out++ = '-';
  memcpy(out, reversed + start, sizeof reversed - start);
  out += sizeof reversed - start;
  if (fraction_count > 0) {
    *out++ = '.';
    memcpy(out, fraction_digits, fraction_count);
    out += fraction_count;
  }
  return (uint32_t)(out - text);
}
