/// Objects and the essential operations on them (ECMA-262 7.3 and 10.1).
///
/// Names: a function with `_js` in its name may run the program's code (accessors, valueOf …), and so may collect;
/// the others only allocate. Truth results are 0, 1, or 2 with an exception pending; "status" results are 0, or -1 with an
/// exception pending.
#pragma once

#include "rt_shape.h"

/// A property descriptor (ECMA-262 6.2.6); the `has` bits tell which fields are present.
typedef struct rt_property_descriptor {
  rt_value value;
  rt_value getter;
  rt_value setter;
  uint8_t flags; ///< rt_property_flags
  uint8_t has;   ///< rt_descriptor_has
} rt_property_descriptor;

enum rt_descriptor_has {
  RT_HAS_VALUE = 1,
  RT_HAS_WRITABLE = 2,
  RT_HAS_ENUMERABLE = 4,
  RT_HAS_CONFIGURABLE = 8,
  RT_HAS_GETTER = 16,
  RT_HAS_SETTER = 32,
};

// Where values lie.

static inline const rt_class *rt_class_of(const rt_object *object) { return object->shape->class; }
static inline bool rt_is_class(rt_value v, enum rt_class_kind kind) {
  return rt_is_object(v) && rt_class_of(rt_as_object(v))->kind == kind;
}
static inline bool rt_is_function(rt_value v) {
  return rt_is_object(v) && rt_class_of(rt_as_object(v))->callable;
}
static inline rt_value *rt_slot(rt_object *object, uint32_t slot) {
  const rt_shape *shape = object->shape;
  return slot < shape->inline_capacity ? (rt_value *)(void *)((char *)object + shape->slot_offset) + slot
                                       : object->extra + (slot - shape->inline_capacity);
}

/// Whether a value is what a shape promises of a slot.
bool rt__shape_keeps_promise(const rt_shape *shape, uint32_t slot, rt_value value);

/// Whether a slot of a shape may hold a value.
static inline bool rt_shape_admits(const rt_shape *shape, uint32_t slot, rt_value value) {
  return !rt_shape_promises(shape, slot) || rt__shape_keeps_promise(shape, slot, value);
}

/// Stores the value of a data property.
static inline void rt_store_slot(rt_object *object, uint32_t slot, rt_value value) {
  if (!rt_shape_admits(object->shape, slot, value)) object->shape = rt__shape_general(object->shape);
  *rt_slot(object, slot) = value;
}

// Making objects.

/// An object of a shape without own properties; class fields behind `extra` are zero bytes.
rt_object *rt__object_of_shape(rt_shape *shape);
/// An empty ordinary object with Object.prototype and room for so many properties.
rt_object *rt__object_new(uint32_t expected);
/// An empty ordinary object with a prototype (NULL: null).
rt_object *rt__object_new_with_prototype(rt_object *prototype);
/// OrdinaryCreateFromConstructor (10.1.13): an object of a class whose prototype is new_target.prototype if that is an
/// object, otherwise the class's default. NULL: exception.
rt_object *rt__object_from_constructor_js(rt_value new_target, const rt_class *class);

// Internal methods (6.1.7.2).

/// The internal methods of a class of exotic objects; NULL entries are the ordinary ones. They may run the program's code,
/// so that callers root what they still need.
typedef struct rt_internal_methods {
  rt_value (*get_prototype_of)(rt_object *object); ///< an object, null or RT_EXCEPTION
  int32_t (*set_prototype_of)(rt_object *object, rt_object *prototype); ///< truth
  int32_t (*is_extensible)(rt_object *object);                          ///< truth
  int32_t (*prevent_extensions)(rt_object *object);                     ///< truth
  int32_t (*get_own_property)(rt_object *object, rt_string *key, rt_property_descriptor *descriptor);          ///< truth
  int32_t (*define_own_property)(rt_object *object, rt_string *key, const rt_property_descriptor *descriptor); ///< truth
  int32_t (*has_property)(rt_object *object, rt_string *key); ///< truth
  rt_value (*get)(rt_object *object, rt_string *key, rt_value receiver);
  int32_t (*set)(rt_object *object, rt_string *key, rt_value value, rt_value receiver); ///< truth
  int32_t (*delete)(rt_object *object, rt_string *key);                                 ///< truth
  rt_array *(*own_property_keys)(rt_object *object); ///< strings and symbols, without private names; NULL: exception
  // Integer keys without interning; NULL: through the methods above.
  rt_value (*get_index)(rt_object *object, uint32_t index, rt_value receiver);
  int32_t (*set_index)(rt_object *object, uint32_t index, rt_value value, rt_value receiver); ///< truth
} rt_internal_methods;

static inline const rt_internal_methods *rt_exotic(const rt_object *object) { return rt_class_of(object)->exotic; }

// The internal methods of any object, with atoms as keys.

/// [[GetPrototypeOf]]: an object, null or RT_EXCEPTION.
rt_value rt__get_prototype_of_js(rt_object *object);
/// The same for loops over a chain of prototypes: truth; `*object` becomes NULL at the end.
int32_t rt__step_to_prototype_js(rt_object **object);
/// [[SetPrototypeOf]]: truth.
int32_t rt__set_prototype_of_js(rt_object *object, rt_object *prototype);
/// [[IsExtensible]]: truth.
int32_t rt__is_extensible_js(rt_object *object);
/// [[PreventExtensions]]: truth.
int32_t rt__prevent_extensions_js(rt_object *object);
/// [[GetOwnProperty]]: truth.
int32_t rt__get_own_property_js(rt_object *object, rt_string *key, rt_property_descriptor *descriptor);
/// [[DefineOwnProperty]]: truth; false if the definition is not allowed.
int32_t rt__define_own_property_js(rt_object *object, rt_string *key, const rt_property_descriptor *descriptor);
/// DefinePropertyOrThrow (7.3.8): the same, but false is a TypeError: status.
int32_t rt__define_own_property_or_throw_js(rt_object *object, rt_string *key,
                                            const rt_property_descriptor *descriptor);
/// [[HasProperty]]: truth.
int32_t rt__has_property_js(rt_object *object, rt_string *key);
/// [[Get]].
rt_value rt__get_js(rt_object *object, rt_string *key, rt_value receiver);
/// [[Set]]: truth.
int32_t rt__set_js(rt_object *object, rt_string *key, rt_value value, rt_value receiver);
/// [[Delete]]: truth.
int32_t rt__delete_js(rt_object *object, rt_string *key);
/// DeletePropertyOrThrow (7.3.9): status.
int32_t rt__delete_or_throw_js(rt_object *object, rt_string *key);
/// CreateDataProperty (7.3.5): truth.
int32_t rt__create_data_property_js(rt_object *object, rt_string *key, rt_value value);
/// CreateDataPropertyOrThrow (7.3.7): status.
int32_t rt__create_data_property_or_throw_js(rt_object *object, rt_string *key, rt_value value);

// The ordinary internal methods (10.1), which also know arrays, String and arguments objects. Those without `_js` run no
// code, so of exotic objects they see only what lies in the shape.

rt_object *rt__prototype_of(rt_object *object);
/// OrdinarySetPrototypeOf (10.1.2.1): truth.
int32_t rt__set_prototype(rt_object *object, rt_object *prototype);
/// OrdinaryGetOwnProperty (10.1.5.1).
bool rt__get_own_property(rt_object *object, rt_string *key, rt_property_descriptor *descriptor);
/// OrdinaryDefineOwnProperty (10.1.6.1, 10.4.2.1): truth. An array's `length` that is an object is converted.
int32_t rt__define_own_property(rt_object *object, rt_string *key, const rt_property_descriptor *descriptor);
/// The same, but false is a TypeError: status.
int32_t rt__define_own_property_or_throw(rt_object *object, rt_string *key, const rt_property_descriptor *descriptor);
/// OrdinaryHasProperty (10.1.7.1) of a chain of ordinary objects.
bool rt__has_property(rt_object *object, rt_string *key);
/// OrdinaryHasProperty of an object with any prototype: truth.
int32_t rt__ordinary_has_property_js(rt_object *object, rt_string *key);
/// OrdinaryGet (10.1.8.1) where [[GetOwnProperty]] may be exotic.
rt_value rt__ordinary_get_js(rt_object *object, rt_string *key, rt_value receiver);
/// OrdinarySet (10.1.9.1) where [[GetOwnProperty]] may be exotic: truth.
int32_t rt__ordinary_set_js(rt_object *object, rt_string *key, rt_value value, rt_value receiver);
/// OrdinaryDelete (10.1.10.1): truth (never an exception).
int32_t rt__delete(rt_object *object, rt_string *key);
/// ValidateAndApplyPropertyDescriptor (10.1.6.3) without an object: whether a change of a property would be allowed;
/// `current` is NULL if there is none.
bool rt__is_compatible_descriptor(bool extensible, const rt_property_descriptor *change,
                                  const rt_property_descriptor *current);

/// GetV (7.3.3): a property of any value; TypeError for undefined and null.
rt_value rt__get_value_js(rt_value base, rt_string *key);
/// GetMethod (7.3.11): a function or undefined.
rt_value rt__get_method_js(rt_value base, rt_string *key);
/// Set with Throw = true on any value: status.
int32_t rt__put_js(rt_value base, rt_string *key, rt_value value);
/// CreateDataPropertyOrThrow (7.3.7) on an object that is not exotic: status.
int32_t rt__create_data_property(rt_object *object, rt_string *key, rt_value value);
/// Defines a writable, configurable, not enumerable property of an ordinary extensible object that lacks it.
void rt__define_hidden(rt_object *object, rt_string *key, rt_value value);
/// Defines a data property with given flags on an extensible object that lacks it.
void rt__add_property(rt_object *object, rt_string *key, rt_value value, uint8_t flags);
/// An own data property's value without running code; RT_HOLE if absent or an accessor.
rt_value rt__own_data_value(rt_object *object, rt_string *key);
/// A data property's value anywhere on the prototype chain without running code; RT_HOLE if absent or an accessor.
rt_value rt__data_value(rt_object *object, rt_string *key);

// The same with an index; `uint32_t` indices include 2^32 - 1, which is an ordinary key.

rt_value rt__get_index_js(rt_object *object, uint32_t index);
int32_t rt__put_index_js(rt_object *object, uint32_t index, rt_value value);
bool rt__has_index(rt_object *object, uint32_t index);
int32_t rt__has_index_js(rt_object *object, uint32_t index); ///< truth
/// Deletes or throws a TypeError: status.
int32_t rt__delete_index_or_throw(rt_object *object, uint32_t index);
int32_t rt__create_index_property(rt_object *object, uint32_t index, rt_value value);
/// For generic array methods on lengths up to 2^53 - 1: any integer as a key.
rt_string *rt__key_from_double(double index);
/// LengthOfArrayLike (7.3.18): -1 with an exception pending.
double rt__length_of_js(rt_object *object);

// Keys.

/// ToPropertyKey (7.1.19): NULL on exception.
rt_string *rt__to_key_js(rt_value value);

enum rt_key_filter {
  RT_KEYS_STRINGS = 1,
  RT_KEYS_SYMBOLS = 2,
  RT_KEYS_ENUMERABLE_ONLY = 4,
};

/// OrdinaryOwnPropertyKeys (10.1.11.1) as an array of strings and symbols: indices ascending, strings in order of
/// creation, then symbols; never private names.
rt_array *rt__own_keys(rt_object *object, uint32_t filter);
/// [[OwnPropertyKeys]] of any object, filtered; NULL on exception.
rt_array *rt__own_keys_js(rt_object *object, uint32_t filter);

// Integrity (7.3.15, 7.3.16, 10.1.3, 10.1.4).

enum rt_integrity { RT_INTEGRITY_SEALED = 1, RT_INTEGRITY_FROZEN = 2 };
bool rt__is_extensible(rt_object *object);
void rt__prevent_extensions(rt_object *object);
void rt__set_integrity(rt_object *object, enum rt_integrity level);
bool rt__test_integrity(rt_object *object, enum rt_integrity level);
/// SetIntegrityLevel (7.3.15) of any object: truth.
int32_t rt__set_integrity_js(rt_object *object, enum rt_integrity level);
/// TestIntegrityLevel (7.3.16) of any object: truth.
int32_t rt__test_integrity_js(rt_object *object, enum rt_integrity level);

// Conversions (7.1).

/// ToObject; TypeError "Cannot convert undefined or null to object". NULL: exception.
rt_object *rt__to_object(rt_value value);
enum rt_hint { RT_HINT_DEFAULT, RT_HINT_NUMBER, RT_HINT_STRING };
rt_value rt__to_primitive_js(rt_value value, enum rt_hint hint);
/// OrdinaryToPrimitive (7.1.1.1) of an object; the default hint is that of numbers.
rt_value rt__ordinary_to_primitive_js(rt_value object, enum rt_hint hint);
/// ToString without a safepoint of its own; NULL on exception.
rt_string *rt__to_string_js(rt_value value);
/// What Object.prototype.toString gives for an object without `Symbol.toStringTag`: "[object Foo]".
rt_value rt__default_to_string(rt_object *object);
/// ToIntegerOrInfinity; a NaN with all bits set on exception, as `rt_is_double_exception` tests.
double rt__to_integer_js(rt_value value);
/// ToIntegerOrInfinity of a number.
double rt__integer_part(double number);
/// ToInt32 of a number.
int32_t rt__number_to_int32(double number);
bool rt__same_value(rt_value a, rt_value b);
bool rt__same_value_zero(rt_value a, rt_value b);
/// The value as messages of V8 show it: `undefined`, `"text"`, `#<Foo>`, `[object Array]`, `function f() …`.
rt_string *rt__describe(rt_value value);

/// A wrapper object's primitive (Boolean, Number, String, Symbol, BigInt objects).
typedef struct rt_wrapper {
  rt_object object;
  rt_value value;
} rt_wrapper;
extern const rt_class rt_object_class, rt_boolean_class, rt_number_class, rt_string_class, rt_symbol_class,
    rt_bigint_class;
extern const rt_class rt_arguments_class;

/// The name of the constructor an object's class shows ("Foo"), from the first `constructor` on the prototype chain
/// whose value is a function with a non-empty name; NULL if none. Runs no code.
rt_string *rt__constructor_name(rt_object *object);
