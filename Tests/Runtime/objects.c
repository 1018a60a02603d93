/// Objects: shapes, caches, order of keys, accessors, deletion, integrity, prototypes, private names.
#include "harness.h"
#include "object/object.h"

static rt_value native_double(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee, (void)argc, (void)argv;
  return N(2 * rt_double(rt__get_value_js(this_value, K("x"))));
}

static rt_value native_store(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee;
  rt__put_js(this_value, K("x"), rt_argument(argc, argv, 0));
  return RT_UNDEFINED;
}

static void test_literals(void) {
  static rt_literal_site site RT_ROOTED;
  rt_string *keys[] = {K("x"), K("y")};
  rt_object *first = NULL;
  for (int i = 0; i < 100; i++) {
    rt_value values[] = {N(i), SV("text")};
    rt_object *object = rt_object_new(&site, 2, keys, values);
    if (!first) first = object;
    CHECK(object->shape == first->shape);
    rt_cache cache = {0};
    CHECK(rt_double(rt_get_property(rt_from_object(object), keys[0], &cache)) == i);
    CHECK(cache.kind == RT_CACHE_OWN_INLINE);
    CHECK(rt_double(rt_get_property(rt_from_object(object), keys[0], &cache)) == i);
    CHECK(is_text(rt__get_value_js(rt_from_object(object), keys[1]), "text"));
  }
  CHECK(rt_double(rt__get_value_js(rt_from_object(first), keys[0])) == 0);
}

/// An object of a literal whose layout promises a number in its first slot.
static rt_value promising(rt_value first) {
  static rt_literal_site sites[2] RT_ROOTED = {{.layout = 7, .numbers = 1}, {.layout = 7, .numbers = 1}};
  static int made;
  rt_string *keys[] = {K("first"), K("second")};
  rt_value values[] = {first, SV("text")};
  return rt_from_object(rt_object_new_checked(&sites[made++ & 1], 2, keys, values));
}

static bool keeps_promise(rt_value value) { return rt_as_object(value)->shape->layout == 7; }
static bool holds_text(rt_value value) { return !keeps_promise(value) && is_text(rt__get_value_js(value, K("first")), "broken"); }

static void test_promised_numbers(void) {
  rt_value broken = SV("broken");
  rt_value object = promising(N(1));
  rt_shape *shape = rt_as_object(object)->shape;
  CHECK(keeps_promise(object) && rt_as_object(promising(N(2)))->shape == shape);
  CHECK(holds_text(promising(broken)));
  // Caches store numbers, and nothing else.
  rt_cache store = {0}, define = {0}, other = {0}, add = {0};
  for (int i = 0; i < 3; i++) CHECK(rt_set_property(object, N(i), K("first"), &store) == 0 && keeps_promise(object));
  CHECK(store.kind == RT_CACHE_OWN_CHECKED && rt_double(rt__get_value_js(object, K("first"))) == 2);
  CHECK(rt_set_property(object, N(3), K("second"), &other) == 0 && other.kind == RT_CACHE_OWN_INLINE && keeps_promise(object));
  CHECK(rt_set_property(object, N(4), K("third"), &add) == 0 && keeps_promise(object));
  CHECK(rt_set_property(object, broken, K("first"), &store) == 0 && holds_text(object));
  CHECK(rt_double(rt__get_value_js(object, K("second"))) == 3 && rt_double(rt__get_value_js(object, K("third"))) == 4);
  CHECK(rt_set_property(object, N(5), K("first"), &store) == 0 && !keeps_promise(object));
  object = promising(N(1));
  for (int i = 0; i < 3; i++) CHECK(rt_define_property(object, N(i), K("first"), &define) == 0 && keeps_promise(object));
  CHECK(rt_define_property(object, broken, K("first"), &define) == 0 && holds_text(object));
  // All objects that broke it share a shape.
  object = promising(N(1));
  CHECK(rt__put_js(object, K("first"), broken) == 0 && holds_text(object) && rt_as_object(object)->shape == shape->general);
  object = promising(N(1));
  CHECK(rt_set_element_slow(object, SV("first"), broken) == 0 && holds_text(object));
  object = promising(N(1));
  rt_property_descriptor change = {.value = broken, .has = RT_HAS_VALUE};
  CHECK(rt__define_own_property(rt_as_object(object), K("first"), &change) == 1 && holds_text(object));
  rt_object *source = rt__object_new(1);
  rt__put_js(rt_from_object(source), K("first"), broken);
  object = promising(N(1));
  rt__copy_plain_data(rt_as_object(object), source);
  CHECK(holds_text(object));
  // What gives an object a shape of its own ends the promise.
  object = promising(N(1));
  rt__mark_as_prototype(rt_as_object(object));
  CHECK(!keeps_promise(object) && rt__put_js(object, K("first"), broken) == 0 && holds_text(object));
}

static void test_many_properties(void) {
  // One object after the other through the same sites, far beyond what lies in the object itself.
  static rt_cache caches[300] RT_ROOTED;
  rt_value last = RT_UNDEFINED;
  for (int round = 0; round < 3; round++) {
    rt_value object = rt_from_object(rt__object_new(2));
    for (int i = 0; i < 300; i++) {
      char name[8];
      snprintf(name, sizeof name, "p%d", i);
      CHECK(rt_set_property(object, N(i * 10 + round), K(name), &caches[i]) == 0);
    }
    for (int i = 0; i < 300; i++) {
      char name[8];
      snprintf(name, sizeof name, "p%d", i);
      CHECK(rt_double(rt__get_value_js(object, K(name))) == i * 10 + round);
    }
    CHECK(rt__own_keys(rt_as_object(object), RT_KEYS_STRINGS)->length == 300);
    last = object;
  }
  // Delete most and read the others.
  for (int i = 0; i < 300; i++) {
    char name[8];
    snprintf(name, sizeof name, "p%d", i);
    if (i % 7) CHECK(rt_delete_property(last, K(name)) == 1);
  }
  for (int i = 0; i < 300; i++) {
    char name[8];
    snprintf(name, sizeof name, "p%d", i);
    rt_value value = rt__get_value_js(last, K(name));
    CHECK(i % 7 ? value == RT_UNDEFINED : rt_double(value) == i * 10 + 2);
  }
  CHECK(rt__own_keys(rt_as_object(last), RT_KEYS_STRINGS)->length == 43);
}

static void test_key_order(void) {
  rt_value object = rt_from_object(rt__object_new(0));
  const char *names[] = {"b", "10", "a", "2", "c", "0"};
  for (int i = 0; i < 6; i++) rt_set_element(object, SV(names[i]), N(i));
  rt_object *symbol = rt_as_object(object);
  rt__add_property(symbol, RT_SYMBOL(iterator), N(1), RT_PROPERTY_PLAIN);
  rt_set_element(object, N(5), N(6));
  rt_array *keys = rt__own_keys(rt_as_object(object), RT_KEYS_STRINGS | RT_KEYS_SYMBOLS);
  const char *expected[] = {"0", "2", "5", "10", "b", "a", "c"};
  CHECK(keys->length == 8);
  for (int i = 0; i < 7; i++) CHECK(is_text(keys->elements[i], expected[i]));
  CHECK(rt_is_symbol(keys->elements[7]));
  CHECK(rt_double(rt_get_element(object, N(2))) == 3 && rt_double(rt_get_element(object, SV("10"))) == 1);
}

static void test_dynamic_keys(void) {
  rt_value object = rt_from_object(rt__object_new(0));
  for (int i = 0; i < 3000; i++) {
    char name[16];
    snprintf(name, sizeof name, "key%d", i);
    rt_set_element(object, SV(name), N(i));
  }
  for (int i = 0; i < 3000; i++) {
    char name[16];
    snprintf(name, sizeof name, "key%d", i);
    CHECK(rt_double(rt_get_element(object, SV(name))) == i);
  }
  // Added and deleted over and over, the object does not grow.
  for (int i = 0; i < 2000; i++) {
    rt_set_element(object, SV("temporary"), N(i));
    CHECK(rt_delete_element(object, SV("temporary")) == 1);
  }
  CHECK(rt_as_object(object)->shape->slot_count < 7000);
}

static void test_accessors(void) {
  rt_value object = rt_from_object(rt__object_new(2));
  rt__put_js(object, K("x"), N(21));
  rt_value getter = rt_from_object(rt__function_new(native_double, NULL, K("twice"), 0));
  rt_value setter = rt_from_object(rt__function_new(native_store, NULL, K("twice"), 1));
  CHECK(rt_define_accessor(object, getter, RT_UNDEFINED, 1, K("twice")) == 0);
  rt_cache cache = {0};
  for (int i = 0; i < 3; i++) CHECK(rt_double(rt_get_property(object, K("twice"), &cache)) == 42);
  rt_cache store = {0};
  CHECK(rt_set_property(object, N(1), K("twice"), &store) == -1);
  CHECK(threw("Cannot set property twice of #<Object> which has only a getter"));
  CHECK(rt_define_accessor(object, RT_UNDEFINED, setter, 1, K("twice")) == 0);
  CHECK(rt_set_property(object, N(5), K("twice"), &store) == 0);
  CHECK(rt_double(rt_get_property(object, K("twice"), &cache)) == 10);
}

static void test_prototypes(void) {
  rt_object *base = rt__object_new(2);
  rt__put_js(rt_from_object(base), K("shared"), N(1));
  rt_value a = rt_from_object(rt__object_new_with_prototype(base)), b = rt_from_object(rt__object_new_with_prototype(base));
  CHECK(rt_as_object(a)->shape == rt_as_object(b)->shape);
  rt_cache cache = {0}, absent = {0};
  CHECK(rt_double(rt_get_property(a, K("shared"), &cache)) == 1 && cache.kind == RT_CACHE_HOLDER);
  CHECK(rt_get_property(a, K("later"), &absent) == RT_UNDEFINED);
  // The prototype's value changes, then the prototype itself gets and loses properties.
  rt__put_js(rt_from_object(base), K("shared"), N(2));
  CHECK(rt_double(rt_get_property(a, K("shared"), &cache)) == 2);
  rt__put_js(rt_from_object(base), K("later"), N(3));
  CHECK(rt_double(rt_get_property(a, K("later"), &absent)) == 3);
  CHECK(rt_delete_property(rt_from_object(base), K("shared")) == 1);
  CHECK(rt_get_property(a, K("shared"), &cache) == RT_UNDEFINED);
  // What lies outside of a prototype is found where it is, however often that moves.
  const char *const names[] = {"m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"};
  rt_cache far = {0};
  for (int i = 0; i < 10; i++) {
    rt__put_js(rt_from_object(base), K(names[i]), N(i));
    if (i >= 5) CHECK(rt_double(rt_get_property(a, K("m5"), &far)) == 5 && far.kind == RT_CACHE_HOLDER);
  }
  rt__put_js(rt_from_object(base), K("m5"), N(55));
  CHECK(rt_double(rt_get_property(a, K("m5"), &far)) == 55);
  // An own property hides it, and setting through the chain makes one.
  rt_cache store = {0};
  CHECK(rt_set_property(b, N(4), K("later"), &store) == 0);
  CHECK(rt_double(rt_get_property(b, K("later"), &absent)) == 4 && rt_double(rt_get_property(a, K("later"), &absent)) == 3);
  CHECK(rt__set_prototype(base, rt_as_object(a)) == 0);
  CHECK(rt__set_prototype(rt_as_object(a), NULL) == 1 && rt_get_property(a, K("later"), &absent) == RT_UNDEFINED);
  // A read-only property of the prototype forbids an assignment, even where an add was cached.
  rt_object *parent = rt__object_new(1), *child = rt__object_new_with_prototype(parent), *other = rt__object_new_with_prototype(parent);
  rt_cache add = {0};
  CHECK(rt_set_property(rt_from_object(child), N(1), K("v"), &add) == 0 && add.kind == RT_CACHE_ADD_INLINE);
  rt__add_property(parent, K("v"), N(0), RT_PROPERTY_ENUMERABLE);
  CHECK(rt_set_property(rt_from_object(other), N(1), K("v"), &add) == -1);
  CHECK(threw("Cannot assign to read only property 'v' of object '#<Object>'"));
}

static void test_integrity(void) {
  rt_value object = rt_from_object(rt__object_new(2));
  rt__put_js(object, K("x"), N(1));
  rt_cache store = {0}, add = {0};
  rt_set_property(object, N(2), K("x"), &store);
  rt__set_integrity(rt_as_object(object), RT_INTEGRITY_FROZEN);
  CHECK(rt_set_property(object, N(3), K("x"), &store) == -1 && threw("Cannot assign to read only property 'x' of object '#<Object>'"));
  CHECK(rt_set_property(object, N(3), K("y"), &add) == -1 && threw("Cannot add property y, object is not extensible"));
  CHECK(rt_delete_property(object, K("x")) == 2 && threw("Cannot delete property 'x' of #<Object>"));
  CHECK(rt_double(rt__get_value_js(object, K("x"))) == 2);
  CHECK(rt__test_integrity(rt_as_object(object), RT_INTEGRITY_FROZEN));
  rt_value other = rt_from_object(rt__object_new(2));
  rt__put_js(other, K("x"), N(1));
  CHECK(!rt__test_integrity(rt_as_object(other), RT_INTEGRITY_SEALED));
  rt__set_integrity(rt_as_object(other), RT_INTEGRITY_SEALED);
  CHECK(rt_set_property(other, N(9), K("x"), &store) == 0 && rt_double(rt__get_value_js(other, K("x"))) == 9);
}

static void test_private(void) {
  static struct {
    uint32_t length, hash;
    uint8_t kind, flags;
    uint16_t reserved;
    char data[8];
  } name = {4, 77, RT_STRING_LATIN1, RT_STRING_STATIC | RT_STRING_PRIVATE | RT_STRING_INTERNED, 0, "#x@1"};
  rt_string *key = (rt_string *)(void *)&name;
  rt_value object = rt_from_object(rt__object_new(2)), other = rt_from_object(rt__object_new(2));
  rt_cache define = {0}, get = {0}, set = {0};
  CHECK(rt_private_define(object, N(1), key, &define) == 0);
  CHECK(rt_private_define(object, N(1), key, &define) == -1 && threw("Cannot initialize #x twice on the same object"));
  CHECK(rt_double(rt_private_get(object, key, &get)) == 1 && rt_private_set(object, N(2), key, &set) == 0);
  CHECK(rt_double(rt_private_get(object, key, &get)) == 2 && rt_private_has(object, key) == 1 && rt_private_has(other, key) == 0);
  CHECK(rt_private_get(other, key, &get) == RT_EXCEPTION);
  CHECK(threw("Cannot read private member #x from an object whose class did not declare it"));
  CHECK(rt__own_keys(rt_as_object(object), RT_KEYS_STRINGS | RT_KEYS_SYMBOLS)->length == 0);
  // Frozen objects still have writable private fields.
  rt__set_integrity(rt_as_object(object), RT_INTEGRITY_FROZEN);
  CHECK(rt_private_set(object, N(3), key, &set) == 0 && rt_double(rt_private_get(object, key, &get)) == 3);
}

static void test_nullish(void) {
  rt_cache cache = {0};
  CHECK(rt_get_property(RT_UNDEFINED, K("x"), &cache) == RT_EXCEPTION);
  CHECK(threw("Cannot read properties of undefined (reading 'x')"));
  CHECK(rt_set_property(RT_NULL, N(1), K("x"), &cache) == -1 && threw("Cannot set properties of null (setting 'x')"));
  CHECK(rt_get_element(RT_NULL, N(3)) == RT_EXCEPTION && threw("Cannot read properties of null (reading '3')"));
  CHECK(rt_set_property(SV("abc"), N(1), K("x"), &cache) == -1 && threw("Cannot create property 'x' on string 'abc'"));
}

static void test_spread(void) {
  rt_value source = rt_from_object(rt__object_new(2)), target = rt_from_object(rt__object_new(0));
  rt__put_js(source, K("a"), N(1));
  rt__put_js(source, K("b"), N(2));
  rt__put_js(source, K("c"), N(3));
  CHECK(rt_copy_data_properties(target, source) == 0 && rt_double(rt__get_value_js(target, K("c"))) == 3);
  rt_value keys[] = {SV("a"), SV("c")};
  rt_value rest = rt_object_rest(source, rt_from_object(rt_array_new(2, keys)));
  CHECK(rt__own_keys(rt_as_object(rest), RT_KEYS_STRINGS)->length == 1 && rt_double(rt__get_value_js(rest, K("b"))) == 2);
}

NO_BUILTINS
TEST_PROGRAM(test_literals, test_promised_numbers, test_many_properties, test_key_order, test_dynamic_keys, test_accessors, test_prototypes,
             test_integrity, test_private, test_nullish, test_spread)
