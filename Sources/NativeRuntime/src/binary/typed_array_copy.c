/// %TypedArray%.prototype: slice and subarray, and %TypedArray%.of (ECMA-262 23.2.3, 23.2.2).
#include "array/array_support.h"
#include "binary.h"

/// 23.2.3.27 %TypedArray%.prototype.slice ( start, end )
NATIVE(rt_typed_array_slice) {
  const char *method = "%TypedArray%.prototype.slice";
  RT_THIS_TYPED_ARRAY(view, method);
  double length = (double)view->length;
  double start = rt__view_position_js(ARGUMENT(0), length, 0);
  if (start < 0) return RT_EXCEPTION;
  double end = rt__view_position_js(ARGUMENT(1), length, length);
  if (end < 0) return RT_EXCEPTION;
  double count = end > start ? end - start : 0;
  rt_value argument = rt_from_double(count);
  rt_view *result = rt__typed_array_species_create_js(view, 1, &argument, count, method);
  if (!result) return RT_EXCEPTION;
  RT_ROOT_POINTER(result);
  if (count == 0) return rt_from_object(result);
  if (view->is_out_of_bounds) return rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", method);
  if (end > (double)view->length) end = (double)view->length;
  if (end <= start) return rt_from_object(result);
  size_t first = (size_t)start, copied = (size_t)(end - start);
  if (result->kind == view->kind) {
    uint32_t shift = rt_element_shift(view->kind);
    if (copied > result->length) copied = result->length;
    const uint8_t *from = view->data + (first << shift);
    // Byte by byte upwards, which shows where a species gave a view of the same buffer.
    if (result->data <= from || result->data >= from + (copied << shift))
      memmove(result->data, from, copied << shift);
    else
      for (size_t i = 0; i < copied << shift; i++) ((volatile uint8_t *)result->data)[i] = from[i];
    return rt_from_object(result);
  }
  for (size_t i = 0; i < copied; i++)
    if (rt__view_set_js(result, (double)i, rt__view_get(view, first + i)) < 0) return RT_EXCEPTION;
  return rt_from_object(result);
}

/// 23.2.3.30 %TypedArray%.prototype.subarray ( start, end )
NATIVE(rt_typed_array_subarray) {
  const char *method = "%TypedArray%.prototype.subarray";
  if (!rt_is_typed_array(this_value)) return rt__throw_incompatible(method, this_value);
  rt_view *view = rt_as_view(this_value);
  RT_ROOT_POINTER(view);
  rt_array_buffer *buffer = rt__view_buffer(view);
  RT_ROOT_POINTER(buffer);
  double length = (double)view->length;
  double start = rt__view_position_js(ARGUMENT(0), length, 0);
  if (start < 0) return RT_EXCEPTION;
  bool tracks = view->fixed_length == RT_VIEW_TRACKING && ARGUMENT(1) == RT_UNDEFINED;
  double count = 0;
  if (!tracks) {
    double end = rt__view_position_js(ARGUMENT(1), length, length);
    if (end < 0) return RT_EXCEPTION;
    count = end > start ? end - start : 0;
  }
  double offset = (double)view->byte_offset + start * (double)(1u << rt_element_shift(view->kind));
  rt_value arguments[3] = {rt_from_object(buffer), rt_from_double(offset), rt_from_double(count)};
  rt_view *result = rt__typed_array_species_create_js(view, tracks ? 2 : 3, arguments, -1, method);
  return result ? rt_from_object(result) : RT_EXCEPTION;
}

/// 23.2.2.2 %TypedArray%.of ( ...items )
NATIVE(rt_typed_array_of) {
  if (!rt_is_constructor(this_value)) return rt__throw_type_error("%d is not a constructor", this_value);
  rt_view *view = rt__typed_array_create_js(this_value, argc, "%TypedArray%.of");
  if (!view) return RT_EXCEPTION;
  RT_ROOT_POINTER(view);
  for (uint32_t i = 0; i < argc; i++)
    if (rt__view_set_js(view, i, argv[i]) < 0) return RT_EXCEPTION;
  return rt_from_object(view);
}
