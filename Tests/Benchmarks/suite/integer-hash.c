#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t next(uint32_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

static uint32_t mix(uint32_t key, uint32_t seed) {
  uint32_t block = key * 0xcc9e2d51;
  block = block << 15 | block >> 17;
  block *= 0x1b873593;
  uint32_t hash = seed ^ block;
  hash = hash << 13 | hash >> 19;
  hash = hash * 5 + 0xe6546b64;
  hash ^= 4;
  hash = (hash ^ hash >> 16) * 0x85ebca6b;
  hash = (hash ^ hash >> 13) * 0xc2b2ae35;
  return hash ^ hash >> 16;
}

struct table {
  uint32_t *keys, *counts;
  uint32_t capacity, used;
};

static struct table new_table(uint32_t capacity) {
  return (struct table){calloc(capacity, sizeof(uint32_t)), calloc(capacity, sizeof(uint32_t)), capacity, 0};
}

static uint32_t find(const struct table *table, uint32_t key) {
  uint32_t mask = table->capacity - 1;
  uint32_t slot = mix(key, 0x9747b28c) & mask;
  while (table->counts[slot] && table->keys[slot] != key) slot = (slot + 1) & mask;
  return slot;
}

static void grow(struct table *table) {
  struct table larger = new_table(table->capacity * 2);
  for (uint32_t i = 0; i < table->capacity; i++) {
    if (!table->counts[i]) continue;
    uint32_t slot = find(&larger, table->keys[i]);
    larger.keys[slot] = table->keys[i];
    larger.counts[slot] = table->counts[i];
  }
  larger.used = table->used;
  free(table->keys);
  free(table->counts);
  *table = larger;
}

static void add(struct table *table, uint32_t key) {
  if (table->used * 4 >= table->capacity * 3) grow(table);
  uint32_t slot = find(table, key);
  if (!table->counts[slot]) {
    table->keys[slot] = key;
    table->used++;
  }
  table->counts[slot]++;
}

int main(int argc, char **argv) {
  int operations = argc > 1 ? atoi(argv[1]) : 5000000;
  struct table table = new_table(1024);
  uint32_t writer = 2463534242;
  for (int i = 0; i < operations; i++) add(&table, next(&writer) % 1000003);
  uint32_t reader = 88675123, checksum = 0;
  int hits = 0;
  for (int i = 0; i < operations; i++) {
    uint32_t count = table.counts[find(&table, next(&reader) % 2000003)];
    if (count > 0) hits++;
    checksum = checksum * 31 + count;
  }
  printf("%u keys, %d hits, checksum %d\n", table.used, hits, (int32_t)checksum);
  return 0;
}
