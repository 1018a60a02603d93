/// What the parts of the parser of HTTP share: its states and the kinds of characters.
#pragma once

#include "parser.h"

enum state {
  START,
  // A head.
  METHOD,
  URL_START,
  URL_SCHEMA,
  URL_SLASH,
  URL_SLASHES,
  URL_SERVER,
  URL_PATH,
  OLD_LF, ///< behind a request without version
  BEFORE_PROTOCOL,
  PROTOCOL,
  MAJOR,
  DOT,
  MINOR,
  BEHIND_VERSION,
  VERSION_LF,
  STATUS_1,
  STATUS_2,
  STATUS_3,
  BEHIND_STATUS,
  REASON,
  REASON_LF,
  FIRST_FIELD,
  FIELD,
  NAME,
  BEFORE_VALUE,
  EMPTY_VALUE_LF,
  EMPTY_VALUE_END,
  VALUE,
  LENGTH,
  LENGTH_END,
  VALUE_LF,
  VALUE_END,
  HEAD_LF,
  LAST_OF_HEAD = HEAD_LF,
  HEAD_DONE,
  // A body.
  BODY,
  BODY_UNTIL_END,
  CHUNK_START,
  CHUNK_SIZE,
  CHUNK_BLANK,
  CHUNK_LF,
  EXTENSION_START,
  EXTENSION_NAME,
  EXTENSION_VALUE_START,
  EXTENSION_VALUE,
  EXTENSION_QUOTED,
  EXTENSION_PAIR,
  EXTENSION_BEHIND_QUOTE,
  CHUNK_BODY,
  CHUNK_END,
  CHUNK_END_LF,
  COMPLETE,
  UPGRADED,
  CLOSED,
  FAILED,
};

/// The fields that the parser has to understand.
enum special { ORDINARY, CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING, UPGRADE, HOST, EXPECT };

/// As many bytes of chunk extensions as of fields by default.
enum { EXTENSION_BYTES_MAX = 16384, HEAD_BYTES_SLACK = 65536 };

enum character { TOKEN = 1, SERVER = 2, URL = 4, TEXT = 8, ALPHA = 16 };

/// The kinds of each byte; filled by the first parser that starts.
extern uint8_t rt__http_characters[256];

static inline bool is(uint8_t c, enum character kind) { return rt__http_characters[c] & kind; }

/// Ends a parser at the byte that must not stand there.
static inline enum rt_http_event fail(rt_http_parser *p, rt_http_input *input, size_t at, enum rt_http_error error) {
  p->state = FAILED;
  p->error = (uint8_t)error;
  input->at = at;
  return RT_HTTP_ERROR;
}

#define FAIL(error) return fail(p, input, at, error)

/// Parses a head: RT_HTTP_HEAD, RT_HTTP_COMPLETE behind trailers, RT_HTTP_MORE or an error.
enum rt_http_event rt__http_parse_head(rt_http_parser *p, rt_http_input *input);

/// Parses what stands between chunks: RT_HTTP_MORE with another state, or an error.
enum rt_http_event rt__http_parse_chunk(rt_http_parser *p, rt_http_input *input);
