/// `import()` (ECMA-262 13.3.10): the module is found when the call is evaluated, and evaluated by a job.
#include "module.h"
#include "rt_promise.h"

#include <string.h>

/// What the job of one call needs.
typedef struct import_request {
  rt_promise *promise;
  rt_value evaluate; ///< a function of compiled code: evaluates the module and gives its namespace object
} import_request;

/// ContinueDynamicImport (13.3.10.3).
static void run_import(rt_object *target, int32_t is_rejection, rt_value value) {
  import_request *request = (import_request *)(void *)target;
  (void)is_rejection;
  (void)value;
  rt_promise *promise = request->promise;
  RT_ROOT_POINTER(target);
  RT_ROOT_POINTER(promise);
  rt_value namespace = rt__call_js(request->evaluate, RT_UNDEFINED, 0, NULL);
  if (namespace == RT_EXCEPTION)
    rt__promise_reject(promise, rt__take_pending());
  else
    rt__promise_resolve_js(promise, namespace);
}

static rt_string *text_of(const char *first, rt_string *a, const char *second, rt_string *b, const char *third) {
  rt_builder builder = {0};
  rt__builder_ascii(&builder, first);
  rt__builder_string(&builder, a);
  rt__builder_ascii(&builder, second);
  if (b) rt__builder_string(&builder, b);
  rt__builder_ascii(&builder, third);
  return rt__builder_finish(&builder);
}

static int32_t fail(enum rt_error_kind kind, rt_string *message, const char *code) {
  if (message) rt__throw(rt__loader_error(kind, message, code));
  return -1;
}

/// The call's import attributes (13.3.10.1 EvaluateImportCall, step 10), which may only be `type: "json"`: status.
static int32_t read_attributes_js(rt_value options, rt_string **type) {
  *type = NULL;
  if (options == RT_UNDEFINED) return 0;
  if (!rt_is_object(options)) {
    rt__throw_type_error("The second argument to import() must be an object");
    return -1;
  }
  rt_value with = rt__get_value_js(options, rt__intern_ascii("with"));
  if (with == RT_EXCEPTION) return -1;
  if (with == RT_UNDEFINED) return 0;
  if (!rt_is_object(with)) {
    rt__throw_type_error("The 'with' option must be an object");
    return -1;
  }
  RT_ROOT(with);
  rt_array *keys = rt__own_keys_js(rt_as_object(with), RT_KEYS_STRINGS | RT_KEYS_ENUMERABLE_ONLY);
  if (!keys) return -1;
  RT_ROOT_POINTER(keys);
  rt_string *bad_key = NULL, *bad_value = NULL;
  for (uint32_t i = 0; i < keys->length; i++) {
    rt_string *key = rt__intern(rt_as_string(keys->elements[i]));
    rt_value value = rt__get_value_js(with, key);
    if (value == RT_EXCEPTION) return -1;
    if (!rt_is_string(value)) {
      rt__throw_type_error("Import attribute value must be a string");
      return -1;
    }
    if (key == rt__intern_ascii("type")) *type = rt_as_string(value);
    if (!bad_key && (key != rt__intern_ascii("type") || !rt__string_equal(*type, rt__string_from_ascii("json")))) {
      bad_key = key;
      bad_value = rt_as_string(value);
    }
    RT_ROOT_POINTER(*type);
    RT_ROOT_POINTER(bad_value);
  }
  if (!bad_key) return 0;
  return fail(RT_TYPE_ERROR,
              text_of("Import attribute \"", bad_key, "\" with value \"", bad_value, "\" is not supported"),
              "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED");
}

/// Whether a path ends in `.json`.
static bool is_json(rt_string *path) {
  rt_text text = rt__text(path);
  return text.length >= 5 &&
         rt__text_matches_at(text, rt_text_latin1((const uint8_t *)".json", 5), text.length - 5);
}

/// The request of a call: its module is found, its attributes fit; NULL with an exception pending.
static rt_value find_js(rt_value specifier, rt_value options, rt_value target, bool is_table, rt_string *referrer) {
  RT_ROOT(options);
  RT_ROOT(target);
  rt_string *text = rt__to_string_js(specifier);
  if (!text) return RT_EXCEPTION;
  RT_ROOT_POINTER(text);
  rt_string *type;
  if (read_attributes_js(options, &type) != 0) return RT_EXCEPTION;
  enum rt_specifier_kind kind;
  rt_string *resolved = rt__resolve_specifier(text, referrer, &kind);
  RT_ROOT_POINTER(resolved);
  if (is_table) {
    rt_value argument = rt_from_string(resolved);
    target = rt__call_js(target, RT_UNDEFINED, 1, &argument);
    if (target == RT_EXCEPTION) return RT_EXCEPTION;
  }
  if (!rt_is_function(target)) {
    rt_string *message =
        text_of(kind == RT_SPECIFIER_PATH ? "Cannot find module '" : "Cannot find package '", resolved,
                "' imported from ", referrer, "");
    if (!message) return RT_EXCEPTION;
    rt_value error = rt__loader_error(RT_ERROR, message, "ERR_MODULE_NOT_FOUND");
    if (kind == RT_SPECIFIER_PATH)
      rt__add_property(rt_as_object(error), rt__intern_ascii("url"), rt_from_string(rt__file_url(resolved)),
                       RT_PROPERTY_PLAIN);
    return rt__throw(error);
  }
  if (kind == RT_SPECIFIER_PATH && is_json(resolved) != (type != NULL)) {
    rt_string *url = rt__file_url(resolved);
    if (!url) return RT_EXCEPTION;
    if (type)
      fail(RT_TYPE_ERROR, text_of("Module \"", url, "\" is not of type \"json\"", NULL, ""),
           "ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE");
    else
      fail(RT_TYPE_ERROR, text_of("Module \"", url, "\" needs an import attribute of \"type: json\"", NULL, ""),
           "ERR_IMPORT_ATTRIBUTE_MISSING");
    return RT_EXCEPTION;
  }
  return target;
}

/// EvaluateImportCall (13.3.10.1), steps 6 and following.
///
/// `target` is a function that evaluates the module; with `is_table` one that gives such a function, or undefined, for a
/// resolved specifier; or undefined, if there is no such module.
rt_value rt_import(rt_value specifier, rt_value options, rt_value target, int32_t is_table, rt_string *referrer) {
  RT_SAFEPOINT();
  rt_promise *promise = rt__promise_new();
  RT_ROOT_POINTER(promise);
  rt_value evaluate = find_js(specifier, options, target, is_table, referrer);
  if (evaluate == RT_EXCEPTION) {
    rt__promise_reject(promise, rt__take_pending());
  } else {
    import_request *request = rt__allocate_zeroed(sizeof *request, RT_CELL_WORDS);
    request->promise = promise;
    request->evaluate = evaluate;
    rt__enqueue_job((rt_object *)(void *)request, run_import, 0, RT_UNDEFINED);
  }
  return rt_from_object(&promise->object);
}
