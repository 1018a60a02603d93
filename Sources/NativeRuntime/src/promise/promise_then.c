/// Promise.prototype (ECMA-262 27.2.5), and PromiseResolve.
///
/// A property that the program never names may be missing from the built-in objects; where the standard looks `then`,
/// `constructor` or `resolve` up, a missing one counts as the built-in one.
#include "builtin/native.h"
#include "promise.h"

rt_value rt_promise_prototype_then NATIVE_PARAMETERS;

bool rt__is_linked(enum rt_builtin_id id, rt_string *key) {
  const rt_builtin_table *table = rt_builtin_tables[id];
  for (uint32_t i = 0; table && i < table->count; i++)
    if (table->properties[i].key == key && !(table->properties[i].flags & RT_BUILTIN_WELL_KNOWN_SYMBOL)) return true;
  return false;
}

/// The built-in `then` of programs that do not name it.
static rt_value unnamed_then(void) {
  static rt_value function RT_ROOTED_UNUSED;
  if (!function) function = rt_from_object(rt__function_new(rt_promise_prototype_then, NULL, RT_ATOM(then), 2));
  return function;
}

bool rt__is_builtin_then(rt_value value) {
  return rt_is_function(value) && rt_as_function(value)->info->call == rt_promise_prototype_then;
}

rt_value rt__get_then_js(rt_value value) {
  rt_value then = rt__get_value_js(value, RT_ATOM(then));
  if (then == RT_UNDEFINED && rt_is_promise(value) && !rt__is_linked(RT_BUILTIN_PROMISE_PROTOTYPE, RT_ATOM(then)))
    return unnamed_then();
  return then;
}

/// The value of an own data property, or RT_HOLE.
static rt_value own(enum rt_builtin_id id, rt_string *key) { return rt__own_data_value(rt__builtin(id), key); }

/// Whether Promise.prototype.then, .constructor and Promise[Symbol.species] are what they were at the start.
static bool are_builtins_pristine(void) {
  // Changes of either object bump the epoch, as both count as prototypes.
  static uintptr_t checked_epoch;
  static bool result;
  if (checked_epoch == rt_prototype_epoch + 1) return result;
  rt_object *constructor = rt__builtin(RT_BUILTIN_PROMISE);
  rt__mark_as_prototype(rt__builtin(RT_BUILTIN_PROMISE_PROTOTYPE));
  rt__mark_as_prototype(constructor);
  rt_value then = own(RT_BUILTIN_PROMISE_PROTOTYPE, RT_ATOM(then));
  rt_value link = own(RT_BUILTIN_PROMISE_PROTOTYPE, RT_ATOM(constructor));
  rt_property_descriptor species;
  result = (rt__is_builtin_then(then) ||
            (then == RT_HOLE && !rt__is_linked(RT_BUILTIN_PROMISE_PROTOTYPE, RT_ATOM(then)))) &&
           (link == rt_from_object(constructor) ||
            (link == RT_HOLE && !rt__is_linked(RT_BUILTIN_PROMISE_PROTOTYPE, RT_ATOM(constructor))));
  if (result && rt__get_own_property(constructor, RT_SYMBOL(species), &species))
    result = species.flags & RT_PROPERTY_ACCESSOR && rt_is_function(species.getter) &&
             rt_as_function(species.getter)->info->kind == RT_FUNCTION_BUILTIN;
  checked_epoch = rt_prototype_epoch + 1;
  return result;
}

rt_shape *rt__pristine_shape;
uintptr_t rt__pristine_epoch;

bool rt__promise_is_pristine_slow(rt_promise *promise) {
  const rt_shape *shape = promise->object.shape;
  if (shape->count != 0) return false;
  rt_object *prototype = rt__shape_prototype(promise->object.shape);
  if (prototype != rt__builtin(RT_BUILTIN_PROMISE_PROTOTYPE) || !are_builtins_pristine()) return false;
  rt__pristine_shape = promise->object.shape;
  rt__pristine_epoch = rt_prototype_epoch;
  return true;
}

rt_value rt__promise_resolve_with_js(rt_value constructor, rt_value value) {
  bool is_intrinsic = rt__is_builtin(constructor, RT_BUILTIN_PROMISE);
  if (rt_is_promise(value)) {
    if (is_intrinsic && rt__promise_is_pristine(rt_as_promise(value))) return value;
    RT_ROOT(value);
    rt_value own_constructor = rt__get_value_js(value, RT_ATOM(constructor));
    if (own_constructor == RT_EXCEPTION) return RT_EXCEPTION;
    if (own_constructor == constructor) return value;
    if (own_constructor == RT_UNDEFINED && is_intrinsic &&
        !rt__is_linked(RT_BUILTIN_PROMISE_PROTOTYPE, RT_ATOM(constructor)))
      return value;
  }
  if (is_intrinsic) {
    rt_promise *promise = rt__promise_new();
    rt__promise_resolve_js(promise, value);
    return rt_from_object(promise);
  }
  rt_capability capability;
  if (rt__new_capability_js(constructor, &capability) != 0) return RT_EXCEPTION;
  RT_ROOT(capability.promise);
  return rt__capability_resolve_js(&capability, value) == 0 ? capability.promise : RT_EXCEPTION;
}

rt_value rt__promise_coerce_js(rt_value value) {
  if (rt_is_promise(value) && rt__promise_is_pristine(rt_as_promise(value))) return value;
  if (!rt_is_promise(value)) {
    rt_promise *promise = rt__promise_new();
    rt__promise_resolve_js(promise, value);
    return rt_from_object(promise);
  }
  return rt__promise_resolve_with_js(rt_from_object(rt__builtin(RT_BUILTIN_PROMISE)), value);
}

static rt_value handler(rt_value value) { return rt_is_function(value) ? value : RT_UNDEFINED; }

rt_value rt__promise_then_js(rt_promise *promise, rt_value on_fulfilled, rt_value on_rejected) {
  if (rt__promise_is_pristine(promise)) {
    rt_value derived = rt_from_object(rt__promise_new());
    rt__perform_then(promise, handler(on_fulfilled), handler(on_rejected), derived);
    return derived;
  }
  RT_ROOT_POINTER(promise);
  RT_ROOT(on_fulfilled);
  RT_ROOT(on_rejected);
  rt_value constructor =
      rt__species_constructor_js(&promise->object, rt_from_object(rt__builtin(RT_BUILTIN_PROMISE)));
  if (constructor == RT_EXCEPTION) return RT_EXCEPTION;
  rt_capability *capability = rt__allocate(sizeof *capability, RT_CELL_WORDS);
  RT_ROOT_POINTER(capability);
  if (rt__new_capability_js(constructor, capability) != 0) return RT_EXCEPTION;
  bool is_plain = capability->resolve == RT_HOLE;
  rt__perform_then(promise, handler(on_fulfilled), handler(on_rejected),
                   is_plain ? capability->promise : (rt_value)(uintptr_t)capability);
  return capability->promise;
}

rt_value rt__invoke_then_js(rt_value value, rt_value on_fulfilled, rt_value on_rejected) {
  if (rt_is_promise(value) && rt__promise_is_pristine(rt_as_promise(value)))
    return rt__promise_then_js(rt_as_promise(value), on_fulfilled, on_rejected);
  RT_ROOT(value);
  rt_value handlers[2] = {on_fulfilled, on_rejected};
  RT_ROOT(on_fulfilled);
  RT_ROOT(on_rejected);
  rt_value then = rt__get_then_js(value);
  if (then == RT_EXCEPTION) return RT_EXCEPTION;
  if (!rt_is_function(then)) return rt__throw_type_error("%d is not a function", then);
  return rt__call_js(then, value, 2, handlers);
}

/// Promise.prototype.then ( onFulfilled, onRejected ) (27.2.5.4)
NATIVE(rt_promise_prototype_then) {
  if (!rt_is_promise(this_value))
    return rt__throw_type_error("Method Promise.prototype.then called on incompatible receiver %d", this_value);
  return rt__promise_then_js(rt_as_promise(this_value), ARGUMENT(0), ARGUMENT(1));
}

/// Promise.prototype.catch ( onRejected ) (27.2.5.1)
NATIVE(rt_promise_prototype_catch) { return rt__invoke_then_js(this_value, RT_UNDEFINED, ARGUMENT(0)); }

/// A value that `finally` hands on: returned, or thrown.
static rt_value hand_value_on NATIVE_PARAMETERS { return callee->captures[0]; }
static rt_value throw_reason NATIVE_PARAMETERS { return rt__throw(callee->captures[0]); }

/// The captures of the functions that `finally` gives to `then`.
enum { CAPTURE_ON_FINALLY, CAPTURE_CONSTRUCTOR };

/// Then Finally and Catch Finally Functions (27.2.5.3): waits for what `onFinally` gives, then goes on as before.
static rt_value run_finally_js(const rt_function *callee, rt_code then, rt_value argument) {
  RT_ROOT_POINTER(callee);
  RT_ROOT(argument);
  rt_value result = rt__call_js(callee->captures[CAPTURE_ON_FINALLY], RT_UNDEFINED, 0, NULL);
  if (result == RT_EXCEPTION) return RT_EXCEPTION;
  rt_value promise = rt__promise_resolve_with_js(callee->captures[CAPTURE_CONSTRUCTOR], result);
  if (promise == RT_EXCEPTION) return RT_EXCEPTION;
  rt_value function = rt_from_object(rt__function_new_with(then, RT_ATOM(empty), 0, 1, &argument));
  return rt__invoke_then_js(promise, function, RT_UNDEFINED);
}

static NATIVE(then_finally) { return run_finally_js(callee, hand_value_on, ARGUMENT(0)); }
static NATIVE(catch_finally) { return run_finally_js(callee, throw_reason, ARGUMENT(0)); }

/// Promise.prototype.finally ( onFinally ) (27.2.5.3)
NATIVE(rt_promise_prototype_finally) {
  if (!rt_is_object(this_value))
    return rt__throw_type_error("Promise.prototype.finally called on a non-object");
  RT_ROOT(this_value);
  rt_value intrinsic = rt_from_object(rt__builtin(RT_BUILTIN_PROMISE));
  bool is_pristine = rt_is_promise(this_value) && rt__promise_is_pristine(rt_as_promise(this_value));
  rt_value on_finally = ARGUMENT(0);
  RT_ROOT(on_finally);
  rt_value constructor =
      is_pristine ? intrinsic : rt__species_constructor_js(rt_as_object(this_value), intrinsic);
  if (constructor == RT_EXCEPTION) return RT_EXCEPTION;
  if (!rt_is_function(on_finally)) return rt__invoke_then_js(this_value, on_finally, on_finally);
  rt_value captures[2] = {on_finally, constructor};
  rt_value on_fulfilled = rt_from_object(rt__function_new_with(then_finally, RT_ATOM(empty), 1, 2, captures));
  rt_value on_rejected = rt_from_object(rt__function_new_with(catch_finally, RT_ATOM(empty), 1, 2, captures));
  return rt__invoke_then_js(this_value, on_fulfilled, on_rejected);
}
