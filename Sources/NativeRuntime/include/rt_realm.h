/// The built-in objects, made one by one when first needed from the tables that the program contains.
#pragma once

#include "rt_builtin_ids.h"
#include "rt_function.h"

/// The object, made now if nobody needed it so far. Never collects.
rt_object *rt__builtin(enum rt_builtin_id id);
/// The object if it exists already, otherwise NULL.
rt_object *rt__builtin_if_made(enum rt_builtin_id id);
/// Whether a value is this built-in object; makes nothing.
bool rt__is_builtin(rt_value value, enum rt_builtin_id id);

/// A well-known symbol by its name without `Symbol.` ("iterator"), the same one every time.
rt_string *rt__well_known_symbol(rt_string *name);
extern rt_symbol rt_symbol_iterator, rt_symbol_async_iterator, rt_symbol_has_instance, rt_symbol_to_primitive,
    rt_symbol_to_string_tag, rt_symbol_species, rt_symbol_is_concat_spreadable, rt_symbol_unscopables,
    rt_symbol_match, rt_symbol_match_all, rt_symbol_replace, rt_symbol_search, rt_symbol_split, rt_symbol_dispose,
    rt_symbol_async_dispose;
/// A well-known symbol as a property key.
#define RT_SYMBOL(name) ((rt_string *)(void *)&rt_symbol_##name)
