/// The start and the end of a program.
#include "rt_abi.h"
#include "rt_prim.h"

char *rt_stack_limit;
int32_t rt_exit_code;
int32_t (*rt_end_listener)(int32_t status, bool is_over);
bool rt_is_exiting;
void (*rt_job_runner)(bool microtasks_first);
bool (*rt_tick_runner)(void);
uint32_t rt_tick_count;
void (*rt_event_loop)(void);
bool (*rt_before_exit)(void);
void (*rt_end_of_jobs)(void);
bool (*rt_uncaught_listener)(rt_value exception, enum rt_uncaught_origin origin);
void (*rt_uncaught_reporter)(rt_value value) = rt__report_uncaught;
uint64_t rt_start_time;

static bool is_script;

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

/// The status to exit with, when the listeners of `exit` have run.
static int32_t end_program(int32_t status, bool is_over) {
  return rt_end_listener ? rt_end_listener(status, is_over) : status;
}

void rt__uncaught_js(rt_value exception, enum rt_uncaught_origin origin) {
  RT_ROOT(exception);
  if (rt_uncaught_listener && rt_uncaught_listener(exception, origin)) return;
  int32_t status = end_program(1, false);
  // What was printed before comes first.
  while (exit_hook_count > 0) exit_hooks[--exit_hook_count]();
  rt_uncaught_reporter(exception);
  rt__exit(status);
}

void rt_start_as_script(void) { is_script = true; }

bool rt__is_script(void) { return is_script; }

/// Runs the modules, and then whatever they left to do. An exception of a module rejects a promise in Node, so that the
/// jobs run before it is reported.
static void run_program_js(void) {
  rt_value exception = rt_program_main() != 0 ? rt__take_pending() : RT_HOLE;
  RT_ROOT(exception);
  if (rt_job_runner) rt_job_runner(!is_script);
  if (exception != RT_HOLE) rt__uncaught_js(exception, RT_UNCAUGHT_EXCEPTION);
  do {
    if (rt_event_loop) rt_event_loop();
    if (!rt_before_exit) break;
  } while (rt_before_exit());
  if (rt_end_of_jobs) rt_end_of_jobs();
}

int rt_start(int argc, char **argv, void *stack_base) {
  rt_prim_start(argc, argv, stack_base);
  rt_start_time = rt_prim_monotonic_time();
  rt_stack_limit = rt_prim_stack_limit();
  rt__heap_start(stack_base);
  rt__atoms_start();
  rt__functions_start();
  run_program_js();
  rt__exit(end_program(rt_exit_code, true));
}
