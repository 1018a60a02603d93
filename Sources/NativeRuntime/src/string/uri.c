/// encodeURI, encodeURIComponent, decodeURI, decodeURIComponent (ECMA-262 19.2.6).
#include "library.h"

static const char letters_digits_marks[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
static const char reserved[] = ";/?:@&=+$,#";

/// Whether an ASCII character occurs in a C string.
static bool is_one_of(uint32_t code_point, const char *set) {
  return code_point > 0 && code_point < 0x80 && strchr(set, (int)code_point) != NULL;
}

/// The URIError of text that cannot be encoded or decoded.
static rt_value throw_malformed(void) { return rt__throw_error(RT_URI_ERROR, "URI malformed"); }

/// ECMA-262 19.2.6.5 Encode.
static rt_value encode(rt_string *string, const char *also_unescaped) {
  rt_text text = rt__text(string);
  rt_builder builder = {0};
  for (uint32_t i = 0; i < text.length;) {
    uint32_t code_point = rt__text_code_point_at(text, i);
    i += code_point > 0xFFFF ? 2 : 1;
    if (is_one_of(code_point, letters_digits_marks) || is_one_of(code_point, also_unescaped)) {
      rt__builder_unit(&builder, (uint16_t)code_point);
      continue;
    }
    if ((code_point & 0xFFFFF800) == 0xD800) return throw_malformed();
    uint32_t count = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (uint32_t k = 0; k < count; k++) {
      uint32_t bits = code_point >> 6 * (count - 1 - k);
      uint32_t byte = count == 1 ? bits : k > 0 ? 0x80 | (bits & 0x3F) : (0xF00u >> count & 0xFF) | bits;
      rt__builder_unit(&builder, '%');
      rt__builder_unit(&builder, (uint16_t)"0123456789ABCDEF"[byte >> 4]);
      rt__builder_unit(&builder, (uint16_t)"0123456789ABCDEF"[byte & 15]);
    }
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// The byte of "%XX" at an index, or -1.
static int escaped_byte(rt_text text, uint32_t index) {
  if (index + 2 >= text.length || rt_text_at(text, index) != '%') return -1;
  int byte = 0;
  for (uint32_t i = 1; i <= 2; i++) {
    uint16_t digit = rt_text_at(text, index + i);
    uint16_t lower = digit | 0x20;
    if (digit >= '0' && digit <= '9') byte = byte * 16 + digit - '0';
    else if (digit < 0x80 && lower >= 'a' && lower <= 'f') byte = byte * 16 + lower - 'a' + 10;
    else return -1;
  }
  return byte;
}

/// ECMA-262 19.2.6.6 Decode.
static rt_value decode(rt_string *string, const char *preserved) {
  rt_text text = rt__text(string);
  rt_builder builder = {0};
  for (uint32_t i = 0; i < text.length;) {
    uint16_t unit = rt_text_at(text, i);
    if (unit != '%') {
      rt__builder_unit(&builder, unit);
      i++;
      continue;
    }
    uint32_t start = i;
    int lead = escaped_byte(text, i);
    if (lead < 0) return throw_malformed();
    i += 3;
    uint32_t count = lead < 0x80 ? 0 : (lead & 0xE0) == 0xC0 ? 1 : (lead & 0xF0) == 0xE0 ? 2 : (lead & 0xF8) == 0xF0 ? 3 : 4;
    if (count == 4) return throw_malformed();
    uint32_t code_point = count == 0 ? (uint32_t)lead : (uint32_t)lead & (0x3Fu >> count);
    for (uint32_t k = 0; k < count; k++, i += 3) {
      int byte = escaped_byte(text, i);
      if (byte < 0 || (byte & 0xC0) != 0x80) return throw_malformed();
      code_point = code_point << 6 | ((uint32_t)byte & 0x3F);
    }
    static const uint32_t lowest[] = {0, 0x80, 0x800, 0x10000};
    if (code_point < lowest[count] || code_point > 0x10FFFF || (code_point & 0xFFFFF800) == 0xD800) {
      return throw_malformed();
    }
    if (is_one_of(code_point, preserved)) {
      rt__builder_text(&builder, text, start, i);
    } else {
      rt__builder_code_point(&builder, code_point);
    }
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 19.2.6.4 encodeURIComponent ( uriComponent )
RT_NATIVE(rt_native_encode_uri_component) {
  RT_SAFEPOINT();
  RT_STRING_ARGUMENT(string, 0);
  return encode(string, "");
}

/// ECMA-262 19.2.6.3 encodeURI ( uri )
RT_NATIVE(rt_native_encode_uri) {
  RT_SAFEPOINT();
  RT_STRING_ARGUMENT(string, 0);
  return encode(string, reserved);
}

/// ECMA-262 19.2.6.2 decodeURIComponent ( encodedURIComponent )
RT_NATIVE(rt_native_decode_uri_component) {
  RT_SAFEPOINT();
  RT_STRING_ARGUMENT(string, 0);
  return decode(string, "");
}

/// ECMA-262 19.2.6.1 decodeURI ( encodedURI )
RT_NATIVE(rt_native_decode_uri) {
  RT_SAFEPOINT();
  RT_STRING_ARGUMENT(string, 0);
  return decode(string, reserved);
}
