/// Sorting by texts, as `sort` does without a comparator.
///
/// Comparing strings runs no code of the program, so that nothing shows how often it is done.
#include "library.h"

void rt_sort_texts(rt_value keys, rt_value values);

enum { INSERTION_RUN = 12, PREFIX_UNITS = 4 };

typedef struct {
  uint64_t prefix; ///< the first units of the key; most keys differ there
  rt_string *key;
  rt_value value;
} entry;

static uint64_t prefix_of(rt_string *key) {
  rt_text text = rt_text_of(key);
  uint64_t prefix = 0;
  for (uint32_t i = 0; i < PREFIX_UNITS; i++) prefix = prefix << 16 | (i < text.length ? rt_text_at(text, i) : 0);
  return prefix;
}

static bool is_before(const entry *a, const entry *b) {
  if (a->prefix != b->prefix) return a->prefix < b->prefix;
  return rt__string_compare(a->key, b->key) < 0;
}

static void sort_run(entry *entries, size_t count) {
  for (size_t i = 1; i < count; i++) {
    entry current = entries[i];
    size_t j = i;
    for (; j > 0 && is_before(&current, &entries[j - 1]); j--) entries[j] = entries[j - 1];
    entries[j] = current;
  }
}

/// Merges two sorted neighbours of `source` into `target`.
static void merge(const entry *source, size_t middle, size_t end, entry *target) {
  const entry *a = source, *b = source + middle, *a_end = b, *b_end = source + end;
  while (a < a_end && b < b_end) *target++ = is_before(b, a) ? *b++ : *a++;
  memcpy(target, a, (size_t)(a_end - a) * sizeof *a);
  target += a_end - a;
  memcpy(target, b, (size_t)(b_end - b) * sizeof *b);
}

/// A stable merge sort; where the result lies.
static entry *sort(entry *entries, entry *scratch, size_t count) {
  for (size_t i = 0; i < count; i += INSERTION_RUN)
    sort_run(entries + i, count - i < INSERTION_RUN ? count - i : INSERTION_RUN);
  for (size_t width = INSERTION_RUN; width < count; width *= 2) {
    for (size_t i = 0; i < count; i += 2 * width) {
      size_t end = count - i < 2 * width ? count - i : 2 * width;
      merge(entries + i, end < width ? end : width, end, scratch + i);
    }
    entry *other = entries;
    entries = scratch;
    scratch = other;
  }
  return entries;
}

/// Sorts two plain arrays of one length by the first, which holds strings; they may be the same array.
void rt_sort_texts(rt_value keys, rt_value values) {
  RT_SAFEPOINT();
  rt_array *key_array = rt_as_array(keys), *value_array = rt_as_array(values);
  size_t count = key_array->length;
  if (count < 2) return;
  // No collection comes before the values are back in their array.
  entry *entries = rt__allocate(2 * count * sizeof(entry), RT_CELL_LEAF);
  for (size_t i = 0; i < count; i++) {
    rt_string *key = rt_as_string(key_array->elements[i]);
    entries[i] = (entry){prefix_of(key), key, value_array->elements[i]};
  }
  const entry *sorted = sort(entries, entries + count, count);
  for (size_t i = 0; i < count; i++) value_array->elements[i] = sorted[i].value;
}
