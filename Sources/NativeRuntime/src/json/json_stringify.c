/// JSON.stringify (ECMA-262 25.5.2).
#include "json.h"

enum { SHAPE_PAIRS = 8, ALWAYS_CHECKED_DEPTH = 1024 };

/// An object that is being written: where a cycle would begin.
typedef struct open_object {
  rt_object *object;
  rt_string *key; ///< under which it was reached; NULL: by `index`
  uint32_t index;
  uint32_t depth;
  const struct open_object *outer;
} open_object;

typedef struct json_writer {
  rt_builder builder;
  rt_value replacer;     ///< a function, or undefined
  rt_array *keys;        ///< the property list, or NULL
  rt_string *gap;        ///< NULL: no white space
  uint32_t indentation;  ///< how many gaps
  const open_object *innermost;
  /// Shapes whose objects were seen to have no `toJSON`, two for a few bits of the address, the later one first.
  rt_shape *without_to_json[SHAPE_PAIRS][2];
  uintptr_t epoch;
} json_writer;

/// The key of a value: an atom, or an index if `key` is NULL.
typedef struct json_key {
  rt_string *key;
  uint32_t index;
} json_key;

/// Declared here, as objects and arrays contain values.
static int32_t write_value_js(json_writer *w, rt_object *holder, json_key key, rt_value value);

/// Whether a unit must be escaped inside of quotes.
static bool needs_escape(uint16_t unit) {
  return unit < 0x20 || unit == '"' || unit == '\\' || (unit & 0xF800) == 0xD800;
}

/// Copies Latin-1 bytes to their place behind a quote; the number of those before the first that must be escaped, some of
/// the others may be copied too.
static uint32_t copy_unescaped(uint8_t *target, const uint8_t *bytes, uint32_t length) {
  if (length < 8 && length >= 4) {
    uint32_t low, high;
    memcpy(&low, bytes, 4);
    memcpy(&high, bytes + length - 4, 4);
    memcpy(target, &low, 4);
    memcpy(target + length - 4, &high, 4);
    uint64_t special = rt__json_special_bytes(low | (uint64_t)high << (8 * length - 32)) << (64 - 8 * length);
    return special ? rt__json_first_byte(special >> (64 - 8 * length)) : length;
  }
  if (length < 4) {
    uint32_t i = 0;
    for (; i < length && !needs_escape(bytes[i]); i++) target[i] = bytes[i];
    return i;
  }
  // The last eight bytes may overlap those before.
  for (uint32_t i = 0;; i = i + 16 <= length ? i + 8 : length - 8) {
    uint64_t word;
    memcpy(&word, bytes + i, 8);
    memcpy(target + i, &word, 8);
    uint64_t special = rt__json_special_bytes(word);
    if (special) return i + rt__json_first_byte(special);
    if (i == length - 8) return length;
  }
}

/// ECMA-262 25.5.2.4 QuoteJSONString.
static void write_quoted(rt_builder *builder, rt_string *string) {
  rt_text text = rt_text_of(string);
  uint8_t *room = text.latin1 ? rt__builder_latin1_room(builder, text.length + 2) : NULL;
  if (room) {
    uint32_t copied = copy_unescaped(room + 1, text.latin1, text.length);
    if (copied == text.length) {
      room[0] = room[copied + 1] = '"';
      builder->length += copied + 2;
      return;
    }
  }
  rt__builder_unit(builder, '"');
  uint32_t done = 0;
  for (uint32_t i = 0; i < text.length; i++) {
    uint16_t unit = rt_text_at(text, i);
    if (!needs_escape(unit)) continue;
    if (unit >= 0xD800) {
      if (unit < 0xDC00 && i + 1 < text.length && (rt_text_at(text, i + 1) & 0xFC00) == 0xDC00) {
        i++;
        continue;
      }
    }
    rt__builder_text(builder, text, done, i);
    done = i + 1;
    rt__builder_unit(builder, '\\');
    switch (unit) {
    case '"': case '\\': rt__builder_unit(builder, unit); break;
    case '\b': rt__builder_unit(builder, 'b'); break;
    case '\f': rt__builder_unit(builder, 'f'); break;
    case '\n': rt__builder_unit(builder, 'n'); break;
    case '\r': rt__builder_unit(builder, 'r'); break;
    case '\t': rt__builder_unit(builder, 't'); break;
    default:
      rt__builder_unit(builder, 'u');
      for (int shift = 12; shift >= 0; shift -= 4) {
        rt__builder_unit(builder, (uint16_t)"0123456789abcdef"[unit >> shift & 15]);
      }
    }
  }
  rt__builder_text(builder, text, done, text.length);
  rt__builder_unit(builder, '"');
}

/// A line feed and the indentation, if there is a gap.
static void write_line_break(json_writer *w) {
  if (!w->gap) return;
  rt__builder_unit(&w->builder, '\n');
  for (uint32_t i = 0; i < w->indentation; i++) rt__builder_string(&w->builder, w->gap);
}

/// Appends how V8 names a key in its message about cycles.
static void describe_key(rt_builder *builder, rt_string *key, uint32_t index) {
  if (!key) {
    rt__builder_ascii(builder, "index ");
    rt__builder_string(builder, rt_number_to_string(index, 10));
    return;
  }
  if (key->length == 0) {
    rt__builder_ascii(builder, "<anonymous>");
    return;
  }
  rt__builder_ascii(builder, "property '");
  rt__builder_string(builder, key);
  rt__builder_unit(builder, '\'');
}

/// Appends "object with constructor 'Name'".
static void describe_object(rt_builder *builder, rt_object *object) {
  rt_string *name = rt__constructor_name(object);
  rt__builder_ascii(builder, "object with constructor '");
  if (name) {
    rt__builder_string(builder, name);
  } else {
    rt__builder_ascii(builder, rt_class_of(object)->name ? rt_class_of(object)->name : "Object");
  }
  rt__builder_unit(builder, '\'');
}

/// The line of an object on the way round.
static void describe_step(rt_builder *builder, const open_object *step) {
  rt__builder_ascii(builder, "\n    |     ");
  describe_key(builder, step->key, step->index);
  rt__builder_ascii(builder, " -> ");
  describe_object(builder, step->object);
}

/// The n-th object on the way from `start`, which has the number 0, inwards.
static const open_object *nth_step(const json_writer *w, uint32_t distance, uint32_t n) {
  const open_object *step = w->innermost;
  for (uint32_t i = distance; i > n; i--) step = step->outer;
  return step;
}

/// Throws the TypeError about a cycle that leads back to `start`; -1.
static int32_t throw_cycle(json_writer *w, const open_object *start, json_key key) {
  uint32_t distance = 0;
  for (const open_object *o = w->innermost; o != start; o = o->outer) distance++;
  rt_builder builder = {0};
  rt__builder_ascii(&builder, "Converting circular structure to JSON\n    --> starting at ");
  describe_object(&builder, start->object);
  // V8 shows two steps, and the last.
  for (uint32_t n = 1; n <= distance; n++) {
    if (n <= 2 || n == distance) {
      describe_step(&builder, nth_step(w, distance, n));
    } else if (n == 3) {
      rt__builder_ascii(&builder, "\n    |     ...");
    }
  }
  rt__builder_ascii(&builder, "\n    --- ");
  describe_key(&builder, key.key, key.index);
  rt__builder_ascii(&builder, " closes the circle");
  rt_string *message = rt__builder_finish(&builder);
  if (message) rt__throw_type_error("%s", message);
  return -1;
}

/// Whether no object on the prototype chain has `toJSON` or may decide anew with each question.
static bool lacks_to_json(rt_object *object) {
  for (rt_object *o = object; o; o = rt__prototype_of(o))
    if (rt_exotic(o)) return false;
  return !rt__has_property(object, RT_ATOM(toJSON));
}

/// ECMA-262 25.5.2.2 SerializeJSONProperty, step 2: the value that `toJSON` gives for an object.
static rt_value apply_to_json_js(json_writer *w, rt_value value, json_key key) {
  rt_shape *shape = rt_is_object(value) ? rt_as_object(value)->shape : NULL;
  if (w->epoch != rt_prototype_epoch) {
    memset(w->without_to_json, 0, sizeof w->without_to_json);
    w->epoch = rt_prototype_epoch;
  }
  rt_shape **cached = w->without_to_json[(uintptr_t)shape / sizeof *shape % SHAPE_PAIRS];
  if (shape && (cached[0] == shape || cached[1] == shape)) return value;
  rt_value method = rt__get_value_js(value, RT_ATOM(toJSON));
  if (method == RT_EXCEPTION) return RT_EXCEPTION;
  if (!rt_is_function(method)) {
    // A dictionary is changed in place, and an accessor may answer differently the next time.
    if (method == RT_UNDEFINED && shape && !(shape->flags & RT_SHAPE_DICTIONARY) && lacks_to_json(rt_as_object(value))) {
      cached[1] = cached[0];
      cached[0] = shape;
    }
    return value;
  }
  rt_value name = rt_from_string(key.key ? key.key : rt_number_to_string(key.index, 10));
  return rt__call_js(method, value, 1, &name);
}

/// Begins a property's text, the comma before it included.
static void begin_member(json_writer *w, bool first) {
  if (!first) rt__builder_unit(&w->builder, ',');
  write_line_break(w);
}

/// OPTIMIZATION: the comma, a name without escapes and the colon at once; false if that is not possible here.
static bool write_plain_name(json_writer *w, rt_string *key, bool first) {
  rt_text text = rt_text_of(key);
  uint8_t *room = text.latin1 && !w->gap ? rt__builder_latin1_room(&w->builder, text.length + 4) : NULL;
  if (!room) return false;
  uint32_t at = 0;
  if (!first) room[at++] = ',';
  room[at++] = '"';
  if (copy_unescaped(room + at, text.latin1, text.length) != text.length) return false;
  at += text.length;
  room[at++] = '"';
  room[at++] = ':';
  w->builder.length += at;
  return true;
}

/// Writes one property, or nothing if its value is not serialisable: 1 if something was written, 0, or -1.
static int32_t write_property_js(json_writer *w, rt_object *object, rt_string *key, rt_value value, bool first) {
  uint32_t before = w->builder.length;
  if (!write_plain_name(w, key, first)) {
    begin_member(w, first);
    write_quoted(&w->builder, key);
    rt__builder_unit(&w->builder, ':');
    if (w->gap) rt__builder_unit(&w->builder, ' ');
  }
  int32_t written = write_value_js(w, object, (json_key){key, 0}, value);
  if (written == 0) w->builder.length = before;
  return written;
}

/// ECMA-262 25.5.2.5 SerializeJSONObject: status.
static int32_t write_object_js(json_writer *w, rt_object *object) {
  rt__builder_unit(&w->builder, '{');
  w->indentation++;
  bool first = true;
  rt_shape *shape = object->shape;
  bool direct = !w->keys && shape->count > 0 && rt_class_of(object)->kind == RT_CLASS_ORDINARY &&
                !rt_class_of(object)->own_keys && !rt_exotic(object) && !(shape->flags & (RT_SHAPE_DICTIONARY | RT_SHAPE_HAS_INDICES));
  if (direct) {
    // OPTIMIZATION: the shape lists the keys, and data is where it says as long as the object keeps it.
    RT_ROOT_POINTER(shape);
    for (uint32_t i = 0; i < shape->count; i++) {
      rt_property property = shape->table->entries[i];
      if (!property.key || !(property.flags & RT_PROPERTY_ENUMERABLE) || rt_key_is_symbol(property.key)) continue;
      bool is_data = object->shape == shape && !(property.flags & (RT_PROPERTY_ACCESSOR | RT_PROPERTY_LAZY));
      rt_value value = is_data ? *rt_slot(object, property.slot)
                               : rt__get_js(object, property.key, rt_from_object(object));
      if (value == RT_EXCEPTION) return -1;
      int32_t written = write_property_js(w, object, property.key, value, first);
      if (written < 0) return -1;
      if (written > 0) first = false;
    }
  } else {
    rt_array *keys = w->keys ? w->keys : rt__own_keys_js(object, RT_KEYS_STRINGS | RT_KEYS_ENUMERABLE_ONLY);
    if (!keys) return -1;
    RT_ROOT_POINTER(keys);
    for (uint32_t i = 0; i < keys->length; i++) {
      rt_string *key = rt__intern(rt_as_string(keys->elements[i]));
      RT_ROOT_POINTER(key);
      rt_value value = rt__get_js(object, key, rt_from_object(object));
      if (value == RT_EXCEPTION) return -1;
      int32_t written = write_property_js(w, object, key, value, first);
      if (written < 0) return -1;
      if (written > 0) first = false;
    }
  }
  w->indentation--;
  if (!first) write_line_break(w);
  rt__builder_unit(&w->builder, '}');
  return 0;
}

/// ECMA-262 25.5.2.6 SerializeJSONArray: status.
static int32_t write_array_js(json_writer *w, rt_object *array) {
  double length = rt__length_of_js(array);
  if (length < 0) return -1;
  // Each element takes two units at least: what must become too long need not be visited first.
  if (length > RT_STRING_LENGTH_MAX / 2) {
    rt__throw_range_error("Invalid string length");
    return -1;
  }
  rt__builder_unit(&w->builder, '[');
  w->indentation++;
  for (double i = 0; i < length; i++) {
    begin_member(w, i == 0);
    rt_value value = i < 4294967295.0 ? rt__get_index_js(array, (uint32_t)i)
                                      : rt__get_js(array, rt__key_from_double(i), rt_from_object(array));
    if (value == RT_EXCEPTION) return -1;
    int32_t written = write_value_js(w, array, (json_key){NULL, (uint32_t)i}, value);
    if (written < 0) return -1;
    if (written == 0) rt__builder_ascii(&w->builder, "null");
    if (w->builder.failed) break;
  }
  w->indentation--;
  if (length > 0) write_line_break(w);
  rt__builder_unit(&w->builder, ']');
  return 0;
}

/// Appends a number, null if it is not finite.
static void write_number(rt_builder *builder, double number) {
  if (!(number - number == 0)) {
    rt__builder_ascii(builder, "null");
    return;
  }
  uint8_t *room = rt__builder_latin1_room(builder, RT_NUMBER_TEXT_MAX);
  if (room) {
    builder->length += rt__number_to_text(number, room);
    return;
  }
  uint8_t text[RT_NUMBER_TEXT_MAX];
  uint32_t length = rt__number_to_text(number, text);
  rt__builder_text(builder, rt_text_latin1(text, length), 0, length);
}

/// ECMA-262 25.5.2.2 SerializeJSONProperty, step 4: the primitive of a wrapper object.
static rt_value unwrap_js(rt_value value) {
  switch (rt_class_of(rt_as_object(value))->kind) {
  case RT_CLASS_NUMBER: {
    double number = rt_to_number_slow(value);
    return rt_is_double_exception(number) ? RT_EXCEPTION : rt_from_double(number);
  }
  case RT_CLASS_STRING: {
    rt_string *string = rt__to_string_js(value);
    return string ? rt_from_string(string) : RT_EXCEPTION;
  }
  case RT_CLASS_BOOLEAN:
  case RT_CLASS_BIGINT: return ((rt_wrapper *)rt_as_object(value))->value;
  default: return value;
  }
}

/// ECMA-262 25.5.2.2 SerializeJSONProperty: 1 if something was written, 0 for undefined, -1 for an exception.
static int32_t write_value_js(json_writer *w, rt_object *holder, json_key key, rt_value value) {
  // OPTIMIZATION: most values are strings and numbers that nothing looks at.
  if (w->replacer == RT_UNDEFINED) {
    if (rt_is_number(value)) {
      write_number(&w->builder, rt_double(value));
      return 1;
    }
    if (rt_is_string(value)) {
      write_quoted(&w->builder, rt_as_string(value));
      return 1;
    }
  }
  if (rt_is_object(value) || rt_is_bigint(value)) {
    RT_ROOT(value);
    value = apply_to_json_js(w, value, key);
    if (value == RT_EXCEPTION) return -1;
  }
  if (w->replacer != RT_UNDEFINED) {
    rt_string *name = key.key ? key.key : rt__intern_index(key.index);
    if (!holder) {
      holder = rt__object_new(1);
      rt__add_property(holder, RT_ATOM(empty), value, RT_PROPERTY_PLAIN);
    }
    rt_value arguments[2] = {rt_from_string(name), value};
    value = rt__call_js(w->replacer, rt_from_object(holder), 2, arguments);
    if (value == RT_EXCEPTION) return -1;
  }
  RT_ROOT(value);
  if (rt_is_object(value)) {
    value = unwrap_js(value);
    if (value == RT_EXCEPTION) return -1;
  }
  if (rt_is_string(value)) {
    write_quoted(&w->builder, rt_as_string(value));
    return 1;
  }
  if (rt_is_number(value)) {
    write_number(&w->builder, rt_double(value));
    return 1;
  }
  if (value == RT_NULL || rt_is_boolean(value)) {
    rt__builder_ascii(&w->builder, value == RT_NULL ? "null" : value == RT_TRUE ? "true" : "false");
    return 1;
  }
  if (rt_is_bigint(value)) {
    rt__throw_type_error("Do not know how to serialize a BigInt");
    return -1;
  }
  if (!rt_is_object(value) || rt_is_function(value)) return 0;
  RT_STACK_CHARGE_OF(96);
  if (RT_STACK_CHECK()) return -1;
  rt_object *object = rt_as_object(value);
  RT_ROOT_POINTER(object);
  // OPTIMIZATION: a cycle of fewer steps than this is found at once, a longer one when it was gone round for a while.
  // To compare with all objects at every depth would take quadratic time.
  uint32_t depth = w->innermost ? w->innermost->depth + 1 : 0;
  bool checks = depth < ALWAYS_CHECKED_DEPTH || depth % ALWAYS_CHECKED_DEPTH == 0;
  for (const open_object *o = w->innermost; o && checks; o = o->outer) {
    if (o->object == object) return throw_cycle(w, o, key);
  }
  open_object frame = {object, key.key, key.index, depth, w->innermost};
  w->innermost = &frame;
  int32_t status = rt__is_array_js(value);
  if (status != 2) status = status ? write_array_js(w, object) : write_object_js(w, object);
  else status = -1;
  w->innermost = frame.outer;
  return status < 0 ? -1 : 1;
}

/// ECMA-262 25.5.2 step 5: the property list of a replacer array; NULL with an exception.
static rt_array *property_list_js(rt_object *replacer) {
  rt_array *keys = rt__array_new(0);
  RT_ROOT_POINTER(keys);
  double length = rt__length_of_js(replacer);
  if (length < 0) return NULL;
  for (double i = 0; i < length; i++) {
    rt_value value = rt__get_js(replacer, rt__key_from_double(i), rt_from_object(replacer));
    if (value == RT_EXCEPTION) return NULL;
    bool is_key = rt_is_string(value) || rt_is_number(value) || rt_is_class(value, RT_CLASS_STRING) ||
                  rt_is_class(value, RT_CLASS_NUMBER);
    if (!is_key) continue;
    rt_string *text = rt__to_string_js(value);
    if (!text) return NULL;
    rt_value key = rt_from_string(rt__intern(text));
    bool known = false;
    for (uint32_t k = 0; k < keys->length && !known; k++) known = keys->elements[k] == key;
    if (!known && rt__array_push(keys, key) < 0) return NULL;
  }
  return keys;
}

/// ECMA-262 25.5.2 steps 6 to 8: the gap, NULL if empty; false with an exception.
static bool gap_of_js(rt_value space, rt_string **gap) {
  *gap = NULL;
  if (rt_is_class(space, RT_CLASS_NUMBER) || rt_is_class(space, RT_CLASS_STRING)) space = unwrap_js(space);
  if (space == RT_EXCEPTION) return false;
  if (rt_is_number(space)) {
    double count = rt__to_integer(rt_double(space));
    if (count >= 1) *gap = rt__string_from_latin1((const uint8_t *)"          ", count < 10 ? (uint32_t)count : 10);
  } else if (rt_is_string(space) && rt_as_string(space)->length > 0) {
    rt_string *text = rt_as_string(space);
    *gap = rt__substring(text, 0, text->length < 10 ? text->length : 10);
  }
  return true;
}

/// ECMA-262 25.5.2 JSON.stringify ( value, replacer, space )
RT_NATIVE(rt_native_json_stringify) {
  RT_SAFEPOINT();
  json_writer writer = {.replacer = RT_UNDEFINED, .epoch = rt_prototype_epoch};
  rt_value replacer = rt_argument(argc, argv, 1);
  if (rt_is_function(replacer)) {
    writer.replacer = replacer;
  } else if (rt_is_object(replacer)) {
    int32_t is_list = rt__is_array_js(replacer);
    if (is_list == 2) return RT_EXCEPTION;
    if (is_list) writer.keys = property_list_js(rt_as_object(replacer));
    if (is_list && !writer.keys) return RT_EXCEPTION;
  }
  if (!gap_of_js(rt_argument(argc, argv, 2), &writer.gap)) return RT_EXCEPTION;
  rt_value value = rt_argument(argc, argv, 0);
  int32_t written = write_value_js(&writer, NULL, (json_key){RT_ATOM(empty), 0}, value);
  if (written < 0) return RT_EXCEPTION;
  if (written == 0) return RT_UNDEFINED;
  rt_string *result = rt__builder_finish(&writer.builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}
