/// Iteration: arrays, strings, the protocol, closing, for-in.
#include "harness.h"
#include "rt_generator.h"

static int closed;

static rt_value next_of_three(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee, (void)argc, (void)argv;
  double n = rt_double(rt__get_value_js(this_value, K("n")));
  rt__put_js(this_value, K("n"), N(n + 1));
  return rt_from_object(rt__iterator_result(N(n), n >= 3));
}

static rt_value return_this(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee, (void)argc, (void)argv;
  return this_value;
}

static rt_value count_close(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee, (void)this_value, (void)argc, (void)argv;
  closed++;
  return rt_from_object(rt__object_new(0));
}

static void test_arrays(void) {
  rt_value array = rt_from_object(rt_array_new(3, (rt_value[]){N(1), RT_HOLE, N(3)}));
  rt_value record = rt_iterator_new(array);
  CHECK(rt_double(rt_iterator_next(record)) == 1 && rt_iterator_next(record) == RT_UNDEFINED);
  rt__array_push(rt_as_array(array), N(4));
  CHECK(rt_double(rt_iterator_next(record)) == 3 && rt_double(rt_iterator_next(record)) == 4);
  CHECK(rt_iterator_next(record) == RT_HOLE);
  rt__array_push(rt_as_array(array), N(5));
  CHECK(rt_iterator_next(record) == RT_HOLE && rt_iterator_close(record) == 0);
}

static void test_strings(void) {
  const uint8_t text[] = "a\xF0\x9F\x98\x80\xC3\xA9";
  rt_value record = rt_iterator_new(rt_from_string(rt__string_from_utf8(text, sizeof text - 1)));
  CHECK(is_text(rt_iterator_next(record), "a"));
  CHECK(rt_as_string(rt_iterator_next(record))->length == 2 && rt_as_string(rt_iterator_next(record))->length == 1);
  CHECK(rt_iterator_next(record) == RT_HOLE);
}

static rt_value make_iterable(void) {
  rt_object *object = rt__object_new(4);
  rt_value value = rt_from_object(object);
  rt__put_js(value, K("n"), N(0));
  rt__put_js(value, RT_ATOM(next), rt_from_object(rt__function_new(next_of_three, NULL, K("next"), 0)));
  rt__put_js(value, RT_ATOM(return_), rt_from_object(rt__function_new(count_close, NULL, K("return"), 0)));
  rt__put_js(value, RT_SYMBOL(iterator), rt_from_object(rt__function_new(return_this, NULL, K("i"), 0)));
  return value;
}

static void test_protocol(void) {
  rt_value record = rt_iterator_new(make_iterable());
  for (int i = 0; i < 3; i++) CHECK(rt_double(rt_iterator_next(record)) == i);
  CHECK(rt_iterator_next(record) == RT_HOLE && rt_iterator_close(record) == 0 && closed == 0);
  record = rt_iterator_new(make_iterable());
  rt_iterator_next(record);
  CHECK(rt_iterator_close(record) == 0 && closed == 1);
  record = rt_iterator_new(make_iterable());
  rt_throw(N(7));
  rt_iterator_close_throw(record);
  CHECK(closed == 2 && rt_double(rt_catch()) == 7);
  CHECK(rt_iterator_new(N(5)) == RT_EXCEPTION && threw("number 5 is not iterable (cannot read property Symbol(Symbol.iterator))"));
  rt_value array = rt_from_object(rt_array_new(1, (rt_value[]){N(9)}));
  CHECK(rt_array_append_iterable(array, make_iterable()) == 0 && rt_as_array(array)->length == 4);
  CHECK(rt_array_append_iterable(array, SV("xy")) == 0 && rt_as_array(array)->length == 6);
  CHECK(rt_array_append_iterable(array, array) == 0 && rt_as_array(array)->length == 12);
}

static void test_for_in(void) {
  rt_object *base = rt__object_new(2);
  rt__put_js(rt_from_object(base), K("inherited"), N(1));
  rt__put_js(rt_from_object(base), K("own"), N(1));
  rt_value object = rt_from_object(rt__object_new_with_prototype(base));
  rt__put_js(object, K("own"), N(1));
  rt__put_js(object, K("gone"), N(1));
  rt__put_js(object, K("3"), N(1));
  rt_value list = rt_for_in_new(object);
  CHECK(is_text(rt_for_in_next(list), "3") && is_text(rt_for_in_next(list), "own"));
  CHECK(rt_delete_property(object, K("gone")) == 1);
  CHECK(is_text(rt_for_in_next(list), "inherited") && rt_for_in_next(list) == RT_HOLE);
  CHECK(rt_for_in_next(rt_for_in_new(RT_NULL)) == RT_HOLE);
  list = rt_for_in_new(SV("ab"));
  CHECK(is_text(rt_for_in_next(list), "0") && is_text(rt_for_in_next(list), "1") && rt_for_in_next(list) == RT_HOLE);
}

static rt_value suspend_then_end(rt_frame *frame, int32_t point, int32_t mode, rt_value value) {
  (void)mode;
  if (point == 0) frame->point = 4 + RT_SUSPENDED_YIELD;
  frame->variables[point == 0 ? 0 : 1] = value;
  return value;
}

static void test_frames(void) {
  rt_frame *frame = rt_frame_new(suspend_then_end, NULL, RT_FRAME_ASYNC, 2);
  CHECK(is_text(rt__resume_js(frame, RT_RESUME_NEXT, SV("first")), "first") && is_text(frame->variables[0], "first"));
  CHECK(is_text(rt__resume_js(frame, RT_RESUME_NEXT, SV("second")), "second") && frame->point == RT_POINT_DONE);
  CHECK(frame->variables[0] == 0 && frame->variables[1] == 0);
}

NO_BUILTINS
TEST_PROGRAM(test_arrays, test_strings, test_protocol, test_for_in, test_frames)
