/// Access to the text of strings: flattening ropes, comparing, hashing.
#include "rt_string.h"
#include "rt_atoms.h"

static rt_text flat_text(rt_string *s) {
  return s->kind == RT_STRING_LATIN1 ? (rt_text){.latin1 = s->data, .length = s->length}
                                     : (rt_text){.utf16 = (const uint16_t *)(const void *)s->data, .length = s->length};
}

/// Whether any leaf of a rope is UTF-16. The answer is kept in `flags` of ropes when they are made.
enum { ROPE_WIDE = 0x80 };

bool rt__string_is_wide(const rt_string *s) {
  if (s->kind == RT_STRING_LATIN1) return false;
  if (s->kind == RT_STRING_UTF16) return true;
  if (s->kind == RT_STRING_SLICE) return ((const rt_slice *)(const void *)s)->parent->kind == RT_STRING_UTF16;
  return s->flags & ROPE_WIDE;
}

static void copy_text(rt_text text, bool wide, void *units, uint32_t at) {
  if (!wide) memcpy((uint8_t *)units + at, text.latin1, text.length);
  else if (text.utf16) memcpy((uint16_t *)units + at, text.utf16, (size_t)text.length * 2);
  else
    for (uint32_t i = 0; i < text.length; i++) ((uint16_t *)units)[at + i] = text.latin1[i];
}

/// Writes a rope's leaves from right to left: the left spine, on which `s += x` builds, needs no stack at all, and the
/// pending right parts are kept in a stack that grows in the heap.
static void write_rope(rt_string *rope, bool wide, void *units) {
  struct pending {
    rt_string *string;
    uint32_t end;
  } local[64], *stack = local;
  uint32_t count = 0, capacity = 64;
  rt_string *s = rope;
  uint32_t end = rope->length;
  for (;;) {
    if (s->kind == RT_STRING_ROPE) {
      rt_rope *r = (rt_rope *)(void *)s;
      // The shorter way down is written first if it is a leaf; otherwise the left part waits.
      if (r->right->kind != RT_STRING_ROPE) {
        rt_text text = rt_text_of(r->right);
        copy_text(text, wide, units, end - text.length);
        end -= text.length;
        s = r->left;
        continue;
      }
      if (count == capacity) {
        struct pending *larger = rt__allocate((size_t)capacity * 2 * sizeof *larger, RT_CELL_WORDS);
        memcpy(larger, stack, capacity * sizeof *larger);
        stack = larger;
        capacity *= 2;
      }
      stack[count++] = (struct pending){r->left, end - r->right->length};
      s = r->right;
      continue;
    }
    rt_text text = rt_text_of(s);
    copy_text(text, wide, units, end - text.length);
    if (count == 0) return;
    count--;
    s = stack[count].string;
    end = stack[count].end;
  }
}

void rt__string_write_latin1(rt_string *string, uint8_t *units) {
  if (string->kind == RT_STRING_ROPE) {
    write_rope(string, false, units);
  } else {
    rt_text text = rt_text_of(string);
    memcpy(units, text.latin1, text.length);
  }
}

void rt__rope_becomes_slice(rt_string *rope, rt_string *parent) {
  rt_slice *slice = (rt_slice *)(void *)rope;
  slice->kind = RT_STRING_SLICE;
  slice->flags = 0;
  slice->parent = parent;
  slice->start = 0;
}

rt_string *rt__flatten(rt_string *string) {
  if (string->kind != RT_STRING_ROPE) return string;
  bool wide = string->flags & ROPE_WIDE;
  rt_string *flat = wide ? rt__string_utf16_raw(string->length) : rt__string_latin1_raw(string->length);
  write_rope(string, wide, flat->data);
  rt__rope_becomes_slice(string, flat);
  return string;
}

rt_text rt__text(rt_string *string) {
  if (string->kind <= RT_STRING_UTF16) return flat_text(string);
  if (string->kind == RT_STRING_ROPE) rt__flatten(string);
  const rt_slice *slice = (const rt_slice *)(const void *)string;
  rt_text text = flat_text(slice->parent);
  if (text.latin1) text.latin1 += slice->start;
  else text.utf16 += slice->start;
  text.length = slice->length;
  return text;
}

static bool text_equal(rt_text a, rt_text b) {
  if (a.latin1 && b.latin1) return memcmp(a.latin1, b.latin1, a.length) == 0;
  if (a.utf16 && b.utf16) return memcmp(a.utf16, b.utf16, (size_t)a.length * 2) == 0;
  for (uint32_t i = 0; i < a.length; i++)
    if (rt_text_at(a, i) != rt_text_at(b, i)) return false;
  return true;
}

bool rt__string_equal(rt_string *a, rt_string *b) {
  if (a == b) return true;
  if (a->length != b->length) return false;
  if (a->flags & b->flags & RT_STRING_INTERNED) return false;
  if ((a->kind | b->kind) == RT_STRING_LATIN1) return memcmp(a->data, b->data, a->length) == 0;
  if (a->hash && b->hash && a->hash != b->hash) return false;
  return text_equal(rt_text_of(a), rt_text_of(b));
}

int32_t rt_string_equal_slow(rt_string *a, rt_string *b) { return rt__string_equal(a, b); }

/// Compares bytes, eight at a time: most strings are too short for memcmp to pay.
static inline int compare_bytes(const uint8_t *a, const uint8_t *b, uint32_t length) {
  uint32_t i = 0;
  for (; i + 8 <= length; i += 8) {
    uint64_t x, y;
    memcpy(&x, a + i, 8);
    memcpy(&y, b + i, 8);
    if (x != y) return __builtin_bswap64(x) < __builtin_bswap64(y) ? -1 : 1;
  }
  for (; i < length; i++)
    if (a[i] != b[i]) return (int)a[i] - (int)b[i];
  return 0;
}

int rt__string_compare(rt_string *a, rt_string *b) {
  if (a == b) return 0;
  rt_text x = rt_text_of(a), y = rt_text_of(b);
  uint32_t length = x.length < y.length ? x.length : y.length;
  if (x.latin1 && y.latin1) {
    int order = compare_bytes(x.latin1, y.latin1, length);
    if (order) return order;
  } else {
    for (uint32_t i = 0; i < length; i++) {
      int order = (int)rt_text_at(x, i) - (int)rt_text_at(y, i);
      if (order) return order;
    }
  }
  return x.length < y.length ? -1 : x.length > y.length;
}

int32_t rt_string_compare_slow(rt_string *a, rt_string *b) { return rt__string_compare(a, b); }

#define FNV_START 2166136261u
#define FNV_STEP 16777619u

uint32_t rt__hash_latin1(const uint8_t *units, uint32_t length) {
  uint32_t hash = FNV_START;
  for (uint32_t i = 0; i < length; i++) hash = (hash ^ units[i]) * FNV_STEP;
  return hash ? hash : 1;
}

uint32_t rt__hash_utf16(const uint16_t *units, uint32_t length) {
  uint32_t hash = FNV_START;
  for (uint32_t i = 0; i < length; i++) hash = (hash ^ units[i]) * FNV_STEP;
  return hash ? hash : 1;
}

uint32_t rt__string_hash(rt_string *string) {
  if (string->hash) return string->hash;
  rt_text text = rt_text_of(string);
  return string->hash = text.latin1 ? rt__hash_latin1(text.latin1, text.length) : rt__hash_utf16(text.utf16, text.length);
}
