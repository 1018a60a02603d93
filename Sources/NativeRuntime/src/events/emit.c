/// `EventEmitter.prototype.emit`: a native, since what it passes on are its arguments, however many.
#include "builtin/native.h"
#include "library.h"

rt_value rt_make_emit(rt_value general, rt_value capture);

static rt_string *events_key RT_ROOTED, *error_key RT_ROOTED;

/// Tells the prelude of a listener's result, which may be a promise; primitives are none: status.
static int32_t capture_js(rt_function *callee, rt_value emitter, rt_value result, uint32_t argc, const rt_value *argv) {
  if (!rt_is_object(result)) return 0;
  RT_ROOT(emitter);
  RT_ROOT(result);
  rt_value values = rt_from_object(rt__array_from(argc > 1 ? argv + 1 : NULL, argc - 1));
  const rt_value arguments[4] = {emitter, result, argv[0], values};
  return rt__call_js(callee->captures[1], RT_UNDEFINED, 4, arguments) == RT_EXCEPTION ? -1 : 0;
}

/// An own data property of an ordinary object; a hole for all others.
static rt_value own_data(rt_object *object, rt_string *key) {
  const rt_class *class = rt_class_of(object);
  if (class->exotic || class->get_own) return RT_HOLE;
  int32_t entry = rt__shape_find(object->shape, key);
  if (entry < 0) return RT_HOLE;
  const rt_property *property = &object->shape->table->entries[entry];
  return property->flags & (RT_PROPERTY_ACCESSOR | RT_PROPERTY_LAZY) ? RT_HOLE : *rt_slot(object, property->slot);
}

/// The listeners of an event: a function, an array, undefined, or a hole if the general way is to be taken.
static rt_value listeners_of(rt_value emitter, rt_value type) {
  if (!rt_is_object(emitter) || !(rt_is_string(type) || rt_is_symbol(type))) return RT_HOLE;
  rt_value table = own_data(rt_as_object(emitter), events_key);
  if (!rt_is_object(table) || rt__prototype_of(rt_as_object(table))) return RT_HOLE;
  rt_string *key = rt_pointer(type);
  if (rt_is_string(type) && !(key->flags & RT_STRING_INTERNED)) key = rt__intern_find(key);
  if (key == error_key) return RT_HOLE;
  // A name that nothing has is no event's.
  if (!key) return RT_UNDEFINED;
  rt_value listeners = own_data(rt_as_object(table), key);
  return listeners == RT_HOLE ? RT_UNDEFINED : listeners;
}

/// So many listeners are copied to the stack.
enum { FEW = 8 };

/// Calls the listeners in the order in which they were added; its captures are the general form and `capture`.
NATIVE(rt_event_emitter_emit) {
  rt_value listeners = argc > 0 ? listeners_of(this_value, argv[0]) : RT_HOLE;
  if (listeners == RT_UNDEFINED) return RT_FALSE;
  RT_ROOT(this_value);
  RT_ROOT_POINTER(callee);
  if (rt_is_function(listeners)) {
    // It may remove itself while it runs.
    RT_ROOT(listeners);
    rt_value result = rt__call_js(listeners, this_value, argc - 1, argv + 1);
    if (result == RT_EXCEPTION || capture_js(callee, this_value, result, argc, argv) < 0) return RT_EXCEPTION;
    return RT_TRUE;
  }
  if (!rt_is_plain_array(listeners)) return rt__call_js(callee->captures[0], this_value, argc, argv);
  // Listeners may be added and removed meanwhile.
  rt_array *list = rt_as_array(listeners);
  uint32_t count = list->length;
  rt_value few[FEW];
  RT_ROOT_POINTER(list);
  if (count > FEW) list = rt__array_from(list->elements, count);
  else memcpy(few, list->elements, count * sizeof *few);
  for (uint32_t i = 0; i < count; i++) {
    // Those on the stack are rooted like those in a list: the collector sees it on both targets.
    rt_value result = rt__call_js(count > FEW ? list->elements[i] : few[i], this_value, argc - 1, argv + 1);
    if (result == RT_EXCEPTION || capture_js(callee, this_value, result, argc, argv) < 0) return RT_EXCEPTION;
  }
  return RT_TRUE;
}

/// The method, which takes another one for what is rare.
rt_value rt_make_emit(rt_value general, rt_value capture) {
  RT_SAFEPOINT();
  events_key = rt__intern_ascii("_events");
  error_key = rt__intern_ascii("error");
  const rt_value captures[2] = {general, capture};
  return rt_from_object(rt__function_new_with(rt_event_emitter_emit, rt__intern_ascii("emit"), 1, 2, captures));
}
