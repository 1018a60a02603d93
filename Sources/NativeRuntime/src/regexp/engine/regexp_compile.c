/// From the tree of a regular expression to a program.
#include "regexp_compiler.h"

/// Programs are refused beyond so many words.
enum { CODE_MAX = 1 << 24 };

static void emit(rt_regexp_compiler *compiler, rt_regexp_node *node, const rt_regexp_first *follow, bool back);

static void word(rt_regexp_compiler *compiler, uint32_t value) {
  if (compiler->length == compiler->capacity) {
    if (compiler->capacity >= CODE_MAX) {
      compiler->failed = true;
      compiler->length = 0;
    } else {
      uint32_t capacity = compiler->capacity ? compiler->capacity * 2 : 64;
      uint32_t *code = compiler->allocator->allocate(compiler->allocator->context, capacity * sizeof *code);
      for (uint32_t i = 0; i < compiler->length; i++) code[i] = compiler->code[i];
      compiler->code = code;
      compiler->capacity = capacity;
    }
  }
  compiler->code[compiler->length++] = value;
}

static void op(rt_regexp_compiler *compiler, enum rt_regexp_opcode opcode, uint32_t argument) {
  word(compiler, (uint32_t)opcode | argument << 8);
}

/// A word to be filled by `land`.
static uint32_t hole(rt_regexp_compiler *compiler) {
  word(compiler, 0);
  return compiler->length - 1;
}

/// Lets a hole refer to this place.
static void land(rt_regexp_compiler *compiler, uint32_t hole) {
  if (!compiler->failed) compiler->code[hole] = compiler->length;
}

/// Adds a class to those of the program; its place among them.
static uint32_t class_data(rt_regexp_compiler *compiler, const uint32_t *bits, const rt_regexp_set *set) {
  uint32_t ranges = 0;
  for (uint32_t i = 0; i < set->count; i++) ranges += set->ranges[i].last > 0xFF;
  uint32_t start = compiler->class_length, length = 9 + 2 * ranges;
  if (start + length > compiler->class_capacity) {
    uint32_t capacity = compiler->class_capacity * 2 > start + length ? compiler->class_capacity * 2 : start + length;
    uint32_t *classes = compiler->allocator->allocate(compiler->allocator->context, capacity * sizeof *classes);
    for (uint32_t i = 0; i < start; i++) classes[i] = compiler->classes[i];
    compiler->classes = classes;
    compiler->class_capacity = capacity;
    if (capacity > CODE_MAX) compiler->failed = true;
  }
  uint32_t *class = compiler->classes + start;
  for (int i = 0; i < 8; i++) *class++ = bits[i];
  *class++ = ranges;
  for (uint32_t i = 0; i < set->count; i++) {
    if (set->ranges[i].last <= 0xFF) continue;
    *class++ = set->ranges[i].first > 0xFF ? set->ranges[i].first : 0x100;
    *class++ = set->ranges[i].last;
  }
  compiler->class_length += length;
  return start;
}

static uint32_t class_of_set(rt_regexp_compiler *compiler, const rt_regexp_set *set) {
  rt_regexp_first first = {0};
  rt_regexp__first_add_set(&first, set);
  return class_data(compiler, first.bits, set);
}

static uint32_t class_of_first(rt_regexp_compiler *compiler, const rt_regexp_first *first) {
  rt_regexp_range wide = {0x100, 0x10FFFF};
  return class_data(compiler, first->bits, &(rt_regexp_set){&wide, first->is_wide, 1});
}

/// Whether every member of a set is one unit that is no half of a pair, so that units can be compared.
static bool is_of_units(const rt_regexp_compiler *compiler, const rt_regexp_set *set) {
  if (!compiler->points) return true;
  for (uint32_t i = 0; i < set->count; i++) {
    if (set->ranges[i].last >= 0xD800 && set->ranges[i].first < 0xE000) return false;
    if (set->ranges[i].last > 0xFFFF) return false;
  }
  return true;
}

/// One character of a set.
static void emit_set(rt_regexp_compiler *compiler, const rt_regexp_set *set, bool back) {
  bool units = is_of_units(compiler, set);
  if (units && !back && set->count == 1 && set->ranges[0].first == set->ranges[0].last) {
    op(compiler, OP_CHARACTER, set->ranges[0].first);
    return;
  }
  if (units && !back && set->count == 2 && set->ranges[0].first == set->ranges[0].last &&
      set->ranges[1].first == set->ranges[1].last) {
    op(compiler, OP_EITHER, set->ranges[0].first);
    word(compiler, set->ranges[1].first);
    return;
  }
  uint32_t class = class_of_set(compiler, set);
  if (units) op(compiler, back ? OP_CLASS_BACK : OP_CLASS, 0);
  else op(compiler, back ? OP_CLASS_POINT_BACK : OP_CLASS_POINT, 0);
  word(compiler, class);
}

/// Whether a character can stand in an OP_STRING.
static bool is_plain(rt_regexp_compiler *compiler, uint32_t character, uint32_t modifiers) {
  if (compiler->points && character >= 0xD800 && character < 0xE000) return false;
  if (!(modifiers & RT_REGEXP_IGNORE_CASE)) return true;
  if (character < 0x80) return (character | 32) < 'a' || (character | 32) > 'z';
  rt_regexp_set set = rt_regexp__character_set(compiler, character, modifiers);
  return set.count == 1 && set.ranges[0].first == set.ranges[0].last;
}

static void emit_string(rt_regexp_compiler *compiler, const uint16_t *units, uint32_t count) {
  if (count == 1) {
    op(compiler, OP_CHARACTER, units[0]);
    return;
  }
  op(compiler, OP_STRING, count);
  for (uint32_t i = 0; i < count; i += 2) word(compiler, units[i] | (i + 1 < count ? (uint32_t)units[i + 1] << 16 : 0));
}

static void emit_text(rt_regexp_compiler *compiler, rt_regexp_string text, uint32_t modifiers, bool back) {
  enum { RUN_MAX = 64 };
  uint16_t run[RUN_MAX + 2];
  uint32_t count = 0;
  for (uint32_t i = 0; i < text.length; i++) {
    uint32_t c = text.points[back ? text.length - 1 - i : i];
    if (!back && is_plain(compiler, c, modifiers)) {
      if (c > 0xFFFF) {
        run[count++] = (uint16_t)(0xD800 + ((c - 0x10000) >> 10));
        run[count++] = (uint16_t)(0xDC00 + (c & 0x3FF));
      } else {
        run[count++] = (uint16_t)c;
      }
      if (count < RUN_MAX) continue;
      emit_string(compiler, run, count);
      count = 0;
      continue;
    }
    if (count > 0) emit_string(compiler, run, count);
    count = 0;
    rt_regexp_set set = rt_regexp__character_set(compiler, c, modifiers);
    emit_set(compiler, &set, back);
  }
  if (count > 0) emit_string(compiler, run, count);
}

/// A class that contains strings: an alternative for each, the characters where length 1 has its place.
static void emit_class_strings(rt_regexp_compiler *compiler, rt_regexp_node *node, bool back) {
  rt_regexp_node single = *node;
  single.string_count = 0;
  const rt_regexp_set *set = rt_regexp__single_set(compiler, &single);
  uint32_t count = node->string_count + 1;
  uint32_t *ends = compiler->allocator->allocate(compiler->allocator->context, count * sizeof *ends);
  bool did_set = false;
  for (uint32_t i = 0, k = 0; i < count; i++) {
    uint32_t choice = 0;
    if (i + 1 < count) {
      op(compiler, OP_SPLIT, 0);
      choice = hole(compiler);
    }
    if (!did_set && (k == node->string_count || node->strings[k].length < 1)) {
      did_set = true;
      emit_set(compiler, set, back);
    } else {
      emit_text(compiler, node->strings[k++], node->flags, back);
    }
    if (i + 1 < count) {
      op(compiler, OP_JUMP, 0);
      ends[i] = hole(compiler);
      land(compiler, choice);
    }
  }
  for (uint32_t i = 0; i + 1 < count; i++) land(compiler, ends[i]);
}

/// What can come behind a child: its next siblings as far as one must look, then what comes behind the parent.
static const rt_regexp_first *follow_of(rt_regexp_compiler *compiler, rt_regexp_node *child,
                                        const rt_regexp_first *follow, rt_regexp_first *room) {
  enum { SIBLINGS_MAX = 8 };
  *room = (rt_regexp_first){.is_nullable = true, .is_certain = true};
  int count = 0;
  for (rt_regexp_node *next = child->next; next; next = next->next) {
    if (++count > SIBLINGS_MAX) return NULL;
    const rt_regexp_first *first = rt_regexp__first(compiler, next);
    if (room->is_nullable) rt_regexp__first_follow(room, first);
    else return room->is_certain = false, room;
  }
  if (room->is_nullable) {
    if (!follow) return NULL;
    rt_regexp__first_follow(room, follow);
  } else {
    room->is_certain = false;
  }
  return room;
}

static void emit_sequence(rt_regexp_compiler *compiler, rt_regexp_node *node, const rt_regexp_first *follow, bool back) {
  if (!back) {
    for (rt_regexp_node *child = node->child; child; child = child->next) {
      rt_regexp_first room;
      const rt_regexp_first *behind = follow_of(compiler, child, follow, &room);
      emit(compiler, child, behind, false);
    }
    return;
  }
  uint32_t count = 0;
  for (rt_regexp_node *child = node->child; child; child = child->next) count++;
  rt_regexp_node **children = compiler->allocator->allocate(compiler->allocator->context, count * sizeof *children);
  for (rt_regexp_node *child = node->child; child; child = child->next) children[--count] = child;
  for (rt_regexp_node *child = node->child; child; child = child->next) emit(compiler, children[count++], NULL, true);
}

/// Whether something can be told to fail from the next unit alone.
static bool can_peek(const rt_regexp_first *first) { return !first->is_nullable && !first->at_end; }

/// Whether continuing elsewhere is of no use once the next unit is in `taken`.
static bool excludes(const rt_regexp_first *taken, const rt_regexp_first *other) {
  return other && !other->is_nullable && rt_regexp__first_disjoint(taken, other);
}

static void emit_alternation(rt_regexp_compiler *compiler, rt_regexp_node *node, const rt_regexp_first *follow,
                             bool back) {
  uint32_t count = 0;
  for (rt_regexp_node *child = node->child; child; child = child->next) count++;
  const rt_regexp_allocator *allocator = compiler->allocator;
  uint32_t *ends = allocator->allocate(allocator->context, count * sizeof *ends);
  // What the alternatives behind each one can begin with.
  rt_regexp_first *rests = allocator->allocate(allocator->context, count * sizeof *rests);
  rt_regexp_node **children = allocator->allocate(allocator->context, count * sizeof *children);
  uint32_t i = 0;
  for (rt_regexp_node *child = node->child; child; child = child->next) children[i++] = child;
  rests[count - 1] = (rt_regexp_first){0};
  for (i = count - 1; i > 0; i--) {
    rests[i - 1] = rests[i];
    const rt_regexp_first *first = rt_regexp__first(compiler, children[i]);
    bool was_nullable = rests[i].is_nullable;
    rt_regexp__first_follow(&rests[i - 1], first);
    rests[i - 1].is_nullable = was_nullable | first->is_nullable;
  }
  for (i = 0; i < count; i++) {
    bool is_last = i + 1 == count;
    const rt_regexp_first *first = rt_regexp__first(compiler, children[i]);
    uint32_t peek = 0, choice = 0;
    bool peeks = !is_last && !back && can_peek(first);
    bool splits = !is_last && !(peeks && excludes(first, &rests[i]));
    if (peeks) {
      uint32_t class = class_of_first(compiler, first);
      op(compiler, OP_PEEK, 0);
      word(compiler, class);
      peek = hole(compiler);
    }
    if (splits) {
      op(compiler, OP_SPLIT, 0);
      choice = hole(compiler);
    }
    emit(compiler, children[i], follow, back);
    if (!is_last) {
      op(compiler, OP_JUMP, 0);
      ends[i] = hole(compiler);
    }
    if (peeks) land(compiler, peek);
    if (splits) land(compiler, choice);
  }
  for (i = 0; i + 1 < count; i++) land(compiler, ends[i]);
}

/// A repeated single character.
static void emit_repeat(rt_regexp_compiler *compiler, rt_regexp_node *node, const rt_regexp_set *set,
                        const rt_regexp_first *follow) {
  bool units = is_of_units(compiler, set);
  rt_regexp_first first = {0};
  rt_regexp__first_add_set(&first, set);
  uint32_t class = class_data(compiler, first.bits, set);
  bool is_lazy = node->flags & RT_REGEXP_NODE_LAZY;
  bool only = node->minimum == node->maximum ||
              (follow && (excludes(&first, follow) || (!is_lazy && follow->is_certain)));
  enum rt_regexp_opcode opcode = only      ? units ? OP_REPEAT_ONLY : OP_REPEAT_ONLY_POINT
                                 : is_lazy ? units ? OP_REPEAT_LAZY : OP_REPEAT_LAZY_POINT
                                 : units   ? OP_REPEAT
                                           : OP_REPEAT_POINT;
  op(compiler, opcode, 0);
  word(compiler, class);
  word(compiler, node->minimum);
  word(compiler, node->maximum);
}

static void emit_clear(rt_regexp_compiler *compiler, rt_regexp_node *node) {
  if (node->first_group == node->last_group) return;
  op(compiler, OP_CLEAR, 2 * node->first_group);
  word(compiler, 2 * node->last_group);
}

/// A quantifier with counting, or whose body may be empty in the first of several iterations.
static void emit_counted(rt_regexp_compiler *compiler, rt_regexp_node *node, bool is_nullable, bool back) {
  uint32_t counter = compiler->registers++;
  op(compiler, OP_ZERO, counter);
  uint32_t loop = compiler->length;
  op(compiler, node->flags & RT_REGEXP_NODE_LAZY ? OP_LOOP_LAZY : OP_LOOP, counter);
  word(compiler, node->minimum);
  word(compiler, node->maximum);
  uint32_t exit = hole(compiler);
  uint32_t saved = 0;
  if (is_nullable) {
    saved = compiler->registers++;
    op(compiler, OP_SAVE, saved);
  }
  emit_clear(compiler, node);
  emit(compiler, node->child, NULL, back);
  if (is_nullable) {
    op(compiler, OP_CHECK_PROGRESS, saved);
    word(compiler, counter);
    word(compiler, node->minimum);
  }
  op(compiler, OP_NEXT, counter);
  word(compiler, loop);
  land(compiler, exit);
}

/// ECMA-262 22.2.2.3.1 RepeatMatcher.
static void emit_quantifier(rt_regexp_compiler *compiler, rt_regexp_node *node, const rt_regexp_first *follow,
                            bool back) {
  if (node->maximum == 0) return;
  const rt_regexp_set *set = back ? NULL : rt_regexp__single_set(compiler, node->child);
  if (set) {
    emit_repeat(compiler, node, set, follow);
    return;
  }
  if (node->minimum == 1 && node->maximum == 1) {
    emit(compiler, node->child, follow, back);
    return;
  }
  const rt_regexp_first *first = rt_regexp__first(compiler, node->child);
  bool is_nullable = first->is_nullable || first->at_end || back;
  bool is_lazy = node->flags & RT_REGEXP_NODE_LAZY;
  bool is_unbounded = node->maximum == RT_REGEXP_UNBOUNDED;
  // What can come behind one iteration: another one, or what comes behind all.
  rt_regexp_first again = *first;
  const rt_regexp_first *behind = NULL;
  if (follow && !first->is_nullable && node->maximum > 1) {
    bool follow_nullable = follow->is_nullable, follow_certain = follow->is_certain;
    rt_regexp__first_follow(&again, follow);
    again.is_nullable = follow_nullable;
    again.is_certain = follow_certain && node->minimum <= 1;
    behind = &again;
  }
  if (node->minimum == 0 && node->maximum == 1) {
    again = *first;
    behind = follow;
  }
  if (is_unbounded && node->minimum == 1 && !is_nullable) {
    uint32_t loop = compiler->length;
    emit_clear(compiler, node);
    emit(compiler, node->child, behind, back);
    if (is_lazy) {
      op(compiler, OP_SPLIT, 0);
      word(compiler, loop);
      return;
    }
    uint32_t peek = 0;
    bool peeks = can_peek(first);
    if (peeks) {
      uint32_t class = class_of_first(compiler, first);
      op(compiler, OP_PEEK, 0);
      word(compiler, class);
      peek = hole(compiler);
    }
    op(compiler, peeks && excludes(first, follow) ? OP_JUMP : OP_SPLIT_JUMP, 0);
    word(compiler, loop);
    if (peeks) land(compiler, peek);
    return;
  }
  if (node->minimum > 0 || !(is_unbounded || node->maximum == 1)) {
    emit_counted(compiler, node, is_nullable, back);
    return;
  }
  // `*` and `?`.
  uint32_t loop = compiler->length, peek = 0, choice = 0;
  bool peeks = !is_lazy && !back && can_peek(first);
  bool splits = !(peeks && excludes(first, follow));
  if (peeks) {
    uint32_t class = class_of_first(compiler, first);
    op(compiler, OP_PEEK, 0);
    word(compiler, class);
    peek = hole(compiler);
  }
  if (is_lazy) {
    op(compiler, OP_SPLIT_JUMP, 0);
    choice = hole(compiler);
  } else if (splits) {
    op(compiler, OP_SPLIT, 0);
    choice = hole(compiler);
  }
  uint32_t saved = 0;
  if (is_nullable) {
    saved = compiler->registers++;
    op(compiler, OP_SAVE, saved);
  }
  if (is_unbounded) emit_clear(compiler, node);
  emit(compiler, node->child, behind, back);
  if (is_nullable) {
    op(compiler, OP_CHECK_PROGRESS, saved);
    word(compiler, RT_REGEXP_UNSET);
    word(compiler, 0);
  }
  if (is_unbounded) {
    op(compiler, OP_JUMP, 0);
    word(compiler, loop);
  }
  if (peeks) land(compiler, peek);
  if (is_lazy || splits) land(compiler, choice);
}

static void emit_look(rt_regexp_compiler *compiler, rt_regexp_node *node) {
  uint32_t pair = compiler->registers;
  compiler->registers += 2;
  bool back = node->flags & RT_REGEXP_NODE_BEHIND;
  if (node->flags & RT_REGEXP_NODE_NEGATED) {
    op(compiler, OP_LOOK_NOT, pair);
    uint32_t behind = hole(compiler);
    emit(compiler, node->child, NULL, back);
    op(compiler, OP_LOOK_NOT_END, pair);
    land(compiler, behind);
    return;
  }
  op(compiler, OP_LOOK, pair);
  emit(compiler, node->child, NULL, back);
  op(compiler, OP_LOOK_END, pair);
}

static void emit_reference(rt_regexp_compiler *compiler, rt_regexp_node *node, bool back) {
  uint32_t how = 0;
  if (node->flags & RT_REGEXP_IGNORE_CASE) how |= REFERENCE_IGNORE_CASE;
  if (compiler->points) how |= REFERENCE_POINTS;
  if (back) how |= REFERENCE_BACK;
  op(compiler, OP_REFERENCE, how);
  word(compiler, node->reference_count);
  for (uint32_t i = 0; i < node->reference_count; i++) word(compiler, node->groups[i]);
}

/// Emits code that matches a node and goes on behind itself. `follow` is what can come then; NULL: unknown.
static void emit(rt_regexp_compiler *compiler, rt_regexp_node *node, const rt_regexp_first *follow, bool back) {
  switch ((enum rt_regexp_kind)node->kind) {
  case RT_REGEXP_EMPTY: break;
  case RT_REGEXP_TEXT: emit_text(compiler, node->text, node->flags, back); break;
  case RT_REGEXP_CLASS:
    if (node->string_count > 0) {
      emit_class_strings(compiler, node, back);
      break;
    }
    __attribute__((fallthrough));
  case RT_REGEXP_ANY: emit_set(compiler, rt_regexp__single_set(compiler, node), back); break;
  case RT_REGEXP_SEQUENCE: emit_sequence(compiler, node, follow, back); break;
  case RT_REGEXP_ALTERNATION: emit_alternation(compiler, node, follow, back); break;
  case RT_REGEXP_GROUP:
    op(compiler, OP_SAVE, 2 * node->group + back);
    emit(compiler, node->child, follow, back);
    op(compiler, OP_SAVE, 2 * node->group + !back);
    break;
  case RT_REGEXP_QUANTIFIER: emit_quantifier(compiler, node, follow, back); break;
  case RT_REGEXP_REFERENCE: emit_reference(compiler, node, back); break;
  case RT_REGEXP_LOOK: emit_look(compiler, node); break;
  case RT_REGEXP_START: op(compiler, node->flags & RT_REGEXP_MULTILINE ? OP_START_LINE : OP_START, 0); break;
  case RT_REGEXP_END: op(compiler, node->flags & RT_REGEXP_MULTILINE ? OP_END_LINE : OP_END, 0); break;
  case RT_REGEXP_BOUNDARY: {
    bool folds = compiler->points && (node->flags & RT_REGEXP_IGNORE_CASE);
    op(compiler, OP_BOUNDARY, (node->flags & RT_REGEXP_NODE_NEGATED ? 1 : 0) | (folds ? 2 : 0));
    break;
  }
  }
}

/// Whether a match can only be at the start of the text.
static bool is_anchored(const rt_regexp_node *node) {
  switch (node->kind) {
  case RT_REGEXP_START: return !(node->flags & RT_REGEXP_MULTILINE);
  case RT_REGEXP_SEQUENCE:
  case RT_REGEXP_GROUP: return is_anchored(node->child);
  case RT_REGEXP_ALTERNATION:
    for (const rt_regexp_node *child = node->child; child; child = child->next) {
      if (!is_anchored(child)) return false;
    }
    return true;
  default: return false;
  }
}

rt_regexp_program *rt_regexp_compile(const rt_regexp_tree *tree, const rt_regexp_allocator *allocator) {
  rt_regexp_compiler compiler = {
      .tree = tree,
      .allocator = allocator,
      .points = tree->flags & RT_REGEXP_ANY_UNICODE,
      .registers = 2 * tree->group_count,
  };
  rt_regexp_first end = {.is_nullable = true, .is_certain = true};
  emit(&compiler, tree->root, &end, false);
  op(&compiler, OP_MATCH, 0);
  if (compiler.failed) return NULL;
  uint32_t length = compiler.length + compiler.class_length;
  size_t size = sizeof(rt_regexp_program) + length * sizeof compiler.code[0];
  rt_regexp_program *program = allocator->allocate(allocator->context, size);
  const rt_regexp_first *first = rt_regexp__first(&compiler, tree->root);
  *program = (rt_regexp_program){
      .flags = tree->flags,
      .group_count = tree->group_count,
      .register_count = compiler.registers,
      .code_length = length,
      .classes = compiler.length,
      .first_wide = first->is_wide,
      .scans = can_peek(first),
      .is_anchored = is_anchored(tree->root),
  };
  uint32_t members = 0;
  for (uint32_t i = 0; i < 8; i++) {
    program->first[i] = first->bits[i];
    if (first->bits[i]) program->single = i * 32 + (uint32_t)__builtin_ctz(first->bits[i]);
    members += (uint32_t)__builtin_popcount(first->bits[i]);
  }
  program->has_single = program->scans && members == 1 && !first->is_wide;
  for (uint32_t i = 0; i < compiler.length; i++) program->code[i] = compiler.code[i];
  for (uint32_t i = 0; i < compiler.class_length; i++) program->code[compiler.length + i] = compiler.classes[i];
  return program;
}
