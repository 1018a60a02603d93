/// A collection: mark from the roots, drop the dead entries of weak tables, free empty pages, leave the rest to be
/// swept when allocation needs it.
#include "heap.h"
#include "rt_abi.h"

enum { REGISTERED_MAX = 8, THRESHOLD_MIN = 8 << 20, POISON_INTERVAL = 16 };

extern const char __start_rt_roots[], __stop_rt_roots[];

enum rt_collection (*rt__concurrent_collector)(const char *stack_pointer, bool is_explicit);
void (*rt__concurrent_end)(void);
void (*rt__unwatch)(char *start, size_t size);
void (*rt__pause_listener)(uint64_t start, uint64_t committed);
/// In programs that were built with `--gc-stats`.
void rt__gc_statistics_wanted(void) __attribute__((weak));

static struct {
  const void *start, *end;
} extra_roots[REGISTERED_MAX];
static uint32_t extra_root_count;
static rt_weak_sweeper weak_sweepers[REGISTERED_MAX];
static uint32_t weak_sweeper_count;
static const char *stack_base;

/// Collector stress: how much has been marked, and how many safepoints pass before the next collection.
static struct {
  uint64_t marked;
  uint64_t to_skip;
  uint64_t random;
} stress;

void rt__register_weak_sweeper(rt_weak_sweeper sweeper) {
  if (weak_sweeper_count == REGISTERED_MAX) rt__fatal("FATAL ERROR: too many weak tables\n");
  weak_sweepers[weak_sweeper_count++] = sweeper;
}

void rt__register_roots(const void *start, const void *end) {
  if (extra_root_count == REGISTERED_MAX) rt__fatal("FATAL ERROR: too many root ranges\n");
  extra_roots[extra_root_count].start = start;
  extra_roots[extra_root_count++].end = end;
}

/// POLYGLOT_GC_STRESS is a seed, "c" before it is for the concurrent collector; nothing or 0 is no stress.
static void start_stress(const char *value) {
  if (!value || !value[0] || strcmp(value, "0") == 0) return;
  rt__heap.stress = STRESS_COLLECT;
  if (*value == 'c') {
    rt__heap.stress = STRESS_CONCURRENT;
    value++;
  }
  uint32_t seed = 0;
  for (; *value >= '0' && *value <= '9'; value++) seed = seed * 10 + (uint32_t)(*value - '0');
  rt_collection_wanted = 1;
  stress.random = (seed ? seed : 1) * 0x9E3779B97F4A7C15u;
}

void rt__heap_start(const void *base_of_stack) {
  stack_base = base_of_stack;
  rt__heap.threshold = THRESHOLD_MIN;
  start_stress(rt_prim_getenv("POLYGLOT_GC_STRESS"));
  if (rt__gc_statistics_wanted) rt__gc_statistics_wanted();
}

/// Under stress: whether this safepoint is to collect. At first each does; the more has been marked, the more are
/// skipped, a random number of them, so that programs of any length come to an end.
static bool is_stress_due(void) {
  if (stress.to_skip > 0) {
    stress.to_skip--;
    return false;
  }
  enum { FIXED_COST = 64 << 10 };
  stress.marked += rt__heap.live + FIXED_COST;
  uint64_t gib = stress.marked >> 30;
  stress.random ^= stress.random << 13;
  stress.random ^= stress.random >> 7;
  stress.random ^= stress.random << 17;
  if (gib > 0) stress.to_skip = stress.random % (2 * gib * gib + 1);
  return true;
}

/// Under stress: makes the contents of dead cells useless, so that who still uses one fails soon.
static void poison_page(page *p) {
  if (p->state != PAGE_SMALL) return;
  const uint64_t *marks = rt__page_marks(p);
  uint32_t granules = p->cell_size / RT_GRANULE;
  for (uint32_t cell = 0, granule = 0; cell < p->cell_count; cell++, granule += granules)
    if (!((marks[granule / 64] >> (granule % 64)) & 1))
      memset(rt__page_start(p) + (size_t)cell * p->cell_size, 0xA5, p->cell_size);
}

bool rt__is_marked(const void *cell) {
  page *p = rt__page_of((uintptr_t)cell);
  if (!p) return true;
  if (p->state == PAGE_LARGE_TAIL) p -= p->page_count;
  if (p->state == PAGE_LARGE) return p->marked;
  if (p->state != PAGE_SMALL) return false;
  const size_class *size = &rt__size_classes[p->size_class];
  uint32_t offset = (uint32_t)(((uintptr_t)cell - (uintptr_t)rt__heap.base) & (PAGE_SIZE - 1));
  uint32_t granule = (uint32_t)(((uint64_t)offset * size->reciprocal) >> 32) * size->granules;
  return (rt__page_marks(p)[granule / 64] >> (granule % 64)) & 1;
}

void rt__for_each_page(void (*visit)(page *)) {
  for (uint32_t number = 0; number < rt__heap.segment_count; number++) {
    if (rt__segment_owner[number] != number + 1) continue;
    segment *s = rt__segment(number);
    for (uint64_t in_use = ~s->free & ~1ull; in_use; in_use &= in_use - 1) {
      page *p = &s->pages[__builtin_ctzll(in_use)];
      if (p->state == PAGE_SMALL || p->state == PAGE_LARGE) visit(p);
    }
  }
}

void rt__clear_marks(page *p) {
  if (p->state == PAGE_LARGE)
    p->marked = 0;
  else
    memset(rt__page_marks(p), 0, MARK_WORDS * sizeof(uint64_t));
}

/// Counts a page's live cells; frees the page if there are none, otherwise lists it for sweeping if there are gaps.
static void finish_page(page *p) {
  if (p->state == PAGE_LARGE) {
    if (p->marked) {
      rt__heap.live += p->large_size;
      // Marking a large text costs nothing, so it gives no reason to let the rest of the heap grow by as much.
      rt__heap.growth += p->kind == RT_CELL_LEAF ? p->large_size / 16 : p->large_size;
    } else {
      rt__free_pages(p);
    }
    return;
  }
  const uint64_t *marks = rt__page_marks(p);
  uint32_t live = 0;
  for (uint32_t i = 0; i < MARK_WORDS; i++) live += (uint32_t)__builtin_popcountll(marks[i]);
  if (live == 0) {
    rt__free_pages(p);
    return;
  }
  rt__heap.live += (size_t)live * p->cell_size;
  rt__heap.growth += (size_t)live * p->cell_size;
  if (live == p->cell_count) return;
  p->next = rt__heap.to_sweep[p->kind][p->size_class];
  rt__heap.to_sweep[p->kind][p->size_class] = p;
}

void rt__drop_free_runs(void) {
  memset(rt_free_runs, 0, sizeof rt_free_runs);
  memset(rt__heap.to_sweep, 0, sizeof rt__heap.to_sweep);
  memset(rt__heap.sweeping, 0, sizeof rt__heap.sweeping);
}

void rt__mark_roots(const char *stack_pointer, void (*mark)(const void *start, const void *end)) {
  mark(__start_rt_roots, __stop_rt_roots);
  mark(rt_program_caches, rt_program_caches + rt_program_cache_count);
  for (uint32_t i = 0; i < extra_root_count; i++) mark(extra_roots[i].start, extra_roots[i].end);
  mark(stack_pointer, stack_base);
}

static void discard(void) { rt__heap.is_discarding = rt__discard_free_pages(rt__heap.threshold >> PAGE_SHIFT); }

static void collect(const char *stack_pointer, bool is_explicit) {
  // Much memory is returned in several steps, between which the program runs.
  if (rt__heap.is_discarding) {
    discard();
    bool is_due = is_explicit || rt__heap.is_marking || rt__heap.stress || rt__heap.allocated >= rt__heap.threshold;
    rt_collection_wanted = is_due;
    if (!is_due) return;
  }
  enum rt_collection what = rt__concurrent_collector ? rt__concurrent_collector(stack_pointer, is_explicit) : COLLECT_ALL;
  if (what == COLLECT_LATER) return;
  rt__heap.collections++;
  if (what == COLLECT_ALL) rt__for_each_page(rt__clear_marks);
  rt__mark_roots(stack_pointer, rt__mark_range);
  rt__mark_release_stack();
  for (uint32_t i = 0; i < weak_sweeper_count; i++) weak_sweepers[i]();

  if (rt__heap.stress && (what == COLLECT_FINISH || rt__heap.collections % POISON_INTERVAL == 0))
    rt__for_each_page(poison_page);

  rt__drop_free_runs();
  rt__heap.live = 0;
  rt__heap.growth = 0;
  rt__for_each_page(finish_page);
  rt__heap.allocated = 0;
  rt__heap.threshold = rt__heap.growth > THRESHOLD_MIN ? rt__heap.growth : THRESHOLD_MIN;
  rt_collection_wanted = rt__heap.stress != STRESS_NONE;
  if (rt__concurrent_collector) rt__concurrent_end();
  discard();
}

/// Does what a collection has to do now.
static void pause(const char *stack_pointer, bool is_explicit) {
  uint64_t start = rt__pause_listener ? rt_prim_monotonic_time() : 0, committed = rt__heap_committed();
  collect(stack_pointer, is_explicit);
  if (rt__pause_listener) rt__pause_listener(start, committed);
}

static void collect_explicitly(const char *stack_pointer) { pause(stack_pointer, true); }
static void collect_when_due(const char *stack_pointer) { pause(stack_pointer, false); }

void rt__collect_at_safepoint(void) { rt_prim_with_registers_on_stack(collect_explicitly); }

void rt__safepoint(void) {
  if (!rt__heap.stress || is_stress_due()) rt_prim_with_registers_on_stack(collect_when_due);
}
