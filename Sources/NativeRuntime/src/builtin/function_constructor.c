/// The constructor Function (ECMA-262 20.2.1.1) for the few texts that need no compiler; others are an EvalError, as in an
/// engine that forbids code generation from strings.
#include "native.h"

/// The body of `Function("")`.
static NATIVE(call_empty) { return RT_UNDEFINED; }

/// The body of `Function("return this")`, which is not strict: programs reach the global object by it.
static NATIVE(call_this) {
  if (rt_is_nullish(this_value)) return rt_from_object(rt__builtin(RT_BUILTIN_GLOBALTHIS));
  return rt_from_object(rt__to_object(this_value));
}

static NATIVE(construct_empty) {
  rt_object *object = rt__object_from_constructor_js(this_value, &rt_object_class);
  return object ? rt_from_object(object) : RT_EXCEPTION;
}

static bool is_space(uint16_t unit) { return unit == ' ' || (unit >= '\t' && unit <= '\r') || unit == 0xA0; }

/// Whether the text from `start` on is `expected` but for spaces around it and a semicolon at the end.
static bool is_text(rt_text text, const char *expected) {
  uint32_t start = 0, end = text.length, length = (uint32_t)strlen(expected);
  while (start < end && is_space(rt_text_at(text, start))) start++;
  while (end > start && is_space(rt_text_at(text, end - 1))) end--;
  if (length > 0 && end > start && rt_text_at(text, end - 1) == ';') end--;
  while (end > start && is_space(rt_text_at(text, end - 1))) end--;
  if (end - start != length) return false;
  for (uint32_t i = 0; i < length; i++)
    if (rt_text_at(text, start + i) != (uint8_t)expected[i]) return false;
  return true;
}

static bool is_identifier_unit(uint16_t unit, bool is_first) {
  if ((unit | 32) >= 'a' && (unit | 32) <= 'z') return true;
  return unit == '_' || unit == '$' || (!is_first && unit >= '0' && unit <= '9');
}

/// Counts the parameters of a list of plain identifiers; -1 if it is anything else.
static int32_t count_parameters(rt_text text) {
  if (is_text(text, "")) return 0;
  int32_t count = 0;
  for (uint32_t i = 0;; i++) {
    while (i < text.length && is_space(rt_text_at(text, i))) i++;
    if (i == text.length || !is_identifier_unit(rt_text_at(text, i), true)) return -1;
    while (i < text.length && is_identifier_unit(rt_text_at(text, i), false)) i++;
    while (i < text.length && is_space(rt_text_at(text, i))) i++;
    count++;
    if (i == text.length) return count;
    if (rt_text_at(text, i) != ',') return -1;
  }
}

/// CreateDynamicFunction (20.2.1.1.1).
static rt_value create_js(rt_function *callee, rt_value new_target, uint32_t argc, const rt_value *argv) {
  rt_builder builder = {0};
  rt_string *body = RT_ATOM(empty);
  rt_array *texts = rt__array_new(argc);
  RT_ROOT_POINTER(texts);
  RT_ROOT(new_target);
  for (uint32_t i = 0; i < argc; i++) {
    rt_string *text = rt__to_string_js(argv[i]);
    if (!text) return RT_EXCEPTION;
    (void)rt__array_push(texts, rt_from_string(text));
  }
  for (uint32_t i = 0; i + 1 < argc; i++) {
    if (i > 0) rt__builder_ascii(&builder, ",");
    rt__builder_string(&builder, rt_as_string(texts->elements[i]));
  }
  if (argc > 0) body = rt_as_string(texts->elements[argc - 1]);
  rt_string *parameters = rt__builder_finish(&builder);
  if (!parameters) return RT_EXCEPTION;
  int32_t length = count_parameters(rt__text(parameters));
  bool is_this = is_text(rt__text(body), "return this");
  if (length < 0 || !(is_this || is_text(rt__text(body), "")))
    return rt__throw_error(RT_EVAL_ERROR, "Code generation from strings is not possible in a compiled program");
  rt_function *function = rt__function_new(is_this ? call_this : call_empty, construct_empty, RT_ATOM(anonymous),
                                           (uint32_t)length);
  // It has a `prototype`, as all ordinary functions.
  ((rt_function_info *)(uintptr_t)function->info)->kind = RT_FUNCTION_NORMAL;
  function->object.shape = &rt_function_shapes[RT_FUNCTION_NORMAL];
  RT_ROOT_POINTER(function);
  if (new_target != RT_UNDEFINED && new_target != rt_from_object(callee)) {
    rt_value prototype = rt__get_js(rt_as_object(new_target), RT_ATOM(prototype), new_target);
    if (prototype == RT_EXCEPTION) return prototype;
    if (rt_is_object(prototype)) rt__set_prototype(&function->object, rt_as_object(prototype));
  }
  return rt_from_object(function);
}

NATIVE(rt_function_call) { return create_js(callee, RT_UNDEFINED, argc, argv); }
NATIVE(rt_function_construct) { return create_js(callee, this_value, argc, argv); }
