/// What fast loops ask before they work on the elements of an array without looking at each.
#include "library.h"

/// Words looked at before the first that is no number is noticed.
enum { PIECE = 256 };
/// How many elements besides those asked for are looked at, for each of these.
enum { OTHERS_MAX = 3 };

/// Whether some of at most `PIECE` words are no numbers. What is none is a word from a limit on.
static bool has_others(const rt_value *elements, uint64_t count) {
  uint64_t i = 0;
#ifdef __SSE2__
  // The highest 16 bits decide; a subtraction that stops at 0 leaves something of those that are too large.
  typedef uint16_t parts __attribute__((vector_size(16), aligned(8)));
  const uint16_t most = RT_TAG_SPECIAL - 1, any = 0xFFFF;
  const parts numbers = {any, any, any, most, any, any, any, most};
  parts found[4] = {{0}};
  for (; i + 8 <= count; i += 8)
    for (int j = 0; j < 4; j++)
      found[j] |= __builtin_elementwise_sub_sat(*(const parts *)(const void *)&elements[i + 2 * j], numbers);
  parts all = found[0] | found[1] | found[2] | found[3];
  if (all[3] | all[7]) return true;
#endif
  // The sum of such a word with what is missing to 2^64 has no highest bit any more.
  const rt_value missing = (rt_value)0 - (RT_TAG_SPECIAL << RT_TAG_SHIFT);
  rt_value others = 0;
  for (; i < count; i++) others |= elements[i] & ~(elements[i] + missing);
  return others >> 63;
}

/// The same for any number of words.
static bool have_others(const rt_value *elements, uint64_t count) {
  for (; count > PIECE; count -= PIECE, elements += PIECE)
    if (has_others(elements, PIECE)) return true;
  return has_others(elements, count);
}

int32_t rt_elements_are_numbers_slow(rt_value value, int64_t first, int64_t last, int32_t writable) {
  if (!rt_is_plain_array(value)) return false;
  rt_array *array = rt_as_array(value);
  if (!rt_has_elements(&array->object) || (writable && !rt_has_writable_elements(&array->object))) return false;
  if (first < 0 || first > last || last >= (int64_t)array->length) return false;
  if (array->numbers) return true;
  uint64_t count = (uint64_t)(last - first) + 1;
  if (have_others(array->elements + first, count)) return false;
  // Looking at the others too pays if they are not many more.
  uint64_t before = (uint64_t)first, behind = array->length - (uint64_t)last - 1;
  if (before + behind <= OTHERS_MAX * count)
    array->numbers = !have_others(array->elements, before) && !have_others(array->elements + last + 1, behind);
  return true;
}
