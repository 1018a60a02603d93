/// String.prototype.localeCompare (ECMA-262 22.1.3.12), in the order that Node's default locale gives.
///
/// Three levels are compared as in the Unicode Collation Algorithm: letters, then accents, then case. Latin, Greek,
/// Cyrillic and general punctuation follow the tables; pictures and other symbols sort before the currency signs, all other code
/// points behind the letters, both by number. Locales and options are not supported.
#include "library.h"

/// A code point that does not decompose. A primary weight of 0 is a mark, all three 0 an ignorable code point.
typedef struct collation_atom {
  uint16_t code_point;
  uint16_t primary;
  uint8_t secondary;
  uint8_t tertiary;
} collation_atom;

/// A code point that stands for another with a mark on it.
typedef struct collation_composite {
  uint16_t code_point;
  uint16_t base;
  uint16_t mark; ///< 0: none
} collation_composite;

/// A letter that sorts as two.
typedef struct collation_expansion {
  uint16_t code_point;
  char letters[2];
  uint8_t is_upper;
} collation_expansion;

#include "collation_tables.h"

/// The weights of one collation element.
typedef struct weights {
  uint32_t primary;
  uint8_t secondary;
  uint8_t tertiary;
} weights;

enum {
  MAX_ELEMENTS = 6,
  COMMON = 1,
  EXPANSION_SECONDARY = 255,
  CODE_POINT_BITS = 21, ///< room below a primary weight for code points that have none of their own
  LAST_PRIMARY = 2000,
};

/// The elements of a text, one code point after the other.
typedef struct element_reader {
  rt_text text;
  uint32_t at;
  uint32_t count; ///< elements left of the last code point
  weights pending[MAX_ELEMENTS]; ///< last first
} element_reader;

/// Binary search among structures that begin with a uint16_t code point.
static const void *find(const void *table, uint32_t count, size_t size, uint32_t code_point) {
  uint32_t low = 0, high = count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    const uint16_t *row = (const uint16_t *)(const void *)((const char *)table + middle * size);
    if (*row == code_point) return row;
    if (*row < code_point) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

#define FIND(table, code_point) find(table, sizeof(table) / sizeof *(table), sizeof *(table), code_point)

/// Puts the elements of a code point before those that are pending.
static void push_elements(element_reader *reader, uint32_t code_point) {
  const collation_composite *composite = FIND(collation_composites, code_point);
  if (composite) {
    if (composite->mark) push_elements(reader, composite->mark);
    push_elements(reader, composite->base);
    return;
  }
  const collation_expansion *expansion = FIND(collation_expansions, code_point);
  if (expansion) {
    reader->pending[reader->count++] = (weights){0, EXPANSION_SECONDARY, (uint8_t)(COMMON + expansion->is_upper)};
    push_elements(reader, (uint8_t)expansion->letters[1]);
    push_elements(reader, (uint8_t)expansion->letters[0]);
    return;
  }
  const collation_atom *atom = FIND(collation_atoms, code_point);
  if (!atom) {
    const collation_atom *currency = FIND(collation_atoms, 0xA4);
    bool is_symbol = (code_point >= 0x2190 && code_point < 0x2C00) || (code_point >= 0x1F000 && code_point < 0x1FB00);
    uint32_t primary = is_symbol ? currency->primary - 1u : LAST_PRIMARY;
    reader->pending[reader->count++] = (weights){primary << CODE_POINT_BITS | code_point, COMMON, COMMON};
    return;
  }
  uint32_t primary = (uint32_t)atom->primary << CODE_POINT_BITS;
  if (atom->primary != 0 && atom->secondary > COMMON) {
    // A letter such as o with stroke is its base letter with a mark of its own.
    reader->pending[reader->count++] = (weights){0, (uint8_t)(atom->secondary + 200), COMMON};
    reader->pending[reader->count++] = (weights){primary, COMMON, atom->tertiary};
    return;
  }
  reader->pending[reader->count++] = (weights){primary, atom->secondary, atom->tertiary};
}

/// The one element of each ASCII unit, once it was looked up.
static weights ascii_elements[128];
static uint8_t ascii_is_known[128];

/// The element of an ASCII unit.
static weights ascii_element(uint8_t unit) {
  if (!ascii_is_known[unit]) {
    element_reader reader = {0};
    push_elements(&reader, unit);
    ascii_elements[unit] = reader.pending[0];
    ascii_is_known[unit] = 1;
  }
  return ascii_elements[unit];
}

/// Whether there is another element, and which.
static inline bool next_element(element_reader *reader, weights *element) {
  if (reader->count == 0) {
    if (reader->at >= reader->text.length) return false;
    if (reader->text.latin1 && reader->text.latin1[reader->at] < 0x80) {
      *element = ascii_element(reader->text.latin1[reader->at++]);
      return true;
    }
    uint32_t code_point = rt__text_code_point_at(reader->text, reader->at);
    reader->at += code_point > 0xFFFF ? 2 : 1;
    push_elements(reader, code_point);
  }
  *element = reader->pending[--reader->count];
  return true;
}

/// The next weight of a level that is not 0; 0 at the end.
static uint32_t next_weight(element_reader *reader, int level) {
  weights element;
  while (next_element(reader, &element)) {
    uint32_t weight = level == 0 ? element.primary : level == 1 ? element.secondary : element.tertiary;
    if (weight != 0) return weight;
  }
  return 0;
}

/// -1, 0 or 1 as `a` is before, equal to or behind `b` in the default locale's order.
int32_t rt_string_locale_compare(rt_string *a, rt_string *b) {
  rt_text a_text = rt__text(a), b_text = rt__text(b);
  if (rt__text_equal(a_text, b_text)) return 0;
  for (int level = 0; level < 3; level++) {
    element_reader a_reader = {.text = a_text}, b_reader = {.text = b_text};
    for (;;) {
      uint32_t a_weight = next_weight(&a_reader, level), b_weight = next_weight(&b_reader, level);
      if (a_weight != b_weight) return a_weight < b_weight ? -1 : 1;
      if (a_weight == 0) break;
    }
  }
  return 0;
}

/// ECMA-262 22.1.3.12 String.prototype.localeCompare ( that )
RT_NATIVE(rt_native_string_locale_compare) {
  RT_THIS_STRING(string, "localeCompare");
  RT_STRING_ARGUMENT(that, 0);
  bool is_default = rt_argument(argc, argv, 1) == RT_UNDEFINED && rt_argument(argc, argv, 2) == RT_UNDEFINED;
  rt_value locale = rt_argument(argc, argv, 1);
  if (rt_is_string(locale) && rt_argument(argc, argv, 2) == RT_UNDEFINED) {
    rt_text name = rt__text(rt_as_string(locale));
    is_default = rt__text_equal(name, rt_text_latin1("en", 2)) || rt__text_equal(name, rt_text_latin1("en-US", 5));
  }
  if (!is_default) {
    return rt__throw_error(RT_ERROR, "String.prototype.localeCompare supports only the locale en without options");
  }
  return rt_from_double(rt_string_locale_compare(string, that));
}
