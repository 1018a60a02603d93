/// Numbers to text and back (ECMA-262 6.1.6.1.20, 7.1.4.1, 21.1).
#pragma once

#include "rt_text.h"

/// Room for `rt__number_to_text`: "-1.2345678901234567e-308" is the longest.
enum { RT_NUMBER_TEXT_MAX = 32 };
/// Room for a fraction of 100 digits behind the longest integer part, or any radix conversion.
enum { RT_NUMBER_LONG_TEXT_MAX = 2200 };

/// ECMA-262 6.1.6.1.20 Number::toString, radix 10; returns the number of ASCII bytes written.
uint32_t rt__number_to_text(double value, uint8_t text[RT_NUMBER_TEXT_MAX]);
/// The decimal digits of an integer; returns the number of ASCII bytes written.
uint32_t rt__integer_to_text(int64_t value, uint8_t text[RT_NUMBER_TEXT_MAX]);
/// Number::toString with a radix from 2 to 36, digit for digit as V8 chooses among the permitted results.
uint32_t rt__number_to_radix_text(double value, uint32_t radix, uint8_t text[RT_NUMBER_LONG_TEXT_MAX]);
/// ECMA-262 21.1.3.3 toFixed for |value| < 1e21 and 0..100 digits.
uint32_t rt__number_to_fixed(double value, uint32_t digits, uint8_t text[RT_NUMBER_LONG_TEXT_MAX]);
/// ECMA-262 21.1.3.2 toExponential for a finite value; `digits` -1 gives as many as necessary.
uint32_t rt__number_to_exponential(double value, int32_t digits, uint8_t text[RT_NUMBER_LONG_TEXT_MAX]);
/// ECMA-262 21.1.3.5 toPrecision for a finite value and 1..100 digits.
uint32_t rt__number_to_precision(double value, uint32_t precision, uint8_t text[RT_NUMBER_LONG_TEXT_MAX]);

/// ECMA-262 7.1.4.1.1 StringToNumber.
double rt__text_to_number(rt_text text);
/// ECMA-262 19.2.4 parseFloat.
double rt__text_parse_float(rt_text text);
/// ECMA-262 19.2.5 parseInt; the radix as given to it after ToInt32.
double rt__text_parse_int(rt_text text, int32_t radix);
/// Reads an unsigned StrUnsignedDecimalLiteral without `Infinity` at `*index`, and moves `*index` behind it; leaves
/// `*index` alone if there is none.
double rt__text_scan_decimal(rt_text text, uint32_t *index);

/// Any integer of so many decimal digits is less than 2^64.
enum { RT_EXACT_DIGITS = 19 };

/// The double nearest to mantissa × 10^scale, where that is quickly known; otherwise false.
bool rt__decimal_to_double(uint64_t mantissa, int64_t scale, double *value);

/// The shortest digits that read back as `value` (finite, positive), without zeros at the end: value =
/// 0.d1d2… × 10^*point. Returns their count, at most 17. Implemented in Swift.
int32_t rt__shortest_digits(double value, uint8_t digits[17], int32_t *point);
