/// String.prototype.normalize (ECMA-262 22.1.3.15), by the algorithms of Unicode's Standard Annex 15.
#include "library.h"

/// A code point's full decomposition: a part of `decomposition_points`.
typedef struct decomposition {
  uint32_t code_point;
  uint16_t start;
  uint16_t length;
} decomposition;

/// Code points of one combining class; only the classes' order matters.
typedef struct combining_range {
  uint32_t first;
  uint32_t last;
  uint32_t class;
} combining_range;

/// Two code points that compose to a third.
typedef struct composition {
  uint32_t first;
  uint32_t second;
  uint32_t composed;
} composition;

#include "normalization_tables.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/// Hangul syllables are computed (The Unicode Standard, 3.12).
enum {
  HANGUL_S = 0xAC00, HANGUL_L = 0x1100, HANGUL_V = 0x1161, HANGUL_T = 0x11A7,
  HANGUL_L_COUNT = 19, HANGUL_V_COUNT = 21, HANGUL_T_COUNT = 28,
  HANGUL_S_COUNT = HANGUL_L_COUNT * HANGUL_V_COUNT * HANGUL_T_COUNT,
};

/// Code points in a leaf cell.
typedef struct point_list {
  uint32_t *points;
  uint32_t count;
  uint32_t capacity;
} point_list;

static void add_point(point_list *list, uint32_t point) {
  if (list->count == list->capacity) {
    uint32_t capacity = list->capacity ? list->capacity * 2 : 64;
    uint32_t *points = rt__allocate((size_t)capacity * sizeof *points, RT_CELL_LEAF);
    if (list->count) memcpy(points, list->points, list->count * sizeof *points);
    list->points = points;
    list->capacity = capacity;
  }
  list->points[list->count++] = point;
}

static uint32_t combining_class(uint32_t point) {
  uint32_t low = 0, high = COUNT(combining_classes);
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (combining_classes[middle].last < point) low = middle + 1;
    else high = middle;
  }
  bool is_inside = low < COUNT(combining_classes) && combining_classes[low].first <= point;
  return is_inside ? combining_classes[low].class : 0;
}

static const decomposition *find_decomposition(const decomposition *rows, size_t count, uint32_t point) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (rows[middle].code_point < point) low = middle + 1;
    else high = middle;
  }
  return low < count && rows[low].code_point == point ? &rows[low] : NULL;
}

static void add_decomposed(point_list *list, uint32_t point, bool compatible) {
  if (point - HANGUL_S < HANGUL_S_COUNT) {
    uint32_t index = point - HANGUL_S, trail = index % HANGUL_T_COUNT;
    add_point(list, HANGUL_L + index / (HANGUL_V_COUNT * HANGUL_T_COUNT));
    add_point(list, HANGUL_V + index / HANGUL_T_COUNT % HANGUL_V_COUNT);
    if (trail) add_point(list, HANGUL_T + trail);
    return;
  }
  const decomposition *row = NULL;
  if (compatible) row = find_decomposition(compatible_decompositions, COUNT(compatible_decompositions), point);
  if (!row) row = find_decomposition(canonical_decompositions, COUNT(canonical_decompositions), point);
  if (!row) {
    add_point(list, point);
    return;
  }
  for (uint32_t i = 0; i < row->length; i++) add_point(list, decomposition_points[row->start + i]);
}

/// Sorts each run of marks by class, stably. Runs are short in text; long ones are merged.
static void order_marks(point_list *list) {
  uint32_t *points = list->points, *room = NULL;
  for (uint32_t start = 0; start < list->count;) {
    if (points[start] < 0x300 || combining_class(points[start]) == 0) {
      start++;
      continue;
    }
    uint32_t end = start + 1;
    while (end < list->count && combining_class(points[end]) != 0) end++;
    if (end - start < 16) {
      for (uint32_t i = start + 1; i < end; i++) {
        uint32_t point = points[i], class = combining_class(point), k = i;
        for (; k > start && combining_class(points[k - 1]) > class; k--) points[k] = points[k - 1];
        points[k] = point;
      }
    } else {
      if (!room) room = rt__allocate((size_t)list->count * sizeof *room, RT_CELL_LEAF);
      uint32_t count = 0;
      // There are few classes: one pass for each.
      for (uint32_t class = 1; count < end - start; class ++) {
        for (uint32_t i = start; i < end; i++) {
          if (combining_class(points[i]) == class) room[count++] = points[i];
        }
      }
      memcpy(points + start, room, count * sizeof *room);
    }
    start = end;
  }
}

/// The code point that two compose to, or 0.
static uint32_t compose_pair(uint32_t first, uint32_t second) {
  if (first - HANGUL_L < HANGUL_L_COUNT && second - HANGUL_V < HANGUL_V_COUNT) {
    return HANGUL_S + ((first - HANGUL_L) * HANGUL_V_COUNT + second - HANGUL_V) * HANGUL_T_COUNT;
  }
  if (first - HANGUL_S < HANGUL_S_COUNT && (first - HANGUL_S) % HANGUL_T_COUNT == 0 && second > HANGUL_T &&
      second < HANGUL_T + HANGUL_T_COUNT) {
    return first + second - HANGUL_T;
  }
  uint32_t low = 0, high = COUNT(compositions);
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    const composition *row = &compositions[middle];
    if (row->first < first || (row->first == first && row->second < second)) low = middle + 1;
    else high = middle;
  }
  bool is_found = low < COUNT(compositions) && compositions[low].first == first && compositions[low].second == second;
  return is_found ? compositions[low].composed : 0;
}

/// The Canonical Composition Algorithm: each code point that is not blocked is put together with the last starter.
static void compose(point_list *list) {
  uint32_t *points = list->points, starter = UINT32_MAX, kept = 0, last_class = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    uint32_t point = points[i], class = point < 0x300 ? 0 : combining_class(point);
    bool is_blocked = starter == UINT32_MAX || (kept > starter + 1 && last_class >= class);
    uint32_t composed = is_blocked ? 0 : compose_pair(points[starter], point);
    if (composed) {
      points[starter] = composed;
      continue;
    }
    if (class == 0) starter = kept;
    last_class = class;
    points[kept++] = point;
  }
  list->count = kept;
}

/// ECMA-262 22.1.3.15 String.prototype.normalize ( form )
RT_NATIVE(rt_native_string_normalize) {
  RT_SAFEPOINT();
  RT_THIS_STRING(string, "normalize");
  bool compatible = false, decomposed = false;
  if (rt_argument(argc, argv, 0) != RT_UNDEFINED) {
    RT_STRING_ARGUMENT(form, 0);
    rt_text name = rt__text(form);
    compatible = rt__text_equal(name, rt_text_latin1("NFKC", 4)) || rt__text_equal(name, rt_text_latin1("NFKD", 4));
    decomposed = rt__text_equal(name, rt_text_latin1("NFD", 3)) || rt__text_equal(name, rt_text_latin1("NFKD", 4));
    if (!compatible && !decomposed && !rt__text_equal(name, rt_text_latin1("NFC", 3))) {
      return rt__throw_range_error("The normalization form should be one of NFC, NFD, NFKC, NFKD.");
    }
  }
  rt_text text = rt__text(string);
  // Below U+0300 nothing composes; from U+00A0 (compatibility) or U+00C0 (canonical) on there are decompositions.
  uint16_t limit = compatible ? 0xA0 : decomposed ? 0xC0 : 0x300;
  uint32_t first = 0;
  while (first < text.length && rt_text_at(text, first) < limit) first++;
  if (first == text.length) return rt_from_string(string);
  point_list list = {0};
  for (uint32_t i = 0; i < text.length;) {
    uint32_t point = rt__text_code_point_at(text, i);
    if (point < limit && point < 0xA0) add_point(&list, point);
    else add_decomposed(&list, point, compatible);
    i += point > 0xFFFF ? 2 : 1;
  }
  order_marks(&list);
  if (!decomposed) compose(&list);
  rt_builder builder = {0};
  for (uint32_t i = 0; i < list.count; i++) rt__builder_code_point(&builder, list.points[i]);
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : RT_EXCEPTION;
}
