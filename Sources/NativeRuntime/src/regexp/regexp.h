/// RegExp objects (ECMA-262 22.2), and what the files about them share.
#pragma once

#include "engine/regexp_program.h"
#include "library.h"
#include "rt_inline.h"

/// The name of a group; in the order of the groups.
typedef struct rt_regexp_group_name {
  rt_string *name; ///< an atom
  uint32_t group;
  uint32_t slot; ///< of the `groups` object; groups of the same name have the same
} rt_regexp_group_name;

/// A compiled regular expression; many objects can share it.
typedef struct rt_regexp_code {
  rt_regexp_program *program;
  rt_shape *groups_shape; ///< of `groups` objects; NULL without names
  uint32_t flags;
  uint32_t slot_count;
  uint32_t name_count;
  rt_regexp_group_name names[];
} rt_regexp_code;

/// A RegExp object. `lastIndex` is its first property.
typedef struct rt_regexp {
  rt_object object;
  rt_regexp_code *code; ///< NULL until initialised
  rt_string *source;    ///< [[OriginalSource]]
} rt_regexp;

extern const rt_class rt_regexp_class;

static inline bool rt_is_regexp(rt_value value) {
  return rt_is_class(value, RT_CLASS_REGEXP);
}
static inline rt_regexp *rt_as_regexp(rt_value value) { return (rt_regexp *)rt_pointer(value); }

/// The registers of a match; on the C stack for most programs.
typedef struct rt_regexp_match {
  uint32_t *registers;
  uint32_t few[48];
} rt_regexp_match;

/// Room for the registers of a program.
void rt__regexp_match_start(rt_regexp_match *match, const rt_regexp_code *code);
/// Runs the matcher: truth; 2 with a RangeError if the backtrack stack overflows.
int32_t rt__regexp_match(const rt_regexp_code *code, rt_string *string, uint32_t start, bool is_sticky,
                         rt_regexp_match *match);

/// RegExpCreate (22.2.3.1) with texts: NULL with a SyntaxError. `properties` may be NULL for texts that are known.
rt_regexp *rt__regexp_create(rt_string *pattern, rt_string *flags, const rt_regexp_properties *properties);
/// A new object of the same expression with other flags that do not change how it matches (d, g, y); NULL if more differs.
rt_regexp *rt__regexp_derive(const rt_regexp *regexp, rt_string *flags);
/// RegExpInitialize (22.2.3.3) of an object that was allocated: status.
int32_t rt__regexp_initialize_js(rt_regexp *regexp, rt_value pattern, rt_value flags);
/// The flags as text, in the order of the letters.
rt_string *rt__regexp_flags_text(uint32_t flags);
/// `/source/flags` without looking at properties.
rt_string *rt_regexp_to_text(rt_value value);
/// EscapeRegExpPattern (22.2.6.13.1).
rt_string *rt__regexp_source_text(rt_string *source);

/// Whether everything about the object is as it was made: its properties, and those of RegExp.prototype that the methods
/// look up. Then the standard's steps that look at them can be left out.
bool rt__regexp_is_pristine(rt_value value);
/// `lastIndex` of a pristine object as ToLength gives it, if it is a number; -1 otherwise.
double rt__regexp_last_index(rt_regexp *regexp);
/// Writes `lastIndex` of a pristine object.
void rt__regexp_set_last_index(rt_regexp *regexp, double index);

/// RegExpExec (22.2.7.1): an object, null, or RT_EXCEPTION.
rt_value rt__regexp_exec_js(rt_value regexp, rt_string *string);
/// RegExpBuiltinExec (22.2.7.2).
rt_value rt__regexp_builtin_exec_js(rt_regexp *regexp, rt_string *string);
/// The array that describes a match.
rt_value rt__regexp_result(const rt_regexp_code *code, rt_string *string, const uint32_t *registers);
/// The `groups` object of a match; undefined without names.
rt_value rt__regexp_groups(const rt_regexp_code *code, rt_string *string, const uint32_t *registers);
/// AdvanceStringIndex (22.2.7.3).
double rt__advance_string_index(rt_string *string, double index, bool is_unicode);
/// ToLength (7.1.20); a NaN with all bits set on exception.
double rt__to_length_js(rt_value value);

/// `flags` of any object as a string; NULL on exception.
rt_string *rt__regexp_flags_js(rt_value regexp);
/// Whether a string has a unit.
bool rt__has_unit(rt_string *string, uint16_t unit);
/// Moves `lastIndex` of any object behind one character: status.
int32_t rt__regexp_advance_js(rt_value regexp, rt_string *string, bool is_unicode);
/// Construct of what SpeciesConstructor gave (undefined: the built-in constructor) with an expression and flags.
rt_value rt__regexp_construct_js(rt_value constructor, rt_value regexp, rt_string *flags);
/// The next match of a pristine global expression from a position on, which moves behind it: truth.
int32_t rt__regexp_each(rt_regexp *regexp, rt_string *string, rt_regexp_match *match, double *position);

/// A group of a match as a value; undefined if it took no part.
static inline rt_value rt__regexp_capture(rt_string *string, const uint32_t *registers, uint32_t group) {
  uint32_t start = registers[2 * group], end = registers[2 * group + 1];
  if (start == RT_REGEXP_UNSET || end == RT_REGEXP_UNSET) return RT_UNDEFINED;
  return rt_from_string(rt__substring(string, start, end));
}

/// GetSubstitution (22.1.3.19.1): appends; status. `captures` are strings or undefined; `named` is an object or undefined.
int32_t rt__get_substitution_js(rt_builder *builder, rt_string *matched, rt_string *string, uint32_t position,
                                const rt_value *captures, uint32_t count, rt_value named, rt_string *replacement);

RT_NATIVE(rt_native_regexp_exec);
RT_NATIVE(rt_native_regexp_flags);
RT_NATIVE(rt_native_regexp_global);
RT_NATIVE(rt_native_regexp_unicode);
RT_NATIVE(rt_native_regexp_species);

/// The TypeError of a method on a receiver that is no object.
#define RT_THIS_OBJECT(name, method)                                                                                   \
  if (!rt_is_object(this_value)) return rt__throw_incompatible("RegExp.prototype." method, this_value);                \
  rt_object *name = rt_as_object(this_value);                                                                          \
  RT_ROOT(this_value)
