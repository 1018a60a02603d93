/// The process on Linux: arguments, environment, stack bounds, memory figures, exit.
#define _GNU_SOURCE
#include "rt_prim.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

const char rt_prim_platform[] = "linux";
const char rt_prim_architecture[] = "x64";

static uint32_t argument_count;
static char **arguments;
static char *stack_limit;

/// Kept free for signal handlers, the C library and functions without a check.
enum { STACK_RESERVE = 256 << 10 };
/// What is used of an unlimited stack.
#define STACK_MAX ((uintptr_t)1 << 30)

/// The highest address that belongs to the stack's mapping: arguments and environment lie above `main`'s frame and
/// count against its limit.
static uintptr_t stack_top(void *stack_base) {
  uintptr_t top = (uintptr_t)stack_base;
  for (char **e = environ; e && *e; e++) {
    uintptr_t end = (uintptr_t)*e + strlen(*e);
    if (end > top) top = end;
  }
  return (top + 0xFFFF) & ~(uintptr_t)0xFFFF;
}

void rt_prim_start(int argc, char **argv, void *stack_base) {
  argument_count = (uint32_t)argc;
  // Writing to a pipe that nobody reads is an error, as it is with sockets.
  (void)signal(SIGPIPE, SIG_IGN);
  arguments = argv;
  struct rlimit limit;
  uintptr_t size = 8u << 20;
  if (getrlimit(RLIMIT_STACK, &limit) == 0) size = limit.rlim_cur < STACK_MAX ? (uintptr_t)limit.rlim_cur : STACK_MAX;
  uintptr_t reserve = size / 4 < STACK_RESERVE ? size / 4 : STACK_RESERVE;
  stack_limit = (char *)(stack_top(stack_base) - size + reserve);
}

char *rt_prim_stack_limit(void) { return stack_limit; }

static void (*last_words)(void);

static void end_by_signal(int signal) {
  last_words();
  // The disposition is the default again.
  (void)raise(signal);
}

void rt_prim_before_end_by_signal(void (*function)(void)) {
  static const int signals[] = {SIGHUP, SIGINT, SIGTERM};
  last_words = function;
  for (uint32_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    struct sigaction old;
    // What the program's parent ignores stays ignored.
    if (sigaction(signals[i], NULL, &old) != 0 || old.sa_handler != SIG_DFL) continue;
    (void)sigaction(signals[i], &(struct sigaction){.sa_handler = end_by_signal, .sa_flags = SA_RESETHAND | SA_NODEFER},
                    NULL);
  }
}

void rt_prim_exit(int status) { _exit(status); }

void rt_prim_abort(void) { abort(); }

uint32_t rt_prim_argument_count(void) { return argument_count; }

const char *rt_prim_argument(uint32_t index) { return arguments[index]; }

const char *rt_prim_environment(uint32_t index) {
  for (uint32_t i = 0; environ && environ[i]; i++)
    if (i == index) return environ[i];
  return NULL;
}

const char *rt_prim_getenv(const char *name) { return getenv(name); }

int64_t rt_prim_process_id(void) { return getpid(); }
int64_t rt_prim_parent_process_id(void) { return getppid(); }
uint32_t rt_prim_umask(uint32_t mask) { return umask((mode_t)mask); }
int rt_prim_kill(int64_t process, int signal) { return kill((pid_t)process, signal) == 0 ? 0 : -errno; }

int64_t rt_prim_user(int which) {
  switch (which) {
  case 0: return getuid();
  case 1: return geteuid();
  case 2: return getgid();
  default: return getegid();
  }
}

int rt_prim_set_user(int which, int64_t id) {
  int result;
  switch (which) {
  case 0: result = setuid((uid_t)id); break;
  case 1: result = seteuid((uid_t)id); break;
  case 2: result = setgid((gid_t)id); break;
  default: result = setegid((gid_t)id);
  }
  return result == 0 ? 0 : -errno;
}

int rt_prim_set_groups(const uint32_t *groups, size_t count) { return setgroups(count, groups) == 0 ? 0 : -errno; }

int rt_prim_set_priority(int process, int priority) {
  return setpriority(PRIO_PROCESS, (id_t)process, priority) == 0 ? 0 : -errno;
}

uint64_t rt_prim_resident_memory(void) {
  // The second number of statm is the count of resident pages.
  char text[128];
  int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  if (length <= 0) return 0;
  text[length] = 0;
  const char *p = strchr(text, ' ');
  return p ? strtoull(p, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

void rt_prim_cpu_time(uint64_t *user, uint64_t *system) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  *user = (uint64_t)usage.ru_utime.tv_sec * 1000000 + (uint64_t)usage.ru_utime.tv_usec;
  *system = (uint64_t)usage.ru_stime.tv_sec * 1000000 + (uint64_t)usage.ru_stime.tv_usec;
}

double rt_prim_resource(int32_t which) {
  struct rusage usage;
  getrusage(which >= RT_RESOURCE_THREAD_USER ? RUSAGE_THREAD : RUSAGE_SELF, &usage);
  switch (which) {
  case RT_RESOURCE_THREAD_USER: return (double)usage.ru_utime.tv_sec * 1e6 + (double)usage.ru_utime.tv_usec;
  case RT_RESOURCE_THREAD_SYSTEM: return (double)usage.ru_stime.tv_sec * 1e6 + (double)usage.ru_stime.tv_usec;
  default: break;
  }
  const long counts[] = {
      usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss, usage.ru_minflt, usage.ru_majflt, usage.ru_nswap,
      usage.ru_inblock, usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals, usage.ru_nvcsw, usage.ru_nivcsw,
  };
  return (double)counts[which];
}

int64_t rt_prim_group(int32_t index) {
  gid_t groups[65536];
  int count = getgroups(sizeof groups / sizeof *groups, groups);
  return index < count ? (int64_t)groups[index] : -1;
}

__attribute__((noinline, no_sanitize("address"))) void
rt_prim_with_registers_on_stack(void (*function)(const char *stack_pointer)) {
  // The registers that a callee must preserve; all others are free at a call.
  volatile uintptr_t registers[6];
  __asm__ volatile("movq %%rbx, 0(%0)\n\tmovq %%rbp, 8(%0)\n\tmovq %%r12, 16(%0)\n\t"
                   "movq %%r13, 24(%0)\n\tmovq %%r14, 32(%0)\n\tmovq %%r15, 40(%0)"
                   :
                   : "r"(registers)
                   : "memory");
  function((const char *)(uintptr_t)registers);
}

int rt_prim_execute(const char *path, const char *const *list, const char *const *variables) {
  // Signals that were watched arrive as usual there, and so does that of a broken pipe.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  (void)signal(SIGPIPE, SIG_DFL);
  for (int fd = 0; fd < 3; fd++) {
    int flags = fcntl(fd, F_GETFD);
    if (flags >= 0) (void)fcntl(fd, F_SETFD, flags & ~FD_CLOEXEC);
  }
  execve(path, (char **)(uintptr_t)list, (char **)(uintptr_t)variables);
  return -errno;
}
