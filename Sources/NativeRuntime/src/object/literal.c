/// Objects that compiled code makes in one piece: `arguments` and template objects.
#include "object.h"

/// The accessor `callee` of all arguments objects.
static rt_accessor *callee_accessor RT_ROOTED_UNUSED;

/// The lazy `Symbol.iterator` of arguments objects: %Array.prototype.values%.
static rt_value arguments_iterator(rt_object *object, rt_string *key) {
  (void)object;
  rt_value values = rt__own_data_value(rt__builtin(RT_BUILTIN_ARRAY_PROTOTYPE), key);
  return values == RT_HOLE ? RT_UNDEFINED : values;
}

const rt_class rt_arguments_class = {.kind = RT_CLASS_ARGUMENTS,
                                     .instance_size = sizeof(rt_object),
                                     .prototype_builtin = RT_BUILTIN_OBJECT_PROTOTYPE + 1,
                                     .name = "Arguments",
                                     .lazy = arguments_iterator};

/// CreateUnmappedArgumentsObject (10.4.4.6).
rt_object *rt_arguments_new(uint32_t argc, const rt_value *argv) {
  RT_SAFEPOINT();
  enum { SLOTS = 3 };
  if (!callee_accessor) {
    callee_accessor = rt__allocate(sizeof *callee_accessor, RT_CELL_WORDS);
    callee_accessor->getter = callee_accessor->setter = rt_from_object(rt__thrower());
  }
  rt_shape *shape = rt__shape_root(&rt_arguments_class, SLOTS);
  shape = rt__shape_add(shape, RT_ATOM(length), RT_PROPERTY_HIDDEN);
  shape = rt__shape_add(shape, RT_ATOM(callee), RT_PROPERTY_ACCESSOR);
  shape = rt__shape_add(shape, RT_SYMBOL(iterator), RT_PROPERTY_HIDDEN | RT_PROPERTY_LAZY);
  rt_object *object = rt__object_of_shape(shape);
  *rt_slot(object, 0) = rt_from_double(argc);
  *rt_slot(object, 1) = rt_from_object(callee_accessor);
  for (uint32_t i = 0; i < argc; i++) rt__add_property(object, rt__intern_index(i), argv[i], RT_PROPERTY_PLAIN);
  return object;
}

rt_value rt_template_object(rt_value *site, uint32_t count, rt_string *const *texts) {
  RT_SAFEPOINT();
  if (rt_is_object(*site)) return *site;
  rt_array *cooked = rt__array_new(count), *raw = rt__array_new(count);
  for (uint32_t i = 0; i < count; i++) {
    cooked->elements[i] = texts[2 * i] ? rt_from_string(texts[2 * i]) : RT_UNDEFINED;
    raw->elements[i] = rt_from_string(texts[2 * i + 1]);
  }
  cooked->length = raw->length = count;
  rt__set_integrity(&raw->object, RT_INTEGRITY_FROZEN);
  rt__add_property(&cooked->object, RT_ATOM(raw), rt_from_object(raw), 0);
  rt__set_integrity(&cooked->object, RT_INTEGRITY_FROZEN);
  return *site = rt_from_object(cooked);
}
