/// Async iteration (ECMA-262 7.4.4, 7.4.13) over async and sync iterators, and `yield*` in async generators.
#include "builtin/native.h"
#include "rt_generator.h"

/// Marks the record of a sync iterator: the program never sees the object of CreateAsyncFromSyncIterator (27.1.6.1), so
/// that there is none.
enum { FROM_SYNC = 1 };

rt_value rt_async_iterator_new(rt_value iterable) {
  RT_SAFEPOINT();
  RT_ROOT(iterable);
  rt_iterator *record = rt__allocate_zeroed(sizeof *record, RT_CELL_WORDS);
  RT_ROOT_POINTER(record);
  rt_value method = rt_is_nullish(iterable) ? RT_UNDEFINED : rt__get_method_js(iterable, RT_SYMBOL(async_iterator));
  if (method == RT_EXCEPTION) return method;
  bool is_sync = method == RT_UNDEFINED;
  if (is_sync) {
    method = rt_is_nullish(iterable) ? RT_UNDEFINED : rt__get_method_js(iterable, RT_SYMBOL(iterator));
    if (method == RT_EXCEPTION) return method;
    if (method == RT_UNDEFINED) return rt__throw_type_error("%d is not async iterable", iterable);
  }
  rt_value iterator = rt__call_js(method, iterable, 0, NULL);
  if (iterator == RT_EXCEPTION) return iterator;
  if (!rt_is_object(iterator)) {
    return rt__throw_type_error(is_sync ? "Result of the Symbol.iterator method is not an object"
                                        : "Result of the Symbol.asyncIterator method is not an object");
  }
  RT_ROOT(iterator);
  rt_value next = rt__get_value_js(iterator, RT_ATOM(next));
  if (next == RT_EXCEPTION) return next;
  *record = (rt_iterator){.target = iterator, .next = next, .mode = is_sync ? FROM_SYNC : 0};
  return rt_from_object(record);
}

// AsyncFromSyncIterator.

/// What waits for the value of a sync iterator's result.
typedef struct continuation {
  rt_promise *promise;
  rt_iterator *record; ///< is closed on a rejection; NULL: not
  uint64_t done;
} continuation;

static void value_settled(rt_object *target, int32_t is_rejection, rt_value value) {
  const continuation *waiting = (const continuation *)(const void *)target;
  RT_ROOT_POINTER(target);
  if (!is_rejection) {
    rt__promise_resolve_js(waiting->promise, rt_from_object(rt__iterator_result(value, waiting->done != 0)));
    return;
  }
  if (waiting->record) {
    rt__throw(value);
    rt__iterator_close_throw_js(waiting->record);
    value = rt__take_pending();
  }
  rt__promise_reject(waiting->promise, value);
}

static rt_value reject_pending(rt_promise *promise) {
  rt__promise_reject(promise, rt__take_pending());
  return rt_from_object(promise);
}

/// AsyncFromSyncIteratorContinuation (27.1.6.4).
static rt_value continue_js(rt_promise *promise, rt_iterator *record, rt_value result, bool closes) {
  RT_ROOT_POINTER(promise);
  RT_ROOT_POINTER(record);
  RT_ROOT(result);
  rt_value done = rt__get_value_js(result, RT_ATOM(done));
  if (done == RT_EXCEPTION) return reject_pending(promise);
  bool is_done = rt_to_boolean(done);
  rt_value value = rt__get_value_js(result, RT_ATOM(value));
  if (value == RT_EXCEPTION) return reject_pending(promise);
  rt_value wrapper = rt__promise_coerce_js(value);
  if (wrapper == RT_EXCEPTION) {
    if (!is_done && closes) rt__iterator_close_throw_js(record);
    return reject_pending(promise);
  }
  continuation *waiting = rt__allocate(sizeof *waiting, RT_CELL_WORDS);
  *waiting = (continuation){.promise = promise, .record = is_done || !closes ? NULL : record, .done = is_done};
  rt__promise_await(rt_as_promise(wrapper), (rt_object *)(void *)waiting, value_settled);
  return rt_from_object(promise);
}

/// %AsyncFromSyncIteratorPrototype%.next, return and throw (27.1.6.2.1 to 27.1.6.2.3).
static rt_value sync_step_js(rt_iterator *record, enum rt_resume_mode mode, uint32_t argc, rt_value value) {
  rt_promise *promise = rt__promise_new();
  RT_ROOT_POINTER(promise);
  RT_ROOT_POINTER(record);
  RT_ROOT(value);
  rt_value method = record->next;
  if (mode != RT_RESUME_NEXT) {
    method = rt__get_method_js(record->target, mode == RT_RESUME_THROW ? RT_ATOM(throw_) : RT_ATOM(return_));
    if (method == RT_EXCEPTION) return reject_pending(promise);
    if (method == RT_UNDEFINED && mode == RT_RESUME_RETURN) {
      rt__promise_resolve_js(promise, rt_from_object(rt__iterator_result(argc ? value : RT_UNDEFINED, true)));
      return rt_from_object(promise);
    }
    if (method == RT_UNDEFINED) {
      if (rt__iterator_close_js(record) == 0) rt__throw_type_error("The iterator does not provide a 'throw' method.");
      return reject_pending(promise);
    }
  }
  rt_value result = rt__call_js(method, record->target, argc, &value);
  if (result == RT_EXCEPTION) return reject_pending(promise);
  if (!rt_is_object(result)) {
    rt__throw_type_error("Iterator result %d is not an object", result);
    return reject_pending(promise);
  }
  return continue_js(promise, record, result, mode != RT_RESUME_RETURN);
}

// for await

rt_value rt_async_iterator_next(rt_value record_value) {
  RT_SAFEPOINT();
  rt_iterator *record = rt_pointer(record_value);
  if (record->mode == FROM_SYNC) return sync_step_js(record, RT_RESUME_NEXT, 0, RT_UNDEFINED);
  return rt__call_js(record->next, record->target, 0, NULL);
}

rt_value rt_async_iterator_return(rt_value record_value) {
  RT_SAFEPOINT();
  rt_iterator *record = rt_pointer(record_value);
  if (record->mode == FROM_SYNC) return sync_step_js(record, RT_RESUME_RETURN, 0, RT_UNDEFINED);
  rt_value iterator = record->target;
  RT_ROOT(iterator);
  rt_value method = rt__get_method_js(iterator, RT_ATOM(return_));
  if (method == RT_EXCEPTION) return method;
  return method == RT_UNDEFINED ? RT_HOLE : rt__call_js(method, iterator, 0, NULL);
}

// yield*

rt_value rt_async_delegate(rt_value frame_value, rt_value record_value, int32_t mode, rt_value value) {
  RT_SAFEPOINT();
  rt_frame *frame = rt_pointer(frame_value);
  rt_iterator *record = rt_pointer(record_value);
  RT_ROOT_POINTER(frame);
  RT_ROOT_POINTER(record);
  RT_ROOT(value);
  frame->delegation = RT_DELEGATION_YIELD;
  if (record->mode == FROM_SYNC) return sync_step_js(record, (enum rt_resume_mode)mode, 1, value);
  rt_value method = record->next;
  if (mode != RT_RESUME_NEXT) {
    method = rt__get_method_js(record->target, mode == RT_RESUME_THROW ? RT_ATOM(throw_) : RT_ATOM(return_));
    if (method == RT_EXCEPTION) return method;
    if (method == RT_UNDEFINED && mode == RT_RESUME_RETURN) {
      frame->delegation = RT_DELEGATION_RETURNED;
      return value;
    }
    if (method == RT_UNDEFINED) {
      frame->delegation = RT_DELEGATION_CLOSE;
      return rt_async_iterator_return(record_value);
    }
  }
  return rt__call_js(method, record->target, 1, &value);
}

rt_value rt_delegate_finish(rt_value frame_value, rt_value result, int32_t mode) {
  RT_SAFEPOINT();
  rt_frame *frame = rt_pointer(frame_value);
  if (!rt_is_object(result)) return rt__throw_type_error("Iterator result %d is not an object", result);
  RT_ROOT_POINTER(frame);
  RT_ROOT(result);
  rt_value done = rt__get_value_js(result, RT_ATOM(done));
  if (done == RT_EXCEPTION) return done;
  frame->delegation = !rt_to_boolean(done)          ? RT_DELEGATION_YIELD
                      : mode == RT_RESUME_RETURN ? RT_DELEGATION_RETURNED
                                                 : RT_DELEGATION_DONE;
  return rt__get_value_js(result, RT_ATOM(value));
}
