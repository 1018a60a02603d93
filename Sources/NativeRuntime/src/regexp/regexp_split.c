/// RegExp.prototype [ %Symbol.split% ] (ECMA-262 22.2.6.14).
#include "regexp.h"

/// Whether `regexp.constructor` leads to the built-in constructor without running code of the program.
static bool has_builtin_species(rt_object *regexp) {
  rt_value constructor = rt__data_value(regexp, RT_ATOM(constructor));
  if (constructor == RT_HOLE) return rt__shape_find(rt__builtin(RT_BUILTIN_REGEXP_PROTOTYPE)->shape, RT_ATOM(constructor)) < 0;
  if (!rt__is_builtin(constructor, RT_BUILTIN_REGEXP)) return false;
  rt_object *object = rt_as_object(constructor);
  int32_t entry = rt__shape_find(object->shape, RT_SYMBOL(species));
  if (entry < 0) return true;
  const rt_property *property = &object->shape->table->entries[entry];
  if (!(property->flags & RT_PROPERTY_ACCESSOR)) return false;
  rt_value getter = ((rt_accessor *)rt_pointer(*rt_slot(object, property->slot)))->getter;
  return rt_is_function(getter) && rt_as_function(getter)->info->call == rt_native_regexp_species;
}

/// Appends the groups of a match, up to the limit: 1 if it is reached, -1 on exception.
static int32_t append_groups(rt_array *parts, rt_string *string, const rt_regexp_code *code, const uint32_t *registers,
                             uint32_t limit) {
  for (uint32_t i = 1; i < code->program->group_count; i++) {
    if (rt__array_push(parts, rt__regexp_capture(string, registers, i)) < 0) return -1;
    if (parts->length == limit) return 1;
  }
  return 0;
}

/// An expression that nobody has changed. Searching from a place finds the same as trying one place after the other.
static rt_value split_pristine(const rt_regexp_code *code, rt_string *string, uint32_t limit) {
  rt_array *parts = rt__array_new(4);
  if (limit == 0) return rt_from_object(parts);
  rt_regexp_match match;
  rt__regexp_match_start(&match, code);
  uint32_t size = string->length, done = 0;
  double at = 0;
  bool is_unicode = code->flags & RT_REGEXP_ANY_UNICODE;
  if (size == 0) {
    int32_t found = rt__regexp_match(code, string, 0, true, &match);
    if (found == 2) return RT_EXCEPTION;
    if (!found) (void)rt__array_push(parts, rt_from_string(string));
    return rt_from_object(parts);
  }
  while (at < size) {
    int32_t found = rt__regexp_match(code, string, (uint32_t)at, false, &match);
    if (found == 2) return RT_EXCEPTION;
    if (!found || match.registers[0] >= size) break;
    uint32_t start = match.registers[0], end = match.registers[1];
    if (end == done || end < start) {
      at = rt__advance_string_index(string, start, is_unicode);
      continue;
    }
    if (rt__array_push(parts, rt_from_string(rt__substring(string, done, start))) < 0) return RT_EXCEPTION;
    if (parts->length == limit) return rt_from_object(parts);
    done = end;
    int32_t full = append_groups(parts, string, code, match.registers, limit);
    if (full) return full < 0 ? RT_EXCEPTION : rt_from_object(parts);
    at = done;
  }
  if (rt__array_push(parts, rt_from_string(rt__substring(string, done, size))) < 0) return RT_EXCEPTION;
  return rt_from_object(parts);
}

/// The groups of a result of any exec: 1 if the limit is reached, -1 on exception.
static int32_t append_results_js(rt_array *parts, rt_object *result, uint32_t limit) {
  double count = rt__length_of_js(result);
  if (count < 0 || rt_is_double_exception(count)) return -1;
  for (uint32_t i = 1; i < count; i++) {
    rt_value capture = rt__get_index_js(result, i);
    if (capture == RT_EXCEPTION || rt__array_push(parts, capture) < 0) return -1;
    if (parts->length == limit) return 1;
  }
  return 0;
}

/// Steps 16 and on for any expression.
static rt_value split_js(rt_value splitter, rt_string *string, uint32_t limit, bool is_unicode) {
  RT_ROOT(splitter);
  RT_ROOT_POINTER(string);
  rt_array *parts = rt__array_new(4);
  RT_ROOT_POINTER(parts);
  rt_string *key = rt__intern_ascii("lastIndex");
  if (limit == 0) return rt_from_object(parts);
  if (string->length == 0) {
    rt_value result = rt__regexp_exec_js(splitter, string);
    if (result == RT_EXCEPTION) return result;
    if (result == RT_NULL) (void)rt__array_push(parts, rt_from_string(string));
    return rt_from_object(parts);
  }
  uint32_t size = string->length, done = 0;
  for (double at = 0; at < size;) {
    if (rt__put_js(splitter, key, rt_from_double(at)) < 0) return RT_EXCEPTION;
    rt_value result = rt__regexp_exec_js(splitter, string);
    if (result == RT_EXCEPTION) return result;
    if (result == RT_NULL) {
      at = rt__advance_string_index(string, at, is_unicode);
      continue;
    }
    RT_ROOT(result);
    rt_value value = rt__get_value_js(splitter, key);
    double end = value == RT_EXCEPTION ? rt_double_exception() : rt__to_length_js(value);
    if (rt_is_double_exception(end)) return RT_EXCEPTION;
    if (end > size) end = size;
    if (end == done) {
      at = rt__advance_string_index(string, at, is_unicode);
      continue;
    }
    if (rt__array_push(parts, rt_from_string(rt__substring(string, done, (uint32_t)at))) < 0) return RT_EXCEPTION;
    if (parts->length == limit) return rt_from_object(parts);
    done = (uint32_t)end;
    int32_t full = append_results_js(parts, rt_as_object(result), limit);
    if (full) return full < 0 ? RT_EXCEPTION : rt_from_object(parts);
    at = done;
  }
  if (rt__array_push(parts, rt_from_string(rt__substring(string, done, size))) < 0) return RT_EXCEPTION;
  return rt_from_object(parts);
}

/// ToUint32 of the limit; the greatest number if undefined. False on exception.
static bool limit_js(rt_value value, uint32_t *limit) {
  *limit = UINT32_MAX;
  if (value == RT_UNDEFINED) return true;
  double number = rt_is_number(value) ? rt_double(value) : rt_to_number_slow(value);
  if (rt_is_double_exception(number)) return false;
  *limit = (uint32_t)rt__number_to_int32(number);
  return true;
}

/// ECMA-262 22.2.6.14 RegExp.prototype [ %Symbol.split% ] ( string, limit )
RT_NATIVE(rt_native_regexp_split) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "@@split");
  RT_STRING_ARGUMENT(string, 0);
  uint32_t limit;
  rt_value limit_value = rt_argument(argc, argv, 1);
  if (rt__regexp_is_pristine(this_value) && has_builtin_species(object)) {
    const rt_regexp_code *code = rt_as_regexp(this_value)->code;
    RT_ROOT_POINTER(code);
    return limit_js(limit_value, &limit) ? split_pristine(code, string, limit) : RT_EXCEPTION;
  }
  rt_value constructor = rt__species_constructor_js(object, RT_UNDEFINED);
  if (constructor == RT_EXCEPTION) return constructor;
  RT_ROOT(constructor);
  rt_string *flags = rt__regexp_flags_js(this_value);
  if (!flags) return RT_EXCEPTION;
  bool is_unicode = rt__has_unit(flags, 'u') || rt__has_unit(flags, 'v');
  if (!rt__has_unit(flags, 'y')) flags = rt__concat(flags, rt__string_from_ascii("y"));
  if (!flags) return RT_EXCEPTION;
  rt_value splitter = rt__regexp_construct_js(constructor, this_value, flags);
  if (splitter == RT_EXCEPTION) return splitter;
  RT_ROOT(splitter);
  if (!limit_js(limit_value, &limit)) return RT_EXCEPTION;
  return split_js(splitter, string, limit, is_unicode);
}
