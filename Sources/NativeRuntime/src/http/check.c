/// Checks of what programs want to send (RFC 9110, 5.1 and 5.5).
#include "library.h"
#include "names.h"

rt_string *rt_http_lower_field_name(rt_string *name);
int32_t rt_http_is_token(rt_string *text);
int32_t rt_http_is_value(rt_string *text);

static bool is_token_unit(uint16_t c) {
  static const char others[] = "!#$%&'*+-.^_`|~";
  if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) return c < 0x80;
  return c > 0x20 && c < 0x7F && strchr(others, c) != NULL;
}

int32_t rt_http_is_token(rt_string *string) {
  rt_text text = rt__text(string);
  for (uint32_t i = 0; i < text.length; i++)
    if (!is_token_unit(rt_text_at(text, i))) return 0;
  return text.length > 0;
}

/// Whether a value has nothing but visible characters, blanks and what is above ASCII in Latin-1.
int32_t rt_http_is_value(rt_string *string) {
  rt_text text = rt__text(string);
  for (uint32_t i = 0; i < text.length; i++) {
    uint16_t c = rt_text_at(text, i);
    if ((c < 0x20 && c != '\t') || c == 0x7F || c > 0xFF) return 0;
  }
  return 1;
}

/// The name in lower case; the empty string if it is no token.
rt_string *rt_http_lower_field_name(rt_string *name) {
  RT_SAFEPOINT();
  rt_text text = rt__text(name);
  rt_string *known = text.latin1 ? rt__http_known_lower_name(text.latin1, text.length) : NULL;
  if (known) return known;
  if (!rt_http_is_token(name)) return RT_ATOM(empty);
  if (text.latin1) return rt__http_lower_name(text.latin1, text.length, NULL);
  uint8_t *bytes = rt__allocate(text.length, RT_CELL_LEAF);
  for (uint32_t i = 0; i < text.length; i++) bytes[i] = (uint8_t)text.utf16[i];
  return rt__http_lower_name(bytes, text.length, NULL);
}
