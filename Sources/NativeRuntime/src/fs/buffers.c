/// Files as Buffers, in programs that read them so.
#include "library.h"
#include "request.h"
#include "rt_binary.h"

rt_value rt_buffer_new(double length);
void rt_fs_use_buffers(rt_value constructor);

static rt_value buffer_value(const rt_fs_output *output) {
  rt_value buffer = rt_buffer_new((double)output->size);
  if (buffer == RT_EXCEPTION || output->size == 0) return buffer;
  memcpy(rt_as_view(buffer)->data, output->bytes, output->size);
  return buffer;
}

/// Lets reading give Buffers; the constructor is what makes the program contain their members.
void rt_fs_use_buffers(rt_value constructor) {
  (void)constructor;
  rt__fs_buffer_value = buffer_value;
}
