/// Ageing: when a young collection comes while a program is busy with a large temporary structure, all of it lives and
/// would be old from then on, until a full collection. With ageing, only what survived two young collections is old.
///
/// Between collections the marks say what survived the last one, and `others` which of these cells are old. A young
/// collection begins with the old cells marked. What may refer to younger cells are pages that were written since the
/// collection before the last one: those of the time before the last are noted there.
#include "heap.h"

typedef struct range {
  char *start, *end;
} range;

/// Ranges of written pages, in memory of their own.
typedef struct range_list {
  range *items;
  size_t count, capacity;
} range_list;

static uint64_t *others; ///< by page number, as many words as a page has marks
static range_list noted, noted_before;
static size_t old_size; ///< bytes in old cells

static uint64_t *other_marks(const page *p) {
  return others + ((size_t)(rt__page_start(p) - rt__heap.base) >> PAGE_SHIFT) * MARK_WORDS;
}

static void make_old(page *p) {
  if (p->state == PAGE_SMALL) memcpy(other_marks(p), rt__page_marks(p), MARK_WORDS * sizeof(uint64_t));
}

/// Old is only what survived the last collection: the page may have been freed since, and have cells of another size now.
static void exchange_marks(page *p) {
  if (p->state != PAGE_SMALL) return;
  uint64_t *marks = rt__page_marks(p), *other = other_marks(p);
  for (uint32_t i = 0; i < MARK_WORDS; i++) {
    uint64_t word = marks[i];
    marks[i] = other[i] & word;
    other[i] = word;
  }
}

/// What was there before and lives is old.
static void finish_ageing(page *p) {
  if (p->state == PAGE_LARGE) {
    old_size += p->kind == RT_CELL_LEAF ? p->large_size / 16 : p->large_size;
    return;
  }
  const uint64_t *marks = rt__page_marks(p);
  uint64_t *other = other_marks(p);
  uint32_t count = 0;
  for (uint32_t i = 0; i < MARK_WORDS; i++) count += (uint32_t)__builtin_popcountll(other[i] &= marks[i]);
  old_size += (size_t)count * p->cell_size;
}

bool rt__age_start(void) {
  size_t size = (rt__heap.reserved >> PAGE_SHIFT) * MARK_WORDS * sizeof(uint64_t);
  if (!others) others = rt_prim_memory_map(size);
  else if (!rt_prim_memory_discard(others, size)) return false;
  if (!others) return false;
  rt__for_each_page(make_old);
  noted.count = 0;
  old_size = rt__heap.growth;
  return true;
}

bool rt__age_note(char *start, char *end) {
  if (noted.count == noted.capacity) {
    size_t capacity = noted.capacity ? noted.capacity * 2 : 1024;
    range *items = rt_prim_memory_map(capacity * sizeof(range));
    if (!items) return false;
    if (noted.count) memcpy(items, noted.items, noted.count * sizeof(range));
    if (noted.capacity) rt_prim_memory_unmap(noted.items, noted.capacity * sizeof(range));
    noted.items = items;
    noted.capacity = capacity;
  }
  noted.items[noted.count++] = (range){start, end};
  return true;
}

void rt__age_begin(void) {
  rt__for_each_page(exchange_marks);
  range_list list = noted_before;
  noted_before = noted;
  noted = list;
  noted.count = 0;
}

void rt__age_scan_noted(void) {
  for (size_t i = 0; i < noted_before.count; i++) rt__mark_again(noted_before.items[i].start, noted_before.items[i].end);
}

size_t rt__age_end(void) {
  old_size = 0;
  rt__for_each_page(finish_ageing);
  return old_size;
}
