#ifndef POLYGLOT_ALLOCATOR_H
#define POLYGLOT_ALLOCATOR_H

#include <stddef.h>

/// The compiler's `malloc` and its relatives; see allocator.c. `--wrap` makes the linker take these wherever anything that
/// is linked, the C library included, means the C library's.
///
/// LLVM and Swift allocate and free small blocks all the time, on several threads. The C library's allocator took a
/// seventh of a build, much of it for joining neighbours, which pays in processes that run long.

void *__wrap_malloc(size_t size);
void __wrap_free(void *pointer);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *pointer, size_t size);
size_t __wrap_malloc_usable_size(void *pointer);
void *__wrap_memalign(size_t alignment, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
int __wrap_posix_memalign(void **result, size_t alignment, size_t size);
void *__wrap_valloc(size_t size);
void *__wrap_pvalloc(size_t size);

#endif
