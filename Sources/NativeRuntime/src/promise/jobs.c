/// The queue of jobs (ECMA-262 9.5), and the rejections that nobody has handled when it is empty.
#include "object/object.h"
#include "promise.h"
#include "rt_abi.h"
#include "rt_async_context.h"

/// One job: `run(target, is_rejection, value)`.
typedef struct job {
  rt_object *target;
  rt_resume run;
  rt_value value;
  uint64_t is_rejection;
} job;

/// A ring buffer in a cell; its capacity is a power of two.
static struct {
  job *jobs;
  uint32_t capacity, first, count;
} queue RT_ROOTED_UNUSED;

enum { QUEUE_CAPACITY_MIN = 64 };

/// Rejected promises that had no handler then, each behind the context that it was rejected in, if the program has any;
/// some may have got one since. And those that got one too late.
static rt_array *unhandled RT_ROOTED_UNUSED, *handled_late RT_ROOTED_UNUSED;

bool (*rt_rejection_listener)(rt_promise *promise, bool is_late);
uint64_t rt_job_number = 1;
rt_array *rt_kept_alive RT_ROOTED_UNUSED;
void (*rt_cleanup_runner)(void);

/// ClearKeptObjects (9.11).
static void end_job(void) {
  rt_job_number++;
  rt_kept_alive = NULL;
}

static void grow(void) {
  uint32_t capacity = queue.capacity ? queue.capacity * 2 : QUEUE_CAPACITY_MIN;
  job *jobs = rt__allocate_zeroed(capacity * sizeof(job), RT_CELL_WORDS);
  for (uint32_t i = 0; i < queue.count; i++) jobs[i] = queue.jobs[(queue.first + i) & (queue.capacity - 1)];
  queue.jobs = jobs;
  queue.capacity = capacity;
  queue.first = 0;
}

void rt__enqueue_job(rt_object *target, rt_resume run, int32_t is_rejection, rt_value value) {
  rt_job_runner = rt__run_jobs;
  if (RT_UNLIKELY(rt_async_hooks != NULL)) rt_async_hooks->bind_job(&target, &run);
  if (queue.count == queue.capacity) grow();
  queue.jobs[(queue.first + queue.count++) & (queue.capacity - 1)] =
      (job){.target = target, .run = run, .value = value, .is_rejection = (uint64_t)is_rejection};
}

void rt__track_rejection(rt_promise *promise) {
  rt_job_runner = rt__run_jobs;
  if (!unhandled) unhandled = rt__array_new(4);
  if (RT_UNLIKELY(rt_async_hooks != NULL)) (void)rt__array_push(unhandled, rt_async_hooks->capture());
  (void)rt__array_push(unhandled, rt_from_object(promise));
}

void rt__track_late_handler(rt_promise *promise) {
  promise->is_told = 0;
  rt_job_runner = rt__run_jobs;
  if (!handled_late) handled_late = rt__array_new(4);
  (void)rt__array_push(handled_late, rt_from_object(promise));
}

/// Tells of the rejections that are still not handled: whether there were any, so that more may have to run now.
static bool process_rejections_js(void) {
  rt_array *late = handled_late;
  RT_ROOT_POINTER(late);
  handled_late = NULL;
  for (uint32_t i = 0; late && i < late->length; i++) (void)rt_rejection_listener(rt_as_promise(late->elements[i]), true);
  rt_array *promises = unhandled;
  if (!promises) return late != NULL;
  RT_ROOT_POINTER(promises);
  unhandled = NULL;
  for (uint32_t i = 0; i < promises->length; i++) {
    if (!rt_is_promise(promises->elements[i])) {
      rt__enter_context(promises->elements[i]);
      continue;
    }
    rt_promise *promise = rt_as_promise(promises->elements[i]);
    if (!promise->is_handled) rt__fail_unhandled_js(promise);
  }
  return true;
}

void rt__run_microtasks_js(void) {
  while (queue.count > 0) {
    job *slot = &queue.jobs[queue.first];
    job next = *slot;
    // What has run must not be kept alive.
    *slot = (job){0};
    queue.first = (queue.first + 1) & (queue.capacity - 1);
    queue.count--;
    end_job();
    next.run(next.target, (int32_t)next.is_rejection, next.value);
  }
}

static void run_until_empty_js(bool microtasks_first) {
  if (microtasks_first) rt__run_microtasks_js();
  for (;;) {
    if (rt_tick_runner && !rt_tick_runner()) return;
    rt__run_microtasks_js();
    if (rt_tick_count > 0) continue;
    if (process_rejections_js()) continue;
    // What died meanwhile is told when everything else is done.
    void (*cleanup)(void) = rt_cleanup_runner;
    end_job();
    if (!cleanup) return;
    rt_cleanup_runner = NULL;
    cleanup();
  }
}

void rt__run_jobs(bool microtasks_first) {
  run_until_empty_js(microtasks_first);
  rt__enter_context(RT_UNDEFINED);
}
