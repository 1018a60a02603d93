/// The out-of-line copies of the functions in rt_inline.h, for programs compiled without optimisation.
#define RT_INLINE
#include "rt_inline.h"
