/// BigInt64Array and BigUint64Array, and DataView's methods for BigInts.
#include "binary.h"
#include "rt_bigint.h"

rt_value rt__element_load_bigint(uint32_t kind, uint64_t bits) {
  return kind == RT_ELEMENT_BIGINT64 ? rt__bigint_from_i64((int64_t)bits) : rt__bigint_from_u64(bits);
}

int32_t rt__element_convert_bigint_js(rt_value value, uint64_t *bits) {
  rt_value bigint = rt__to_bigint_js(value);
  if (bigint == RT_EXCEPTION) return -1;
  *bits = rt__bigint_to_u64(bigint);
  return 0;
}

NATIVE(rt_bigint64_array_construct) { return rt__bigint_array_construct_js(RT_ELEMENT_BIGINT64, this_value, argc, argv); }
NATIVE(rt_biguint64_array_construct) {
  return rt__bigint_array_construct_js(RT_ELEMENT_BIGUINT64, this_value, argc, argv);
}

#define ACCESSORS(name, text, kind)                                                                                    \
  NATIVE(rt_data_view_get_##name) {                                                                                    \
    return rt__data_view_get_bigint_js(this_value, argc, argv, RT_ELEMENT_##kind, "DataView.prototype.get" text);      \
  }                                                                                                                    \
  NATIVE(rt_data_view_set_##name) {                                                                                    \
    return rt__data_view_set_bigint_js(this_value, argc, argv, RT_ELEMENT_##kind, "DataView.prototype.set" text);      \
  }

// 25.3.4.5, 25.3.4.6, 25.3.4.15, 25.3.4.16
ACCESSORS(bigint64, "BigInt64", BIGINT64)
ACCESSORS(biguint64, "BigUint64", BIGUINT64)
