/// Moving elements at once, for the prelude.
#include "library.h"

void rt_move_elements(rt_value source, double from, rt_value target, double to, double count);

/// Copies elements between plain arrays, or within one; the target grows if they do not fit.
void rt_move_elements(rt_value source, double from, rt_value target, double to, double count) {
  RT_SAFEPOINT();
  rt_array *giver = rt_as_array(source), *taker = rt_as_array(target);
  size_t length = (size_t)count;
  uint32_t end = (uint32_t)((size_t)to + length);
  rt__array_reserve(taker, end);
  if (!giver->numbers) taker->numbers = 0;
  memmove(taker->elements + (size_t)to, giver->elements + (size_t)from, length * sizeof(rt_value));
  if (taker->length < end) taker->length = end;
}
