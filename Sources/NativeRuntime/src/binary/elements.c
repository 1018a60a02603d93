/// Elements of typed arrays as values: RawBytesToNumeric (25.1.3.14) and NumericToRawBytes (25.1.3.17).
#include "binary.h"

// Programs without BigInt arrays do not contain these.
#pragma weak rt__element_load_bigint
#pragma weak rt__element_convert_bigint_js

double rt__half_to_double(uint16_t half) {
  uint32_t exponent = (half >> 10) & 31, fraction = half & 0x3FF;
  double sign = half & 0x8000 ? -1 : 1;
  if (exponent == 31) return fraction ? __builtin_nan("") : sign * __builtin_inf();
  if (exponent == 0) return sign * fraction * 0x1p-24;
  uint64_t bits = ((uint64_t)(half >> 15) << 63) | ((uint64_t)(exponent + 1008) << 52) | ((uint64_t)fraction << 42);
  double result;
  memcpy(&result, &bits, sizeof result);
  return result;
}

uint16_t rt__double_to_half(double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  uint16_t sign = (uint16_t)(bits >> 48 & 0x8000);
  if (number != number) return 0x7E00;
  double magnitude = number < 0 ? -number : number;
  // Half of a unit in the last place above the largest finite number rounds to infinity.
  if (magnitude >= 65520) return sign | 0x7C00;
  if (magnitude < 0x1p-14) {
    // Adding a number whose last place is 2^-24 rounds to a multiple of that, ties to even.
    double rounded = magnitude + 0x1p28 - 0x1p28;
    return sign | (uint16_t)(rounded * 0x1p24);
  }
  uint64_t positive = bits & INT64_MAX;
  uint64_t rest = positive & ((1ull << 42) - 1), tie = 1ull << 41;
  uint64_t kept = (positive >> 42) - (1008ull << 10);
  if (rest > tie || (rest == tie && (kept & 1))) kept++;
  return sign | (uint16_t)kept;
}

/// ToUint8Clamp (7.1.12) of a number.
static uint8_t clamp(double number) {
  if (!(number > 0)) return 0;
  if (number >= 255) return 255;
  double floor = (double)(uint8_t)number, half = number - floor;
  uint8_t result = (uint8_t)number;
  return half > 0.5 || (half == 0.5 && (result & 1)) ? (uint8_t)(result + 1) : result;
}

/// The bits at an address, as an unsigned type.
#define BITS(type)                                                                                                     \
  ({                                                                                                                   \
    type bits_;                                                                                                        \
    memcpy(&bits_, element, sizeof bits_);                                                                             \
    bits_;                                                                                                             \
  })

rt_value rt__element_load(uint32_t kind, const void *element) {
  switch (kind) {
  case RT_ELEMENT_INT8: return rt_from_double(BITS(int8_t));
  case RT_ELEMENT_UINT8:
  case RT_ELEMENT_UINT8_CLAMPED: return rt_from_double(BITS(uint8_t));
  case RT_ELEMENT_INT16: return rt_from_double(BITS(int16_t));
  case RT_ELEMENT_UINT16: return rt_from_double(BITS(uint16_t));
  case RT_ELEMENT_INT32: return rt_from_double(BITS(int32_t));
  case RT_ELEMENT_UINT32: return rt_from_double(BITS(uint32_t));
  case RT_ELEMENT_FLOAT16: return rt_from_any_double(rt__half_to_double(BITS(uint16_t)));
  case RT_ELEMENT_FLOAT32: return rt_from_any_double(BITS(float));
  case RT_ELEMENT_FLOAT64: return rt_from_any_double(BITS(double));
  default: return rt__element_load_bigint(kind, BITS(uint64_t));
  }
}

uint64_t rt__element_bits(uint32_t kind, double number) {
  switch (kind) {
  case RT_ELEMENT_UINT8_CLAMPED: return clamp(number);
  case RT_ELEMENT_FLOAT16: return rt__double_to_half(number);
  case RT_ELEMENT_FLOAT32: {
    float single = (float)number;
    uint32_t narrow;
    memcpy(&narrow, &single, sizeof narrow);
    return narrow;
  }
  case RT_ELEMENT_FLOAT64: {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
  }
  default: return (uint64_t)(int64_t)rt__number_to_int32(number);
  }
}

int32_t rt__element_convert_js(uint32_t kind, rt_value value, uint64_t *bits) {
  if (rt_element_is_bigint(kind)) return rt__element_convert_bigint_js(value, bits);
  double number = rt_is_number(value) ? rt_double(value) : rt_to_number_slow(value);
  if (rt_is_double_exception(number)) return -1;
  *bits = rt__element_bits(kind, number);
  return 0;
}

void rt__element_store(uint32_t kind, void *element, uint64_t bits) {
  switch (rt_element_shift(kind)) {
  case 0: *(uint8_t *)element = (uint8_t)bits; break;
  case 1: memcpy(element, &(uint16_t){(uint16_t)bits}, 2); break;
  case 2: memcpy(element, &(uint32_t){(uint32_t)bits}, 4); break;
  default: memcpy(element, &bits, 8); break;
  }
}

int32_t rt__view_set_js(rt_view *view, double index, rt_value value) {
  RT_ROOT_POINTER(view);
  uint64_t bits;
  if (rt__element_convert_js(view->kind, value, &bits) < 0) return -1;
  if (index >= 0 && index < (double)view->length)
    rt__element_store(view->kind, view->data + ((size_t)index << rt_element_shift(view->kind)), bits);
  return 0;
}

rt_value rt__view_load(const rt_view *view, size_t index) {
  return rt__element_load(view->kind, view->data + (index << rt_element_shift(view->kind)));
}

void rt__view_store(const rt_view *view, size_t index, double number) {
  uint32_t kind = view->kind;
  uint8_t *element = view->data + (index << rt_element_shift(kind));
  if (kind == RT_ELEMENT_FLOAT64) {
    memcpy(element, &number, sizeof number);
    return;
  }
  rt__element_store(kind, element, rt__element_bits(kind, number));
}
