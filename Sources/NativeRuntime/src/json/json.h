/// What the parts of JSON share.
#pragma once

#include "library.h"

/// JSON.parse without a reviver.
rt_value rt__json_parse(rt_string *string);
/// Throws V8's SyntaxError for a unit, or the end, that nothing allows at a position; returns RT_EXCEPTION.
rt_value rt__json_throw_unexpected(rt_text text, uint32_t at);
/// Throws a SyntaxError "<message> <position> (line <l> column <c>)"; returns RT_EXCEPTION.
rt_value rt__json_throw_at(rt_text text, uint32_t at, const char *message);

/// The bytes of eight, from the lowest on, that are below 0x20, a quote or a backslash: their high bits. Above the first one
/// others may be marked wrongly.
static inline uint64_t rt__json_special_bytes(uint64_t word) {
  const uint64_t ones = 0x0101010101010101ull, highs = 0x8080808080808080ull;
  uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';
  uint64_t special = ((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash);
  return special & highs;
}

/// The number of bytes before the first that is marked.
static inline uint32_t rt__json_first_byte(uint64_t special) { return (uint32_t)__builtin_ctzll(special) / 8; }
