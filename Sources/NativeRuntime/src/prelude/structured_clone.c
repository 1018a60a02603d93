/// What structuredClone needs to know of objects, and the copies that run none of the program's code
/// (https://html.spec.whatwg.org/multipage/structured-data.html).
#include "error/dom_exception.h"
#include "library.h"
#include "object/object.h"
#include "rt_binary.h"
#include "rt_proxy.h"

// Only programs with such objects have what makes them.
#pragma weak rt__view_attach
#pragma weak rt__view_buffer
#pragma weak rt__array_buffer_detach
#pragma weak rt__array_buffer_resize
void rt__view_attach(rt_view *view, rt_array_buffer *buffer, size_t byte_offset, size_t fixed_length);
bool rt__array_buffer_resize(rt_array_buffer *buffer, size_t byte_length);

/// As structured-clone.ts names them.
enum clone_kind {
  CLONE_NEVER,
  CLONE_LEAF,
  CLONE_ARRAY,
  CLONE_MAP,
  CLONE_SET,
  CLONE_ERROR,
  CLONE_OBJECT,
  CLONE_BUFFER,
  CLONE_SHARED,
  CLONE_VIEW,
};

int32_t rt_clone_kind(rt_value value);
rt_value rt_clone_leaf(rt_value value);
rt_value rt_clone_error(int32_t kind, rt_value message);
rt_value rt_clone_own_data(rt_value object, rt_string *key, rt_value missing);
void rt_clone_define_hidden(rt_value object, rt_string *key, rt_value value);
rt_value rt_clone_view_owner(rt_value view);
rt_value rt_clone_view(rt_value view, rt_value buffer);
int32_t rt_clone_is_detached(rt_value buffer);
rt_value rt_clone_buffer(rt_value buffer);
rt_value rt_clone_moved_buffer(rt_value buffer);
void rt_clone_move_bytes(rt_value from, rt_value to);
rt_string *rt_clone_description(rt_value value);

/// How an object is cloned, by its internal slots.
int32_t rt_clone_kind(rt_value value) {
  const rt_class *class = rt_class_of(rt_as_object(value));
  switch (class->kind) {
  case RT_CLASS_ORDINARY: return class->callable || class->exotic ? CLONE_NEVER : CLONE_OBJECT;
  case RT_CLASS_ARRAY: return CLONE_ARRAY;
  case RT_CLASS_ERROR: return class == &rt_dom_exception_class ? CLONE_LEAF : CLONE_ERROR;
  case RT_CLASS_BOOLEAN:
  case RT_CLASS_NUMBER:
  case RT_CLASS_STRING:
  case RT_CLASS_BIGINT:
  case RT_CLASS_DATE:
  case RT_CLASS_REGEXP: return CLONE_LEAF;
  case RT_CLASS_MAP: return CLONE_MAP;
  case RT_CLASS_SET: return CLONE_SET;
  case RT_CLASS_ARRAY_BUFFER: return ((rt_array_buffer *)rt_pointer(value))->is_shared ? CLONE_SHARED : CLONE_BUFFER;
  case RT_CLASS_TYPED_ARRAY:
  case RT_CLASS_DATA_VIEW: return CLONE_VIEW;
  default: return CLONE_NEVER;
  }
}

/// A new object of the same class with its default prototype; internal slots as they are.
static rt_object *copy_of(const rt_object *object, rt_shape *shape) {
  rt_object *copy = rt__object_of_shape(shape);
  size_t size = rt_class_of(object)->instance_size - sizeof(rt_object);
  memcpy((char *)copy + sizeof(rt_object), (const char *)object + sizeof(rt_object), size);
  return copy;
}

static void define_hidden(rt_object *object, rt_string *key, rt_value value) {
  rt_property_descriptor descriptor = {
    .value = value, .getter = RT_UNDEFINED, .setter = RT_UNDEFINED, .flags = RT_PROPERTY_HIDDEN,
    .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  rt__define_own_property(object, rt__intern(key), &descriptor);
}

/// Defines a writable, configurable, not enumerable property of a new error.
void rt_clone_define_hidden(rt_value object, rt_string *key, rt_value value) {
  RT_SAFEPOINT();
  define_hidden(rt_as_object(object), key, value);
}

/// The clone of an object that refers to no others: wrappers, Date, RegExp with `lastIndex` 0, DOMException.
rt_value rt_clone_leaf(rt_value value) {
  RT_SAFEPOINT();
  rt_object *object = rt_as_object(value);
  const rt_class *class = rt_class_of(object);
  if (class == &rt_dom_exception_class) {
    rt_string *stack = rt__error_stack((rt_error *)(void *)object);
    rt_dom_exception *copy = rt__dom_exception_new(NULL);
    copy->message = ((rt_dom_exception *)(void *)object)->message;
    copy->name = ((rt_dom_exception *)(void *)object)->name;
    define_hidden((rt_object *)(void *)copy, RT_ATOM(stack), stack ? rt_from_string(stack) : RT_UNDEFINED);
    return rt_from_object(copy);
  }
  if (class->kind != RT_CLASS_REGEXP) return rt_from_object(copy_of(object, rt__shape_root(class, 0)));
  // The compiled expression is shared; `lastIndex` is the first property, as RegExpAlloc (22.2.3.2) makes it.
  rt_shape *shape = rt__shape_add(rt__shape_root(class, 1), rt__intern_ascii("lastIndex"), RT_PROPERTY_WRITABLE);
  rt_object *copy = copy_of(object, shape);
  *rt_slot(copy, 0) = rt_from_double(0);
  return rt_from_object(copy);
}

/// A new error of a kind (enum rt_error_kind) without a stack; the message is a string or undefined.
rt_value rt_clone_error(int32_t kind, rt_value message) {
  RT_SAFEPOINT();
  return rt_from_object(
    rt__error_new((enum rt_error_kind)kind, rt_is_string(message) ? rt_as_string(message) : NULL));
}

/// The value of an own data property, or `missing`; runs no code.
rt_value rt_clone_own_data(rt_value object, rt_string *key, rt_value missing) {
  RT_SAFEPOINT();
  rt_value value = rt__own_data_value(rt_as_object(object), rt__intern(key));
  return value == RT_HOLE ? missing : value;
}

// Binary data.

/// The buffer of a view; undefined if the view is out of bounds of a buffer that is not detached.
rt_value rt_clone_view_owner(rt_value view) {
  RT_SAFEPOINT();
  rt_array_buffer *buffer = rt__view_buffer(rt_as_view(view));
  return rt_as_view(view)->is_out_of_bounds && !buffer->is_detached ? RT_UNDEFINED : rt_from_object(buffer);
}

/// The same view of the clone of its buffer.
rt_value rt_clone_view(rt_value view, rt_value buffer) {
  RT_SAFEPOINT();
  const rt_view *original = rt_as_view(view);
  rt_view *copy = (rt_view *)rt__object_of_shape(rt__shape_root(rt_class_of(&original->object), 0));
  copy->kind = original->kind;
  rt__view_attach(copy, rt_as_buffer(buffer), original->byte_offset, original->fixed_length);
  return rt_from_object(copy);
}

int32_t rt_clone_is_detached(rt_value buffer) { return rt_as_buffer(buffer)->is_detached; }

/// A buffer with the same limits and no views, which has the same bytes.
static rt_array_buffer *share_bytes(const rt_array_buffer *buffer) {
  rt_array_buffer *copy =
    (rt_array_buffer *)(void *)copy_of(&buffer->object, rt__shape_root(rt_class_of(&buffer->object), 0));
  copy->first_view = NULL;
  copy->views = NULL;
  return copy;
}

/// The clone of a buffer: a shared one has the same bytes, the others have a copy; undefined without memory.
rt_value rt_clone_buffer(rt_value value) {
  RT_SAFEPOINT();
  const rt_array_buffer *buffer = rt_as_buffer(value);
  // The length of one that can grow is part of what is shared.
  if (buffer->is_shared && buffer->is_resizable) return value;
  rt_array_buffer *copy = share_bytes(buffer);
  if (buffer->is_shared) return rt_from_object(copy);
  if (!rt__is_allocatable(buffer->byte_length)) return RT_UNDEFINED;
  copy->capacity = buffer->byte_length;
  copy->data = rt__allocate_zeroed(copy->capacity ? copy->capacity : 1, RT_CELL_LEAF);
  if (buffer->byte_length) memcpy(copy->data, buffer->data, buffer->byte_length);
  return rt_from_object(copy);
}

/// The buffer that another one's bytes are going to be moved to.
rt_value rt_clone_moved_buffer(rt_value buffer) {
  RT_SAFEPOINT();
  return rt_from_object(share_bytes(rt_as_buffer(buffer)));
}

/// Moves the bytes of a buffer and detaches it; getters may have changed it since the other one was made.
void rt_clone_move_bytes(rt_value from_value, rt_value to_value) {
  rt_array_buffer *from = rt_as_buffer(from_value), *to = rt_as_buffer(to_value);
  to->data = from->data;
  to->capacity = from->capacity;
  to->max_byte_length = from->max_byte_length;
  if (from->is_detached) {
    to->byte_length = 0;
    rt__array_buffer_detach(to);
    return;
  }
  to->byte_length = from->byte_length;
  rt__array_buffer_resize(to, to->byte_length);
  rt__array_buffer_detach(from);
}

/// A value as the message shows it: of a proxy its target, which is null if it was revoked.
rt_string *rt_clone_description(rt_value value) {
  RT_SAFEPOINT();
  while (rt_is_class(value, RT_CLASS_PROXY)) value = ((rt_proxy *)rt_pointer(value))->target;
  if (!rt_is_object(value)) return rt__describe(value);
  const rt_class *class = rt_class_of(rt_as_object(value));
  bool is_iterator = class->kind == RT_CLASS_ITERATOR || class->kind == RT_CLASS_NAMESPACE ||
                     (class->kind == RT_CLASS_OTHER && (strchr(class->name, ' ') || strstr(class->name, "Generator")));
  // These have no constructor that could name them.
  if (!is_iterator) return rt__describe(value);
  rt_builder builder = {0};
  rt__builder_ascii(&builder, "[object ");
  rt__builder_ascii(&builder, class->name);
  rt__builder_ascii(&builder, "]");
  return rt__builder_finish(&builder);
}
