/// The names of fields that are known: strings that are made once.
#pragma once

#include "rt_atoms.h"
#include "rt_string.h"

/// How the values of a field that occurs twice are put together in `headers`.
enum rt_http_duplicates { RT_HTTP_JOIN_COMMA, RT_HTTP_JOIN_SEMICOLON, RT_HTTP_FIRST, RT_HTTP_LIST };

/// A name as it was written, or one that is shared.
rt_string *rt__http_name(const uint8_t *text, uint32_t length);
/// The same in lower case if the name is known, otherwise NULL.
rt_string *rt__http_known_lower_name(const uint8_t *text, uint32_t length);
/// The name in lower case as a property key, and what becomes of duplicates.
rt_string *rt__http_lower_name(const uint8_t *text, uint32_t length, enum rt_http_duplicates *duplicates);
