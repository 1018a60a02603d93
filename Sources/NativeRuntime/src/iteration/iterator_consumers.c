/// The methods of Iterator.prototype that run the iterator to its end (ECMA-262 27.1.4).
#include "iteration.h"

/// What a loop does with what its callback returned.
typedef enum consumer_kind { CONSUME_FOR_EACH, CONSUME_SOME, CONSUME_EVERY, CONSUME_FIND } consumer_kind;

/// The result of a loop that its callback ends.
static rt_value found(consumer_kind kind, rt_value value) {
  return kind == CONSUME_FIND ? value : rt_from_bool(kind == CONSUME_SOME);
}

static rt_value consume_js(consumer_kind kind, rt_iterator *record, rt_value this_value, rt_value callback) {
  if (!rt_is_function(callback)) return rt__close_not_callable_js(record, callback);
  RT_ROOT(callback);
  if (rt__iterator_direct_js(record, this_value) != 0) return RT_EXCEPTION;
  RT_ROOT(record->target);
  RT_ROOT(record->next);
  for (double counter = 0;; counter++) {
    rt_value value = rt__iterator_step_js(record);
    if (value == RT_EXCEPTION) return RT_EXCEPTION;
    if (value == RT_HOLE) return kind == CONSUME_SOME || kind == CONSUME_EVERY ? rt_from_bool(kind == CONSUME_EVERY) : RT_UNDEFINED;
    RT_ROOT(value);
    rt_value arguments[2] = {value, rt_from_double(counter)};
    rt_value result = rt__call_js(callback, RT_UNDEFINED, 2, arguments);
    if (result == RT_EXCEPTION) {
      rt__iterator_close_throw_js(record);
      return RT_EXCEPTION;
    }
    if (kind == CONSUME_FOR_EACH || (bool)rt_to_boolean(result) == (kind == CONSUME_EVERY)) continue;
    return rt__iterator_close_js(record) == 0 ? found(kind, value) : RT_EXCEPTION;
  }
}

#define CONSUMER(name, method, kind)                                                                                   \
  NATIVE(name) {                                                                                                       \
    THIS_ITERATOR(record, method);                                                                                     \
    return consume_js(kind, &record, this_value, ARGUMENT(0));                                                         \
  }

/// Iterator.prototype.forEach ( procedure ) (27.1.4.7)
CONSUMER(rt_iterator_for_each, "forEach", CONSUME_FOR_EACH)
/// Iterator.prototype.some ( predicate ) (27.1.4.11)
CONSUMER(rt_iterator_some, "some", CONSUME_SOME)
/// Iterator.prototype.every ( predicate ) (27.1.4.3)
CONSUMER(rt_iterator_every, "every", CONSUME_EVERY)
/// Iterator.prototype.find ( predicate ) (27.1.4.5)
CONSUMER(rt_iterator_find, "find", CONSUME_FIND)

/// Iterator.prototype.toArray ( ) (27.1.4.13)
NATIVE(rt_iterator_to_array) {
  THIS_ITERATOR(record, "toArray");
  if (rt__iterator_direct_js(&record, this_value) != 0) return RT_EXCEPTION;
  RT_ROOT(record.target);
  RT_ROOT(record.next);
  rt_array *result = rt__array_new(4);
  RT_ROOT_POINTER(result);
  for (;;) {
    rt_value value = rt__iterator_step_js(&record);
    if (value == RT_EXCEPTION) return RT_EXCEPTION;
    if (value == RT_HOLE) return rt_from_object(result);
    if (rt__array_push(result, value) != 0) return RT_EXCEPTION;
  }
}

/// Iterator.prototype.reduce ( reducer [ , initialValue ] ) (27.1.4.9)
NATIVE(rt_iterator_reduce) {
  THIS_ITERATOR(record, "reduce");
  rt_value reducer = ARGUMENT(0);
  if (!rt_is_function(reducer)) return rt__close_not_callable_js(&record, reducer);
  RT_ROOT(reducer);
  if (rt__iterator_direct_js(&record, this_value) != 0) return RT_EXCEPTION;
  RT_ROOT(record.target);
  RT_ROOT(record.next);
  bool has_initial = argc >= 2;
  rt_value accumulator = has_initial ? argv[1] : rt__iterator_step_js(&record);
  if (accumulator == RT_EXCEPTION) return RT_EXCEPTION;
  if (accumulator == RT_HOLE) return rt__throw_type_error("Reduce of a done iterator with no initial value");
  for (double counter = has_initial ? 0 : 1;; counter++) {
    RT_ROOT(accumulator);
    rt_value value = rt__iterator_step_js(&record);
    if (value == RT_EXCEPTION) return RT_EXCEPTION;
    if (value == RT_HOLE) return accumulator;
    rt_value arguments[3] = {accumulator, value, rt_from_double(counter)};
    accumulator = rt__call_js(reducer, RT_UNDEFINED, 3, arguments);
    if (accumulator == RT_EXCEPTION) {
      rt__iterator_close_throw_js(&record);
      return RT_EXCEPTION;
    }
  }
}
