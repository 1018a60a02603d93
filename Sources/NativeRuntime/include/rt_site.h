/// Reading positions of the program.
#pragma once

#include "rt_static.h"

/// What a site says.
///
/// Its bytes are numbers of seven bits a byte, the lowest first, with the highest bit set where more follow: the offset in
/// `rt_program_texts` of the *place* (the offset of the file's name, and the name of the function), the line, the column,
/// the offset of the blame and how many bytes before this site its caller is. Zero stands for no blame and no caller.
typedef struct rt_position {
  const char *function; ///< UTF-8, as `Error.stack` shows it ("Class.method", "new Class"); empty at module level
  const char *file;     ///< UTF-8
  uint32_t line;        ///< one-based
  uint32_t column;      ///< one-based, UTF-16 units
  const char *blame;    ///< UTF-8; NULL, or a byte of `enum rt_blame` and the text of the operand in that role
  const rt_site *caller; ///< the call that was inlined; NULL if its own frame follows
} rt_position;

/// How many numbers a site has.
enum { RT_SITE_NUMBERS = 5 };

static inline uint32_t rt_read_site_number(const uint8_t **code) {
  uint32_t number = 0;
  for (uint32_t shift = 0;; shift += 7) {
    uint8_t byte = *(*code)++;
    number |= (uint32_t)(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

static inline rt_position rt_read_site(const rt_site *site) {
  const uint8_t *code = site->code;
  const uint8_t *place = rt_program_texts + rt_read_site_number(&code);
  rt_position position;
  position.file = (const char *)rt_program_texts + rt_read_site_number(&place);
  position.function = (const char *)place;
  position.line = rt_read_site_number(&code);
  position.column = rt_read_site_number(&code);
  uint32_t blame = rt_read_site_number(&code);
  position.blame = blame ? (const char *)rt_program_texts + blame : NULL;
  uint32_t distance = rt_read_site_number(&code);
  position.caller = distance ? (const rt_site *)(site->code - distance) : NULL;
  return position;
}
