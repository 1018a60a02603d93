/// Atomics (ECMA-262 25.4), for one agent.
#include "binary.h"
#include "rt_inline.h"
#include "rt_prim.h"

// Programs without BigInt arrays do not contain it.
#pragma weak rt__to_bigint_js

/// ValidateIntegerTypedArray (25.4.3.1): NULL with an exception.
static rt_view *validate(rt_value value, bool waitable, const char *method) {
  bool is_view = rt_is_typed_array(value);
  uint32_t kind = is_view ? rt_as_view(value)->kind : 0;
  if (waitable ? !is_view || (kind != RT_ELEMENT_INT32 && kind != RT_ELEMENT_BIGINT64)
               : !is_view || kind == RT_ELEMENT_UINT8_CLAMPED ||
                     (kind >= RT_ELEMENT_FLOAT16 && kind <= RT_ELEMENT_FLOAT64)) {
    rt__throw_type_error(waitable ? "%d is not an int32 or BigInt64 typed array." : "%d is not an integer typed array.",
                         value);
    return NULL;
  }
  if (!rt_as_view(value)->is_out_of_bounds) return rt_as_view(value);
  rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", method);
  return NULL;
}

/// ValidateAtomicAccess (25.4.3.2): the index, or -1 with an exception.
static double access_index_js(const rt_view *view, rt_value request) {
  double length = (double)view->length;
  double index = rt__to_index_js(request, "Invalid atomic access index");
  if (index < 0) return -1;
  if (index < length) return index;
  rt__throw_range_error("Invalid atomic access index");
  return -1;
}

/// The address of an element after the conversions, which may have detached or shrunk the buffer; NULL: exception
/// (RevalidateAtomicAccess, 25.4.3.4).
static uint8_t *revalidate(const rt_view *view, double index, const char *method) {
  if (view->is_out_of_bounds) {
    rt__throw_type_error("Cannot perform %c on a detached ArrayBuffer", method);
    return NULL;
  }
  if (index < (double)view->length) return view->data + ((size_t)index << rt_element_shift(view->kind));
  rt__throw_range_error("Invalid atomic access index");
  return NULL;
}

/// ToIntegerOrInfinity or ToBigInt of an operand: the bits of its element and the converted value; RT_EXCEPTION.
static rt_value convert_js(const rt_view *view, rt_value value, uint64_t *bits) {
  if (rt_element_is_bigint(view->kind)) {
    rt_value converted = rt__to_bigint_js(value);
    if (converted == RT_EXCEPTION || rt__element_convert_js(view->kind, converted, bits) < 0) return RT_EXCEPTION;
    return converted;
  }
  double integer = rt__to_integer_js(value);
  if (rt_is_double_exception(integer)) return RT_EXCEPTION;
  *bits = rt__element_bits(view->kind, integer);
  return rt_from_double(integer);
}

enum operation { ADD, AND, COMPARE_EXCHANGE, EXCHANGE, OR, STORE, SUBTRACT, XOR };

static uint64_t load(const uint8_t *element, uint32_t kind) {
  uint64_t bits = 0;
  memcpy(&bits, element, (size_t)1 << rt_element_shift(kind));
  return bits;
}

/// AtomicReadModifyWrite (25.4.3.18), and the operations that are like it.
static rt_value modify_js(enum operation operation, const rt_value *arguments, const char *method) {
  rt_view *view = validate(arguments[0], false, method);
  if (!view) return RT_EXCEPTION;
  RT_ROOT_POINTER(view);
  double index = access_index_js(view, arguments[1]);
  if (index < 0) return RT_EXCEPTION;
  uint64_t operand, replacement = 0;
  rt_value converted = convert_js(view, arguments[2], &operand);
  if (converted == RT_EXCEPTION) return RT_EXCEPTION;
  RT_ROOT(converted);
  if (operation == COMPARE_EXCHANGE && convert_js(view, arguments[3], &replacement) == RT_EXCEPTION) return RT_EXCEPTION;
  uint8_t *element = revalidate(view, index, method);
  if (!element) return RT_EXCEPTION;
  uint64_t old = load(element, view->kind), fresh;
  switch (operation) {
  case ADD: fresh = old + operand; break;
  case AND: fresh = old & operand; break;
  case COMPARE_EXCHANGE: {
    uint64_t mask = UINT64_MAX >> (64 - (8u << rt_element_shift(view->kind)));
    fresh = old == (operand & mask) ? replacement : old;
    break;
  }
  case OR: fresh = old | operand; break;
  case SUBTRACT: fresh = old - operand; break;
  case XOR: fresh = old ^ operand; break;
  default: fresh = operand; break;
  }
  rt__element_store(view->kind, element, fresh);
  return operation == STORE ? converted : rt__element_load(view->kind, &old);
}

#define MODIFY(name, operation, text)                                                                                  \
  NATIVE(rt_atomics_##name) {                                                                                          \
    rt_value arguments[4] = {ARGUMENT(0), ARGUMENT(1), ARGUMENT(2), ARGUMENT(3)};                                      \
    return modify_js(operation, arguments, "Atomics." text);                                                           \
  }

// 25.4.4 to 25.4.6, 25.4.8, 25.4.10 to 25.4.12, 25.4.16
MODIFY(add, ADD, "add")
MODIFY(and, AND, "and")
MODIFY(compare_exchange, COMPARE_EXCHANGE, "compareExchange")
MODIFY(exchange, EXCHANGE, "exchange")
MODIFY(or, OR, "or")
MODIFY(store, STORE, "store")
MODIFY(sub, SUBTRACT, "sub")
MODIFY(xor, XOR, "xor")

/// 25.4.9 Atomics.load ( typedArray, index )
NATIVE(rt_atomics_load) {
  rt_view *view = validate(ARGUMENT(0), false, "Atomics.load");
  if (!view) return RT_EXCEPTION;
  RT_ROOT_POINTER(view);
  double index = access_index_js(view, ARGUMENT(1));
  if (index < 0) return RT_EXCEPTION;
  uint8_t *element = revalidate(view, index, "Atomics.load");
  return element ? rt__element_load(view->kind, element) : RT_EXCEPTION;
}

/// 25.4.7 Atomics.isLockFree ( size )
NATIVE(rt_atomics_is_lock_free) {
  double size = rt__to_integer_js(ARGUMENT(0));
  if (rt_is_double_exception(size)) return RT_EXCEPTION;
  return rt_from_bool(size == 1 || size == 2 || size == 4 || size == 8);
}

/// 25.4.13 Atomics.wait ( typedArray, index, value, timeout ): nobody can wake the only agent, so it waits for the time
/// to pass.
NATIVE(rt_atomics_wait) {
  rt_view *view = validate(ARGUMENT(0), true, "Atomics.wait");
  if (!view) return RT_EXCEPTION;
  if (!view->buffer || !view->buffer->is_shared) return rt__throw_type_error("%d is not a shared typed array.", ARGUMENT(0));
  RT_ROOT_POINTER(view);
  double index = access_index_js(view, ARGUMENT(1));
  if (index < 0) return RT_EXCEPTION;
  uint64_t expected;
  rt_value wanted = ARGUMENT(2);
  if (view->kind == RT_ELEMENT_INT32) {
    double number = rt_to_number(wanted);
    if (rt_is_double_exception(number)) return RT_EXCEPTION;
    expected = (uint64_t)(int64_t)rt__number_to_int32(number);
  } else if (convert_js(view, wanted, &expected) == RT_EXCEPTION) {
    return RT_EXCEPTION;
  }
  double timeout = rt_to_number(ARGUMENT(3));
  if (rt_is_double_exception(timeout)) return RT_EXCEPTION;
  if (timeout != timeout) timeout = __builtin_inf();
  uint64_t mask = UINT64_MAX >> (64 - (8u << rt_element_shift(view->kind)));
  if (load(view->data + ((size_t)index << rt_element_shift(view->kind)), view->kind) != (expected & mask))
    return rt_from_string(rt__intern_ascii("not-equal"));
  // Longer than a day is for ever.
  do {
    rt_prim_sleep(timeout > 86400000 ? 86400000000000ull : timeout > 0 ? (uint64_t)(timeout * 1e6) : 0);
  } while (timeout > 86400000);
  return rt_from_string(rt__intern_ascii("timed-out"));
}

/// 25.4.15 Atomics.notify ( typedArray, index, count ): there are no waiters.
NATIVE(rt_atomics_notify) {
  rt_view *view = validate(ARGUMENT(0), true, "Atomics.notify");
  if (!view) return RT_EXCEPTION;
  RT_ROOT_POINTER(view);
  if (access_index_js(view, ARGUMENT(1)) < 0) return RT_EXCEPTION;
  if (ARGUMENT(2) != RT_UNDEFINED && rt_is_double_exception(rt__to_integer_js(ARGUMENT(2)))) return RT_EXCEPTION;
  return rt_from_double(0);
}
