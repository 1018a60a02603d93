/// Object and Object.prototype (ECMA-262 20.1).
#include "native.h"

NATIVE(rt_object_call) {
  rt_value value = ARGUMENT(0);
  return rt_from_object(rt_is_nullish(value) ? rt__object_new(4) : rt__to_object(value));
}

NATIVE(rt_object_construct) {
  // In a subclass the argument plays no role.
  if (this_value != rt_from_object(callee)) {
    rt_object *object = rt__object_from_constructor_js(this_value, &rt_object_class);
    return object ? rt_from_object(object) : RT_EXCEPTION;
  }
  return rt_object_call(callee, RT_UNDEFINED, argc, argv);
}

/// Assigns the properties of an object that has only plain data; false if a store may do anything but store or add, and
/// then everything is to be done again.
static bool assign_plain_data(rt_object *target, rt_object *source) {
  const rt_shape *shape = source->shape;
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (!p->key || rt_key_is_private(p->key) || !(p->flags & RT_PROPERTY_ENUMERABLE)) continue;
    rt_value value = *rt_slot(source, p->slot);
    int32_t entry = rt__shape_find(target->shape, p->key);
    if (entry >= 0)
      rt_store_slot(target, target->shape->table->entries[entry].slot, value);
    else if (rt__is_added_by_store(target, p->key))
      rt__add_property(target, p->key, value, RT_PROPERTY_PLAIN);
    else
      return false;
  }
  return true;
}

NATIVE(rt_object_assign) {
  rt_object *target = rt__to_object(ARGUMENT(0));
  if (!target) return RT_EXCEPTION;
  rt_value result = rt_from_object(target);
  RT_ROOT(result);
  for (uint32_t i = 1; i < argc; i++) {
    if (rt_is_nullish(argv[i])) continue;
    rt_object *source = rt__to_object(argv[i]);
    if (rt__has_only_plain_data(source) && rt__accepts_plain_data(target) && target != source &&
        assign_plain_data(target, source))
      continue;
    RT_ROOT_POINTER(source);
    rt_array *keys = rt__own_keys_js(source, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
    if (!keys) return RT_EXCEPTION;
    RT_ROOT_POINTER(keys);
    for (uint32_t k = 0; k < keys->length; k++) {
      rt_string *key = rt_pointer(keys->elements[k]);
      rt_property_descriptor d;
      int32_t found = rt__get_own_property_js(source, key, &d);
      if (found == 2) return RT_EXCEPTION;
      if (!found || !(d.flags & RT_PROPERTY_ENUMERABLE)) continue;
      bool runs_code = d.flags & RT_PROPERTY_ACCESSOR || rt_exotic(source);
      rt_value value = runs_code ? rt__get_js(source, key, rt_from_object(source)) : d.value;
      if (value == RT_EXCEPTION || rt__put_js(result, key, value) != 0) return RT_EXCEPTION;
    }
  }
  return result;
}

/// EnumerableOwnProperties (7.3.23).
enum property_part { PART_KEYS, PART_VALUES, PART_ENTRIES };

/// The same of an object that has only plain data.
static rt_array *enumerable_plain_data(rt_object *object, enum property_part part) {
  const rt_shape *shape = object->shape;
  rt_array *result = rt__array_new(shape->count);
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (!p->key || rt_key_is_symbol(p->key) || !(p->flags & RT_PROPERTY_ENUMERABLE)) continue;
    rt_value pair[2] = {rt_from_string(p->key), *rt_slot(object, p->slot)};
    result->elements[result->length++] = part == PART_KEYS     ? pair[0]
                                         : part == PART_VALUES ? pair[1]
                                                               : rt_from_object(rt__array_from(pair, 2));
  }
  return result;
}

static rt_value enumerable_own_js(rt_value value, enum property_part part) {
  rt_object *object = rt__to_object(value);
  if (!object) return RT_EXCEPTION;
  if (rt__has_only_plain_data(object)) return rt_from_object(enumerable_plain_data(object, part));
  RT_ROOT_POINTER(object);
  rt_array *keys = rt__own_keys_js(object, part == PART_KEYS ? RT_KEYS_STRINGS | RT_KEYS_ENUMERABLE_ONLY : RT_KEYS_STRINGS);
  if (!keys) return RT_EXCEPTION;
  if (part == PART_KEYS) return rt_from_object(keys);
  rt_array *result = rt__array_new(keys->length);
  RT_ROOT_POINTER(keys);
  RT_ROOT_POINTER(result);
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_string *key = rt_pointer(keys->elements[i]);
    rt_property_descriptor d;
    // Getters may delete or hide later properties.
    int32_t found = rt__get_own_property_js(object, key, &d);
    if (found == 2) return RT_EXCEPTION;
    if (!found || !(d.flags & RT_PROPERTY_ENUMERABLE)) continue;
    bool runs_code = d.flags & RT_PROPERTY_ACCESSOR || rt_exotic(object);
    rt_value element = runs_code ? rt__get_js(object, key, rt_from_object(object)) : d.value;
    if (element == RT_EXCEPTION) return RT_EXCEPTION;
    if (part == PART_ENTRIES) {
      rt_value pair[2] = {keys->elements[i], element};
      element = rt_from_object(rt__array_from(pair, 2));
    }
    rt__array_push(result, element);
  }
  return rt_from_object(result);
}

NATIVE(rt_object_keys) { return enumerable_own_js(ARGUMENT(0), PART_KEYS); }
NATIVE(rt_object_values) { return enumerable_own_js(ARGUMENT(0), PART_VALUES); }
NATIVE(rt_object_entries) { return enumerable_own_js(ARGUMENT(0), PART_ENTRIES); }

NATIVE(rt_object_from_entries) {
  rt_value iterable = ARGUMENT(0);
  if (rt_is_nullish(iterable)) return rt__throw_type_error("%d is not iterable", iterable);
  rt_object *result = rt__object_new(4);
  RT_ROOT_POINTER(result);
  rt_iterator *record = rt__allocate_zeroed(sizeof *record, RT_CELL_WORDS);
  RT_ROOT_POINTER(record);
  if (rt__iterator_open_js(record, iterable) != 0) return RT_EXCEPTION;
  for (;;) {
    rt_value entry = rt__iterator_step_js(record);
    if (entry == RT_EXCEPTION) return RT_EXCEPTION;
    if (entry == RT_HOLE) return rt_from_object(result);
    RT_ROOT(entry);
    if (!rt_is_object(entry)) {
      rt__throw_type_error("Iterator value %d is not an entry object", entry);
      break;
    }
    rt_value key = rt__get_index_js(rt_as_object(entry), 0);
    if (key == RT_EXCEPTION) break;
    RT_ROOT(key);
    rt_value value = rt__get_index_js(rt_as_object(entry), 1);
    if (value == RT_EXCEPTION) break;
    RT_ROOT(value);
    rt_string *atom = rt__to_key_js(key);
    if (!atom || rt__create_data_property(result, atom, value) != 0) break;
  }
  rt__iterator_close_throw_js(record);
  return RT_EXCEPTION;
}

NATIVE(rt_object_group_by) {
  rt_value iterable = ARGUMENT(0), callback = ARGUMENT(1);
  if (rt_is_nullish(iterable)) return rt__throw_type_error("%d is not iterable", iterable);
  if (!rt_is_function(callback)) return rt__throw_type_error("%d is not a function", callback);
  rt_object *result = rt__object_new_with_prototype(NULL);
  RT_ROOT_POINTER(result);
  rt_iterator *record = rt__allocate_zeroed(sizeof *record, RT_CELL_WORDS);
  RT_ROOT_POINTER(record);
  if (rt__iterator_open_js(record, iterable) != 0) return RT_EXCEPTION;
  for (double index = 0;; index++) {
    rt_value value = rt__iterator_step_js(record);
    if (value == RT_EXCEPTION) return RT_EXCEPTION;
    if (value == RT_HOLE) return rt_from_object(result);
    rt_value arguments[2] = {value, rt_from_double(index)};
    RT_ROOT(value);
    rt_value group = rt__call_js(callback, RT_UNDEFINED, 2, arguments);
    rt_string *key = group == RT_EXCEPTION ? NULL : rt__to_key_js(group);
    if (!key) break;
    rt_value list = rt__own_data_value(result, key);
    if (list == RT_HOLE) {
      list = rt_from_object(rt__array_new(4));
      rt__create_data_property(result, key, list);
    }
    if (rt__array_push(rt_as_array(list), value) != 0) break;
  }
  rt__iterator_close_throw_js(record);
  return RT_EXCEPTION;
}

static rt_value own_keys(rt_value value, uint32_t filter) {
  rt_object *object = rt__to_object(value);
  rt_array *keys = object ? rt__own_keys_js(object, filter) : NULL;
  return keys ? rt_from_object(keys) : RT_EXCEPTION;
}

NATIVE(rt_object_get_own_property_names) { return own_keys(ARGUMENT(0), RT_KEYS_STRINGS); }
NATIVE(rt_object_get_own_property_symbols) { return own_keys(ARGUMENT(0), RT_KEYS_SYMBOLS); }

static rt_value from_truth(int32_t truth) { return truth == 2 ? RT_EXCEPTION : rt_from_bool(truth); }

/// SetIntegrityLevel for Object.freeze and Object.seal: the object, or a TypeError.
static rt_value set_integrity_js(rt_value value, enum rt_integrity level) {
  if (!rt_is_object(value)) return value;
  RT_ROOT(value);
  int32_t done = rt__set_integrity_js(rt_as_object(value), level);
  if (done == 1) return value;
  if (done == 0) rt__throw_type_error("'preventExtensions' on proxy: trap returned falsish");
  return RT_EXCEPTION;
}

NATIVE(rt_object_freeze) { return set_integrity_js(ARGUMENT(0), RT_INTEGRITY_FROZEN); }
NATIVE(rt_object_seal) { return set_integrity_js(ARGUMENT(0), RT_INTEGRITY_SEALED); }

NATIVE(rt_object_prevent_extensions) {
  if (!rt_is_object(ARGUMENT(0))) return ARGUMENT(0);
  RT_ROOT(argv[0]);
  int32_t done = rt__prevent_extensions_js(rt_as_object(argv[0]));
  if (done == 1) return argv[0];
  if (done == 0) rt__throw_type_error("'preventExtensions' on proxy: trap returned falsish");
  return RT_EXCEPTION;
}

static rt_value test_integrity_js(rt_value value, enum rt_integrity level) {
  return rt_is_object(value) ? from_truth(rt__test_integrity_js(rt_as_object(value), level)) : RT_TRUE;
}

NATIVE(rt_object_is_frozen) { return test_integrity_js(ARGUMENT(0), RT_INTEGRITY_FROZEN); }
NATIVE(rt_object_is_sealed) { return test_integrity_js(ARGUMENT(0), RT_INTEGRITY_SEALED); }

NATIVE(rt_object_is_extensible) {
  return rt_is_object(ARGUMENT(0)) ? from_truth(rt__is_extensible_js(rt_as_object(argv[0]))) : RT_FALSE;
}

NATIVE(rt_object_is) { return rt_from_bool(rt__same_value(ARGUMENT(0), ARGUMENT(1))); }

/// The prototype that a value's property lookup goes through; an exception for undefined and null.
static rt_value prototype_of_value_js(rt_value value) {
  if (rt_is_object(value)) return rt__get_prototype_of_js(rt_as_object(value));
  rt_object *prototype = rt__primitive_prototype(value);
  if (!prototype) return rt__throw_type_error("Cannot convert undefined or null to object");
  return rt_from_object(prototype);
}

NATIVE(rt_object_get_prototype_of) { return prototype_of_value_js(ARGUMENT(0)); }
NATIVE(rt_object_prototype_get_proto) { return prototype_of_value_js(this_value); }

static rt_value set_prototype_js(rt_value value, rt_value prototype) {
  rt_object *object = rt_as_object(value), *target = prototype == RT_NULL ? NULL : rt_as_object(prototype);
  RT_ROOT(value);
  RT_ROOT(prototype);
  int32_t done = rt__set_prototype_of_js(object, target);
  if (done) return done == 2 ? RT_EXCEPTION : value;
  if (rt__is_builtin(value, RT_BUILTIN_OBJECT_PROTOTYPE))
    return rt__throw_type_error("Immutable prototype object 'Object.prototype' cannot have their prototype set");
  if (rt_is_proxy(object)) return rt__throw_type_error("'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'");
  if (!rt__is_extensible(object)) return rt__throw_type_error("%d is not extensible", value);
  return rt__throw_type_error("Cyclic __proto__ value");
}

NATIVE(rt_object_set_prototype_of) {
  rt_value value = ARGUMENT(0), prototype = ARGUMENT(1);
  if (rt_is_nullish(value)) return rt__throw_type_error("Object.setPrototypeOf called on null or undefined");
  if (!rt_is_object(prototype) && prototype != RT_NULL)
    return rt__throw_type_error("Object prototype may only be an Object or null: %d", prototype);
  return rt_is_object(value) ? set_prototype_js(value, prototype) : value;
}

NATIVE(rt_object_prototype_set_proto) {
  rt_value prototype = ARGUMENT(0);
  if (rt_is_nullish(this_value)) return rt__throw_type_error("Object.prototype.__proto__ called on null or undefined");
  if (!rt_is_object(this_value) || (!rt_is_object(prototype) && prototype != RT_NULL)) return RT_UNDEFINED;
  return set_prototype_js(this_value, prototype) == RT_EXCEPTION ? RT_EXCEPTION : RT_UNDEFINED;
}

/// Whether `value` has an own property: truth.
static int32_t has_own_js(rt_value value, rt_value key) {
  rt_string *atom = rt__to_key_js(key);
  if (!atom) return 2;
  RT_ROOT_POINTER(atom);
  rt_object *object = rt__to_object(value);
  rt_property_descriptor d;
  return object ? rt__get_own_property_js(object, atom, &d) : 2;
}

NATIVE(rt_object_has_own) {
  if (rt_is_nullish(ARGUMENT(0))) return rt__throw_type_error("Cannot convert undefined or null to object");
  return from_truth(has_own_js(argv[0], ARGUMENT(1)));
}

NATIVE(rt_object_prototype_has_own_property) { return from_truth(has_own_js(this_value, ARGUMENT(0))); }

NATIVE(rt_object_prototype_is_prototype_of) {
  if (!rt_is_object(ARGUMENT(0))) return RT_FALSE;
  rt_object *object = rt__to_object(this_value);
  if (!object) return RT_EXCEPTION;
  rt_object *o = rt_as_object(argv[0]);
  RT_ROOT_POINTER(object);
  while (o) {
    if (rt__step_to_prototype_js(&o) == 2) return RT_EXCEPTION;
    if (o == object) return RT_TRUE;
  }
  return RT_FALSE;
}

NATIVE(rt_object_prototype_property_is_enumerable) {
  rt_string *key = rt__to_key_js(ARGUMENT(0));
  if (!key) return RT_EXCEPTION;
  rt_object *object = rt__to_object(this_value);
  if (!object) return RT_EXCEPTION;
  rt_property_descriptor d;
  int32_t found = rt__get_own_property_js(object, key, &d);
  return found == 2 ? RT_EXCEPTION : rt_from_bool(found && d.flags & RT_PROPERTY_ENUMERABLE);
}

NATIVE(rt_object_prototype_to_string) {
  if (this_value == RT_UNDEFINED) return rt_from_string(rt__intern_ascii("[object Undefined]"));
  if (this_value == RT_NULL) return rt_from_string(rt__intern_ascii("[object Null]"));
  rt_object *object = rt__to_object(this_value);
  RT_ROOT_POINTER(object);
  int32_t is_array = rt_is_proxy(object) ? rt__is_array_js(this_value) : 0;
  if (is_array == 2) {
    rt__take_pending();
    return rt__throw_type_error("Cannot perform 'Object.prototype.toString' on a proxy that has been revoked");
  }
  rt_value tag = rt__get_js(object, RT_SYMBOL(to_string_tag), rt_from_object(object));
  if (tag == RT_EXCEPTION) return RT_EXCEPTION;
  if (!rt_is_string(tag)) {
    if (is_array) return rt_from_string(rt__intern_ascii("[object Array]"));
    // Map and Set have their names from a tag that the program may not name; the class knows it.
    return rt__default_to_string(object);
  }
  rt_builder builder = {0};
  rt__builder_ascii(&builder, "[object ");
  rt__builder_string(&builder, rt_as_string(tag));
  rt__builder_ascii(&builder, "]");
  rt_string *text = rt__builder_finish(&builder);
  return text ? rt_from_string(text) : RT_EXCEPTION;
}

NATIVE(rt_object_prototype_to_locale_string) {
  rt_value method = rt__get_value_js(this_value, RT_ATOM(toString));
  if (method == RT_EXCEPTION) return RT_EXCEPTION;
  if (method == RT_UNDEFINED) {
    rt_string *text = rt__to_string_js(this_value);
    return text ? rt_from_string(text) : RT_EXCEPTION;
  }
  return rt__call_js(method, this_value, 0, NULL);
}

NATIVE(rt_object_prototype_value_of) {
  rt_object *object = rt__to_object(this_value);
  return object ? rt_from_object(object) : RT_EXCEPTION;
}
