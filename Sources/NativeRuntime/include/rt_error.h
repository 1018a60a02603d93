/// Error objects, throwing, and stack traces.
#pragma once

#include "rt_function.h"

/// As PIR's ErrorKind.
enum rt_error_kind {
  RT_ERROR = 0,
  RT_TYPE_ERROR = 1,
  RT_RANGE_ERROR = 2,
  RT_REFERENCE_ERROR = 3,
  RT_SYNTAX_ERROR = 4,
  RT_EVAL_ERROR = 5,
  RT_URI_ERROR = 6,
};
enum { RT_ERROR_KIND_COUNT = 7, RT_TRACE_MAX = 10 };

/// An Error object. `stack` is a lazy property made from the frames when first read.
typedef struct rt_error {
  rt_object object;
  const rt_site *frames[RT_TRACE_MAX]; ///< innermost first
  uint32_t frame_count;
  uint8_t closed;   ///< whether `stack` was read: no more frames are added
  uint8_t is_coded; ///< whether the stack shows `code` behind the name, as those of Node's own errors do
  uint16_t blame;  ///< enum rt_blame, until the first frame is known
} rt_error;

extern const rt_class rt_error_class;
/// The `lazy` hook of errors: the text of the stack, headed by name and message as far as they are data properties.
rt_value rt__error_lazy_stack(rt_object *object, rt_string *key);

/// Sets the pending exception; returns RT_EXCEPTION so that callers can `return rt__throw(…)`.
rt_value rt__throw(rt_value value);
/// Makes and throws an error with a message of ASCII parts and strings. In the format `%s` stands for an `rt_string *`,
/// `%d` for a `rt_value` as rt__describe shows it, `%c` for a C string in ASCII, `%u` for a `uint32_t`.
rt_value rt__throw_error(enum rt_error_kind kind, const char *format, ...);
rt_value rt__throw_type_error(const char *format, ...);
rt_value rt__throw_range_error(const char *format, ...);
/// Says what the error that was just thrown is about (`enum rt_blame`); returns RT_EXCEPTION.
rt_value rt__blame(uint32_t blame);
/// The flags of rt__blame for a value.
static inline uint32_t rt__blame_of(rt_value value) {
  return value == RT_NULL ? RT_BLAME_OF_NULL : value == RT_UNDEFINED ? RT_BLAME_OF_UNDEFINED : 0;
}
/// A new error of a kind without throwing it; the message may be NULL.
rt_error *rt__error_new(enum rt_error_kind kind, rt_string *message);
/// Takes the pending exception away.
rt_value rt__take_pending(void);
/// The `stack` string of an error object, without running the program's code; NULL if it was overwritten by something
/// that is not a string.
rt_string *rt__error_stack(rt_error *error);

/// A value of a wrong type in messages of Node: `undefined`, `type number (5)`, `an instance of Foo`, `function f`.
rt_string *rt__received_text(rt_value value);
/// Gives an error a `code`, which its stack shows behind the name.
void rt__set_error_code(rt_error *error, const char *code);
/// Lets the report of an uncaught error show its properties that are no objects, in programs without util.inspect.
void rt__show_properties_of_errors(void);
extern rt_string *(*rt__with_properties)(rt_error *error, rt_string *stack);
/// Shows the code in the head of a stack; set when the first error gets one.
extern rt_string *(*rt__insert_code)(rt_error *error, rt_string *header);
/// ERR_INVALID_ARG_TYPE: `expected` is like "of type function"; returns RT_EXCEPTION.
rt_value rt__throw_argument_type(const char *name, const char *expected, rt_value value);
/// process.emitWarning: prints a warning behind the current callback, or shows it to the listeners of `warning`.
void rt__emit_warning(const char *name, rt_string *message);
/// What shows warnings if the program has `process.emitWarning` anyway; NULL: they are printed.
extern void (*rt_warning_listener)(rt_string *name, rt_string *message);

/// Reports an uncaught exception on stderr as Node does; the caller exits with status 1.
void rt__report_uncaught(rt_value value);
/// Sets the function that shows objects in reports: the prelude does so if the program has `util.inspect` anyway.
void rt_set_report_inspector(rt_value function);
