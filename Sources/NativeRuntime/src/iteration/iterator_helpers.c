/// Iterator helper objects (ECMA-262 27.1.2.1): map, filter, take, drop and flatMap of Iterator.prototype.
///
/// The standard writes them as generators; each is a loop with one place where it yields, so a record of what it works on
/// and a step function do.
#include "iteration.h"

typedef enum helper_kind { HELPER_MAP, HELPER_FILTER, HELPER_TAKE, HELPER_DROP, HELPER_FLAT_MAP } helper_kind;
/// [[GeneratorState]].
typedef enum helper_state { HELPER_START, HELPER_YIELDED, HELPER_EXECUTING, HELPER_COMPLETED } helper_state;

typedef struct iterator_helper {
  rt_object object;
  rt_iterator iterated; ///< the underlying iterator
  rt_iterator inner;    ///< (flatMap) what the callback gave
  rt_value callback;
  double counter;       ///< of the callback's calls; (take, drop) what remains
  uint8_t kind;
  uint8_t state;
  uint8_t has_inner;
} iterator_helper;

static const rt_class helper_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(iterator_helper),
    .prototype_builtin = RT_BUILTIN_ITERATORHELPER_PROTOTYPE + 1,
    .name = "Iterator Helper",
};

/// IfAbruptCloseIterator (7.4.15).
static rt_value close_failed_js(iterator_helper *helper) {
  rt__iterator_close_throw_js(&helper->iterated);
  return RT_EXCEPTION;
}

static rt_value call_back_js(iterator_helper *helper, rt_value value) {
  rt_value arguments[2] = {value, rt_from_double(helper->counter++)};
  return rt__call_js(helper->callback, RT_UNDEFINED, 2, arguments);
}

static rt_value step_map_js(iterator_helper *helper) {
  rt_value value = rt__iterator_step_js(&helper->iterated);
  if (value == RT_HOLE || value == RT_EXCEPTION) return value;
  rt_value mapped = call_back_js(helper, value);
  return mapped == RT_EXCEPTION ? close_failed_js(helper) : mapped;
}

static rt_value step_filter_js(iterator_helper *helper) {
  for (;;) {
    rt_value value = rt__iterator_step_js(&helper->iterated);
    if (value == RT_HOLE || value == RT_EXCEPTION) return value;
    RT_ROOT(value);
    rt_value selected = call_back_js(helper, value);
    if (selected == RT_EXCEPTION) return close_failed_js(helper);
    if (rt_to_boolean(selected)) return value;
  }
}

static rt_value step_take_js(iterator_helper *helper) {
  if (helper->counter == 0) return rt__iterator_close_js(&helper->iterated) == 0 ? RT_HOLE : RT_EXCEPTION;
  helper->counter--;
  return rt__iterator_step_js(&helper->iterated);
}

/// IteratorStep (7.4.8) without the value: truth, 0 at the end.
static int32_t skip_js(rt_iterator *record) {
  if (record->step) {
    rt_value value = record->step(record);
    return value == RT_EXCEPTION ? 2 : value != RT_HOLE;
  }
  if (record->target == RT_UNDEFINED) return 0;
  rt_value result = rt__call_js(record->next, record->target, 0, NULL);
  if (result != RT_EXCEPTION && !rt_is_object(result))
    result = rt__throw_type_error("Iterator result %d is not an object", result);
  rt_value done = result == RT_EXCEPTION ? result : rt__get_value_js(result, RT_ATOM(done));
  if (done != RT_EXCEPTION && !rt_to_boolean(done)) return 1;
  record->target = RT_UNDEFINED;
  return done == RT_EXCEPTION ? 2 : 0;
}

static rt_value step_drop_js(iterator_helper *helper) {
  while (helper->counter > 0) {
    helper->counter--;
    int32_t has = skip_js(&helper->iterated);
    if (has != 1) return has == 2 ? RT_EXCEPTION : RT_HOLE;
  }
  return rt__iterator_step_js(&helper->iterated);
}

static rt_value step_flat_map_js(iterator_helper *helper) {
  for (;;) {
    if (helper->has_inner) {
      rt_value value = rt__iterator_step_js(&helper->inner);
      if (value == RT_EXCEPTION) return close_failed_js(helper);
      if (value != RT_HOLE) return value;
      helper->has_inner = 0;
    }
    rt_value value = rt__iterator_step_js(&helper->iterated);
    if (value == RT_HOLE || value == RT_EXCEPTION) return value;
    rt_value mapped = call_back_js(helper, value);
    if (mapped == RT_EXCEPTION) return close_failed_js(helper);
    if (rt__iterator_flattenable_js(&helper->inner, mapped, RT_REJECT_PRIMITIVES) != 0) return close_failed_js(helper);
    helper->has_inner = 1;
  }
}

/// Runs the helper's closure to its next yield: a value, RT_HOLE at the end, or RT_EXCEPTION.
static rt_value step_js(iterator_helper *helper) {
  switch ((helper_kind)helper->kind) {
  case HELPER_MAP: return step_map_js(helper);
  case HELPER_FILTER: return step_filter_js(helper);
  case HELPER_TAKE: return step_take_js(helper);
  case HELPER_DROP: return step_drop_js(helper);
  default: return step_flat_map_js(helper);
  }
}

/// Closes what the helper works on: status.
static int32_t close_js(iterator_helper *helper) {
  if (helper->has_inner) {
    helper->has_inner = 0;
    if (rt__iterator_close_js(&helper->inner) != 0) {
      rt__iterator_close_throw_js(&helper->iterated);
      return -1;
    }
  }
  return rt__iterator_close_js(&helper->iterated);
}

#define THIS_HELPER(name, method)                                                                                      \
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &helper_class)                             \
    return rt__throw_type_error("Method Iterator Helper.prototype." method " called on incompatible receiver %d",    \
                                this_value);                                                                           \
  RT_ROOT(this_value);                                                                                                 \
  iterator_helper *name = (iterator_helper *)rt_pointer(this_value);                                                   \
  if (name->state == HELPER_EXECUTING) return rt__throw_type_error("Generator is already running")

/// %IteratorHelperPrototype%.next ( ) (27.1.2.1.2)
NATIVE(rt_iterator_helper_next) {
  THIS_HELPER(helper, "next");
  if (helper->state == HELPER_COMPLETED) return rt_from_object(rt__iterator_result(RT_UNDEFINED, true));
  if (RT_STACK_CHECK()) return RT_EXCEPTION;
  helper->state = HELPER_EXECUTING;
  rt_value value = step_js(helper);
  bool is_done = value == RT_HOLE || value == RT_EXCEPTION;
  helper->state = is_done ? HELPER_COMPLETED : HELPER_YIELDED;
  if (value == RT_EXCEPTION) return value;
  return rt_from_object(rt__iterator_result(is_done ? RT_UNDEFINED : value, is_done));
}

/// %IteratorHelperPrototype%.return ( ) (27.1.2.1.3)
NATIVE(rt_iterator_helper_return) {
  THIS_HELPER(helper, "return");
  if (helper->state != HELPER_COMPLETED) {
    // One that has yielded runs while it closes; one that never started is completed before.
    helper->state = helper->state == HELPER_START ? HELPER_COMPLETED : HELPER_EXECUTING;
    int32_t status = close_js(helper);
    helper->state = HELPER_COMPLETED;
    if (status != 0) return RT_EXCEPTION;
  }
  return rt_from_object(rt__iterator_result(RT_UNDEFINED, true));
}

/// The helper of a receiver whose arguments are valid.
static rt_value make_helper_js(helper_kind kind, rt_value this_value, rt_value callback, double counter) {
  RT_ROOT(callback);
  iterator_helper *helper = (iterator_helper *)(void *)rt__object_of_shape(rt__shape_root(&helper_class, 0));
  RT_ROOT_POINTER(helper);
  helper->callback = callback;
  helper->counter = counter;
  helper->kind = (uint8_t)kind;
  return rt__iterator_direct_js(&helper->iterated, this_value) == 0 ? rt_from_object(helper) : RT_EXCEPTION;
}

#define CALLBACK_HELPER(name, method, kind)                                                                            \
  NATIVE(name) {                                                                                                       \
    THIS_ITERATOR(record, method);                                                                                     \
    if (!rt_is_function(ARGUMENT(0))) return rt__close_not_callable_js(&record, ARGUMENT(0));                          \
    return make_helper_js(kind, this_value, argv[0], 0);                                                               \
  }

/// Iterator.prototype.map ( mapper ) (27.1.4.8)
CALLBACK_HELPER(rt_iterator_map, "map", HELPER_MAP)
/// Iterator.prototype.filter ( predicate ) (27.1.4.4)
CALLBACK_HELPER(rt_iterator_filter, "filter", HELPER_FILTER)
/// Iterator.prototype.flatMap ( mapper ) (27.1.4.6)
CALLBACK_HELPER(rt_iterator_flat_map, "flatMap", HELPER_FLAT_MAP)

/// The common part of take and drop.
static rt_value limited_js(helper_kind kind, rt_value this_value, rt_value limit, rt_iterator *record) {
  RT_ROOT(limit);
  double number = rt_to_number(limit);
  if (!rt_is_double_exception(number)) {
    double integer = rt__integer_part(number);
    if (number == number && integer >= 0) return make_helper_js(kind, this_value, RT_UNDEFINED, integer);
    rt__throw_range_error("%s must be positive", rt_is_string(limit) ? rt_as_string(limit) : rt__describe(limit));
  }
  rt__iterator_close_throw_js(record);
  return RT_EXCEPTION;
}

/// Iterator.prototype.take ( limit ) (27.1.4.12)
NATIVE(rt_iterator_take) {
  THIS_ITERATOR(record, "take");
  return limited_js(HELPER_TAKE, this_value, ARGUMENT(0), &record);
}

/// Iterator.prototype.drop ( limit ) (27.1.4.2)
NATIVE(rt_iterator_drop) {
  THIS_ITERATOR(record, "drop");
  return limited_js(HELPER_DROP, this_value, ARGUMENT(0), &record);
}
