/// What a regular expression can begin with.
#include "regexp_compiler.h"

rt_regexp_set rt_regexp__character_set(rt_regexp_compiler *compiler, uint32_t character, uint32_t modifiers) {
  rt_regexp_set set = {0};
  rt_regexp_set_add(&set, character, character, compiler->allocator);
  if (modifiers & RT_REGEXP_IGNORE_CASE) rt_regexp_set_close_over_case(&set, compiler->points, compiler->allocator);
  return set;
}

const rt_regexp_set *rt_regexp__single_set(rt_regexp_compiler *compiler, const rt_regexp_node *node) {
  const rt_regexp_allocator *allocator = compiler->allocator;
  uint32_t limit = compiler->points ? 0x10FFFF : 0xFFFF;
  rt_regexp_set *set = NULL;
  switch (node->kind) {
  case RT_REGEXP_TEXT:
    if (node->text.length != 1) return NULL;
    set = allocator->allocate(allocator->context, sizeof *set);
    *set = rt_regexp__character_set(compiler, node->text.points[0], node->flags);
    return set;
  case RT_REGEXP_CLASS:
    if (node->string_count > 0) return NULL;
    set = allocator->allocate(allocator->context, sizeof *set);
    *set = (rt_regexp_set){0};
    for (uint32_t i = 0; i < node->set->count; i++) {
      rt_regexp_set_add(set, node->set->ranges[i].first, node->set->ranges[i].last, allocator);
    }
    if (node->flags & RT_REGEXP_IGNORE_CASE) rt_regexp_set_close_over_case(set, compiler->points, allocator);
    if (node->flags & RT_REGEXP_NODE_NEGATED) set = rt_regexp_set_complement(set, limit, allocator);
    return set;
  case RT_REGEXP_ANY:
    set = allocator->allocate(allocator->context, sizeof *set);
    *set = (rt_regexp_set){0};
    if (!(node->flags & RT_REGEXP_DOT_ALL)) {
      rt_regexp_set_add(set, '\n', '\n', allocator);
      rt_regexp_set_add(set, '\r', '\r', allocator);
      rt_regexp_set_add(set, 0x2028, 0x2029, allocator);
    }
    return rt_regexp_set_complement(set, limit, allocator);
  default: return NULL;
  }
}

void rt_regexp__first_add_set(rt_regexp_first *first, const rt_regexp_set *set) {
  for (uint32_t i = 0; i < set->count; i++) {
    rt_regexp_range range = set->ranges[i];
    if (range.last > 0xFF) first->is_wide = true;
    for (uint32_t c = range.first; c <= range.last && c <= 0xFF; c++) first->bits[c / 32] |= 1u << c % 32;
  }
}

static void unite(rt_regexp_first *first, const rt_regexp_first *other) {
  for (int i = 0; i < 8; i++) first->bits[i] |= other->bits[i];
  first->is_wide |= other->is_wide;
  first->at_end |= other->at_end;
}

void rt_regexp__first_follow(rt_regexp_first *first, const rt_regexp_first *next) {
  unite(first, next);
  first->is_nullable = next->is_nullable;
  first->is_certain &= next->is_certain;
}

bool rt_regexp__first_disjoint(const rt_regexp_first *a, const rt_regexp_first *b) {
  for (int i = 0; i < 8; i++) {
    if (a->bits[i] & b->bits[i]) return false;
  }
  return !(a->is_wide && b->is_wide);
}

/// Anything at all.
static void open_up(rt_regexp_first *first) {
  for (int i = 0; i < 8; i++) first->bits[i] = UINT32_MAX;
  first->is_wide = first->is_nullable = true;
}

static void compute(rt_regexp_compiler *compiler, rt_regexp_node *node, rt_regexp_first *first) {
  switch ((enum rt_regexp_kind)node->kind) {
  case RT_REGEXP_EMPTY: first->is_nullable = first->is_certain = true; break;
  case RT_REGEXP_TEXT: {
    rt_regexp_set set = rt_regexp__character_set(compiler, node->text.points[0], node->flags);
    rt_regexp__first_add_set(first, &set);
    break;
  }
  case RT_REGEXP_CLASS:
    if (node->string_count == 0) {
      rt_regexp__first_add_set(first, rt_regexp__single_set(compiler, node));
    } else {
      open_up(first);
    }
    break;
  case RT_REGEXP_ANY: rt_regexp__first_add_set(first, rt_regexp__single_set(compiler, node)); break;
  case RT_REGEXP_SEQUENCE:
    first->is_nullable = first->is_certain = true;
    for (rt_regexp_node *child = node->child; child; child = child->next) {
      const rt_regexp_first *next = rt_regexp__first(compiler, child);
      if (first->is_nullable) rt_regexp__first_follow(first, next);
      else first->is_certain &= next->is_certain;
    }
    break;
  case RT_REGEXP_ALTERNATION:
    for (rt_regexp_node *child = node->child; child; child = child->next) {
      const rt_regexp_first *next = rt_regexp__first(compiler, child);
      unite(first, next);
      first->is_nullable |= next->is_nullable;
      first->is_certain |= next->is_certain;
    }
    break;
  case RT_REGEXP_GROUP: *first = *rt_regexp__first(compiler, node->child); break;
  case RT_REGEXP_QUANTIFIER:
    if (node->maximum > 0) *first = *rt_regexp__first(compiler, node->child);
    if (node->minimum == 0) first->is_nullable = first->is_certain = true;
    break;
  case RT_REGEXP_REFERENCE: open_up(first); break;
  case RT_REGEXP_LOOK:
    rt_regexp__first(compiler, node->child);
    first->is_nullable = true;
    break;
  case RT_REGEXP_START:
  case RT_REGEXP_BOUNDARY: first->is_nullable = true; break;
  case RT_REGEXP_END:
    first->at_end = true;
    if (node->flags & RT_REGEXP_MULTILINE) {
      first->bits[0] |= 1u << '\n' | 1u << '\r';
      first->is_wide = true;
    }
    break;
  }
}

const rt_regexp_first *rt_regexp__first(rt_regexp_compiler *compiler, rt_regexp_node *node) {
  if (!node->analysis) {
    rt_regexp_first *first = compiler->allocator->allocate(compiler->allocator->context, sizeof *first);
    *first = (rt_regexp_first){0};
    compute(compiler, node, first);
    node->analysis = first;
  }
  return node->analysis;
}
