#include "binary.h"
rt_value rt__to_bigint_js(rt_value value);
rt_value rt__to_bigint_js(rt_value value) { (void)value; return rt__throw_type_error("BigInt is not supported yet"); }
rt_value rt__element_load_bigint(uint32_t kind, uint64_t bits) { (void)kind; (void)bits; return 0; }
int32_t rt__element_convert_bigint_js(rt_value value, uint64_t *bits) { *bits = 0; return rt__to_bigint_js(value) == RT_EXCEPTION ? -1 : 0; }
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
ACCESSORS(bigint64, "BigInt64", BIGINT64)
ACCESSORS(biguint64, "BigUint64", BIGUINT64)
