/// The parser of regular expressions (ECMA-262 22.2.1 and Annex B.1.2): from a pattern's text to a tree.
///
/// It is plain C without a runtime, so that the compiler can use it for early errors of literals and the runtime for
/// patterns that are made while the program runs. The tree knows nothing of how it will be matched.
///
/// Glossary
///   pattern  the text between the slashes, as UTF-16 units or Latin-1 bytes
///   tree     the pattern's meaning: nodes in the allocator's memory
///   set      sorted ranges of code points, or of units if neither flag `u` nor `v` is given
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A pattern's text: one of the pointers is NULL.
typedef struct rt_regexp_text {
  const uint8_t *latin1;
  const uint16_t *utf16;
  uint32_t length;
} rt_regexp_text;

/// The flags of a regular expression; the first three are also those of modifiers, `(?ims-ims:…)`.
enum rt_regexp_flags {
  RT_REGEXP_IGNORE_CASE = 1,
  RT_REGEXP_MULTILINE = 2,
  RT_REGEXP_DOT_ALL = 4,
  RT_REGEXP_GLOBAL = 8,
  RT_REGEXP_UNICODE = 16,
  RT_REGEXP_STICKY = 32,
  RT_REGEXP_HAS_INDICES = 64,
  RT_REGEXP_UNICODE_SETS = 128,
  RT_REGEXP_MODIFIERS = 7,
  RT_REGEXP_ANY_UNICODE = 144,
};

/// Where the parser takes memory from; all of it is the caller's to free, once the tree is not needed any more.
typedef struct rt_regexp_allocator {
  /// Memory aligned for any pointer; never NULL.
  void *(*allocate)(void *context, size_t size);
  void *context;
} rt_regexp_allocator;

typedef struct rt_regexp_range {
  uint32_t first;
  uint32_t last;
} rt_regexp_range;

/// A set of code points: sorted ranges that do not touch each other, once it is complete.
typedef struct rt_regexp_set {
  rt_regexp_range *ranges;
  uint32_t count;
  uint32_t capacity;
} rt_regexp_set;

/// A string of code points.
typedef struct rt_regexp_string {
  const uint32_t *points;
  uint32_t length;
} rt_regexp_string;

enum rt_regexp_kind {
  RT_REGEXP_EMPTY,
  RT_REGEXP_TEXT,        ///< `text`, one character after the other
  RT_REGEXP_CLASS,       ///< a character of `set` (or, with RT_REGEXP_NODE_NEGATED, none of it), or one of `strings`
  RT_REGEXP_ANY,         ///< `.`
  RT_REGEXP_SEQUENCE,    ///< the children one after the other
  RT_REGEXP_ALTERNATION, ///< one of the children
  RT_REGEXP_GROUP,       ///< the child, captured as `group`
  RT_REGEXP_QUANTIFIER,  ///< the child `minimum` to `maximum` times
  RT_REGEXP_REFERENCE,   ///< what one of the `groups` captured; the first that took part in the match
  RT_REGEXP_LOOK,        ///< the child ahead, or behind with RT_REGEXP_NODE_BEHIND, without consuming it
  RT_REGEXP_START,       ///< `^`
  RT_REGEXP_END,         ///< `$`
  RT_REGEXP_BOUNDARY,    ///< `\b`, or `\B` with RT_REGEXP_NODE_NEGATED
};

/// Bits of a node beside the modifiers in force at its place.
enum rt_regexp_node_flags {
  RT_REGEXP_NODE_NEGATED = 8, ///< of a class, `\B`, or a look-around
  RT_REGEXP_NODE_BEHIND = 16,
  RT_REGEXP_NODE_LAZY = 32,
};

/// `maximum` of a quantifier without a bound.
#define RT_REGEXP_UNBOUNDED UINT32_MAX

typedef struct rt_regexp_node {
  uint8_t kind;
  uint8_t flags; ///< modifiers and rt_regexp_node_flags
  /// Quantifiers and look-arounds: the groups inside are those from `first_group` up to `last_group`, exclusively.
  uint32_t first_group;
  uint32_t last_group;
  union {
    struct {
      uint32_t minimum;
      uint32_t maximum;
    };
    uint32_t group; ///< from 1 on
    rt_regexp_string text;
    struct {
      rt_regexp_set *set;
      rt_regexp_string *strings; ///< the longest first; only of classes that contain strings; never of length 1
      uint32_t string_count;
    };
    struct {
      uint32_t *groups;
      uint32_t reference_count;
      struct rt_regexp_name *name; ///< until the pattern is complete
    };
  };
  void *analysis;               ///< free for use by who reads the tree; NULL at first
  struct rt_regexp_node *child; ///< the first
  struct rt_regexp_node *next;  ///< of the parent's children
} rt_regexp_node;

/// A group's name, in the order of the groups.
typedef struct rt_regexp_name {
  uint16_t *units; ///< UTF-16, escapes decoded
  uint32_t length;
  uint32_t group;
  struct rt_regexp_scope *scope;
  struct rt_regexp_name *next;
} rt_regexp_name;

typedef struct rt_regexp_tree {
  rt_regexp_node *root;
  uint32_t flags;
  uint32_t group_count; ///< with group 0, the match as a whole
  rt_regexp_name *names;
} rt_regexp_tree;

/// What the parser has to know of Unicode's properties; kept apart, because the tables are large.
typedef struct rt_regexp_properties {
  /// Adds the code points of `\p{name}` or `\p{name=value}` (`value` NULL: none) to the set; false if there is no such
  /// property.
  bool (*add)(const char *name, const char *value, rt_regexp_set *set, const rt_regexp_allocator *allocator);
  /// The strings of a property of strings and, in `set`, its single code points; NULL if there is no such property.
  rt_regexp_string *(*strings)(const char *name, uint32_t *count, rt_regexp_set *set,
                               const rt_regexp_allocator *allocator);
  /// Whether a code point above U+007F may begin, or continue, an identifier.
  bool (*is_identifier)(uint32_t code_point, bool is_start);
} rt_regexp_properties;

/// The properties of the Unicode version that Node 24 has.
extern const rt_regexp_properties rt_regexp_unicode_properties;

/// What is wrong with a pattern, in V8's words ("Unterminated group"), and where, in units.
typedef struct rt_regexp_error {
  const char *message;
  uint32_t position;
} rt_regexp_error;

/// The flags of a text of flags such as "gi"; false if a letter is unknown or doubled, or if `u` and `v` are both there.
bool rt_regexp_parse_flags(rt_regexp_text text, uint32_t *flags);

/// Parses a pattern. NULL with `error` set if it is not valid. Without `properties`, `\p` is not understood and names of
/// groups are not checked: for patterns that are known to be valid and free of properties.
rt_regexp_tree *rt_regexp_parse(rt_regexp_text pattern, uint32_t flags, const rt_regexp_properties *properties,
                                const rt_regexp_allocator *allocator, rt_regexp_error *error);

// Sets.

/// Adds a range; the set is not sorted until `rt_regexp_set_complete`.
void rt_regexp_set_add(rt_regexp_set *set, uint32_t first, uint32_t last, const rt_regexp_allocator *allocator);
/// Sorts the ranges and joins those that touch.
void rt_regexp_set_complete(rt_regexp_set *set);
/// Whether a complete set has a code point.
bool rt_regexp_set_has(const rt_regexp_set *set, uint32_t code_point);
/// The code points up to `limit` that a complete set lacks.
rt_regexp_set *rt_regexp_set_complement(const rt_regexp_set *set, uint32_t limit, const rt_regexp_allocator *allocator);

// Case.

/// ECMA-262 22.2.2.7.3 Canonicalize under the flag `i`, with the standard's representative (without a Unicode flag) or
/// any other one of the same class (with one).
uint32_t rt_regexp_canonicalize(uint32_t code_point, bool is_unicode);
/// Adds to a complete set all code points that are the same as one of its own under the flag `i`; completes it.
void rt_regexp_set_close_over_case(rt_regexp_set *set, bool is_unicode, const rt_regexp_allocator *allocator);
