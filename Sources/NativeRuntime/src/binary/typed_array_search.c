/// %TypedArray%.prototype: looking for values, and texts (ECMA-262 23.2.3).
#include "binary.h"
#include "rt_inline.h"

/// The first index from `from` on, or from `from` downwards, of an element equal to a number; -1 if there is none.
/// OPTIMIZATION: comparing bits would not do for NaN and the zeros.
static double find_number(const rt_view *view, double number, double from, double end, double step) {
  for (double i = from; i != end; i += step)
    if (rt_double(rt__view_get(view, (size_t)i)) == number) return i;
  return -1;
}

static double find(const rt_view *view, rt_value wanted, double from, double end, double step) {
  if (!rt_element_is_bigint(view->kind))
    return rt_is_number(wanted) ? find_number(view, rt_double(wanted), from, end, step) : -1;
  if (!rt_is_bigint(wanted)) return -1;
  for (double i = from; i != end; i += step)
    if (rt_strictly_equal(rt__view_get(view, (size_t)i), wanted)) return i;
  return -1;
}

/// 23.2.3.17 %TypedArray%.prototype.indexOf ( searchElement [ , fromIndex ] )
NATIVE(rt_typed_array_index_of) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.indexOf");
  double length = (double)view->length;
  if (length == 0) return rt_from_double(-1);
  double from = rt__view_position_js(ARGUMENT(1), length, 0);
  if (from < 0) return RT_EXCEPTION;
  double end = (double)view->length < length ? (double)view->length : length;
  return rt_from_double(from < end ? find(view, ARGUMENT(0), from, end, 1) : -1);
}

/// 23.2.3.20 %TypedArray%.prototype.lastIndexOf ( searchElement [ , fromIndex ] )
NATIVE(rt_typed_array_last_index_of) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.lastIndexOf");
  double length = (double)view->length;
  if (length == 0) return rt_from_double(-1);
  double from = length - 1;
  if (argc > 1) {
    double integer = rt__to_integer_js(argv[1]);
    if (rt_is_double_exception(integer)) return RT_EXCEPTION;
    from = integer < 0 ? length + integer : integer < from ? integer : from;
  }
  if (from >= (double)view->length) from = (double)view->length - 1;
  return rt_from_double(from >= 0 ? find(view, ARGUMENT(0), from, -1, -1) : -1);
}

/// 23.2.3.16 %TypedArray%.prototype.includes ( searchElement [ , fromIndex ] )
NATIVE(rt_typed_array_includes) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.includes");
  double length = (double)view->length;
  if (length == 0) return RT_FALSE;
  double from = rt__view_position_js(ARGUMENT(1), length, 0);
  if (from < 0) return RT_EXCEPTION;
  rt_value wanted = ARGUMENT(0);
  double end = (double)view->length < length ? (double)view->length : length;
  // Elements that are gone since read as undefined.
  if (wanted == RT_UNDEFINED) return rt_from_bool(end < length && from < length);
  if (from >= end) return RT_FALSE;
  if (!rt_is_number(wanted) || rt_double(wanted) == rt_double(wanted) || rt_element_is_bigint(view->kind))
    return rt_from_bool(find(view, wanted, from, end, 1) >= 0);
  for (double i = from; i < end; i++) {
    double number = rt_double(rt__view_get(view, (size_t)i));
    if (number != number) return RT_TRUE;
  }
  return RT_FALSE;
}

/// The elements' texts with a separator between them, of a view that had so many elements: NULL with an exception.
static rt_string *join_js(rt_view *view, size_t length, rt_string *separator, bool locale) {
  rt_builder builder = {0};
  RT_ROOT_POINTER(view);
  RT_ROOT_POINTER(separator);
  for (size_t i = 0; i < length; i++) {
    if (i > 0) rt__builder_string(&builder, separator);
    rt_value element = rt__view_get(view, i);
    if (element == RT_UNDEFINED) continue;
    if (!locale && rt_is_number(element)) {
      uint8_t text[RT_NUMBER_TEXT_MAX + 1];
      text[rt__number_to_text(rt_double(element), text)] = 0;
      rt__builder_ascii(&builder, (const char *)text);
      continue;
    }
    if (locale) {
      rt_value method = rt__get_value_js(element, rt__intern_ascii("toLocaleString"));
      element = method == RT_EXCEPTION ? method : rt__call_js(method, element, 0, NULL);
      if (element == RT_EXCEPTION) return NULL;
    }
    rt_string *text = rt__to_string_js(element);
    if (!text) return NULL;
    rt__builder_string(&builder, text);
  }
  return rt__builder_finish(&builder);
}

/// 23.2.3.18 %TypedArray%.prototype.join ( separator )
NATIVE(rt_typed_array_join) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.join");
  size_t length = view->length;
  rt_string *separator = ARGUMENT(0) == RT_UNDEFINED ? RT_ATOM(comma) : rt__to_string_js(ARGUMENT(0));
  rt_string *result = separator ? join_js(view, length, separator, false) : NULL;
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// 23.2.3.31 %TypedArray%.prototype.toLocaleString ( )
NATIVE(rt_typed_array_to_locale_string) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.toLocaleString");
  rt_string *result = join_js(view, view->length, RT_ATOM(comma), true);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

rt_value rt__typed_array_default_to_string(rt_object *object) {
  rt_view *view = (rt_view *)(void *)object;
  rt_string *result = join_js(view, view->length, RT_ATOM(comma), false);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}
