/// What the files of src/binary share.
#pragma once

#include "builtin/native.h"
#include "library.h"
#include "rt_binary.h"

/// Lengths and indices that cannot be exact numbers of ToIndex.
#define RT_SAFE_INTEGER_MAX 9007199254740991.0

/// ToIndex (7.1.22): -1 with the RangeError of a message pending.
double rt__to_index_js(rt_value value, const char *message);

// Buffers.

/// Zero bytes in a leaf cell; NULL if there are too many, without an exception.
uint8_t *rt__bytes_new(size_t count);
/// Whether a buffer of so many bytes can be made.
bool rt__is_buffer_size(double byte_length);
/// The RangeError of a buffer that is too large.
rt_value rt__throw_allocation_failed(void);
/// AllocateArrayBuffer (25.1.3.1) and AllocateSharedArrayBuffer (25.2.2.1) of a class; `max_byte_length` is negative for
/// buffers of fixed length. NULL: exception.
rt_array_buffer *rt__array_buffer_allocate_js(rt_value constructor, const rt_class *class, double byte_length,
                                              double max_byte_length);
/// Changes the length of a resizable buffer within its limits, and its views; false without memory.
bool rt__array_buffer_resize(rt_array_buffer *buffer, size_t byte_length);
/// GetArrayBufferMaxByteLengthOption (25.1.3.7): the length, -1 if there is none, or -2 with an exception pending.
double rt__max_byte_length_option_js(rt_value options);

// Views.

/// Makes an object a view of a buffer and computes its length.
void rt__view_attach(rt_view *view, rt_array_buffer *buffer, size_t byte_offset, size_t fixed_length);

static inline size_t rt_view_byte_length(const rt_view *view) { return view->length << rt_element_shift(view->kind); }

/// Declares the receiver as a typed array that is not out of bounds: ValidateTypedArray (23.2.4.4).
#define RT_THIS_TYPED_ARRAY(name, method)                                                                              \
  rt_view *name = rt__validate_typed_array(this_value, method);                                                        \
  if (!name) return RT_EXCEPTION;                                                                                      \
  RT_ROOT_POINTER(name)

/// ValidateTypedArray (23.2.4.4): NULL with an exception pending.
rt_view *rt__validate_typed_array(rt_value value, const char *method);
/// The name of a kind's constructor.
const char *rt__typed_array_name(enum rt_element_kind kind);
/// The intrinsic constructor of a kind.
rt_value rt__typed_array_constructor(enum rt_element_kind kind);
/// TypedArrayCreateFromConstructor (23.2.4.2) with a length; NULL: exception.
rt_view *rt__typed_array_create_js(rt_value constructor, double length, const char *method);
/// TypedArraySpeciesCreate (23.2.4.1) with up to three arguments; `length` is negative if the arguments are no length.
rt_view *rt__typed_array_species_create_js(rt_view *exemplar, uint32_t argc, const rt_value *argv, double length,
                                           const char *method);
/// IntegerIndexed creation by TypedArrayCreateSameType (23.2.4.3): NULL: exception.
rt_view *rt__typed_array_same_type(const rt_view *exemplar, size_t length);
/// A relative position among the elements of a view, from an argument: -1 with an exception pending.
double rt__view_position_js(rt_value value, double length, double missing);

// Elements.

/// An element as a value; BigInts are made.
rt_value rt__element_load(uint32_t kind, const void *element);
/// ToNumber or ToBigInt of a value, and the bits of the element that it becomes: status.
int32_t rt__element_convert_js(uint32_t kind, rt_value value, uint64_t *bits);
/// The bits of the element that a number becomes; not for BigInt kinds.
uint64_t rt__element_bits(uint32_t kind, double number);
/// Stores the low bytes of bits.
void rt__element_store(uint32_t kind, void *element, uint64_t bits);
double rt__half_to_double(uint16_t half);
uint16_t rt__double_to_half(double number);
/// The same for BigInts; linked only where a BigInt array or method is.
rt_value rt__element_load_bigint(uint32_t kind, uint64_t bits);
rt_value rt__to_bigint_js(rt_value value);
int32_t rt__element_convert_bigint_js(rt_value value, uint64_t *bits);

/// TypedArrayGetElement (10.4.5.17) of an index.
static inline rt_value rt__view_get(const rt_view *view, size_t index) {
  if (index >= view->length) return RT_UNDEFINED;
  return rt__element_load(view->kind, view->data + (index << rt_element_shift(view->kind)));
}
/// TypedArraySetElement (10.4.5.18) with an index: status. The view may change while the value is converted.
int32_t rt__view_set_js(rt_view *view, double index, rt_value value);

// What the natives of BigInts share with the others.

rt_value rt__bigint_array_construct_js(enum rt_element_kind kind, rt_value new_target, uint32_t argc,
                                       const rt_value *argv);
rt_value rt__data_view_get_bigint_js(rt_value this_value, uint32_t argc, const rt_value *argv, uint32_t kind,
                                     const char *method);
rt_value rt__data_view_set_bigint_js(rt_value this_value, uint32_t argc, const rt_value *argv, uint32_t kind,
                                     const char *method);
/// What a typed array's `toString` gives where the program names neither it nor `join`.
rt_value rt__typed_array_default_to_string(rt_object *object);

// Of the prelude.

double rt_typed_array_validate(rt_value value, rt_string *method);
rt_value rt_typed_array_species_create(rt_value exemplar, double length);
rt_value rt_typed_array_create(rt_value constructor, double length);
rt_value rt_typed_array_copy(rt_value value, double length);
rt_value rt_list_from_iterable(rt_value iterable, rt_value method);
