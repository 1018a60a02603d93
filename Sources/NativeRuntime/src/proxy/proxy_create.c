/// Making, calling and revoking proxies (ECMA-262 10.5.12 to 10.5.14, 28.2).
#include "proxy.h"

/// [[Call]] (10.5.12).
static rt_value call_proxy(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  RT_SAFEPOINT();
  rt_proxy *proxy = (rt_proxy *)(void *)callee;
  RT_ROOT_POINTER(proxy);
  RT_ROOT(this_value);
  rt_value trap = rt__proxy_trap_js(proxy, RT_TRAP_APPLY);
  if (trap == RT_EXCEPTION) return trap;
  RT_ROOT(trap);
  if (trap == RT_UNDEFINED) return rt__call_js(proxy->target, this_value, argc, argv);
  rt_value arguments[3] = {proxy->target, this_value, rt_from_object(rt__array_from(argv, argc))};
  return rt__call_js(trap, proxy->handler, 3, arguments);
}

/// [[Construct]] (10.5.13); `this_value` is new.target.
static rt_value construct_proxy(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  RT_SAFEPOINT();
  rt_proxy *proxy = (rt_proxy *)(void *)callee;
  RT_ROOT_POINTER(proxy);
  RT_ROOT(this_value);
  rt_value trap = rt__proxy_trap_js(proxy, RT_TRAP_CONSTRUCT);
  if (trap == RT_EXCEPTION) return trap;
  RT_ROOT(trap);
  if (trap == RT_UNDEFINED) return rt__construct_js(proxy->target, this_value, argc, argv);
  rt_value arguments[3] = {proxy->target, rt_from_object(rt__array_from(argv, argc)), this_value};
  rt_value result = rt__call_js(trap, proxy->handler, 3, arguments);
  if (result == RT_EXCEPTION || rt_is_object(result)) return result;
  return rt__throw_type_error("'construct' on proxy: trap returned non-object ('%d')", result);
}

static const rt_function_info callable_info = {.call = call_proxy, .kind = RT_FUNCTION_BUILTIN};
static const rt_function_info constructor_info = {
    .call = call_proxy, .construct = construct_proxy, .kind = RT_FUNCTION_BUILTIN};

const rt_class rt_proxy_class = {
    .kind = RT_CLASS_PROXY, .instance_size = sizeof(rt_proxy), .name = "Object", .exotic = &rt__proxy_methods};
const rt_class rt_callable_proxy_class = {.kind = RT_CLASS_PROXY,
                                          .callable = 1,
                                          .instance_size = sizeof(rt_proxy),
                                          .name = "Function",
                                          .exotic = &rt__proxy_methods};

/// ProxyCreate (10.5.14); NULL: exception.
static rt_proxy *create(rt_value target, rt_value handler) {
  if (!rt_is_object(target) || !rt_is_object(handler)) {
    rt__throw_type_error("Cannot create proxy with a non-object as target or handler");
    return NULL;
  }
  const rt_class *class = rt_is_function(target) ? &rt_callable_proxy_class : &rt_proxy_class;
  rt_proxy *proxy = (rt_proxy *)(void *)rt__object_of_shape(rt__shape_root(class, 0));
  if (class->callable) proxy->info = rt_is_constructor(target) ? &constructor_info : &callable_info;
  proxy->target = target;
  proxy->handler = handler;
  return proxy;
}

NATIVE(rt_proxy_call) { return rt__throw_type_error("Constructor Proxy requires 'new'"); }

NATIVE(rt_proxy_construct) {
  rt_proxy *proxy = create(ARGUMENT(0), ARGUMENT(1));
  return proxy ? rt_from_object(proxy) : RT_EXCEPTION;
}

/// The revoke function of Proxy.revocable (28.2.2.1.1).
static NATIVE(revoke) {
  rt_value proxy = callee->captures[0];
  callee->captures[0] = RT_NULL;
  if (proxy == RT_NULL) return RT_UNDEFINED;
  ((rt_proxy *)rt_pointer(proxy))->target = RT_NULL;
  ((rt_proxy *)rt_pointer(proxy))->handler = RT_NULL;
  return RT_UNDEFINED;
}

NATIVE(rt_proxy_revocable) {
  rt_proxy *proxy = create(ARGUMENT(0), ARGUMENT(1));
  if (!proxy) return RT_EXCEPTION;
  rt_value captures[1] = {rt_from_object(proxy)};
  rt_function *revoker = rt__function_new_with(revoke, RT_ATOM(empty), 0, 1, captures);
  rt_object *result = rt__object_new(2);
  rt__add_property(result, rt__intern_ascii("proxy"), captures[0], RT_PROPERTY_PLAIN);
  rt__add_property(result, rt__intern_ascii("revoke"), rt_from_object(revoker), RT_PROPERTY_PLAIN);
  return rt_from_object(result);
}
