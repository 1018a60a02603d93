/// Algorithms on raw text. A `rt_text` holds no reference that the collector could see, so it must not outlive a
/// safepoint unless the string it points into is kept alive.
#pragma once

#include "rt_string.h"

/// Whether the units are UTF-16, not Latin-1.
static inline bool rt_text_is_wide(rt_text text) { return text.latin1 == NULL; }

/// A text over Latin-1 bytes, which may not be NULL.
static inline rt_text rt_text_latin1(const void *bytes, uint32_t length) {
  return (rt_text){.latin1 = bytes, .utf16 = NULL, .length = length};
}

/// A text over UTF-16 units.
static inline rt_text rt_text_utf16(const void *units, uint32_t length) {
  return (rt_text){.latin1 = NULL, .utf16 = units, .length = length};
}

/// The units from `start` up to `end`.
static inline rt_text rt_text_slice(rt_text text, uint32_t start, uint32_t end) {
  if (text.latin1) return rt_text_latin1(text.latin1 + start, end - start);
  return rt_text_utf16(text.utf16 + start, end - start);
}

/// ECMA-262 12.2 WhiteSpace and 12.3 LineTerminator, the units that `trim` removes and number parsing skips.
static inline bool rt_is_space(uint16_t unit) {
  if (unit < 0x80) return unit == ' ' || (unit >= 9 && unit <= 13);
  if (unit < 0x1680) return unit == 0xA0;
  return unit == 0x1680 || (unit >= 0x2000 && unit <= 0x200A) || unit == 0x2028 || unit == 0x2029 || unit == 0x202F ||
         unit == 0x205F || unit == 0x3000 || unit == 0xFEFF;
}

#define RT_NOT_FOUND UINT32_MAX

/// The first index >= `from` where `pattern` occurs, or RT_NOT_FOUND; an empty pattern is found at `from` if that is
/// not behind the end.
uint32_t rt__text_find(rt_text text, rt_text pattern, uint32_t from);
/// The last index <= `from` where `pattern` occurs, or RT_NOT_FOUND.
uint32_t rt__text_find_last(rt_text text, rt_text pattern, uint32_t from);
/// The first index >= `from` of a unit, or RT_NOT_FOUND.
uint32_t rt__text_find_unit(rt_text text, uint16_t unit, uint32_t from);
/// Whether `pattern` stands at `index`.
bool rt__text_matches_at(rt_text text, rt_text pattern, uint32_t index);
/// Whether two spans hold the same units.
bool rt__text_equal(rt_text a, rt_text b);
/// Negative, zero or positive as `a` is before, equal to or behind `b` by UTF-16 units.
int rt__text_compare(rt_text a, rt_text b);
/// The span without white space at its start (`start`) and end (`end`).
rt_text rt__text_trim(rt_text text, bool start, bool end);
