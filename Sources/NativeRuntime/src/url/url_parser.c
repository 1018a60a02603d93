/// The basic URL parser (https://url.spec.whatwg.org/#concept-basic-url-parser): its states are functions here.
#include "url_parser.h"

#include <string.h>

enum { ALL = 63, NO_C0 = 62 };

/// For each ASCII byte the percent-encode sets that it belongs to; all others belong to all.
static uint8_t sets_of(uint8_t c) {
  if (c < 0x20 || c > 0x7E) return ALL;
  switch (c) {
  case ' ': case '"': case '<': case '>': return NO_C0;
  case '`': return RT_URL_SET_FRAGMENT | RT_URL_SET_PATH | RT_URL_SET_USERINFO;
  case '#': return RT_URL_SET_QUERY | RT_URL_SET_SPECIAL_QUERY | RT_URL_SET_PATH | RT_URL_SET_USERINFO;
  case '\'': return RT_URL_SET_SPECIAL_QUERY;
  case '?': case '^': case '{': case '}': return RT_URL_SET_PATH | RT_URL_SET_USERINFO;
  case '/': case ':': case ';': case '=': case '@': case '[': case '\\': case ']': case '|': return RT_URL_SET_USERINFO;
  default: return 0;
  }
}

static uint8_t set_table[256];

static const uint8_t *table(void) {
  if (!set_table[0])
    for (uint32_t i = 0; i < 256; i++) set_table[i] = sets_of((uint8_t)i);
  return set_table;
}

static uint8_t *encode_byte(uint8_t *out, uint8_t c) {
  out[0] = '%';
  out[1] = (uint8_t)"0123456789ABCDEF"[c >> 4];
  out[2] = (uint8_t)"0123456789ABCDEF"[c & 15];
  return out + 3;
}

rt_bytes rt__url_encode(rt_url *url, rt_bytes text, uint8_t set) {
  const uint8_t *sets = table();
  size_t plain = 0;
  while (plain < text.length && !(sets[text.start[plain]] & set)) plain++;
  // Most texts need no change.
  if (plain == text.length) return text;
  uint8_t *out = url->work;
  memcpy(out, text.start, plain);
  out += plain;
  for (size_t i = plain; i < text.length; i++) {
    uint8_t c = text.start[i];
    if (sets[c] & set) out = encode_byte(out, c);
    else *out++ = c;
  }
  rt_bytes result = {url->work, (size_t)(out - url->work)};
  url->work = out;
  return result;
}

// Helpers.

static bool is_alpha(uint8_t c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
static bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
static bool is_scheme_unit(uint8_t c) { return is_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; }
static const rt_bytes none = {NULL, 0};
static const rt_bytes empty = {(const uint8_t *)"", 0};

static rt_bytes rest_of(rt_bytes text, size_t from) { return (rt_bytes){text.start + from, text.length - from}; }
static rt_bytes first_of(rt_bytes text, size_t count) { return (rt_bytes){text.start, count}; }
static uint8_t at(rt_bytes text, size_t index) { return index < text.length ? text.start[index] : 0; }
static bool begins(rt_bytes text, uint8_t c) { return text.length && text.start[0] == c; }
static bool same(rt_bytes a, rt_bytes b) { return a.length == b.length && memcmp(a.start, b.start, a.length) == 0; }

int32_t rt__url_default_port(rt_bytes scheme) {
  switch (scheme.length) {
  case 2: return RT_BYTES_ARE(scheme, "ws") ? 80 : -2;
  case 3: return RT_BYTES_ARE(scheme, "wss") ? 443 : RT_BYTES_ARE(scheme, "ftp") ? 21 : -2;
  case 4: return RT_BYTES_ARE(scheme, "http") ? 80 : RT_BYTES_ARE(scheme, "file") ? -1 : -2;
  case 5: return RT_BYTES_ARE(scheme, "https") ? 443 : -2;
  default: return -2;
  }
}

static bool is_file(const rt_url *url) { return RT_BYTES_ARE(url->scheme, "file"); }
static bool is_slash(const rt_url *url, uint8_t c) { return c == '/' || (url->is_special && c == '\\'); }
static bool has_credentials(const rt_url *url) { return url->username.length || url->password.length; }

static void set_scheme(rt_url *url, rt_bytes scheme) {
  url->scheme = scheme;
  url->is_special = rt__url_default_port(scheme) != -2;
}

/// Two units such as `C:` or `C|`.
static bool is_drive_letter(rt_bytes text) {
  return text.length == 2 && is_alpha(text.start[0]) && (text.start[1] == ':' || text.start[1] == '|');
}

static bool ends_segment(uint8_t c) { return c == '/' || c == '\\' || c == '?' || c == '#'; }

/// Whether text begins with a Windows drive letter (4.2).
static bool begins_with_drive(rt_bytes text) {
  if (text.length < 2 || !is_drive_letter(first_of(text, 2))) return false;
  return text.length == 2 || ends_segment(text.start[2]);
}

// Paths. A path of segments is their serialization, each behind a slash, at the end of the work memory.

/// The path so far, copied to the end of the work memory where it can grow.
static void own_path(rt_url *url, rt_bytes path) {
  memmove(url->work, path.start, path.length);
  url->path = (rt_bytes){url->work, path.length};
  url->work += path.length;
}

/// Drops the last segment, but no drive letter of a file.
static void shorten(rt_url *url) {
  rt_bytes path = url->path;
  if (is_file(url) && path.length == 3 && is_alpha(path.start[1]) && path.start[2] == ':') return;
  size_t end = path.length;
  while (end && path.start[end - 1] != '/') end--;
  if (end) end--;
  url->work -= path.length - end;
  url->path.length = end;
}

/// How many dots a segment is: 1 or 2, also percent-encoded, otherwise 0.
static uint32_t dots(rt_bytes segment) {
  uint32_t count = 0;
  for (size_t i = 0; i < segment.length; count++) {
    if (segment.start[i] == '.') i++;
    else if (segment.length - i >= 3 && segment.start[i] == '%' && segment.start[i + 1] == '2' &&
             (segment.start[i + 2] | 32) == 'e')
      i += 3;
    else return 0;
    if (count == 2) return 0;
  }
  return count;
}

static void append_segment(rt_url *url, rt_bytes segment) {
  bool is_drive = is_file(url) && url->path.length == 0 && is_drive_letter(segment);
  const uint8_t *sets = table();
  uint8_t *out = url->work;
  *out++ = '/';
  for (size_t i = 0; i < segment.length; i++) {
    uint8_t c = segment.start[i];
    if (sets[c] & RT_URL_SET_PATH) out = encode_byte(out, c);
    else *out++ = c;
  }
  if (is_drive) out[-1] = ':';
  url->path.length += (size_t)(out - url->work);
  url->work = out;
}

/// The path state: segments up to the end of `text`, which has neither query nor fragment.
static void parse_path(rt_url *url, rt_bytes text) {
  for (size_t start = 0;;) {
    size_t end = start;
    while (end < text.length && !is_slash(url, text.start[end])) end++;
    rt_bytes segment = {text.start + start, end - start};
    bool is_last = end == text.length;
    uint32_t count = dots(segment);
    if (count == 2) shorten(url);
    if (count == 0) append_segment(url, segment);
    else if (is_last) append_segment(url, empty);
    if (is_last) return;
    start = end + 1;
  }
}

/// Query and fragment from a `?` or `#` on.
static void parse_end(rt_url *url, rt_bytes text) {
  if (begins(text, '?')) {
    size_t end = 1;
    while (end < text.length && text.start[end] != '#') end++;
    rt_bytes query = {text.start + 1, end - 1};
    url->query = rt__url_encode(url, query, url->is_special ? RT_URL_SET_SPECIAL_QUERY : RT_URL_SET_QUERY);
    text = rest_of(text, end);
  }
  if (begins(text, '#')) url->fragment = rt__url_encode(url, rest_of(text, 1), RT_URL_SET_FRAGMENT);
}

/// Where the path ends.
static size_t path_end(rt_bytes text) {
  size_t end = 0;
  while (end < text.length && text.start[end] != '?' && text.start[end] != '#') end++;
  return end;
}

/// A path that starts with the first segment of `text`, and what follows it.
static enum rt_url_status parse_path_and_end(rt_url *url, rt_bytes text) {
  size_t end = path_end(text);
  if (url->path.start != url->work - url->path.length) own_path(url, url->path);
  parse_path(url, first_of(text, end));
  parse_end(url, rest_of(text, end));
  return RT_URL_DONE;
}

/// The path start state.
static enum rt_url_status parse_path_start(rt_url *url, rt_bytes text) {
  url->path = (rt_bytes){url->work, 0};
  if (text.length && is_slash(url, text.start[0])) return parse_path_and_end(url, rest_of(text, 1));
  if (!url->is_special && path_end(text) == 0) {
    parse_end(url, text);
    return RT_URL_DONE;
  }
  return parse_path_and_end(url, text);
}

// Authorities.

/// Digits as a port; false if they are none or too large. The default port is none.
static bool parse_port(rt_url *url, rt_bytes text) {
  uint32_t port = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (!is_digit(text.start[i])) return false;
    port = port * 10 + (uint32_t)(text.start[i] - '0');
    if (port > 65535) return false;
  }
  url->port = text.length == 0 || (int32_t)port == rt__url_default_port(url->scheme) ? -1 : (int32_t)port;
  return true;
}

/// The colon before a port, outside of brackets; the length if there is none.
static size_t port_colon(rt_bytes text) {
  bool inside = false;
  for (size_t i = 0; i < text.length; i++) {
    if (text.start[i] == '[') inside = true;
    if (text.start[i] == ']') inside = false;
    if (text.start[i] == ':' && !inside) return i;
  }
  return text.length;
}

/// The authority state, and what follows.
static enum rt_url_status parse_authority(rt_url *url, rt_bytes text) {
  size_t end = 0;
  size_t at_sign = SIZE_MAX;
  for (; end < text.length; end++) {
    uint8_t c = text.start[end];
    if (is_slash(url, c) || c == '?' || c == '#') break;
    if (c == '@') at_sign = end;
  }
  rt_bytes host = first_of(text, end);
  url->username = url->password = empty;
  if (at_sign != SIZE_MAX) {
    rt_bytes credentials = first_of(text, at_sign);
    size_t colon = 0;
    while (colon < credentials.length && credentials.start[colon] != ':') colon++;
    url->username = rt__url_encode(url, first_of(credentials, colon), RT_URL_SET_USERINFO);
    if (colon < credentials.length)
      url->password = rt__url_encode(url, rest_of(credentials, colon + 1), RT_URL_SET_USERINFO);
    host = rest_of(host, at_sign + 1);
    if (host.length == 0) return RT_URL_FAILURE;
  }
  size_t colon = port_colon(host);
  if (colon == 0 && (host.length || url->is_special)) return RT_URL_FAILURE;
  rt_bytes port = colon < host.length ? rest_of(host, colon + 1) : empty;
  if (colon == 0) {
    url->host = empty;
  } else {
    enum rt_url_status status = rt__url_parse_host(url, first_of(host, colon), !url->is_special);
    if (status != RT_URL_DONE) return status;
  }
  if (!parse_port(url, port)) return RT_URL_FAILURE;
  return parse_path_start(url, rest_of(text, end));
}

/// The special authority ignore slashes state.
static enum rt_url_status parse_special_authority(rt_url *url, rt_bytes text) {
  size_t start = 0;
  while (at(text, start) == '/' || at(text, start) == '\\') start++;
  return parse_authority(url, rest_of(text, start));
}

static void copy_authority(rt_url *url, const rt_url *base) {
  url->username = base->username;
  url->password = base->password;
  url->host = base->host;
  url->port = base->port;
}

/// The end of the relative state and of the file state: the base's path with the text in place of its last segment.
static enum rt_url_status parse_against_path(rt_url *url, const rt_url *base, rt_bytes text) {
  if (text.length && text.start[0] != '?' && text.start[0] != '#') {
    own_path(url, base->path);
    if (is_file(url) && begins_with_drive(text)) {
      url->work -= url->path.length;
      url->path.length = 0;
    } else {
      shorten(url);
    }
    return parse_path_and_end(url, text);
  }
  url->path = base->path;
  url->is_opaque = base->is_opaque;
  if (!begins(text, '?')) url->query = base->query;
  parse_end(url, text);
  return RT_URL_DONE;
}

/// The relative state.
static enum rt_url_status parse_relative(rt_url *url, const rt_url *base, rt_bytes text) {
  set_scheme(url, base->scheme);
  if (text.length && is_slash(url, text.start[0])) {
    if (text.length > 1 && is_slash(url, text.start[1])) {
      return url->is_special ? parse_special_authority(url, rest_of(text, 2)) : parse_authority(url, rest_of(text, 2));
    }
    copy_authority(url, base);
    return parse_path_start(url, text);
  }
  copy_authority(url, base);
  return parse_against_path(url, base, text);
}

/// The file host state.
static enum rt_url_status parse_file_host(rt_url *url, rt_bytes text) {
  size_t end = 0;
  while (end < text.length && !ends_segment(text.start[end])) end++;
  rt_bytes host = first_of(text, end);
  if (is_drive_letter(host)) return parse_path_start(url, text);
  if (host.length) {
    enum rt_url_status status = rt__url_parse_host(url, host, false);
    if (status != RT_URL_DONE) return status;
    if (RT_BYTES_ARE(url->host, "localhost")) url->host = empty;
  }
  return parse_path_start(url, rest_of(text, end));
}

/// The file state.
static enum rt_url_status parse_file(rt_url *url, const rt_url *base, rt_bytes text) {
  set_scheme(url, (rt_bytes){(const uint8_t *)"file", 4});
  url->host = empty;
  bool has_base = base && is_file(base);
  if (text.length && is_slash(url, text.start[0])) {
    if (text.length > 1 && is_slash(url, text.start[1])) return parse_file_host(url, rest_of(text, 2));
    rt_bytes rest = rest_of(text, 1);
    if (has_base) {
      url->host = base->host;
      rt_bytes path = base->path;
      bool is_drive = path.length >= 3 && is_alpha(path.start[1]) && path.start[2] == ':' &&
                      (path.length == 3 || path.start[3] == '/');
      if (is_drive && !begins_with_drive(rest)) {
        own_path(url, first_of(path, 3));
        return parse_path_and_end(url, rest);
      }
    }
    url->path = (rt_bytes){url->work, 0};
    return parse_path_and_end(url, rest);
  }
  if (has_base) {
    url->host = base->host;
    return parse_against_path(url, base, text);
  }
  url->path = (rt_bytes){url->work, 0};
  return parse_path_and_end(url, text);
}

/// A path that is one string.
static enum rt_url_status parse_opaque(rt_url *url, rt_bytes text) {
  size_t end = path_end(text);
  url->is_opaque = true;
  rt_bytes path = first_of(text, end);
  // A space before query or fragment would be lost when the URL is parsed again.
  bool ends_in_space = end < text.length && end && text.start[end - 1] == ' ';
  if (ends_in_space) path.length--;
  url->path = rt__url_encode(url, path, RT_URL_SET_C0);
  if (ends_in_space) {
    if (url->path.start + url->path.length != url->work) own_path(url, url->path);
    memcpy(url->work, "%20", 3);
    url->work += 3;
    url->path.length += 3;
  }
  parse_end(url, rest_of(text, end));
  return RT_URL_DONE;
}

/// Text without tabs and line breaks.
static rt_bytes without_breaks(rt_url *url, rt_bytes text) {
  size_t i = 0;
  while (i < text.length && text.start[i] != '\t' && text.start[i] != '\n' && text.start[i] != '\r') i++;
  if (i == text.length) return text;
  uint8_t *out = url->work;
  for (i = 0; i < text.length; i++)
    if (text.start[i] != '\t' && text.start[i] != '\n' && text.start[i] != '\r') *out++ = text.start[i];
  rt_bytes result = {url->work, (size_t)(out - url->work)};
  url->work = out;
  return result;
}

/// The scheme that text begins with, in small letters; NULL if there is none. `length` is the text's.
static rt_bytes scheme_of(rt_url *url, rt_bytes text, bool needs_colon) {
  if (!text.length || !is_alpha(text.start[0])) return none;
  size_t end = 0;
  bool has_capitals = false;
  for (; end < text.length && is_scheme_unit(text.start[end]); end++)
    has_capitals |= text.start[end] >= 'A' && text.start[end] <= 'Z';
  if (end < text.length ? text.start[end] != ':' : needs_colon) return none;
  if (!has_capitals) return first_of(text, end);
  uint8_t *out = url->work;
  for (size_t i = 0; i < end; i++) out[i] = is_alpha(text.start[i]) ? text.start[i] | 32 : text.start[i];
  url->work += end;
  return (rt_bytes){out, end};
}

enum rt_url_status rt__url_parse(rt_bytes input, const rt_url *base, rt_url *url) {
  while (input.length && input.start[0] <= ' ') input = rest_of(input, 1);
  while (input.length && input.start[input.length - 1] <= ' ') input.length--;
  input = without_breaks(url, input);
  url->scheme = url->host = url->query = url->fragment = none;
  url->username = url->password = url->path = empty;
  url->port = -1;
  url->is_opaque = false;
  rt_bytes scheme = scheme_of(url, input, true);
  if (scheme.start) {
    rt_bytes rest = rest_of(input, scheme.length + 1);
    set_scheme(url, scheme);
    if (is_file(url)) return parse_file(url, base, rest);
    bool has_slashes = begins(rest, '/') && at(rest, 1) == '/';
    if (url->is_special) {
      if (base && same(base->scheme, scheme) && !has_slashes) return parse_relative(url, base, rest);
      return parse_special_authority(url, rest);
    }
    if (has_slashes) return parse_authority(url, rest_of(rest, 2));
    return begins(rest, '/') ? parse_path_start(url, rest) : parse_opaque(url, rest);
  }
  if (!base || (base->is_opaque && !begins(input, '#'))) return RT_URL_FAILURE;
  if (base->is_opaque || !is_file(base)) return parse_relative(url, base, input);
  return parse_file(url, base, input);
}

// Serializations.

void rt__url_split(rt_bytes href, rt_url *url) {
  size_t colon = 0;
  while (href.start[colon] != ':') colon++;
  set_scheme(url, first_of(href, colon));
  rt_bytes rest = rest_of(href, colon + 1);
  url->host = url->query = url->fragment = none;
  url->username = url->password = empty;
  url->port = -1;
  url->is_opaque = !begins(rest, '/') && !url->is_special;
  if (begins(rest, '/') && at(rest, 1) == '/') {
    rest = rest_of(rest, 2);
    size_t end = 0, at_sign = SIZE_MAX;
    for (; end < rest.length && rest.start[end] != '/' && rest.start[end] != '?' && rest.start[end] != '#'; end++)
      if (rest.start[end] == '@') at_sign = end;
    rt_bytes host = first_of(rest, end);
    if (at_sign != SIZE_MAX) {
      size_t split = 0;
      while (split < at_sign && rest.start[split] != ':') split++;
      url->username = first_of(rest, split);
      if (split < at_sign) url->password = (rt_bytes){rest.start + split + 1, at_sign - split - 1};
      host = rest_of(host, at_sign + 1);
    }
    size_t split = port_colon(host);
    url->host = first_of(host, split);
    if (split < host.length) parse_port(url, rest_of(host, split + 1));
    rest = rest_of(rest, end);
  } else if (begins(rest, '/') && at(rest, 1) == '.' && at(rest, 2) == '/' && at(rest, 3) == '/') {
    rest = rest_of(rest, 2);
  }
  size_t end = path_end(rest);
  url->path = first_of(rest, end);
  // A URL without a host whose path is empty is the opaque one of an empty string.
  if (!url->host.start && end == 0) url->is_opaque = true;
  rest = rest_of(rest, end);
  if (begins(rest, '?')) {
    end = 1;
    while (end < rest.length && rest.start[end] != '#') end++;
    url->query = (rt_bytes){rest.start + 1, end - 1};
    rest = rest_of(rest, end);
  }
  if (begins(rest, '#')) url->fragment = rest_of(rest, 1);
}

size_t rt__url_serialized_size(const rt_url *url) {
  return url->scheme.length + url->username.length + url->password.length + url->host.length + url->path.length +
         url->query.length + url->fragment.length + 32;
}

static uint8_t *put(uint8_t *out, rt_bytes text) {
  if (text.length) memcpy(out, text.start, text.length);
  return out + text.length;
}

size_t rt__url_serialize(const rt_url *url, uint8_t *start) {
  uint8_t *out = put(start, url->scheme);
  *out++ = ':';
  if (url->host.start) {
    *out++ = '/';
    *out++ = '/';
    if (has_credentials(url)) {
      out = put(out, url->username);
      if (url->password.length) {
        *out++ = ':';
        out = put(out, url->password);
      }
      *out++ = '@';
    }
    out = put(out, url->host);
    if (url->port >= 0) {
      *out++ = ':';
      uint8_t digits[5];
      int32_t count = 0;
      uint32_t port = (uint32_t)url->port;
      do digits[count++] = (uint8_t)('0' + port % 10);
      while (port /= 10);
      while (count) *out++ = digits[--count];
    }
  } else if (!url->is_opaque && begins(url->path, '/') && at(url->path, 1) == '/') {
    *out++ = '/';
    *out++ = '.';
  }
  out = put(out, url->path);
  if (url->query.start) {
    *out++ = '?';
    out = put(out, url->query);
  }
  if (url->fragment.start) {
    *out++ = '#';
    out = put(out, url->fragment);
  }
  return (size_t)(out - start);
}

// Setters (6.1).

static enum rt_url_status set_protocol(rt_url *url, rt_bytes value) {
  rt_bytes scheme = scheme_of(url, value, false);
  if (!scheme.start) return RT_URL_FAILURE;
  if ((rt__url_default_port(scheme) != -2) != url->is_special) return RT_URL_FAILURE;
  bool to_file = RT_BYTES_ARE(scheme, "file");
  if (to_file && (has_credentials(url) || url->port >= 0)) return RT_URL_FAILURE;
  if (is_file(url) && url->host.length == 0) return RT_URL_FAILURE;
  set_scheme(url, scheme);
  if (url->port == rt__url_default_port(scheme)) url->port = -1;
  return RT_URL_DONE;
}

/// The digits that text begins with.
static rt_bytes leading_digits(rt_bytes text) {
  size_t end = 0;
  while (end < text.length && is_digit(text.start[end])) end++;
  return first_of(text, end);
}

static enum rt_url_status set_host(rt_url *url, rt_bytes value, bool is_hostname) {
  if (url->is_opaque) return RT_URL_FAILURE;
  size_t end = 0;
  for (; end < value.length; end++)
    if (is_slash(url, value.start[end]) || value.start[end] == '?' || value.start[end] == '#') break;
  value.length = end;
  if (is_file(url)) {
    rt_url changed = *url;
    changed.host = empty;
    if (value.length) {
      enum rt_url_status status = rt__url_parse_host(&changed, value, false);
      if (status != RT_URL_DONE) {
        url->domain = changed.domain;
        return status;
      }
      if (RT_BYTES_ARE(changed.host, "localhost")) changed.host = empty;
    }
    *url = changed;
    return RT_URL_DONE;
  }
  size_t colon = port_colon(value);
  if (colon < value.length && (colon == 0 || is_hostname)) return RT_URL_FAILURE;
  rt_bytes host = first_of(value, colon);
  if (host.length == 0 && (url->is_special || has_credentials(url) || url->port >= 0)) return RT_URL_FAILURE;
  if (host.length == 0) {
    url->host = empty;
    return RT_URL_DONE;
  }
  enum rt_url_status status = rt__url_parse_host(url, host, !url->is_special);
  if (status != RT_URL_DONE || colon == value.length) return status;
  rt_bytes port = leading_digits(rest_of(value, colon + 1));
  if (port.length) parse_port(url, port);
  return RT_URL_DONE;
}

static bool cannot_have_credentials(const rt_url *url) { return url->host.length == 0 || is_file(url); }

enum rt_url_status rt__url_set(rt_url *url, enum rt_url_part part, rt_bytes value) {
  bool is_absent = value.length == 0;
  // The mark in front is looked for before tabs and line breaks are dropped.
  if (part == RT_URL_SEARCH && begins(value, '?')) value = rest_of(value, 1);
  if (part == RT_URL_HASH && begins(value, '#')) value = rest_of(value, 1);
  if (part != RT_URL_USERNAME && part != RT_URL_PASSWORD) value = without_breaks(url, value);
  switch (part) {
  case RT_URL_PROTOCOL: return set_protocol(url, value);
  case RT_URL_USERNAME:
    if (cannot_have_credentials(url)) return RT_URL_FAILURE;
    url->username = rt__url_encode(url, value, RT_URL_SET_USERINFO);
    return RT_URL_DONE;
  case RT_URL_PASSWORD:
    if (cannot_have_credentials(url)) return RT_URL_FAILURE;
    url->password = rt__url_encode(url, value, RT_URL_SET_USERINFO);
    return RT_URL_DONE;
  case RT_URL_HOST: return set_host(url, value, false);
  case RT_URL_HOSTNAME: return set_host(url, value, true);
  case RT_URL_PORT: {
    if (cannot_have_credentials(url)) return RT_URL_FAILURE;
    rt_bytes digits = leading_digits(value);
    if (!is_absent && !digits.length) return RT_URL_FAILURE;
    return parse_port(url, digits) ? RT_URL_DONE : RT_URL_FAILURE;
  }
  case RT_URL_PATHNAME:
    if (url->is_opaque) return RT_URL_FAILURE;
    url->path = (rt_bytes){url->work, 0};
    if (value.length && is_slash(url, value.start[0])) value = rest_of(value, 1);
    else if (value.length == 0 && !url->is_special && url->host.start) return RT_URL_DONE;
    parse_path(url, value);
    return RT_URL_DONE;
  case RT_URL_SEARCH:
    if (is_absent) {
      url->query = none;
      return RT_URL_DONE;
    }
    url->query = rt__url_encode(url, value, url->is_special ? RT_URL_SET_SPECIAL_QUERY : RT_URL_SET_QUERY);
    return RT_URL_DONE;
  case RT_URL_HASH:
    if (is_absent) {
      url->fragment = none;
      return RT_URL_DONE;
    }
    url->fragment = rt__url_encode(url, value, RT_URL_SET_FRAGMENT);
    return RT_URL_DONE;
  default: return RT_URL_FAILURE;
  }
}
