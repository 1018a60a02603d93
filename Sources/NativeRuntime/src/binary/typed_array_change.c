/// %TypedArray%.prototype: methods that change the elements (ECMA-262 23.2.3).
#include "array/array_support.h"
#include "binary.h"

static rt_value throw_detached(const char *method) {
  return rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", method);
}

/// 23.2.3.8 %TypedArray%.prototype.fill ( value [ , start [ , end ] ] )
NATIVE(rt_typed_array_fill) {
  const char *method = "%TypedArray%.prototype.fill";
  RT_THIS_TYPED_ARRAY(view, method);
  double length = (double)view->length;
  uint64_t bits;
  if (rt__element_convert_js(view->kind, ARGUMENT(0), &bits) < 0) return RT_EXCEPTION;
  double start = rt__view_position_js(ARGUMENT(1), length, 0);
  if (start < 0) return RT_EXCEPTION;
  double end = rt__view_position_js(ARGUMENT(2), length, length);
  if (end < 0) return RT_EXCEPTION;
  if (view->is_out_of_bounds) return throw_detached(method);
  if (end > (double)view->length) end = (double)view->length;
  if (start >= end) return this_value;
  size_t first = (size_t)start, count = (size_t)(end - start);
  switch (rt_element_shift(view->kind)) {
  case 0: memset(view->data + first, (int)(uint8_t)bits, count); break;
  case 1:
    for (size_t i = 0; i < count; i++) ((uint16_t *)(void *)view->data)[first + i] = (uint16_t)bits;
    break;
  case 2:
    for (size_t i = 0; i < count; i++) ((uint32_t *)(void *)view->data)[first + i] = (uint32_t)bits;
    break;
  default:
    for (size_t i = 0; i < count; i++) ((uint64_t *)(void *)view->data)[first + i] = bits;
    break;
  }
  return this_value;
}

/// SetTypedArrayFromTypedArray (23.2.3.26.1): status.
static int32_t set_from_view(rt_view *target, double offset, const rt_view *source) {
  if (target->is_out_of_bounds || source->is_out_of_bounds) {
    throw_detached("%TypedArray%.prototype.set");
    return -1;
  }
  if (rt_element_is_bigint(target->kind) != rt_element_is_bigint(source->kind)) {
    rt__throw_type_error("Cannot mix BigInt and other types, use explicit conversions");
    return -1;
  }
  size_t count = source->length;
  if ((double)count + offset > (double)target->length) {
    rt__throw_range_error("offset is out of bounds");
    return -1;
  }
  uint32_t shift = rt_element_shift(target->kind), source_shift = rt_element_shift(source->kind);
  if (count == 0) return 0;
  uint8_t *to = target->data + ((size_t)offset << shift);
  const uint8_t *from = source->data;
  if (target->kind == source->kind || rt_element_is_bigint(target->kind)) {
    memmove(to, from, count << shift);
    return 0;
  }
  if (from < to + (count << shift) && to < from + (count << source_shift)) {
    // The elements overlap, and their conversion would read what it wrote.
    uint8_t *copy = rt__allocate(count << source_shift, RT_CELL_LEAF);
    memcpy(copy, from, count << source_shift);
    from = copy;
  }
  for (size_t i = 0; i < count; i++) {
    double number = rt_double(rt__element_load(source->kind, from + (i << source_shift)));
    rt__element_store(target->kind, to + (i << shift), rt__element_bits(target->kind, number));
  }
  return 0;
}

/// SetTypedArrayFromArrayLike (23.2.3.26.2): status.
static int32_t set_from_array_like_js(rt_view *target, double offset, rt_value source) {
  if (target->is_out_of_bounds) {
    throw_detached("%TypedArray%.prototype.set");
    return -1;
  }
  RT_ROOT_POINTER(target);
  size_t target_length = target->length;
  rt_object *object = rt__to_object(source);
  if (!object) return -1;
  RT_ROOT_POINTER(object);
  double length = rt__length_of_js(object);
  if (length < 0) return -1;
  if (length + offset > (double)target_length) {
    rt__throw_range_error("offset is out of bounds");
    return -1;
  }
  for (double i = 0; i < length; i++) {
    rt_value value = rt__get_at_js(object, i);
    if (value == RT_EXCEPTION || rt__view_set_js(target, offset + i, value) < 0) return -1;
  }
  return 0;
}

/// 23.2.3.26 %TypedArray%.prototype.set ( source [ , offset ] )
NATIVE(rt_typed_array_set) {
  if (!rt_is_typed_array(this_value)) return rt__throw_type_error("this is not a typed array.");
  rt_view *view = rt_as_view(this_value);
  RT_ROOT_POINTER(view);
  double offset = rt__to_integer_js(ARGUMENT(1));
  if (rt_is_double_exception(offset)) return RT_EXCEPTION;
  if (offset < 0) return rt__throw_range_error("offset is out of bounds");
  int32_t status = rt_is_typed_array(ARGUMENT(0)) ? set_from_view(view, offset, rt_as_view(ARGUMENT(0)))
                                                  : set_from_array_like_js(view, offset, ARGUMENT(0));
  return status < 0 ? RT_EXCEPTION : RT_UNDEFINED;
}

/// 23.2.3.6 %TypedArray%.prototype.copyWithin ( target, start [ , end ] )
NATIVE(rt_typed_array_copy_within) {
  const char *method = "%TypedArray%.prototype.copyWithin";
  RT_THIS_TYPED_ARRAY(view, method);
  double length = (double)view->length;
  double to = rt__view_position_js(ARGUMENT(0), length, 0);
  if (to < 0) return RT_EXCEPTION;
  double from = rt__view_position_js(ARGUMENT(1), length, 0);
  if (from < 0) return RT_EXCEPTION;
  double end = rt__view_position_js(ARGUMENT(2), length, length);
  if (end < 0) return RT_EXCEPTION;
  double count = end - from < length - to ? end - from : length - to;
  if (count <= 0) return this_value;
  if (view->is_out_of_bounds) return throw_detached(method);
  length = (double)view->length;
  // Bytes that are gone since are neither read nor written.
  if (to >= length || from >= length) return this_value;
  if (count > length - from) count = length - from;
  if (count > length - to) count = length - to;
  uint32_t shift = rt_element_shift(view->kind);
  memmove(view->data + ((size_t)to << shift), view->data + ((size_t)from << shift), (size_t)count << shift);
  return this_value;
}

/// Turns elements around in place.
static void reverse(uint8_t *data, size_t count, uint32_t shift) {
  size_t size = (size_t)1 << shift;
  if (count < 2) return;
  for (uint8_t *low = data, *high = data + ((count - 1) << shift); low < high; low += size, high -= size) {
    uint64_t a, b;
    memcpy(&a, low, size);
    memcpy(&b, high, size);
    memcpy(low, &b, size);
    memcpy(high, &a, size);
  }
}

/// 23.2.3.25 %TypedArray%.prototype.reverse ( )
NATIVE(rt_typed_array_reverse) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.reverse");
  reverse(view->data, view->length, rt_element_shift(view->kind));
  return this_value;
}

/// 23.2.3.32 %TypedArray%.prototype.toReversed ( )
NATIVE(rt_typed_array_to_reversed) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.toReversed");
  rt_view *result = rt__typed_array_same_type(view, view->length);
  if (!result) return RT_EXCEPTION;
  if (view->length) memcpy(result->data, view->data, rt_view_byte_length(view));
  reverse(result->data, result->length, rt_element_shift(result->kind));
  return rt_from_object(result);
}
