/// What the natives of Map and Set share.
#pragma once

#include "library.h"
#include "rt_collection.h"

/// Declares the receiver as a collection of a kind, or throws V8's TypeError.
#define RT_THIS_COLLECTION(name, class_kind, method)                                                                   \
  if (!rt_is_class(this_value, class_kind)) return rt__throw_incompatible(method, this_value);                         \
  rt_collection *name = rt_as_collection(this_value)

/// What an iterator gives.
enum rt_iteration_kind { RT_ITERATE_KEYS = 0, RT_ITERATE_VALUES = 1, RT_ITERATE_ENTRIES = 2 };

/// Prepares a record that steps through a collection.
void rt__collection_record(rt_iterator *record, rt_object *collection, enum rt_iteration_kind kind);
/// Adds the values of an iterable by calling `add` on the new collection, as the constructors do: status.
int32_t rt__fill_collection_js(rt_collection *collection, rt_value iterable, bool pairs);

void rt_collection_clear(rt_object *object);
rt_object *rt_map_set(rt_object *object, rt_value key, rt_value value);
rt_object *rt_set_add(rt_object *object, rt_value value);
RT_NATIVE(rt_native_map_set);
RT_NATIVE(rt_native_set_add);
