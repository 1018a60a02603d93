/// Every runtime function that compiled code calls. Those of rt_inline.h are declared there.
///
/// Parameters: truth values as int32_t, i32/u32 as they are, numbers as double, references as pointers, boxed as
/// rt_value. Results of functions that can throw use the signals of rt_value.h; in the comments "truth" is int32_t 0, 1
/// or 2 for an exception, "status" int32_t 0 or -1.
#pragma once

#include "rt_array.h"
#include "rt_binary.h"
#include "rt_error.h"
#include "rt_iterator.h"

// Operators (ECMA-262 13.15.4, 7.2). Fast halves of the arithmetic and comparisons are in rt_inline.h.

rt_value rt_add_slow(rt_value a, rt_value b);
rt_value rt_subtract_slow(rt_value a, rt_value b);
rt_value rt_multiply_slow(rt_value a, rt_value b);
rt_value rt_divide_slow(rt_value a, rt_value b);
rt_value rt_remainder_slow(rt_value a, rt_value b);
rt_value rt_exponentiate_slow(rt_value a, rt_value b);
rt_value rt_bitwise_and_slow(rt_value a, rt_value b);
rt_value rt_bitwise_or_slow(rt_value a, rt_value b);
rt_value rt_bitwise_xor_slow(rt_value a, rt_value b);
rt_value rt_shift_left_slow(rt_value a, rt_value b);
rt_value rt_shift_right_slow(rt_value a, rt_value b);
rt_value rt_shift_right_unsigned_slow(rt_value a, rt_value b);
int32_t rt_less_slow(rt_value a, rt_value b);
int32_t rt_less_or_equal_slow(rt_value a, rt_value b);
int32_t rt_greater_slow(rt_value a, rt_value b);
int32_t rt_greater_or_equal_slow(rt_value a, rt_value b);
int32_t rt_loosely_equal(rt_value a, rt_value b);   ///< truth
int32_t rt_loosely_unequal(rt_value a, rt_value b); ///< truth
int32_t rt_strictly_equal_slow(rt_value a, rt_value b); ///< out of line, for use inside the runtime; never throws
rt_value rt_negate(rt_value a);
rt_value rt_bitwise_not(rt_value a);
rt_value rt_increment(rt_value a);
rt_value rt_decrement(rt_value a);
rt_value rt_to_numeric(rt_value a);
rt_value rt_to_property_key(rt_value a);
double rt_to_number_slow(rt_value a);
int32_t rt_to_boolean_slow(rt_value a);
rt_string *rt_to_string(rt_value a);
rt_string *rt_typeof(rt_value a); ///< never throws
int32_t rt_has_property_in(rt_value key, rt_value object); ///< truth
int32_t rt_instanceof(rt_value value, rt_value target);    ///< truth
int32_t rt_bigint_equal(rt_value a, rt_value b);           ///< of two BigInts; never throws

// Typed forms of operators.

double rt_number_remainder_slow(double a, double b); ///< f64.rem of what is no integer
double rt_number_exponentiate_slow(double a, double b); ///< f64.pow of other exponents than 2
int32_t rt_number_to_int32_slow(double a);           ///< to.i32 outside of the range of int64_t
rt_string *rt_string_concat(rt_string *a, rt_string *b); ///< throws RangeError
/// Concatenates several strings at once, for templates and chains of `+`: throws RangeError.
/// The concatenation of strings and numbers; throws.
rt_string *rt_string_concat_many(uint32_t count, const rt_value *parts);
int32_t rt_string_equal_slow(rt_string *a, rt_string *b);
int32_t rt_string_compare_slow(rt_string *a, rt_string *b); ///< negative, 0, positive; never throws
rt_string *rt_string_from_number(double number);       ///< never throws
rt_string *rt_string_from_int32(int32_t number);       ///< never throws

// Properties. `key` is an atom.

/// All hits of a cache, for sites to which rt_get_property copies only the usual one.
rt_value rt_get_property_cached(rt_value object, rt_string *key, rt_cache *cache);
rt_value rt_get_property_slow(rt_value object, rt_string *key, rt_cache *cache);
int32_t rt_set_property_slow(rt_value object, rt_value value, rt_string *key, rt_cache *cache);
int32_t rt_delete_property(rt_value object, rt_string *key); ///< truth
rt_value rt_get_element_slow(rt_value object, rt_value key);
int32_t rt_set_element_slow(rt_value object, rt_value key, rt_value value);
int32_t rt_delete_element(rt_value object, rt_value key); ///< truth
rt_value rt_super_get(rt_value home, rt_value receiver, rt_string *key);
rt_value rt_super_get_element(rt_value home, rt_value receiver, rt_value key);
int32_t rt_super_set(rt_value home, rt_value receiver, rt_value value, rt_string *key);
int32_t rt_super_set_element(rt_value home, rt_value receiver, rt_value key, rt_value value);
rt_value rt_private_get_slow(rt_value object, rt_string *key, rt_cache *cache);
int32_t rt_private_set_slow(rt_value object, rt_value value, rt_string *key, rt_cache *cache);
int32_t rt_private_has(rt_value object, rt_string *key); ///< truth
int32_t rt_private_define_slow(rt_value object, rt_value value, rt_string *key, rt_cache *cache);
int32_t rt_private_init_slow(rt_value object, rt_value value, rt_string *key, rt_cache *cache);
int32_t rt_define_property_slow(rt_value object, rt_value value, rt_string *key, rt_cache *cache);
int32_t rt_define_element(rt_value object, rt_value key, rt_value value);
int32_t rt_define_method(rt_value object, rt_value function, rt_string *key);
int32_t rt_define_method_element(rt_value object, rt_value key, rt_value function);
int32_t rt_define_accessor(rt_value object, rt_value getter, rt_value setter, int32_t enumerable, rt_string *key);
int32_t rt_define_accessor_element(rt_value object, rt_value key, rt_value getter, rt_value setter, int32_t enumerable);
int32_t rt_copy_data_properties(rt_value target, rt_value source);
/// A new object with the enumerable properties of a value: `{...source}`; NULL on exception.
rt_object *rt_object_clone(rt_value source);
rt_value rt_object_rest(rt_value source, rt_value excluded_keys);
int32_t rt_literal_set_prototype(rt_value object, rt_value prototype);
int32_t rt_require_object_coercible(rt_value value);
/// SetFunctionName (10.2.9): `prefix` is "get", "set" or undefined; status.
int32_t rt_set_function_name(rt_value function, rt_value key, rt_value prefix);

// Allocation.

/// An object literal in the program.
typedef struct rt_literal_site {
  rt_shape *shape;  ///< NULL until the first object is made
  uint32_t layout;
  uint64_t numbers; ///< the slots that always hold numbers in objects of the layout, a bit each
} rt_literal_site;
/// The cold half of `rt_object_new`: makes the shape of the site and the object.
rt_object *rt_object_new_slow(rt_literal_site *site, uint32_t count, rt_string *const *keys, const rt_value *values);
/// The same for values that may not be numbers where the layout says so: then the object is not of the layout.
rt_object *rt_object_new_checked(rt_literal_site *site, uint32_t count, rt_string *const *keys, const rt_value *values);
rt_object *rt_array_new(uint32_t count, const rt_value *values); ///< throws
int32_t rt_array_append_value_slow(rt_value array, rt_value value);
/// The half of array.numbers that looks at the elements: whether a value is an array whose elements from `first` to
/// `last` are all there and numbers; if `writable`, they can be overwritten. Remembers what it found (`rt_array.numbers`).
int32_t rt_elements_are_numbers_slow(rt_value array, int64_t first, int64_t last, int32_t writable);
int32_t rt_array_append_iterable(rt_value array, rt_value iterable);
/// The elements from an index on, none if `has_ended`; of an array that is iterated by its indices. Throws.
rt_object *rt_array_rest(rt_value list, double from, int32_t has_ended);
rt_object *rt_rest_array(uint32_t argc, const rt_value *argv, uint32_t from);
rt_object *rt_arguments_new(uint32_t argc, const rt_value *argv);
/// The cold half of cell allocation.
rt_cell *rt_cell_new_slow(rt_value value);
/// Captures that are raw (cells, doubles) are passed as such words.
rt_function *rt_closure_new(const rt_function_info *info, uint32_t count, const rt_value *captures);
/// A RegExp object of a literal; of the second, one whose pattern has Unicode properties (`\p`).
rt_value rt_regexp_new(rt_string *pattern, rt_string *flags);
rt_value rt_regexp_new_unicode(rt_string *pattern, rt_string *flags);
/// regexp.kept: what `make`, one of the above, made for the site before, if nobody else can have seen it.
rt_value rt_regexp_kept(rt_value *site, rt_string *pattern, rt_string *flags, rt_value (*make)(rt_string *, rt_string *));
/// The template object of a site, made on the first call and kept in `*site` (in rt_roots); `texts` has cooked and raw
/// strings alternating, a cooked one may be NULL (undefined).
rt_value rt_template_object(rt_value *site, uint32_t count, rt_string *const *texts);
/// A module namespace object: names sorted as given; a getter reads the export's variable (RT_HOLE: uninitialised).
rt_value rt_namespace_new(uint32_t count, rt_string *const *names, rt_value (*const *getters)(void));

// Iteration.

rt_value rt_iterator_new(rt_value iterable);
rt_value rt_iterator_next(rt_value record); ///< RT_HOLE at the end
int32_t rt_iterator_close(rt_value record);
void rt_iterator_close_throw(rt_value record);
rt_value rt_for_in_new(rt_value object);
rt_value rt_for_in_next(rt_value list); ///< RT_HOLE at the end

// Calls.

rt_value rt_call_slow(rt_value callee, rt_value this_value, uint32_t argc, const rt_value *argv);
rt_value rt_call_method_slow(rt_value receiver, uint32_t argc, const rt_value *argv, rt_string *key, rt_cache *cache);
rt_value rt_call_spread(rt_value callee, rt_value this_value, rt_value arguments);
rt_value rt_construct(rt_value constructor, uint32_t argc, const rt_value *argv);
rt_value rt_construct_spread(rt_value constructor, rt_value arguments);
rt_value rt_construct_super(rt_value active, rt_value new_target, uint32_t argc, const rt_value *argv);
rt_value rt_construct_super_spread(rt_value active, rt_value new_target, rt_value arguments);
/// `info->call` of class constructors.
rt_value rt_call_class_without_new(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv);

// Classes.

/// ClassDefinitionEvaluation (15.7.14), steps 5 to 14: links prototype objects; returns the new prototype object.
rt_value rt_class_link(rt_value constructor, rt_value parent);
/// Makes the shapes of a class's instances, so that they get a layout when they have its fields; if the class has the
/// layout's methods.
void rt_class_layout(rt_value constructor, const rt_layout_description *description);
/// Gives a class's constructor the layout of its static members if it has them, behind its `prototype`.
void rt_constructor_layout(rt_value constructor, const rt_layout_description *description);
/// A place in the program that makes instances with all fields of their layout.
typedef struct rt_instance_site {
  const rt_shape *initial; ///< of the constructor's instances when what follows was found; NULL: nothing yet
  rt_shape *shape;         ///< with the fields
  rt_free_run *run;        ///< which such objects come from
  uintptr_t epoch;         ///< for as long as assignments of the fields run no setter
  uintptr_t size;          ///< bytes in `run`
  const rt_layout_description *description;
  uint32_t span;           ///< layouts up to `description->layout + span` will do
} rt_instance_site;
/// The cold half of `rt_instance_complete`.
rt_value rt_instance_complete_slow(rt_value new_target, rt_instance_site *site);
rt_value rt_instance_new_slow(rt_value new_target, uint32_t expected_fields);

// Modules.

/// The meta object of a module, made on first use.
rt_value rt_import_meta(rt_string *path, int32_t is_main);
/// `import()`: a promise. `target` evaluates the module, or finds what does (src/module).
rt_value rt_import(rt_value specifier, rt_value options, rt_value target, int32_t is_table, rt_string *referrer);

// Built-in objects.

rt_value rt_builtin(uint32_t id); ///< never throws

// Exceptions.

/// Where the next `new Error` happens; set by compiled code before constructor calls.
extern const rt_site *rt_current_site;
/// Adds a frame to the pending error's trace. Each frame that an exception passes calls it once.
void rt_trace(const rt_site *site);

// Properties in code that is compiled for size: a site is the number of the name among the program's, times 2^16, and the
// number of the cache.
rt_value rt_named_get(rt_value base, uint32_t site);
int32_t rt_named_set(rt_value base, rt_value value, uint32_t site);
rt_value rt_named_call(rt_value receiver, uint32_t argc, const rt_value *argv, uint32_t site);

/// The same with the number of a site among those of a function.
void rt_trace_numbered(const rt_site *sites, uint32_t number);
void rt_throw(rt_value value);
/// `throw.error`: the top frame is `rt_current_site`.
void rt_throw_error(uint32_t kind, rt_string *message);
rt_value rt_catch(void);
/// check.init: ReferenceError "Cannot access 'x' before initialization".
void rt_throw_uninitialized(rt_string *name);

// Process.

/// Called first by programs that begin with a CommonJS file: ticks come before microtasks behind it.
void rt_start_as_script(void);
/// Whether it does.
bool rt__is_script(void);
/// Called by `main`; returns the exit status.
int rt_start(int argc, char **argv, void *stack_base);
/// What `process.exitCode` holds; the status of a program that ends normally.
extern int32_t rt_exit_code;
/// Called once with the status when the program is over, or ends by an exception; gives the status to exit with.
extern int32_t (*rt_end_listener)(int32_t status, bool is_over);
/// The listeners of `exit` were called: there are no ticks any more.
extern bool rt_is_exiting;
/// Runs what is due behind a callback: ticks, then microtasks; or the other way round, as behind ES modules, which Node
/// evaluates in a microtask. Set by whoever has something to run first, so that programs without promises and ticks have
/// no queues.
extern void (*rt_job_runner)(bool microtasks_first);
/// Runs the queue of process.nextTick until it is empty: false if a tick failed. Set by the first tick.
extern bool (*rt_tick_runner)(void);
/// How many ticks are waiting.
extern uint32_t rt_tick_count;
/// Runs until nothing is left that the program waits for; NULL: there was never anything.
extern void (*rt_event_loop)(void);
/// Tells the program that it would end now: whether there is something to wait for again. NULL: nobody wants to know.
extern bool (*rt_before_exit)(void);
/// Called when the program ends by itself; NULL: nobody wants to know.
extern void (*rt_end_of_jobs)(void);
/// Where an uncaught exception comes from; the last is a rejection with a reason that is no error.
enum rt_uncaught_origin { RT_UNCAUGHT_EXCEPTION, RT_UNHANDLED_REJECTION, RT_UNHANDLED_REASON };
/// Shows an exception to the program's listeners of `uncaughtException`; whether one handled it. NULL: there are none.
extern bool (*rt_uncaught_listener)(rt_value exception, enum rt_uncaught_origin origin);
/// What happens to an exception that nobody caught: returns if a listener handled it, otherwise ends the program.
void rt__uncaught_js(rt_value exception, enum rt_uncaught_origin origin);
/// What reports the exception that ends the program; rt__report_uncaught if nobody knows better.
extern void (*rt_uncaught_reporter)(rt_value value);
/// When the program started, on the monotonic clock.
extern uint64_t rt_start_time;
/// Functions that run at the end of the program before the streams are closed, at most 8: the console flushes here.
typedef void (*rt_exit_hook)(void);
void rt__at_exit(rt_exit_hook hook);
/// Runs the hooks and exits: `process.exit`.
_Noreturn void rt__exit(int status);
