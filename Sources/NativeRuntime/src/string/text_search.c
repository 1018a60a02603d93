/// Searching and comparing spans of text.
#include "library.h"

// Sixteen bytes at a time where the machine has such registers; clang chooses the instructions.
typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint16_t units8 __attribute__((vector_size(16)));
typedef uint64_t halves __attribute__((vector_size(16)));

#if defined(__SSE2__) || defined(__wasm_simd128__)
enum { HAS_VECTORS = 1 };
#else
enum { HAS_VECTORS = 0 };
#endif

static inline bytes16 load_bytes(const uint8_t *p) {
  bytes16 v;
  memcpy(&v, p, sizeof v);
  return v;
}

static inline units8 load_units(const uint16_t *p) {
  units8 v;
  memcpy(&v, p, sizeof v);
  return v;
}

/// Latin-1 pattern of two or more bytes in Latin-1 text.
static uint32_t find_bytes(const uint8_t *text, uint32_t length, const uint8_t *pattern, uint32_t count, uint32_t from) {
  uint32_t last = length - count;
  uint32_t i = from;
  if (HAS_VECTORS) {
    // First and last byte of the pattern together rule out nearly all places.
    bytes16 first_byte = pattern[0] - (bytes16){0};
    bytes16 last_byte = pattern[count - 1] - (bytes16){0};
    for (; i + 15 <= last && i + 15 + count <= length; i += 16) {
      bytes16 hits = (bytes16)((load_bytes(text + i) == first_byte) & (load_bytes(text + i + count - 1) == last_byte));
      halves masks = (halves)hits;
      if ((masks[0] | masks[1]) == 0) continue;
      for (uint32_t half = 0; half < 2; half++) {
        for (uint64_t mask = masks[half]; mask != 0;) {
          uint32_t lane = (uint32_t)__builtin_ctzll(mask) / 8;
          uint32_t at = i + half * 8 + lane;
          if (memcmp(text + at + 1, pattern + 1, count - 1) == 0) return at;
          mask &= ~(0xFFull << lane * 8);
        }
      }
    }
  }
  while (i <= last) {
    const uint8_t *hit = memchr(text + i, pattern[0], last - i + 1);
    if (!hit) return RT_NOT_FOUND;
    i = (uint32_t)(hit - text);
    if (memcmp(hit + 1, pattern + 1, count - 1) == 0) return i;
    i++;
  }
  return RT_NOT_FOUND;
}

uint32_t rt__text_find_unit(rt_text text, uint16_t unit, uint32_t from) {
  if (from >= text.length) return RT_NOT_FOUND;
  if (text.latin1) {
    if (unit > 0xFF) return RT_NOT_FOUND;
    const uint8_t *data = text.latin1;
    const uint8_t *hit = memchr(data + from, unit, text.length - from);
    return hit ? (uint32_t)(hit - data) : RT_NOT_FOUND;
  }
  const uint16_t *data = text.utf16;
  uint32_t i = from;
  if (HAS_VECTORS) {
    units8 wanted = unit - (units8){0};
    for (; i + 8 <= text.length; i += 8) {
      halves masks = (halves)(load_units(data + i) == wanted);
      if (masks[0]) return i + (uint32_t)__builtin_ctzll(masks[0]) / 16;
      if (masks[1]) return i + 4 + (uint32_t)__builtin_ctzll(masks[1]) / 16;
    }
  }
  for (; i < text.length; i++) {
    if (data[i] == unit) return i;
  }
  return RT_NOT_FOUND;
}

bool rt__text_matches_at(rt_text text, rt_text pattern, uint32_t index) {
  if (index > text.length || pattern.length > text.length - index) return false;
  return rt__text_equal(rt_text_slice(text, index, index + pattern.length), pattern);
}

bool rt__text_equal(rt_text a, rt_text b) {
  if (a.length != b.length) return false;
  if (a.latin1 && b.latin1) return memcmp(a.latin1, b.latin1, a.length) == 0;
  if (a.utf16 && b.utf16) return memcmp(a.utf16, b.utf16, 2 * (size_t)a.length) == 0;
  for (uint32_t i = 0; i < a.length; i++) {
    if (rt_text_at(a, i) != rt_text_at(b, i)) return false;
  }
  return true;
}

int rt__text_compare(rt_text a, rt_text b) {
  uint32_t common = a.length < b.length ? a.length : b.length;
  if (a.latin1 && b.latin1) {
    int order = memcmp(a.latin1, b.latin1, common);
    if (order != 0) return order;
  } else {
    for (uint32_t i = 0; i < common; i++) {
      int difference = rt_text_at(a, i) - rt_text_at(b, i);
      if (difference != 0) return difference;
    }
  }
  return (a.length > b.length) - (a.length < b.length);
}

uint32_t rt__text_find(rt_text text, rt_text pattern, uint32_t from) {
  if (from > text.length || pattern.length > text.length - from) return RT_NOT_FOUND;
  if (pattern.length == 0) return from;
  if (pattern.length == 1) return rt__text_find_unit(text, rt_text_at(pattern, 0), from);
  if (text.latin1 && pattern.latin1) {
    return find_bytes(text.latin1, text.length, pattern.latin1, pattern.length, from);
  }
  uint32_t last = text.length - pattern.length;
  uint16_t first = rt_text_at(pattern, 0);
  rt_text searched = rt_text_slice(text, 0, last + 1);
  for (uint32_t i = from; (i = rt__text_find_unit(searched, first, i)) != RT_NOT_FOUND; i++) {
    if (rt__text_matches_at(text, pattern, i)) return i;
  }
  return RT_NOT_FOUND;
}

uint32_t rt__text_find_last(rt_text text, rt_text pattern, uint32_t from) {
  if (pattern.length > text.length) return RT_NOT_FOUND;
  uint32_t i = text.length - pattern.length;
  if (from < i) i = from;
  for (;; i--) {
    if (rt__text_matches_at(text, pattern, i)) return i;
    if (i == 0) return RT_NOT_FOUND;
  }
}

rt_text rt__text_trim(rt_text text, bool start, bool end) {
  uint32_t first = 0, behind = text.length;
  if (start) {
    while (first < behind && rt_is_space(rt_text_at(text, first))) first++;
  }
  if (end) {
    while (behind > first && rt_is_space(rt_text_at(text, behind - 1))) behind--;
  }
  return rt_text_slice(text, first, behind);
}

uint32_t rt__text_copy(rt_string *target, uint32_t at, rt_text text) {
  if (target->kind == RT_STRING_LATIN1) {
    uint8_t *bytes = rt__latin1_data(target) + at;
    if (text.latin1) memcpy(bytes, text.latin1, text.length);
    for (uint32_t i = 0; text.utf16 && i < text.length; i++) bytes[i] = (uint8_t)text.utf16[i];
  } else {
    uint16_t *units = rt__utf16_data(target) + at;
    if (text.utf16) memcpy(units, text.utf16, 2 * (size_t)text.length);
    for (uint32_t i = 0; text.latin1 && i < text.length; i++) units[i] = text.latin1[i];
  }
  return at + text.length;
}
