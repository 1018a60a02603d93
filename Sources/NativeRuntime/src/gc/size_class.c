/// Size classes: steps of 16 bytes up to 256, then four to each doubling as far as whole cells fit a page well.
#include "heap.h"

#define CLASS(size) {(uint32_t)(((1ull << 32) + (size) - 1) / (size)), (size) / RT_GRANULE, PAGE_SIZE / (size)}
// clang-format off
#define CLASSES                                                                                                        \
  CLASS(16), CLASS(32), CLASS(48), CLASS(64), CLASS(80), CLASS(96), CLASS(112), CLASS(128), CLASS(144), CLASS(160),    \
  CLASS(176), CLASS(192), CLASS(208), CLASS(224), CLASS(240), CLASS(256), CLASS(320), CLASS(384), CLASS(448),          \
  CLASS(512), CLASS(640), CLASS(768), CLASS(896), CLASS(1024), CLASS(1280), CLASS(1536), CLASS(1792), CLASS(2048),     \
  CLASS(2560), CLASS(3072), CLASS(3584), CLASS(4096), CLASS(5120), CLASS(6144), CLASS(7168), CLASS(8192),              \
  CLASS(10912), CLASS(13104), CLASS(16384), CLASS(21840), CLASS(32768)
// clang-format on

const size_class rt__size_classes[2 * RT_SIZE_CLASS_COUNT] = {CLASSES, CLASSES};

/// Classes from 320 bytes (2^8 and a quarter) to 8192 lie four to each doubling.
enum { FIRST_QUARTERED = 16, QUARTERED_POWER = 8, QUARTERED_MAX = 8192 };

/// The smallest class whose cells hold `size` bytes, which is 1 to RT_SMALL_SIZE_MAX.
uint32_t rt__size_class_of(size_t size) {
  if (size <= RT_STEPPED_SIZE_MAX) return (uint32_t)((size - 1) / RT_GRANULE);
  if (size <= QUARTERED_MAX) {
    uint32_t power = 31 - (uint32_t)__builtin_clz((uint32_t)size - 1);
    return FIRST_QUARTERED + (power - QUARTERED_POWER) * 4 + (((uint32_t)size - 1) >> (power - 2) & 3);
  }
  uint32_t low = FIRST_QUARTERED, high = RT_SIZE_CLASS_COUNT - 1;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (rt__class_size(middle) < size)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

size_t rt__good_size(size_t size) {
  if (size == 0) return RT_GRANULE;
  if (size <= RT_SMALL_SIZE_MAX) return rt__class_size(rt__size_class_of(size));
  return (size + 4095) & ~(size_t)4095;
}
