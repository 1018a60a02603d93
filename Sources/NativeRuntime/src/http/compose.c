/// Writing heads: the first line, the program's fields, and those that follow from how the message is sent.
#include "compose.h"

#include "library.h"
#include "rt_prim.h"

rt_http_output rt__http_output RT_ROOTED_UNUSED;

enum { OUTPUT_MIN = 4096, OUTPUT_KEPT = 131072 };

uint8_t *rt__http_output_room(size_t size) {
  rt_http_output *out = &rt__http_output;
  if (out->capacity - out->size < size) {
    size_t capacity = out->capacity * 2 > out->size + size ? out->capacity * 2 : out->size + size;
    capacity = rt__good_size(capacity < OUTPUT_MIN ? OUTPUT_MIN : capacity);
    uint8_t *bytes = rt__allocate(capacity, RT_CELL_LEAF);
    if (out->size) memcpy(bytes, out->bytes, out->size);
    out->bytes = bytes;
    out->capacity = capacity;
  }
  return out->bytes + out->size;
}

void rt__http_output_clear(void) {
  rt__http_output.size = 0;
  if (rt__http_output.capacity > OUTPUT_KEPT) rt__http_output = (rt_http_output){0};
}

static void put(const void *bytes, size_t size) {
  memcpy(rt__http_output_room(size), bytes, size);
  rt__http_output.size += size;
}

#define PUT(text) put(text, sizeof(text) - 1)

static void put_string(rt_string *string) {
  rt_text text = rt__text(string);
  uint8_t *out = rt__http_output_room(text.length);
  if (text.latin1) memcpy(out, text.latin1, text.length);
  else
    for (uint32_t i = 0; i < text.length; i++) out[i] = (uint8_t)text.utf16[i];
  rt__http_output.size += text.length;
}

static void put_number(uint64_t number) {
  uint8_t digits[20];
  uint32_t at = sizeof digits;
  do digits[--at] = (uint8_t)('0' + number % 10);
  while (number /= 10);
  put(digits + at, sizeof digits - at);
}

/// Two digits.
static char *put_pair(char *at, uint32_t number) {
  at[0] = (char)('0' + number / 10);
  at[1] = (char)('0' + number % 10);
  return at + 2;
}

enum { DATE_LENGTH = 29 };

/// "Sun, 06 Nov 1994 08:49:37 GMT", made once a second.
static const char *date_text(void) {
  static char text[DATE_LENGTH + 1];
  static int64_t last = -1;
  int64_t now = rt_prim_wall_time() / 1000000000;
  if (now == last) return text;
  last = now;
  static const char weekdays[] = "ThuFriSatSunMonTueWed", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  uint32_t days = (uint32_t)(now / 86400), seconds = (uint32_t)(now % 86400);
  // Years that begin with March (Howard Hinnant, "chrono-compatible low-level date algorithms").
  uint32_t shifted = days + 719468, era = shifted / 146097, of_era = shifted % 146097;
  uint32_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  uint32_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  uint32_t from_march = (5 * of_year + 2) / 153, day = of_year - (153 * from_march + 2) / 5 + 1;
  uint32_t month = from_march < 10 ? from_march + 2 : from_march - 10, year = year_of_era + era * 400 + (month < 2);
  char *at = text;
  memcpy(at, weekdays + days % 7 * 3, 3);
  memcpy(at + 3, ", ", 2);
  at = put_pair(at + 5, day);
  *at++ = ' ';
  memcpy(at, months + month * 3, 3);
  at[3] = ' ';
  at = put_pair(put_pair(at + 4, year / 100), year % 100);
  *at++ = ' ';
  at = put_pair(at, seconds / 3600);
  *at++ = ':';
  at = put_pair(at, seconds / 60 % 60);
  *at++ = ':';
  at = put_pair(at, seconds % 60);
  memcpy(at, " GMT", 4);
  return text;
}

const char *rt__http_reason(int32_t status) {
  switch (status) {
  case 100: return "Continue";
  case 101: return "Switching Protocols";
  case 102: return "Processing";
  case 103: return "Early Hints";
  case 200: return "OK";
  case 201: return "Created";
  case 202: return "Accepted";
  case 203: return "Non-Authoritative Information";
  case 204: return "No Content";
  case 205: return "Reset Content";
  case 206: return "Partial Content";
  case 207: return "Multi-Status";
  case 208: return "Already Reported";
  case 226: return "IM Used";
  case 300: return "Multiple Choices";
  case 301: return "Moved Permanently";
  case 302: return "Found";
  case 303: return "See Other";
  case 304: return "Not Modified";
  case 305: return "Use Proxy";
  case 307: return "Temporary Redirect";
  case 308: return "Permanent Redirect";
  case 400: return "Bad Request";
  case 401: return "Unauthorized";
  case 402: return "Payment Required";
  case 403: return "Forbidden";
  case 404: return "Not Found";
  case 405: return "Method Not Allowed";
  case 406: return "Not Acceptable";
  case 407: return "Proxy Authentication Required";
  case 408: return "Request Timeout";
  case 409: return "Conflict";
  case 410: return "Gone";
  case 411: return "Length Required";
  case 412: return "Precondition Failed";
  case 413: return "Payload Too Large";
  case 414: return "URI Too Long";
  case 415: return "Unsupported Media Type";
  case 416: return "Range Not Satisfiable";
  case 417: return "Expectation Failed";
  case 418: return "I'm a Teapot";
  case 421: return "Misdirected Request";
  case 422: return "Unprocessable Entity";
  case 423: return "Locked";
  case 424: return "Failed Dependency";
  case 425: return "Too Early";
  case 426: return "Upgrade Required";
  case 428: return "Precondition Required";
  case 429: return "Too Many Requests";
  case 431: return "Request Header Fields Too Large";
  case 451: return "Unavailable For Legal Reasons";
  case 500: return "Internal Server Error";
  case 501: return "Not Implemented";
  case 502: return "Bad Gateway";
  case 503: return "Service Unavailable";
  case 504: return "Gateway Timeout";
  case 505: return "HTTP Version Not Supported";
  case 506: return "Variant Also Negotiates";
  case 507: return "Insufficient Storage";
  case 508: return "Loop Detected";
  case 509: return "Bandwidth Limit Exceeded";
  case 510: return "Not Extended";
  case 511: return "Network Authentication Required";
  default: return NULL;
  }
}

static void put_first_line(const rt_http_outgoing_head *head) {
  if (head->status == 0) {
    put_string(rt_as_string(head->first));
    return;
  }
  PUT("HTTP/1.1 ");
  put_number((uint32_t)head->status);
  PUT(" ");
  if (rt_is_string(head->first)) put_string(rt_as_string(head->first));
  else {
    const char *reason = rt__http_reason(head->status);
    if (reason) put(reason, strlen(reason));
    else PUT("unknown");
  }
  PUT("\r\n");
}

static bool is_word_unit(uint16_t c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
}

/// Whether a value contains a word (in lower case).
static bool has_word(rt_value value, const char *word) {
  if (!rt_is_string(value)) return false;
  rt_text text = rt__text(rt_as_string(value));
  uint32_t length = (uint32_t)strlen(word);
  for (uint32_t at = 0; at + length <= text.length; at++) {
    uint32_t i = 0;
    while (i < length && (rt_text_at(text, at + i) | 0x20) == word[i]) i++;
    if (i < length || (at > 0 && is_word_unit(rt_text_at(text, at - 1)))) continue;
    if (at + length == text.length || !is_word_unit(rt_text_at(text, at + length))) return true;
  }
  return false;
}

enum { SEEN_CONNECTION = 1, SEEN_LENGTH = 2, SEEN_ENCODING = 4, SEEN_DATE = 8, SEEN_KEEP_ALIVE = 16 };

static bool is_text(rt_text text, const char *ascii) { return text.latin1 && memcmp(text.latin1, ascii, text.length) == 0; }

/// Notes what a field means for the message.
static uint32_t note_field(rt_http_outgoing_head *head, rt_string *lower, rt_value value) {
  rt_text name = rt__text(lower);
  switch (name.length) {
  case 4: return is_text(name, "date") ? SEEN_DATE : 0;
  case 6:
    if (is_text(name, "expect")) head->flags |= RT_OUT_WITH_EXPECT;
    return 0;
  case 7:
    if (is_text(name, "trailer")) head->flags |= RT_OUT_WITH_TRAILER;
    return 0;
  case 10:
    if (is_text(name, "keep-alive")) return SEEN_KEEP_ALIVE;
    if (!is_text(name, "connection")) return 0;
    head->flags &= ~(uint32_t)RT_OUT_REMOVED_CONNECTION;
    head->flags |= has_word(value, "close") ? RT_OUT_LAST : RT_OUT_KEEP_ALIVE;
    return SEEN_CONNECTION;
  case 14:
    if (!is_text(name, "content-length")) return 0;
    head->flags &= ~(uint32_t)RT_OUT_REMOVED_LENGTH;
    head->flags |= RT_OUT_WITH_LENGTH;
    return SEEN_LENGTH;
  case 17:
    if (!is_text(name, "transfer-encoding")) return 0;
    head->flags &= ~(uint32_t)RT_OUT_REMOVED_ENCODING;
    if (has_word(value, "chunked")) head->flags |= RT_OUT_CHUNKED;
    return SEEN_ENCODING;
  default: return 0;
  }
}

static void put_value(rt_value value) {
  if (rt_is_string(value)) put_string(rt_as_string(value));
  else if (rt_is_number(value)) put_string(rt_number_to_string(rt_double(value), 10));
}

static void put_field(rt_string *name, rt_value value) {
  put_string(name);
  PUT(": ");
  put_value(value);
  PUT("\r\n");
}

/// The fields that the program set: what they say of the message.
static uint32_t put_fields(rt_http_outgoing_head *head) {
  uint32_t seen = 0;
  if (!rt_is_object(head->fields)) return 0;
  const rt_array *fields = rt_as_array(head->fields);
  for (uint32_t i = 0; i + 2 < fields->length; i += 3) {
    // Accessors of the program for numbers on all objects may have taken what was pushed.
    if (!rt_is_string(fields->elements[i]) || !rt_is_string(fields->elements[i + 1])) continue;
    rt_string *lower = rt_as_string(fields->elements[i]), *name = rt_as_string(fields->elements[i + 1]);
    rt_value value = fields->elements[i + 2];
    if (!rt_is_array(value)) {
      seen |= note_field(head, lower, value);
      put_field(name, value);
      continue;
    }
    const rt_array *values = rt_as_array(value);
    if (values->length > 1 && is_text(rt__text(lower), "cookie") && lower->length == 6) {
      put_string(name);
      for (uint32_t k = 0; k < values->length; k++) {
        put(k ? "; " : ": ", 2);
        put_value(values->elements[k]);
      }
      PUT("\r\n");
      continue;
    }
    for (uint32_t k = 0; k < values->length; k++) {
      seen |= note_field(head, lower, values->elements[k]);
      put_field(name, values->elements[k]);
    }
  }
  return seen;
}

static void put_connection(rt_http_outgoing_head *head, uint32_t seen) {
  if (head->flags & RT_OUT_REMOVED_CONNECTION) {
    if (!(head->flags & RT_OUT_KEEP_ALIVE)) head->flags |= RT_OUT_LAST;
    else head->flags &= ~(uint32_t)RT_OUT_LAST;
    return;
  }
  if (seen & SEEN_CONNECTION) return;
  bool knows_end = (seen & SEEN_LENGTH) || (head->flags & (RT_OUT_CHUNKS_BY_DEFAULT | RT_OUT_AGENT));
  if (!(head->flags & RT_OUT_KEEP_ALIVE) || !knows_end) {
    head->flags |= RT_OUT_LAST;
    PUT("Connection: close\r\n");
  } else if (head->flags & RT_OUT_MAX_REQUESTS) {
    PUT("Connection: close\r\n");
  } else {
    PUT("Connection: keep-alive\r\n");
    if (!rt_is_string(head->keep_alive) || (seen & SEEN_KEEP_ALIVE)) return;
    PUT("Keep-Alive: ");
    put_string(rt_as_string(head->keep_alive));
    PUT("\r\n");
  }
}

/// How the end of the body is told.
static void put_length(rt_http_outgoing_head *head, uint32_t seen) {
  if (seen & (SEEN_LENGTH | SEEN_ENCODING)) return;
  if (!(head->flags & RT_OUT_HAS_BODY)) {
    head->flags &= ~(uint32_t)RT_OUT_CHUNKED;
  } else if (!(head->flags & RT_OUT_CHUNKS_BY_DEFAULT)) {
    head->flags |= RT_OUT_LAST;
  } else if (!(head->flags & (RT_OUT_WITH_TRAILER | RT_OUT_REMOVED_LENGTH)) && head->length >= 0) {
    PUT("Content-Length: ");
    put_number((uint64_t)head->length);
    PUT("\r\n");
  } else if (!(head->flags & RT_OUT_REMOVED_ENCODING)) {
    PUT("Transfer-Encoding: chunked\r\n");
    head->flags |= RT_OUT_CHUNKED;
  }
}

void rt__http_compose(rt_http_outgoing_head *head) {
  put_first_line(head);
  uint32_t seen = put_fields(head);
  if (!(seen & SEEN_DATE) && (head->flags & RT_OUT_DATE)) {
    PUT("Date: ");
    put(date_text(), DATE_LENGTH);
    PUT("\r\n");
  }
  if ((head->status == 204 || head->status == 304) && (head->flags & RT_OUT_CHUNKED))
    head->flags &= ~(uint32_t)(RT_OUT_CHUNKED | RT_OUT_KEEP_ALIVE);
  put_connection(head, seen);
  put_length(head, seen);
  if (!(head->flags & RT_OUT_CHUNKED) && (head->flags & RT_OUT_WITH_TRAILER)) head->flags |= RT_OUT_BAD_TRAILER;
  PUT("\r\n");
}

rt_string *rt_http_date(void);
rt_string *rt_http_status_text(int32_t status);

/// The date as it is sent.
rt_string *rt_http_date(void) {
  RT_SAFEPOINT();
  return rt__string_from_latin1((const uint8_t *)date_text(), DATE_LENGTH);
}

/// The usual reason of a status, or the empty string.
rt_string *rt_http_status_text(int32_t status) {
  RT_SAFEPOINT();
  const char *reason = rt__http_reason(status);
  return reason ? rt__string_from_ascii(reason) : RT_ATOM(empty);
}
