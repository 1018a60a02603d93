/// What the files of src/object share.
#pragma once

#include "rt_abi.h"
#include "rt_atoms.h"
#include "rt_inline.h"
#include "rt_proxy.h"
#include "rt_realm.h"

/// The number of properties from which on an object gets a shape of its own: with names known at compile time, and with
/// computed ones.
enum { RT__NAMED_MAX = 256, RT__COMPUTED_MAX = 24 };

/// A property's value where the entry is known to be data: computes lazy ones.
rt_value rt__read_slot(rt_object *object, const rt_property *property, rt_string *key);
/// Calls a getter.
rt_value rt__call_getter_js(rt_value slot, rt_value receiver);
/// Tells everyone concerned that a prototype's property came, went or changed its kind.
void rt__prototype_changed(rt_object *object, rt_string *key);
/// Adds a property of an object that lacks it and is extensible; the object gets a shape of its own at `limit`.
void rt__add_limited(rt_object *object, rt_string *key, rt_value value, uint8_t flags, uint32_t limit);
/// The prototype that property lookup on a primitive starts from; NULL for undefined and null.
rt_object *rt__primitive_prototype(rt_value value);
/// A property that is not in the shape: elements and length of arrays, those of exotic classes.
bool rt__get_own_special(rt_object *object, rt_string *key, rt_property_descriptor *descriptor);
/// Whether an object is an ordinary one whose properties are all data with names that are no indices: copying them in
/// the order of the shape runs no code.
bool rt__has_only_plain_data(const rt_object *object);
/// Whether an ordinary object can get any property, and those it has are as assignments make them.
bool rt__accepts_plain_data(const rt_object *object);
/// Copies the enumerable properties of an object that has only plain data to one that accepts them.
void rt__copy_plain_data(rt_object *target, rt_object *source);
/// Whether a store to an object that lacks the property adds it: the chain consists of ordinary objects, and what they
/// have of that name is writable data.
bool rt__is_added_by_store(rt_object *object, rt_string *key);
/// Whether `rt__get_own_special` may say yes for this object and key.
static inline bool rt__may_be_special(const rt_object *object, const rt_string *key) {
  const rt_class *class = object->shape->class;
  return class->get_own != NULL || (class->kind == RT_CLASS_ARRAY && (rt_key_is_index(key) || key == RT_ATOM(length)));
}
/// [[Set]] with a limit for adds.
int32_t rt__set_limited_js(rt_object *object, rt_string *key, rt_value value, rt_value receiver, uint32_t limit);
/// The shape of a literal whose layout says that slots hold numbers, for all its sites.
rt_shape *rt__literal_shape(const rt_literal_site *site, uint32_t count, rt_string *const *keys);
/// How a cache remembers an own property in an inline slot for stores.
static inline uint32_t rt__own_kind(const rt_shape *shape, uint32_t slot) {
  return rt_shape_promises(shape, slot) ? RT_CACHE_OWN_CHECKED : RT_CACHE_OWN_INLINE;
}
/// The same for the step to a shape with one property more.
static inline uint32_t rt__add_kind(const rt_shape *shape, uint32_t slot) {
  return rt_shape_promises(shape, slot) ? RT_CACHE_ADD_CHECKED : RT_CACHE_ADD_INLINE;
}
/// A hit of a cache for a slot of which the shape promises something; if `is_add_watched`, adds are only repeated in
/// their epoch.
bool rt__repeat_checked(rt_object *object, rt_value value, const rt_cache *cache, bool is_add_watched);
/// Throws the TypeError that tells why a [[Set]] returned false: status -1.
int32_t rt__throw_set_failure(rt_value base, rt_string *key);
/// A key as messages show it: the text, or "Symbol(description)".
rt_string *rt__key_text(rt_string *key);
/// What Function.prototype.toString gives.
rt_value rt__function_to_string(rt_object *function);
/// "Name: message" of an error, without running the program's code.
rt_string *rt__error_header(rt_object *error);
/// An error object without a message.
rt_error *rt__error_allocate(rt_object *prototype);
/// %ThrowTypeError% (10.2.4): the same function every time.
rt_function *rt__thrower(void);
/// Its code; rows of the manifest with it stand for accessors of %ThrowTypeError%.
rt_value rt_restricted_property(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv);
/// The code of Function.prototype[Symbol.hasInstance], by which `instanceof` knows it.
rt_value rt_function_prototype_has_instance(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv);
/// ToString of a value that is no object; NULL on exception.
rt_string *rt__primitive_to_string(rt_value value);
