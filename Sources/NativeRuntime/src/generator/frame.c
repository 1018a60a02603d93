/// Frames of functions that suspend.
#include "builtin/native.h"
#include "rt_generator.h"

static const rt_class async_frame_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_frame),
    .name = "Object",
};

/// Where code generation keeps the computed `prototype` of a generator function.
enum { PROTOTYPE_SLOT = 2 };

/// The shape of a generator object: GetPrototypeFromConstructor (10.1.14) cannot run code here, as `prototype` is an
/// own data property that cannot be deleted.
static rt_shape *generator_shape(rt_function *function, const rt_class *class) {
  bool is_plain = function->object.extra && function->object.shape == &rt_function_shapes[function->info->kind];
  rt_value prototype = is_plain ? function->object.extra[PROTOTYPE_SLOT] : RT_HOLE;
  if (prototype == RT_HOLE)
    prototype = rt__get_js(&function->object, RT_ATOM(prototype), rt_from_object(function));
  if (!rt_is_object(prototype)) return rt__shape_root(class, 0);
  rt_shape *known = function->initial_shape;
  if (!known || known->prototype != rt_as_object(prototype)) {
    known = rt__shape_root_for(class, rt_as_object(prototype), 0);
    function->initial_shape = known;
  }
  return known;
}

rt_frame *rt_frame_new(rt_resume_code code, rt_function *closure, int32_t kind, uint32_t count) {
  RT_SAFEPOINT();
  static rt_shape *async_shape RT_ROOTED_UNUSED;
  rt_shape *shape;
  if (kind == RT_FRAME_ASYNC) {
    if (!async_shape) async_shape = rt__shape_root(&async_frame_class, 0);
    shape = async_shape;
  } else {
    // The object's shape names the class of its kind; the linker drops the kind that no function has.
    shape = generator_shape(closure, kind == RT_FRAME_GENERATOR ? &rt_generator_class : &rt_async_generator_class);
  }
  rt_frame *frame = rt__allocate_zeroed(sizeof(rt_frame) + count * sizeof(rt_value), RT_CELL_WORDS);
  frame->object.shape = shape;
  frame->code = code;
  frame->closure = closure;
  frame->kind = (uint8_t)kind;
  frame->variable_count = count < UINT8_MAX ? (uint8_t)count : UINT8_MAX;
  return frame;
}

/// Lets go of what the variables held: where generators walk a tree, each frame would keep those that its own `yield*`
/// once waited for, and those theirs.
static void end_frame(rt_frame *frame) {
  frame->point = RT_POINT_DONE;
  memset(frame->variables, 0, frame->variable_count * sizeof(rt_value));
}

rt_value rt__resume_js(rt_frame *frame, enum rt_resume_mode mode, rt_value value) {
  RT_ROOT_POINTER(frame);
  int32_t point = frame->point >> 2;
  frame->point = RT_POINT_RUNNING;
  RT_STACK_CHARGE();
  rt_value result = frame->code(frame, point, (int32_t)mode, value);
  if (frame->point == RT_POINT_RUNNING) end_frame(frame);
  return result;
}

int32_t rt_delegation_state(rt_value frame) { return ((const rt_frame *)rt_pointer(frame))->delegation; }

rt_value rt_iterator_complete(rt_value result) {
  RT_SAFEPOINT();
  if (!rt_is_object(result)) return rt__throw_type_error("Iterator result %d is not an object", result);
  RT_ROOT(result);
  rt_value done = rt__get_value_js(result, RT_ATOM(done));
  if (done == RT_EXCEPTION) return done;
  if (rt_to_boolean(done)) return RT_HOLE;
  return rt__get_value_js(result, RT_ATOM(value));
}

int32_t rt_require_object(rt_value result) {
  RT_SAFEPOINT();
  if (rt_is_object(result)) return 0;
  rt__throw_type_error("%d is not an object", result);
  return -1;
}
