/// Functions that suspend: their frames, generators (ECMA-262 27.5), async functions (27.7) and async generators (27.6).
///
/// A function that suspends is compiled to one that makes a frame and a resume function. The runtime calls the latter
/// with the point where it goes on; it comes back when the function suspends again or ends. A frame is the generator
/// object itself, and what waits for promises.
#pragma once

#include "rt_iterator.h"
#include "rt_promise.h"

/// Why a function suspends; as PIR's SuspensionReason.
enum rt_suspension_reason {
  RT_SUSPENDED_START = 0,
  RT_SUSPENDED_YIELD = 1,
  RT_SUSPENDED_AWAIT = 2,
  RT_SUSPENDED_YIELD_RESULT = 3, ///< the value is the result object of an inner iterator
};

/// How a function is resumed.
enum rt_resume_mode { RT_RESUME_NEXT = 0, RT_RESUME_THROW = 1, RT_RESUME_RETURN = 2 };

/// What a step of `yield*` came to; as lowering's Delegation.
enum rt_delegation {
  RT_DELEGATION_YIELD = 0,
  RT_DELEGATION_DONE = 1,
  RT_DELEGATION_RETURNED = 2,
  RT_DELEGATION_YIELD_RESULT = 3,
  RT_DELEGATION_CLOSE = 4, ///< there is no `throw` method: the value is what `return()` gave, or a hole
};

enum rt_frame_kind { RT_FRAME_GENERATOR = 0, RT_FRAME_ASYNC = 1, RT_FRAME_ASYNC_GENERATOR = 2 };

typedef struct rt_frame rt_frame;
/// A resume function: the value that is yielded or returned, or RT_EXCEPTION.
typedef rt_value (*rt_resume_code)(rt_frame *frame, int32_t point, int32_t mode, rt_value value);

/// A request of an async generator's queue (27.6.3.1).
typedef struct rt_request {
  struct rt_request *next;
  rt_promise *promise;
  rt_value value;
  uint64_t mode;
} rt_request;

/// Values of `point` besides 4 * point + reason.
enum { RT_POINT_RUNNING = -1, RT_POINT_DONE = -2 };

/// The state of one call of a function that suspends. Compiled code knows the offsets of closure, point and variables.
struct rt_frame {
  rt_object object;
  rt_resume_code code;
  rt_function *closure;  ///< NULL if the function uses nothing of its closure
  union {
    rt_promise *promise;      ///< of async functions
    struct rt_frame *delegate; ///< of generators: what `yield*` waits for, if it is a generator that yielded
  };
  rt_request *requests;  ///< of async generators: the last of a ring
  rt_resume settled;     ///< what goes on after `await`
  int32_t point;         ///< where it goes on, and why it waits; RT_POINT_…
  uint8_t kind;          ///< enum rt_frame_kind
  uint8_t state;         ///< of async generators
  uint8_t delegation;    ///< enum rt_delegation
  uint8_t variable_count; ///< or 255 if there are more
  _Alignas(8) rt_value variables[];
};

_Static_assert(offsetof(rt_frame, closure) == 3 * sizeof(void *), "compiled code relies on it");
_Static_assert(offsetof(rt_frame, point) == 7 * sizeof(void *), "compiled code relies on it");
_Static_assert(offsetof(rt_frame, variables) == ((7 * sizeof(void *) + 8 + 7) & ~(size_t)7), "compiled code relies on it");

extern const rt_class rt_generator_class, rt_async_generator_class;

/// Runs the function until it suspends or ends; afterwards `point` says which. The value, or RT_EXCEPTION. A frame whose
/// function has ended refers to nothing that its variables held.
rt_value rt__resume_js(rt_frame *frame, enum rt_resume_mode mode, rt_value value);
/// Why a suspended frame waits.
static inline enum rt_suspension_reason rt_reason(const rt_frame *frame) {
  return (enum rt_suspension_reason)(frame->point & 3);
}

// What compiled code calls; `frame` and `record` are boxed.

rt_frame *rt_frame_new(rt_resume_code code, rt_function *closure, int32_t kind, uint32_t count);
/// Begins an async function; its promise.
rt_value rt_async_start(rt_value frame);
/// Await (27.7.5.3), steps 1 to 8: status.
int32_t rt_await(rt_value frame, rt_value value);
/// One step of `yield*` in a generator.
rt_value rt_delegate(rt_value frame, rt_value record, int32_t mode, rt_value value);
int32_t rt_delegation_state(rt_value frame);
/// Calls the inner iterator of `yield*` in an async generator; what it gives is to be awaited.
rt_value rt_async_delegate(rt_value frame, rt_value record, int32_t mode, rt_value value);
/// Takes the awaited inner result apart.
rt_value rt_delegate_finish(rt_value frame, rt_value result, int32_t mode);
/// GetIterator (7.4.4) with kind async: a record.
rt_value rt_async_iterator_new(rt_value iterable);
/// Calls `next`; what it gives is to be awaited.
rt_value rt_async_iterator_next(rt_value record);
/// Calls `return` for AsyncIteratorClose (7.4.13): what it gives is to be awaited; a hole without such a method.
rt_value rt_async_iterator_return(rt_value record);
/// IteratorComplete and IteratorValue of an awaited result: the value, or a hole at the end.
rt_value rt_iterator_complete(rt_value result);
/// Throws a TypeError unless the result of `return()` is an object: status.
int32_t rt_require_object(rt_value result);
