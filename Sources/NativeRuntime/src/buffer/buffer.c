/// The intrinsics of `node:buffer`. A Buffer is a typed array of bytes with a class of its own, so that compiled code
/// reaches its elements like those of any Uint8Array.
#include "binary/binary.h"
#include "buffer/encoding.h"

/// Like the class of Uint8Array, with another prototype; `buffer_class` completes it.
static rt_class node_buffer_class;

static const rt_class *buffer_class(void) {
  if (!node_buffer_class.name) {
    memcpy(&node_buffer_class, &rt_typed_array_classes[RT_ELEMENT_UINT8], sizeof node_buffer_class);
    node_buffer_class.prototype_builtin = RT_BUILTIN_BUFFER_PROTOTYPE + 1;
    node_buffer_class.root = NULL;
  }
  return &node_buffer_class;
}

static rt_view *view_new(void) {
  rt_view *view = (rt_view *)(void *)rt__object_of_shape(rt__shape_root(buffer_class(), 0));
  view->kind = RT_ELEMENT_UINT8;
  return view;
}

/// A Buffer of zeros; NULL: RangeError.
static rt_view *buffer_new(double length) {
  rt_view *view = view_new();
  view->data = rt__is_buffer_size(length) ? rt__bytes_new((size_t)length) : NULL;
  if (!view->data) {
    rt__throw_allocation_failed();
    return NULL;
  }
  view->length = view->fixed_length = (size_t)length;
  return view;
}

static rt_value of_view(rt_view *view) { return view ? rt_from_object(view) : RT_EXCEPTION; }

static size_t byte_length(const rt_view *view) { return rt_view_byte_length(view); }

static rt_units units_of(rt_string *string) {
  rt_text text = rt__text(string);
  return (rt_units){.latin1 = text.latin1, .utf16 = text.utf16, .length = text.length};
}

rt_value rt_buffer_new(double length);
rt_value rt_buffer_view(rt_value buffer, double offset, double length);
rt_value rt_buffer_part(rt_value buffer, double start, double end);
int32_t rt_buffer_is(rt_value value);
double rt_chunk_length(rt_value chunk);
int32_t rt_buffer_is_bytes(rt_value value);
rt_value rt_buffer_decode(rt_value buffer, int32_t encoding, double start, double end);
rt_value rt_buffer_encode(rt_string *string, int32_t encoding);
double rt_buffer_encoded_length(rt_string *string, int32_t encoding);
double rt_buffer_write(rt_value buffer, rt_string *string, int32_t encoding, double offset, double length);
double rt_buffer_units_read(void);
int32_t rt_buffer_compare(rt_value a, rt_value b, double a_start, double a_end, double b_start, double b_end);
void rt_buffer_copy(rt_value source, rt_value target, double target_start, double source_start, double count);
void rt_buffer_fill(rt_value buffer, rt_value pattern, double start, double end);
void rt_buffer_fill_byte(rt_value buffer, int32_t byte, double start, double end);
double rt_buffer_find(rt_value buffer, rt_value needle, double from, int32_t step, int32_t is_forward);
double rt_buffer_read(rt_value buffer, rt_value offset, int32_t code);
double rt_buffer_put(rt_value buffer, double value, rt_value offset, int32_t code);
int32_t rt_buffer_byte_at(rt_value buffer, double index);
void rt_buffer_swap(rt_value buffer, int32_t size);
int32_t rt_buffer_check(rt_value buffer, int32_t is_utf8);

/// A Buffer of zeros.
rt_value rt_buffer_new(double length) {
  RT_SAFEPOINT();
  return of_view(buffer_new(length));
}

/// A Buffer over a part of a buffer; the exception of the constructor of Uint8Array if the part does not lie inside.
static rt_value part_of(rt_array_buffer *buffer, double offset, double length) {
  if (buffer->is_detached) return rt__throw_type_error("Cannot perform Construct on a detached ArrayBuffer");
  if (offset + length > (double)buffer->byte_length)
    return rt__throw_range_error("Invalid typed array length: %.0f", length);
  rt_view *view = view_new();
  rt__view_attach(view, buffer, (size_t)offset, (size_t)length);
  return rt_from_object(view);
}

/// A Buffer over a part of an ArrayBuffer or SharedArrayBuffer.
rt_value rt_buffer_view(rt_value buffer, double offset, double length) {
  RT_SAFEPOINT();
  return part_of(rt_as_buffer(buffer), offset, length);
}

/// A Buffer over a part of a typed array of bytes.
rt_value rt_buffer_part(rt_value value, double start, double end) {
  RT_SAFEPOINT();
  rt_view *source = rt_as_view(value);
  return part_of(rt__view_buffer(source), (double)source->byte_offset + start, end > start ? end - start : 0);
}

/// Whether a value was made by these functions.
int32_t rt_buffer_is(rt_value value) {
  return rt_is_object(value) && node_buffer_class.name && rt_class_of(rt_as_object(value)) == &node_buffer_class;
}

/// The length of text or of a typed array, as chunks of streams are; NaN for all else.
double rt_chunk_length(rt_value chunk) {
  if (rt_is_typed_array(chunk)) return (double)rt_as_view(chunk)->length;
  return rt_is_string(chunk) ? rt_as_string(chunk)->length : __builtin_nan("");
}

/// Whether a value is a typed array of bytes, of whatever prototype.
int32_t rt_buffer_is_bytes(rt_value value) {
  return rt_is_typed_array(value) && rt_as_view(value)->kind == RT_ELEMENT_UINT8;
}

// The lengths from which the prelude computed a range may have changed since, when it converted an argument: these
// functions keep inside of the views as they are.

/// How many bytes of a range that begins at `start` lie in a view.
static size_t bytes_inside(const rt_view *view, double start, double count) {
  double rest = (double)byte_length(view) - start;
  if (count > rest) count = rest;
  return start >= 0 && count > 0 ? (size_t)count : 0;
}

/// Bytes as a string; undefined if it would be too long.
rt_value rt_buffer_decode(rt_value value, int32_t encoding, double start, double end) {
  RT_SAFEPOINT();
  const rt_view *view = rt_as_view(value);
  size_t count = bytes_inside(view, start, end - start);
  if (count == 0) return rt_from_string(RT_ATOM(empty));
  const uint8_t *bytes = view->data + (size_t)start;
  size_t length = encoding == RT_ENCODING_HEX       ? count * 2
                  : encoding == RT_ENCODING_UTF16LE ? count / 2
                  : encoding == RT_ENCODING_BASE64 || encoding == RT_ENCODING_BASE64URL
                      ? rt__base64_text_length(count, encoding == RT_ENCODING_BASE64URL)
                      : count;
  if (length == 0) return rt_from_string(RT_ATOM(empty));
  if (length > RT_STRING_LENGTH_MAX) return RT_UNDEFINED;
  rt_string *text;
  switch (encoding) {
  case RT_ENCODING_UTF16LE: {
    const void *units = bytes;
    if ((uintptr_t)bytes % 2) {
      void *aligned = rt__allocate(length * 2, RT_CELL_LEAF);
      memcpy(aligned, bytes, length * 2);
      units = aligned;
    }
    text = rt__string_from_utf16(units, (uint32_t)length);
    break;
  }
  case RT_ENCODING_LATIN1: text = rt__string_from_latin1(bytes, (uint32_t)length); break;
  case RT_ENCODING_ASCII:
    if (length == 1) {
      text = rt__string_from_unit(bytes[0] & 0x7F);
      break;
    }
    text = rt__string_latin1_raw((uint32_t)length);
    for (size_t i = 0; i < length; i++) rt__latin1_data(text)[i] = bytes[i] & 0x7F;
    break;
  case RT_ENCODING_BASE64:
  case RT_ENCODING_BASE64URL:
    text = rt__string_latin1_raw((uint32_t)length);
    rt__base64_encode(bytes, count, encoding == RT_ENCODING_BASE64URL, rt__latin1_data(text));
    break;
  case RT_ENCODING_HEX:
    text = rt__string_latin1_raw((uint32_t)length);
    rt__hex_encode(bytes, count, rt__latin1_data(text));
    break;
  default: text = rt__string_from_utf8(bytes, count); break;
  }
  return text ? rt_from_string(text) : RT_EXCEPTION;
}

static size_t encoded_length(rt_units text, int32_t encoding) {
  switch (encoding) {
  case RT_ENCODING_UTF16LE: return text.length * 2;
  case RT_ENCODING_LATIN1:
  case RT_ENCODING_ASCII: return text.length;
  case RT_ENCODING_BASE64:
  case RT_ENCODING_BASE64URL: return rt__base64_size(text);
  case RT_ENCODING_HEX: return text.length / 2;
  default: return rt__units_utf8_length(text);
  }
}

static size_t last_units_read;

/// Writes at most `capacity` bytes of an encoded text; returns how many.
static size_t write_text(rt_units text, int32_t encoding, uint8_t *out, size_t capacity) {
  last_units_read = text.length;
  switch (encoding) {
  case RT_ENCODING_UTF16LE: return rt__units_to_utf16(text, out, capacity);
  case RT_ENCODING_LATIN1:
  case RT_ENCODING_ASCII: {
    size_t count = text.length < capacity ? text.length : capacity;
    rt__units_to_latin1(text, out, count);
    return count;
  }
  case RT_ENCODING_BASE64:
  case RT_ENCODING_BASE64URL: return rt__base64_decode(text, out, capacity);
  case RT_ENCODING_HEX: return rt__hex_decode(text, out, capacity);
  default: return rt__units_to_utf8(text, out, capacity, &last_units_read);
  }
}

/// A Buffer with the bytes of a string.
rt_value rt_buffer_encode(rt_string *string, int32_t encoding) {
  RT_SAFEPOINT();
  rt_units text = units_of(string);
  size_t length = encoded_length(text, encoding);
  rt_view *view = buffer_new((double)length);
  if (!view) return RT_EXCEPTION;
  view->length = view->fixed_length = write_text(text, encoding, view->data, length);
  return rt_from_object(view);
}

/// How many bytes a string has; of base64 and hexadecimal digits if all are digits.
double rt_buffer_encoded_length(rt_string *string, int32_t encoding) {
  return (double)encoded_length(units_of(string), encoding);
}

/// Writes a string into the bytes of a view from an offset on, at most `length`; returns how many.
double rt_buffer_write(rt_value buffer, rt_string *string, int32_t encoding, double offset, double length) {
  rt_view *view = rt_as_view(buffer);
  rt_units text = units_of(string);
  size_t room = bytes_inside(view, offset, length);
  return room == 0 ? 0 : (double)write_text(text, encoding, view->data + (size_t)offset, room);
}

/// How many units of the string the last write took.
double rt_buffer_units_read(void) { return (double)last_units_read; }

/// -1, 0 or 1 by the order of two ranges of bytes.
int32_t rt_buffer_compare(rt_value a, rt_value b, double a_start, double a_end, double b_start, double b_end) {
  size_t a_count = bytes_inside(rt_as_view(a), a_start, a_end - a_start);
  size_t b_count = bytes_inside(rt_as_view(b), b_start, b_end - b_start);
  size_t count = a_count < b_count ? a_count : b_count;
  int order = count ? memcmp(rt_as_view(a)->data + (size_t)a_start, rt_as_view(b)->data + (size_t)b_start, count) : 0;
  if (order == 0) order = a_count < b_count ? -1 : a_count > b_count;
  return order < 0 ? -1 : order > 0;
}

/// Copies bytes between views, which may be the same one.
void rt_buffer_copy(rt_value source, rt_value target, double target_start, double source_start, double count) {
  size_t size = bytes_inside(rt_as_view(source), source_start, count);
  size = bytes_inside(rt_as_view(target), target_start, (double)size);
  if (size == 0) return;
  const uint8_t *from = rt_as_view(source)->data + (size_t)source_start;
  memmove(rt_as_view(target)->data + (size_t)target_start, from, size);
}

/// Repeats the bytes of a view over a range of another one.
void rt_buffer_fill(rt_value buffer, rt_value pattern, double start, double end) {
  const rt_view *view = rt_as_view(pattern);
  size_t count = bytes_inside(rt_as_view(buffer), start, end - start), done = byte_length(view);
  if (count == 0 || done == 0) return;
  uint8_t *out = rt_as_view(buffer)->data + (size_t)start;
  if (done > count) done = count;
  memmove(out, view->data, done);
  while (done < count) {
    size_t more = done < count - done ? done : count - done;
    memcpy(out + done, out, more);
    done += more;
  }
}

void rt_buffer_fill_byte(rt_value buffer, int32_t byte, double start, double end) {
  size_t count = bytes_inside(rt_as_view(buffer), start, end - start);
  if (count > 0) memset(rt_as_view(buffer)->data + (size_t)start, byte, count);
}

/// Where the bytes of a view, at least one, occur in those of another one, by multiples of `step`; -1 if nowhere.
double rt_buffer_find(rt_value buffer, rt_value needle, double from, int32_t step, int32_t is_forward) {
  const rt_view *view = rt_as_view(buffer), *sought = rt_as_view(needle);
  size_t (*find)(const uint8_t *, size_t, const uint8_t *, size_t, size_t, size_t) =
      is_forward ? rt__bytes_find : rt__bytes_find_last;
  size_t at = find(view->data, byte_length(view), sought->data, byte_length(sought), (size_t)from, (size_t)step);
  return at == SIZE_MAX ? -1 : (double)at;
}

// Numbers. A code is the number of bytes, and these flags.

enum { CODE_SIZE = 15, CODE_BIG_ENDIAN = 16, CODE_SIGNED = 32, CODE_FLOAT = 64 };

/// The address of a number in a view of bytes; NULL if the offset is no integer or the number does not lie inside.
static uint8_t *place(rt_value buffer, rt_value offset, int32_t code) {
  if (!rt_is_typed_array(buffer) || !rt_is_number(offset)) return NULL;
  rt_view *view = rt_as_view(buffer);
  double position = rt_double(offset);
  size_t length = view->kind == RT_ELEMENT_UINT8 ? view->length : 0, size = (size_t)(code & CODE_SIZE);
  if (length < size || !(position >= 0 && position <= (double)(length - size))) return NULL;
  size_t at = (size_t)position;
  return (double)at == position ? view->data + at : NULL;
}

/// So many bytes, little-endian as both targets are; the usual sizes without a call.
static uint64_t load(const uint8_t *p, int32_t size) {
  uint64_t bits = 0;
  switch (size) {
  case 1: return *p;
  case 2: memcpy(&bits, p, 2); break;
  case 4: memcpy(&bits, p, 4); break;
  case 8: memcpy(&bits, p, 8); break;
  default:
    for (int32_t i = 0; i < size; i++) bits |= (uint64_t)p[i] << (8 * i);
  }
  return bits;
}

static void store(uint8_t *p, uint64_t bits, int32_t size) {
  switch (size) {
  case 1: *p = (uint8_t)bits; break;
  case 2: memcpy(p, &bits, 2); break;
  case 4: memcpy(p, &bits, 4); break;
  case 8: memcpy(p, &bits, 8); break;
  default:
    for (int32_t i = 0; i < size; i++) p[i] = (uint8_t)(bits >> (8 * i));
  }
}

/// A number in a buffer; NaN if the offset is wrong, too.
double rt_buffer_read(rt_value buffer, rt_value offset, int32_t code) {
  const uint8_t *p = place(buffer, offset, code);
  if (!p) return __builtin_nan("");
  int32_t size = code & CODE_SIZE;
  uint64_t bits = load(p, size);
  if (code & CODE_BIG_ENDIAN) bits = __builtin_bswap64(bits) >> (64 - 8 * size);
  if (code & CODE_FLOAT) {
    double number;
    if (size == 8) {
      memcpy(&number, &bits, 8);
    } else {
      float single;
      memcpy(&single, &bits, 4);
      number = single;
    }
    return number == number ? number : __builtin_nan("");
  }
  if (code & CODE_SIGNED) return (double)((int64_t)(bits << (64 - 8 * size)) >> (64 - 8 * size));
  return (double)bits;
}

/// Writes a number; returns the offset behind it, or -1 if the offset is wrong.
double rt_buffer_put(rt_value buffer, double value, rt_value offset, int32_t code) {
  uint8_t *p = place(buffer, offset, code);
  if (!p) return -1;
  int32_t size = code & CODE_SIZE;
  uint64_t bits = 0;
  if (code & CODE_FLOAT) {
    if (size == 8) {
      memcpy(&bits, &value, 8);
    } else {
      float single = (float)value;
      memcpy(&bits, &single, 4);
    }
  } else {
    // The caller checked the range; NaN is 0.
    double integer = value == value ? __builtin_trunc(value) : 0;
    bits = integer < 0 ? (uint64_t)(int64_t)integer : (uint64_t)integer;
  }
  if (code & CODE_BIG_ENDIAN) bits = __builtin_bswap64(bits) >> (64 - 8 * size);
  store(p, bits, size);
  return rt_double(offset) + size;
}

/// A byte of a view, which lies inside.
int32_t rt_buffer_byte_at(rt_value buffer, double index) { return rt_as_view(buffer)->data[(size_t)index]; }

/// Reverses the bytes of each group of 2, 4 or 8.
void rt_buffer_swap(rt_value buffer, int32_t size) {
  rt_view *view = rt_as_view(buffer);
  for (size_t i = 0; i + (size_t)size <= byte_length(view); i += (size_t)size) {
    uint8_t *p = view->data + i;
    for (int32_t low = 0, high = size - 1; low < high; low++, high--) {
      uint8_t byte = p[low];
      p[low] = p[high];
      p[high] = byte;
    }
  }
}

/// Whether the bytes of a view are well-formed UTF-8, or ASCII.
int32_t rt_buffer_check(rt_value buffer, int32_t is_utf8) {
  const rt_view *view = rt_as_view(buffer);
  return (is_utf8 ? rt__bytes_are_utf8 : rt__bytes_are_ascii)(view->data, byte_length(view));
}
