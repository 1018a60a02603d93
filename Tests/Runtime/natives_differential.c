/// Answers the requests of natives_differential.py: one JSON array a line, [method, receiver, arguments…]. The answer is
/// [result, receiver] as JSON, or the error's message.
///
/// Values that JSON lacks are strings that begin with "@": see decode and encode.
#include "library.h"
#include "rt_io.h"

RT_NATIVE(rt_native_json_stringify);
rt_value rt_json_parse(rt_string *string);
rt_value rt_read_stdin(void);
void rt_console_log_string(rt_string *string);

#define METHODS(M)                                                                                                     \
  M(string_at) M(string_char_at) M(string_char_code_at) M(string_code_point_at) M(string_concat) M(string_ends_with)   \
  M(string_includes) M(string_index_of) M(string_last_index_of) M(string_locale_compare) M(string_pad_end)             \
  M(string_pad_start) M(string_repeat) M(string_replace) M(string_replace_all) M(string_slice) M(string_split)         \
  M(string_starts_with) M(string_substr) M(string_substring) M(string_to_lower_case) M(string_to_upper_case)           \
  M(string_trim) M(string_trim_end) M(string_trim_start) M(string_is_well_formed) M(string_to_well_formed)             \
  M(string_from_char_code) M(string_from_code_point) M(encode_uri_component) M(encode_uri) M(decode_uri_component)     \
  M(decode_uri) M(array_at) M(array_concat) M(array_copy_within) M(array_fill) M(array_flat) M(array_includes)         \
  M(array_index_of) M(array_join) M(array_last_index_of) M(array_pop) M(array_push) M(array_reverse) M(array_shift)    \
  M(array_slice) M(array_splice) M(array_to_reversed) M(array_to_spliced) M(array_to_string) M(array_unshift)          \
  M(array_with) M(json_parse) M(json_stringify) M(number_to_locale_string) M(number_to_fixed) M(number_to_string)      \
  M(parse_int) M(parse_float) M(math_round) M(math_max) M(math_min) M(math_hypot) M(math_sign) M(math_clz32)           \
  M(math_fround) M(math_imul) M(math_sin) M(math_cos) M(math_tan) M(math_exp) M(math_log) M(math_log10) M(math_log2)   \
  M(math_log1p) M(math_expm1) M(math_sinh) M(math_cosh) M(math_tanh) M(math_asin) M(math_acos) M(math_atan)            \
  M(math_asinh) M(math_acosh) M(math_atanh) M(math_cbrt) M(math_atan2) M(math_pow)

#define DECLARE(name) RT_NATIVE(rt_native_##name);
METHODS(DECLARE)
#define ROW(name) {#name, rt_native_##name},
static const struct {
  const char *name;
  rt_code code;
} methods[] = {METHODS(ROW)};

static const struct {
  const char *text;
  rt_value value;
} specials[] = {
    {"@undefined", RT_UNDEFINED}, {"@NaN", RT_NAN}, {"@Infinity", 0x7FF0000000000000ull},
    {"@-Infinity", 0xFFF0000000000000ull}, {"@-0", 0x8000000000000000ull}, {"@hole", RT_HOLE},
};

static bool is_text(rt_string *string, const char *text) {
  return rt__text_equal(rt__text(string), rt_text_latin1(text, (uint32_t)strlen(text)));
}

/// A value with its special strings replaced, arrays in place.
static rt_value decode(rt_value value) {
  if (rt_is_array(value)) {
    rt_array *array = rt_as_array(value);
    for (uint32_t i = 0; i < array->length; i++) array->elements[i] = decode(array->elements[i]);
  }
  for (size_t i = 0; rt_is_string(value) && i < sizeof specials / sizeof *specials; i++) {
    if (is_text(rt_as_string(value), specials[i].text)) return specials[i].value;
  }
  return value;
}

/// The reverse.
static rt_value encode(rt_value value) {
  if (rt_is_array(value)) {
    rt_array *array = rt_as_array(value);
    rt_array *copy = rt__array_new(array->length);
    for (uint32_t i = 0; i < array->length; i++) (void)rt__array_push(copy, encode(array->elements[i]));
    return rt_from_object(copy);
  }
  for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
    if (value == specials[i].value) return rt_from_string(rt__string_from_ascii(specials[i].text));
  }
  return value;
}

static rt_value answer(rt_string *line) {
  rt_value request = rt_json_parse(line);
  if (request == RT_EXCEPTION) return RT_EXCEPTION;
  rt_array *parts = rt_as_array(request);
  for (uint32_t i = 1; i < parts->length; i++) parts->elements[i] = decode(parts->elements[i]);
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
    if (!is_text(rt_as_string(parts->elements[0]), methods[i].name)) continue;
    rt_value receiver = parts->elements[1];
    rt_value result = methods[i].code(NULL, receiver, parts->length - 2, parts->elements + 2);
    if (result == RT_EXCEPTION) return RT_EXCEPTION;
    rt_value pair[2] = {encode(result), encode(receiver)};
    rt_value whole = rt_from_object(rt__array_from(pair, 2));
    return rt_native_json_stringify(NULL, RT_UNDEFINED, 1, &whole);
  }
  return rt__throw_type_error("no such method: %s", rt_as_string(parts->elements[0]));
}

int32_t rt_program_main(void) {
  rt_string *input = rt_as_string(rt_read_stdin());
  rt_text text = rt__text(input);
  for (uint32_t start = 0, end; (end = rt__text_find_unit(text, '\n', start)) != RT_NOT_FOUND; start = end + 1) {
    rt_value result = answer(rt__substring(input, start, end));
    if (result == RT_EXCEPTION) {
      rt_value error = rt__take_pending();
      result = rt__get_value_js(error, RT_ATOM(message));
      result = rt_native_json_stringify(NULL, RT_UNDEFINED, 1, &result);
    }
    rt_console_log_string(rt_as_string(result));
  }
  return 0;
}

const rt_builtin_table *const rt_builtin_tables[RT_BUILTIN_COUNT];
rt_string *const rt_program_atoms[1];
const uint32_t rt_program_atom_count = 0;
const uint8_t rt_program_texts[1];
rt_cache rt_program_caches[1];
const uint32_t rt_program_cache_count = 1;
