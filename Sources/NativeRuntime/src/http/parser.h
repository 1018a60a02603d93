/// An incremental parser of HTTP/1 messages (RFC 9112) on plain memory: it allocates nothing and knows nothing of the heap.
/// It is as strict as Node's: what could be understood in two ways is an error.
///
/// Glossary
///   input   the bytes at hand, and how far they are parsed
///   head    the first line of a message and its fields; trailers are a head without a first line
///   event   what rt__http_next stops at; it is called again until it wants more bytes
///
/// A head is checked while it arrives, but kept as text: its fields are found again when somebody asks for them
/// (head.h), so that a request whose fields nobody reads costs nothing. For that the text must lie in one piece: when
/// the parser wants more bytes in the middle of a head (`rt__http_in_head`), the next input begins with the `head_seen`
/// bytes that it had of this head, and `at` behind them.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum rt_http_event {
  RT_HTTP_MORE,     ///< the input is used up
  RT_HTTP_HEAD,     ///< a head is complete: `head_start` up to `at` of the input
  RT_HTTP_BODY,     ///< bytes of the body: `body`, `body_size`
  RT_HTTP_COMPLETE, ///< the message is complete; trailers, if any, are `head_start` up to `at`
  RT_HTTP_UPGRADED, ///< what follows belongs to another protocol
  RT_HTTP_ERROR,    ///< `error`; the parser is of no more use
};

/// Codes and texts of errors: RT_HTTP_ERRORS in parser.c has them in this order.
enum rt_http_error {
  RT_HTTP_OK,
  RT_HTTP_INVALID_METHOD,
  RT_HTTP_SPACE_AFTER_METHOD,
  RT_HTTP_URL_START,
  RT_HTTP_URL_CHARACTERS,
  RT_HTTP_URL_SCHEMA,
  RT_HTTP_URL_SERVER,
  RT_HTTP_URL_PATH,
  RT_HTTP_URL_QUERY,
  RT_HTTP_URL_FRAGMENT_START,
  RT_HTTP_URL_FRAGMENT,
  RT_HTTP_URL_LF,
  RT_HTTP_PROTOCOL,
  RT_HTTP_MAJOR,
  RT_HTTP_MINOR,
  RT_HTTP_DOT,
  RT_HTTP_VERSION,
  RT_HTTP_CRLF_AFTER_VERSION,
  RT_HTTP_LF_AFTER_VERSION,
  RT_HTTP_SPACE_AFTER_VERSION,
  RT_HTTP_STATUS,
  RT_HTTP_RESPONSE_STATUS,
  RT_HTTP_CR_AFTER_RESPONSE,
  RT_HTTP_LF_AFTER_CR,
  RT_HTTP_SPACE_AFTER_START,
  RT_HTTP_FIELD_TOKEN,
  RT_HTTP_FIELD_CHARACTER,
  RT_HTTP_VALUE_CHARACTER,
  RT_HTTP_CR_AFTER_VALUE,
  RT_HTTP_LF_AFTER_VALUE,
  RT_HTTP_FOLDED_VALUE,
  RT_HTTP_LF_AFTER_HEADERS,
  RT_HTTP_LENGTH_EMPTY,
  RT_HTTP_LENGTH_CHARACTER,
  RT_HTTP_LENGTH_OVERFLOW,
  RT_HTTP_LENGTH_TWICE,
  RT_HTTP_LENGTH_WITH_ENCODING,
  RT_HTTP_ENCODING_WITH_LENGTH,
  RT_HTTP_ENCODING_EMPTY,
  RT_HTTP_ENCODING_VALUE,
  RT_HTTP_ENCODING_OF_REQUEST,
  RT_HTTP_CHUNK_SIZE,
  RT_HTTP_CHUNK_OVERFLOW,
  RT_HTTP_CR_AFTER_CHUNK_SIZE,
  RT_HTTP_LF_AFTER_CHUNK_SIZE,
  RT_HTTP_CR_AFTER_EXTENSION_NAME,
  RT_HTTP_CR_AFTER_EXTENSION_VALUE,
  RT_HTTP_EXTENSION,
  RT_HTTP_EXTENSION_NAME,
  RT_HTTP_EXTENSION_VALUE,
  RT_HTTP_EXTENSION_QUOTED,
  RT_HTTP_EXTENSION_PAIR,
  RT_HTTP_EXTENSION_BEHIND_QUOTE,
  RT_HTTP_CR_AFTER_CHUNK,
  RT_HTTP_LF_AFTER_CHUNK,
  RT_HTTP_DATA_AFTER_CLOSE,
  RT_HTTP_HEADER_OVERFLOW,
  RT_HTTP_EXTENSIONS_OVERFLOW,
  RT_HTTP_END,
  RT_HTTP_PRIOR_KNOWLEDGE,
  RT_HTTP_ERROR_COUNT,
};

/// What the fields of a head say about the message.
enum rt_http_flags {
  RT_HTTP_CLOSE = 1,
  RT_HTTP_KEEP_ALIVE = 2,
  RT_HTTP_CONNECTION_UPGRADE = 4,
  RT_HTTP_UPGRADE = 8,
  RT_HTTP_CHUNKED = 16,
  RT_HTTP_TRANSFER_ENCODING = 32,
  RT_HTTP_CONTENT_LENGTH = 64,
  RT_HTTP_TRAILERS = 128, ///< the fields behind a body in chunks are parsed
  RT_HTTP_HOST = 256,
  RT_HTTP_EXPECT = 512,
};

enum { RT_HTTP_METHOD_CONNECT = 5, RT_HTTP_METHOD_COUNT = 35 };

typedef struct rt_http_input {
  const uint8_t *bytes;
  size_t size;
  size_t at;
} rt_http_input;

typedef struct rt_http_parser {
  uint64_t remaining;   ///< bytes of the body or chunk to come; behind a head the content length
  const uint8_t *body;
  size_t body_size;
  size_t head_start;    ///< where the head begins in the input
  uint32_t head_seen;   ///< bytes of the head in the input so far
  uint32_t mark;        ///< where the current part of the head begins, from its start
  uint32_t url_start, url_end; ///< of the head's text; of responses, the reason
  uint32_t path_start;
  uint32_t header_bytes, header_bytes_max, extension_bytes;
  uint16_t status;      ///< of a response
  uint8_t state;
  uint8_t error;        ///< enum rt_http_error
  uint16_t flags;       ///< enum rt_http_flags
  uint8_t method;       ///< index of rt__http_methods
  uint8_t major, minor;
  uint8_t special;      ///< which of the fields that matter is parsed
  bool is_response;
  bool is_lenient;      ///< `insecureHTTPParser`
  bool upgrades;        ///< behind a head: whether it asks for another protocol; the caller may change it
  bool skips_body;      ///< set by the caller behind a head: there is no body, as with HEAD
} rt_http_parser;

/// The methods in the order of `http.METHODS` unsorted, as Node numbers them.
extern const char *const rt__http_methods[RT_HTTP_METHOD_COUNT];
/// Node's code ("HPE_INVALID_METHOD") and text of an error.
const char *rt__http_error_code(enum rt_http_error error);
const char *rt__http_error_text(enum rt_http_error error);

/// Prepares for a first message.
void rt__http_start(rt_http_parser *parser, bool is_response, bool is_lenient, uint32_t header_bytes_max);
/// Parses up to the next event.
enum rt_http_event rt__http_next(rt_http_parser *parser, rt_http_input *input);
/// The connection has ended: whether that completes a message, which is then told by RT_HTTP_COMPLETE; RT_HTTP_MORE between
/// messages.
enum rt_http_event rt__http_end(rt_http_parser *parser);
/// Whether the parser stands in a head, so that its text must be kept.
bool rt__http_in_head(const rt_http_parser *parser);
/// Whether nothing of a message has arrived.
bool rt__http_is_idle(const rt_http_parser *parser);
/// Whether the connection can be used for another message behind this one; asked behind its head.
bool rt__http_keeps_alive(const rt_http_parser *parser);
/// Whether the head was all of the message; asked behind it.
bool rt__http_is_complete(const rt_http_parser *parser);
