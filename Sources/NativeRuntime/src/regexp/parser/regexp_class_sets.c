/// Character classes of the flag `v` (ECMA-262 22.2.1 ClassSetExpression): nested, with operations and strings.
#include "regexp_parser.h"

/// What was parsed last, as it decides whether a range or an operation may follow.
enum operand { OPERAND_NONE, OPERAND_CHARACTER, OPERAND_CLASS };

static bool folds(const rt_regexp_parser *parser) { return parser->modifiers & RT_REGEXP_IGNORE_CASE; }

static void add_string(rt_regexp_parser *parser, rt_regexp_class *class, rt_regexp_string string) {
  if (class->string_count == class->string_capacity) {
    uint32_t capacity = class->string_capacity ? class->string_capacity * 2 : 8;
    rt_regexp_string *strings = rt_regexp__allocate(parser->allocator, capacity * sizeof *strings);
    for (uint32_t i = 0; i < class->string_count; i++) strings[i] = class->strings[i];
    class->strings = strings;
    class->string_capacity = capacity;
  }
  class->strings[class->string_count++] = string;
}

static bool same_string(const rt_regexp_parser *parser, rt_regexp_string a, rt_regexp_string b) {
  if (a.length != b.length) return false;
  for (uint32_t i = 0; i < a.length; i++) {
    if (a.points[i] == b.points[i]) continue;
    if (!folds(parser) || rt_regexp_canonicalize(a.points[i], true) != rt_regexp_canonicalize(b.points[i], true)) {
      return false;
    }
  }
  return true;
}

static bool has_string(const rt_regexp_parser *parser, const rt_regexp_class *class, rt_regexp_string string) {
  for (uint32_t i = 0; i < class->string_count; i++) {
    if (same_string(parser, class->strings[i], string)) return true;
  }
  return false;
}

/// The union: adds the second class to the first.
static void unite(rt_regexp_parser *parser, rt_regexp_class *class, const rt_regexp_class *other) {
  rt_regexp__set_add_all(&class->set, &other->set, parser->allocator);
  class->may_contain_strings |= other->may_contain_strings;
  bool was_empty = class->string_count == 0;
  for (uint32_t i = 0; i < other->string_count; i++) {
    if (was_empty || !has_string(parser, class, other->strings[i])) add_string(parser, class, other->strings[i]);
  }
}

/// Keeps those strings of a class whose membership in another is as wanted.
static void filter_strings(rt_regexp_parser *parser, rt_regexp_class *class, const rt_regexp_class *other, bool wanted) {
  rt_regexp_class kept = {0};
  for (uint32_t i = 0; i < class->string_count; i++) {
    if (has_string(parser, other, class->strings[i]) == wanted) add_string(parser, &kept, class->strings[i]);
  }
  class->strings = kept.strings;
  class->string_count = kept.string_count;
  class->string_capacity = kept.string_capacity;
}

static void intersect(rt_regexp_parser *parser, rt_regexp_class *class, rt_regexp_class *other) {
  rt_regexp_set_complete(&class->set);
  rt_regexp_set_complete(&other->set);
  class->set = rt_regexp__set_intersection(&class->set, &other->set, parser->allocator);
  class->may_contain_strings &= other->may_contain_strings;
  filter_strings(parser, class, other, true);
}

static void subtract(rt_regexp_parser *parser, rt_regexp_class *class, rt_regexp_class *other) {
  rt_regexp_set_complete(&class->set);
  rt_regexp_set_complete(&other->set);
  rt_regexp_set *rest = rt_regexp_set_complement(&other->set, 0x10FFFF, parser->allocator);
  class->set = rt_regexp__set_intersection(&class->set, rest, parser->allocator);
  filter_strings(parser, class, other, false);
}

/// Adds characters from `first` to `last`, or with the flag `i` their representatives.
static void add_range(rt_regexp_parser *parser, rt_regexp_class *class, uint32_t first, uint32_t last) {
  if (!folds(parser)) {
    rt_regexp_set_add(&class->set, first, last, parser->allocator);
  } else if (first == last) {
    uint32_t representative = rt_regexp_canonicalize(first, true);
    rt_regexp_set_add(&class->set, representative, representative, parser->allocator);
  } else {
    rt_regexp_set set = {0};
    rt_regexp_set_add(&set, first, last, parser->allocator);
    rt_regexp__set_fold(&set, parser->allocator);
    rt_regexp__set_add_all(&class->set, &set, parser->allocator);
  }
}

/// ClassSetReservedDoublePunctuator at the position.
static bool is_double_punctuator(const rt_regexp_parser *parser) {
  uint32_t unit = rt_regexp__unit(parser, 0);
  if (unit != rt_regexp__unit(parser, 1)) return false;
  switch (unit) {
  case '&': case '!': case '#': case '$': case '%': case '*': case '+': case ',': case '.': case ':': case ';':
  case '<': case '=': case '>': case '?': case '@': case '^': case '`': case '~': return true;
  default: return false;
  }
}

/// ClassSetSyntaxCharacter.
static bool is_class_syntax(uint32_t unit) {
  switch (unit) {
  case '(': case ')': case '[': case ']': case '{': case '}': case '/': case '-': case '\\': case '|': return true;
  default: return false;
  }
}

/// ClassSetCharacter.
static bool parse_character(rt_regexp_parser *parser, uint32_t *character) {
  *character = rt_regexp__code_point(parser);
  if (*character == RT_REGEXP_NONE) return rt_regexp__fail(parser, "Unterminated character class");
  if (*character == '\\') {
    parser->position++;
    return rt_regexp__parse_character_escape(parser, true, character);
  }
  if (is_class_syntax(*character)) return rt_regexp__fail(parser, "Invalid character in character class");
  if (is_double_punctuator(parser)) return rt_regexp__fail(parser, "Invalid set operation in character class");
  parser->position += rt_regexp__units(*character);
  return true;
}

/// ClassStringDisjunction, from behind `\q`.
static bool parse_strings(rt_regexp_parser *parser, rt_regexp_class *class) {
  if (!rt_regexp__take(parser, '{')) return rt_regexp__fail(parser, "Invalid escape");
  for (bool is_last = false; !is_last;) {
    uint32_t *points = NULL, length = 0, capacity = 0;
    while (rt_regexp__unit(parser, 0) != '|' && rt_regexp__unit(parser, 0) != '}') {
      uint32_t character;
      if (rt_regexp__unit(parser, 0) == RT_REGEXP_NONE) return rt_regexp__fail(parser, "Invalid character class");
      if (!parse_character(parser, &character)) return false;
      if (length == capacity) {
        capacity = capacity ? capacity * 2 : 8;
        uint32_t *grown = rt_regexp__allocate(parser->allocator, capacity * sizeof *grown);
        for (uint32_t i = 0; i < length; i++) grown[i] = points[i];
        points = grown;
      }
      points[length++] = character;
    }
    is_last = rt_regexp__unit(parser, 0) == '}';
    parser->position++;
    rt_regexp_string string = {points, length};
    if (length == 1) add_range(parser, class, points[0], points[0]);
    else if (!has_string(parser, class, string)) add_string(parser, class, string);
    class->may_contain_strings |= length != 1;
  }
  return true;
}

/// One operand: a nested class, an escape, strings, or a character, which is not added yet.
static bool parse_operand(rt_regexp_parser *parser, rt_regexp_class *class, uint32_t depth, enum operand *operand,
                          uint32_t *character) {
  *operand = OPERAND_CLASS;
  if (rt_regexp__take(parser, '[')) return rt_regexp__parse_class_contents(parser, class, depth + 1);
  if (rt_regexp__unit(parser, 0) == '\\') {
    uint32_t letter = rt_regexp__unit(parser, 1);
    if (rt_regexp__is_class_escape(parser, letter)) {
      parser->position++;
      return rt_regexp__parse_class_escape(parser, true, class);
    }
    if (letter == 'q') {
      parser->position += 2;
      return parse_strings(parser, class);
    }
  }
  *operand = OPERAND_CHARACTER;
  return parse_character(parser, character);
}

/// One operand as a class, for `&&` and `--`.
static bool parse_class_operand(rt_regexp_parser *parser, rt_regexp_class *class, uint32_t depth) {
  enum operand operand;
  uint32_t character;
  *class = (rt_regexp_class){0};
  if (!parse_operand(parser, class, depth, &operand, &character)) return false;
  if (operand == OPERAND_CHARACTER) add_range(parser, class, character, character);
  return true;
}

static bool at_pair(const rt_regexp_parser *parser, uint32_t unit) {
  return rt_regexp__unit(parser, 0) == unit && rt_regexp__unit(parser, 1) == unit;
}

/// ClassIntersection or ClassSubtraction behind the first operand.
static bool parse_operation(rt_regexp_parser *parser, rt_regexp_class *class, uint32_t operation, uint32_t depth) {
  while (!rt_regexp__take(parser, ']')) {
    if (rt_regexp__unit(parser, 0) == RT_REGEXP_NONE) {
      return rt_regexp__fail(parser, "Unterminated character class");
    }
    if (!at_pair(parser, operation)) return rt_regexp__fail(parser, "Invalid set operation in character class");
    parser->position += 2;
    if (operation == '&' && rt_regexp__unit(parser, 0) == '&') {
      return rt_regexp__fail(parser, "Invalid character in character class");
    }
    rt_regexp_class other;
    if (!parse_class_operand(parser, &other, depth)) return false;
    if (operation == '&') intersect(parser, class, &other);
    else subtract(parser, class, &other);
  }
  return true;
}

/// ClassUnion, and what decides that it is none.
static bool parse_union(rt_regexp_parser *parser, rt_regexp_class *class, uint32_t depth) {
  for (bool is_first = true; !rt_regexp__take(parser, ']'); is_first = false) {
    enum operand operand;
    uint32_t character;
    rt_regexp_class item = {0};
    if (rt_regexp__unit(parser, 0) == RT_REGEXP_NONE) return rt_regexp__fail(parser, "Unterminated character class");
    if (!is_first && (at_pair(parser, '-') || at_pair(parser, '&'))) {
      return rt_regexp__fail(parser, "Invalid set operation in character class");
    }
    if (!parse_operand(parser, &item, depth, &operand, &character)) return false;
    bool is_operation = at_pair(parser, '-') || at_pair(parser, '&');
    if (!is_operation && rt_regexp__take(parser, '-')) {
      if (operand != OPERAND_CHARACTER) return rt_regexp__fail(parser, "Invalid character class");
      uint32_t last;
      rt_regexp_class ignored = {0};
      if (!parse_operand(parser, &ignored, depth, &operand, &last)) return false;
      if (operand != OPERAND_CHARACTER) return rt_regexp__fail(parser, "Invalid character class");
      if (character > last) return rt_regexp__fail(parser, "Range out of order in character class");
      add_range(parser, class, character, last);
      continue;
    }
    if (operand == OPERAND_CHARACTER) add_range(parser, &item, character, character);
    if (is_first) *class = item;
    else unite(parser, class, &item);
    if (is_operation && is_first) return parse_operation(parser, class, rt_regexp__unit(parser, 0), depth);
  }
  return true;
}

/// Puts the longest strings first, as they are tried in this order; equal lengths stay in order.
static bool sort_strings(rt_regexp_parser *parser, rt_regexp_class *class) {
  uint32_t longest = 0;
  for (uint32_t i = 0; i < class->string_count; i++) {
    if (class->strings[i].length > longest) longest = class->strings[i].length;
  }
  rt_regexp_class sorted = {0};
  for (uint32_t left = class->string_count, length = longest; left > 0; length--) {
    for (uint32_t i = 0; i < class->string_count; i++) {
      if (class->strings[i].length != length) continue;
      add_string(parser, &sorted, class->strings[i]);
      left--;
    }
    if (length == 0) break;
  }
  class->strings = sorted.strings;
  class->string_capacity = sorted.string_capacity;
  return true;
}

bool rt_regexp__parse_class_contents(rt_regexp_parser *parser, rt_regexp_class *result, uint32_t depth) {
  if (depth > RT_REGEXP_CLASS_DEPTH_MAX) return rt_regexp__fail(parser, "Regular expression too large");
  bool is_negated = rt_regexp__take(parser, '^');
  rt_regexp_class class = {0};
  if (!parse_union(parser, &class, depth)) return false;
  rt_regexp_set_complete(&class.set);
  if (is_negated) {
    if (class.may_contain_strings) return rt_regexp__fail(parser, "Negated character class may contain strings");
    class.set = rt_regexp__complement(parser, &class.set);
  }
  if (depth == 0) sort_strings(parser, &class);
  *result = class;
  return true;
}
