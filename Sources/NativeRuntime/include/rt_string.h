/// Strings and symbols. The public functions take any string; `rt__flatten` gives access to the text.
///
/// A rope or slice is a cell with a pointer part behind the header; flattening a rope turns it into a slice of the new
/// flat string in place, so that every holder profits. A string that is built by appending is a slice of a buffer with
/// room for more (create.c).
#pragma once

#include "rt_heap.h"
#include "rt_static.h"

/// The longest string, as in Node.
#define RT_STRING_LENGTH_MAX 536870888u

/// The concatenation of two strings.
typedef struct rt_rope {
  uint32_t length;
  uint32_t hash;
  uint8_t kind;
  uint8_t flags;
  uint16_t reserved;
  rt_string *left;
  rt_string *right;
} rt_rope;

/// A part of a flat string.
typedef struct rt_slice {
  uint32_t length;
  uint32_t hash;
  uint8_t kind;
  uint8_t flags;
  uint16_t reserved;
  rt_string *parent; ///< flat
  uint32_t start;
} rt_slice;

/// A symbol. Compiled private names have this layout too.
typedef struct rt_symbol {
  uint32_t length; ///< 0
  uint32_t hash;
  uint8_t kind;
  uint8_t flags;
  uint16_t registered; ///< whether made by `Symbol.for`
  rt_string *description; ///< NULL: undefined
} rt_symbol;

/// A view of a string's text; valid while the string lives, as nothing moves.
typedef struct rt_text {
  const uint8_t *latin1; ///< NULL if UTF-16
  const uint16_t *utf16; ///< NULL if Latin-1
  uint32_t length;
} rt_text;

/// The UTF-16 unit at an index below the length.
static inline uint16_t rt_text_at(rt_text text, uint32_t index) {
  return text.latin1 ? text.latin1[index] : text.utf16[index];
}

/// The text of any string, flattening a rope first (may allocate, never collects).
rt_text rt__text(rt_string *string);
/// The same, inlined for the most frequent kind of string: callees that return through memory are slow to read from.
static inline rt_text rt_text_of(rt_string *string) {
  if (__builtin_expect(string->kind == RT_STRING_LATIN1, 1))
    return (rt_text){.latin1 = string->data, .utf16 = NULL, .length = string->length};
  return rt__text(string);
}

/// An equal string that is flat or a slice; the same one, if it was a rope it is changed in place.
rt_string *rt__flatten(rt_string *string);

/// Uninitialised flat strings to be filled by the caller before anything else runs; the length is at most
/// RT_STRING_LENGTH_MAX and not 0. The UTF-16 one must get a unit above 0xFF.
rt_string *rt__string_latin1_raw(uint32_t length);
rt_string *rt__string_utf16_raw(uint32_t length);
/// The units of a flat string that was just made.
static inline uint8_t *rt__latin1_data(rt_string *s) { return s->data; }
static inline uint16_t *rt__utf16_data(rt_string *s) { return (uint16_t *)(void *)s->data; }

/// Copies of text; strings of length 0 and 1 (Latin-1) are shared.
rt_string *rt__string_from_latin1(const uint8_t *units, uint32_t length);
/// Chooses Latin-1 if all units allow it.
rt_string *rt__string_from_utf16(const uint16_t *units, uint32_t length);
/// Decodes UTF-8, replacing malformed parts by U+FFFD as the WHATWG decoder does; NULL with a pending RangeError/Error
/// if the result is too long. A leading byte order mark is kept.
rt_string *rt__string_from_utf8(const uint8_t *bytes, size_t length);
/// From a C string of ASCII.
rt_string *rt__string_from_ascii(const char *ascii);
/// The shared string of one UTF-16 unit if Latin-1, otherwise a new one.
rt_string *rt__string_from_unit(uint16_t unit);

/// The number of bytes of a string as UTF-8; lone surrogates count as U+FFFD (3 bytes).
size_t rt__utf8_length(rt_string *string);
/// Writes exactly `rt__utf8_length` bytes, no terminator.
void rt__utf8_write(rt_string *string, uint8_t *bytes);
/// A NUL-terminated UTF-8 copy in a leaf cell, e.g. for paths; NULL if the string contains U+0000.
char *rt__utf8_cstring(rt_string *string);

/// The units from `start` up to `end` (start <= end <= length): a copy if short, otherwise a slice.
rt_string *rt__substring(rt_string *string, uint32_t start, uint32_t end);
/// Concatenation: a copy if short, otherwise a rope; NULL with a pending RangeError "Invalid string length".
rt_string *rt__concat(rt_string *left, rt_string *right);
/// Whether two strings have the same text.
bool rt__string_equal(rt_string *a, rt_string *b);
/// Compares by UTF-16 units: negative, 0, positive.
int rt__string_compare(rt_string *a, rt_string *b);
/// The hash, computed on first use.
uint32_t rt__string_hash(rt_string *string);
/// FNV-1a over units; a computed 0 becomes 1.
uint32_t rt__hash_latin1(const uint8_t *units, uint32_t length);
uint32_t rt__hash_utf16(const uint16_t *units, uint32_t length);

/// Collects text piece by piece; starts Latin-1 and widens when needed. On the C stack; zero-initialise.
typedef struct rt_builder {
  void *units;       ///< a leaf cell; kept alive by the conservative scan (root it on WASI across `_js` calls)
  uint32_t length;
  uint32_t capacity; ///< in units
  bool wide;
  bool failed;       ///< grew past RT_STRING_LENGTH_MAX
} rt_builder;

/// Makes room for `count` Latin-1 units behind the text and returns where they go, for the caller to write and count; NULL
/// if the text is UTF-16 or gets too long.
uint8_t *rt__builder_latin1_room(rt_builder *builder, uint32_t count);
void rt__builder_unit_slow(rt_builder *builder, uint16_t unit);
static inline void rt__builder_unit(rt_builder *builder, uint16_t unit) {
  if (__builtin_expect(builder->length < builder->capacity && !builder->wide && unit <= 0xFF && !builder->failed, 1))
    ((uint8_t *)builder->units)[builder->length++] = (uint8_t)unit;
  else
    rt__builder_unit_slow(builder, unit);
}
void rt__builder_code_point(rt_builder *builder, uint32_t code_point);
void rt__builder_ascii(rt_builder *builder, const char *ascii);
void rt__builder_string(rt_builder *builder, rt_string *string);
void rt__builder_text(rt_builder *builder, rt_text text, uint32_t start, uint32_t end);
/// The string; NULL with a pending RangeError "Invalid string length" if it got too long.
rt_string *rt__builder_finish(rt_builder *builder);

// Property keys ("atoms"): interned strings and symbols, compared by pointer.

/// The interned string with this text.
rt_string *rt__intern(rt_string *string);
/// The interned string with this text if there is one: no object has a property of another name.
rt_string *rt__intern_find(rt_string *string);
rt_string *rt__intern_ascii(const char *ascii);
/// The interned canonical decimal form of an array index.
rt_string *rt__intern_index(uint32_t index);
rt_string *rt__intern_index_find(uint32_t index);
/// Whether an atom is the canonical form of an array index (0 … 2^32 - 2), and which.
static inline bool rt_key_is_index(const rt_string *key) { return key->flags & RT_STRING_INDEX; }
uint32_t rt__key_index(rt_string *key);
static inline bool rt_key_is_symbol(const rt_string *key) { return key->kind == RT_STRING_SYMBOL; }
static inline bool rt_key_is_private(const rt_string *key) { return key->flags & RT_STRING_PRIVATE; }
/// A key as the program sees it: a string or symbol value.
static inline rt_value rt_key_value(rt_string *key) {
  return rt_key_is_symbol(key) ? rt_from_pointer(key, RT_TAG_SYMBOL) : rt_from_string(key);
}
/// A new symbol; the description may be NULL.
rt_symbol *rt__symbol_new(rt_string *description);
/// "Symbol(description)".
rt_string *rt__symbol_descriptive_string(rt_symbol *symbol);

/// Whether the string is an array index in canonical form, for strings that need not be interned.
bool rt__string_is_index(rt_string *string, uint32_t *index);

// Numbers and text (src/number).

/// ECMA-262 Number::toString for radix 10 and others (2 … 36).
rt_string *rt_number_to_string(double number, int radix);
/// The decimal digits of an integer.
rt_string *rt__string_from_int32(int32_t number);
/// ECMA-262 StringToNumber.
double rt_string_to_number(rt_string *string);
