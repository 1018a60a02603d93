/// Data that compiled programs contain and the runtime reads: the layouts are an ABI between code generation and the
/// runtime. Mutable static data that can hold references into the heap lies in the section `rt_roots`, which the
/// collector scans conservatively from `__start_rt_roots` to `__stop_rt_roots`.
#pragma once

#include "rt_value.h"

/// How a string's text is stored.
enum rt_string_kind {
  RT_STRING_LATIN1 = 0, ///< `length` bytes of Latin-1 follow the header
  RT_STRING_UTF16 = 1,  ///< `length` UTF-16 units follow the header; at least one is above 0xFF
  RT_STRING_ROPE = 2,   ///< the concatenation of two strings, flattened on demand
  RT_STRING_SLICE = 3,  ///< a part of a flat string
  RT_STRING_SYMBOL = 4, ///< not a string: a symbol or private name, so that property keys have one type
};

enum rt_string_flags {
  RT_STRING_INTERNED = 1, ///< the only string with its text that serves as a property key
  RT_STRING_INDEX = 2,    ///< (interned) the canonical form of an array index
  RT_STRING_STATIC = 4,   ///< lies in the program's image
  RT_STRING_PRIVATE = 8,  ///< (symbol) a private name `#x`
  RT_STRING_MEMBER = 16,  ///< (interned) a member that compiled code calls on collections without looking it up
};

/// A string, a rope, a slice or a symbol.
struct rt_string {
  uint32_t length; ///< UTF-16 units
  uint32_t hash;   ///< FNV-1a over the UTF-16 units (each as one step), 0 if not computed; a computed 0 is stored as 1
  uint8_t kind;
  uint8_t flags;
  uint16_t reserved;
  uint8_t data[]; ///< at offset 12; UTF-16 units are 4-byte aligned here
};

/// A method or getter that all objects of a layout find on their prototypes.
typedef struct rt_layout_method {
  rt_string *key;
  rt_function *method;
} rt_layout_method;

/// What compiled code assumes of the instances of a class.
typedef struct rt_layout_description {
  rt_string *const *keys; ///< of the fields in the first slots; of constructors, NULL for accessors among them
  const rt_layout_method *methods; ///< followed by the getters
  uint32_t layout;
  uint32_t key_count;
  uint32_t method_count;
  uint32_t getter_count;
  uint32_t is_single; ///< there is one class with it
  uint64_t numbers;   ///< the slots that always hold numbers, a bit each
  const uint8_t *kinds; ///< per slot: the kind of typed array that it always holds, as `rt_shape.kinds`; NULL: there is none
} rt_layout_description;

/// The ABI for unknown callers. In a construct entry `this_value` is new.target.
typedef rt_value (*rt_code)(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv);

enum rt_function_kind {
  RT_FUNCTION_NORMAL = 0,
  RT_FUNCTION_ARROW = 1,
  RT_FUNCTION_METHOD = 2,
  RT_FUNCTION_BASE_CONSTRUCTOR = 3,
  RT_FUNCTION_DERIVED_CONSTRUCTOR = 4,
  RT_FUNCTION_INTERNAL = 5,
  RT_FUNCTION_BUILTIN = 6,
  RT_FUNCTION_GENERATOR = 7,
  RT_FUNCTION_ASYNC = 8,
  RT_FUNCTION_ASYNC_GENERATOR = 9,
};

/// What a function is as a comparator of `sort`.
enum rt_comparator {
  RT_COMPARATOR_UNKNOWN = 0,
  RT_COMPARATOR_ASCENDING = 1,  ///< returns its first argument minus its second and does nothing else
  RT_COMPARATOR_DESCENDING = 2, ///< the other way round
};

/// The text of a function, in UTF-8.
typedef struct rt_source {
  uint32_t length;
  uint8_t text[];
} rt_source;

/// What is constant about a function; one per function of the program.
typedef struct rt_function_info {
  rt_code call;      ///< of class constructors: throws the TypeError of a call without `new`
  rt_code construct; ///< NULL if not a constructor
  rt_string *name;   ///< interned
  const struct rt_site *site; ///< where it is declared; NULL for built-ins
  uint32_t length;
  uint8_t kind;
  uint8_t comparator;   ///< enum rt_comparator
  uint16_t field_count; ///< expected number of own properties of an instance
  uint32_t capture_count;
  const rt_source *source; ///< NULL for built-ins, and where the program does not turn functions into strings
} rt_function_info;

struct rt_object {
  rt_shape *shape;
  rt_value *extra; ///< out-of-line properties; layout in rt_object.h
};

/// A function object. Code generation places those without captures in `rt_roots`, with `shape` pointing to
/// `rt_function_shapes[kind]` and the other pointers NULL.
struct rt_function {
  rt_object object;
  const rt_function_info *info;
  rt_shape *initial_shape; ///< of instances, once `prototype` is known
  rt_value captures[];     ///< pointers to cells and raw doubles are stored as such words, other values boxed
};

/// A variable captured by a closure.
struct rt_cell {
  rt_value value;
};

/// A position in the program, for stack traces; `rt_site.h` tells what the bytes say. Programs have one for each
/// instruction that may throw, so that they take no more than they must and no relocation.
typedef struct rt_site {
  uint8_t code[1];
} rt_site;

/// What an error is about, so that its message can show the source text that the site of the instruction has.
enum rt_blame {
  RT_BLAME_NONE = 0,
  RT_BLAME_CALLEE = 1,
  RT_BLAME_ITERABLE = 2, ///< a text that begins with a line feed is the last argument of a call
  RT_BLAME_DESTRUCTURED = 3, ///< the text is the property's name, `\n`, and the value's text
  // Of errors only.
  RT_BLAME_CONSTRUCTOR = 4, ///< a callee in sites
  RT_BLAME_ROLE = 7,        ///< mask of the values above
  RT_BLAME_OF_NULL = 8,
  RT_BLAME_OF_UNDEFINED = 16,
};

/// The inline cache of one property site; zero-initialised, in `rt_program_caches`.
typedef struct rt_cache {
  rt_shape *shape;
  rt_shape *new_shape; ///< the shape after an add
  rt_object *holder;   ///< where a prototype's property was found, or the method
  uint32_t offset;     ///< of the slot, in bytes
  uint32_t kind;       ///< enum rt_cache_kind; 0 is empty
} rt_cache;

/// What a property of a built-in object holds.
enum rt_builtin_kind {
  RT_BUILTIN_KIND_METHOD = 0, ///< `code`, `length`
  RT_BUILTIN_KIND_GETTER = 1, ///< `code`, and perhaps `setter`
  RT_BUILTIN_KIND_NUMBER = 2, ///< `value`
  RT_BUILTIN_KIND_STRING = 3, ///< `value`, a boxed static string
  RT_BUILTIN_KIND_OBJECT = 4, ///< `value`, the index of another built-in object
  RT_BUILTIN_KIND_UNDEFINED = 5,
  RT_BUILTIN_KIND_SAME = 6, ///< `value`, the key of the property of the same object that holds the value
};

enum { RT_BUILTIN_ENUMERABLE = 1, RT_BUILTIN_READONLY = 2, RT_BUILTIN_WELL_KNOWN_SYMBOL = 4, RT_BUILTIN_FIXED = 8 };

typedef struct rt_builtin_property {
  rt_string *key; ///< interned; with WELL_KNOWN_SYMBOL the symbol's name without `Symbol.`
  rt_code code;
  rt_code setter;
  rt_value value __attribute__((packed, aligned(sizeof(void *)))); ///< two halves where pointers have 32 bits
  uint32_t length;
  uint8_t kind;
  uint8_t flags;
  uint16_t reserved;
} rt_builtin_property;

/// A built-in object with the properties that the program can name; the others are not linked.
typedef struct rt_builtin_table {
  rt_code call;      ///< constructors and functions: NULL otherwise
  rt_code construct;
  rt_code make;      ///< makes the object, without collecting; NULL: it is an ordinary one
  rt_string *name;
  uint32_t length;
  uint32_t count;
  const rt_builtin_property *properties;
} rt_builtin_table;

// What every program defines.
extern const rt_builtin_table *const rt_builtin_tables[]; ///< by RT_BUILTIN_ index; NULL: no named properties
extern rt_string *const rt_program_atoms[];               ///< the program's interned strings
extern const uint32_t rt_program_atom_count;
extern const uint8_t rt_program_texts[];                  ///< what sites refer to
extern rt_cache rt_program_caches[];                      ///< the inline caches, which the collector scans too
extern const uint32_t rt_program_cache_count;
extern int32_t rt_program_main(void); ///< runs the modules; -1 with an exception pending
