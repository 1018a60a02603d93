/// Character classes without the flag `v` (ECMA-262 22.2.1 CharacterClass, Annex B.1.2).
#include "regexp_parser.h"

rt_regexp_node *rt_regexp__class_node(rt_regexp_parser *parser, rt_regexp_class *class, bool is_negated) {
  rt_regexp_node *node = rt_regexp__node(parser, RT_REGEXP_CLASS);
  if (is_negated) node->flags |= RT_REGEXP_NODE_NEGATED;
  rt_regexp_set_complete(&class->set);
  node->set = rt_regexp__allocate(parser->allocator, sizeof *node->set);
  *node->set = class->set;
  node->strings = class->strings;
  node->string_count = class->string_count;
  return node;
}

/// One atom of a class: a character, or a class escape, which is added at once.
static bool parse_atom(rt_regexp_parser *parser, rt_regexp_class *class, bool *is_class, uint32_t *character) {
  *is_class = false;
  *character = rt_regexp__character(parser);
  if (*character == RT_REGEXP_NONE) return rt_regexp__fail(parser, "Unterminated character class");
  parser->position += rt_regexp__units(*character);
  if (*character != '\\') return true;
  if (rt_regexp__is_class_escape(parser, rt_regexp__unit(parser, 0))) {
    *is_class = true;
    return rt_regexp__parse_class_escape(parser, true, class);
  }
  return rt_regexp__parse_character_escape(parser, true, character);
}

static void add_character(rt_regexp_parser *parser, rt_regexp_class *class, uint32_t character) {
  rt_regexp_set_add(&class->set, character, character, parser->allocator);
}

rt_regexp_node *rt_regexp__parse_class(rt_regexp_parser *parser) {
  rt_regexp_class class = {0};
  if (parser->sets) {
    if (!rt_regexp__parse_class_contents(parser, &class, 0)) return NULL;
    return rt_regexp__class_node(parser, &class, false);
  }
  bool is_negated = rt_regexp__take(parser, '^');
  while (!rt_regexp__take(parser, ']')) {
    bool is_class, is_last_class;
    uint32_t first, last;
    if (!parse_atom(parser, &class, &is_class, &first)) return NULL;
    if (!rt_regexp__take(parser, '-')) {
      if (!is_class) add_character(parser, &class, first);
      continue;
    }
    if (rt_regexp__unit(parser, 0) == ']') {
      if (!is_class) add_character(parser, &class, first);
      add_character(parser, &class, '-');
      continue;
    }
    if (!parse_atom(parser, &class, &is_last_class, &last)) return NULL;
    if (is_class || is_last_class) {
      if (parser->unicode) return rt_regexp__fail(parser, "Invalid character class"), NULL;
      // Annex B.1.2: the hyphen stands for itself.
      if (!is_class) add_character(parser, &class, first);
      add_character(parser, &class, '-');
      if (!is_last_class) add_character(parser, &class, last);
      continue;
    }
    if (first > last) return rt_regexp__fail(parser, "Range out of order in character class"), NULL;
    rt_regexp_set_add(&class.set, first, last, parser->allocator);
  }
  return rt_regexp__class_node(parser, &class, is_negated);
}
