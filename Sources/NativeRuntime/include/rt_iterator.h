/// Iteration (ECMA-262 7.4): records that step through arrays, strings and built-in collections without visible objects
/// while their iteration is the built-in one, and by the iterator protocol otherwise.
#pragma once

#include "rt_function.h"

/// A record; on the C stack or in a cell of its own.
struct rt_iterator {
  /// The next value, RT_HOLE at the end, RT_EXCEPTION. NULL: the general protocol with `target` and `next`.
  rt_value (*step)(rt_iterator *record);
  /// What IteratorClose does where `step` is given; NULL: nothing.
  int32_t (*close)(rt_iterator *record);
  rt_value target; ///< what is stepped through; the iterator object in the general protocol; undefined when done
  rt_value next;   ///< the `next` method; free for use by other steppers
  uint32_t index;
  uint32_t mode;   ///< free for use by steppers
};

/// GetIterator (7.4.3) with kind sync: status; TypeError "x is not iterable".
int32_t rt__iterator_open_js(rt_iterator *record, rt_value iterable);
/// GetIteratorFromMethod (7.4.2): status.
int32_t rt__iterator_open_with_js(rt_iterator *record, rt_value iterable, rt_value method);
/// The next value, RT_HOLE at the end, or RT_EXCEPTION.
rt_value rt__iterator_step_js(rt_iterator *record);
/// IteratorClose (7.4.11) on a normal completion: status.
int32_t rt__iterator_close_js(rt_iterator *record);
/// IteratorClose on a throw completion: keeps the pending exception.
void rt__iterator_close_throw_js(rt_iterator *record);

/// Whether some built-in `[Symbol.iterator]` or `next` was replaced since the start: the fast paths must not be used.
extern uint8_t rt_iteration_changed;
/// Whether an object of a built-in class is iterated by the built-in method: default prototype, no own @@iterator.
bool rt__uses_builtin_iteration(rt_object *object);

/// Steppers over arrays and strings (values).
rt_value rt__array_step(rt_iterator *record);
rt_value rt__string_step(rt_iterator *record);

/// A built-in iterator object, such as `map.entries()` gives: `next()` steps the record.
typedef struct rt_iterator_object {
  rt_object object;
  rt_iterator record;
} rt_iterator_object;

/// CreateIterResultObject (7.4.14).
rt_object *rt__iterator_result(rt_value value, bool done);
