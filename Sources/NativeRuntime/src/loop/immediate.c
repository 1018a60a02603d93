/// setImmediate, and the check phase that runs what was set (https://nodejs.org/api/timers.html#class-immediate).
#include "builtin/native.h"
#include "loop.h"
#include "rt_async_context.h"

/// An Immediate object.
typedef struct rt_immediate {
  rt_object object;
  struct rt_immediate *next, *previous;
  rt_value callback;    ///< null once it ran or was cleared
  rt_array *arguments;  ///< NULL: none
  uint64_t round;       ///< the check phase that it waits for, at the earliest
  uint8_t is_referenced, is_destroyed;
} rt_immediate;

static const rt_class immediate_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_immediate),
    .prototype_builtin = RT_BUILTIN_IMMEDIATE_PROTOTYPE + 1,
    .name = "Immediate",
};

/// What waits, in the order in which it was set.
static struct {
  rt_immediate *first, *last;
} queue RT_ROOTED_UNUSED;

/// The number of the check phase that comes next; those set while it runs wait for another.
static uint64_t round;

static void unlink(rt_immediate *immediate) {
  if (immediate->previous) immediate->previous->next = immediate->next;
  else queue.first = immediate->next;
  if (immediate->next) immediate->next->previous = immediate->previous;
  else queue.last = immediate->previous;
  immediate->next = immediate->previous = NULL;
  immediate->is_destroyed = 1;
  if (immediate->is_referenced) rt__loop_reference(-1);
}

/// The check phase. What is cleared meanwhile leaves the queue, so that nothing has to be remembered between two calls.
static void check_js(void) {
  // What a failing tick left is done before, as in Node.
  rt__loop_end_callback_js();
  if (!queue.first) return;
  uint64_t current = round++;
  bool ran = false;
  while (queue.first && queue.first->round <= current) {
    if (ran) {
      ran = false;
      rt__loop_end_callback_js();
      continue;
    }
    rt_immediate *immediate = queue.first;
    RT_ROOT_POINTER(immediate);
    rt_value callback = immediate->callback;
    unlink(immediate);
    immediate->callback = RT_NULL;
    if (callback == RT_NULL) {
      ran = true;
      continue;
    }
    rt_array *arguments = immediate->arguments;
    RT_ROOT_POINTER(arguments);
    // Behind one that threw the next comes at once, as in Node.
    ran = rt__loop_call_js(callback, rt_from_object(immediate), arguments ? arguments->length : 0,
                           arguments ? arguments->elements : NULL);
  }
  if (ran) rt__loop_end_callback_js();
}

static bool has_immediates(void) { return queue.first != NULL; }

rt_value rt__set_immediate(rt_value callback, rt_array *arguments) {
  static rt_shape *shape RT_ROOTED_UNUSED;
  if (!shape) shape = rt__shape_root(&immediate_class, 0);
  rt_loop_phases.check_js = check_js;
  rt_loop_phases.has_immediates = has_immediates;
  rt__loop_start();
  rt_immediate *immediate = (rt_immediate *)(void *)rt__object_of_shape(shape);
  immediate->callback = rt__bind_context(callback);
  immediate->arguments = arguments;
  immediate->round = round;
  immediate->is_referenced = 1;
  rt__loop_reference(1);
  immediate->previous = queue.last;
  if (queue.last) queue.last->next = immediate;
  else queue.first = immediate;
  queue.last = immediate;
  return rt_from_object(immediate);
}

/// setImmediate ( callback [ , ...args ] )
NATIVE(rt_set_immediate) {
  rt_value callback = ARGUMENT(0);
  if (!rt_is_function(callback)) return rt__throw_argument_type("callback", "of type function", callback);
  return rt__set_immediate(callback, argc > 1 ? (rt_array *)(void *)rt_rest_array(argc, argv, 1) : NULL);
}

static bool is_immediate(rt_value value) {
  return rt_is_object(value) && rt_class_of(rt_as_object(value)) == &immediate_class;
}

static void clear(rt_immediate *immediate) {
  if (!immediate->is_destroyed) unlink(immediate);
  immediate->callback = RT_NULL;
}

/// clearImmediate ( immediate )
NATIVE(rt_clear_immediate) {
  if (is_immediate(ARGUMENT(0))) clear(rt_pointer(argv[0]));
  return RT_UNDEFINED;
}

/// Immediate objects come from setImmediate only.
NATIVE(rt_immediate_constructor) { return rt__throw_type_error("Illegal constructor"); }

/// The receiver of a method, or an exception.
#define THIS_IMMEDIATE(method)                                                                                         \
  if (!is_immediate(this_value))                                                                                       \
    return rt__throw_type_error("Method Immediate.prototype." method " called on incompatible receiver %d",            \
                                this_value);                                                                           \
  rt_immediate *immediate = rt_pointer(this_value)

/// immediate.ref()
NATIVE(rt_immediate_ref) {
  THIS_IMMEDIATE("ref");
  if (!immediate->is_destroyed && !immediate->is_referenced) rt__loop_reference(1);
  if (!immediate->is_destroyed) immediate->is_referenced = 1;
  return this_value;
}

/// immediate.unref()
NATIVE(rt_immediate_unref) {
  THIS_IMMEDIATE("unref");
  if (!immediate->is_destroyed && immediate->is_referenced) rt__loop_reference(-1);
  immediate->is_referenced = 0;
  return this_value;
}

/// immediate.hasRef()
NATIVE(rt_immediate_has_ref) {
  THIS_IMMEDIATE("hasRef");
  return rt_from_bool(immediate->is_referenced && !immediate->is_destroyed);
}

/// immediate[Symbol.dispose]()
NATIVE(rt_immediate_dispose) {
  THIS_IMMEDIATE("[Symbol.dispose]");
  clear(immediate);
  return RT_UNDEFINED;
}
