/// The harness of the library's C tests: a program of the runtime whose `main` part is `run_tests`.
#pragma once

#include "library.h"
#include "rt_prim.h"

static uint32_t failures;

/// Writes a line about a condition that does not hold, and counts it.
static void report_failure(const char *file, int line, const char *condition) {
  uint8_t number[RT_NUMBER_TEXT_MAX];
  uint32_t digits = rt__integer_to_text(line, number);
  rt_prim_write_all(2, file, strlen(file));
  rt_prim_write_all(2, ":", 1);
  rt_prim_write_all(2, number, digits);
  rt_prim_write_all(2, ": ", 2);
  rt_prim_write_all(2, condition, strlen(condition));
  rt_prim_write_all(2, "\n", 1);
  failures++;
}

#define CHECK(condition)                                                                                               \
  do {                                                                                                                 \
    if (!(condition)) report_failure(__FILE__, __LINE__, #condition);                                                  \
  } while (0)

/// Whether a value is a string with the ASCII text.
static inline bool is_text(rt_value value, const char *text) {
  return rt_is_string(value) &&
         rt__text_equal(rt__text(rt_as_string(value)), rt_text_latin1(text, (uint32_t)strlen(text)));
}

/// A string value of ASCII text.
static inline rt_value text(const char *ascii) { return rt_from_string(rt__string_from_ascii(ascii)); }
/// A number value.
static inline rt_value number(double value) { return rt_from_double(value); }

static void run_tests(void);

int32_t rt_program_main(void) {
  run_tests();
  rt_exit_code = failures > 0;
  return 0;
}

const rt_builtin_table *const rt_builtin_tables[RT_BUILTIN_COUNT];
rt_string *const rt_program_atoms[1];
const uint32_t rt_program_atom_count = 0;
