/// What the prelude asks about arrays that it may treat without looking at each step.
#include "array_support.h"

int32_t rt_is_simple_array(rt_value value);

/// Whether a value is a plain array without own properties besides its elements, while no prototype has index keys.
int32_t rt_is_simple_array(rt_value value) {
  return rt_is_plain_array(value) && rt_as_object(value)->shape->count == 0 && !rt_prototypes_have_indices;
}
