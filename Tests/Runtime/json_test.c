/// JSON: depth, size and speed limits that the differential runs do not reach.
#include "json/json.h"
#include "library_test.h"

RT_NATIVE(rt_native_json_stringify);

/// `count` times one text, then `count` times another.
static rt_string *nested(const char *open, const char *middle, const char *close, uint32_t count) {
  rt_builder builder = {0};
  for (uint32_t i = 0; i < count; i++) rt__builder_ascii(&builder, open);
  rt__builder_ascii(&builder, middle);
  for (uint32_t i = 0; i < count; i++) rt__builder_ascii(&builder, close);
  return rt__builder_finish(&builder);
}

static void test_depth(void) {
  enum { DEPTH = 200000 };
  rt_value value = rt__json_parse(nested("[", "1", "]", DEPTH));
  uint32_t depth = 0;
  while (rt_is_array(value) && rt_as_array(value)->length == 1) {
    value = rt_as_array(value)->elements[0];
    depth++;
  }
  CHECK(depth == DEPTH);
  CHECK(value == number(1));
  value = rt__json_parse(nested("{\"a\":", "{}", "}", DEPTH));
  CHECK(rt_is_object(value));
  // Writing recurses, so that depth has a limit; it must be an error that can be caught.
  CHECK(rt_native_json_stringify(NULL, RT_UNDEFINED, 1, &value) == RT_EXCEPTION);
  rt_value error = rt__take_pending();
  CHECK(is_text(rt__get_value_js(error, RT_ATOM(message)), "Maximum call stack size exceeded"));
  value = rt__json_parse(nested("[", "", "]", 1000));
  CHECK(rt_is_string(rt_native_json_stringify(NULL, RT_UNDEFINED, 1, &value)));
}

static void test_cycle(void) {
  rt_value value = rt__json_parse(rt__string_from_ascii("{\"a\":{\"b\":[1,{\"c\":{\"d\":0}}]}}"));
  rt_value inner = rt__get_value_js(rt__get_value_js(value, rt__intern_ascii("a")), rt__intern_ascii("b"));
  inner = rt__get_value_js(rt_as_array(inner)->elements[1], rt__intern_ascii("c"));
  CHECK(rt__put_js(inner, rt__intern_ascii("d"), value) == 0);
  CHECK(rt_native_json_stringify(NULL, RT_UNDEFINED, 1, &value) == RT_EXCEPTION);
  rt_value message = rt__get_value_js(rt__take_pending(), RT_ATOM(message));
  CHECK(is_text(message, "Converting circular structure to JSON\n"
                         "    --> starting at object with constructor 'Object'\n"
                         "    |     property 'a' -> object with constructor 'Object'\n"
                         "    |     property 'b' -> object with constructor 'Array'\n"
                         "    |     ...\n"
                         "    |     property 'c' -> object with constructor 'Object'\n"
                         "    --- property 'd' closes the circle"));
}

static void run_tests(void) {
  test_depth();
  test_cycle();
}
