/// Iterator records (ECMA-262 7.4).
#include "object/object.h"

uint8_t rt_iteration_changed;

bool rt__uses_builtin_iteration(rt_object *object) {
  const rt_shape *shape = object->shape;
  return !rt_iteration_changed && shape->prototype_builtin != 0 &&
         shape->prototype_builtin == shape->class->prototype_builtin &&
         (shape->count == 0 || rt__shape_find(object->shape, RT_SYMBOL(iterator)) < 0);
}

bool rt__array_iteration_is_builtin(rt_array *array) { return rt__uses_builtin_iteration(&array->object); }

rt_value rt__array_step(rt_iterator *record) {
  rt_array *array = rt_as_array(record->target);
  if (record->index >= array->length) {
    // Once at its end, an iterator stays there even if the array grows.
    record->index = UINT32_MAX;
    return RT_HOLE;
  }
  uint32_t index = record->index++;
  if (rt_has_elements(&array->object)) {
    rt_value value = array->elements[index];
    if (RT_LIKELY(value != RT_HOLE)) return value;
  }
  return rt__get_index_js(&array->object, index);
}

rt_value rt__string_step(rt_iterator *record) {
  rt_string *string = rt_as_string(record->target);
  rt_text text = rt__text(string);
  uint32_t index = record->index;
  if (index >= text.length) return RT_HOLE;
  uint32_t unit = rt_text_at(text, index);
  bool pair = (unit & 0xFC00) == 0xD800 && index + 1 < text.length && (rt_text_at(text, index + 1) & 0xFC00) == 0xDC00;
  record->index = index + 1 + pair;
  if (!pair) return rt_from_string(rt__string_from_unit((uint16_t)unit));
  rt_string *two = rt__string_utf16_raw(2);
  memcpy(rt__utf16_data(two), text.utf16 + index, 4);
  return rt_from_string(two);
}

int32_t rt__iterator_open_with_js(rt_iterator *record, rt_value iterable, rt_value method) {
  rt_value iterator = rt__call_js(method, iterable, 0, NULL);
  if (iterator == RT_EXCEPTION) return -1;
  if (!rt_is_object(iterator)) {
    rt__throw_type_error("Result of the Symbol.iterator method is not an object");
    return -1;
  }
  RT_ROOT(iterator);
  // Built-in iterator objects are stepped without result objects.
  rt_object *object = rt_as_object(iterator);
  if (rt_class_of(object)->kind == RT_CLASS_ITERATOR && rt_class_of(object)->iterate && !rt_iteration_changed &&
      object->shape->count == 0 && rt_class_of(object)->iterate(object, record))
    return 0;
  rt_value next = rt__get_value_js(iterator, RT_ATOM(next));
  if (next == RT_EXCEPTION) return -1;
  *record = (rt_iterator){.target = iterator, .next = next};
  return 0;
}

static int32_t throw_not_iterable(rt_value value) {
  // V8 shows the type, and the value of a primitive.
  bool shows_value = rt_is_number(value) || rt_is_boolean(value) || rt_is_string(value) || value == RT_NULL;
  rt__throw_type_error("%s%c%s is not iterable (cannot read property Symbol(Symbol.iterator))", rt_typeof(value),
                       shows_value ? " " : "", shows_value ? rt__describe(value) : RT_ATOM(empty));
  rt__blame(RT_BLAME_ITERABLE | rt__blame_of(value));
  return -1;
}

/// Whether nobody has looked at an arguments object's `Symbol.iterator`, nor changed it.
static bool has_lazy_iterator(rt_object *object) {
  int32_t entry = rt__shape_find(object->shape, RT_SYMBOL(iterator));
  if (entry < 0) return false;
  const rt_property *property = &object->shape->table->entries[entry];
  return property->flags & RT_PROPERTY_LAZY && *rt_slot(object, property->slot) == RT_HOLE;
}

int32_t rt__iterator_open_js(rt_iterator *record, rt_value iterable) {
  *record = (rt_iterator){.target = iterable, .next = RT_UNDEFINED};
  if (rt_is_object(iterable)) {
    rt_object *object = rt_as_object(iterable);
    const rt_class *class = rt_class_of(object);
    if (class->kind == RT_CLASS_ARRAY && rt__uses_builtin_iteration(object)) {
      record->step = rt__array_step;
      return 0;
    }
    if (class->iterate &&
        (class->kind == RT_CLASS_ITERATOR ? !rt_iteration_changed && object->shape->count == 0
                                          : rt__uses_builtin_iteration(object)) &&
        class->iterate(object, record))
      return 0;
    if (class->kind == RT_CLASS_ARGUMENTS && !rt_iteration_changed && has_lazy_iterator(object)) {
      rt_array *list = rt__list_from_array_like_js(iterable);
      if (!list) return -1;
      record->target = rt_from_object(list);
      record->step = rt__array_step;
      return 0;
    }
  } else if (rt_is_string(iterable) && !rt_iteration_changed) {
    record->step = rt__string_step;
    return 0;
  }
  if (rt_is_nullish(iterable)) return throw_not_iterable(iterable);
  rt_value method = rt__get_value_js(iterable, RT_SYMBOL(iterator));
  if (method == RT_EXCEPTION) return -1;
  if (!rt_is_function(method)) return throw_not_iterable(iterable);
  return rt__iterator_open_with_js(record, iterable, method);
}

rt_value rt__iterator_step_js(rt_iterator *record) {
  if (record->step) return record->step(record);
  if (record->target == RT_UNDEFINED) return RT_HOLE;
  rt_value result = rt__call_js(record->next, record->target, 0, NULL);
  if (result == RT_EXCEPTION) goto failed;
  if (!rt_is_object(result)) {
    rt__throw_type_error("Iterator result %d is not an object", result);
    goto failed;
  }
  RT_ROOT(result);
  rt_value done = rt__get_value_js(result, RT_ATOM(done));
  if (done == RT_EXCEPTION) goto failed;
  if (rt_to_boolean(done)) {
    record->target = RT_UNDEFINED;
    return RT_HOLE;
  }
  rt_value value = rt__get_value_js(result, RT_ATOM(value));
  if (value == RT_EXCEPTION) goto failed;
  return value;
failed:
  // An iterator that failed is done: it is not closed.
  record->target = RT_UNDEFINED;
  return RT_EXCEPTION;
}

int32_t rt__iterator_close_js(rt_iterator *record) {
  if (record->step) return record->close ? record->close(record) : 0;
  if (record->target == RT_UNDEFINED) return 0;
  rt_value iterator = record->target;
  record->target = RT_UNDEFINED;
  RT_ROOT(iterator);
  rt_value method = rt__get_method_js(iterator, RT_ATOM(return_));
  if (method == RT_EXCEPTION) return -1;
  if (method == RT_UNDEFINED) return 0;
  rt_value result = rt__call_js(method, iterator, 0, NULL);
  if (result == RT_EXCEPTION) return -1;
  if (rt_is_object(result)) return 0;
  rt__throw_type_error("%d is not an object", result);
  return -1;
}

void rt__iterator_close_throw_js(rt_iterator *record) {
  rt_value pending = rt_pending;
  RT_ROOT(pending);
  rt__iterator_close_js(record);
  rt_pending = pending;
}

rt_object *rt__iterator_result(rt_value value, bool done) {
  static rt_shape *shape RT_ROOTED;
  if (!shape) {
    shape = rt__shape_root(&rt_object_class, 2);
    shape = rt__shape_add(shape, RT_ATOM(value), RT_PROPERTY_PLAIN);
    shape = rt__shape_add(shape, RT_ATOM(done), RT_PROPERTY_PLAIN);
  }
  rt_object *result = rt__object_of_shape(shape);
  *rt_slot(result, 0) = value;
  *rt_slot(result, 1) = rt_from_bool(done);
  return result;
}

// What compiled code calls: the record is a cell of its own.

rt_value rt_iterator_new(rt_value iterable) {
  RT_SAFEPOINT();
  rt_iterator *record = rt__allocate(sizeof *record, RT_CELL_WORDS);
  RT_ROOT_POINTER(record);
  if (rt__iterator_open_js(record, iterable) != 0) return RT_EXCEPTION;
  return rt_from_object(record);
}

rt_value rt_iterator_next(rt_value record) {
  RT_SAFEPOINT();
  return rt__iterator_step_js(rt_pointer(record));
}

int32_t rt_iterator_close(rt_value record) {
  RT_SAFEPOINT();
  return rt__iterator_close_js(rt_pointer(record));
}

void rt_iterator_close_throw(rt_value record) {
  RT_SAFEPOINT();
  rt__iterator_close_throw_js(rt_pointer(record));
}
