/// What the natives of Iterator share.
#pragma once

#include "builtin/native.h"

/// GetIteratorDirect (ECMA-262 7.4.5): status.
int32_t rt__iterator_direct_js(rt_iterator *record, rt_value object);
/// Declares the receiver as an object, and a record of it that can only be closed so far.
#define THIS_ITERATOR(record, method)                                                                                  \
  if (!rt_is_object(this_value)) return rt__throw_type_error("Iterator.prototype." method " called on non-object");  \
  RT_ROOT(this_value);                                                                                                 \
  rt_iterator record = {.target = this_value, .next = RT_UNDEFINED}
/// What GetIteratorFlattenable does with strings.
enum rt_flattening { RT_REJECT_PRIMITIVES, RT_ITERATE_STRINGS };
/// GetIteratorFlattenable (27.1.2.1): status.
int32_t rt__iterator_flattenable_js(rt_iterator *record, rt_value value, enum rt_flattening primitives);
/// Throws the TypeError of a callback that is no function and closes the iterator; RT_EXCEPTION.
rt_value rt__close_not_callable_js(rt_iterator *record, rt_value callback);
