/// Names and values of `application/x-www-form-urlencoded`
/// (https://url.spec.whatwg.org/#application/x-www-form-urlencoded).
#include "library.h"

rt_string *rt_form_decode(rt_string *string);
rt_string *rt_form_encode(rt_string *string);

static int32_t hex_digit(uint32_t c) {
  if (c >= '0' && c <= '9') return (int32_t)c - '0';
  c |= 32;
  return c >= 'a' && c <= 'f' ? (int32_t)c - 'a' + 10 : -1;
}

/// Text with `+` and percent-encoded bytes replaced, as UTF-8.
rt_string *rt_form_decode(rt_string *string) {
  RT_SAFEPOINT();
  rt_text text = rt__text(string);
  bool is_plain = true;
  for (uint32_t i = 0; i < text.length && is_plain; i++) {
    uint16_t unit = rt_text_at(text, i);
    is_plain = unit != '+' && unit != '%';
  }
  if (is_plain) return string;
  size_t length = rt__utf8_length(string);
  uint8_t *bytes = rt__allocate(length + 1, RT_CELL_LEAF), *out = bytes;
  rt__utf8_write(string, bytes);
  for (size_t i = 0; i < length; i++) {
    uint8_t c = bytes[i];
    if (c == '+') c = ' ';
    if (c == '%' && i + 2 < length && hex_digit(bytes[i + 1]) >= 0 && hex_digit(bytes[i + 2]) >= 0) {
      c = (uint8_t)(hex_digit(bytes[i + 1]) * 16 + hex_digit(bytes[i + 2]));
      i += 2;
    }
    *out++ = c;
  }
  return rt__string_from_utf8(bytes, (size_t)(out - bytes));
}

/// Text with all but letters, digits and `*-._` percent-encoded, spaces as `+`.
rt_string *rt_form_encode(rt_string *string) {
  RT_SAFEPOINT();
  size_t length = rt__utf8_length(string);
  uint8_t *bytes = rt__allocate(length * 4 + 1, RT_CELL_LEAF), *in = bytes + length * 3, *out = bytes;
  rt__utf8_write(string, in);
  for (size_t i = 0; i < length; i++) {
    uint8_t c = in[i];
    bool is_letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    if (is_letter || (c >= '0' && c <= '9') || c == '*' || c == '-' || c == '.' || c == '_') *out++ = c;
    else if (c == ' ') *out++ = '+';
    else {
      *out++ = '%';
      *out++ = (uint8_t)"0123456789ABCDEF"[c >> 4];
      *out++ = (uint8_t)"0123456789ABCDEF"[c & 15];
    }
  }
  if (out == bytes) return RT_ATOM(empty);
  return rt__string_from_latin1(bytes, (uint32_t)(out - bytes));
}
