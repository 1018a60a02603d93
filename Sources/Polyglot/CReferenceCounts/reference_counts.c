#include "reference_counts.h"

#include <stdbool.h>

void *__real_swift_retain(void *object);
void __real_swift_release(void *object);
void *swift_nonatomic_retain(void *object);
void swift_nonatomic_release(void *object);
int __real_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument);
int __real_pthread_join(pthread_t thread, void **result);

/// How many threads may be at work. A thread that nobody joins counts for ever. It only grows from 1 by what the one thread
/// does, before another one starts.
static int running = 1;

static bool is_alone(void) { return __atomic_load_n(&running, __ATOMIC_ACQUIRE) == 1; }

static void change_running(int difference) { __atomic_fetch_add(&running, difference, __ATOMIC_SEQ_CST); }

void *__wrap_swift_retain(void *object) {
  return is_alone() ? swift_nonatomic_retain(object) : __real_swift_retain(object);
}

void __wrap_swift_release(void *object) {
  if (is_alone()) {
    swift_nonatomic_release(object);
  } else {
    __real_swift_release(object);
  }
}

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
  change_running(1);
  int failure = __real_pthread_create(thread, attributes, start, argument);
  if (failure != 0) change_running(-1);
  return failure;
}

/// The caller does nothing until the other thread has ended, and takes its place then.
int __wrap_pthread_join(pthread_t thread, void **result) {
  change_running(-1);
  int failure = __real_pthread_join(thread, result);
  if (failure != 0) change_running(1);
  return failure;
}
