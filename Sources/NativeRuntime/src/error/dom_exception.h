/// DOMException objects (https://webidl.spec.whatwg.org/#idl-DOMException).
#pragma once

#include "rt_error.h"

typedef struct rt_dom_exception {
  rt_error error;
  rt_string *message;
  rt_string *name;
} rt_dom_exception;

extern const rt_class rt_dom_exception_class;

/// A DOMException with empty texts; NULL as the prototype is the intrinsic one.
rt_dom_exception *rt__dom_exception_new(rt_object *prototype);
