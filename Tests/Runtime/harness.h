/// The smallest possible test harness: a test program is a compiled program whose main function checks things.
///
/// Under POLYGLOT_GC_STRESS=1 the collector runs at every safepoint, so checks keep what they need in locals.
#pragma once

#include "rt_abi.h"
#include "rt_atoms.h"
#include "rt_inline.h"
#include "rt_prim.h"
#include "rt_realm.h"

#include <stdio.h>

static int failures;

#define CHECK(condition)                                                                                               \
  do {                                                                                                                 \
    if (!(condition)) {                                                                                                \
      failures++;                                                                                                      \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                                  \
    }                                                                                                                  \
  } while (0)

/// A string from ASCII.
static inline rt_string *S(const char *ascii) { return rt__string_from_ascii(ascii); }
static inline rt_value SV(const char *ascii) { return rt_from_string(S(ascii)); }
/// A property key.
static inline rt_string *K(const char *ascii) { return rt__intern_ascii(ascii); }
static inline rt_value N(double number) { return rt_from_double(number); }
static inline bool is_text(rt_value value, const char *ascii) {
  return rt_is_string(value) && rt__string_equal(rt_as_string(value), S(ascii));
}
/// The message of the pending error, which is taken.
static inline bool threw(const char *message) {
  rt_value error = rt_catch();
  if (!rt_is_class(error, RT_CLASS_ERROR)) return false;
  bool same = is_text(rt__data_value(rt_as_object(error), RT_ATOM(message)), message);
  if (!same) {
    rt_string *text = rt__describe(error);
    char bytes[256] = {0};
    if (rt__utf8_length(text) < sizeof bytes) rt__utf8_write(text, (uint8_t *)bytes);
    fprintf(stderr, "thrown: %s\n", bytes);
  }
  return same;
}

/// What sites refer to: at 1 a file, at 14, 16 and 19 places in it, in no function, in f and in g.
#define TEST_TEXTS "\0/tmp/test.ts\0\1\0\1f\0\1g"
#define TEST_PROGRAM(...)                                                                                              \
  rt_string *const rt_program_atoms[1];                                                                                \
  const uint32_t rt_program_atom_count = 0;                                                                            \
  const uint8_t rt_program_texts[] = TEST_TEXTS;                                                                       \
  rt_cache rt_program_caches[1];                                                                                       \
  const uint32_t rt_program_cache_count = 1;                                                                           \
  int32_t rt_program_main(void) {                                                                                      \
    void (*const tests[])(void) = {__VA_ARGS__};                                                                       \
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) tests[i]();                                            \
    rt_exit_code = failures != 0;                                                                                      \
    return 0;                                                                                                          \
  }
/// For programs that name no built-in properties.
#define NO_BUILTINS const rt_builtin_table *const rt_builtin_tables[RT_BUILTIN_COUNT];
