/// Cursors into Map and Set, with which the prelude steps through their entries.
///
/// A cursor is an array that no program sees: the collection, the table it stands in, the position, and the key and
/// value of the current entry.
#include "library.h"
#include "collection/collection_natives.h"

enum { COLLECTION, TABLE, POSITION, KEY, VALUE, FIELD_COUNT };

rt_value rt_cursor_new(rt_value collection);
int32_t rt_cursor_step(rt_value cursor);
rt_value rt_cursor_key(rt_value cursor);
rt_value rt_cursor_value(rt_value cursor);

/// A cursor before the first entry.
rt_value rt_cursor_new(rt_value collection) {
  RT_SAFEPOINT();
  rt_value fields[FIELD_COUNT] = {collection, RT_UNDEFINED, rt_from_double(0), RT_UNDEFINED, RT_UNDEFINED};
  return rt_from_object(rt__array_from(fields, FIELD_COUNT));
}

/// Moves to the next entry: whether there is one. Past the end a cursor stays there.
int32_t rt_cursor_step(rt_value cursor) {
  rt_value *fields = rt_as_array(cursor)->elements;
  if (fields[COLLECTION] == RT_UNDEFINED) return 0;
  rt_table *table = fields[TABLE] == RT_UNDEFINED ? NULL : rt_pointer(fields[TABLE]);
  uint32_t position = (uint32_t)rt_double(fields[POSITION]);
  rt_collection *collection = rt_as_collection(fields[COLLECTION]);
  rt_entry *entry = rt__collection_next(collection, &table, &position);
  if (!entry) {
    fields[COLLECTION] = fields[TABLE] = fields[KEY] = fields[VALUE] = RT_UNDEFINED;
    return 0;
  }
  fields[TABLE] = rt_from_object(table);
  fields[POSITION] = rt_from_double(position);
  fields[KEY] = entry->key;
  fields[VALUE] = rt_class_of(&collection->object)->kind == RT_CLASS_SET ? entry->key : entry->value;
  return 1;
}

/// The current key.
rt_value rt_cursor_key(rt_value cursor) { return rt_as_array(cursor)->elements[KEY]; }

/// The current value; of a Set, the key.
rt_value rt_cursor_value(rt_value cursor) { return rt_as_array(cursor)->elements[VALUE]; }

// Sets and Maps without their methods, which the program may have replaced.

void rt_set_insert(rt_value set, rt_value value);
int32_t rt_set_contains(rt_value set, rt_value value);
void rt_set_remove(rt_value set, rt_value value);
double rt_set_count(rt_value set);
rt_value rt_map_value(rt_value map, rt_value key);
void rt_map_put(rt_value map, rt_value key, rt_value value);

/// Adds a value to a Set.
void rt_set_insert(rt_value set, rt_value value) {
  RT_SAFEPOINT();
  rt__collection_insert(rt_as_collection(set), value);
}

/// Whether a Set has a value.
int32_t rt_set_contains(rt_value set, rt_value value) {
  return rt__collection_find(rt_as_collection(set), value) != NULL;
}

/// Removes a value from a Set, if it has it.
void rt_set_remove(rt_value set, rt_value value) {
  RT_SAFEPOINT();
  rt_collection_delete(&rt_as_collection(set)->object, value);
}

/// The number of entries of a Set or Map.
double rt_set_count(rt_value set) { return rt__collection_size(rt_as_collection(set)); }

/// The value of a Map's entry, or undefined.
rt_value rt_map_value(rt_value map, rt_value key) {
  rt_entry *entry = rt__collection_find(rt_as_collection(map), key);
  return entry ? entry->value : RT_UNDEFINED;
}

/// Sets the value of a Map's entry.
void rt_map_put(rt_value map, rt_value key, rt_value value) {
  RT_SAFEPOINT();
  rt__collection_insert(rt_as_collection(map), key)->value = value;
}
