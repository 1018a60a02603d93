/// Number, its prototype, and the global functions on numbers (ECMA-262 21.1, 19.2).
#include <math.h>

#include "library.h"
#include "rt_bigint.h"
#include "rt_inline.h"

/// A string of ASCII bytes.
static rt_string *ascii_string(const uint8_t *text, uint32_t length) { return rt__string_from_latin1(text, length); }

/// ECMA-262 6.1.6.1.20 Number::toString for a radix from 2 to 36; for other parts of the runtime.
rt_string *rt_number_to_string(double number, int radix) {
  if (radix == 10) {
    uint8_t text[RT_NUMBER_TEXT_MAX];
    return ascii_string(text, rt__number_to_text(number, text));
  }
  uint8_t text[RT_NUMBER_LONG_TEXT_MAX];
  return ascii_string(text, rt__number_to_radix_text(number, (uint32_t)radix, text));
}

/// ECMA-262 7.1.4.1.1 StringToNumber.
double rt_string_to_number(rt_string *string) { return rt__text_to_number(rt__text(string)); }

/// Number::toString, radix 10, called by compiled code.
rt_string *rt_number_to_decimal(double number) {
  RT_SAFEPOINT();
  return rt_number_to_string(number, 10);
}

/// ECMA-262 21.1.3.6 toString with a radix.
rt_string *rt_number_to_radix(double number, double radix) {
  RT_SAFEPOINT();
  double integer = rt__to_integer(radix);
  if (integer < 2 || integer > 36) {
    rt__throw_range_error("toString() radix argument must be between 2 and 36");
    return NULL;
  }
  return rt_number_to_string(number, (int)integer);
}

/// ECMA-262 19.2.5 parseInt without a radix.
double rt_parse_int(rt_string *string) { return rt__text_parse_int(rt__text(string), 0); }
/// ECMA-262 19.2.5 parseInt.
double rt_parse_int_radix(rt_string *string, int32_t radix) { return rt__text_parse_int(rt__text(string), radix); }
/// ECMA-262 19.2.4 parseFloat.
double rt_parse_float(rt_string *string) { return rt__text_parse_float(rt__text(string)); }

/// ECMA-262 19.2.5 parseInt ( string, radix )
RT_NATIVE(rt_native_parse_int) {
  rt_value value = rt_argument(argc, argv, 0);
  // OPTIMIZATION: small integers are their own text's value.
  if (rt_is_number(value) && argc < 2 && fabs(rt_double(value)) < 1e15 && trunc(rt_double(value)) == rt_double(value)) {
    return rt_from_double(rt_double(value) + 0.0);
  }
  RT_STRING_ARGUMENT(string, 0);
  RT_NUMBER_ARGUMENT(radix, 1);
  return rt_from_double(rt_parse_int_radix(string, rt__number_to_int32(radix)));
}

/// ECMA-262 19.2.4 parseFloat ( string )
RT_NATIVE(rt_native_parse_float) {
  RT_STRING_ARGUMENT(string, 0);
  return rt_from_double(rt_parse_float(string));
}

/// ECMA-262 19.2.3 isNaN ( number )
RT_NATIVE(rt_native_is_nan) {
  RT_NUMBER_ARGUMENT(number, 0);
  return rt_from_bool(rt_number_is_nan(number));
}

/// ECMA-262 19.2.2 isFinite ( number )
RT_NATIVE(rt_native_is_finite) {
  RT_NUMBER_ARGUMENT(number, 0);
  return rt_from_bool(rt_number_is_finite(number));
}

/// Defines a static function that is false for everything that is no number.
#define NUMBER_TEST(name)                                                                                              \
  RT_NATIVE(rt_native_number_##name) {                                                                                 \
    rt_value value = rt_argument(argc, argv, 0);                                                                       \
    return rt_from_bool(rt_is_number(value) && rt_number_##name(rt_double(value)));                                    \
  }

NUMBER_TEST(is_finite)       // 21.1.2.2
NUMBER_TEST(is_integer)      // 21.1.2.3
NUMBER_TEST(is_nan)          // 21.1.2.4
NUMBER_TEST(is_safe_integer) // 21.1.2.5

/// ECMA-262 21.1.3.7.1 ThisNumberValue; the exception's NaN if the receiver is no number.
static double this_number(rt_value this_value, const char *method) {
  if (rt_is_number(this_value)) return rt_double(this_value);
  if (rt_is_class(this_value, RT_CLASS_NUMBER)) return rt_double(((rt_wrapper *)rt_as_object(this_value))->value);
  rt__throw_type_error("Number.prototype.%c requires that 'this' be a Number", method);
  return rt_double_exception();
}

/// Declares the receiver as a number.
#define RT_THIS_NUMBER(name, method)                                                                                   \
  double name = this_number(this_value, method);                                                                       \
  if (rt_is_double_exception(name)) return RT_EXCEPTION

/// A string result as a value, NULL as the exception.
static rt_value string_result(rt_string *string) { return string ? rt_from_string(string) : RT_EXCEPTION; }

/// ECMA-262 21.1.3.6 Number.prototype.toString ( radix )
RT_NATIVE(rt_native_number_to_string) {
  RT_SAFEPOINT();
  RT_THIS_NUMBER(number, "toString");
  if (rt_argument(argc, argv, 0) == RT_UNDEFINED) return rt_from_string(rt_number_to_string(number, 10));
  RT_NUMBER_ARGUMENT(radix, 0);
  return string_result(rt_number_to_radix(number, radix));
}

/// ECMA-262 21.1.3.4 toLocaleString, as Node formats in its default locale en-US: groups of three digits and at most
/// three digits behind the point, halves rounded away from zero by the shortest decimal text.
rt_string *rt_number_to_locale(double number) {
  RT_SAFEPOINT();
  if (number != number) return rt__string_from_ascii("NaN");
  rt_builder builder = {0};
  if (signbit(number)) rt__builder_unit(&builder, '-');
  if (fabs(number) == HUGE_VAL) {
    rt__builder_unit(&builder, 0x221E);
    return rt__builder_finish(&builder);
  }
  uint8_t digits[17];
  int32_t point = 0;
  int32_t count = number == 0 ? 0 : rt__shortest_digits(fabs(number), digits, &point);
  // A zero for a carry, the integer part, and four digits of the fraction.
  uint8_t text[320] = {'0'};
  int32_t integer_end = 1 + (point > 0 ? point : 0);
  int32_t end = integer_end + 3;
  for (int32_t i = 1; i <= end; i++) {
    int32_t digit = i - integer_end + point;
    text[i] = digit >= 0 && digit < count ? digits[digit] : '0';
  }
  if (text[end] >= '5') {
    int32_t i = end - 1;
    while (text[i] == '9') text[i--] = '0';
    text[i]++;
  }
  int32_t start = 0;
  while (start < integer_end - 1 && text[start] == '0') start++;
  while (end > integer_end && text[end - 1] == '0') end--;
  for (int32_t i = start; i < end; i++) {
    if (i == integer_end) rt__builder_unit(&builder, '.');
    if (i > start && i < integer_end && (integer_end - i) % 3 == 0) rt__builder_unit(&builder, ',');
    rt__builder_unit(&builder, text[i]);
  }
  return rt__builder_finish(&builder);
}

/// ECMA-262 21.1.3.4 Number.prototype.toLocaleString ( ), for the default locale and options only.
RT_NATIVE(rt_native_number_to_locale_string) {
  RT_THIS_NUMBER(number, "toLocaleString");
  rt_value locale = rt_argument(argc, argv, 0);
  bool is_default = locale == RT_UNDEFINED;
  if (rt_is_string(locale)) {
    rt_string *name = rt_as_string(locale);
    is_default = rt__text_equal(rt__text(name), rt_text_latin1("en-US", 5)) ||
                 rt__text_equal(rt__text(name), rt_text_latin1("en", 2));
  }
  if (!is_default || rt_argument(argc, argv, 1) != RT_UNDEFINED) {
    return rt__throw_error(RT_ERROR, "Number.prototype.toLocaleString supports only the locale en-US without options");
  }
  return rt_from_string(rt_number_to_locale(number));
}

/// Number::toString for results that stay the same in every format: NaN, infinities.
static rt_value plain_result(double number) { return rt_from_string(rt_number_to_string(number, 10)); }

/// ECMA-262 21.1.3.3 toFixed.
rt_string *rt_number_to_fixed_string(double number, double digits) {
  RT_SAFEPOINT();
  double count = rt__to_integer(digits);
  if (!(count >= 0 && count <= 100)) {
    rt__throw_range_error("toFixed() digits argument must be between 0 and 100");
    return NULL;
  }
  if (!(fabs(number) < 1e21)) return rt_number_to_string(number, 10);
  uint8_t text[RT_NUMBER_LONG_TEXT_MAX];
  return ascii_string(text, rt__number_to_fixed(number, (uint32_t)count, text));
}

/// ECMA-262 21.1.3.3 Number.prototype.toFixed ( fractionDigits )
RT_NATIVE(rt_native_number_to_fixed) {
  RT_THIS_NUMBER(number, "toFixed");
  RT_NUMBER_ARGUMENT(digits, 0);
  return string_result(rt_number_to_fixed_string(number, digits));
}

/// ECMA-262 21.1.3.2 Number.prototype.toExponential ( fractionDigits )
RT_NATIVE(rt_native_number_to_exponential) {
  RT_SAFEPOINT();
  RT_THIS_NUMBER(number, "toExponential");
  RT_NUMBER_ARGUMENT(digits, 0);
  if (!(fabs(number) < HUGE_VAL)) return plain_result(number);
  double count = rt__to_integer(digits);
  if (!(count >= 0 && count <= 100)) {
    return rt__throw_range_error("toExponential() argument must be between 0 and 100");
  }
  uint8_t text[RT_NUMBER_LONG_TEXT_MAX];
  int32_t wanted = rt_argument(argc, argv, 0) == RT_UNDEFINED ? -1 : (int32_t)count;
  return rt_from_string(ascii_string(text, rt__number_to_exponential(number, wanted, text)));
}

/// ECMA-262 21.1.3.5 Number.prototype.toPrecision ( precision )
RT_NATIVE(rt_native_number_to_precision) {
  RT_SAFEPOINT();
  RT_THIS_NUMBER(number, "toPrecision");
  if (rt_argument(argc, argv, 0) == RT_UNDEFINED) return plain_result(number);
  RT_NUMBER_ARGUMENT(precision, 0);
  if (!(fabs(number) < HUGE_VAL)) return plain_result(number);
  double count = rt__to_integer(precision);
  if (!(count >= 1 && count <= 100)) {
    return rt__throw_range_error("toPrecision() argument must be between 1 and 100");
  }
  uint8_t text[RT_NUMBER_LONG_TEXT_MAX];
  return rt_from_string(ascii_string(text, rt__number_to_precision(number, (uint32_t)count, text)));
}

/// ECMA-262 21.1.3.7 Number.prototype.valueOf ( )
RT_NATIVE(rt_native_number_value_of) {
  RT_THIS_NUMBER(number, "valueOf");
  return rt_from_double(number);
}

/// What Number makes of a value: BigInts are rounded.
static double to_number_of_any_js(rt_value value) {
  if (rt_is_object(value)) {
    RT_SAFEPOINT();
    value = rt__to_primitive_js(value, RT_HINT_NUMBER);
    if (value == RT_EXCEPTION) return rt_double_exception();
  }
  return rt_is_bigint(value) ? rt__bigint_operations.to_double(value) : rt_to_number(value);
}

/// ECMA-262 21.1.1.1 Number ( value ) without `new`.
RT_NATIVE(rt_native_number_call) {
  if (argc == 0) return rt_from_double(0);
  double number = to_number_of_any_js(argv[0]);
  return rt_is_double_exception(number) ? RT_EXCEPTION : rt_from_double(number);
}

/// ECMA-262 21.1.1.1 Number ( value ) as a constructor; new.target comes as `this_value`.
RT_NATIVE(rt_native_number_construct) {
  RT_SAFEPOINT();
  double number = 0;
  if (argc > 0) {
    number = to_number_of_any_js(argv[0]);
    if (rt_is_double_exception(number)) return RT_EXCEPTION;
  }
  rt_object *object = rt__object_from_constructor_js(this_value, &rt_number_class);
  if (!object) return RT_EXCEPTION;
  ((rt_wrapper *)object)->value = rt_from_double(number);
  return rt_from_object(object);
}
