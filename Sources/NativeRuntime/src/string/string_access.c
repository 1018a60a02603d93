/// String.prototype: single units, code points, and parts by index.
#include "library.h"
#include "rt_inline.h"

// OPTIMIZATION: compiled code calls the typed functions directly; the natives below them handle everything else.

uint32_t rt_string_unit_at_slow(rt_string *string, uint32_t index) { return rt__unit_at(string, index); }

double rt_string_char_code_at_slow(rt_string *string, double position) {
  uint32_t index;
  if (!rt__index_inside(position, string->length, &index)) return rt_double(RT_NAN);
  return rt__unit_at(string, index);
}

rt_string *rt_string_char_at_slow(rt_string *string, double position) {
  RT_SAFEPOINT();
  uint32_t index;
  if (!rt__index_inside(position, string->length, &index)) return rt__string_from_latin1(NULL, 0);
  return rt__string_from_unit(rt__unit_at(string, index));
}

/// ECMA-262 22.1.3.4 codePointAt.
rt_value rt_string_code_point_at(rt_string *string, double position) {
  uint32_t index;
  if (!rt__index_inside(position, string->length, &index)) return RT_UNDEFINED;
  return rt_from_double(rt__text_code_point_at(rt__text(string), index));
}

/// ECMA-262 22.1.3.1 at.
rt_value rt_string_at(rt_string *string, double position) {
  RT_SAFEPOINT();
  double integer = rt__to_integer(position);
  if (integer < 0) integer += string->length;
  if (!(integer >= 0 && integer < string->length)) return RT_UNDEFINED;
  return rt_from_string(rt__string_from_unit(rt__unit_at(string, (uint32_t)integer)));
}

/// ECMA-262 22.1.3.22 slice with an absent end.
rt_string *rt_string_slice_from(rt_string *string, double start) {
  RT_SAFEPOINT();
  return rt__substring(string, rt__relative_index(start, string->length), string->length);
}

/// ECMA-262 22.1.3.22 slice.
rt_string *rt_string_slice(rt_string *string, double start, double end) {
  RT_SAFEPOINT();
  uint32_t from = rt__relative_index(start, string->length);
  uint32_t to = rt__relative_index(end, string->length);
  return rt__substring(string, from, from < to ? to : from);
}

/// ECMA-262 22.1.3.25 substring with an absent end.
rt_string *rt_string_substring_from(rt_string *string, double start) {
  RT_SAFEPOINT();
  return rt__substring(string, rt__clamp_index(start, string->length), string->length);
}

/// ECMA-262 22.1.3.25 substring.
rt_string *rt_string_substring(rt_string *string, double start, double end) {
  RT_SAFEPOINT();
  uint32_t from = rt__clamp_index(start, string->length);
  uint32_t to = rt__clamp_index(end, string->length);
  return from <= to ? rt__substring(string, from, to) : rt__substring(string, to, from);
}

/// ECMA-262 B.2.2.1 substr.
rt_string *rt_string_substr(rt_string *string, double start, double length) {
  RT_SAFEPOINT();
  uint32_t from = rt__relative_index(start, string->length);
  return rt__substring(string, from, from + rt__clamp_index(length, string->length - from));
}

/// ECMA-262 22.1.3.2 String.prototype.charAt ( pos )
RT_NATIVE(rt_native_string_char_at) {
  RT_THIS_STRING(string, "charAt");
  RT_NUMBER_ARGUMENT(position, 0);
  return rt_from_string(rt_string_char_at(string, position));
}

/// ECMA-262 22.1.3.3 String.prototype.charCodeAt ( pos )
RT_NATIVE(rt_native_string_char_code_at) {
  RT_THIS_STRING(string, "charCodeAt");
  RT_NUMBER_ARGUMENT(position, 0);
  return rt_from_double(rt_string_char_code_at(string, position));
}

/// ECMA-262 22.1.3.4 String.prototype.codePointAt ( pos )
RT_NATIVE(rt_native_string_code_point_at) {
  RT_THIS_STRING(string, "codePointAt");
  RT_NUMBER_ARGUMENT(position, 0);
  return rt_string_code_point_at(string, position);
}

/// ECMA-262 22.1.3.1 String.prototype.at ( index )
RT_NATIVE(rt_native_string_at) {
  RT_THIS_STRING(string, "at");
  RT_NUMBER_ARGUMENT(position, 0);
  return rt_string_at(string, position);
}

/// ECMA-262 22.1.3.22 String.prototype.slice ( start, end )
RT_NATIVE(rt_native_string_slice) {
  RT_THIS_STRING(string, "slice");
  RT_NUMBER_ARGUMENT(start, 0);
  if (rt_argument(argc, argv, 1) == RT_UNDEFINED) return rt_from_string(rt_string_slice_from(string, start));
  RT_NUMBER_ARGUMENT(end, 1);
  return rt_from_string(rt_string_slice(string, start, end));
}

/// ECMA-262 22.1.3.25 String.prototype.substring ( start, end )
RT_NATIVE(rt_native_string_substring) {
  RT_THIS_STRING(string, "substring");
  RT_NUMBER_ARGUMENT(start, 0);
  if (rt_argument(argc, argv, 1) == RT_UNDEFINED) return rt_from_string(rt_string_substring_from(string, start));
  RT_NUMBER_ARGUMENT(end, 1);
  return rt_from_string(rt_string_substring(string, start, end));
}

/// ECMA-262 B.2.2.1 String.prototype.substr ( start, length )
RT_NATIVE(rt_native_string_substr) {
  RT_THIS_STRING(string, "substr");
  RT_NUMBER_ARGUMENT(start, 0);
  if (rt_argument(argc, argv, 1) == RT_UNDEFINED) return rt_from_string(rt_string_slice_from(string, start));
  RT_NUMBER_ARGUMENT(length, 1);
  return rt_from_string(rt_string_substr(string, start, length));
}

/// ECMA-262 22.1.3.5 String.prototype.concat ( ...args )
RT_NATIVE(rt_native_string_concat) {
  RT_THIS_STRING(string, "concat");
  for (uint32_t i = 0; i < argc; i++) {
    RT_ROOT_POINTER(string);
    RT_STRING_ARGUMENT(next, i);
    string = rt__concat(string, next);
    if (!string) return RT_EXCEPTION;
  }
  return rt_from_string(string);
}
