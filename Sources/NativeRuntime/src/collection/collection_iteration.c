/// Iterating over Map and Set, and filling them from iterables.
#include "collection_natives.h"

/// Steps a record. `next` holds the table that the position belongs to, as a number 0 until the first step.
static rt_value step(rt_iterator *record) {
  if (record->target == RT_UNDEFINED) return RT_HOLE;
  rt_table *table = record->next == 0 ? NULL : rt_pointer(record->next);
  rt_entry *entry = rt__collection_next(rt_as_collection(record->target), &table, &record->index);
  if (!entry) {
    // A finished iterator stays so, whatever is inserted later.
    record->target = RT_UNDEFINED;
    record->next = RT_UNDEFINED;
    return RT_HOLE;
  }
  record->next = rt_from_object(table);
  switch (record->mode) {
  case RT_ITERATE_KEYS: return entry->key;
  case RT_ITERATE_VALUES: return entry->value;
  default: {
    bool is_set = rt_class_of(rt_as_object(record->target))->kind == RT_CLASS_SET;
    rt_value pair[2] = {entry->key, is_set ? entry->key : entry->value};
    return rt_from_object(rt__array_from(pair, 2));
  }
  }
}

void rt__collection_record(rt_iterator *record, rt_object *collection, enum rt_iteration_kind kind) {
  *record = (rt_iterator){.step = step, .target = rt_from_object(collection), .next = 0, .mode = kind};
}

/// Iteration of an iterator object without result objects: the loop steps the object's own record.
static rt_value step_iterator_object(rt_iterator *record) {
  return step(&((rt_iterator_object *)rt_as_object(record->target))->record);
}

/// Prepares a record over an iterator object.
static bool iterate_iterator(rt_object *object, rt_iterator *record) {
  if (!rt__uses_builtin_iteration(object)) return false;
  *record = (rt_iterator){.step = step_iterator_object, .target = rt_from_object(object)};
  return true;
}

const rt_class rt_map_iterator_class = {
    .kind = RT_CLASS_ITERATOR,
    .instance_size = sizeof(rt_iterator_object),
    .prototype_builtin = RT_BUILTIN_MAPITERATOR_PROTOTYPE + 1,
    .name = "Map Iterator",
    .iterate = iterate_iterator,
};

const rt_class rt_set_iterator_class = {
    .kind = RT_CLASS_ITERATOR,
    .instance_size = sizeof(rt_iterator_object),
    .prototype_builtin = RT_BUILTIN_SETITERATOR_PROTOTYPE + 1,
    .name = "Set Iterator",
    .iterate = iterate_iterator,
};

/// ECMA-262 24.1.5.1 CreateMapIterator, 24.2.6.1 CreateSetIterator.
static rt_value make_iterator(const rt_class *class, rt_collection *collection, enum rt_iteration_kind kind) {
  rt_iterator_object *iterator = (rt_iterator_object *)rt__object_of_shape(rt__shape_root(class, 0));
  rt__collection_record(&iterator->record, &collection->object, kind);
  return rt_from_object(iterator);
}

/// ECMA-262 24.1.5.2.1 %MapIteratorPrototype%.next ( )
RT_NATIVE(rt_native_map_iterator_next) {
  RT_SAFEPOINT();
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &rt_map_iterator_class) {
    return rt__throw_incompatible("Map Iterator.prototype.next", this_value);
  }
  rt_value value = step(&((rt_iterator_object *)rt_as_object(this_value))->record);
  bool done = value == RT_HOLE;
  return rt_from_object(rt__iterator_result(done ? RT_UNDEFINED : value, done));
}

/// ECMA-262 24.2.6.2.1 %SetIteratorPrototype%.next ( )
RT_NATIVE(rt_native_set_iterator_next) {
  RT_SAFEPOINT();
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &rt_set_iterator_class) {
    return rt__throw_incompatible("Set Iterator.prototype.next", this_value);
  }
  rt_value value = step(&((rt_iterator_object *)rt_as_object(this_value))->record);
  bool done = value == RT_HOLE;
  return rt_from_object(rt__iterator_result(done ? RT_UNDEFINED : value, done));
}

/// ECMA-262 24.1.3.4 Map.prototype.entries ( )
RT_NATIVE(rt_native_map_entries) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "Map.prototype.entries");
  return make_iterator(&rt_map_iterator_class, map, RT_ITERATE_ENTRIES);
}

/// ECMA-262 24.1.3.8 Map.prototype.keys ( )
RT_NATIVE(rt_native_map_keys) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "Map.prototype.keys");
  return make_iterator(&rt_map_iterator_class, map, RT_ITERATE_KEYS);
}

/// ECMA-262 24.1.3.11 Map.prototype.values ( )
RT_NATIVE(rt_native_map_values) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "Map.prototype.values");
  return make_iterator(&rt_map_iterator_class, map, RT_ITERATE_VALUES);
}

/// ECMA-262 24.2.4.17 Set.prototype.values ( )
RT_NATIVE(rt_native_set_values) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(set, RT_CLASS_SET, "Set.prototype.values");
  return make_iterator(&rt_set_iterator_class, set, RT_ITERATE_KEYS);
}

/// ECMA-262 24.2.4.5 Set.prototype.entries ( )
RT_NATIVE(rt_native_set_entries) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(set, RT_CLASS_SET, "Set.prototype.entries");
  return make_iterator(&rt_set_iterator_class, set, RT_ITERATE_ENTRIES);
}

/// Whether the constructor may insert directly: the program's code would call the built-in method. A method that the
/// program never names is not a property at all.
static bool is_builtin_adder(rt_value adder, rt_code builtin) {
  return adder == RT_UNDEFINED || (rt_is_function(adder) && rt_as_function(adder)->info->call == builtin);
}

/// The two values of an entry object: status.
static int32_t entry_values_js(rt_value item, rt_value values[2]) {
  if (!rt_is_object(item)) {
    rt__throw_type_error("Iterator value %s is not an entry object", rt__show(item));
    return -1;
  }
  RT_ROOT(item);
  for (uint32_t i = 0; i < 2; i++) {
    values[i] = rt__get_index_js(rt_as_object(item), i);
    if (values[i] == RT_EXCEPTION) return -1;
  }
  return 0;
}

int32_t rt__fill_collection_js(rt_collection *collection, rt_value iterable, bool pairs) {
  rt_object *object = &collection->object;
  rt_value adder = rt__get_js(object, pairs ? RT_ATOM(set) : RT_ATOM(add), rt_from_object(object));
  if (adder == RT_EXCEPTION) return -1;
  bool direct = is_builtin_adder(adder, pairs ? rt_native_map_set : rt_native_set_add);
  if (!direct && !rt_is_function(adder)) {
    rt__throw_type_error("'%s' returned for property '%c' of object '%d' is not a function",
                         rt__show(adder), pairs ? "set" : "add", rt_from_object(object));
    return -1;
  }
  RT_ROOT(adder);
  rt_iterator record;
  if (rt__iterator_open_js(&record, iterable) < 0) return -1;
  for (;;) {
    rt_value item = rt__iterator_step_js(&record);
    if (item == RT_HOLE) return 0;
    if (item == RT_EXCEPTION) return -1;
    volatile rt_value values[2] = {item, RT_UNDEFINED};
    rt_value *arguments = (rt_value *)values;
    bool failed = pairs && entry_values_js(item, arguments) < 0;
    if (!failed && direct) {
      rt__collection_insert(collection, values[0])->value = values[1];
    } else if (!failed) {
      failed = rt__call_js(adder, rt_from_object(object), pairs ? 2 : 1, arguments) == RT_EXCEPTION;
    }
    if (failed) {
      rt__iterator_close_throw_js(&record);
      return -1;
    }
  }
}
