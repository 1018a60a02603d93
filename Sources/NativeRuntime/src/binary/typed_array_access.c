/// %TypedArray%.prototype: properties, single elements and iterators (ECMA-262 23.2.3).
#include "array/array_support.h"
#include "binary.h"

double rt__view_position_js(rt_value value, double length, double missing) {
  if (value == RT_UNDEFINED) return missing;
  double integer = rt__to_integer_js(value);
  if (rt_is_double_exception(integer)) return -1;
  return rt__relative_position(integer, length);
}

/// The receiver of a getter; NULL with an exception.
static rt_view *this_view(rt_value value, const char *getter) {
  if (rt_is_typed_array(value)) return rt_as_view(value);
  rt__throw_incompatible(getter, value);
  return NULL;
}

#define THIS_VIEW(name, getter)                                                                                        \
  rt_view *name = this_view(this_value, getter);                                                                       \
  if (!name) return RT_EXCEPTION

/// 23.2.3.2 get %TypedArray%.prototype.buffer
NATIVE(rt_typed_array_get_buffer) {
  THIS_VIEW(view, "get %TypedArray%.prototype.buffer");
  return rt_from_object(rt__view_buffer(view));
}

/// 23.2.3.3 get %TypedArray%.prototype.byteLength
NATIVE(rt_typed_array_get_byte_length) {
  THIS_VIEW(view, "get TypedArray.prototype.byteLength");
  return rt_from_double((double)rt_view_byte_length(view));
}

/// 23.2.3.4 get %TypedArray%.prototype.byteOffset
NATIVE(rt_typed_array_get_byte_offset) {
  THIS_VIEW(view, "get TypedArray.prototype.byteOffset");
  return rt_from_double(view->is_out_of_bounds ? 0 : (double)view->byte_offset);
}

/// 23.2.3.21 get %TypedArray%.prototype.length
NATIVE(rt_typed_array_get_length) {
  THIS_VIEW(view, "get TypedArray.prototype.length");
  return rt_from_double((double)view->length);
}

/// 23.2.3.38 get %TypedArray%.prototype [ %Symbol.toStringTag% ]
NATIVE(rt_typed_array_get_tag) {
  if (!rt_is_typed_array(this_value)) return RT_UNDEFINED;
  return rt_from_string(rt__intern_ascii(rt__typed_array_name(rt_as_view(this_value)->kind)));
}

/// 23.2.4.x get %TypedArray% [ %Symbol.species% ]
NATIVE(rt_typed_array_get_species) { return this_value; }

/// 23.2.3.1 %TypedArray%.prototype.at ( index )
NATIVE(rt_typed_array_at) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.at");
  double length = (double)view->length;
  double index = rt__to_integer_js(ARGUMENT(0));
  if (rt_is_double_exception(index)) return RT_EXCEPTION;
  if (index < 0) index += length;
  return index < 0 || index >= length ? RT_UNDEFINED : rt__view_get(view, (size_t)index);
}

/// 23.2.3.36 %TypedArray%.prototype.with ( index, value )
NATIVE(rt_typed_array_with) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.with");
  size_t length = view->length;
  double index = rt__to_integer_js(ARGUMENT(0));
  if (rt_is_double_exception(index)) return RT_EXCEPTION;
  if (index < 0) index += (double)length;
  uint64_t bits;
  if (rt__element_convert_js(view->kind, ARGUMENT(1), &bits) < 0) return RT_EXCEPTION;
  if (!(index >= 0 && index < (double)view->length)) return rt__throw_range_error("Invalid typed array index");
  rt_view *result = rt__typed_array_same_type(view, length);
  if (!result) return RT_EXCEPTION;
  uint32_t shift = rt_element_shift(view->kind);
  size_t present = view->length < length ? view->length : length;
  memcpy(result->data, view->data, present << shift);
  // Elements that are gone since read as undefined.
  for (size_t i = present; i < length; i++)
    if (rt__view_set_js(result, (double)i, RT_UNDEFINED) < 0) return RT_EXCEPTION;
  rt__element_store(view->kind, result->data + ((size_t)index << shift), bits);
  return rt_from_object(result);
}

/// 23.2.3.6 %TypedArray%.prototype.entries ( )
NATIVE(rt_typed_array_entries) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.entries");
  return rt__array_iterator_new(&view->object, RT_ARRAY_ENTRIES);
}

/// 23.2.3.19 %TypedArray%.prototype.keys ( )
NATIVE(rt_typed_array_keys) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.keys");
  return rt__array_iterator_new(&view->object, RT_ARRAY_KEYS);
}

/// 23.2.3.35 %TypedArray%.prototype.values ( )
NATIVE(rt_typed_array_values) {
  RT_THIS_TYPED_ARRAY(view, "%TypedArray%.prototype.values");
  return rt__array_iterator_new(&view->object, RT_ARRAY_VALUES);
}

/// ValidateTypedArray for the prelude's methods: the length.
double rt_typed_array_validate(rt_value value, rt_string *method) {
  RT_SAFEPOINT();
  if (!rt_is_typed_array(value)) {
    rt__throw_type_error("this is not a typed array.");
    return rt_double_exception();
  }
  if (!rt_as_view(value)->is_out_of_bounds) return (double)rt_as_view(value)->length;
  rt__throw_type_error("Cannot perform %c%s on a detached ArrayBuffer", "%TypedArray%.prototype.", method);
  return rt_double_exception();
}

/// TypedArraySpeciesCreate for the prelude: a view of at least so many elements.
rt_value rt_typed_array_species_create(rt_value exemplar, double length) {
  RT_SAFEPOINT();
  rt_value argument = rt_from_double(length);
  rt_view *view = rt__typed_array_species_create_js(rt_as_view(exemplar), 1, &argument, length, "%TypedArray%");
  return view ? rt_from_object(view) : RT_EXCEPTION;
}

/// TypedArrayCreateFromConstructor for the prelude.
rt_value rt_typed_array_create(rt_value constructor, double length) {
  RT_SAFEPOINT();
  rt_view *view = rt__typed_array_create_js(constructor, length, "%TypedArray%");
  return view ? rt_from_object(view) : RT_EXCEPTION;
}

/// A typed array of the same kind with the first elements of another one, for the prelude.
rt_value rt_typed_array_copy(rt_value value, double length) {
  RT_SAFEPOINT();
  const rt_view *source = rt_as_view(value);
  rt_view *view = rt__typed_array_same_type(source, (size_t)length);
  if (!view) return RT_EXCEPTION;
  if (view->length) memcpy(view->data, source->data, rt_view_byte_length(view));
  return rt_from_object(view);
}
