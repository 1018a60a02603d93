/// Strings: flat, rope, slice, interning, UTF-8, hashing, comparing.
#include "harness.h"

static void test_concat(void) {
  rt_string *s = rt__string_from_ascii("");
  char expected[5001];
  for (int i = 0; i < 5000; i++) {
    char c = (char)('a' + i % 26);
    s = rt_string_concat(s, rt__string_from_unit((uint16_t)c));
    expected[i] = c;
  }
  expected[5000] = 0;
  CHECK(s->length == 5000);
  CHECK(rt__string_equal(s, S(expected)));
  CHECK(s->kind == RT_STRING_SLICE);
  CHECK(rt__string_hash(s) == rt__string_hash(S(expected)));
}

static void test_deep_ropes(void) {
  // Right-leaning, left-leaning and balanced ropes, all deep.
  rt_string *left = S("0123456789012345678901234567890"), *right = left, *balanced = left;
  // Under stress each step is a collection of all that is there.
  int depth = rt_prim_getenv("POLYGLOT_GC_STRESS") ? 500 : 20000;
  for (int i = 0; i < depth; i++) {
    left = rt_string_concat(left, S("x"));
    right = rt_string_concat(S("x"), right);
  }
  for (int i = 0; i < 12; i++) balanced = rt_string_concat(balanced, balanced);
  rt_text l = rt__text(left), r = rt__text(right), b = rt__text(balanced);
  CHECK(l.length == (uint32_t)depth + 31 && rt_text_at(l, 31) == 'x' && rt_text_at(l, l.length - 1) == 'x' && rt_text_at(l, 30) == '0');
  CHECK(r.length == l.length && rt_text_at(r, 0) == 'x' && rt_text_at(r, (uint32_t)depth) == '0');
  CHECK(b.length == 31u << 12 && rt_text_at(b, 31 * 4095) == '0');
}

static void test_wide(void) {
  const uint8_t utf8[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
  rt_string *s = rt__string_from_utf8(utf8, sizeof utf8 - 1);
  rt_text text = rt__text(s);
  CHECK(s->length == 6 && text.utf16 && text.utf16[1] == 0xE9 && text.utf16[2] == 0x20AC && text.utf16[3] == 0xD83D);
  uint8_t back[32];
  CHECK(rt__utf8_length(s) == sizeof utf8 - 1);
  rt__utf8_write(s, back);
  CHECK(memcmp(back, utf8, sizeof utf8 - 1) == 0);
  rt_string *latin1 = rt__string_from_utf8((const uint8_t *)"\xC3\xA9t\xC3\xA9", 5);
  CHECK(latin1->kind == RT_STRING_LATIN1 && latin1->length == 3);
  // A Latin-1 string equals the same text cut out of a UTF-16 one.
  rt_string *longer = rt__concat(rt__concat(S("abcdefghijklmnopqrstuvwxyzabcdef"), s), S("abcdefghijklmnopqrstuvwxyzabcdef"));
  rt_string *part = rt__substring(longer, 0, 32);
  CHECK(part->kind == RT_STRING_SLICE && rt__string_equal(part, S("abcdefghijklmnopqrstuvwxyzabcdef")));
  CHECK(rt__intern(part) == K("abcdefghijklmnopqrstuvwxyzabcdef"));
  // Malformed input becomes U+FFFD, one for each maximal prefix.
  rt_string *bad = rt__string_from_utf8((const uint8_t *)"\xF0\x9F\x98" "a\xFF\xED\xA0\x80", 8);
  CHECK(bad->length == 6 && rt_text_at(rt__text(bad), 0) == 0xFFFD && rt_text_at(rt__text(bad), 1) == 'a');
  // A lone surrogate is written as U+FFFD.
  uint16_t lone = 0xD800;
  CHECK(rt__utf8_length(rt__string_from_utf16(&lone, 1)) == 3);
}

static void test_compare(void) {
  CHECK(rt_string_compare(S("abc"), S("abd")) < 0 && rt_string_compare(S("abc"), S("ab")) > 0);
  CHECK(rt_string_compare(S("abc"), S("abc")) == 0);
  uint16_t astral[2] = {0xD83D, 0xDE00}, bmp = 0xFFFD;
  // By UTF-16 units, a surrogate is less than U+FFFD.
  CHECK(rt_string_compare(rt__string_from_utf16(astral, 2), rt__string_from_utf16(&bmp, 1)) < 0);
  CHECK(rt_less(SV("a"), SV("b")) == 1 && rt_less(SV("10"), SV("9")) == 1 && rt_less(SV("10"), N(9)) == 0);
}

static void test_intern(void) {
  uint32_t index;
  CHECK(K("hello") == rt__intern(S("hello")));
  CHECK(rt_key_is_index(K("123")) && rt__key_index(K("123")) == 123 && !rt_key_is_index(K("0123")));
  CHECK(rt_key_is_index(K("4294967294")) && !rt_key_is_index(K("4294967295")) && !rt_key_is_index(K("")));
  CHECK(rt__intern_index(7) == K("7") && rt__string_is_index(S("42"), &index) && index == 42);
  CHECK(rt__intern_find(S("never seen before")) == NULL);
  CHECK(RT_ATOM(length) == K("length"));
  // Many short-lived atoms.
  for (uint32_t i = 0; i < 20000; i++) CHECK(rt__key_index(rt__intern_index(i)) == i);
}

static void test_builder(void) {
  rt_builder b = {0};
  for (int i = 0; i < 1000; i++) rt__builder_unit(&b, 'a');
  rt__builder_code_point(&b, 0x1F600);
  rt__builder_ascii(&b, "end");
  rt_string *s = rt__builder_finish(&b);
  CHECK(s->length == 1005 && rt_text_at(rt__text(s), 1000) == 0xD83D && rt_text_at(rt__text(s), 1004) == 'd');
  rt_builder empty = {0};
  CHECK(rt__builder_finish(&empty)->length == 0);
}

static void test_too_long(void) {
  rt_string *s = S("0123456789abcdef0123456789abcdef");
  for (int i = 0; i < 23; i++) s = rt_string_concat(s, s);
  CHECK(s->length == 32u << 23);
  CHECK(rt_string_concat(s, s) == NULL && threw("Invalid string length"));
}

NO_BUILTINS
TEST_PROGRAM(test_concat, test_deep_ropes, test_wide, test_compare, test_intern, test_builder, test_too_long)
