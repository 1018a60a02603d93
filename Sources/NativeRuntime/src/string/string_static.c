/// String: the constructor and its functions; well-formedness (ECMA-262 22.1.1, 22.1.2, 22.1.3).
#include "library.h"

/// ECMA-262 22.1.2.1 fromCharCode of one integer.
rt_string *rt_string_from_char_code(int32_t unit) {
  RT_SAFEPOINT();
  return rt__string_from_unit((uint16_t)unit);
}

/// ECMA-262 22.1.2.1 fromCharCode of one number.
rt_string *rt_string_from_char_code_f64(double unit) {
  RT_SAFEPOINT();
  return rt__string_from_unit((uint16_t)rt__number_to_int32(unit));
}

/// ECMA-262 22.1.2.1 String.fromCharCode ( ...codeUnits )
RT_NATIVE(rt_native_string_from_char_code) {
  RT_SAFEPOINT();
  rt_builder builder = {0};
  for (uint32_t i = 0; i < argc; i++) {
    RT_NUMBER_ARGUMENT(unit, i);
    if (argc == 1) return rt_from_string(rt__string_from_unit((uint16_t)rt__number_to_int32(unit)));
    rt__builder_unit(&builder, (uint16_t)rt__number_to_int32(unit));
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 22.1.2.2 fromCodePoint of one number; NULL with a RangeError.
rt_string *rt_string_from_code_point(double code_point) {
  RT_SAFEPOINT();
  if (!(code_point >= 0 && code_point <= 0x10FFFF && code_point == (uint32_t)code_point)) {
    rt__throw_range_error("Invalid code point %d", rt_from_double(code_point));
    return NULL;
  }
  if (code_point <= 0xFFFF) return rt__string_from_unit((uint16_t)code_point);
  rt_builder builder = {0};
  rt__builder_code_point(&builder, (uint32_t)code_point);
  return rt__builder_finish(&builder);
}

/// ECMA-262 22.1.2.2 String.fromCodePoint ( ...codePoints )
RT_NATIVE(rt_native_string_from_code_point) {
  RT_SAFEPOINT();
  rt_builder builder = {0};
  for (uint32_t i = 0; i < argc; i++) {
    RT_NUMBER_ARGUMENT(code_point, i);
    if (!(code_point >= 0 && code_point <= 0x10FFFF && code_point == (uint32_t)code_point)) {
      rt_string *shown = rt_to_string(argv[i]);
      return shown ? rt__throw_range_error("Invalid code point %s", shown) : RT_EXCEPTION;
    }
    rt__builder_code_point(&builder, (uint32_t)code_point);
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 22.1.2.4 String.raw ( template, ...substitutions )
RT_NATIVE(rt_native_string_raw) {
  RT_SAFEPOINT();
  rt_object *cooked = rt__to_object(rt_argument(argc, argv, 0));
  if (!cooked) return RT_EXCEPTION;
  rt_value raw = rt__get_js(cooked, RT_ATOM(raw), rt_from_object(cooked));
  if (raw == RT_EXCEPTION) return RT_EXCEPTION;
  rt_object *literals = rt__to_object(raw);
  if (!literals) return RT_EXCEPTION;
  RT_ROOT_POINTER(literals);
  double count = rt__length_of_js(literals);
  if (count < 0) return RT_EXCEPTION;
  rt_builder builder = {0};
  for (double i = 0; i < count; i++) {
    rt_value literal = rt__get_js(literals, rt__key_from_double(i), rt_from_object(literals));
    rt_string *text = literal == RT_EXCEPTION ? NULL : rt__to_string_js(literal);
    if (!text) return RT_EXCEPTION;
    rt__builder_string(&builder, text);
    if (i + 1 < count && i + 1 < argc) {
      text = rt_to_string(argv[(uint32_t)i + 1]);
      if (!text) return RT_EXCEPTION;
      rt__builder_string(&builder, text);
    }
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// String(s) of a string, and the methods that give a string itself.
rt_string *rt_string_identity(rt_string *string) { return string; }

/// ECMA-262 22.1.1.1 String ( value ) without `new`.
RT_NATIVE(rt_native_string_call) {
  RT_SAFEPOINT();
  if (argc == 0) return rt_from_string(RT_ATOM(empty));
  if (rt_is_symbol(argv[0])) return rt_from_string(rt__symbol_descriptive_string(rt_pointer(argv[0])));
  rt_string *string = rt_to_string(argv[0]);
  return string ? rt_from_string(string) : RT_EXCEPTION;
}

/// ECMA-262 22.1.1.1 String ( value ) as a constructor; new.target comes as `this_value`.
RT_NATIVE(rt_native_string_construct) {
  RT_SAFEPOINT();
  rt_string *string = argc == 0 ? RT_ATOM(empty) : rt_to_string(argv[0]);
  if (!string) return RT_EXCEPTION;
  RT_ROOT_POINTER(string);
  rt_object *object = rt__object_from_constructor_js(this_value, &rt_string_class);
  if (!object) return RT_EXCEPTION;
  ((rt_wrapper *)object)->value = rt_from_string(string);
  return rt_from_object(object);
}

/// ECMA-262 22.1.3.29, 22.1.3.35 String.prototype.toString ( ), valueOf ( )
RT_NATIVE(rt_native_string_value_of) {
  if (rt_is_string(this_value)) return this_value;
  if (rt_is_class(this_value, RT_CLASS_STRING)) return ((rt_wrapper *)rt_as_object(this_value))->value;
  return rt__throw_type_error("String.prototype.valueOf requires that 'this' be a String");
}

/// The index of the first surrogate without a partner, or RT_NOT_FOUND.
static uint32_t find_lone_surrogate(rt_text text) {
  if (text.latin1) return RT_NOT_FOUND;
  for (uint32_t i = 0; i < text.length; i++) {
    if ((text.utf16[i] & 0xF800) != 0xD800) continue;
    bool is_pair = text.utf16[i] < 0xDC00 && i + 1 < text.length && (text.utf16[i + 1] & 0xFC00) == 0xDC00;
    if (!is_pair) return i;
    i++;
  }
  return RT_NOT_FOUND;
}

/// ECMA-262 22.1.3.10 String.prototype.isWellFormed ( )
RT_NATIVE(rt_native_string_is_well_formed) {
  RT_THIS_STRING(string, "isWellFormed");
  return rt_from_bool(find_lone_surrogate(rt__text(string)) == RT_NOT_FOUND);
}

/// ECMA-262 22.1.3.31 String.prototype.toWellFormed ( )
RT_NATIVE(rt_native_string_to_well_formed) {
  RT_SAFEPOINT();
  RT_THIS_STRING(string, "toWellFormed");
  rt_text text = rt__text(string);
  if (find_lone_surrogate(text) == RT_NOT_FOUND) return rt_from_string(string);
  rt_string *result = rt__string_utf16_raw(text.length);
  uint16_t *units = rt__utf16_data(result);
  memcpy(units, text.utf16, 2 * (size_t)text.length);
  for (uint32_t done = 0, at; (at = find_lone_surrogate(rt_text_slice(text, done, text.length))) != RT_NOT_FOUND;) {
    units[done + at] = 0xFFFD;
    done += at + 1;
  }
  return rt_from_string(result);
}
