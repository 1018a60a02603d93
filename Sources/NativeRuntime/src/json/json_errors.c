/// The messages of JSON.parse, worded as V8 words them.
#include "json.h"

/// How much of the text is shown on each side of the unit in question.
enum { CONTEXT = 10 };

/// A string of a part of the text.
static rt_string *part(rt_text text, uint32_t start, uint32_t end) {
  rt_builder builder = {0};
  rt__builder_text(&builder, text, start, end);
  return rt__builder_finish(&builder);
}

rt_value rt__json_throw_at(rt_text text, uint32_t at, const char *message) {
  uint32_t line = 1, column = 1;
  for (uint32_t i = 0; i < at && i < text.length; i++) {
    uint16_t unit = rt_text_at(text, i);
    if (unit == '\r' && i + 1 < at && i + 1 < text.length && rt_text_at(text, i + 1) == '\n') i++;
    column++;
    if (unit == '\r' || unit == '\n') {
      line++;
      column = 1;
    }
  }
  return rt__throw_error(RT_SYNTAX_ERROR, "%c %u (line %u column %u)", message, at, line, column);
}

/// Whether the text is what a value that is no text converts to, which is then named as a whole.
static bool is_special(rt_text text) {
  static const char *const names[] = {"[object Object]", "NaN", "Infinity", "undefined"};
  for (uint32_t i = 0; i < 4; i++) {
    if (rt__text_equal(text, rt_text_latin1(names[i], (uint32_t)strlen(names[i])))) return true;
  }
  return false;
}

rt_value rt__json_throw_unexpected(rt_text text, uint32_t at) {
  if (is_special(text)) {
    return rt__throw_error(RT_SYNTAX_ERROR, "\"%s\" is not valid JSON", part(text, 0, text.length));
  }
  if (at >= text.length) return rt__throw_error(RT_SYNTAX_ERROR, "Unexpected end of JSON input");
  uint16_t unit = rt_text_at(text, at);
  if (unit == '"') return rt__json_throw_at(text, at, "Unexpected string in JSON at position");
  if (unit == '-' || (unit >= '0' && unit <= '9')) {
    return rt__json_throw_at(text, at, "Unexpected number in JSON at position");
  }
  rt_string *token = part(text, at, at + 1);
  bool cut_start = text.length > 2 * CONTEXT && at >= CONTEXT;
  bool cut_end = text.length > 2 * CONTEXT && at + CONTEXT < text.length;
  uint32_t start = cut_start ? at - CONTEXT : 0;
  rt_string *shown = part(text, start, cut_end ? at + CONTEXT : text.length);
  return rt__throw_error(RT_SYNTAX_ERROR, "Unexpected token '%s', %c\"%s\"%c is not valid JSON", token,
                         cut_start ? "..." : "", shown, cut_end ? "..." : "");
}
