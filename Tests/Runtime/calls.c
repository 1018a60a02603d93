/// Functions, classes, exceptions, traces, operators.
#include "harness.h"

#include <math.h>

static rt_value sum(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)callee;
  double total = rt_is_number(this_value) ? rt_double(this_value) : 0;
  for (uint32_t i = 0; i < argc; i++) total += rt_double(argv[i]);
  return N(total);
}

static rt_value captured(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  (void)this_value, (void)argc, (void)argv;
  return callee->captures[0];
}

static rt_value construct_point(rt_function *callee, rt_value new_target, uint32_t argc, const rt_value *argv) {
  (void)callee;
  rt_value object = rt_instance_new(new_target, 2);
  if (object == RT_EXCEPTION) return object;
  static rt_cache x RT_ROOTED, y RT_ROOTED;
  rt_set_property(object, rt_argument(argc, argv, 0), K("x"), &x);
  rt_set_property(object, rt_argument(argc, argv, 1), K("y"), &y);
  return object;
}

static rt_value construct_derived(rt_function *callee, rt_value new_target, uint32_t argc, const rt_value *argv) {
  return rt_construct_super(rt_from_object(callee), new_target, argc, argv);
}

static rt_value recurse(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  volatile char frame[64];
  frame[0] = 1;
  if ((char *)__builtin_frame_address(0) < rt_stack_limit) return rt_throw_stack_overflow();
  rt_value result = rt_call(rt_from_object(callee), this_value, argc, argv);
  return frame[0] ? result : RT_UNDEFINED;
}

static const rt_function_info sum_info = {.call = sum, .length = 2, .kind = RT_FUNCTION_ARROW};
static const rt_function_info captured_info = {.call = captured, .kind = RT_FUNCTION_ARROW, .capture_count = 1};
static rt_function_info point_info = {.call = rt_call_class_without_new, .construct = construct_point, .length = 2,
                                      .kind = RT_FUNCTION_BASE_CONSTRUCTOR, .field_count = 2};
static rt_function_info derived_info = {.call = rt_call_class_without_new, .construct = construct_derived,
                                        .kind = RT_FUNCTION_DERIVED_CONSTRUCTOR, .field_count = 2};
static const rt_function_info recurse_info = {.call = recurse, .kind = RT_FUNCTION_ARROW};

static void test_calls(void) {
  rt_value f = rt_from_object(rt_closure_new(&sum_info, 0, NULL));
  rt_value arguments[] = {N(1), N(2)};
  CHECK(rt_double(rt_call(f, RT_UNDEFINED, 2, arguments)) == 3);
  CHECK(rt_double(rt_call_spread(f, N(10), rt_from_object(rt_array_new(2, arguments)))) == 13);
  rt_value text = SV("captured text that is long enough to be a cell");
  rt_value g = rt_from_object(rt_closure_new(&captured_info, 1, &text));
  CHECK(rt_call(g, RT_UNDEFINED, 0, NULL) == text);
  CHECK(rt_call(N(5), RT_UNDEFINED, 0, NULL) == RT_EXCEPTION && threw("5 is not a function"));
  CHECK(rt_double(rt__get_value_js(f, RT_ATOM(length))) == 2 && is_text(rt__get_value_js(f, RT_ATOM(name)), ""));
  rt_value object = rt_from_object(rt__object_new(1));
  rt__put_js(object, K("sum"), f);
  rt_cache cache = {0};
  for (int i = 0; i < 3; i++) CHECK(rt_double(rt_call_method(object, 2, arguments, K("sum"), &cache)) == 3);
  CHECK(rt_construct(f, 0, NULL) == RT_EXCEPTION);
  rt_catch();
  // Own properties of functions.
  rt__put_js(f, K("extra"), N(1));
  rt_array *keys = rt__own_keys(rt_as_object(f), RT_KEYS_STRINGS);
  CHECK(keys->length == 3 && is_text(keys->elements[0], "length") && is_text(keys->elements[2], "extra"));
}

static void test_classes(void) {
  // The compiler's names are static; these would be collected.
  static rt_string *names[2] RT_ROOTED;
  point_info.name = names[0] = K("Point");
  derived_info.name = names[1] = K("Derived");
  rt_value point = rt_from_object(rt_closure_new(&point_info, 0, NULL));
  rt_value prototype = rt_class_link(point, RT_HOLE);
  rt_value derived = rt_from_object(rt_closure_new(&derived_info, 0, NULL));
  rt_value derived_prototype = rt_class_link(derived, point);
  CHECK(rt_define_method(prototype, rt_from_object(rt_closure_new(&sum_info, 0, NULL)), K("sum")) == 0);
  rt_value arguments[] = {N(3), N(4)};
  rt_value p = rt_construct(point, 2, arguments), d = rt_construct(derived, 2, arguments);
  CHECK(rt_double(rt__get_value_js(p, K("x"))) == 3 && rt_double(rt__get_value_js(d, K("y"))) == 4);
  CHECK(rt_as_object(p)->shape->inline_capacity == 2);
  CHECK(rt_instanceof(d, point) == 1 && rt_instanceof(d, derived) == 1 && rt_instanceof(p, derived) == 0);
  CHECK(rt_from_object(rt__prototype_of(rt_as_object(d))) == derived_prototype);
  CHECK(rt_from_object(rt__prototype_of(rt_as_object(derived_prototype))) == prototype);
  rt_cache cache = {0};
  for (int i = 0; i < 3; i++) CHECK(rt_double(rt_call_method(d, 2, arguments, K("sum"), &cache)) == 7);
  CHECK(rt_double(rt_super_get(derived_prototype, d, K("missing")) == RT_UNDEFINED));
  CHECK(rt__get_value_js(point, RT_ATOM(prototype)) == prototype);
  CHECK(rt_call(point, RT_UNDEFINED, 0, NULL) == RT_EXCEPTION);
  CHECK(threw("Class constructor Point cannot be invoked without 'new'"));
  CHECK(rt_class_link(rt_from_object(rt_closure_new(&derived_info, 0, NULL)), N(1)) == RT_EXCEPTION);
  CHECK(threw("Class extends value 1 is not a constructor or null"));
  CHECK(rt__string_equal(rt__constructor_name(rt_as_object(d)), S("Derived")));
}

static void test_errors(void) {
  // TEST_TEXTS has the places. What f called was put into it.
  static const uint8_t sites[] = {16, 3, 9, 0, 0, 19, 0x87, 1, 2, 0, 5, 14, 10, 1, 0, 0};
  const rt_site *first = (const rt_site *)sites, *inlined = (const rt_site *)(sites + 5), *outer = (const rt_site *)(sites + 11);
  rt_current_site = first;
  rt_throw_error(RT_RANGE_ERROR, S("out of it"));
  rt_trace(outer);
  rt_value error = rt_catch();
  rt_string *stack = rt__error_stack((rt_error *)rt_pointer(error));
  CHECK(rt__string_equal(stack, S("RangeError: out of it\n    at f (/tmp/test.ts:3:9)\n    at /tmp/test.ts:10:1")));
  CHECK(is_text(rt__get_value_js(error, RT_ATOM(name)), "RangeError"));
  CHECK(is_text(rt__get_value_js(error, RT_ATOM(stack)), "RangeError: out of it\n    at f (/tmp/test.ts:3:9)\n    at /tmp/test.ts:10:1"));
  CHECK(is_text(rt_from_string(rt_to_string(error)), "RangeError: out of it"));
  rt_array *keys = rt__own_keys(rt_as_object(error), RT_KEYS_STRINGS);
  CHECK(keys->length == 2 && is_text(keys->elements[0], "stack") && is_text(keys->elements[1], "message"));
  rt_current_site = NULL;
  rt_throw_error(RT_RANGE_ERROR, S("deeper"));
  rt_trace(inlined);
  rt_trace(outer);
  error = rt_catch();
  stack = rt__error_stack((rt_error *)rt_pointer(error));
  CHECK(rt__string_equal(stack, S("RangeError: deeper\n    at g (/tmp/test.ts:135:2)\n    at f (/tmp/test.ts:3:9)\n    at /tmp/test.ts:10:1")));
  rt_throw(N(5));
  CHECK(rt_double(rt_catch()) == 5);
  rt_throw_uninitialized(K("x"));
  CHECK(threw("Cannot access 'x' before initialization"));
}

static void test_stack_overflow(void) {
  rt_value f = rt_from_object(rt_closure_new(&recurse_info, 0, NULL));
  for (int i = 0; i < 3; i++)
    CHECK(rt_call(f, RT_UNDEFINED, 0, NULL) == RT_EXCEPTION && threw("Maximum call stack size exceeded"));
}

static void test_operators(void) {
  CHECK(rt_double(rt_add(N(1), N(2))) == 3 && is_text(rt_add(N(1), SV("2")), "12") && is_text(rt_add(SV("a"), RT_NULL), "anull"));
  CHECK(rt_double(rt_add(RT_TRUE, N(1))) == 2 && isnan(rt_double(rt_add(RT_UNDEFINED, N(1)))));
  CHECK(rt_double(rt_subtract(SV("5"), N(2))) == 3 && rt_double(rt_multiply(SV("3"), SV("4"))) == 12);
  CHECK(rt_double(rt_remainder(N(-7), N(3))) == -1 && rt_double(rt_remainder(N(5.5), N(2))) == 1.5);
  CHECK(signbit(rt_double(rt_remainder(N(-4), N(2)))));
  CHECK(rt_double(rt_exponentiate(N(2), N(10))) == 1024 && isnan(rt_double(rt_exponentiate(N(1), N(INFINITY)))));
  CHECK(rt_double(rt_shift_right_unsigned(N(-1), N(0))) == 4294967295.0 && rt_double(rt_shift_left(N(1), N(31))) == -2147483648.0);
  CHECK(rt_number_to_int32(4294967296.0 * 3 + 5) == 5 && rt_number_to_int32(-1e20) == -1661992960);
  CHECK(rt_number_to_int32(1e20) == 1661992960 && rt_number_to_int32(NAN) == 0 && rt_number_to_int32(INFINITY) == 0);
  CHECK(rt_number_to_int32(9007199254740994.0) == 2 && rt_number_to_int32(1e300) == 0);
  CHECK(rt_loosely_equal(RT_NULL, RT_UNDEFINED) == 1 && rt_loosely_equal(RT_NULL, N(0)) == 0);
  CHECK(rt_loosely_equal(SV("1"), N(1)) == 1 && rt_loosely_equal(RT_TRUE, SV("1")) == 1);
  CHECK(rt_strictly_equal(N(0), N(-0.0)) == 1 && rt_strictly_equal(N(NAN), N(NAN)) == 0);
  CHECK(rt_strictly_equal(SV("abc"), SV("abc")) == 1 && rt_strictly_equal(SV("1"), N(1)) == 0);
  CHECK(rt__same_value(N(NAN), N(NAN)) && !rt__same_value(N(0), N(-0.0)) && rt__same_value_zero(N(0), N(-0.0)));
  CHECK(rt_to_boolean(N(NAN)) == 0 && rt_to_boolean(SV("")) == 0 && rt_to_boolean(SV("0")) == 1 && rt_to_boolean(RT_NULL) == 0);
  CHECK(rt_typeof(RT_NULL) == K("object") && rt_typeof(N(1)) == K("number"));
  CHECK(rt_less(N(NAN), N(1)) == 0 && rt_greater_or_equal(RT_UNDEFINED, N(0)) == 0);
  rt_value object = rt_from_object(rt__object_new(0));
  CHECK(is_text(rt_add(object, SV("!")), "[object Object]!") && isnan(rt_to_number(object)));
  CHECK(rt_double(rt_increment(SV("4"))) == 5 && rt_double(rt_negate(SV("4"))) == -4);
  rt_value symbol = rt_from_pointer(rt__symbol_new(S("s")), RT_TAG_SYMBOL);
  CHECK(rt_add(symbol, SV("")) == RT_EXCEPTION && threw("Cannot convert a Symbol value to a string"));
  CHECK(rt_is_double_exception(rt_to_number(symbol)) && threw("Cannot convert a Symbol value to a number"));
}

NO_BUILTINS
TEST_PROGRAM(test_calls, test_classes, test_errors, test_stack_overflow, test_operators)
