/// The start and the end of a program.
#include "rt_abi.h"
#include "rt_prim.h"

char *rt_stack_limit;
int32_t rt_exit_code;
int32_t (*rt_end_listener)(int32_t status);
int32_t (*rt_job_runner)(void);
void (*rt_end_of_jobs)(void);
void (*rt_uncaught_reporter)(rt_value value) = rt__report_uncaught;
uint64_t rt_start_time;

enum { EXIT_HOOKS_MAX = 8 };
static rt_exit_hook exit_hooks[EXIT_HOOKS_MAX];
static uint32_t exit_hook_count;

void rt__heap_start(const void *stack_base);
void rt__atoms_start(void);
void rt__functions_start(void);

void rt__at_exit(rt_exit_hook hook) {
  if (exit_hook_count == EXIT_HOOKS_MAX) rt__fatal("FATAL ERROR: too many exit hooks\n");
  exit_hooks[exit_hook_count++] = hook;
}

void rt__exit(int status) {
  while (exit_hook_count > 0) exit_hooks[--exit_hook_count]();
  rt_prim_exit(status);
}

void rt__fatal(const char *message) {
  while (exit_hook_count > 0) exit_hooks[--exit_hook_count]();
  rt_prim_write_all(2, "\n", 1);
  rt_prim_write_all(2, message, strlen(message));
  rt_prim_exit(134);
}

/// Runs the modules, then the jobs that they left: status. An exception of a module rejects a promise in Node, so it is
/// reported after the jobs.
static int32_t run_program(void) {
  int32_t status = rt_program_main();
  if (!rt_job_runner) {
    if (rt_end_of_jobs && status == 0) rt_end_of_jobs();
    return status;
  }
  rt_value exception = status != 0 ? rt__take_pending() : RT_UNDEFINED;
  RT_ROOT(exception);
  if (rt_job_runner() != 0) return -1;
  if (rt_end_of_jobs) rt_end_of_jobs();
  if (status != 0) rt__throw(exception);
  return status;
}

int rt_start(int argc, char **argv, void *stack_base) {
  rt_prim_start(argc, argv, stack_base);
  rt_start_time = rt_prim_monotonic_time();
  rt_stack_limit = rt_prim_stack_limit();
  rt__heap_start(stack_base);
  rt__atoms_start();
  rt__functions_start();
  if (run_program() != 0) {
    // What was printed before comes first.
    while (exit_hook_count > 0) exit_hooks[--exit_hook_count]();
    rt_uncaught_reporter(rt__take_pending());
    rt__exit(rt_end_listener ? rt_end_listener(1) : 1);
  }
  rt__exit(rt_end_listener ? rt_end_listener(rt_exit_code) : rt_exit_code);
}

