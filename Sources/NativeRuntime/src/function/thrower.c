/// %ThrowTypeError% (ECMA-262 10.2.4), and `caller` and `arguments` of functions.
#include "builtin/native.h"

static rt_function *thrower RT_ROOTED_UNUSED;

rt_value rt_restricted_property NATIVE_PARAMETERS {
  RT_SAFEPOINT();
  return rt__throw_type_error("'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions "
                              "or the arguments objects for calls to them");
}

rt_function *rt__thrower(void) {
  if (!thrower) {
    thrower = rt__function_new(rt_restricted_property, NULL, RT_ATOM(empty), 0);
    rt__set_integrity(&thrower->object, RT_INTEGRITY_FROZEN);
  }
  return thrower;
}
