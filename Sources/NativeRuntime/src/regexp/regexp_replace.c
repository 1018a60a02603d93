/// RegExp.prototype [ %Symbol.replace% ] (ECMA-262 22.2.6.11).
#include "regexp.h"

enum {
  FEW_ARGUMENTS = 6, ///< of the replacing function, which need no array
  FEW_MATCHES = 32,  ///< as many registers of the matches of one text need no cell
};

/// Calls the replacing function with a match and appends what it gives: status.
static int32_t append_call_js(rt_builder *builder, rt_value callee, const rt_value *arguments, uint32_t count) {
  rt_value value = rt__call_js(callee, RT_UNDEFINED, count, arguments);
  if (value == RT_EXCEPTION) return -1;
  rt_string *text = rt__to_string_js(value);
  if (!text) return -1;
  rt__builder_string(builder, text);
  return 0;
}

/// The value of a finished builder.
static rt_value finish(rt_builder *builder) {
  rt_string *result = rt__builder_finish(builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// The arguments of the function, or the captures behind the match: groups 1 … as strings or undefined.
static rt_array *captures_of(rt_string *string, const uint32_t *registers, uint32_t group_count) {
  rt_array *captures = rt__array_new(group_count + 3);
  for (uint32_t i = 0; i < group_count; i++) captures->elements[i] = rt__regexp_capture(string, registers, i);
  captures->length = group_count;
  return captures;
}

/// Appends what replaces one match: status.
static int32_t append_replacement_js(rt_builder *builder, const rt_regexp_code *code, rt_string *string,
                                     const uint32_t *registers, rt_value replacement, bool is_call) {
  uint32_t group_count = code->program->group_count;
  RT_ROOT_POINTER(string);
  if (is_call && group_count + 2 <= FEW_ARGUMENTS && !code->groups_shape) {
    rt_value arguments[FEW_ARGUMENTS];
    for (uint32_t i = 0; i < group_count; i++) arguments[i] = rt__regexp_capture(string, registers, i);
    arguments[group_count] = rt_from_double(registers[0]);
    arguments[group_count + 1] = rt_from_string(string);
    return append_call_js(builder, replacement, arguments, group_count + 2);
  }
  if (is_call) {
    rt_array *arguments = captures_of(string, registers, group_count);
    RT_ROOT_POINTER(arguments);
    (void)rt__array_push(arguments, rt_from_double(registers[0]));
    (void)rt__array_push(arguments, rt_from_string(string));
    if (code->groups_shape) (void)rt__array_push(arguments, rt__regexp_groups(code, string, registers));
    return append_call_js(builder, replacement, arguments->elements, arguments->length);
  }
  rt_array *captures = captures_of(string, registers, group_count);
  RT_ROOT_POINTER(captures);
  rt_value groups = rt__regexp_groups(code, string, registers);
  RT_ROOT(groups);
  return rt__get_substitution_js(builder, rt_as_string(captures->elements[0]), string, registers[0],
                                 captures->elements + 1, group_count - 1, groups, rt_as_string(replacement));
}

/// An expression that nobody has changed: all matches are found first, as the function may change it.
static rt_value replace_pristine_js(rt_regexp *regexp, rt_string *string, rt_value replacement, bool is_call) {
  const rt_regexp_code *code = regexp->code;
  RT_ROOT_POINTER(code);
  RT_ROOT_POINTER(string);
  RT_ROOT(replacement);
  bool is_global = code->flags & RT_REGEXP_GLOBAL, is_plain = !is_call && !rt__has_unit(rt_as_string(replacement), '$');
  rt_regexp_match match;
  rt__regexp_match_start(&match, code);
  rt_text text = rt_text_of(string);
  rt_builder builder = {0};
  uint32_t done = 0, width = 2 * code->program->group_count;
  if (!is_global) {
    bool is_sticky = code->flags & RT_REGEXP_STICKY;
    double start = is_sticky ? rt__regexp_last_index(regexp) : 0;
    int32_t found = start > text.length ? 0 : rt__regexp_match(code, string, (uint32_t)start, is_sticky, &match);
    if (found == 2) return RT_EXCEPTION;
    if (is_sticky) rt__regexp_set_last_index(regexp, found ? match.registers[1] : 0);
    if (!found) return rt_from_string(string);
    rt__builder_text(&builder, text, 0, match.registers[0]);
    done = match.registers[1];
    if (append_replacement_js(&builder, code, string, match.registers, replacement, is_call) < 0) return RT_EXCEPTION;
  } else {
    uint32_t few[FEW_MATCHES], *found = few, count = 0, capacity = FEW_MATCHES / width;
    double position = 0;
    int32_t outcome;
    while ((outcome = rt__regexp_each(regexp, string, &match, &position)) == 1) {
      if (is_plain) {
        rt__builder_text(&builder, text, done, match.registers[0]);
        rt__builder_string(&builder, rt_as_string(replacement));
        done = match.registers[1];
        count = 1;
        continue;
      }
      if (count == capacity) {
        capacity = capacity ? capacity * 2 : 4;
        uint32_t *larger = rt__allocate((size_t)capacity * width * sizeof *larger, RT_CELL_LEAF);
        if (count) memcpy(larger, found, (size_t)count * width * sizeof *larger);
        found = larger;
      }
      memcpy(found + (size_t)count++ * width, match.registers, width * sizeof *found);
    }
    if (outcome == 2) return RT_EXCEPTION;
    rt__regexp_set_last_index(regexp, 0);
    if (count == 0) return rt_from_string(string);
    RT_ROOT_POINTER(found);
    for (uint32_t i = 0; !is_plain && i < count; i++) {
      const uint32_t *registers = found + (size_t)i * width;
      rt__builder_text(&builder, text, done, registers[0]);
      done = registers[1];
      if (append_replacement_js(&builder, code, string, registers, replacement, is_call) < 0) return RT_EXCEPTION;
    }
  }
  rt__builder_text(&builder, text, done, text.length);
  return finish(&builder);
}

/// Collects what exec gives until it gives null; NULL on exception.
static rt_array *collect_results_js(rt_value regexp, rt_string *string, bool is_global, bool is_unicode) {
  rt_array *results = rt__array_new(4);
  RT_ROOT_POINTER(results);
  for (;;) {
    rt_value result = rt__regexp_exec_js(regexp, string);
    if (result == RT_EXCEPTION) return NULL;
    if (result == RT_NULL) return results;
    if (rt__array_push(results, result) < 0) return NULL;
    if (!is_global) return results;
    rt_value first = rt__get_index_js(rt_as_object(result), 0);
    rt_string *matched = first == RT_EXCEPTION ? NULL : rt__to_string_js(first);
    if (!matched) return NULL;
    if (matched->length == 0 && rt__regexp_advance_js(regexp, string, is_unicode) < 0) return NULL;
  }
}

/// One result of steps 14 and on: appends the text before it and what replaces it: status.
static int32_t append_result_js(rt_builder *builder, rt_object *result, rt_string *string, uint32_t *next,
                                rt_value replacement, bool is_call) {
  rt_value result_value = rt_from_object(result);
  double count = rt__length_of_js(result);
  if (count < 0 || rt_is_double_exception(count)) return -1;
  uint32_t groups = count > 1 ? (uint32_t)(count > UINT32_MAX - 16 ? UINT32_MAX - 16 : count) - 1 : 0;
  rt_value value = rt__get_index_js(result, 0);
  rt_string *matched = value == RT_EXCEPTION ? NULL : rt__to_string_js(value);
  if (!matched) return -1;
  RT_ROOT_POINTER(matched);
  value = rt__get_js(result, RT_ATOM(index), result_value);
  double wanted = value == RT_EXCEPTION ? rt_double_exception() : rt__to_integer_js(value);
  if (rt_is_double_exception(wanted)) return -1;
  uint32_t position = rt__clamp_index(wanted, string->length);
  rt_array *captures = rt__array_new(4);
  RT_ROOT_POINTER(captures);
  if (rt__array_push(captures, rt_from_string(matched)) < 0) return -1;
  for (uint32_t i = 1; i <= groups; i++) {
    value = rt__get_index_js(result, i);
    if (value == RT_EXCEPTION) return -1;
    if (value != RT_UNDEFINED) {
      rt_string *capture = rt__to_string_js(value);
      if (!capture) return -1;
      value = rt_from_string(capture);
    }
    if (rt__array_push(captures, value) < 0) return -1;
  }
  rt_value named = rt__get_js(result, rt__intern_ascii("groups"), result_value);
  if (named == RT_EXCEPTION) return -1;
  RT_ROOT(named);
  rt_builder part = {0};
  if (is_call) {
    (void)rt__array_push(captures, rt_from_double(position));
    (void)rt__array_push(captures, rt_from_string(string));
    if (named != RT_UNDEFINED) (void)rt__array_push(captures, named);
    if (append_call_js(&part, replacement, captures->elements, captures->length) < 0) return -1;
  } else {
    if (named != RT_UNDEFINED) {
      rt_object *object = rt__to_object(named);
      if (!object) return -1;
      named = rt_from_object(object);
    }
    if (rt__get_substitution_js(&part, matched, string, position, captures->elements + 1, groups, named,
                                rt_as_string(replacement)) < 0) {
      return -1;
    }
  }
  rt_string *text = rt__builder_finish(&part);
  if (!text) return -1;
  if (position < *next) return 0;
  rt__builder_text(builder, rt_text_of(string), *next, position);
  rt__builder_string(builder, text);
  uint64_t end = (uint64_t)position + matched->length;
  *next = end > UINT32_MAX ? UINT32_MAX : (uint32_t)end;
  return 0;
}

/// ECMA-262 22.2.6.11 RegExp.prototype [ %Symbol.replace% ] ( string, replaceValue )
RT_NATIVE(rt_native_regexp_replace) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "@@replace");
  (void)object;
  RT_STRING_ARGUMENT(string, 0);
  rt_value replacement = rt_argument(argc, argv, 1);
  bool is_call = rt_is_function(replacement);
  if (!is_call) {
    RT_STRING_ARGUMENT(text, 1);
    replacement = rt_from_string(text);
  }
  RT_ROOT(replacement);
  if (rt__regexp_is_pristine(this_value) &&
      (!(rt_as_regexp(this_value)->code->flags & RT_REGEXP_STICKY) || rt__regexp_last_index(rt_as_regexp(this_value)) >= 0)) {
    return replace_pristine_js(rt_as_regexp(this_value), string, replacement, is_call);
  }
  rt_string *flags = rt__regexp_flags_js(this_value);
  if (!flags) return RT_EXCEPTION;
  bool is_global = rt__has_unit(flags, 'g'), is_unicode = rt__has_unit(flags, 'u') || rt__has_unit(flags, 'v');
  if (is_global && rt__put_js(this_value, rt__intern_ascii("lastIndex"), rt_from_double(0)) < 0) return RT_EXCEPTION;
  rt_array *results = collect_results_js(this_value, string, is_global, is_unicode);
  if (!results) return RT_EXCEPTION;
  RT_ROOT_POINTER(results);
  rt_builder builder = {0};
  uint32_t next = 0;
  for (uint32_t i = 0; i < results->length; i++) {
    rt_object *result = rt_as_object(results->elements[i]);
    if (append_result_js(&builder, result, string, &next, replacement, is_call) < 0) return RT_EXCEPTION;
  }
  if (next < string->length) rt__builder_text(&builder, rt_text_of(string), next, string->length);
  return finish(&builder);
}
