/// String.prototype.toUpperCase and toLowerCase (ECMA-262 22.1.3.28, 22.1.3.30).
#include "library.h"

/// Code points that map by adding `delta`.
typedef struct case_row {
  uint32_t first;
  int32_t delta;
  uint16_t count;
  uint16_t step;
} case_row;

/// A code point of the BMP that maps to several units.
typedef struct case_special {
  uint16_t code_point;
  uint16_t units[3]; ///< 0 where unused
} case_special;

typedef struct code_range {
  uint32_t first;
  uint32_t last;
} code_range;

#include "case_tables.h"

/// One direction of mapping.
typedef struct case_mapping {
  const case_row *rows;
  uint32_t row_count;
  const case_special *specials;
  uint32_t special_count;
} case_mapping;

#define COUNT(array) (sizeof(array) / sizeof *(array))
static const case_mapping upper = {upper_rows, COUNT(upper_rows), upper_specials, COUNT(upper_specials)};
static const case_mapping lower = {lower_rows, COUNT(lower_rows), lower_specials, COUNT(lower_specials)};

/// The code point that another maps to by itself.
static uint32_t map_one(const case_mapping *mapping, uint32_t code_point) {
  uint32_t low = 0, high = mapping->row_count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (mapping->rows[middle].first <= code_point) low = middle + 1;
    else high = middle;
  }
  if (low == 0) return code_point;
  // Rows with a step can enclose others, so the one before may be the right one.
  for (uint32_t i = low; i-- > 0 && low - i <= 2;) {
    const case_row *row = &mapping->rows[i];
    uint32_t distance = code_point - row->first;
    if (distance % row->step == 0 && distance / row->step < row->count) return code_point + (uint32_t)row->delta;
  }
  return code_point;
}

/// The special mapping of a code point, or NULL.
static const case_special *find_special(const case_mapping *mapping, uint32_t code_point) {
  uint32_t low = 0, high = mapping->special_count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (mapping->specials[middle].code_point < code_point) low = middle + 1;
    else high = middle;
  }
  bool is_found = low < mapping->special_count && mapping->specials[low].code_point == code_point;
  return is_found ? &mapping->specials[low] : NULL;
}

/// Whether a code point lies in sorted ranges.
static bool in_ranges(const code_range *ranges, uint32_t count, uint32_t code_point) {
  uint32_t low = 0, high = count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (ranges[middle].last < code_point) low = middle + 1;
    else high = middle;
  }
  return low < count && ranges[low].first <= code_point;
}

/// The code point that ends before an index.
static uint32_t code_point_before(rt_text text, uint32_t index) {
  uint16_t unit = rt_text_at(text, index - 1);
  if ((unit & 0xFC00) == 0xDC00 && index >= 2 && (rt_text_at(text, index - 2) & 0xFC00) == 0xD800) {
    return rt__text_code_point_at(text, index - 2);
  }
  return unit;
}

/// Unicode's Final_Sigma: a cased letter before, none behind, case-ignorable ones skipped.
static bool is_final_sigma(rt_text text, uint32_t index) {
  bool after_letter = false;
  for (uint32_t i = index; i > 0;) {
    uint32_t code_point = code_point_before(text, i);
    if (!in_ranges(case_ignorable, COUNT(case_ignorable), code_point)) {
      after_letter = in_ranges(cased, COUNT(cased), code_point);
      break;
    }
    i -= code_point > 0xFFFF ? 2 : 1;
  }
  if (!after_letter) return false;
  for (uint32_t i = index + 1; i < text.length;) {
    uint32_t code_point = rt__text_code_point_at(text, i);
    if (!in_ranges(case_ignorable, COUNT(case_ignorable), code_point)) {
      return !in_ranges(cased, COUNT(cased), code_point);
    }
    i += code_point > 0xFFFF ? 2 : 1;
  }
  return true;
}

/// Maps any text, code point by code point.
static rt_string *map_text(rt_text text, const case_mapping *mapping) {
  rt_builder builder = {0};
  for (uint32_t i = 0; i < text.length;) {
    uint32_t code_point = rt__text_code_point_at(text, i);
    const case_special *special = code_point < 0x80 ? NULL : find_special(mapping, code_point);
    if (code_point < 0x80) {
      bool changes = mapping == &upper ? code_point >= 'a' && code_point <= 'z' : code_point >= 'A' && code_point <= 'Z';
      rt__builder_unit(&builder, (uint16_t)(changes ? code_point ^ 0x20 : code_point));
    } else if (mapping == &lower && code_point == 0x3A3) {
      rt__builder_unit(&builder, is_final_sigma(text, i) ? 0x3C2 : 0x3C3);
    } else if (special) {
      for (uint32_t k = 0; k < 3 && special->units[k]; k++) rt__builder_unit(&builder, special->units[k]);
    } else {
      rt__builder_code_point(&builder, map_one(mapping, code_point));
    }
    i += code_point > 0xFFFF ? 2 : 1;
  }
  return rt__builder_finish(&builder);
}

/// Whether a Latin-1 unit is a lower-case letter with an upper-case one in Latin-1.
static bool is_latin1_lower(uint8_t unit) {
  return (unit >= 'a' && unit <= 'z') || (unit >= 0xE0 && unit != 0xF7 && unit != 0xFF);
}

/// Whether a Latin-1 unit is an upper-case letter.
static bool is_latin1_upper(uint8_t unit) {
  return (unit >= 'A' && unit <= 'Z') || (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7);
}

/// ECMA-262 22.1.3.30 toUpperCase; NULL with a RangeError.
rt_string *rt_string_to_upper_case(rt_string *string) {
  RT_SAFEPOINT();
  rt_text text = rt__text(string);
  if (!text.latin1) return map_text(text, &upper);
  uint32_t first = text.length;
  for (uint32_t i = text.length; i-- > 0;) {
    uint8_t unit = text.latin1[i];
    // The micro sign, sharp s and y with diaeresis leave Latin-1 or become longer.
    if (unit == 0xB5 || unit == 0xDF || unit == 0xFF) return map_text(text, &upper);
    if (is_latin1_lower(unit)) first = i;
  }
  if (first == text.length) return string;
  rt_string *result = rt__string_latin1_raw(text.length);
  uint8_t *units = rt__latin1_data(result);
  for (uint32_t i = 0; i < text.length; i++) {
    units[i] = is_latin1_lower(text.latin1[i]) ? text.latin1[i] ^ 0x20 : text.latin1[i];
  }
  return result;
}

/// ECMA-262 22.1.3.28 toLowerCase; NULL with a RangeError.
rt_string *rt_string_to_lower_case(rt_string *string) {
  RT_SAFEPOINT();
  rt_text text = rt__text(string);
  if (!text.latin1) return map_text(text, &lower);
  uint32_t first = 0;
  while (first < text.length && !is_latin1_upper(text.latin1[first])) first++;
  if (first == text.length) return string;
  rt_string *result = rt__string_latin1_raw(text.length);
  uint8_t *units = rt__latin1_data(result);
  for (uint32_t i = 0; i < text.length; i++) {
    units[i] = is_latin1_upper(text.latin1[i]) ? text.latin1[i] ^ 0x20 : text.latin1[i];
  }
  return result;
}

/// ECMA-262 22.1.3.30 String.prototype.toUpperCase ( )
RT_NATIVE(rt_native_string_to_upper_case) {
  RT_THIS_STRING(string, "toUpperCase");
  rt_string *result = rt_string_to_upper_case(string);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}

/// ECMA-262 22.1.3.28 String.prototype.toLowerCase ( )
RT_NATIVE(rt_native_string_to_lower_case) {
  RT_THIS_STRING(string, "toLowerCase");
  rt_string *result = rt_string_to_lower_case(string);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}
