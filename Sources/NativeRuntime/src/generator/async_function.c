/// Async functions (ECMA-262 27.7) and Await.
#include "builtin/native.h"
#include "rt_generator.h"

/// AsyncBlockStart (27.7.5.2), steps 3.c to 3.g: runs to the next `await` or to the end.
static void run_js(rt_frame *frame, enum rt_resume_mode mode, rt_value value) {
  RT_ROOT_POINTER(frame);
  rt_value result = rt__resume_js(frame, mode, value);
  if (frame->point != RT_POINT_DONE) return;
  if (result == RT_EXCEPTION)
    rt__promise_reject(frame->promise, rt__take_pending());
  else
    rt__promise_resolve_js(frame->promise, result);
}

static void settled(rt_object *target, int32_t is_rejection, rt_value value) {
  run_js((rt_frame *)(void *)target, is_rejection ? RT_RESUME_THROW : RT_RESUME_NEXT, value);
}

rt_value rt_async_start(rt_value value) {
  RT_SAFEPOINT();
  RT_ROOT(value);
  rt_frame *frame = rt_pointer(value);
  frame->promise = rt__promise_new();
  frame->settled = settled;
  run_js(frame, RT_RESUME_NEXT, RT_UNDEFINED);
  return rt_from_object(frame->promise);
}

int32_t rt_await(rt_value frame_value, rt_value value) {
  RT_SAFEPOINT();
  rt_frame *frame = rt_pointer(frame_value);
  if (!rt_is_object(value)) {
    // OPTIMIZATION: nobody sees the promise that would be fulfilled with it.
    rt__enqueue_job(&frame->object, frame->settled, 0, value);
    return 0;
  }
  RT_ROOT_POINTER(frame);
  rt_value promise = rt__promise_coerce_js(value);
  if (promise == RT_EXCEPTION) return -1;
  rt__promise_await(rt_as_promise(promise), &frame->object, frame->settled);
  return 0;
}
