/// Running programs: a backtracking matcher with a stack of its own (ECMA-262 22.2.2).
#include "regexp_program.h"

#include <string.h>

enum { KIND_CHOICE, KIND_RESTORE, KIND_REPEAT, KIND_REPEAT_POINT, KIND_LAZY, KIND_LAZY_POINT, KIND_LOOK_NOT, KIND_BITS = 3 };

/// An entry of the backtrack stack.
typedef struct entry {
  uint32_t target; ///< where to go on, or the register, shifted left by KIND_BITS, and the kind
  uint32_t a;      ///< the position, or the register's value
  uint32_t b;      ///< of repetitions: the least position, or how many more are allowed
} entry;

/// The first entries are on the machine's stack; V8 gives up at 64 MiB, too.
enum { ENTRIES_AT_FIRST = 512, ENTRIES_MAX = 64 << 20 >> 4 };

/// So many empty iterations are really tried.
enum { REPEATED_EMPTY_MAX = 1000 };

typedef struct stack {
  entry *entries;
  uint32_t capacity;
  const rt_regexp_allocator *allocator;
} stack;

/// Doubles the stack; false beyond the limit.
static bool grow(stack *stack) {
  if (stack->capacity >= ENTRIES_MAX) return false;
  uint32_t capacity = stack->capacity * 4;
  entry *entries = stack->allocator->allocate(stack->allocator->context, capacity * sizeof *entries);
  memcpy(entries, stack->entries, stack->capacity * sizeof *entries);
  stack->entries = entries;
  stack->capacity = capacity;
  return true;
}

/// Whether a class has a character that is not in Latin-1.
static bool class_has_wide(const uint32_t *class, uint32_t character) {
  uint32_t count = class[8];
  const uint32_t *ranges = class + 9;
  if (count == 1) return character >= ranges[0] && character <= ranges[1];
  uint32_t low = 0, high = count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (ranges[2 * middle + 1] < character) low = middle + 1;
    else high = middle;
  }
  return low < count && ranges[2 * low] <= character;
}

static inline bool class_has(const uint32_t *class, uint32_t character) {
  if (character <= 0xFF) return class[character >> 5] >> (character & 31) & 1;
  return class_has_wide(class, character);
}

static inline bool is_word_unit(uint32_t unit, bool folds) {
  if (unit < 0x80) return (unit | 32) - 'a' < 26 || unit - '0' < 10 || unit == '_';
  return folds && (unit == 0x17F || unit == 0x212A);
}

static inline bool is_line_end(uint32_t unit) { return unit == '\n' || unit == '\r' || unit == 0x2028 || unit == 0x2029; }

#define UNIT uint8_t
#define NAME(name) name##_latin1
#define WIDE 0
#include "regexp_match_units.h"
#undef UNIT
#undef NAME
#undef WIDE

#define UNIT uint16_t
#define NAME(name) name##_utf16
#define WIDE 1
#include "regexp_match_units.h"

int rt_regexp_execute(const rt_regexp_program *program, rt_regexp_text text, uint32_t start, bool is_sticky,
                      uint32_t *registers, const rt_regexp_allocator *allocator) {
  entry first[ENTRIES_AT_FIRST];
  stack stack = {first, ENTRIES_AT_FIRST, allocator};
  if (text.latin1) return scan_latin1(program, text.latin1, text.length, start, is_sticky, registers, &stack);
  return scan_utf16(program, text.utf16, text.length, start, is_sticky, registers, &stack);
}
