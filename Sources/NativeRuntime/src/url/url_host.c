/// Hosts of URLs: domains, IPv4 and IPv6 addresses (https://url.spec.whatwg.org/#host-parsing).
#include "url_parser.h"

#include <string.h>

static bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
static int32_t hex_digit(uint8_t c) {
  if (is_digit(c)) return c - '0';
  c |= 32;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// A forbidden host code point (3.2), and one of domains.
static bool is_forbidden(uint8_t c) {
  switch (c) {
  case 0: case '\t': case '\n': case '\r': case ' ': case '#': case '/': case ':': case '<': case '>': case '?':
  case '@': case '[': case '\\': case ']': case '^': case '|': return true;
  default: return false;
  }
}
static bool is_forbidden_in_domain(uint8_t c) { return is_forbidden(c) || c <= 0x1F || c == '%' || c == 0x7F; }

static uint8_t *put_decimal(uint8_t *out, uint32_t number) {
  uint8_t digits[10];
  int32_t count = 0;
  do digits[count++] = (uint8_t)('0' + number % 10);
  while (number /= 10);
  while (count) *out++ = digits[--count];
  return out;
}

// IPv4 (3.5).

/// The number in a part, -1 if it is none; too large ones stay too large.
static int64_t ipv4_number(rt_bytes part) {
  if (part.length == 0) return -1;
  uint32_t radix = 10;
  if (part.length >= 2 && part.start[0] == '0' && (part.start[1] | 32) == 'x') {
    radix = 16;
    part.start += 2;
    part.length -= 2;
  } else if (part.length >= 2 && part.start[0] == '0') {
    radix = 8;
    part.start++;
    part.length--;
  }
  int64_t number = 0;
  for (size_t i = 0; i < part.length; i++) {
    int32_t digit = hex_digit(part.start[i]);
    if (digit < 0 || digit >= (int32_t)radix) return -1;
    if (number < INT64_C(1) << 40) number = number * radix + digit;
  }
  return number;
}

/// The last part between dots, not counting an empty one at the end.
static rt_bytes last_part(rt_bytes domain) {
  size_t end = domain.length;
  if (end && domain.start[end - 1] == '.') end--;
  size_t start = end;
  while (start && domain.start[start - 1] != '.') start--;
  return (rt_bytes){domain.start + start, end - start};
}

/// Whether a domain ends in a number, so that it must be an address.
static bool ends_in_number(rt_bytes domain) {
  rt_bytes last = last_part(domain);
  if (last.length == 0) return false;
  size_t i = 0;
  while (i < last.length && is_digit(last.start[i])) i++;
  return i == last.length || (last.length >= 2 && (last.start[1] | 32) == 'x' && ipv4_number(last) >= 0);
}

static enum rt_url_status parse_ipv4(rt_url *url, rt_bytes domain) {
  int64_t numbers[4];
  uint32_t count = 0;
  size_t end = domain.length;
  if (end && domain.start[end - 1] == '.') end--;
  for (size_t start = 0;;) {
    size_t stop = start;
    while (stop < end && domain.start[stop] != '.') stop++;
    if (count == 4) return RT_URL_FAILURE;
    numbers[count] = ipv4_number((rt_bytes){domain.start + start, stop - start});
    if (numbers[count++] < 0) return RT_URL_FAILURE;
    if (stop == end) break;
    start = stop + 1;
  }
  for (uint32_t i = 0; i + 1 < count; i++)
    if (numbers[i] > 255) return RT_URL_FAILURE;
  if (numbers[count - 1] >= INT64_C(1) << (8 * (5 - count))) return RT_URL_FAILURE;
  uint32_t address = (uint32_t)numbers[count - 1];
  for (uint32_t i = 0; i + 1 < count; i++) address += (uint32_t)numbers[i] << (8 * (3 - i));
  uint8_t *out = url->work;
  for (int32_t i = 3; i >= 0; i--) {
    out = put_decimal(out, address >> (8 * i) & 255);
    if (i) *out++ = '.';
  }
  url->host = (rt_bytes){url->work, (size_t)(out - url->work)};
  url->work = out;
  return RT_URL_DONE;
}

// IPv6 (3.5).

/// Reads the pieces of an address; false if it is none.
static bool read_ipv6(rt_bytes text, uint16_t pieces[8]) {
  const uint8_t *p = text.start, *end = p + text.length;
  int32_t piece = 0, compressed = -1;
  memset(pieces, 0, 16);
  if (p < end && *p == ':') {
    if (p + 1 >= end || p[1] != ':') return false;
    p += 2;
    compressed = ++piece;
  }
  while (p < end) {
    if (piece == 8) return false;
    if (*p == ':') {
      if (compressed >= 0) return false;
      p++;
      compressed = ++piece;
      continue;
    }
    uint32_t value = 0, length = 0;
    while (length < 4 && p < end && hex_digit(*p) >= 0) {
      value = value * 16 + (uint32_t)hex_digit(*p++);
      length++;
    }
    if (p < end && *p == '.') {
      if (length == 0) return false;
      p -= length;
      if (piece > 6) return false;
      uint32_t seen = 0;
      while (p < end) {
        int32_t number = -1;
        if (seen > 0) {
          if (*p != '.' || seen >= 4) return false;
          p++;
        }
        if (p >= end || !is_digit(*p)) return false;
        while (p < end && is_digit(*p)) {
          if (number == 0) return false;
          number = (number < 0 ? 0 : number * 10) + (*p++ - '0');
          if (number > 255) return false;
        }
        pieces[piece] = (uint16_t)(pieces[piece] * 256 + number);
        seen++;
        if (seen == 2 || seen == 4) piece++;
      }
      if (seen != 4) return false;
      break;
    }
    if (p < end && *p == ':') {
      if (++p == end) return false;
    } else if (p < end) {
      return false;
    }
    pieces[piece++] = (uint16_t)value;
  }
  if (compressed >= 0) {
    int32_t swaps = piece - compressed;
    for (int32_t at = 7; at != 0 && swaps > 0; at--, swaps--) {
      uint16_t moved = pieces[compressed + swaps - 1];
      pieces[compressed + swaps - 1] = pieces[at];
      pieces[at] = moved;
    }
    return true;
  }
  return piece == 8;
}

static enum rt_url_status parse_ipv6(rt_url *url, rt_bytes text) {
  uint16_t pieces[8];
  if (!read_ipv6(text, pieces)) return RT_URL_FAILURE;
  // The longest run of zeros, of at least two, is left out.
  int32_t longest = -1, longest_length = 1;
  for (int32_t i = 0; i < 8;) {
    int32_t run = i;
    while (run < 8 && pieces[run] == 0) run++;
    if (run - i > longest_length) {
      longest = i;
      longest_length = run - i;
    }
    i = run > i ? run : i + 1;
  }
  uint8_t *out = url->work;
  *out++ = '[';
  for (int32_t i = 0; i < 8; i++) {
    if (i == longest) {
      *out++ = ':';
      if (i == 0) *out++ = ':';
      i += longest_length - 1;
      continue;
    }
    bool started = false;
    for (int32_t shift = 12; shift >= 0; shift -= 4) {
      uint32_t digit = pieces[i] >> shift & 15;
      started |= digit != 0 || shift == 0;
      if (started) *out++ = (uint8_t)"0123456789abcdef"[digit];
    }
    if (i < 7) *out++ = ':';
  }
  *out++ = ']';
  url->host = (rt_bytes){url->work, (size_t)(out - url->work)};
  url->work = out;
  return RT_URL_DONE;
}

// Domains.

/// Whether a label begins with `xn--`, so that it has to be checked.
static bool has_encoded_label(rt_bytes domain) {
  for (size_t i = 0; i + 4 <= domain.length; i++)
    if ((i == 0 || domain.start[i - 1] == '.') && memcmp(domain.start + i, "xn--", 4) == 0) return true;
  return false;
}

enum rt_url_status rt__url_parse_host(rt_url *url, rt_bytes text, bool is_opaque) {
  if (text.length && text.start[0] == '[') {
    if (text.start[text.length - 1] != ']') return RT_URL_FAILURE;
    return parse_ipv6(url, (rt_bytes){text.start + 1, text.length - 2});
  }
  if (is_opaque) {
    for (size_t i = 0; i < text.length; i++)
      if (is_forbidden(text.start[i])) return RT_URL_FAILURE;
    url->host = rt__url_encode(url, text, RT_URL_SET_C0);
    return RT_URL_DONE;
  }
  rt_bytes domain = url->mapped;
  if (!domain.start) {
    uint8_t *out = url->work;
    bool is_ascii = true;
    for (size_t i = 0; i < text.length; i++) {
      uint8_t c = text.start[i];
      if (c == '%' && i + 2 < text.length && hex_digit(text.start[i + 1]) >= 0 && hex_digit(text.start[i + 2]) >= 0) {
        c = (uint8_t)(hex_digit(text.start[i + 1]) * 16 + hex_digit(text.start[i + 2]));
        i += 2;
      }
      is_ascii &= c < 0x80;
      *out++ = c >= 'A' && c <= 'Z' ? c | 32 : c;
    }
    domain = (rt_bytes){url->work, (size_t)(out - url->work)};
    url->work = out;
    if (!is_ascii || has_encoded_label(domain)) {
      url->domain = domain;
      return RT_URL_NEEDS_MAPPING;
    }
  }
  if (domain.length == 0) return RT_URL_FAILURE;
  for (size_t i = 0; i < domain.length; i++)
    if (is_forbidden_in_domain(domain.start[i])) return RT_URL_FAILURE;
  if (ends_in_number(domain)) return parse_ipv4(url, domain);
  url->host = domain;
  return RT_URL_DONE;
}
