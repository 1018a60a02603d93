/// String.prototype: trim, pad, repeat, split, and replacing by strings.
#include "library.h"

/// The part of a string that trimming leaves.
static rt_string *trim(rt_string *string, bool start, bool end) {
  rt_text text = rt__text(string);
  rt_text kept = rt__text_trim(text, start, end);
  if (kept.length == text.length) return string;
  uint32_t first = (uint32_t)(text.latin1 ? kept.latin1 - text.latin1 : kept.utf16 - text.utf16);
  return rt__substring(string, first, first + kept.length);
}

/// ECMA-262 22.1.3.32 trim.
rt_string *rt_string_trim(rt_string *string) {
  RT_SAFEPOINT();
  return trim(string, true, true);
}

/// ECMA-262 22.1.3.34 trimStart.
rt_string *rt_string_trim_start(rt_string *string) {
  RT_SAFEPOINT();
  return trim(string, true, false);
}

/// ECMA-262 22.1.3.33 trimEnd.
rt_string *rt_string_trim_end(rt_string *string) {
  RT_SAFEPOINT();
  return trim(string, false, true);
}

/// NULL with the RangeError of a string that would be too long.
static rt_string *throw_invalid_length(void) {
  rt__throw_range_error("Invalid string length");
  return NULL;
}

/// A raw string that can hold the given texts' units.
static rt_string *raw_string(uint32_t length, bool wide) {
  return wide ? rt__string_utf16_raw(length) : rt__string_latin1_raw(length);
}

/// Fills `length` units from `at` with a pattern over and over; the first copy is doubled until it suffices.
static void fill_repeated(rt_string *target, uint32_t at, uint32_t length, rt_text pattern) {
  if (length == 0) return;
  bool wide = target->kind != RT_STRING_LATIN1;
  uint32_t done = pattern.length < length ? pattern.length : length;
  rt__text_copy(target, at, rt_text_slice(pattern, 0, done));
  uint8_t *bytes = target->data + ((size_t)at << wide);
  while (done < length) {
    uint32_t step = done < length - done ? done : length - done;
    memcpy(bytes + ((size_t)done << wide), bytes, (size_t)step << wide);
    done += step;
  }
}

/// ECMA-262 22.1.3.18 repeat.
rt_string *rt_string_repeat(rt_string *string, double count) {
  RT_SAFEPOINT();
  double times = rt__to_integer(count);
  if (times < 0 || times > 1.7976931348623157e308) {
    rt__throw_range_error("Invalid count value: %d", rt_from_double(count));
    return NULL;
  }
  if (string->length == 0 || times == 0) return rt__string_from_latin1(NULL, 0);
  if (times * string->length > RT_STRING_LENGTH_MAX) return throw_invalid_length();
  if (times == 1) return string;
  rt_text text = rt__text(string);
  uint32_t length = (uint32_t)times * text.length;
  // A pattern of Latin-1 units in a UTF-16 slice must not become a UTF-16 string.
  rt_string *result = raw_string(length, rt__text_needs_utf16(text));
  fill_repeated(result, 0, length, text);
  return result;
}

/// ECMA-262 22.1.3.17.2 StringPad.
static rt_string *pad(rt_string *string, double wanted, rt_text fill, bool at_start) {
  if (!(wanted > string->length) || fill.length == 0) return string;
  if (wanted > RT_STRING_LENGTH_MAX) return throw_invalid_length();
  uint32_t length = (uint32_t)wanted;
  if (length == string->length) return string;
  rt_text text = rt__text(string);
  uint32_t padding = length - text.length;
  bool wide = rt__text_needs_utf16(text) || rt__text_needs_utf16(fill);
  if (wide && padding < fill.length && !rt__text_needs_utf16(text) &&
      !rt__text_needs_utf16(rt_text_slice(fill, 0, padding))) {
    wide = false;
  }
  rt_string *result = raw_string(length, wide);
  fill_repeated(result, at_start ? 0 : text.length, padding, fill);
  rt__text_copy(result, at_start ? padding : 0, text);
  return result;
}

/// ECMA-262 22.1.3.17 padStart.
rt_string *rt_string_pad_start(rt_string *string, double length, rt_string *fill) {
  RT_SAFEPOINT();
  return pad(string, length, rt__text(fill), true);
}

/// ECMA-262 22.1.3.17 padStart with spaces.
rt_string *rt_string_pad_start_spaces(rt_string *string, double length) {
  RT_SAFEPOINT();
  return pad(string, length, rt_text_latin1(" ", 1), true);
}

/// ECMA-262 22.1.3.16 padEnd.
rt_string *rt_string_pad_end(rt_string *string, double length, rt_string *fill) {
  RT_SAFEPOINT();
  return pad(string, length, rt__text(fill), false);
}

/// ECMA-262 22.1.3.16 padEnd with spaces.
rt_string *rt_string_pad_end_spaces(rt_string *string, double length) {
  RT_SAFEPOINT();
  return pad(string, length, rt_text_latin1(" ", 1), false);
}

rt_object *rt__string_split(rt_string *string, rt_string *separator, uint32_t limit) {
  rt_array *parts = rt__array_new(0);
  if (limit == 0) return &parts->object;
  rt_text text = rt__text(string);
  rt_text pattern = rt__text(separator);
  if (pattern.length == 0) {
    uint32_t count = text.length < limit ? text.length : limit;
    rt__array_reserve(parts, count);
    for (uint32_t i = 0; i < count; i++) {
      parts->elements[i] = rt_from_string(rt__string_from_unit(rt_text_at(text, i)));
      parts->length = i + 1;
    }
    return &parts->object;
  }
  uint32_t start = 0;
  for (uint32_t at; (at = rt__text_find(text, pattern, start)) != RT_NOT_FOUND; start = at + pattern.length) {
    if (rt__array_push(parts, rt_from_string(rt__substring(string, start, at))) < 0) return NULL;
    if (parts->length == limit) return &parts->object;
  }
  if (rt__array_push(parts, rt_from_string(rt__substring(string, start, text.length))) < 0) return NULL;
  return &parts->object;
}

/// ECMA-262 22.1.3.23 split by a string.
rt_object *rt_string_split(rt_string *string, rt_string *separator) {
  RT_SAFEPOINT();
  return rt__string_split(string, separator, UINT32_MAX);
}

/// ECMA-262 22.1.3.19.1 GetSubstitution without captures: `$$`, `$&`, `` $` `` and `$'`.
static void append_substitution(rt_builder *builder, rt_text replacement, rt_text text, uint32_t at, uint32_t end) {
  uint32_t done = 0;
  for (uint32_t i; (i = rt__text_find_unit(replacement, '$', done)) != RT_NOT_FOUND && i + 1 < replacement.length;) {
    rt__builder_text(builder, replacement, done, i);
    done = i + 2;
    switch (rt_text_at(replacement, i + 1)) {
    case '$': rt__builder_unit(builder, '$'); break;
    case '&': rt__builder_text(builder, text, at, end); break;
    case '`': rt__builder_text(builder, text, 0, at); break;
    case '\'': rt__builder_text(builder, text, end, text.length); break;
    default:
      rt__builder_unit(builder, '$');
      done = i + 1;
    }
  }
  rt__builder_text(builder, replacement, done, replacement.length);
}

/// Replaces the first or every occurrence of a string.
static rt_string *replace(rt_string *string, rt_string *pattern, rt_string *replacement, bool all) {
  rt_text text = rt__text(string);
  rt_text searched = rt__text(pattern);
  uint32_t at = rt__text_find(text, searched, 0);
  if (at == RT_NOT_FOUND) return string;
  rt_text with = rt__text(replacement);
  rt_builder builder = {0};
  uint32_t done = 0;
  do {
    rt__builder_text(&builder, text, done, at);
    append_substitution(&builder, with, text, at, at + searched.length);
    done = at + searched.length;
    if (!all || builder.failed) break;
    // An empty pattern is found between all units.
    at = rt__text_find(text, searched, searched.length == 0 ? at + 1 : done);
  } while (at != RT_NOT_FOUND);
  rt__builder_text(&builder, text, done, text.length);
  return rt__builder_finish(&builder);
}

/// ECMA-262 22.1.3.19 replace of a string by a string.
rt_string *rt_string_replace(rt_string *string, rt_string *pattern, rt_string *replacement) {
  RT_SAFEPOINT();
  return replace(string, pattern, replacement, false);
}

/// ECMA-262 22.1.3.20 replaceAll of a string by a string.
rt_string *rt_string_replace_all(rt_string *string, rt_string *pattern, rt_string *replacement) {
  RT_SAFEPOINT();
  return replace(string, pattern, replacement, true);
}

/// A string result as a value, NULL as the exception.
static rt_value string_result(rt_string *string) { return string ? rt_from_string(string) : RT_EXCEPTION; }

/// ECMA-262 22.1.3.32 String.prototype.trim ( )
RT_NATIVE(rt_native_string_trim) {
  RT_THIS_STRING(string, "trim");
  return rt_from_string(rt_string_trim(string));
}

/// ECMA-262 22.1.3.34 String.prototype.trimStart ( )
RT_NATIVE(rt_native_string_trim_start) {
  RT_THIS_STRING(string, "trimStart");
  return rt_from_string(rt_string_trim_start(string));
}

/// ECMA-262 22.1.3.33 String.prototype.trimEnd ( )
RT_NATIVE(rt_native_string_trim_end) {
  RT_THIS_STRING(string, "trimEnd");
  return rt_from_string(rt_string_trim_end(string));
}

/// ECMA-262 22.1.3.18 String.prototype.repeat ( count )
RT_NATIVE(rt_native_string_repeat) {
  RT_THIS_STRING(string, "repeat");
  RT_NUMBER_ARGUMENT(count, 0);
  return string_result(rt_string_repeat(string, count));
}

/// The common part of padStart and padEnd (22.1.3.17.1 StringPaddingBuiltinsImpl).
static rt_value native_pad(rt_string *string, uint32_t argc, const rt_value *argv, bool at_start) {
  RT_NUMBER_ARGUMENT(length, 0);
  if (!(length > string->length)) return rt_from_string(string);
  if (rt_argument(argc, argv, 1) == RT_UNDEFINED) {
    return string_result(pad(string, length, rt_text_latin1(" ", 1), at_start));
  }
  RT_STRING_ARGUMENT(fill, 1);
  return string_result(pad(string, length, rt__text(fill), at_start));
}

/// ECMA-262 22.1.3.17 String.prototype.padStart ( maxLength, fillString )
RT_NATIVE(rt_native_string_pad_start) {
  RT_THIS_STRING(string, "padStart");
  return native_pad(string, argc, argv, true);
}

/// ECMA-262 22.1.3.16 String.prototype.padEnd ( maxLength, fillString )
RT_NATIVE(rt_native_string_pad_end) {
  RT_THIS_STRING(string, "padEnd");
  return native_pad(string, argc, argv, false);
}
