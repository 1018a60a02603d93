/// Strings from and to UTF-8.
#include "rt_atoms.h"
#include "rt_error.h"
#include "rt_string.h"

/// Reads one code point of at least one byte; malformed input gives U+FFFD and takes the longest prefix that could have
/// been the start of something well-formed (the WHATWG decoder's rule).
static uint32_t decode(const uint8_t **cursor, const uint8_t *end) {
  const uint8_t *p = *cursor;
  uint8_t lead = *p++;
  uint32_t code_point, more;
  uint8_t low = 0x80, high = 0xBF;
  if (lead < 0x80) {
    *cursor = p;
    return lead;
  }
  if (lead >= 0xC2 && lead <= 0xDF) code_point = lead & 0x1F, more = 1;
  else if (lead >= 0xE0 && lead <= 0xEF) {
    code_point = lead & 0x0F, more = 2;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    code_point = lead & 0x07, more = 3;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    *cursor = p;
    return 0xFFFD;
  }
  for (; more > 0; more--) {
    if (p == end || *p < low || *p > high) {
      *cursor = p;
      return 0xFFFD;
    }
    code_point = code_point << 6 | (*p++ & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  *cursor = p;
  return code_point;
}

/// The number of leading ASCII bytes, eight at a time.
static size_t ascii_prefix(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  for (; i + 8 <= length; i += 8) {
    uint64_t word;
    memcpy(&word, bytes + i, 8);
    if (word & 0x8080808080808080ull) break;
  }
  while (i < length && bytes[i] < 0x80) i++;
  return i;
}

rt_string *rt__string_from_utf8(const uint8_t *bytes, size_t length) {
  const uint8_t *end = bytes + length;
  size_t units = ascii_prefix(bytes, length);
  bool wide = false;
  if (units < length) {
    const uint8_t *p = bytes + units;
    while (p < end) {
      uint32_t code_point = decode(&p, end);
      wide |= code_point > 0xFF;
      units += code_point > 0xFFFF ? 2 : 1;
    }
  }
  if (units > RT_STRING_LENGTH_MAX) {
    rt__throw_error(RT_ERROR, "Cannot create a string longer than 0x1fffffe8 characters");
    return NULL;
  }
  // Malformed bytes are a unit each, too.
  if (units == length && !wide) return rt__string_from_latin1(bytes, (uint32_t)length);
  if (!wide) {
    if (units == 1) {
      const uint8_t *p = bytes;
      return rt__string_from_unit((uint16_t)decode(&p, end));
    }
    rt_string *s = rt__string_latin1_raw((uint32_t)units);
    uint8_t *out = s->data;
    for (const uint8_t *p = bytes; p < end;) *out++ = (uint8_t)decode(&p, end);
    return s;
  }
  rt_string *s = rt__string_utf16_raw((uint32_t)units);
  uint16_t *out = rt__utf16_data(s);
  for (const uint8_t *p = bytes; p < end;) {
    uint32_t code_point = decode(&p, end);
    if (code_point > 0xFFFF) {
      *out++ = (uint16_t)(0xD7C0 + (code_point >> 10));
      *out++ = (uint16_t)(0xDC00 | (code_point & 0x3FF));
    } else {
      *out++ = (uint16_t)code_point;
    }
  }
  return s;
}

/// The code point at an index of UTF-16 text, U+FFFD for a lone surrogate; advances the index.
static uint32_t next_code_point(rt_text text, uint32_t *index) {
  uint32_t unit = rt_text_at(text, (*index)++);
  if ((unit & 0xF800) != 0xD800) return unit;
  if (unit < 0xDC00 && *index < text.length) {
    uint32_t low = rt_text_at(text, *index);
    if ((low & 0xFC00) == 0xDC00) {
      (*index)++;
      return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  }
  return 0xFFFD;
}

/// Whether eight units are ASCII.
static inline bool is_ascii_word(const uint8_t *units) {
  uint64_t word;
  memcpy(&word, units, sizeof word);
  return (word & 0x8080808080808080ull) == 0;
}

size_t rt__utf8_length(rt_string *string) {
  rt_text text = rt__text(string);
  size_t length = 0;
  if (text.latin1) {
    length = text.length;
    for (uint32_t i = 0; i < text.length;) {
      if (text.length - i >= 8 && is_ascii_word(text.latin1 + i)) i += 8;
      else length += text.latin1[i++] >> 7;
    }
    return length;
  }
  for (uint32_t i = 0; i < text.length;) {
    uint32_t c = next_code_point(text, &i);
    length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
  return length;
}

void rt__utf8_write(rt_string *string, uint8_t *out) {
  rt_text text = rt__text(string);
  if (text.latin1) {
    for (uint32_t i = 0; i < text.length; i++) {
      while (text.length - i > 8 && is_ascii_word(text.latin1 + i)) {
        memcpy(out, text.latin1 + i, 8);
        out += 8;
        i += 8;
      }
      uint8_t unit = text.latin1[i];
      if (unit < 0x80) *out++ = unit;
      else {
        *out++ = (uint8_t)(0xC0 | unit >> 6);
        *out++ = (uint8_t)(0x80 | (unit & 0x3F));
      }
    }
    return;
  }
  for (uint32_t i = 0; i < text.length;) {
    uint32_t c = next_code_point(text, &i);
    if (c < 0x80) {
      *out++ = (uint8_t)c;
      continue;
    }
    if (c < 0x800) *out++ = (uint8_t)(0xC0 | c >> 6);
    else {
      if (c < 0x10000) *out++ = (uint8_t)(0xE0 | c >> 12);
      else {
        *out++ = (uint8_t)(0xF0 | c >> 18);
        *out++ = (uint8_t)(0x80 | (c >> 12 & 0x3F));
      }
      *out++ = (uint8_t)(0x80 | (c >> 6 & 0x3F));
    }
    *out++ = (uint8_t)(0x80 | (c & 0x3F));
  }
}

char *rt__utf8_cstring(rt_string *string) {
  size_t length = rt__utf8_length(string);
  uint8_t *bytes = rt__allocate(length + 1, RT_CELL_LEAF);
  rt__utf8_write(string, bytes);
  bytes[length] = 0;
  return memchr(bytes, 0, length) ? NULL : (char *)bytes;
}
