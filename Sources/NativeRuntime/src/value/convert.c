/// Type conversion (ECMA-262 7.1).
#include "object/object.h"
#include "rt_bigint.h"

#include <math.h>

rt_value rt__to_primitive_js(rt_value value, enum rt_hint hint) {
  if (!rt_is_object(value)) return value;
  if (RT_STACK_CHECK()) return RT_EXCEPTION;
  rt_value exotic = rt__get_method_js(value, RT_SYMBOL(to_primitive));
  if (exotic == RT_EXCEPTION) return RT_EXCEPTION;
  if (exotic != RT_UNDEFINED) {
    rt_value name = rt_from_string(hint == RT_HINT_DEFAULT  ? RT_ATOM(default_)
                                   : hint == RT_HINT_NUMBER ? RT_ATOM(number)
                                                            : RT_ATOM(string));
    rt_value result = rt__call_js(exotic, value, 1, &name);
    if (!rt_is_object(result)) return result;
    return rt__throw_type_error("Cannot convert object to primitive value");
  }
  return rt__ordinary_to_primitive_js(value, hint);
}

rt_value rt__ordinary_to_primitive_js(rt_value value, enum rt_hint hint) {
  for (int round = 0; round < 2; round++) {
    bool to_string = (round == 0) == (hint == RT_HINT_STRING);
    rt_value method = rt__get_value_js(value, to_string ? RT_ATOM(toString) : RT_ATOM(valueOf));
    if (method == RT_EXCEPTION) return RT_EXCEPTION;
    if (rt_is_function(method)) {
      rt_value result = rt__call_js(method, value, 0, NULL);
      if (!rt_is_object(result)) return result;
      continue;
    }
    // Built-in objects have only those methods that the program names, but conversions name `toString` silently. An
    // object whose chain ends at Object.prototype inherits one; `valueOf` gives the object itself, or a wrapper's
    // value.
    rt_object *object = rt_as_object(value), *last = object;
    for (rt_object *o = object; o; o = rt__prototype_of(o)) last = o;
    if (method != RT_UNDEFINED || !rt__is_builtin(rt_from_object(last), RT_BUILTIN_OBJECT_PROTOTYPE) ||
        rt__has_property(object, to_string ? RT_ATOM(toString) : RT_ATOM(valueOf)))
      continue;
    if (!to_string) {
      uint8_t kind = rt_class_of(object)->kind;
      if (kind >= RT_CLASS_BOOLEAN && kind <= RT_CLASS_BIGINT) return ((rt_wrapper *)(void *)object)->value;
      continue;
    }
    rt_value (*show)(rt_object *) = rt_class_of(object)->default_to_string;
    return show ? show(object) : rt__default_to_string(object);
  }
  return rt__throw_type_error("Cannot convert object to primitive value");
}

double rt_to_number_slow(rt_value value) {
  if (rt_is_number(value)) return rt_double(value);
  if (rt_is_string(value)) return rt_string_to_number(rt_as_string(value));
  if (value == RT_UNDEFINED) return NAN;
  if (value == RT_NULL || value == RT_FALSE) return 0;
  if (value == RT_TRUE) return 1;
  if (rt_is_object(value)) {
    RT_SAFEPOINT();
    rt_value primitive = rt__to_primitive_js(value, RT_HINT_NUMBER);
    return primitive == RT_EXCEPTION ? rt_double_exception() : rt_to_number_slow(primitive);
  }
  if (rt_is_symbol(value))
    rt__throw_type_error("Cannot convert a Symbol value to a number");
  else
    rt__throw_type_error("Cannot convert a BigInt value to a number");
  return rt_double_exception();
}

rt_value rt_to_numeric(rt_value value) {
  if (rt_is_number(value) || rt_is_bigint(value)) return value;
  RT_SAFEPOINT();
  rt_value primitive = rt__to_primitive_js(value, RT_HINT_NUMBER);
  if (primitive == RT_EXCEPTION || rt_is_bigint(primitive)) return primitive;
  return rt_from_double(rt_to_number_slow(primitive));
}

int32_t rt_to_boolean_slow(rt_value value) {
  if (rt_is_number(value)) return rt_double(value) == rt_double(value) && rt_double(value) != 0;
  if (rt_is_string(value)) return rt_as_string(value)->length != 0;
  if (rt_is_bigint(value)) return rt_as_bigint(value)->length != 0;
  return !rt_is_nullish(value) && value != RT_FALSE;
}

rt_string *rt__primitive_to_string(rt_value value) {
  if (rt_is_string(value)) return rt_as_string(value);
  if (rt_is_number(value)) return rt_number_to_string(rt_double(value), 10);
  if (value == RT_NULL) return RT_ATOM(null);
  if (rt_is_boolean(value)) return value == RT_TRUE ? RT_ATOM(true_) : RT_ATOM(false_);
  if (rt_is_symbol(value)) {
    rt__throw_type_error("Cannot convert a Symbol value to a string");
    return NULL;
  }
  if (rt_is_bigint(value)) return rt__bigint_operations.to_string(value);
  return RT_ATOM(undefined);
}

rt_string *rt__to_string_js(rt_value value) {
  if (!rt_is_object(value)) return rt__primitive_to_string(value);
  rt_value primitive = rt__to_primitive_js(value, RT_HINT_STRING);
  return primitive == RT_EXCEPTION ? NULL : rt__primitive_to_string(primitive);
}

rt_string *rt_to_string(rt_value value) {
  if (rt_is_string(value)) return rt_as_string(value);
  RT_SAFEPOINT();
  return rt__to_string_js(value);
}

rt_string *rt_string_from_number(double number) {
  RT_SAFEPOINT();
  return rt_number_to_string(number, 10);
}

rt_string *rt__string_from_int32(int32_t number) {
  if (number >= 0 && number <= 9) return rt__string_from_unit((uint16_t)('0' + number));
  uint8_t digits[11];
  uint32_t at = 11, rest = number < 0 ? 0u - (uint32_t)number : (uint32_t)number;
  do digits[--at] = (uint8_t)('0' + rest % 10);
  while (rest /= 10);
  if (number < 0) digits[--at] = '-';
  return rt__string_from_latin1(digits + at, 11 - at);
}

rt_string *rt_string_from_int32(int32_t number) {
  RT_SAFEPOINT();
  return rt__string_from_int32(number);
}

rt_string *rt__to_key_js(rt_value value) {
  if (rt_is_string(value)) return rt__intern(rt_as_string(value));
  if (rt_is_symbol(value)) return rt_pointer(value);
  if (rt_is_number(value)) return rt__key_from_double(rt_double(value));
  rt_value primitive = rt__to_primitive_js(value, RT_HINT_STRING);
  if (primitive == RT_EXCEPTION) return NULL;
  if (rt_is_symbol(primitive)) return rt_pointer(primitive);
  rt_string *text = rt__to_string_js(primitive);
  return text ? rt__intern(text) : NULL;
}

rt_value rt_to_property_key(rt_value value) {
  // Numbers stay as they are, so that elements are found by index.
  if (rt_is_number(value) || rt_is_symbol(value) ||
      (rt_is_string(value) && rt_as_string(value)->flags & RT_STRING_INTERNED))
    return value;
  RT_SAFEPOINT();
  rt_string *key = rt__to_key_js(value);
  return key ? rt_key_value(key) : RT_EXCEPTION;
}

static rt_object *wrap(const rt_class *class, rt_value value) {
  rt_wrapper *wrapper = (rt_wrapper *)(void *)rt__object_of_shape(rt__shape_root(class, 0));
  wrapper->value = value;
  return &wrapper->object;
}

rt_object *rt__to_object(rt_value value) {
  if (rt_is_object(value)) return rt_as_object(value);
  if (rt_is_string(value)) return wrap(&rt_string_class, value);
  if (rt_is_number(value)) return wrap(&rt_number_class, value);
  if (rt_is_boolean(value)) return wrap(&rt_boolean_class, value);
  if (rt_is_symbol(value)) return wrap(&rt_symbol_class, value);
  if (rt_is_bigint(value)) return wrap(&rt_bigint_class, value);
  rt__throw_type_error("Cannot convert undefined or null to object");
  return NULL;
}

double rt__integer_part(double number) { return number != number ? 0 : trunc(number) + 0.0; }

double rt__to_integer_js(rt_value value) {
  double number = rt_to_number(value);
  return rt_is_double_exception(number) ? number : rt__integer_part(number);
}

int32_t rt_number_to_int32_slow(double number) {
  if (!(fabs(number) < INFINITY)) return 0;
  // Beyond 2^53 the bits are taken from the mantissa: those of value 2^32 and more do not matter.
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  int exponent = (int)((bits >> 52) & 0x7FF) - 1075;
  uint64_t mantissa = (bits & 0xFFFFFFFFFFFFFull) | 1ull << 52;
  uint32_t low = exponent >= 32   ? 0
                 : exponent >= 0  ? (uint32_t)(mantissa << exponent)
                 : exponent > -53 ? (uint32_t)(mantissa >> -exponent)
                                  : 0;
  return (int32_t)(number < 0 ? 0u - low : low);
}

int32_t rt__number_to_int32(double number) { return rt_number_to_int32(number); }

int32_t rt_require_object_coercible(rt_value value) {
  if (!rt_is_nullish(value)) return 0;
  RT_SAFEPOINT();
  rt__throw_type_error("Cannot destructure '%s' as it is %s.", value == RT_NULL ? RT_ATOM(null) : RT_ATOM(undefined),
                       value == RT_NULL ? RT_ATOM(null) : RT_ATOM(undefined));
  rt__blame(RT_BLAME_DESTRUCTURED | rt__blame_of(value));
  return -1;
}

bool rt__same_value(rt_value a, rt_value b) {
  if (rt_is_number(a) && rt_is_number(b))
    return a == b || (rt_double(a) != rt_double(a) && rt_double(b) != rt_double(b));
  return rt_strictly_equal(a, b);
}

bool rt__same_value_zero(rt_value a, rt_value b) {
  if (rt_is_number(a) && rt_is_number(b) && rt_double(a) != rt_double(a) && rt_double(b) != rt_double(b)) return true;
  return rt_strictly_equal(a, b);
}
