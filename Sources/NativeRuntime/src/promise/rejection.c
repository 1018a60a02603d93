/// Rejections that nobody handled, as Node ends a program with them.
#include "object/object.h"
#include "promise.h"
#include "rt_abi.h"
#include "rt_prim.h"

/// What NODE_OPTIONS has behind `--unhandled-rejections=`; "throw" if nothing.
static const char *mode(void) {
  static const char option[] = "--unhandled-rejections=";
  const char *options = rt_prim_getenv("NODE_OPTIONS");
  for (const char *p = options; p && *p; p++)
    if (strncmp(p, option, sizeof option - 1) == 0) return p + sizeof option - 1;
  return "throw";
}

static void print(const char *text) { rt_prim_write_all(2, text, strlen(text)); }

/// Reports a reason that is no error: Node wraps it into one of its own.
static void report(rt_value reason) {
  print("node:internal/process/promises:392\n      new UnhandledPromiseRejection(reason);\n      ^\n\n"
        "UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch "
        "block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason \"");
  rt_string *text = rt_is_string(reason) ? rt_as_string(reason) : rt__describe(reason);
  uint8_t *bytes = rt__allocate(rt__utf8_length(text) + 1, RT_CELL_LEAF);
  rt__utf8_write(text, bytes);
  rt_prim_write_all(2, bytes, rt__utf8_length(text));
  print("\".\n    at throwUnhandledRejectionsMode (node:internal/process/promises:392:7)\n"
        "    at processPromiseRejections (node:internal/process/promises:475:17)\n"
        "    at process.processTicksAndRejections (node:internal/process/task_queues:106:37) {\n"
        "  code: 'ERR_UNHANDLED_REJECTION'\n}\n\nNode.js v24.19.0\n");
}

void rt__fail_unhandled_js(rt_promise *promise) {
  promise->is_told = rt_rejection_listener != NULL;
  if (rt_rejection_listener && rt_rejection_listener(promise, false)) return;
  if (strncmp(mode(), "none", 4) == 0) return;
  rt_value reason = promise->result;
  rt_property_descriptor stack;
  bool is_error = rt_is_class(reason, RT_CLASS_ERROR) ||
                  (rt_is_object(reason) && rt__get_own_property(rt_as_object(reason), RT_ATOM(stack), &stack));
  if (!is_error) rt_uncaught_reporter = report;
  rt__uncaught_js(reason, is_error ? RT_UNHANDLED_REJECTION : RT_UNHANDLED_REASON);
  rt_uncaught_reporter = rt__report_uncaught;
}
