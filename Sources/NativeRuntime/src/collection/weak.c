/// WeakMap, WeakSet and WeakRef (ECMA-262 24.3, 24.4, 26.1).
///
/// An entry is a property of the key object under a private name that belongs to the collection, so it lives as long as
/// its key, and values that refer to their key keep nothing alive.
#include "library.h"

/// A WeakMap or WeakSet.
typedef struct rt_weak_collection {
  rt_object object;
  rt_symbol *name; ///< of the entries in the key objects
} rt_weak_collection;

/// A WeakRef. Its target may not go away before the current job ends; until there is an event loop, the whole program
/// is one job.
typedef struct rt_weak_reference {
  rt_object object;
  rt_value target;
} rt_weak_reference;

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

static const rt_class weak_reference_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_weak_reference),
    .prototype_builtin = RT_BUILTIN_WEAKREF_PROTOTYPE + 1,
    .name = "WeakRef",
};

/// Declares the receiver as an object of a class with its structure's type.
#define RT_THIS_CLASS(type, name, class, method)                                                                       \
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &class) {                                  \
    return rt__throw_incompatible(method, this_value);                                                                 \
  }                                                                                                                    \
  type *name = (type *)rt_as_object(this_value)

/// The place of a key's entry, or NULL. A deleted entry holds RT_HOLE.
static rt_value *find_slot(rt_weak_collection *collection, rt_value key) {
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

/// Makes or changes the entry of a key that is an object.
static void set_entry(rt_weak_collection *collection, rt_value key, rt_value value) {
  rt_value *slot = find_slot(collection, key);
  if (slot) {
    *slot = value;
  } else {
    rt__add_property(rt_as_object(key), (rt_string *)(void *)collection->name, value, RT_PROPERTY_WRITABLE);
  }
}

/// Removes an entry; whether there was one.
static bool delete_entry(rt_weak_collection *collection, rt_value key) {
  if (!has_entry(collection, key)) return false;
  *find_slot(collection, key) = RT_HOLE;
  return true;
}

/// The TypeError of a value that cannot be held weakly.
static rt_value throw_invalid_key(const rt_class *class) {
  return rt__throw_type_error(class == &weak_map_class ? "Invalid value used as weak map key"
                                                       : "Invalid value used in weak set");
}

/// Inserts what an iterable gives into a new collection, by its `set` or `add` as it is built in: status.
static int32_t fill_js(rt_weak_collection *collection, const rt_class *class, rt_value iterable) {
  rt_iterator record;
  if (rt__iterator_open_js(&record, iterable) < 0) return -1;
  for (;;) {
    rt_value item = rt__iterator_step_js(&record);
    if (item == RT_HOLE) return 0;
    if (item == RT_EXCEPTION) return -1;
    RT_ROOT(item);
    rt_value key = item, value = RT_TRUE;
    if (class == &weak_map_class) {
      if (!rt_is_object(item)) {
        key = rt__throw_type_error("Iterator value %s is not an entry object", rt__show(item));
      } else {
        key = rt__get_index_js(rt_as_object(item), 0);
        RT_ROOT(key);
        value = key == RT_EXCEPTION ? key : rt__get_index_js(rt_as_object(item), 1);
      }
    }
    bool failed = key == RT_EXCEPTION || value == RT_EXCEPTION;
    if (!failed && !rt_is_object(key)) failed = throw_invalid_key(class) == RT_EXCEPTION;
    if (failed) {
      rt__iterator_close_throw_js(&record);
      return -1;
    }
    set_entry(collection, key, value);
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
  if (!rt_is_object(key)) return throw_invalid_key(&weak_map_class);
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
  if (!rt_is_object(value)) return throw_invalid_key(&weak_set_class);
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

/// ECMA-262 26.1.1.1 WeakRef ( target ); new.target comes as `this_value`.
RT_NATIVE(rt_native_weak_ref_construct) {
  RT_SAFEPOINT();
  rt_value target = rt_argument(argc, argv, 0);
  if (!rt_is_object(target)) return rt__throw_type_error("WeakRef: invalid target");
  rt_object *object = rt__object_from_constructor_js(this_value, &weak_reference_class);
  if (!object) return RT_EXCEPTION;
  ((rt_weak_reference *)object)->target = target;
  return rt_from_object(object);
}

/// ECMA-262 26.1.1.1 WeakRef ( target ) without `new`.
RT_NATIVE(rt_native_weak_ref_call) { return rt__throw_type_error("Constructor WeakRef requires 'new'"); }

/// ECMA-262 26.1.3.2 WeakRef.prototype.deref ( )
RT_NATIVE(rt_native_weak_ref_deref) {
  RT_THIS_CLASS(rt_weak_reference, reference, weak_reference_class, "WeakRef.prototype.deref");
  return reference->target;
}
