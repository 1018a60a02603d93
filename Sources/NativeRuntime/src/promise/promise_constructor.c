/// The Promise constructor and its simple functions (ECMA-262 27.2.3, 27.2.4).
#include "builtin/native.h"
#include "promise.h"
#include "rt_abi.h"

// Capabilities.

/// GetCapabilitiesExecutor Functions (27.2.1.5.1): the capture is the capability that they fill.
static NATIVE(capabilities_executor) {
  rt_capability *capability = (rt_capability *)(uintptr_t)callee->captures[0];
  if (capability->resolve != RT_UNDEFINED || capability->reject != RT_UNDEFINED)
    return rt__throw_type_error("Promise executor has already been invoked with non-undefined arguments");
  capability->resolve = ARGUMENT(0);
  capability->reject = ARGUMENT(1);
  return RT_UNDEFINED;
}

int32_t rt__new_capability_js(rt_value constructor, rt_capability *capability) {
  if (rt__is_builtin(constructor, RT_BUILTIN_PROMISE)) {
    *capability = (rt_capability){rt_from_object(rt__promise_new()), RT_HOLE, RT_HOLE};
    return 0;
  }
  if (!rt_is_constructor(constructor)) {
    rt__throw_type_error("%d is not a constructor", constructor);
    return -1;
  }
  rt_capability *filled = rt__allocate(sizeof *filled, RT_CELL_WORDS);
  RT_ROOT_POINTER(filled);
  *filled = (rt_capability){RT_UNDEFINED, RT_UNDEFINED, RT_UNDEFINED};
  rt_value capture = (rt_value)(uintptr_t)filled;
  rt_value executor = rt_from_object(rt__function_new_with(capabilities_executor, RT_ATOM(empty), 2, 1, &capture));
  filled->promise = rt__construct_js(constructor, constructor, 1, &executor);
  if (filled->promise == RT_EXCEPTION) return -1;
  if (!rt_is_function(filled->resolve) || !rt_is_function(filled->reject)) {
    rt__throw_type_error("Promise resolve or reject function is not callable");
    return -1;
  }
  *capability = *filled;
  return 0;
}

void rt__capability_make_functions(rt_capability *capability) {
  if (capability->resolve == RT_HOLE)
    rt__resolving_functions(rt_as_promise(capability->promise), &capability->resolve, &capability->reject);
}

int32_t rt__capability_resolve_js(const rt_capability *capability, rt_value value) {
  if (capability->resolve == RT_HOLE) return rt__promise_resolve_js(rt_as_promise(capability->promise), value);
  return rt__call_js(capability->resolve, RT_UNDEFINED, 1, &value) == RT_EXCEPTION ? -1 : 0;
}

int32_t rt__capability_reject_js(const rt_capability *capability, rt_value reason) {
  if (capability->reject == RT_HOLE) {
    rt__promise_reject(rt_as_promise(capability->promise), reason);
    return 0;
  }
  return rt__call_js(capability->reject, RT_UNDEFINED, 1, &reason) == RT_EXCEPTION ? -1 : 0;
}

rt_value rt__reject_pending_js(const rt_capability *capability) {
  rt_value promise = capability->promise;
  RT_ROOT(promise);
  return rt__capability_reject_js(capability, rt__take_pending()) == 0 ? promise : RT_EXCEPTION;
}

// The constructor.

/// Promise ( executor ) (27.2.3.1); new.target comes as `this_value`.
NATIVE(rt_promise_construct) {
  rt_value executor = ARGUMENT(0);
  if (!rt_is_function(executor)) return rt__throw_type_error("Promise resolver %d is not a function", executor);
  RT_ROOT(executor);
  rt_object *object = rt__object_from_constructor_js(this_value, &rt_promise_class);
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  ((rt_promise *)(void *)object)->result = RT_UNDEFINED;
  rt_value functions[2];
  rt__resolving_functions((rt_promise *)(void *)object, &functions[0], &functions[1]);
  RT_ROOT(functions[1]);
  if (rt__call_js(executor, RT_UNDEFINED, 2, functions) == RT_EXCEPTION) {
    rt_value reason = rt__take_pending();
    if (rt__call_js(functions[1], RT_UNDEFINED, 1, &reason) == RT_EXCEPTION) return RT_EXCEPTION;
  }
  return rt_from_object(object);
}

/// Promise ( executor ) without `new`.
NATIVE(rt_promise_call) { return rt__throw_type_error("Promise constructor cannot be invoked without 'new'"); }

/// get Promise [ %Symbol.species% ] (27.2.4.9)
NATIVE(rt_promise_species) { return this_value; }

/// Promise.resolve ( x ) (27.2.4.7)
NATIVE(rt_promise_resolve) {
  if (!rt_is_object(this_value)) return rt__throw_type_error("PromiseResolve called on non-object");
  return rt__promise_resolve_with_js(this_value, ARGUMENT(0));
}

/// Promise.reject ( r ) (27.2.4.6)
NATIVE(rt_promise_reject) {
  if (!rt_is_object(this_value)) return rt__throw_type_error("PromiseReject called on non-object");
  rt_value reason = ARGUMENT(0);
  RT_ROOT(reason);
  rt_capability capability;
  if (rt__new_capability_js(this_value, &capability) != 0) return RT_EXCEPTION;
  RT_ROOT(capability.promise);
  return rt__capability_reject_js(&capability, reason) == 0 ? capability.promise : RT_EXCEPTION;
}

/// Promise.try ( callback, ...args ) (27.2.4.8)
NATIVE(rt_promise_try) {
  if (!rt_is_object(this_value)) return rt__throw_type_error("Promise.try called on non-object");
  rt_value callback = ARGUMENT(0);
  RT_ROOT(callback);
  rt_capability capability;
  if (rt__new_capability_js(this_value, &capability) != 0) return RT_EXCEPTION;
  RT_ROOT(capability.promise);
  RT_ROOT(capability.resolve);
  RT_ROOT(capability.reject);
  rt_value result = rt__call_js(callback, RT_UNDEFINED, argc > 1 ? argc - 1 : 0, argc > 1 ? argv + 1 : NULL);
  if (result == RT_EXCEPTION) return rt__reject_pending_js(&capability);
  return rt__capability_resolve_js(&capability, result) == 0 ? capability.promise : RT_EXCEPTION;
}

/// Promise.withResolvers ( ) (27.2.4.8)
NATIVE(rt_promise_with_resolvers) {
  if (!rt_is_object(this_value)) return rt__throw_type_error("Promise.withResolvers called on non-object");
  rt_capability capability;
  if (rt__new_capability_js(this_value, &capability) != 0) return RT_EXCEPTION;
  rt__capability_make_functions(&capability);
  rt_object *result = rt__object_new(3);
  rt__add_property(result, RT_ATOM(promise), capability.promise, RT_PROPERTY_PLAIN);
  rt__add_property(result, RT_ATOM(resolve), capability.resolve, RT_PROPERTY_PLAIN);
  rt__add_property(result, RT_ATOM(reject), capability.reject, RT_PROPERTY_PLAIN);
  return rt_from_object(result);
}

// Microtasks.

static void run_microtask(rt_object *target, int32_t is_rejection, rt_value value) {
  (void)is_rejection, (void)value;
  RT_ROOT_POINTER(target);
  if (rt__call_js(rt_from_object(target), RT_UNDEFINED, 0, NULL) == RT_EXCEPTION)
    rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
}

/// queueMicrotask ( callback ) (HTML, 8.7)
NATIVE(rt_queue_microtask) {
  if (!rt_is_function(ARGUMENT(0)))
    return rt__throw_argument_type("callback", "of type function", ARGUMENT(0));
  rt__enqueue_job(rt_as_object(argv[0]), run_microtask, 0, RT_UNDEFINED);
  return RT_UNDEFINED;
}
