/// Iterator, Iterator.from and its wrappers (ECMA-262 27.1.2, 27.1.3), and two odd accessors of Iterator.prototype.
#include "iteration.h"

int32_t rt__iterator_direct_js(rt_iterator *record, rt_value iterator) {
  rt_object *object = rt_as_object(iterator);
  const rt_class *class = rt_class_of(object);
  // Built-in iterator objects are stepped without result objects.
  if (class->kind == RT_CLASS_ITERATOR && class->iterate && !rt_iteration_changed && object->shape->count == 0 &&
      class->iterate(object, record))
    return 0;
  RT_ROOT(iterator);
  rt_value next = rt__get_value_js(iterator, RT_ATOM(next));
  if (next == RT_EXCEPTION) return -1;
  *record = (rt_iterator){.target = iterator, .next = next};
  return 0;
}

int32_t rt__iterator_flattenable_js(rt_iterator *record, rt_value value, enum rt_flattening primitives) {
  const char *name = primitives == RT_ITERATE_STRINGS ? "Iterator.from" : "Iterator.prototype.flatMap";
  if (!rt_is_object(value) && !(primitives == RT_ITERATE_STRINGS && rt_is_string(value))) {
    rt__throw_type_error("%c called on non-object", name);
    return -1;
  }
  RT_ROOT(value);
  rt_value method = rt__get_method_js(value, RT_SYMBOL(iterator));
  if (method == RT_EXCEPTION) return -1;
  rt_value iterator = method == RT_UNDEFINED ? value : rt__call_js(method, value, 0, NULL);
  if (iterator == RT_EXCEPTION) return -1;
  if (!rt_is_object(iterator)) {
    rt__throw_type_error("%d is not an object", iterator);
    return -1;
  }
  if (primitives == RT_REJECT_PRIMITIVES) return rt__iterator_direct_js(record, iterator);
  // Iterator.from may return the iterator, so it needs the object and its method.
  RT_ROOT(iterator);
  rt_value next = rt__get_value_js(iterator, RT_ATOM(next));
  *record = (rt_iterator){.target = iterator, .next = next};
  return next == RT_EXCEPTION ? -1 : 0;
}

rt_value rt__close_not_callable_js(rt_iterator *record, rt_value callback) {
  // V8 shows the type, and the value of a primitive.
  bool shows_value = rt_is_number(callback) || rt_is_boolean(callback) || rt_is_string(callback) || callback == RT_NULL;
  rt__throw_type_error("%s%c%s is not a function", rt_typeof(callback), shows_value ? " " : "",
                       shows_value ? rt__describe(callback) : RT_ATOM(empty));
  rt__iterator_close_throw_js(record);
  return RT_EXCEPTION;
}

static const rt_class iterator_class = {
    .kind = RT_CLASS_ORDINARY,
    .instance_size = sizeof(rt_object),
    .prototype_builtin = RT_BUILTIN_ITERATOR_PROTOTYPE + 1,
    .name = "Object",
};

/// Iterator ( ) (27.1.3.1); new.target comes as `this_value`.
NATIVE(rt_iterator_construct) {
  if (this_value == rt_from_object(callee))
    return rt__throw_type_error("Abstract class Iterator not directly constructable");
  rt_object *object = rt__object_from_constructor_js(this_value, &iterator_class);
  return object ? rt_from_object(object) : RT_EXCEPTION;
}

/// Iterator ( ) without `new`.
NATIVE(rt_iterator_call) { return rt__throw_type_error("Constructor Iterator requires 'new'"); }

// %WrapForValidIteratorPrototype% (27.1.2.1.2).

/// A wrapper of an iterator that does not inherit from Iterator.prototype.
typedef struct wrapper {
  rt_object object;
  rt_value iterator;
  rt_value next;
} wrapper;

static const rt_class wrapper_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(wrapper),
    .prototype_builtin = RT_BUILTIN_WRAPFORVALIDITERATOR_PROTOTYPE + 1,
    .name = "Object",
};

/// Iterator.from ( O ) (27.1.3.2.1)
NATIVE(rt_iterator_from) {
  rt_iterator record;
  if (rt__iterator_flattenable_js(&record, ARGUMENT(0), RT_ITERATE_STRINGS) != 0) return RT_EXCEPTION;
  rt_value iterator = record.target, next = record.next;
  RT_ROOT(iterator);
  RT_ROOT(next);
  int32_t inherits = rt__ordinary_has_instance_js(rt_from_object(rt__builtin(RT_BUILTIN_ITERATOR)), iterator);
  if (inherits == 2) return RT_EXCEPTION;
  if (inherits) return iterator;
  wrapper *result = (wrapper *)(void *)rt__object_of_shape(rt__shape_root(&wrapper_class, 0));
  result->iterator = iterator;
  result->next = next;
  return rt_from_object(result);
}

#define THIS_WRAPPER(name, method)                                                                                     \
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &wrapper_class)                            \
    return rt__throw_type_error("Method %%WrapForValidIteratorPrototype%%." method                                    \
                                " called on incompatible receiver %d", this_value);                                  \
  wrapper *name = (wrapper *)rt_pointer(this_value)

/// %WrapForValidIteratorPrototype%.next ( ) (27.1.3.2.1.1.1)
NATIVE(rt_wrap_for_valid_iterator_next) {
  THIS_WRAPPER(wrapped, "next");
  return rt__call_js(wrapped->next, wrapped->iterator, 0, NULL);
}

/// %WrapForValidIteratorPrototype%.return ( ) (27.1.3.2.1.1.2)
NATIVE(rt_wrap_for_valid_iterator_return) {
  THIS_WRAPPER(wrapped, "return");
  rt_value iterator = wrapped->iterator;
  RT_ROOT(iterator);
  rt_value method = rt__get_method_js(iterator, RT_ATOM(return_));
  if (method == RT_EXCEPTION) return RT_EXCEPTION;
  if (method == RT_UNDEFINED) return rt_from_object(rt__iterator_result(RT_UNDEFINED, true));
  return rt__call_js(method, iterator, 0, NULL);
}

// Accessors that look like data properties, so that classes can still assign them (27.1.4.1, 27.1.4.14).

/// SetterThatIgnoresPrototypeProperties (7.3.27).
static rt_value set_ignoring_prototype_js(rt_value this_value, rt_string *key, rt_value value) {
  if (!rt_is_object(this_value))
    return rt__throw_type_error("Iterator.prototype setter called on non-object");
  if (rt__is_builtin(this_value, RT_BUILTIN_ITERATOR_PROTOTYPE))
    return rt__throw_type_error("Cannot assign to read only property '%s' of object '[object Object]'", rt__key_text(key));
  rt_object *object = rt_as_object(this_value);
  RT_ROOT(this_value);
  RT_ROOT(value);
  rt_property_descriptor own;
  int32_t has = rt__get_own_property_js(object, key, &own);
  if (has == 2) return RT_EXCEPTION;
  int32_t status = has ? rt__put_js(this_value, key, value) : rt__create_data_property_or_throw_js(object, key, value);
  return status == 0 ? RT_UNDEFINED : RT_EXCEPTION;
}

/// get Iterator.prototype [ %Symbol.toStringTag% ]
NATIVE(rt_iterator_prototype_get_tag) { return rt_from_string(rt__intern_ascii("Iterator")); }
/// set Iterator.prototype [ %Symbol.toStringTag% ]
NATIVE(rt_iterator_prototype_set_tag) {
  return set_ignoring_prototype_js(this_value, RT_SYMBOL(to_string_tag), ARGUMENT(0));
}
/// get Iterator.prototype.constructor
NATIVE(rt_iterator_prototype_get_constructor) { return rt_from_object(rt__builtin(RT_BUILTIN_ITERATOR)); }
/// set Iterator.prototype.constructor
NATIVE(rt_iterator_prototype_set_constructor) {
  return set_ignoring_prototype_js(this_value, RT_ATOM(constructor), ARGUMENT(0));
}
