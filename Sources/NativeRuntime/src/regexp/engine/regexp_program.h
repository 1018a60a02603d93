/// Programs of the backtracking matcher, and how they are made and run. Free of the runtime, like the parser.
///
/// Glossary
///   program    a regular expression as instructions of 32-bit words
///   register   the bounds of groups first (2 each), then counters, positions and stack heights of loops and look-arounds
///   choice     an entry of the backtrack stack: where to go on if what was tried first fails
///   class      a set of characters in a program: a bitmap of Latin-1, then a count and sorted ranges above it
///   unit mode  characters are UTF-16 units; point mode (flags u and v): code points
#pragma once

#include "rt_regexp_parser.h"

#define RT_REGEXP_UNSET UINT32_MAX

enum rt_regexp_opcode {
  OP_FAIL,
  OP_MATCH,
  OP_CHARACTER,      ///< arg: the unit
  OP_EITHER,         ///< arg: a unit; word: another
  OP_STRING,         ///< arg: count; words: two units each
  OP_CLASS,          ///< word: class
  OP_CLASS_POINT,    ///< word: class
  OP_CLASS_BACK,     ///< the same backwards
  OP_CLASS_POINT_BACK,
  OP_PEEK,           ///< words: class, target: goes there unless the next unit is in the class
  OP_JUMP,           ///< word: target
  OP_SPLIT,          ///< word: target of a choice
  OP_SPLIT_JUMP,     ///< word: target; the choice is what follows
  OP_SAVE,           ///< arg: register := position
  OP_CLEAR,          ///< arg: first register, word: behind the last
  OP_ZERO,           ///< arg: counter := 0
  OP_LOOP,           ///< arg: counter, words: minimum, maximum, exit: goes on with the body, or leaves
  OP_LOOP_LAZY,
  OP_NEXT,           ///< arg: counter + 1, word: target
  OP_CHECK_PROGRESS, ///< arg: saved position, words: counter or UNSET, minimum: fails after an empty iteration
  OP_REPEAT,         ///< words: class, minimum, maximum: as many as possible
  OP_REPEAT_POINT,
  OP_REPEAT_ONLY,    ///< the same where fewer could never lead to a match
  OP_REPEAT_ONLY_POINT,
  OP_REPEAT_LAZY,    ///< as few as possible
  OP_REPEAT_LAZY_POINT,
  OP_REFERENCE,      ///< arg: rt_regexp_reference, words: count, groups
  OP_START,
  OP_START_LINE,
  OP_END,
  OP_END_LINE,
  OP_BOUNDARY,       ///< arg: 1: `\B`; 2: with the letters that fold into ASCII
  OP_LOOK,           ///< arg: register pair for stack height and position
  OP_LOOK_END,       ///< arg: the pair: the body of a positive one has matched
  OP_LOOK_NOT,       ///< arg: the pair, word: where a negative one goes on
  OP_LOOK_NOT_END,   ///< arg: the pair: the body of a negative one has matched
};

enum rt_regexp_reference { REFERENCE_IGNORE_CASE = 1, REFERENCE_POINTS = 2, REFERENCE_BACK = 4 };

typedef struct rt_regexp_program {
  uint32_t flags;
  uint32_t group_count;    ///< group 0 included
  uint32_t register_count;
  uint32_t code_length;    ///< in words, with the classes
  uint32_t classes;        ///< where in the code these begin
  uint32_t first[8];       ///< Latin-1 units that a match can begin with
  uint8_t first_wide;      ///< whether it can begin with others
  uint8_t scans;           ///< whether `first` is worth looking at: no match is empty
  uint8_t is_anchored;     ///< matches only at the start of the text
  uint8_t has_single;      ///< whether `single` is the only unit that a match can begin with
  uint32_t single;
  uint32_t code[];
} rt_regexp_program;

/// Compiles a tree into a program in the allocator's memory; NULL if it would be too large.
rt_regexp_program *rt_regexp_compile(const rt_regexp_tree *tree, const rt_regexp_allocator *allocator);

/// The bytes of a program.
static inline size_t rt_regexp_program_size(const rt_regexp_program *program) {
  return sizeof *program + program->code_length * sizeof program->code[0];
}

enum { RT_REGEXP_NO_MATCH = 0, RT_REGEXP_MATCHED = 1, RT_REGEXP_OVERFLOW = -1 };

/// Looks for a match from `start` on, or with `is_sticky` only there. `registers` has room for all of the program's; on a
/// match, those of group n are 2n and 2n + 1, UNSET if it took no part. The allocator gives the backtrack stack when it
/// outgrows what is on the machine's; beyond a limit the result is RT_REGEXP_OVERFLOW.
int rt_regexp_execute(const rt_regexp_program *program, rt_regexp_text text, uint32_t start, bool is_sticky,
                      uint32_t *registers, const rt_regexp_allocator *allocator);
