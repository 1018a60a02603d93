/// Fuzzes the parser of HTTP and the search for fields, which are C on plain memory: messages of likely and unlikely parts,
/// in buffers of their exact size, once as a whole and once cut at random places. Both must tell the same.
///
///   clang -g -O1 -fsanitize=address,undefined -ISources/NativeRuntime/src Tests/Fuzz/http.c
///     Sources/NativeRuntime/src/http/{parser,parser_head,parser_chunk,parser_names,head}.c -o http && ./http SECONDS [SEED]
#include "http/head.h"
#include "http/parser.h"

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
    "GET / HTTP/1.1\r\n", "POST /a?b#c HTTP/1.1\r\n", "CONNECT a:80 HTTP/1.1\r\n", "GET http://a:1/b HTTP/1.0\r\n",
    "HTTP/1.1 200 OK\r\n", "HTTP/1.1 204 No Content\r\n", "HTTP/1.1 101 S\r\n", "HTTP/1.0 200\r\n", "GET", "PRI", " ", "/",
    "HTTP/1.1", "Host: a\r\n", "Content-Length: 5\r\n", "Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n",
    "Transfer-Encoding: gzip, chunked\r\n", "Connection: close\r\n", "Connection: keep-alive, Upgrade\r\n", "Upgrade: x\r\n",
    "Expect: 100-continue\r\n", "Name:", ":", " value", "\tx", "\r\n", "\r\n\r\n", "\r", "\n", "hello", "5\r\nhello\r\n",
    "0\r\n", "3;a=b;c=\"d\\\"e\"\r\nabc\r\n", "A\r\n0123456789\r\n", "FFFFFFFFFFFFFFFF\r\n", "\x01", "\x7F", "\xFF", ";", "\"",
    "18446744073709551615", ",", "chunked", "\xC3\xA9",
};

enum { TEXT_MAX = 4096, LOG_MAX = 1 << 16 };

typedef struct journal {
  char text[LOG_MAX];
  size_t size;
} journal;

static void note(journal *to, const char *what, uint64_t number) {
  int written = snprintf(to->text + to->size, LOG_MAX - to->size, "%s %llu\n", what, (unsigned long long)number);
  to->size += (size_t)written;
  if (to->size >= LOG_MAX) to->size = LOG_MAX - 1;
}

static uint64_t sum(const uint8_t *bytes, size_t size, uint64_t hash) {
  for (size_t i = 0; i < size; i++) hash = (hash ^ bytes[i]) * 1099511628211ull;
  return hash;
}

/// The fields of a head.
static void note_fields(journal *to, const uint8_t *head, size_t size, size_t at) {
  rt_http_field field;
  while (rt__http_next_field(head, size, &at, &field)) {
    note(to, "name", sum(field.name, field.name_length, 1));
    note(to, "value", sum(field.value, field.value_length, 1));
  }
}

/// Parses a text in pieces of at most `piece` bytes.
static void parse(journal *to, const uint8_t *text, size_t size, uint32_t piece, bool is_response, bool is_lenient) {
  rt_http_parser parser;
  rt__http_start(&parser, is_response, is_lenient, 1024);
  size_t at = 0, end = 0;
  uint64_t body = 0;
  for (;;) {
    size_t start = rt__http_in_head(&parser) ? at - parser.head_seen : at;
    uint8_t *exact = malloc(end - start + (end == start));
    memcpy(exact, text + start, end - start);
    rt_http_input input = {exact, end - start, at - start};
    enum rt_http_event event = rt__http_next(&parser, &input);
    at = start + input.at;
    if (event == RT_HTTP_BODY) body = sum(parser.body, parser.body_size, body);
    if (event == RT_HTTP_HEAD) {
      const uint8_t *head = exact + parser.head_start;
      size_t length = input.at - parser.head_start;
      note(to, "head", sum(head, length, parser.flags));
      note(to, "url", sum(head + parser.url_start, parser.url_end - parser.url_start, 1));
      note_fields(to, head, length, rt__http_fields_start(head, length));
    }
    if (event == RT_HTTP_COMPLETE) {
      note(to, "body", body);
      note(to, "complete", at);
      if (parser.flags & RT_HTTP_TRAILERS) note_fields(to, exact + input.at - parser.head_seen, parser.head_seen, 0);
      body = 0;
    }
    free(exact);
    if (event == RT_HTTP_ERROR || event == RT_HTTP_UPGRADED) {
      note(to, event == RT_HTTP_ERROR ? "error" : "upgraded", event == RT_HTTP_ERROR ? parser.error : at);
      return;
    }
    if (event != RT_HTTP_MORE) continue;
    if (end == size) break;
    end += 1 + below(piece);
    if (end > size) end = size;
  }
  note(to, "end", rt__http_end(&parser));
}

int main(int argc, char **argv) {
  time_t end = time(NULL) + (argc > 1 ? atoi(argv[1]) : 10);
  state = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  static journal whole, pieces;
  uint64_t runs = 0;
  while (runs % 1024 != 0 || time(NULL) < end) {
    uint8_t text[TEXT_MAX];
    size_t size = 0;
    for (uint32_t count = 1 + below(24); count > 0; count--) {
      const char *part = parts[below(sizeof parts / sizeof *parts)];
      size_t length = strlen(part);
      if (below(64) == 0 && size + 600 < TEXT_MAX) memset(text + size, 'x', 600), size += 600;
      if (size + length > TEXT_MAX) break;
      memcpy(text + size, part, length);
      size += length;
    }
    if (below(3) == 0 && size > 0) text[below((uint32_t)size)] = (uint8_t)below(256);
    bool is_response = below(3) == 0, is_lenient = below(4) == 0;
    whole.size = pieces.size = 0;
    parse(&whole, text, size, TEXT_MAX, is_response, is_lenient);
    parse(&pieces, text, size, 1 + below(8), is_response, is_lenient);
    if (whole.size != pieces.size || memcmp(whole.text, pieces.text, whole.size) != 0) {
      printf("run %llu differs\n%.*s---\n%.*s", (unsigned long long)runs, (int)whole.size, whole.text, (int)pieces.size, pieces.text);
      fwrite(text, 1, size, stderr);
      return 1;
    }
    runs++;
  }
  printf("%llu runs\n", (unsigned long long)runs);
  return 0;
}
