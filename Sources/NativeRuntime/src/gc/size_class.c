/// Size classes: steps of 16 bytes up to 256, then four to each doubling as far as whole cells fit a page well.
#include "heap.h"

static const uint16_t class_sizes[RT_SIZE_CLASS_COUNT] = {
    16,   32,   48,   64,   80,   96,   112,  128,  144,   160,   176,   192,   208,   224,
    240,  256,  320,  384,  448,  512,  640,  768,  896,   1024,  1280,  1536,  1792,  2048,
    2560, 3072, 3584, 4096, 5120, 6144, 7168, 8192, 10912, 13104, 16384, 21840, 32768,
};

uint32_t rt__class_size(uint32_t size_class) { return class_sizes[size_class]; }

/// The smallest class whose cells hold `size` bytes, which is 1 to RT_SMALL_SIZE_MAX.
static uint32_t class_of(size_t size) {
  if (size <= 256) return (uint32_t)((size - 1) / RT_GRANULE);
  uint32_t low = 16, high = RT_SIZE_CLASS_COUNT - 1;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (class_sizes[middle] < size)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

uint32_t rt__size_class_of(size_t size) { return class_of(size); }

size_t rt__good_size(size_t size) {
  if (size == 0) return RT_GRANULE;
  if (size <= RT_SMALL_SIZE_MAX) return class_sizes[class_of(size)];
  return (size + 4095) & ~(size_t)4095;
}
