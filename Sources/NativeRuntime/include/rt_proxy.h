/// Proxy objects (ECMA-262 10.5).
#pragma once

#include "rt_function.h"

/// A proxy: begins like a function, so that callable ones are called as all functions are.
typedef struct rt_proxy {
  rt_object object;
  const rt_function_info *info; ///< NULL if not callable
  rt_shape *initial_shape;      ///< always NULL
  rt_value target;              ///< null once revoked
  rt_value handler;
} rt_proxy;

/// Proxies of objects that can be called, and of others.
extern const rt_class rt_callable_proxy_class, rt_proxy_class;

static inline bool rt_is_proxy(const rt_object *object) { return rt_class_of(object)->kind == RT_CLASS_PROXY; }
