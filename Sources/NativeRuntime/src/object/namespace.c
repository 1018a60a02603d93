/// Module namespace exotic objects (ECMA-262 10.4.6).
#include "object.h"

typedef struct namespace {
  rt_object object;
  rt_string *const *names;
  rt_value (*const *getters)(void);
  uint32_t count;
  uint32_t reserved;
} namespace;

/// The number of the export with a name, or -1.
static int64_t find_export(rt_object *object, rt_string *key) {
  const namespace *n = (const namespace *)(const void *)object;
  for (uint32_t i = 0; i < n->count; i++)
    if (n->names[i] == key) return i;
  return -1;
}

/// The value of an export; a ReferenceError before it is initialised.
static rt_value export_value(rt_object *object, int64_t index) {
  const namespace *n = (const namespace *)(const void *)object;
  rt_value value = n->getters[index]();
  if (value != RT_HOLE) return value;
  rt__throw_error(RT_REFERENCE_ERROR, "%s is not defined", n->names[index]);
  return RT_EXCEPTION;
}

/// 10.4.6.2 (SetImmutablePrototype, 10.4.7.2).
static int32_t set_prototype_of(rt_object *object, rt_object *prototype) {
  (void)object;
  return prototype == NULL;
}

/// 10.4.6.5
static int32_t get_own_property(rt_object *object, rt_string *key, rt_property_descriptor *descriptor) {
  int64_t index = find_export(object, key);
  if (index < 0) return rt__get_own_property(object, key, descriptor);
  rt_value value = export_value(object, index);
  if (value == RT_EXCEPTION) return 2;
  *descriptor =
      (rt_property_descriptor){.value = value,
                               .getter = RT_UNDEFINED,
                               .setter = RT_UNDEFINED,
                               .flags = RT_PROPERTY_ENUMERABLE | RT_PROPERTY_WRITABLE,
                               .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  return 1;
}

/// 10.4.6.6: only what changes nothing is allowed.
static int32_t define_own_property(rt_object *object, rt_string *key, const rt_property_descriptor *change) {
  rt_property_descriptor current;
  if (find_export(object, key) < 0) return rt__define_own_property(object, key, change);
  if (get_own_property(object, key, &current) == 2) return 2;
  if (change->has & RT_HAS_CONFIGURABLE && change->flags & RT_PROPERTY_CONFIGURABLE) return 0;
  if (change->has & RT_HAS_ENUMERABLE && !(change->flags & RT_PROPERTY_ENUMERABLE)) return 0;
  if (change->has & (RT_HAS_GETTER | RT_HAS_SETTER)) return 0;
  if (change->has & RT_HAS_WRITABLE && !(change->flags & RT_PROPERTY_WRITABLE)) return 0;
  return !(change->has & RT_HAS_VALUE) || rt__same_value(change->value, current.value);
}

/// 10.4.6.7
static int32_t has_property(rt_object *object, rt_string *key) {
  return find_export(object, key) >= 0 || rt__shape_find(object->shape, key) >= 0;
}

/// 10.4.6.8
static rt_value get(rt_object *object, rt_string *key, rt_value receiver) {
  (void)receiver;
  int64_t index = find_export(object, key);
  if (index >= 0) return export_value(object, index);
  rt_property_descriptor descriptor;
  return rt__get_own_property(object, key, &descriptor) ? descriptor.value : RT_UNDEFINED;
}

/// 10.4.6.9
static int32_t set(rt_object *object, rt_string *key, rt_value value, rt_value receiver) {
  (void)object, (void)key, (void)value, (void)receiver;
  return 0;
}

/// 10.4.6.10
static int32_t delete_property(rt_object *object, rt_string *key) {
  return find_export(object, key) >= 0 ? 0 : rt__delete(object, key);
}

/// 10.4.6.11
static rt_array *own_property_keys(rt_object *object) {
  const namespace *n = (const namespace *)(const void *)object;
  rt_array *keys = rt__array_new(n->count + 1);
  for (uint32_t i = 0; i < n->count; i++) rt__array_push(keys, rt_from_string(n->names[i]));
  rt_array *symbols = rt__own_keys(object, RT_KEYS_SYMBOLS);
  for (uint32_t i = 0; i < symbols->length; i++) rt__array_push(keys, symbols->elements[i]);
  return keys;
}

static const rt_internal_methods namespace_methods = {.set_prototype_of = set_prototype_of,
                                                      .get_own_property = get_own_property,
                                                      .define_own_property = define_own_property,
                                                      .has_property = has_property,
                                                      .get = get,
                                                      .set = set,
                                                      .delete = delete_property,
                                                      .own_property_keys = own_property_keys};

static const rt_class namespace_class = {
    .kind = RT_CLASS_NAMESPACE, .instance_size = sizeof(namespace), .name = "Module", .exotic = &namespace_methods};

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
