/// Escapes (ECMA-262 22.2.1 CharacterEscape, CharacterClassEscape, Annex B.1.2) and names of groups.
#include "regexp_parser.h"

int rt_regexp__hex_digit(uint32_t unit) {
  if (rt_regexp__is_digit(unit)) return (int)(unit - '0');
  if ((unit | 32) >= 'a' && (unit | 32) <= 'f') return (int)((unit | 32) - 'a' + 10);
  return -1;
}

/// Takes exactly so many hexadecimal digits, or nothing.
static bool take_hex(rt_regexp_parser *parser, uint32_t count, uint32_t *value) {
  *value = 0;
  for (uint32_t i = 0; i < count; i++) {
    int digit = rt_regexp__hex_digit(rt_regexp__unit(parser, i));
    if (digit < 0) return false;
    *value = *value * 16 + (uint32_t)digit;
  }
  parser->position += count;
  return true;
}

bool rt_regexp__take_unicode_escape(rt_regexp_parser *parser, bool allows_braces, bool joins, uint32_t *character) {
  uint32_t start = parser->position;
  if (allows_braces && rt_regexp__take(parser, '{')) {
    uint32_t value = 0, digits = 0;
    for (int digit; (digit = rt_regexp__hex_digit(rt_regexp__unit(parser, 0))) >= 0; parser->position++, digits++) {
      value = value * 16 + (uint32_t)digit;
      if (value > 0x10FFFF) break;
    }
    if (digits > 0 && value <= 0x10FFFF && rt_regexp__take(parser, '}')) {
      *character = value;
      return true;
    }
    parser->position = start;
    return false;
  }
  if (!take_hex(parser, 4, character)) return false;
  if (joins && *character >= 0xD800 && *character <= 0xDBFF && rt_regexp__unit(parser, 0) == '\\' &&
      rt_regexp__unit(parser, 1) == 'u') {
    uint32_t behind = parser->position, trail;
    parser->position += 2;
    if (take_hex(parser, 4, &trail) && trail >= 0xDC00 && trail <= 0xDFFF) {
      *character = 0x10000 + ((*character & 0x3FF) << 10) + (trail & 0x3FF);
    } else {
      parser->position = behind;
    }
  }
  return true;
}

/// Annex B.1.2 LegacyOctalEscapeSequence: up to three digits, below 256.
static uint32_t parse_octal(rt_regexp_parser *parser) {
  uint32_t value = 0;
  for (int i = 0; i < 3; i++) {
    uint32_t unit = rt_regexp__unit(parser, 0);
    if (unit < '0' || unit > '7' || value * 8 + unit - '0' > 0xFF) break;
    value = value * 8 + unit - '0';
    parser->position++;
  }
  return value;
}

/// Whether a Unicode flag allows a character behind a backslash as itself.
static bool is_syntax_character(uint32_t unit) {
  switch (unit) {
  case '^': case '$': case '\\': case '.': case '*': case '+': case '?': case '(': case ')': case '[': case ']':
  case '{': case '}': case '|': case '/': return true;
  default: return false;
  }
}

/// ECMA-262 22.2.1 ClassSetReservedPunctuator.
static bool is_reserved_punctuator(uint32_t unit) {
  switch (unit) {
  case '&': case '-': case '!': case '#': case '%': case ',': case ':': case ';': case '<': case '=': case '>':
  case '@': case '`': case '~': return true;
  default: return false;
  }
}

/// A control letter, `\cX`; in classes without a Unicode flag also a digit or low line (Annex B.1.2).
static bool parse_control(rt_regexp_parser *parser, bool in_class, uint32_t *character) {
  uint32_t letter = rt_regexp__unit(parser, 1);
  bool is_control = rt_regexp__is_letter(letter) ||
                    (in_class && !parser->unicode && (rt_regexp__is_digit(letter) || letter == '_'));
  if (is_control) {
    parser->position += 2;
    *character = letter & 0x1F;
    return true;
  }
  if (parser->unicode) return rt_regexp__fail(parser, "Invalid Unicode escape");
  // The backslash stands for itself; the letter is the next character.
  *character = '\\';
  return true;
}

bool rt_regexp__parse_character_escape(rt_regexp_parser *parser, bool in_class, uint32_t *character) {
  uint32_t unit = rt_regexp__character(parser);
  switch (unit) {
  case RT_REGEXP_NONE: return rt_regexp__fail(parser, "\\ at end of pattern");
  case 'f': *character = 12; break;
  case 'n': *character = 10; break;
  case 'r': *character = 13; break;
  case 't': *character = 9; break;
  case 'v': *character = 11; break;
  case 'c': return parse_control(parser, in_class, character);
  case '0':
    if (!rt_regexp__is_digit(rt_regexp__unit(parser, 1))) {
      *character = 0;
      break;
    }
    __attribute__((fallthrough));
  case '1': case '2': case '3': case '4': case '5': case '6': case '7':
    if (parser->unicode) return rt_regexp__fail(parser, "Invalid decimal escape");
    *character = parse_octal(parser);
    return true;
  case 'x':
    parser->position++;
    if (take_hex(parser, 2, character)) return true;
    if (parser->unicode) return rt_regexp__fail(parser, "Invalid escape");
    *character = 'x';
    return true;
  case 'u':
    parser->position++;
    if (rt_regexp__take_unicode_escape(parser, parser->unicode, parser->unicode, character)) return true;
    if (parser->unicode) return rt_regexp__fail(parser, "Invalid Unicode escape");
    *character = 'u';
    return true;
  case 'b':
    if (in_class) {
      *character = 8;
      break;
    }
    __attribute__((fallthrough));
  default: {
    bool is_valid = parser->unicode ? is_syntax_character(unit) || (in_class && unit == '-') ||
                                          (in_class && parser->sets && is_reserved_punctuator(unit))
                                    : unit != 'k' || !parser->has_names;
    if (!is_valid) return rt_regexp__fail(parser, "Invalid escape");
    *character = unit;
  }
  }
  parser->position += rt_regexp__units(unit);
  return true;
}

bool rt_regexp__is_class_escape(const rt_regexp_parser *parser, uint32_t letter) {
  switch (letter) {
  case 'd': case 'D': case 's': case 'S': case 'w': case 'W': return true;
  case 'p': case 'P': return parser->unicode;
  default: return false;
  }
}

void rt_regexp__add_word_characters(rt_regexp_parser *parser, rt_regexp_set *set) {
  rt_regexp_set_add(set, '0', '9', parser->allocator);
  rt_regexp_set_add(set, 'A', 'Z', parser->allocator);
  rt_regexp_set_add(set, '_', '_', parser->allocator);
  rt_regexp_set_add(set, 'a', 'z', parser->allocator);
  if (parser->unicode && (parser->modifiers & RT_REGEXP_IGNORE_CASE)) {
    rt_regexp_set_add(set, 0x17F, 0x17F, parser->allocator);
    rt_regexp_set_add(set, 0x212A, 0x212A, parser->allocator);
  }
}

/// ECMA-262 12.2 WhiteSpace and 12.3 LineTerminator.
static void add_white_space(rt_regexp_parser *parser, rt_regexp_set *set) {
  static const rt_regexp_range spaces[] = {
      {9, 13}, {0x20, 0x20}, {0xA0, 0xA0}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029},
      {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
  for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
    rt_regexp_set_add(set, spaces[i].first, spaces[i].last, parser->allocator);
  }
}

enum { PROPERTY_NAME_MAX = 64 };

/// Takes letters, digits and low lines; false if there are none or too many for any name.
static bool take_property_word(rt_regexp_parser *parser, char *word) {
  uint32_t length = 0;
  for (uint32_t unit; (unit = rt_regexp__unit(parser, 0)) != RT_REGEXP_NONE &&
                      (rt_regexp__is_letter(unit) || rt_regexp__is_digit(unit) || unit == '_');
       parser->position++) {
    if (length == PROPERTY_NAME_MAX - 1) return false;
    word[length++] = (char)unit;
  }
  word[length] = 0;
  return length > 0;
}

/// Takes `{name}` or `{name=value}` behind `\p` or `\P`.
static bool parse_property(rt_regexp_parser *parser, bool in_class, bool is_negated, rt_regexp_class *result) {
  const char *message = in_class ? "Invalid property name in character class" : "Invalid property name";
  char name[PROPERTY_NAME_MAX], value[PROPERTY_NAME_MAX];
  bool has_value = false;
  if (!rt_regexp__take(parser, '{') || !take_property_word(parser, name)) return rt_regexp__fail(parser, message);
  if (rt_regexp__take(parser, '=')) {
    has_value = true;
    if (!take_property_word(parser, value)) return rt_regexp__fail(parser, message);
  }
  if (!rt_regexp__take(parser, '}') || !parser->properties) return rt_regexp__fail(parser, message);
  rt_regexp_set set = {0};
  if (!parser->properties->add(name, has_value ? value : NULL, &set, parser->allocator)) {
    // A property of strings: only under the flag v, and it has no complement.
    uint32_t count;
    rt_regexp_string *strings = has_value || !parser->sets || is_negated
                                    ? NULL
                                    : parser->properties->strings(name, &count, &set, parser->allocator);
    if (!strings) return rt_regexp__fail(parser, message);
    result->may_contain_strings = true;
    result->strings = strings;
    result->string_count = result->string_capacity = count;
  }
  rt_regexp_set_complete(&set);
  if (parser->sets && (parser->modifiers & RT_REGEXP_IGNORE_CASE)) rt_regexp__set_fold(&set, parser->allocator);
  if (is_negated) set = rt_regexp__complement(parser, &set);
  rt_regexp__set_add_all(&result->set, &set, parser->allocator);
  return true;
}

bool rt_regexp__parse_class_escape(rt_regexp_parser *parser, bool in_class, rt_regexp_class *result) {
  uint32_t letter = rt_regexp__unit(parser, 0);
  bool is_negated = !(letter & 32);
  parser->position++;
  rt_regexp_set set = {0};
  switch (letter | 32) {
  case 'd': rt_regexp_set_add(&set, '0', '9', parser->allocator); break;
  case 's': add_white_space(parser, &set); break;
  case 'w': rt_regexp__add_word_characters(parser, &set); break;
  default: return parse_property(parser, in_class, is_negated, result);
  }
  if (parser->sets && (parser->modifiers & RT_REGEXP_IGNORE_CASE)) rt_regexp__set_fold(&set, parser->allocator);
  if (is_negated) set = rt_regexp__complement(parser, &set);
  rt_regexp__set_add_all(&result->set, &set, parser->allocator);
  return true;
}

/// Whether a code point may stand in a name.
static bool is_name_character(const rt_regexp_parser *parser, uint32_t c, bool is_start) {
  if (c < 0x80) return rt_regexp__is_letter(c) || c == '$' || c == '_' || (!is_start && rt_regexp__is_digit(c));
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return false;
  if (!is_start && (c == 0x200C || c == 0x200D)) return true;
  return parser->properties ? parser->properties->is_identifier(c, is_start) : true;
}

/// NULL with an error.
static rt_regexp_name *fail_name(rt_regexp_parser *parser, const char *message) {
  rt_regexp__fail(parser, message);
  return NULL;
}

rt_regexp_name *rt_regexp__parse_name(rt_regexp_parser *parser) {
  const char *invalid = "Invalid capture group name", *invalid_escape = "Invalid Unicode escape";
  rt_regexp_name *name = rt_regexp__allocate(parser->allocator, sizeof *name);
  uint32_t start = parser->position;
  uint32_t end = start;
  while (end < parser->pattern.length && rt_regexp__unit(parser, end - start) != '>') end++;
  // Escapes are longer than what they stand for.
  name->units = rt_regexp__allocate(parser->allocator, (end - start + 1) * sizeof *name->units);
  for (;;) {
    uint32_t character = rt_regexp__code_point(parser);
    if (character == '>' && name->length > 0) {
      parser->position++;
      return name;
    }
    if (character == RT_REGEXP_NONE) return fail_name(parser, invalid);
    parser->position += rt_regexp__units(character);
    if (character == '\\') {
      if (!rt_regexp__take(parser, 'u')) return fail_name(parser, invalid);
      if (!rt_regexp__take_unicode_escape(parser, true, true, &character)) return fail_name(parser, invalid_escape);
    }
    if (!is_name_character(parser, character, name->length == 0)) return fail_name(parser, invalid);
    if (character > 0xFFFF) {
      name->units[name->length++] = (uint16_t)(0xD800 + ((character - 0x10000) >> 10));
      name->units[name->length++] = (uint16_t)(0xDC00 + (character & 0x3FF));
    } else {
      name->units[name->length++] = (uint16_t)character;
    }
  }
}
