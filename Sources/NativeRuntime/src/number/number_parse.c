/// Text to numbers: StringToNumber, parseFloat, parseInt, and the decimal scanner that JSON.parse shares.
#include "rt_number.h"

#include <math.h>
#include <stdlib.h>

/// Powers of ten that are exact doubles.
static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// The first 64 bits of 10^-1, 10^-2, …, cut off behind them.
static const uint64_t inverse_powers[] = {
    0xCCCCCCCCCCCCCCCC, 0xA3D70A3D70A3D70A, 0x83126E978D4FDF3B, 0xD1B71758E219652B, 0xA7C5AC471B478423,
    0x8637BD05AF6C69B5, 0xD6BF94D5E57A42BC, 0xABCC77118461CEFC, 0x89705F4136B4A597, 0xDBE6FECEBDEDD5BE,
    0xAFEBFF0BCB24AAFE, 0x8CBCCC096F5088CB, 0xE12E13424BB40E13, 0xB424DC35095CD80F, 0x901D7CF73AB0ACD9,
    0xE69594BEC44DE15B, 0xB877AA3236A4B449, 0x9392EE8E921D5D07, 0xEC1E4A7DB69561A5, 0xBCE5086492111AEA,
    0x971DA05074DA7BEE, 0xF1C90080BAF72CB1, 0xC16D9A0095928A27, 0x9ABE14CD44753B52, 0xF79687AED3EEC551,
    0xC612062576589DDA, 0x9E74D1B791E07E48, 0xFD87B5F28300CA0D, 0xCAD2F7F5359A3B3E, 0xA2425FF75E14FC31,
};

enum { INVERSE_POWERS = sizeof inverse_powers / sizeof *inverse_powers };

/// More significant digits than any number needs for correct rounding; further ones only matter as "not zero".
enum { MAX_SIGNIFICANT = 780 };

/// What the scanner found: digits d1d2…, each from the text without the point, and their exponent.
typedef struct {
  uint64_t mantissa;    ///< the first 19 significant digits
  int32_t significant;  ///< how many significant digits there are
  int32_t exponent;     ///< value = (all significant digits as an integer) × 10^exponent
} decimal_parts;

/// Rounds mantissa × 10^-`places` by one multiplication, after Eisel and Lemire; false where 64 bits of the power do not
/// tell which way.
static bool multiply_by_inverse(uint64_t mantissa, uint32_t places, double *value) {
  int32_t zeros = __builtin_clzll(mantissa);
  unsigned __int128 product = (unsigned __int128)(mantissa << zeros) * inverse_powers[places - 1];
  uint64_t high = (uint64_t)(product >> 64);
  int32_t dropped = 10 + (int32_t)(high >> 63);
  uint64_t rest = high & ((1ull << dropped) - 1), half = 1ull << (dropped - 1);
  // The product is above `high` and less than 2 above it, as the power is below 10^-places by less than one unit.
  if (rest == half - 1) return false;
  // Half a unit of the result is never met exactly, then: no ties.
  uint64_t rounded = (high >> dropped) + (rest >= half);
  int32_t exponent = dropped + 1 - zeros + (int32_t)((-217706 * (int32_t)places) >> 16);
  *value = (double)rounded * rt_double((uint64_t)(1023 + exponent) << 52);
  return true;
}

bool rt__decimal_to_double(uint64_t mantissa, int64_t scale, double *value) {
  if (scale == 0 || mantissa == 0) {
    *value = (double)mantissa;
    return true;
  }
  if (mantissa <= 1ull << 53 && scale >= -22 && scale <= 22) {
    // OPTIMIZATION: one operation on two exact doubles rounds correctly.
    *value = scale > 0 ? (double)mantissa * exact_powers[scale] : (double)mantissa / exact_powers[-scale];
    return true;
  }
  return scale < 0 && scale >= -INVERSE_POWERS && multiply_by_inverse(mantissa, (uint32_t)-scale, value);
}

/// Rounds a decimal of many digits with the C library's strtod, which is exact. The locale is always "C".
static double parse_slowly(rt_text text, uint32_t start, uint32_t end, int32_t exponent) {
  char buffer[MAX_SIGNIFICANT + 32];
  uint32_t count = 0;
  bool dropped_nonzero = false;
  for (uint32_t i = start; i < end; i++) {
    uint16_t unit = rt_text_at(text, i);
    if (unit == '.' || (count == 0 && unit == '0')) continue;
    if (count < MAX_SIGNIFICANT) {
      buffer[count++] = (char)unit;
    } else {
      exponent++;
      if (unit != '0') dropped_nonzero = true;
    }
  }
  if (dropped_nonzero) {
    buffer[count++] = '1';
    exponent--;
  }
  buffer[count++] = 'e';
  count += rt__integer_to_text(exponent, (uint8_t *)buffer + count);
  buffer[count] = 0;
  return strtod(buffer, NULL);
}

/// Whether the unit at an index inside the text is a decimal digit.
static bool is_digit_at(rt_text text, uint32_t index) {
  return index < text.length && (uint16_t)(rt_text_at(text, index) - '0') < 10;
}

/// Takes a run of digits into `parts`; `fraction` says that they stand behind the point.
static uint32_t scan_digits(rt_text text, uint32_t index, bool fraction, decimal_parts *parts) {
  for (; is_digit_at(text, index); index++) {
    uint32_t digit = rt_text_at(text, index) - '0' + 0u;
    if (parts->significant > 0 || digit != 0) {
      if (parts->significant < RT_EXACT_DIGITS) parts->mantissa = parts->mantissa * 10 + digit;
      parts->significant++;
    }
    parts->exponent -= fraction;
  }
  return index;
}

double rt__text_scan_decimal(rt_text text, uint32_t *index) {
  decimal_parts parts = {0};
  uint32_t start = *index;
  uint32_t at = scan_digits(text, start, false, &parts);
  bool has_digits = at > start;
  if (at < text.length && rt_text_at(text, at) == '.' && (has_digits || is_digit_at(text, at + 1))) {
    at = scan_digits(text, at + 1, true, &parts);
    has_digits = true;
  }
  if (!has_digits) return rt_double(0x7FF8000000000000ull);
  uint32_t end = at;
  int32_t exponent = 0;
  if (at < text.length && (rt_text_at(text, at) | 0x20) == 'e') {
    uint32_t digits = at + 1;
    bool negative = false;
    if (digits < text.length && (rt_text_at(text, digits) == '+' || rt_text_at(text, digits) == '-')) {
      negative = rt_text_at(text, digits) == '-';
      digits++;
    }
    if (is_digit_at(text, digits)) {
      for (; is_digit_at(text, digits); digits++) {
        // Saturates far beyond what any count of digits could make up for.
        if (exponent < 100000000) exponent = exponent * 10 + (rt_text_at(text, digits) - '0');
      }
      if (negative) exponent = -exponent;
      at = digits;
    }
  }
  *index = at;
  if (parts.significant == 0) return 0;
  int64_t scale = (int64_t)parts.exponent + exponent;
  double value;
  if (parts.significant <= RT_EXACT_DIGITS && rt__decimal_to_double(parts.mantissa, scale, &value)) return value;
  int64_t magnitude = scale + parts.significant;
  if (magnitude > 310) return HUGE_VAL;
  if (magnitude < -330) return 0;
  return parse_slowly(text, start, end, (int32_t)scale);
}

/// The value of a digit in a radix of up to 36, or 36 and more if it is none.
static uint32_t digit_value(uint16_t unit) {
  if ((uint16_t)(unit - '0') < 10) return unit - '0' + 0u;
  uint16_t lower = unit | 0x20;
  if (unit < 0x80 && lower >= 'a' && lower <= 'z') return lower - 'a' + 10u;
  return 36;
}

/// The correctly rounded value of digits whose radix is 2^`bits`.
static double parse_power_of_two(rt_text digits, uint32_t bits) {
  uint64_t mantissa = 0;
  int32_t exponent = 0;
  bool sticky = false;
  for (uint32_t i = 0; i < digits.length; i++) {
    uint32_t digit = digit_value(rt_text_at(digits, i));
    if (exponent == 0 && mantissa >> (64 - bits) == 0) {
      mantissa = mantissa << bits | digit;
    } else {
      exponent += exponent < 2000 ? (int32_t)bits : 0;
      sticky |= digit != 0;
    }
  }
  // With at least 60 bits held, the lowest is far below the rounding position and can stand for all dropped ones.
  return ldexp((double)(mantissa | sticky), exponent);
}

/// The value of digits in a radix that is neither ten nor a power of two; rounds as V8 does, which ECMA-262 permits.
static double parse_other_radix(rt_text digits, uint32_t radix) {
  double value = 0;
  uint32_t i = 0;
  while (i < digits.length && rt_text_at(digits, i) == '0') i++;
  while (i < digits.length) {
    uint32_t part = 0, multiplier = 1;
    for (; i < digits.length && multiplier * radix <= 0xFFFFFFFFu / 36; multiplier *= radix) {
      part = part * radix + digit_value(rt_text_at(digits, i++));
    }
    value = value * multiplier + part;
  }
  return value;
}

/// The value of a run of digits that were checked to belong to the radix.
static double parse_digits(rt_text digits, uint32_t radix) {
  if (radix == 10) {
    uint32_t index = 0;
    return rt__text_scan_decimal(digits, &index);
  }
  if ((radix & (radix - 1)) == 0) return parse_power_of_two(digits, (uint32_t)__builtin_ctz(radix));
  return parse_other_radix(digits, radix);
}

/// The index behind the digits of a radix that start at `index`.
static uint32_t skip_digits(rt_text text, uint32_t index, uint32_t radix) {
  while (index < text.length && digit_value(rt_text_at(text, index)) < radix) index++;
  return index;
}

/// Whether the ASCII text `word` stands at `index`.
static bool has_word(rt_text text, uint32_t index, const char *word) {
  for (; *word; word++, index++) {
    if (index >= text.length || rt_text_at(text, index) != (uint16_t)*word) return false;
  }
  return true;
}

/// A signed StrDecimalLiteral at `*index`, which moves behind it; NaN, and `*index` alone, if there is none.
static double scan_signed_decimal(rt_text text, uint32_t *index) {
  uint32_t at = *index;
  bool negative = false;
  if (at < text.length && (rt_text_at(text, at) == '+' || rt_text_at(text, at) == '-')) {
    negative = rt_text_at(text, at) == '-';
    at++;
  }
  uint32_t start = at;
  double value;
  if (has_word(text, at, "Infinity")) {
    at += 8;
    value = HUGE_VAL;
  } else {
    value = rt__text_scan_decimal(text, &at);
  }
  if (at == start) return value;
  *index = at;
  return negative ? -value : value;
}

static const uint64_t nan_bits = 0x7FF8000000000000ull;

/// Reads what most numbers look like: Latin-1, perhaps a minus sign, up to 15 digits and perhaps a point among them. How
/// many units that took, or 0 for everything else, also if more may belong to the number.
static uint32_t scan_short_decimal(rt_text text, bool takes_point, double *value) {
  enum { EXACT_DIGITS = 15 };
  const uint8_t *units = text.latin1;
  if (!units || text.length == 0) return 0;
  uint32_t start = units[0] == '-', at = start, fraction = 0;
  uint64_t mantissa = 0;
  for (; at < text.length && (uint8_t)(units[at] - '0') < 10; at++) mantissa = mantissa * 10 + (units[at] - '0');
  uint32_t digits = at - start;
  if (digits == 0 || digits > EXACT_DIGITS) return 0;
  if (takes_point && at < text.length && units[at] == '.') {
    uint32_t point = at++;
    for (; at < text.length && (uint8_t)(units[at] - '0') < 10; at++) mantissa = mantissa * 10 + (units[at] - '0');
    fraction = at - point - 1;
    if (fraction > EXACT_DIGITS - digits) return 0;
  }
  if (at < text.length && ((units[at] | 0x20) == 'e' || (units[at] | 0x20) == 'x')) return 0;
  double magnitude = fraction ? (double)mantissa / exact_powers[fraction] : (double)mantissa;
  *value = start ? -magnitude : magnitude;
  return at;
}

double rt__text_to_number(rt_text text) {
  double simple;
  if (text.length > 0 && scan_short_decimal(text, true, &simple) == text.length) return simple;
  text = rt__text_trim(text, true, true);
  if (text.length == 0) return 0;
  if (text.length > 2 && rt_text_at(text, 0) == '0') {
    uint16_t letter = rt_text_at(text, 1) | 0x20;
    uint32_t radix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (radix != 0) {
      if (skip_digits(text, 2, radix) != text.length) return rt_double(nan_bits);
      return parse_digits(rt_text_slice(text, 2, text.length), radix);
    }
  }
  uint32_t index = 0;
  double value = scan_signed_decimal(text, &index);
  return index == text.length ? value : rt_double(nan_bits);
}

double rt__text_parse_float(rt_text text) {
  double simple;
  if (scan_short_decimal(text, true, &simple)) return simple;
  text = rt__text_trim(text, true, false);
  uint32_t index = 0;
  return scan_signed_decimal(text, &index);
}

double rt__text_parse_int(rt_text text, int32_t radix) {
  double simple;
  if ((radix == 0 || radix == 10) && scan_short_decimal(text, false, &simple)) return simple;
  text = rt__text_trim(text, true, false);
  uint32_t at = 0;
  bool negative = false;
  if (at < text.length && (rt_text_at(text, at) == '+' || rt_text_at(text, at) == '-')) {
    negative = rt_text_at(text, at) == '-';
    at++;
  }
  if (radix != 0 && (radix < 2 || radix > 36)) return rt_double(nan_bits);
  if ((radix == 0 || radix == 16) && text.length - at >= 2 && rt_text_at(text, at) == '0' &&
      (rt_text_at(text, at + 1) | 0x20) == 'x') {
    at += 2;
    radix = 16;
  }
  if (radix == 0) radix = 10;
  uint32_t end = skip_digits(text, at, (uint32_t)radix);
  if (end == at) return rt_double(nan_bits);
  double value = parse_digits(rt_text_slice(text, at, end), (uint32_t)radix);
  return negative ? -value : value;
}
