/// String.prototype: searching for strings.
#include "library.h"

/// The number of a found index, or -1.
static int32_t found(uint32_t index) { return index == RT_NOT_FOUND ? -1 : (int32_t)index; }

/// ECMA-262 22.1.3.9 indexOf from a position.
int32_t rt_string_index_of_from(rt_string *string, rt_string *pattern, double position) {
  return found(rt__text_find(rt__text(string), rt__text(pattern), rt__clamp_index(position, string->length)));
}

/// ECMA-262 22.1.3.9 indexOf.
int32_t rt_string_index_of(rt_string *string, rt_string *pattern) {
  return found(rt__text_find(rt__text(string), rt__text(pattern), 0));
}

/// ECMA-262 22.1.3.11 lastIndexOf from a position; NaN stands for the end.
int32_t rt_string_last_index_of_from(rt_string *string, rt_string *pattern, double position) {
  uint32_t from = position != position ? string->length : rt__clamp_index(position, string->length);
  return found(rt__text_find_last(rt__text(string), rt__text(pattern), from));
}

/// ECMA-262 22.1.3.11 lastIndexOf.
int32_t rt_string_last_index_of(rt_string *string, rt_string *pattern) {
  return found(rt__text_find_last(rt__text(string), rt__text(pattern), string->length));
}

/// ECMA-262 22.1.3.8 includes.
int32_t rt_string_includes(rt_string *string, rt_string *pattern) {
  return rt__text_find(rt__text(string), rt__text(pattern), 0) != RT_NOT_FOUND;
}

/// ECMA-262 22.1.3.8 includes from a position.
int32_t rt_string_includes_from(rt_string *string, rt_string *pattern, double position) {
  uint32_t from = rt__clamp_index(position, string->length);
  return rt__text_find(rt__text(string), rt__text(pattern), from) != RT_NOT_FOUND;
}

/// ECMA-262 22.1.3.24 startsWith at a position.
int32_t rt_string_starts_with_at(rt_string *string, rt_string *pattern, double position) {
  return rt__text_matches_at(rt__text(string), rt__text(pattern), rt__clamp_index(position, string->length));
}

/// ECMA-262 22.1.3.24 startsWith.
int32_t rt_string_starts_with(rt_string *string, rt_string *pattern) {
  return rt__text_matches_at(rt__text(string), rt__text(pattern), 0);
}

/// ECMA-262 22.1.3.7 endsWith at a position.
int32_t rt_string_ends_with_at(rt_string *string, rt_string *pattern, double position) {
  uint32_t end = rt__clamp_index(position, string->length);
  return pattern->length <= end && rt__text_matches_at(rt__text(string), rt__text(pattern), end - pattern->length);
}

/// ECMA-262 22.1.3.7 endsWith.
int32_t rt_string_ends_with(rt_string *string, rt_string *pattern) {
  return rt_string_ends_with_at(string, pattern, string->length);
}

/// Whether an argument is a regular expression, or asking threw: then with an exception pending.
static bool refuse_regexp_js(rt_value pattern, const char *method) {
  int32_t is_regexp = rt__is_regexp_js(pattern);
  if (is_regexp == 1) {
    rt__throw_type_error("First argument to String.prototype.%c must not be a regular expression", method);
  }
  return is_regexp != 0;
}

/// ECMA-262 22.1.3.9 String.prototype.indexOf ( searchString, position )
RT_NATIVE(rt_native_string_index_of) {
  RT_THIS_STRING(string, "indexOf");
  RT_STRING_ARGUMENT(pattern, 0);
  if (rt_argument(argc, argv, 1) == RT_UNDEFINED) return rt_from_double(rt_string_index_of(string, pattern));
  RT_NUMBER_ARGUMENT(position, 1);
  return rt_from_double(rt_string_index_of_from(string, pattern, position));
}

/// ECMA-262 22.1.3.11 String.prototype.lastIndexOf ( searchString, position )
RT_NATIVE(rt_native_string_last_index_of) {
  RT_THIS_STRING(string, "lastIndexOf");
  RT_STRING_ARGUMENT(pattern, 0);
  RT_NUMBER_ARGUMENT(position, 1);
  return rt_from_double(rt_string_last_index_of_from(string, pattern, position));
}

/// ECMA-262 22.1.3.8 String.prototype.includes ( searchString, position )
RT_NATIVE(rt_native_string_includes) {
  RT_THIS_STRING(string, "includes");
  if (refuse_regexp_js(rt_argument(argc, argv, 0), "includes")) return RT_EXCEPTION;
  RT_STRING_ARGUMENT(pattern, 0);
  if (rt_argument(argc, argv, 1) == RT_UNDEFINED) return rt_from_bool(rt_string_includes(string, pattern));
  RT_NUMBER_ARGUMENT(position, 1);
  return rt_from_bool(rt_string_includes_from(string, pattern, position));
}

/// ECMA-262 22.1.3.24 String.prototype.startsWith ( searchString, position )
RT_NATIVE(rt_native_string_starts_with) {
  RT_THIS_STRING(string, "startsWith");
  if (refuse_regexp_js(rt_argument(argc, argv, 0), "startsWith")) return RT_EXCEPTION;
  RT_STRING_ARGUMENT(pattern, 0);
  if (rt_argument(argc, argv, 1) == RT_UNDEFINED) return rt_from_bool(rt_string_starts_with(string, pattern));
  RT_NUMBER_ARGUMENT(position, 1);
  return rt_from_bool(rt_string_starts_with_at(string, pattern, position));
}

/// ECMA-262 22.1.3.7 String.prototype.endsWith ( searchString, endPosition )
RT_NATIVE(rt_native_string_ends_with) {
  RT_THIS_STRING(string, "endsWith");
  if (refuse_regexp_js(rt_argument(argc, argv, 0), "endsWith")) return RT_EXCEPTION;
  RT_STRING_ARGUMENT(pattern, 0);
  if (rt_argument(argc, argv, 1) == RT_UNDEFINED) return rt_from_bool(rt_string_ends_with(string, pattern));
  RT_NUMBER_ARGUMENT(position, 1);
  return rt_from_bool(rt_string_ends_with_at(string, pattern, position));
}
