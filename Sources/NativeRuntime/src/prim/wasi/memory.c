/// Memory on WASI: the linear memory behind the program's data, grown piece by piece.
#include "rt_heap.h"
#include "wasi.h"

enum { PAGE = 65536 };

static uintptr_t memory_end(void) { return (uintptr_t)__builtin_wasm_memory_size(0) * PAGE; }

void *rt__wasi_take_memory(size_t size) {
  uintptr_t start = memory_end();
  return __builtin_wasm_memory_grow(0, (size + PAGE - 1) / PAGE) == (size_t)-1 ? NULL : (void *)start;
}

size_t rt_prim_memory_reserve(size_t size, void **base) {
  uintptr_t start = memory_end();
  *base = (void *)start;
  // The last page of the address space stays unused, so that no end address wraps to 0.
  size_t available = (size_t)0 - PAGE - start;
  return size < available ? size : available;
}

int rt_prim_memory_commit(void *start, size_t size) {
  // Memory that somebody else took would lie between this range and the one before.
  if ((uintptr_t)start != memory_end()) return -RT_ENOMEM;
  return __builtin_wasm_memory_grow(0, size / PAGE) == (size_t)-1 ? -RT_ENOMEM : 0;
}

bool rt_prim_memory_discard(void *start, size_t size) {
  // Linear memory never shrinks.
  (void)start, (void)size;
  return false;
}

void rt_prim_memory_use_large_page(void *start, bool use) { (void)start, (void)use; }

void *rt_prim_memory_map(size_t size) {
  // It could never be given back.
  (void)size;
  return NULL;
}

void rt_prim_memory_unmap(void *start, size_t size) { (void)start, (void)size; }

// Without threads the heap serves: nothing collects while the buffer is in use, or a request refers to it.
void *rt_prim_buffer_new(size_t size) { return rt__is_allocatable(size) ? rt__allocate(size, RT_CELL_LEAF) : NULL; }
void rt_prim_buffer_free(void *buffer) { (void)buffer; }
