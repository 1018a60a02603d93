/// The event loop alone: work in threads, watchers, and when the loop ends.
#include "harness.h"
#include "rt_loop.h"

#include <fcntl.h>
#include <unistd.h>

/// Work that counts what ran where.
typedef struct counting_work {
  rt_work work;
  uint64_t number;
} counting_work;

enum { WORK_COUNT = 500 };
static uint32_t ran, done, followed;
static uint64_t sum;

static void run(rt_work *work) {
  (void)work;
  __atomic_add_fetch(&ran, 1, __ATOMIC_RELAXED);
}

static void submit(uint64_t number, void (*done_js)(rt_work *)) {
  counting_work *work = rt__allocate_zeroed(sizeof *work, RT_CELL_WORDS);
  work->work.run = run;
  work->work.done_js = done_js;
  work->number = number;
  rt__submit(&work->work);
}

static void count_follower_js(rt_work *work) {
  (void)work;
  followed++;
}

static void count_js(rt_work *work) {
  done++;
  sum += ((counting_work *)(void *)work)->number;
  // Work that is done may ask for more.
  if (done % 10 == 0) submit(0, count_follower_js);
  RT_SAFEPOINT();
}

static int meeting[2];
static uint32_t met;

static void wait_for_other(rt_work *work) {
  (void)work;
  char byte;
  CHECK(read(meeting[0], &byte, 1) == 1);
}

static void meet_other(rt_work *work) {
  (void)work;
  CHECK(write(meeting[1], "", 1) == 1);
}

static void count_met_js(rt_work *work) {
  (void)work;
  met++;
}

static void submit_one(void (*run)(rt_work *)) {
  rt_work *work = rt__allocate_zeroed(sizeof *work, RT_CELL_WORDS);
  work->run = run;
  work->done_js = count_met_js;
  rt__submit(work);
}

/// With one thread that is idle, two works that need each other get two threads.
static void test_meeting(void) {
  CHECK(pipe(meeting) == 0);
  CHECK(write(meeting[1], "", 1) == 1);
  submit_one(wait_for_other);
  rt_event_loop();
  usleep(10000);
  submit_one(wait_for_other);
  submit_one(meet_other);
  rt_event_loop();
  CHECK(met == 3);
}

static void test_work(void) {
  for (uint64_t i = 1; i <= WORK_COUNT; i++) submit(i, count_js);
  CHECK(rt__loop_is_alive());
  rt_event_loop();
  CHECK(!rt__loop_is_alive());
  CHECK(done == WORK_COUNT && followed == WORK_COUNT / 10 && ran == done + followed);
  CHECK(sum == (uint64_t)WORK_COUNT * (WORK_COUNT + 1) / 2);
}

static int pipe_ends[2];
static uint32_t received, writable;

static void readable_js(rt_watcher *watcher, uint32_t readiness) {
  char byte;
  CHECK(readiness & RT_READABLE);
  CHECK(read(watcher->fd, &byte, 1) == 1);
  received += (uint32_t)byte;
  if (received < 6) return;
  rt__watch(watcher, 0);
  rt__loop_reference(-1);
}

static void writable_js(rt_watcher *watcher, uint32_t readiness) {
  CHECK(readiness & RT_WRITABLE);
  char byte = (char)++writable;
  CHECK(write(watcher->fd, &byte, 1) == 1);
  if (writable == 3) rt__watch(watcher, 0);
}

static void test_watchers(void) {
  static rt_watcher reader = {.ready_js = readable_js}, writer = {.ready_js = writable_js};
  CHECK(pipe(pipe_ends) == 0);
  reader.fd = pipe_ends[0];
  writer.fd = pipe_ends[1];
  // What changes twice before a poll is told once.
  rt__watch(&reader, RT_READABLE | RT_WRITABLE);
  rt__watch(&reader, RT_READABLE);
  rt__watch(&writer, RT_WRITABLE);
  rt__loop_reference(1);
  rt_event_loop();
  CHECK(received == 6 && writable == 3);
}

static uint32_t always_ready;

static void file_ready_js(rt_watcher *watcher, uint32_t readiness) {
  CHECK(readiness == RT_READABLE);
  if (++always_ready < 3) return;
  rt__watch(watcher, 0);
  rt__loop_reference(-1);
}

/// What the system does not watch is always ready.
static void test_refused(void) {
  static rt_watcher watcher = {.ready_js = file_ready_js};
  watcher.fd = open("/proc/self/exe", O_RDONLY);
  rt__watch(&watcher, RT_READABLE);
  rt__loop_reference(1);
  rt_event_loop();
  CHECK(always_ready == 3);
  close(watcher.fd);
}

static void test_idle(void) {
  // Nothing is referenced: the loop returns at once.
  uint64_t before = rt__loop_now();
  rt_event_loop();
  CHECK(rt__loop_now() - before < 1000);
}

NO_BUILTINS
TEST_PROGRAM(test_meeting, test_work, test_watchers, test_refused, test_idle)
