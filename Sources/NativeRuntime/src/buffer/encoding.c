/// Base64, hexadecimal digits, UTF-8 and UTF-16 between bytes and units
/// (https://nodejs.org/api/buffer.html#buffers-and-character-encodings).
#include "encoding.h"

#include <string.h>

static const char plain_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char url_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Base64 (RFC 4648).

size_t rt__base64_text_length(size_t count, bool is_url) {
  size_t rest = count % 3;
  return count / 3 * 4 + (rest == 0 ? 0 : is_url ? rest + 1 : 4);
}

/// The texts of all pairs of digits, which halve the work; made when first needed.
static uint16_t pair_texts[2][4096];

static const uint16_t *pairs_of(bool is_url) {
  uint16_t *pairs = pair_texts[is_url];
  if (pairs[1]) return pairs;
  const char *digits = is_url ? url_digits : plain_digits;
  for (uint32_t i = 0; i < 4096; i++)
    pairs[i] = (uint16_t)((uint8_t)digits[i >> 6] | (uint32_t)(uint8_t)digits[i & 63] << 8);
  return pairs;
}

void rt__base64_encode(const uint8_t *bytes, size_t count, bool is_url, uint8_t *out) {
  const char *digits = is_url ? url_digits : plain_digits;
  size_t i = 0;
  if (count >= 32) {
    const uint16_t *pairs = pairs_of(is_url);
    // Six bytes are four pairs of digits.
    for (; i + 8 <= count; i += 6, out += 8) {
      uint64_t word;
      memcpy(&word, bytes + i, 8);
      word = __builtin_bswap64(word);
      uint64_t text = (uint64_t)pairs[word >> 52] | (uint64_t)pairs[word >> 40 & 4095] << 16 |
                      (uint64_t)pairs[word >> 28 & 4095] << 32 | (uint64_t)pairs[word >> 16 & 4095] << 48;
      memcpy(out, &text, 8);
    }
  }
  for (; i + 3 <= count; i += 3, out += 4) {
    uint32_t word = (uint32_t)bytes[i] << 16 | (uint32_t)bytes[i + 1] << 8 | bytes[i + 2];
    out[0] = (uint8_t)digits[word >> 18];
    out[1] = (uint8_t)digits[word >> 12 & 63];
    out[2] = (uint8_t)digits[word >> 6 & 63];
    out[3] = (uint8_t)digits[word & 63];
  }
  if (i == count) return;
  uint32_t word = (uint32_t)bytes[i] << 16 | (i + 1 < count ? (uint32_t)bytes[i + 1] << 8 : 0);
  *out++ = (uint8_t)digits[word >> 18];
  *out++ = (uint8_t)digits[word >> 12 & 63];
  if (i + 1 < count) *out++ = (uint8_t)digits[word >> 6 & 63];
  else if (!is_url) *out++ = '=';
  if (!is_url) *out = '=';
}

/// The values of digits of both alphabets, 255 for other units; made when first needed.
static uint8_t digit_values[256];

static const uint8_t *digit_table(void) {
  if (digit_values[0] == 255) return digit_values;
  for (uint32_t i = 0; i < 256; i++) digit_values[i] = 255;
  for (uint32_t i = 0; i < 64; i++) {
    digit_values[(uint8_t)plain_digits[i]] = (uint8_t)i;
    digit_values[(uint8_t)url_digits[i]] = (uint8_t)i;
  }
  return digit_values;
}

size_t rt__base64_size(rt_units text) {
  size_t size = text.length;
  if (size == 0) return 0;
  if (rt_units_at(text, size - 1) == '=') size--;
  if (size > 1 && rt_units_at(text, size - 1) == '=') size--;
  size_t rest = size % 4;
  return size / 4 * 3 + (rest == 0 ? 0 : 1 + (rest == 3));
}

size_t rt__base64_decode(rt_units text, uint8_t *out, size_t capacity) {
  const uint8_t *values = digit_table();
  size_t count = 0, i = 0;
  uint32_t word = 0, digits = 0;
  while (i < text.length) {
    // Four digits in a row, as long as nothing is to be skipped.
    if (digits == 0 && text.latin1) {
      while (i + 4 <= text.length && count + 3 <= capacity) {
        const uint8_t *p = text.latin1 + i;
        uint32_t a = values[p[0]], b = values[p[1]], c = values[p[2]], d = values[p[3]];
        if ((a | b | c | d) & 0x80) break;
        uint32_t group = a << 18 | b << 12 | c << 6 | d;
        out[count] = (uint8_t)(group >> 16);
        out[count + 1] = (uint8_t)(group >> 8);
        out[count + 2] = (uint8_t)group;
        count += 3;
        i += 4;
      }
      if (i == text.length) break;
    }
    uint32_t unit = rt_units_at(text, i++);
    if (unit == '=') break;
    uint32_t value = unit < 256 ? values[unit] : 255;
    if (value == 255) continue;
    word = word << 6 | value;
    if (++digits == 1) continue;
    // The second to fourth digit of a group each complete a byte.
    if (count == capacity) return count;
    out[count++] = (uint8_t)(word >> (digits == 2 ? 4 : digits == 3 ? 2 : 0));
    if (digits == 4) digits = 0;
  }
  return count;
}

// Hexadecimal digits.

void rt__hex_encode(const uint8_t *bytes, size_t count, uint8_t *out) {
  size_t i = 0;
  // Eight nibbles at a time, each in a byte of a word.
  for (; i + 4 <= count; i += 4, out += 8) {
    uint32_t four;
    memcpy(&four, bytes + i, 4);
    uint64_t spread = four;
    spread = (spread | spread << 16) & 0x0000FFFF0000FFFFull;
    spread = (spread | spread << 8) & 0x00FF00FF00FF00FFull;
    uint64_t nibbles = (spread >> 4 & 0x000F000F000F000Full) | (spread & 0x000F000F000F000Full) << 8;
    uint64_t letters = (nibbles + 0x0606060606060606ull) >> 4 & 0x0101010101010101ull;
    uint64_t text = nibbles + 0x3030303030303030ull + letters * ('a' - '0' - 10);
    memcpy(out, &text, 8);
  }
  for (; i < count; i++) {
    *out++ = (uint8_t)"0123456789abcdef"[bytes[i] >> 4];
    *out++ = (uint8_t)"0123456789abcdef"[bytes[i] & 15];
  }
}

static int32_t hex_value(uint32_t unit) {
  if (unit >= '0' && unit <= '9') return (int32_t)unit - '0';
  unit |= 32;
  return unit >= 'a' && unit <= 'f' ? (int32_t)unit - 'a' + 10 : -1;
}

/// The values of hexadecimal digits plus one, 0 for other units; made when first needed.
static uint8_t hex_values[256];

size_t rt__hex_decode(rt_units text, uint8_t *out, size_t capacity) {
  if (!hex_values['0'])
    for (uint32_t i = 0; i < 256; i++) hex_values[i] = (uint8_t)(hex_value(i) + 1);
  size_t count = text.length / 2;
  if (count > capacity) count = capacity;
  for (size_t i = 0; i < count; i++) {
    uint32_t high = rt_units_at(text, 2 * i), low = rt_units_at(text, 2 * i + 1);
    if (high > 255 || low > 255 || !hex_values[high] || !hex_values[low]) return i;
    out[i] = (uint8_t)((hex_values[high] - 1) << 4 | (hex_values[low] - 1));
  }
  return count;
}

// UTF-8 and UTF-16.

/// The code point at an index, U+FFFD for a lone surrogate; advances the index.
static uint32_t next_code_point(rt_units text, size_t *index) {
  uint32_t unit = text.utf16[(*index)++];
  if ((unit & 0xF800) != 0xD800) return unit;
  if (unit < 0xDC00 && *index < text.length) {
    uint32_t low = text.utf16[*index];
    if ((low & 0xFC00) == 0xDC00) {
      (*index)++;
      return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  }
  return 0xFFFD;
}

static size_t ascii_prefix(const uint8_t *bytes, size_t count) {
  size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    uint64_t word;
    memcpy(&word, bytes + i, 8);
    if (word & 0x8080808080808080ull) break;
  }
  while (i < count && bytes[i] < 0x80) i++;
  return i;
}

size_t rt__units_utf8_length(rt_units text) {
  size_t length = 0;
  if (text.latin1) {
    length = text.length;
    for (size_t i = 0; i < text.length;) {
      uint64_t word = 0;
      if (text.length - i >= sizeof word) memcpy(&word, text.latin1 + i, sizeof word);
      if (text.length - i >= sizeof word && (word & 0x8080808080808080ull) == 0) i += sizeof word;
      else length += text.latin1[i++] >> 7;
    }
    return length;
  }
  for (size_t i = 0; i < text.length;) {
    uint32_t c = next_code_point(text, &i);
    length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
  return length;
}

/// One code point of at most four bytes; returns how many.
static size_t put_utf8(uint32_t c, uint8_t *out) {
  if (c < 0x80) {
    out[0] = (uint8_t)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (uint8_t)(0xC0 | c >> 6);
    out[1] = (uint8_t)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (uint8_t)(0xE0 | c >> 12);
    out[1] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
    out[2] = (uint8_t)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (uint8_t)(0xF0 | c >> 18);
  out[1] = (uint8_t)(0x80 | (c >> 12 & 0x3F));
  out[2] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
  out[3] = (uint8_t)(0x80 | (c & 0x3F));
  return 4;
}

static size_t utf8_size(uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

size_t rt__units_to_utf8(rt_units text, uint8_t *out, size_t capacity, size_t *units_read) {
  size_t count = 0, i = 0;
  if (text.latin1) {
    while (i < text.length && count < capacity) {
      size_t room = capacity - count, rest = text.length - i;
      size_t plain = ascii_prefix(text.latin1 + i, rest < room ? rest : room);
      if (plain) memcpy(out + count, text.latin1 + i, plain);
      i += plain;
      count += plain;
      while (i < text.length && text.latin1[i] >= 0x80 && count + 2 <= capacity)
        count += put_utf8(text.latin1[i++], out + count);
      if (i < text.length && text.latin1[i] >= 0x80) break;
    }
  } else {
    while (i < text.length) {
      size_t next = i;
      uint32_t c = next_code_point(text, &next);
      if (count + utf8_size(c) > capacity) break;
      count += put_utf8(c, out + count);
      i = next;
    }
  }
  *units_read = i;
  return count;
}

void rt__units_to_latin1(rt_units text, uint8_t *out, size_t count) {
  if (text.latin1) {
    if (count) memcpy(out, text.latin1, count);
    return;
  }
  for (size_t i = 0; i < count; i++) out[i] = (uint8_t)text.utf16[i];
}

size_t rt__units_to_utf16(rt_units text, uint8_t *out, size_t capacity) {
  size_t count = text.length < capacity / 2 ? text.length : capacity / 2;
  if (!text.latin1) {
    if (count) memcpy(out, text.utf16, count * 2);
  } else {
    for (size_t i = 0; i < count; i++) {
      out[2 * i] = text.latin1[i];
      out[2 * i + 1] = 0;
    }
  }
  return count * 2;
}

bool rt__bytes_are_ascii(const uint8_t *bytes, size_t count) { return ascii_prefix(bytes, count) == count; }

bool rt__bytes_are_utf8(const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count;) {
    i += ascii_prefix(bytes + i, count - i);
    if (i == count) break;
    uint8_t lead = bytes[i++], low = 0x80, high = 0xBF;
    size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (lead < 0xC2 || lead > 0xF4) return false;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    for (; more > 0; more--, i++) {
      if (i == count || bytes[i] < low || bytes[i] > high) return false;
      low = 0x80;
      high = 0xBF;
    }
  }
  return true;
}

// Searching.

size_t rt__bytes_find(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t needle_count, size_t from,
                      size_t step) {
  while (from + needle_count <= count) {
    const uint8_t *first = memchr(bytes + from, needle[0], count - needle_count - from + 1);
    if (!first) return SIZE_MAX;
    size_t at = (size_t)(first - bytes);
    if (at % step == 0 && memcmp(first, needle, needle_count) == 0) return at;
    from = at + 1;
  }
  return SIZE_MAX;
}

size_t rt__bytes_find_last(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t needle_count, size_t from,
                           size_t step) {
  if (needle_count > count) return SIZE_MAX;
  if (from > count - needle_count) from = count - needle_count;
  for (size_t at = from + 1; at-- > 0;)
    if (bytes[at] == needle[0] && at % step == 0 && memcmp(bytes + at, needle, needle_count) == 0) return at;
  return SIZE_MAX;
}
