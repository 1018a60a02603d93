/// Making strings: from units, from UTF-8, by concatenation, as parts of others.
#include "rt_atoms.h"
#include "rt_error.h"
#include "rt_number.h"
#include "rt_string.h"

enum {
  COPY_MAX = 52,     ///< concatenations up to this length are copied: with its header that is one cell of 64 bytes
  APPENDED_MAX = 256, ///< strings up to this length, or a quarter of the left one, are appended to a buffer
  SLICE_MIN = 24,    ///< substrings from this length on refer to their parent
  ROPE_WIDE = 0x80,  ///< flag of a rope: some leaf is UTF-16
  BUFFER = 0x40,     ///< flag of a flat string that only slices refer to: has room for more, its capacity is in `hash`
};

bool rt__string_is_wide(const rt_string *s);
void rt__string_write_latin1(rt_string *string, uint8_t *units);
void rt__rope_becomes_slice(rt_string *rope, rt_string *parent);

rt_string *rt__string_latin1_raw(uint32_t length) {
  rt_string *s = rt__allocate(sizeof(rt_string) + length, RT_CELL_LEAF);
  *s = (rt_string){.length = length, .kind = RT_STRING_LATIN1};
  return s;
}

rt_string *rt__string_utf16_raw(uint32_t length) {
  rt_string *s = rt__allocate(sizeof(rt_string) + (size_t)length * 2, RT_CELL_LEAF);
  *s = (rt_string){.length = length, .kind = RT_STRING_UTF16};
  return s;
}

/// The interned strings of one Latin-1 unit, made when first needed. As zeros they take no room in executables, which
/// the section of the roots would; so they are registered with the first one.
rt_string *rt_unit_strings[256];
static bool unit_strings_are_roots;

rt_string *rt__string_from_unit(uint16_t unit) {
  if (unit > 0xFF) {
    rt_string *s = rt__string_utf16_raw(1);
    rt__utf16_data(s)[0] = unit;
    return s;
  }
  if (!rt_unit_strings[unit]) {
    if (!unit_strings_are_roots) {
      unit_strings_are_roots = true;
      rt__register_roots(rt_unit_strings, rt_unit_strings + 256);
    }
    rt_string *s = rt__string_latin1_raw(1);
    s->data[0] = (uint8_t)unit;
    rt_unit_strings[unit] = rt__intern(s);
  }
  return rt_unit_strings[unit];
}

rt_string *rt__string_from_latin1(const uint8_t *units, uint32_t length) {
  if (length == 0) return RT_ATOM(empty);
  if (length == 1) return rt__string_from_unit(units[0]);
  rt_string *s = rt__string_latin1_raw(length);
  memcpy(s->data, units, length);
  return s;
}

rt_string *rt__string_from_utf16(const uint16_t *units, uint32_t length) {
  if (length == 0) return RT_ATOM(empty);
  uint16_t all = 0;
  for (uint32_t i = 0; i < length; i++) all |= units[i];
  if (length == 1) return rt__string_from_unit(units[0]);
  if (all <= 0xFF) {
    rt_string *s = rt__string_latin1_raw(length);
    for (uint32_t i = 0; i < length; i++) s->data[i] = (uint8_t)units[i];
    return s;
  }
  rt_string *s = rt__string_utf16_raw(length);
  memcpy(s->data, units, (size_t)length * 2);
  return s;
}

rt_string *rt__string_from_ascii(const char *ascii) {
  return rt__string_from_latin1((const uint8_t *)ascii, (uint32_t)strlen(ascii));
}

static rt_string *too_long(void) {
  rt__throw_range_error("Invalid string length");
  return NULL;
}

/// A slice of the first units of a flat string.
static rt_string *slice_of_start(rt_string *parent, uint32_t length) {
  rt_slice *slice = rt__allocate(sizeof(rt_slice), RT_CELL_WORDS);
  *slice = (rt_slice){.length = length, .kind = RT_STRING_SLICE, .parent = parent, .start = 0};
  return (rt_string *)(void *)slice;
}

/// Concatenation where the left string is the result of another one, as in `s += x`: the text goes into a buffer with
/// room for more, of which both strings become slices. Appending to the string that ends where the buffer's text ends
/// then only copies what is appended. NULL if a rope is better. Both strings are Latin-1.
static rt_string *append_to_buffer(rt_string *left, rt_string *right) {
  if (right->length > APPENDED_MAX && right->length > left->length / 4) return NULL;
  uint32_t length = left->length + right->length;
  if (left->kind == RT_STRING_SLICE) {
    const rt_slice *slice = (const rt_slice *)(const void *)left;
    rt_string *buffer = slice->parent;
    if (!(buffer->flags & BUFFER) || slice->start != 0 || slice->length != buffer->length) return NULL;
    if (length <= buffer->hash) {
      rt__string_write_latin1(right, buffer->data + buffer->length);
      buffer->length = length;
      return slice_of_start(buffer, length);
    }
  } else if (left->kind != RT_STRING_ROPE) {
    return NULL;
  }
  uint64_t wanted = length < 1 << 16 ? (uint64_t)length * 2 : length + (uint64_t)length / 2;
  if (wanted > RT_STRING_LENGTH_MAX) wanted = RT_STRING_LENGTH_MAX;
  size_t size = rt__good_size(sizeof(rt_string) + (size_t)wanted);
  rt_string *buffer = rt__allocate(size, RT_CELL_LEAF);
  *buffer = (rt_string){.length = length, .kind = RT_STRING_LATIN1, .flags = BUFFER};
  buffer->hash = (uint32_t)(size - sizeof(rt_string));
  rt__string_write_latin1(left, buffer->data);
  rt__string_write_latin1(right, buffer->data + left->length);
  if (left->kind == RT_STRING_ROPE) rt__rope_becomes_slice(left, buffer);
  return slice_of_start(buffer, length);
}

/// Copies a short text, which memcpy takes longer to begin with than to do.
static __attribute__((noinline)) void copy_short(uint8_t *to, const uint8_t *from, uint32_t length) {
  if (length >= 8) {
    // The last eight may overlap those before.
    for (uint32_t i = 0; i + 8 < length; i += 8) memcpy(to + i, from + i, 8);
    memcpy(to + length - 8, from + length - 8, 8);
  } else if (length >= 4) {
    uint32_t first, last;
    memcpy(&first, from, 4);
    memcpy(&last, from + length - 4, 4);
    memcpy(to, &first, 4);
    memcpy(to + length - 4, &last, 4);
  } else {
    to[0] = from[0];
    to[length / 2] = from[length / 2];
    to[length - 1] = from[length - 1];
  }
}

rt_string *rt__concat(rt_string *left, rt_string *right) {
  if (left->length == 0) return right;
  if (right->length == 0) return left;
  uint64_t length = (uint64_t)left->length + right->length;
  if (length > RT_STRING_LENGTH_MAX) return too_long();
  if (length <= COPY_MAX && (left->kind | right->kind) == RT_STRING_LATIN1) {
    rt_string *s = rt__string_latin1_raw((uint32_t)length);
    copy_short(s->data, left->data, left->length);
    copy_short(s->data + left->length, right->data, right->length);
    return s;
  }
  bool wide = rt__string_is_wide(left) || rt__string_is_wide(right);
  if (length <= COPY_MAX) {
    rt_text x = rt_text_of(left), y = rt_text_of(right);
    if (!wide) {
      rt_string *s = rt__string_latin1_raw((uint32_t)length);
      memcpy(s->data, x.latin1, x.length);
      memcpy(s->data + x.length, y.latin1, y.length);
      return s;
    }
    rt_string *s = rt__string_utf16_raw((uint32_t)length);
    uint16_t *units = rt__utf16_data(s);
    bool really_wide = false;
    for (uint32_t i = 0; i < x.length; i++) really_wide |= (units[i] = rt_text_at(x, i)) > 0xFF;
    for (uint32_t i = 0; i < y.length; i++) really_wide |= (units[x.length + i] = rt_text_at(y, i)) > 0xFF;
    // A slice of a UTF-16 string may be Latin-1 throughout.
    return really_wide ? s : rt__string_from_utf16(units, (uint32_t)length);
  }
  if (!wide && left->kind > RT_STRING_UTF16) {
    rt_string *appended = append_to_buffer(left, right);
    if (appended) return appended;
  }
  rt_rope *rope = rt__allocate(sizeof(rt_rope), RT_CELL_WORDS);
  *rope = (rt_rope){
    .length = (uint32_t)length, .kind = RT_STRING_ROPE, .flags = wide ? ROPE_WIDE : 0, .left = left, .right = right};
  return (rt_string *)(void *)rope;
}

rt_string *rt_string_concat(rt_string *a, rt_string *b) {
  RT_SAFEPOINT();
  return rt__concat(a, b);
}

/// The parts of a concatenation one after the other, where they are too long or too wide for one copy.
static rt_string *concat_in_steps(uint32_t count, const rt_value *parts) {
  rt_string *s = RT_ATOM(empty);
  for (uint32_t i = 0; i < count && s; i++) {
    bool is_string = rt_is_string(parts[i]);
    s = rt__concat(s, is_string ? rt_as_string(parts[i]) : rt_number_to_string(rt_double(parts[i]), 10));
  }
  return s;
}

/// A flat string of strings and numbers; NULL with a RangeError.
static rt_string *concat_at_once(uint32_t count, const rt_value *parts) {
  enum { PARTS_MAX = 32, TOTAL_MAX = 1024 };
  if (count > PARTS_MAX) return concat_in_steps(count, parts);
  uint8_t numbers[PARTS_MAX][RT_NUMBER_TEXT_MAX];
  uint32_t lengths[PARTS_MAX];
  uint64_t total = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (rt_is_string(parts[i])) {
      rt_string *part = rt_as_string(parts[i]);
      if (part->kind != RT_STRING_LATIN1 && rt__string_is_wide(part)) return concat_in_steps(count, parts);
      lengths[i] = part->length;
    } else {
      lengths[i] = rt__number_to_text(rt_double(parts[i]), numbers[i]);
    }
    total += lengths[i];
  }
  // Long parts are shared.
  if (total > TOTAL_MAX) return concat_in_steps(count, parts);
  if (total == 0) return RT_ATOM(empty);
  rt_string *s = rt__string_latin1_raw((uint32_t)total);
  uint8_t *units = s->data;
  for (uint32_t i = 0; i < count; units += lengths[i++]) {
    if (!rt_is_string(parts[i])) {
      copy_short(units, numbers[i], lengths[i]);
    } else {
      rt_string *part = rt_as_string(parts[i]);
      if (part->kind == RT_STRING_LATIN1) {
        if (lengths[i] > COPY_MAX) memcpy(units, part->data, lengths[i]);
        else if (lengths[i] > 0) copy_short(units, part->data, lengths[i]);
      } else {
        rt__string_write_latin1(part, units);
      }
    }
  }
  return s;
}

rt_string *rt_string_concat_many(uint32_t count, const rt_value *parts) {
  RT_SAFEPOINT();
  // What is appended to a long text is put together first.
  if (rt_is_string(parts[0]) && rt_as_string(parts[0])->length > COPY_MAX) {
    rt_string *appended = concat_at_once(count - 1, parts + 1);
    return appended ? rt__concat(rt_as_string(parts[0]), appended) : NULL;
  }
  return concat_at_once(count, parts);
}

rt_string *rt__substring(rt_string *string, uint32_t start, uint32_t end) {
  uint32_t length = end - start;
  if (length == string->length) return string;
  rt_text text = rt_text_of(string);
  if (length < SLICE_MIN)
    return text.latin1 ? rt__string_from_latin1(text.latin1 + start, length)
                       : rt__string_from_utf16(text.utf16 + start, length);
  rt_slice *slice = rt__allocate(sizeof(rt_slice), RT_CELL_WORDS);
  rt_string *parent = string;
  if (string->kind == RT_STRING_SLICE) {
    parent = ((rt_slice *)(void *)string)->parent;
    start += ((rt_slice *)(void *)string)->start;
  }
  *slice = (rt_slice){.length = length, .kind = RT_STRING_SLICE, .parent = parent, .start = start};
  return (rt_string *)(void *)slice;
}
