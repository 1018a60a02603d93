#ifndef POLYGLOT_REFERENCE_COUNTS_H
#define POLYGLOT_REFERENCE_COUNTS_H

#include <pthread.h>

/// Swift's reference counting without atomic instructions while one thread runs alone; see reference_counts.c. `--wrap`
/// makes the linker take these wherever anything that is linked means the originals.
///
/// An atomic change of a count takes several times as long as a plain one even if no other processor has the cache line, and
/// most phases of a build have one thread.

void *__wrap_swift_retain(void *object);
void __wrap_swift_release(void *object);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument);
int __wrap_pthread_join(pthread_t thread, void **result);

#endif
