/// setTimeout, setInterval and Timeout objects (https://nodejs.org/api/timers.html).
#include "builtin/native.h"
#include "rt_async_context.h"
#include "rt_collection.h"
#include "rt_prim.h"
#include "timers.h"

static const rt_class timeout_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_timeout),
    .prototype_builtin = RT_BUILTIN_TIMEOUT_PROTOTYPE + 1,
    .name = "Timeout",
};

/// The longest duration; longer ones become 1, as in browsers.
#define DURATION_MAX 2147483647.0

static uint32_t next_id;
/// Timers whose number the program knows, by that number: a Map.
static rt_collection *known_timers RT_ROOTED_UNUSED;

static bool is_timeout(rt_value value) { return rt_is_object(value) && rt_class_of(rt_as_object(value)) == &timeout_class; }

/// Warns of a duration that is none.
static void warn(const char *name, double duration, const char *problem) {
  rt_builder builder = {0};
  rt__builder_string(&builder, rt_number_to_string(duration, 10));
  rt__builder_ascii(&builder, problem);
  rt__builder_ascii(&builder, ".\nTimeout duration was set to 1.");
  rt__emit_warning(name, rt__builder_finish(&builder));
}

/// A duration as timers have it; a NaN with all bits set on exception.
static double duration_of_js(rt_value value) {
  static bool warned_of_negative, warned_of_nan;
  if (rt_is_bigint(value)) {
    rt__throw_type_error("Cannot mix BigInt and other types, use explicit conversions");
    return rt_double_exception();
  }
  double duration = value == RT_UNDEFINED ? 1 : rt_to_number_slow(value);
  if (rt_is_double_exception(duration) || (duration >= 1 && duration <= DURATION_MAX)) return duration;
  if (duration > DURATION_MAX) {
    warn("TimeoutOverflowWarning", duration, " does not fit into a 32-bit signed integer");
  } else if (duration < 0 && !warned_of_negative) {
    warned_of_negative = true;
    warn("TimeoutNegativeWarning", duration, " is a negative number");
  } else if (duration != duration && !warned_of_nan) {
    warned_of_nan = true;
    warn("TimeoutNaNWarning", duration, " is not a number");
  }
  return 1;
}

static rt_value set_timer_js(uint32_t argc, const rt_value *argv, bool repeats) {
  rt_value callback = ARGUMENT(0);
  if (!rt_is_function(callback)) return rt__throw_argument_type("callback", "of type function", callback);
  RT_ROOT(callback);
  rt_array *arguments = argc > 2 ? (rt_array *)(void *)rt_rest_array(argc, argv, 2) : NULL;
  RT_ROOT_POINTER(arguments);
  double duration = duration_of_js(ARGUMENT(1));
  if (rt_is_double_exception(duration)) return RT_EXCEPTION;
  static rt_shape *shape RT_ROOTED_UNUSED;
  if (!shape) shape = rt__shape_root(&timeout_class, 0);
  rt_timeout *timer = (rt_timeout *)(void *)rt__object_of_shape(shape);
  timer->callback = rt__bind_context(callback);
  timer->arguments = arguments;
  timer->duration = duration;
  timer->repeat = repeats ? duration : 0;
  timer->id = ++next_id;
  timer->is_referenced = 1;
  rt__loop_reference(1);
  rt__timer_insert(timer, rt__loop_now());
  return rt_from_object(timer);
}

void rt__timer_destroy(rt_timeout *timer) {
  timer->is_destroyed = 1;
  if (timer->has_primitive) rt_collection_delete(&known_timers->object, rt_from_double(timer->id));
  if (timer->is_referenced) rt__loop_reference(-1);
}

/// clearTimeout of a Timeout object.
static void clear(rt_timeout *timer) {
  if (timer->callback == RT_NULL) return;
  timer->callback = RT_NULL;
  if (timer->is_destroyed) return;
  // As in Node, the empty list of a timer without a reference stays, since such timers come again.
  rt__timer_remove(timer, timer->is_referenced);
  rt__timer_destroy(timer);
  timer->duration = -1;
}

/// setTimeout ( callback [ , delay [ , ...args ] ] )
NATIVE(rt_set_timeout) { return set_timer_js(argc, argv, false); }
/// setInterval ( callback [ , delay [ , ...args ] ] )
NATIVE(rt_set_interval) { return set_timer_js(argc, argv, true); }

/// clearTimeout ( timeout ), also of its number as a number or text.
NATIVE(rt_clear_timeout) {
  rt_value value = ARGUMENT(0);
  if (is_timeout(value)) clear((rt_timeout *)rt_pointer(value));
  if ((rt_is_number(value) || rt_is_string(value)) && known_timers) {
    const rt_entry *known = rt__collection_find(known_timers, rt_from_double(rt_to_number_slow(value)));
    if (known) clear((rt_timeout *)rt_pointer(known->value));
  }
  return RT_UNDEFINED;
}

/// Timeout objects come from setTimeout and setInterval only.
NATIVE(rt_timeout_constructor) { return rt__throw_type_error("Illegal constructor"); }

/// The receiver of a method, or an exception.
#define THIS_TIMEOUT(method)                                                                                           \
  if (!is_timeout(this_value))                                                                                         \
    return rt__throw_type_error("Method Timeout.prototype." method " called on incompatible receiver %d", this_value); \
  rt_timeout *timer = (rt_timeout *)rt_pointer(this_value)

/// timeout.ref()
NATIVE(rt_timeout_ref) {
  THIS_TIMEOUT("ref");
  if (!timer->is_referenced && !timer->is_destroyed) rt__loop_reference(1);
  timer->is_referenced = 1;
  return this_value;
}

/// timeout.unref()
NATIVE(rt_timeout_unref) {
  THIS_TIMEOUT("unref");
  if (timer->is_referenced && !timer->is_destroyed) rt__loop_reference(-1);
  timer->is_referenced = 0;
  return this_value;
}

/// timeout.hasRef()
NATIVE(rt_timeout_has_ref) {
  THIS_TIMEOUT("hasRef");
  return rt_from_bool(timer->is_referenced);
}

/// timeout.refresh(): starts again, also if it has fired.
NATIVE(rt_timeout_refresh) {
  THIS_TIMEOUT("refresh");
  if (timer->duration < 0) return this_value;
  rt__timer_insert(timer, rt__loop_now());
  if (timer->is_destroyed && timer->is_referenced) rt__loop_reference(1);
  timer->is_destroyed = 0;
  return this_value;
}

/// timeout.close()
NATIVE(rt_timeout_close) {
  THIS_TIMEOUT("close");
  clear(timer);
  return this_value;
}

/// timeout[Symbol.dispose]()
NATIVE(rt_timeout_dispose) {
  THIS_TIMEOUT("[Symbol.dispose]");
  clear(timer);
  return RT_UNDEFINED;
}

/// timeout[Symbol.toPrimitive](): the number that clearTimeout takes too.
NATIVE(rt_timeout_to_primitive) {
  THIS_TIMEOUT("[Symbol.toPrimitive]");
  if (!timer->has_primitive) {
    timer->has_primitive = 1;
    if (!known_timers) known_timers = rt__map_new();
    rt__collection_insert(known_timers, rt_from_double(timer->id))->value = this_value;
  }
  return rt_from_double(timer->id);
}
