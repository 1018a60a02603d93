/// The structure of the arena; private to src/gc.
///
///   arena    consecutive segments
///   segment  4 MiB: a header in the first 64 KiB page, then 63 pages. A cell of more than 63 pages takes several whole
///            segments; those behind the first have no header of their own
///   page     free, filled with small cells of one size, or part of a large cell
#pragma once

#include "rt_heap.h"
#include "rt_prim.h"

enum {
  PAGE_SHIFT = 16,
  PAGE_SIZE = 1 << PAGE_SHIFT,
  SEGMENT_SHIFT = 22,
  SEGMENT_SIZE = 1 << SEGMENT_SHIFT,
  SEGMENT_PAGES = SEGMENT_SIZE / PAGE_SIZE,
  SEGMENTS_MAX = 16384,
  MARK_WORDS = PAGE_SIZE / RT_GRANULE / 64,
  PAGES_MAX = sizeof(void *) == 4 ? 1 << (32 - PAGE_SHIFT) : SEGMENTS_MAX * SEGMENT_PAGES,
};

/// Collector stress: every allocation comes to a safepoint that may collect, or begin or end a concurrent cycle.
enum gc_stress { STRESS_NONE = 0, STRESS_COLLECT, STRESS_CONCURRENT };

enum page_state { PAGE_FREE = 0, PAGE_SMALL, PAGE_LARGE, PAGE_LARGE_TAIL };

/// What marking needs to know about the cells of a size class.
typedef struct size_class {
  uint32_t reciprocal; ///< offset in the page * reciprocal >> 32 is the number of the cell
  uint16_t granules;   ///< the size of a cell
  uint16_t count;      ///< of cells in a page
} size_class;

/// By page number in the arena: 0, or for a page of small cells the number of its size class plus 1, and more for
/// leaves. It repeats what the page's header says, in so little room that marking finds it in the cache.
extern uint8_t rt__page_classes[PAGES_MAX];
enum { PAGE_CLASS_LEAF = RT_SIZE_CLASS_COUNT + 1 }; ///< the first number of a page of leaves
/// By number in `rt__page_classes`, less 1.
extern const size_class rt__size_classes[2 * RT_SIZE_CLASS_COUNT];

/// What the header knows about a page.
typedef struct page {
  uint8_t state;
  uint8_t kind;       ///< enum rt_cell_kind
  uint8_t size_class; ///< (small)
  uint8_t marked;     ///< (large)
  uint8_t dirty;      ///< (free) may not be zero
  uint8_t watched;    ///< the system notes when it is written, or did until it was freed: see concurrent.c
  uint16_t cell_count;
  uint32_t cell_size;
  uint32_t page_count; ///< (large) pages; (tail) distance from the first page
  size_t large_size;   ///< (large) bytes
  struct page *next;   ///< (small) in the list of pages to sweep
} page;

typedef struct segment {
  page pages[SEGMENT_PAGES];
  uint64_t marks[SEGMENT_PAGES][MARK_WORDS]; ///< one bit a granule, set for the first granule of a marked cell
  uint64_t free;                             ///< one bit a page
} segment;

/// Everything about the heap as a whole.
typedef struct heap {
  char *base;
  size_t used; ///< bytes of the segments in use, from `base`
  size_t reserved;
  uint32_t segment_count;
  uint32_t first_free_hint; ///< no segment below has a free page
  size_t pages_in_use;
  size_t allocated;     ///< bytes handed to free runs and large cells since the last collection
  size_t threshold;     ///< of `allocated`, for the next collection
  size_t live;          ///< bytes marked by the last collection
  size_t growth;        ///< bytes that marking had to look at: by so much the heap may grow before the next collection
  uint8_t stress;       ///< enum gc_stress
  bool is_marking;      ///< the helper thread may be marking: see concurrent.c
  bool is_discarding;   ///< free pages are to be returned to the system
  uint32_t collections; ///< so far
  uint32_t young;       ///< so many of them were young ones
  uint32_t cycles;      ///< so many of them were concurrent with the program
  page *to_sweep[RT_CELL_KIND_COUNT][RT_SIZE_CLASS_COUNT]; ///< pages with free cells
  page *sweeping[RT_CELL_KIND_COUNT][RT_SIZE_CLASS_COUNT]; ///< the page that the current run lies in
  uint32_t sweep_granule[RT_CELL_KIND_COUNT][RT_SIZE_CLASS_COUNT]; ///< where in that page the run ends
} heap;

extern heap rt__heap;
/// By segment number: the number of the segment whose header describes it, plus 1.
extern uint16_t rt__segment_owner[SEGMENTS_MAX];

static inline segment *rt__segment(uint32_t number) {
  return (segment *)(void *)(rt__heap.base + ((size_t)number << SEGMENT_SHIFT));
}

/// The state, and with it all else that the header says.
static inline uint8_t rt__page_state(const page *p) { return __atomic_load_n(&p->state, __ATOMIC_ACQUIRE); }
/// Gives a free page its contents, the state last: the helper thread looks at the state first.
static inline void rt__publish_page(page *p, page contents) {
  uint8_t state = contents.state;
  contents.state = PAGE_FREE;
  *p = contents;
  __atomic_store_n(&p->state, state, __ATOMIC_RELEASE);
}

static inline char *rt__page_start(const page *p) {
  uintptr_t header = (((uintptr_t)p - (uintptr_t)rt__heap.base) & ~(uintptr_t)(SEGMENT_SIZE - 1)) + (uintptr_t)rt__heap.base;
  return (char *)header + ((size_t)(p - ((segment *)header)->pages) << PAGE_SHIFT);
}

static inline uint64_t *rt__page_marks(page *p) {
  uintptr_t header = (((uintptr_t)p - (uintptr_t)rt__heap.base) & ~(uintptr_t)(SEGMENT_SIZE - 1)) + (uintptr_t)rt__heap.base;
  segment *s = (segment *)header;
  return s->marks[p - s->pages];
}

/// The page that an address lies in; NULL outside of the arena. The page may be free.
static inline page *rt__page_of(uintptr_t address) {
  uintptr_t offset = address - (uintptr_t)rt__heap.base;
  if (offset >= rt__heap.used) return NULL;
  uint32_t number = (uint32_t)(offset >> SEGMENT_SHIFT);
  uint32_t owner = __atomic_load_n(&rt__segment_owner[number], __ATOMIC_RELAXED) - 1u;
  segment *s = rt__segment(owner);
  // Segments behind the first of a huge cell belong to the page that the cell starts in.
  if (owner != number) return &s->pages[1];
  return &s->pages[(offset >> PAGE_SHIFT) & (SEGMENT_PAGES - 1)];
}

/// Reserves the arena; the first page that is needed does so too.
void rt__reserve_arena(void);
/// A run of 1 to 63 free pages; NULL if there is no memory.
page *rt__take_pages(uint32_t count);
/// Whole segments for a cell of more than 63 pages; the cell begins at the result, page 1 of the first.
page *rt__take_segments(uint32_t count);
/// Asks for the system's large pages for a cell without references, or for small ones again, in programs that link
/// large_pages.c.
extern void (*rt__large_pages)(char *start, size_t size, bool use);
/// Takes the pages behind those of a large cell, up to so many in all, if they are free.
bool rt__extend_pages(page *first, uint32_t count);
/// Calls `visit` for each page in use, of large cells the first.
void rt__for_each_page(void (*visit)(page *));
/// Forgets what marking found.
void rt__clear_marks(page *p);
/// Forgets all runs of free cells.
void rt__drop_free_runs(void);
/// Marks what the roots refer to.
void rt__mark_roots(const char *stack_pointer, void (*mark)(const void *start, const void *end));

/// What a collection that is due has to do.
enum rt_collection {
  COLLECT_ALL,    ///< everything, while the program waits
  COLLECT_LATER,  ///< nothing now: marking has begun or goes on
  COLLECT_FINISH, ///< mark from the roots; all else that lives is marked
};
/// Decides that, in programs that link concurrent.c.
extern enum rt_collection (*rt__concurrent_collector)(const char *stack_pointer, bool is_explicit);
/// Tells it that a collection is over.
extern void (*rt__concurrent_end)(void);
/// Ends the watch of pages.
extern void (*rt__unwatch)(char *start, size_t size);

/// Lets cells age from the next young collection on: what lives now is old; false if there is no memory.
bool rt__age_start(void);
/// Begins a young collection in which cells age: marks are those of old cells then.
void rt__age_begin(void);
/// Notes pages that may refer to cells that are not old, for the next such collection; false if there is no memory.
bool rt__age_note(char *start, char *end);
/// Scans what the last such collection noted.
void rt__age_scan_noted(void);
/// Ends it; the bytes of what is old.
size_t rt__age_end(void);

/// Called after each pause with the time when it began and the bytes of pages then, in programs that link statistics.c.
extern void (*rt__pause_listener)(uint64_t start, uint64_t committed);
/// Notes a pause if the program is measured.
void rt__note_pause(uint64_t start, uint64_t committed);
/// Measures the collector and reports at the end of the program.
void rt__measure_collector(void);

/// Returns some of the free pages to the system, except so many, which will be allocated before the next collection
/// anyway; whether there are more.
bool rt__discard_free_pages(size_t keep);
/// Makes pages of a large cell, or one page of small cells, free.
void rt__free_pages(page *first);
/// The smallest class whose cells hold `size` bytes, which is 1 to RT_SMALL_SIZE_MAX.
uint32_t rt__size_class_of(size_t size);
/// The size of the cells of a class.
static inline uint32_t rt__class_size(uint32_t size_class) {
  return (uint32_t)rt__size_classes[size_class].granules * RT_GRANULE;
}

/// Marks what the words of a range refer to, and everything that the marked cells reach.
void rt__mark_range(const void *start, const void *end);
/// Marks what the words of a range refer to; a later call of `rt__mark_range` goes on from there.
void rt__mark_range_only(const void *start, const void *end);
/// Scans again the parts of marked cells that lie in a range, inside pages in use that hold no leaves.
void rt__mark_again(char *start, char *end);
/// Gives up the memory that marking needed.
void rt__mark_release_stack(void);
