/// Marking: from the roots over everything that they reach, with a stack of cells still to be scanned.
#include "heap.h"

/// A cell, or a part of a large one, that is still to be scanned: its offset in the arena, and above that its size in
/// granules.
typedef uint64_t grey;

enum {
  STACK_START = 512,
  STACK_MAPPED = 16384,
  CHUNK = 512,  ///< as many granules of a cell are scanned at once, so that long arrays do not fill the stack
  AHEAD = 8,    ///< so many cells are on their way into the cache before they are scanned
};
#define GRANULES_SHIFT 40
#define OFFSET_MASK ((1ull << GRANULES_SHIFT) - 1)
#define PART_MAX ((size_t)8 << 20) ///< the largest size of a part

_Static_assert((uint64_t)SEGMENTS_MAX << SEGMENT_SHIFT <= 1ull << GRANULES_SHIFT, "offsets fit");

/// The stack. What it needs beyond its static part is mapped, or lies in pages of the arena that no cell refers to.
static grey first_items[STACK_START];
static struct {
  grey *items;
  grey *top;
  grey *limit;
  bool is_mapped;
} stack = {first_items, first_items, first_items + STACK_START, false};

static void release_items(void) {
  if (stack.is_mapped) rt_prim_memory_unmap(stack.items, (size_t)(stack.limit - stack.items) * sizeof(grey));
}

static __attribute__((noinline, cold, minsize)) void grow_stack(void) {
  size_t count = (size_t)(stack.top - stack.items);
  size_t capacity = stack.items == first_items ? STACK_MAPPED : count * 2;
  grey *items = rt_prim_memory_map(capacity * sizeof(grey));
  bool is_mapped = items != NULL;
  if (!is_mapped && rt__heap.is_marking) rt_prim_abort();
  // A leaf that is not marked is freed at the end of this collection.
  if (!is_mapped) items = rt__allocate(capacity * sizeof(grey), RT_CELL_LEAF);
  memcpy(items, stack.items, count * sizeof(grey));
  release_items();
  stack.items = items;
  stack.top = items + count;
  stack.limit = items + capacity;
  stack.is_mapped = is_mapped;
}

void rt__mark_release_stack(void) {
  release_items();
  stack.items = stack.top = first_items;
  stack.limit = first_items + STACK_START;
  stack.is_mapped = false;
}

static inline grey *push(grey *top, uint64_t offset, uint64_t granules) {
  if (__builtin_expect(top == stack.limit, 0)) {
    stack.top = top;
    grow_stack();
    top = stack.top;
  }
  *top = offset | granules << GRANULES_SHIFT;
  return top + 1;
}

/// Parts of a large cell.
static __attribute__((minsize)) grey *push_large(grey *top, size_t offset, size_t size) {
  for (size_t done = 0; done < size; done += PART_MAX) {
    size_t part = size - done < PART_MAX ? size - done : PART_MAX;
    top = push(top, offset + done, (part + RT_GRANULE - 1) / RT_GRANULE);
  }
  return top;
}

/// Marks what lies at an offset that is in no page of small cells.
static __attribute__((noinline, minsize)) grey *mark_large(grey *top, size_t offset) {
  page *p = rt__page_of((uintptr_t)rt__heap.base + offset);
  if (!p) return top;
  if (rt__page_state(p) == PAGE_LARGE_TAIL) p -= p->page_count;
  if (rt__page_state(p) != PAGE_LARGE || p->marked) return top;
  p->marked = 1;
  if (p->kind == RT_CELL_LEAF) return top;
  return push_large(top, (size_t)(rt__page_start(p) - rt__heap.base), p->large_size);
}

/// Marks the cell that lies at an offset in the used part of the arena.
static inline grey *mark(grey *top, char *base, size_t offset) {
  uint8_t class = rt__page_classes[offset >> PAGE_SHIFT];
  if (__builtin_expect(class == 0, 0)) return mark_large(top, offset);
  const size_class *size = &rt__size_classes[class - 1];
  uint32_t in_page = (uint32_t)(offset & (PAGE_SIZE - 1));
  uint32_t cell = (uint32_t)(((uint64_t)in_page * size->reciprocal) >> 32);
  if (__builtin_expect(cell >= size->count, 0)) return top;
  uint64_t granule = cell * size->granules;
  segment *s = (segment *)(void *)(base + (offset & ~(size_t)(SEGMENT_SIZE - 1)));
  uint64_t *word = &s->marks[(offset >> PAGE_SHIFT) & (SEGMENT_PAGES - 1)][granule / 64];
  uint64_t old = *word;
  uint64_t bit = 1ull << (granule % 64);
  if (old & bit) return top;
  *word = old | bit;
  if (class >= PAGE_CLASS_LEAF) return top;
  return push(top, offset - in_page + granule * RT_GRANULE, size->granules);
}

/// Treats a word as a possible reference. Natively it is a boxed value or a pointer; where pointers have 32 bits, each
/// half is looked at, as the lower half of a boxed reference is the pointer.
static inline grey *scan_word(grey *top, char *base, size_t used, uint64_t word) {
  if (sizeof(void *) == 4) {
    uint32_t low = (uint32_t)word - (uint32_t)(uintptr_t)base, high = (uint32_t)(word >> 32) - (uint32_t)(uintptr_t)base;
    if (low < used) top = mark(top, base, low);
    if (high < used) top = mark(top, base, high);
    return top;
  }
  uint64_t offset = (word & RT_PAYLOAD_MASK) - (uintptr_t)base;
  if (offset >= used) return top;
  // Tags of references are just below 2^16 and that of pointers is 0: one comparison finds both.
  if ((uint16_t)((word >> RT_TAG_SHIFT) - RT_TAG_STRING) > 0x10000 - RT_TAG_STRING) return top;
  return mark(top, base, offset);
}

/// Scans a range, and what is on the stack unless `only` is set.
__attribute__((no_sanitize("address"))) static void mark_range(const void *start, const void *end_of_range, bool only) {
  char *base = rt__heap.base;
  size_t used = __atomic_load_n(&rt__heap.used, __ATOMIC_ACQUIRE);
  grey *top = stack.top;
  grey ahead[AHEAD] = {0};
  uint32_t i = 0;
  uint64_t last_first = 0;
  // Where pointers have 32 bits, a range of roots may begin or end in the middle of a word of 64.
  const uint64_t *p = (const uint64_t *)((uintptr_t)start & ~(uintptr_t)7);
  const uint64_t *end = (const uint64_t *)(((uintptr_t)end_of_range + 7) & ~(uintptr_t)7);
  for (;;) {
    for (; p < end; p++) top = scan_word(top, base, used, __atomic_load_n(p, __ATOMIC_RELAXED));
    if (__builtin_expect(only, 0)) break;

    grey entry;
    do {
      i = (i + 1) % AHEAD;
      entry = ahead[i];
      if (__builtin_expect(top != stack.items, 1)) {
        grey next = *--top;
        __builtin_prefetch(base + (size_t)(next & OFFSET_MASK));
        ahead[i] = next;
      } else {
        for (uint32_t n = 1; !entry && n < AHEAD; n++) entry = ahead[i = (i + 1) % AHEAD];
        if (!entry) break;
        ahead[i] = 0;
      }
    } while (!entry);
    if (!entry) break;

    size_t granules = (size_t)(entry >> GRANULES_SHIFT);
    if (__builtin_expect(granules > CHUNK, 0)) {
      top = push(top, (entry & OFFSET_MASK) + CHUNK * RT_GRANULE, granules - CHUNK);
      granules = CHUNK;
    }
    p = (const uint64_t *)(void *)(base + (size_t)(entry & OFFSET_MASK));
    end = p + granules * (RT_GRANULE / sizeof *p);
    // Cells found one after the other often begin with the same word: the shape of a class.
    uint64_t first = *p;
    if (first == last_first) p++;
    last_first = first;
  }
  stack.top = top;
}

void rt__mark_range(const void *start, const void *end) { mark_range(start, end, false); }

void rt__mark_range_only(const void *start, const void *end) { mark_range(start, end, true); }

/// Puts the parts of a page's marked cells that lie between two offsets in the page on the stack.
static void push_marked(const size_class *size, page *p, uint32_t from, uint32_t to) {
  uint32_t cell = (uint32_t)(((uint64_t)from * size->reciprocal) >> 32);
  if (cell >= size->count) return;
  uint32_t first = cell * size->granules, end = (to + RT_GRANULE - 1) / RT_GRANULE;
  size_t page_offset = (size_t)(rt__page_start(p) - rt__heap.base);
  const uint64_t *marks = rt__page_marks(p);
  for (uint32_t i = first / 64; i * 64 < end; i++) {
    uint64_t bits = i == first / 64 ? marks[i] >> (first % 64) << (first % 64) : marks[i];
    for (; bits; bits &= bits - 1) {
      uint32_t granule = i * 64 + (uint32_t)__builtin_ctzll(bits);
      if (granule >= end) return;
      uint32_t start = granule * RT_GRANULE, stop = start + size->granules * RT_GRANULE;
      if (start < from) start = from;
      if (stop > to) stop = to;
      stack.top = push(stack.top, page_offset + start, (stop - start) / RT_GRANULE);
    }
  }
}

void rt__mark_again(char *start, char *end) {
  while (start < end) {
    size_t offset = (size_t)(start - rt__heap.base);
    char *stop = start + (PAGE_SIZE - (offset & (PAGE_SIZE - 1)));
    if (stop > end) stop = end;
    page *p = rt__page_of((uintptr_t)start);
    uint8_t class = rt__page_classes[offset >> PAGE_SHIFT];
    if (class != 0) {
      uint32_t from = (uint32_t)(offset & (PAGE_SIZE - 1));
      push_marked(&rt__size_classes[class - 1], p, from, from + (uint32_t)(stop - start));
    } else {
      if (rt__page_state(p) == PAGE_LARGE_TAIL) p -= p->page_count;
      char *end_of_cell = rt__page_start(p) + p->large_size;
      if (rt__page_state(p) == PAGE_LARGE && p->marked && start < end_of_cell)
        stack.top = push_large(stack.top, offset, (size_t)((stop < end_of_cell ? stop : end_of_cell) - start));
    }
    rt__mark_range(NULL, NULL);
    start = stop;
  }
}
