/// Asynchronous contexts (https://nodejs.org/api/async_context.html): what `async_hooks` hands on from where the program
/// asks for something to where it is called back.
///
/// Only programs that import `node:async_hooks` have them: for all others `rt_async_hooks` is NULL, and what is asked of it
/// here is one test.
///
/// Glossary
///   frame   what an AsyncLocalStorage reads: a Map of the facade, or undefined
///   scope   a frame with the ids and the resource of what runs in it: an array [frame, id, trigger's id, resource]. A
///           callback gets one when it is given to the runtime
#pragma once

#include "rt_inline.h"
#include "rt_promise.h"

typedef struct rt_async_functions {
  /// A scope for a callback, with the current frame: kept beside what calls it.
  rt_value (*capture)(void);
  /// A scope without a frame, for what came from outside to what runs in `scope`, which triggered it.
  rt_value (*arrive)(rt_value scope);
  /// A function that calls the given one in a new scope.
  rt_value (*bind)(rt_value function);
  /// The same for what a job runs.
  void (*bind_job)(rt_object **target, rt_resume *run);
  /// Enters a scope; what is no object is that of the loop, which has no frame. Nobody goes back: whatever calls the program
  /// enters one.
  void (*enter)(rt_value scope);
} rt_async_functions;

extern const rt_async_functions *rt_async_hooks;

/// The function to store for a callback.
static inline rt_value rt__bind_context(rt_value function) {
  return RT_UNLIKELY(rt_async_hooks != NULL) ? rt_async_hooks->bind(function) : function;
}

/// The scope to keep beside what calls back more than once.
static inline rt_value rt__capture_context(void) {
  return RT_UNLIKELY(rt_async_hooks != NULL) ? rt_async_hooks->capture() : RT_UNDEFINED;
}

/// The scope of what came from outside, as a connection does: its callbacks see no frame, as nobody in the program asked for it.
static inline rt_value rt__arriving_context(rt_value scope) {
  return RT_UNLIKELY(rt_async_hooks != NULL) ? rt_async_hooks->arrive(scope) : RT_UNDEFINED;
}

/// Enters the scope that was kept.
static inline void rt__enter_context(rt_value scope) {
  if (RT_UNLIKELY(rt_async_hooks != NULL)) rt_async_hooks->enter(scope);
}
