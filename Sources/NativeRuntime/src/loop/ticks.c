/// The queue of process.nextTick (https://nodejs.org/api/process.html#processnexttickcallback-args).
#include "builtin/native.h"
#include "loop.h"
#include "rt_async_context.h"

/// A call that is due; `arguments` is NULL if there are none.
typedef struct tick {
  rt_value callback;
  rt_array *arguments;
} tick;

/// A ring buffer in a cell; its capacity is a power of two.
static struct {
  tick *ticks;
  uint32_t capacity, first;
} queue RT_ROOTED_UNUSED;

enum { QUEUE_CAPACITY_MIN = 64 };

static void grow(void) {
  uint32_t capacity = queue.capacity ? queue.capacity * 2 : QUEUE_CAPACITY_MIN;
  tick *ticks = rt__allocate_zeroed(capacity * sizeof(tick), RT_CELL_WORDS);
  for (uint32_t i = 0; i < rt_tick_count; i++) ticks[i] = queue.ticks[(queue.first + i) & (queue.capacity - 1)];
  queue.ticks = ticks;
  queue.capacity = capacity;
  queue.first = 0;
}

/// Runs ticks until there are none: false if one threw and the program's listener handled that. Then the rest waits for
/// the next callback, as in Node.
static bool run_ticks_js(void) {
  while (rt_tick_count > 0) {
    tick *slot = &queue.ticks[queue.first];
    tick next = *slot;
    // What has run must not be kept alive.
    *slot = (tick){0};
    queue.first = (queue.first + 1) & (queue.capacity - 1);
    rt_tick_count--;
    uint32_t argc = next.arguments ? next.arguments->length : 0;
    RT_ROOT_POINTER(next.arguments);
    if (!rt__loop_call_js(next.callback, RT_UNDEFINED, argc, argc ? next.arguments->elements : NULL)) return false;
  }
  return true;
}

void rt__next_tick(rt_value callback, rt_array *arguments) {
  if (rt_is_exiting) return;
  callback = rt__bind_context(callback);
  rt_job_runner = rt__run_jobs;
  rt_tick_runner = run_ticks_js;
  if (rt_tick_count == queue.capacity) grow();
  queue.ticks[(queue.first + rt_tick_count++) & (queue.capacity - 1)] = (tick){callback, arguments};
}

/// process.nextTick ( callback [ , ...args ] )
NATIVE(rt_process_next_tick) {
  rt_value callback = ARGUMENT(0);
  if (!rt_is_function(callback)) return rt__throw_argument_type("callback", "of type function", callback);
  rt__next_tick(callback, argc > 1 ? (rt_array *)(void *)rt_rest_array(argc, argv, 1) : NULL);
  return RT_UNDEFINED;
}

/// The same for the facade, which has the arguments as an array, or undefined.
void rt_next_tick(rt_value callback, rt_value arguments);
void rt_next_tick(rt_value callback, rt_value arguments) {
  rt__next_tick(callback, rt_is_object(arguments) ? rt_as_array(arguments) : NULL);
}
