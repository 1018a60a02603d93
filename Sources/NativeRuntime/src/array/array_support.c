/// Access by integer keys, and creation of arrays, for the generic array methods.
#include "array_support.h"

rt_object *rt__this_object(rt_value this_value, const char *method) {
  if (rt_is_nullish(this_value)) {
    rt__throw_type_error("Array.prototype.%c called on null or undefined", method);
    return NULL;
  }
  return rt__to_object(this_value);
}

rt_value rt__get_at_js(rt_object *object, double index) {
  if (index < 4294967295.0) return rt__get_index_js(object, (uint32_t)index);
  return rt__get_js(object, rt__key_from_double(index), rt_from_object(object));
}

int32_t rt__has_at_js(rt_object *object, double index) {
  if (index < 4294967295.0) return rt__has_index_js(object, (uint32_t)index);
  return rt__has_property_js(object, rt__key_from_double(index));
}

rt_value rt__get_if_present_js(rt_object *object, double index) {
  RT_ROOT_POINTER(object);
  int32_t has = rt__has_at_js(object, index);
  if (has != 1) return has == 2 ? RT_EXCEPTION : RT_HOLE;
  return rt__get_at_js(object, index);
}

int32_t rt__put_at_js(rt_object *object, double index, rt_value value) {
  if (index < 4294967295.0) return rt__put_index_js(object, (uint32_t)index, value);
  return rt__put_js(rt_from_object(object), rt__key_from_double(index), value);
}

int32_t rt__create_at_js(rt_object *object, double index, rt_value value) {
  if (index < 4294967295.0) return rt__create_index_property(object, (uint32_t)index, value);
  return rt__create_data_property_or_throw_js(object, rt__key_from_double(index), value);
}

int32_t rt__delete_at_js(rt_object *object, double index) {
  if (index < 4294967295.0) return rt__delete_index_or_throw(object, (uint32_t)index);
  return rt__delete_or_throw_js(object, rt__key_from_double(index));
}

int32_t rt__put_length_js(rt_object *object, double length) {
  if (rt_is_array(rt_from_object(object)) && length <= 4294967295.0) {
    return rt__array_set_length((rt_array *)object, (uint32_t)length);
  }
  return rt__put_js(rt_from_object(object), RT_ATOM(length), rt_from_double(length));
}

int32_t rt__move_at_js(rt_object *object, double from, double to) {
  rt_value value = rt__get_if_present_js(object, from);
  if (value == RT_HOLE) return rt__delete_at_js(object, to);
  if (value == RT_EXCEPTION) return -1;
  return rt__put_at_js(object, to, value);
}

rt_array *rt__array_create(double length) {
  if (length > 4294967295.0) {
    rt__throw_range_error("Invalid array length");
    return NULL;
  }
  return rt__array_new_length((uint32_t)length);
}

rt_object *rt__array_species_create_js(rt_object *original, double length) {
  rt_value constructor = RT_UNDEFINED;
  RT_ROOT_POINTER(original);
  int32_t is_array = rt__has_default_species(original) ? 0 : rt__is_array_js(rt_from_object(original));
  if (is_array == 2) return NULL;
  if (is_array) {
    constructor = rt__get_js(original, RT_ATOM(constructor), rt_from_object(original));
    if (constructor == RT_EXCEPTION) return NULL;
    if (rt_is_object(constructor)) {
      constructor = rt__get_js(rt_as_object(constructor), RT_SYMBOL(species), constructor);
      if (constructor == RT_EXCEPTION) return NULL;
      if (constructor == RT_NULL) constructor = RT_UNDEFINED;
    }
  }
  if (constructor == RT_UNDEFINED) return (rt_object *)rt__array_create(length);
  if (!rt_is_constructor(constructor)) {
    rt__throw_type_error("object.constructor[Symbol.species] is not a constructor");
    return NULL;
  }
  rt_value argument = rt_from_double(length);
  rt_value result = rt__construct_js(constructor, constructor, 1, &argument);
  return result == RT_EXCEPTION ? NULL : rt_as_object(result);
}
