/// Which characters are the same under the flag `i` (ECMA-262 22.2.2.7.3).
#include "regexp_parser.h"

/// Code points that map to their representative by adding `delta`.
typedef struct case_row {
  uint32_t first;
  int32_t delta;
  uint16_t count;
  uint16_t step;
} case_row;

#include "case_folding_tables.h"

typedef struct case_table {
  const case_row *rows;
  uint32_t count;
} case_table;

#define COUNT(array) (sizeof(array) / sizeof *(array))

static case_table table_for(bool is_unicode) {
  return is_unicode ? (case_table){folding_rows, COUNT(folding_rows)} : (case_table){upper_rows, COUNT(upper_rows)};
}

uint32_t rt_regexp_canonicalize(uint32_t code_point, bool is_unicode) {
  if (code_point < 0x80) return code_point >= 'a' && code_point <= 'z' ? code_point - 32 : code_point;
  case_table table = table_for(is_unicode);
  uint32_t low = 0, high = table.count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (table.rows[middle].first <= code_point) low = middle + 1;
    else high = middle;
  }
  // Rows with a step can enclose others, so the one before may be the right one.
  for (uint32_t i = low; i-- > 0 && low - i <= 2;) {
    const case_row *row = &table.rows[i];
    uint32_t distance = code_point - row->first;
    if (distance % row->step == 0 && distance / row->step < row->count) return code_point + (uint32_t)row->delta;
  }
  return code_point;
}

/// Adds ASCII's other halves; enough for a set in ASCII, together with the two letters that fold into it.
static void close_ascii(rt_regexp_set *set, bool is_unicode, const rt_regexp_allocator *allocator) {
  uint32_t count = set->count;
  bool has_k = false, has_s = false;
  for (uint32_t i = 0; i < count; i++) {
    for (uint32_t c = set->ranges[i].first; c <= set->ranges[i].last; c++) {
      if ((c | 32) < 'a' || (c | 32) > 'z') continue;
      rt_regexp_set_add(set, c ^ 32, c ^ 32, allocator);
      has_k |= (c | 32) == 'k';
      has_s |= (c | 32) == 's';
    }
  }
  if (is_unicode && has_s) rt_regexp_set_add(set, 0x17F, 0x17F, allocator);
  if (is_unicode && has_k) rt_regexp_set_add(set, 0x212A, 0x212A, allocator);
  rt_regexp_set_complete(set);
}

void rt_regexp_set_close_over_case(rt_regexp_set *set, bool is_unicode, const rt_regexp_allocator *allocator) {
  if (set->count == 0) return;
  if (set->ranges[set->count - 1].last < 0x80) {
    close_ascii(set, is_unicode, allocator);
    return;
  }
  if (set->count == 1 && set->ranges[0].first == 0 && set->ranges[0].last >= 0xFFFF) return;
  case_table table = table_for(is_unicode);
  // First the representatives of all members, then everything that these stand for.
  rt_regexp_set original = *set, added = {0};
  for (uint32_t i = 0; i < table.count; i++) {
    const case_row *row = &table.rows[i];
    for (uint32_t k = 0, c = row->first; k < row->count; k++, c += row->step) {
      if (rt_regexp_set_has(&original, c)) {
        uint32_t representative = c + (uint32_t)row->delta;
        rt_regexp_set_add(&added, representative, representative, allocator);
      }
    }
  }
  rt_regexp__set_add_all(&added, &original, allocator);
  rt_regexp_set_complete(&added);
  rt_regexp_set closed = {0};
  rt_regexp__set_add_all(&closed, &added, allocator);
  for (uint32_t i = 0; i < table.count; i++) {
    const case_row *row = &table.rows[i];
    for (uint32_t k = 0, c = row->first; k < row->count; k++, c += row->step) {
      if (rt_regexp_set_has(&added, c + (uint32_t)row->delta)) rt_regexp_set_add(&closed, c, c, allocator);
    }
  }
  rt_regexp_set_complete(&closed);
  *set = closed;
}

void rt_regexp__set_fold(rt_regexp_set *set, const rt_regexp_allocator *allocator) {
  case_table table = table_for(true);
  rt_regexp_set mapped = {0}, representatives = {0};
  for (uint32_t i = 0; i < table.count; i++) {
    const case_row *row = &table.rows[i];
    for (uint32_t k = 0, c = row->first; k < row->count; k++, c += row->step) {
      rt_regexp_set_add(&mapped, c, c, allocator);
      if (!rt_regexp_set_has(set, c)) continue;
      rt_regexp_set_add(&representatives, c + (uint32_t)row->delta, c + (uint32_t)row->delta, allocator);
    }
  }
  rt_regexp_set_complete(&mapped);
  rt_regexp_set *fixed = rt_regexp_set_complement(&mapped, 0x10FFFF, allocator);
  rt_regexp_set result = rt_regexp__set_intersection(set, fixed, allocator);
  rt_regexp__set_add_all(&result, &representatives, allocator);
  rt_regexp_set_complete(&result);
  *set = result;
}

rt_regexp_set rt_regexp__complement(rt_regexp_parser *parser, rt_regexp_set *set) {
  rt_regexp_set complement =
      *rt_regexp_set_complement(set, parser->unicode ? 0x10FFFF : 0xFFFF, parser->allocator);
  if (parser->sets && (parser->modifiers & RT_REGEXP_IGNORE_CASE)) {
    rt_regexp_set all = {0};
    rt_regexp_set_add(&all, 0, 0x10FFFF, parser->allocator);
    rt_regexp__set_fold(&all, parser->allocator);
    complement = rt_regexp__set_intersection(&complement, &all, parser->allocator);
  }
  return complement;
}
