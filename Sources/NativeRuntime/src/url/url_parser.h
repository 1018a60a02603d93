/// The parser and serializer of URLs (https://url.spec.whatwg.org) on plain memory, which knows nothing of the heap.
///
/// A URL is kept as its serialization, which is ASCII and can be taken apart again without doubt.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A range of bytes; those of components that a URL does not have are NULL.
typedef struct rt_bytes {
  const uint8_t *start;
  size_t length;
} rt_bytes;

enum rt_url_status {
  RT_URL_FAILURE,
  RT_URL_DONE,
  RT_URL_NEEDS_MAPPING, ///< the domain is not plain ASCII: its ASCII form has to be found and given as `mapped`
};

/// The parts of a URL, in the order of a serialization.
enum rt_url_part {
  RT_URL_HREF,
  RT_URL_PROTOCOL,
  RT_URL_USERNAME,
  RT_URL_PASSWORD,
  RT_URL_HOST,
  RT_URL_HOSTNAME,
  RT_URL_PORT,
  RT_URL_PATHNAME,
  RT_URL_SEARCH,
  RT_URL_HASH,
  RT_URL_ORIGIN,
};

/// What a URL is made of (4.1); components point into the input, a base, or the work memory.
typedef struct rt_url {
  rt_bytes scheme, username, password, host, path, query, fragment;
  int32_t port; ///< -1: none
  bool is_opaque; ///< the path is a single string
  bool is_special;
  uint8_t *work, *work_end; ///< memory for what is written
  rt_bytes mapped;          ///< the ASCII form of the domain, if it was asked for
  rt_bytes domain;          ///< what RT_URL_NEEDS_MAPPING is about, as UTF-8
} rt_url;

/// How much work memory inputs of so many bytes together may need.
static inline size_t rt__url_work_size(size_t count) { return 8 * count + 512; }

/// Takes a serialization apart.
void rt__url_split(rt_bytes href, rt_url *url);
/// Parses UTF-8 (4.4), against a base that may be NULL. `url->work`, `work_end` and `mapped` are set.
enum rt_url_status rt__url_parse(rt_bytes input, const rt_url *base, rt_url *url);
/// What the setter of a part does with a value (6.1); a failure leaves the URL as it was.
enum rt_url_status rt__url_set(rt_url *url, enum rt_url_part part, rt_bytes value);
/// Writes the serialization (4.5) into memory of `rt__url_serialized_size` bytes; returns its length.
size_t rt__url_serialize(const rt_url *url, uint8_t *out);
size_t rt__url_serialized_size(const rt_url *url);
/// The port that a special scheme implies, or -1; -2 if the scheme is not special.
int32_t rt__url_default_port(rt_bytes scheme);
/// Parses a host (3.5) into `url->host`.
enum rt_url_status rt__url_parse_host(rt_url *url, rt_bytes text, bool is_opaque);
/// Writes bytes, those of a set (and all that are not ASCII) percent-encoded, into the work memory.
rt_bytes rt__url_encode(rt_url *url, rt_bytes text, uint8_t set);

/// The percent-encode sets (1.3), as bits of a table.
enum {
  RT_URL_SET_C0 = 1,
  RT_URL_SET_FRAGMENT = 2,
  RT_URL_SET_QUERY = 4,
  RT_URL_SET_SPECIAL_QUERY = 8,
  RT_URL_SET_PATH = 16,
  RT_URL_SET_USERINFO = 32,
};

static inline bool rt_bytes_equal(rt_bytes a, const char *text, size_t length) {
  return a.length == length && __builtin_memcmp(a.start, text, length) == 0;
}
#define RT_BYTES_ARE(bytes, literal) rt_bytes_equal(bytes, literal, sizeof(literal) - 1)
