/// JSON.parse (ECMA-262 25.5.1): one pass over the text with an explicit stack of containers, so that depth costs no
/// machine stack. Nothing of the program runs, so nothing is collected meanwhile.
#include "json.h"

/// A container whose end was not reached yet.
typedef struct json_frame {
  rt_object *container;
  rt_string *key; ///< of the property whose value is read; NULL: an array
} json_frame;

/// What was added to objects of a shape the last time.
typedef struct json_step {
  rt_shape *shape;
  rt_string *key;
  rt_shape *next;
  bool is_plain; ///< the key stands in Latin-1 texts as it is
} json_step;

enum { STEP_COUNT = 16 };

typedef struct json_parser {
  rt_text text;
  uint32_t at;
  json_frame *frames; ///< a cell
  uint32_t depth;
  uint32_t capacity;
  json_step steps[STEP_COUNT]; ///< by shape
} json_parser;

/// What the parser reads next. One copy of the parser is made for each width of text.
#define INLINE static inline __attribute__((always_inline))

INLINE bool at_end(const json_parser *p) { return p->at >= p->text.length; }

INLINE uint16_t unit(const json_parser *p, bool wide, uint32_t index) {
  return wide ? p->text.utf16[index] : p->text.latin1[index];
}

/// Skips JSON's white space; returns the next unit, or 0 at the end.
INLINE uint16_t peek(json_parser *p, bool wide) {
  for (; !at_end(p); p->at++) {
    uint16_t next = unit(p, wide, p->at);
    if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) return next;
  }
  return 0;
}

/// Moves behind a unit if it is next.
INLINE bool accept(json_parser *p, bool wide, uint16_t wanted) {
  if (peek(p, wide) != wanted || at_end(p)) return false;
  p->at++;
  return true;
}

/// Throws the error of an unexpected unit or the end at the current position; returns RT_EXCEPTION.
static rt_value unexpected(json_parser *p) { return rt__json_throw_unexpected(p->text, p->at); }

/// Throws an error with V8's message for what was expected at the current position; returns RT_EXCEPTION.
static rt_value failure(json_parser *p, const char *message) { return rt__json_throw_at(p->text, p->at, message); }

/// The value of a hexadecimal digit, or -1.
static int hex_digit(uint16_t digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  uint16_t lower = digit | 0x20;
  return digit < 0x80 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Reads the escape sequence behind a backslash into the builder; false with an exception.
INLINE bool read_escape(json_parser *p, bool wide, rt_builder *builder) {
  if (at_end(p)) {
    unexpected(p);
    return false;
  }
  uint16_t letter = unit(p, wide, p->at);
  uint16_t result;
  switch (letter) {
  case '"': case '\\': case '/': result = letter; break;
  case 'b': result = '\b'; break;
  case 'f': result = '\f'; break;
  case 'n': result = '\n'; break;
  case 'r': result = '\r'; break;
  case 't': result = '\t'; break;
  case 'u': {
    result = 0;
    for (int i = 0; i < 4; i++) {
      p->at++;
      int digit = at_end(p) ? -1 : hex_digit(unit(p, wide, p->at));
      if (digit < 0) {
        failure(p, "Bad Unicode escape in JSON at position");
        return false;
      }
      result = (uint16_t)(result << 4 | digit);
    }
    break;
  }
  default:
    // V8 words it so for units that Latin-1 lacks.
    if (letter > 0xFF) unexpected(p);
    else failure(p, "Bad escaped character in JSON at position");
    return false;
  }
  p->at++;
  rt__builder_unit(builder, result);
  return true;
}

/// The index of the first unit from `at` on that is a quote, a backslash or a control character.
INLINE uint32_t plain_run_end(const json_parser *p, bool wide, uint32_t at) {
  if (!wide) {
    for (; at + 8 <= p->text.length; at += 8) {
      uint64_t word;
      memcpy(&word, p->text.latin1 + at, 8);
      uint64_t special = rt__json_special_bytes(word);
      if (special) return at + rt__json_first_byte(special);
    }
  }
  for (; at < p->text.length; at++) {
    uint16_t next = unit(p, wide, at);
    if (next == '"' || next == '\\' || next < 0x20) break;
  }
  return at;
}

/// Reads a string behind its opening quote. Without escapes, `*plain` is its text and the result RT_HOLE; otherwise the
/// result is the string, or RT_EXCEPTION.
INLINE rt_value read_string(json_parser *p, bool wide, rt_text *plain) {
  rt_builder builder = {0};
  bool is_plain = true;
  for (;;) {
    uint32_t start = p->at;
    p->at = plain_run_end(p, wide, start);
    if (at_end(p)) return failure(p, "Unterminated string in JSON at position");
    uint16_t next = unit(p, wide, p->at);
    if (next < 0x20) return failure(p, "Bad control character in string literal in JSON at position");
    if (next == '"' && is_plain) {
      *plain = rt_text_slice(p->text, start, p->at++);
      return RT_HOLE;
    }
    is_plain = false;
    rt__builder_text(&builder, p->text, start, p->at);
    p->at++;
    if (next == '"') break;
    if (!read_escape(p, wide, &builder)) return RT_EXCEPTION;
  }
  rt_string *string = rt__builder_finish(&builder);
  return string ? rt_from_string(string) : RT_EXCEPTION;
}

/// A string of some text.
static rt_string *string_of(rt_text text) {
  return text.latin1 ? rt__string_from_latin1(text.latin1, text.length)
                     : rt__string_from_utf16(text.utf16, text.length);
}

/// Moves behind decimal digits, which it appends to `*number` while they fit; how many there are.
INLINE uint32_t read_digits(json_parser *p, bool wide, uint64_t *number) {
  uint32_t start = p->at;
  uint64_t value = *number;
  for (; !at_end(p); p->at++) {
    uint16_t digit = (uint16_t)(unit(p, wide, p->at) - '0');
    if (digit >= 10) break;
    value = value * 10 + digit;
  }
  *number = value;
  return p->at - start;
}

/// Reads a number that starts with a digit or a minus sign.
INLINE rt_value read_number(json_parser *p, bool wide) {
  bool negative = unit(p, wide, p->at) == '-';
  if (negative) p->at++;
  uint32_t start = p->at;
  uint64_t mantissa = 0;
  uint32_t digits = read_digits(p, wide, &mantissa), places = 0;
  if (digits == 0) return failure(p, "No number after minus sign in JSON at position");
  if (digits > 1 && unit(p, wide, start) == '0') {
    p->at = start + 1;
    return failure(p, "Unexpected number in JSON at position");
  }
  if (!at_end(p) && unit(p, wide, p->at) == '.') {
    p->at++;
    places = read_digits(p, wide, &mantissa);
    if (places == 0) return failure(p, "Unterminated fractional number in JSON at position");
  }
  bool has_exponent = !at_end(p) && (unit(p, wide, p->at) | 0x20) == 'e';
  if (has_exponent) {
    uint64_t exponent = 0;
    p->at++;
    if (!at_end(p) && (unit(p, wide, p->at) == '+' || unit(p, wide, p->at) == '-')) p->at++;
    if (read_digits(p, wide, &exponent) == 0) {
      return failure(p, "Exponent part is missing a number in JSON at position");
    }
  }
  double value;
  if (has_exponent || digits > RT_EXACT_DIGITS || places > RT_EXACT_DIGITS - digits ||
      !rt__decimal_to_double(mantissa, -(int64_t)places, &value)) {
    uint32_t index = start;
    value = rt__text_scan_decimal(p->text, &index);
  }
  return rt_from_double(negative ? -value : value);
}

/// Reads the rest of a literal name whose first letter is next.
INLINE rt_value read_literal(json_parser *p, bool wide, const char *name, rt_value value) {
  for (; *name; name++, p->at++) {
    if (at_end(p) || unit(p, wide, p->at) != (uint16_t)*name) return unexpected(p);
  }
  return value;
}

/// Enters a container.
static void push_frame(json_parser *p, rt_object *container) {
  if (p->depth == p->capacity) {
    uint32_t capacity = p->capacity ? 2 * p->capacity : 32;
    json_frame *frames = rt__allocate(capacity * sizeof *frames, RT_CELL_WORDS);
    if (p->depth > 0) memcpy(frames, p->frames, p->depth * sizeof *frames);
    p->frames = frames;
    p->capacity = capacity;
  }
  p->frames[p->depth++] = (json_frame){container, NULL};
}

INLINE json_step *step_from(json_parser *p, const rt_shape *shape) {
  return &p->steps[((uintptr_t)shape >> 5 ^ (uintptr_t)shape >> 9) % STEP_COUNT];
}

/// Whether a string is Latin-1 without anything that a text escapes.
static bool is_plain_name(rt_string *name) {
  json_parser content = {.text = rt_text_of(name)};
  return content.text.latin1 && plain_run_end(&content, false, 0) == content.text.length;
}

/// Moves behind a plain name and its closing quote if they are next.
INLINE bool accept_name(json_parser *p, const rt_string *name) {
  uint32_t end = p->at + name->length;
  if (end >= p->text.length || p->text.latin1[end] != '"') return false;
  if (memcmp(p->text.latin1 + p->at, name->data, name->length) != 0) return false;
  p->at = end + 1;
  return true;
}

/// Reads a property's name behind its opening quote, and the colon: false with an exception.
///
/// OPTIMIZATION: objects in one document are alike, so the text is first compared with the name that followed the last
/// time. Then nothing is hashed, and the property is known to be new.
INLINE bool read_name(json_parser *p, bool wide, json_frame *frame) {
  const rt_shape *shape = frame->container->shape;
  const json_step *step = step_from(p, shape);
  bool is_known = step->shape == shape;
  if (!wide && is_known && step->is_plain && accept_name(p, step->key)) {
    frame->key = step->key;
  } else {
    rt_text plain = {0};
    rt_value name = read_string(p, wide, &plain);
    if (name == RT_EXCEPTION) return false;
    rt_string *guess = is_known ? step->key : shape->transition_key;
    if (name == RT_HOLE && guess && guess->kind == RT_STRING_LATIN1 && guess->length == plain.length && !wide &&
        memcmp(guess->data, plain.latin1, plain.length) == 0) {
      frame->key = guess;
    } else {
      frame->key = rt__intern(name == RT_HOLE ? string_of(plain) : rt_as_string(name));
    }
  }
  if (!accept(p, wide, ':')) {
    failure(p, "Expected ':' after property name in JSON at position");
    return false;
  }
  return true;
}

/// Stores a finished value in the innermost container: false with an exception.
static bool store(json_parser *p, rt_value value) {
  json_frame *frame = &p->frames[p->depth - 1];
  if (!frame->key) return rt__array_push((rt_array *)frame->container, value) == 0;
  rt_object *object = frame->container;
  rt_shape *shape = object->shape;
  uint32_t slot = shape->slot_count;
  json_step *step = step_from(p, shape);
  if (step->shape == shape && step->key == frame->key) {
    object->shape = step->next;
    *rt_slot(object, slot) = value;
    return true;
  }
  if (frame->key == shape->transition_key && shape->transition_flags == RT_PROPERTY_PLAIN) {
    rt__add_property(object, frame->key, value, RT_PROPERTY_PLAIN);
  } else if (rt__create_data_property(object, frame->key, value) != 0) {
    return false;
  }
  // Only what lies in the object itself, so that a step is two stores.
  const rt_shape *next = object->shape;
  bool is_added = next != shape && next->slot_count == slot + 1 && slot < next->inline_capacity;
  if (is_added && !((shape->flags | next->flags) & (RT_SHAPE_DICTIONARY | RT_SHAPE_PROTOTYPE)))
    *step = (json_step){shape, frame->key, object->shape, is_plain_name(frame->key)};
  return true;
}

/// Reads a value that is no container, or enters one (RT_HOLE, the container's first value is next). An empty container
/// is a finished value.
INLINE rt_value read_value(json_parser *p, bool wide) {
  uint16_t next = peek(p, wide);
  switch (next) {
  case '"': {
    p->at++;
    rt_text plain = {0};
    rt_value string = read_string(p, wide, &plain);
    return string == RT_HOLE ? rt_from_string(string_of(plain)) : string;
  }
  case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
    return read_number(p, wide);
  case 't': return read_literal(p, wide, "true", RT_TRUE);
  case 'f': return read_literal(p, wide, "false", RT_FALSE);
  case 'n': return read_literal(p, wide, "null", RT_NULL);
  case '[': {
    p->at++;
    rt_object *array = &rt__array_new(0)->object;
    if (accept(p, wide, ']')) return rt_from_object(array);
    push_frame(p, array);
    return RT_HOLE;
  }
  case '{': {
    p->at++;
    rt_object *object = rt__object_new(4);
    if (accept(p, wide, '}')) return rt_from_object(object);
    if (!accept(p, wide, '"')) return failure(p, "Expected property name or '}' in JSON at position");
    push_frame(p, object);
    return read_name(p, wide, &p->frames[p->depth - 1]) ? RT_HOLE : RT_EXCEPTION;
  }
  default: return unexpected(p);
  }
}

/// Reads a whole text.
INLINE rt_value parse(json_parser *p, bool wide) {
  for (;;) {
    rt_value value = read_value(p, wide);
    if (value == RT_EXCEPTION) return RT_EXCEPTION;
    if (value == RT_HOLE) continue;
    // The value may end one container after the other.
    for (;;) {
      if (p->depth == 0) {
        peek(p, wide);
        if (at_end(p)) return value;
        return failure(p, "Unexpected non-whitespace character after JSON at position");
      }
      if (!store(p, value)) return RT_EXCEPTION;
      json_frame *frame = &p->frames[p->depth - 1];
      if (accept(p, wide, ',')) {
        if (!frame->key) break;
        if (!accept(p, wide, '"')) return failure(p, "Expected double-quoted property name in JSON at position");
        if (!read_name(p, wide, frame)) return RT_EXCEPTION;
        break;
      }
      if (!accept(p, wide, frame->key ? '}' : ']')) {
        return failure(p, frame->key ? "Expected ',' or '}' after property value in JSON at position"
                                     : "Expected ',' or ']' after array element in JSON at position");
      }
      value = rt_from_object(frame->container);
      p->depth--;
    }
  }
}

/// JSON.parse of a string without a reviver; for other parts of the runtime.
rt_value rt__json_parse(rt_string *string) {
  json_parser parser = {.text = rt__text(string)};
  return parser.text.latin1 ? parse(&parser, false) : parse(&parser, true);
}

/// ECMA-262 25.5.1 JSON.parse without a reviver.
rt_value rt_json_parse(rt_string *string) {
  RT_SAFEPOINT();
  return rt__json_parse(string);
}

/// CreateDataProperty or deletion of one revived value: status.
static int32_t put_revived_js(rt_object *holder, rt_string *key, rt_value value) {
  if (value == RT_UNDEFINED) return rt__delete_js(holder, key) == 2 ? -1 : 0;
  rt_property_descriptor descriptor = {
      .value = value,
      .flags = RT_PROPERTY_PLAIN,
      .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE,
  };
  return rt__define_own_property_js(holder, key, &descriptor) == 2 ? -1 : 0;
}

/// ECMA-262 25.5.1.1 InternalizeJSONProperty.
static rt_value internalize_js(rt_object *holder, rt_string *key, rt_value reviver) {
  RT_STACK_CHARGE();
  if (RT_STACK_CHECK()) return RT_EXCEPTION;
  rt_value value = rt__get_js(holder, key, rt_from_object(holder));
  if (value == RT_EXCEPTION) return RT_EXCEPTION;
  RT_ROOT(value);
  if (rt_is_object(value)) {
    rt_object *object = rt_as_object(value);
    rt_array *keys = NULL;
    double length = 0;
    int32_t is_array = rt__is_array_js(value);
    if (is_array == 2) return RT_EXCEPTION;
    if (is_array) {
      length = rt__length_of_js(object);
      if (length < 0) return RT_EXCEPTION;
    } else {
      keys = rt__own_keys_js(object, RT_KEYS_STRINGS | RT_KEYS_ENUMERABLE_ONLY);
      if (!keys) return RT_EXCEPTION;
      length = keys->length;
    }
    RT_ROOT_POINTER(keys);
    for (double i = 0; i < length; i++) {
      rt_string *name = keys ? rt__intern(rt_as_string(keys->elements[(uint32_t)i])) : rt__key_from_double(i);
      RT_ROOT_POINTER(name);
      rt_value revived = internalize_js(object, name, reviver);
      if (revived == RT_EXCEPTION || put_revived_js(object, name, revived) < 0) return RT_EXCEPTION;
    }
  }
  rt_value arguments[2] = {rt_key_value(key), value};
  return rt__call_js(reviver, rt_from_object(holder), 2, arguments);
}

/// ECMA-262 25.5.1 JSON.parse ( text, reviver )
RT_NATIVE(rt_native_json_parse) {
  RT_SAFEPOINT();
  RT_STRING_ARGUMENT(string, 0);
  rt_value value = rt__json_parse(string);
  rt_value reviver = rt_argument(argc, argv, 1);
  if (value == RT_EXCEPTION || !rt_is_function(reviver)) return value;
  rt_object *root = rt__object_new(1);
  RT_ROOT_POINTER(root);
  rt__add_property(root, RT_ATOM(empty), value, RT_PROPERTY_PLAIN);
  return internalize_js(root, RT_ATOM(empty), reviver);
}
