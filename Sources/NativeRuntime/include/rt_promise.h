/// Promises (ECMA-262 27.2) and jobs (9.5): what the promise natives and suspended functions build on.
///
/// Nothing here is linked into programs that neither name `Promise` nor suspend. A job is a record of four words in one
/// queue; a reaction that the runtime itself waits for is no closure but a function pointer and the object it resumes.
#pragma once

#include "rt_object.h"

/// [[PromiseState]].
enum rt_promise_state { RT_PROMISE_PENDING = 0, RT_PROMISE_FULFILLED = 1, RT_PROMISE_REJECTED = 2 };

/// A PromiseReaction (27.2.1.2) of a promise.
typedef struct rt_reaction rt_reaction;

/// An object of %Promise% or of a class that extends it.
typedef struct rt_promise {
  rt_object object;
  rt_value result;        ///< [[PromiseResult]]
  rt_reaction *reactions; ///< the last of a ring of pending reactions, or NULL
  uint8_t state;          ///< enum rt_promise_state
  uint8_t is_handled;     ///< [[PromiseIsHandled]]
  uint8_t is_told;        ///< whether the program was told that nobody handles the rejection
} rt_promise;

extern const rt_class rt_promise_class;

static inline bool rt_is_promise(rt_value v) { return rt_is_object(v) && rt_class_of(rt_as_object(v)) == &rt_promise_class; }
static inline rt_promise *rt_as_promise(rt_value v) { return (rt_promise *)rt_pointer(v); }

/// A pending promise of the intrinsic %Promise%.
rt_promise *rt__promise_new(void);
/// The steps of a promise's resolve function (27.2.1.3.2) behind the test of [[AlreadyResolved]]: status, always 0,
/// since what fails rejects the promise.
int32_t rt__promise_resolve_js(rt_promise *promise, rt_value resolution);
/// RejectPromise (27.2.1.7) of a pending promise.
void rt__promise_reject(rt_promise *promise, rt_value reason);
/// FulfillPromise (27.2.1.4) of a pending promise.
void rt__promise_fulfill(rt_promise *promise, rt_value value);
/// PromiseResolve (27.2.4.7.1) with %Promise%: a promise, or RT_EXCEPTION.
rt_value rt__promise_coerce_js(rt_value value);

/// What a job runs: a fulfilment with a value, or a rejection with a reason. It must not leave an exception pending.
typedef void (*rt_resume)(rt_object *target, int32_t is_rejection, rt_value value);
/// PerformPromiseThen (27.2.5.4.1) without a derived promise, for `await`: when the promise settles, a job calls
/// `resume(target, …)`. The target is any cell.
void rt__promise_await(rt_promise *promise, rt_object *target, rt_resume resume);

// Jobs.

/// HostEnqueuePromiseJob (9.5.5): appends a job that calls `run(target, is_rejection, value)`. The target is any cell.
void rt__enqueue_job(rt_object *target, rt_resume run, int32_t is_rejection, rt_value value);
/// Runs the microtasks: jobs until there are none.
void rt__run_microtasks_js(void);
/// What runs behind each callback and the program's modules: the queue of process.nextTick, the microtasks, and the
/// listeners of unhandled rejections, until nothing is left.
void rt__run_jobs(bool microtasks_first);
/// HostPromiseRejectionTracker (27.2.1.9), operation "reject".
void rt__track_rejection(rt_promise *promise);

/// Notes that a rejection got a handler after the program was told that it had none.
void rt__track_late_handler(rt_promise *promise);
/// Shows a rejection that nobody handled to the program's listeners of `unhandledRejection`: whether there are any. Or one
/// that is handled too late. NULL: there are none.
extern bool (*rt_rejection_listener)(rt_promise *promise, bool is_late);

/// Counts the jobs, so that a WeakRef is kept alive once in each.
extern uint64_t rt_job_number;
/// The objects that WeakRefs keep alive until the current job ends (9.10), or NULL.
extern rt_array *rt_kept_alive;
/// Calls the cleanup callbacks of FinalizationRegistry objects; set by a collection that found dead targets.
extern void (*rt_cleanup_runner)(void);
