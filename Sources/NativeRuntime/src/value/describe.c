/// Values as V8's messages show them.
#include "object/object.h"

rt_string *rt__constructor_name(rt_object *object) {
  for (rt_object *o = object; o; o = rt__prototype_of(o)) {
    rt_value constructor = rt__own_data_value(o, RT_ATOM(constructor));
    if (!rt_is_function(constructor)) continue;
    rt_string *name = rt__function_name(rt_as_object(constructor));
    if (name && name->length > 0) return name;
  }
  return NULL;
}

static void append_ascii(rt_builder *b, const char *text) { rt__builder_ascii(b, text); }

/// Whether an object's `toString` is that of Object.prototype, as far as its prototypes show it.
static bool has_default_to_string(rt_object *object) {
  rt_object *root = rt__builtin(RT_BUILTIN_OBJECT_PROTOTYPE);
  for (rt_object *o = object; o; o = rt__prototype_of(o)) {
    if (o == root) return true;
    if (rt__own_data_value(o, RT_ATOM(toString)) != RT_HOLE) return false;
  }
  return false;
}

/// The name of what an object's `constructor` is; NULL if that is no function.
static rt_string *nearest_constructor_name(rt_object *object) {
  rt_value constructor = rt__data_value(object, RT_ATOM(constructor));
  return rt_is_function(constructor) ? rt__function_name(rt_as_object(constructor)) : NULL;
}

rt_string *rt__describe(rt_value value) {
  if (rt_is_symbol(value)) return rt__symbol_descriptive_string(rt_pointer(value));
  rt_builder builder = {0};
  if (rt_is_string(value)) {
    append_ascii(&builder, "\"");
    rt__builder_string(&builder, rt_as_string(value));
    append_ascii(&builder, "\"");
    return rt__builder_finish(&builder);
  }
  if (!rt_is_object(value)) return rt__primitive_to_string(value);
  rt_object *object = rt_as_object(value);
  const rt_class *class = rt_class_of(object);
  if (class->callable) return rt_as_string(rt__function_to_string(object));
  if (class->kind == RT_CLASS_ERROR) return rt__error_header(object);
  rt_string *name = nearest_constructor_name(object);
  if (class->kind == RT_CLASS_TYPED_ARRAY) {
    append_ascii(&builder, "[object ");
    append_ascii(&builder, class->name);
    append_ascii(&builder, "]");
    return rt__builder_finish(&builder);
  }
  bool is_wrapper = class->kind == RT_CLASS_STRING || class->kind == RT_CLASS_NUMBER || class->kind == RT_CLASS_BOOLEAN;
  if (class->kind == RT_CLASS_ARRAY || is_wrapper || (name && name->length == 0) || !has_default_to_string(object))
    return rt_as_string(rt__default_to_string(object));
  append_ascii(&builder, "#<");
  if (name) rt__builder_string(&builder, name);
  else append_ascii(&builder, class->name ? class->name : "Object");
  append_ascii(&builder, ">");
  return rt__builder_finish(&builder);
}

rt_value rt__default_to_string(rt_object *object) {
  const rt_class *class = rt_class_of(object);
  const char *tag = "Object";
  switch (class->kind) {
  case RT_CLASS_ARRAY:
  case RT_CLASS_ERROR:
  case RT_CLASS_BOOLEAN:
  case RT_CLASS_NUMBER:
  case RT_CLASS_STRING:
  case RT_CLASS_ARGUMENTS:
  case RT_CLASS_REGEXP:
  case RT_CLASS_MAP:
  case RT_CLASS_SET:
  case RT_CLASS_DATE: tag = class->name; break;
  default: tag = class->callable ? "Function" : "Object"; break;
  }
  rt_value shown = rt__data_value(object, RT_SYMBOL(to_string_tag));
  rt_builder builder = {0};
  append_ascii(&builder, "[object ");
  if (rt_is_string(shown)) rt__builder_string(&builder, rt_as_string(shown));
  else append_ascii(&builder, tag);
  append_ascii(&builder, "]");
  return rt_from_string(rt__builder_finish(&builder));
}

/// The form of functions without source text, a NativeFunction (ECMA-262 20.2.3.5).
static rt_string *native_function_text(rt_object *object) {
  rt_builder builder = {0};
  bool is_class = rt__is_class_constructor(object);
  append_ascii(&builder, is_class ? "class " : "function ");
  // Bound functions and proxies have no name of their own.
  rt_string *name = rt_class_of(object)->kind == RT_CLASS_FUNCTION ? rt__function_name(object) : NULL;
  if (name) rt__builder_string(&builder, name);
  append_ascii(&builder, is_class ? " { [native code] }" : "() { [native code] }");
  return rt__builder_finish(&builder);
}

/// Function.prototype.toString (ECMA-262 20.2.3.5), steps 2 to 4.
rt_value rt__function_to_string(rt_object *object) {
  bool is_plain = rt_class_of(object)->kind == RT_CLASS_FUNCTION;
  const rt_source *source = is_plain ? ((rt_function *)(void *)object)->info->source : NULL;
  rt_string *text = source ? rt__string_from_utf8(source->text, source->length) : native_function_text(object);
  return text ? rt_from_string(text) : RT_EXCEPTION;
}
