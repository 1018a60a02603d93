/// Error and the native errors (ECMA-262 20.5).
#include "builtin/native.h"

/// InstallErrorCause (20.5.8.1): status.
static int32_t install_cause_js(rt_error *error, rt_value options) {
  if (!rt_is_object(options)) return 0;
  int32_t present = rt__has_property_js(rt_as_object(options), RT_ATOM(cause));
  if (present != 1) return present == 2 ? -1 : 0;
  rt_value cause = rt__get_value_js(options, RT_ATOM(cause));
  if (cause == RT_EXCEPTION) return -1;
  rt__define_hidden(&error->object, RT_ATOM(cause), cause);
  return 0;
}

/// Steps 1 to 4 of Error (20.5.1.1): the object with its message and cause; NULL: exception.
static rt_error *construct(enum rt_builtin_id id, rt_function *callee, rt_value new_target, rt_value message,
                           rt_value options) {
  // Called without `new`, the constructor itself is the target.
  rt_object *prototype = NULL;
  const rt_site *site = rt_current_site;
  RT_ROOT(message);
  RT_ROOT(options);
  if (new_target != RT_UNDEFINED && new_target != rt_from_object(callee)) {
    rt_value value = rt__get_value_js(new_target, RT_ATOM(prototype));
    if (value == RT_EXCEPTION) return NULL;
    if (rt_is_object(value)) prototype = rt_as_object(value);
  }
  rt_error *error = rt__error_allocate(prototype ? prototype : rt__builtin(id));
  RT_ROOT_POINTER(error);
  if (site) error->frames[error->frame_count++] = site;
  if (message != RT_UNDEFINED) {
    rt_string *text = rt__to_string_js(message);
    if (!text) return NULL;
    rt__define_hidden(&error->object, RT_ATOM(message), rt_from_string(text));
  }
  return install_cause_js(error, options) == 0 ? error : NULL;
}

static rt_value construct_native(enum rt_builtin_id id, rt_function *callee, rt_value new_target, uint32_t argc,
                                 const rt_value *argv) {
  rt_error *error = construct(id, callee, new_target, rt_argument(argc, argv, 0), rt_argument(argc, argv, 1));
  return error ? rt_from_object(error) : RT_EXCEPTION;
}

#define CONSTRUCTOR(kind, id)                                                                                          \
  NATIVE(rt_error_construct_##kind) { return construct_native(id, callee, this_value, argc, argv); }                   \
  NATIVE(rt_error_call_##kind) { return construct_native(id, callee, RT_UNDEFINED, argc, argv); }

CONSTRUCTOR(error, RT_BUILTIN_ERROR_PROTOTYPE)
CONSTRUCTOR(type_error, RT_BUILTIN_TYPEERROR_PROTOTYPE)
CONSTRUCTOR(range_error, RT_BUILTIN_RANGEERROR_PROTOTYPE)
CONSTRUCTOR(reference_error, RT_BUILTIN_REFERENCEERROR_PROTOTYPE)
CONSTRUCTOR(syntax_error, RT_BUILTIN_SYNTAXERROR_PROTOTYPE)
CONSTRUCTOR(eval_error, RT_BUILTIN_EVALERROR_PROTOTYPE)
CONSTRUCTOR(uri_error, RT_BUILTIN_URIERROR_PROTOTYPE)

/// IteratorToList (7.4.15) of GetIterator: an array; NULL: exception.
static rt_array *list_of_js(rt_value iterable) {
  rt_iterator *record = rt__allocate_zeroed(sizeof *record, RT_CELL_WORDS);
  RT_ROOT_POINTER(record);
  if (rt__iterator_open_js(record, iterable) != 0) return NULL;
  rt_array *list = rt__array_new(4);
  RT_ROOT_POINTER(list);
  for (;;) {
    rt_value value = rt__iterator_step_js(record);
    if (value == RT_EXCEPTION) return NULL;
    if (value == RT_HOLE) return list;
    if (rt__array_push(list, value) != 0) return NULL;
  }
}

/// AggregateError (20.5.7.1.1).
static rt_value construct_aggregate(rt_function *callee, rt_value new_target, uint32_t argc, const rt_value *argv) {
  rt_value errors = ARGUMENT(0);
  RT_ROOT(errors);
  rt_error *error =
      construct(RT_BUILTIN_AGGREGATEERROR_PROTOTYPE, callee, new_target, ARGUMENT(1), ARGUMENT(2));
  if (!error) return RT_EXCEPTION;
  RT_ROOT_POINTER(error);
  rt_array *list = list_of_js(errors);
  if (!list) return RT_EXCEPTION;
  rt__define_hidden(&error->object, RT_ATOM(errors), rt_from_object(list));
  return rt_from_object(error);
}

NATIVE(rt_aggregate_error_construct) { return construct_aggregate(callee, this_value, argc, argv); }
NATIVE(rt_aggregate_error_call) { return construct_aggregate(callee, RT_UNDEFINED, argc, argv); }

/// V8's Error.captureStackTrace: `stack` becomes the header of the object and the current frame.
NATIVE(rt_error_capture_stack_trace) {
  if (!rt_is_object(ARGUMENT(0))) return rt__throw_type_error("Invalid argument");
  rt_object *object = rt_as_object(argv[0]);
  // Errors take their trace while they are thrown.
  if (rt_class_of(object)->kind == RT_CLASS_ERROR) return RT_UNDEFINED;
  rt_property_descriptor stack = {.value = rt_from_string(rt__error_header(object)),
                                  .flags = RT_PROPERTY_HIDDEN,
                                  .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  return rt__define_own_property_or_throw_js(object, RT_ATOM(stack), &stack) == 0 ? RT_UNDEFINED : RT_EXCEPTION;
}

NATIVE(rt_error_prototype_to_string) {
  if (!rt_is_object(this_value))
    return rt__throw_type_error("Method Error.prototype.toString called on incompatible receiver %s",
                                rt_is_string(this_value) ? rt_as_string(this_value) : rt__describe(this_value));
  rt_value name = rt__get_value_js(this_value, RT_ATOM(name));
  if (name == RT_EXCEPTION) return name;
  rt_string *title = name == RT_UNDEFINED ? RT_ATOM(Error) : rt__to_string_js(name);
  if (!title) return RT_EXCEPTION;
  RT_ROOT_POINTER(title);
  rt_value message = rt__get_value_js(this_value, RT_ATOM(message));
  if (message == RT_EXCEPTION) return message;
  rt_string *text = message == RT_UNDEFINED ? RT_ATOM(empty) : rt__to_string_js(message);
  if (!text) return RT_EXCEPTION;
  if (title->length == 0) return rt_from_string(text);
  if (text->length == 0) return rt_from_string(title);
  rt_string *start = rt__concat(title, rt__string_from_ascii(": "));
  rt_string *all = start ? rt__concat(start, text) : NULL;
  return all ? rt_from_string(all) : RT_EXCEPTION;
}
