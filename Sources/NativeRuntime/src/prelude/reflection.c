/// What the prelude asks about objects that the language itself does not tell.
#include "library.h"
#include "rt_collection.h"
#include "rt_proxy.h"

rt_string *rt_class_of_text(rt_value value);
rt_string *rt_function_kind_text(rt_value value);
rt_value rt_proxy_target_of(rt_value value);
rt_value rt_own_non_index_keys(rt_value value, int32_t only_enumerable);
rt_value rt_iterator_preview(rt_value iterator);
rt_string *rt_date_text(rt_value date);
/// Of src/date: programs without Dates have none to show.
rt_string *rt__date_inspection(rt_object *date) __attribute__((weak));

/// What an object is by its internal slots.
rt_string *rt_class_of_text(rt_value value) {
  RT_SAFEPOINT();
  const rt_class *class = rt_is_object(value) ? rt_class_of(rt_as_object(value)) : NULL;
  const char *text = "Object";
  switch (class ? class->kind : RT_CLASS_ORDINARY) {
  case RT_CLASS_ARRAY: text = "Array"; break;
  case RT_CLASS_FUNCTION:
  case RT_CLASS_BOUND_FUNCTION: text = "Function"; break;
  case RT_CLASS_ERROR: text = "Error"; break;
  case RT_CLASS_BOOLEAN: text = "Boolean"; break;
  case RT_CLASS_NUMBER: text = "Number"; break;
  case RT_CLASS_STRING: text = "String"; break;
  case RT_CLASS_SYMBOL: text = "Symbol"; break;
  case RT_CLASS_BIGINT: text = "BigInt"; break;
  case RT_CLASS_ARGUMENTS: text = "Arguments"; break;
  case RT_CLASS_MAP: text = "Map"; break;
  case RT_CLASS_SET: text = "Set"; break;
  case RT_CLASS_DATE: text = "Date"; break;
  case RT_CLASS_NAMESPACE: text = "Module"; break;
  case RT_CLASS_ITERATOR:
  case RT_CLASS_TYPED_ARRAY:
  case RT_CLASS_ARRAY_BUFFER:
  case RT_CLASS_DATA_VIEW:
  case RT_CLASS_REGEXP:
  case RT_CLASS_OTHER: text = class->name; break;
  default: break;
  }
  return rt__string_from_ascii(text);
}

/// The target of a proxy, null if it was revoked; undefined for other values.
rt_value rt_proxy_target_of(rt_value value) {
  return rt_is_class(value, RT_CLASS_PROXY) ? ((rt_proxy *)rt_pointer(value))->target : RT_UNDEFINED;
}

/// `class` for classes of the program, otherwise the name of the function's kind.
rt_string *rt_function_kind_text(rt_value value) {
  RT_SAFEPOINT();
  const char *text = "Function";
  if (rt_is_class(value, RT_CLASS_FUNCTION)) {
    switch (((rt_function *)rt_pointer(value))->info->kind) {
    case RT_FUNCTION_BASE_CONSTRUCTOR:
    case RT_FUNCTION_DERIVED_CONSTRUCTOR: text = "class"; break;
    case RT_FUNCTION_GENERATOR: text = "GeneratorFunction"; break;
    case RT_FUNCTION_ASYNC: text = "AsyncFunction"; break;
    case RT_FUNCTION_ASYNC_GENERATOR: text = "AsyncGeneratorFunction"; break;
    default: break;
    }
  }
  return rt__string_from_ascii(text);
}

/// An array of the own keys that are not array indices: names, then symbols.
rt_value rt_own_non_index_keys(rt_value value, int32_t only_enumerable) {
  RT_SAFEPOINT();
  uint32_t filter = RT_KEYS_STRINGS | RT_KEYS_SYMBOLS | (only_enumerable ? RT_KEYS_ENUMERABLE_ONLY : 0);
  rt_object *object = rt_as_object(value);
  rt_array *keys;
  if (rt_is_class(value, RT_CLASS_TYPED_ARRAY)) {
    // What is in the shape has no elements.
    keys = rt__own_keys(object, filter);
  } else if (rt_is_array(value) && rt_has_elements(object)) {
    // Without elements the array lists no keys for them, which for long arrays would be many strings.
    rt_array *array = rt_as_array(value);
    uint32_t length = array->length;
    array->length = 0;
    keys = rt__own_keys(object, filter);
    array->length = length;
  } else {
    keys = rt__own_keys(object, filter);
  }
  uint32_t kept = 0;
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_value key = keys->elements[i];
    if (rt_is_string(key) && (rt_as_string(key)->flags & RT_STRING_INDEX)) continue;
    keys->elements[kept++] = key;
  }
  keys->length = kept;
  return rt_from_object(keys);
}

/// What an iterator of a Map or Set has still to give: an array of whether it gives pairs, then what it gives, pairs
/// taken apart. The iterator stays where it is.
rt_value rt_iterator_preview(rt_value iterator) {
  RT_SAFEPOINT();
  rt_iterator record = ((rt_iterator_object *)rt_pointer(iterator))->record;
  // Mode 2 gives entries; a finished iterator gives nothing in any mode.
  bool pairs = record.mode == 2;
  rt_array *result = rt__array_new(8);
  (void)rt__array_push(result, rt_from_bool(pairs));
  for (;;) {
    rt_value item = record.step(&record);
    if (item == RT_HOLE) return rt_from_object(result);
    if (pairs) {
      (void)rt__array_push(result, rt_as_array(item)->elements[0]);
      item = rt_as_array(item)->elements[1];
    }
    (void)rt__array_push(result, item);
  }
}

rt_string *rt_date_text(rt_value date) {
  RT_SAFEPOINT();
  return rt__date_inspection(rt_as_object(date));
}
