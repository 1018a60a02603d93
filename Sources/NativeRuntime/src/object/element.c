/// Properties with computed keys, and with indices.
#include "array/array.h"
#include "object.h"
#include "rt_binary.h"

// Programs without typed arrays do not contain them.
#pragma weak rt__view_load
#pragma weak rt__view_store

int32_t rt__put_computed_js(rt_value base, rt_string *key, rt_value value);

/// Whether a number is an integer that fits `uint32_t`, except for 2^32 - 1, which is no array index.
static bool number_is_index(rt_value key, uint32_t *index) {
  if (!rt_is_number(key)) return false;
  double number = rt_double(key);
  if (!(number >= 0 && number < 4294967295.0)) return false;
  *index = (uint32_t)number;
  return *index == number;
}

/// The element or property at an index by walking the prototype chain, without making a string of the index where no
/// object has a property of that name.
static rt_value get_index_js(rt_object *object, uint32_t index, rt_value receiver) {
  const rt_internal_methods *methods = rt_exotic(object);
  if (RT_UNLIKELY(methods && methods->get_index)) return methods->get_index(object, index, receiver);
  if (rt_has_elements(object)) {
    rt_array *array = (rt_array *)(void *)object;
    if (index < array->length && array->elements[index] != RT_HOLE) return array->elements[index];
    if (!rt_prototypes_have_indices) return RT_UNDEFINED;
  }
  // OPTIMIZATION: an ordinary object without index keys, as no prototype has any.
  if (!(object->shape->flags & RT_SHAPE_HAS_INDICES) && !rt_prototypes_have_indices && !methods &&
      !rt_class_of(object)->get_own && rt_class_of(object)->kind != RT_CLASS_ARRAY)
    return RT_UNDEFINED;
  rt_string *key = rt__intern_index_find(index);
  if (!key) {
    // Exotic objects compute properties for any index.
    bool exotic = false;
    for (rt_object *o = object; o && !exotic; o = rt__prototype_of(o))
      exotic = rt_class_of(o)->get_own || rt_class_of(o)->exotic || rt_class_of(o)->kind == RT_CLASS_ARRAY;
    if (!exotic) return RT_UNDEFINED;
    key = rt__intern_index(index);
  }
  return rt__get_js(object, key, receiver);
}

rt_value rt__get_index_js(rt_object *object, uint32_t index) {
  if (index == UINT32_MAX) return rt__get_js(object, rt__key_from_double(index), rt_from_object(object));
  return get_index_js(object, index, rt_from_object(object));
}

static rt_value get_element_js(rt_value base, rt_value key) {
  uint32_t index;
  if (number_is_index(key, &index)) {
    if (rt_is_object(base)) return get_index_js(rt_as_object(base), index, base);
    if (rt_is_string(base)) {
      rt_string *s = rt_as_string(base);
      if (index < s->length) return rt_from_string(rt__string_from_unit(rt_text_at(rt__text(s), index)));
      rt_object *prototype = rt__primitive_prototype(base);
      return get_index_js(prototype, index, base);
    }
  }
  if (rt_is_nullish(base)) {
    // The base is checked before the key is converted, but the message shows the key.
    rt_string *shown = rt_is_object(key) ? NULL : rt__to_key_js(key);
    if (shown) return rt__get_value_js(base, shown);
    return rt__throw_type_error("Cannot read properties of %s", base == RT_NULL ? RT_ATOM(null) : RT_ATOM(undefined));
  }
  if (rt_is_string(key) && rt_is_object(base)) {
    // A string that is no atom is no property of an ordinary object.
    rt_string *atom = rt__intern_find(rt_as_string(key));
    if (atom) {
      RT_ROOT_POINTER(atom);
      return rt__get_value_js(base, atom);
    }
  }
  rt_string *atom = rt__to_key_js(key);
  if (!atom) return RT_EXCEPTION;
  RT_ROOT_POINTER(atom);
  return rt__get_value_js(base, atom);
}

/// The typed array in which a number is a valid index, or NULL: IsValidIntegerIndex (10.4.5.16).
static inline rt_view *view_with_index(rt_value base, rt_value key, size_t *index) {
  if (!rt_is_typed_array(base) || !rt_is_number(key)) return NULL;
  rt_view *view = rt_as_view(base);
  double number = rt_double(key);
  if (!(number >= 0 && number < (double)view->length)) return NULL;
  *index = (size_t)number;
  return (double)*index == number ? view : NULL;
}

/// The property of an object without properties outside of its shape: its entry for a string key that is an atom, or an
/// index behind the table.
static inline const rt_property *own_property_of_text(rt_object *object, rt_string *key) {
  const rt_class *class = rt_class_of(object);
  if (RT_UNLIKELY(class->kind == RT_CLASS_ARRAY || class->exotic || class->get_own)) return NULL;
  int32_t entry = rt__shape_find(object->shape, key);
  return entry < 0 ? NULL : &object->shape->table->entries[entry];
}

/// The atom of a string that is a property key.
static inline rt_string *atom_of(rt_string *text) {
  return RT_LIKELY(text->flags & RT_STRING_INTERNED) ? text : rt__intern_find(text);
}

/// The unit of a Latin-1 text in one place at an index inside of it, if its string is known; otherwise NULL.
static inline rt_string *known_unit(const rt_string *string, double position) {
  const uint8_t *units = rt_latin1_units(string);
  if (!units || !(position >= 0 && position < string->length)) return NULL;
  uint32_t index = (uint32_t)position;
  return index == position ? rt_unit_strings[units[index]] : NULL;
}

rt_value rt_get_element_slow(rt_value base, rt_value key) {
  // OPTIMIZATION: loops over the units of a text whose kind is not known when it is compiled.
  if (rt_is_string(base) && rt_is_number(key)) {
    rt_string *unit = known_unit(rt_as_string(base), rt_double(key));
    if (RT_LIKELY(unit != NULL)) return rt_from_string(unit);
  }
  // OPTIMIZATION: objects as dictionaries come first.
  if (rt_is_string(key) && rt_is_object(base)) {
    rt_string *atom = atom_of(rt_as_string(key));
    const rt_property *property = atom ? own_property_of_text(rt_as_object(base), atom) : NULL;
    if (property && !(property->flags & (RT_PROPERTY_ACCESSOR | RT_PROPERTY_LAZY)))
      return *rt_slot(rt_as_object(base), property->slot);
  }
  size_t position;
  const rt_view *view = view_with_index(base, key, &position);
  // OPTIMIZATION: numbers in typed arrays, before anything that other receivers need. BigInts are allocated.
  if (view && !rt_element_is_bigint(view->kind)) return rt__view_load(view, position);
  RT_SAFEPOINT();
  return get_element_js(base, key);
}

/// Stores an element of an array with writable elements, in place or by appending; false if that is not all there is to
/// do.
static bool store_element(rt_array *array, uint32_t index, rt_value value) {
  if (index < array->length) {
    if (array->elements[index] == RT_HOLE && rt_prototypes_have_indices) return false;
    rt_array_note_store(array, value);
    array->elements[index] = value;
    return true;
  }
  if (index != array->length || rt_prototypes_have_indices) return false;
  if (index >= array->capacity) rt__array_reserve(array, index + 1);
  rt_array_note_store(array, value);
  array->elements[index] = value;
  array->length = index + 1;
  return true;
}

static int32_t put_index_js(rt_value base, uint32_t index, rt_value value) {
  if (rt_is_object(base) && rt_has_writable_elements(rt_as_object(base)) &&
      store_element(rt_as_array(base), index, value))
    return 0;
  if (rt_is_object(base)) {
    const rt_internal_methods *exotic = rt_exotic(rt_as_object(base));
    if (RT_UNLIKELY(exotic && exotic->set_index)) {
      int32_t done = exotic->set_index(rt_as_object(base), index, value, base);
      if (done == 1) return 0;
      return done == 2 ? -1 : rt__throw_set_failure(base, rt__intern_index(index));
    }
  }
  return rt__put_computed_js(base, rt__intern_index(index), value);
}

int32_t rt__put_index_js(rt_object *object, uint32_t index, rt_value value) {
  if (index == UINT32_MAX) return rt__put_js(rt_from_object(object), rt__key_from_double(index), value);
  return put_index_js(rt_from_object(object), index, value);
}

int32_t rt_set_element_slow(rt_value base, rt_value key, rt_value value) {
  if (rt_is_string(key) && rt_is_object(base) && !(rt_as_object(base)->shape->flags & RT_SHAPE_WATCHED) &&
      rt_class_of(rt_as_object(base))->kind == RT_CLASS_ORDINARY) {
    rt_object *object = rt_as_object(base);
    rt_string *atom = atom_of(rt_as_string(key));
    const rt_property *property = atom ? own_property_of_text(object, atom) : NULL;
    if (property) {
      if ((property->flags & (RT_PROPERTY_ACCESSOR | RT_PROPERTY_LAZY | RT_PROPERTY_WRITABLE)) == RT_PROPERTY_WRITABLE) {
        rt_store_slot(object, property->slot, value);
        return 0;
      }
    } else if (!rt_exotic(object) && !rt_class_of(object)->get_own) {
      RT_SAFEPOINT();
      if (!atom) atom = rt__intern(rt_as_string(key));
      if (rt__is_added_by_store(object, atom)) {
        rt__add_limited(object, atom, value, RT_PROPERTY_PLAIN, RT__COMPUTED_MAX);
        return 0;
      }
    }
  }
  size_t position;
  const rt_view *view = rt_is_number(value) ? view_with_index(base, key, &position) : NULL;
  if (view && !rt_element_is_bigint(view->kind)) {
    rt__view_store(view, position, rt_double(value));
    return 0;
  }
  RT_SAFEPOINT();
  uint32_t index;
  if (number_is_index(key, &index)) return put_index_js(base, index, value);
  if (rt_is_nullish(base)) {
    rt_string *shown = rt_is_object(key) ? NULL : rt__to_key_js(key);
    if (shown) return rt__put_js(base, shown, value);
    rt__throw_type_error("Cannot set properties of %s", base == RT_NULL ? RT_ATOM(null) : RT_ATOM(undefined));
    return -1;
  }
  rt_string *atom = rt__to_key_js(key);
  if (!atom) return -1;
  RT_ROOT_POINTER(atom);
  return rt__put_computed_js(base, atom, value);
}

bool rt__has_property(rt_object *object, rt_string *key) {
  rt_property_descriptor descriptor;
  for (rt_object *o = object; o; o = rt__prototype_of(o)) {
    if (rt__may_be_special(o, key) && rt__get_own_special(o, key, &descriptor)) return true;
    if (rt__shape_find(o->shape, key) >= 0) return true;
  }
  return false;
}

int32_t rt__ordinary_has_property_js(rt_object *object, rt_string *key) {
  for (rt_object *o = object; o;) {
    const rt_internal_methods *exotic = rt_exotic(o);
    if (RT_UNLIKELY(exotic)) {
      if (o != object && exotic->has_property) return exotic->has_property(o, key);
      rt_property_descriptor descriptor;
      RT_ROOT_POINTER(o);
      int32_t found = rt__get_own_property_js(o, key, &descriptor);
      if (found) return found;
      if (rt__step_to_prototype_js(&o) == 2) return 2;
      continue;
    }
    rt_property_descriptor descriptor;
    if (rt__may_be_special(o, key) && rt__get_own_special(o, key, &descriptor)) return 1;
    if (rt__shape_find(o->shape, key) >= 0) return 1;
    o = rt__prototype_of(o);
  }
  return 0;
}

int32_t rt__has_property_js(rt_object *object, rt_string *key) {
  const rt_internal_methods *exotic = rt_exotic(object);
  if (RT_UNLIKELY(exotic && exotic->has_property)) return exotic->has_property(object, key);
  return rt__ordinary_has_property_js(object, key);
}

int32_t rt__has_index_js(rt_object *object, uint32_t index) {
  if (rt_has_elements(object) && index != UINT32_MAX) {
    rt_array *array = (rt_array *)(void *)object;
    if (index < array->length && array->elements[index] != RT_HOLE) return true;
    if (!rt_prototypes_have_indices) return false;
  }
  return rt__has_property_js(object, rt__key_from_double(index));
}

bool rt__has_index(rt_object *object, uint32_t index) {
  if (rt_has_elements(object) && index != UINT32_MAX) {
    rt_array *array = (rt_array *)(void *)object;
    if (index < array->length && array->elements[index] != RT_HOLE) return true;
    if (!rt_prototypes_have_indices) return false;
  }
  return rt__has_property(object, rt__key_from_double(index));
}

/// IsArray (7.2.2).
int32_t rt__is_array_js(rt_value value) {
  while (rt_is_class(value, RT_CLASS_PROXY)) {
    value = ((rt_proxy *)rt_pointer(value))->target;
    if (value == RT_NULL) {
      rt__throw_type_error("Cannot perform 'IsArray' on a proxy that has been revoked");
      return 2;
    }
  }
  return rt_is_array(value);
}

int32_t rt_has_property_in(rt_value key, rt_value base) {
  RT_SAFEPOINT();
  if (!rt_is_object(base)) {
    rt__throw_type_error("Cannot use 'in' operator to search for '%s' in %s",
                         rt_is_symbol(key) ? rt__symbol_descriptive_string(rt_pointer(key)) : rt__to_string_js(key),
                         rt_is_symbol(base) ? rt__symbol_descriptive_string(rt_pointer(base)) : rt__to_string_js(base));
    return 2;
  }
  uint32_t index;
  if (number_is_index(key, &index)) return rt__has_index_js(rt_as_object(base), index);
  if (rt_is_string(key)) {
    rt_string *known = atom_of(rt_as_string(key));
    if (known && own_property_of_text(rt_as_object(base), known)) return 1;
  }
  rt_string *atom = rt__to_key_js(key);
  RT_ROOT_POINTER(atom);
  return atom ? rt__has_property_js(rt_as_object(base), atom) : 2;
}

int32_t rt__delete_index_or_throw(rt_object *object, uint32_t index) {
  return rt__delete_or_throw_js(object, rt__key_from_double(index));
}

int32_t rt__create_index_property(rt_object *object, uint32_t index, rt_value value) {
  if (rt_has_writable_elements(object)) {
    rt_array *array = (rt_array *)(void *)object;
    if (index < array->length) {
      rt_array_note_store(array, value);
      array->elements[index] = value;
      return 0;
    }
    if (index == array->length) return rt__array_push(array, value);
  }
  return rt__create_data_property_or_throw_js(object, rt__key_from_double(index), value);
}

rt_string *rt__key_from_double(double index) {
  if (index >= 0 && index < 4294967295.0 && (uint32_t)index == index) return rt__intern_index((uint32_t)index);
  return rt__intern(rt_number_to_string(index, 10));
}

double rt__length_of_js(rt_object *object) {
  if (rt_class_of(object)->kind == RT_CLASS_ARRAY) return ((rt_array *)(void *)object)->length;
  rt_value length = rt__get_js(object, RT_ATOM(length), rt_from_object(object));
  if (length == RT_EXCEPTION) return -1;
  double number = rt__to_integer_js(length);
  if (rt_is_double_exception(number)) return -1;
  return number <= 0 ? 0 : number > 9007199254740991.0 ? 9007199254740991.0 : number;
}
