/// Abstract operations on array-likes for the prelude.
#include "array/array_support.h"

enum { RESERVED_MAX = 1 << 20 };

int32_t rt_create_data_property_at(rt_value object, rt_value key, rt_value value);
rt_value rt_array_species_create(rt_value original, double length);
int32_t rt_has_default_species(rt_value value);
void rt_array_reserve_elements(rt_value array, double count);
int32_t rt_is_constructor_value(rt_value value);

/// CreateDataPropertyOrThrow (ECMA-262 7.3.7) with an integer as the key: truth, always 1.
int32_t rt_create_data_property_at(rt_value object, rt_value key, rt_value value) {
  RT_SAFEPOINT();
  return rt__create_at_js(rt_as_object(object), rt_double(key), value) == 0 ? 1 : 2;
}

/// ArraySpeciesCreate (23.1.3.1.1).
rt_value rt_array_species_create(rt_value original, double length) {
  RT_SAFEPOINT();
  rt_object *result = rt__array_species_create_js(rt_as_object(original), length);
  return result ? rt_from_object(result) : RT_EXCEPTION;
}

/// Whether ArraySpeciesCreate of an array gives a plain one, and storing into that is what CreateDataProperty does.
int32_t rt_has_default_species(rt_value value) {
  return rt_is_object(value) && rt__has_default_species(rt_as_object(value)) && !rt_prototypes_have_indices;
}

/// Room for so many elements in an array that is to be filled with them; very long ones grow as they are filled.
void rt_array_reserve_elements(rt_value array, double count) {
  RT_SAFEPOINT();
  if (count <= RESERVED_MAX) rt__array_reserve(rt_as_array(array), (uint32_t)count);
}

/// IsConstructor (7.2.4).
int32_t rt_is_constructor_value(rt_value value) { return rt_is_constructor(value); }
