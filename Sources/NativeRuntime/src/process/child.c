/// Child processes for `node:child_process`: one that the loop watches, and one that the program waits for.
#include "binary/binary.h"
#include "rt_async_context.h"
#include "rt_io.h"
#include "rt_loop.h"
#include "rt_prim_child.h"

rt_value rt_child_start(rt_value options, rt_value callback);
double rt_child_process(rt_value child);
int32_t rt_child_kill(rt_value child, int32_t signal);
void rt_child_reference(rt_value child, int32_t is_referenced);
rt_value rt_child_pipe(void);
void rt_child_close(int32_t fd);
rt_value rt_child_run(rt_value options);
rt_value rt_buffer_new(double length);

/// A child under way.
typedef struct rt_child {
  rt_object object;
  rt_watcher watcher; ///< of a descriptor that is readable when it has ended
  struct rt_child *next, *previous;
  rt_value callback;  ///< called with the status, and the number of the signal that ended it (otherwise 0)
  int64_t process;    ///< -1: it has ended
  uint8_t is_referenced;
} rt_child;

static const rt_class child_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_child),
    .prototype_builtin = RT_BUILTIN_OBJECT_PROTOTYPE + 1,
    .name = "Process",
};

/// All that are under way, so that the collector sees them.
static rt_child *children RT_ROOTED_UNUSED;

// What a list of options holds, as child_process-process.ts makes it.
enum option {
  FILE_NAME, ARGUMENTS, ENVIRONMENT, FOLDER, DESCRIPTORS, USER, GROUP, DETACHED, INPUTS, TIMEOUT, OUTPUT_LIMIT, KILL_SIGNAL
};

static rt_value option(rt_value options, enum option index) { return ((rt_array *)rt_pointer(options))->elements[index]; }
static double number(rt_value value) { return rt_is_number(value) ? rt_double(value) : 0; }
static const rt_array *list(rt_value value) { return rt_pointer(value); }

/// Fills the options but for the descriptors. All cells that they refer to are reached from them, which lie on the stack.
static rt_prim_child_options read_options(rt_value options) {
  rt_value folder = option(options, FOLDER);
  return (rt_prim_child_options){
      .file = rt__utf8_cstring(rt_as_string(option(options, FILE_NAME))),
      .arguments = rt__utf8_cstrings(list(option(options, ARGUMENTS))),
      .environment = rt__utf8_cstrings(list(option(options, ENVIRONMENT))),
      .folder = rt_is_string(folder) ? rt__utf8_cstring(rt_as_string(folder)) : NULL,
      .user = (int64_t)number(option(options, USER)),
      .group = (int64_t)number(option(options, GROUP)),
      .is_detached = option(options, DETACHED) == RT_TRUE,
  };
}

static void forget(rt_child *child) {
  if (child->previous) child->previous->next = child->next;
  else children = child->next;
  if (child->next) child->next->previous = child->previous;
  if (child->is_referenced) rt__loop_reference(-1);
  child->is_referenced = 0;
  child->process = -1;
  rt__watch(&child->watcher, 0);
  (void)rt_prim_close(child->watcher.fd);
}

static void ready_js(rt_watcher *watcher, uint32_t readiness) {
  (void)readiness;
  rt_child *child = (rt_child *)(void *)((char *)watcher - offsetof(rt_child, watcher));
  RT_ROOT_POINTER(child);
  int status, signal;
  if (child->process < 0 || !rt_prim_child_status(child->process, &status, &signal)) return;
  forget(child);
  rt_value arguments[2] = {rt_from_double(status), rt_from_double(signal)};
  if (rt__loop_call_js(child->callback, RT_UNDEFINED, 2, arguments)) rt__loop_end_callback_js();
}

/// Starts a child: its object, or the negated errno as a number.
rt_value rt_child_start(rt_value options, rt_value callback) {
  RT_SAFEPOINT();
  rt_prim_child_options o = read_options(options);
  const rt_array *wanted = list(option(options, DESCRIPTORS));
  int *descriptors = rt__allocate((wanted->length + 1) * sizeof *descriptors, RT_CELL_LEAF);
  for (uint32_t i = 0; i < wanted->length; i++) descriptors[i] = (int)number(wanted->elements[i]);
  o.descriptors = descriptors;
  o.descriptor_count = wanted->length;
  int watch = -1;
  // What was printed before comes before what the child prints.
  rt__stdout_flush();
  int64_t process = rt_prim_child_start(&o, &watch);
  if (process < 0) return rt_from_double((double)process);
  static rt_shape *shape RT_ROOTED_UNUSED;
  if (!shape) shape = rt__shape_root(&child_class, 0);
  rt_child *child = (rt_child *)(void *)rt__object_of_shape(shape);
  child->process = process;
  child->callback = rt__bind_context(callback);
  child->watcher = (rt_watcher){.fd = watch, .ready_js = ready_js, .is_late = 1};
  child->next = children;
  if (children) children->previous = child;
  children = child;
  rt_child_reference(rt_from_object(child), true);
  rt__watch(&child->watcher, RT_READABLE);
  return rt_from_object(child);
}

/// The number of a child's process; -1 if it has ended.
double rt_child_process(rt_value child) { return (double)((rt_child *)rt_pointer(child))->process; }

/// Sends a signal: 0 or an error. What was not told to have ended still has its number.
int32_t rt_child_kill(rt_value value, int32_t signal) {
  const rt_child *child = rt_pointer(value);
  return child->process < 0 ? -RT_ESRCH : rt_prim_kill(child->process, signal);
}

/// Whether a child keeps the program running.
void rt_child_reference(rt_value value, int32_t is_referenced) {
  rt_child *child = rt_pointer(value);
  if (child->process < 0 || child->is_referenced == (is_referenced != 0)) return;
  child->is_referenced = is_referenced != 0;
  rt__loop_reference(is_referenced ? 1 : -1);
}

/// Our end and the child's of a connection, or the negated errno as a number.
rt_value rt_child_pipe(void) {
  RT_SAFEPOINT();
  int descriptors[2];
  int error = rt_prim_child_pipe(descriptors);
  if (error < 0) return rt_from_double(error);
  rt_array *result = rt__array_new(2);
  (void)rt__array_push(result, rt_from_double(descriptors[0]));
  (void)rt__array_push(result, rt_from_double(descriptors[1]));
  return rt_from_object(result);
}

void rt_child_close(int32_t fd) { (void)rt_prim_close(fd); }

/// Makes the connections of a child that is waited for: -3 among the descriptors stands for one. 0 or an error.
static int make_channels(const rt_array *wanted, const rt_array *inputs, int *descriptors, rt_prim_child_channel *channels) {
  enum { PIPE = -3 };
  for (uint32_t i = 0; i < wanted->length; i++) {
    channels[i].fd = -1;
    descriptors[i] = (int)number(wanted->elements[i]);
  }
  for (uint32_t i = 0; i < wanted->length; i++) {
    if (descriptors[i] != PIPE) continue;
    int pair[2];
    int error = rt_prim_child_pipe(pair);
    descriptors[i] = error < 0 ? RT_PRIM_CHILD_CLOSED : pair[1];
    if (error < 0) return error;
    channels[i].fd = pair[0];
    rt_value input = inputs->elements[i];
    if (!rt_is_object(input)) continue;
    const rt_view *view = rt_as_view(input);
    channels[i].input = view->data;
    channels[i].input_size = rt_view_byte_length(view);
  }
  return 0;
}

/// What a channel said as a Buffer, which takes its memory; null if there is none.
static rt_value output_of(rt_prim_child_channel *channel, bool is_channel) {
  if (!is_channel) {
    rt_prim_buffer_free(channel->output);
    return RT_NULL;
  }
  rt_value buffer = rt_buffer_new((double)channel->output_size);
  if (buffer != RT_EXCEPTION && channel->output_size > 0)
    memcpy(rt_as_view(buffer)->data, channel->output, channel->output_size);
  rt_prim_buffer_free(channel->output);
  channel->output = NULL;
  return buffer;
}

/// Runs a child to its end: the number of its process (or the negated errno), its status, its signal, an error, that of a
/// channel, and a list of what its channels said.
rt_value rt_child_run(rt_value options) {
  RT_SAFEPOINT();
  RT_ROOT(options);
  rt_prim_child_options o = read_options(options);
  const rt_array *wanted = list(option(options, DESCRIPTORS));
  uint32_t count = wanted->length;
  int *descriptors = rt__allocate((count + 1) * sizeof *descriptors, RT_CELL_LEAF);
  rt_prim_child_channel *channels = rt__allocate_zeroed((count + 1) * sizeof *channels, RT_CELL_WORDS);
  bool *is_channel = rt__allocate((count + 1) * sizeof *is_channel, RT_CELL_LEAF);
  RT_ROOT_POINTER(channels);
  RT_ROOT_POINTER(is_channel);
  int64_t process = make_channels(wanted, list(option(options, INPUTS)), descriptors, channels);
  o.descriptors = descriptors;
  o.descriptor_count = count;
  rt_prim_child_wait wait = {
      .watch = -1,
      .milliseconds = (uint64_t)number(option(options, TIMEOUT)),
      .output_limit = number(option(options, OUTPUT_LIMIT)),
      .kill_signal = (int)number(option(options, KILL_SIGNAL)),
  };
  rt__stdout_flush();
  if (process == 0) wait.process = process = rt_prim_child_start(&o, &wait.watch);
  for (uint32_t i = 0; i < count; i++) {
    is_channel[i] = channels[i].fd >= 0;
    if (is_channel[i]) (void)rt_prim_close(descriptors[i]);
    if (is_channel[i] && process < 0) (void)rt_prim_close(channels[i].fd);
  }
  rt_array *result = rt__array_new(6), *outputs = rt__array_new(count);
  RT_ROOT_POINTER(result);
  RT_ROOT_POINTER(outputs);
  if (process > 0) rt_prim_child_wait_for(&wait, channels, count);
  (void)rt__array_push(result, rt_from_double((double)process));
  (void)rt__array_push(result, rt_from_double(wait.status));
  (void)rt__array_push(result, rt_from_double(wait.signal));
  (void)rt__array_push(result, rt_from_double(wait.error));
  (void)rt__array_push(result, rt_from_double(wait.channel_error));
  (void)rt__array_push(result, rt_from_object(outputs));
  for (uint32_t i = 0; i < count && process > 0; i++) {
    // The first one only hears.
    rt_value output = output_of(&channels[i], is_channel[i] && i > 0);
    if (output == RT_EXCEPTION) return RT_EXCEPTION;
    (void)rt__array_push(outputs, output);
  }
  return rt_from_object(result);
}
