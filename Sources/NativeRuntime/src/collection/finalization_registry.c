/// FinalizationRegistry (ECMA-262 26.2).
#include "rt_abi.h"
#include "rt_promise.h"
#include "weak.h"

/// One registration; its target is RT_UNDEFINED, hidden, once it is gone.
typedef struct registration {
  struct registration *next;
  rt_hidden target;
  rt_hidden token; ///< RT_UNDEFINED, hidden: none
  rt_value held;
} registration;

typedef struct rt_finalization_registry {
  rt_object object;
  rt_value callback;
  registration *registrations;
  rt_hidden next; ///< the next of all registries, or 0
} rt_finalization_registry;

static const rt_class registry_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_finalization_registry),
    .prototype_builtin = RT_BUILTIN_FINALIZATIONREGISTRY_PROTOTYPE + 1,
    .name = "FinalizationRegistry",
};

/// All registries, hidden: those that nothing else refers to need not call back any more.
static rt_hidden registries;

static void clean_up_js(void);

/// Notes which targets are dead, and forgets dead registries.
static void sweep(void) {
  rt_hidden *link = &registries;
  while (*link) {
    rt_finalization_registry *registry = rt_pointer(rt__reveal(*link));
    if (!rt__is_marked(registry)) {
      *link = registry->next;
      continue;
    }
    for (registration *one = registry->registrations; one; one = one->next) {
      rt_value target = rt__reveal(one->target), token = rt__reveal(one->token);
      if (token != RT_UNDEFINED && !rt__is_marked(rt_pointer(token))) one->token = rt__hide(RT_UNDEFINED);
      if (target == RT_UNDEFINED || rt__is_marked(rt_pointer(target))) continue;
      one->target = rt__hide(RT_UNDEFINED);
      rt_cleanup_runner = clean_up_js;
    }
    link = &registry->next;
  }
}

/// Removes a registration whose target is gone, and gives it; NULL if there is none.
static registration *take_dead(rt_finalization_registry *registry) {
  for (registration **link = &registry->registrations; *link; link = &(*link)->next) {
    registration *one = *link;
    if (rt__reveal(one->target) != RT_UNDEFINED) continue;
    *link = one->next;
    return one;
  }
  return NULL;
}

/// CleanupFinalizationRegistry (9.12) of every registry.
static void clean_up_js(void) {
  for (rt_hidden at = registries; at;) {
    rt_finalization_registry *registry = rt_pointer(rt__reveal(at));
    RT_ROOT_POINTER(registry);
    for (registration *one; (one = take_dead(registry));) {
      rt_value held = one->held;
      if (rt__call_js(registry->callback, RT_UNDEFINED, 1, &held) == RT_EXCEPTION)
        rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
    }
    at = registry->next;
  }
}

/// ECMA-262 26.2.1.1 FinalizationRegistry ( cleanupCallback ); new.target comes as `this_value`.
RT_NATIVE(rt_native_finalization_registry_construct) {
  RT_SAFEPOINT();
  rt_value callback = rt_argument(argc, argv, 0);
  if (!rt_is_function(callback)) return rt__throw_type_error("FinalizationRegistry: cleanup must be callable");
  RT_ROOT(callback);
  rt_object *object = rt__object_from_constructor_js(this_value, &registry_class);
  if (!object) return RT_EXCEPTION;
  static bool is_registered;
  if (!is_registered) rt__register_weak_sweeper(sweep);
  is_registered = true;
  rt_finalization_registry *registry = (rt_finalization_registry *)object;
  registry->callback = callback;
  registry->next = registries;
  registries = rt__hide(rt_from_object(object));
  return rt_from_object(object);
}

/// ECMA-262 26.2.1.1 FinalizationRegistry ( cleanupCallback ) without `new`.
RT_NATIVE(rt_native_finalization_registry_call) {
  return rt__throw_type_error("Constructor FinalizationRegistry requires 'new'");
}

static rt_value throw_invalid_token(rt_value token) {
  return rt__throw_type_error("Invalid unregisterToken ('%s')", rt__show(token));
}

/// ECMA-262 26.2.3.2 FinalizationRegistry.prototype.register ( target, heldValue [ , unregisterToken ] )
RT_NATIVE(rt_native_finalization_registry_register) {
  RT_SAFEPOINT();
  RT_THIS_CLASS(rt_finalization_registry, registry, registry_class, "FinalizationRegistry.prototype.register");
  rt_value target = rt_argument(argc, argv, 0), held = rt_argument(argc, argv, 1), token = rt_argument(argc, argv, 2);
  if (!rt__can_be_held_weakly(target))
    return rt__throw_type_error("FinalizationRegistry.prototype.register: invalid target");
  if (rt__same_value(target, held))
    return rt__throw_type_error("FinalizationRegistry.prototype.register: target and holdings must not be same");
  if (!rt__can_be_held_weakly(token) && token != RT_UNDEFINED) return throw_invalid_token(token);
  registration *one = rt__allocate(sizeof *one, RT_CELL_WORDS);
  *one = (registration){
      .next = registry->registrations, .target = rt__hide(target), .token = rt__hide(token), .held = held};
  registry->registrations = one;
  return RT_UNDEFINED;
}

/// ECMA-262 26.2.3.3 FinalizationRegistry.prototype.unregister ( unregisterToken )
RT_NATIVE(rt_native_finalization_registry_unregister) {
  RT_THIS_CLASS(rt_finalization_registry, registry, registry_class, "FinalizationRegistry.prototype.unregister");
  rt_value token = rt_argument(argc, argv, 0);
  if (!rt__can_be_held_weakly(token)) return throw_invalid_token(token);
  bool removed = false;
  for (registration **link = &registry->registrations; *link;) {
    if (rt__reveal((*link)->token) != token) {
      link = &(*link)->next;
      continue;
    }
    *link = (*link)->next;
    removed = true;
  }
  return rt_from_bool(removed);
}
