/// What fast loops ask before they work on the elements of an array without looking at each.
#include "library.h"

int32_t rt_elements_are_numbers(rt_value value, int64_t first, int64_t last, int32_t writable) {
  if (!rt_is_plain_array(value)) return false;
  const rt_array *array = rt_as_array(value);
  if (!rt_has_elements(&array->object) || (writable && !rt_has_writable_elements(&array->object))) return false;
  if (first < 0 || first > last || last >= (int64_t)array->length) return false;
  // What is no number is a word from a limit on; the sum of such words with what is missing to 2^64 has no highest bit any more.
  // In pieces, so that one at the beginning is soon found and the compiler can take several words at once.
  const rt_value missing = (rt_value)0 - (RT_TAG_SPECIAL << RT_TAG_SHIFT);
  const rt_value *elements = array->elements + first;
  uint64_t count = (uint64_t)(last - first) + 1;
  while (count > 0) {
    uint64_t piece = count < 256 ? count : 256;
    rt_value others = 0;
    for (uint64_t i = 0; i < piece; i++) others |= elements[i] & ~(elements[i] + missing);
    if (others >> 63) return false;
    elements += piece;
    count -= piece;
  }
  return true;
}
