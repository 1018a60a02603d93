/// Heads of messages that are sent, and the buffer in which answers are put together.
#pragma once

#include "rt_array.h"

/// What is known of a message, and what its fields say. http-outgoing.ts has the same numbers.
enum rt_http_outgoing {
  RT_OUT_DATE = 1,               ///< a Date is wanted
  RT_OUT_KEEP_ALIVE = 2,         ///< the connection may be used again
  RT_OUT_HAS_BODY = 4,           ///< not behind HEAD, with 204 or 304
  RT_OUT_CHUNKS_BY_DEFAULT = 8,
  RT_OUT_REMOVED_CONNECTION = 16, ///< the program does not want that field
  RT_OUT_REMOVED_LENGTH = 32,
  RT_OUT_REMOVED_ENCODING = 64,
  RT_OUT_MAX_REQUESTS = 128,     ///< the connection has had its last request
  RT_OUT_AGENT = 256,
  RT_OUT_LAST = 512,             ///< the connection is closed behind it
  RT_OUT_CHUNKED = 1024,
  RT_OUT_WITH_EXPECT = 2048,
  RT_OUT_WITH_TRAILER = 4096,
  RT_OUT_WITH_LENGTH = 8192,
  RT_OUT_BAD_TRAILER = 16384,    ///< trailers without chunks
  RT_OUT_STARTS = 32768,         ///< more of the body follows
};

/// A head to be written.
typedef struct rt_http_outgoing_head {
  uint32_t flags;      ///< enum rt_http_outgoing, changed by rt__http_compose
  int32_t status;      ///< 0: `first` is the whole first line
  rt_value first;      ///< the reason, or undefined
  rt_value fields;     ///< an array of names in lower case, names, and values in turn; or undefined
  rt_value keep_alive; ///< the value of the field Keep-Alive, or undefined
  double length;       ///< of the body, -1 if that is unknown
} rt_http_outgoing_head;

/// The bytes to send; cleared by who sends them.
typedef struct rt_http_output {
  uint8_t *bytes; ///< a leaf cell
  size_t size, capacity;
} rt_http_output;
extern rt_http_output rt__http_output;

/// Room for so many bytes behind those that are there; who writes them counts them.
uint8_t *rt__http_output_room(size_t size);
/// Lets go of an unusually large buffer.
void rt__http_output_clear(void);
/// Writes a head.
void rt__http_compose(rt_http_outgoing_head *head);
/// The usual reason of a status, NULL if there is none.
const char *rt__http_reason(int32_t status);
