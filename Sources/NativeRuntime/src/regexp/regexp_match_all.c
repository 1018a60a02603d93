/// RegExp.prototype's methods that String.prototype calls: match, matchAll, search (ECMA-262 22.2.6, 22.2.9).
#include "regexp.h"

/// `flags` of any object as a string; NULL on exception.
rt_string *rt__regexp_flags_js(rt_value regexp) {
  rt_value value = rt__get_value_js(regexp, rt__intern_ascii("flags"));
  return value == RT_EXCEPTION ? NULL : rt__to_string_js(value);
}

bool rt__has_unit(rt_string *string, uint16_t unit) {
  return rt__text_find_unit(rt__text(string), unit, 0) != RT_NOT_FOUND;
}

int32_t rt__regexp_advance_js(rt_value regexp, rt_string *string, bool is_unicode) {
  rt_value value = rt__get_value_js(regexp, rt__intern_ascii("lastIndex"));
  double index = value == RT_EXCEPTION ? rt_double_exception() : rt__to_length_js(value);
  if (rt_is_double_exception(index)) return -1;
  return rt__put_js(regexp, rt__intern_ascii("lastIndex"),
                    rt_from_double(rt__advance_string_index(string, index, is_unicode)));
}

int32_t rt__regexp_each(rt_regexp *regexp, rt_string *string, rt_regexp_match *match, double *position) {
  const rt_regexp_code *code = regexp->code;
  if (*position > string->length) return 0;
  int32_t found = rt__regexp_match(code, string, (uint32_t)*position, code->flags & RT_REGEXP_STICKY, match);
  if (found != 1) return found;
  *position = match->registers[1];
  if (match->registers[0] == match->registers[1]) {
    *position = rt__advance_string_index(string, *position, code->flags & RT_REGEXP_ANY_UNICODE);
  }
  return 1;
}

/// All matches of a global expression that nobody has changed.
static rt_value match_all_pristine(rt_regexp *regexp, rt_string *string) {
  rt_regexp_match match;
  rt__regexp_match_start(&match, regexp->code);
  rt_array *result = rt__array_new(4);
  double position = 0;
  int32_t found;
  while ((found = rt__regexp_each(regexp, string, &match, &position)) == 1) {
    if (rt__array_push(result, rt__regexp_capture(string, match.registers, 0)) < 0) return RT_EXCEPTION;
  }
  if (found == 2) return RT_EXCEPTION;
  rt__regexp_set_last_index(regexp, 0);
  return result->length ? rt_from_object(&result->object) : RT_NULL;
}

/// ECMA-262 22.2.6.8 RegExp.prototype [ %Symbol.match% ] ( string )
RT_NATIVE(rt_native_regexp_match) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "@@match");
  (void)object;
  RT_STRING_ARGUMENT(string, 0);
  if (rt__regexp_is_pristine(this_value)) {
    rt_regexp *regexp = rt_as_regexp(this_value);
    if (!(regexp->code->flags & RT_REGEXP_GLOBAL)) return rt__regexp_builtin_exec_js(regexp, string);
    return match_all_pristine(regexp, string);
  }
  rt_string *flags = rt__regexp_flags_js(this_value);
  if (!flags) return RT_EXCEPTION;
  if (!rt__has_unit(flags, 'g')) return rt__regexp_exec_js(this_value, string);
  bool is_unicode = rt__has_unit(flags, 'u') || rt__has_unit(flags, 'v');
  if (rt__put_js(this_value, rt__intern_ascii("lastIndex"), rt_from_double(0)) < 0) return RT_EXCEPTION;
  rt_array *matches = rt__array_new(4);
  RT_ROOT_POINTER(matches);
  for (;;) {
    rt_value result = rt__regexp_exec_js(this_value, string);
    if (result == RT_EXCEPTION) return result;
    if (result == RT_NULL) return matches->length ? rt_from_object(&matches->object) : RT_NULL;
    RT_ROOT(result);
    rt_value first = rt__get_index_js(rt_as_object(result), 0);
    rt_string *matched = first == RT_EXCEPTION ? NULL : rt__to_string_js(first);
    if (!matched || rt__array_push(matches, rt_from_string(matched)) < 0) return RT_EXCEPTION;
    if (matched->length == 0 && rt__regexp_advance_js(this_value, string, is_unicode) < 0) return RT_EXCEPTION;
  }
}

/// ECMA-262 22.2.6.12 RegExp.prototype [ %Symbol.search% ] ( string )
RT_NATIVE(rt_native_regexp_search) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "@@search");
  RT_STRING_ARGUMENT(string, 0);
  if (rt__regexp_is_pristine(this_value)) {
    const rt_regexp_code *code = rt_as_regexp(this_value)->code;
    rt_regexp_match match;
    rt__regexp_match_start(&match, code);
    int32_t found = rt__regexp_match(code, string, 0, code->flags & RT_REGEXP_STICKY, &match);
    return found == 2 ? RT_EXCEPTION : rt_from_double(found ? (double)match.registers[0] : -1);
  }
  rt_string *key = rt__intern_ascii("lastIndex");
  rt_value previous = rt__get_js(object, key, this_value);
  if (previous == RT_EXCEPTION) return previous;
  RT_ROOT(previous);
  if (!rt__same_value(previous, rt_from_double(0)) && rt__put_js(this_value, key, rt_from_double(0)) < 0) {
    return RT_EXCEPTION;
  }
  rt_value result = rt__regexp_exec_js(this_value, string);
  if (result == RT_EXCEPTION) return result;
  RT_ROOT(result);
  rt_value current = rt__get_js(object, key, this_value);
  if (current == RT_EXCEPTION) return current;
  if (!rt__same_value(current, previous) && rt__put_js(this_value, key, previous) < 0) return RT_EXCEPTION;
  return result == RT_NULL ? rt_from_double(-1) : rt__get_js(rt_as_object(result), RT_ATOM(index), result);
}

/// An iterator of matchAll (22.2.9.2).
typedef struct regexp_string_iterator {
  rt_object object;
  rt_value regexp;
  rt_string *string; ///< NULL when done
  bool is_global;
  bool is_unicode;
} regexp_string_iterator;

static const rt_class regexp_string_iterator_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(regexp_string_iterator),
    .prototype_builtin = RT_BUILTIN_REGEXPSTRINGITERATOR_PROTOTYPE + 1,
    .name = "RegExp String Iterator",
};

rt_value rt__regexp_construct_js(rt_value constructor, rt_value regexp, rt_string *flags) {
  rt_value arguments[] = {regexp, rt_from_string(flags)};
  if (constructor == RT_UNDEFINED) {
    // OPTIMIZATION: most programs without the constructor need no parser of Unicode properties for this.
    RT_ROOT(regexp);
    RT_ROOT_POINTER(flags);
    rt_regexp *derived = rt_is_regexp(regexp) ? rt__regexp_derive(rt_as_regexp(regexp), flags) : NULL;
    if (derived) {
      RT_ROOT_POINTER(derived);
      return rt__is_regexp_js(regexp) == 2 ? RT_EXCEPTION : rt_from_object(derived);
    }
    constructor = rt_from_object(rt__builtin(RT_BUILTIN_REGEXP));
  }
  return rt__construct_js(constructor, constructor, 2, arguments);
}

/// ECMA-262 22.2.6.9 RegExp.prototype [ %Symbol.matchAll% ] ( string )
RT_NATIVE(rt_native_regexp_match_all) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "@@matchAll");
  RT_STRING_ARGUMENT(string, 0);
  rt_value constructor = rt__species_constructor_js(object, RT_UNDEFINED);
  if (constructor == RT_EXCEPTION) return constructor;
  RT_ROOT(constructor);
  rt_string *flags = rt__regexp_flags_js(this_value);
  if (!flags) return RT_EXCEPTION;
  RT_ROOT_POINTER(flags);
  rt_value matcher = rt__regexp_construct_js(constructor, this_value, flags);
  if (matcher == RT_EXCEPTION) return matcher;
  RT_ROOT(matcher);
  rt_string *key = rt__intern_ascii("lastIndex");
  rt_value value = rt__get_js(object, key, this_value);
  double index = value == RT_EXCEPTION ? rt_double_exception() : rt__to_length_js(value);
  if (rt_is_double_exception(index)) return RT_EXCEPTION;
  if (rt__put_js(matcher, key, rt_from_double(index)) < 0) return RT_EXCEPTION;
  regexp_string_iterator *iterator =
      (regexp_string_iterator *)rt__object_of_shape(rt__shape_root(&regexp_string_iterator_class, 0));
  iterator->regexp = matcher;
  iterator->string = string;
  iterator->is_global = rt__has_unit(flags, 'g');
  iterator->is_unicode = rt__has_unit(flags, 'u') || rt__has_unit(flags, 'v');
  return rt_from_object(iterator);
}

/// ECMA-262 22.2.9.2.1 %RegExpStringIteratorPrototype%.next ( )
RT_NATIVE(rt_native_regexp_string_iterator_next) {
  RT_SAFEPOINT();
  if (!rt_is_object(this_value) || rt_class_of(rt_as_object(this_value)) != &regexp_string_iterator_class) {
    return rt__throw_incompatible("%RegExpStringIterator%.prototype.next", this_value);
  }
  RT_ROOT(this_value);
  regexp_string_iterator *iterator = rt_pointer(this_value);
  rt_string *string = iterator->string;
  if (!string) return rt_from_object(rt__iterator_result(RT_UNDEFINED, true));
  // Until a match is given out, an exception ends the iteration.
  iterator->string = NULL;
  rt_value result = rt__regexp_exec_js(iterator->regexp, string);
  if (result == RT_EXCEPTION) return result;
  if (result == RT_NULL) return rt_from_object(rt__iterator_result(RT_UNDEFINED, true));
  if (iterator->is_global) {
    RT_ROOT(result);
    rt_value first = rt__get_index_js(rt_as_object(result), 0);
    rt_string *matched = first == RT_EXCEPTION ? NULL : rt__to_string_js(first);
    if (!matched) return RT_EXCEPTION;
    if (matched->length == 0 && rt__regexp_advance_js(iterator->regexp, string, iterator->is_unicode) < 0) {
      return RT_EXCEPTION;
    }
    iterator->string = string;
  }
  return rt_from_object(rt__iterator_result(result, false));
}
