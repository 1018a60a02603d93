/// The accessor methods of Object.prototype from before Object.defineProperty (ECMA-262 B.2.2.2 to B.2.2.5).
#include "native.h"

/// __defineGetter__ and __defineSetter__.
static rt_value define_half_js(rt_value this_value, rt_value key, rt_value function, bool is_getter) {
  rt_object *object = rt__to_object(this_value);
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  RT_ROOT(function);
  if (!rt_is_function(function))
    return rt__throw_type_error("Object.prototype.__define%cter__: Expecting function", is_getter ? "Get" : "Set");
  rt_property_descriptor half = {.value = RT_UNDEFINED,
                                 .getter = is_getter ? function : RT_UNDEFINED,
                                 .setter = is_getter ? RT_UNDEFINED : function,
                                 .flags = RT_PROPERTY_ENUMERABLE | RT_PROPERTY_CONFIGURABLE | RT_PROPERTY_ACCESSOR,
                                 .has = (uint8_t)((is_getter ? RT_HAS_GETTER : RT_HAS_SETTER) | RT_HAS_ENUMERABLE |
                                                  RT_HAS_CONFIGURABLE)};
  rt_string *atom = rt__to_key_js(key);
  if (!atom) return RT_EXCEPTION;
  RT_ROOT_POINTER(atom);
  return rt__define_own_property_or_throw_js(object, atom, &half) == 0 ? RT_UNDEFINED : RT_EXCEPTION;
}

NATIVE(rt_object_prototype_define_getter) { return define_half_js(this_value, ARGUMENT(0), ARGUMENT(1), true); }
NATIVE(rt_object_prototype_define_setter) { return define_half_js(this_value, ARGUMENT(0), ARGUMENT(1), false); }

/// __lookupGetter__ and __lookupSetter__.
static rt_value look_up_half_js(rt_value this_value, rt_value key, bool is_getter) {
  rt_object *object = rt__to_object(this_value);
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  rt_string *atom = rt__to_key_js(key);
  if (!atom) return RT_EXCEPTION;
  RT_ROOT_POINTER(atom);
  while (object) {
    rt_property_descriptor own;
    RT_ROOT_POINTER(object);
    int32_t found = rt__get_own_property_js(object, atom, &own);
    if (found == 2) return RT_EXCEPTION;
    if (found) return !(own.flags & RT_PROPERTY_ACCESSOR) ? RT_UNDEFINED : is_getter ? own.getter : own.setter;
    if (rt__step_to_prototype_js(&object) == 2) return RT_EXCEPTION;
  }
  return RT_UNDEFINED;
}

NATIVE(rt_object_prototype_lookup_getter) { return look_up_half_js(this_value, ARGUMENT(0), true); }
NATIVE(rt_object_prototype_lookup_setter) { return look_up_half_js(this_value, ARGUMENT(0), false); }
