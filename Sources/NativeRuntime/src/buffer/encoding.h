/// The encodings of `node:buffer` as functions on plain memory, which know nothing of the heap.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The numbers of the encodings, as buffer-encodings.ts names them.
enum rt_encoding {
  RT_ENCODING_UTF8,
  RT_ENCODING_UTF16LE,
  RT_ENCODING_LATIN1,
  RT_ENCODING_ASCII,
  RT_ENCODING_BASE64,
  RT_ENCODING_BASE64URL,
  RT_ENCODING_HEX,
};

/// UTF-16 or Latin-1 units of a string.
typedef struct rt_units {
  const uint8_t *latin1; ///< NULL: UTF-16
  const uint16_t *utf16;
  size_t length;
} rt_units;

static inline uint32_t rt_units_at(rt_units units, size_t index) {
  return units.latin1 ? units.latin1[index] : units.utf16[index];
}

/// The length of the text of so many bytes in base64, with padding unless it is for URLs.
size_t rt__base64_text_length(size_t count, bool is_url);
/// Writes that text.
void rt__base64_encode(const uint8_t *bytes, size_t count, bool is_url, uint8_t *out);
/// How many bytes Node expects of base64 text, by its length and padding alone.
size_t rt__base64_size(rt_units text);
/// Decodes base64 of either alphabet as Node does: other characters are skipped, `=` ends the text. Returns the number
/// of bytes, at most `capacity`.
size_t rt__base64_decode(rt_units text, uint8_t *out, size_t capacity);

/// Writes two digits a byte.
void rt__hex_encode(const uint8_t *bytes, size_t count, uint8_t *out);
/// Decodes pairs of digits up to the first that is none; returns the number of bytes, at most `capacity`.
size_t rt__hex_decode(rt_units text, uint8_t *out, size_t capacity);

/// The number of bytes of text as UTF-8; lone surrogates are U+FFFD.
size_t rt__units_utf8_length(rt_units text);
/// Writes text as UTF-8, whole characters only; returns the number of bytes, at most `capacity`, and of units read.
size_t rt__units_to_utf8(rt_units text, uint8_t *out, size_t capacity, size_t *units_read);
/// Writes the low byte of each unit; `count` is at most the length.
void rt__units_to_latin1(rt_units text, uint8_t *out, size_t count);
/// Writes units as UTF-16LE, whole units only; returns the number of bytes.
size_t rt__units_to_utf16(rt_units text, uint8_t *out, size_t capacity);

/// Whether all bytes are below 0x80, and whether they are well-formed UTF-8.
bool rt__bytes_are_ascii(const uint8_t *bytes, size_t count);
bool rt__bytes_are_utf8(const uint8_t *bytes, size_t count);

/// The first (or last) position at or after (at or before) `from` where `needle` occurs at a multiple of `step` bytes;
/// SIZE_MAX if there is none. The needle is not empty.
size_t rt__bytes_find(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t needle_count, size_t from,
                      size_t step);
size_t rt__bytes_find_last(const uint8_t *bytes, size_t count, const uint8_t *needle, size_t needle_count, size_t from,
                           size_t step);
