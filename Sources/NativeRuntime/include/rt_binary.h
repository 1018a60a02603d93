/// Binary data: array buffers and the views of them (ECMA-262 23.2, 25.1 to 25.3).
///
/// Glossary
///   buffer   an ArrayBuffer or SharedArrayBuffer; its bytes lie in a leaf cell of their own
///   view     a typed array or DataView: a part of a buffer
///   tracking a view without a length of its own: it reaches to the end of a resizable buffer
///
/// A view keeps the address and the number of the elements that it has at the moment, so that one comparison of an index
/// proves an access. For that each buffer knows its views, and updates them when it is detached or resized. A typed array
/// made with a length has no buffer until somebody asks for it: nobody can detach what nobody has seen.
#pragma once

#include "rt_object.h"

enum rt_element_kind {
  RT_ELEMENT_INT8,
  RT_ELEMENT_UINT8,
  RT_ELEMENT_UINT8_CLAMPED,
  RT_ELEMENT_INT16,
  RT_ELEMENT_UINT16,
  RT_ELEMENT_INT32,
  RT_ELEMENT_UINT32,
  RT_ELEMENT_FLOAT16,
  RT_ELEMENT_FLOAT32,
  RT_ELEMENT_FLOAT64,
  RT_ELEMENT_BIGINT64,
  RT_ELEMENT_BIGUINT64,
  RT_ELEMENT_KIND_COUNT,
};

typedef struct rt_view rt_view;

/// The views of a buffer besides its first one. A leaf cell: the references are weak.
typedef struct rt_view_list {
  uint32_t count, capacity;
  rt_view *views[];
} rt_view_list;

/// An ArrayBuffer or SharedArrayBuffer.
typedef struct rt_array_buffer {
  rt_object object;
  uint8_t *data; ///< a leaf cell of `capacity` bytes, those behind `byte_length` are zero
  size_t byte_length;
  size_t max_byte_length; ///< of resizable buffers
  size_t capacity;
  rt_view *first_view;
  rt_view_list *views;
  uint8_t is_shared, is_resizable, is_detached;
} rt_array_buffer;

/// A typed array, or a DataView, whose elements are bytes.
struct rt_view {
  rt_object object;
  uint8_t *data; ///< of the first element
  size_t length; ///< elements; 0 while the view is out of bounds
  rt_array_buffer *buffer; ///< NULL: nobody asked for it yet, `data` is the start of a leaf cell
  size_t byte_offset;
  size_t fixed_length; ///< elements, or RT_VIEW_TRACKING
  uint8_t kind; ///< enum rt_element_kind
  uint8_t is_out_of_bounds; ///< also if the buffer is detached
};

#define RT_VIEW_TRACKING SIZE_MAX

extern const rt_class rt_array_buffer_class, rt_shared_array_buffer_class, rt_data_view_class;
/// By rt_element_kind.
extern const rt_class rt_typed_array_classes[RT_ELEMENT_KIND_COUNT];

static inline bool rt_is_typed_array(rt_value v) { return rt_is_class(v, RT_CLASS_TYPED_ARRAY); }
static inline bool rt_is_buffer(rt_value v) { return rt_is_class(v, RT_CLASS_ARRAY_BUFFER); }
static inline rt_view *rt_as_view(rt_value v) { return (rt_view *)rt_pointer(v); }
static inline rt_array_buffer *rt_as_buffer(rt_value v) { return (rt_array_buffer *)rt_pointer(v); }

/// The binary logarithm of an element's size in bytes.
static inline uint32_t rt_element_shift(uint32_t kind) {
  // Two bits a kind, in the order of rt_element_kind: 1 1 1 2 2 4 4 2 4 8 8 8 bytes.
  return (0xFE6940u >> (2 * kind)) & 3;
}
static inline bool rt_element_is_bigint(uint32_t kind) { return kind >= RT_ELEMENT_BIGINT64; }

/// A buffer of zero bytes with the default prototype; NULL: RangeError.
rt_array_buffer *rt__array_buffer_new(size_t byte_length);
/// A typed array of zeros with the default prototype; NULL: RangeError.
rt_view *rt__typed_array_new(enum rt_element_kind kind, size_t length);
/// The buffer of a view, made now if nobody asked for it so far.
rt_array_buffer *rt__view_buffer(rt_view *view);
/// DetachArrayBuffer (25.1.3.5).
void rt__array_buffer_detach(rt_array_buffer *buffer);
/// An element inside of a typed array as a value, and storing a number that way in one that is not of BigInts. Only
/// linked with typed arrays: code that all programs contain refers to them weakly.
rt_value rt__view_load(const rt_view *view, size_t index);
void rt__view_store(const rt_view *view, size_t index, double number);
