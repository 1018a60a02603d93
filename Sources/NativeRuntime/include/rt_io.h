/// Input and output for the facades of NodeCompat, and for the runtime's own exit and error reports.
#pragma once

#include "rt_string.h"

/// Writes out what standard output has buffered; called at exit and before writing to standard error.
void rt__stdout_flush(void);
/// The first error of writing to standard output, as a negated errno, or 0.
int rt__stdout_error(void);
/// Lets writing be tried again.
void rt__stdout_forget_error(void);
/// Everything that can still be read from a descriptor, as a string; `expected` bytes are room for the first reads. A
/// number is the negated errno.
rt_value rt__read_descriptor(int fd, size_t expected, bool latin1);
