/// The arena and allocation from it.
#include "heap.h"

heap rt__heap;
uint16_t rt__segment_owner[SEGMENTS_MAX];
rt_free_run rt_free_runs[RT_CELL_KIND_COUNT][RT_SIZE_CLASS_COUNT];
uint8_t rt_collection_wanted;

#define ARENA_SIZE ((uint64_t)SEGMENTS_MAX << SEGMENT_SHIFT)
#define ALL_PAGES (~(uint64_t)1) // the first page of a segment is its header

_Static_assert(sizeof(segment) <= PAGE_SIZE, "a segment's header fits its first page");

uint32_t rt__size_class_of(size_t size);

static _Noreturn void out_of_memory(void) {
  rt__fatal("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n");
}

/// Reserves the arena when the first page is needed.
static void reserve_arena(void) {
  void *base = NULL;
  size_t wanted = ARENA_SIZE > SIZE_MAX ? (size_t)0xFF000000u : (size_t)ARENA_SIZE;
  rt__heap.reserved = rt_prim_memory_reserve(wanted, &base) & ~(size_t)(SEGMENT_SIZE - 1);
  rt__heap.base = base;
}

/// Takes the next `count` segments of the reservation; false if there is no memory.
static bool add_segments(uint32_t count) {
  if (!rt__heap.base) reserve_arena();
  size_t size = (size_t)count << SEGMENT_SHIFT;
  if (size > rt__heap.reserved - rt__heap.used) return false;
  if (rt_prim_memory_commit(rt__heap.base + rt__heap.used, size) != 0) return false;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t number = rt__heap.segment_count + i;
    rt__segment(number)->free = ALL_PAGES;
    rt__segment_owner[number] = (uint16_t)(number + 1);
  }
  rt__heap.segment_count += count;
  rt__heap.used += size;
  return true;
}

/// A run of 1 to 63 free pages.
static page *take_pages(uint32_t count) {
  for (uint32_t number = rt__heap.first_free_hint;; number++) {
    if (number == rt__heap.segment_count && !add_segments(1)) return NULL;
    if (rt__segment_owner[number] != number + 1) continue;
    segment *s = rt__segment(number);
    // Bit i of `runs` says that `count` free pages begin at page i.
    uint64_t runs = s->free;
    for (uint32_t have = 1; have < count && runs;) {
      uint32_t step = have < count - have ? have : count - have;
      runs &= runs >> step;
      have += step;
    }
    if (!runs) {
      if (!s->free && number == rt__heap.first_free_hint) rt__heap.first_free_hint = number + 1;
      continue;
    }
    uint32_t first = (uint32_t)__builtin_ctzll(runs);
    s->free &= ~((count == 64 ? ~0ull : (1ull << count) - 1) << first);
    rt__heap.pages_in_use += count;
    return &s->pages[first];
  }
}

/// Whole segments for a cell of more than 63 pages; the cell begins at page 1 of the first.
static page *take_segments(uint32_t count) {
  uint32_t found = 0, number = 0;
  for (; number < rt__heap.segment_count && found < count; number++) {
    bool is_free = rt__segment_owner[number] == number + 1 && rt__segment(number)->free == ALL_PAGES;
    found = is_free ? found + 1 : 0;
  }
  uint32_t first = number - found;
  if (found < count && !add_segments(count - found)) return NULL;
  segment *s = rt__segment(first);
  s->free = 0;
  for (uint32_t i = 1; i < count; i++) rt__segment_owner[first + i] = (uint16_t)(first + 1);
  rt__heap.pages_in_use += (size_t)count * SEGMENT_PAGES - 1;
  return &s->pages[1];
}

void rt__free_pages(page *first) {
  uint32_t number = (uint32_t)(((uintptr_t)first - (uintptr_t)rt__heap.base) >> SEGMENT_SHIFT);
  segment *s = rt__segment(number);
  uint32_t index = (uint32_t)(first - s->pages);
  uint32_t count = first->state == PAGE_LARGE ? first->page_count : 1;
  if (number < rt__heap.first_free_hint) rt__heap.first_free_hint = number;
  if (count >= SEGMENT_PAGES) {
    uint32_t segments = (count + SEGMENT_PAGES) / SEGMENT_PAGES;
    rt__heap.pages_in_use -= (size_t)segments * SEGMENT_PAGES - 1;
    // The cell's contents lie where the headers of the further segments will be.
    for (uint32_t i = 1; i < segments; i++) {
      segment *other = rt__segment(number + i);
      memset(other, 0, sizeof *other);
      other->free = ALL_PAGES;
      for (uint32_t p = 1; p < SEGMENT_PAGES; p++) other->pages[p].dirty = 1;
      rt__segment_owner[number + i] = (uint16_t)(number + i + 1);
    }
    count = SEGMENT_PAGES - 1;
  } else {
    rt__heap.pages_in_use -= count;
  }
  for (uint32_t i = 0; i < count; i++) s->pages[index + i] = (page){.state = PAGE_FREE, .dirty = 1};
  s->free |= ((1ull << count) - 1) << index;
}

static void count_allocation(size_t size) {
  rt__heap.allocated += size;
  if (rt__heap.allocated >= rt__heap.threshold) rt_collection_wanted = 1;
}

static void *allocate_large(size_t size, enum rt_cell_kind kind) {
  uint64_t pages = ((uint64_t)size + PAGE_SIZE - 1) >> PAGE_SHIFT;
  if (pages >= (uint64_t)SEGMENTS_MAX * SEGMENT_PAGES) out_of_memory();
  page *first = pages < SEGMENT_PAGES ? take_pages((uint32_t)pages)
                                      : take_segments((uint32_t)((pages + SEGMENT_PAGES) / SEGMENT_PAGES));
  if (!first) out_of_memory();
  *first = (page){.state = PAGE_LARGE, .kind = (uint8_t)kind, .page_count = (uint32_t)pages, .large_size = size};
  for (uint32_t i = 1; i < pages && i < SEGMENT_PAGES - 1; i++)
    first[i] = (page){.state = PAGE_LARGE_TAIL, .page_count = i};
  count_allocation(size);
  return rt__page_start(first);
}

/// Finds the next run of unmarked cells in the pages that the last collection left; false if there is none.
static bool sweep_run(uint32_t kind, uint32_t size_class, rt_free_run *run) {
  page **current = &rt__heap.sweeping[kind][size_class];
  uint32_t *cursor = &rt__heap.sweep_cell[kind][size_class];
  for (;;) {
    page *p = *current;
    if (!p) {
      p = rt__heap.to_sweep[kind][size_class];
      if (!p) return false;
      rt__heap.to_sweep[kind][size_class] = p->next;
      *current = p;
      *cursor = 0;
    }
    const uint64_t *marks = rt__page_marks(p);
    uint32_t count = p->cell_count, granules = p->cell_size / RT_GRANULE, cell = *cursor;
#define IS_MARKED(n) ((marks[(n) * granules / 64] >> ((n) * granules % 64)) & 1)
    while (cell < count && IS_MARKED(cell)) cell++;
    uint32_t end = cell;
    while (end < count && !IS_MARKED(end)) end++;
#undef IS_MARKED
    *cursor = end;
    if (cell == count) {
      *current = NULL;
      continue;
    }
    char *start = rt__page_start(p);
    run->cursor = start + (size_t)cell * p->cell_size;
    run->end = start + (size_t)end * p->cell_size;
    return true;
  }
}

/// A page of fresh cells.
static void new_page_run(uint32_t kind, uint32_t size_class, rt_free_run *run) {
  page *p = take_pages(1);
  if (!p) out_of_memory();
  uint32_t size = rt__class_size(size_class);
  *p = (page){
    .state = PAGE_SMALL,
    .kind = (uint8_t)kind,
    .size_class = (uint8_t)size_class,
    .cell_size = size,
    .cell_count = (uint16_t)(PAGE_SIZE / size),
    .reciprocal = (uint32_t)(((1ull << 32) + size - 1) / size),
  };
  run->cursor = rt__page_start(p);
  run->end = run->cursor + (size_t)p->cell_count * size;
}

/// Leaves one cell in a run, so that each inlined allocation comes to a safepoint; the others are swept again.
static void shorten_run(uint32_t kind, uint32_t size_class, rt_free_run *run) {
  page *p = rt__page_of((uintptr_t)run->cursor);
  run->end = run->cursor + p->cell_size;
  rt__heap.sweeping[kind][size_class] = p;
  rt__heap.sweep_cell[kind][size_class] = (uint32_t)(run->end - rt__page_start(p)) / p->cell_size;
}

void *rt__allocate(size_t size, enum rt_cell_kind kind) {
  if (size == 0) size = 1;
  if (size > RT_SMALL_SIZE_MAX) return allocate_large(size, kind);
  uint32_t size_class = rt__size_class_of(size);
  rt_free_run *run = &rt_free_runs[kind][size_class];
  if (run->cursor == run->end) {
    if (!sweep_run(kind, size_class, run)) new_page_run(kind, size_class, run);
    if (rt__heap.stress) shorten_run(kind, size_class, run);
    count_allocation((size_t)(run->end - run->cursor));
  }
  char *cell = run->cursor;
  run->cursor += rt__class_size(size_class);
  return cell;
}

void *rt__allocate_zeroed(size_t size, enum rt_cell_kind kind) {
  void *cell = rt__allocate(size, kind);
  memset(cell, 0, size);
  return cell;
}

bool rt__is_allocatable(uint64_t size) {
  // What is more than the reservation can never succeed; what is less may still end the process when memory is short.
  if (!rt__heap.base) reserve_arena();
  return size <= rt__heap.reserved - rt__heap.reserved / 8;
}

uint64_t rt__heap_used(void) { return rt__heap.live + rt__heap.allocated; }
uint64_t rt__heap_committed(void) { return (uint64_t)rt__heap.pages_in_use << PAGE_SHIFT; }
