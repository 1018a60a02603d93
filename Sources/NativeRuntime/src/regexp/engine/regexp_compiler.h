/// What the files of the compiler of regular expressions share.
#pragma once

#include "regexp_program.h"

/// How something can begin. Used to look for the start of a match and to do without choices.
typedef struct rt_regexp_first {
  uint32_t bits[8]; ///< Latin-1 units
  bool is_wide;     ///< units above Latin-1
  bool is_nullable; ///< may match without looking at the next unit
  bool at_end;      ///< may match at the end of the text though it is not nullable
  bool is_certain;  ///< matches at any place
} rt_regexp_first;

typedef struct rt_regexp_compiler {
  const rt_regexp_tree *tree;
  const rt_regexp_allocator *allocator;
  bool points;
  bool failed; ///< too large
  uint32_t *code;
  uint32_t length, capacity;
  uint32_t *classes;
  uint32_t class_length, class_capacity;
  uint32_t registers;
} rt_regexp_compiler;

/// How a node can begin, computed once.
const rt_regexp_first *rt_regexp__first(rt_regexp_compiler *compiler, rt_regexp_node *node);
/// Adds what can begin after something that can begin with `first` and may be empty.
void rt_regexp__first_follow(rt_regexp_first *first, const rt_regexp_first *next);
/// Whether no unit is in both.
bool rt_regexp__first_disjoint(const rt_regexp_first *a, const rt_regexp_first *b);
/// Adds a set to the units.
void rt_regexp__first_add_set(rt_regexp_first *first, const rt_regexp_set *set);
/// The characters that a node of one character matches, with case and complement applied; NULL if it is no such node.
const rt_regexp_set *rt_regexp__single_set(rt_regexp_compiler *compiler, const rt_regexp_node *node);
/// The characters that match a character of text under modifiers.
rt_regexp_set rt_regexp__character_set(rt_regexp_compiler *compiler, uint32_t character, uint32_t modifiers);
