/// Executing regular expressions (ECMA-262 22.2.7), exec and test.
#include "regexp.h"

/// The shapes of arrays that describe a match, without and with `indices`; and of `indices` itself.
static rt_shape *result_shapes[2] RT_ROOTED;
static rt_shape *indices_shape RT_ROOTED;

double rt__to_length_js(rt_value value) {
  double length = rt__to_integer_js(value);
  if (rt_is_double_exception(length)) return length;
  return length > 0 ? length < 9007199254740991 ? length : 9007199254740991 : 0;
}

double rt__advance_string_index(rt_string *string, double index, bool is_unicode) {
  if (!is_unicode || index + 1 >= string->length) return index + 1;
  rt_text text = rt__text(string);
  if (text.latin1) return index + 1;
  return index + (rt__text_code_point_at(text, (uint32_t)index) > 0xFFFF ? 2 : 1);
}

/// A `groups` object whose properties are all undefined.
static rt_object *empty_groups(const rt_regexp_code *code) {
  rt_object *groups = rt__object_of_shape(code->groups_shape);
  uint32_t inside = code->groups_shape->inline_capacity;
  if (code->slot_count > inside) {
    groups->extra = rt__allocate_zeroed(rt_extra_capacity(code->slot_count - inside) * sizeof(rt_value), RT_CELL_WORDS);
  }
  for (uint32_t i = 0; i < code->slot_count; i++) *rt_slot(groups, i) = RT_UNDEFINED;
  return groups;
}

/// A `groups` object of the values of the groups; undefined without names.
static rt_value groups_of(const rt_regexp_code *code, const rt_value *captures) {
  if (!code->groups_shape) return RT_UNDEFINED;
  rt_object *groups = empty_groups(code);
  for (uint32_t i = 0; i < code->name_count; i++) {
    rt_value capture = captures[code->names[i].group];
    if (capture != RT_UNDEFINED) *rt_slot(groups, code->names[i].slot) = capture;
  }
  return rt_from_object(groups);
}

rt_value rt__regexp_groups(const rt_regexp_code *code, rt_string *string, const uint32_t *registers) {
  if (!code->groups_shape) return RT_UNDEFINED;
  rt_object *groups = empty_groups(code);
  for (uint32_t i = 0; i < code->name_count; i++) {
    rt_value capture = rt__regexp_capture(string, registers, code->names[i].group);
    if (capture != RT_UNDEFINED) *rt_slot(groups, code->names[i].slot) = capture;
  }
  return rt_from_object(groups);
}

/// An array with properties behind its elements.
static rt_array *array_of_shape(rt_shape *shape, uint32_t length) {
  rt_array *array = rt__array_new(length);
  array->object.shape = shape;
  array->object.extra = rt__allocate_zeroed(rt_extra_capacity(shape->slot_count) * sizeof(rt_value), RT_CELL_WORDS);
  array->length = length;
  return array;
}

/// GetMatchIndexPair (22.2.7.7).
static rt_value index_pair(const uint32_t *registers, uint32_t group) {
  uint32_t start = registers[2 * group], end = registers[2 * group + 1];
  if (start == RT_REGEXP_UNSET || end == RT_REGEXP_UNSET) return RT_UNDEFINED;
  rt_value pair[] = {rt_from_double(start), rt_from_double(end)};
  return rt_from_object(rt__array_from(pair, 2));
}

/// MakeMatchIndicesIndexPairArray (22.2.7.8).
static rt_value make_indices(const rt_regexp_code *code, const uint32_t *registers) {
  if (!indices_shape) indices_shape = rt__shape_add(&rt_array_shape, rt__intern_ascii("groups"), RT_PROPERTY_PLAIN);
  uint32_t count = code->program->group_count;
  rt_array *indices = array_of_shape(indices_shape, count);
  for (uint32_t i = 0; i < count; i++) indices->elements[i] = index_pair(registers, i);
  indices->object.extra[0] = groups_of(code, indices->elements);
  return rt_from_object(indices);
}

rt_value rt__regexp_result(const rt_regexp_code *code, rt_string *string, const uint32_t *registers) {
  bool has_indices = code->flags & RT_REGEXP_HAS_INDICES;
  rt_shape **shape = &result_shapes[has_indices];
  if (!*shape) {
    rt_shape *made = rt__shape_add(&rt_array_shape, RT_ATOM(index), RT_PROPERTY_PLAIN);
    made = rt__shape_add(made, RT_ATOM(input), RT_PROPERTY_PLAIN);
    made = rt__shape_add(made, rt__intern_ascii("groups"), RT_PROPERTY_PLAIN);
    if (has_indices) made = rt__shape_add(made, rt__intern_ascii("indices"), RT_PROPERTY_PLAIN);
    *shape = made;
  }
  uint32_t count = code->program->group_count;
  rt_array *array = array_of_shape(*shape, count);
  for (uint32_t i = 0; i < count; i++) array->elements[i] = rt__regexp_capture(string, registers, i);
  rt_value *slots = array->object.extra;
  slots[0] = rt_from_double(registers[0]);
  slots[1] = rt_from_string(string);
  slots[2] = groups_of(code, array->elements);
  if (has_indices) slots[3] = make_indices(code, registers);
  return rt_from_object(array);
}

/// `lastIndex` as ToLength gives it; a NaN with all bits set on exception.
static double last_index_js(rt_regexp *regexp) {
  rt_value value = rt__get_js(&regexp->object, rt__intern_ascii("lastIndex"), rt_from_object(regexp));
  return value == RT_EXCEPTION ? rt_double_exception() : rt__to_length_js(value);
}

static int32_t set_last_index_js(rt_regexp *regexp, double index) {
  return rt__put_js(rt_from_object(regexp), rt__intern_ascii("lastIndex"), rt_from_double(index));
}

/// RegExpBuiltinExec (22.2.7.2) up to the match: truth.
static int32_t execute_js(rt_regexp *regexp, rt_string *string, rt_regexp_match *match) {
  RT_ROOT_POINTER(regexp);
  RT_ROOT_POINTER(string);
  bool is_pristine = rt__regexp_is_pristine(rt_from_object(regexp));
  double last_index = is_pristine ? rt__regexp_last_index(regexp) : -1;
  if (last_index < 0) last_index = last_index_js(regexp);
  if (rt_is_double_exception(last_index)) return 2;
  // Reading it may have run code that changed the expression.
  is_pristine = is_pristine && rt__regexp_is_pristine(rt_from_object(regexp));
  const rt_regexp_code *code = regexp->code;
  bool keeps_index = code->flags & (RT_REGEXP_GLOBAL | RT_REGEXP_STICKY);
  if (!keeps_index) last_index = 0;
  int32_t result = 0;
  rt__regexp_match_start(match, code);
  if (last_index <= string->length) {
    result = rt__regexp_match(code, string, (uint32_t)last_index, code->flags & RT_REGEXP_STICKY, match);
    if (result == 2) return 2;
  }
  if (keeps_index) {
    double index = result ? match->registers[1] : 0;
    if (is_pristine) rt__regexp_set_last_index(regexp, index);
    else if (set_last_index_js(regexp, index) < 0) return 2;
  }
  return result;
}

rt_value rt__regexp_builtin_exec_js(rt_regexp *regexp, rt_string *string) {
  rt_regexp_match match;
  const rt_regexp_code *code;
  int32_t result = execute_js(regexp, string, &match);
  if (result != 1) return result ? RT_EXCEPTION : RT_NULL;
  code = regexp->code;
  return rt__regexp_result(code, string, match.registers);
}

/// The `exec` method that RegExpExec calls: a function, RT_UNDEFINED for the built-in matcher, or RT_EXCEPTION.
static rt_value exec_method_js(rt_value regexp) {
  if (rt__regexp_is_pristine(regexp)) return RT_UNDEFINED;
  rt_value exec = rt__get_value_js(regexp, rt__intern_ascii("exec"));
  if (exec == RT_EXCEPTION) return exec;
  if (!rt_is_function(exec)) {
    if (!rt_is_regexp(regexp)) return rt__throw_incompatible("RegExp.prototype.exec", regexp);
    return RT_UNDEFINED;
  }
  if (rt_is_regexp(regexp) && rt_as_function(exec)->info->call == rt_native_regexp_exec) return RT_UNDEFINED;
  return exec;
}

rt_value rt__regexp_exec_js(rt_value regexp, rt_string *string) {
  RT_ROOT(regexp);
  RT_ROOT_POINTER(string);
  rt_value exec = exec_method_js(regexp);
  if (exec == RT_EXCEPTION) return exec;
  if (exec == RT_UNDEFINED) return rt__regexp_builtin_exec_js(rt_as_regexp(regexp), string);
  rt_value argument = rt_from_string(string);
  rt_value result = rt__call_js(exec, regexp, 1, &argument);
  if (result != RT_EXCEPTION && result != RT_NULL && !rt_is_object(result)) {
    return rt__throw_type_error("RegExp exec method returned something other than an Object or null");
  }
  return result;
}

/// ECMA-262 22.2.6.2 RegExp.prototype.exec ( string )
RT_NATIVE(rt_native_regexp_exec) {
  RT_SAFEPOINT();
  if (!rt_is_regexp(this_value)) return rt__throw_incompatible("RegExp.prototype.exec", this_value);
  RT_ROOT(this_value);
  RT_STRING_ARGUMENT(string, 0);
  return rt__regexp_builtin_exec_js(rt_as_regexp(this_value), string);
}

/// ECMA-262 22.2.6.16 RegExp.prototype.test ( S )
RT_NATIVE(rt_native_regexp_test) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "test");
  (void)object;
  RT_STRING_ARGUMENT(string, 0);
  rt_value exec = exec_method_js(this_value);
  if (exec == RT_EXCEPTION) return exec;
  if (exec == RT_UNDEFINED) {
    // OPTIMIZATION: the array that exec would give is not made.
    rt_regexp_match match;
    int32_t result = execute_js(rt_as_regexp(this_value), string, &match);
    return result == 2 ? RT_EXCEPTION : rt_from_bool(result);
  }
  RT_ROOT(exec);
  rt_value argument = rt_from_string(string);
  rt_value result = rt__call_js(exec, this_value, 1, &argument);
  if (result != RT_EXCEPTION && result != RT_NULL && !rt_is_object(result)) {
    return rt__throw_type_error("RegExp exec method returned something other than an Object or null");
  }
  return result == RT_EXCEPTION ? result : rt_from_bool(result != RT_NULL);
}
