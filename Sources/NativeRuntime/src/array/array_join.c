/// Array.prototype: join, toString, toLocaleString.
#include "array_support.h"

/// The joins that are under way, so that an array that contains itself gives an empty text there, as in V8.
typedef struct join_frame {
  const rt_object *object;
  const struct join_frame *outer;
} join_frame;

static const join_frame *innermost_join;

/// Whether the object is being joined already.
static bool is_joining(const rt_object *object) {
  for (const join_frame *frame = innermost_join; frame; frame = frame->outer) {
    if (frame->object == object) return true;
  }
  return false;
}

/// The text of one element (empty for undefined and null); NULL with an exception.
static rt_string *element_text_js(rt_value element, bool locale) {
  if (rt_is_string(element)) return rt_as_string(element);
  if (rt_is_nullish(element) || element == RT_HOLE) return RT_ATOM(empty);
  if (!locale) return rt__to_string_js(element);
  rt_value text = rt__get_value_js(element, rt__intern_ascii("toLocaleString"));
  if (text == RT_EXCEPTION) return NULL;
  text = rt__call_js(text, element, 0, NULL);
  return text == RT_EXCEPTION ? NULL : rt__to_string_js(text);
}

/// Concatenates strings with a separator into a string of exactly the needed size; NULL with a RangeError.
static rt_string *concatenate(const rt_array *parts, rt_string *separator) {
  uint64_t length = (uint64_t)separator->length * (parts->length > 0 ? parts->length - 1 : 0);
  rt_text between = rt__text(separator);
  bool wide = parts->length > 1 && rt__text_needs_utf16(between);
  for (uint32_t i = 0; i < parts->length; i++) {
    rt_text part = rt__text(rt_as_string(parts->elements[i]));
    length += part.length;
    wide = wide || rt__text_needs_utf16(part);
  }
  if (length > RT_STRING_LENGTH_MAX) {
    rt__throw_range_error("Invalid string length");
    return NULL;
  }
  if (length == 0) return RT_ATOM(empty);
  rt_string *result = wide ? rt__string_utf16_raw((uint32_t)length) : rt__string_latin1_raw((uint32_t)length);
  uint32_t at = 0;
  for (uint32_t i = 0; i < parts->length; i++) {
    if (i > 0) at = rt__text_copy(result, at, between);
    at = rt__text_copy(result, at, rt__text(rt_as_string(parts->elements[i])));
  }
  return result;
}

/// ECMA-262 23.1.3.18 join of any object; NULL with an exception.
static rt_string *join_js(rt_object *object, rt_string *separator, bool locale) {
  double length = rt__length_of_js(object);
  if (length < 0) return NULL;
  if (is_joining(object)) return RT_ATOM(empty);
  RT_STACK_CHARGE();
  if (RT_STACK_CHECK()) return NULL;
  if (length > 4294967295.0) {
    rt__throw_range_error("Invalid string length");
    return NULL;
  }
  rt_array *parts = rt__array_new(rt__is_direct(object) ? (uint32_t)length : 0);
  RT_ROOT_POINTER(parts);
  join_frame frame = {object, innermost_join};
  innermost_join = &frame;
  bool failed = false;
  for (double i = 0; i < length && !failed; i++) {
    rt_value element = rt__is_direct(object) && i < ((rt_array *)object)->length
                           ? ((rt_array *)object)->elements[(uint32_t)i]
                           : rt__get_at_js(object, i);
    rt_string *text = element == RT_EXCEPTION ? NULL : element_text_js(element, locale);
    failed = !text || rt__array_push(parts, rt_from_string(text)) < 0;
  }
  innermost_join = frame.outer;
  return failed ? NULL : concatenate(parts, separator);
}

/// ECMA-262 23.1.3.18 join of an array.
rt_string *rt_array_join(rt_object *object, rt_string *separator) {
  RT_SAFEPOINT();
  RT_ROOT_POINTER(separator);
  return join_js(object, separator, false);
}

/// ECMA-262 23.1.3.18 join of an array with commas.
rt_string *rt_array_join_commas(rt_object *object) {
  RT_SAFEPOINT();
  return join_js(object, RT_ATOM(comma), false);
}

/// ECMA-262 23.1.3.18 Array.prototype.join ( separator )
RT_NATIVE(rt_native_array_join) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "join");
  rt_value value = rt_argument(argc, argv, 0);
  rt_string *separator = value == RT_UNDEFINED ? RT_ATOM(comma) : rt_to_string(value);
  if (!separator) return RT_EXCEPTION;
  RT_ROOT_POINTER(separator);
  rt_string *result = join_js(object, separator, false);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 23.1.3.36 Array.prototype.toString ( )
RT_NATIVE(rt_native_array_to_string) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "toString");
  rt_value join = rt__get_js(object, RT_ATOM(join), rt_from_object(object));
  if (join == RT_EXCEPTION) return RT_EXCEPTION;
  if (rt_is_function(join)) return rt__call_js(join, rt_from_object(object), 0, NULL);
  // A program that never names `join` has no such property, but its arrays join all the same.
  if (rt_is_array(rt_from_object(object))) {
    rt_string *result = join_js(object, RT_ATOM(comma), false);
    return result ? rt_from_string(result) : RT_EXCEPTION;
  }
  rt_builder builder = {0};
  rt__builder_ascii(&builder, "[object ");
  rt__builder_ascii(&builder, rt_class_of(object)->name ? rt_class_of(object)->name : "Object");
  rt__builder_ascii(&builder, "]");
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// What `default_to_string` of arrays gives where the program names neither `toString` nor `join`.
rt_value rt__array_default_to_string(rt_object *object) {
  rt_string *result = join_js(object, RT_ATOM(comma), false);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 23.1.3.32 Array.prototype.toLocaleString ( )
RT_NATIVE(rt_native_array_to_locale_string) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "toLocaleString");
  rt_string *result = join_js(object, RT_ATOM(comma), true);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}
