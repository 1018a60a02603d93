/// Property descriptors as objects (ECMA-262 6.2.6), and the functions of Object that use them.
#include "native.h"

/// One field of a descriptor object: 1 if present, 0 if not, 2 for an exception.
static int32_t field_js(rt_object *object, rt_string *key, rt_value *value) {
  int32_t present = rt__has_property_js(object, key);
  if (present != 1) return present;
  *value = rt__get_js(object, key, rt_from_object(object));
  return *value == RT_EXCEPTION ? 2 : 1;
}

int32_t rt__to_property_descriptor_js(rt_value value, rt_property_descriptor *d) {
  if (!rt_is_object(value)) {
    rt__throw_type_error("Property description must be an object: %d", value);
    return -1;
  }
  *d = (rt_property_descriptor){.value = RT_UNDEFINED, .getter = RT_UNDEFINED, .setter = RT_UNDEFINED};
  rt_object *object = rt_as_object(value);
  const struct {
    rt_string *key;
    uint8_t has, flag;
  } flags[] = {
      {RT_ATOM(enumerable), RT_HAS_ENUMERABLE, RT_PROPERTY_ENUMERABLE},
      {RT_ATOM(configurable), RT_HAS_CONFIGURABLE, RT_PROPERTY_CONFIGURABLE},
      {RT_ATOM(writable), RT_HAS_WRITABLE, RT_PROPERTY_WRITABLE},
  };
  rt_value field;
  for (int i = 0; i < 3; i++) {
    int32_t present = field_js(object, flags[i].key, &field);
    if (present == 2) return -1;
    if (!present) continue;
    d->has |= flags[i].has;
    if (rt_to_boolean(field)) d->flags |= flags[i].flag;
  }
  const struct {
    rt_string *key;
    uint8_t has;
    rt_value *place;
  } values[] = {
      {RT_ATOM(value), RT_HAS_VALUE, &d->value},
      {RT_ATOM(get), RT_HAS_GETTER, &d->getter},
      {RT_ATOM(set), RT_HAS_SETTER, &d->setter},
  };
  for (int i = 0; i < 3; i++) {
    int32_t present = field_js(object, values[i].key, values[i].place);
    if (present == 2) return -1;
    if (!present) continue;
    d->has |= values[i].has;
    if (i > 0 && *values[i].place != RT_UNDEFINED && !rt_is_function(*values[i].place)) {
      rt__throw_type_error("%cter must be a function: %d", i == 1 ? "Get" : "Set", *values[i].place);
      return -1;
    }
  }
  if (d->has & (RT_HAS_GETTER | RT_HAS_SETTER)) {
    if (d->has & (RT_HAS_VALUE | RT_HAS_WRITABLE)) {
      rt__throw_type_error(
          "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute");
      return -1;
    }
    d->flags |= RT_PROPERTY_ACCESSOR;
  }
  return 0;
}

rt_value rt__from_property_descriptor(const rt_property_descriptor *d) {
  rt_object *object = rt__object_new(4);
  const struct {
    rt_string *key;
    uint8_t has;
    rt_value value;
  } fields[] = {
      {RT_ATOM(value), RT_HAS_VALUE, d->value},
      {RT_ATOM(writable), RT_HAS_WRITABLE, rt_from_bool(d->flags & RT_PROPERTY_WRITABLE)},
      {RT_ATOM(get), RT_HAS_GETTER, d->getter},
      {RT_ATOM(set), RT_HAS_SETTER, d->setter},
      {RT_ATOM(enumerable), RT_HAS_ENUMERABLE, rt_from_bool(d->flags & RT_PROPERTY_ENUMERABLE)},
      {RT_ATOM(configurable), RT_HAS_CONFIGURABLE, rt_from_bool(d->flags & RT_PROPERTY_CONFIGURABLE)},
  };
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
    if (d->has & fields[i].has) rt__add_property(object, fields[i].key, fields[i].value, RT_PROPERTY_PLAIN);
  return rt_from_object(object);
}

NATIVE(rt_object_define_property) {
  if (!rt_is_object(ARGUMENT(0))) return rt__throw_type_error("Object.defineProperty called on non-object");
  RT_ROOT(argv[0]);
  rt_string *key = rt__to_key_js(ARGUMENT(1));
  if (!key) return RT_EXCEPTION;
  RT_ROOT_POINTER(key);
  rt_property_descriptor d;
  if (rt__to_property_descriptor_js(ARGUMENT(2), &d) != 0) return RT_EXCEPTION;
  return rt__define_own_property_or_throw_js(rt_as_object(argv[0]), key, &d) == 0 ? argv[0] : RT_EXCEPTION;
}

/// ObjectDefineProperties (20.1.2.3.1): status. All descriptors are read before the first definition.
static int32_t define_properties_js(rt_object *object, rt_value properties) {
  rt_object *source = rt__to_object(properties);
  if (!source) return -1;
  RT_ROOT_POINTER(source);
  rt_array *keys = rt__own_keys_js(source, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  if (!keys) return -1;
  rt_property_descriptor *list = rt__allocate_zeroed((keys->length + 1) * sizeof *list, RT_CELL_WORDS);
  RT_ROOT_POINTER(keys);
  RT_ROOT_POINTER(list);
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_string *key = rt_pointer(keys->elements[i]);
    rt_property_descriptor own;
    int32_t found = rt__get_own_property_js(source, key, &own);
    if (found == 2) return -1;
    if (!found || !(own.flags & RT_PROPERTY_ENUMERABLE)) {
      keys->elements[i] = RT_HOLE;
      continue;
    }
    rt_value value = rt__get_js(source, key, rt_from_object(source));
    if (value == RT_EXCEPTION || rt__to_property_descriptor_js(value, &list[i]) != 0) return -1;
  }
  for (uint32_t i = 0; i < keys->length; i++) {
    if (keys->elements[i] == RT_HOLE) continue;
    if (rt__define_own_property_or_throw_js(object, rt_pointer(keys->elements[i]), &list[i]) != 0) return -1;
  }
  return 0;
}

NATIVE(rt_object_define_properties) {
  if (!rt_is_object(ARGUMENT(0))) return rt__throw_type_error("Object.defineProperties called on non-object");
  return define_properties_js(rt_as_object(argv[0]), ARGUMENT(1)) == 0 ? argv[0] : RT_EXCEPTION;
}

NATIVE(rt_object_create) {
  rt_value prototype = ARGUMENT(0);
  if (!rt_is_object(prototype) && prototype != RT_NULL)
    return rt__throw_type_error("Object prototype may only be an Object or null: %d", prototype);
  rt_object *object = rt__object_new_with_prototype(prototype == RT_NULL ? NULL : rt_as_object(prototype));
  RT_ROOT_POINTER(object);
  if (ARGUMENT(1) != RT_UNDEFINED && define_properties_js(object, argv[1]) != 0) return RT_EXCEPTION;
  return rt_from_object(object);
}

NATIVE(rt_object_get_own_property_descriptor) {
  rt_object *object = rt__to_object(ARGUMENT(0));
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  rt_string *key = rt__to_key_js(ARGUMENT(1));
  if (!key) return RT_EXCEPTION;
  rt_property_descriptor d;
  int32_t found = rt__get_own_property_js(object, key, &d);
  if (found == 2) return RT_EXCEPTION;
  return found ? rt__from_property_descriptor(&d) : RT_UNDEFINED;
}

NATIVE(rt_object_get_own_property_descriptors) {
  rt_object *object = rt__to_object(ARGUMENT(0));
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  rt_array *keys = rt__own_keys_js(object, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  if (!keys) return RT_EXCEPTION;
  rt_object *result = rt__object_new(keys->length);
  RT_ROOT_POINTER(keys);
  RT_ROOT_POINTER(result);
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_property_descriptor d;
    rt_string *key = rt_pointer(keys->elements[i]);
    int32_t found = rt__get_own_property_js(object, key, &d);
    if (found == 2) return RT_EXCEPTION;
    if (found) rt__create_data_property(result, key, rt__from_property_descriptor(&d));
  }
  return rt_from_object(result);
}
