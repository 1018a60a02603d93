/// The hash table of Map and Set.
#include "rt_collection.h"

#include "library.h"
#include "rt_bigint.h"

enum {
  MIN_CAPACITY = 4,
  CROWDING_MIN = 64, ///< what `crowding` may be besides one place per entry, before the table mixes integers
  STEPS_MAX = 64,    ///< the places that one search may visit before
};

/// A well-mixed hash of a word; the upper half of a small integer's double holds all its information.
static inline uint32_t hash_word(uint64_t word) {
  word ^= word >> 32;
  word *= 0x9E3779B97F4A7C15ull;
  return (uint32_t)(word >> 32);
}

/// Strings and BigInts are equal if their contents are.
static inline bool has_content(rt_value key) { return rt_is_string(key) || rt_is_bigint(key); }

static inline uint32_t hash_content(rt_value key) {
  if (rt_is_bigint(key)) return rt__bigint_operations.hash(key);
  rt_string *string = rt_as_string(key);
  return string->hash ? string->hash : rt__string_hash(string);
}

/// The hash of a key without such content, which is normalised (ECMA-262 24.5.1 CanonicalizeKeyedCollectionKey, and one
/// NaN for all).
///
/// OPTIMIZATION: an integer is its own hash. Programs number things one after the other, and so neighbours lie beside
/// each other in the index. Where that fills parts of it too densely, the table mixes integers too until it grows.
static inline uint32_t normalise(rt_value *key, const rt_table *table) {
  if (rt_is_number(*key)) {
    double number = rt_double(*key);
    if (number >= INT32_MIN && number <= INT32_MAX) {
      int32_t integer = (int32_t)number;
      if (integer == number) {
        *key = rt_from_double(integer);
        if (table->crowding != RT_TABLE_MIXED) return (uint32_t)integer;
      }
    } else if (number != number) {
      *key = RT_NAN;
    }
  }
  return hash_word(*key);
}

static inline uint32_t hash_key(rt_value *key, const rt_table *table) {
  return has_content(*key) ? hash_content(*key) : normalise(key, table);
}

/// Enters an entry's number into the index; how many places away from where the hash says.
static inline uint32_t add_to_index(rt_table *table, uint32_t entry, uint32_t hash) {
  uint32_t mask = table->mask, i = hash & mask;
  while (table->index[i] != 0) i = (i + 1) & mask;
  table->index[i] = (hash & ~mask) | (entry + 1);
  return (i - hash) & mask;
}

/// Makes the index anew, with integers mixed.
static __attribute__((noinline, cold)) void mix(rt_table *table) {
  table->crowding = RT_TABLE_MIXED;
  memset(table->index, 0, ((size_t)table->mask + 1) * sizeof *table->index);
  for (uint32_t i = 0; i < table->count; i++) add_to_index(table, i, hash_key(&table->entries[i].key, table));
}

/// Enters the entry behind the last one.
static inline void add(rt_table *table, rt_entry entry, uint32_t hash) {
  uint32_t number = table->count++;
  table->entries[number] = entry;
  uint32_t away = add_to_index(table, number, hash);
  if (table->crowding == RT_TABLE_MIXED) return;
  table->crowding += away;
  if (__builtin_expect(table->crowding > table->count + CROWDING_MIN, 0)) mix(table);
}

/// What makes keys equal whose hashes are.
enum equality { SAME_WORD, SAME_STRING, EQUAL_STRINGS, EQUAL_BIGINTS };

static inline bool is_equal(rt_value a, rt_value b, enum equality equality) {
  if (a == b) return true;
  if (equality == EQUAL_STRINGS) return rt_is_string(a) && rt__string_equal(rt_as_string(a), rt_as_string(b));
  return equality == EQUAL_BIGINTS && rt_is_bigint(a) && rt__same_value_zero(a, b);
}

static rt_entry *find_after_mixing(rt_table *table, rt_value key);
static rt_entry *find_equal_string(rt_table *table, rt_value key, uint32_t hash);

/// The entry of a normalised key, or NULL.
static inline rt_entry *search(rt_table *table, rt_value key, uint32_t hash, enum equality equality) {
  const uint32_t *index = table->index;
  uint32_t mask = table->mask, i = hash & mask;
  for (uint32_t steps = 1;; steps++, i = (i + 1) & mask) {
    uint32_t place = index[i];
    if (place == 0) return NULL;
    if (((place ^ hash) & ~mask) == 0) {
      rt_entry *entry = &table->entries[(place & mask) - 1];
      if (is_equal(entry->key, key, equality)) return entry;
      if (equality == SAME_STRING) return find_equal_string(table, key, hash);
    }
    if (__builtin_expect(steps == STEPS_MAX, 0) && table->crowding != RT_TABLE_MIXED)
      return find_after_mixing(table, key);
  }
}

static __attribute__((noinline)) rt_entry *find_word(rt_table *table, rt_value key) {
  uint32_t hash = normalise(&key, table);
  return search(table, key, hash, SAME_WORD);
}

static __attribute__((noinline)) rt_entry *find_bigint(rt_table *table, rt_value key) {
  return search(table, key, hash_content(key), EQUAL_BIGINTS);
}

static __attribute__((noinline)) rt_entry *find_equal_string(rt_table *table, rt_value key, uint32_t hash) {
  return search(table, key, hash, EQUAL_STRINGS);
}

/// Texts that are looked up again are usually the same string; comparing words only needs no calls.
static __attribute__((noinline)) rt_entry *find_string(rt_table *table, rt_value key) {
  uint32_t hash = rt_as_string(key)->hash;
  return hash ? search(table, key, hash, SAME_STRING) : find_equal_string(table, key, hash_content(key));
}

/// The entry of any key, or NULL.
static inline rt_entry *find(rt_table *table, rt_value key) {
  if (rt_is_string(key)) return find_string(table, key);
  return rt_is_bigint(key) ? find_bigint(table, key) : find_word(table, key);
}

static __attribute__((noinline, cold)) rt_entry *find_after_mixing(rt_table *table, rt_value key) {
  mix(table);
  return find(table, key);
}

/// An empty table; half of its index or more is free.
static rt_table *new_table(uint32_t capacity) {
  RT_MAY_FILL_HEAP();
  size_t size = sizeof(rt_table) + (size_t)capacity * sizeof(rt_entry);
  rt_table *table = rt__allocate(size, RT_CELL_WORDS);
  *table = (rt_table){.capacity = capacity, .mask = capacity * 2 - 1};
  table->index = rt__allocate_zeroed((size_t)capacity * 2 * sizeof *table->index, RT_CELL_LEAF);
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
    add(table, old->entries[i], hash_key(&old->entries[i].key, table));
  }
  table->live = table->count;
  old->successor = table;
  collection->table = table;
}

rt_entry *rt__collection_find(const rt_collection *collection, rt_value key) {
  if (!collection->table) return NULL;
  return find(collection->table, key);
}

rt_entry *rt__collection_insert(rt_collection *collection, rt_value key) {
  if (!collection->table) collection->table = new_table(MIN_CAPACITY);
  rt_table *table = collection->table;
  rt_entry *entry = find(table, key);
  if (entry) return entry;
  if (table->count == table->capacity) {
    rebuild(collection);
    table = collection->table;
  }
  uint32_t hash = hash_key(&key, table);
  add(table, (rt_entry){key, RT_UNDEFINED}, hash);
  table->live++;
  return &table->entries[table->count - 1];
}

rt_value rt_map_get(rt_object *object, rt_value key) {
  rt_table *table = ((rt_collection *)object)->table;
  if (!table) return RT_UNDEFINED;
  rt_entry *entry = find(table, key);
  return entry ? entry->value : RT_UNDEFINED;
}

int32_t rt_collection_has(rt_object *object, rt_value key) {
  rt_table *table = ((rt_collection *)object)->table;
  if (!table) return 0;
  return find(table, key) != NULL;
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
