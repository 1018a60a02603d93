/// Function objects: closures of the program, built-in functions, bound functions. All have the layout `rt_function`,
/// so that a call is one indirect call of `info->call`.
#pragma once

#include "rt_object.h"

extern const rt_class rt_function_class, rt_bound_function_class;
/// By rt_function_kind: shapes of functions without further properties.
extern rt_shape rt_function_shapes[10];

static inline rt_function *rt_as_function(rt_value v) { return (rt_function *)rt_pointer(v); }
static inline bool rt_is_constructor(rt_value v) {
  return rt_is_function(v) && rt_as_function(v)->info->construct != NULL;
}

/// Where in `extra` constructors keep their `prototype`.
enum { RT_FUNCTION_PROTOTYPE_SLOT = 2 };

/// Call (7.3.14); TypeError if the callee is not callable.
rt_value rt__call_js(rt_value callee, rt_value this_value, uint32_t argc, const rt_value *argv);
/// Construct (7.3.15) of a constructor with a new.target that is a constructor.
rt_value rt__construct_js(rt_value constructor, rt_value new_target, uint32_t argc, const rt_value *argv);
/// A built-in function; `construct` may be NULL.
rt_function *rt__function_new(rt_code call, rt_code construct, rt_string *name, uint32_t length);
/// The same with values that `code` finds in callee->captures.
rt_function *rt__function_new_with(rt_code call, rt_string *name, uint32_t length, uint32_t count,
                                   const rt_value *captures);

/// The n-th argument, or undefined.
static inline rt_value rt_argument(uint32_t argc, const rt_value *argv, uint32_t n) {
  return n < argc ? argv[n] : RT_UNDEFINED;
}

/// The function's own `name` as a string if it is a data property with a string, otherwise NULL. Runs no code.
rt_string *rt__function_name(rt_object *function);
/// Whether the function was made by a `class`.
bool rt__is_class_constructor(rt_object *function);
/// SpeciesConstructor (7.3.22); RT_EXCEPTION, or the default constructor if none is given.
rt_value rt__species_constructor_js(rt_object *object, rt_value default_constructor);
/// OrdinaryHasInstance (7.3.21): truth.
int32_t rt__ordinary_has_instance_js(rt_value constructor, rt_value value);
