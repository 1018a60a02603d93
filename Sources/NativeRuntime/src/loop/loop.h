/// What the files of src/loop share: the phases, which loop.c runs in their order.
///
///   timers.c         lists of timers by duration, and the heap of lists       } the timers phase
///   timeout.c        setTimeout, setInterval and the objects they give        }
///   immediate.c      setImmediate                                             the check phase
///   watch.c          watchers                                                 } the poll phase
///   pool.c           threads and the work they have done                      }
///   ticks.c          process.nextTick                                         behind callbacks
///   process_hooks.c  the listeners of uncaughtException, unhandledRejection, beforeExit
#pragma once

#include "object/object.h"
#include "rt_abi.h"
#include "rt_loop.h"

/// The parts of the loop that a program may lack. Each sets its own entries when it is first used, so that the linker
/// drops what nothing uses.
typedef struct rt_phases {
  /// Runs the timers that are due.
  void (*timers_js)(void);
  /// How many milliseconds are left until the next timer, 0 if one is due, -1 if there is none.
  int64_t (*timeout)(void);
  /// Runs the immediates that were set before.
  void (*check_js)(void);
  /// Whether immediates are waiting, so that polling must not.
  bool (*has_immediates)(void);
  /// Tells the system about watchers that changed.
  void (*prepare)(void);
  /// Does the work that threads would do, where there are none: whether any was done, so that polling must not wait.
  bool (*run_here)(void);
  /// Tells what was found out too early to be told at once; before and behind polling.
  void (*pending_js)(void);
  /// Whether there is something of that kind, so that polling must not wait.
  bool (*has_pending)(void);
  /// Waits for what is watched at most so many milliseconds, -1: without limit; calls what is ready.
  void (*poll_js)(int64_t milliseconds);
  /// Runs the functions that want to be called behind the others of the round, as those of closed handles.
  void (*close_js)(void);
} rt_phases;

extern rt_phases rt_loop_phases;

/// Tells the program the negated errno with which standard output failed; NULL: it does not want to know.
extern void (*rt__loop_output_failed_js)(int error);

/// Makes the loop poll the system's events: 0, or an error if other threads cannot interrupt it.
int rt__loop_poll(void);
/// Called in the poll phase if another thread has interrupted polling.
extern void (*rt__loop_interrupted_js)(void);
