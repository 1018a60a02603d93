/// String.prototype's methods that take a pattern: match, matchAll, replace, replaceAll, search, split (ECMA-262 22.1.3).
///
/// An object that has the method of the matching well-known symbol does the work; anything else is a text.
#include "regexp/regexp.h"

/// The receiver of `String.prototype.<method>`: whether it is neither undefined nor null.
static bool check_receiver(rt_value this_value, const char *method) {
  if (!rt_is_nullish(this_value)) return true;
  rt__throw_type_error("String.prototype.%c called on null or undefined", method);
  return false;
}

/// Steps 2 of all of them: calls the method of a pattern that is an object, if it has one. RT_HOLE: it has none.
static rt_value delegate_js(rt_value pattern, rt_string *symbol, rt_value this_value, uint32_t argc,
                            const rt_value *argv) {
  if (!rt_is_object(pattern)) return RT_HOLE;
  RT_ROOT(pattern);
  rt_value method = rt__get_method_js(pattern, symbol);
  if (method == RT_UNDEFINED || method == RT_EXCEPTION) return method == RT_UNDEFINED ? RT_HOLE : method;
  rt_value arguments[] = {this_value, rt_argument(argc, argv, 1)};
  return rt__call_js(method, pattern, argc > 1 ? 2 : 1, arguments);
}

int32_t rt__is_regexp_js(rt_value value) {
  if (!rt_is_object(value)) return 0;
  rt_value matcher = rt__get_value_js(value, RT_SYMBOL(match));
  if (matcher == RT_EXCEPTION) return 2;
  if (matcher != RT_UNDEFINED) return rt_to_boolean(matcher);
  return rt_is_regexp(value);
}

/// Of a pattern that is a regular expression: whether its flags have `g`: truth.
static int32_t is_global_js(rt_value pattern, const char *method) {
  rt_value flags = rt__get_value_js(pattern, rt__intern_ascii("flags"));
  if (flags == RT_EXCEPTION) return 2;
  if (rt_is_nullish(flags)) {
    rt__throw_type_error("String.prototype.%c called with a non-global RegExp argument", method);
    return 2;
  }
  rt_string *text = rt__to_string_js(flags);
  return text ? rt__text_find_unit(rt__text(text), 'g', 0) != RT_NOT_FOUND : 2;
}

/// Makes a regular expression of a pattern and calls a method of it with the receiver's text.
static rt_value invoke_new_js(rt_value this_value, rt_value pattern, const char *flags, rt_string *symbol) {
  RT_ROOT(pattern);
  rt_string *string = rt__to_string_js(this_value);
  if (!string) return RT_EXCEPTION;
  RT_ROOT_POINTER(string);
  rt_string *source = pattern == RT_UNDEFINED ? RT_ATOM(empty) : rt__to_string_js(pattern);
  if (!source) return RT_EXCEPTION;
  // Without a Unicode flag there are no properties, whose tables would be large.
  rt_regexp *regexp = rt__regexp_create(source, rt__string_from_ascii(flags), NULL);
  if (!regexp) return RT_EXCEPTION;
  rt_value value = rt_from_object(regexp);
  RT_ROOT(value);
  rt_value method = rt__get_value_js(value, symbol);
  if (method == RT_EXCEPTION) return method;
  rt_value argument = rt_from_string(string);
  return rt__call_js(method, value, 1, &argument);
}

/// ECMA-262 22.1.3.13 String.prototype.match ( regexp )
RT_NATIVE(rt_native_string_match) {
  RT_SAFEPOINT();
  if (!check_receiver(this_value, "match")) return RT_EXCEPTION;
  rt_value pattern = rt_argument(argc, argv, 0);
  rt_value result = delegate_js(pattern, RT_SYMBOL(match), this_value, argc < 1 ? argc : 1, argv);
  return result != RT_HOLE ? result : invoke_new_js(this_value, pattern, "", RT_SYMBOL(match));
}

/// ECMA-262 22.1.3.14 String.prototype.matchAll ( regexp )
RT_NATIVE(rt_native_string_match_all) {
  RT_SAFEPOINT();
  if (!check_receiver(this_value, "matchAll")) return RT_EXCEPTION;
  rt_value pattern = rt_argument(argc, argv, 0);
  int32_t is_regexp = rt__is_regexp_js(pattern);
  if (is_regexp == 2) return RT_EXCEPTION;
  if (is_regexp) {
    int32_t is_global = is_global_js(pattern, "matchAll");
    if (is_global == 2) return RT_EXCEPTION;
    if (!is_global) return rt__throw_type_error("String.prototype.matchAll called with a non-global RegExp argument");
  }
  rt_value result = delegate_js(pattern, RT_SYMBOL(match_all), this_value, argc < 1 ? argc : 1, argv);
  return result != RT_HOLE ? result : invoke_new_js(this_value, pattern, "g", RT_SYMBOL(match_all));
}

/// ECMA-262 22.1.3.21 String.prototype.search ( regexp )
RT_NATIVE(rt_native_string_search) {
  RT_SAFEPOINT();
  if (!check_receiver(this_value, "search")) return RT_EXCEPTION;
  rt_value pattern = rt_argument(argc, argv, 0);
  rt_value result = delegate_js(pattern, RT_SYMBOL(search), this_value, argc < 1 ? argc : 1, argv);
  return result != RT_HOLE ? result : invoke_new_js(this_value, pattern, "", RT_SYMBOL(search));
}

/// Appends what replaces the text at a position: status.
static int32_t append_js(rt_builder *builder, rt_string *string, rt_string *search, uint32_t position,
                         rt_value replacement, bool is_call) {
  if (!is_call) {
    return rt__get_substitution_js(builder, search, string, position, NULL, 0, RT_UNDEFINED, rt_as_string(replacement));
  }
  rt_value arguments[] = {rt_from_string(search), rt_from_double(position), rt_from_string(string)};
  rt_value value = rt__call_js(replacement, RT_UNDEFINED, 3, arguments);
  rt_string *text = value == RT_EXCEPTION ? NULL : rt__to_string_js(value);
  if (!text) return -1;
  rt__builder_string(builder, text);
  return 0;
}

/// What replace and replaceAll have in common from the conversion of the receiver on.
static rt_value replace_js(rt_value this_value, rt_value pattern, rt_value replacement, bool all) {
  RT_ROOT(pattern);
  RT_ROOT(replacement);
  rt_string *string = rt__to_string_js(this_value);
  if (!string) return RT_EXCEPTION;
  RT_ROOT_POINTER(string);
  rt_string *search = rt__to_string_js(pattern);
  if (!search) return RT_EXCEPTION;
  RT_ROOT_POINTER(search);
  bool is_call = rt_is_function(replacement);
  if (!is_call) {
    rt_string *text = rt__to_string_js(replacement);
    if (!text) return RT_EXCEPTION;
    replacement = rt_from_string(text);
  }
  RT_ROOT(replacement);
  rt_text text = rt__text(string), searched = rt__text(search);
  uint32_t step = searched.length > 0 ? searched.length : 1, done = 0;
  uint32_t at = rt__text_find(text, searched, 0);
  if (at == RT_NOT_FOUND) return rt_from_string(string);
  rt_builder builder = {0};
  while (at != RT_NOT_FOUND) {
    rt__builder_text(&builder, text, done, at);
    if (append_js(&builder, string, search, at, replacement, is_call) < 0) return RT_EXCEPTION;
    done = at + searched.length;
    if (!all || builder.failed) break;
    at = at + step > text.length ? RT_NOT_FOUND : rt__text_find(text, searched, at + step);
  }
  rt__builder_text(&builder, text, done, text.length);
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 22.1.3.19 String.prototype.replace ( searchValue, replaceValue )
RT_NATIVE(rt_native_string_replace) {
  RT_SAFEPOINT();
  if (!check_receiver(this_value, "replace")) return RT_EXCEPTION;
  rt_value pattern = rt_argument(argc, argv, 0), replacement = rt_argument(argc, argv, 1);
  rt_value arguments[] = {pattern, replacement};
  rt_value result = delegate_js(pattern, RT_SYMBOL(replace), this_value, 2, arguments);
  return result != RT_HOLE ? result : replace_js(this_value, pattern, replacement, false);
}

/// ECMA-262 22.1.3.20 String.prototype.replaceAll ( searchValue, replaceValue )
RT_NATIVE(rt_native_string_replace_all) {
  RT_SAFEPOINT();
  if (!check_receiver(this_value, "replaceAll")) return RT_EXCEPTION;
  rt_value pattern = rt_argument(argc, argv, 0), replacement = rt_argument(argc, argv, 1);
  int32_t is_regexp = rt__is_regexp_js(pattern);
  if (is_regexp == 2) return RT_EXCEPTION;
  if (is_regexp) {
    int32_t is_global = is_global_js(pattern, "replaceAll");
    if (is_global == 2) return RT_EXCEPTION;
    if (!is_global) return rt__throw_type_error("String.prototype.replaceAll called with a non-global RegExp argument");
  }
  rt_value arguments[] = {pattern, replacement};
  rt_value result = delegate_js(pattern, RT_SYMBOL(replace), this_value, 2, arguments);
  return result != RT_HOLE ? result : replace_js(this_value, pattern, replacement, true);
}

/// ECMA-262 22.1.3.23 String.prototype.split ( separator, limit )
RT_NATIVE(rt_native_string_split) {
  RT_SAFEPOINT();
  if (!check_receiver(this_value, "split")) return RT_EXCEPTION;
  rt_value separator_value = rt_argument(argc, argv, 0), limit_value = rt_argument(argc, argv, 1);
  rt_value arguments[] = {separator_value, limit_value};
  rt_value result = delegate_js(separator_value, RT_SYMBOL(split), this_value, 2, arguments);
  if (result != RT_HOLE) return result;
  rt_string *string = rt__to_string_js(this_value);
  if (!string) return RT_EXCEPTION;
  RT_ROOT_POINTER(string);
  uint32_t limit = UINT32_MAX;
  if (limit_value != RT_UNDEFINED) {
    RT_NUMBER_ARGUMENT(wanted, 1);
    limit = (uint32_t)rt__number_to_int32(wanted);
  }
  rt_string *separator = rt__to_string_js(separator_value);
  if (!separator) return RT_EXCEPTION;
  if (separator_value == RT_UNDEFINED) {
    rt_value whole = rt_from_string(string);
    return rt_from_object(rt__array_from(&whole, limit == 0 ? 0 : 1));
  }
  rt_object *parts = rt__string_split(string, separator, limit);
  return parts ? rt_from_object(parts) : RT_EXCEPTION;
}
