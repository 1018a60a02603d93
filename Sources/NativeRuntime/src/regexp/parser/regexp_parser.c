/// Patterns: disjunctions, terms, groups and quantifiers (ECMA-262 22.2.1, Annex B.1.2).
///
/// Groups are kept in frames of their own instead of the machine's stack, so that no pattern is too deep for it.
#include "regexp_parser.h"

bool rt_regexp__fail(rt_regexp_parser *parser, const char *message) {
  if (!parser->error->message) *parser->error = (rt_regexp_error){message, parser->position};
  return false;
}

uint32_t rt_regexp__code_point(const rt_regexp_parser *parser) {
  uint32_t lead = rt_regexp__unit(parser, 0);
  if (lead < 0xD800 || lead > 0xDBFF) return lead;
  uint32_t trail = rt_regexp__unit(parser, 1);
  if (trail < 0xDC00 || trail > 0xDFFF) return lead;
  return 0x10000 + ((lead & 0x3FF) << 10) + (trail & 0x3FF);
}

uint32_t rt_regexp__character(const rt_regexp_parser *parser) {
  return parser->unicode ? rt_regexp__code_point(parser) : rt_regexp__unit(parser, 0);
}

rt_regexp_node *rt_regexp__node(rt_regexp_parser *parser, enum rt_regexp_kind kind) {
  rt_regexp_node *node = rt_regexp__allocate(parser->allocator, sizeof *node);
  node->kind = (uint8_t)kind;
  node->flags = (uint8_t)parser->modifiers;
  return node;
}

bool rt_regexp_parse_flags(rt_regexp_text text, uint32_t *flags) {
  *flags = 0;
  for (uint32_t i = 0; i < text.length; i++) {
    uint32_t flag;
    switch (text.latin1 ? text.latin1[i] : text.utf16[i]) {
    case 'd': flag = RT_REGEXP_HAS_INDICES; break;
    case 'g': flag = RT_REGEXP_GLOBAL; break;
    case 'i': flag = RT_REGEXP_IGNORE_CASE; break;
    case 'm': flag = RT_REGEXP_MULTILINE; break;
    case 's': flag = RT_REGEXP_DOT_ALL; break;
    case 'u': flag = RT_REGEXP_UNICODE; break;
    case 'v': flag = RT_REGEXP_UNICODE_SETS; break;
    case 'y': flag = RT_REGEXP_STICKY; break;
    default: return false;
    }
    if (*flags & flag) return false;
    *flags |= flag;
  }
  return (*flags & RT_REGEXP_ANY_UNICODE) != RT_REGEXP_ANY_UNICODE;
}

/// Counts the groups of the whole pattern and looks for names, on which the meaning of `\1` and `\k` depends.
static void count_groups(rt_regexp_parser *parser) {
  uint32_t depth = 0; // of classes
  uint32_t start = parser->position;
  parser->total_groups = 1;
  for (uint32_t unit; (unit = rt_regexp__unit(parser, 0)) != RT_REGEXP_NONE; parser->position++) {
    if (unit == '\\') {
      parser->position++;
    } else if (unit == '[') {
      if (depth == 0 || parser->sets) depth++;
    } else if (unit == ']') {
      if (depth > 0) depth--;
    } else if (unit == '(' && depth == 0) {
      if (rt_regexp__unit(parser, 1) != '?') {
        parser->total_groups++;
      } else if (rt_regexp__unit(parser, 2) == '<' && rt_regexp__unit(parser, 3) != '=' &&
                 rt_regexp__unit(parser, 3) != '!') {
        parser->total_groups++;
        parser->has_names = true;
      }
    }
  }
  parser->position = start;
}

// The current alternative.

static void append_term(rt_regexp_frame *frame, rt_regexp_node *term) {
  if (frame->last_term) frame->last_term->next = term;
  else frame->terms = term;
  frame->last_term = term;
}

/// Makes the pending characters from `from` on a node.
static rt_regexp_node *text_node(rt_regexp_parser *parser, uint32_t from) {
  uint32_t count = parser->text_count - from;
  uint32_t *points = rt_regexp__allocate(parser->allocator, count * sizeof *points);
  for (uint32_t i = 0; i < count; i++) points[i] = parser->text[from + i];
  rt_regexp_node *node = rt_regexp__node(parser, RT_REGEXP_TEXT);
  node->text = (rt_regexp_string){points, count};
  parser->text_count = from;
  return node;
}

static void flush_text(rt_regexp_parser *parser) {
  if (parser->text_count > 0) append_term(parser->frame, text_node(parser, 0));
}

static void append_character(rt_regexp_parser *parser, uint32_t character) {
  if (parser->text_count == parser->text_capacity) {
    uint32_t capacity = parser->text_capacity ? parser->text_capacity * 2 : 32;
    uint32_t *text = rt_regexp__allocate(parser->allocator, capacity * sizeof *text);
    for (uint32_t i = 0; i < parser->text_count; i++) text[i] = parser->text[i];
    parser->text = text;
    parser->text_capacity = capacity;
  }
  parser->text[parser->text_count++] = character;
}

/// The current alternative as one node.
static rt_regexp_node *finish_alternative(rt_regexp_parser *parser) {
  flush_text(parser);
  rt_regexp_frame *frame = parser->frame;
  rt_regexp_node *terms = frame->terms;
  frame->terms = frame->last_term = NULL;
  if (!terms) return rt_regexp__node(parser, RT_REGEXP_EMPTY);
  if (!terms->next) return terms;
  rt_regexp_node *sequence = rt_regexp__node(parser, RT_REGEXP_SEQUENCE);
  sequence->child = terms;
  return sequence;
}

static void add_alternative(rt_regexp_frame *frame, rt_regexp_node *alternative) {
  if (frame->last_alternative) frame->last_alternative->next = alternative;
  else frame->alternatives = alternative;
  frame->last_alternative = alternative;
}

/// The current group's disjunction as one node.
static rt_regexp_node *finish_disjunction(rt_regexp_parser *parser) {
  rt_regexp_frame *frame = parser->frame;
  rt_regexp_node *last = finish_alternative(parser);
  if (!frame->alternatives) return last;
  add_alternative(frame, last);
  rt_regexp_node *alternation = rt_regexp__node(parser, RT_REGEXP_ALTERNATION);
  alternation->child = frame->alternatives;
  return alternation;
}

/// Enters the next alternative of a disjunction, for the rules about groups of the same name.
static void enter_scope(rt_regexp_parser *parser, rt_regexp_scope *parent, uint32_t disjunction) {
  if (!parser->has_names) return;
  rt_regexp_scope *scope = rt_regexp__allocate(parser->allocator, sizeof *scope);
  *scope = (rt_regexp_scope){parent, disjunction, parent ? parent->depth + 1 : 0};
  parser->scope = scope;
}

/// Whether two groups can both take part in a match (22.2.1.3 MightBothParticipate).
static bool might_both_participate(const rt_regexp_scope *a, const rt_regexp_scope *b) {
  while (a != b) {
    if (a->disjunction == b->disjunction) return false;
    if (a->depth >= b->depth) a = a->parent;
    else b = b->parent;
  }
  return true;
}

static bool same_name(const rt_regexp_name *a, const rt_regexp_name *b) {
  if (a->length != b->length) return false;
  for (uint32_t i = 0; i < a->length; i++) {
    if (a->units[i] != b->units[i]) return false;
  }
  return true;
}

/// Adds the name of the group that begins. As V8 does, a doubled name is only reported if nothing else is wrong.
static void add_name(rt_regexp_parser *parser, rt_regexp_name *name) {
  name->scope = parser->scope;
  for (rt_regexp_name *other = parser->names; other && !parser->has_doubled_name; other = other->next) {
    parser->has_doubled_name = same_name(name, other) && might_both_participate(name->scope, other->scope);
  }
  if (parser->last_name) parser->last_name->next = name;
  else parser->names = name;
  parser->last_name = name;
}

/// Takes the modifiers of `(?ims-ims:` from behind the question mark.
static bool parse_modifiers(rt_regexp_parser *parser, uint32_t *modifiers) {
  uint32_t added = 0, removed = 0;
  bool has_dash = false;
  for (;; parser->position++) {
    uint32_t flag;
    switch (rt_regexp__unit(parser, 0)) {
    case 'i': flag = RT_REGEXP_IGNORE_CASE; break;
    case 'm': flag = RT_REGEXP_MULTILINE; break;
    case 's': flag = RT_REGEXP_DOT_ALL; break;
    case '-':
      if (has_dash) return rt_regexp__fail(parser, "Multiple dashes in flag group");
      has_dash = true;
      continue;
    case ':':
      parser->position++;
      if (!(added | removed)) return rt_regexp__fail(parser, "Invalid flag group");
      *modifiers = (parser->modifiers | added) & ~removed;
      return true;
    default: return rt_regexp__fail(parser, "Invalid group");
    }
    if ((added | removed) & flag) return rt_regexp__fail(parser, "Repeated flag in flag group");
    if (has_dash) removed |= flag;
    else added |= flag;
  }
}

/// Takes the beginning of a group from behind its parenthesis.
static bool open_group(rt_regexp_parser *parser) {
  flush_text(parser);
  rt_regexp_frame *frame = rt_regexp__allocate(parser->allocator, sizeof *frame);
  frame->outer = parser->frame;
  frame->kind = RT_REGEXP_GROUP;
  frame->outer_modifiers = (uint8_t)parser->modifiers;
  frame->first_group = parser->next_group;
  uint32_t modifiers = parser->modifiers;
  if (rt_regexp__take(parser, '?')) {
    frame->kind = RT_REGEXP_LOOK;
    uint32_t unit = rt_regexp__unit(parser, 0), second = rt_regexp__unit(parser, 1);
    if (unit == '=' || unit == '!') {
      parser->position++;
      frame->node_flags = unit == '!' ? RT_REGEXP_NODE_NEGATED : 0;
    } else if (unit == '<' && (second == '=' || second == '!')) {
      parser->position += 2;
      frame->node_flags = (uint8_t)(RT_REGEXP_NODE_BEHIND | (second == '!' ? RT_REGEXP_NODE_NEGATED : 0));
    } else if (unit == '<') {
      parser->position++;
      frame->kind = RT_REGEXP_GROUP;
      rt_regexp_name *name = rt_regexp__parse_name(parser);
      if (!name) return false;
      name->group = parser->next_group;
      add_name(parser, name);
    } else if (unit == ':') {
      parser->position++;
      frame->kind = RT_REGEXP_EMPTY;
    } else {
      frame->kind = RT_REGEXP_EMPTY;
      if (!parse_modifiers(parser, &modifiers)) return false;
    }
  }
  if (frame->kind == RT_REGEXP_GROUP) {
    frame->group = parser->next_group++;
    if (frame->group >= RT_REGEXP_GROUPS_MAX) return rt_regexp__fail(parser, "Too many captures");
  }
  frame->disjunction = parser->next_disjunction++;
  parser->frame = frame;
  parser->modifiers = modifiers;
  enter_scope(parser, parser->scope, frame->disjunction);
  return true;
}

/// Takes digits; large numbers stay at UINT32_MAX.
static uint32_t parse_decimal(rt_regexp_parser *parser) {
  uint64_t number = 0;
  for (uint32_t unit; rt_regexp__is_digit(unit = rt_regexp__unit(parser, 0)); parser->position++) {
    number = number * 10 + (unit - '0');
    if (number > UINT32_MAX) number = UINT32_MAX;
  }
  return (uint32_t)number;
}

/// Takes `{n}`, `{n,}` or `{n,m}`, or nothing.
static bool take_braces(rt_regexp_parser *parser, uint32_t *minimum, uint32_t *maximum) {
  uint32_t start = parser->position;
  if (rt_regexp__take(parser, '{') && rt_regexp__is_digit(rt_regexp__unit(parser, 0))) {
    *minimum = *maximum = parse_decimal(parser);
    if (rt_regexp__take(parser, ',')) {
      *maximum = rt_regexp__is_digit(rt_regexp__unit(parser, 0)) ? parse_decimal(parser) : RT_REGEXP_UNBOUNDED;
    }
    if (rt_regexp__take(parser, '}')) return true;
  }
  parser->position = start;
  return false;
}

/// Takes a quantifier, if there is one, and wraps the term in it. Without a term, the last pending character is meant.
static bool parse_quantifier(rt_regexp_parser *parser, rt_regexp_node *term, uint32_t first_group) {
  uint32_t minimum, maximum;
  switch (rt_regexp__unit(parser, 0)) {
  case '*': minimum = 0, maximum = RT_REGEXP_UNBOUNDED; break;
  case '+': minimum = 1, maximum = RT_REGEXP_UNBOUNDED; break;
  case '?': minimum = 0, maximum = 1; break;
  case '{':
    if (take_braces(parser, &minimum, &maximum)) {
      if (maximum < minimum) return rt_regexp__fail(parser, "numbers out of order in {} quantifier");
      parser->position--;
      break;
    }
    if (parser->unicode) return rt_regexp__fail(parser, "Incomplete quantifier");
    __attribute__((fallthrough));
  default:
    if (term) append_term(parser->frame, term);
    return true;
  }
  parser->position++;
  if (!term) {
    term = text_node(parser, parser->text_count - 1);
    flush_text(parser);
  }
  rt_regexp_node *node = rt_regexp__node(parser, RT_REGEXP_QUANTIFIER);
  if (rt_regexp__take(parser, '?')) node->flags |= RT_REGEXP_NODE_LAZY;
  node->minimum = minimum;
  node->maximum = maximum;
  node->first_group = first_group;
  node->last_group = parser->next_group;
  node->child = term;
  append_term(parser->frame, node);
  return true;
}

/// Takes the end of a group from behind its parenthesis, and a quantifier.
static bool close_group(rt_regexp_parser *parser) {
  rt_regexp_frame *frame = parser->frame;
  if (!frame->outer) return rt_regexp__fail(parser, "Unmatched ')'");
  rt_regexp_node *body = finish_disjunction(parser);
  if (parser->has_names) parser->scope = parser->scope->parent;
  parser->frame = frame->outer;
  parser->modifiers = frame->outer_modifiers;
  // Readers of the tree recurse; groups that leave no node behind cost them nothing.
  uint32_t unit = rt_regexp__unit(parser, 0);
  bool may_repeat = unit == '*' || unit == '+' || unit == '?' || unit == '{';
  bool is_composite = body->kind == RT_REGEXP_SEQUENCE || body->kind == RT_REGEXP_ALTERNATION;
  uint32_t height = frame->height + is_composite + (frame->kind != RT_REGEXP_EMPTY) + may_repeat;
  if (height > RT_REGEXP_HEIGHT_MAX) return rt_regexp__fail(parser, "Regular expression too large");
  if (height > parser->frame->height) parser->frame->height = height;
  rt_regexp_node *node = body;
  if (frame->kind == RT_REGEXP_GROUP) {
    node = rt_regexp__node(parser, RT_REGEXP_GROUP);
    node->group = frame->group;
    node->child = body;
  } else if (frame->kind == RT_REGEXP_LOOK) {
    node = rt_regexp__node(parser, RT_REGEXP_LOOK);
    node->flags |= frame->node_flags;
    node->first_group = frame->first_group;
    node->last_group = parser->next_group;
    node->child = body;
    // Annex B.1.2: without a Unicode flag, lookaheads can be quantified.
    if (parser->unicode || (frame->node_flags & RT_REGEXP_NODE_BEHIND)) {
      append_term(parser->frame, node);
      uint32_t minimum, maximum;
      bool is_quantified = unit == '*' || unit == '+' || unit == '?' || take_braces(parser, &minimum, &maximum);
      return is_quantified ? rt_regexp__fail(parser, "Invalid quantifier") : true;
    }
  }
  return parse_quantifier(parser, node, frame->first_group);
}

/// Takes what is behind a backslash.
static bool parse_escape(rt_regexp_parser *parser) {
  uint32_t unit = rt_regexp__unit(parser, 0);
  if (unit == RT_REGEXP_NONE) return rt_regexp__fail(parser, "\\ at end of pattern");
  if (unit == 'b' || unit == 'B') {
    parser->position++;
    flush_text(parser);
    rt_regexp_node *node = rt_regexp__node(parser, RT_REGEXP_BOUNDARY);
    if (unit == 'B') node->flags |= RT_REGEXP_NODE_NEGATED;
    append_term(parser->frame, node);
    return true;
  }
  if (rt_regexp__is_class_escape(parser, unit)) {
    flush_text(parser);
    rt_regexp_class class = {0};
    if (!rt_regexp__parse_class_escape(parser, false, &class)) return false;
    return parse_quantifier(parser, rt_regexp__class_node(parser, &class, false), parser->next_group);
  }
  if (unit >= '1' && unit <= '9') {
    uint32_t start = parser->position;
    uint32_t group = parse_decimal(parser);
    if (group < parser->total_groups) {
      flush_text(parser);
      rt_regexp_node *node = rt_regexp__node(parser, RT_REGEXP_REFERENCE);
      node->groups = rt_regexp__allocate(parser->allocator, sizeof *node->groups);
      node->groups[0] = group;
      node->reference_count = 1;
      return parse_quantifier(parser, node, parser->next_group);
    }
    parser->position = start;
    if (parser->unicode) return rt_regexp__fail(parser, "Invalid escape");
  }
  if (unit == 'k' && (parser->unicode || parser->has_names)) {
    parser->position++;
    if (!rt_regexp__take(parser, '<')) return rt_regexp__fail(parser, "Invalid named reference");
    rt_regexp_name *name = rt_regexp__parse_name(parser);
    if (!name) return false;
    flush_text(parser);
    rt_regexp_node *node = rt_regexp__node(parser, RT_REGEXP_REFERENCE);
    node->name = name;
    node->child = parser->references;
    parser->references = node;
    return parse_quantifier(parser, node, parser->next_group);
  }
  uint32_t character;
  if (!rt_regexp__parse_character_escape(parser, false, &character)) return false;
  append_character(parser, character);
  return parse_quantifier(parser, NULL, parser->next_group);
}

/// An assertion without a body.
static void append_assertion(rt_regexp_parser *parser, enum rt_regexp_kind kind) {
  flush_text(parser);
  append_term(parser->frame, rt_regexp__node(parser, kind));
}

/// Takes one term, or a parenthesis or bar.
static bool parse_term(rt_regexp_parser *parser) {
  uint32_t character = rt_regexp__character(parser);
  uint32_t start = parser->position;
  parser->position += rt_regexp__units(character);
  switch (character) {
  case '|': {
    rt_regexp_node *alternative = finish_alternative(parser);
    add_alternative(parser->frame, alternative);
    if (parser->has_names) enter_scope(parser, parser->scope->parent, parser->frame->disjunction);
    return true;
  }
  case '(': return open_group(parser);
  case ')': return close_group(parser);
  case '^': return append_assertion(parser, RT_REGEXP_START), true;
  case '$': return append_assertion(parser, RT_REGEXP_END), true;
  case '\\': return parse_escape(parser);
  case '.': {
    flush_text(parser);
    return parse_quantifier(parser, rt_regexp__node(parser, RT_REGEXP_ANY), parser->next_group);
  }
  case '[': {
    flush_text(parser);
    rt_regexp_node *node = rt_regexp__parse_class(parser);
    return node && parse_quantifier(parser, node, parser->next_group);
  }
  case '*':
  case '+':
  case '?': return rt_regexp__fail(parser, "Nothing to repeat");
  case '{': {
    uint32_t minimum, maximum;
    parser->position = start;
    if (take_braces(parser, &minimum, &maximum)) return rt_regexp__fail(parser, "Nothing to repeat");
    parser->position = start + 1;
    if (parser->unicode) return rt_regexp__fail(parser, "Lone quantifier brackets");
    break;
  }
  case '}':
  case ']':
    if (parser->unicode) return rt_regexp__fail(parser, "Lone quantifier brackets");
    break;
  default: break;
  }
  append_character(parser, character);
  return parse_quantifier(parser, NULL, parser->next_group);
}

/// Finds the groups that named references mean.
static bool resolve_references(rt_regexp_parser *parser) {
  for (rt_regexp_node *node = parser->references, *next; node; node = next) {
    next = node->child;
    node->child = NULL;
    uint32_t count = 0;
    for (rt_regexp_name *name = parser->names; name; name = name->next) count += same_name(name, node->name);
    if (count == 0) return rt_regexp__fail(parser, "Invalid named capture referenced");
    node->groups = rt_regexp__allocate(parser->allocator, count * sizeof *node->groups);
    for (rt_regexp_name *name = parser->names; name; name = name->next) {
      if (same_name(name, node->name)) node->groups[node->reference_count++] = name->group;
    }
  }
  return true;
}

rt_regexp_tree *rt_regexp_parse(rt_regexp_text pattern, uint32_t flags, const rt_regexp_properties *properties,
                                const rt_regexp_allocator *allocator, rt_regexp_error *error) {
  *error = (rt_regexp_error){0};
  rt_regexp_frame root = {.kind = RT_REGEXP_EMPTY};
  rt_regexp_parser parser = {
      .pattern = pattern,
      .flags = flags,
      .modifiers = flags & RT_REGEXP_MODIFIERS,
      .unicode = flags & RT_REGEXP_ANY_UNICODE,
      .sets = flags & RT_REGEXP_UNICODE_SETS,
      .next_group = 1,
      .next_disjunction = 1,
      .frame = &root,
      .properties = properties,
      .allocator = allocator,
      .error = error,
  };
  count_groups(&parser);
  enter_scope(&parser, NULL, 0);
  while (parser.position < pattern.length) {
    if (!parse_term(&parser)) return NULL;
  }
  if (parser.frame != &root) return rt_regexp__fail(&parser, "Unterminated group"), NULL;
  rt_regexp_node *node = finish_disjunction(&parser);
  if (parser.has_doubled_name) return rt_regexp__fail(&parser, "Duplicate capture group name"), NULL;
  if (!resolve_references(&parser)) return NULL;
  rt_regexp_tree *tree = rt_regexp__allocate(allocator, sizeof *tree);
  *tree = (rt_regexp_tree){node, flags, parser.next_group, parser.names};
  return tree;
}
