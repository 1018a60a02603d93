/// What the files of src/module share: specifiers, file URLs, `import()`.
#pragma once

#include "object/object.h"
#include "rt_text.h"

/// How a specifier names a module.
enum rt_specifier_kind {
  RT_SPECIFIER_PATH, ///< relative, absolute or a file URL
  RT_SPECIFIER_URL,  ///< a URL of another scheme, `node:` among them
  RT_SPECIFIER_BARE, ///< a package or a module of Node
};

/// Resolves a specifier that stands in the file `referrer`: the absolute path for RT_SPECIFIER_PATH, otherwise the
/// specifier itself.
rt_string *rt__resolve_specifier(rt_string *specifier, rt_string *referrer, enum rt_specifier_kind *kind);
/// The file URL of an absolute path, as `url.pathToFileURL` spells it.
rt_string *rt__file_url(rt_string *path);
/// An error with a `code` as Node's loader makes it, without throwing it.
rt_value rt__loader_error(enum rt_error_kind kind, rt_string *message, const char *code);
