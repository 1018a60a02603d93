/// Promise.all, allSettled, any and race (ECMA-262 27.2.4.1 to 27.2.4.5): one loop over the iterable, and what becomes of
/// each element.
#include "builtin/native.h"
#include "promise.h"

typedef enum combinator_kind { COMBINE_ALL, COMBINE_ALL_SETTLED, COMBINE_ANY, COMBINE_RACE } combinator_kind;

/// What the elements of one call share.
typedef struct combination {
  rt_capability capability;
  rt_array *values; ///< results, or the errors of `any`
  uint64_t remaining;
  combinator_kind kind;
} combination;

/// One element: where its result goes, and whether it has come.
typedef struct element {
  combination *all;
  uint32_t index;
  uint32_t is_called;
} element;

/// An AggregateError (20.5.7) with the reasons that `any` collected.
static rt_value aggregate_error(rt_array *errors) {
  rt_error *error = rt__error_allocate(rt__builtin(RT_BUILTIN_AGGREGATEERROR_PROTOTYPE));
  rt__define_hidden(&error->object, RT_ATOM(message),
                    rt_from_string(rt__string_from_ascii("All promises were rejected")));
  rt__define_hidden(&error->object, RT_ATOM(errors), rt_from_object(errors));
  return rt_from_object(error);
}

/// Counts an element, or the loop itself; the last one settles the promise. Status.
static int32_t count_down_js(combination *all) {
  if (--all->remaining != 0) return 0;
  if (all->kind == COMBINE_ANY) return rt__capability_reject_js(&all->capability, aggregate_error(all->values));
  return rt__capability_resolve_js(&all->capability, rt_from_object(all->values));
}

/// The object that stands for a settled promise in the result of `allSettled`.
static rt_value outcome(int32_t is_rejection, rt_value value) {
  rt_object *object = rt__object_new(2);
  rt__add_property(object, RT_ATOM(status), rt_from_string(rt__intern_ascii(is_rejection ? "rejected" : "fulfilled")),
                   RT_PROPERTY_PLAIN);
  rt__add_property(object, is_rejection ? RT_ATOM(reason) : RT_ATOM(value), value, RT_PROPERTY_PLAIN);
  return rt_from_object(object);
}

/// Promise.all Resolve Element Functions (27.2.4.1.3), and the same of allSettled (27.2.4.2.2, 27.2.4.2.3) and any
/// (27.2.4.3.2): keeps the result. Status.
static int32_t finish_element_js(element *one, int32_t is_rejection, rt_value value) {
  if (one->is_called) return 0;
  one->is_called = 1;
  combination *all = one->all;
  all->values->numbers = 0;
  all->values->elements[one->index] = all->kind == COMBINE_ALL_SETTLED ? outcome(is_rejection, value) : value;
  return count_down_js(all);
}

static rt_value call_element_js(const rt_function *callee, int32_t is_rejection, rt_value value) {
  element *one = (element *)(uintptr_t)callee->captures[0];
  return finish_element_js(one, is_rejection, value) == 0 ? RT_UNDEFINED : RT_EXCEPTION;
}

static NATIVE(element_fulfilled) { return call_element_js(callee, 0, ARGUMENT(0)); }
static NATIVE(element_rejected) { return call_element_js(callee, 1, ARGUMENT(0)); }

/// Whether a settled element goes to `finish_element_js`; otherwise it settles the whole.
static bool is_collected(combinator_kind kind, int32_t is_rejection) {
  switch (kind) {
  case COMBINE_ALL: return !is_rejection;
  case COMBINE_ALL_SETTLED: return true;
  case COMBINE_ANY: return is_rejection;
  default: return false;
  }
}

/// What a pristine promise does when it settles, in place of the functions that `then` would get.
static void resume_element(rt_object *target, int32_t is_rejection, rt_value value) {
  element *one = (element *)(void *)target;
  RT_ROOT_POINTER(one);
  int32_t status;
  if (is_collected(one->all->kind, is_rejection))
    status = finish_element_js(one, is_rejection, value);
  else if (is_rejection)
    status = rt__capability_reject_js(&one->all->capability, value);
  else
    status = rt__capability_resolve_js(&one->all->capability, value);
  if (status != 0) rt__take_pending();
}

/// The handler of an element for one way to settle.
static rt_value element_function(element *one, int32_t is_rejection) {
  if (!is_collected(one->all->kind, is_rejection))
    return is_rejection ? one->all->capability.reject : one->all->capability.resolve;
  rt_value capture = (rt_value)(uintptr_t)one;
  return rt_from_object(
      rt__function_new_with(is_rejection ? element_rejected : element_fulfilled, RT_ATOM(empty), 1, 1, &capture));
}

/// One turn of the loop: adds an element and waits for it. Status.
static int32_t add_element_js(combination *all, rt_value constructor, rt_value resolve, rt_value next) {
  RT_ROOT_POINTER(all);
  RT_ROOT(constructor);
  element *one = rt__allocate(sizeof *one, RT_CELL_WORDS);
  RT_ROOT_POINTER(one);
  *one = (element){.all = all, .index = all->values->length};
  if (all->kind != COMBINE_RACE && rt__array_push(all->values, RT_UNDEFINED) != 0) return -1;
  rt_value promise = resolve == RT_HOLE ? rt__promise_resolve_with_js(constructor, next)
                                        : rt__call_js(resolve, constructor, 1, &next);
  if (promise == RT_EXCEPTION) return -1;
  RT_ROOT(promise);
  all->remaining++;
  // OPTIMIZATION: the functions and the derived promise would be seen by nobody.
  if (rt_is_promise(promise) && rt__promise_is_pristine(rt_as_promise(promise))) {
    rt__promise_await(rt_as_promise(promise), (rt_object *)(void *)one, resume_element);
    return 0;
  }
  rt_value on_fulfilled = element_function(one, 0), on_rejected = element_function(one, 1);
  return rt__invoke_then_js(promise, on_fulfilled, on_rejected) == RT_EXCEPTION ? -1 : 0;
}

/// GetPromiseResolve (27.2.4.1.1): a function, RT_HOLE for the built-in one, or RT_EXCEPTION.
static rt_value promise_resolve_js(rt_value constructor) {
  rt_value resolve = rt__get_value_js(constructor, RT_ATOM(resolve));
  if (resolve == RT_EXCEPTION) return resolve;
  if (resolve == RT_UNDEFINED && !rt__is_linked(RT_BUILTIN_PROMISE, RT_ATOM(resolve))) return RT_HOLE;
  if (!rt_is_function(resolve)) return rt__throw_type_error("Promise resolve or reject function is not callable");
  return rt_as_function(resolve)->info->call == rt_promise_resolve ? RT_HOLE : resolve;
}

/// PerformPromiseAll (27.2.4.1.2) and its siblings: status.
static int32_t perform_js(combination *all, rt_value constructor, rt_value iterable) {
  RT_ROOT_POINTER(all);
  rt_value resolve = promise_resolve_js(constructor);
  if (resolve == RT_EXCEPTION) return -1;
  RT_ROOT(resolve);
  rt_iterator record;
  if (rt__iterator_open_js(&record, iterable) != 0) return -1;
  RT_ROOT(record.target);
  RT_ROOT(record.next);
  for (;;) {
    rt_value next = rt__iterator_step_js(&record);
    if (next == RT_EXCEPTION) return -1;
    if (next == RT_HOLE) break;
    if (add_element_js(all, constructor, resolve, next) != 0) {
      rt__iterator_close_throw_js(&record);
      return -1;
    }
  }
  return all->kind == COMBINE_RACE ? 0 : count_down_js(all);
}

static rt_value combine(rt_value constructor, rt_value iterable, combinator_kind kind, const char *name) {
  if (!rt_is_object(constructor)) return rt__throw_type_error("Promise.%c called on non-object", name);
  RT_ROOT(constructor);
  RT_ROOT(iterable);
  combination *all = rt__allocate(sizeof *all, RT_CELL_WORDS);
  RT_ROOT_POINTER(all);
  *all = (combination){.values = rt__array_new(4), .remaining = 1, .kind = kind};
  if (rt__new_capability_js(constructor, &all->capability) != 0) return RT_EXCEPTION;
  rt__capability_make_functions(&all->capability);
  if (perform_js(all, constructor, iterable) != 0) return rt__reject_pending_js(&all->capability);
  return all->capability.promise;
}

/// Promise.all ( iterable ) (27.2.4.1)
NATIVE(rt_promise_all) { return combine(this_value, ARGUMENT(0), COMBINE_ALL, "all"); }
/// Promise.allSettled ( iterable ) (27.2.4.2)
NATIVE(rt_promise_all_settled) { return combine(this_value, ARGUMENT(0), COMBINE_ALL_SETTLED, "allSettled"); }
/// Promise.any ( iterable ) (27.2.4.3)
NATIVE(rt_promise_any) { return combine(this_value, ARGUMENT(0), COMBINE_ANY, "any"); }
/// Promise.race ( iterable ) (27.2.4.5)
NATIVE(rt_promise_race) { return combine(this_value, ARGUMENT(0), COMBINE_RACE, "race"); }
