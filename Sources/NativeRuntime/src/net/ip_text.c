/// Addresses as text, without the system: what `net.isIP` and block lists ask.
#include "library.h"
#include "socket.h"

int32_t rt_net_is_ip(rt_string *text);
rt_value rt_net_ip_bytes(rt_string *text);

enum { TEXT_MAX = 64 };

static int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Four numbers without leading zeros.
static bool parse_ipv4(const char *text, uint8_t bytes[4]) {
  for (int i = 0; i < 4; i++) {
    uint32_t value = 0;
    const char *start = text;
    for (; *text >= '0' && *text <= '9' && text - start < 4; text++) value = value * 10 + (uint32_t)(*text - '0');
    if (text == start || text - start > 3 || value > 255 || (*start == '0' && text - start > 1)) return false;
    bytes[i] = (uint8_t)value;
    if (i < 3 && *text++ != '.') return false;
  }
  return *text == 0;
}

/// Up to eight groups, `::` for zeros once, and perhaps an address of IPv4 in the end.
static bool parse_ipv6(const char *text, uint8_t bytes[16]) {
  int count = 0, gap = -1;
  memset(bytes, 0, 16);
  if (text[0] == ':' && *++text != ':') return false;
  while (*text) {
    if (*text == ':') {
      if (gap >= 0) return false;
      gap = count;
      text++;
      continue;
    }
    if (count == 8) return false;
    const char *start = text;
    uint32_t value = 0;
    for (; digit_of(*text) >= 0 && text - start < 4; text++) value = value << 4 | (uint32_t)digit_of(*text);
    if (text == start) return false;
    if (*text == '.') {
      if (count > 6 || !parse_ipv4(start, bytes + 2 * (size_t)count)) return false;
      count += 2;
      break;
    }
    bytes[2 * count] = (uint8_t)(value >> 8);
    bytes[2 * count + 1] = (uint8_t)value;
    count++;
    if (*text == 0) break;
    if (*text++ != ':' || *text == 0) return false;
  }
  if (gap < 0) return count == 8;
  if (count == 8) return false;
  size_t tail = 2 * (size_t)(count - gap), start = 2 * (size_t)gap;
  memmove(bytes + 16 - tail, bytes + start, tail);
  memset(bytes + start, 0, 16 - tail - start);
  return true;
}

/// 4 or 6 and the bytes of an address; 0 if the text is none.
static int parse(rt_string *string, uint8_t bytes[16]) {
  rt_text text = rt__text(string);
  char characters[TEXT_MAX + 1];
  uint32_t length = 0;
  for (; length < text.length; length++) {
    uint32_t unit = rt_text_at(text, length);
    // A zone may be any text of letters, digits and a few signs.
    if (unit == '%') break;
    if (length == TEXT_MAX || unit == 0 || unit >= 0x80) return 0;
    characters[length] = (char)unit;
  }
  characters[length] = 0;
  bool has_zone = length < text.length;
  if (!has_zone && parse_ipv4(characters, bytes)) return RT_FAMILY_IPV4;
  if (has_zone && length + 1 == text.length) return 0;
  for (uint32_t i = length + 1; has_zone && i < text.length; i++) {
    uint32_t unit = rt_text_at(text, i);
    bool is_letter = (unit | 32) >= 'a' && (unit | 32) <= 'z';
    if (!is_letter && !(unit >= '0' && unit <= '9') && unit != '-' && unit != '.' && unit != ':') return 0;
  }
  return parse_ipv6(characters, bytes) ? RT_FAMILY_IPV6 : 0;
}

/// net.isIP
int32_t rt_net_is_ip(rt_string *text) {
  uint8_t bytes[16];
  return parse(text, bytes);
}

/// The bytes of an address as numbers: 4, 16, or none.
rt_value rt_net_ip_bytes(rt_string *text) {
  RT_SAFEPOINT();
  uint8_t bytes[16];
  int family = parse(text, bytes);
  uint32_t count = family == RT_FAMILY_IPV4 ? 4 : family == RT_FAMILY_IPV6 ? 16 : 0;
  rt_array *result = rt__array_new(count);
  for (uint32_t i = 0; i < count; i++) (void)rt__array_push(result, rt_from_double(bytes[i]));
  return rt_from_object(result);
}
