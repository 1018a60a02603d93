/// Fuzzes the parser of URLs and the encodings, which are C on plain memory, with random texts of likely parts.
///
///   clang -g -fsanitize=address,undefined -ISources/NativeRuntime/src Tests/Fuzz/encodings.c
///     Sources/NativeRuntime/src/url/url_parser.c Sources/NativeRuntime/src/url/url_host.c
///     Sources/NativeRuntime/src/buffer/encoding.c -o encodings && ./encodings SECONDS [SEED]
#include "buffer/encoding.h"
#include "url/url_parser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t state;

static uint32_t below(uint32_t limit) {
  state = state * 6364136223846793005ull + 1442695040888963407ull;
  return (uint32_t)((state >> 33) % limit);
}

static const char *const parts[] = {
    "http:", "https:", "file:", "foo:", "//", "/", "\\", "?", "#", "@", ":", "[", "]", "[::1]", "1:2:", "::", ".", "..",
    "%2e", "%2E%2e", "%41", "%", "C:", "c|", "a", "ex.com", "1.2.3.4", "0x7f", "256", "xn--a", "\xC3\xA9", "\xF0\x9F\x98\x80",
    "\xED\xA0\x80", "\xFF", " ", "\t", "\n", "^", "|", "'", "\"", "<", "{", "80", ":65536", "u:p@", "localhost", "=", "-", "_",
};

/// Random text on the heap, of its exact size, so that reading beyond is found.
static rt_bytes random_text(void) {
  char text[512];
  size_t length = 0;
  for (uint32_t count = below(12); count > 0; count--) {
    const char *part = parts[below(sizeof parts / sizeof *parts)];
    length += (size_t)snprintf(text + length, sizeof text - length, "%s", part);
  }
  uint8_t *copy = malloc(length ? length : 1);
  memcpy(copy, text, length);
  return (rt_bytes){copy, length};
}

static void fail(const char *what, rt_bytes text) {
  fprintf(stderr, "%s: %.*s\n", what, (int)text.length, (const char *)text.start);
  abort();
}

/// Serializes into memory of the promised size.
static rt_bytes serialize(const rt_url *url) {
  size_t size = rt__url_serialized_size(url);
  uint8_t *out = malloc(size);
  return (rt_bytes){out, rt__url_serialize(url, out)};
}

/// Parses; the serialization, or NULL. It must be the same when it is parsed again.
static rt_bytes parse(rt_bytes input, rt_bytes base) {
  rt_url base_url, url = {0};
  if (base.start) rt__url_split(base, &base_url);
  size_t size = rt__url_work_size(input.length + base.length);
  uint8_t *work = malloc(size);
  url.work = work;
  url.work_end = work + size;
  enum rt_url_status status = rt__url_parse(input, base.start ? &base_url : NULL, &url);
  rt_bytes href = {0};
  if (status == RT_URL_DONE) href = serialize(&url);
  free(work);
  return href;
}

static void check_url(void) {
  rt_bytes base_text = random_text(), input = random_text(), none = {0};
  rt_bytes base = below(2) ? parse(base_text, none) : none;
  rt_bytes href = parse(input, base);
  if (href.start) {
    rt_bytes again = parse(href, none);
    // A domain with encoded labels is left to the caller.
    if (again.start && (again.length != href.length || memcmp(again.start, href.start, href.length)))
      fail("not the same when parsed again", href);
    free((void *)again.start);
    rt_bytes value = random_text();
    rt_url url = {0};
    rt__url_split(href, &url);
    size_t size = rt__url_work_size(href.length + value.length);
    uint8_t *work = malloc(size);
    url.work = work;
    url.work_end = work + size;
    if (rt__url_set(&url, (enum rt_url_part)(RT_URL_PROTOCOL + below(9)), value) == RT_URL_DONE)
      free((void *)serialize(&url).start);
    free(work);
    free((void *)value.start);
  }
  free((void *)href.start);
  free((void *)base.start);
  free((void *)base_text.start);
  free((void *)input.start);
}

/// What is encoded and decoded again must be the same.
static void check_encodings(void) {
  size_t count = below(80);
  uint8_t *bytes = malloc(count ? count : 1), *back = malloc(count ? count : 1);
  for (size_t i = 0; i < count; i++) bytes[i] = (uint8_t)below(256);
  for (uint32_t kind = 0; kind < 3; kind++) {
    size_t length = kind == 2 ? count * 2 : rt__base64_text_length(count, kind == 1);
    uint8_t *text = malloc(length ? length : 1);
    if (kind == 2) rt__hex_encode(bytes, count, text);
    else rt__base64_encode(bytes, count, kind == 1, text);
    rt_units units = {.latin1 = text, .length = length};
    size_t decoded = kind == 2 ? rt__hex_decode(units, back, count) : rt__base64_decode(units, back, count);
    if (decoded != count || memcmp(bytes, back, count)) fail("decoded to something else", (rt_bytes){text, length});
    free(text);
  }
  // Anything may be decoded, into as much as is promised or less.
  rt_bytes noise = random_text();
  rt_units units = {.latin1 = noise.start, .length = noise.length};
  size_t size = rt__base64_size(units), room = below((uint32_t)size + 2), read;
  uint8_t *out = malloc(room ? room : 1);
  rt__base64_decode(units, out, room);
  rt__hex_decode(units, out, room);
  rt__units_to_utf8(units, out, room, &read);
  rt__units_to_utf16(units, out, room);
  rt_units wide = {.utf16 = (const uint16_t *)(const void *)bytes, .length = count / 2};
  rt__units_to_utf8(wide, out, room, &read);
  rt__base64_decode(wide, out, room);
  rt__hex_decode(wide, out, room);
  rt__bytes_are_utf8(bytes, count);
  if (count > 2) {
    rt__bytes_find(bytes, count, bytes + 1, 1 + below(2), below((uint32_t)count), 1 + below(2));
    rt__bytes_find_last(bytes, count, bytes + 1, 1 + below(2), below((uint32_t)count), 1 + below(2));
  }
  free(out);
  free((void *)noise.start);
  free(bytes);
  free(back);
}

int main(int count, char **values) {
  time_t end = time(NULL) + (count > 1 ? atoi(values[1]) : 10);
  state = count > 2 ? strtoull(values[2], NULL, 10) : 1;
  uint64_t rounds = 0;
  while (time(NULL) < end)
    for (uint32_t i = 0; i < 10000; i++, rounds++) {
      check_url();
      check_encodings();
    }
  printf("%llu rounds without a finding\n", (unsigned long long)rounds);
  return 0;
}
