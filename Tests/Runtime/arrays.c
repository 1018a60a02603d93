/// Arrays: growth, holes, length, sparse ones, integrity, splicing.
#include "array/array.h"
#include "harness.h"

static double at(rt_value array, double index) {
  rt_value value = rt_get_element(array, N(index));
  return rt_is_number(value) ? rt_double(value) : -1;
}
static uint32_t length(rt_value array) { return rt_as_array(array)->length; }

static void test_growth(void) {
  rt_value array = rt_from_object(rt_array_new(0, NULL));
  for (int i = 0; i < 100000; i++) CHECK(rt_set_element(array, N(i), N(i)) == 0);
  CHECK(length(array) == 100000 && at(array, 99999) == 99999 && at(array, 0) == 0);
  CHECK(rt_get_element(array, N(100000)) == RT_UNDEFINED && rt_get_element(array, N(-1)) == RT_UNDEFINED);
  CHECK(rt_get_element(array, N(0.5)) == RT_UNDEFINED);
  rt_cache cache = {0};
  CHECK(rt_double(rt_get_property(array, RT_ATOM(length), &cache)) == 100000);
  CHECK(rt_double(rt_get_property(array, RT_ATOM(length), &cache)) == 100000);
}

static void test_holes(void) {
  rt_value array = rt_from_object(rt_array_new(3, (rt_value[]){N(1), RT_HOLE, N(3)}));
  CHECK(length(array) == 3 && rt_get_element(array, N(1)) == RT_UNDEFINED);
  CHECK(!rt__has_index(rt_as_object(array), 1) && rt__has_index(rt_as_object(array), 2));
  CHECK(rt_set_element(array, N(6), N(7)) == 0 && length(array) == 7 && rt_get_element(array, N(4)) == RT_UNDEFINED);
  rt_array *keys = rt__own_keys(rt_as_object(array), RT_KEYS_STRINGS | RT_KEYS_ENUMERABLE_ONLY);
  CHECK(keys->length == 3 && is_text(keys->elements[2], "6"));
  CHECK(rt_delete_element(array, N(0)) == 1 && rt_get_element(array, N(0)) == RT_UNDEFINED && length(array) == 7);
}

static void test_length(void) {
  rt_value array = rt_from_object(rt_array_new(3, (rt_value[]){N(1), N(2), N(3)}));
  CHECK(rt__put_js(array, RT_ATOM(length), N(1)) == 0 && length(array) == 1 && rt_get_element(array, N(1)) == RT_UNDEFINED);
  CHECK(rt__put_js(array, RT_ATOM(length), N(4)) == 0 && length(array) == 4 && !rt__has_index(rt_as_object(array), 2));
  CHECK(rt__put_js(array, RT_ATOM(length), N(-1)) == -1 && threw("Invalid array length"));
  CHECK(rt__put_js(array, RT_ATOM(length), N(1.5)) == -1 && threw("Invalid array length"));
}

static void test_sparse(void) {
  rt_value array = rt_from_object(rt_array_new(2, (rt_value[]){N(1), N(2)}));
  CHECK(rt_set_element(array, N(4000000000.0), N(9)) == 0);
  CHECK(length(array) == 4000000001u && at(array, 4000000000.0) == 9 && at(array, 1) == 2);
  CHECK(!rt_test_array(array) && rt_is_array(array));
  CHECK(rt_set_element(array, N(5), N(6)) == 0 && at(array, 5) == 6);
  CHECK(rt__put_js(array, RT_ATOM(length), N(3)) == 0 && length(array) == 3 && at(array, 1) == 2);
  CHECK(rt_get_element(array, N(5)) == RT_UNDEFINED);
  rt_array *large = rt__array_new_length(4294967295u);
  CHECK(large->length == 4294967295u && rt_get_element(rt_from_object(large), N(7)) == RT_UNDEFINED);
  // 2^32 - 1 is no index.
  CHECK(rt_set_element(array, N(4294967295.0), N(1)) == 0 && length(array) == 3);
}

/// Looks at all elements, which are numbers; the array remembers it.
static rt_array *known_numbers(uint32_t count) {
  rt_value values[64];
  for (uint32_t i = 0; i < count; i++) values[i] = N(i);
  rt_object *array = rt_array_new(count, values);
  CHECK(!((rt_array *)(void *)array)->numbers);
  CHECK(rt_elements_are_numbers(rt_from_object(array), 0, (int64_t)count - 1, 1));
  CHECK(((rt_array *)(void *)array)->numbers);
  return (rt_array *)(void *)array;
}

static void test_numbers(void) {
  rt_value undefined = RT_UNDEFINED, text = rt_from_string(rt__intern_ascii("t"));
  rt_array *array = known_numbers(3);
  rt_value value = rt_from_object(array);
  CHECK(!rt_elements_are_numbers(value, 0, 3, 0) && !rt_elements_are_numbers(value, -1, 1, 0));
  CHECK(!rt_elements_are_numbers(value, 2, 1, 0) && !rt_elements_are_numbers(undefined, 0, 1, 0));
  // Numbers change nothing, wherever they are stored.
  CHECK(rt_set_element(value, N(1), N(__builtin_nan(""))) == 0 && rt_set_element(value, N(3), N(-0.0)) == 0);
  CHECK(rt_array_append_value(value, N(5)) == 0 && rt__array_push(array, N(6)) == 0 && array->numbers);
  for (int i = 0; i < 100; i++) CHECK(rt_array_push_one(&array->object, N(i)) == i + 7 && array->numbers);
  CHECK(rt__array_set_length(array, 4) == 0 && array->numbers);
  // Each way to store something else.
  CHECK(rt_set_element(value, N(2), text) == 0 && !array->numbers && !rt_elements_are_numbers(value, 0, 3, 0));
  CHECK(rt_elements_are_numbers(value, 0, 1, 0) && !array->numbers);
  array = known_numbers(3);
  CHECK(rt_set_element_index(rt_from_object(array), 3, undefined) == 0 && !array->numbers);
  array = known_numbers(3);
  CHECK(!rt_elements_put(rt_from_object(array), 0, text) && array->numbers);
  CHECK(rt_elements_put_double(rt_from_object(array), 0, N(1)) && array->numbers);
  CHECK(rt_array_append_value(rt_from_object(array), text) == 0 && !array->numbers && array->length == 4);
  array = known_numbers(3);
  CHECK(rt_array_push_one(&array->object, undefined) == 4 && !array->numbers);
  array = known_numbers(3);
  CHECK(rt__array_push(array, undefined) == 0 && !array->numbers);
  array = known_numbers(3);
  CHECK(rt_define_element(rt_from_object(array), N(0), text) == 0 && !array->numbers);
  array = known_numbers(3);
  CHECK(rt__create_index_property(&array->object, 0, text) == 0 && !array->numbers);
  array = known_numbers(3);
  CHECK(rt_set_element(rt_from_object(array), N(5), N(1)) == 0 && !array->numbers);
  array = known_numbers(3);
  CHECK(rt__array_set_length(array, 5) == 0 && !array->numbers);
  array = known_numbers(3);
  CHECK(rt_delete_element(rt_from_object(array), N(1)) == 1 && !array->numbers);
  array = known_numbers(3);
  rt__array_splice(array, 1, 0, 1);
  CHECK(!array->numbers);
  array = known_numbers(3);
  rt__array_splice(array, 0, 2, 1);
  CHECK(!array->numbers);
  array = known_numbers(3);
  rt__array_splice(array, 0, 2, 0);
  CHECK(array->numbers && array->length == 1);
  array = known_numbers(3);
  rt__array_make_sparse(array);
  CHECK(!array->numbers && !rt_elements_are_numbers(rt_from_object(array), 0, 2, 0));
  array = known_numbers(3);
  rt__set_integrity(&array->object, RT_INTEGRITY_FROZEN);
  CHECK(!rt_elements_are_numbers(rt_from_object(array), 0, 2, 1));
  // A few of many elements do not pay for all.
  array = known_numbers(40);
  array->numbers = 0;
  CHECK(rt_elements_are_numbers(rt_from_object(array), 5, 8, 1) && !array->numbers);
  CHECK(rt_elements_are_numbers(rt_from_object(array), 5, 30, 1) && array->numbers);
}

static void test_integrity(void) {
  rt_value array = rt_from_object(rt_array_new(2, (rt_value[]){N(1), N(2)}));
  rt__set_integrity(rt_as_object(array), RT_INTEGRITY_FROZEN);
  CHECK(rt_set_element(array, N(0), N(5)) == -1);
  CHECK(threw("Cannot assign to read only property '0' of object '[object Array]'"));
  CHECK(rt_set_element(array, N(2), N(5)) == -1 && threw("Cannot add property 2, object is not extensible"));
  CHECK(at(array, 1) == 2 && rt__test_integrity(rt_as_object(array), RT_INTEGRITY_FROZEN));
  rt_value sealed = rt_from_object(rt_array_new(2, (rt_value[]){N(1), N(2)}));
  rt__set_integrity(rt_as_object(sealed), RT_INTEGRITY_SEALED);
  CHECK(rt_set_element(sealed, N(0), N(5)) == 0 && at(sealed, 0) == 5);
  CHECK(rt_delete_element(sealed, N(0)) == 2 && threw("Cannot delete property '0' of [object Array]"));
}

static void test_attributes(void) {
  rt_value array = rt_from_object(rt_array_new(2, (rt_value[]){N(1), N(2)}));
  rt_property_descriptor fixed = {.value = N(7), .flags = RT_PROPERTY_ENUMERABLE,
                                  .has = RT_HAS_VALUE | RT_HAS_WRITABLE | RT_HAS_ENUMERABLE | RT_HAS_CONFIGURABLE};
  CHECK(rt__define_own_property(rt_as_object(array), K("1"), &fixed) == 1 && at(array, 1) == 7 && at(array, 0) == 1);
  CHECK(rt_set_element(array, N(1), N(8)) == -1 && at(array, 1) == 7);
  rt_catch();
  CHECK(rt__put_js(array, RT_ATOM(length), N(0)) == -1 && length(array) == 2);
  rt_catch();
}

static void test_splice(void) {
  rt_array *array = rt__array_new(0);
  for (int i = 0; i < 10; i++) rt__array_push(array, N(i));
  rt__array_splice(array, 0, 2, 0);
  CHECK(array->length == 8 && rt_double(array->elements[0]) == 2);
  rt__array_splice(array, 1, 1, 3);
  CHECK(array->length == 10 && rt_double(array->elements[4]) == 4 && array->elements[1] == RT_HOLE);
  for (int i = 0; i < 100000; i++) {
    rt__array_push(array, N(i));
    rt__array_splice(array, 0, 1, 0);
  }
  CHECK(array->length == 10 && rt_double(array->elements[9]) == 99999);
}

static void test_typed_access(void) {
  rt_value array = rt_from_object(rt_array_new(2, (rt_value[]){N(1), N(2)}));
  CHECK(rt_double(rt_get_element_index(array, 1)) == 2 && rt_get_element_index(array, 2) == RT_UNDEFINED);
  CHECK(rt_get_element_index(array, -1) == RT_UNDEFINED && rt_set_element_index(array, 2, N(3)) == 0);
  CHECK(rt_array_length(rt_as_object(array)) == 3 && rt_array_append_value(array, N(4)) == 0 && length(array) == 4);
  CHECK(rt_test_array(array) && !rt_test_array(rt_from_object(rt__object_new(0))));
}

NO_BUILTINS
TEST_PROGRAM(test_growth, test_holes, test_length, test_sparse, test_numbers, test_integrity, test_attributes, test_splice,
             test_typed_access)
