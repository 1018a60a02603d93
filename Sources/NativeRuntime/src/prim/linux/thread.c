/// Threads on Linux, and how they and the program wait for each other.
#define _GNU_SOURCE
#include "rt_prim.h"

#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { STACK_SIZE = 256 << 10 };

static void *enter(void *run) {
  ((void (*)(void))run)();
  return NULL;
}

static void *enter_in_background(void *run) {
  // On a busy machine it takes its turn, but does not interrupt the program whenever it has something to do.
  sched_setscheduler(0, SCHED_BATCH, &(struct sched_param){0});
  return enter(run);
}

bool rt_prim_thread_start(void (*run)(void), bool in_background) {
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_attr_setstacksize(&attributes, STACK_SIZE);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  // The new thread inherits the mask: signals are for the program's thread.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int error = pthread_create(&thread, &attributes, in_background ? enter_in_background : enter, (void *)run);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  return error == 0;
}

void rt_prim_wait(uint32_t *word, uint32_t value, uint64_t nanoseconds) {
  struct timespec limit = {(time_t)(nanoseconds / 1000000000), (long)(nanoseconds % 1000000000)};
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, nanoseconds ? &limit : NULL, NULL, 0);
}

void rt_prim_wake(uint32_t *word) { syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 2, NULL, NULL, 0); }
