/// The realm: built-in objects, made when first needed.
#include "object/object.h"

// Contained in programs that can name a restricted property.
#pragma weak rt_restricted_property
#pragma weak rt__thrower

static rt_object *objects[RT_BUILTIN_COUNT];
/// Zeros take no room in executables outside of the section of the roots, so `objects` is registered when it is used.
static bool objects_are_roots;

#define WELL_KNOWN(name, text)                                                                                         \
  static struct {                                                                                                      \
    uint32_t length, hash;                                                                                             \
    uint8_t kind, flags;                                                                                               \
    uint16_t reserved;                                                                                                 \
    char data[sizeof text];                                                                                            \
  } description_of_##name = {sizeof text - 1, 0, RT_STRING_LATIN1, RT_STRING_STATIC, 0, text};                         \
  rt_symbol rt_symbol_##name = {.hash = __COUNTER__ * 2654435769u + 0x9E3779B1u,                                       \
                                .kind = RT_STRING_SYMBOL,                                                              \
                                .flags = RT_STRING_STATIC,                                                             \
                                .description = (rt_string *)(void *)&description_of_##name};

WELL_KNOWN(iterator, "Symbol.iterator")
WELL_KNOWN(async_iterator, "Symbol.asyncIterator")
WELL_KNOWN(has_instance, "Symbol.hasInstance")
WELL_KNOWN(to_primitive, "Symbol.toPrimitive")
WELL_KNOWN(to_string_tag, "Symbol.toStringTag")
WELL_KNOWN(species, "Symbol.species")
WELL_KNOWN(is_concat_spreadable, "Symbol.isConcatSpreadable")
WELL_KNOWN(unscopables, "Symbol.unscopables")
WELL_KNOWN(match, "Symbol.match")
WELL_KNOWN(match_all, "Symbol.matchAll")
WELL_KNOWN(replace, "Symbol.replace")
WELL_KNOWN(search, "Symbol.search")
WELL_KNOWN(split, "Symbol.split")
WELL_KNOWN(dispose, "Symbol.dispose")
WELL_KNOWN(async_dispose, "Symbol.asyncDispose")

static rt_symbol *const well_known[] = {
    &rt_symbol_iterator,
    &rt_symbol_async_iterator,
    &rt_symbol_has_instance,
    &rt_symbol_to_primitive,
    &rt_symbol_to_string_tag,
    &rt_symbol_species,
    &rt_symbol_is_concat_spreadable,
    &rt_symbol_unscopables,
    &rt_symbol_match,
    &rt_symbol_match_all,
    &rt_symbol_replace,
    &rt_symbol_search,
    &rt_symbol_split,
    &rt_symbol_dispose,
    &rt_symbol_async_dispose,
};

rt_string *rt__well_known_symbol(rt_string *name) {
  enum { PREFIX = sizeof "Symbol." - 1 };
  rt_text text = rt__text(name);
  for (size_t i = 0; i < sizeof well_known / sizeof well_known[0]; i++) {
    const rt_string *d = well_known[i]->description;
    if (d->length == text.length + PREFIX && text.latin1 && memcmp(d->data + PREFIX, text.latin1, text.length) == 0)
      return (rt_string *)(void *)well_known[i];
  }
  rt__fatal("FATAL ERROR: unknown well-known symbol in the table of built-in objects\n");
}

/// Objects whose [[Prototype]] is not Object.prototype, or Function.prototype for functions.
#define PAIR(object_, parent_) {object_, parent_},
static const struct {
  uint16_t object, parent;
} parents[] = {RT_BUILTIN_PARENTS(PAIR)};

static const struct {
  uint16_t constructor, prototype;
} constructors[] = {RT_BUILTIN_CONSTRUCTORS(PAIR)};
#undef PAIR

/// The prototypes of primitives and of Error, which have more than their table says.
static const struct {
  uint16_t prototype, kind;
} error_prototypes[] = {
    {RT_BUILTIN_ERROR_PROTOTYPE, RT_ATOM_Error},
    {RT_BUILTIN_TYPEERROR_PROTOTYPE, RT_ATOM_TypeError},
    {RT_BUILTIN_RANGEERROR_PROTOTYPE, RT_ATOM_RangeError},
    {RT_BUILTIN_REFERENCEERROR_PROTOTYPE, RT_ATOM_ReferenceError},
    {RT_BUILTIN_SYNTAXERROR_PROTOTYPE, RT_ATOM_SyntaxError},
    {RT_BUILTIN_EVALERROR_PROTOTYPE, RT_ATOM_EvalError},
    {RT_BUILTIN_URIERROR_PROTOTYPE, RT_ATOM_URIError},
    {RT_BUILTIN_AGGREGATEERROR_PROTOTYPE, RT_ATOM_AggregateError},
};

static rt_value call_function_prototype(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee, (void)this_value, (void)argc, (void)argv;
  return RT_UNDEFINED;
}

/// What a constructor does that the program never names: it can be reached only by tricks.
static rt_value call_unlinked(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)this_value, (void)argc, (void)argv;
  return rt__throw_error(RT_ERROR, "The built-in %s is not part of this program", rt__function_name(&callee->object));
}

static int constructor_of(enum rt_builtin_id id) {
  for (size_t i = 0; i < sizeof constructors / sizeof constructors[0]; i++)
    if (constructors[i].constructor == id) return constructors[i].prototype;
  return -1;
}

static rt_object *parent_of(enum rt_builtin_id id, bool is_function) {
  if (id == RT_BUILTIN_OBJECT_PROTOTYPE) return NULL;
  for (size_t i = 0; i < sizeof parents / sizeof parents[0]; i++)
    if (parents[i].object == id) return rt__builtin(parents[i].parent);
  return rt__builtin(is_function && id != RT_BUILTIN_FUNCTION_PROTOTYPE ? RT_BUILTIN_FUNCTION_PROTOTYPE
                                                                        : RT_BUILTIN_OBJECT_PROTOTYPE);
}

/// The object without properties and prototype.
static rt_object *make_object(enum rt_builtin_id id, const rt_builtin_table *table, bool *is_function) {
  bool is_constructor = constructor_of(id) >= 0;
  *is_function = is_constructor || id == RT_BUILTIN_FUNCTION_PROTOTYPE || (table && table->call);
  if (id == RT_BUILTIN_FUNCTION_PROTOTYPE)
    return &rt__function_new(call_function_prototype, NULL, RT_ATOM(empty), 0)->object;
  if (*is_function) {
    rt_code call = table ? table->call : NULL, construct = table ? table->construct : NULL;
    if (!call) call = call_unlinked;
    if (!construct && is_constructor && !table) construct = call_unlinked;
    return &rt__function_new(call, construct, table && table->name ? table->name : RT_ATOM(empty),
                             table ? table->length : 0)
                ->object;
  }
  // Prototypes that are exotic objects have code of their own, in programs that mention the constructor.
  if (table && table->make) return rt_as_object(table->make(NULL, RT_UNDEFINED, 0, NULL));
  return rt__object_of_shape(rt__shape_root(&rt_object_class, 0));
}

static rt_string *prefixed(const char *prefix, rt_string *key) {
  rt_builder builder = {0};
  rt__builder_ascii(&builder, prefix);
  if (rt_key_is_symbol(key)) {
    rt__builder_ascii(&builder, "[");
    rt__builder_string(&builder, ((rt_symbol *)(void *)key)->description);
    rt__builder_ascii(&builder, "]");
  } else {
    rt__builder_string(&builder, key);
  }
  return rt__builder_finish(&builder);
}

static void add_property(rt_object *object, enum rt_builtin_id id, const rt_builtin_property *p) {
  rt_string *key = p->flags & RT_BUILTIN_WELL_KNOWN_SYMBOL ? rt__well_known_symbol(p->key) : p->key;
  if (rt__shape_find(object->shape, key) >= 0) return;
  uint8_t flags = (uint8_t)((p->flags & RT_BUILTIN_READONLY ? 0 : RT_PROPERTY_WRITABLE) |
                            (p->flags & RT_BUILTIN_FIXED ? 0 : RT_PROPERTY_CONFIGURABLE) |
                            (p->flags & RT_BUILTIN_ENUMERABLE ? RT_PROPERTY_ENUMERABLE : 0));
  rt_value value = RT_UNDEFINED;
  switch (p->kind) {
  case RT_BUILTIN_KIND_METHOD:
    value = rt_from_object(rt__function_new(p->code, NULL, rt_key_is_symbol(key) ? prefixed("", key) : key, p->length));
    break;
  case RT_BUILTIN_KIND_GETTER: {
    rt_function *getter = rt__function_new(p->code, NULL, prefixed("get ", key), 0);
    // The well-known symbols are constants; getters keep them apart in the program's tables.
    if (id == RT_BUILTIN_SYMBOL) {
      value = p->code(getter, rt_from_object(object), 0, NULL);
      flags = 0;
      break;
    }
    rt_accessor *accessor = rt__allocate(sizeof *accessor, RT_CELL_WORDS);
    bool is_restricted = rt_restricted_property && p->code == rt_restricted_property;
    if (is_restricted) getter = rt__thrower();
    accessor->getter = rt_from_object(getter);
    accessor->setter = RT_UNDEFINED;
    if (is_restricted)
      accessor->setter = accessor->getter;
    else if (p->setter)
      accessor->setter = rt_from_object(rt__function_new(p->setter, NULL, prefixed("set ", key), 1));
    value = rt_from_object(accessor);
    flags = (uint8_t)(RT_PROPERTY_ACCESSOR | (flags & (RT_PROPERTY_CONFIGURABLE | RT_PROPERTY_ENUMERABLE)));
    break;
  }
  case RT_BUILTIN_KIND_OBJECT: value = rt_from_object(rt__builtin((enum rt_builtin_id)p->value)); break;
  // The table has the original first.
  case RT_BUILTIN_KIND_SAME: value = rt__own_data_value(object, rt_as_string(p->value)); break;
  case RT_BUILTIN_KIND_NUMBER:
  case RT_BUILTIN_KIND_STRING: value = p->value; break;
  default: break;
  }
  rt__add_property(object, key, value, flags);
}

rt_object *rt__builtin(enum rt_builtin_id id) {
  if (RT_LIKELY(objects[id] != NULL)) return objects[id];
  const rt_builtin_table *table = rt_builtin_tables[id];
  bool is_function;
  rt_object *object = make_object(id, table, &is_function);
  objects[id] = object;
  if (!objects_are_roots) {
    objects_are_roots = true;
    rt__register_roots(objects, objects + RT_BUILTIN_COUNT);
  }
  object->shape = rt__shape_unique(object->shape);
  rt_object *parent = parent_of(id, is_function);
  if (parent) rt__mark_as_prototype(parent);
  object->shape->prototype = parent;
  object->shape->prototype_builtin = 0;
  int prototype = constructor_of(id);
  if (prototype >= 0)
    rt__add_property(object, RT_ATOM(prototype), rt_from_object(rt__builtin((enum rt_builtin_id)prototype)), 0);
  for (size_t i = 0; i < sizeof error_prototypes / sizeof error_prototypes[0]; i++) {
    if (error_prototypes[i].prototype != id) continue;
    rt__define_hidden(object, RT_ATOM(name), rt_from_string(rt_atoms[error_prototypes[i].kind]));
    rt__define_hidden(object, RT_ATOM(message), rt_from_string(RT_ATOM(empty)));
  }
  uint8_t changed = rt_has_instance_changed;
  for (uint32_t i = 0; table && i < table->count; i++) add_property(object, id, &table->properties[i]);
  if (id == RT_BUILTIN_FUNCTION_PROTOTYPE) rt_has_instance_changed = changed;
  // From now on, changes are the program's.
  for (size_t i = 0; i < sizeof constructors / sizeof constructors[0]; i++)
    if (constructors[i].prototype == id) object->shape->flags |= RT_SHAPE_WATCHED;
  for (size_t i = 0; i < sizeof parents / sizeof parents[0]; i++)
    if (parents[i].object == id && parents[i].parent == RT_BUILTIN_ITERATOR_PROTOTYPE)
      object->shape->flags |= RT_SHAPE_WATCHED;
  return object;
}

rt_object *rt__builtin_if_made(enum rt_builtin_id id) { return objects[id]; }

bool rt__is_builtin(rt_value value, enum rt_builtin_id id) {
  return rt_is_object(value) && objects[id] == rt_as_object(value);
}

rt_value rt_builtin(uint32_t id) {
  RT_SAFEPOINT();
  return rt_from_object(rt__builtin((enum rt_builtin_id)id));
}
