/// The lines that `console` writes: indented as deep as groups are open, and ended by a line feed.
#include "library.h"
#include "rt_io.h"

rt_string *rt_string_replace_all(rt_string *string, rt_string *pattern, rt_string *replacement);
rt_string *rt_string_repeat(rt_string *string, double count);
void rt_console_log_string(rt_string *string);
void rt_stdout_write(rt_string *string);
void rt_stderr_write(rt_string *string);
void rt_console_log_line(rt_string *text);
void rt_console_error_line(rt_string *text);
void rt_console_write(int32_t stream, rt_string *text);
void rt_console_group(int32_t columns);

/// Columns that lines are indented by.
static int32_t indentation;

/// Text with the indentation in front of each of its lines; the text itself if the result would be too long.
static rt_string *indent(rt_string *text) {
  RT_ROOT_POINTER(text);
  rt_string *line_feed = rt__string_from_ascii("\n");
  RT_ROOT_POINTER(line_feed);
  rt_string *space = rt__string_from_ascii(" ");
  RT_ROOT_POINTER(space);
  rt_string *margin = rt_string_repeat(space, indentation);
  RT_ROOT_POINTER(margin);
  rt_string *separator = margin ? rt__concat(line_feed, margin) : NULL;
  RT_ROOT_POINTER(separator);
  rt_string *rest = separator ? rt_string_replace_all(text, line_feed, separator) : NULL;
  rt_string *result = rest ? rt__concat(margin, rest) : NULL;
  if (result) return result;
  (void)rt_catch();
  return text;
}

/// `console.log` of one string.
void rt_console_log_line(rt_string *text) {
  RT_SAFEPOINT();
  rt_console_log_string(indentation == 0 ? text : indent(text));
}

/// `console.error` of one string.
void rt_console_error_line(rt_string *text) {
  RT_SAFEPOINT();
  if (indentation != 0) text = indent(text);
  rt_string *line = rt__concat(text, rt__string_from_ascii("\n"));
  if (line) {
    rt_stderr_write(line);
    return;
  }
  // The longest strings have no room for the line feed.
  (void)rt_catch();
  rt_stderr_write(text);
  rt_stderr_write(rt__string_from_ascii("\n"));
}

/// A line for standard output (1) or standard error (2).
void rt_console_write(int32_t stream, rt_string *text) {
  if (stream == 2) rt_console_error_line(text);
  else rt_console_log_line(text);
}

/// Changes the indentation by some columns; it never is negative.
void rt_console_group(int32_t columns) {
  indentation += columns;
  if (indentation < 0) indentation = 0;
}
