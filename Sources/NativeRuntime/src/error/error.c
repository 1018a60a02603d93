/// Error objects, throwing, traces.
#include "object/object.h"
#include "rt_site.h"

#include <stdarg.h>

rt_value rt_pending RT_ROOTED;
const rt_site *rt_current_site;

static rt_string *make_stack(rt_error *error);

rt_value rt__error_lazy_stack(rt_object *object, rt_string *key) {
  (void)key;
  return rt_from_string(make_stack((rt_error *)(void *)object));
}

static rt_value error_to_string(rt_object *object) {
  rt_string *text = rt__error_header(object);
  return rt_from_string(text);
}

const rt_class rt_error_class = {
  .kind = RT_CLASS_ERROR, .instance_size = sizeof(rt_error), .prototype_builtin = RT_BUILTIN_ERROR_PROTOTYPE + 1,
  .name = "Error", .lazy = rt__error_lazy_stack, .default_to_string = error_to_string};

static const uint8_t prototypes[RT_ERROR_KIND_COUNT] = {
  RT_BUILTIN_ERROR_PROTOTYPE, RT_BUILTIN_TYPEERROR_PROTOTYPE, RT_BUILTIN_RANGEERROR_PROTOTYPE,
  RT_BUILTIN_REFERENCEERROR_PROTOTYPE, RT_BUILTIN_SYNTAXERROR_PROTOTYPE, RT_BUILTIN_EVALERROR_PROTOTYPE,
  RT_BUILTIN_URIERROR_PROTOTYPE,
};

enum { ERROR_SLOTS = 3 }; // stack, message, and one of the program's

rt_error *rt__error_allocate(rt_object *prototype) {
  rt_shape *shape = rt__shape_root_for(&rt_error_class, prototype, ERROR_SLOTS);
  shape = rt__shape_add(shape, RT_ATOM(stack), RT_PROPERTY_HIDDEN | RT_PROPERTY_LAZY);
  return (rt_error *)(void *)rt__object_of_shape(shape);
}

rt_error *rt__error_new(enum rt_error_kind kind, rt_string *message) {
  rt_error *error = rt__error_allocate(rt__builtin(prototypes[kind]));
  if (message) rt__define_hidden(&error->object, RT_ATOM(message), rt_from_string(message));
  return error;
}

// Throwing.

rt_value rt__throw(rt_value value) {
  rt_pending = value;
  return RT_EXCEPTION;
}

void rt_throw(rt_value value) { rt_pending = value; }

rt_value rt__take_pending(void) {
  rt_value value = rt_pending;
  rt_pending = RT_UNDEFINED;
  return value;
}

rt_value rt_catch(void) { return rt__take_pending(); }

static rt_value throw_formatted(enum rt_error_kind kind, const char *format, va_list arguments) {
  rt_builder builder = {0};
  for (const char *p = format; *p; p++) {
    if (*p != '%') {
      rt__builder_unit(&builder, (uint8_t)*p);
      continue;
    }
    switch (*++p) {
    case 's': rt__builder_string(&builder, va_arg(arguments, rt_string *)); break;
    case 'd': rt__builder_string(&builder, rt__describe(va_arg(arguments, rt_value))); break;
    case 'c': rt__builder_ascii(&builder, va_arg(arguments, const char *)); break;
    case 'u': rt__builder_string(&builder, rt_number_to_string(va_arg(arguments, uint32_t), 10)); break;
    default: rt__builder_unit(&builder, (uint8_t)*p); break;
    }
  }
  // A message that would be too long for a string is cut off rather than replaced by another error.
  rt_string *message = builder.failed ? RT_ATOM(empty) : rt__builder_finish(&builder);
  return rt__throw(rt_from_object(rt__error_new(kind, message)));
}

rt_value rt__throw_error(enum rt_error_kind kind, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  rt_value result = throw_formatted(kind, format, arguments);
  va_end(arguments);
  return result;
}

rt_value rt__throw_type_error(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  rt_value result = throw_formatted(RT_TYPE_ERROR, format, arguments);
  va_end(arguments);
  return result;
}

rt_value rt__throw_range_error(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  rt_value result = throw_formatted(RT_RANGE_ERROR, format, arguments);
  va_end(arguments);
  return result;
}

void rt_throw_error(uint32_t kind, rt_string *message) {
  RT_SAFEPOINT();
  rt_error *error = rt__error_new((enum rt_error_kind)kind, message);
  rt_pending = rt_from_object(error);
  if (rt_current_site) error->frames[error->frame_count++] = rt_current_site;
}

void rt_throw_uninitialized(rt_string *name) {
  if (name == rt__intern_ascii("this")) {
    rt__throw_error(RT_REFERENCE_ERROR, "Must call super constructor in derived class before accessing 'this' or returning "
                                        "from derived constructor");
    return;
  }
  rt__throw_error(RT_REFERENCE_ERROR, "Cannot access '%s' before initialization", name);
}

rt_value rt_throw_stack_overflow(void) {
  // The error itself needs some of the reserve.
  char *limit = rt_stack_limit;
  rt_stack_limit = NULL;
  rt__throw_range_error("Maximum call stack size exceeded");
  rt_stack_limit = limit;
  return RT_EXCEPTION;
}

// Traces.

rt_value rt__blame(uint32_t blame) {
  ((rt_error *)rt_pointer(rt_pending))->blame = (uint16_t)blame;
  return RT_EXCEPTION;
}

static void append_utf8(rt_builder *builder, const char *text) {
  rt__builder_string(builder, rt__string_from_utf8((const uint8_t *)text, strlen(text)));
}

/// Lets the message show the source text of what the error is about.
static void apply_blame(rt_error *error, const char *text) {
  bool is_null = error->blame & RT_BLAME_OF_NULL;
  rt_builder builder = {0};
  switch (error->blame & RT_BLAME_ROLE) {
  case RT_BLAME_CALLEE:
    append_utf8(&builder, text);
    rt__builder_ascii(&builder, " is not a function");
    break;
  case RT_BLAME_CONSTRUCTOR:
    append_utf8(&builder, text);
    rt__builder_ascii(&builder, " is not a constructor");
    break;
  case RT_BLAME_ITERABLE: {
    // Before what is spread into an argument list, a line ends.
    bool is_spread = *text == '\n';
    text += is_spread;
    if (is_spread && !(error->blame & (RT_BLAME_OF_NULL | RT_BLAME_OF_UNDEFINED))) {
      rt__builder_ascii(&builder, "Spread syntax requires ...iterable[Symbol.iterator] to be a function");
      break;
    }
    if (!*text) return;
    append_utf8(&builder, text);
    rt__builder_ascii(&builder, " is not iterable");
    if (is_spread) rt__builder_ascii(&builder, is_null ? " (cannot read property null)" : " (cannot read property undefined)");
    break;
  }
  default: {
    const char *shown = strchr(text, '\n');
    rt__builder_ascii(&builder, "Cannot destructure ");
    if (shown > text) {
      rt__builder_ascii(&builder, "property '");
      rt__builder_string(&builder, rt__string_from_utf8((const uint8_t *)text, (size_t)(shown - text)));
      rt__builder_ascii(&builder, "' of ");
    }
    rt__builder_ascii(&builder, "'");
    append_utf8(&builder, shown[1] ? shown + 1 : is_null ? "object null" : "undefined");
    rt__builder_ascii(&builder, is_null ? "' as it is null." : "' as it is undefined.");
  }
  }
  rt_string *better = rt__builder_finish(&builder);
  int32_t entry = rt__shape_find(error->object.shape, RT_ATOM(message));
  if (better && entry >= 0)
    *rt_slot(&error->object, error->object.shape->table->entries[entry].slot) = rt_from_string(better);
}

void rt_trace(const rt_site *site) {
  if (!rt_is_class(rt_pending, RT_CLASS_ERROR)) return;
  rt_error *error = (rt_error *)rt_pointer(rt_pending);
  if (error->blame) {
    uint8_t role = error->blame & RT_BLAME_ROLE;
    if (role == RT_BLAME_CONSTRUCTOR) role = RT_BLAME_CALLEE;
    const char *blame = rt_read_site(site).blame;
    if (blame && blame[0] == role) apply_blame(error, blame + 1);
    error->blame = RT_BLAME_NONE;
  }
  if (error->closed) return;
  for (; site && error->frame_count < RT_TRACE_MAX; site = rt_read_site(site).caller)
    error->frames[error->frame_count++] = site;
}

void rt_trace_numbered(const rt_site *sites, uint32_t number) {
  const uint8_t *code = sites->code;
  for (uint32_t numbers = number * RT_SITE_NUMBERS; numbers > 0; numbers--) rt_read_site_number(&code);
  rt_trace((const rt_site *)code);
}

/// A data property as a string, without running code; NULL if there is none.
static rt_string *text_property(rt_object *object, rt_string *key) {
  rt_value value = rt__data_value(object, key);
  if (rt_is_string(value)) return rt_as_string(value);
  if (value == RT_HOLE || value == RT_UNDEFINED) return NULL;
  return rt__describe(value);
}

rt_string *rt__error_header(rt_object *object) {
  rt_string *name = text_property(object, RT_ATOM(name));
  rt_string *message = text_property(object, RT_ATOM(message));
  if (!name) name = RT_ATOM(Error);
  if (!message || message->length == 0) return name;
  if (name->length == 0) return message;
  rt_builder builder = {0};
  rt__builder_string(&builder, name);
  rt__builder_ascii(&builder, ": ");
  rt__builder_string(&builder, message);
  rt_string *header = rt__builder_finish(&builder);
  return header ? header : name;
}

static void append_number(rt_builder *builder, uint32_t number) {
  rt__builder_ascii(builder, ":");
  rt__builder_string(builder, rt__string_from_int32((int32_t)number));
}

rt_string *rt__error_stack(rt_error *error) {
  rt_value stack = rt__own_data_value(&error->object, RT_ATOM(stack));
  return rt_is_string(stack) ? rt_as_string(stack) : NULL;
}

rt_string *(*rt__insert_code)(rt_error *error, rt_string *header);

/// The text of the trace as it is now; it stays so.
static rt_string *make_stack(rt_error *error) {
  error->closed = 1;
  rt_builder builder = {0};
  rt_string *header = rt__error_header(&error->object);
  if (error->is_coded) header = rt__insert_code(error, header);
  rt__builder_string(&builder, header);
  for (uint32_t i = 0; i < error->frame_count; i++) {
    rt_position position = rt_read_site(error->frames[i]);
    bool named = position.function[0] != 0;
    rt__builder_ascii(&builder, "\n    at ");
    if (named) {
      append_utf8(&builder, position.function);
      rt__builder_ascii(&builder, " (");
    }
    append_utf8(&builder, position.file);
    append_number(&builder, position.line);
    append_number(&builder, position.column);
    if (named) rt__builder_ascii(&builder, ")");
  }
  rt_string *stack = rt__builder_finish(&builder);
  return stack ? stack : RT_ATOM(empty);
}
