/// Function.prototype (ECMA-262 20.2.3) and bound functions (10.4.1).
#include "native.h"

/// eval (19.2.1): a value that is no text is the result; compiled programs have no compiler for text.
NATIVE(rt_global_eval) {
  if (!rt_is_string(ARGUMENT(0))) return ARGUMENT(0);
  return rt__throw_error(RT_EVAL_ERROR, "Code generation from strings is not possible in a compiled program");
}

NATIVE(rt_function_prototype_call) {
  return rt__call_js(this_value, ARGUMENT(0), argc > 0 ? argc - 1 : 0, argc > 0 ? argv + 1 : NULL);
}

NATIVE(rt_function_prototype_apply) {
  if (!rt_is_function(this_value))
    return rt__throw_not_applicable(this_value);
  if (rt_is_nullish(ARGUMENT(1))) return rt__call_js(this_value, ARGUMENT(0), 0, NULL);
  rt_array *list = rt__list_from_array_like_js(argv[1]);
  if (!list) return RT_EXCEPTION;
  RT_ROOT_POINTER(list);
  return rt__call_js(this_value, argv[0], list->length, list->elements);
}

/// The arguments of a call of a bound function: the bound ones, then the call's.
static rt_value *bound_arguments(const rt_function *bound, uint32_t argc, const rt_value *argv, uint32_t *count) {
  const rt_array *first = rt_as_array(bound->captures[2]);
  *count = first->length + argc;
  rt_value *all = rt__allocate((*count + 1) * sizeof(rt_value), RT_CELL_WORDS);
  if (first->length) memcpy(all, first->elements, first->length * sizeof(rt_value));
  if (argc) memcpy(all + first->length, argv, argc * sizeof(rt_value));
  return all;
}

static NATIVE(call_bound) {
  if (RT_STACK_CHECK()) return RT_EXCEPTION;
  uint32_t count;
  rt_value *arguments = bound_arguments(callee, argc, argv, &count);
  RT_ROOT_POINTER(arguments);
  return rt__call_js(callee->captures[0], callee->captures[1], count, arguments);
}

static NATIVE(construct_bound) {
  if (RT_STACK_CHECK()) return RT_EXCEPTION;
  uint32_t count;
  rt_value *arguments = bound_arguments(callee, argc, argv, &count);
  RT_ROOT_POINTER(arguments);
  rt_value new_target = this_value == rt_from_object(callee) ? callee->captures[0] : this_value;
  return rt__construct_js(callee->captures[0], new_target, count, arguments);
}

const rt_class rt_bound_function_class = {.kind = RT_CLASS_BOUND_FUNCTION,
                                          .callable = 1,
                                          .instance_size = sizeof(rt_function),
                                          .prototype_builtin = RT_BUILTIN_FUNCTION_PROTOTYPE + 1,
                                          .name = "Function",
                                          .default_to_string = rt__function_to_string};

NATIVE(rt_function_prototype_bind) {
  if (!rt_is_function(this_value)) return rt__throw_type_error("Bind must be called on a function");
  rt_function *target = rt_as_function(this_value);
  RT_ROOT(this_value);
  rt_value captures[3] = {this_value, ARGUMENT(0), RT_UNDEFINED};
  captures[2] = rt_from_object(rt__array_from(argc > 1 ? argv + 1 : NULL, argc > 1 ? argc - 1 : 0));
  rt_function *bound = rt__function_new_with(call_bound, RT_ATOM(empty), 0, 3, captures);
  ((rt_function_info *)(uintptr_t)bound->info)->construct = target->info->construct ? construct_bound : NULL;
  bound->object.shape = rt__shape_root(&rt_bound_function_class, 0);
  RT_ROOT_POINTER(bound);
  rt_object *prototype = &target->object;
  if (rt__step_to_prototype_js(&prototype) == 2) return RT_EXCEPTION;
  if (prototype != rt__prototype_of(&bound->object)) rt__set_prototype(&bound->object, prototype);

  double length = 0;
  rt_property_descriptor own;
  int32_t has_length = rt__get_own_property_js(&target->object, RT_ATOM(length), &own);
  if (has_length == 2) return RT_EXCEPTION;
  if (has_length) {
    rt_value value = rt__get_js(&target->object, RT_ATOM(length), this_value);
    if (value == RT_EXCEPTION) return RT_EXCEPTION;
    if (rt_is_number(value)) length = rt__integer_part(rt_double(value)) - (argc > 1 ? argc - 1 : 0);
    if (length < 0) length = 0;
  }
  rt__add_property(&bound->object, RT_ATOM(length), rt_from_double(length), RT_PROPERTY_CONFIGURABLE);
  rt_value name = rt__get_js(&target->object, RT_ATOM(name), this_value);
  if (name == RT_EXCEPTION) return RT_EXCEPTION;
  // A rope, so that functions bound many times over do not copy their names each time.
  rt_string *text = rt__concat(rt__string_from_ascii("bound "), rt_is_string(name) ? rt_as_string(name) : RT_ATOM(empty));
  if (!text) return RT_EXCEPTION;
  rt__add_property(&bound->object, RT_ATOM(name), rt_from_string(text), RT_PROPERTY_CONFIGURABLE);
  return rt_from_object(bound);
}

NATIVE(rt_function_prototype_to_string) {
  if (!rt_is_function(this_value))
    return rt__throw_type_error("Function.prototype.toString requires that 'this' be a Function");
  return rt__function_to_string(rt_as_object(this_value));
}

NATIVE(rt_function_prototype_has_instance) {
  int32_t truth = rt__ordinary_has_instance_js(this_value, ARGUMENT(0));
  return truth == 2 ? RT_EXCEPTION : rt_from_bool(truth);
}
