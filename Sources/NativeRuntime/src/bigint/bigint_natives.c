/// The BigInt constructor and its methods (ECMA-262 21.2), ToBigInt (7.1.13).
#include "bigint.h"
#include "builtin/native.h"

rt_value rt__to_bigint_js(rt_value value) {
  rt_value primitive = rt__to_primitive_js(value, RT_HINT_NUMBER);
  if (primitive == RT_EXCEPTION || rt_is_bigint(primitive)) return primitive;
  if (rt_is_boolean(primitive)) return rt__bigint_from_u64(primitive == RT_TRUE);
  if (rt_is_string(primitive)) {
    rt_value bigint = rt__bigint_parse(rt_as_string(primitive));
    if (bigint != RT_UNDEFINED) return bigint;
    return rt__throw_error(RT_SYNTAX_ERROR, "Cannot convert %s to a BigInt", rt_as_string(primitive));
  }
  return rt__throw_type_error("Cannot convert %d to a BigInt", primitive);
}

/// ECMA-262 21.2.1.1 BigInt.
NATIVE(rt_bigint_call) {
  rt_value primitive = rt__to_primitive_js(ARGUMENT(0), RT_HINT_NUMBER);
  if (primitive == RT_EXCEPTION) return primitive;
  if (!rt_is_number(primitive)) return rt__to_bigint_js(primitive);
  double number = rt_double(primitive);
  // NumberToBigInt (21.2.1.1.1).
  if (!rt_number_is_integer(number))
    return rt__throw_range_error("The number %d cannot be converted to a BigInt because it is not an integer", primitive);
  return rt__bigint_from_double(number);
}

NATIVE(rt_bigint_construct) { return rt__throw_type_error("BigInt is not a constructor"); }

/// ToIndex (7.1.22) of the number of bits: -1 with an exception pending.
static double bits_argument_js(rt_value value) {
  double bits = rt__to_integer_js(value);
  if (rt_is_double_exception(bits)) return -1;
  if (bits >= 0 && bits <= 9007199254740991.0) return bits;
  rt__throw_range_error("Invalid value: not (convertible to) a safe integer");
  return -1;
}

/// ECMA-262 21.2.2.1 BigInt.asIntN.
NATIVE(rt_bigint_as_int_n) {
  double bits = bits_argument_js(ARGUMENT(0));
  rt_value bigint = bits < 0 ? RT_EXCEPTION : rt__to_bigint_js(ARGUMENT(1));
  return bigint == RT_EXCEPTION ? bigint : rt__bigint_as_signed(bigint, (uint64_t)bits);
}

/// ECMA-262 21.2.2.2 BigInt.asUintN.
NATIVE(rt_bigint_as_uint_n) {
  double bits = bits_argument_js(ARGUMENT(0));
  rt_value bigint = bits < 0 ? RT_EXCEPTION : rt__to_bigint_js(ARGUMENT(1));
  return bigint == RT_EXCEPTION ? bigint : rt__bigint_as_unsigned(bigint, (uint64_t)bits);
}

/// ThisBigIntValue (21.2.3.4.1).
static rt_value this_bigint(rt_value value, const char *method) {
  if (rt_is_bigint(value)) return value;
  if (rt_is_class(value, RT_CLASS_BIGINT)) return ((rt_wrapper *)rt_pointer(value))->value;
  return rt__throw_type_error("BigInt.prototype.%c requires that 'this' be a BigInt", method);
}

/// ECMA-262 21.2.3.3 BigInt.prototype.toString.
NATIVE(rt_bigint_prototype_to_string) {
  rt_value value = this_bigint(this_value, "toString");
  if (value == RT_EXCEPTION) return value;
  double radix = 10;
  RT_ROOT(value);
  if (ARGUMENT(0) != RT_UNDEFINED) {
    radix = rt__to_integer_js(argv[0]);
    if (rt_is_double_exception(radix)) return RT_EXCEPTION;
    if (!(radix >= 2 && radix <= 36)) return rt__throw_range_error("toString() radix argument must be between 2 and 36");
  }
  rt_string *text = rt__bigint_to_string(value, (uint32_t)radix);
  return text ? rt_from_string(text) : RT_EXCEPTION;
}

/// ECMA-262 21.2.3.2 BigInt.prototype.toLocaleString, in the default format of en-US.
NATIVE(rt_bigint_prototype_to_locale_string) {
  rt_value value = this_bigint(this_value, "toLocaleString");
  if (value == RT_EXCEPTION) return value;
  rt_string *digits = rt__bigint_to_string(value, 10);
  if (!digits) return RT_EXCEPTION;
  rt_text text = rt__text(digits);
  rt_builder builder = {0};
  for (uint32_t i = 0; i < text.length; i++) {
    uint32_t left = text.length - i;
    if (i > 0 && left % 3 == 0 && rt_text_at(text, i - 1) != '-') rt__builder_unit(&builder, ',');
    rt__builder_unit(&builder, rt_text_at(text, i));
  }
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 21.2.3.4 BigInt.prototype.valueOf.
NATIVE(rt_bigint_prototype_value_of) { return this_bigint(this_value, "valueOf"); }
