/// The memory of array buffers, and which views look at it.
#include "binary.h"

const rt_class rt_array_buffer_class = {.kind = RT_CLASS_ARRAY_BUFFER,
                                        .instance_size = sizeof(rt_array_buffer),
                                        .prototype_builtin = RT_BUILTIN_ARRAYBUFFER_PROTOTYPE + 1,
                                        .name = "ArrayBuffer"};
const rt_class rt_shared_array_buffer_class = {.kind = RT_CLASS_ARRAY_BUFFER,
                                               .instance_size = sizeof(rt_array_buffer),
                                               .prototype_builtin = RT_BUILTIN_SHAREDARRAYBUFFER_PROTOTYPE + 1,
                                               .name = "SharedArrayBuffer"};

double rt__to_index_js(rt_value value, const char *message) {
  if (value == RT_UNDEFINED) return 0;
  double index = rt__to_integer_js(value);
  if (rt_is_double_exception(index)) return -1;
  if (index >= 0 && index <= RT_SAFE_INTEGER_MAX) return index;
  rt__throw_range_error(message);
  return -1;
}

bool rt__is_buffer_size(double byte_length) {
  return byte_length <= (double)(SIZE_MAX / 2) && rt__is_allocatable((uint64_t)byte_length);
}

uint8_t *rt__bytes_new(size_t count) {
  if (!rt__is_allocatable(count)) return NULL;
  if (count > RT_SMALL_SIZE_MAX) rt__use_large_pages();
  return rt__allocate_zeroed(count ? count : 1, RT_CELL_LEAF);
}

rt_value rt__throw_allocation_failed(void) { return rt__throw_range_error("Array buffer allocation failed"); }

static bool give_memory(rt_array_buffer *buffer, size_t byte_length) {
  buffer->data = rt__bytes_new(byte_length);
  if (!buffer->data) return false;
  buffer->byte_length = buffer->capacity = byte_length;
  return true;
}

rt_array_buffer *rt__array_buffer_new(size_t byte_length) {
  rt_array_buffer *buffer = (rt_array_buffer *)rt__object_of_shape(rt__shape_root(&rt_array_buffer_class, 0));
  if (give_memory(buffer, byte_length)) return buffer;
  rt__throw_allocation_failed();
  return NULL;
}

rt_array_buffer *rt__array_buffer_allocate_js(rt_value constructor, const rt_class *class, double byte_length,
                                              double max_byte_length) {
  if (max_byte_length >= 0 && byte_length > max_byte_length) {
    rt__throw_range_error("Invalid array buffer max length");
    return NULL;
  }
  rt_array_buffer *buffer = (rt_array_buffer *)rt__object_from_constructor_js(constructor, class);
  if (!buffer) return NULL;
  if (!rt__is_buffer_size(byte_length) || (max_byte_length >= 0 && !rt__is_buffer_size(max_byte_length)) ||
      !give_memory(buffer, (size_t)byte_length)) {
    rt__throw_allocation_failed();
    return NULL;
  }
  buffer->is_shared = class == &rt_shared_array_buffer_class;
  buffer->is_resizable = max_byte_length >= 0;
  if (buffer->is_resizable) buffer->max_byte_length = (size_t)max_byte_length;
  return buffer;
}

double rt__max_byte_length_option_js(rt_value options) {
  if (!rt_is_object(options)) return -1;
  rt_value length = rt__get_js(rt_as_object(options), rt__intern(rt__string_from_ascii("maxByteLength")), options);
  if (length == RT_EXCEPTION) return -2;
  if (length == RT_UNDEFINED) return -1;
  double index = rt__to_index_js(length, "Invalid array buffer max length");
  return index < 0 ? -2 : index;
}

// Views.

/// Computes address and length anew: IsTypedArrayOutOfBounds (10.4.5.13) and TypedArrayLength (10.4.5.14).
static void refresh(rt_view *view) {
  const rt_array_buffer *buffer = view->buffer;
  uint32_t shift = rt_element_shift(view->kind);
  size_t available = buffer->byte_length, offset = view->byte_offset;
  bool tracks = view->fixed_length == RT_VIEW_TRACKING;
  view->is_out_of_bounds = buffer->is_detached || offset > available ||
                           (!tracks && (view->fixed_length << shift) > available - offset);
  view->length = view->is_out_of_bounds ? 0 : tracks ? (available - offset) >> shift : view->fixed_length;
  view->data = view->is_out_of_bounds ? NULL : buffer->data + offset;
}

/// All lists of views, so that dead entries can be dropped: a leaf cell, and whether the sweeper is registered.
static struct {
  rt_array_buffer **buffers;
  uint32_t count, capacity;
  bool is_registered;
} listed RT_ROOTED;

/// Forgets dead buffers and the dead views of the others; between marking and sweeping.
static void sweep_lists(void) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < listed.count; i++) {
    rt_array_buffer *buffer = listed.buffers[i];
    if (!rt__is_marked(buffer)) continue;
    listed.buffers[kept++] = buffer;
    rt_view_list *list = buffer->views;
    uint32_t alive = 0;
    for (uint32_t j = 0; j < list->count; j++)
      if (rt__is_marked(list->views[j])) list->views[alive++] = list->views[j];
    list->count = alive;
  }
  listed.count = kept;
}

static void list_buffer(rt_array_buffer *buffer) {
  if (!listed.is_registered) {
    listed.is_registered = true;
    rt__register_weak_sweeper(sweep_lists);
  }
  if (listed.count == listed.capacity) {
    uint32_t capacity = listed.capacity ? listed.capacity * 2 : 8;
    rt_array_buffer **larger = rt__allocate(capacity * sizeof *larger, RT_CELL_LEAF);
    if (listed.count) memcpy(larger, listed.buffers, listed.count * sizeof *larger);
    listed.buffers = larger;
    listed.capacity = capacity;
  }
  listed.buffers[listed.count++] = buffer;
}

/// Makes a view known to its buffer.
static void list_view(rt_array_buffer *buffer, rt_view *view) {
  // One view is worth no list; that the buffer keeps it alive is no leak to speak of.
  if (!buffer->first_view) {
    buffer->first_view = view;
    return;
  }
  rt_view_list *list = buffer->views;
  if (!list) list_buffer(buffer);
  if (!list || list->count == list->capacity) {
    uint32_t capacity = list ? list->capacity * 2 : 4;
    rt_view_list *larger = rt__allocate(sizeof *larger + capacity * sizeof(rt_view *), RT_CELL_LEAF);
    larger->count = list ? list->count : 0;
    larger->capacity = capacity;
    if (list) memcpy(larger->views, list->views, list->count * sizeof(rt_view *));
    buffer->views = list = larger;
  }
  list->views[list->count++] = view;
}

void rt__view_attach(rt_view *view, rt_array_buffer *buffer, size_t byte_offset, size_t fixed_length) {
  view->buffer = buffer;
  view->byte_offset = byte_offset;
  view->fixed_length = fixed_length;
  refresh(view);
  list_view(buffer, view);
}

rt_array_buffer *rt__view_buffer(rt_view *view) {
  if (view->buffer) return view->buffer;
  rt_array_buffer *buffer = (rt_array_buffer *)rt__object_of_shape(rt__shape_root(&rt_array_buffer_class, 0));
  buffer->data = view->data;
  buffer->byte_length = buffer->capacity = rt_view_byte_length(view);
  buffer->first_view = view;
  view->buffer = buffer;
  return buffer;
}

static void refresh_views(rt_array_buffer *buffer) {
  if (buffer->first_view) refresh(buffer->first_view);
  for (uint32_t i = 0; buffer->views && i < buffer->views->count; i++) refresh(buffer->views->views[i]);
}

void rt__array_buffer_detach(rt_array_buffer *buffer) {
  buffer->data = NULL;
  buffer->byte_length = buffer->max_byte_length = buffer->capacity = 0;
  buffer->is_detached = true;
  refresh_views(buffer);
}

bool rt__array_buffer_resize(rt_array_buffer *buffer, size_t byte_length) {
  if (byte_length > buffer->capacity) {
    // Growing by small steps is not to copy everything each time.
    size_t capacity = buffer->capacity + buffer->capacity / 2;
    if (capacity < byte_length) capacity = byte_length;
    if (capacity > buffer->max_byte_length) capacity = buffer->max_byte_length;
    uint8_t *larger = rt__bytes_new(capacity);
    if (!larger) return false;
    if (buffer->byte_length) memcpy(larger, buffer->data, buffer->byte_length);
    buffer->data = larger;
    buffer->capacity = capacity;
  } else if (byte_length < buffer->byte_length) {
    memset(buffer->data + byte_length, 0, buffer->byte_length - byte_length);
  }
  buffer->byte_length = byte_length;
  refresh_views(buffer);
  return true;
}
