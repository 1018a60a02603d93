/// The accessors of RegExp.prototype, toString, and RegExp.escape (ECMA-262 22.2.5, 22.2.6).
#include "regexp.h"

/// The getter of a flag (22.2.6.4.1 RegExpHasFlag).
static rt_value has_flag(rt_value this_value, uint32_t flag, const char *name) {
  if (rt_is_regexp(this_value)) return rt_from_bool(rt_as_regexp(this_value)->code->flags & flag);
  if (rt__is_builtin(this_value, RT_BUILTIN_REGEXP_PROTOTYPE)) return RT_UNDEFINED;
  if (!rt_is_object(this_value)) {
    return rt__throw_type_error("RegExp.prototype.%c getter called on non-object %s", name, rt__show(this_value));
  }
  return rt__throw_type_error("RegExp.prototype.%c getter called on non-RegExp object", name);
}

/// ECMA-262 22.2.6.7 get RegExp.prototype.hasIndices
RT_NATIVE(rt_native_regexp_has_indices) { return has_flag(this_value, RT_REGEXP_HAS_INDICES, "hasIndices"); }
/// ECMA-262 22.2.6.6 get RegExp.prototype.global
RT_NATIVE(rt_native_regexp_global) { return has_flag(this_value, RT_REGEXP_GLOBAL, "global"); }
/// ECMA-262 22.2.6.8 get RegExp.prototype.ignoreCase
RT_NATIVE(rt_native_regexp_ignore_case) { return has_flag(this_value, RT_REGEXP_IGNORE_CASE, "ignoreCase"); }
/// ECMA-262 22.2.6.11 get RegExp.prototype.multiline
RT_NATIVE(rt_native_regexp_multiline) { return has_flag(this_value, RT_REGEXP_MULTILINE, "multiline"); }
/// ECMA-262 22.2.6.3 get RegExp.prototype.dotAll
RT_NATIVE(rt_native_regexp_dot_all) { return has_flag(this_value, RT_REGEXP_DOT_ALL, "dotAll"); }
/// ECMA-262 22.2.6.18 get RegExp.prototype.unicode
RT_NATIVE(rt_native_regexp_unicode) { return has_flag(this_value, RT_REGEXP_UNICODE, "unicode"); }
/// ECMA-262 22.2.6.19 get RegExp.prototype.unicodeSets
RT_NATIVE(rt_native_regexp_unicode_sets) { return has_flag(this_value, RT_REGEXP_UNICODE_SETS, "unicodeSets"); }
/// ECMA-262 22.2.6.15 get RegExp.prototype.sticky
RT_NATIVE(rt_native_regexp_sticky) { return has_flag(this_value, RT_REGEXP_STICKY, "sticky"); }

/// ECMA-262 22.2.6.4 get RegExp.prototype.flags
RT_NATIVE(rt_native_regexp_flags) {
  RT_SAFEPOINT();
  static const struct {
    const char *name;
    char letter;
  } flags[] = {{"hasIndices", 'd'}, {"global", 'g'},  {"ignoreCase", 'i'},  {"multiline", 'm'},
               {"dotAll", 's'},     {"unicode", 'u'}, {"unicodeSets", 'v'}, {"sticky", 'y'}};
  if (!rt_is_object(this_value)) {
    return rt__throw_type_error("RegExp.prototype.flags getter called on non-object %s", rt__show(this_value));
  }
  RT_ROOT(this_value);
  uint8_t text[8];
  uint32_t length = 0;
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
    rt_value value = rt__get_value_js(this_value, rt__intern_ascii(flags[i].name));
    if (value == RT_EXCEPTION) return value;
    if (rt_to_boolean(value)) text[length++] = (uint8_t)flags[i].letter;
  }
  return rt_from_string(rt__string_from_latin1(text, length));
}

/// ECMA-262 22.2.6.13 get RegExp.prototype.source
RT_NATIVE(rt_native_regexp_source) {
  RT_SAFEPOINT();
  if (rt_is_regexp(this_value)) return rt_from_string(rt__regexp_source_text(rt_as_regexp(this_value)->source));
  if (rt__is_builtin(this_value, RT_BUILTIN_REGEXP_PROTOTYPE)) return rt_from_string(rt__string_from_ascii("(?:)"));
  if (!rt_is_object(this_value)) {
    return rt__throw_type_error("RegExp.prototype.source getter called on non-object %s", rt__show(this_value));
  }
  return rt__throw_type_error("RegExp.prototype.source getter called on non-RegExp object");
}

/// `/source/flags` without looking at properties, for util.inspect.
rt_string *rt_regexp_to_text(rt_value value) {
  RT_SAFEPOINT();
  rt_regexp *regexp = rt_as_regexp(value);
  rt_builder builder = {0};
  rt__builder_unit(&builder, '/');
  rt__builder_string(&builder, rt__regexp_source_text(regexp->source));
  rt__builder_unit(&builder, '/');
  rt__builder_string(&builder, rt__regexp_flags_text(regexp->code->flags));
  return rt__builder_finish(&builder);
}

/// ECMA-262 22.2.6.17 RegExp.prototype.toString ( )
RT_NATIVE(rt_native_regexp_to_string) {
  RT_SAFEPOINT();
  RT_THIS_OBJECT(object, "toString");
  rt_value value = rt__get_js(object, rt__intern_ascii("source"), this_value);
  rt_string *source = value == RT_EXCEPTION ? NULL : rt__to_string_js(value);
  if (!source) return RT_EXCEPTION;
  RT_ROOT_POINTER(source);
  value = rt__get_js(object, rt__intern_ascii("flags"), this_value);
  rt_string *flags = value == RT_EXCEPTION ? NULL : rt__to_string_js(value);
  if (!flags) return RT_EXCEPTION;
  rt_builder builder = {0};
  rt__builder_unit(&builder, '/');
  rt__builder_string(&builder, source);
  rt__builder_unit(&builder, '/');
  rt__builder_string(&builder, flags);
  rt_string *text = rt__builder_finish(&builder);
  return text ? rt_from_string(text) : RT_EXCEPTION;
}

/// EncodeForRegExpEscape (22.2.5.1.1).
static void escape_character(rt_builder *builder, uint32_t character) {
  static const char digits[] = "0123456789abcdef";
  const char *punctuators = ",-=<>#&!%:;@~'`\"", *syntax = "^$\\.*+?()[]{}|/", *controls = "\t\n\v\f\r", *letters = "tnvfr";
  if (character < 0x80 && character && strchr(syntax, (int)character)) {
    rt__builder_unit(builder, '\\');
    rt__builder_unit(builder, (uint16_t)character);
    return;
  }
  const char *control = character < 0x80 && character ? strchr(controls, (int)character) : NULL;
  if (control) {
    rt__builder_unit(builder, '\\');
    rt__builder_unit(builder, (uint16_t)letters[control - controls]);
    return;
  }
  bool is_lone = character >= 0xD800 && character <= 0xDFFF;
  bool is_escaped = is_lone || (character <= 0xFFFF && rt_is_space((uint16_t)character)) ||
                    (character < 0x80 && character && strchr(punctuators, (int)character));
  if (!is_escaped) {
    rt__builder_code_point(builder, character);
    return;
  }
  rt__builder_ascii(builder, character <= 0xFF ? "\\x" : "\\u");
  for (int shift = character <= 0xFF ? 4 : 12; shift >= 0; shift -= 4) {
    rt__builder_unit(builder, (uint16_t)digits[character >> shift & 15]);
  }
}

/// ECMA-262 22.2.5.1 RegExp.escape ( S )
RT_NATIVE(rt_native_regexp_escape) {
  RT_SAFEPOINT();
  rt_value value = rt_argument(argc, argv, 0);
  if (!rt_is_string(value)) return rt__throw_type_error("%s is not a string", rt__show(value));
  rt_text text = rt__text(rt_as_string(value));
  rt_builder builder = {0};
  for (uint32_t i = 0; i < text.length;) {
    uint32_t character = rt__text_code_point_at(text, i);
    bool is_alphanumeric = character < 0x80 && ((character | 32) - 'a' < 26 || character - '0' < 10);
    if (i == 0 && is_alphanumeric) {
      // What stands before must not get another meaning by it.
      static const char digits[] = "0123456789abcdef";
      rt__builder_ascii(&builder, "\\x");
      rt__builder_unit(&builder, (uint16_t)digits[character >> 4]);
      rt__builder_unit(&builder, (uint16_t)digits[character & 15]);
    } else {
      escape_character(&builder, character);
    }
    i += character > 0xFFFF ? 2 : 1;
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 22.2.5.3 get RegExp [ %Symbol.species% ]
RT_NATIVE(rt_native_regexp_species) { return this_value; }
