/// Objects that compiled code makes in one piece: `arguments`, template objects, module namespaces.
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

/// A module namespace exotic object (10.4.6).
typedef struct namespace {
  rt_object object;
  rt_string *const *names;
  rt_value (*const *getters)(void);
  uint32_t count;
  uint32_t reserved;
} namespace;

static bool namespace_get_own(rt_object *object, rt_string *key, rt_property_descriptor *descriptor) {
  const namespace *n = (const namespace *)(const void *)object;
  uint32_t i = 0;
  while (i < n->count && n->names[i] != key) i++;
  if (i == n->count) return false;
  rt_value value = n->getters[i]();
  if (value == RT_HOLE) {
    rt_throw_uninitialized(key);
    value = RT_EXCEPTION;
  }
  *descriptor = (rt_property_descriptor){
    .value = value, .getter = RT_UNDEFINED, .setter = RT_UNDEFINED, .flags = RT_PROPERTY_ENUMERABLE,
    .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  return true;
}

static void namespace_own_keys(rt_object *object, rt_array *keys) {
  const namespace *n = (const namespace *)(const void *)object;
  for (uint32_t i = 0; i < n->count; i++) rt__array_push(keys, rt_from_string(n->names[i]));
}

static const rt_class namespace_class = {
  .kind = RT_CLASS_NAMESPACE, .instance_size = sizeof(namespace), .name = "Module", .get_own = namespace_get_own,
  .own_keys = namespace_own_keys};

rt_value rt_namespace_new(uint32_t count, rt_string *const *names, rt_value (*const *getters)(void)) {
  RT_SAFEPOINT();
  rt_object *object = rt__object_of_shape(rt__shape_root(&namespace_class, 0));
  namespace *n = (namespace *)(void *)object;
  n->names = names;
  n->getters = getters;
  n->count = count;
  rt__add_property(object, RT_SYMBOL(to_string_tag), rt_from_string(rt__intern_ascii("Module")), 0);
  rt__prevent_extensions(object);
  return rt_from_object(object);
}
