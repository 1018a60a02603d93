/// Typed arrays as objects: their classes and internal methods (ECMA-262 10.4.5).
#include "binary.h"
#include "object/object.h"

/// CanonicalNumericIndexString (7.1.21) of a key: whether it is one, and the number.
static bool is_numeric(rt_string *key, double *number) {
  if (rt_key_is_symbol(key)) return false;
  if (rt_key_is_index(key)) {
    *number = rt__key_index(key);
    return true;
  }
  rt_text text = rt__text(key);
  if (text.length == 0 || !text.latin1) return false;
  uint8_t first = text.latin1[0];
  if (!((first >= '0' && first <= '9') || first == '-' || first == 'I' || first == 'N')) return false;
  if (text.length == 2 && first == '-' && text.latin1[1] == '0') {
    *number = -0.0;
    return true;
  }
  *number = rt__text_to_number(text);
  uint8_t canonical[RT_NUMBER_TEXT_MAX];
  uint32_t length = rt__number_to_text(*number, canonical);
  return length == text.length && memcmp(canonical, text.latin1, length) == 0;
}

/// IsValidIntegerIndex (10.4.5.16).
static bool is_valid(const rt_view *view, double index) {
  return index >= 0 && index < (double)view->length && index == __builtin_trunc(index) && !__builtin_signbit(index);
}

static rt_view *as_view(rt_object *object) { return (rt_view *)(void *)object; }

/// 10.4.5.1 [[PreventExtensions]]: only IsTypedArrayFixedLength (23.2.4.x) ones.
static int32_t prevent_extensions(rt_object *object) {
  const rt_view *view = as_view(object);
  if (view->fixed_length == RT_VIEW_TRACKING) return 0;
  if (view->buffer && view->buffer->is_resizable && !view->buffer->is_shared) return 0;
  rt__prevent_extensions(object);
  return 1;
}

/// 10.4.5.2 [[GetOwnProperty]]
static int32_t get_own_property(rt_object *object, rt_string *key, rt_property_descriptor *descriptor) {
  double index;
  if (!is_numeric(key, &index)) return rt__get_own_property(object, key, descriptor);
  if (!is_valid(as_view(object), index)) return 0;
  *descriptor =
      (rt_property_descriptor){.value = rt__view_get(as_view(object), (size_t)index),
                               .getter = RT_UNDEFINED,
                               .setter = RT_UNDEFINED,
                               .flags = RT_PROPERTY_PLAIN,
                               .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  return 1;
}

/// 10.4.5.3 [[HasProperty]]
static int32_t has_property(rt_object *object, rt_string *key) {
  double index;
  if (is_numeric(key, &index)) return is_valid(as_view(object), index);
  return rt__ordinary_has_property_js(object, key);
}

/// 10.4.5.4 [[DefineOwnProperty]]
static int32_t define_own_property(rt_object *object, rt_string *key, const rt_property_descriptor *change) {
  double index;
  if (!is_numeric(key, &index)) return rt__define_own_property(object, key, change);
  if (!is_valid(as_view(object), index)) return 0;
  if (change->has & RT_HAS_CONFIGURABLE && !(change->flags & RT_PROPERTY_CONFIGURABLE)) return 0;
  if (change->has & RT_HAS_ENUMERABLE && !(change->flags & RT_PROPERTY_ENUMERABLE)) return 0;
  if (change->has & (RT_HAS_GETTER | RT_HAS_SETTER)) return 0;
  if (change->has & RT_HAS_WRITABLE && !(change->flags & RT_PROPERTY_WRITABLE)) return 0;
  if (change->has & RT_HAS_VALUE && rt__view_set_js(as_view(object), index, change->value) < 0) return 2;
  return 1;
}

/// 10.4.5.5 [[Get]]
static rt_value get(rt_object *object, rt_string *key, rt_value receiver) {
  double index;
  if (!is_numeric(key, &index)) return rt__ordinary_get_js(object, key, receiver);
  return is_valid(as_view(object), index) ? rt__view_get(as_view(object), (size_t)index) : RT_UNDEFINED;
}

/// 10.4.5.6 [[Set]] with a numeric key: truth, or -1 if the ordinary method is to decide.
static int32_t set_number(rt_object *object, double index, rt_value value, rt_value receiver) {
  if (receiver == rt_from_object(object)) return rt__view_set_js(as_view(object), index, value) < 0 ? 2 : 1;
  return is_valid(as_view(object), index) ? -1 : 1;
}

/// 10.4.5.6 [[Set]]
static int32_t set(rt_object *object, rt_string *key, rt_value value, rt_value receiver) {
  double index;
  if (is_numeric(key, &index)) {
    // Storing at -0 or 1.5 converts the value and stores nothing.
    if (receiver == rt_from_object(object) && !is_valid(as_view(object), index)) index = -1;
    int32_t done = set_number(object, index, value, receiver);
    if (done >= 0) return done;
  }
  return rt__ordinary_set_js(object, key, value, receiver);
}

/// 10.4.5.7 [[Delete]]
static int32_t delete(rt_object *object, rt_string *key) {
  double index;
  if (is_numeric(key, &index)) return !is_valid(as_view(object), index);
  return rt__delete(object, key);
}

/// 10.4.5.8 [[OwnPropertyKeys]]
static rt_array *own_property_keys(rt_object *object) {
  size_t length = as_view(object)->length;
  rt_array *keys = rt__array_new(length < 1024 ? (uint32_t)length : 1024);
  for (size_t i = 0; i < length; i++)
    if (rt__array_push(keys, rt_from_string(rt__key_from_double((double)i))) < 0) return NULL;
  rt_array *others = rt__own_keys(object, RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  for (uint32_t i = 0; i < others->length; i++)
    if (rt__array_push(keys, others->elements[i]) < 0) return NULL;
  return keys;
}

static rt_value get_index(rt_object *object, uint32_t index, rt_value receiver) {
  (void)receiver;
  return rt__view_get(as_view(object), index);
}

static int32_t set_index(rt_object *object, uint32_t index, rt_value value, rt_value receiver) {
  int32_t done = set_number(object, index, value, receiver);
  return done >= 0 ? done : rt__ordinary_set_js(object, rt__key_from_double(index), value, receiver);
}

static const rt_internal_methods integer_indexed = {
    .prevent_extensions = prevent_extensions,
    .get_own_property = get_own_property,
    .define_own_property = define_own_property,
    .has_property = has_property,
    .get = get,
    .set = set,
    .delete = delete,
    .own_property_keys = own_property_keys,
    .get_index = get_index,
    .set_index = set_index,
};

/// Steps a loop over a typed array: %ArrayIteratorPrototype%.next (23.1.5.2.1) without an iterator object.
static rt_value step(rt_iterator *record) {
  rt_view *view = rt_as_view(record->target);
  if (record->index == UINT32_MAX) return RT_HOLE;
  if (view->is_out_of_bounds) {
    record->index = UINT32_MAX;
    return rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", "%ArrayIteratorPrototype%.next");
  }
  if (record->index >= view->length) {
    record->index = UINT32_MAX;
    return RT_HOLE;
  }
  return rt__view_get(view, record->index++);
}

/// Whether `[Symbol.iterator]` is the one of %TypedArray%.prototype, and nobody replaced that.
static bool iterate(rt_object *object, rt_iterator *record) {
  if (as_view(object)->is_out_of_bounds || !rt__uses_builtin_iteration(object)) return false;
  *record = (rt_iterator){.step = step, .target = rt_from_object(object)};
  return true;
}

#define CLASS(kind_, builtin, text)                                                                                        \
  [RT_ELEMENT_##kind_] = {.kind = RT_CLASS_TYPED_ARRAY,                                                                \
                          .instance_size = sizeof(rt_view),                                                            \
                          .prototype_builtin = RT_BUILTIN_##builtin##_PROTOTYPE + 1,                                   \
                          .layout = RT_ELEMENT_##kind_ + 1,                                                            \
                          .name = text,                                                                                \
                          .default_to_string = rt__typed_array_default_to_string,                                      \
                          .iterate = iterate,                                                                          \
                          .exotic = &integer_indexed}

const rt_class rt_typed_array_classes[RT_ELEMENT_KIND_COUNT] = {
    CLASS(INT8, INT8ARRAY, "Int8Array"),
    CLASS(UINT8, UINT8ARRAY, "Uint8Array"),
    CLASS(UINT8_CLAMPED, UINT8CLAMPEDARRAY, "Uint8ClampedArray"),
    CLASS(INT16, INT16ARRAY, "Int16Array"),
    CLASS(UINT16, UINT16ARRAY, "Uint16Array"),
    CLASS(INT32, INT32ARRAY, "Int32Array"),
    CLASS(UINT32, UINT32ARRAY, "Uint32Array"),
    CLASS(FLOAT16, FLOAT16ARRAY, "Float16Array"),
    CLASS(FLOAT32, FLOAT32ARRAY, "Float32Array"),
    CLASS(FLOAT64, FLOAT64ARRAY, "Float64Array"),
    CLASS(BIGINT64, BIGINT64ARRAY, "BigInt64Array"),
    CLASS(BIGUINT64, BIGUINT64ARRAY, "BigUint64Array"),
};

const char *rt__typed_array_name(enum rt_element_kind kind) { return rt_typed_array_classes[kind].name; }

rt_value rt__typed_array_constructor(enum rt_element_kind kind) {
  // A prototype object follows its constructor in the manifest.
  return rt_from_object(rt__builtin((enum rt_builtin_id)(rt_typed_array_classes[kind].prototype_builtin - 2)));
}
