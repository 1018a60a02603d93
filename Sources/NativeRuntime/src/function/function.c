/// Function objects: their shapes, their lazy properties, closures.
#include "object/object.h"

static rt_value lazy_property(rt_object *object, rt_string *key) {
  rt_function *function = (rt_function *)(void *)object;
  const rt_function_info *info = function->info;
  if (key == RT_ATOM(length)) return rt_from_double(info->length);
  if (key == RT_ATOM(name)) return rt_from_string(info->name ? info->name : RT_ATOM(empty));
  // `prototype` of a function that may be used as a constructor (10.2.5 MakeConstructor).
  rt_object *prototype;
  if (info->kind == RT_FUNCTION_GENERATOR || info->kind == RT_FUNCTION_ASYNC_GENERATOR) {
    // That of generator objects (15.5.4, 15.6.4) has no constructor.
    prototype = rt__object_new_with_prototype(
        rt__builtin(info->kind == RT_FUNCTION_GENERATOR ? RT_BUILTIN_GENERATOR_PROTOTYPE : RT_BUILTIN_ASYNCGENERATOR_PROTOTYPE));
  } else {
    prototype = rt__object_new(4);
    rt__define_hidden(prototype, RT_ATOM(constructor), rt_from_object(object));
  }
  // Later reads must give the same object.
  if (!object->extra) {
    object->extra = rt__allocate(4 * sizeof(rt_value), RT_CELL_WORDS);
    for (uint32_t i = 0; i < 4; i++) object->extra[i] = RT_HOLE;
    object->extra[RT_FUNCTION_PROTOTYPE_SLOT] = rt_from_object(prototype);
  }
  return rt_from_object(prototype);
}

const rt_class rt_function_class = {.kind = RT_CLASS_FUNCTION,
                                    .callable = 1,
                                    .instance_size = sizeof(rt_function),
                                    .prototype_builtin = RT_BUILTIN_FUNCTION_PROTOTYPE + 1,
                                    .name = "Function",
                                    .lazy = lazy_property,
                                    .default_to_string = rt__function_to_string};

/// The tables of functions without and with `prototype`; the keys are filled in at start.
static struct {
  uint32_t count, capacity, mask, deleted;
  uint32_t *index;
  rt_property entries[3];
} plain_table
    RT_ROOTED_UNUSED = {.count = 2,
                        .capacity = 2,
                        .entries = {{.slot = 0, .flags = RT_PROPERTY_CONFIGURABLE | RT_PROPERTY_LAZY},
                                    {.slot = 1, .flags = RT_PROPERTY_CONFIGURABLE | RT_PROPERTY_LAZY}}},
    normal_table RT_ROOTED_UNUSED = {.count = 3,
                                     .capacity = 3,
                                     .entries = {{.slot = 0, .flags = RT_PROPERTY_CONFIGURABLE | RT_PROPERTY_LAZY},
                                                 {.slot = 1, .flags = RT_PROPERTY_CONFIGURABLE | RT_PROPERTY_LAZY},
                                                 {.slot = 2, .flags = RT_PROPERTY_WRITABLE | RT_PROPERTY_LAZY}}},
    class_table RT_ROOTED_UNUSED = {.count = 3,
                                    .capacity = 3,
                                    .entries = {{.slot = 0, .flags = RT_PROPERTY_CONFIGURABLE | RT_PROPERTY_LAZY},
                                                {.slot = 1, .flags = RT_PROPERTY_CONFIGURABLE | RT_PROPERTY_LAZY},
                                                {.slot = 2, .flags = RT_PROPERTY_LAZY}}};

#define FUNCTION_SHAPE_OF(table_, count_, prototype_)                                                                  \
  {.class = &rt_function_class,                                                                                        \
   .table = (rt_property_table *)(void *)&table_,                                                                      \
   .count = count_,                                                                                                    \
   .slot_count = count_,                                                                                               \
   .slot_offset = sizeof(rt_function),                                                                                 \
   .prototype_builtin = prototype_ + 1,                                                                                \
   .flags = RT_SHAPE_STATIC}
#define FUNCTION_SHAPE(table_, count_) FUNCTION_SHAPE_OF(table_, count_, RT_BUILTIN_FUNCTION_PROTOTYPE)

rt_shape rt_function_shapes[10] RT_ROOTED_UNUSED = {
    [RT_FUNCTION_NORMAL] = FUNCTION_SHAPE(normal_table, 3),
    [RT_FUNCTION_ARROW] = FUNCTION_SHAPE(plain_table, 2),
    [RT_FUNCTION_METHOD] = FUNCTION_SHAPE(plain_table, 2),
    [RT_FUNCTION_BASE_CONSTRUCTOR] = FUNCTION_SHAPE(class_table, 3),
    [RT_FUNCTION_DERIVED_CONSTRUCTOR] = FUNCTION_SHAPE(class_table, 3),
    [RT_FUNCTION_INTERNAL] = FUNCTION_SHAPE(plain_table, 2),
    [RT_FUNCTION_BUILTIN] = FUNCTION_SHAPE(plain_table, 2),
    [RT_FUNCTION_GENERATOR] = FUNCTION_SHAPE_OF(normal_table, 3, RT_BUILTIN_GENERATORFUNCTION_PROTOTYPE),
    [RT_FUNCTION_ASYNC] = FUNCTION_SHAPE_OF(plain_table, 2, RT_BUILTIN_ASYNCFUNCTION_PROTOTYPE),
    [RT_FUNCTION_ASYNC_GENERATOR] = FUNCTION_SHAPE_OF(normal_table, 3, RT_BUILTIN_ASYNCGENERATORFUNCTION_PROTOTYPE),
};

void rt__functions_start(void) {
  plain_table.entries[0].key = normal_table.entries[0].key = class_table.entries[0].key = RT_ATOM(length);
  plain_table.entries[1].key = normal_table.entries[1].key = class_table.entries[1].key = RT_ATOM(name);
  normal_table.entries[2].key = class_table.entries[2].key = RT_ATOM(prototype);
}

static rt_function *new_function(const rt_function_info *info, uint32_t kind, uint32_t count,
                                 const rt_value *captures) {
  rt_function *function = rt__allocate(sizeof(rt_function) + count * sizeof(rt_value), RT_CELL_WORDS);
  function->object.shape = &rt_function_shapes[kind];
  function->info = info;
  for (uint32_t i = 0; i < count; i++) function->captures[i] = captures[i];
  return function;
}

rt_function *rt_closure_new(const rt_function_info *info, uint32_t count, const rt_value *captures) {
  RT_SAFEPOINT();
  return new_function(info, info->kind, count, captures);
}

rt_cell *rt_cell_new_slow(rt_value value) {
  RT_SAFEPOINT();
  rt_cell *cell = rt__allocate(RT_GRANULE, RT_CELL_WORDS);
  cell->value = value;
  return cell;
}

static rt_function *builtin_function(rt_code call, rt_code construct, rt_string *name, uint32_t length, uint32_t count,
                                     const rt_value *captures) {
  rt_function_info *info = rt__allocate(sizeof(rt_function_info), RT_CELL_WORDS);
  *info = (rt_function_info){.call = call,
                             .construct = construct,
                             .name = name,
                             .length = length,
                             .kind = RT_FUNCTION_BUILTIN,
                             .capture_count = count};
  return new_function(info, RT_FUNCTION_BUILTIN, count, captures);
}

rt_function *rt__function_new(rt_code call, rt_code construct, rt_string *name, uint32_t length) {
  return builtin_function(call, construct, name, length, 0, NULL);
}

rt_function *rt__function_new_with(rt_code call, rt_string *name, uint32_t length, uint32_t count,
                                   const rt_value *captures) {
  return builtin_function(call, NULL, name, length, count, captures);
}

rt_string *rt__function_name(rt_object *function) {
  rt_value name = rt__own_data_value(function, RT_ATOM(name));
  return rt_is_string(name) ? rt_as_string(name) : NULL;
}

bool rt__is_class_constructor(rt_object *object) {
  if (rt_class_of(object)->kind != RT_CLASS_FUNCTION) return false;
  uint8_t kind = ((rt_function *)(void *)object)->info->kind;
  return kind == RT_FUNCTION_BASE_CONSTRUCTOR || kind == RT_FUNCTION_DERIVED_CONSTRUCTOR;
}

/// SetFunctionName (10.2.9).
int32_t rt_set_function_name(rt_value function, rt_value key, rt_value prefix) {
  RT_SAFEPOINT();
  rt_builder builder = {0};
  if (rt_is_string(prefix)) {
    rt__builder_string(&builder, rt_as_string(prefix));
    rt__builder_ascii(&builder, " ");
  }
  if (rt_is_symbol(key)) {
    rt_symbol *symbol = rt_pointer(key);
    if (symbol->description) {
      rt__builder_ascii(&builder, "[");
      rt__builder_string(&builder, symbol->description);
      rt__builder_ascii(&builder, "]");
    }
  } else {
    // A key is a string, symbol or number, so that nothing of the program runs here.
    rt_string *text = rt__to_string_js(key);
    if (!text) return -1;
    rt__builder_string(&builder, text);
  }
  rt_string *name = rt__builder_finish(&builder);
  if (!name) return -1;
  rt_property_descriptor change = {.value = rt_from_string(name), .has = RT_HAS_VALUE};
  return rt__define_own_property_or_throw_js(rt_as_object(function), RT_ATOM(name), &change);
}
