/// The errors that the natives of the library share.
#include "library.h"

rt_string *rt__this_string(rt_value this_value, const char *method) {
  if (rt_is_nullish(this_value)) {
    rt__throw_type_error("String.prototype.%c called on null or undefined", method);
    return NULL;
  }
  return rt_to_string(this_value);
}

rt_string *rt__show(rt_value value) { return rt_is_string(value) ? rt_as_string(value) : rt__describe(value); }

rt_value rt__throw_incompatible(const char *method, rt_value receiver) {
  return rt__throw_type_error("Method %c called on incompatible receiver %s", method, rt__show(receiver));
}

/// %IteratorPrototype%[Symbol.iterator] (ECMA-262 27.1.4.13).
RT_NATIVE(rt_native_iterator_self) { return this_value; }
