/// Collections of large heaps that do not look at everything while the program waits.
///
/// Both kinds rest on the system's notes of which pages were written:
///
/// Young collections keep the marks of the collection before: only what was allocated since can die. References to it lie
/// in the roots, in its like, and in pages that were written; so those are scanned, and the rest of the heap is not.
/// There is no write barrier, and a page of long-lived cells costs nothing until it is written. When what survived young
/// collections has grown the heap by a quarter, or would with the next one, a full collection follows soon; it tells how
/// much of what they kept was dead. Where nothing was and the heap has grown by half, it may double. If most was dead,
/// cells have to survive two young collections from then on (age.c), as long as that keeps many from growing old. Where it
/// was so after a single young collection, as in a program that makes a large result, drops it and makes the next, full
/// collections follow for a while.
///
/// Mostly concurrent cycles (Boehm, Demers, Shenker 1991) are the full collections of large heaps: a helper thread marks
/// while the program runs on. A cycle begins with a short stop, in which the roots are scanned and all pages with
/// references are watched, by the thread. Then it marks what the roots reach. Whatever the program stores meanwhile lies in
/// written pages: the thread scans their marked cells again, watching the pages anew before, until few were written in
/// the meantime. Another short stop scans the last written pages and the roots again; then all that lives is marked.
/// Cells allocated during a cycle lie in fresh pages and are not marked unless they are reached, so most that die young
/// are freed at its end. No cell is freed and no page changes its use meanwhile.
///
/// A program that writes to all of its heap faster than the thread scans would never come to an end: it is slowed down,
/// by waiting for some milliseconds each time it has allocated a little, until few pages are left.
///
/// Weak tables are swept in the last stop: what was read from one before is in a root or a written page by then.
///
/// Glossary
///   watched  the system notes when such a page is written; pages that are not watched count as written
#include "heap.h"

enum {
  YOUNG_MIN = 4 << 20,         ///< smaller heaps are marked in the time that watching takes
  YOUNG_ALLOCATED = 12 << 20,   ///< at least so much is allocated between collections
  FULL_ALLOCATED = 6 << 20,    ///< so little where the next one is to be a full one
  PROMOTED_MIN = 4 << 20,      ///< at least so much survives young collections before a full one
  CONCURRENT_MIN = 64 << 20,   ///< smaller heaps are marked in a few milliseconds
  LARGE_HEAP = 256 << 20,      ///< where waiting for the thread would take long
  WRITTEN_FEW = 4 << 20,       ///< so many bytes are scanned again in the last stop
  SCANS_MAX = 8,               ///< of written pages, before the last stop
  SCANS_FREE = 2,              ///< as many do not slow the program down
  SLOW_ALLOCATED = 256 << 10,  ///< what a program that is slowed down allocates between waits
  SLOW_WAIT = 8000000,         ///< and how long it waits, in nanoseconds
  ROOT_SCANS_MAX = 4,          ///< in a cycle
  ALLOCATED_FEW = 8 << 20,     ///< what only the roots reach may be so much in the last stop
  YOUNG_MAX = 48,              ///< so many young collections are followed by a full one even if little survived them
  YOUNG_MAX_LARGE = 12,        ///< and in large heaps so many, for which four times their size is allocated
  AGEING_MIN = 1 << 20,        ///< so many bytes tell whether cells should age
  YOUNG_FEW = 1,               ///< so few young collections were useless if most of what they kept is dead
  FULL_WHEN_USELESS = 8,       ///< so many full collections follow where young ones turn out to be useless
};

/// What the thread does, or is to do. The program's thread ends the phases but MARKING.
enum phase { IDLE, MARKING, MARKED };
enum availability { UNTRIED, AVAILABLE, UNAVAILABLE };

static uint32_t phase;
static enum availability watching, thread;
static bool is_watched;          ///< whether the pages are since the last collection
static bool is_young;            ///< whether the current collection is
static size_t full_limit;        ///< of the size of what is old, for the next full collection
static bool is_full_due;         ///< whether that is reached, or would be by a collection like the last
static size_t full_size;         ///< `rt__heap.growth` after the last full collection
static size_t size_before;       ///< `rt__heap.growth` after the last collection
static size_t old_size;          ///< what of that is old
static bool is_ageing;           ///< whether cells have to survive two young collections
static bool is_ageing_once;      ///< whether they do only so that a full collection tells what lives of what was old
static uint32_t full_left;       ///< so many collections to come are full
static uint32_t young_count;     ///< of young collections since the last full one
static size_t written;           ///< bytes in watched pages that the current scan found
static size_t written_at_first;  ///< of a collection
static uint32_t root_scans;      ///< so far in this cycle
static size_t allocation_limit;  ///< of `rt__heap.allocated`: when it is reached, the program is slowed down, and when
                                 ///< it is exceeded by half, it waits for the thread
static bool is_slow;             ///< whether the program is to be slowed down before
static size_t allocated_at_scan; ///< `rt__heap.allocated` at the last of them

static uint32_t current_phase(void) { return __atomic_load_n(&phase, __ATOMIC_ACQUIRE); }

static void enter_phase(enum phase next) {
  __atomic_store_n(&phase, next, __ATOMIC_RELEASE);
  rt_prim_wake(&phase);
}

/// Which pages with references a function is for.
enum which { WATCHED = 1, UNWATCHED = 2, ALL = 3 };

/// Calls `visit` for each range of neighbouring pages that may hold references.
static void for_each_range(enum which which, void (*visit)(char *start, size_t size)) {
  uint32_t count = (uint32_t)(__atomic_load_n(&rt__heap.used, __ATOMIC_ACQUIRE) >> SEGMENT_SHIFT);
  for (uint32_t number = 0; number < count; number++) {
    if (__atomic_load_n(&rt__segment_owner[number], __ATOMIC_RELAXED) != number + 1) continue;
    segment *s = rt__segment(number);
    char *start = NULL, *end = NULL;
    for (uint32_t i = 1; i < SEGMENT_PAGES;) {
      page *p = &s->pages[i];
      uint8_t state = rt__page_state(p);
      uint32_t pages = state == PAGE_LARGE ? p->page_count : 1;
      i += pages < SEGMENT_PAGES ? pages : SEGMENT_PAGES;
      if ((state != PAGE_SMALL && state != PAGE_LARGE) || p->kind == RT_CELL_LEAF) continue;
      if (!(which & (p->watched ? WATCHED : UNWATCHED))) continue;
      if (rt__page_start(p) != end) {
        if (end) visit(start, (size_t)(end - start));
        start = rt__page_start(p);
      }
      end = rt__page_start(p) + ((size_t)pages << PAGE_SHIFT);
    }
    if (end) visit(start, (size_t)(end - start));
  }
}

static void watch(char *start, size_t size) { rt_prim_written_pages_watch(start, size, true); }
static void note_watched(page *p) { p->watched = p->kind != RT_CELL_LEAF; }

static void watch_all(void) {
  for_each_range(UNWATCHED, watch);
  rt__for_each_page(note_watched);
}

static void unwatch(char *start, size_t size) { rt_prim_written_pages_watch(start, size, false); }

static void mark_written(char *start, char *end) {
  page *p = rt__page_of((uintptr_t)start);
  if (rt__page_state(p) == PAGE_LARGE_TAIL) p -= p->page_count;
  if (p->watched) written += (size_t)(end - start);
  rt__mark_again(start, end);
}

/// Where cells age, the next collection looks at these pages too.
static void note(char *start, char *end) { is_ageing = is_ageing && rt__age_note(start, end); }

static void note_and_mark_written(char *start, char *end) {
  note(start, end);
  mark_written(start, end);
}

static void mark_and_watch(char *start, size_t size) {
  rt_prim_written_pages(start, size, true, is_ageing ? note_and_mark_written : mark_written);
}

static void note_and_watch(char *start, size_t size) { rt_prim_written_pages(start, size, true, note); }
static void note_all(char *start, size_t size) { note(start, start + size); }
static void mark_last(char *start, size_t size) { rt_prim_written_pages(start, size, false, mark_written); }
static void mark_all(char *start, size_t size) {
  note_all(start, size);
  rt__mark_again(start, start + size);
}

/// The thread's part of a cycle.
static void mark(void) {
  // What the program writes before is seen when the page is scanned.
  if (!is_young && root_scans == 1) for_each_range(ALL, watch);
  rt__mark_range(NULL, NULL);
  for (uint32_t i = 0; i < SCANS_MAX; i++) {
    written = 0;
    for_each_range(ALL, mark_and_watch);
    if (i == 0) written_at_first = written;
    if (written < WRITTEN_FEW) break;
    if (i >= SCANS_FREE) {
      __atomic_store_n(&is_slow, true, __ATOMIC_RELAXED);
      __atomic_store_n(&rt_collection_wanted, 1, __ATOMIC_RELEASE);
    }
  }
}

static void run_thread(void) {
  for (;;) {
    uint32_t now = current_phase();
    if (now == MARKING) {
      mark();
      enter_phase(MARKED);
      __atomic_store_n(&rt_collection_wanted, 1, __ATOMIC_RELEASE);
    } else {
      rt_prim_wait(&phase, now, 0);
    }
  }
}

static bool can_watch(void) {
  if (watching == UNTRIED)
    watching = rt_prim_written_pages_start(rt__heap.base, rt__heap.reserved) ? AVAILABLE : UNAVAILABLE;
  return watching == AVAILABLE;
}

static bool has_thread(void) {
  if (thread == UNTRIED) thread = rt_prim_thread_start(run_thread, true) ? AVAILABLE : UNAVAILABLE;
  return thread == AVAILABLE;
}

static void scan_roots(const char *stack_pointer) {
  rt__mark_roots(stack_pointer, rt__mark_range_only);
  root_scans++;
  allocated_at_scan = rt__heap.allocated;
  rt_collection_wanted = rt__heap.stress != STRESS_NONE;
  enter_phase(MARKING);
}

static void begin_cycle(const char *stack_pointer) {
  // Free cells in pages that are in use cannot be told from others without their marks: the program takes fresh pages.
  rt__drop_free_runs();
  if (!is_young) rt__for_each_page(rt__clear_marks);
  rt__heap.is_marking = true;
  rt__heap.cycles++;
  size_t more = rt__heap.growth < LARGE_HEAP ? rt__heap.growth / 2 : rt__heap.growth;
  rt__heap.threshold = allocation_limit = rt__heap.allocated + more;
  is_slow = false;
  root_scans = 0;
  scan_roots(stack_pointer);
}

/// Goes on with a cycle.
static enum rt_collection continue_cycle(const char *stack_pointer, bool is_explicit) {
  bool is_late = is_explicit || rt__heap.allocated >= allocation_limit + allocation_limit / 2;
  if (current_phase() == MARKING && !is_late) {
    rt_collection_wanted = rt__heap.stress != STRESS_NONE;
    if (__atomic_load_n(&is_slow, __ATOMIC_RELAXED) || rt__heap.allocated >= allocation_limit) {
      rt__heap.threshold = rt__heap.allocated + SLOW_ALLOCATED;
      rt_prim_wait(&phase, MARKING, SLOW_WAIT);
    }
    // The thread may just have wanted the collection that was refused.
    if (current_phase() != MARKING) rt_collection_wanted = 1;
    return COLLECT_LATER;
  }
  while (current_phase() == MARKING) rt_prim_wait(&phase, MARKING, 0);
  if (!is_late && root_scans < ROOT_SCANS_MAX && rt__heap.allocated - allocated_at_scan > ALLOCATED_FEW) {
    scan_roots(stack_pointer);
    return COLLECT_LATER;
  }
  rt__heap.is_marking = false;
  enter_phase(IDLE);
  if (is_explicit) {
    is_young = false;
    return COLLECT_ALL;
  }
  for_each_range(ALL, mark_last);
  // Fresh pages may have been watched by the thread.
  rt__for_each_page(note_watched);
  return COLLECT_FINISH;
}

static enum rt_collection collect(const char *stack_pointer, bool is_explicit) {
  if (rt__heap.is_marking) return continue_cycle(stack_pointer, is_explicit);
  // What the thread wanted may have been done already.
  if (!is_explicit && rt__heap.stress == STRESS_NONE && rt__heap.allocated < rt__heap.threshold) {
    rt_collection_wanted = 0;
    return COLLECT_LATER;
  }
  bool is_stressed = rt__heap.stress == STRESS_CONCURRENT;
  bool is_large = is_stressed ? rt__heap.collections % 3 != 0 : rt__heap.growth >= CONCURRENT_MIN;
  uint32_t young_max = is_large ? YOUNG_MAX_LARGE : YOUNG_MAX;
  is_young = !is_explicit && is_watched && (is_stressed ? rt__heap.collections % 4 != 0 : !is_full_due && young_count < young_max);
  if (!is_explicit && is_large && can_watch() && has_thread()) {
    is_ageing = false;
    begin_cycle(stack_pointer);
    return COLLECT_LATER;
  }
  is_ageing_once = !is_young && !is_ageing && is_watched && rt__age_start();
  is_ageing = is_ageing || is_ageing_once;
  if (is_ageing) rt__age_begin();
  if (!is_young) {
    if (is_ageing) for_each_range(WATCHED, note_and_watch);
    if (is_ageing) for_each_range(UNWATCHED, note_all);
    return COLLECT_ALL;
  }
  written = 0;
  if (is_ageing) rt__age_scan_noted();
  for_each_range(WATCHED, mark_and_watch);
  for_each_range(UNWATCHED, mark_all);
  written_at_first = written;
  return COLLECT_FINISH;
}

/// How much of what young collections kept was dead when the full collection came that is over now: in eighths, or -1 if
/// that was too little to tell. What was allocated since the collection before counts as dead if it cannot be told apart.
static int kept_in_vain(size_t kept) {
  if (is_young || size_before < full_size + AGEING_MIN) return -1;
  return kept < size_before ? (int)((size_before - kept) * 8 / (size_before - full_size)) : 0;
}

/// After each collection: decides whether cells have to age; `kept` is what lives of what was there before.
static void end_ageing(size_t size, size_t kept, int in_vain, bool is_stressed) {
  // Where most cells live on, looking at them twice is in vain.
  size_t candidates = size_before - old_size, promoted = kept - old_size;
  bool is_useless = is_young && candidates >= AGEING_MIN && promoted > candidates / 4 * 3;
  bool is_wanted = is_ageing && !is_ageing_once ? !is_useless : in_vain >= 4;
  bool was_ageing = is_ageing;
  is_ageing = is_watched && (is_stressed || is_wanted) && (was_ageing || rt__age_start());
  old_size = is_ageing && was_ageing ? kept : size;
  size_before = size;
}

/// After each collection: decides about the next.
static void end(void) {
  size_t size = rt__heap.growth;
  rt__heap.young += is_young;
  size_t kept = is_ageing ? rt__age_end() : size;
  int in_vain = kept_in_vain(kept);
  // Where most of the heap is written all the time, or what survives a young collection is dead when the next one comes,
  // young collections are no better than full ones.
  bool is_useless = is_young ? written_at_first > size / 2 : in_vain >= 6 && young_count <= YOUNG_FEW;
  if (is_useless) full_left = FULL_WHEN_USELESS;
  else if (full_left > 0) full_left--;
  young_count = is_young ? young_count + 1 : 0;
  bool is_stressed = rt__heap.stress == STRESS_CONCURRENT;
  is_watched = ((size >= YOUNG_MIN && full_left == 0) || is_stressed) && can_watch();
  if (is_watched) watch_all();
  size_t size_before_this = size_before, old_before = old_size;
  end_ageing(size, kept, in_vain, is_stressed);
  if (!is_young) {
    // A heap that has grown by half without anything dying may double: it is being built.
    size_t more = in_vain == 0 && size_before_this - full_size >= full_size / 2 ? size : size / 4;
    full_size = old_size;
    full_limit = old_size + (more > PROMOTED_MIN ? more : PROMOTED_MIN);
    is_full_due = false;
  } else {
    is_full_due = old_size + (old_size - old_before) / 2 >= full_limit;
  }
  // A cycle begins early enough to be over before the heap has doubled.
  size_t least = is_full_due ? FULL_ALLOCATED : YOUNG_ALLOCATED;
  if (is_watched || (size >= CONCURRENT_MIN && watching == AVAILABLE))
    rt__heap.threshold = size / 3 > least && !is_full_due ? size / 3 : least;
}

void rt__collect_concurrently(void) {
  rt__concurrent_collector = collect;
  rt__concurrent_end = end;
  rt__unwatch = unwatch;
  rt__pause_listener = rt__note_pause;
}
