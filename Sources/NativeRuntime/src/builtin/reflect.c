/// Reflect (ECMA-262 28.1).
#include "native.h"

/// Throws unless the first argument is an object.
#define TARGET(name)                                                                                                   \
  if (!rt_is_object(ARGUMENT(0))) return rt__throw_type_error("Reflect." name " called on non-object");              \
  rt_object *target = rt_as_object(argv[0]);                                                                           \
  RT_ROOT_POINTER(target)

/// The second argument as a property key.
#define KEY(name)                                                                                                      \
  rt_string *name = rt__to_key_js(ARGUMENT(1));                                                                        \
  if (!name) return RT_EXCEPTION;                                                                                      \
  RT_ROOT_POINTER(name)

static rt_value from_truth(int32_t truth) { return truth == 2 ? RT_EXCEPTION : rt_from_bool(truth); }

rt_value rt_object_get_own_property_descriptor NATIVE_PARAMETERS;

NATIVE(rt_reflect_apply) {
  if (!rt_is_function(ARGUMENT(0)))
    return rt__throw_not_applicable(ARGUMENT(0));
  if (!rt_is_object(ARGUMENT(2))) return rt__throw_type_error("CreateListFromArrayLike called on non-object");
  rt_array *list = rt__list_from_array_like_js(argv[2]);
  if (!list) return RT_EXCEPTION;
  RT_ROOT_POINTER(list);
  return rt__call_js(argv[0], ARGUMENT(1), list->length, list->elements);
}

NATIVE(rt_reflect_construct) {
  rt_value new_target = argc > 2 ? argv[2] : ARGUMENT(0);
  if (!rt_is_constructor(ARGUMENT(0))) return rt__throw_type_error("%d is not a constructor", ARGUMENT(0));
  if (!rt_is_constructor(new_target)) return rt__throw_type_error("%d is not a constructor", new_target);
  if (!rt_is_object(ARGUMENT(1))) return rt__throw_type_error("CreateListFromArrayLike called on non-object");
  rt_array *list = rt__list_from_array_like_js(argv[1]);
  if (!list) return RT_EXCEPTION;
  RT_ROOT_POINTER(list);
  return rt__construct_js(argv[0], new_target, list->length, list->elements);
}

NATIVE(rt_reflect_define_property) {
  TARGET("defineProperty");
  KEY(key);
  rt_property_descriptor descriptor;
  if (rt__to_property_descriptor_js(ARGUMENT(2), &descriptor) != 0) return RT_EXCEPTION;
  return from_truth(rt__define_own_property_js(target, key, &descriptor));
}

NATIVE(rt_reflect_delete_property) {
  TARGET("deleteProperty");
  KEY(key);
  return from_truth(rt__delete_js(target, key));
}

NATIVE(rt_reflect_get) {
  TARGET("get");
  KEY(key);
  return rt__get_js(target, key, argc > 2 ? argv[2] : argv[0]);
}

NATIVE(rt_reflect_get_own_property_descriptor) {
  if (!rt_is_object(ARGUMENT(0))) return rt__throw_type_error("Reflect.getOwnPropertyDescriptor called on non-object");
  return rt_object_get_own_property_descriptor(callee, this_value, argc, argv);
}

NATIVE(rt_reflect_get_prototype_of) {
  TARGET("getPrototypeOf");
  return rt__get_prototype_of_js(target);
}

NATIVE(rt_reflect_has) {
  TARGET("has");
  KEY(key);
  return from_truth(rt__has_property_js(target, key));
}

NATIVE(rt_reflect_is_extensible) {
  TARGET("isExtensible");
  return from_truth(rt__is_extensible_js(target));
}

NATIVE(rt_reflect_own_keys) {
  TARGET("ownKeys");
  rt_array *keys = rt__own_keys_js(target, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  return keys ? rt_from_object(keys) : RT_EXCEPTION;
}

NATIVE(rt_reflect_prevent_extensions) {
  TARGET("preventExtensions");
  return from_truth(rt__prevent_extensions_js(target));
}

NATIVE(rt_reflect_set) {
  TARGET("set");
  KEY(key);
  return from_truth(rt__set_js(target, key, ARGUMENT(2), argc > 3 ? argv[3] : argv[0]));
}

NATIVE(rt_reflect_set_prototype_of) {
  TARGET("setPrototypeOf");
  rt_value prototype = ARGUMENT(1);
  if (!rt_is_object(prototype) && prototype != RT_NULL)
    return rt__throw_type_error("Object prototype may only be an Object or null: %d", prototype);
  return from_truth(rt__set_prototype_of_js(target, prototype == RT_NULL ? NULL : rt_as_object(prototype)));
}
