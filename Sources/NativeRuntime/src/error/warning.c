/// Warnings of the runtime (https://nodejs.org/api/process.html#event-warning).
#include "rt_abi.h"
#include "rt_io.h"
#include "rt_prim.h"

void (*rt_warning_listener)(rt_string *name, rt_string *message);

static void print(rt_string *text) {
  size_t length = rt__utf8_length(text);
  uint8_t *bytes = rt__allocate(length + 1, RT_CELL_LEAF);
  rt__utf8_write(text, bytes);
  rt_prim_write_all(2, bytes, length);
}

void rt__emit_warning(const char *name, rt_string *message) {
  static bool explained;
  if (rt_warning_listener) {
    rt_warning_listener(rt__string_from_ascii(name), message);
    return;
  }
  rt_builder builder = {0};
  rt__builder_ascii(&builder, "(node:");
  rt__builder_string(&builder, rt_string_from_number((double)rt_prim_process_id()));
  rt__builder_ascii(&builder, ") ");
  rt__builder_ascii(&builder, name);
  rt__builder_ascii(&builder, ": ");
  rt__builder_string(&builder, message);
  rt__builder_ascii(&builder, "\n");
  if (!explained)
    rt__builder_ascii(&builder, "(Use `node --trace-warnings ...` to show where the warning was created)\n");
  explained = true;
  print(rt__builder_finish(&builder));
}
