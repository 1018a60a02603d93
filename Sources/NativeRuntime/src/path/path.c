/// The intrinsics of `node:path`; the algorithms are in PathCore.swift.
#include "library.h"

uint32_t rt__path_normalize(const void *text, uint32_t length, bool is_wide, void *out);
uint32_t rt__path_directory_end(const void *text, uint32_t length, bool is_wide);
uint64_t rt__path_base(const void *text, uint32_t length, bool is_wide);
uint64_t rt__path_extension(const void *text, uint32_t length, bool is_wide);
uint32_t rt__path_relative(const void *from, uint32_t from_length, const void *to, uint32_t to_length, bool is_wide,
                           void *out);

/// The units of a text, whatever its width.
static const void *units_of(rt_text text) {
  return text.latin1 ? (const void *)text.latin1 : (const void *)text.utf16;
}

/// The string of units that Swift wrote.
static rt_string *made(const void *units, uint32_t length, bool is_wide) {
  return is_wide ? rt__string_from_utf16(units, length) : rt__string_from_latin1(units, length);
}

/// The part of a string in a packed range.
static rt_string *part(rt_string *path, uint64_t range) {
  return rt__substring(path, (uint32_t)(range >> 32), (uint32_t)range);
}

/// `path.normalize`.
rt_string *rt_path_normalize(rt_string *path) {
  RT_SAFEPOINT();
  rt_text text = rt__text(path);
  bool is_wide = rt_text_is_wide(text);
  void *out = rt__allocate(((size_t)text.length + 2) << is_wide, RT_CELL_LEAF);
  return made(out, rt__path_normalize(units_of(text), text.length, is_wide, out), is_wide);
}

/// `path.isAbsolute`.
int32_t rt_path_is_absolute(rt_string *path) { return path->length > 0 && rt__unit_at(path, 0) == '/'; }

/// `path.dirname`.
rt_string *rt_path_dirname(rt_string *path) {
  RT_SAFEPOINT();
  rt_text text = rt__text(path);
  uint32_t end = rt__path_directory_end(units_of(text), text.length, rt_text_is_wide(text));
  return end == 0 ? rt__string_from_unit('.') : rt__substring(path, 0, end);
}

/// `path.basename` without a suffix.
rt_string *rt_path_basename(rt_string *path) {
  RT_SAFEPOINT();
  rt_text text = rt__text(path);
  return part(path, rt__path_base(units_of(text), text.length, rt_text_is_wide(text)));
}

/// `path.extname`.
rt_string *rt_path_extname(rt_string *path) {
  RT_SAFEPOINT();
  rt_text text = rt__text(path);
  return part(path, rt__path_extension(units_of(text), text.length, rt_text_is_wide(text)));
}

/// A text's units as UTF-16.
static const uint16_t *widened(rt_text text) {
  if (text.utf16) return text.utf16;
  uint16_t *units = rt__allocate(2 * (size_t)text.length + 2, RT_CELL_LEAF);
  for (uint32_t i = 0; i < text.length; i++) units[i] = text.latin1[i];
  return units;
}

/// `path.relative` of absolute, normalised paths.
rt_string *rt_path_relative(rt_string *from, rt_string *to) {
  RT_SAFEPOINT();
  rt_text from_text = rt__text(from), to_text = rt__text(to);
  bool is_wide = rt_text_is_wide(from_text) || rt_text_is_wide(to_text);
  const void *from_units = is_wide ? (const void *)widened(from_text) : from_text.latin1;
  const void *to_units = is_wide ? (const void *)widened(to_text) : to_text.latin1;
  void *out = rt__allocate((2 * (size_t)from_text.length + to_text.length + 4) << is_wide, RT_CELL_LEAF);
  uint32_t length = rt__path_relative(from_units, from_text.length, to_units, to_text.length, is_wide, out);
  return made(out, length, is_wide);
}
