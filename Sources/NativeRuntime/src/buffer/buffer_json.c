/// Buffer.prototype.toJSON, which JSON.stringify calls in programs that do not name it.
#include "binary/binary.h"
#include "library.h"

RT_NATIVE(rt_native_buffer_to_json) {
  RT_SAFEPOINT();
  if (!rt_is_typed_array(this_value))
    return rt__throw_incompatible("get TypedArray.prototype.length", this_value);
  const rt_view *view = rt_as_view(this_value);
  if (view->length > UINT32_MAX) return rt__throw_range_error("Invalid array length");
  rt_array *elements = rt__array_new((uint32_t)view->length);
  for (uint32_t i = 0; i < view->length; i++) elements->elements[i] = rt__view_get(view, i);
  elements->length = (uint32_t)view->length;
  rt_object *result = rt__object_new(2);
  rt__add_property(result, rt__intern_ascii("type"), rt_from_string(rt__string_from_ascii("Buffer")), RT_PROPERTY_PLAIN);
  rt__add_property(result, rt__intern_ascii("data"), rt_from_object(&elements->object), RT_PROPERTY_PLAIN);
  return rt_from_object(result);
}
