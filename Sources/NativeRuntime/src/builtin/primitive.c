/// Boolean (ECMA-262 20.3) and Symbol (20.4).
#include "native.h"

NATIVE(rt_boolean_call) { return rt_from_bool(rt_to_boolean(ARGUMENT(0))); }

NATIVE(rt_boolean_construct) {
  rt_object *object = rt__object_from_constructor_js(this_value, &rt_boolean_class);
  if (!object) return RT_EXCEPTION;
  ((rt_wrapper *)(void *)object)->value = rt_from_bool(rt_to_boolean(ARGUMENT(0)));
  return rt_from_object(object);
}

/// The primitive of a receiver that is one or wraps one; RT_HOLE otherwise.
static rt_value primitive_of(rt_value value, bool (*is_primitive)(rt_value), enum rt_class_kind kind) {
  if (is_primitive(value)) return value;
  return rt_is_class(value, kind) ? ((rt_wrapper *)rt_pointer(value))->value : RT_HOLE;
}

static rt_value this_boolean(rt_value value, const char *method) {
  rt_value primitive = primitive_of(value, rt_is_boolean, RT_CLASS_BOOLEAN);
  if (primitive != RT_HOLE) return primitive;
  return rt__throw_type_error("Boolean.prototype.%c requires that 'this' be a Boolean", method);
}

NATIVE(rt_boolean_prototype_to_string) {
  rt_value value = this_boolean(this_value, "toString");
  return value == RT_EXCEPTION ? value : rt_from_string(value == RT_TRUE ? RT_ATOM(true_) : RT_ATOM(false_));
}

NATIVE(rt_boolean_prototype_value_of) { return this_boolean(this_value, "valueOf"); }

// Symbols.

NATIVE(rt_symbol_call) {
  rt_string *description = NULL;
  if (ARGUMENT(0) != RT_UNDEFINED && !(description = rt__to_string_js(argv[0]))) return RT_EXCEPTION;
  return rt_from_pointer(rt__symbol_new(description), RT_TAG_SYMBOL);
}

NATIVE(rt_symbol_construct) { return rt__throw_type_error("Symbol is not a constructor"); }

/// The symbols made by `Symbol.for`, as properties of an object without prototype.
static rt_object *registry RT_ROOTED_UNUSED;

NATIVE(rt_symbol_for) {
  rt_string *text = rt__to_string_js(ARGUMENT(0));
  if (!text) return RT_EXCEPTION;
  if (!registry) registry = rt__object_new_with_prototype(NULL);
  rt_string *key = rt__intern(text);
  rt_value known = rt__own_data_value(registry, key);
  if (known != RT_HOLE) return known;
  rt_symbol *symbol = rt__symbol_new(key);
  symbol->registered = 1;
  rt_value value = rt_from_pointer(symbol, RT_TAG_SYMBOL);
  rt__add_property(registry, key, value, RT_PROPERTY_PLAIN);
  return value;
}

NATIVE(rt_symbol_key_for) {
  if (!rt_is_symbol(ARGUMENT(0))) return rt__throw_type_error("%d is not a symbol", ARGUMENT(0));
  const rt_symbol *symbol = rt_pointer(argv[0]);
  return symbol->registered ? rt_from_string(symbol->description) : RT_UNDEFINED;
}

static rt_value this_symbol(rt_value value, const char *method) {
  rt_value primitive = primitive_of(value, rt_is_symbol, RT_CLASS_SYMBOL);
  return primitive != RT_HOLE ? primitive : rt__throw_type_error("%c requires that 'this' be a Symbol", method);
}

NATIVE(rt_symbol_prototype_to_string) {
  rt_value symbol = this_symbol(this_value, "Symbol.prototype.toString");
  if (symbol == RT_EXCEPTION) return symbol;
  rt_string *text = rt__symbol_descriptive_string(rt_pointer(symbol));
  return text ? rt_from_string(text) : RT_EXCEPTION;
}

NATIVE(rt_symbol_prototype_value_of) { return this_symbol(this_value, "Symbol.prototype.valueOf"); }

NATIVE(rt_symbol_prototype_get_description) {
  rt_value symbol = this_symbol(this_value, "Symbol.prototype.description");
  if (symbol == RT_EXCEPTION) return symbol;
  rt_string *description = ((rt_symbol *)rt_pointer(symbol))->description;
  return description ? rt_from_string(description) : RT_UNDEFINED;
}

// These run while the realm makes the object Symbol, where nothing may be collected.
#define WELL_KNOWN(name)                                                                                               \
  rt_value rt_symbol_get_##name NATIVE_PARAMETERS { return rt_from_pointer(&rt_symbol_##name, RT_TAG_SYMBOL); }

WELL_KNOWN(iterator)
WELL_KNOWN(async_iterator)
WELL_KNOWN(has_instance)
WELL_KNOWN(to_primitive)
WELL_KNOWN(to_string_tag)
WELL_KNOWN(species)
WELL_KNOWN(is_concat_spreadable)
WELL_KNOWN(unscopables)
WELL_KNOWN(match)
WELL_KNOWN(match_all)
WELL_KNOWN(replace)
WELL_KNOWN(search)
WELL_KNOWN(split)
WELL_KNOWN(dispose)
WELL_KNOWN(async_dispose)
