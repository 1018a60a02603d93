/// Map and Set: keys, order, and iteration while entries come and go.
#include "collection/collection_natives.h"
#include "harness.h"

rt_value rt_map_get(rt_object *object, rt_value key);
int32_t rt_collection_has(rt_object *object, rt_value key);
rt_object *rt_map_create(void);
rt_object *rt_set_create(void);
RT_NATIVE(rt_native_map_construct);
RT_NATIVE(rt_native_map_keys);
RT_NATIVE(rt_native_weak_map_construct);
RT_NATIVE(rt_native_weak_map_get);
RT_NATIVE(rt_native_weak_map_set);
RT_NATIVE(rt_native_weak_map_delete);
RT_NATIVE(rt_native_map_iterator_next);

static void test_keys(void) {
  rt_object *map = rt_map_create();
  rt_map_set(map, N(-0.0), SV("zero"));
  CHECK(is_text(rt_map_get(map, N(0)), "zero"));
  CHECK(rt__collection_find((rt_collection *)map, N(0))->key == 0);
  rt_map_set(map, rt_double(RT_NAN) == 0 ? 0 : 0xFFF8000000000000ull, SV("nan"));
  CHECK(is_text(rt_map_get(map, RT_NAN), "nan"));
  rt_map_set(map, SV("key"), N(1));
  rt_string *built = rt__concat(rt__string_from_ascii("k"), rt__string_from_ascii("ey"));
  CHECK(rt_map_get(map, rt_from_string(built)) == N(1));
  rt_map_set(map, rt_from_string(built), N(2));
  CHECK(rt_map_get(map, SV("key")) == N(2));
  rt_map_set(map, RT_UNDEFINED, N(3));
  CHECK(rt_map_get(map, RT_UNDEFINED) == N(3));
  CHECK(rt_map_get(map, RT_NULL) == RT_UNDEFINED);
  CHECK(!rt_collection_has(map, RT_NULL));
  rt_value object = rt_from_object(rt__object_new(0));
  rt_map_set(map, object, N(4));
  CHECK(rt_map_get(map, object) == N(4));
  CHECK(rt_map_get(map, rt_from_object(rt__object_new(0))) == RT_UNDEFINED);
  CHECK(rt__collection_size((rt_collection *)map) == 5);
}

static void test_many(void) {
  rt_object *map = rt_map_create();
  enum { COUNT = 4000 };
  for (uint32_t i = 0; i < COUNT; i++) {
    rt_map_set(map, i % 2 ? N(i) : rt_from_string(rt_number_to_string(i, 10)), N(i));
  }
  CHECK(rt__collection_size((rt_collection *)map) == COUNT);
  bool all = true;
  for (uint32_t i = 0; i < COUNT; i++) {
    all &= rt_map_get(map, i % 2 ? N(i) : rt_from_string(rt_number_to_string(i, 10))) == N(i);
  }
  CHECK(all);
  for (uint32_t i = 1; i < COUNT; i += 2) CHECK(rt_collection_delete(map, N(i)) == 1);
  CHECK(rt_collection_delete(map, N(1)) == 0);
  CHECK(rt__collection_size((rt_collection *)map) == COUNT / 2);
  // Inserting and deleting for long must not make the table grow.
  for (uint32_t i = 0; i < 20000; i++) {
    rt_map_set(map, N(1e9 + i), RT_NULL);
    rt_collection_delete(map, N(1e9 + i));
  }
  CHECK(((rt_collection *)map)->table->capacity <= COUNT * 2);
  rt_table *table = NULL;
  uint32_t index = 0, expected = 0;
  for (rt_entry *entry; (entry = rt__collection_next((rt_collection *)map, &table, &index)); expected += 2) {
    if (entry->value != N(expected)) break;
  }
  CHECK(expected == COUNT);
}

/// Integers are found wherever they lie, also where so many share places of the index that the table has to mix them.
static void test_crowded_integers(void) {
  static const double strides[] = {1, 3, 64, 4096, 65536, -7, 0.5};
  for (uint32_t s = 0; s < sizeof strides / sizeof strides[0]; s++) {
    rt_object *map = rt_map_create();
    enum { COUNT = 3000 };
    bool all = true;
    for (uint32_t i = 0; i < COUNT; i++) {
      rt_map_set(map, N(i * strides[s]), N(i));
      all &= !rt_collection_has(map, N((i + 1) * strides[s]));
    }
    for (uint32_t i = 0; i < COUNT; i++) all &= rt_map_get(map, N(i * strides[s])) == N(i);
    for (uint32_t i = COUNT; i < 20 * COUNT; i++) all &= !rt_collection_has(map, N(i * strides[s]));
    for (uint32_t i = 0; i < COUNT; i += 2) all &= rt_collection_delete(map, N(i * strides[s])) == 1;
    for (uint32_t i = 0; i < COUNT; i++) all &= rt_collection_has(map, N(i * strides[s])) == (int32_t)(i % 2);
    CHECK(all);
    CHECK(rt__collection_size((rt_collection *)map) == COUNT / 2);
    bool is_mixed = ((rt_collection *)map)->table->crowding == RT_TABLE_MIXED;
    if (strides[s] == 3) CHECK(!is_mixed);
    if (strides[s] == 4096) CHECK(is_mixed);
  }
}

static void test_iteration_under_changes(void) {
  rt_object *set = rt_set_create();
  for (uint32_t i = 0; i < 10; i++) rt_set_add(set, N(i));
  rt_iterator record;
  rt__collection_record(&record, set, RT_ITERATE_KEYS);
  // Each even value deletes its successor and appends a new one, up to 100; the table is replaced several times.
  double seen = 0, sum = 0, added = 100;
  for (rt_value v; (v = record.step(&record)) != RT_HOLE;) {
    seen++;
    sum += rt_double(v);
    if ((uint32_t)rt_double(v) % 2 == 0 && rt_double(v) < 100) {
      rt_collection_delete(set, N(rt_double(v) + 1));
      for (int k = 0; k < 4; k++) rt_set_add(set, N(added++));
    }
  }
  CHECK(seen == 5 + 20);
  CHECK(sum == 20 + 20 * 100 + 190);
  rt_set_add(set, N(-1));
  CHECK(record.step(&record) == RT_HOLE);

  rt__collection_record(&record, set, RT_ITERATE_KEYS);
  CHECK(record.step(&record) == N(0));
  CHECK(record.step(&record) == N(2));
  rt_collection_clear(set);
  rt_set_add(set, N(7));
  CHECK(record.step(&record) == N(7));
  CHECK(record.step(&record) == RT_HOLE);
}

static void test_constructor_and_iterator(void) {
  rt_value first[2] = {SV("a"), N(1)}, second[2] = {SV("b"), N(2)};
  rt_value pairs[2] = {rt_from_object(rt__array_from(first, 2)), rt_from_object(rt__array_from(second, 2))};
  rt_value iterable = rt_from_object(rt__array_from(pairs, 2));
  rt_value map = rt_native_map_construct(NULL, rt_from_object(rt__builtin(RT_BUILTIN_MAP)), 1, &iterable);
  CHECK(rt_is_class(map, RT_CLASS_MAP));
  CHECK(rt_map_get(rt_as_object(map), SV("b")) == N(2));
  rt_value keys = rt_native_map_keys(NULL, map, 0, NULL);
  rt_value result = rt_native_map_iterator_next(NULL, keys, 0, NULL);
  CHECK(is_text(rt__get_value_js(result, RT_ATOM(value)), "a"));
  CHECK(rt__get_value_js(result, RT_ATOM(done)) == RT_FALSE);
  rt_native_map_iterator_next(NULL, keys, 0, NULL);
  result = rt_native_map_iterator_next(NULL, keys, 0, NULL);
  CHECK(rt__get_value_js(result, RT_ATOM(done)) == RT_TRUE);
  CHECK(rt_native_map_iterator_next(NULL, map, 0, NULL) == RT_EXCEPTION);
  rt_value error = rt__take_pending();
  CHECK(rt_is_class(error, RT_CLASS_ERROR));
  iterable = rt_from_object(rt__array_from(first, 2));
  CHECK(rt_native_map_construct(NULL, rt_from_object(rt__builtin(RT_BUILTIN_MAP)), 1, &iterable) == RT_EXCEPTION);
  error = rt__take_pending();
  CHECK(is_text(rt__get_value_js(error, RT_ATOM(message)), "Iterator value a is not an entry object"));
}

static void test_weak(void) {
  rt_value map = rt_native_weak_map_construct(NULL, rt_from_object(rt__builtin(RT_BUILTIN_WEAKMAP)), 0, NULL);
  rt_value keys[2] = {rt_from_object(rt__object_new(0)), rt_from_object(rt__array_new(0))};
  for (int i = 0; i < 2; i++) {
    rt_value arguments[2] = {keys[i], N(i)};
    CHECK(rt_native_weak_map_get(NULL, map, 1, arguments) == RT_UNDEFINED);
    CHECK(rt_native_weak_map_set(NULL, map, 2, arguments) == map);
    CHECK(rt_native_weak_map_get(NULL, map, 1, arguments) == N(i));
  }
  CHECK(rt__own_keys(rt_as_object(keys[0]), RT_KEYS_STRINGS | RT_KEYS_SYMBOLS)->length == 0);
  CHECK(rt_native_weak_map_delete(NULL, map, 1, keys) == RT_TRUE);
  CHECK(rt_native_weak_map_delete(NULL, map, 1, keys) == RT_FALSE);
  CHECK(rt_native_weak_map_get(NULL, map, 1, keys) == RT_UNDEFINED);
  CHECK(rt_native_weak_map_get(NULL, map, 1, keys + 1) == N(1));
  rt_value bad = N(1);
  CHECK(rt_native_weak_map_set(NULL, map, 1, &bad) == RT_EXCEPTION);
  CHECK(is_text(rt__get_value_js(rt__take_pending(), RT_ATOM(message)), "Invalid value used as weak map key"));
}

NO_BUILTINS
TEST_PROGRAM(test_keys, test_many, test_iteration_under_changes, test_constructor_and_iterator, test_weak)
