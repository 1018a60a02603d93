/// Allocation: small cells from runs of free ones, large cells in pages of their own.
///
/// Memory for cells that may hold references is zero when it is handed out. Whoever allocates need not fill all of a cell,
/// and what its last user left there would keep other dead cells alive: in a program that replaces its state over and
/// over, one such word in the padding of an object kept all earlier states.
#include "heap.h"

/// The most that is cleared at a time, so that it is still in the innermost cache when it is used, and what follows it is
/// on its way there meanwhile.
enum { RUN_MAX = 4 << 10, CACHE_LINE = 64 };

rt_free_run rt_free_runs[RT_CELL_KIND_COUNT][RT_SIZE_CLASS_COUNT];
uint8_t rt_collection_wanted;

static _Noreturn void out_of_memory(void) {
  rt__fatal("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n");
}

static void count_allocation(size_t size) {
  rt__heap.allocated += size;
  if (rt__heap.allocated >= rt__heap.threshold || rt__heap.is_discarding) rt_collection_wanted = 1;
}

/// Clears what earlier users of some of a large cell's pages left there.
static __attribute__((minsize)) void clear_large(const page *first, uint64_t from, uint64_t to) {
  char *start = rt__page_start(first);
  // From the last to the first, as the cell's contents cover the headers of further segments.
  for (uint64_t i = to; i-- > from;) {
    size_t offset = (size_t)(start - rt__heap.base) + (size_t)(i << PAGE_SHIFT);
    uint32_t index = (offset >> PAGE_SHIFT) & (SEGMENT_PAGES - 1);
    if (index == 0 || rt__segment((uint32_t)(offset >> SEGMENT_SHIFT))->pages[index].dirty)
      memset(rt__heap.base + offset, 0, PAGE_SIZE);
  }
}

/// Says of some of a large cell's pages, not the first, what they belong to.
static void publish_tails(page *first, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to && i < SEGMENT_PAGES - 1; i++)
    rt__publish_page(&first[i], (page){.state = PAGE_LARGE_TAIL, .page_count = i});
}

static __attribute__((noinline, minsize)) void *allocate_large(size_t size, enum rt_cell_kind kind, bool is_zeroed) {
  uint64_t pages = ((uint64_t)size + PAGE_SIZE - 1) >> PAGE_SHIFT;
  if (pages >= (uint64_t)SEGMENTS_MAX * SEGMENT_PAGES) out_of_memory();
  page *first = pages < SEGMENT_PAGES ? rt__take_pages((uint32_t)pages)
                                      : rt__take_segments((uint32_t)((pages + SEGMENT_PAGES) / SEGMENT_PAGES));
  if (!first) out_of_memory();
  if (rt__large_pages && kind == RT_CELL_LEAF) rt__large_pages(rt__page_start(first), size, true);
  if (is_zeroed) clear_large(first, 0, pages);
  rt__publish_page(first, (page){
    .state = PAGE_LARGE, .kind = (uint8_t)kind, .page_count = (uint32_t)pages, .large_size = size});
  publish_tails(first, 1, (uint32_t)pages);
  count_allocation(size);
  return rt__page_start(first);
}

__attribute__((minsize)) bool rt__extend(void *cell, size_t size) {
  page *first = rt__page_of((uintptr_t)cell);
  uint64_t pages = ((uint64_t)size + PAGE_SIZE - 1) >> PAGE_SHIFT;
  // What is watched or may be being marked stays as it is.
  if (!first || first->state != PAGE_LARGE || rt__page_start(first) != cell || first->watched || rt__heap.is_marking ||
      pages >= (uint64_t)SEGMENTS_MAX * SEGMENT_PAGES)
    return false;
  uint32_t have = first->page_count;
  if (pages > have) {
    if (!rt__extend_pages(first, (uint32_t)pages)) return false;
    if (first->kind == RT_CELL_WORDS) clear_large(first, have, pages);
    publish_tails(first, have, (uint32_t)pages);
    first->page_count = (uint32_t)pages;
  }
  count_allocation(size - first->large_size);
  first->large_size = size;
  return true;
}

/// The first marked granule from one on, or the end.
static uint32_t next_marked(const uint64_t *marks, uint32_t from, uint32_t end) {
  uint64_t word = marks[from / 64] >> (from % 64);
  if (word) {
    from += (uint32_t)__builtin_ctzll(word);
    return from < end ? from : end;
  }
  for (uint32_t i = from / 64 + 1; i * 64 < end; i++)
    if (marks[i]) {
      from = i * 64 + (uint32_t)__builtin_ctzll(marks[i]);
      return from < end ? from : end;
    }
  return end;
}

/// Has what follows a run brought into the cache, up to the page's end.
static void fetch_ahead(char *end_of_run) {
  size_t left = PAGE_SIZE - ((size_t)(end_of_run - rt__heap.base) & (PAGE_SIZE - 1));
  for (size_t i = 0; i < left && i < RUN_MAX; i += CACHE_LINE) __builtin_prefetch(end_of_run + i, 1);
}

/// Finds the next run of unmarked cells in the pages that the last collection left; false if there is none.
static bool sweep_run(uint32_t kind, uint32_t size_class, rt_free_run *run) {
  page **current = &rt__heap.sweeping[kind][size_class];
  uint32_t *cursor = &rt__heap.sweep_granule[kind][size_class];
  for (;;) {
    page *p = *current;
    if (!p) {
      p = rt__heap.to_sweep[kind][size_class];
      if (!p) return false;
      rt__heap.to_sweep[kind][size_class] = p->next;
      *current = p;
      *cursor = 0;
      if (p->watched) rt__unwatch(rt__page_start(p), PAGE_SIZE);
      p->watched = 0;
    }
    const uint64_t *marks = rt__page_marks(p);
    uint32_t granules = p->cell_size / RT_GRANULE, end_of_page = p->cell_count * granules, start = *cursor;
    while (start < end_of_page && ((marks[start / 64] >> (start % 64)) & 1)) start += granules;
    if (start >= end_of_page) {
      *current = NULL;
      continue;
    }
    uint32_t most = start + (granules < RUN_MAX / RT_GRANULE ? RUN_MAX / RT_GRANULE / granules * granules : granules);
    uint32_t end = next_marked(marks, start, most < end_of_page ? most : end_of_page);
    *cursor = end;
    run->cursor = rt__page_start(p) + (size_t)start * RT_GRANULE;
    run->end = rt__page_start(p) + (size_t)end * RT_GRANULE;
    if (kind == RT_CELL_WORDS) memset(run->cursor, 0, (size_t)(run->end - run->cursor));
    if (end == most) fetch_ahead(run->end);
    return true;
  }
}

/// Cells of a page that was free.
static void new_page_run(uint32_t kind, uint32_t size_class, rt_free_run *run) {
  page *p = rt__take_pages(1);
  if (!p) out_of_memory();
  bool is_zero = !p->dirty || kind == RT_CELL_LEAF;
  uint32_t size = rt__class_size(size_class);
  rt__publish_page(p, (page){
    .state = PAGE_SMALL,
    .kind = (uint8_t)kind,
    .size_class = (uint8_t)size_class,
    .cell_size = size,
    .cell_count = (uint16_t)(PAGE_SIZE / size),
  });
  run->cursor = rt__page_start(p);
  __atomic_store_n(&rt__page_classes[(size_t)(run->cursor - rt__heap.base) >> PAGE_SHIFT],
                   (uint8_t)(size_class + 1 + (kind == RT_CELL_LEAF ? RT_SIZE_CLASS_COUNT : 0)), __ATOMIC_RELEASE);
  run->end = run->cursor + (size_t)p->cell_count * size;
  if (is_zero) return;
  rt__heap.sweeping[kind][size_class] = p;
  rt__heap.sweep_granule[kind][size_class] = 0;
  sweep_run(kind, size_class, run);
}

/// Leaves one cell in a run, so that each inlined allocation comes to a safepoint; the others are swept again.
static void shorten_run(uint32_t kind, uint32_t size_class, rt_free_run *run) {
  page *p = rt__page_of((uintptr_t)run->cursor);
  run->end = run->cursor + p->cell_size;
  rt__heap.sweeping[kind][size_class] = p;
  rt__heap.sweep_granule[kind][size_class] = (uint32_t)(run->end - rt__page_start(p)) / RT_GRANULE;
}

static __attribute__((noinline)) void *allocate_slow(size_t size, enum rt_cell_kind kind) {
  if (size == 0) size = 1;
  if (size > RT_SMALL_SIZE_MAX) return allocate_large(size, kind, kind == RT_CELL_WORDS);
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

void *rt__allocate(size_t size, enum rt_cell_kind kind) {
  // The classes of small cells are steps of a granule.
  if (__builtin_expect(size - 1 < RT_STEPPED_SIZE_MAX, 1)) {
    rt_free_run *run = &rt_free_runs[kind][(size - 1) / RT_GRANULE];
    char *cell = run->cursor;
    if (__builtin_expect(cell != run->end, 1)) {
      run->cursor = cell + ((size + RT_GRANULE - 1) & ~(size_t)(RT_GRANULE - 1));
      return cell;
    }
  }
  return allocate_slow(size, kind);
}

void *rt__allocate_zeroed(size_t size, enum rt_cell_kind kind) {
  // What comes from the system is zero: touching it early would bring it into no cache.
  if (size > RT_SMALL_SIZE_MAX) return allocate_large(size, kind, true);
  void *cell = rt__allocate(size, kind);
  if (kind == RT_CELL_LEAF) memset(cell, 0, size);
  return cell;
}

bool rt__is_allocatable(uint64_t size) {
  // What is more than the reservation can never succeed; what is less may still end the process when memory is short.
  if (!rt__heap.base) rt__reserve_arena();
  return size <= rt__heap.reserved - rt__heap.reserved / 8;
}

uint64_t rt__heap_used(void) { return rt__heap.live + rt__heap.allocated; }
