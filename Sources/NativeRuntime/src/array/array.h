/// What src/array offers to src/object.
#pragma once

#include "rt_array.h"

/// [[DefineOwnProperty]] of `length` (10.4.2.4): truth.
int32_t rt__array_define_length(rt_array *array, const rt_property_descriptor *change);
/// [[DefineOwnProperty]] of an element (10.4.2.1): truth, or -1 if the array just became sparse and the definition must be
/// made in its shape.
int32_t rt__array_define_element(rt_array *array, uint32_t index, const rt_property_descriptor *change);
/// For a sparse array about to get a new element: raises the length; false if that is not allowed.
bool rt__array_admit_index(rt_array *array, uint32_t index);
/// Turns elements into properties of the shape.
void rt__array_make_sparse(rt_array *array);
