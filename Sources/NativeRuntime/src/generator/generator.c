/// Generator objects (ECMA-262 27.5) and `yield*` in generators.
#include "builtin/native.h"
#include "rt_generator.h"

static bool iterate(rt_object *object, rt_iterator *record);

const rt_class rt_generator_class = {
    .kind = RT_CLASS_ITERATOR,
    .instance_size = sizeof(rt_frame),
    .prototype_builtin = RT_BUILTIN_GENERATOR_PROTOTYPE + 1,
    .name = "Generator",
    .iterate = iterate,
};

static rt_frame *as_frame(rt_value value) { return rt_pointer(value); }

static rt_value resume_js(rt_frame *frame, enum rt_resume_mode mode, rt_value value);
static rt_value throw_running(void) { return rt__throw_type_error("Generator is already running"); }

// OPTIMIZATION: a generator that waits in `yield*` for another one only passes on what goes in and out. So a step goes
// to the innermost at once, past all generators between, which would take as many calls as a recursive walk is deep.
// They are resumed, from the inside out, when a generator that they wait for ends, throws or yields otherwise.

/// A step that went past generators: they are running although their frames do not say so.
typedef struct direct_step {
  struct direct_step *outer;
  rt_frame *first;
} direct_step;

static direct_step *direct_steps;

/// What a generator that was stepped directly came to, for the `yield*` that waits for it.
static struct {
  rt_frame *waiting;
  rt_value result;
} arrival RT_ROOTED;

static bool is_stepped_past(const rt_frame *frame) {
  for (const direct_step *step = direct_steps; step; step = step->outer)
    for (const rt_frame *passed = step->first; passed; passed = passed->delegate)
      if (passed == frame) return true;
  return false;
}

/// The generator that one of those behind `first` is the delegate of.
static rt_frame *waiting_for(rt_frame *first, const rt_frame *inner) {
  while (first->delegate != inner) first = first->delegate;
  return first;
}

static rt_value resume_delegating_js(rt_frame *frame, enum rt_resume_mode mode, rt_value value) {
  rt_frame *inner = frame->delegate;
  while (inner->delegate) inner = inner->delegate;
  bool is_running = inner->point == RT_POINT_RUNNING;
  if (is_running && is_stepped_past(frame)) return throw_running();
  if (is_running || mode != RT_RESUME_NEXT) {
    frame->delegate = NULL;
    return rt__resume_js(frame, mode, value);
  }
  RT_ROOT_POINTER(frame);
  direct_step step = {direct_steps, frame};
  direct_steps = &step;
  rt_value result = resume_js(inner, mode, value);
  while (inner != frame &&
         (result == RT_EXCEPTION || inner->point == RT_POINT_DONE || rt_reason(inner) != RT_SUSPENDED_YIELD)) {
    inner = waiting_for(frame, inner);
    inner->delegate = NULL;
    arrival.waiting = inner;
    arrival.result = result;
    result = rt__resume_js(inner, RT_RESUME_NEXT, RT_UNDEFINED);
  }
  direct_steps = step.outer;
  return result;
}

/// GeneratorResume (27.5.3.3) and GeneratorResumeAbrupt (27.5.3.4): the value that is yielded or returned.
static rt_value resume_js(rt_frame *frame, enum rt_resume_mode mode, rt_value value) {
  if (frame->point == RT_POINT_RUNNING) return throw_running();
  if (frame->delegate) return resume_delegating_js(frame, mode, value);
  if (frame->point == RT_SUSPENDED_START && mode != RT_RESUME_NEXT) frame->point = RT_POINT_DONE;
  if (frame->point == RT_POINT_DONE) {
    if (mode == RT_RESUME_THROW) return rt__throw(value);
    return mode == RT_RESUME_NEXT ? RT_UNDEFINED : value;
  }
  return rt__resume_js(frame, mode, value);
}

static rt_value resume_object_js(rt_value this_value, enum rt_resume_mode mode, rt_value value, const char *name) {
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &rt_generator_class)
    return rt__throw_type_error("%c method called on incompatible receiver %d", name, this_value);
  RT_ROOT(this_value);
  rt_frame *frame = as_frame(this_value);
  rt_value result = resume_js(frame, mode, value);
  if (result == RT_EXCEPTION) return result;
  bool done = frame->point == RT_POINT_DONE;
  if (!done && rt_reason(frame) == RT_SUSPENDED_YIELD_RESULT) return result;
  return rt_from_object(rt__iterator_result(result, done));
}

/// %GeneratorPrototype%.next (27.5.1.2).
NATIVE(rt_generator_next) { return resume_object_js(this_value, RT_RESUME_NEXT, ARGUMENT(0), "next"); }
/// %GeneratorPrototype%.return (27.5.1.3).
NATIVE(rt_generator_return) { return resume_object_js(this_value, RT_RESUME_RETURN, ARGUMENT(0), "return"); }
/// %GeneratorPrototype%.throw (27.5.1.4).
NATIVE(rt_generator_throw) { return resume_object_js(this_value, RT_RESUME_THROW, ARGUMENT(0), "throw"); }

// Iteration without result objects.

static rt_value step(rt_iterator *record) {
  if (record->target == RT_UNDEFINED) return RT_HOLE;
  rt_frame *frame = as_frame(record->target);
  RT_ROOT_POINTER(frame);
  rt_value result = resume_js(frame, RT_RESUME_NEXT, RT_UNDEFINED);
  if (result != RT_EXCEPTION && frame->point != RT_POINT_DONE) {
    if (RT_LIKELY(rt_reason(frame) == RT_SUSPENDED_YIELD)) return result;
    RT_ROOT(result);
    result = rt_iterator_complete(result);
    if (result != RT_EXCEPTION && result != RT_HOLE) return result;
  } else if (result != RT_EXCEPTION) {
    result = RT_HOLE;
  }
  record->target = RT_UNDEFINED;
  return result;
}

/// Calls `return()` of the generator: status.
static int32_t close_js(rt_iterator *record) {
  if (record->target == RT_UNDEFINED) return 0;
  rt_frame *frame = as_frame(record->target);
  RT_ROOT_POINTER(frame);
  record->target = RT_UNDEFINED;
  rt_value result = resume_js(frame, RT_RESUME_RETURN, RT_UNDEFINED);
  return result == RT_EXCEPTION ? -1 : 0;
}

/// Whether an object has none of the methods that iteration looks up.
static bool is_transparent(rt_object *object) {
  rt_shape *shape = object->shape;
  return rt_class_of(object) == &rt_object_class && rt__shape_find(shape, RT_ATOM(next)) < 0 &&
         rt__shape_find(shape, RT_SYMBOL(iterator)) < 0 && rt__shape_find(shape, RT_ATOM(return_)) < 0 &&
         rt__shape_find(shape, RT_ATOM(throw_)) < 0;
}

/// Whether nothing stands between a generator and the built-in methods.
static bool iterate(rt_object *object, rt_iterator *record) {
  rt_object *prototype = rt__prototype_of(object);
  rt_object *builtin = rt__builtin(RT_BUILTIN_GENERATOR_PROTOTYPE);
  if (prototype != builtin) {
    if (!prototype || !is_transparent(prototype)) return false;
    if (rt__prototype_of(prototype) != builtin) return false;
  }
  *record = (rt_iterator){.step = step, .close = close_js, .target = rt_from_object(object)};
  return true;
}

// yield*

static rt_value missing_throw_js(rt_iterator *record) {
  if (rt__iterator_close_js(record) != 0) return RT_EXCEPTION;
  return rt__throw_type_error("The iterator does not provide a 'throw' method.");
}

/// Goes on with the result object of an inner iterator: it is passed on as it is unless it is the last.
static rt_value finish_js(rt_frame *frame, rt_value result, enum rt_resume_mode mode) {
  if (!rt_is_object(result)) return rt__throw_type_error("Iterator result %d is not an object", result);
  RT_ROOT(result);
  rt_value done = rt__get_value_js(result, RT_ATOM(done));
  if (done == RT_EXCEPTION) return done;
  if (!rt_to_boolean(done)) {
    frame->delegation = RT_DELEGATION_YIELD_RESULT;
    return result;
  }
  frame->delegation = mode == RT_RESUME_RETURN ? RT_DELEGATION_RETURNED : RT_DELEGATION_DONE;
  return rt__get_value_js(result, RT_ATOM(value));
}

/// Goes on with what a step of an inner generator came to.
static rt_value pass_on_js(rt_frame *frame, rt_frame *inner, rt_value result, enum rt_resume_mode mode) {
  if (result == RT_EXCEPTION) return result;
  if (inner->point == RT_POINT_DONE) {
    frame->delegation = mode == RT_RESUME_RETURN ? RT_DELEGATION_RETURNED : RT_DELEGATION_DONE;
  } else if (rt_reason(inner) == RT_SUSPENDED_YIELD_RESULT) {
    return finish_js(frame, result, mode);
  } else {
    frame->delegation = RT_DELEGATION_YIELD;
    frame->delegate = inner;
  }
  return result;
}

/// A step of an inner iterator that is stepped without visible objects.
static rt_value delegate_directly_js(rt_frame *frame, rt_iterator *record, enum rt_resume_mode mode, rt_value value) {
  if (record->step != step) {
    if (mode == RT_RESUME_THROW) return missing_throw_js(record);
    frame->delegation = mode == RT_RESUME_RETURN ? RT_DELEGATION_RETURNED : RT_DELEGATION_YIELD;
    if (mode == RT_RESUME_RETURN) return value;
    rt_value next = record->step(record);
    if (next != RT_HOLE) return next;
    frame->delegation = RT_DELEGATION_DONE;
    return RT_UNDEFINED;
  }
  return pass_on_js(frame, as_frame(record->target), resume_js(as_frame(record->target), mode, value), mode);
}

rt_value rt_delegate(rt_value frame_value, rt_value record_value, int32_t mode, rt_value value) {
  RT_SAFEPOINT();
  rt_frame *frame = as_frame(frame_value);
  rt_iterator *record = rt_pointer(record_value);
  RT_ROOT_POINTER(frame);
  RT_ROOT_POINTER(record);
  if (arrival.waiting == frame) {
    arrival.waiting = NULL;
    return pass_on_js(frame, as_frame(record->target), arrival.result, RT_RESUME_NEXT);
  }
  if (record->step) return delegate_directly_js(frame, record, (enum rt_resume_mode)mode, value);
  rt_value method = record->next;
  if (mode != RT_RESUME_NEXT) {
    RT_ROOT(value);
    method = rt__get_method_js(record->target, mode == RT_RESUME_THROW ? RT_ATOM(throw_) : RT_ATOM(return_));
    if (method == RT_EXCEPTION) return method;
    if (method == RT_UNDEFINED) {
      if (mode == RT_RESUME_THROW) return missing_throw_js(record);
      frame->delegation = RT_DELEGATION_RETURNED;
      return value;
    }
  }
  rt_value result = rt__call_js(method, record->target, 1, &value);
  return result == RT_EXCEPTION ? result : finish_js(frame, result, (enum rt_resume_mode)mode);
}

/// GeneratorFunction (27.3.1), AsyncFunction (27.7.1), AsyncGeneratorFunction (27.4.1): programs are compiled ahead.
NATIVE(rt_suspending_function_constructor) {
  return rt__throw_error(RT_EVAL_ERROR, "Code generation from strings is not possible in a compiled program");
}
