/// SharedArrayBuffer (ECMA-262 25.2), which no second agent can see yet.
#include "binary.h"

/// 25.2.3.1 SharedArrayBuffer ( length [ , options ] ) without `new`.
NATIVE(rt_shared_array_buffer_call) { return rt__throw_type_error("Constructor SharedArrayBuffer requires 'new'"); }

/// 25.2.3.1 SharedArrayBuffer ( length [ , options ] )
NATIVE(rt_shared_array_buffer_construct) {
  RT_ROOT(this_value);
  double length = rt__to_index_js(ARGUMENT(0), "Invalid array buffer length");
  if (length < 0) return RT_EXCEPTION;
  double maximum = rt__max_byte_length_option_js(ARGUMENT(1));
  if (maximum == -2) return RT_EXCEPTION;
  rt_array_buffer *buffer = rt__array_buffer_allocate_js(this_value, &rt_shared_array_buffer_class, length, maximum);
  return buffer ? rt_from_object(buffer) : RT_EXCEPTION;
}

/// The receiver as a shared buffer; NULL with an exception.
static rt_array_buffer *this_buffer(rt_value value, const char *method) {
  if (rt_is_buffer(value) && rt_as_buffer(value)->is_shared) return rt_as_buffer(value);
  rt__throw_incompatible(method, value);
  return NULL;
}

#define THIS_BUFFER(name, method)                                                                                      \
  rt_array_buffer *name = this_buffer(this_value, method);                                                             \
  if (!name) return RT_EXCEPTION

/// 25.2.5.1 get SharedArrayBuffer.prototype.byteLength
NATIVE(rt_shared_array_buffer_get_byte_length) {
  THIS_BUFFER(buffer, "get SharedArrayBuffer.prototype.byteLength");
  return rt_from_double((double)buffer->byte_length);
}

/// 25.2.5.4 get SharedArrayBuffer.prototype.growable
NATIVE(rt_shared_array_buffer_get_growable) {
  THIS_BUFFER(buffer, "get SharedArrayBuffer.prototype.growable");
  return rt_from_bool(buffer->is_resizable);
}

/// 25.2.5.5 get SharedArrayBuffer.prototype.maxByteLength
NATIVE(rt_shared_array_buffer_get_max_byte_length) {
  THIS_BUFFER(buffer, "get SharedArrayBuffer.prototype.maxByteLength");
  return rt_from_double((double)(buffer->is_resizable ? buffer->max_byte_length : buffer->byte_length));
}

/// 25.2.5.3 SharedArrayBuffer.prototype.grow ( newLength )
NATIVE(rt_shared_array_buffer_grow) {
  const char *message = "SharedArrayBuffer.prototype.grow: Invalid length parameter";
  THIS_BUFFER(buffer, "SharedArrayBuffer.prototype.grow");
  if (!buffer->is_resizable) return rt__throw_incompatible("SharedArrayBuffer.prototype.grow", this_value);
  RT_ROOT_POINTER(buffer);
  double length = rt__to_index_js(ARGUMENT(0), message);
  if (length < 0) return RT_EXCEPTION;
  if (length < (double)buffer->byte_length || length > (double)buffer->max_byte_length)
    return rt__throw_range_error(message);
  return rt__array_buffer_resize(buffer, (size_t)length) ? RT_UNDEFINED : rt__throw_allocation_failed();
}

/// 25.2.5.6 SharedArrayBuffer.prototype.slice ( start, end )
NATIVE(rt_shared_array_buffer_slice) {
  const char *method = "SharedArrayBuffer.prototype.slice";
  THIS_BUFFER(buffer, method);
  RT_ROOT_POINTER(buffer);
  double length = (double)buffer->byte_length;
  double first = rt__view_position_js(ARGUMENT(0), length, 0);
  if (first < 0) return RT_EXCEPTION;
  double last = rt__view_position_js(ARGUMENT(1), length, length);
  if (last < 0) return RT_EXCEPTION;
  double count = last > first ? last - first : 0;
  rt_value constructor =
      rt__species_constructor_js(&buffer->object, rt_from_object(rt__builtin(RT_BUILTIN_SHAREDARRAYBUFFER)));
  if (constructor == RT_EXCEPTION) return RT_EXCEPTION;
  rt_value argument = rt_from_double(count);
  rt_value made = rt__construct_js(constructor, constructor, 1, &argument);
  if (made == RT_EXCEPTION) return RT_EXCEPTION;
  rt_array_buffer *result = this_buffer(made, method);
  if (!result) return RT_EXCEPTION;
  if (result->data == buffer->data)
    return rt__throw_type_error("SharedArrayBuffer subclass returned this from species constructor");
  if ((double)result->byte_length < count)
    return rt__throw_type_error("Derived SharedArrayBuffer constructor created a buffer which was too small");
  if (count > 0) memcpy(result->data, buffer->data + (size_t)first, (size_t)count);
  return made;
}
