/// DataView (ECMA-262 25.3).
#include "binary.h"

/// A DataView is a view of bytes.
const rt_class rt_data_view_class = {.kind = RT_CLASS_DATA_VIEW,
                                     .instance_size = sizeof(rt_view),
                                     .prototype_builtin = RT_BUILTIN_DATAVIEW_PROTOTYPE + 1,
                                     .name = "DataView"};

static rt_value throw_detached(const char *method) {
  return rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", method);
}

static rt_value throw_offset(double offset) {
  return rt__throw_range_error("Start offset %s is outside the bounds of the buffer", rt_number_to_string(offset, 10));
}

static rt_value throw_length(double length) {
  return rt__throw_range_error("Invalid DataView length %s", rt_number_to_string(length, 10));
}

/// 25.3.2.1 DataView ( buffer [ , byteOffset [ , byteLength ] ] ) without `new`.
NATIVE(rt_data_view_call) { return rt__throw_type_error("Constructor DataView requires 'new'"); }

/// 25.3.2.1 DataView ( buffer [ , byteOffset [ , byteLength ] ] )
NATIVE(rt_data_view_construct) {
  if (!rt_is_buffer(ARGUMENT(0)))
    return rt__throw_type_error("First argument to DataView constructor must be an ArrayBuffer");
  rt_array_buffer *buffer = rt_as_buffer(ARGUMENT(0));
  RT_ROOT_POINTER(buffer);
  RT_ROOT(this_value);
  double offset = rt__to_integer_js(ARGUMENT(1));
  if (rt_is_double_exception(offset)) return RT_EXCEPTION;
  if (offset < 0 || offset > RT_SAFE_INTEGER_MAX) return throw_offset(offset);
  if (buffer->is_detached) return throw_detached("DataView");
  if (offset > (double)buffer->byte_length) return throw_offset(offset);
  bool has_length = ARGUMENT(2) != RT_UNDEFINED;
  double length = (double)buffer->byte_length - offset;
  if (has_length) {
    length = rt__to_integer_js(ARGUMENT(2));
    if (rt_is_double_exception(length)) return RT_EXCEPTION;
    if (length < 0 || length > RT_SAFE_INTEGER_MAX || offset + length > (double)buffer->byte_length)
      return throw_length(length);
  }
  rt_view *view = (rt_view *)rt__object_from_constructor_js(this_value, &rt_data_view_class);
  if (!view) return RT_EXCEPTION;
  // The conversions and the look-up of the prototype may have detached or resized it.
  if (buffer->is_detached) return throw_detached("DataView");
  if (offset > (double)buffer->byte_length) return throw_offset(offset);
  if (has_length && offset + length > (double)buffer->byte_length) return throw_length(length);
  view->kind = RT_ELEMENT_UINT8;
  rt__view_attach(view, buffer, (size_t)offset,
                  !has_length && buffer->is_resizable ? RT_VIEW_TRACKING : (size_t)length);
  return rt_from_object(view);
}

/// The receiver as a DataView; NULL with an exception.
static rt_view *this_view(rt_value value, const char *method) {
  if (rt_is_class(value, RT_CLASS_DATA_VIEW)) return rt_as_view(value);
  rt__throw_incompatible(method, value);
  return NULL;
}

#define THIS_VIEW(name, method)                                                                                        \
  rt_view *name = this_view(this_value, method);                                                                       \
  if (!name) return RT_EXCEPTION

/// 25.3.4.1 get DataView.prototype.buffer
NATIVE(rt_data_view_get_buffer) {
  THIS_VIEW(view, "get DataView.prototype.buffer");
  return rt_from_object(view->buffer);
}

/// 25.3.4.2 get DataView.prototype.byteLength
NATIVE(rt_data_view_get_byte_length) {
  THIS_VIEW(view, "get DataView.prototype.byteLength");
  if (view->is_out_of_bounds) return throw_detached("get DataView.prototype.byteLength");
  return rt_from_double((double)view->length);
}

/// 25.3.4.3 get DataView.prototype.byteOffset
NATIVE(rt_data_view_get_byte_offset) {
  THIS_VIEW(view, "get DataView.prototype.byteOffset");
  if (view->is_out_of_bounds) return throw_detached("get DataView.prototype.byteOffset");
  return rt_from_double((double)view->byte_offset);
}

/// The bytes of an element in the other order.
static uint64_t swapped(uint32_t kind, uint64_t bits) {
  switch (rt_element_shift(kind)) {
  case 1: return __builtin_bswap16((uint16_t)bits);
  case 2: return __builtin_bswap32((uint32_t)bits);
  case 3: return __builtin_bswap64(bits);
  default: return bits;
  }
}

static rt_value throw_outside(void) { return rt__throw_range_error("Offset is outside the bounds of the DataView"); }

/// The address of an element of a view, or NULL with an exception.
static uint8_t *element_at(const rt_view *view, double index, uint32_t kind, const char *method) {
  if (view->is_out_of_bounds) {
    throw_detached(method);
    return NULL;
  }
  if (index + (double)(1u << rt_element_shift(kind)) <= (double)view->length) return view->data + (size_t)index;
  throw_outside();
  return NULL;
}

/// 25.3.1.5 GetViewValue ( view, requestIndex, isLittleEndian, type )
static rt_value get_value_js(rt_value this_value, rt_value request, rt_value little_endian, uint32_t kind,
                             const char *method) {
  THIS_VIEW(view, method);
  RT_ROOT_POINTER(view);
  double index = rt__to_index_js(request, "Offset is outside the bounds of the DataView");
  if (index < 0) return RT_EXCEPTION;
  const uint8_t *element = element_at(view, index, kind, method);
  if (!element) return RT_EXCEPTION;
  uint64_t bits = 0;
  memcpy(&bits, element, (size_t)1 << rt_element_shift(kind));
  if (!rt_to_boolean_slow(little_endian)) bits = swapped(kind, bits);
  return rt__element_load(kind, &bits);
}

/// 25.3.1.6 SetViewValue ( view, requestIndex, isLittleEndian, type, value )
static rt_value set_value_js(rt_value this_value, rt_value request, rt_value little_endian, rt_value value,
                             uint32_t kind, const char *method) {
  THIS_VIEW(view, method);
  RT_ROOT_POINTER(view);
  double index = rt__to_index_js(request, "Offset is outside the bounds of the DataView");
  if (index < 0) return RT_EXCEPTION;
  uint64_t bits;
  if (rt__element_convert_js(kind, value, &bits) < 0) return RT_EXCEPTION;
  uint8_t *element = element_at(view, index, kind, method);
  if (!element) return RT_EXCEPTION;
  if (!rt_to_boolean_slow(little_endian)) bits = swapped(kind, bits);
  rt__element_store(kind, element, bits);
  return RT_UNDEFINED;
}

#define ACCESSORS(name, text, kind)                                                                                    \
  NATIVE(rt_data_view_get_##name) {                                                                                    \
    return get_value_js(this_value, ARGUMENT(0), ARGUMENT(1), RT_ELEMENT_##kind, "DataView.prototype.get" text);       \
  }                                                                                                                    \
  NATIVE(rt_data_view_set_##name) {                                                                                    \
    return set_value_js(this_value, ARGUMENT(0), ARGUMENT(2), ARGUMENT(1), RT_ELEMENT_##kind,                          \
                        "DataView.prototype.set" text);                                                                \
  }

// 25.3.4.5 to 25.3.4.24: getInt8, setInt8 …
ACCESSORS(int8, "Int8", INT8)
ACCESSORS(uint8, "Uint8", UINT8)
ACCESSORS(int16, "Int16", INT16)
ACCESSORS(uint16, "Uint16", UINT16)
ACCESSORS(int32, "Int32", INT32)
ACCESSORS(uint32, "Uint32", UINT32)
ACCESSORS(float16, "Float16", FLOAT16)
ACCESSORS(float32, "Float32", FLOAT32)
ACCESSORS(float64, "Float64", FLOAT64)

rt_value rt__data_view_get_bigint_js(rt_value this_value, uint32_t argc, const rt_value *argv, uint32_t kind,
                                     const char *method) {
  return get_value_js(this_value, ARGUMENT(0), ARGUMENT(1), kind, method);
}

rt_value rt__data_view_set_bigint_js(rt_value this_value, uint32_t argc, const rt_value *argv, uint32_t kind,
                                     const char *method) {
  return set_value_js(this_value, ARGUMENT(0), ARGUMENT(2), ARGUMENT(1), kind, method);
}
