/// `import.meta` (ECMA-262 13.3.12) with Node's properties.
#include "builtin/native.h"
#include "module.h"

#include <string.h>

/// Node's modules, which `import.meta.resolve` recognises without `node:`.
static const char node_modules[] =
    " assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns "
    "dns/promises domain events fs fs/promises http http2 https inspector inspector/promises module net os path path/posix "
    "path/win32 perf_hooks process punycode querystring readline readline/promises repl stream stream/consumers "
    "stream/promises stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types v8 vm "
    "wasi worker_threads zlib ";

static bool is_node_module(rt_string *name) {
  const char *text = rt__utf8_cstring(name);
  if (!text || !*text || strchr(text, ' ')) return false;
  const char *found = node_modules;
  size_t length = strlen(text);
  while ((found = strstr(found + 1, text)))
    if (found[-1] == ' ' && found[length] == ' ') return true;
  return false;
}

static NATIVE(resolve) {
  rt_string *specifier = rt__to_string_js(ARGUMENT(0));
  if (!specifier) return RT_EXCEPTION;
  rt_string *referrer = rt_as_string(callee->captures[0]);
  enum rt_specifier_kind kind;
  rt_string *resolved = rt__resolve_specifier(specifier, referrer, &kind);
  if (kind == RT_SPECIFIER_URL) return rt_from_string(resolved);
  if (kind == RT_SPECIFIER_PATH) {
    rt_string *url = rt__file_url(resolved);
    return url ? rt_from_string(url) : RT_EXCEPTION;
  }
  rt_builder builder = {0};
  if (is_node_module(specifier)) {
    rt__builder_ascii(&builder, "node:");
    rt__builder_string(&builder, specifier);
    rt_string *name = rt__builder_finish(&builder);
    return name ? rt_from_string(name) : RT_EXCEPTION;
  }
  rt__builder_ascii(&builder, "Cannot find package '");
  rt__builder_string(&builder, specifier);
  rt__builder_ascii(&builder, "' imported from ");
  rt__builder_string(&builder, referrer);
  rt_string *message = rt__builder_finish(&builder);
  return message ? rt__throw(rt__loader_error(RT_ERROR, message, "ERR_MODULE_NOT_FOUND")) : RT_EXCEPTION;
}

static void add(rt_object *object, const char *key, rt_value value) {
  rt__add_property(object, rt__intern_ascii(key), value, RT_PROPERTY_PLAIN);
}

/// The meta object of the module in the file `path`; compiled code keeps it.
rt_value rt_import_meta(rt_string *path, int32_t is_main) {
  RT_SAFEPOINT();
  rt_object *meta = rt__object_new_with_prototype(NULL);
  rt_text text = rt__text(path);
  uint32_t slash = rt__text_find_last(text, rt_text_latin1((const uint8_t *)"/", 1), text.length);
  uint32_t end = slash == RT_NOT_FOUND || slash == 0 ? 1 : slash;
  rt_value captured = rt_from_string(path);
  add(meta, "dirname", rt_from_string(rt__substring(path, 0, end)));
  add(meta, "filename", captured);
  add(meta, "main", rt_from_bool(is_main));
  add(meta, "resolve", rt_from_object(rt__function_new_with(resolve, rt__intern_ascii("resolve"), 1, 1, &captured)));
  add(meta, "url", rt_from_string(rt__file_url(path)));
  return rt_from_object(meta);
}
