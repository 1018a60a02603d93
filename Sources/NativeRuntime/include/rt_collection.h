/// Map and Set (ECMA-262 24.1, 24.2): entries in order of insertion, found through an open-addressing index.
///
/// A table replaces another when it grows, shrinks or is cleared; the old one then points to it, so that an iterator
/// that still stands in the old one can find its place. Nothing is lost on the way, and nobody keeps lists of iterators.
#pragma once

#include "rt_iterator.h"

/// A key and its value; Sets ignore the value. A deleted entry has the key RT_HOLE.
typedef struct rt_entry {
  rt_value key;
  rt_value value;
} rt_entry;

typedef struct rt_table {
  struct rt_table *successor; ///< what replaced it, or NULL
  uint32_t *index;            ///< a leaf cell; each place: an entry's number + 1 in the bits of `mask`, and above them
                              ///< those of its key's hash; 0: empty
  uint32_t count;             ///< entries in use, deleted ones included
  uint32_t capacity;
  uint32_t live;
  uint32_t mask;              ///< of the index
  uint32_t cleared;           ///< whether the successor has none of the entries
  uint32_t crowding;          ///< how many places entries are away from where their hashes say, together; or MIXED
  rt_entry entries[];
} rt_table;

/// The `crowding` of a table whose integers have mixed hashes.
#define RT_TABLE_MIXED UINT32_MAX

/// A Map or a Set.
typedef struct rt_collection {
  rt_object object;
  rt_table *table; ///< NULL: nothing was ever inserted
} rt_collection;

extern const rt_class rt_map_class, rt_set_class;

static inline rt_collection *rt_as_collection(rt_value v) { return (rt_collection *)rt_pointer(v); }

/// An empty Map or Set with the default prototype.
rt_collection *rt__map_new(void);
rt_collection *rt__set_new(void);
/// The entry of a key, or NULL.
rt_entry *rt__collection_find(const rt_collection *collection, rt_value key);
/// Inserts or finds the entry of a key; its value is undefined if it is new.
rt_entry *rt__collection_insert(rt_collection *collection, rt_value key);
/// ECMA-262 24.1.3.6 get; undefined if there is no such key.
rt_value rt_map_get(rt_object *map, rt_value key);
/// ECMA-262 24.1.3.7 has; also of a Set (24.2.4.8).
int32_t rt_collection_has(rt_object *collection, rt_value key);
int32_t rt_collection_delete(rt_object *object, rt_value key);
/// The entry at or behind `*index` in the table that `*table` stands for now; moves both; NULL at the end. `*table`
/// may start as the collection's table, also NULL.
rt_entry *rt__collection_next(const rt_collection *collection, rt_table **table, uint32_t *index);
/// The number of entries.
uint32_t rt__collection_size(const rt_collection *collection);
