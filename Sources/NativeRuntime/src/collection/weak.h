/// What the natives of weak collections, WeakRef and FinalizationRegistry share.
#pragma once

#include "collection_natives.h"

/// CanBeHeldWeakly (ECMA-262 9.13): objects, and symbols that are not in the global registry.
static inline bool rt__can_be_held_weakly(rt_value value) {
  return rt_is_object(value) || (rt_is_symbol(value) && !((const rt_symbol *)rt_pointer(value))->registered);
}

/// Declares the receiver as an object of a class with its structure's type.
#define RT_THIS_CLASS(type, name, class, method)                                                                       \
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &class) {                                  \
    return rt__throw_incompatible(method, this_value);                                                                 \
  }                                                                                                                    \
  type *name = (type *)rt_as_object(this_value)

RT_NATIVE(rt_native_weak_map_set);
RT_NATIVE(rt_native_weak_set_add);

/// A reference that does not keep its cell alive: the collector, which takes every word for a possible reference, does
/// not recognise it.
typedef uint64_t rt_hidden;
static inline rt_hidden rt__hide(rt_value value) { return ~value; }
static inline rt_value rt__reveal(rt_hidden hidden) { return ~hidden; }
