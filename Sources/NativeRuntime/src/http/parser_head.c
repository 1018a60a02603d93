/// The heads of HTTP/1: the line of a request or response, and fields; RFC 9112 sections 3 to 5.
#include "parser_state.h"

#include <string.h>

/// Whether a text in any case is this one in lower case.
static bool is_word(const uint8_t *text, size_t length, const char *word) {
  if (length != strlen(word)) return false;
  for (size_t i = 0; i < length; i++)
    if ((text[i] >= 'A' && text[i] <= 'Z' ? text[i] | 0x20 : text[i]) != (uint8_t)word[i]) return false;
  return true;
}

static enum special special_of(const uint8_t *name, size_t length) {
  switch (length) {
  case 4: return is_word(name, length, "host") ? HOST : ORDINARY;
  case 6: return is_word(name, length, "expect") ? EXPECT : ORDINARY;
  case 7: return is_word(name, length, "upgrade") ? UPGRADE : ORDINARY;
  case 10: return is_word(name, length, "connection") ? CONNECTION : ORDINARY;
  case 14: return is_word(name, length, "content-length") ? CONTENT_LENGTH : ORDINARY;
  case 16: return is_word(name, length, "proxy-connection") ? CONNECTION : ORDINARY;
  case 17: return is_word(name, length, "transfer-encoding") ? TRANSFER_ENCODING : ORDINARY;
  default: return ORDINARY;
  }
}

static bool is_blank(uint8_t c) { return c == ' ' || c == '\t'; }

/// The next part between commas without blanks around it: whether there is one; `is_last` if no comma follows.
static bool next_item(const uint8_t *text, size_t size, size_t *at, size_t *start, size_t *end, bool *is_last) {
  if (*at > size) return false;
  size_t first = *at, last = first;
  while (last < size && text[last] != ',') last++;
  *is_last = last == size;
  *at = last + 1;
  // Folded lines are blank between their parts.
  while (first < last && (is_blank(text[first]) || text[first] == '\r' || text[first] == '\n')) first++;
  while (last > first && (is_blank(text[last - 1]) || text[last - 1] == '\r' || text[last - 1] == '\n')) last--;
  *start = first;
  *end = last;
  return true;
}

/// Notes what a field's value says: an error or 0.
static enum rt_http_error note_value(rt_http_parser *p, const uint8_t *value, size_t size) {
  size_t at = 0, start, end;
  bool is_last;
  if (p->special == CONNECTION) {
    while (next_item(value, size, &at, &start, &end, &is_last)) {
      const uint8_t *word = value + start;
      if (is_word(word, end - start, "close")) p->flags |= RT_HTTP_CLOSE;
      else if (is_word(word, end - start, "keep-alive")) p->flags |= RT_HTTP_KEEP_ALIVE;
      else if (is_word(word, end - start, "upgrade")) p->flags |= RT_HTTP_CONNECTION_UPGRADE;
    }
  } else if (p->special == TRANSFER_ENCODING) {
    p->flags &= (uint16_t)~RT_HTTP_CHUNKED;
    while (next_item(value, size, &at, &start, &end, &is_last)) {
      if (!is_word(value + start, end - start, "chunked")) continue;
      if (is_last) p->flags |= RT_HTTP_CHUNKED;
      else if (!p->is_lenient && !p->is_response) return RT_HTTP_ENCODING_VALUE;
    }
  }
  return RT_HTTP_OK;
}

/// Whether a value may begin here, by the fields before it.
static enum rt_http_error begin_value(rt_http_parser *p) {
  if (p->special == UPGRADE) p->flags |= RT_HTTP_UPGRADE;
  if (p->special == HOST) p->flags |= RT_HTTP_HOST;
  if (p->special == EXPECT) p->flags |= RT_HTTP_EXPECT;
  if (p->special == CONTENT_LENGTH) {
    if (p->flags & RT_HTTP_CONTENT_LENGTH) return RT_HTTP_LENGTH_TWICE;
    if ((p->flags & RT_HTTP_TRANSFER_ENCODING) && !p->is_lenient) return RT_HTTP_LENGTH_WITH_ENCODING;
  }
  if (p->special == TRANSFER_ENCODING && !p->is_lenient) {
    if (p->flags & RT_HTTP_CONTENT_LENGTH) return RT_HTTP_ENCODING_WITH_LENGTH;
    if ((p->flags & RT_HTTP_CHUNKED) && !p->is_response) return RT_HTTP_ENCODING_VALUE;
  }
  return RT_HTTP_OK;
}

/// Eight bytes, to test all at once.
static uint64_t word_at(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

#define EACH(byte) (0x0101010101010101ull * (byte))

/// A bit for the top of each byte below 0x20, or 0x7F, and perhaps for some above the first of them.
static uint64_t controls_in(uint64_t word) {
  uint64_t below = (word - EACH(0x20)) & ~word, other = word ^ EACH(0x7F);
  return (below | ((other - EACH(1)) & ~other)) & EACH(0x80);
}

/// The first byte from `at` on that cannot stand in a field's value.
static size_t skip_text(const uint8_t *bytes, size_t at, size_t size) {
  for (;;) {
    while (at + 8 <= size && controls_in(word_at(bytes + at)) == 0) at += 8;
    size_t stop = at + 8 < size ? at + 8 : size;
    while (at < stop && is(bytes[at], TEXT)) at++;
    if (at < stop || at == size) return at;
  }
}

/// The first byte from `at` on that cannot stand in an URL.
static size_t skip_url(const uint8_t *bytes, size_t at, size_t size) {
  while (at < size && is(bytes[at], URL)) at++;
  return at;
}

/// The method with so many first letters, -1 if there is none; `is_all` if they are all of it.
static int find_method(const uint8_t *text, size_t length, bool *is_all) {
  for (int i = 0; i < RT_HTTP_METHOD_COUNT; i++) {
    const char *method = rt__http_methods[i];
    if (strncmp((const char *)text, method, length) != 0) continue;
    *is_all = method[length] == 0;
    return i;
  }
  return -1;
}

/// The number of the method that ends in front of a space; -1 if there is none.
static int method_of(const uint8_t *text, size_t length) {
  if (length == 3 && text[0] == 'G') return memcmp(text, "GET", 3) == 0 ? 1 : -1;
  bool is_all = false;
  int method = length > 0 && length < 16 ? find_method(text, length, &is_all) : -1;
  return is_all ? method : -1;
}

/// Which part of an URL a wrong character stands in.
static enum rt_http_error url_error(const uint8_t *text, size_t path, size_t at) {
  uint8_t c = text[at];
  if (c == '\t' || c == '\f') return RT_HTTP_URL_CHARACTERS;
  enum rt_http_error part = RT_HTTP_URL_PATH;
  for (size_t i = path; i < at; i++) {
    if (text[i] == '#') return i + 1 == at ? RT_HTTP_URL_FRAGMENT_START : RT_HTTP_URL_FRAGMENT;
    if (text[i] == '?') part = RT_HTTP_URL_QUERY;
  }
  return part;
}

/// The bytes of URL, names and values are limited.
#define COUNT(from)                                                                                                    \
  do {                                                                                                                 \
    p->header_bytes += (uint32_t)(at - (head + (from)));                                                               \
    if (p->header_bytes >= p->header_bytes_max) FAIL(RT_HTTP_HEADER_OVERFLOW);                                         \
  } while (0)
/// What is left of a part at the end of the input might be too much already.
#define IS_TOO_LONG(from) (p->header_bytes + (at - (head + (from))) >= p->header_bytes_max)

enum rt_http_event rt__http_parse_head(rt_http_parser *p, rt_http_input *input) {
  const uint8_t *bytes = input->bytes;
  size_t size = input->size, at = input->at, head = at - p->head_seen;
  p->head_start = head;
  while (at < size) {
    uint8_t c = bytes[at];
    switch ((enum state)p->state) {
    case METHOD: {
      size_t end = at;
      while (end < size && ((bytes[end] >= 'A' && bytes[end] <= 'Z') || bytes[end] == '-')) end++;
      if (end < size && bytes[end] == ' ') {
        int method = method_of(bytes + head, end - head);
        if (method >= 0) {
          p->method = (uint8_t)method;
          p->state = URL_START;
          at = end + 1;
          continue;
        }
      }
      // The connection preface of HTTP/2.
      size_t length = end - head;
      if (length > 1 && length <= 3 && memcmp(bytes + head, "PRI", length) == 0) {
        at = end;
        if (length == 3 && end < size) FAIL(RT_HTTP_PRIOR_KNOWLEDGE);
        if (end < size) FAIL(RT_HTTP_INVALID_METHOD);
        continue;
      }
      for (at = head; at < end; at++) {
        bool is_all = false;
        if (at - head >= 16 || find_method(bytes + head, at + 1 - head, &is_all) < 0) FAIL(RT_HTTP_INVALID_METHOD);
        if (is_all && at + 1 < size && bytes[at + 1] != ' ') {
          at++;
          FAIL(RT_HTTP_SPACE_AFTER_METHOD);
        }
      }
      if (at < size) FAIL(RT_HTTP_INVALID_METHOD);
      continue;
    }
    case URL_START:
      if (c == ' ') break;
      p->mark = p->url_start = p->path_start = (uint32_t)(at - head);
      if (p->method == RT_HTTP_METHOD_CONNECT) p->state = URL_SERVER;
      else if (c == '/' || c == '*') p->state = URL_PATH;
      else if (is(c, ALPHA)) p->state = URL_SCHEMA;
      else FAIL(c == '\r' || c == '\n' || c == '\t' || c == '\f' ? RT_HTTP_URL_CHARACTERS : RT_HTTP_URL_START);
      continue;
    case URL_SCHEMA:
      if (is(c, ALPHA)) break;
      if (c == ':') {
        p->state = URL_SLASH;
        break;
      }
      FAIL(c == ' ' || c == '\r' || c == '\n' || c == '\t' || c == '\f' ? RT_HTTP_URL_CHARACTERS : RT_HTTP_URL_SCHEMA);
    case URL_SLASH:
    case URL_SLASHES:
      if (c != '/') FAIL(c == '\t' || c == '\f' ? RT_HTTP_URL_CHARACTERS : RT_HTTP_URL_SCHEMA);
      p->state = p->state == URL_SLASH ? URL_SLASHES : URL_SERVER;
      break;
    case URL_SERVER:
      if (is(c, SERVER)) break;
      p->path_start = (uint32_t)(at - head);
      if (c == '/' || c == '?') {
        p->state = URL_PATH;
        break;
      }
      if (c != ' ' && c != '\r' && c != '\n')
        FAIL(c == '\t' || c == '\f' ? RT_HTTP_URL_CHARACTERS : RT_HTTP_URL_SERVER);
      p->state = URL_PATH;
      continue;
    case URL_PATH:
      at = skip_url(bytes, at, size);
      if (at == size) {
        if (IS_TOO_LONG(p->mark)) FAIL(RT_HTTP_HEADER_OVERFLOW);
        continue;
      }
      c = bytes[at];
      COUNT(p->mark);
      if (c != ' ' && c != '\r' && c != '\n') FAIL(url_error(bytes, head + p->path_start, at));
      p->url_end = (uint32_t)(at - head);
      if (c == ' ') {
        p->state = BEFORE_PROTOCOL;
      } else {
        p->major = 0;
        p->minor = 9;
        p->state = c == '\r' ? OLD_LF : FIRST_FIELD;
      }
      break;
    case OLD_LF:
      if (c != '\n') FAIL(RT_HTTP_URL_LF);
      p->state = FIRST_FIELD;
      break;
    case BEFORE_PROTOCOL:
      if (c == ' ') break;
      p->mark = (uint32_t)(at - head);
      p->state = PROTOCOL;
      continue;
    case PROTOCOL: {
      static const char protocol[] = "HTTP/";
      size_t have = at - head - p->mark;
      if (c != (uint8_t)protocol[have]) FAIL(RT_HTTP_PROTOCOL);
      if (have == 4) p->state = MAJOR;
      break;
    }
    case MAJOR:
      if (c < '0' || c > '9') FAIL(RT_HTTP_MAJOR);
      p->major = c - '0';
      p->state = DOT;
      break;
    case DOT:
      if (c != '.') FAIL(RT_HTTP_DOT);
      p->state = MINOR;
      break;
    case MINOR: {
      if (c < '0' || c > '9') FAIL(RT_HTTP_MINOR);
      p->minor = c - '0';
      uint32_t version = p->major * 10u + p->minor;
      bool is_known = version == 11 || version == 10 || version == 20 || version == 9;
      if (!is_known && !p->is_lenient) {
        at++;
        FAIL(RT_HTTP_VERSION);
      }
      p->state = BEHIND_VERSION;
      break;
    }
    case BEHIND_VERSION:
      if (p->is_response) {
        if (c != ' ') FAIL(RT_HTTP_SPACE_AFTER_VERSION);
        p->state = STATUS_1;
      } else {
        if (c == '\r') p->state = VERSION_LF;
        else if (c == '\n' && p->is_lenient) p->state = FIRST_FIELD;
        else FAIL(RT_HTTP_CRLF_AFTER_VERSION);
      }
      break;
    case VERSION_LF:
      p->state = FIRST_FIELD;
      if (c == '\n') break;
      if (!p->is_lenient) FAIL(RT_HTTP_LF_AFTER_VERSION);
      continue;
    case STATUS_1:
    case STATUS_2:
    case STATUS_3:
      if (c < '0' || c > '9') FAIL(RT_HTTP_STATUS);
      p->status = (uint16_t)(p->status * 10 + (c - '0'));
      p->state++;
      break;
    case BEHIND_STATUS:
      p->url_start = p->url_end = (uint32_t)(at + 1 - head);
      if (c == ' ') p->state = REASON;
      else if (c == '\r') p->state = REASON_LF;
      else if (c == '\n' && p->is_lenient) p->state = FIRST_FIELD;
      else FAIL(RT_HTTP_RESPONSE_STATUS);
      break;
    case REASON:
      if (c != '\r' && c != '\n') {
        if (IS_TOO_LONG(p->url_start)) FAIL(RT_HTTP_HEADER_OVERFLOW);
        break;
      }
      COUNT(p->url_start);
      p->url_end = (uint32_t)(at - head);
      if (c == '\n' && !p->is_lenient) FAIL(RT_HTTP_CR_AFTER_RESPONSE);
      p->state = c == '\r' ? REASON_LF : FIRST_FIELD;
      break;
    case REASON_LF:
      p->state = FIRST_FIELD;
      if (c == '\n') break;
      if (!p->is_lenient) FAIL(RT_HTTP_LF_AFTER_CR);
      continue;
    case FIRST_FIELD:
      if (c == ' ') {
        if (!p->is_lenient) FAIL(RT_HTTP_SPACE_AFTER_START);
        break;
      }
      p->state = FIELD;
      continue;
    case FIELD:
      if (c == '\r') {
        p->state = HEAD_LF;
        break;
      }
      if (c == '\n') {
        at++;
        if (p->is_lenient) goto done;
        FAIL(RT_HTTP_FIELD_CHARACTER);
      }
      if (!is(c, TOKEN)) FAIL(RT_HTTP_FIELD_TOKEN);
      p->mark = (uint32_t)(at - head);
      p->state = NAME;
      break;
    case NAME:
      while (at < size && is(bytes[at], TOKEN)) at++;
      if (at == size) {
        if (IS_TOO_LONG(p->mark)) FAIL(RT_HTTP_HEADER_OVERFLOW);
        continue;
      }
      COUNT(p->mark);
      p->special = (uint8_t)special_of(bytes + head + p->mark, at - head - p->mark);
      if (bytes[at] != ':') FAIL(p->special != ORDINARY && p->special < HOST && bytes[at] == ' ' ? RT_HTTP_FIELD_CHARACTER : RT_HTTP_FIELD_TOKEN);
      p->state = BEFORE_VALUE;
      break;
    case BEFORE_VALUE:
      if (is_blank(c)) {
        // Blanks do not count, but they are kept.
        if (at - head > 4 * (size_t)p->header_bytes_max + HEAD_BYTES_SLACK) FAIL(RT_HTTP_HEADER_OVERFLOW);
        break;
      }
      if (c == '\r') {
        p->state = EMPTY_VALUE_LF;
        break;
      }
      if (c == '\n') {
        at++;
        if (!p->is_lenient) FAIL(RT_HTTP_VALUE_CHARACTER);
        p->state = EMPTY_VALUE_END;
        continue;
      }
      p->mark = (uint32_t)(at - head);
      {
        enum rt_http_error error = begin_value(p);
        if (error) FAIL(error);
      }
      p->state = p->special == CONTENT_LENGTH ? LENGTH : VALUE;
      p->remaining = p->special == CONTENT_LENGTH ? 0 : p->remaining;
      continue;
    case EMPTY_VALUE_LF:
      if (c != '\n') FAIL(RT_HTTP_LF_AFTER_CR);
      p->state = EMPTY_VALUE_END;
      break;
    case EMPTY_VALUE_END:
      if (is_blank(c)) {
        if (!p->is_lenient) FAIL(RT_HTTP_VALUE_CHARACTER);
        p->state = BEFORE_VALUE;
        continue;
      }
      if (p->special == CONTENT_LENGTH) FAIL(RT_HTTP_LENGTH_EMPTY);
      if (p->special == TRANSFER_ENCODING && !p->is_lenient) FAIL(RT_HTTP_ENCODING_EMPTY);
      if (p->special == UPGRADE) p->flags |= RT_HTTP_UPGRADE;
      if (p->special == HOST) p->flags |= RT_HTTP_HOST;
      p->state = FIELD;
      continue;
    case VALUE:
      at = skip_text(bytes, at, size);
      if (p->is_lenient)
        while (at < size && bytes[at] != '\r' && bytes[at] != '\n') at++;
      if (at == size) {
        if (IS_TOO_LONG(p->mark)) FAIL(RT_HTTP_HEADER_OVERFLOW);
        continue;
      }
      c = bytes[at];
      COUNT(p->mark);
      if (c == '\n' && !p->is_lenient) FAIL(RT_HTTP_CR_AFTER_VALUE);
      if (c != '\r' && c != '\n') FAIL(RT_HTTP_VALUE_CHARACTER);
      if (p->special == TRANSFER_ENCODING) p->flags |= RT_HTTP_TRANSFER_ENCODING;
      if (p->special != ORDINARY) {
        enum rt_http_error error = note_value(p, bytes + head + p->mark, at - head - p->mark);
        if (error) FAIL(error);
      }
      p->state = c == '\r' ? VALUE_LF : VALUE_END;
      break;
    case LENGTH:
      if (c >= '0' && c <= '9') {
        if (__builtin_mul_overflow(p->remaining, 10u, &p->remaining) ||
            __builtin_add_overflow(p->remaining, (uint64_t)(c - '0'), &p->remaining))
          FAIL(RT_HTTP_LENGTH_OVERFLOW);
        break;
      }
      if (!is_blank(c) && c != '\r' && c != '\n') FAIL(RT_HTTP_LENGTH_CHARACTER);
      COUNT(p->mark);
      p->flags |= RT_HTTP_CONTENT_LENGTH;
      p->state = LENGTH_END;
      continue;
    case LENGTH_END:
      if (is_blank(c)) {
        if (at - head > 4 * (size_t)p->header_bytes_max + HEAD_BYTES_SLACK) FAIL(RT_HTTP_HEADER_OVERFLOW);
        break;
      }
      if (c == '\n' && !p->is_lenient) FAIL(RT_HTTP_CR_AFTER_VALUE);
      if (c != '\r' && c != '\n') FAIL(RT_HTTP_LENGTH_CHARACTER);
      p->state = c == '\r' ? VALUE_LF : VALUE_END;
      break;
    case VALUE_LF:
      if (c != '\n') FAIL(RT_HTTP_LF_AFTER_VALUE);
      p->state = VALUE_END;
      break;
    case VALUE_END:
      if (is_blank(c)) {
        if (!p->is_lenient) FAIL(RT_HTTP_FOLDED_VALUE);
        if (p->special == CONTENT_LENGTH) FAIL(RT_HTTP_LENGTH_TWICE);
        p->mark = (uint32_t)(at - head);
        p->state = VALUE;
        continue;
      }
      p->state = FIELD;
      continue;
    case HEAD_LF:
      if (c != '\n') {
        if (!p->is_lenient) FAIL(RT_HTTP_LF_AFTER_HEADERS);
        goto done;
      }
      at++;
      goto done;
    default: __builtin_unreachable();
    }
    at++;
  }
  input->at = at;
  p->head_seen = (uint32_t)(at - head);
  return RT_HTTP_MORE;
done:
  input->at = at;
  p->head_seen = (uint32_t)(at - head);
  if (p->flags & RT_HTTP_TRAILERS) {
    p->state = COMPLETE;
    return RT_HTTP_MORE;
  }
  uint16_t both = RT_HTTP_UPGRADE | RT_HTTP_CONNECTION_UPGRADE;
  if ((p->flags & both) == both) p->upgrades = !p->is_response || p->status == 101;
  else p->upgrades = !p->is_response && p->method == RT_HTTP_METHOD_CONNECT;
  p->state = HEAD_DONE;
  return RT_HTTP_HEAD;
}
