/// What the files of the regular expression parser share.
#pragma once

#include "rt_regexp_parser.h"

/// How high trees may be and how deep classes may be nested; patterns beyond are "too large", as in V8 when its stack is used up.
#ifdef __wasm__
enum { RT_REGEXP_HEIGHT_MAX = 600 }; // engines have small stacks
#else
enum { RT_REGEXP_HEIGHT_MAX = 4000 };
#endif
enum { RT_REGEXP_CLASS_DEPTH_MAX = 200, RT_REGEXP_GROUPS_MAX = 65535 };

/// Behind the end of the pattern.
#define RT_REGEXP_NONE UINT32_MAX

/// One alternative of a disjunction: groups of the same name must differ in one of these.
typedef struct rt_regexp_scope {
  struct rt_regexp_scope *parent;
  uint32_t disjunction;
  uint32_t depth;
} rt_regexp_scope;

/// A group that is being parsed.
typedef struct rt_regexp_frame {
  struct rt_regexp_frame *outer;
  uint8_t kind; ///< RT_REGEXP_GROUP, RT_REGEXP_LOOK, or RT_REGEXP_EMPTY for groups that do not capture
  uint8_t node_flags;
  uint8_t outer_modifiers;
  uint32_t group;
  uint32_t first_group;
  uint32_t disjunction;
  uint32_t height; ///< of the highest node inside
  rt_regexp_node *alternatives; ///< the complete ones
  rt_regexp_node *last_alternative;
  rt_regexp_node *terms; ///< of the current alternative
  rt_regexp_node *last_term;
} rt_regexp_frame;

typedef struct rt_regexp_parser {
  rt_regexp_text pattern;
  uint32_t position;
  uint32_t flags;
  uint32_t modifiers; ///< the flags i, m and s that are in force
  bool unicode;       ///< flag u or v
  bool sets;          ///< flag v
  bool has_names;     ///< `\k` is a reference
  bool has_doubled_name;
  uint32_t total_groups; ///< of the whole pattern, group 0 included
  uint32_t next_group;
  uint32_t next_disjunction;
  rt_regexp_frame *frame;
  rt_regexp_scope *scope;
  rt_regexp_name *names, *last_name;
  rt_regexp_node *references; ///< named ones, linked by `child` until resolved
  uint32_t *text; ///< characters of the current alternative that are no node yet
  uint32_t text_count, text_capacity;
  const rt_regexp_properties *properties;
  const rt_regexp_allocator *allocator;
  rt_regexp_error *error;
} rt_regexp_parser;

/// Notes the first error; always false.
bool rt_regexp__fail(rt_regexp_parser *parser, const char *message);
/// Zeroed memory.
void *rt_regexp__allocate(const rt_regexp_allocator *allocator, size_t size);

/// The unit at a distance, or RT_REGEXP_NONE.
static inline uint32_t rt_regexp__unit(const rt_regexp_parser *parser, uint32_t distance) {
  uint32_t at = parser->position + distance;
  if (at >= parser->pattern.length) return RT_REGEXP_NONE;
  return parser->pattern.latin1 ? parser->pattern.latin1[at] : parser->pattern.utf16[at];
}
/// The character here: a code point under a Unicode flag, otherwise a unit; RT_REGEXP_NONE at the end.
uint32_t rt_regexp__character(const rt_regexp_parser *parser);
/// The code point here in any mode.
uint32_t rt_regexp__code_point(const rt_regexp_parser *parser);
/// How many units a character has.
static inline uint32_t rt_regexp__units(uint32_t character) { return character > 0xFFFF ? 2 : 1; }
/// Takes a unit if it is the one here.
static inline bool rt_regexp__take(rt_regexp_parser *parser, uint32_t unit) {
  if (rt_regexp__unit(parser, 0) != unit) return false;
  parser->position++;
  return true;
}
static inline bool rt_regexp__is_digit(uint32_t unit) { return unit >= '0' && unit <= '9'; }
static inline bool rt_regexp__is_letter(uint32_t unit) { return (unit | 32) >= 'a' && (unit | 32) <= 'z'; }
/// The value of a hexadecimal digit, or -1.
int rt_regexp__hex_digit(uint32_t unit);

/// Takes the character that an escape stands for; the position is behind the backslash. In classes `\b`, `\-` and others
/// mean themselves.
bool rt_regexp__parse_character_escape(rt_regexp_parser *parser, bool in_class, uint32_t *character);
/// Takes what follows `\u`, if it is an escape: a code point, or with `joins` a surrogate pair of two escapes too.
bool rt_regexp__take_unicode_escape(rt_regexp_parser *parser, bool allows_braces, bool joins, uint32_t *character);
/// Whether the letter behind a backslash is a class escape (`\d`, `\p` …).
bool rt_regexp__is_class_escape(const rt_regexp_parser *parser, uint32_t letter);

/// A set and strings, under construction.
typedef struct rt_regexp_class {
  rt_regexp_set set;
  rt_regexp_string *strings;
  uint32_t string_count, string_capacity;
  bool may_contain_strings; ///< 22.2.1.6, which is about the text, not about what the operations leave
} rt_regexp_class;

/// Adds what a class escape stands for; the position is at its letter.
bool rt_regexp__parse_class_escape(rt_regexp_parser *parser, bool in_class, rt_regexp_class *result);
/// Takes `<name>` from behind the `<`; NULL with an error.
rt_regexp_name *rt_regexp__parse_name(rt_regexp_parser *parser);
/// Takes a class from behind its `[`; NULL with an error.
rt_regexp_node *rt_regexp__parse_class(rt_regexp_parser *parser);
/// Takes a class of the flag `v` from behind its `[`.
bool rt_regexp__parse_class_contents(rt_regexp_parser *parser, rt_regexp_class *result, uint32_t depth);
/// A node for a class.
rt_regexp_node *rt_regexp__class_node(rt_regexp_parser *parser, rt_regexp_class *class, bool is_negated);
rt_regexp_node *rt_regexp__node(rt_regexp_parser *parser, enum rt_regexp_kind kind);

/// The word characters (22.2.2.9.3 WordCharacters) in force.
void rt_regexp__add_word_characters(rt_regexp_parser *parser, rt_regexp_set *set);

// Sets.

void rt_regexp__set_add_all(rt_regexp_set *set, const rt_regexp_set *other, const rt_regexp_allocator *allocator);
/// A copy of those ranges of `set` that are also in `other`; both are complete.
rt_regexp_set rt_regexp__set_intersection(const rt_regexp_set *set, const rt_regexp_set *other,
                                          const rt_regexp_allocator *allocator);
/// ECMA-262 22.2.2.9.6 MaybeSimpleCaseFolding: replaces the code points of a complete set by their representatives.
void rt_regexp__set_fold(rt_regexp_set *set, const rt_regexp_allocator *allocator);
/// 22.2.2.9.5 CharacterComplement: under the flags `v` and `i`, of the representatives only.
rt_regexp_set rt_regexp__complement(rt_regexp_parser *parser, rt_regexp_set *set);
