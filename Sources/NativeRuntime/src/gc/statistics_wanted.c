/// Linked into programs that were built with `--gc-stats`: the linker is asked for this name.
#include "heap.h"

void rt__gc_statistics_wanted(void);

void rt__gc_statistics_wanted(void) { rt__measure_collector(); }
