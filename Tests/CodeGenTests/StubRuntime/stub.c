// A runtime of the bare minimum for tests of code generation alone: it never frees, and knows only what the programs of
// `Programs.swift` use. It is written from rt_value.h and rt_static.h, as the real one is.
#include "rt_site.h"

#include <stdio.h>
#include <stdlib.h>

struct rt_shape {
  _Alignas(16) unsigned char bytes[128];
};

rt_shape rt_function_shapes[7];
static rt_shape object_shape;
rt_value rt_pending;
const rt_site *rt_current_site;
uintptr_t rt_stack_limit;
static int frames;

#define ATOM(name, text, size)                                                                                         \
  static struct {                                                                                                      \
    rt_string header;                                                                                                  \
    char data[size + 1];                                                                                               \
  } name = {{size, 0, 0, 0, 0}, text}
ATOM(name_atom, "name", 4);
ATOM(range_atom, "RangeError", 10);
ATOM(true_atom, "true", 4);
ATOM(undefined_atom, "undefined", 9);

typedef struct plain_object {
  rt_object object;
  uint32_t count;
  rt_string *const *keys;
  rt_value values[];
} plain_object;

static void *allocate(size_t size) {
  void *memory = calloc(1, size);
  if (!memory) abort();
  return memory;
}

static uint32_t unit(const rt_string *s, uint32_t i) {
  return s->kind == RT_STRING_LATIN1 ? s->data[i] : ((const uint16_t *)(const void *)s->data)[i];
}

void rt_console_log_string(rt_string *s) {
  for (uint32_t i = 0; i < s->length; i++) {
    uint32_t c = unit(s, i);
    if (c >= 0xD800 && c < 0xDC00) c = 0x10000 + ((c - 0xD800) << 10) + (unit(s, ++i) - 0xDC00);
    if (c >= 0x10000) {
      putchar((int)(0xF0 | c >> 18));
      putchar((int)(0x80 | (c >> 12 & 0x3F)));
    } else if (c >= 0x800) {
      putchar((int)(0xE0 | c >> 12));
    }
    if (c >= 0x800) putchar((int)(0x80 | (c >> 6 & 0x3F)));
    else if (c >= 0x80) putchar((int)(0xC0 | c >> 6));
    putchar((int)(c < 0x80 ? c : 0x80 | (c & 0x3F)));
  }
  putchar('\n');
}

static rt_string *make_string(uint32_t length, const char *bytes) {
  rt_string *s = allocate(sizeof(rt_string) + length);
  s->length = length;
  memcpy(s->data, bytes, length);
  return s;
}

rt_string *rt_string_from_number(double number) {
  char text[32];
  int length = snprintf(text, sizeof text, "%g", number);
  if (number > 1e5) length = snprintf(text, sizeof text, "%.0f", number);
  return make_string((uint32_t)length, text);
}

rt_string *rt_string_concat(rt_string *a, rt_string *b) {
  rt_string *s = make_string(a->length + b->length, "");
  for (uint32_t i = 0; i < a->length; i++) s->data[i] = (uint8_t)unit(a, i);
  for (uint32_t i = 0; i < b->length; i++) s->data[a->length + i] = (uint8_t)unit(b, i);
  return s;
}

rt_string *rt_to_string(rt_value v) {
  if (rt_is_string(v)) return rt_as_string(v);
  if (v == RT_TRUE) return &true_atom.header;
  if (v == RT_UNDEFINED) return &undefined_atom.header;
  if (rt_is_number(v)) return rt_string_from_number(rt_double(v));
  abort();
}

rt_value rt_add(rt_value a, rt_value b) { return rt_from_double(rt_double(a) + rt_double(b)); }

double rt_number_remainder(double a, double b) { return a - b * (double)(int64_t)(a / b); }

int32_t rt_number_to_int32_slow(double a) { return a == a ? -1 : 0; }

int32_t rt_string_equal(rt_string *a, rt_string *b) {
  return a->length == b->length && memcmp(a->data, b->data, a->length) == 0;
}

rt_cell *rt_cell_new(rt_value value) {
  rt_cell *cell = allocate(sizeof *cell);
  cell->value = value;
  return cell;
}

rt_function *rt_closure_new(const rt_function_info *info, uint32_t count, const rt_value *captures) {
  rt_function *function = allocate(sizeof *function + count * sizeof *captures);
  function->object.shape = &rt_function_shapes[info->kind];
  function->info = info;
  if (count) memcpy(function->captures, captures, count * sizeof *captures);
  return function;
}

rt_value rt_call(rt_value callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  rt_function *function = rt_pointer(callee);
  if (function->object.shape != &rt_function_shapes[function->info->kind]) abort();
  return function->info->call(function, this_value, argc, argv);
}

rt_value rt_call_class_without_new(rt_function *callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  abort();
}

rt_value rt_instance_new(rt_value new_target, uint32_t fields) { abort(); }

rt_object *rt_object_new(rt_shape **site, uint32_t count, rt_string *const *keys, const rt_value *values) {
  plain_object *object = allocate(sizeof *object + count * sizeof *values);
  *site = object->object.shape = &object_shape;
  object->count = count;
  object->keys = keys;
  memcpy(object->values, values, count * sizeof *values);
  return &object->object;
}

rt_value rt_get_property(rt_value value, rt_string *key, rt_cache *cache) {
  // Errors are strings here; the trace must have a frame for each function that was left.
  if (rt_is_string(value)) return frames > 1 && rt_string_equal(key, &name_atom.header) ? value : RT_UNDEFINED;
  plain_object *object = rt_pointer(value);
  for (uint32_t i = 0; i < object->count; i++)
    if (object->keys[i] == key) return object->values[i];
  return RT_UNDEFINED;
}

void rt_throw(rt_value value) { rt_pending = value; }
rt_value rt_catch(void) { return rt_pending; }
void rt_trace(const rt_site *site) {
  rt_position position = rt_read_site(site);
  if (position.line < 1 || position.column < 1 || strcmp(position.file, "main.ts") != 0) abort();
  frames++;
}
rt_value rt_throw_stack_overflow(void) { return rt_pending = rt_from_string(&range_atom.header), RT_EXCEPTION; }

int main(void) {
  char local;
  // Tests run with small stacks on WASI.
  rt_stack_limit = (uintptr_t)&local - 100 * 1024;
  for (uint32_t i = 0; i < rt_program_atom_count; i++) {
    const rt_string *atom = rt_program_atoms[i];
    uint32_t hash = 2166136261u;
    for (uint32_t j = 0; j < atom->length; j++) hash = (hash ^ unit(atom, j)) * 16777619u;
    if (atom->hash != (hash ? hash : 1) || (atom->flags & 5) != 5) abort();
  }
  if (rt_program_main() != 0) {
    fprintf(stderr, "uncaught\n");
    return 1;
  }
  return 0;
}
