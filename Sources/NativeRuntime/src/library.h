/// What the natives of the library share: their signature, arguments, and integer conversions.
///
/// A native has the boxed signature of `rt_code`. The macros below belong to its first lines; those that convert
/// return RT_EXCEPTION from the native when the conversion throws. A converted string is rooted, as converting the
/// next argument may run code of the program.
#pragma once

#include "rt_abi.h"
#include "rt_array.h"
#include "rt_atoms.h"
#include "rt_error.h"
#include "rt_iterator.h"
#include "rt_number.h"
#include "rt_realm.h"
#include "rt_text.h"

#define RT_NAN 0x7FF8000000000000ull

/// The head of a native.
#define RT_NATIVE(name)                                                                                                \
  rt_value name(__attribute__((unused)) rt_function *callee, __attribute__((unused)) rt_value this_value,              \
                __attribute__((unused)) uint32_t argc, __attribute__((unused)) const rt_value *argv)

/// RequireObjectCoercible and ToString of the receiver of `String.prototype.<method>`; NULL with an exception.
rt_string *rt__this_string(rt_value this_value, const char *method);

/// ECMA-262 22.1.3.23 split by a string, at most `limit` parts; NULL on exception.
rt_object *rt__string_split(rt_string *string, rt_string *separator, uint32_t limit);
/// IsRegExp (7.2.8): truth.
int32_t rt__is_regexp_js(rt_value value);

/// A value as most messages of V8 show it: strings without quotes.
rt_string *rt__show(rt_value value);
/// The TypeError of a method on a receiver of another class; returns RT_EXCEPTION.
rt_value rt__throw_incompatible(const char *method, rt_value receiver);

/// Declares the receiver as a string.
#define RT_THIS_STRING(name, method)                                                                                   \
  rt_string *name = rt_is_string(this_value) ? rt_as_string(this_value) : rt__this_string(this_value, method);         \
  if (!name) return RT_EXCEPTION;                                                                                      \
  RT_ROOT_POINTER(name)

/// Declares an argument converted by ToString.
#define RT_STRING_ARGUMENT(name, index)                                                                                \
  rt_value name##_value = rt_argument(argc, argv, index);                                                             \
  rt_string *name = rt_is_string(name##_value) ? rt_as_string(name##_value) : rt_to_string(name##_value);              \
  if (!name) return RT_EXCEPTION;                                                                                      \
  RT_ROOT_POINTER(name)

/// Declares an argument converted by ToNumber.
#define RT_NUMBER_ARGUMENT(name, index)                                                                                \
  rt_value name##_value = rt_argument(argc, argv, index);                                                             \
  double name = rt_is_number(name##_value) ? rt_double(name##_value) : rt_to_number_slow(name##_value);                     \
  if (rt_is_double_exception(name)) return RT_EXCEPTION

/// ECMA-262 7.1.5 ToIntegerOrInfinity of a number.
static inline double rt__to_integer(double value) {
  if (value != value) return 0;
  return __builtin_trunc(value) + 0.0;
}

/// A position clamped to 0 … length.
static inline uint32_t rt__clamp_index(double position, uint32_t length) {
  if (!(position > 0)) return 0;
  return position < length ? (uint32_t)position : length;
}

/// A position that counts from the end if negative, clamped to 0 … length.
static inline uint32_t rt__relative_index(double position, uint32_t length) {
  if (position < 0) {
    position = __builtin_trunc(position);
    if (position == 0) return 0;
    return position + length > 0 ? (uint32_t)(position + length) : 0;
  }
  return rt__clamp_index(position, length);
}

/// Whether a position, truncated, is in 0 … length - 1.
static inline bool rt__index_inside(double position, uint32_t length, uint32_t *index) {
  if (position != position) position = 0;
  if (!(position > -1 && position < length)) return false;
  *index = (uint32_t)(int64_t)position;
  return *index < length;
}

/// Whether text has a unit that Latin-1 cannot hold (a UTF-16 slice need not have one).
static inline bool rt__text_needs_utf16(rt_text text) {
  if (text.latin1) return false;
  for (uint32_t i = 0; i < text.length; i++) {
    if (text.utf16[i] > 0xFF) return true;
  }
  return false;
}

/// Copies text into a raw string from the unit `at` on, widening if the string is wide; returns the index behind it.
/// The text may hold units above 0xFF only if the string is wide.
uint32_t rt__text_copy(rt_string *target, uint32_t at, rt_text text);

/// One unit of a string, by the shortest way.
static inline uint16_t rt__unit_at(rt_string *string, uint32_t index) {
  if (string->kind == RT_STRING_LATIN1) return string->data[index];
  return rt_text_at(rt__text(string), index);
}

/// ECMA-262 11.1.4 CodePointAt: the code point that starts at an index inside; a lone surrogate stands for itself.
static inline uint32_t rt__text_code_point_at(rt_text text, uint32_t index) {
  uint16_t lead = rt_text_at(text, index);
  if ((lead & 0xFC00) != 0xD800 || index + 1 >= text.length) return lead;
  uint16_t trail = rt_text_at(text, index + 1);
  if ((trail & 0xFC00) != 0xDC00) return lead;
  return 0x10000u + ((lead & 0x3FFu) << 10) + (trail & 0x3FFu);
}
