/// Async generator objects (ECMA-262 27.6).
#include "builtin/native.h"
#include "rt_generator.h"

const rt_class rt_async_generator_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_frame),
    .prototype_builtin = RT_BUILTIN_ASYNCGENERATOR_PROTOTYPE + 1,
    .name = "AsyncGenerator",
};

/// [[AsyncGeneratorState]].
enum { SUSPENDED_START, SUSPENDED_YIELD, EXECUTING, DRAINING_QUEUE, COMPLETED };

/// AsyncGeneratorEnqueue (27.6.3.4).
static void enqueue(rt_frame *frame, enum rt_resume_mode mode, rt_value value, rt_promise *promise) {
  rt_request *request = rt__allocate(sizeof *request, RT_CELL_WORDS);
  *request = (rt_request){.promise = promise, .value = value, .mode = mode};
  rt_request *last = frame->requests;
  request->next = last ? last->next : request;
  if (last) last->next = request;
  frame->requests = request;
}

static rt_request *first_request(const rt_frame *frame) { return frame->requests ? frame->requests->next : NULL; }

/// AsyncGeneratorCompleteStep (27.6.3.5); RT_EXCEPTION with a pending exception is a throw completion.
static void complete_step_js(rt_frame *frame, rt_value value, bool done) {
  rt_request *request = first_request(frame);
  if (request == frame->requests)
    frame->requests = NULL;
  else
    frame->requests->next = request->next;
  RT_ROOT_POINTER(frame);
  if (value == RT_EXCEPTION)
    rt__promise_reject(request->promise, rt__take_pending());
  else
    rt__promise_resolve_js(request->promise, rt_from_object(rt__iterator_result(value, done)));
}

static void drain_queue_js(rt_frame *frame);

/// What the promise of AsyncGeneratorAwaitReturn gave (27.6.3.9, steps 9 to 12).
static void return_settled(rt_object *target, int32_t is_rejection, rt_value value) {
  rt_frame *frame = (rt_frame *)(void *)target;
  RT_ROOT_POINTER(frame);
  complete_step_js(frame, is_rejection ? rt__throw(value) : value, true);
  drain_queue_js(frame);
}

/// AsyncGeneratorAwaitReturn (27.6.3.9); false if it completed the request at once.
static bool await_return_js(rt_frame *frame) {
  RT_ROOT_POINTER(frame);
  frame->state = DRAINING_QUEUE;
  rt_value promise = rt__promise_coerce_js(first_request(frame)->value);
  if (promise == RT_EXCEPTION) {
    complete_step_js(frame, RT_EXCEPTION, true);
    return false;
  }
  rt__promise_await(rt_as_promise(promise), &frame->object, return_settled);
  return true;
}

/// AsyncGeneratorDrainQueue (27.6.3.10).
static void drain_queue_js(rt_frame *frame) {
  RT_ROOT_POINTER(frame);
  frame->state = DRAINING_QUEUE;
  for (rt_request *request; (request = first_request(frame)) != NULL;) {
    if (request->mode == RT_RESUME_RETURN) {
      if (await_return_js(frame)) return;
    } else {
      complete_step_js(frame, request->mode == RT_RESUME_THROW ? rt__throw(request->value) : RT_UNDEFINED, true);
    }
  }
  frame->state = COMPLETED;
}

/// AsyncGeneratorResume (27.6.3.6) and what follows until it waits: AsyncGeneratorYield (27.6.3.8), and the end of
/// AsyncGeneratorStart (27.6.3.2).
static void resume_js(rt_frame *frame, enum rt_resume_mode mode, rt_value value) {
  RT_ROOT_POINTER(frame);
  for (;;) {
    frame->state = EXECUTING;
    rt_value result = rt__resume_js(frame, mode, value);
    if (frame->point == RT_POINT_DONE) {
      frame->state = DRAINING_QUEUE;
      complete_step_js(frame, result, true);
      drain_queue_js(frame);
      return;
    }
    if (rt_reason(frame) == RT_SUSPENDED_AWAIT) return;
    complete_step_js(frame, result, false);
    rt_request *next = first_request(frame);
    if (!next) {
      frame->state = SUSPENDED_YIELD;
      return;
    }
    mode = (enum rt_resume_mode)next->mode;
    value = next->value;
  }
}

/// Goes on after `await`.
static void settled(rt_object *target, int32_t is_rejection, rt_value value) {
  resume_js((rt_frame *)(void *)target, is_rejection ? RT_RESUME_THROW : RT_RESUME_NEXT, value);
}

static rt_value request_js(rt_value this_value, enum rt_resume_mode mode, rt_value value, const char *name) {
  rt_promise *promise = rt__promise_new();
  RT_ROOT_POINTER(promise);
  RT_ROOT(this_value);
  RT_ROOT(value);
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &rt_async_generator_class) {
    rt__throw_type_error("%c method called on incompatible receiver %d", name, this_value);
    rt__promise_reject(promise, rt__take_pending());
    return rt_from_object(promise);
  }
  rt_frame *frame = rt_pointer(this_value);
  frame->settled = settled;
  uint8_t state = frame->state;
  if (mode != RT_RESUME_NEXT && state == SUSPENDED_START) {
    frame->point = RT_POINT_DONE;
    frame->state = state = COMPLETED;
  }
  if (state == COMPLETED && mode != RT_RESUME_RETURN) {
    if (mode == RT_RESUME_THROW)
      rt__promise_reject(promise, value);
    else
      rt__promise_resolve_js(promise, rt_from_object(rt__iterator_result(RT_UNDEFINED, true)));
    return rt_from_object(promise);
  }
  enqueue(frame, mode, value, promise);
  if (state == SUSPENDED_START || state == SUSPENDED_YIELD) {
    resume_js(frame, mode, value);
  } else if (state == COMPLETED && !await_return_js(frame)) {
    drain_queue_js(frame);
  }
  return rt_from_object(promise);
}

/// %AsyncGeneratorPrototype%.next (27.6.1.2).
NATIVE(rt_async_generator_next) { return request_js(this_value, RT_RESUME_NEXT, ARGUMENT(0), "next"); }
/// %AsyncGeneratorPrototype%.return (27.6.1.3).
NATIVE(rt_async_generator_return) { return request_js(this_value, RT_RESUME_RETURN, ARGUMENT(0), "return"); }
/// %AsyncGeneratorPrototype%.throw (27.6.1.4).
NATIVE(rt_async_generator_throw) { return request_js(this_value, RT_RESUME_THROW, ARGUMENT(0), "throw"); }
