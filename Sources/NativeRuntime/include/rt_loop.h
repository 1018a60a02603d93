/// The event loop (https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick): what modules of Node
/// build on.
///
/// Glossary
///   phase      one of the steps that the loop goes through again and again: timers, pending, idle, prepare, poll, check,
///              close (src/loop/loop.c)
///   callback   a call of a function of the program by a phase. Behind each one the queue of process.nextTick and the
///              microtasks run, until both are empty; an exception goes to the listeners of `uncaughtException`
///   reference  something that the program waits for: the loop ends when there are none. A timer that was `unref`ed, or
///              an idle watcher, has no reference
///   watcher    a descriptor, and the function that is called in the poll phase when it is ready
///   work       what a thread of the pool does meanwhile; its `done` is called in the poll phase
///
/// Nothing here is linked into programs that use no timers and none of these modules: `rt_event_loop` is NULL until
/// something starts the loop.
#pragma once

#include "rt_function.h"

/// Makes the program go through the loop when its modules have run; whatever needs the loop calls it first.
void rt__loop_start(void);
/// Adds to the number of references, or takes from it.
void rt__loop_reference(int32_t change);
/// Whether there are references.
bool rt__loop_is_alive(void);
/// Milliseconds of the monotonic clock, read now. Like Node's timers it knows nothing finer.
uint64_t rt__loop_now(void);

/// A callback without tick queue and microtasks: false if it threw and a listener of the program handled that.
bool rt__loop_call_js(rt_value function, rt_value this_value, uint32_t argc, const rt_value *argv);
/// What runs behind callbacks: the queue of process.nextTick and the microtasks.
void rt__loop_end_callback_js(void);

/// setImmediate; the arguments may be NULL.
rt_value rt__set_immediate(rt_value callback, rt_array *arguments);
/// process.nextTick; the arguments may be NULL.
void rt__next_tick(rt_value callback, rt_array *arguments);

// Watchers.

enum rt_readiness { RT_READABLE = 1, RT_WRITABLE = 2, RT_READY_ERROR = 4 };

/// A watched descriptor. Belongs to a cell or static data that outlives it; zeroed but for `fd` and `ready_js`.
typedef struct rt_watcher {
  int fd;
  uint8_t wanted; ///< enum rt_readiness; changed by rt__watch only
  uint8_t armed;  ///< what the system knows of
  uint8_t is_changed;
  uint8_t is_late; ///< called behind the others that are ready in the same round
  /// Called in the poll phase, with what is ready; it runs callbacks by rt__loop_call_js.
  void (*ready_js)(struct rt_watcher *watcher, uint32_t readiness);
  struct rt_watcher *next_changed;
} rt_watcher;

/// Changes what is waited for; nothing (0) before the descriptor is closed. The system is told before the next poll, all
/// changes at once.
void rt__watch(rt_watcher *watcher, uint32_t wanted);

// Work.

/// Something to do in a thread of the pool. Belongs to a cell, which is kept alive until `done_js` returns.
typedef struct rt_work {
  /// Called in another thread, or where there are none in the poll phase: must not touch the heap's objects.
  void (*run)(struct rt_work *work);
  /// Called in the poll phase; it runs callbacks by rt__loop_call_js.
  void (*done_js)(struct rt_work *work);
  struct rt_work *next, *previous; ///< of all work under way
  struct rt_work *next_queued;
} rt_work;

/// Queues work and holds a reference until it is done.
void rt__submit(rt_work *work);
