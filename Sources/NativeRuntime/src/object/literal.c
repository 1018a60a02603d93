/// Objects that compiled code makes in one piece: `arguments` and template objects.
#include "object.h"

rt_object *rt_arguments_new(uint32_t argc, const rt_value *argv) {
  RT_SAFEPOINT();
  rt_object *object = rt__object_of_shape(rt__shape_root(&rt_arguments_class, 0));
  rt__define_hidden(object, RT_ATOM(length), rt_from_double(argc));
  for (uint32_t i = 0; i < argc; i++) rt__add_property(object, rt__intern_index(i), argv[i], RT_PROPERTY_PLAIN);
  return object;
}

rt_value rt_template_object(rt_value *site, uint32_t count, rt_string *const *texts) {
  RT_SAFEPOINT();
  if (rt_is_object(*site)) return *site;
  rt_array *cooked = rt__array_new(count), *raw = rt__array_new(count);
  for (uint32_t i = 0; i < count; i++) {
    cooked->elements[i] = texts[2 * i] ? rt_from_string(texts[2 * i]) : RT_UNDEFINED;
    raw->elements[i] = rt_from_string(texts[2 * i + 1]);
  }
  cooked->length = raw->length = count;
  rt__set_integrity(&raw->object, RT_INTEGRITY_FROZEN);
  rt__add_property(&cooked->object, RT_ATOM(raw), rt_from_object(raw), 0);
  rt__set_integrity(&cooked->object, RT_INTEGRITY_FROZEN);
  return *site = rt_from_object(cooked);
}
