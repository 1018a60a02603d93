/// Memory from Linux: one reservation of addresses, made accessible piece by piece.
#include "rt_prim.h"

#include <stdlib.h>
#include <sys/mman.h>

enum { ALIGNMENT = 4 << 20 };

size_t rt_prim_memory_reserve(size_t size, void **base) {
  // A limit on address space (ulimit -v) makes large reservations fail; smaller ones may do.
  for (; size >= (64u << 20); size /= 2) {
    char *start = mmap(NULL, size + ALIGNMENT, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) continue;
    *base = (void *)(((uintptr_t)start + ALIGNMENT - 1) & ~(uintptr_t)(ALIGNMENT - 1));
    // A small program must not get 2 MiB at its first touch of the arena.
    madvise(*base, ALIGNMENT, MADV_NOHUGEPAGE);
    return size;
  }
  return 0;
}

int rt_prim_memory_commit(void *start, size_t size) {
  return mprotect(start, size, PROT_READ | PROT_WRITE) == 0 ? 0 : -RT_ENOMEM;
}

bool rt_prim_memory_discard(void *start, size_t size) { return madvise(start, size, MADV_DONTNEED) == 0; }

void rt_prim_memory_use_large_page(void *start, bool use) {
  madvise(start, RT_LARGE_PAGE, use ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
  // Parts that were touched before stand in the way of a large page until they are joined (MADV_COLLAPSE, Linux 6.1).
  if (use) madvise(start, RT_LARGE_PAGE, 25);
}

void *rt_prim_memory_map(size_t size) {
  void *start = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return start == MAP_FAILED ? NULL : start;
}

void rt_prim_memory_unmap(void *start, size_t size) { munmap(start, size); }

void *rt_prim_buffer_new(size_t size) { return malloc(size); }
void rt_prim_buffer_free(void *buffer) { free(buffer); }
