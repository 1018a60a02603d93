/// Shapes ("hidden classes"): which properties an object has, in which order, and where their values lie.
///
/// Glossary
///   class       what kind of object it is (ordinary, array, function, Map …): a constant `rt_class`
///   table       the properties in order of creation; a shape owns the first `count` entries of a table that it may
///               share with its successors
///   slot        where a property's value lies: the first `inline_capacity` slots are in the object itself, from byte
///               `slot_offset` on, the others in `extra`
///   transition  the edge from a shape to the shape with one property more
///   layout      what the compiler knows: data properties that can be written, in the first inline slots. Shapes that add
///               properties keep it, all others lose it
///   numbers     slots of which the layout says that they hold numbers. An object that gets something else there changes to
///               the shape's general one, which has no layout
///   dictionary  a shape of one object alone, changed in place; after many dynamic keys, or a deletion
#pragma once

#include "rt_string.h"

enum rt_class_kind {
  RT_CLASS_ORDINARY = 0,
  RT_CLASS_ARRAY,
  RT_CLASS_FUNCTION,
  RT_CLASS_BOUND_FUNCTION,
  RT_CLASS_ERROR,
  RT_CLASS_BOOLEAN,
  RT_CLASS_NUMBER,
  RT_CLASS_STRING,
  RT_CLASS_SYMBOL,
  RT_CLASS_BIGINT,
  RT_CLASS_ARGUMENTS,
  RT_CLASS_MAP,
  RT_CLASS_SET,
  RT_CLASS_ITERATOR, ///< built-in iterator objects of arrays, strings, maps, sets
  RT_CLASS_NAMESPACE,
  RT_CLASS_TYPED_ARRAY,
  RT_CLASS_ARRAY_BUFFER, ///< shared ones too
  RT_CLASS_DATA_VIEW,
  RT_CLASS_REGEXP,
  RT_CLASS_OTHER, ///< further classes; told apart by the `rt_class` pointer
  RT_CLASS_PROXY, ///< an `rt_proxy`, callable or not
  RT_CLASS_DATE,
};

typedef struct rt_iterator rt_iterator;
struct rt_property_descriptor;
struct rt_internal_methods;

/// What objects of a class share; a constant. NULL hooks mean ordinary behaviour.
typedef struct rt_class {
  uint8_t kind;
  uint8_t callable;
  uint16_t instance_size;     ///< bytes of the class's own structure; inline slots follow
  uint16_t prototype_builtin; ///< RT_BUILTIN_ index of the default prototype + 1; 0: null
  uint16_t layout;            ///< of typed arrays: their kind + 1, for `rt_shape.layout` of objects as they are made; or 0
  const char *name;           ///< as `Object.prototype.toString` shows it ("Array", "Error")
  /// Further own properties that are not in the shape (index keys of String objects, exports of a namespace).
  bool (*get_own)(rt_object *object, rt_string *key, struct rt_property_descriptor *descriptor);
  /// Appends the keys of those to a key list, before the shape's own.
  void (*own_keys)(rt_object *object, rt_array *keys);
  /// ToPrimitive where no method was found because the program names none: what the built-in `toString` would give.
  rt_value (*default_to_string)(rt_object *object);
  /// Prepares a record that steps through the object, if its iteration is the built-in one.
  bool (*iterate)(rt_object *object, rt_iterator *record);
  /// Computes the value of a property with RT_PROPERTY_LAZY.
  rt_value (*lazy)(rt_object *object, rt_string *key);
  /// The internal methods of exotic objects whose behaviour the hooks above cannot express; NULL: ordinary.
  const struct rt_internal_methods *exotic;
  /// The static shape of objects with the default prototype and no inline slots; NULL: made when needed.
  rt_shape *root;
} rt_class;

enum rt_property_flags {
  RT_PROPERTY_WRITABLE = 1,
  RT_PROPERTY_ENUMERABLE = 2,
  RT_PROPERTY_CONFIGURABLE = 4,
  RT_PROPERTY_ACCESSOR = 8, ///< the slot refers to an rt_accessor
  RT_PROPERTY_LAZY = 16,    ///< a data property that is computed when first read, while its slot is a hole or missing;
                            ///< never cached
  RT_PROPERTY_PLAIN = 7,    ///< writable, enumerable, configurable
  RT_PROPERTY_HIDDEN = 5,   ///< writable, configurable
};

/// One property of a table; `key` is NULL if it was deleted (dictionaries only).
typedef struct rt_property {
  rt_string *key;
  uint32_t slot;
  uint8_t flags;
  uint8_t reserved[3];
} rt_property;

/// The properties of a family of shapes, and an open-addressing index of them once there are more than 8.
typedef struct rt_property_table {
  uint32_t count;    ///< entries in use
  uint32_t capacity; ///< of `entries`
  uint32_t mask;     ///< of `index`; 0: no index
  uint32_t deleted;
  uint32_t *index;   ///< leaf cell: entry number + 1, or 0
  rt_property entries[];
} rt_property_table;

/// A pair of functions; only found in slots of accessor properties.
typedef struct rt_accessor {
  rt_value getter; ///< function or undefined
  rt_value setter;
} rt_accessor;

enum rt_shape_flags {
  RT_SHAPE_DICTIONARY = 1,
  RT_SHAPE_PROTOTYPE = 2,       ///< of an object that is some object's prototype: changes bump `rt_prototype_epoch`
  RT_SHAPE_NOT_EXTENSIBLE = 4,
  RT_SHAPE_FROZEN_ELEMENTS = 8, ///< (arrays) elements cannot be written, `length` neither
  RT_SHAPE_SEALED_ELEMENTS = 16,
  RT_SHAPE_FIXED_LENGTH = 32,   ///< (arrays) `length` is not writable
  RT_SHAPE_SPARSE = 64,         ///< (arrays) elements are properties of the shape
  RT_SHAPE_PLAIN_ARRAY = 128,   ///< an array that finds its methods on Array.prototype, whose elements lie in `elements`
  RT_SHAPE_HAS_INDICES = 256,   ///< some property key is an array index: enumeration must sort
  RT_SHAPE_WATCHED = 512,       ///< a built-in prototype: its changes may end fast paths; sets are not cached
  RT_SHAPE_STATIC = 1024,       ///< lies outside the heap
  RT_SHAPE_ARRAY = 2048,        ///< any array with elements in `elements` that can be read directly
  RT_SHAPE_WRITABLE_ARRAY = 4096, ///< RT_SHAPE_ARRAY, and elements can be written and appended directly
};

/// From here on, layouts are kinds of typed arrays with the original prototype and without further properties.
#define RT_LAYOUT_TYPED_ARRAY 0xFFFFFF00u

/// A shape. Always 128 bytes, as compiled code contains `rt_function_shapes + 128 * kind`.
struct rt_shape {
  const rt_class *class;
  rt_object *prototype;
  rt_property_table *table; ///< NULL if `count` is 0
  rt_string *transition_key; ///< the one transition, or
  rt_shape *transition;
  struct rt_transitions *transitions; ///< several
  uint32_t count;      ///< properties: the first entries of the table
  uint32_t slot_count;
  uint16_t slot_offset;
  uint16_t inline_capacity;
  uint16_t prototype_builtin; ///< if `prototype` is NULL: RT_BUILTIN_ index + 1 of the prototype, made when needed
  uint16_t flags;
  uint8_t transition_flags;
  uint8_t reserved[3];
  uint32_t layout; ///< the compiler's number for the properties that the first inline slots hold; 0: none
  uint64_t promises; ///< slots of which something is true in all objects of the shape, a bit each: every store has to see
                     ///< to it (`rt_store_slot`)
  const uint8_t *kinds; ///< what such slots hold: 0: a number, otherwise an array with layout RT_LAYOUT_TYPED_ARRAY + kind;
                        ///< NULL: all hold numbers
  rt_shape *general; ///< a shape that says nothing of the kind, for objects that got something else; NULL until needed
  uint8_t padding[sizeof(void *) == 8 ? 128 - 8 * 8 - 32 : 128 - 8 * 4 - 36];
} __attribute__((aligned(16)));

_Static_assert(sizeof(rt_shape) == 128, "compiled code relies on the size of a shape");

/// Bumped whenever a property lookup that went through a prototype may give something else.
extern uintptr_t rt_prototype_epoch;
/// Told when a property of a prototype object changes, or its own prototype (`key` is NULL); NULL while no class has a
/// layout.
extern void (*rt__layout_watcher)(rt_object *prototype, rt_string *key);
/// Whether something may answer `instanceof` otherwise than by prototypes, besides what the standard says.
extern uint8_t rt_has_instance_changed;
/// Whether an object that is a prototype has ever had an index key: reading holes must then walk the chain.
extern uint8_t rt_prototypes_have_indices;

/// The shape of new objects of a class with its default prototype and so many inline slots; cached by the realm for
/// ordinary objects.
rt_shape *rt__shape_root(const rt_class *class, uint32_t inline_capacity);
/// The same with an explicit prototype (NULL: null); cached with the prototype object.
rt_shape *rt__shape_root_for(const rt_class *class, rt_object *prototype, uint32_t inline_capacity);
/// The prototype, made now if it is a built-in object that nobody needed so far.
rt_object *rt__shape_prototype(rt_shape *shape);
/// The entry number of a key, or -1.
int32_t rt__shape_find(rt_shape *shape, rt_string *key);
/// The shape with one property more.
rt_shape *rt__shape_add(rt_shape *shape, rt_string *key, uint8_t flags);
/// The shape with the same properties that says nothing of what they hold.
rt_shape *rt__shape_general(rt_shape *shape);
/// The kinds of typed arrays of which one has lost its layout, a bit each.
extern uint32_t rt__changed_typed_arrays;
/// Told when a kind is added there; NULL while no class has a layout.
extern void (*rt__typed_array_watcher)(uint32_t kind);
/// Takes the layout from a shape and from those that add properties to it.
void rt__shape_end_layout(rt_shape *shape);

/// A shape for one object alone, with a table of its own.
rt_shape *rt__shape_unique(rt_shape *shape);
/// A copy of a unique shape under a new address, so that caches of the old one miss, and without its layout.
rt_shape *rt__shape_renewed(rt_shape *shape);
/// Adds a property to a unique shape in place; returns the entry number.
uint32_t rt__shape_add_in_place(rt_shape *shape, rt_string *key, uint8_t flags);
/// Prepares an object to be a prototype: its shape becomes unique and watched.
void rt__mark_as_prototype(rt_object *object);

/// Whether a shape says something of what a slot holds.
static inline bool rt_shape_promises(const rt_shape *shape, uint32_t slot) {
  return slot < 64 && shape->promises >> slot & 1;
}

/// The capacity of `extra` for so many out-of-line slots: 0, 4, 8, 16 …
static inline uint32_t rt_extra_capacity(uint32_t slots) {
  return slots == 0 ? 0 : slots <= 4 ? 4 : 1u << (32 - __builtin_clz(slots - 1));
}
