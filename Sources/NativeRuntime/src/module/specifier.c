/// Module specifiers: Node's resolution of paths and URLs, without looking at the file system.
#include "module.h"

#include <string.h>

static bool starts_with(const char *text, const char *prefix) { return strncmp(text, prefix, strlen(prefix)) == 0; }

static int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Decodes the path of a URL in place: up to its query or fragment, with percent escapes replaced.
static void decode_path(char *path) {
  char *out = path;
  for (const char *in = path; *in && *in != '?' && *in != '#'; in++) {
    if (*in == '%' && hex_digit(in[1]) >= 0 && hex_digit(in[2]) >= 0) {
      *out++ = (char)(hex_digit(in[1]) * 16 + hex_digit(in[2]));
      in += 2;
    } else {
      *out++ = *in;
    }
  }
  *out = 0;
}

/// Whether a specifier starts with a scheme such as `node:`.
static bool has_scheme(const char *text) {
  if (!((*text | 32) >= 'a' && (*text | 32) <= 'z')) return false;
  while (*text && *text != ':' && *text != '/') text++;
  return *text == ':';
}

/// Appends the segments of `path` to the absolute path in `out`, which ends without a slash; `.` and `..` are resolved.
static char *append_segments(const char *start, char *out, const char *path) {
  while (*path) {
    const char *end = path;
    while (*end && *end != '/') end++;
    size_t length = (size_t)(end - path);
    if (length == 2 && memcmp(path, "..", 2) == 0) {
      while (out > start && *--out != '/') continue;
    } else if (length != 0 && !(length == 1 && *path == '.')) {
      *out++ = '/';
      memcpy(out, path, length);
      out += length;
    }
    path = *end ? end + 1 : end;
  }
  return out;
}

rt_string *rt__resolve_specifier(rt_string *specifier, rt_string *referrer, enum rt_specifier_kind *kind) {
  char *text = rt__utf8_cstring(specifier);
  *kind = RT_SPECIFIER_BARE;
  if (!text) return specifier;
  bool is_url = starts_with(text, "file://");
  bool is_relative = starts_with(text, "./") || starts_with(text, "../") || !strcmp(text, ".") || !strcmp(text, "..");
  if (!is_url && !is_relative && *text != '/') {
    if (has_scheme(text)) *kind = RT_SPECIFIER_URL;
    return specifier;
  }
  *kind = RT_SPECIFIER_PATH;
  if (is_url) text += strlen("file://");
  decode_path(text);
  char *base = is_relative ? rt__utf8_cstring(referrer) : NULL;
  if (base) {
    char *slash = strrchr(base, '/');
    if (slash) *slash = 0;
  }
  char *path = rt__allocate(strlen(text) + (base ? strlen(base) : 0) + 3, RT_CELL_LEAF);
  char *end = base ? append_segments(path, path, base) : path;
  end = append_segments(path, end, text);
  if (end == path) *end++ = '/';
  return rt__string_from_utf8((const uint8_t *)path, (size_t)(end - path));
}

rt_string *rt__file_url(rt_string *path) {
  size_t length = rt__utf8_length(path);
  uint8_t *bytes = rt__allocate(length ? length : 1, RT_CELL_LEAF);
  rt__utf8_write(path, bytes);
  rt_builder builder = {0};
  rt__builder_ascii(&builder, "file://");
  for (size_t i = 0; i < length; i++) {
    uint8_t byte = bytes[i];
    if (byte <= ' ' || byte >= 0x7F || strchr("\"#%<>?[\\]^`{|}", byte)) {
      rt__builder_unit(&builder, '%');
      rt__builder_unit(&builder, (uint16_t) "0123456789ABCDEF"[byte >> 4]);
      rt__builder_unit(&builder, (uint16_t) "0123456789ABCDEF"[byte & 15]);
    } else {
      rt__builder_unit(&builder, byte);
    }
  }
  return rt__builder_finish(&builder);
}

rt_value rt__loader_error(enum rt_error_kind kind, rt_string *message, const char *code) {
  rt_object *error = &rt__error_new(kind, message)->object;
  rt__add_property(error, rt__intern_ascii("code"), rt_from_string(rt__string_from_ascii(code)), RT_PROPERTY_PLAIN);
  return rt_from_object(error);
}
