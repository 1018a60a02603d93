/// The fields of a head that the parser has accepted: found in its text when somebody asks for them.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A field; `value` has no blanks around it, but line breaks if it is folded (`insecureHTTPParser`).
typedef struct rt_http_field {
  const uint8_t *name, *value;
  uint32_t name_length, value_length;
  bool is_folded;
} rt_http_field;

/// Where the fields begin behind the first line.
size_t rt__http_fields_start(const uint8_t *text, size_t size);
/// The next field from `at` on: whether there is one.
bool rt__http_next_field(const uint8_t *text, size_t size, size_t *at, rt_http_field *field);
