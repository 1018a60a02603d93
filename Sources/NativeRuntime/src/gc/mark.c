/// Marking: from the roots over everything that they reach, with a stack of cells still to be scanned.
#include "heap.h"

/// A range of memory that is still to be scanned.
typedef struct range {
  const char *start;
  const char *end;
} range;

/// The stack lies in pages of the arena that no cell refers to; it grows by copying.
static struct {
  range *items;
  size_t count;
  size_t capacity;
} stack;

static void grow_stack(void) {
  size_t capacity = stack.capacity ? stack.capacity * 2 : PAGE_SIZE / sizeof(range);
  // A leaf that is not marked would be freed at the end of this collection: it is kept only while marking.
  range *items = rt__allocate(capacity * sizeof(range), RT_CELL_LEAF);
  if (stack.count) memcpy(items, stack.items, stack.count * sizeof(range));
  stack.items = items;
  stack.capacity = capacity;
}

static void push(const char *start, size_t size) {
  if (stack.count == stack.capacity) grow_stack();
  stack.items[stack.count++] = (range){start, start + size};
}

void rt__mark_address(uintptr_t address) {
  page *p = rt__page_of(address);
  if (!p) return;
  if (p->state == PAGE_LARGE_TAIL) p -= p->page_count;
  if (p->state == PAGE_SMALL) {
    uint32_t offset = (uint32_t)((address - (uintptr_t)rt__heap.base) & (PAGE_SIZE - 1));
    uint32_t cell = (uint32_t)(((uint64_t)offset * p->reciprocal) >> 32);
    if (cell >= p->cell_count) return;
    uint32_t granule = cell * (p->cell_size / RT_GRANULE);
    uint64_t *word = &rt__page_marks(p)[granule / 64];
    uint64_t bit = 1ull << (granule % 64);
    if (*word & bit) return;
    *word |= bit;
    if (p->kind != RT_CELL_LEAF) push(rt__page_start(p) + (size_t)cell * p->cell_size, p->cell_size);
  } else if (p->state == PAGE_LARGE) {
    if (p->marked) return;
    p->marked = 1;
    if (p->kind != RT_CELL_LEAF) push(rt__page_start(p), p->large_size);
  }
}

/// Treats each word of a range as a possible reference. Natively a word is a boxed value or a pointer; where pointers
/// have 32 bits, each half of a value is looked at, as the lower half of a boxed reference is the pointer.
__attribute__((no_sanitize("address"))) static void scan(const char *start, const char *end) {
  if (sizeof(void *) == 4) {
    for (const uint32_t *p = (const uint32_t *)(const void *)start; (const char *)(p + 1) <= end; p++)
      if (*p - (uint32_t)(uintptr_t)rt__heap.base < rt__heap.used) rt__mark_address(*p);
    return;
  }
  uintptr_t base = (uintptr_t)rt__heap.base;
  size_t used = rt__heap.used;
  for (const uint64_t *p = (const uint64_t *)(const void *)start; (const char *)(p + 1) <= end; p++) {
    uint64_t word = *p;
    uint64_t tag = word >> RT_TAG_SHIFT;
    if (tag != 0 && tag - RT_TAG_STRING > RT_TAG_BIGINT - RT_TAG_STRING) continue;
    uintptr_t address = (uintptr_t)(word & RT_PAYLOAD_MASK);
    if (address - base < used) rt__mark_address(address);
  }
}

void rt__mark_range(const void *start, const void *end) {
  uintptr_t aligned = ((uintptr_t)start + sizeof(void *) - 1) & ~(uintptr_t)(sizeof(void *) - 1);
  scan((const char *)aligned, end);
  while (stack.count) {
    range next = stack.items[--stack.count];
    scan(next.start, next.end);
  }
}

void rt__mark_release_stack(void) {
  stack.items = NULL;
  stack.count = stack.capacity = 0;
}
