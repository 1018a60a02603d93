/// Calling and constructing (ECMA-262 7.3.14, 7.3.15, 13.3).
#include "object/object.h"

static rt_value throw_not_callable(rt_value callee) { return rt__throw_type_error("%d is not a function", callee); }

rt_value rt__call_js(rt_value callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  if (RT_UNLIKELY(!rt_is_function(callee))) return throw_not_callable(callee);
  rt_function *function = rt_as_function(callee);
  RT_STACK_CHARGE();
  return function->info->call(function, this_value, argc, argv);
}

rt_value rt__throw_not_applicable(rt_value value);

rt_value rt__throw_not_applicable(rt_value value) {
  const char *article = value == RT_NULL ? "" : rt_is_object(value) ? "an " : "a ";
  return rt__throw_type_error("Function.prototype.apply was called on %s, which is %c%s and not a function",
                              rt_is_string(value) ? rt_as_string(value) : rt__describe(value), article,
                              value == RT_NULL ? RT_ATOM(null) : rt_typeof(value));
}

rt_value rt_call_slow(rt_value callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  RT_SAFEPOINT();
  if (RT_UNLIKELY(!rt_is_function(callee))) {
    throw_not_callable(callee);
    return rt__blame(RT_BLAME_CALLEE);
  }
  rt_function *function = rt_as_function(callee);
  return function->info->call(function, this_value, argc, argv);
}

rt_value rt_call_method_slow(rt_value receiver, uint32_t argc, const rt_value *argv, rt_string *key, rt_cache *cache) {
  RT_SAFEPOINT();
  rt_value method = rt_get_property_cached(receiver, key, cache);
  if (method == RT_EXCEPTION) return method;
  if (RT_UNLIKELY(!rt_is_function(method))) {
    rt__throw_type_error("(intermediate value).%s is not a function", rt__key_text(key));
    return rt__blame(RT_BLAME_CALLEE);
  }
  rt_function *function = rt_as_function(method);
  RT_STACK_CHARGE();
  return function->info->call(function, receiver, argc, argv);
}

rt_value rt_call_spread(rt_value callee, rt_value this_value, rt_value arguments) {
  rt_array *list = rt_as_array(arguments);
  return rt_call_slow(callee, this_value, list->length, list->elements);
}

rt_value rt__construct_js(rt_value constructor, rt_value new_target, uint32_t argc, const rt_value *argv) {
  rt_function *function = rt_as_function(constructor);
  RT_STACK_CHARGE();
  return function->info->construct(function, new_target, argc, argv);
}

rt_value rt_construct(rt_value constructor, uint32_t argc, const rt_value *argv) {
  if (RT_UNLIKELY(!rt_is_constructor(constructor))) {
    rt__throw_type_error("%d is not a constructor", constructor);
    return rt__blame(RT_BLAME_CONSTRUCTOR);
  }
  rt_function *function = rt_as_function(constructor);
  RT_STACK_CHARGE();
  return function->info->construct(function, constructor, argc, argv);
}

rt_value rt_construct_spread(rt_value constructor, rt_value arguments) {
  rt_array *list = rt_as_array(arguments);
  return rt_construct(constructor, list->length, list->elements);
}

rt_value rt_construct_super(rt_value active, rt_value new_target, uint32_t argc, const rt_value *argv) {
  rt_value constructor = rt__get_prototype_of_js(rt_as_object(active));
  if (constructor == RT_EXCEPTION) return constructor;
  if (RT_UNLIKELY(!rt_is_constructor(constructor))) {
    // `extends null` leaves Function.prototype as the parent.
    if (rt__is_builtin(constructor, RT_BUILTIN_FUNCTION_PROTOTYPE)) constructor = RT_NULL;
    rt_string *name = rt__function_name(rt_as_object(active));
    if (!name || name->length == 0)
      return rt__throw_type_error("Super constructor %d of anonymous class is not a constructor", constructor);
    return rt__throw_type_error("Super constructor %d of class '%s' is not a constructor", constructor, name);
  }
  return rt__construct_js(constructor, new_target, argc, argv);
}

rt_value rt_construct_super_spread(rt_value active, rt_value new_target, rt_value arguments) {
  rt_array *list = rt_as_array(arguments);
  return rt_construct_super(active, new_target, list->length, list->elements);
}

rt_value rt_call_class_without_new(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)this_value, (void)argc, (void)argv;
  rt_string *name = rt__function_name(&callee->object);
  return rt__throw_type_error("Class constructor %s cannot be invoked without 'new'", name ? name : RT_ATOM(empty));
}

/// ClassDefinitionEvaluation (15.7.14), steps 7 to 14.
rt_value rt_class_link(rt_value constructor, rt_value parent) {
  RT_SAFEPOINT();
  rt_object *function = rt_as_object(constructor);
  rt_object *prototype_parent = NULL;
  RT_ROOT(constructor);
  if (parent == RT_HOLE) {
    prototype_parent = rt__builtin(RT_BUILTIN_OBJECT_PROTOTYPE);
  } else if (parent != RT_NULL) {
    if (!rt_is_constructor(parent))
      return rt__throw_type_error("Class extends value %d is not a constructor or null", parent);
    rt_value value = rt__get_value_js(parent, RT_ATOM(prototype));
    if (value == RT_EXCEPTION) return value;
    if (!rt_is_object(value) && value != RT_NULL)
      return rt__throw_type_error("Class extends value does not have valid prototype property %d", value);
    prototype_parent = value == RT_NULL ? NULL : rt_as_object(value);
    rt__set_prototype(function, rt_as_object(parent));
    // Then static properties that appear later are noticed, and what is inherited can be cached.
    rt__mark_as_prototype(function);
  }
  rt_object *prototype = rt__object_new_with_prototype(prototype_parent);
  rt__define_hidden(prototype, RT_ATOM(constructor), constructor);
  // The property is not writable for the program, so it is stored where the function's shape has it.
  if (!function->extra) {
    function->extra = rt__allocate(4 * sizeof(rt_value), RT_CELL_WORDS);
    for (uint32_t i = 0; i < 4; i++) function->extra[i] = RT_HOLE;
  }
  function->extra[RT_FUNCTION_PROTOTYPE_SLOT] = rt_from_object(prototype);
  return rt_from_object(prototype);
}

/// What walks of chains of ordinary objects found: by the shape that the walk began at and the prototype looked for.
typedef struct walk {
  const rt_shape *shape;
  const rt_object *prototype;
  uintptr_t epoch;
  uintptr_t is_found;
} walk;

enum { WALK_BITS = 6 };

static walk walks[1 << WALK_BITS] RT_ROOTED;

/// Whether one object is in the prototype chain of another; 2 for an exception.
static int32_t has_in_chain_js(rt_object *object, const rt_object *prototype) {
  const rt_shape *shape = object->shape;
  uint32_t mixed = (uint32_t)(uintptr_t)shape + ((uint32_t)(uintptr_t)prototype >> 4);
  walk *known = &walks[mixed * 0x9E3779B1u >> (32 - WALK_BITS)];
  if (known->shape == shape && known->prototype == prototype && known->epoch == rt_prototype_epoch)
    return (int32_t)known->is_found;
  bool is_ordinary = true, is_found = false;
  for (rt_object *o = object; o && !is_found; is_found = o == prototype) {
    if (RT_LIKELY(!rt_exotic(o))) {
      o = rt__prototype_of(o);
    } else {
      is_ordinary = false;
      if (rt__step_to_prototype_js(&o) == 2) return 2;
    }
  }
  if (is_ordinary) *known = (walk){shape, prototype, rt_prototype_epoch, is_found};
  return is_found;
}

/// OrdinaryHasInstance (7.3.21).
int32_t rt__ordinary_has_instance_js(rt_value constructor, rt_value value) {
  if (!rt_is_function(constructor)) return 0;
  rt_object *function = rt_as_object(constructor);
  if (rt_class_of(function)->kind == RT_CLASS_BOUND_FUNCTION)
    return rt_instanceof(value, ((rt_function *)(void *)function)->captures[0]);
  if (!rt_is_object(value)) return 0;
  // OPTIMIZATION: constructors are made with it as their third property. On other functions a program may define it as
  // an accessor.
  const rt_shape *shape = function->shape;
  const rt_property *third = shape->count > 2 ? &shape->table->entries[2] : NULL;
  bool is_usual = function->extra && third && third->key == RT_ATOM(prototype) &&
                  !(third->flags & RT_PROPERTY_ACCESSOR) && rt_class_of(function)->kind == RT_CLASS_FUNCTION;
  rt_value prototype = is_usual ? *rt_slot(function, third->slot) : RT_HOLE;
  if (!rt_is_object(prototype)) prototype = rt__get_js(function, RT_ATOM(prototype), constructor);
  if (prototype == RT_EXCEPTION) return 2;
  if (!rt_is_object(prototype)) {
    rt__throw_type_error("Function has non-object prototype '%d' in instanceof check", prototype);
    return 2;
  }
  RT_ROOT(prototype);
  return has_in_chain_js(rt_as_object(value), rt_as_object(prototype));
}

rt_value rt__species_constructor_js(rt_object *object, rt_value default_constructor) {
  rt_value constructor = rt__get_js(object, RT_ATOM(constructor), rt_from_object(object));
  if (constructor == RT_EXCEPTION || constructor == RT_UNDEFINED)
    return constructor == RT_UNDEFINED ? default_constructor : constructor;
  if (!rt_is_object(constructor)) return rt__throw_type_error("The .constructor property is not an object");
  rt_value species = rt__get_value_js(constructor, RT_SYMBOL(species));
  if (species == RT_EXCEPTION) return species;
  if (rt_is_nullish(species))
    return rt_is_constructor(constructor) && rt__is_class_constructor(rt_as_object(constructor)) ? constructor
                                                                                                 : default_constructor;
  if (!rt_is_constructor(species))
    return rt__throw_type_error("object.constructor[Symbol.species] is not a constructor");
  return species;
}
