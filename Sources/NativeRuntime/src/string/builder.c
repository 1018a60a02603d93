/// Building strings piece by piece.
#include "rt_atoms.h"
#include "rt_error.h"
#include "rt_string.h"

/// The cell that a builder's units lie in.
static rt_string *cell_of(const rt_builder *b) { return (rt_string *)(void *)((char *)b->units - sizeof(rt_string)); }

/// Makes room for `more` units, of 16 bits each if `wide`; false once the string is too long.
static bool reserve(rt_builder *b, uint32_t more, bool wide) {
  if (b->failed) return false;
  uint64_t length = (uint64_t)b->length + more;
  if (length > RT_STRING_LENGTH_MAX) {
    b->failed = true;
    return false;
  }
  if (b->wide || !wide) {
    if (length <= b->capacity) return true;
  }
  bool to_wide = b->wide || wide;
  uint64_t capacity = length + length / 2 < 64 ? 64 : length + length / 2;
  // The units lie where those of a string cell would, so that the buffer can become the string.
  size_t unit = to_wide ? 2 : 1;
  size_t size = rt__good_size(sizeof(rt_string) + (size_t)capacity * unit);
  if (b->wide != to_wide || b->capacity == 0 || !rt__extend(cell_of(b), size)) {
    rt_string *cell = rt__allocate(size, RT_CELL_LEAF);
    void *units = cell->data;
    if (b->length) {
      if (b->wide == to_wide) memcpy(units, b->units, b->length * unit);
      else
        for (uint32_t i = 0; i < b->length; i++) ((uint16_t *)units)[i] = ((uint8_t *)b->units)[i];
    }
    b->units = units;
    b->wide = to_wide;
  }
  b->capacity = (uint32_t)((size - sizeof(rt_string)) / unit);
  return true;
}

uint8_t *rt__builder_latin1_room(rt_builder *b, uint32_t count) {
  return !b->wide && reserve(b, count, false) ? (uint8_t *)b->units + b->length : NULL;
}

void rt__builder_unit_slow(rt_builder *b, uint16_t unit) {
  if (!reserve(b, 1, unit > 0xFF)) return;
  if (b->wide) ((uint16_t *)b->units)[b->length++] = unit;
  else ((uint8_t *)b->units)[b->length++] = (uint8_t)unit;
}

void rt__builder_code_point(rt_builder *b, uint32_t code_point) {
  if (code_point > 0xFFFF) {
    rt__builder_unit(b, (uint16_t)(0xD7C0 + (code_point >> 10)));
    rt__builder_unit(b, (uint16_t)(0xDC00 | (code_point & 0x3FF)));
  } else {
    rt__builder_unit(b, (uint16_t)code_point);
  }
}

void rt__builder_text(rt_builder *b, rt_text text, uint32_t start, uint32_t end) {
  uint32_t length = end - start;
  if (length == 0 || !reserve(b, length, text.utf16 != NULL)) return;
  if (!b->wide) memcpy((uint8_t *)b->units + b->length, text.latin1 + start, length);
  else if (text.utf16) memcpy((uint16_t *)b->units + b->length, text.utf16 + start, (size_t)length * 2);
  else
    for (uint32_t i = 0; i < length; i++) ((uint16_t *)b->units)[b->length + i] = text.latin1[start + i];
  b->length += length;
}

void rt__builder_ascii(rt_builder *b, const char *ascii) {
  rt__builder_text(b, (rt_text){.latin1 = (const uint8_t *)ascii}, 0, (uint32_t)strlen(ascii));
}

void rt__builder_string(rt_builder *b, rt_string *string) {
  rt__builder_text(b, rt_text_of(string), 0, string->length);
}

rt_string *rt__builder_finish(rt_builder *b) {
  if (b->failed) {
    rt__throw_range_error("Invalid string length");
    return NULL;
  }
  if (b->length <= 1)
    return b->length == 0 ? RT_ATOM(empty)
                          : rt__string_from_unit(b->wide ? *(uint16_t *)b->units : *(uint8_t *)b->units);
  if (b->wide) return rt__string_from_utf16(b->units, b->length);
  // A buffer that is nearly full becomes the string itself; otherwise its rest would be wasted for good.
  if (b->length >= b->capacity - b->capacity / 4) {
    rt_string *s = cell_of(b);
    *s = (rt_string){.length = b->length, .kind = RT_STRING_LATIN1};
    return s;
  }
  return rt__string_from_latin1(b->units, b->length);
}
