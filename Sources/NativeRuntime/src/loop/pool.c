/// The thread pool: what would block, files and names of hosts, is done by threads meanwhile.
#include "loop.h"
#include "rt_prim.h"

enum { THREADS_DEFAULT = 4, THREADS_MAX = 128 };

/// All work under way, so that the collector sees it.
static rt_work *under_way RT_ROOTED_UNUSED;

/// Guards the two queues: 0 free, 1 taken, 2 taken and waited for.
static uint32_t lock;
/// What no thread has taken yet, and what is done.
static rt_work *first_waiting, *last_waiting, *first_done, *last_done;
/// Counts what was submitted, so that threads can sleep until it changes.
static uint32_t submissions;
/// Threads that sleep, or were woken and have taken nothing yet.
static uint32_t idle_threads;
/// What no thread has taken yet; guarded by the lock.
static uint32_t waiting_count;
static uint32_t thread_count, thread_limit;
/// Whether there are no threads, so that the poll phase does the work.
static bool is_single;

static void acquire(void) {
  uint32_t state = 0;
  if (__atomic_compare_exchange_n(&lock, &state, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) return;
  while (__atomic_exchange_n(&lock, 2, __ATOMIC_ACQUIRE) != 0) rt_prim_wait(&lock, 2, 0);
}

static void release(void) {
  if (__atomic_exchange_n(&lock, 0, __ATOMIC_RELEASE) == 2) rt_prim_wake(&lock);
}

static void append(rt_work **first, rt_work **last, rt_work *work) {
  work->next_queued = NULL;
  if (*first) (*last)->next_queued = work;
  else *first = work;
  *last = work;
}

static rt_work *take_waiting(void) {
  acquire();
  rt_work *work = first_waiting;
  if (work) {
    first_waiting = work->next_queued;
    waiting_count--;
  }
  release();
  return work;
}

static void run_thread(void) {
  for (;;) {
    uint32_t seen = __atomic_load_n(&submissions, __ATOMIC_ACQUIRE);
    rt_work *work = take_waiting();
    if (!work) {
      __atomic_add_fetch(&idle_threads, 1, __ATOMIC_SEQ_CST);
      rt_prim_wait(&submissions, seen, 0);
      __atomic_sub_fetch(&idle_threads, 1, __ATOMIC_SEQ_CST);
      continue;
    }
    work->run(work);
    acquire();
    bool is_first = !first_done;
    append(&first_done, &last_done, work);
    release();
    if (is_first) rt_prim_poll_interrupt();
  }
}

/// Ends the work that is done; called in the poll phase.
static void finish_js(void) {
  acquire();
  rt_work *work = first_done;
  first_done = NULL;
  release();
  while (work) {
    rt_work *next = work->next_queued;
    RT_ROOT_POINTER(next);
    if (work->previous) work->previous->next = work->next;
    else under_way = work->next;
    if (work->next) work->next->previous = work->previous;
    rt__loop_reference(-1);
    work->done_js(work);
    work = next;
  }
}

/// Without threads: does what was submitted before the poll phase, in it.
static bool run_here(void) {
  rt_work *work;
  while ((work = take_waiting())) {
    work->run(work);
    append(&first_done, &last_done, work);
  }
  return first_done != NULL;
}

/// Does without threads from now on.
static void work_here(void) {
  is_single = true;
  rt_loop_phases.run_here = run_here;
}

static void start(void) {
  rt__loop_interrupted_js = finish_js;
  // Threads that could not tell that they are done are none.
  if (rt__loop_poll() < 0) work_here();
  const char *text = rt_prim_getenv("UV_THREADPOOL_SIZE");
  thread_limit = 0;
  for (; text && *text >= '0' && *text <= '9' && thread_limit <= THREADS_MAX; text++)
    thread_limit = thread_limit * 10 + (uint32_t)(*text - '0');
  if (thread_limit == 0) thread_limit = THREADS_DEFAULT;
  if (thread_limit > THREADS_MAX) thread_limit = THREADS_MAX;
}

void rt__submit(rt_work *work) {
  if (thread_limit == 0) start();
  rt__loop_reference(1);
  work->previous = NULL;
  work->next = under_way;
  if (under_way) under_way->previous = work;
  under_way = work;
  acquire();
  append(&first_waiting, &last_waiting, work);
  uint32_t waiting = ++waiting_count;
  release();
  if (is_single) return;
  __atomic_add_fetch(&submissions, 1, __ATOMIC_SEQ_CST);
  uint32_t idle = __atomic_load_n(&idle_threads, __ATOMIC_SEQ_CST);
  if (idle > 0) rt_prim_wake(&submissions);
  // A thread that was woken before is still idle, but will take what it was woken for.
  if (waiting <= idle || thread_count == thread_limit) return;
  if (rt_prim_thread_start(run_thread, false)) thread_count++;
  else if (thread_count == 0) work_here();
}
