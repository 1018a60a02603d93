/// String.prototype[@@iterator] and its iterators (ECMA-262 22.1.3.36, 22.1.5).
#include "library.h"

/// Steps the record of an iterator object.
static rt_value step_object(rt_iterator *record) {
  return rt__string_step(&((rt_iterator_object *)rt_as_object(record->target))->record);
}

/// Prepares a record over an iterator object.
static bool iterate(rt_object *object, rt_iterator *record) {
  if (!rt__uses_builtin_iteration(object)) return false;
  *record = (rt_iterator){.step = step_object, .target = rt_from_object(object)};
  return true;
}

const rt_class rt_string_iterator_class = {
    .kind = RT_CLASS_ITERATOR,
    .instance_size = sizeof(rt_iterator_object),
    .prototype_builtin = RT_BUILTIN_STRINGITERATOR_PROTOTYPE + 1,
    .name = "String Iterator",
    .iterate = iterate,
};

/// ECMA-262 22.1.3.36 String.prototype [ %Symbol.iterator% ] ( )
RT_NATIVE(rt_native_string_iterator) {
  RT_SAFEPOINT();
  RT_THIS_STRING(string, "[Symbol.iterator]");
  rt_object *made = rt__object_of_shape(rt__shape_root(&rt_string_iterator_class, 0));
  ((rt_iterator_object *)made)->record = (rt_iterator){.step = rt__string_step, .target = rt_from_string(string)};
  return rt_from_object(made);
}

/// ECMA-262 22.1.5.1.1 %StringIteratorPrototype%.next ( )
RT_NATIVE(rt_native_string_iterator_next) {
  RT_SAFEPOINT();
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &rt_string_iterator_class) {
    return rt__throw_incompatible("String Iterator.prototype.next", this_value);
  }
  rt_value value = rt__string_step(&((rt_iterator_object *)rt_as_object(this_value))->record);
  bool done = value == RT_HOLE;
  return rt_from_object(rt__iterator_result(done ? RT_UNDEFINED : value, done));
}
