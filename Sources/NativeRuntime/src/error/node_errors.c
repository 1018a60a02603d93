/// Errors as Node's own modules throw them (https://nodejs.org/api/errors.html#nodejs-error-codes).
#include "object/object.h"
#include "rt_abi.h"
#include "rt_text.h"

/// How util.inspect shows a string, as far as messages need it: in the quotes that need no escape.
static void append_quoted(rt_builder *builder, rt_string *string) {
  rt_text text = rt__text(string);
  bool single = rt__text_find_unit(text, '\'', 0) != RT_NOT_FOUND;
  bool twice = rt__text_find_unit(text, '"', 0) != RT_NOT_FOUND;
  bool back = rt__text_find_unit(text, '`', 0) != RT_NOT_FOUND;
  uint16_t quote = !single ? '\'' : !twice ? '"' : !back ? '`' : '\'';
  rt__builder_unit(builder, quote);
  for (uint32_t i = 0; i < text.length; i++) {
    uint16_t unit = rt_text_at(text, i);
    const char *escape = unit == '\n' ? "\\n" : unit == '\t' ? "\\t" : unit == '\r' ? "\\r" : unit == '\\' ? "\\\\" : NULL;
    if (unit == quote) rt__builder_unit(builder, '\\');
    if (escape) rt__builder_ascii(builder, escape);
    else rt__builder_unit(builder, unit);
  }
  rt__builder_unit(builder, quote);
}

rt_string *rt__received_text(rt_value value) {
  enum { SHOWN_MAX = 28, SHOWN_CUT = 25 };
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
  rt_builder shown = {0};
  if (rt_is_string(value)) append_quoted(&shown, rt_as_string(value));
  else if (rt_is_number(value) && value == rt_from_double(-0.0)) rt__builder_ascii(&shown, "-0");
  else rt__builder_string(&shown, rt__describe(value));
  if (rt_is_bigint(value)) rt__builder_unit(&shown, 'n');
  rt_text text = rt__text(rt__builder_finish(&shown));
  bool is_long = text.length > SHOWN_MAX;
  rt__builder_ascii(&builder, "type ");
  rt__builder_string(&builder, rt_typeof(value));
  rt__builder_ascii(&builder, " (");
  rt__builder_text(&builder, text, 0, is_long ? SHOWN_CUT : text.length);
  rt__builder_ascii(&builder, is_long ? "...)" : ")");
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

void rt__set_error_code(rt_error *error, const char *code) {
  error->is_coded = 1;
  rt__insert_code = insert_code;
  rt__add_property(&error->object, rt__intern_ascii("code"), rt_from_string(rt__string_from_ascii(code)),
                   RT_PROPERTY_PLAIN);
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
