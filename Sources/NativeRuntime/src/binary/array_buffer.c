/// ArrayBuffer (ECMA-262 25.1).
#include "binary.h"

/// 25.1.4.1 ArrayBuffer ( length [ , options ] ) without `new`.
NATIVE(rt_array_buffer_call) { return rt__throw_type_error("Constructor ArrayBuffer requires 'new'"); }

/// 25.1.4.1 ArrayBuffer ( length [ , options ] )
NATIVE(rt_array_buffer_construct) {
  RT_ROOT(this_value);
  double length = rt__to_index_js(ARGUMENT(0), "Invalid array buffer length");
  if (length < 0) return RT_EXCEPTION;
  double maximum = rt__max_byte_length_option_js(ARGUMENT(1));
  if (maximum == -2) return RT_EXCEPTION;
  rt_array_buffer *buffer = rt__array_buffer_allocate_js(this_value, &rt_array_buffer_class, length, maximum);
  return buffer ? rt_from_object(buffer) : RT_EXCEPTION;
}

/// 25.1.5.1 ArrayBuffer.isView ( arg )
NATIVE(rt_array_buffer_is_view) {
  return rt_from_bool(rt_is_typed_array(ARGUMENT(0)) || rt_is_class(ARGUMENT(0), RT_CLASS_DATA_VIEW));
}

/// The receiver as a buffer that is not shared; NULL with an exception.
static rt_array_buffer *this_buffer(rt_value value, const char *method) {
  if (rt_is_buffer(value) && !rt_as_buffer(value)->is_shared) return rt_as_buffer(value);
  rt__throw_incompatible(method, value);
  return NULL;
}

#define THIS_BUFFER(name, method)                                                                                      \
  rt_array_buffer *name = this_buffer(this_value, method);                                                             \
  if (!name) return RT_EXCEPTION

/// 25.1.6.1 get ArrayBuffer.prototype.byteLength
NATIVE(rt_array_buffer_get_byte_length) {
  THIS_BUFFER(buffer, "get ArrayBuffer.prototype.byteLength");
  return rt_from_double((double)buffer->byte_length);
}

/// 25.1.6.3 get ArrayBuffer.prototype.detached
NATIVE(rt_array_buffer_get_detached) {
  THIS_BUFFER(buffer, "get ArrayBuffer.prototype.detached");
  return rt_from_bool(buffer->is_detached);
}

/// 25.1.6.4 get ArrayBuffer.prototype.maxByteLength
NATIVE(rt_array_buffer_get_max_byte_length) {
  THIS_BUFFER(buffer, "get ArrayBuffer.prototype.maxByteLength");
  return rt_from_double((double)(buffer->is_resizable ? buffer->max_byte_length : buffer->byte_length));
}

/// 25.1.6.5 get ArrayBuffer.prototype.resizable
NATIVE(rt_array_buffer_get_resizable) {
  THIS_BUFFER(buffer, "get ArrayBuffer.prototype.resizable");
  return rt_from_bool(buffer->is_resizable);
}

static rt_value throw_detached(const char *method) {
  return rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", method);
}

/// 25.1.6.6 ArrayBuffer.prototype.resize ( newLength )
NATIVE(rt_array_buffer_resize) {
  THIS_BUFFER(buffer, "ArrayBuffer.prototype.resize");
  if (!buffer->is_resizable) return rt__throw_incompatible("ArrayBuffer.prototype.resize", this_value);
  RT_ROOT_POINTER(buffer);
  double length = rt__to_index_js(ARGUMENT(0), "ArrayBuffer.prototype.resize: Invalid length parameter");
  if (length < 0) return RT_EXCEPTION;
  if (buffer->is_detached) return throw_detached("ArrayBuffer.prototype.resize");
  if (length > (double)buffer->max_byte_length)
    return rt__throw_range_error("ArrayBuffer.prototype.resize: Invalid length parameter");
  return rt__array_buffer_resize(buffer, (size_t)length) ? RT_UNDEFINED : rt__throw_allocation_failed();
}

/// 25.1.6.7 ArrayBuffer.prototype.slice ( start, end )
NATIVE(rt_array_buffer_slice) {
  const char *method = "ArrayBuffer.prototype.slice";
  THIS_BUFFER(buffer, method);
  if (buffer->is_detached) return throw_detached(method);
  RT_ROOT_POINTER(buffer);
  double length = (double)buffer->byte_length;
  double first = rt__view_position_js(ARGUMENT(0), length, 0);
  if (first < 0) return RT_EXCEPTION;
  double last = rt__view_position_js(ARGUMENT(1), length, length);
  if (last < 0) return RT_EXCEPTION;
  double count = last > first ? last - first : 0;
  rt_value intrinsic = rt_from_object(rt__builtin(RT_BUILTIN_ARRAYBUFFER));
  rt_value constructor = rt__species_constructor_js(&buffer->object, intrinsic);
  if (constructor == RT_EXCEPTION) return RT_EXCEPTION;
  rt_value argument = rt_from_double(count);
  rt_value made;
  if (constructor == intrinsic) {
    rt_array_buffer *fresh = rt__array_buffer_new((size_t)count);
    made = fresh ? rt_from_object(fresh) : RT_EXCEPTION;
  } else {
    made = rt__construct_js(constructor, constructor, 1, &argument);
  }
  if (made == RT_EXCEPTION) return RT_EXCEPTION;
  rt_array_buffer *result = this_buffer(made, method);
  if (!result) return RT_EXCEPTION;
  if (result->is_detached) return throw_detached(method);
  if (result == buffer) return rt__throw_type_error("ArrayBuffer subclass returned this from species constructor");
  if ((double)result->byte_length < count)
    return rt__throw_type_error("Derived ArrayBuffer constructor created a buffer which was too small");
  if (buffer->is_detached) return throw_detached(method);
  double available = (double)buffer->byte_length;
  if (first < available && count > 0) {
    if (count > available - first) count = available - first;
    memcpy(result->data, buffer->data + (size_t)first, (size_t)count);
  }
  return made;
}

/// ArrayBufferCopyAndDetach (25.1.3.2)
static rt_value copy_and_detach_js(rt_value this_value, rt_value new_length, bool keeps_resizable, const char *method) {
  THIS_BUFFER(buffer, method);
  RT_ROOT_POINTER(buffer);
  double length = (double)buffer->byte_length;
  if (new_length != RT_UNDEFINED) length = rt__to_index_js(new_length, "Invalid array buffer length");
  if (length < 0) return RT_EXCEPTION;
  if (buffer->is_detached) return throw_detached(method);
  bool resizable = keeps_resizable && buffer->is_resizable;
  if (resizable && length > (double)buffer->max_byte_length)
    return rt__throw_range_error("Invalid array buffer length");
  if (!rt__is_buffer_size(length)) return rt__throw_allocation_failed();
  // The bytes move if they fill their cell as they are to; the new buffer is made by the intrinsic constructor.
  bool moves = length == (double)buffer->byte_length;
  rt_array_buffer *result = rt__array_buffer_new(moves ? 0 : (size_t)length);
  if (!result) return RT_EXCEPTION;
  if (moves) {
    result->data = buffer->data;
    result->byte_length = buffer->byte_length;
    result->capacity = buffer->capacity;
  } else {
    size_t count = buffer->byte_length < result->byte_length ? buffer->byte_length : result->byte_length;
    if (count) memcpy(result->data, buffer->data, count);
  }
  result->is_resizable = resizable;
  if (resizable) result->max_byte_length = buffer->max_byte_length;
  rt__array_buffer_detach(buffer);
  return rt_from_object(result);
}

/// 25.1.6.8 ArrayBuffer.prototype.transfer ( [ newLength ] )
NATIVE(rt_array_buffer_transfer) {
  return copy_and_detach_js(this_value, ARGUMENT(0), true, "ArrayBuffer.prototype.transfer");
}

/// 25.1.6.9 ArrayBuffer.prototype.transferToFixedLength ( [ newLength ] )
NATIVE(rt_array_buffer_transfer_to_fixed_length) {
  return copy_and_detach_js(this_value, ARGUMENT(0), false, "ArrayBuffer.prototype.transferToFixedLength");
}
