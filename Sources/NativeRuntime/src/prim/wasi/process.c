/// The process on WASI: arguments, environment, stack bounds, clocks, exit.
#include "wasi.h"

const char rt_prim_platform[] = "wasi";
const char rt_prim_architecture[] = "wasm32";

extern char __stack_low, __stack_high;

/// Kept free for functions without a check.
enum { STACK_RESERVE = 32 << 10 };

/// NULL-terminated lists, filled when first asked for.
static char **arguments, **environment;
static uint32_t argument_count;

/// Gets one of the host's lists of strings.
static char **get_list(__wasi_errno_t (*sizes)(__wasi_size_t *, __wasi_size_t *),
                       __wasi_errno_t (*get)(uint8_t **, uint8_t *), uint32_t *count) {
  static char *none[1];
  __wasi_size_t items = 0, bytes = 0;
  *count = 0;
  if (sizes(&items, &bytes) != 0) return none;
  char **list = rt__wasi_take_memory((items + 1) * sizeof(char *) + bytes);
  if (!list || get((uint8_t **)list, (uint8_t *)(list + items + 1)) != 0) return none;
  list[items] = NULL;
  *count = items;
  return list;
}

void rt_prim_start(int argc, char **argv, void *stack_base) {
  (void)argc, (void)argv, (void)stack_base;
  // Now rather than later: the arena must be the last to grow the memory.
  uint32_t count;
  arguments = get_list(__wasi_args_sizes_get, __wasi_args_get, &argument_count);
  environment = get_list(__wasi_environ_sizes_get, __wasi_environ_get, &count);
}

char *rt_prim_stack_limit(void) {
  uintptr_t size = (uintptr_t)&__stack_high - (uintptr_t)&__stack_low;
  return &__stack_low + (size / 4 < STACK_RESERVE ? size / 4 : STACK_RESERVE);
}

void rt_prim_with_registers_on_stack(void (*function)(const char *stack_pointer)) {
  // References live in the linear-memory stack already; there are no registers to save.
  function(__builtin_frame_address(0));
}

void rt_prim_before_end_by_signal(void (*function)(void)) { (void)function; }

void rt_prim_exit(int status) { __wasi_proc_exit((uint32_t)status); }
void rt_prim_abort(void) { __builtin_trap(); }
uint32_t rt_prim_argument_count(void) { return argument_count; }
const char *rt_prim_argument(uint32_t index) { return arguments[index]; }

const char *rt_prim_environment(uint32_t index) {
  for (uint32_t i = 0; environment[i]; i++)
    if (i == index) return environment[i];
  return NULL;
}

const char *rt_prim_getenv(const char *name) {
  size_t length = strlen(name);
  for (uint32_t i = 0; environment[i]; i++)
    if (strncmp(environment[i], name, length) == 0 && environment[i][length] == '=') return environment[i] + length + 1;
  return NULL;
}

int64_t rt_prim_parent_process_id(void) { return 0; }

uint32_t rt_prim_umask(uint32_t mask) {
  (void)mask;
  return 022;
}

int rt_prim_kill(int64_t process, int signal) {
  (void)process, (void)signal;
  return -RT_ENOSYS;
}

int64_t rt_prim_user(int which) {
  (void)which;
  return -1;
}

int64_t rt_prim_process_id(void) { return 1; }

double rt_prim_resource(int32_t which) {
  // Preview 1 tells how long it runs, which is the nearest to a processor's time.
  return which == RT_RESOURCE_THREAD_USER ? (double)(rt_prim_monotonic_time() / 1000) : 0;
}

int rt_prim_set_user(int which, int64_t id) {
  (void)which, (void)id;
  return -RT_ENOSYS;
}

int rt_prim_set_groups(const uint32_t *groups, size_t count) {
  (void)groups, (void)count;
  return -RT_ENOSYS;
}

int rt_prim_set_priority(int process, int priority) {
  (void)process, (void)priority;
  return -RT_ENOSYS;
}

int64_t rt_prim_group(int32_t index) {
  (void)index;
  return -1;
}

uint64_t rt_prim_resident_memory(void) { return (uint64_t)__builtin_wasm_memory_size(0) * 65536; }

static uint64_t time_of(__wasi_clockid_t clock) {
  __wasi_timestamp_t t = 0;
  return __wasi_clock_time_get(clock, 1000, &t) == 0 ? t : 0;
}

void rt_prim_cpu_time(uint64_t *user, uint64_t *system) {
  // Preview 1 knows no processor time; the time that passed is the nearest.
  *user = time_of(__WASI_CLOCKID_MONOTONIC) / 1000;
  *system = 0;
}

uint64_t rt_prim_monotonic_time(void) { return time_of(__WASI_CLOCKID_MONOTONIC); }
uint64_t rt_prim_coarse_time(void) { return 0; }
void rt_prim_sleep(uint64_t duration) {
  __wasi_subscription_t subscription = {
      .u = {.tag = __WASI_EVENTTYPE_CLOCK, .u.clock = {.id = __WASI_CLOCKID_MONOTONIC, .timeout = duration}}};
  __wasi_event_t event;
  __wasi_size_t count;
  (void)__wasi_poll_oneoff(&subscription, &event, 1, &count);
}

int64_t rt_prim_wall_time(void) { return (int64_t)time_of(__WASI_CLOCKID_REALTIME); }
int rt_prim_random(void *bytes, size_t size) { return rt__from_wasi_error(__wasi_random_get(bytes, size)); }

int rt__from_wasi_error(__wasi_errno_t error) {
  static const uint16_t numbers[] = {
      [__WASI_ERRNO_ACCES] = RT_EACCES,
      [__WASI_ERRNO_AGAIN] = RT_EAGAIN,
      [__WASI_ERRNO_BADF] = RT_EBADF,
      [__WASI_ERRNO_BUSY] = RT_EBUSY,
      [__WASI_ERRNO_EXIST] = RT_EEXIST,
      [__WASI_ERRNO_FBIG] = RT_EFBIG,
      [__WASI_ERRNO_INTR] = RT_EINTR,
      [__WASI_ERRNO_INVAL] = RT_EINVAL,
      [__WASI_ERRNO_ISDIR] = RT_EISDIR,
      [__WASI_ERRNO_LOOP] = RT_ELOOP,
      [__WASI_ERRNO_MFILE] = RT_EMFILE,
      [__WASI_ERRNO_MLINK] = RT_EMLINK,
      [__WASI_ERRNO_NAMETOOLONG] = RT_ENAMETOOLONG,
      [__WASI_ERRNO_NFILE] = RT_ENFILE,
      [__WASI_ERRNO_NODEV] = RT_ENODEV,
      [__WASI_ERRNO_NOENT] = RT_ENOENT,
      [__WASI_ERRNO_NOMEM] = RT_ENOMEM,
      [__WASI_ERRNO_NOSPC] = RT_ENOSPC,
      [__WASI_ERRNO_NOSYS] = RT_ENOSYS,
      [__WASI_ERRNO_NOTDIR] = RT_ENOTDIR,
      [__WASI_ERRNO_NOTEMPTY] = RT_ENOTEMPTY,
      [__WASI_ERRNO_NOTSUP] = RT_ENOTSUP,
      [__WASI_ERRNO_OVERFLOW] = RT_EOVERFLOW,
      [__WASI_ERRNO_PERM] = RT_EPERM,
      [__WASI_ERRNO_PIPE] = RT_EPIPE,
      [__WASI_ERRNO_RANGE] = RT_ERANGE,
      [__WASI_ERRNO_ROFS] = RT_EROFS,
      [__WASI_ERRNO_SPIPE] = RT_ESPIPE,
      [__WASI_ERRNO_XDEV] = RT_EXDEV,
      [__WASI_ERRNO_NOTCAPABLE] = RT_ENOTCAPABLE,
  };
  if (error == 0) return 0;
  uint16_t number = error < sizeof numbers / sizeof numbers[0] ? numbers[error] : 0;
  return number ? -number : -RT_EIO;
}

int rt_prim_execute(const char *path, const char *const *list, const char *const *variables) {
  (void)path, (void)list, (void)variables;
  return -RT_ENOSYS;
}
