/// Standard output, error and input.
///
/// Output is buffered: it is flushed when the buffer is full or a tenth of a second old, before the loop waits, at exit, also
/// by a signal, and before anything is written to standard error, so that the order on a terminal is the program's. On a
/// terminal each write goes out at once.
#include "rt_io.h"

#include <stdatomic.h>

#include "library.h"
#include "rt_prim.h"

enum { BUFFER_SIZE = 16384, AGE_MAX = 100 };

static uint8_t buffer[BUFFER_SIZE];
static uint32_t buffered;
/// The first error of writing to standard output, negated errno; after it, output is dropped.
static int output_error;
/// -1 until it was asked.
static int8_t output_is_terminal = -1;
/// When the buffer was flushed last, by the coarse clock.
static uint64_t last_flush;

void rt__stdout_flush(void) {
  if (buffered == 0) return;
  uint32_t count = buffered;
  buffered = 0;
  if (output_error < 0) return;
  output_error = rt_prim_write_all(1, buffer, count);
}

int rt__stdout_error(void) { return output_error; }
void rt__stdout_forget_error(void) { output_error = 0; }

/// Writes bytes behind the buffered ones.
static void write_bytes(const uint8_t *bytes, size_t size) {
  if (output_is_terminal < 0) {
    output_is_terminal = rt_prim_is_terminal(1);
    rt__at_exit(rt__stdout_flush);
    if (!output_is_terminal) {
      last_flush = rt_prim_coarse_time();
      rt_prim_before_end_by_signal(rt__stdout_flush);
    }
  }
  if (size > BUFFER_SIZE - buffered) {
    rt__stdout_flush();
    if (size >= BUFFER_SIZE) {
      if (output_error == 0) output_error = rt_prim_write_all(1, bytes, size);
      return;
    }
  }
  memcpy(buffer + buffered, bytes, size);
  // A signal finds complete bytes.
  atomic_signal_fence(memory_order_release);
  buffered += (uint32_t)size;
}

/// Whether all bytes are ASCII, so that they are their own UTF-8.
static bool is_ascii(const uint8_t *bytes, size_t size) {
  size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    uint64_t word;
    memcpy(&word, bytes + i, 8);
    if (word & 0x8080808080808080ull) return false;
  }
  for (; i < size; i++) {
    if (bytes[i] & 0x80) return false;
  }
  return true;
}

/// A string's UTF-8: its own bytes if it is ASCII, otherwise a leaf cell.
static const uint8_t *utf8_bytes(rt_string *string, size_t *size) {
  rt_text text = rt__text(string);
  if (text.latin1 && is_ascii(text.latin1, text.length)) {
    *size = text.length;
    return text.latin1;
  }
  *size = rt__utf8_length(string);
  uint8_t *bytes = rt__allocate(*size, RT_CELL_LEAF);
  rt__utf8_write(string, bytes);
  return bytes;
}

/// Flushes where a reader is waiting, in front of a terminal or behind a pipe.
static void end_write(void) {
  if (!output_is_terminal) {
    uint64_t now = rt_prim_coarse_time();
    if (now - last_flush < AGE_MAX) return;
    last_flush = now;
  }
  rt__stdout_flush();
}

/// The program's `console.log` of one string: the string and a line feed.
void rt_console_log_string(rt_string *string) {
  size_t size;
  const uint8_t *bytes = utf8_bytes(string, &size);
  write_bytes(bytes, size);
  write_bytes((const uint8_t *)"\n", 1);
  end_write();
}

/// `process.stdout.write` of a string.
void rt_stdout_write(rt_string *string) {
  if (string->length == 0) return;
  size_t size;
  const uint8_t *bytes = utf8_bytes(string, &size);
  write_bytes(bytes, size);
  end_write();
}

/// `process.stderr.write` of a string; errors are dropped, as Node drops them in console.error.
void rt_stderr_write(rt_string *string) {
  rt__stdout_flush();
  if (string->length == 0) return;
  size_t size;
  const uint8_t *bytes = utf8_bytes(string, &size);
  (void)rt_prim_write_all(2, bytes, size);
}

/// All of standard input as UTF-8 text, or the negated errno.
rt_value rt_read_stdin(void) {
  RT_SAFEPOINT();
  return rt__read_descriptor(0, 0, false);
}

/// Whether a descriptor is a terminal.
int32_t rt_is_terminal(int32_t fd) { return rt_prim_is_terminal(fd); }
/// The width of a terminal, 0 if unknown.
int32_t rt_terminal_columns(int32_t fd) { return (int32_t)rt_prim_terminal_columns(fd); }
