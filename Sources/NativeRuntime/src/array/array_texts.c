/// Arrays of strings as lists for the system.
#include "rt_array.h"
#include "rt_string.h"

const char **rt__utf8_cstrings(const rt_array *strings) {
  const char **result = rt__allocate_zeroed((strings->length + 1) * sizeof *result, RT_CELL_WORDS);
  for (uint32_t i = 0; i < strings->length; i++) {
    rt_value string = strings->elements[i];
    result[i] = rt_is_string(string) ? rt__utf8_cstring(rt_as_string(string)) : "undefined";
  }
  return result;
}
