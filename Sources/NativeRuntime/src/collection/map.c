/// Map (ECMA-262 24.1).
#include "collection_natives.h"

/// Iteration of a Map without visible objects gives its entries.
static bool iterate_map(rt_object *object, rt_iterator *record) {
  if (!rt__uses_builtin_iteration(object)) return false;
  rt__collection_record(record, object, RT_ITERATE_ENTRIES);
  return true;
}

const rt_class rt_map_class = {
    .kind = RT_CLASS_MAP,
    .instance_size = sizeof(rt_collection),
    .prototype_builtin = RT_BUILTIN_MAP_PROTOTYPE + 1,
    .name = "Map",
    .iterate = iterate_map,
};

rt_collection *rt__map_new(void) { return (rt_collection *)rt__object_of_shape(rt__shape_root(&rt_map_class, 0)); }

/// `new Map()` where the constructor is known to be the built-in one.
rt_object *rt_map_create(void) {
  RT_SAFEPOINT();
  return &rt__map_new()->object;
}

/// ECMA-262 24.1.3.9 set.
rt_object *rt_map_set(rt_object *object, rt_value key, rt_value value) {
  RT_SAFEPOINT();
  rt__collection_insert((rt_collection *)object, key)->value = value;
  return object;
}

/// ECMA-262 24.1.3.3 delete; also of a Set (24.2.4.4).
int32_t rt_collection_delete_fast(rt_object *object, rt_value key) {
  RT_SAFEPOINT();
  return rt_collection_delete(object, key);
}

/// The number of entries of a Map or Set.
double rt_collection_size(rt_object *object) { return rt__collection_size((rt_collection *)object); }

/// ECMA-262 24.1.1.1 Map ( iterable ) as a constructor; new.target comes as `this_value`.
RT_NATIVE(rt_native_map_construct) {
  RT_SAFEPOINT();
  rt_object *object = rt__object_from_constructor_js(this_value, &rt_map_class);
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  rt_value iterable = rt_argument(argc, argv, 0);
  if (!rt_is_nullish(iterable) && rt__fill_collection_js((rt_collection *)object, iterable, true) < 0) {
    return RT_EXCEPTION;
  }
  return rt_from_object(object);
}

/// ECMA-262 24.1.1.1 Map ( iterable ) without `new`.
RT_NATIVE(rt_native_map_call) { return rt__throw_type_error("Constructor Map requires 'new'"); }

/// ECMA-262 24.1.3.6 Map.prototype.get ( key )
RT_NATIVE(rt_native_map_get) {
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "Map.prototype.get");
  return rt_map_get(&map->object, rt_argument(argc, argv, 0));
}

/// ECMA-262 24.1.3.7 Map.prototype.has ( key )
RT_NATIVE(rt_native_map_has) {
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "Map.prototype.has");
  return rt_from_bool(rt_collection_has(&map->object, rt_argument(argc, argv, 0)));
}

/// ECMA-262 24.1.3.9 Map.prototype.set ( key, value )
RT_NATIVE(rt_native_map_set) {
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "Map.prototype.set");
  rt_map_set(&map->object, rt_argument(argc, argv, 0), rt_argument(argc, argv, 1));
  return this_value;
}

/// ECMA-262 24.1.3.3 Map.prototype.delete ( key )
RT_NATIVE(rt_native_map_delete) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "Map.prototype.delete");
  return rt_from_bool(rt_collection_delete(&map->object, rt_argument(argc, argv, 0)));
}

/// ECMA-262 24.1.3.1 Map.prototype.clear ( )
RT_NATIVE(rt_native_map_clear) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "Map.prototype.clear");
  rt_collection_clear(&map->object);
  return RT_UNDEFINED;
}

/// ECMA-262 24.1.3.10 get Map.prototype.size
RT_NATIVE(rt_native_map_size) {
  RT_THIS_COLLECTION(map, RT_CLASS_MAP, "get Map.prototype.size");
  return rt_from_double(rt__collection_size(map));
}
