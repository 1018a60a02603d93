/// What `node:process` takes from the system.
#include "library.h"
#include "rt_bigint.h"
#include "rt_prim.h"

/// A string of UTF-8 text of the system.
static rt_string *system_string(const char *text) {
  return rt__string_from_utf8((const uint8_t *)text, strlen(text));
}

/// The program's arguments, its own name first.
rt_object *rt_process_arguments(void) {
  RT_SAFEPOINT();
  uint32_t count = rt_prim_argument_count();
  rt_array *arguments = rt__array_new(count);
  for (uint32_t i = 0; i < count; i++) {
    (void)rt__array_push(arguments, rt_from_string(system_string(rt_prim_argument(i))));
  }
  return &arguments->object;
}

/// The environment as an array of names and values in turn.
rt_object *rt_process_environment(void) {
  RT_SAFEPOINT();
  rt_array *result = rt__array_new(0);
  for (uint32_t i = 0;; i++) {
    const char *entry = rt_prim_environment(i);
    if (!entry) return &result->object;
    const char *equals = strchr(entry, '=');
    if (!equals) continue;
    rt_string *name = rt__string_from_utf8((const uint8_t *)entry, (size_t)(equals - entry));
    (void)rt__array_push(result, rt_from_string(name));
    (void)rt__array_push(result, rt_from_string(system_string(equals + 1)));
  }
}

/// Ends the process; the exit hooks write out what is buffered.
int32_t rt_process_exit(int32_t status) {
  rt__exit(status & 0xFF);
}

/// The working directory, or the negated errno.
rt_value rt_process_cwd(void) {
  RT_SAFEPOINT();
  char path[4096];
  int error = rt_prim_getcwd(path, sizeof path);
  return error < 0 ? rt_from_double(error) : rt_from_string(system_string(path));
}

/// Changes the working directory: 0 or the negated errno.
int64_t rt_process_change_directory(rt_string *path) {
  RT_SAFEPOINT();
  return (uint32_t)rt_prim_chdir(rt__utf8_cstring(path));
}

/// `process.platform`.
rt_string *rt_process_platform(void) {
  RT_SAFEPOINT();
  return rt__string_from_ascii(rt_prim_platform);
}

/// `process.arch`.
rt_string *rt_process_architecture(void) {
  RT_SAFEPOINT();
  return rt__string_from_ascii(rt_prim_architecture);
}

/// `process.pid`.
double rt_process_id(void) { return (double)rt_prim_process_id(); }
/// Whole seconds of the monotonic clock.
double rt_monotonic_seconds(void) { return (double)(rt_prim_monotonic_time() / 1000000000u); }
/// The nanoseconds within the second of the monotonic clock.
double rt_monotonic_nanoseconds(void) { return (double)(rt_prim_monotonic_time() % 1000000000u); }
/// Milliseconds of the monotonic clock with a fraction.
double rt_monotonic_milliseconds(void) { return (double)rt_prim_monotonic_time() / 1e6; }
/// Milliseconds since 1970 with a fraction.
double rt_wall_milliseconds(void) { return (double)rt_prim_wall_time() / 1e6; }
/// `process.memoryUsage().rss` in bytes.
double rt_memory_resident(void) { return (double)rt_prim_resident_memory(); }
/// `process.memoryUsage().heapUsed` in bytes.
double rt_memory_heap_used(void) { return (double)rt__heap_used(); }
/// `process.memoryUsage().heapTotal` in bytes.
double rt_memory_heap_total(void) { return (double)rt__heap_committed(); }

/// CPU time in user mode, in microseconds.
double rt_cpu_user(void) {
  uint64_t user, system;
  rt_prim_cpu_time(&user, &system);
  return (double)user;
}

/// CPU time in the kernel, in microseconds.
double rt_cpu_system(void) {
  uint64_t user, system;
  rt_prim_cpu_time(&user, &system);
  return (double)system;
}

/// `process.ppid`.
double rt_process_parent_id(void) { return (double)rt_prim_parent_process_id(); }

/// Ends the process as `abort` does.
int32_t rt_process_abort(void) { rt_prim_abort(); }

/// The mask of new files' modes, set if `mask` is not negative.
int64_t rt_process_umask(int32_t mask) {
  uint32_t before = rt_prim_umask(mask < 0 ? 0 : (uint32_t)mask);
  if (mask < 0) rt_prim_umask(before);
  return before;
}

/// Sends a signal: 0 or the negated errno.
int64_t rt_process_kill(int32_t process, int32_t signal) { return (uint32_t)rt_prim_kill(process, signal); }

/// `process.getuid` and the like.
double rt_process_user(int32_t which) { return (double)rt_prim_user(which); }

/// `process.setuid` and the like: 0 or the negated errno.
int32_t rt_process_set_user(int32_t which, double id) { return rt_prim_set_user(which, (int64_t)id); }

/// `process.setgroups`, with an array of numbers: 0 or the negated errno.
int32_t rt_process_set_groups(const rt_object *array) {
  rt_array *groups = (rt_array *)(void *)(uintptr_t)array;
  uint32_t *numbers = rt__allocate(groups->length * sizeof *numbers + 1, RT_CELL_LEAF);
  for (uint32_t i = 0; i < groups->length; i++) {
    rt_value group = groups->elements[i];
    if (!rt_is_number(group)) return -RT_EINVAL;
    numbers[i] = (uint32_t)rt_double(group);
  }
  return rt_prim_set_groups(numbers, groups->length);
}

/// `os.setPriority`: 0 or the negated errno.
int32_t rt_process_set_priority(int32_t process, int32_t priority) { return rt_prim_set_priority(process, priority); }

/// A count of `process.resourceUsage()` in its order, or the thread's time.
double rt_process_resource(int32_t which) { return rt_prim_resource(which); }
/// A group of the process by index, negative beyond the last.
double rt_process_group(int32_t index) { return (double)rt_prim_group(index); }

/// `process.hrtime.bigint`.
rt_value rt_monotonic_bigint(void) {
  RT_SAFEPOINT();
  return rt__bigint_from_u64(rt_prim_monotonic_time());
}
