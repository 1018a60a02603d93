/// The collector: what is reachable survives, what is not is reused, large and huge cells, weak tables, heavy load.
#include "harness.h"

#include <stdlib.h>

extern void rt__collect_at_safepoint(void);

/// A binary tree of objects with two slots.
static rt_value make_tree(int depth) {
  static rt_literal_site site RT_ROOTED;
  rt_string *keys[] = {K("left"), K("right")};
  rt_value values[] = {RT_NULL, RT_NULL};
  if (depth > 0) {
    values[0] = make_tree(depth - 1);
    values[1] = make_tree(depth - 1);
  }
  return rt_from_object(rt_object_new(&site, 2, keys, values));
}

static int count_tree(rt_value tree) {
  if (tree == RT_NULL) return 0;
  return 1 + count_tree(*rt_slot(rt_as_object(tree), 0)) + count_tree(*rt_slot(rt_as_object(tree), 1));
}

static bool stressed(void) { return rt_prim_getenv("POLYGLOT_GC_STRESS") != NULL; }

static void test_trees(void) {
  int depth = stressed() ? 6 : 14;
  rt_value kept = make_tree(depth);
  for (int i = 0; i < (stressed() ? 4 : 40); i++) CHECK(count_tree(make_tree(depth)) == (2 << depth) - 1);
  CHECK(count_tree(kept) == (2 << depth) - 1);
  CHECK(rt__heap_committed() < 256u << 20);
}

static void test_lists(void) {
  // A chain too long for a recursive marker.
  static rt_literal_site site RT_ROOTED;
  rt_string *keys[] = {K("next")};
  int length = stressed() ? 2000 : 1000000;
  rt_value list = RT_NULL;
  for (int i = 0; i < length; i++) list = rt_from_object(rt_object_new(&site, 1, keys, &list));
  rt__collect_at_safepoint();
  int count = 0;
  for (rt_value l = list; l != RT_NULL; l = *rt_slot(rt_as_object(l), 0)) count++;
  CHECK(count == length);
}

static void test_large(void) {
  // Cells of one page, of many, and of several segments; the last is much larger than the threshold.
  size_t sizes[] = {40000, 65536, 70000, 1 << 20, 4 << 20, 5 << 20, 20 << 20};
  for (int round = 0; round < 5; round++) {
    char *cells[7];
    for (int i = 0; i < 7; i++) {
      cells[i] = rt__allocate(sizes[i], RT_CELL_LEAF);
      memset(cells[i], i + 1, sizes[i]);
    }
    rt__collect_at_safepoint();
    for (int i = 0; i < 7; i++) CHECK(cells[i][0] == i + 1 && cells[i][sizes[i] - 1] == i + 1);
  }
  // References in a large cell are followed, also from a pointer into its middle.
  rt_value *values = rt__allocate_zeroed(8 << 20, RT_CELL_WORDS);
  for (int i = 0; i < (1 << 20); i += 1000) values[i] = rt_from_string(rt_string_from_int32(i + 10000000));
  rt_value *middle = values + 500000;
  values = NULL;
  rt__collect_at_safepoint();
  for (int i = 0; i < 10000; i++) rt__allocate_zeroed(48, RT_CELL_LEAF);
  CHECK(is_text(middle[1000], "10501000") && is_text(middle[-500000], "10000000"));
}

static void test_weak_atoms(void) {
  rt_string *kept = rt__intern(rt_string_concat(S("kept"), S("-1234567")));
  for (int i = 0; i < 50000; i++) {
    char name[32];
    snprintf(name, sizeof name, "short-lived-%d", i);
    rt__intern(S(name));
  }
  rt__collect_at_safepoint();
  CHECK(rt__intern_find(S("kept-1234567")) == kept);
  CHECK(RT_ATOM(prototype) == K("prototype"));
  // Most of the others are gone; conservative scanning may keep a few.
  int found = 0;
  for (int i = 0; i < 50000; i += 50) {
    char name[32];
    snprintf(name, sizeof name, "short-lived-%d", i);
    found += rt__intern_find(S(name)) != NULL;
  }
  CHECK(found < 100);
}

static void test_mix(void) {
  // A table of random cells that is overwritten at random; each remembers what it must contain.
  enum { SLOTS = 500 };
  static rt_value slots[SLOTS] RT_ROOTED;
  static uint32_t sizes[SLOTS];
  srand(1);
  int rounds = stressed() ? 3000 : 200000;
  for (int i = 0; i < rounds; i++) {
    int slot = rand() % SLOTS;
    uint32_t size = (uint32_t)(rand() % 100 ? rand() % 300 + 2 : rand() % 60000 + 2);
    rt_string *s = rt__string_latin1_raw(size);
    memset(rt__latin1_data(s), 'a' + slot % 26, size);
    slots[slot] = rt_from_string(s);
    sizes[slot] = size;
    int other = rand() % SLOTS;
    if (slots[other]) {
      rt_text text = rt__text(rt_as_string(slots[other]));
      CHECK(text.length == sizes[other] && text.latin1[0] == 'a' + other % 26 && text.latin1[text.length - 1] == 'a' + other % 26);
    }
    RT_SAFEPOINT();
  }
  memset(slots, 0, sizeof slots);
  rt__collect_at_safepoint();
  CHECK(rt__heap_used() < 64u << 20);
}

/// A list of `megabytes` MB.
static rt_value make_list(int megabytes) {
  static rt_literal_site site RT_ROOTED;
  rt_string *keys[] = {K("next"), K("other")};
  rt_value values[] = {RT_NULL, RT_NULL};
  for (int i = 0; i < megabytes * (1 << 20) / 32; i++) values[0] = rt_from_object(rt_object_new(&site, 2, keys, values));
  return values[0];
}

static void test_return(void) {
  // A heap that shrinks from 300 MB to less than 10 MB gives the memory back while the program goes on allocating.
  if (stressed()) return;
  static rt_value kept RT_ROOTED;
  kept = make_list(300);
  CHECK(rt_prim_resident_memory() > 300u << 20);
  kept = make_list(5);
  for (int i = 0; i < 3000 && rt_prim_resident_memory() >= 60u << 20; i++) make_list(1);
  CHECK(kept != RT_NULL && rt_prim_resident_memory() < 60u << 20);
}

/// A list with the numbers from `from` on.
static rt_value count_up(int from, int length) {
  static rt_literal_site site RT_ROOTED;
  rt_string *keys[] = {K("next"), K("number")};
  rt_value values[] = {RT_NULL, RT_NULL};
  for (int i = length; i-- > 0;) {
    values[1] = N(from + i);
    values[0] = rt_from_object(rt_object_new(&site, 2, keys, values));
  }
  return values[0];
}

static bool counts_up(rt_value list, int from, int length) {
  for (int i = 0; i < length; i++) {
    if (rt_field_load(list, 1) != N(from + i)) return false;
    list = rt_field_load(list, 0);
  }
  return list == RT_NULL;
}

static void test_ageing(void) {
  // Large temporary structures beside much that is old. What is old refers to lists of all ages, which it got at different
  // times before the collections that look for references to them.
  enum { SLOTS = 64, LENGTH = 100 };
  static rt_value kept RT_ROOTED, temporary RT_ROOTED, holders[SLOTS] RT_ROOTED;
  int megabytes = stressed() ? 0 : 12, rounds = stressed() ? 300 : 3000, numbers[SLOTS] = {0};
  kept = make_list(megabytes);
  for (int i = 0; i < SLOTS; i++) holders[i] = count_up(0, LENGTH);
  for (int i = 0; i < SLOTS; i++) rt_field_store(holders[i], count_up(1, LENGTH - 1), 0);
  srand(2);
  for (int round = 0; round < rounds; round++) {
    if (round % 8 == 0) temporary = count_up(0, stressed() ? 10 : 100000);
    int slot = rand() % SLOTS;
    numbers[slot] = rand() % 1000000;
    rt_field_store(holders[slot], N(numbers[slot]), 1);
    rt_field_store(holders[slot], count_up(numbers[slot] + 1, LENGTH - 1), 0);
    slot = rand() % SLOTS;
    CHECK(counts_up(holders[slot], numbers[slot], LENGTH));
  }
  for (int i = 0; i < SLOTS; i++) CHECK(counts_up(holders[i], numbers[i], LENGTH));
  CHECK(stressed() || (kept != RT_NULL && rt__heap_committed() < 48u << 20));
  kept = temporary = RT_NULL;
}

static void test_cells(void) {
  rt_cell *cells[200];
  for (int i = 0; i < 200; i++) cells[i] = rt_cell_new(rt_from_string(rt_string_from_int32(i + 100000)));
  rt__collect_at_safepoint();
  for (int i = 0; i < 200; i++) CHECK(rt__string_equal(rt_as_string(cells[i]->value), rt_string_from_int32(i + 100000)));
}

static void test_zero(void) {
  // Nothing of earlier cells is left where references are looked for: it would keep what those referred to.
  static const size_t sizes[] = {16, 48, 256, 2000, 32768, 40000, 300000, 9 << 20};
  for (int i = 0; i < 8; i++) {
    for (int round = 0; round < 4; round++) {
      int count = round == 0 && sizes[i] < 40000 ? (int)(200000 / sizes[i]) + 1 : 3;
      static void *kept RT_ROOTED;
      for (int n = 0; n < count; n++) {
        char *cell = rt__allocate(sizes[i], RT_CELL_WORDS);
        bool is_zero = cell[0] == 0 && memcmp(cell, cell + 1, sizes[i] - 1) == 0;
        CHECK(is_zero);
        memset(cell, 0xEE, rt__good_size(sizes[i]));
        if (n % 5 == 0) kept = cell;
      }
      CHECK(kept != NULL);
      kept = NULL;
      rt__collect_at_safepoint();
    }
  }
}

/// Grows a cell through pages, to the end of its segment and over several, beside others that stand in its way; whether
/// it ever grew where it stood.
static bool grow_beside(size_t neighbor, enum rt_cell_kind kind) {
  bool was_extended = false;
  size_t size = 40960;
  rt_value *cell = rt__allocate(size, kind);
  cell[0] = rt_from_string(rt_string_from_int32(10000000));
  cell[size / 8 - 1] = N(1);
  static void *kept RT_ROOTED;
  for (int i = 0; size < 11u << 20; i++) {
    size_t larger = rt__good_size(size + size / 2);
    if (rt__extend(cell, larger)) {
      was_extended = true;
    } else {
      rt_value *moved = rt__allocate(larger, kind);
      memcpy(moved, cell, size);
      cell = moved;
    }
    for (size_t n = size / 8; n < larger / 8; n++) {
      if (kind == RT_CELL_WORDS && cell[n] != 0) return false;
      cell[n] = N((double)n);
    }
    size_t last = larger / 8 - 1;
    cell[last] = rt_from_string(rt_string_from_int32((int)last + 10000000));
    if (neighbor && i % 3 == 0) {
      char *other = rt__allocate(neighbor, RT_CELL_LEAF);
      memset(other, 0xEE, neighbor);
      kept = other;
    }
    rt__collect_at_safepoint();
    for (int n = 0; n < 100; n++) rt__allocate_zeroed(48, RT_CELL_LEAF);
    CHECK(cell[size / 8] == N((double)(size / 8)) && (kind == RT_CELL_LEAF || is_text(cell[0], "10000000")));
    if (kind == RT_CELL_WORDS) CHECK(rt__string_equal(rt_as_string(cell[last]), rt_string_from_int32((int)last + 10000000)));
    CHECK(!kept || ((unsigned char *)kept)[neighbor - 1] == 0xEE);
    size = larger;
  }
  kept = NULL;
  return was_extended;
}

static void test_extend(void) {
  size_t before = rt__heap_committed();
  for (int round = 0; round < 3; round++) {
    // Under stress any allocation may begin a collection, and what that watches or marks cannot grow.
    CHECK(grow_beside(0, RT_CELL_WORDS) || stressed());
    grow_beside(100000, RT_CELL_WORDS);
    CHECK(grow_beside(0, RT_CELL_LEAF) || stressed());
    grow_beside(5 << 20, RT_CELL_LEAF);
    rt__collect_at_safepoint();
  }
  CHECK(rt__heap_committed() < before + (80u << 20));
  // Small cells, what is no cell, and sizes that nothing can have.
  static void *small RT_ROOTED;
  small = rt__allocate(64, RT_CELL_LEAF);
  CHECK(!rt__extend(small, 100000) && !rt__extend(NULL, 100000) && !rt__extend(&before, 100000));
  small = rt__allocate(100000, RT_CELL_LEAF);
  CHECK(!rt__extend((char *)small + 16, 200000) && !rt__extend(small, (size_t)1 << 40));
}

NO_BUILTINS
TEST_PROGRAM(test_trees, test_lists, test_large, test_weak_atoms, test_mix, test_return, test_cells, test_zero, test_extend)
