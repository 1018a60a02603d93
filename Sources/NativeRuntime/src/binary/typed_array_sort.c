/// Sorting a typed array by CompareTypedArrayElements (ECMA-262 23.2.4.7) without a comparator.
///
/// Elements become unsigned integers in the same order (NaN last, -0 before +0), which are sorted byte by byte.
#include "binary.h"

int32_t rt_typed_array_sort(rt_value value, int32_t direction);

enum { INSERTION_MAX = 32 };

/// The sign bit of an element of a size.
static uint64_t sign_of(uint32_t shift) { return 1ull << ((8u << shift) - 1); }

/// The key of an element's bits; `is_nan` tells a float's.
static uint64_t to_key(uint32_t kind, uint64_t bits, uint64_t sign, uint64_t infinity) {
  if (infinity) {
    if ((bits & (sign - 1)) > infinity) return sign | (sign - 1);
    return bits & sign ? ~bits & (sign | (sign - 1)) : bits | sign;
  }
  bool is_signed = kind == RT_ELEMENT_INT8 || kind == RT_ELEMENT_INT16 || kind == RT_ELEMENT_INT32 ||
                   kind == RT_ELEMENT_BIGINT64;
  return is_signed ? bits ^ sign : bits;
}

static uint64_t from_key(uint32_t kind, uint64_t key, uint64_t sign, uint64_t infinity) {
  if (!infinity) return to_key(kind, key, sign, 0);
  if (key == (sign | (sign - 1))) return infinity | ((infinity & ~(infinity << 1)) >> 1);
  return key & sign ? key ^ sign : ~key & (sign | (sign - 1));
}

static void insertion_sort(uint64_t *keys, size_t count) {
  for (size_t i = 1; i < count; i++) {
    uint64_t key = keys[i];
    size_t j = i;
    for (; j > 0 && keys[j - 1] > key; j--) keys[j] = keys[j - 1];
    keys[j] = key;
  }
}

/// Sorts by one byte after the other, the lowest first; the result's place.
static uint64_t *radix_sort(uint64_t *keys, uint64_t *scratch, size_t count, uint32_t bytes) {
  for (uint32_t byte = 0; byte < bytes; byte++) {
    size_t starts[257] = {0};
    for (size_t i = 0; i < count; i++) starts[((keys[i] >> (8 * byte)) & 255) + 1]++;
    // A byte that all keys share needs no pass.
    if (starts[((keys[0] >> (8 * byte)) & 255) + 1] == count) continue;
    for (uint32_t i = 0; i < 256; i++) starts[i + 1] += starts[i];
    for (size_t i = 0; i < count; i++) scratch[starts[(keys[i] >> (8 * byte)) & 255]++] = keys[i];
    uint64_t *swap = keys;
    keys = scratch;
    scratch = swap;
  }
  return keys;
}

static void sort(rt_view *view) {
  uint32_t kind = view->kind, shift = rt_element_shift(kind);
  size_t count = view->length;
  uint64_t sign = sign_of(shift);
  uint64_t infinity = kind == RT_ELEMENT_FLOAT16   ? 0x7C00
                      : kind == RT_ELEMENT_FLOAT32 ? 0x7F800000
                      : kind == RT_ELEMENT_FLOAT64 ? 0x7FF0000000000000ull
                                                   : 0;
  bool is_short = count <= INSERTION_MAX;
  uint64_t few[INSERTION_MAX];
  uint64_t *keys = is_short ? few : rt__allocate(2 * count * sizeof(uint64_t), RT_CELL_LEAF);
  for (size_t i = 0; i < count; i++) {
    uint64_t bits = 0;
    memcpy(&bits, view->data + (i << shift), (size_t)1 << shift);
    keys[i] = to_key(kind, bits, sign, infinity);
  }
  uint64_t *sorted = keys;
  if (is_short)
    insertion_sort(keys, count);
  else
    sorted = radix_sort(keys, keys + count, count, 1u << shift);
  for (size_t i = 0; i < count; i++)
    rt__element_store(kind, view->data + (i << shift), from_key(kind, sorted[i], sign, infinity));
}

/// Whether some element is NaN or -0, which a comparator that subtracts does not order as CompareTypedArrayElements.
static bool has_unordered(const rt_view *view) {
  if (view->kind < RT_ELEMENT_FLOAT16) return false;
  for (size_t i = 0; i < view->length; i++) {
    double number = rt_double(rt__view_get(view, i));
    if (number != number || (number == 0 && __builtin_signbit(number))) return true;
  }
  return false;
}

/// Sorts a typed array in its own order if there is no comparator (direction 0), or by one that is known to subtract its
/// arguments (1) or to do it the other way round (-1); false if the comparator must be called.
int32_t rt_typed_array_sort(rt_value value, int32_t direction) {
  RT_SAFEPOINT();
  rt_view *view = rt_as_view(value);
  if (direction != 0 && (rt_element_is_bigint(view->kind) || has_unordered(view))) return 0;
  sort(view);
  if (direction < 0) {
    uint32_t shift = rt_element_shift(view->kind);
    for (size_t low = 0, high = view->length; low + 1 < high; low++, high--) {
      uint64_t a = 0, b = 0;
      memcpy(&a, view->data + (low << shift), (size_t)1 << shift);
      memcpy(&b, view->data + ((high - 1) << shift), (size_t)1 << shift);
      rt__element_store(view->kind, view->data + (low << shift), b);
      rt__element_store(view->kind, view->data + ((high - 1) << shift), a);
    }
  }
  return 1;
}
