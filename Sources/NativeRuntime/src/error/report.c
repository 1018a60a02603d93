/// The report of an uncaught exception, in the form of Node: the source line, the stack, the version.
#include "object/object.h"
#include "rt_prim.h"
#include "rt_site.h"

enum { LINE_MAX = 1 << 16 };

static void print(const char *text) { rt_prim_write_all(2, text, strlen(text)); }

static void print_string(rt_string *string) {
  size_t length = rt__utf8_length(string);
  uint8_t *bytes = rt__allocate(length + 1, RT_CELL_LEAF);
  rt__utf8_write(string, bytes);
  rt_prim_write_all(2, bytes, length);
}

/// Copies line `number` of a file to `line`; returns its length, or -1 if there is no such file or line.
static int64_t read_line(const char *path, uint32_t number, char *line) {
  static const char scheme[] = "file://";
  if (strncmp(path, scheme, sizeof scheme - 1) == 0) path += sizeof scheme - 1;
  int fd = rt_prim_open(path, RT_O_RDONLY, 0);
  if (fd < 0) return -1;
  char buffer[4096];
  uint32_t current = 1;
  int64_t length = 0, count;
  bool found = false;
  while ((count = rt_prim_read(fd, buffer, sizeof buffer)) > 0 && current <= number) {
    for (int64_t i = 0; i < count && current <= number; i++) {
      if (current == number) found = true;
      if (buffer[i] == '\n')
        current++;
      else if (current == number && buffer[i] != '\r' && length < LINE_MAX)
        line[length++] = buffer[i];
    }
  }
  rt_prim_close(fd);
  return found ? length : -1;
}

/// Prints "file:line", the line and a caret below the column. Node shows one caret at the position of the throw.
static void print_source(const rt_site *site) {
  rt_position position = rt_read_site(site);
  char *line = rt__allocate(LINE_MAX, RT_CELL_LEAF);
  int64_t length = read_line(position.file, position.line, line);
  if (length < 0) return;
  print(position.file);
  print(":");
  print_string(rt__string_from_int32((int32_t)position.line));
  print("\n");
  rt_prim_write_all(2, line, (size_t)length);
  print("\n");
  for (uint32_t i = 1; i < position.column && i <= length; i++) rt_prim_write_all(2, line[i - 1] == '\t' ? "\t" : " ", 1);
  print("^\n\n");
}

/// Whether Node would show more of an error than its stack: properties of its own.
static bool has_more(rt_object *object) {
  const rt_shape *shape = object->shape;
  for (uint32_t i = 0; i < shape->count; i++) {
    const rt_property *p = &shape->table->entries[i];
    if (p->key && !rt_key_is_private(p->key) && (p->flags & RT_PROPERTY_ENUMERABLE || p->key == RT_ATOM(cause)))
      return true;
  }
  return false;
}

rt_string *(*rt__with_properties)(rt_error *error, rt_string *stack);
static RT_ROOTED_UNUSED rt_value inspector = RT_UNDEFINED;

void rt_set_report_inspector(rt_value function) { inspector = function; }

/// A value as `util.inspect` shows it; NULL if the program has no such function or it fails.
static rt_string *inspect_js(rt_value value) {
  if (!rt_is_function(inspector)) return NULL;
  rt_value text = rt__call_js(inspector, RT_UNDEFINED, 1, &value);
  if (text == RT_EXCEPTION) rt__take_pending();
  return rt_is_string(text) ? rt_as_string(text) : NULL;
}

void rt__report_uncaught(rt_value value) {
  RT_ROOT(value);
  if (rt_is_class(value, RT_CLASS_ERROR)) {
    rt_error *error = (rt_error *)rt_pointer(value);
    if (error->frame_count > 0) print_source(error->frames[0]);
    rt_string *stack = rt__error_stack(error);
    rt_string *more = !stack || has_more(&error->object) ? inspect_js(value) : NULL;
    if (more) stack = more;
    else if (stack && rt__with_properties) stack = rt__with_properties(error, stack);
    print_string(stack ? stack : rt__error_header(&error->object));
    print("\n");
  } else {
    rt_string *text = rt_is_object(value) ? inspect_js(value) : NULL;
    if (!text) text = rt_is_string(value) ? rt_as_string(value) : rt__describe(value);
    // Node shows the place of the throw first, which only errors carry here.
    print("\n");
    print_string(text);
    print("\n");
    if (!rt_is_object(value)) print("(Use `node --trace-uncaught ...` to show where the exception was thrown)\n");
  }
  print("\nNode.js v24.19.0\n");
}
