/// GetSubstitution (ECMA-262 22.1.3.19.1): the `$` patterns of replacements.
#include "regexp.h"

/// The number of a group at `$n` or `$nn`; 0 if there is none. `taken` is how many digits it has.
static uint32_t group_at(rt_text replacement, uint32_t index, uint32_t count, uint32_t *taken) {
  uint32_t digit = rt_text_at(replacement, index) - '0';
  if (digit > 9) return 0;
  *taken = 1;
  uint32_t second = index + 1 < replacement.length ? rt_text_at(replacement, index + 1) - '0' : 10u;
  if (second <= 9 && digit * 10 + second >= 1 && digit * 10 + second <= count) {
    *taken = 2;
    return digit * 10 + second;
  }
  return digit <= count ? digit : 0;
}

int32_t rt__get_substitution_js(rt_builder *builder, rt_string *matched, rt_string *string, uint32_t position,
                                const rt_value *captures, uint32_t count, rt_value named, rt_string *replacement) {
  rt_text template = rt__text(replacement), text = rt__text(string);
  RT_ROOT_POINTER(replacement);
  uint32_t done = 0;
  for (uint32_t i; (i = rt__text_find_unit(template, '$', done)) != RT_NOT_FOUND && i + 1 < template.length;) {
    rt__builder_text(builder, template, done, i);
    uint16_t next = rt_text_at(template, i + 1);
    uint32_t taken = 0, group;
    done = i + 2;
    if (next == '$') {
      rt__builder_unit(builder, '$');
    } else if (next == '&') {
      rt__builder_string(builder, matched);
    } else if (next == '`') {
      rt__builder_text(builder, text, 0, position);
    } else if (next == '\'') {
      // With a custom exec, the match may end behind the string.
      uint64_t end = (uint64_t)position + matched->length;
      if (end < text.length) rt__builder_text(builder, text, (uint32_t)end, text.length);
    } else if ((group = group_at(template, i + 1, count, &taken)) > 0) {
      done = i + 1 + taken;
      if (captures[group - 1] != RT_UNDEFINED) rt__builder_string(builder, rt_as_string(captures[group - 1]));
    } else if (next == '<' && named != RT_UNDEFINED) {
      uint32_t close = rt__text_find_unit(template, '>', i + 2);
      if (close == RT_NOT_FOUND) {
        rt__builder_ascii(builder, "$<");
        continue;
      }
      done = close + 1;
      RT_ROOT_POINTER(builder->units);
      rt_value value = rt__get_value_js(named, rt__to_key_js(rt_from_string(rt__substring(replacement, i + 2, close))));
      if (value == RT_EXCEPTION) return -1;
      if (value == RT_UNDEFINED) continue;
      rt_string *capture = rt__to_string_js(value);
      if (!capture) return -1;
      rt__builder_string(builder, capture);
    } else {
      rt__builder_unit(builder, '$');
      done = i + 1;
    }
  }
  rt__builder_text(builder, template, done, template.length);
  return 0;
}
