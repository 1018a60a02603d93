/// Errors as Node's own modules throw them (https://nodejs.org/api/errors.html#nodejs-error-codes).
#include "builtin/native.h"
#include "library.h"
#include "object/object.h"
#include "rt_array.h"
#include "rt_abi.h"
#include "rt_text.h"

enum { SHOWN_MAX = 28, SHOWN_CUT = 25 };

/// A string in quotes; in those of JSON if it has an apostrophe.
static void append_quoted(rt_builder *builder, rt_string *string) {
  rt_text text = rt__text(string);
  bool is_long = text.length > SHOWN_MAX;
  if (is_long) text = rt_text_slice(text, 0, SHOWN_CUT);
  bool as_json = rt__text_find_unit(text, '\'', 0) != RT_NOT_FOUND;
  rt__builder_unit(builder, as_json ? '"' : '\'');
  for (uint32_t i = 0; i < text.length; i++) {
    uint16_t unit = rt_text_at(text, i);
    const char *escape = unit == '\n' ? "\\n" : unit == '\t' ? "\\t" : unit == '\r' ? "\\r" : unit == '\\' ? "\\\\"
                         : unit == '"' ? "\\\"" : NULL;
    if (as_json && escape) rt__builder_ascii(builder, escape);
    else rt__builder_unit(builder, unit);
  }
  if (is_long) rt__builder_ascii(builder, "...");
  rt__builder_unit(builder, as_json ? '"' : '\'');
}

rt_string *rt__received_text(rt_value value) {
  rt_builder builder = {0};
  if (rt_is_nullish(value)) return rt__primitive_to_string(value);
  if (rt_is_function(value)) {
    rt_string *name = rt__function_name(rt_as_object(value));
    rt__builder_ascii(&builder, "function ");
    if (name) rt__builder_string(&builder, name);
    return rt__builder_finish(&builder);
  }
  if (rt_is_object(value)) {
    rt_string *name = rt__constructor_name(rt_as_object(value));
    rt__builder_ascii(&builder, name ? "an instance of " : "[Object: null prototype] {}");
    if (name) rt__builder_string(&builder, name);
    return rt__builder_finish(&builder);
  }
  rt__builder_ascii(&builder, "type ");
  rt__builder_string(&builder, rt_typeof(value));
  rt__builder_ascii(&builder, " (");
  if (rt_is_string(value)) {
    append_quoted(&builder, rt_as_string(value));
  } else {
    rt_string *shown = value == rt_from_double(-0.0) ? rt__string_from_ascii("-0") : rt__describe(value);
    bool is_long = shown->length > SHOWN_MAX;
    rt__builder_text(&builder, rt__text(shown), 0, is_long ? SHOWN_CUT : shown->length);
    rt__builder_ascii(&builder, is_long ? "..." : rt_is_bigint(value) ? "n" : "");
  }
  rt__builder_ascii(&builder, ")");
  return rt__builder_finish(&builder);
}

/// Shows the code behind the name.
static rt_string *insert_code(rt_error *error, rt_string *header) {
  rt_value name = rt__data_value(&error->object, RT_ATOM(name));
  rt_value code = rt__own_data_value(&error->object, rt__intern_ascii("code"));
  if (!rt_is_string(name) || !rt_is_string(code) || rt_as_string(name)->length > header->length) return header;
  rt_builder builder = {0};
  rt__builder_string(&builder, rt_as_string(name));
  rt__builder_ascii(&builder, " [");
  rt__builder_string(&builder, rt_as_string(code));
  rt__builder_ascii(&builder, "]");
  rt__builder_text(&builder, rt__text(header), rt_as_string(name)->length, header->length);
  return rt__builder_finish(&builder);
}

/// The stack and, in braces, what Node shows of an error besides, as far as it is primitive.
static rt_string *with_properties(rt_error *error, rt_string *stack) {
  rt_array *keys = rt__own_keys(&error->object, RT_KEYS_STRINGS | RT_KEYS_ENUMERABLE_ONLY);
  rt_builder builder = {0};
  rt__builder_string(&builder, stack);
  bool is_first = true;
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_value value = rt__own_data_value(&error->object, rt_as_string(keys->elements[i]));
    if (value == RT_HOLE || rt_is_object(value)) continue;
    rt__builder_ascii(&builder, is_first ? " {\n  " : ",\n  ");
    is_first = false;
    rt__builder_string(&builder, rt_as_string(keys->elements[i]));
    rt__builder_ascii(&builder, rt_is_string(value) ? ": '" : ": ");
    rt__builder_string(&builder, rt_is_string(value) ? rt_as_string(value) : rt__describe(value));
    if (rt_is_string(value)) rt__builder_ascii(&builder, "'");
  }
  if (!is_first) rt__builder_ascii(&builder, "\n}");
  return rt__builder_finish(&builder);
}

void rt__show_properties_of_errors(void) { rt__with_properties = with_properties; }

/// `toString` of such errors, which has the code, too.
NATIVE(rt_coded_error_to_string) {
  (void)callee, (void)argc, (void)argv;
  if (!rt_is_class(this_value, RT_CLASS_ERROR)) return rt__throw_type_error("The receiver is no error");
  rt_error *error = rt_pointer(this_value);
  return rt_from_string(insert_code(error, rt__error_header(&error->object)));
}

void rt__set_error_code(rt_error *error, const char *code) {
  error->is_coded = 1;
  rt__show_properties_of_errors();
  rt__insert_code = insert_code;
  rt__add_property(&error->object, rt__intern_ascii("code"), rt_from_string(rt__string_from_ascii(code)),
                   RT_PROPERTY_PLAIN);
  rt_string *name = RT_ATOM(toString);
  rt_function *method = rt__function_new_with(rt_coded_error_to_string, name, 0, 0, NULL);
  rt__define_hidden(&error->object, name, rt_from_object(method));
}

rt_value rt__throw_argument_type(const char *name, const char *expected, rt_value value) {
  rt__throw_type_error("The \"%c\" argument must be %c. Received %s", name, expected, rt__received_text(value));
  rt__set_error_code(rt_pointer(rt_pending), "ERR_INVALID_ARG_TYPE");
  return RT_EXCEPTION;
}

/// What errors of the facades say about a value of a wrong type.
rt_string *rt_received_text(rt_value value);
rt_string *rt_received_text(rt_value value) {
  RT_SAFEPOINT();
  return rt__received_text(value);
}

/// Gives an error of a facade its code.
void rt_set_error_code(rt_value error, rt_string *code);
void rt_set_error_code(rt_value error, rt_string *code) {
  RT_SAFEPOINT();
  if (rt_is_class(error, RT_CLASS_ERROR)) rt__set_error_code(rt_pointer(error), rt__utf8_cstring(code));
}
