/// The collected heap: what allocates, when a collection may happen, and how C code keeps references alive.
///
/// Glossary
///   arena      one reserved range of addresses, used in 64 KiB pages
///   page       64 KiB that hold cells of one kind and one size class
///   cell       one allocation; a multiple of 16 bytes; pointers into its middle keep it alive too
///   safepoint  the entry of a runtime function that compiled code calls: the only place where a collection starts
///
/// The collector treats every word of a cell that is not a leaf as a possible reference: a NaN-boxed value, a raw
/// pointer, or neither. So a cell may hold any mix of them and needs no description.
#pragma once

#include "rt_value.h"

enum rt_cell_kind {
  RT_CELL_LEAF = 0,  ///< holds no references: flat strings, bytes, hash indices
  RT_CELL_WORDS = 1, ///< may hold references anywhere
};
enum { RT_CELL_KIND_COUNT = 2 };

/// The largest size that has a size class; larger cells get pages of their own.
enum { RT_SMALL_SIZE_MAX = 32768, RT_GRANULE = 16, RT_SIZE_CLASS_COUNT = 41 };
/// Up to this size, each class is a granule larger than the one before.
enum { RT_STEPPED_SIZE_MAX = 256 };

/// The run of free cells that allocation of one kind and size class takes from.
typedef struct rt_free_run {
  char *cursor;
  char *end;
} rt_free_run;

extern rt_free_run rt_free_runs[RT_CELL_KIND_COUNT][RT_SIZE_CLASS_COUNT];

/// Whether the next safepoint collects.
extern uint8_t rt_collection_wanted;

/// Collects now; the registers and the stack are roots.
void rt__collect_at_safepoint(void);
/// What a safepoint does when a collection is wanted: collects, under stress not always.
void rt__safepoint(void);

/// The first statement of each allocating function that compiled code calls directly.
#define RT_SAFEPOINT()                                                                                                 \
  do {                                                                                                                 \
    if (__builtin_expect(rt_collection_wanted, 0)) rt__safepoint();                                                    \
  } while (0)

/// Makes collections of large heaps run beside the program, where that is possible: see src/gc/concurrent.c.
void rt__collect_concurrently(void);
/// Stands in what programs with large heaps call to fill them. A program that calls nothing of the kind does not link
/// the concurrent collector.
#ifdef __wasm__
#define RT_MAY_FILL_HEAP() ((void)0)
#else
#define RT_MAY_FILL_HEAP() rt__collect_concurrently()
#endif

/// Keeps values alive across calls that may run user code, where the machine's registers cannot be scanned: each value
/// gets a slot in the linear-memory stack. `RT_ROOT(value)` declares one; use it in C functions that call `_js`
/// functions and use references afterwards. Natively the conservative scan of stack and registers suffices.
#ifdef __wasm__
#define RT_ROOT__NAME(line) rt_root__##line
#define RT_ROOT__DECLARE(v, line)                                                                                      \
  volatile uint64_t RT_ROOT__NAME(line) = (uint64_t)(v);                                                               \
  (void)RT_ROOT__NAME(line)
#define RT_ROOT__EXPAND(v, line) RT_ROOT__DECLARE(v, line)
/// Roots a `rt_value`.
#define RT_ROOT(v) RT_ROOT__EXPAND(v, __COUNTER__)
/// Roots a pointer to a cell.
#define RT_ROOT_POINTER(p) RT_ROOT__EXPAND((uintptr_t)(p), __COUNTER__)
#else
#define RT_ROOT(v) ((void)(v))
#define RT_ROOT_POINTER(p) ((void)(p))
#endif

/// A cell of `size` bytes, of leaves with unspecified contents, otherwise filled with zero bytes; never collects and never
/// returns NULL (out of memory is fatal).
void *rt__allocate(size_t size, enum rt_cell_kind kind);

/// The same, filled with zero bytes. As values these are the number 0.
void *rt__allocate_zeroed(size_t size, enum rt_cell_kind kind);

/// Lets large cells without references have the system's large pages from now on.
void rt__use_large_pages(void);

/// Makes a cell larger where it stands, so that it need not be copied; false if it is no large cell or others are behind it.
bool rt__extend(void *cell, size_t size);

/// The number of bytes that a cell of at least `size` bytes really has, for growing buffers to what is there anyway.
size_t rt__good_size(size_t size);

/// Whether a request of so many bytes can succeed at all; larger ones must throw a RangeError.
bool rt__is_allocatable(uint64_t size);

/// Bytes in live cells plus bytes allocated since the last collection; for `process.memoryUsage`.
uint64_t rt__heap_used(void);
/// Bytes of the pages in use; for `process.memoryUsage`.
uint64_t rt__heap_committed(void);

/// Whether the last marking reached the cell; for weak tables, inside `rt__weak_sweepers` only.
bool rt__is_marked(const void *cell);

/// A function that drops the dead entries of a weak table; called after marking and before any sweeping.
typedef void (*rt_weak_sweeper)(void);
/// Registers a weak table; at most 8 in a process.
void rt__register_weak_sweeper(rt_weak_sweeper sweeper);
/// Registers one more range of words that the collector scans; at most 8. Prefer variables marked `RT_ROOTED`.
void rt__register_roots(const void *start, const void *end);

/// Places a variable that holds references among the roots. Such variables must be word-aligned.
#define RT_ROOTED __attribute__((section("rt_roots"), used))
#define RT_ROOTED_UNUSED __attribute__((section("rt_roots")))

// The machine stack.

/// Compiled functions that need stack compare their frame's end with it.
extern char *rt_stack_limit;
/// Throws the RangeError "Maximum call stack size exceeded"; returns RT_EXCEPTION.
rt_value rt_throw_stack_overflow(void);
/// For the runtime's own recursion: true if the stack is nearly used up, with the RangeError pending.
#define RT_STACK_CHECK()                                                                                               \
  (__builtin_expect((char *)__builtin_frame_address(0) < rt_stack_limit, 0) ? (rt_throw_stack_overflow(), true) : false)

/// Where engines keep the frames of calls elsewhere: counts what the runtime's functions take there between two functions
/// of the program against the stack in memory, as that is what is compared with the limit. Stands before each call of
/// the program's code.
#ifdef __wasm__
enum { RT_STACK_CHARGE_BYTES = 320 };
#define RT_STACK_CHARGE_OF(bytes)                                                                                      \
  char rt__stack_charge[bytes];                                                                                        \
  __asm__ volatile("" : : "r"(rt__stack_charge) : "memory")
#else
#define RT_STACK_CHARGE_OF(bytes) ((void)0)
#endif
#define RT_STACK_CHARGE() RT_STACK_CHARGE_OF(RT_STACK_CHARGE_BYTES)

/// Ends the process with a message on stderr and status 134, as Node does when the heap is full.
_Noreturn void rt__fatal(const char *message);
