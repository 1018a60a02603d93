/// The parser of HTTP/1: a machine of states that may stop at any byte.
#include "parser_state.h"

#include <string.h>

/// What each byte may be a part of.
static uint8_t character_of(uint8_t c) {
  if (c == '\t') return TEXT;
  if (c < 0x20 || c == 0x7F) return 0;
  if (c >= 0x80) return TEXT;
  if (c == ' ') return TEXT;
  uint8_t kind = TEXT | URL;
  bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z', is_digit = c >= '0' && c <= '9';
  if (is_letter) kind |= ALPHA;
  if (is_letter || is_digit || strchr("!#$%&'*+-.^_`|~", c)) kind |= TOKEN;
  if (is_letter || is_digit || strchr("-_.!~*'()%;:&=+$,@[]", c)) kind |= SERVER;
  return kind;
}

uint8_t rt__http_characters[256];

void rt__http_start(rt_http_parser *parser, bool is_response, bool is_lenient, uint32_t header_bytes_max) {
  if (!rt__http_characters['a'])
    for (uint32_t c = 0; c < 256; c++) rt__http_characters[c] = character_of((uint8_t)c);
  memset(parser, 0, sizeof *parser);
  parser->is_response = is_response;
  parser->is_lenient = is_lenient;
  parser->header_bytes_max = header_bytes_max;
}

bool rt__http_in_head(const rt_http_parser *parser) {
  return parser->state > START && parser->state <= LAST_OF_HEAD;
}

bool rt__http_is_idle(const rt_http_parser *parser) { return parser->state == START; }

/// Whether a response lasts until the connection ends.
static bool needs_end(const rt_http_parser *p) {
  if (!p->is_response || p->status / 100 == 1 || p->status == 204 || p->status == 304 || p->skips_body) return false;
  if ((p->flags & RT_HTTP_TRANSFER_ENCODING) && !(p->flags & RT_HTTP_CHUNKED)) return true;
  return !(p->flags & (RT_HTTP_CHUNKED | RT_HTTP_CONTENT_LENGTH));
}

bool rt__http_keeps_alive(const rt_http_parser *p) {
  if (p->major > 0 && p->minor > 0 ? (p->flags & RT_HTTP_CLOSE) != 0 : !(p->flags & RT_HTTP_KEEP_ALIVE)) return false;
  return !needs_end(p);
}

/// The state behind a head.
static enum state body_state(const rt_http_parser *p) {
  bool has_body = (p->flags & RT_HTTP_CHUNKED) || p->remaining > 0;
  if (p->upgrades && ((!p->is_response && p->method == RT_HTTP_METHOD_CONNECT) || p->skips_body || !has_body)) return COMPLETE;
  if (p->skips_body) return COMPLETE;
  if (p->is_response && (p->status / 100 == 1 || p->status == 204 || p->status == 304)) return COMPLETE;
  if (p->flags & RT_HTTP_CHUNKED) return CHUNK_START;
  if (p->flags & RT_HTTP_TRANSFER_ENCODING) return p->is_response || p->is_lenient ? BODY_UNTIL_END : FAILED;
  if (!(p->flags & RT_HTTP_CONTENT_LENGTH)) return needs_end(p) ? BODY_UNTIL_END : COMPLETE;
  return p->remaining == 0 ? COMPLETE : BODY;
}

bool rt__http_is_complete(const rt_http_parser *parser) { return body_state(parser) == COMPLETE; }

enum rt_http_event rt__http_end(rt_http_parser *p) {
  if (p->state == BODY_UNTIL_END) {
    p->state = CLOSED;
    p->head_seen = 0;
    return RT_HTTP_COMPLETE;
  }
  if (p->state == START || p->state == CLOSED || p->state == UPGRADED) return RT_HTTP_MORE;
  p->state = FAILED;
  p->error = RT_HTTP_END;
  return RT_HTTP_ERROR;
}

/// Hands out as much of the body as is there.
static enum rt_http_event give_body(rt_http_parser *p, rt_http_input *input, enum state next) {
  size_t size = input->size - input->at;
  if (p->state != BODY_UNTIL_END) {
    if (size >= p->remaining) {
      size = (size_t)p->remaining;
      p->state = (uint8_t)next;
    }
    p->remaining -= size;
  }
  p->body = input->bytes + input->at;
  p->body_size = size;
  input->at += size;
  return RT_HTTP_BODY;
}

/// Forgets the message before.
static void begin_message(rt_http_parser *p) {
  p->remaining = 0;
  p->head_seen = 0;
  p->mark = p->url_start = p->url_end = p->path_start = 0;
  p->header_bytes = 0;
  p->status = 0;
  p->flags = 0;
  p->method = 0;
  p->special = ORDINARY;
  p->upgrades = p->skips_body = false;
  p->state = p->is_response ? PROTOCOL : METHOD;
}

enum rt_http_event rt__http_next(rt_http_parser *p, rt_http_input *input) {
  for (;;) {
    enum state state = p->state;
    if (state == START) {
      while (input->at < input->size && (input->bytes[input->at] == '\r' || input->bytes[input->at] == '\n')) input->at++;
      if (input->at == input->size) return RT_HTTP_MORE;
      begin_message(p);
      continue;
    }
    if (state == HEAD_DONE) {
      p->head_seen = 0;
      p->state = (uint8_t)body_state(p);
      if (p->state == FAILED) return fail(p, input, input->at, RT_HTTP_ENCODING_OF_REQUEST);
      continue;
    }
    if (state == COMPLETE) {
      if (p->upgrades || (p->is_response && p->status == 101)) p->state = UPGRADED;
      else p->state = rt__http_keeps_alive(p) || p->is_lenient ? START : CLOSED;
      return RT_HTTP_COMPLETE;
    }
    if (state == UPGRADED) return RT_HTTP_UPGRADED;
    if (state == FAILED) return RT_HTTP_ERROR;
    if (input->at == input->size) return RT_HTTP_MORE;
    if (state == CLOSED) {
      while (input->at < input->size && (input->bytes[input->at] == '\r' || input->bytes[input->at] == '\n')) input->at++;
      if (input->at == input->size) return RT_HTTP_MORE;
      input->at++;
      return fail(p, input, input->at, RT_HTTP_DATA_AFTER_CLOSE);
    }
    enum rt_http_event event;
    if (state <= LAST_OF_HEAD) event = rt__http_parse_head(p, input);
    else if (state == BODY || state == BODY_UNTIL_END) event = give_body(p, input, COMPLETE);
    else if (state == CHUNK_BODY) event = give_body(p, input, CHUNK_END);
    else event = rt__http_parse_chunk(p, input);
    if (event != RT_HTTP_MORE) return event;
    if (input->at == input->size && p->state != COMPLETE) return RT_HTTP_MORE;
  }
}
