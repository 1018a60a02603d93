/// Sorting an array of numbers by a comparator that is known to be the difference of its arguments.
///
/// OPTIMIZATION: such a comparator can have no effect besides its result, so that neither how often nor on which pairs
/// it is called can be seen, and the elements can be compared directly. Equal numbers (and the two zeros) keep their
/// order, as a stable sort with the comparator would have it.
#include "library.h"

int32_t rt_comparator_direction(rt_value comparator);
int32_t rt_sort_numbers(rt_value array, int32_t direction);

enum { INSERTION_RUN = 12 };

/// 1 for `(a, b) => a - b`, -1 for `(a, b) => b - a`, 0 for any other function.
int32_t rt_comparator_direction(rt_value comparator) {
  if (!rt_is_function(comparator)) return 0;
  switch (rt_as_function(comparator)->info->comparator) {
  case RT_COMPARATOR_ASCENDING: return 1;
  case RT_COMPARATOR_DESCENDING: return -1;
  default: return 0;
  }
}

static void sort_run(double *values, size_t count) {
  for (size_t i = 1; i < count; i++) {
    double value = values[i];
    size_t j = i;
    for (; j > 0 && values[j - 1] > value; j--) values[j] = values[j - 1];
    values[j] = value;
  }
}

/// Merges two sorted neighbours of `source` into `target`.
static void merge(const double *source, size_t middle, size_t end, double *target) {
  const double *a = source, *b = source + middle, *a_end = b, *b_end = source + end;
  while (a < a_end && b < b_end) {
    bool takes_b = *b < *a;
    *target++ = takes_b ? *b : *a;
    a += !takes_b;
    b += takes_b;
  }
  memcpy(target, a, (size_t)(a_end - a) * sizeof *a);
  target += a_end - a;
  memcpy(target, b, (size_t)(b_end - b) * sizeof *b);
}

/// A stable merge sort in ascending order.
static void sort_ascending(double *values, double *scratch, size_t count) {
  for (size_t i = 0; i < count; i += INSERTION_RUN)
    sort_run(values + i, count - i < INSERTION_RUN ? count - i : INSERTION_RUN);
  double *from = values, *to = scratch;
  for (size_t width = INSERTION_RUN; width < count; width *= 2) {
    for (size_t i = 0; i < count; i += 2 * width) {
      size_t end = count - i < 2 * width ? count - i : 2 * width;
      size_t middle = end < width ? end : width;
      merge(from + i, middle, end, to + i);
    }
    double *swap = from;
    from = to;
    to = swap;
  }
  if (from != values) memcpy(values, from, count * sizeof *values);
}

static void negate(double *values, size_t count) {
  for (size_t i = 0; i < count; i++) values[i] = -values[i];
}

/// Sorts a plain array if all its elements are numbers other than NaN; otherwise leaves it alone and returns 0.
int32_t rt_sort_numbers(rt_value value, int32_t direction) {
  RT_SAFEPOINT();
  if (direction == 0 || !rt_is_plain_array(value)) return 0;
  rt_array *array = rt_as_array(value);
  if (!rt_has_writable_elements(&array->object)) return 0;
  size_t count = array->length;
  for (size_t i = 0; i < count; i++) {
    rt_value element = array->elements[i];
    if (!rt_is_number(element) || rt_double(element) != rt_double(element)) return 0;
  }
  // Numbers are stored raw, so the elements are an array of doubles.
  double *values = (double *)(void *)array->elements;
  double *scratch = rt__allocate(count ? count * sizeof(double) : sizeof(double), RT_CELL_LEAF);
  // Descending order is ascending order of the negated numbers, and stable in the same way.
  if (direction < 0) negate(values, count);
  sort_ascending(values, scratch, count);
  if (direction < 0) negate(values, count);
  return 1;
}
