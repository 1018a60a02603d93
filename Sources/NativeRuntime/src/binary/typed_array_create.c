/// Making typed arrays: the constructors (ECMA-262 23.2.5) and the operations that methods use (23.2.4).
#include "binary.h"

static rt_value throw_length(double length) {
  return rt__throw_range_error("Invalid typed array length: %s", rt_number_to_string(length, 10));
}

static rt_value throw_mixed(void) {
  return rt__throw_type_error("Cannot mix BigInt and other types, use explicit conversions");
}

static rt_value throw_detached(const char *method) {
  return rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", method);
}

/// AllocateTypedArrayBuffer (23.2.5.1.6): gives a new view zero bytes of its own: status.
static int32_t give_elements(rt_view *view, double length) {
  double bytes = length * (double)(1u << rt_element_shift(view->kind));
  if (bytes > RT_SAFE_INTEGER_MAX) {
    throw_length(length);
    return -1;
  }
  view->data = rt__is_buffer_size(bytes) ? rt__bytes_new((size_t)bytes) : NULL;
  if (!view->data) {
    rt__throw_allocation_failed();
    return -1;
  }
  view->length = view->fixed_length = (size_t)length;
  return 0;
}

static rt_view *view_of(rt_object *object, enum rt_element_kind kind) {
  rt_view *view = (rt_view *)object;
  if (view) view->kind = kind;
  return view;
}

rt_view *rt__typed_array_new(enum rt_element_kind kind, size_t length) {
  rt_view *view = view_of(rt__object_of_shape(rt__shape_root(&rt_typed_array_classes[kind], 0)), kind);
  return give_elements(view, (double)length) < 0 ? NULL : view;
}

rt_view *rt__typed_array_same_type(const rt_view *exemplar, size_t length) {
  return rt__typed_array_new(exemplar->kind, length);
}

rt_view *rt__validate_typed_array(rt_value value, const char *method) {
  if (!rt_is_typed_array(value)) {
    rt__throw_type_error("this is not a typed array.");
    return NULL;
  }
  rt_view *view = rt_as_view(value);
  if (!view->is_out_of_bounds) return view;
  throw_detached(method);
  return NULL;
}

rt_view *rt__typed_array_create_js(rt_value constructor, double length, const char *method) {
  rt_value argument = rt_from_double(length);
  rt_value made = rt__construct_js(constructor, constructor, 1, &argument);
  if (made == RT_EXCEPTION) return NULL;
  rt_view *view = rt__validate_typed_array(made, method);
  if (view && (double)view->length < length) {
    rt__throw_type_error("Derived TypedArray constructor created an array which was too small");
    return NULL;
  }
  return view;
}

rt_view *rt__typed_array_species_create_js(rt_view *exemplar, uint32_t argc, const rt_value *argv, double length,
                                           const char *method) {
  rt_value intrinsic = rt__typed_array_constructor(exemplar->kind);
  RT_ROOT_POINTER(exemplar);
  rt_value constructor = rt__species_constructor_js(&exemplar->object, intrinsic);
  if (constructor == RT_EXCEPTION) return NULL;
  if (constructor == intrinsic && length >= 0) return rt__typed_array_same_type(exemplar, (size_t)length);
  rt_value made = rt__construct_js(constructor, constructor, argc, argv);
  if (made == RT_EXCEPTION) return NULL;
  rt_view *view = rt__validate_typed_array(made, method);
  if (!view) return NULL;
  if (length >= 0 && (double)view->length < length) {
    rt__throw_type_error("Derived TypedArray constructor created an array which was too small");
    return NULL;
  }
  if (rt_element_is_bigint(view->kind) != rt_element_is_bigint(exemplar->kind)) {
    throw_mixed();
    return NULL;
  }
  return view;
}

/// InitializeTypedArrayFromTypedArray (23.2.5.1.2): status.
static int32_t fill_from_view(rt_view *view, const rt_view *source) {
  if (source->is_out_of_bounds) {
    throw_detached("Construct");
    return -1;
  }
  size_t length = source->length;
  if (rt_element_is_bigint(view->kind) != rt_element_is_bigint(source->kind)) {
    throw_mixed();
    return -1;
  }
  if (give_elements(view, (double)length) < 0) return -1;
  uint32_t shift = rt_element_shift(view->kind), source_shift = rt_element_shift(source->kind);
  bool clamps = view->kind == RT_ELEMENT_UINT8_CLAMPED;
  if (view->kind == source->kind || (shift == 3 && rt_element_is_bigint(view->kind)) ||
      (shift == source_shift && view->kind < RT_ELEMENT_FLOAT16 && source->kind < RT_ELEMENT_FLOAT16 && !clamps)) {
    if (length) memcpy(view->data, source->data, length << shift);
    return 0;
  }
  for (size_t i = 0; i < length; i++) {
    double number = rt_double(rt__element_load(source->kind, source->data + (i << source_shift)));
    rt__element_store(view->kind, view->data + (i << shift), rt__element_bits(view->kind, number));
  }
  return 0;
}

/// InitializeTypedArrayFromArrayBuffer (23.2.5.1.3): status.
static int32_t view_buffer_js(rt_view *view, rt_array_buffer *buffer, rt_value byte_offset, rt_value length) {
  RT_ROOT_POINTER(view);
  RT_ROOT_POINTER(buffer);
  uint32_t size = 1u << rt_element_shift(view->kind);
  const char *name = rt__typed_array_name(view->kind);
  double offset = 0, elements = -1;
  if (byte_offset != RT_UNDEFINED) {
    double integer = rt__to_integer_js(byte_offset);
    if (rt_is_double_exception(integer)) return -1;
    if (integer < 0 || integer > RT_SAFE_INTEGER_MAX) {
      rt__throw_range_error("Start offset %s is outside the bounds of the buffer", rt_number_to_string(integer, 10));
      return -1;
    }
    offset = integer;
  }
  if (__builtin_fmod(offset, size) != 0) {
    rt__throw_range_error("start offset of %c should be a multiple of %u", name, size);
    return -1;
  }
  if (length != RT_UNDEFINED) {
    elements = rt__to_integer_js(length);
    if (rt_is_double_exception(elements)) return -1;
    if (elements < 0 || elements > RT_SAFE_INTEGER_MAX) {
      throw_length(elements);
      return -1;
    }
  }
  if (buffer->is_detached) {
    throw_detached("Construct");
    return -1;
  }
  double available = (double)buffer->byte_length;
  bool tracks = length == RT_UNDEFINED && buffer->is_resizable;
  if (length == RT_UNDEFINED && !tracks && __builtin_fmod(available, size) != 0) {
    rt__throw_range_error("byte length of %c should be a multiple of %u", name, size);
    return -1;
  }
  if (length == RT_UNDEFINED && offset > available) {
    rt__throw_range_error("Start offset %s is outside the bounds of the buffer", rt_number_to_string(offset, 10));
    return -1;
  }
  if (length != RT_UNDEFINED && offset + elements * size > available) {
    throw_length(elements);
    return -1;
  }
  size_t fixed = tracks ? RT_VIEW_TRACKING : (size_t)(length == RT_UNDEFINED ? (available - offset) / size : elements);
  rt__view_attach(view, buffer, (size_t)offset, fixed);
  return 0;
}

/// InitializeTypedArrayFromList (23.2.5.1.4) and InitializeTypedArrayFromArrayLike (23.2.5.1.5): status.
static int32_t fill_from_array_like_js(rt_view *view, rt_object *source) {
  RT_ROOT_POINTER(view);
  RT_ROOT_POINTER(source);
  double length = rt__length_of_js(source);
  if (length < 0 || give_elements(view, length) < 0) return -1;
  for (double i = 0; i < length; i++) {
    rt_value value = i < 4294967295.0 ? rt__get_index_js(source, (uint32_t)i)
                                      : rt__get_js(source, rt__key_from_double(i), rt_from_object(source));
    if (value == RT_EXCEPTION || rt__view_set_js(view, i, value) < 0) return -1;
  }
  return 0;
}

/// The values that an iterator gives, as an array: IteratorToList (7.4.15); NULL: exception.
static rt_array *list_from_iterator_js(rt_value iterable, rt_value method) {
  rt_iterator record;
  rt_array *list = rt__array_new(0);
  RT_ROOT_POINTER(list);
  if (rt__iterator_open_with_js(&record, iterable, method) < 0) return NULL;
  for (;;) {
    rt_value value = rt__iterator_step_js(&record);
    if (value == RT_HOLE) return list;
    if (value == RT_EXCEPTION || rt__array_push(list, value) < 0) return NULL;
  }
}

/// The same for the prelude.
rt_value rt_list_from_iterable(rt_value iterable, rt_value method) {
  RT_SAFEPOINT();
  rt_array *list = list_from_iterator_js(iterable, method);
  return list ? rt_from_object(list) : RT_EXCEPTION;
}

/// Fills a new typed array from an object that is neither a buffer nor a typed array: status.
static int32_t fill_from_object_js(rt_view *view, rt_value source) {
  RT_ROOT_POINTER(view);
  RT_ROOT(source);
  // Stepping through such an array is reading its elements in order.
  bool is_list = rt_is_plain_array(source) && rt__array_iteration_is_builtin((rt_array *)rt_pointer(source)) &&
                 !rt_prototypes_have_indices;
  if (!is_list) {
    rt_value method = rt__get_value_js(source, RT_SYMBOL(iterator));
    if (method == RT_EXCEPTION) return -1;
    if (!rt_is_nullish(method)) {
      if (!rt_is_function(method)) {
        rt__throw_type_error("%d is not a function", method);
        return -1;
      }
      rt_array *list = list_from_iterator_js(source, method);
      if (!list) return -1;
      source = rt_from_object(list);
      is_list = true;
    }
  }
  if (is_list) {
    // The values are those of now, whatever their conversion does to the array.
    rt_array *list = rt_as_array(source);
    source = rt_from_object(rt__array_from(list->length ? list->elements : NULL, list->length));
  }
  return fill_from_array_like_js(view, rt_as_object(source));
}

/// 23.2.5.1 TypedArray ( ...args ) as a constructor.
static rt_value construct_js(enum rt_element_kind kind, rt_value new_target, uint32_t argc, const rt_value *argv) {
  const rt_class *class = &rt_typed_array_classes[kind];
  rt_value first = rt_argument(argc, argv, 0);
  RT_ROOT(new_target);
  if (!rt_is_object(first)) {
    double length = 0;
    if (first != RT_UNDEFINED) {
      length = rt__to_integer_js(first);
      if (rt_is_double_exception(length)) return RT_EXCEPTION;
      if (length < 0 || length > RT_SAFE_INTEGER_MAX) return throw_length(length);
    }
    rt_view *view = view_of(rt__object_from_constructor_js(new_target, class), kind);
    if (!view || give_elements(view, length) < 0) return RT_EXCEPTION;
    return rt_from_object(view);
  }
  rt_view *view = view_of(rt__object_from_constructor_js(new_target, class), kind);
  if (!view) return RT_EXCEPTION;
  RT_ROOT_POINTER(view);
  int32_t status;
  if (rt_is_typed_array(first))
    status = fill_from_view(view, rt_as_view(first));
  else if (rt_is_buffer(first))
    status = view_buffer_js(view, rt_as_buffer(first), rt_argument(argc, argv, 1), rt_argument(argc, argv, 2));
  else
    status = fill_from_object_js(view, first);
  return status < 0 ? RT_EXCEPTION : rt_from_object(view);
}

#define CONSTRUCTOR(name, kind, text)                                                                                  \
  NATIVE(rt_##name##_call) { return rt__throw_type_error("Constructor " text " requires 'new'"); }                     \
  NATIVE(rt_##name##_construct) { return construct_js(RT_ELEMENT_##kind, this_value, argc, argv); }

CONSTRUCTOR(int8_array, INT8, "Int8Array")
CONSTRUCTOR(uint8_array, UINT8, "Uint8Array")
CONSTRUCTOR(uint8_clamped_array, UINT8_CLAMPED, "Uint8ClampedArray")
CONSTRUCTOR(int16_array, INT16, "Int16Array")
CONSTRUCTOR(uint16_array, UINT16, "Uint16Array")
CONSTRUCTOR(int32_array, INT32, "Int32Array")
CONSTRUCTOR(uint32_array, UINT32, "Uint32Array")
CONSTRUCTOR(float16_array, FLOAT16, "Float16Array")
CONSTRUCTOR(float32_array, FLOAT32, "Float32Array")
CONSTRUCTOR(float64_array, FLOAT64, "Float64Array")

NATIVE(rt_bigint64_array_call) { return rt__throw_type_error("Constructor BigInt64Array requires 'new'"); }
NATIVE(rt_biguint64_array_call) { return rt__throw_type_error("Constructor BigUint64Array requires 'new'"); }

rt_value rt__bigint_array_construct_js(enum rt_element_kind kind, rt_value new_target, uint32_t argc,
                                       const rt_value *argv) {
  return construct_js(kind, new_target, argc, argv);
}

/// 23.2.1.1 %TypedArray% ( )
NATIVE(rt_typed_array_call) { return rt__throw_type_error("Abstract class TypedArray not directly constructable"); }
