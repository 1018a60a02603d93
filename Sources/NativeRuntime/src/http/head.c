/// Finding the fields of a head. Its text was checked, so that nothing here can fail; still it never reads behind it.
#include "head.h"

#include <string.h>

static bool is_blank(uint8_t c) { return c == ' ' || c == '\t'; }

size_t rt__http_fields_start(const uint8_t *text, size_t size) {
  const uint8_t *end = memchr(text, '\n', size);
  return end ? (size_t)(end - text) + 1 : size;
}

/// Where the line ends that begins at `at`, without its line break; `next` is where the next one begins.
static size_t line_end(const uint8_t *text, size_t size, size_t at, size_t *next) {
  const uint8_t *feed = memchr(text + at, '\n', size - at);
  if (!feed) {
    *next = size;
    return size;
  }
  size_t end = (size_t)(feed - text);
  *next = end + 1;
  return end > at && text[end - 1] == '\r' ? end - 1 : end;
}

bool rt__http_next_field(const uint8_t *text, size_t size, size_t *at, rt_http_field *field) {
  size_t start = *at, next;
  // A blank before the first field is possible where the parser is lenient.
  while (start < size && is_blank(text[start])) start++;
  if (start >= size || text[start] == '\r' || text[start] == '\n') return false;
  size_t end = line_end(text, size, start, &next);
  const uint8_t *colon = memchr(text + start, ':', end - start);
  if (!colon) return false;
  field->is_folded = false;
  while (next < size && is_blank(text[next])) {
    field->is_folded = true;
    end = line_end(text, size, next, &next);
  }
  field->name = text + start;
  field->name_length = (uint32_t)(colon - field->name);
  size_t first = (size_t)(colon - text) + 1;
  while (first < end && (is_blank(text[first]) || text[first] == '\r' || text[first] == '\n')) first++;
  while (end > first && (is_blank(text[end - 1]) || text[end - 1] == '\r' || text[end - 1] == '\n')) end--;
  field->value = text + first;
  field->value_length = (uint32_t)(end - first);
  *at = next;
  return true;
}
