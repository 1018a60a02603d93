/// What the prelude asks about buffers and views to show them, whatever the program did to their prototypes.
#include "binary.h"

int32_t rt_binary_kind(rt_value value);
double rt_binary_length(rt_value value);
double rt_binary_byte_length(rt_value value);
double rt_binary_offset(rt_value value);
rt_value rt_binary_owner(rt_value value);
int32_t rt_binary_byte(rt_value value, double index);
int32_t rt_binary_is_detached(rt_value value);

/// 1 for a typed array, 2 for a buffer, 3 for a DataView, otherwise 0.
int32_t rt_binary_kind(rt_value value) {
  if (rt_is_typed_array(value)) return 1;
  return rt_is_buffer(value) ? 2 : rt_is_class(value, RT_CLASS_DATA_VIEW) ? 3 : 0;
}

/// The elements of a view.
double rt_binary_length(rt_value value) { return (double)rt_as_view(value)->length; }

/// The bytes of a view or buffer.
double rt_binary_byte_length(rt_value value) {
  return rt_is_buffer(value) ? (double)rt_as_buffer(value)->byte_length : (double)rt_view_byte_length(rt_as_view(value));
}

double rt_binary_offset(rt_value value) { return (double)rt_as_view(value)->byte_offset; }

/// The buffer of a view.
rt_value rt_binary_owner(rt_value value) {
  RT_SAFEPOINT();
  return rt_from_object(rt__view_buffer(rt_as_view(value)));
}

int32_t rt_binary_byte(rt_value value, double index) { return rt_as_buffer(value)->data[(size_t)index]; }

int32_t rt_binary_is_detached(rt_value value) { return rt_as_buffer(value)->is_detached; }
