/// DOMException (https://webidl.spec.whatwg.org/#idl-DOMException): the errors of the platform's functions.
#include "dom_exception.h"

#include "builtin/native.h"

static rt_value to_string(rt_object *object) {
  const rt_dom_exception *exception = (rt_dom_exception *)(void *)object;
  if (exception->message->length == 0) return rt_from_string(exception->name);
  if (exception->name->length == 0) return rt_from_string(exception->message);
  rt_builder builder = {0};
  rt__builder_string(&builder, exception->name);
  rt__builder_ascii(&builder, ": ");
  rt__builder_string(&builder, exception->message);
  rt_string *text = rt__builder_finish(&builder);
  return rt_from_string(text ? text : exception->name);
}

/// The stack with the name and message, which are no data properties, in place of what is.
static rt_value lazy_stack(rt_object *object, rt_string *key) {
  rt_value trace = rt__error_lazy_stack(object, key);
  uint32_t header = rt__error_header(object)->length, length = rt_as_string(trace)->length;
  if (header > length) return trace;
  rt_builder builder = {0};
  rt__builder_string(&builder, rt_as_string(to_string(object)));
  rt__builder_string(&builder, rt__substring(rt_as_string(trace), header, length));
  rt_string *stack = rt__builder_finish(&builder);
  return stack ? rt_from_string(stack) : trace;
}

const rt_class rt_dom_exception_class = {
  .kind = RT_CLASS_ERROR, .instance_size = sizeof(rt_dom_exception),
  .prototype_builtin = RT_BUILTIN_DOMEXCEPTION_PROTOTYPE + 1, .name = "Error", .lazy = lazy_stack,
  .default_to_string = to_string};

enum { EXCEPTION_SLOTS = 3 }; // stack, cause, and one of the program's

rt_dom_exception *rt__dom_exception_new(rt_object *prototype) {
  if (!prototype) prototype = rt__builtin(RT_BUILTIN_DOMEXCEPTION_PROTOTYPE);
  rt_shape *shape = rt__shape_root_for(&rt_dom_exception_class, prototype, EXCEPTION_SLOTS);
  shape = rt__shape_add(shape, RT_ATOM(stack), RT_PROPERTY_HIDDEN | RT_PROPERTY_LAZY);
  rt_dom_exception *exception = (rt_dom_exception *)(void *)rt__object_of_shape(shape);
  exception->message = RT_ATOM(empty);
  exception->name = RT_ATOM(Error);
  return exception;
}

/// Takes name and cause from the second argument, as Node does: status.
static int32_t apply_options_js(rt_dom_exception *exception, rt_value options) {
  RT_ROOT_POINTER(exception);
  RT_ROOT(options);
  rt_value name = options;
  if (rt_is_object(options) && !rt_is_function(options)) {
    name = rt__get_value_js(options, RT_ATOM(name));
    if (name == RT_EXCEPTION) return -1;
    int32_t present = rt__has_property_js(rt_as_object(options), RT_ATOM(cause));
    if (present == 2) return -1;
    if (present) {
      RT_ROOT(name);
      rt_value cause = rt__get_value_js(options, RT_ATOM(cause));
      if (cause == RT_EXCEPTION) return -1;
      rt__define_hidden(&exception->error.object, RT_ATOM(cause), cause);
    }
  }
  rt_string *text = rt__to_string_js(name);
  if (!text) return -1;
  exception->name = text;
  return 0;
}

/// new DOMException(message, name); new.target comes as `this_value`.
NATIVE(rt_dom_exception_construct) {
  const rt_site *site = rt_current_site;
  rt_value prototype = rt__get_value_js(this_value, RT_ATOM(prototype));
  if (prototype == RT_EXCEPTION) return RT_EXCEPTION;
  rt_dom_exception *exception = rt__dom_exception_new(rt_is_object(prototype) ? rt_as_object(prototype) : NULL);
  RT_ROOT_POINTER(exception);
  if (site) exception->error.frames[exception->error.frame_count++] = site;
  if (ARGUMENT(0) != RT_UNDEFINED) {
    rt_string *message = rt__to_string_js(ARGUMENT(0));
    if (!message) return RT_EXCEPTION;
    exception->message = message;
  }
  if (ARGUMENT(1) != RT_UNDEFINED && apply_options_js(exception, ARGUMENT(1)) < 0) return RT_EXCEPTION;
  return rt_from_object(exception);
}

/// DOMException without `new`.
NATIVE(rt_dom_exception_call) {
  return rt__throw_type_error("Class constructor DOMException cannot be invoked without 'new'");
}

/// The receiver of a getter; NULL with Node's ERR_INVALID_THIS.
static rt_dom_exception *this_exception(rt_value value) {
  if (rt_is_object(value) && rt_class_of(rt_as_object(value)) == &rt_dom_exception_class)
    return (rt_dom_exception *)rt_pointer(value);
  rt__throw_type_error("Value of \"this\" must be of DOMException");
  rt__define_hidden(rt_as_object(rt_pending), rt__intern_ascii("code"),
                    rt_from_string(rt__string_from_ascii("ERR_INVALID_THIS")));
  return NULL;
}

/// DOMException.prototype.name
NATIVE(rt_dom_exception_name) {
  rt_dom_exception *exception = this_exception(this_value);
  return exception ? rt_from_string(exception->name) : RT_EXCEPTION;
}

/// DOMException.prototype.message
NATIVE(rt_dom_exception_message) {
  rt_dom_exception *exception = this_exception(this_value);
  return exception ? rt_from_string(exception->message) : RT_EXCEPTION;
}

/// The names that have a legacy code, by it; what is empty has none any more.
static const char *const legacy_names[] = {
  "", "IndexSizeError", "", "HierarchyRequestError", "WrongDocumentError", "InvalidCharacterError", "",
  "NoModificationAllowedError", "NotFoundError", "NotSupportedError", "InUseAttributeError", "InvalidStateError",
  "SyntaxError", "InvalidModificationError", "NamespaceError", "InvalidAccessError", "", "TypeMismatchError",
  "SecurityError", "NetworkError", "AbortError", "URLMismatchError", "QuotaExceededError", "TimeoutError",
  "InvalidNodeTypeError", "DataCloneError",
};

/// DOMException.prototype.code
NATIVE(rt_dom_exception_code) {
  rt_dom_exception *exception = this_exception(this_value);
  if (!exception) return RT_EXCEPTION;
  for (uint32_t code = 1; code < sizeof legacy_names / sizeof legacy_names[0]; code++)
    if (*legacy_names[code] && rt__string_equal(exception->name, rt__string_from_ascii(legacy_names[code])))
      return rt_from_double(code);
  return rt_from_double(0);
}
