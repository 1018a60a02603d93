/// What the natives of src/builtin share.
#pragma once

#include "object/object.h"

/// The head of a native of the boxed ABI. Its entry is a safepoint: what it allocates counts from then on.
#define NATIVE_PARAMETERS                                                                                              \
  (__attribute__((unused)) rt_function * callee, __attribute__((unused)) rt_value this_value,                         \
   __attribute__((unused)) uint32_t argc, __attribute__((unused)) const rt_value *argv)
#define NATIVE(name)                                                                                                   \
  rt_value name NATIVE_PARAMETERS;                                                                                     \
  static rt_value name##_body NATIVE_PARAMETERS;                                                                       \
  rt_value name NATIVE_PARAMETERS {                                                                                    \
    RT_SAFEPOINT();                                                                                                    \
    return name##_body(callee, this_value, argc, argv);                                                                \
  }                                                                                                                    \
  static rt_value name##_body NATIVE_PARAMETERS

#define ARGUMENT(n) rt_argument(argc, argv, n)

/// The TypeError of Function.prototype.apply and Reflect.apply for what cannot be called.
rt_value rt__throw_not_applicable(rt_value value);
/// ToPropertyDescriptor (6.2.6.5): status.
int32_t rt__to_property_descriptor_js(rt_value value, rt_property_descriptor *descriptor);
/// FromPropertyDescriptor (6.2.6.4).
rt_value rt__from_property_descriptor(const rt_property_descriptor *descriptor);
