/// Sets of code points as sorted ranges.
#include "regexp_parser.h"

void *rt_regexp__allocate(const rt_regexp_allocator *allocator, size_t size) {
  unsigned char *memory = allocator->allocate(allocator->context, size);
  for (size_t i = 0; i < size; i++) memory[i] = 0;
  return memory;
}

void rt_regexp_set_add(rt_regexp_set *set, uint32_t first, uint32_t last, const rt_regexp_allocator *allocator) {
  if (set->count > 0) {
    // The common case: ranges come in order, and often touch.
    rt_regexp_range *end = &set->ranges[set->count - 1];
    if (first >= end->first && first <= end->last + 1) {
      if (last > end->last) end->last = last;
      return;
    }
  }
  if (set->count == set->capacity) {
    uint32_t capacity = set->capacity ? set->capacity * 2 : 8;
    rt_regexp_range *ranges = rt_regexp__allocate(allocator, capacity * sizeof *ranges);
    for (uint32_t i = 0; i < set->count; i++) ranges[i] = set->ranges[i];
    set->ranges = ranges;
    set->capacity = capacity;
  }
  set->ranges[set->count++] = (rt_regexp_range){first, last};
}

/// Moves the range at `root` down until no range below it in the heap begins behind it.
static void sift_down(rt_regexp_range *ranges, uint32_t root, uint32_t count) {
  for (uint32_t child; (child = 2 * root + 1) < count; root = child) {
    if (child + 1 < count && ranges[child + 1].first > ranges[child].first) child++;
    if (ranges[root].first >= ranges[child].first) return;
    rt_regexp_range held = ranges[root];
    ranges[root] = ranges[child];
    ranges[child] = held;
  }
}

void rt_regexp_set_complete(rt_regexp_set *set) {
  rt_regexp_range *ranges = set->ranges;
  uint32_t count = set->count;
  bool is_sorted = true;
  for (uint32_t i = 1; i < count && is_sorted; i++) is_sorted = ranges[i - 1].first <= ranges[i].first;
  if (!is_sorted) {
    // Heapsort: patterns can be hostile, and the set is in place.
    for (uint32_t i = count / 2; i-- > 0;) sift_down(ranges, i, count);
    for (uint32_t i = count; i-- > 1;) {
      rt_regexp_range held = ranges[0];
      ranges[0] = ranges[i];
      ranges[i] = held;
      sift_down(ranges, 0, i);
    }
  }
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (kept > 0 && ranges[i].first <= ranges[kept - 1].last + 1) {
      if (ranges[i].last > ranges[kept - 1].last) ranges[kept - 1].last = ranges[i].last;
    } else {
      ranges[kept++] = ranges[i];
    }
  }
  set->count = kept;
}

bool rt_regexp_set_has(const rt_regexp_set *set, uint32_t code_point) {
  uint32_t low = 0, high = set->count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (set->ranges[middle].last < code_point) low = middle + 1;
    else high = middle;
  }
  return low < set->count && set->ranges[low].first <= code_point;
}

rt_regexp_set *rt_regexp_set_complement(const rt_regexp_set *set, uint32_t limit,
                                        const rt_regexp_allocator *allocator) {
  rt_regexp_set *result = rt_regexp__allocate(allocator, sizeof *result);
  uint32_t next = 0;
  for (uint32_t i = 0; i < set->count && set->ranges[i].first <= limit; i++) {
    if (set->ranges[i].first > next) rt_regexp_set_add(result, next, set->ranges[i].first - 1, allocator);
    next = set->ranges[i].last + 1;
  }
  if (next <= limit) rt_regexp_set_add(result, next, limit, allocator);
  return result;
}

void rt_regexp__set_add_all(rt_regexp_set *set, const rt_regexp_set *other, const rt_regexp_allocator *allocator) {
  for (uint32_t i = 0; i < other->count; i++) {
    rt_regexp_set_add(set, other->ranges[i].first, other->ranges[i].last, allocator);
  }
}

rt_regexp_set rt_regexp__set_intersection(const rt_regexp_set *set, const rt_regexp_set *other,
                                          const rt_regexp_allocator *allocator) {
  rt_regexp_set result = {0};
  for (uint32_t i = 0, k = 0; i < set->count && k < other->count;) {
    rt_regexp_range a = set->ranges[i], b = other->ranges[k];
    uint32_t first = a.first > b.first ? a.first : b.first, last = a.last < b.last ? a.last : b.last;
    if (first <= last) rt_regexp_set_add(&result, first, last, allocator);
    if (a.last < b.last) i++;
    else k++;
  }
  return result;
}
