#include "allocator.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

/// Memory is one reserved range of pages. A page belongs to one class of sizes for ever, and a byte beside the range says
/// which: a block needs no header, and `free` finds its list by its address. Blocks that were freed are on lists of the
/// thread that freed them; nothing is ever joined.
///
/// | name | what |
/// |---|---|
/// | page | 64 KiB, aligned |
/// | block | what a caller gets |
/// | small | a block of at most half a page: several share a page |
/// | large | a block of whole pages, their number rounded to a class too |

enum {
  PAGE_SHIFT = 16,
  PAGE = 1 << PAGE_SHIFT,
  /// What the system gives at once where it can, in a third of the time of as many small pages.
  HUGE_PAGE = 2 << 20,
  UNIT = 16,
  /// Up to this size there is a class for each multiple of a unit, then four for each doubling.
  FINE = 512,
  FINE_CLASSES = FINE / UNIT,
  CLASSES = 192,
  /// A page inside of a large block, or one that was never used.
  NO_CLASS = 255,
};

static const size_t smallest_range = (size_t)1 << 30, largest_range = (size_t)1 << 38;

typedef struct block {
  struct block *next;
} block;

/// The lists of one thread. When the thread ends, another one takes them over.
typedef struct cache {
  block *freed[CLASSES];
  /// Per class: what is left of the newest page.
  char *fresh[CLASSES], *end[CLASSES];
  struct cache *next;
} cache;

static char *range, *range_next, *range_end;
static uint8_t *classes;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_key_t ending;
static cache *unused;
static __thread cache *mine;

static unsigned class_of(size_t size) {
  if (size <= FINE) return size == 0 ? 0 : (unsigned)((size - 1) / UNIT);
  // The highest bit and the two below it, of the last byte.
  unsigned bit = 63 - (unsigned)__builtin_clzll(size - 1);
  return FINE_CLASSES + (bit - 9) * 4 + (unsigned)((size - 1) >> (bit - 2) & 3);
}

static size_t class_size(unsigned class) {
  if (class < FINE_CLASSES) return ((size_t)class + 1) * UNIT;
  unsigned rest = class - FINE_CLASSES;
  return (size_t)(rest % 4 + 5) << (rest / 4 + 7);
}

static bool is_large(size_t size) { return size > PAGE / 2; }

/// Takes pages from the range.
static char *take_pages(size_t count, size_t alignment) {
  char *start = (char *)(((uintptr_t)range_next + alignment - 1) & ~(alignment - 1));
  if (range == NULL || count > (size_t)(range_end - start) >> PAGE_SHIFT) return NULL;
  range_next = start + (count << PAGE_SHIFT);
  return start;
}

static void give_up_cache(void *value) {
  cache *cache = value;
  pthread_mutex_lock(&lock);
  cache->next = unused;
  unused = cache;
  mine = NULL;
  pthread_mutex_unlock(&lock);
}

/// In a copy of this process, blocks that are free lie in memory that it shares with others: writing to it costs more than
/// new memory does.
static void start_anew(void) {
  if (mine != NULL) memset(mine, 0, offsetof(cache, next));
  range_next = (char *)(((uintptr_t)range_next + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1));
}

/// Reserves the range; the system only provides what is written to.
static void reserve(void) {
  for (size_t size = largest_range; size >= smallest_range; size /= 2) {
    size_t pages = size >> PAGE_SHIFT;
    char *start = mmap(NULL, size + pages + 2 * HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) continue;
    range = range_next = (char *)(((uintptr_t)start + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1));
    range_end = range + size;
    madvise(range, size, MADV_HUGEPAGE);
    classes = (uint8_t *)range_end;
    pthread_key_create(&ending, give_up_cache);
    pthread_atfork(NULL, NULL, start_anew);
    return;
  }
}

/// The lists of this thread; NULL: there is no memory.
static __attribute__((noinline)) cache *adopt_cache(void) {
  pthread_mutex_lock(&lock);
  if (range == NULL) reserve();
  cache *cache = unused;
  if (cache != NULL)
    unused = cache->next;
  else
    cache = (struct cache *)take_pages((sizeof *cache + PAGE - 1) >> PAGE_SHIFT, UNIT);
  mine = cache;
  pthread_mutex_unlock(&lock);
  if (cache != NULL) pthread_setspecific(ending, cache);
  return cache;
}

static void *no_memory(void) {
  errno = ENOMEM;
  return NULL;
}

/// Makes a page of a class, or a large block; gives its first block.
static __attribute__((noinline)) void *allocate_pages(cache *cache, unsigned class, size_t alignment) {
  size_t size = class_size(class);
  pthread_mutex_lock(&lock);
  char *page = take_pages(is_large(size) ? (size + PAGE - 1) >> PAGE_SHIFT : 1, alignment);
  if (page != NULL) classes[(page - range) >> PAGE_SHIFT] = (uint8_t)class;
  pthread_mutex_unlock(&lock);
  if (page == NULL) return no_memory();
  if (!is_large(size)) {
    cache->fresh[class] = page + size;
    cache->end[class] = page + PAGE - size;
  }
  return page;
}

static inline void *allocate(size_t size, bool *isZero) {
  cache *cache = mine;
  if (__builtin_expect(cache == NULL, 0) && (cache = adopt_cache()) == NULL) return no_memory();
  if (__builtin_expect(size > largest_range, 0)) return no_memory();
  unsigned class = class_of(size);
  block *freed = cache->freed[class];
  *isZero = false;
  if (freed != NULL) {
    cache->freed[class] = freed->next;
    return freed;
  }
  *isZero = true;
  char *fresh = cache->fresh[class];
  if (fresh != NULL && fresh <= cache->end[class]) {
    cache->fresh[class] = fresh + class_size(class);
    return fresh;
  }
  return allocate_pages(cache, class, UNIT);
}

void *__wrap_malloc(size_t size) {
  bool isZero;
  return allocate(size, &isZero);
}

static inline unsigned class_at(void *pointer) { return classes[((char *)pointer - range) >> PAGE_SHIFT]; }

void __wrap_free(void *pointer) {
  // What the C library allocated before there was a range, or by its internal names, stays.
  if (pointer < (void *)range || pointer >= (void *)range_end) return;
  cache *cache = mine;
  if (__builtin_expect(cache == NULL, 0) && (cache = adopt_cache()) == NULL) return;
  unsigned class = class_at(pointer);
  block *freed = pointer;
  freed->next = cache->freed[class];
  cache->freed[class] = freed;
}

void *__wrap_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) return no_memory();
  bool isZero;
  void *result = allocate(bytes, &isZero);
  if (result != NULL && !isZero) memset(result, 0, bytes);
  return result;
}

size_t __wrap_malloc_usable_size(void *pointer) { return pointer == NULL ? 0 : class_size(class_at(pointer)); }

void *__wrap_realloc(void *pointer, size_t size) {
  if (pointer == NULL) return __wrap_malloc(size);
  size_t old = __wrap_malloc_usable_size(pointer);
  if (size <= old && (size >= old / 2 || old <= UNIT)) return pointer;
  void *result = __wrap_malloc(size);
  if (result == NULL) return NULL;
  memcpy(result, pointer, size < old ? size : old);
  __wrap_free(pointer);
  return result;
}

/// Blocks whose size is a power of two lie at multiples of it, as far as pages do.
void *__wrap_memalign(size_t alignment, size_t size) {
  if (alignment <= UNIT) return __wrap_malloc(size);
  if (alignment & (alignment - 1)) {
    errno = EINVAL;
    return NULL;
  }
  if (size < alignment) size = alignment;
  if (size > largest_range) return no_memory();
  if (alignment <= PAGE) {
    if (is_large(size)) return __wrap_malloc(size);
    return __wrap_malloc(size == 1 ? 1 : (size_t)1 << (64 - __builtin_clzll(size - 1)));
  }
  cache *cache = mine;
  if (cache == NULL && (cache = adopt_cache()) == NULL) return no_memory();
  return allocate_pages(cache, class_of(size), alignment);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size) { return __wrap_memalign(alignment, size); }

int __wrap_posix_memalign(void **result, size_t alignment, size_t size) {
  int before = errno;
  void *memory = __wrap_memalign(alignment, size);
  int failure = memory == NULL ? errno : 0;
  errno = before;
  if (failure == 0) *result = memory;
  return failure;
}

void *__wrap_valloc(size_t size) { return __wrap_memalign(4096, size); }

void *__wrap_pvalloc(size_t size) { return __wrap_memalign(4096, (size + 4095) & ~(size_t)4095); }
