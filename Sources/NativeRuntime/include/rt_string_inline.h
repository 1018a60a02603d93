/// The hot halves of what compiled code does with strings; part of rt_inline.h.
#pragma once

#include "rt_string.h"

/// The strings of one Latin-1 unit that were needed so far; rt__string_from_unit makes the others.
extern rt_string *rt_unit_strings[256];

/// The units of a Latin-1 text that lies in one place, or NULL.
static inline const uint8_t *rt_latin1_units(const rt_string *string) {
  if (RT_LIKELY(string->kind == RT_STRING_LATIN1)) return string->data;
  if (string->kind == RT_STRING_SLICE) {
    const rt_slice *slice = (const rt_slice *)(const void *)string;
    if (RT_LIKELY(slice->parent->kind == RT_STRING_LATIN1)) return slice->parent->data + slice->start;
  }
  return NULL;
}

/// string.length.
RT_INLINE uint32_t rt_string_length(rt_string *string) { return string->length; }

/// cmp.eq of strings.
RT_INLINE int32_t rt_string_equal(rt_string *a, rt_string *b) {
  if (a == b) return 1;
  if (a->length != b->length || (a->flags & b->flags & RT_STRING_INTERNED)) return 0;
  return rt_string_equal_slow(a, b);
}

/// cmp.lt and the like: negative, 0 or positive. Most texts differ in their first units.
RT_INLINE int32_t rt_string_compare(rt_string *a, rt_string *b) {
  if (RT_LIKELY((a->kind | b->kind) == RT_STRING_LATIN1 && a->length != 0 && b->length != 0)) {
    int32_t difference = (int32_t)a->data[0] - (int32_t)b->data[0];
    if (difference != 0) return difference;
  }
  return rt_string_compare_slow(a, b);
}

/// elem.get.index of a string.
RT_INLINE rt_value rt_string_get_index(rt_string *string, int64_t index) {
  const uint8_t *units = rt_latin1_units(string);
  if (RT_LIKELY(units != NULL && (uint64_t)index < string->length)) {
    rt_string *unit = rt_unit_strings[units[index]];
    if (RT_LIKELY(unit != NULL)) return rt_from_string(unit);
  }
  return rt_get_element_slow(rt_from_string(string), rt_from_double((double)index));
}

/// A unit of a text that does not lie in one place; the index is inside.
uint32_t rt_string_unit_at_slow(rt_string *string, uint32_t index);

/// A unit; the index is inside. As an integer throughout, since compilers then compute with it as one.
static inline uint32_t rt_string_unit_at(rt_string *string, uint32_t index) {
  const rt_string *flat = string;
  uint32_t at = index;
  if (string->kind == RT_STRING_SLICE) {
    const rt_slice *slice = (const rt_slice *)(const void *)string;
    flat = slice->parent;
    at += slice->start;
  }
  if (RT_LIKELY(flat->kind == RT_STRING_LATIN1)) return flat->data[at];
  if (RT_LIKELY(flat->kind == RT_STRING_UTF16)) return ((const uint16_t *)(const void *)flat->data)[at];
  return rt_string_unit_at_slow(string, index);
}

/// ECMA-262 22.1.3.3 charCodeAt of a position that is not an integer, or outside.
double rt_string_char_code_at_slow(rt_string *string, double position);

/// ECMA-262 22.1.3.3 charCodeAt.
RT_INLINE double rt_string_char_code_at(rt_string *string, double position) {
  if (RT_LIKELY(position >= 0 && position < string->length)) return rt_string_unit_at(string, (uint32_t)position);
  return rt_string_char_code_at_slow(string, position);
}

/// string.code.index: charCodeAt of an integer.
RT_INLINE double rt_string_code_at_index(rt_string *string, int64_t index) {
  if (RT_LIKELY((uint64_t)index < string->length)) return rt_string_unit_at(string, (uint32_t)index);
  return __builtin_nan("");
}

/// string.unit: a unit at an index that is inside.
RT_INLINE uint32_t rt_string_unit(rt_string *string, int64_t index) { return rt_string_unit_at(string, (uint32_t)index); }

/// ECMA-262 22.1.3.2 charAt where the text is UTF-16, or the unit new, or the position outside.
rt_string *rt_string_char_at_slow(rt_string *string, double position);

/// ECMA-262 22.1.3.2 charAt.
RT_INLINE rt_string *rt_string_char_at(rt_string *string, double position) {
  const uint8_t *units = rt_latin1_units(string);
  if (RT_LIKELY(units != NULL && position >= 0 && position < string->length)) {
    rt_string *unit = rt_unit_strings[units[(uint32_t)position]];
    if (RT_LIKELY(unit != NULL)) return unit;
  }
  return rt_string_char_at_slow(string, position);
}
