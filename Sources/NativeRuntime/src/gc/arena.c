/// The arena: segments and pages, taken from the system and given back to it.
#include "heap.h"

heap rt__heap;
uint16_t rt__segment_owner[SEGMENTS_MAX];
uint8_t rt__page_classes[PAGES_MAX];
void (*rt__large_pages)(char *start, size_t size, bool use);

#define ARENA_SIZE ((uint64_t)SEGMENTS_MAX << SEGMENT_SHIFT)
#define ALL_PAGES (~(uint64_t)1) // the first page of a segment is its header

_Static_assert(sizeof(segment) <= PAGE_SIZE, "a segment's header fits its first page");

void rt__reserve_arena(void) {
  void *base = NULL;
  size_t wanted = ARENA_SIZE > SIZE_MAX ? (size_t)0xFF000000u : (size_t)ARENA_SIZE;
  rt__heap.reserved = rt_prim_memory_reserve(wanted, &base) & ~(size_t)(SEGMENT_SIZE - 1);
  rt__heap.base = base;
}

/// Takes the next `count` segments of the reservation, for one cell or each on its own; false if there is no memory.
static bool add_segments(uint32_t count, bool is_one_cell) {
  if (!rt__heap.base) rt__reserve_arena();
  size_t size = (size_t)count << SEGMENT_SHIFT;
  if (size > rt__heap.reserved - rt__heap.used) return false;
  if (rt_prim_memory_commit(rt__heap.base + rt__heap.used, size) != 0) return false;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t number = rt__heap.segment_count + i;
    rt__segment(number)->free = ALL_PAGES;
    rt__segment_owner[number] = (uint16_t)((is_one_cell ? rt__heap.segment_count : number) + 1);
  }
  rt__heap.segment_count += count;
  // The helper thread looks at nothing behind the used part.
  __atomic_store_n(&rt__heap.used, rt__heap.used + size, __ATOMIC_RELEASE);
  return true;
}

/// Ends the watch of a free page, as a fault for each part of it would take longer, and of its neighbours, to save system
/// calls.
static void unwatch_free(segment *s, uint32_t first) {
  uint32_t end = first;
  while (end < SEGMENT_PAGES && ((s->free >> end) & 1) && s->pages[end].watched) s->pages[end++].watched = 0;
  if (end > first) rt__unwatch(rt__page_start(&s->pages[first]), (size_t)(end - first) << PAGE_SHIFT);
}

page *rt__take_pages(uint32_t count) {
  for (uint32_t number = rt__heap.first_free_hint;; number++) {
    if (number == rt__heap.segment_count && !add_segments(1, false)) return NULL;
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
    for (uint32_t i = 0; i < count; i++) unwatch_free(s, first + i);
    s->free &= ~((count == 64 ? ~0ull : (1ull << count) - 1) << first);
    rt__heap.pages_in_use += count;
    return &s->pages[first];
  }
}

page *rt__take_segments(uint32_t count) {
  uint32_t found = 0, number = 0;
  for (; number < rt__heap.segment_count && found < count; number++) {
    bool is_free = rt__segment_owner[number] == number + 1 && rt__segment(number)->free == ALL_PAGES;
    // While the helper thread marks, segments that it knows keep their headers.
    found = is_free && !rt__heap.is_marking ? found + 1 : 0;
  }
  uint32_t first = number - found;
  if (found < count && !add_segments(count - found, found == 0)) return NULL;
  for (uint32_t i = first; i < first + found; i++)
    for (uint32_t p = 1; p < SEGMENT_PAGES; p++) unwatch_free(rt__segment(i), p);
  segment *s = rt__segment(first);
  s->free = 0;
  for (uint32_t i = 1; i < count; i++) rt__segment_owner[first + i] = (uint16_t)(first + 1);
  rt__heap.pages_in_use += (size_t)count * SEGMENT_PAGES - 1;
  return &s->pages[1];
}

/// The segments of a large cell of so many pages.
static uint32_t segments_of(uint32_t pages) { return pages < SEGMENT_PAGES ? 1 : (pages + SEGMENT_PAGES) / SEGMENT_PAGES; }
/// The pages that it keeps from others.
static size_t pages_taken(uint32_t pages) {
  return pages < SEGMENT_PAGES ? pages : (size_t)segments_of(pages) * SEGMENT_PAGES - 1;
}

__attribute__((minsize)) bool rt__extend_pages(page *first, uint32_t count) {
  uint32_t number = (uint32_t)(((uintptr_t)first - (uintptr_t)rt__heap.base) >> SEGMENT_SHIFT);
  segment *s = rt__segment(number);
  uint32_t index = (uint32_t)(first - s->pages), have = first->page_count;
  uint32_t segments = 1, taken = segments_of(have), end = index + count;
  if (end > SEGMENT_PAGES) {
    if (index != 1) return false;
    segments = segments_of(count);
    end = SEGMENT_PAGES;
  }
  uint64_t wanted = 0;
  for (uint32_t i = index + have; i < end; i++) wanted |= (uint64_t)1 << i;
  if ((s->free & wanted) != wanted) return false;
  uint32_t found = taken;
  for (; found < segments && number + found < rt__heap.segment_count; found++)
    if (rt__segment_owner[number + found] != number + found + 1 || rt__segment(number + found)->free != ALL_PAGES) return false;
  if (found < segments && !add_segments(segments - found, false)) return false;
  for (uint32_t i = index + have; i < end; i++) unwatch_free(s, i);
  s->free &= ~wanted;
  for (uint32_t i = taken; i < segments; i++) {
    for (uint32_t p = 1; p < SEGMENT_PAGES; p++) unwatch_free(rt__segment(number + i), p);
    rt__segment_owner[number + i] = (uint16_t)(number + 1);
  }
  rt__heap.pages_in_use += pages_taken(count) - pages_taken(have);
  return true;
}

void rt__free_pages(page *first) {
  uint32_t number = (uint32_t)(((uintptr_t)first - (uintptr_t)rt__heap.base) >> SEGMENT_SHIFT);
  segment *s = rt__segment(number);
  uint32_t index = (uint32_t)(first - s->pages);
  uint32_t count = first->state == PAGE_LARGE ? first->page_count : 1;
  if (number < rt__heap.first_free_hint) rt__heap.first_free_hint = number;
  if (rt__large_pages && first->state == PAGE_LARGE && first->kind == RT_CELL_LEAF)
    rt__large_pages(rt__page_start(first), first->large_size, false);
  bool is_watched = first->watched;
  if (count >= SEGMENT_PAGES) {
    if (is_watched) rt__unwatch(rt__page_start(first), (size_t)count << PAGE_SHIFT);
    is_watched = false;
    uint32_t segments = segments_of(count);
    rt__heap.pages_in_use -= pages_taken(count);
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
  rt__page_classes[number * SEGMENT_PAGES + index] = 0;
  for (uint32_t i = 0; i < count; i++) s->pages[index + i] = (page){.state = PAGE_FREE, .dirty = 1, .watched = is_watched};
  s->free |= ((1ull << count) - 1) << index;
}

/// As many pages are returned at once: some milliseconds' work.
enum { DISCARDED_AT_ONCE = (16 << 20) / PAGE_SIZE };

__attribute__((minsize)) bool rt__discard_free_pages(size_t keep) {
  uint32_t left = DISCARDED_AT_ONCE;
  for (uint32_t number = 0; number < rt__heap.segment_count; number++) {
    if (rt__segment_owner[number] != number + 1) continue;
    segment *s = rt__segment(number);
    for (uint32_t i = 1; i < SEGMENT_PAGES; i++) {
      if (!((s->free >> i) & 1) || !s->pages[i].dirty) continue;
      if (keep > 0) {
        keep--;
        continue;
      }
      if (left == 0) return true;
      // Neighbours go together, to save system calls.
      uint32_t end = i;
      for (; end < SEGMENT_PAGES && ((s->free >> end) & 1) && s->pages[end].dirty && left > 0; left--) end++;
      if (!rt_prim_memory_discard(rt__page_start(&s->pages[i]), (size_t)(end - i) << PAGE_SHIFT)) return false;
      for (; i < end; i++) s->pages[i].dirty = s->pages[i].watched = 0;
      i--;
    }
  }
  return false;
}

uint64_t rt__heap_committed(void) { return (uint64_t)rt__heap.pages_in_use << PAGE_SHIFT; }
