/// The functions of rt_inline.h as bitcode, to be linked into programs and inlined there.
#define RT_INLINE
#include "rt_inline.h"
