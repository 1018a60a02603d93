/// The intrinsics of `URL`: hrefs are strings, which the parser takes apart and puts together.
#include "library.h"
#include "url/url_parser.h"

rt_value rt_url_parse(rt_string *input, rt_value base, rt_value mapped);
rt_value rt_url_change(rt_string *href, int32_t part, rt_string *value, rt_value mapped);
rt_value rt_url_unmapped_domain(void);
rt_string *rt_url_part(rt_string *href, int32_t part);

/// A string as UTF-8; ASCII is not copied.
static rt_bytes bytes_of(rt_string *string) {
  rt_text text = rt__text(string);
  size_t length = text.latin1 ? rt__utf8_length(string) : 0;
  if (text.latin1 && length == text.length) return (rt_bytes){text.latin1, length};
  if (!text.latin1) length = rt__utf8_length(string);
  uint8_t *bytes = rt__allocate(length + 1, RT_CELL_LEAF);
  rt__utf8_write(string, bytes);
  return (rt_bytes){bytes, length};
}

static rt_string *last_domain RT_ROOTED;

enum { SMALL = 4096 };

/// The result of a parse as the prelude sees it: the href, null if the domain is to be mapped, undefined for a failure.
static rt_value result_of(enum rt_url_status status, const rt_url *url) {
  if (status == RT_URL_NEEDS_MAPPING) {
    last_domain = rt__string_from_utf8(url->domain.start, url->domain.length);
    return RT_NULL;
  }
  if (status == RT_URL_FAILURE) return RT_UNDEFINED;
  size_t size = rt__url_serialized_size(url);
  uint8_t small[SMALL];
  uint8_t *out = size <= SMALL ? small : rt__allocate(size, RT_CELL_LEAF);
  size_t length = rt__url_serialize(url, out);
  if (length > RT_STRING_LENGTH_MAX) return RT_UNDEFINED;
  return rt_from_string(rt__string_from_latin1(out, (uint32_t)length));
}

/// The href of an input, against the href of a base or undefined; `mapped` is the domain's ASCII form, or undefined.
rt_value rt_url_parse(rt_string *input_string, rt_value base_value, rt_value mapped) {
  RT_SAFEPOINT();
  rt_bytes input = bytes_of(input_string);
  rt_url base, url = {0};
  bool has_base = rt_is_string(base_value);
  size_t size = input.length;
  if (has_base) {
    rt_bytes href = bytes_of(rt_as_string(base_value));
    rt__url_split(href, &base);
    size += href.length;
  }
  if (rt_is_string(mapped)) {
    url.mapped = bytes_of(rt_as_string(mapped));
    size += url.mapped.length;
  }
  size = rt__url_work_size(size);
  uint8_t small[SMALL];
  url.work = size <= SMALL ? small : rt__allocate(size, RT_CELL_LEAF);
  url.work_end = url.work + size;
  enum rt_url_status status = rt__url_parse(input, has_base ? &base : NULL, &url);
  return result_of(status, &url);
}

/// The href after a part was set to a value, undefined if that changes nothing.
rt_value rt_url_change(rt_string *href_string, int32_t part, rt_string *value_string, rt_value mapped) {
  RT_SAFEPOINT();
  rt_bytes href = bytes_of(href_string), value = bytes_of(value_string);
  rt_url url = {0};
  rt__url_split(href, &url);
  size_t size = href.length + value.length;
  if (rt_is_string(mapped)) {
    url.mapped = bytes_of(rt_as_string(mapped));
    size += url.mapped.length;
  }
  size = rt__url_work_size(size);
  uint8_t small[SMALL];
  url.work = size <= SMALL ? small : rt__allocate(size, RT_CELL_LEAF);
  url.work_end = url.work + size;
  return result_of(rt__url_set(&url, (enum rt_url_part)part, value), &url);
}

/// The domain that the last parse could not do without mapping.
rt_value rt_url_unmapped_domain(void) { return last_domain ? rt_from_string(last_domain) : RT_UNDEFINED; }

static rt_string *text_of(const uint8_t *start, size_t length) {
  return length ? rt__string_from_latin1(start, (uint32_t)length) : RT_ATOM(empty);
}

/// A part of an href.
rt_string *rt_url_part(rt_string *href_string, int32_t part) {
  RT_SAFEPOINT();
  rt_bytes href = bytes_of(href_string);
  rt_url url;
  rt__url_split(href, &url);
  const uint8_t *port = url.host.start ? url.host.start + url.host.length : NULL;
  const uint8_t *host_end = port;
  if (url.port >= 0) {
    host_end++;
    while (host_end < href.start + href.length && *host_end >= '0' && *host_end <= '9') host_end++;
  }
  switch (part) {
  case RT_URL_PROTOCOL: return text_of(href.start, url.scheme.length + 1);
  case RT_URL_USERNAME: return text_of(url.username.start, url.username.length);
  case RT_URL_PASSWORD: return text_of(url.password.start, url.password.length);
  case RT_URL_HOST: return text_of(url.host.start, (size_t)(host_end - url.host.start));
  case RT_URL_HOSTNAME: return text_of(url.host.start, url.host.length);
  case RT_URL_PORT: return url.port >= 0 ? text_of(port + 1, (size_t)(host_end - port - 1)) : RT_ATOM(empty);
  case RT_URL_PATHNAME: return text_of(url.path.start, url.path.length);
  // With the mark in front, unless nothing follows it.
  case RT_URL_SEARCH: return text_of(url.query.start - 1, url.query.length ? url.query.length + 1 : 0);
  case RT_URL_HASH: return text_of(url.fragment.start - 1, url.fragment.length ? url.fragment.length + 1 : 0);
  default: return href_string;
  }
}
