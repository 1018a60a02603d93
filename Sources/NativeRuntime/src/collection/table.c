/// The hash table of Map and Set.
#include "rt_collection.h"

#include "library.h"
#include "rt_bigint.h"

enum { MIN_CAPACITY = 4 };

/// A well-mixed hash of a word; the upper half of a small integer's double holds all its information.
static inline uint32_t hash_word(uint64_t word) {
  word ^= word >> 32;
  word *= 0x9E3779B97F4A7C15ull;
  return (uint32_t)(word >> 32);
}

/// The hash of a normalised key: strings and BigInts by content, everything else by its word.
static inline uint32_t hash_key(rt_value key) {
  if (rt_is_string(key)) {
    rt_string *string = rt_as_string(key);
    return string->hash ? string->hash : rt__string_hash(string);
  }
  return rt_is_bigint(key) ? rt__bigint_operations.hash(key) : hash_word(key);
}

/// ECMA-262 24.5.1 CanonicalizeKeyedCollectionKey, and one NaN for all.
static inline rt_value normalise(rt_value key) {
  if (!rt_is_number(key)) return key;
  double number = rt_double(key);
  if (number == 0) return 0;
  return number == number ? key : RT_NAN;
}

/// SameValueZero of normalised keys whose hashes are equal.
static inline bool same_key(rt_value a, rt_value b) {
  if (a == b) return true;
  if (rt_is_string(a)) return rt_is_string(b) && rt__string_equal(rt_as_string(a), rt_as_string(b));
  return rt_is_bigint(a) && rt__same_value_zero(a, b);
}

/// The entry of a normalised key, or NULL.
static inline rt_entry *find(rt_table *table, rt_value key, uint32_t hash) {
  const rt_index_slot *index = table->index;
  uint32_t mask = table->mask;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    rt_index_slot slot = index[i];
    if (slot.entry == 0) return NULL;
    if (slot.hash == hash && same_key(table->entries[slot.entry - 1].key, key)) return &table->entries[slot.entry - 1];
  }
}

/// Enters an entry's number into the index.
static void add_to_index(rt_table *table, uint32_t entry, uint32_t hash) {
  uint32_t i = hash & table->mask;
  while (table->index[i].entry != 0) i = (i + 1) & table->mask;
  table->index[i] = (rt_index_slot){hash, entry + 1};
}

/// An empty table; the index has at least a quarter of free places, and usually a half.
static rt_table *new_table(uint32_t capacity) {
  RT_MAY_FILL_HEAP();
  size_t size = sizeof(rt_table) + (size_t)capacity * sizeof(rt_entry);
  rt_table *table = rt__allocate(size, RT_CELL_WORDS);
  uint32_t places = 8;
  while (places - places / 4 < capacity) places *= 2;
  *table = (rt_table){.capacity = capacity, .mask = places - 1};
  table->index = rt__allocate_zeroed((size_t)places * sizeof(rt_index_slot), RT_CELL_LEAF);
  return table;
}

/// Replaces the table by one without deleted entries that has room for at least one more.
static void rebuild(rt_collection *collection) {
  rt_table *old = collection->table;
  uint64_t capacity = MIN_CAPACITY;
  while (capacity < (uint64_t)old->live + old->live / 2 + 1) capacity *= 2;
  if (capacity >= UINT32_MAX / 2) rt__fatal("Map maximum size exceeded");
  rt_table *table = new_table((uint32_t)capacity);
  for (uint32_t i = 0; i < old->count; i++) {
    if (old->entries[i].key == RT_HOLE) continue;
    table->entries[table->count] = old->entries[i];
    add_to_index(table, table->count++, hash_key(old->entries[i].key));
  }
  table->live = table->count;
  old->successor = table;
  collection->table = table;
}

rt_entry *rt__collection_find(const rt_collection *collection, rt_value key) {
  if (!collection->table) return NULL;
  key = normalise(key);
  return find(collection->table, key, hash_key(key));
}

rt_entry *rt__collection_insert(rt_collection *collection, rt_value key) {
  key = normalise(key);
  uint32_t hash = hash_key(key);
  if (!collection->table) {
    collection->table = new_table(MIN_CAPACITY);
  } else {
    rt_entry *entry = find(collection->table, key, hash);
    if (entry) return entry;
    if (collection->table->count == collection->table->capacity) rebuild(collection);
  }
  rt_table *table = collection->table;
  table->entries[table->count] = (rt_entry){key, RT_UNDEFINED};
  add_to_index(table, table->count, hash);
  table->live++;
  return &table->entries[table->count++];
}

rt_value rt_map_get(rt_object *object, rt_value key) {
  rt_table *table = ((rt_collection *)object)->table;
  if (!table) return RT_UNDEFINED;
  key = normalise(key);
  rt_entry *entry = find(table, key, hash_key(key));
  return entry ? entry->value : RT_UNDEFINED;
}

int32_t rt_collection_has(rt_object *object, rt_value key) {
  rt_table *table = ((rt_collection *)object)->table;
  if (!table) return 0;
  key = normalise(key);
  return find(table, key, hash_key(key)) != NULL;
}

/// Removes a key; whether it was there.
int32_t rt_collection_delete(rt_object *object, rt_value key) {
  rt_collection *collection = (rt_collection *)object;
  rt_entry *entry = rt__collection_find(collection, key);
  if (!entry) return 0;
  // The index keeps its place, which now leads to a key that equals nothing, until the table is rebuilt.
  *entry = (rt_entry){RT_HOLE, RT_UNDEFINED};
  rt_table *table = collection->table;
  table->live--;
  if (table->live == 0 && table->count == table->capacity) {
    // OPTIMIZATION: a queue of keys that runs empty starts again in the same place the next time.
    rebuild(collection);
  }
  return 1;
}

/// Removes everything.
void rt_collection_clear(rt_object *object) {
  rt_collection *collection = (rt_collection *)object;
  rt_table *old = collection->table;
  if (!old || old->live == 0) return;
  rt_table *table = new_table(MIN_CAPACITY);
  old->successor = table;
  old->cleared = 1;
  collection->table = table;
}

uint32_t rt__collection_size(const rt_collection *collection) { return collection->table ? collection->table->live : 0; }

/// The position in the successor of a position in a replaced table.
static uint32_t moved_position(const rt_table *table, uint32_t index) {
  if (table->cleared) return 0;
  uint32_t position = 0;
  for (uint32_t i = 0; i < index && i < table->count; i++) position += table->entries[i].key != RT_HOLE;
  return position;
}

rt_entry *rt__collection_next(const rt_collection *collection, rt_table **table, uint32_t *index) {
  if (!*table) {
    *table = collection->table;
    if (!*table) return NULL;
  }
  while ((*table)->successor) {
    *index = moved_position(*table, *index);
    *table = (*table)->successor;
  }
  while (*index < (*table)->count) {
    rt_entry *entry = &(*table)->entries[(*index)++];
    if (entry->key != RT_HOLE) return entry;
  }
  return NULL;
}
