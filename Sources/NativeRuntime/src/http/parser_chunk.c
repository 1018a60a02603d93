/// The bodies in chunks of HTTP/1, RFC 9112 section 7.1.
#include "parser_state.h"

static bool is_hexadecimal(uint8_t c, uint32_t *digit) {
  if (c >= '0' && c <= '9') *digit = c - '0';
  else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') *digit = (c | 0x20u) - 'a' + 10;
  else return false;
  return true;
}

enum rt_http_event rt__http_parse_chunk(rt_http_parser *p, rt_http_input *input) {
  const uint8_t *bytes = input->bytes;
  size_t size = input->size, at = input->at;
  while (at < size) {
    uint8_t c = bytes[at];
    uint32_t digit = 0;
    if (p->state >= EXTENSION_START && p->state <= EXTENSION_BEHIND_QUOTE && c != '\r' && ++p->extension_bytes > EXTENSION_BYTES_MAX)
      FAIL(RT_HTTP_EXTENSIONS_OVERFLOW);
    switch ((enum state)p->state) {
    case CHUNK_START:
      if (!is_hexadecimal(c, &digit)) FAIL(RT_HTTP_CHUNK_SIZE);
      p->remaining = digit;
      p->extension_bytes = 0;
      p->state = CHUNK_SIZE;
      break;
    case CHUNK_SIZE:
      if (is_hexadecimal(c, &digit)) {
        if (p->remaining >> 60) FAIL(RT_HTTP_CHUNK_OVERFLOW);
        p->remaining = p->remaining << 4 | digit;
        break;
      }
      if (c == ' ' && p->is_lenient) break;
      if (c == '\r') p->state = CHUNK_LF;
      else if (c == ';') p->state = EXTENSION_START;
      else if (c == '\n' && p->is_lenient) goto size_done;
      else FAIL(c == '\n' ? RT_HTTP_CR_AFTER_CHUNK_SIZE : RT_HTTP_CHUNK_SIZE);
      break;
    case EXTENSION_START:
      if (c == ' ') FAIL(RT_HTTP_EXTENSION);
      if (c == '\r') FAIL(RT_HTTP_EXTENSION);
      p->state = EXTENSION_NAME;
      p->extension_bytes--;
      continue;
    case EXTENSION_NAME:
      if (is(c, TOKEN)) break;
      if (c == '\r') p->state = CHUNK_LF;
      else if (c == '=') p->state = EXTENSION_VALUE_START;
      else if (c == ';') p->state = EXTENSION_START;
      else FAIL(c == '\n' ? RT_HTTP_CR_AFTER_EXTENSION_NAME : RT_HTTP_EXTENSION_NAME);
      break;
    case EXTENSION_VALUE_START:
      p->state = c == '"' ? EXTENSION_QUOTED : EXTENSION_VALUE;
      if (c == '"') break;
      p->extension_bytes--;
      continue;
    case EXTENSION_VALUE:
      if (is(c, TOKEN)) break;
      if (c == '\r') p->state = CHUNK_LF;
      else if (c == ';') p->state = EXTENSION_START;
      else FAIL(c == '\n' ? RT_HTTP_CR_AFTER_EXTENSION_VALUE : RT_HTTP_EXTENSION_VALUE);
      break;
    case EXTENSION_QUOTED:
      if (c == '"') p->state = EXTENSION_BEHIND_QUOTE;
      else if (c == '\\') p->state = EXTENSION_PAIR;
      else if (!is(c, TEXT)) FAIL(RT_HTTP_EXTENSION_QUOTED);
      break;
    case EXTENSION_PAIR:
      if (!is(c, TEXT)) FAIL(RT_HTTP_EXTENSION_PAIR);
      p->state = EXTENSION_QUOTED;
      break;
    case EXTENSION_BEHIND_QUOTE:
      if (c == '\r') p->state = CHUNK_LF;
      else if (c == ';') p->state = EXTENSION_START;
      else FAIL(c == '\n' ? RT_HTTP_CR_AFTER_EXTENSION_VALUE : RT_HTTP_EXTENSION_BEHIND_QUOTE);
      break;
    case CHUNK_LF:
      if (c != '\n') FAIL(RT_HTTP_LF_AFTER_CHUNK_SIZE);
    size_done:
      input->at = at + 1;
      if (p->remaining > 0) {
        p->state = CHUNK_BODY;
        return RT_HTTP_MORE;
      }
      p->flags |= RT_HTTP_TRAILERS;
      p->head_seen = 0;
      p->header_bytes = 0;
      p->state = FIELD;
      return RT_HTTP_MORE;
    case CHUNK_END:
      if (c == '\r') p->state = CHUNK_END_LF;
      else if (c == '\n' && p->is_lenient) p->state = CHUNK_START;
      else if (p->is_lenient) {
        p->state = CHUNK_START;
        continue;
      } else FAIL(c == '\n' ? RT_HTTP_CR_AFTER_CHUNK : RT_HTTP_LF_AFTER_CHUNK);
      break;
    case CHUNK_END_LF:
      if (c != '\n') FAIL(RT_HTTP_LF_AFTER_CHUNK);
      p->state = CHUNK_START;
      break;
    default: __builtin_unreachable();
    }
    at++;
  }
  input->at = at;
  return RT_HTTP_MORE;
}
