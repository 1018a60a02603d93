/// Properties of Unicode (ECMA-262 22.2.2.9.7 to 22.2.2.9.9), from tables that are linked only if something refers to
/// `rt_regexp_unicode_properties`.
#include "regexp_parser.h"

#include "property_tables.h"

static uint32_t next_number(const uint8_t **bytes) {
  uint32_t number = 0;
  for (int shift = 0;; shift += 7) {
    uint8_t byte = *(*bytes)++;
    number |= (uint32_t)(byte & 127) << shift;
    if (byte < 128) return number;
  }
}

/// Adds a list of ranges; leaves the position behind it.
static void add_ranges(const uint8_t **bytes, rt_regexp_set *set, const rt_regexp_allocator *allocator) {
  uint32_t end = 0;
  for (uint32_t count = next_number(bytes); count > 0; count--) {
    uint32_t first = end + next_number(bytes);
    uint32_t last = first + next_number(bytes);
    rt_regexp_set_add(set, first, last, allocator);
    end = last + 1;
  }
}

/// The number of the row `a|b|…|\n` that has a name, or -1.
static int find_name(const char *rows, const char *name) {
  int row = 0;
  for (const char *at = rows; *at; at++) {
    const char *wanted = name;
    while (*wanted && *at == *wanted) at++, wanted++;
    if (!*wanted && *at == '|') return row;
    while (*at != '|') at++;
    if (at[1] == '\n') at++, row++;
  }
  return -1;
}

static bool same_text(const char *a, const char *b) {
  while (*a && *a == *b) a++, b++;
  return *a == *b;
}

/// A one-letter category is the union of those that begin with the letter.
static char category_group(const char *name) {
  static const struct {
    char letter;
    const char *name, *alias;
  } groups[] = {{'C', "Other", "Other"},           {'L', "Letter", "Letter"}, {'M', "Mark", "Combining_Mark"},
                {'N', "Number", "Number"},         {'S', "Symbol", "Symbol"}, {'P', "Punctuation", "punct"},
                {'Z', "Separator", "Separator"}};
  for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
    if ((name[0] == groups[i].letter && !name[1]) || same_text(name, groups[i].name) || same_text(name, groups[i].alias)) {
      return groups[i].letter;
    }
  }
  return 0;
}

/// Adds a General_Category.
static bool add_category(const char *name, rt_regexp_set *set, const rt_regexp_allocator *allocator) {
  char group = category_group(name);
  bool is_cased = same_text(name, "LC") || same_text(name, "Cased_Letter");
  if (!group && !is_cased) {
    int row = find_name(category_names, name);
    if (row < 0) return false;
    const uint8_t *bytes = property_data + category_offsets[row];
    add_ranges(&bytes, set, allocator);
    return true;
  }
  const char *at = category_names;
  for (int row = 0; *at; row++) {
    bool is_member = is_cased ? at[0] == 'L' && (at[1] == 'u' || at[1] == 'l' || at[1] == 't') : at[0] == group;
    if (is_member) {
      const uint8_t *bytes = property_data + category_offsets[row];
      add_ranges(&bytes, set, allocator);
    }
    while (*at++ != '\n') {}
  }
  return true;
}

static bool add_row(const char *rows, const uint32_t *offsets, const char *name, rt_regexp_set *set,
                    const rt_regexp_allocator *allocator) {
  int row = find_name(rows, name);
  if (row < 0) return false;
  const uint8_t *bytes = property_data + offsets[row];
  add_ranges(&bytes, set, allocator);
  return true;
}

static bool add_property(const char *name, const char *value, rt_regexp_set *set,
                         const rt_regexp_allocator *allocator) {
  if (value) {
    if (same_text(name, "General_Category") || same_text(name, "gc")) return add_category(value, set, allocator);
    if (same_text(name, "Script") || same_text(name, "sc")) {
      return add_row(script_names, script_offsets, value, set, allocator);
    }
    if (same_text(name, "Script_Extensions") || same_text(name, "scx")) {
      return add_row(script_names, extension_offsets, value, set, allocator);
    }
    return false;
  }
  if (same_text(name, "Any")) return rt_regexp_set_add(set, 0, 0x10FFFF, allocator), true;
  if (same_text(name, "ASCII")) return rt_regexp_set_add(set, 0, 0x7F, allocator), true;
  if (same_text(name, "Assigned")) {
    rt_regexp_set unassigned = {0};
    add_category("Cn", &unassigned, allocator);
    rt_regexp__set_add_all(set, rt_regexp_set_complement(&unassigned, 0x10FFFF, allocator), allocator);
    return true;
  }
  return add_category(name, set, allocator) || add_row(binary_names, binary_offsets, name, set, allocator);
}

/// Adds the strings of one list behind those that are there.
static void add_strings(uint32_t row, rt_regexp_string *strings, uint32_t *count, rt_regexp_set *set,
                        const rt_regexp_allocator *allocator) {
  const uint8_t *bytes = string_property_data + string_property_offsets[row];
  add_ranges(&bytes, set, allocator);
  const uint32_t *previous = NULL;
  for (uint32_t left = next_number(&bytes); left > 0; left--) {
    uint32_t shared = next_number(&bytes), added = next_number(&bytes);
    uint32_t *points = rt_regexp__allocate(allocator, (shared + added) * sizeof *points);
    for (uint32_t i = 0; i < shared; i++) points[i] = previous[i];
    for (uint32_t i = 0; i < added; i++) points[shared + i] = string_property_alphabet[next_number(&bytes)];
    if (strings) strings[*count] = (rt_regexp_string){points, shared + added};
    ++*count;
    previous = points;
  }
}

static rt_regexp_string *property_strings(const char *name, uint32_t *count, rt_regexp_set *set,
                                          const rt_regexp_allocator *allocator) {
  enum { ROWS = sizeof string_property_offsets / sizeof string_property_offsets[0], STRINGS_MAX = 8192 };
  int row = find_name(string_property_names, name);
  bool is_all = same_text(name, "RGI_Emoji");
  if (row < 0 && !is_all) return NULL;
  rt_regexp_string *strings = rt_regexp__allocate(allocator, STRINGS_MAX * sizeof *strings);
  *count = 0;
  for (int i = 0; i < ROWS; i++) {
    if (is_all || i == row) add_strings((uint32_t)i, strings, count, set, allocator);
  }
  return strings;
}

/// Whether a binary property of the tables has a code point, without making a set.
static bool has_binary(const char *name, uint32_t code_point) {
  const uint8_t *bytes = property_data + binary_offsets[find_name(binary_names, name)];
  uint32_t end = 0;
  for (uint32_t count = next_number(&bytes); count > 0; count--) {
    uint32_t first = end + next_number(&bytes);
    end = first + next_number(&bytes) + 1;
    if (code_point < end) return code_point >= first;
  }
  return false;
}

static bool is_identifier(uint32_t code_point, bool is_start) {
  return has_binary(is_start ? "IDS" : "IDC", code_point);
}

const rt_regexp_properties rt_regexp_unicode_properties = {
    .add = add_property, .strings = property_strings, .is_identifier = is_identifier};
