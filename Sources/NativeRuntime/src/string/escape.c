/// escape and unescape (ECMA-262 B.2.1).
#include "library.h"
#include "builtin/native.h"

static bool is_kept(uint16_t unit) {
  return (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z') ||
         (unit < 0x80 && unit && strchr("@*_+-./", unit));
}

/// ECMA-262 B.2.1.1 escape ( string )
NATIVE(rt_native_escape) {
  RT_STRING_ARGUMENT(string, 0);
  static const char digits[] = "0123456789ABCDEF";
  rt_text text = rt__text(string);
  rt_builder builder = {0};
  for (uint32_t i = 0; i < text.length; i++) {
    uint16_t unit = rt_text_at(text, i);
    if (is_kept(unit)) {
      rt__builder_unit(&builder, unit);
      continue;
    }
    rt__builder_ascii(&builder, unit > 0xFF ? "%u" : "%");
    for (int shift = unit > 0xFF ? 12 : 4; shift >= 0; shift -= 4)
      rt__builder_unit(&builder, (uint16_t)digits[unit >> shift & 15]);
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// The number of `count` hexadecimal digits at an index, or -1.
static int32_t hexadecimal(rt_text text, uint32_t index, uint32_t count) {
  if (text.length < count || index > text.length - count) return -1;
  int32_t number = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint16_t unit = rt_text_at(text, index + i), letter = unit | 0x20;
    bool is_digit = unit >= '0' && unit <= '9';
    if (!is_digit && !(letter >= 'a' && letter <= 'f')) return -1;
    number = number << 4 | (is_digit ? unit - '0' : letter - 'a' + 10);
  }
  return number;
}

/// ECMA-262 B.2.1.2 unescape ( string )
NATIVE(rt_native_unescape) {
  RT_STRING_ARGUMENT(string, 0);
  rt_text text = rt__text(string);
  rt_builder builder = {0};
  for (uint32_t i = 0; i < text.length;) {
    uint16_t unit = rt_text_at(text, i);
    int32_t number = -1;
    uint32_t length = 1;
    if (unit == '%') {
      bool is_long = i + 1 < text.length && rt_text_at(text, i + 1) == 'u';
      number = is_long ? hexadecimal(text, i + 2, 4) : hexadecimal(text, i + 1, 2);
      if (number >= 0) length = is_long ? 6 : 3;
    }
    rt__builder_unit(&builder, number >= 0 ? (uint16_t)number : unit);
    i += length;
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}
