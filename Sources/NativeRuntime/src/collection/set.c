/// Set (ECMA-262 24.2).
#include "collection_natives.h"

/// Iteration of a Set without visible objects gives its values.
static bool iterate_set(rt_object *object, rt_iterator *record) {
  if (!rt__uses_builtin_iteration(object)) return false;
  rt__collection_record(record, object, RT_ITERATE_KEYS);
  return true;
}

const rt_class rt_set_class = {
    .kind = RT_CLASS_SET,
    .instance_size = sizeof(rt_collection),
    .prototype_builtin = RT_BUILTIN_SET_PROTOTYPE + 1,
    .name = "Set",
    .iterate = iterate_set,
};

rt_collection *rt__set_new(void) { return (rt_collection *)rt__object_of_shape(rt__shape_root(&rt_set_class, 0)); }

/// `new Set()` where the constructor is known to be the built-in one.
rt_object *rt_set_create(void) {
  RT_SAFEPOINT();
  return &rt__set_new()->object;
}

/// ECMA-262 24.2.4.1 add.
rt_object *rt_set_add(rt_object *object, rt_value value) {
  RT_SAFEPOINT();
  rt__collection_insert((rt_collection *)object, value);
  return object;
}

/// ECMA-262 24.2.2.1 Set ( iterable ) as a constructor; new.target comes as `this_value`.
RT_NATIVE(rt_native_set_construct) {
  RT_SAFEPOINT();
  rt_object *object = rt__object_from_constructor_js(this_value, &rt_set_class);
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  rt_value iterable = rt_argument(argc, argv, 0);
  if (!rt_is_nullish(iterable) && rt__fill_collection_js((rt_collection *)object, iterable, false) < 0) {
    return RT_EXCEPTION;
  }
  return rt_from_object(object);
}

/// ECMA-262 24.2.2.1 Set ( iterable ) without `new`.
RT_NATIVE(rt_native_set_call) { return rt__throw_type_error("Constructor Set requires 'new'"); }

/// ECMA-262 24.2.4.8 Set.prototype.has ( value )
RT_NATIVE(rt_native_set_has) {
  RT_THIS_COLLECTION(set, RT_CLASS_SET, "Set.prototype.has");
  return rt_from_bool(rt__collection_find(set, rt_argument(argc, argv, 0)) != NULL);
}

/// ECMA-262 24.2.4.1 Set.prototype.add ( value )
RT_NATIVE(rt_native_set_add) {
  RT_THIS_COLLECTION(set, RT_CLASS_SET, "Set.prototype.add");
  rt_set_add(&set->object, rt_argument(argc, argv, 0));
  return this_value;
}

/// ECMA-262 24.2.4.4 Set.prototype.delete ( value )
RT_NATIVE(rt_native_set_delete) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(set, RT_CLASS_SET, "Set.prototype.delete");
  return rt_from_bool(rt_collection_delete(&set->object, rt_argument(argc, argv, 0)));
}

/// ECMA-262 24.2.4.2 Set.prototype.clear ( )
RT_NATIVE(rt_native_set_clear) {
  RT_SAFEPOINT();
  RT_THIS_COLLECTION(set, RT_CLASS_SET, "Set.prototype.clear");
  rt_collection_clear(&set->object);
  return RT_UNDEFINED;
}

/// ECMA-262 24.2.4.14 get Set.prototype.size
RT_NATIVE(rt_native_set_size) {
  RT_THIS_COLLECTION(set, RT_CLASS_SET, "get Set.prototype.size");
  return rt_from_double(rt__collection_size(set));
}
