/// Runs regular expressions for compare-with-node.mjs: parser, compiler and matcher without the rest of the runtime, so that
/// sanitizers see every access. A line of input is flags, pattern and text, separated by tabs; the latter as four
/// hexadecimal digits a unit. A line of output is the error's message, `0` for no match, or the bounds of the groups.
#include "../../../Sources/NativeRuntime/src/regexp/engine/regexp_program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_LENGTH = 1 << 20, BLOCKS_MAX = 1 << 18 };

static void *blocks[BLOCKS_MAX];
static size_t block_count;

static void *allocate(void *context, size_t size) {
  (void)context;
  void *block = malloc(size ? size : 1);
  if (!block || block_count == BLOCKS_MAX) abort();
  return blocks[block_count++] = block;
}

static const rt_regexp_allocator allocator = {allocate, NULL};

/// A copy of exactly the length, so that reading behind it is found.
static uint16_t *units_of(const char *hex, uint32_t *length) {
  *length = 0;
  uint16_t *units = allocate(NULL, strlen(hex) / 2 + 1);
  for (unsigned unit; sscanf(hex, "%4x", &unit) == 1 && strlen(hex) >= 4; hex += 4) units[(*length)++] = (uint16_t)unit;
  uint16_t *exact = allocate(NULL, *length * sizeof *exact);
  memcpy(exact, units, *length * sizeof *exact);
  return exact;
}

/// Writes what a program finds in a text.
static void describe(char *out, const rt_regexp_program *program, rt_regexp_text text) {
  uint32_t *registers = allocate(NULL, program->register_count * sizeof *registers);
  int found = rt_regexp_execute(program, text, 0, program->flags & RT_REGEXP_STICKY, registers, &allocator);
  if (found != RT_REGEXP_MATCHED) {
    sprintf(out, "%d", found);
    return;
  }
  for (uint32_t group = 0; group < program->group_count; group++) {
    int start = (int)registers[2 * group], end = (int)registers[2 * group + 1];
    if (start < 0 || end < 0) start = end = -1;
    out += sprintf(out, "%d %d ", start, end);
  }
}

static void run(const char *flags_text, const char *pattern_hex, const char *text_hex) {
  static char narrow_result[LINE_MAX_LENGTH], wide_result[LINE_MAX_LENGTH];
  uint32_t flags, pattern_length, length;
  rt_regexp_parse_flags((rt_regexp_text){(const uint8_t *)flags_text, NULL, (uint32_t)strlen(flags_text)}, &flags);
  uint16_t *pattern = units_of(pattern_hex, &pattern_length);
  rt_regexp_error error;
  rt_regexp_tree *tree = rt_regexp_parse((rt_regexp_text){NULL, pattern, pattern_length}, flags,
                                         &rt_regexp_unicode_properties, &allocator, &error);
  rt_regexp_program *program = tree ? rt_regexp_compile(tree, &allocator) : NULL;
  if (!program) {
    puts(tree ? "Regular expression too large" : error.message);
    return;
  }
  uint16_t *units = units_of(text_hex, &length);
  describe(wide_result, program, (rt_regexp_text){NULL, units, length});
  uint8_t *bytes = allocate(NULL, length);
  uint32_t narrow = 0;
  while (narrow < length && units[narrow] <= 0xFF) bytes[narrow] = (uint8_t)units[narrow], narrow++;
  if (narrow == length) {
    // Both kinds of text must give the same.
    describe(narrow_result, program, (rt_regexp_text){bytes, NULL, length});
    if (strcmp(narrow_result, wide_result) != 0) printf("Latin-1: %s UTF-16: ", narrow_result);
  }
  puts(wide_result);
}

int main(void) {
  static char line[LINE_MAX_LENGTH];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    char *pattern = strchr(line, '\t');
    char *text = pattern ? strchr(pattern + 1, '\t') : NULL;
    if (!text) return 1;
    *pattern++ = *text++ = 0;
    run(line, pattern, text);
    while (block_count > 0) free(blocks[--block_count]);
  }
  return 0;
}
