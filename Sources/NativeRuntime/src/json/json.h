/// What the parts of JSON share.
#pragma once

#include "library.h"

/// JSON.parse without a reviver.
rt_value rt__json_parse(rt_string *string);
/// Throws V8's SyntaxError for a unit, or the end, that nothing allows at a position; returns RT_EXCEPTION.
rt_value rt__json_throw_unexpected(rt_text text, uint32_t at);
/// Throws a SyntaxError "<message> <position> (line <l> column <c>)"; returns RT_EXCEPTION.
rt_value rt__json_throw_at(rt_text text, uint32_t at, const char *message);
