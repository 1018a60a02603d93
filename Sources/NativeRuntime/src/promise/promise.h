/// What the files of src/promise share.
#pragma once

#include "rt_promise.h"
#include "rt_realm.h"

/// A PromiseReaction record with its capability and both types of handler (ECMA-262 27.2.1.2), or an awaiting one.
struct rt_reaction {
  rt_reaction *next; ///< the ring of a promise's reactions
  rt_resume resume;  ///< awaiting: called with `target`; NULL: a reaction with handlers
  rt_object *target; ///< awaiting: what is resumed; with handlers: see `derived`
  rt_value derived;  ///< with handlers: a promise of %Promise%, a capability (not tagged), or undefined
  rt_value on_fulfilled, on_rejected; ///< with handlers: functions, or undefined
};

/// A PromiseCapability record (27.2.1.1) in a cell or on the stack. Of %Promise% itself, `resolve` and `reject` are
/// RT_HOLE until somebody needs them as functions.
typedef struct rt_capability {
  rt_value promise;
  rt_value resolve;
  rt_value reject;
} rt_capability;

/// NewPromiseCapability (27.2.1.5): status.
int32_t rt__new_capability_js(rt_value constructor, rt_capability *capability);
/// Calls the resolve function of a capability: status.
int32_t rt__capability_resolve_js(const rt_capability *capability, rt_value value);
/// Calls the reject function of a capability: status.
int32_t rt__capability_reject_js(const rt_capability *capability, rt_value reason);
/// IfAbruptRejectPromise (27.2.1.1.1) with the pending exception: the capability's promise, or RT_EXCEPTION.
rt_value rt__reject_pending_js(const rt_capability *capability);
/// Gives a capability of %Promise% its functions.
void rt__capability_make_functions(rt_capability *capability);
/// CreateResolvingFunctions (27.2.1.3).
void rt__resolving_functions(rt_promise *promise, rt_value *resolve, rt_value *reject);
/// PerformPromiseThen (27.2.5.4.1): `derived` as in a reaction; handlers that are no functions are undefined.
void rt__perform_then(rt_promise *promise, rt_value on_fulfilled, rt_value on_rejected, rt_value derived);
/// Promise.prototype.then (27.2.5.4).
rt_value rt__promise_then_js(rt_promise *promise, rt_value on_fulfilled, rt_value on_rejected);
/// Invoke(value, "then", « on_fulfilled, on_rejected »), by the shortest way.
rt_value rt__invoke_then_js(rt_value value, rt_value on_fulfilled, rt_value on_rejected);
/// Get(value, "then") of an object, also where the program never names the property.
rt_value rt__get_then_js(rt_value value);
/// PromiseResolve (27.2.4.7.1).
rt_value rt__promise_resolve_with_js(rt_value constructor, rt_value value);
/// Whether `then` of the promise, its `constructor` and their species are the built-in ones, without running code.
bool rt__promise_is_pristine_slow(rt_promise *promise);
/// The shape that the last one had for which this was true, and the epoch of prototypes then.
extern rt_shape *rt__pristine_shape;
extern uintptr_t rt__pristine_epoch;
static inline bool rt__promise_is_pristine(rt_promise *promise) {
  if (promise->object.shape == rt__pristine_shape && rt_prototype_epoch == rt__pristine_epoch) return true;
  return rt__promise_is_pristine_slow(promise);
}
/// Whether a value is the built-in `then`.
bool rt__is_builtin_then(rt_value value);
/// Whether the program contains a property of a built-in object: it names it.
bool rt__is_linked(enum rt_builtin_id id, rt_string *key);
/// Promise.resolve (27.2.4.7).
rt_value rt_promise_resolve(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv);
/// Tells of a rejection that nobody handled, as Node's mode of unhandled rejections says.
void rt__fail_unhandled_js(rt_promise *promise);
