/// The system's large pages, in programs that have typed arrays.
#include "heap.h"

/// Asks where a cell covers at least half of a large page, so that little more is touched than it has. Cells with references
/// keep small pages: the system notes which of them are written.
static void ask(char *start, size_t size, bool use) {
  size_t half = RT_LARGE_PAGE / 2, offset = (size_t)(start - rt__heap.base);
  size_t i = (offset + half) & ~(size_t)(RT_LARGE_PAGE - 1);
  for (; i + half <= offset + size; i += RT_LARGE_PAGE) rt_prim_memory_use_large_page(rt__heap.base + i, use);
}

void rt__use_large_pages(void) { rt__large_pages = ask; }
