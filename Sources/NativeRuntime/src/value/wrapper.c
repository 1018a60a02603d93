/// Wrapper objects of primitives (ECMA-262 10.4.3 for strings), the `arguments` object, module namespaces.
#include "builtin/native.h"

static bool string_get_own(rt_object *object, rt_string *key, rt_property_descriptor *descriptor) {
  rt_string *string = rt_as_string(((rt_wrapper *)(void *)object)->value);
  *descriptor = (rt_property_descriptor){
    .getter = RT_UNDEFINED, .setter = RT_UNDEFINED,
    .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  if (key == RT_ATOM(length)) {
    descriptor->value = rt_from_double(string->length);
    return true;
  }
  if (!rt_key_is_index(key) || rt__key_index(key) >= string->length) return false;
  descriptor->value = rt_from_string(rt__string_from_unit(rt_text_at(rt__text(string), rt__key_index(key))));
  descriptor->flags = RT_PROPERTY_ENUMERABLE;
  return true;
}

static void string_own_keys(rt_object *object, rt_array *keys) {
  uint32_t length = rt_as_string(((rt_wrapper *)(void *)object)->value)->length;
  for (uint32_t i = 0; i < length; i++) rt__array_push(keys, rt_from_string(rt__intern_index(i)));
  rt__array_push(keys, rt_from_string(RT_ATOM(length)));
}

static rt_value value_to_string(rt_object *object) {
  rt_string *text = rt__to_string_js(((rt_wrapper *)(void *)object)->value);
  return text ? rt_from_string(text) : RT_EXCEPTION;
}

#define WRAPPER_CLASS(kind_, prototype_, name_)                                                                        \
  .kind = kind_, .instance_size = sizeof(rt_wrapper), .prototype_builtin = prototype_ + 1, .name = name_,              \
  .default_to_string = value_to_string

const rt_class rt_boolean_class = {WRAPPER_CLASS(RT_CLASS_BOOLEAN, RT_BUILTIN_BOOLEAN_PROTOTYPE, "Boolean")};
const rt_class rt_number_class = {WRAPPER_CLASS(RT_CLASS_NUMBER, RT_BUILTIN_NUMBER_PROTOTYPE, "Number")};
const rt_class rt_symbol_class = {WRAPPER_CLASS(RT_CLASS_SYMBOL, RT_BUILTIN_SYMBOL_PROTOTYPE, "Symbol")};
const rt_class rt_bigint_class = {WRAPPER_CLASS(RT_CLASS_BIGINT, RT_BUILTIN_BIGINT_PROTOTYPE, "BigInt")};
const rt_class rt_string_class = {WRAPPER_CLASS(RT_CLASS_STRING, RT_BUILTIN_STRING_PROTOTYPE, "String"),
                                  .get_own = string_get_own, .own_keys = string_own_keys};

/// The prototypes of primitives' objects (20.3.3, 21.1.3, 22.1.3) are such objects themselves.
#define MAKE_PROTOTYPE(name, value_)                                                                                   \
  rt_value rt_make_##name##_prototype NATIVE_PARAMETERS;                                                               \
  rt_value rt_make_##name##_prototype NATIVE_PARAMETERS {                                                              \
    rt_object *object = rt__object_of_shape(rt__shape_root(&rt_##name##_class, 0));                                    \
    ((rt_wrapper *)(void *)object)->value = value_;                                                                    \
    return rt_from_object(object);                                                                                     \
  }

MAKE_PROTOTYPE(boolean, RT_FALSE)
MAKE_PROTOTYPE(number, rt_from_double(0))
MAKE_PROTOTYPE(string, rt_from_string(RT_ATOM(empty)))
