/// WeakMap and WeakSet (ECMA-262 24.3, 24.4).
///
/// An entry is a property of the key object under a private name that belongs to the collection, so it lives as long as
/// its key, and values that refer to their key keep nothing alive. Symbols have no properties: their entries are in a
/// table of the collection, which keeps them alive.
#include "weak.h"

/// A WeakMap or WeakSet.
typedef struct rt_weak_collection {
  rt_object object;
  rt_symbol *name;        ///< of the entries in the key objects
  rt_collection *symbols; ///< the entries whose keys are symbols; NULL: none so far
} rt_weak_collection;

static const rt_class weak_map_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_weak_collection),
    .prototype_builtin = RT_BUILTIN_WEAKMAP_PROTOTYPE + 1,
    .name = "WeakMap",
};

static const rt_class weak_set_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_weak_collection),
    .prototype_builtin = RT_BUILTIN_WEAKSET_PROTOTYPE + 1,
    .name = "WeakSet",
};

/// The place of a key's entry, or NULL. A deleted entry holds RT_HOLE.
static rt_value *find_slot(rt_weak_collection *collection, rt_value key) {
  if (rt_is_symbol(key)) {
    rt_entry *entry = collection->symbols ? rt__collection_find(collection->symbols, key) : NULL;
    return entry ? &entry->value : NULL;
  }
  if (!rt_is_object(key)) return NULL;
  rt_object *object = rt_as_object(key);
  int32_t entry = rt__shape_find(object->shape, (rt_string *)(void *)collection->name);
  return entry < 0 ? NULL : rt_slot(object, object->shape->table->entries[entry].slot);
}

/// Whether there is an entry for a key.
static bool has_entry(rt_weak_collection *collection, rt_value key) {
  rt_value *slot = find_slot(collection, key);
  return slot && *slot != RT_HOLE;
}

/// Makes or changes the entry of a key that can be held weakly.
static void set_entry(rt_weak_collection *collection, rt_value key, rt_value value) {
  rt_value *slot = find_slot(collection, key);
  if (slot) {
    *slot = value;
  } else if (rt_is_symbol(key)) {
    if (!collection->symbols) collection->symbols = rt__map_new();
    rt__collection_insert(collection->symbols, key)->value = value;
  } else {
    rt__add_property(rt_as_object(key), (rt_string *)(void *)collection->name, value, RT_PROPERTY_WRITABLE);
  }
}

/// Removes an entry; whether there was one.
static bool delete_entry(rt_weak_collection *collection, rt_value key) {
  if (!has_entry(collection, key)) return false;
  if (rt_is_symbol(key))
    rt_collection_delete(&collection->symbols->object, key);
  else
    *find_slot(collection, key) = RT_HOLE;
  return true;
}

/// The TypeError of a value that cannot be held weakly.
static rt_value throw_invalid_key(const rt_class *class) {
  return rt__throw_type_error(class == &weak_map_class ? "Invalid value used as weak map key"
                                                       : "Invalid value used in weak set");
}

/// The key, and the value of a WeakMap, that an iterable's item stands for: status.
static int32_t item_values_js(const rt_class *class, rt_value item, rt_value values[2]) {
  values[0] = item;
  values[1] = RT_TRUE;
  if (class != &weak_map_class) return 0;
  if (!rt_is_object(item)) {
    rt__throw_type_error("Iterator value %s is not an entry object", rt__show(item));
    return -1;
  }
  RT_ROOT(item);
  for (uint32_t i = 0; i < 2; i++) {
    values[i] = rt__get_index_js(rt_as_object(item), i);
    if (values[i] == RT_EXCEPTION) return -1;
    RT_ROOT(values[i]);
  }
  return 0;
}

/// The method that the constructor inserts with: RT_HOLE for the built-in one, or RT_EXCEPTION.
static rt_value adder_js(rt_object *collection, const rt_class *class) {
  bool is_map = class == &weak_map_class;
  rt_value adder = rt__get_js(collection, is_map ? RT_ATOM(set) : RT_ATOM(add), rt_from_object(collection));
  // A method that the program never names is not a property at all.
  if (adder == RT_EXCEPTION || adder == RT_UNDEFINED) return adder == RT_UNDEFINED ? RT_HOLE : adder;
  if (!rt_is_function(adder))
    return rt__throw_type_error("'%s' returned for property '%c' of object '%d' is not a function", rt__show(adder),
                                is_map ? "set" : "add", rt_from_object(collection));
  rt_code builtin = is_map ? rt_native_weak_map_set : rt_native_weak_set_add;
  return rt_as_function(adder)->info->call == builtin ? RT_HOLE : adder;
}

/// AddEntriesFromIterable (24.1.1.2), and the same of sets: status.
static int32_t fill_js(rt_weak_collection *collection, const rt_class *class, rt_value iterable) {
  rt_value adder = adder_js(&collection->object, class);
  if (adder == RT_EXCEPTION) return -1;
  RT_ROOT(adder);
  rt_iterator record;
  if (rt__iterator_open_js(&record, iterable) < 0) return -1;
  RT_ROOT(record.target);
  RT_ROOT(record.next);
  for (;;) {
    rt_value item = rt__iterator_step_js(&record);
    if (item == RT_HOLE) return 0;
    if (item == RT_EXCEPTION) return -1;
    rt_value values[2];
    bool failed = item_values_js(class, item, values) != 0;
    if (!failed && adder != RT_HOLE) {
      uint32_t count = class == &weak_map_class ? 2 : 1;
      failed = rt__call_js(adder, rt_from_object(&collection->object), count, values) == RT_EXCEPTION;
    } else if (!failed) {
      failed = !rt__can_be_held_weakly(values[0]);
      if (failed)
        throw_invalid_key(class);
      else
        set_entry(collection, values[0], values[1]);
    }
    if (failed) {
      rt__iterator_close_throw_js(&record);
      return -1;
    }
  }
}

/// The common part of both constructors.
static rt_value construct(rt_value new_target, const rt_class *class, rt_value iterable) {
  rt_object *object = rt__object_from_constructor_js(new_target, class);
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  rt_weak_collection *collection = (rt_weak_collection *)object;
  collection->name = rt__symbol_new(NULL);
  collection->name->flags |= RT_STRING_PRIVATE;
  if (!rt_is_nullish(iterable) && fill_js(collection, class, iterable) < 0) return RT_EXCEPTION;
  return rt_from_object(object);
}

/// ECMA-262 24.3.1.1 WeakMap ( iterable ); new.target comes as `this_value`.
RT_NATIVE(rt_native_weak_map_construct) {
  RT_SAFEPOINT();
  return construct(this_value, &weak_map_class, rt_argument(argc, argv, 0));
}

/// ECMA-262 24.3.1.1 WeakMap ( iterable ) without `new`.
RT_NATIVE(rt_native_weak_map_call) { return rt__throw_type_error("Constructor WeakMap requires 'new'"); }

/// ECMA-262 24.4.1.1 WeakSet ( iterable ); new.target comes as `this_value`.
RT_NATIVE(rt_native_weak_set_construct) {
  RT_SAFEPOINT();
  return construct(this_value, &weak_set_class, rt_argument(argc, argv, 0));
}

/// ECMA-262 24.4.1.1 WeakSet ( iterable ) without `new`.
RT_NATIVE(rt_native_weak_set_call) { return rt__throw_type_error("Constructor WeakSet requires 'new'"); }

/// ECMA-262 24.3.3.3 WeakMap.prototype.get ( key )
RT_NATIVE(rt_native_weak_map_get) {
  RT_THIS_CLASS(rt_weak_collection, map, weak_map_class, "WeakMap.prototype.get");
  rt_value *slot = find_slot(map, rt_argument(argc, argv, 0));
  return slot && *slot != RT_HOLE ? *slot : RT_UNDEFINED;
}

/// ECMA-262 24.3.3.4 WeakMap.prototype.has ( key )
RT_NATIVE(rt_native_weak_map_has) {
  RT_THIS_CLASS(rt_weak_collection, map, weak_map_class, "WeakMap.prototype.has");
  return rt_from_bool(has_entry(map, rt_argument(argc, argv, 0)));
}

/// ECMA-262 24.3.3.5 WeakMap.prototype.set ( key, value )
RT_NATIVE(rt_native_weak_map_set) {
  RT_SAFEPOINT();
  RT_THIS_CLASS(rt_weak_collection, map, weak_map_class, "WeakMap.prototype.set");
  rt_value key = rt_argument(argc, argv, 0);
  if (!rt__can_be_held_weakly(key)) return throw_invalid_key(&weak_map_class);
  set_entry(map, key, rt_argument(argc, argv, 1));
  return this_value;
}

/// ECMA-262 24.3.3.2 WeakMap.prototype.delete ( key )
RT_NATIVE(rt_native_weak_map_delete) {
  RT_THIS_CLASS(rt_weak_collection, map, weak_map_class, "WeakMap.prototype.delete");
  return rt_from_bool(delete_entry(map, rt_argument(argc, argv, 0)));
}

/// ECMA-262 24.4.3.1 WeakSet.prototype.add ( value )
RT_NATIVE(rt_native_weak_set_add) {
  RT_SAFEPOINT();
  RT_THIS_CLASS(rt_weak_collection, set, weak_set_class, "WeakSet.prototype.add");
  rt_value value = rt_argument(argc, argv, 0);
  if (!rt__can_be_held_weakly(value)) return throw_invalid_key(&weak_set_class);
  set_entry(set, value, RT_TRUE);
  return this_value;
}

/// ECMA-262 24.4.3.4 WeakSet.prototype.has ( value )
RT_NATIVE(rt_native_weak_set_has) {
  RT_THIS_CLASS(rt_weak_collection, set, weak_set_class, "WeakSet.prototype.has");
  return rt_from_bool(has_entry(set, rt_argument(argc, argv, 0)));
}

/// ECMA-262 24.4.3.3 WeakSet.prototype.delete ( value )
RT_NATIVE(rt_native_weak_set_delete) {
  RT_THIS_CLASS(rt_weak_collection, set, weak_set_class, "WeakSet.prototype.delete");
  return rt_from_bool(delete_entry(set, rt_argument(argc, argv, 0)));
}
