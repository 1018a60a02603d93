/// What the collector did, on stderr at the end of a program that was built with `--gc-stats` or, if it links the
/// concurrent collector, is run with POLYGLOT_GC_STATS=1: collections, a histogram of the pauses, and sizes of the heap.
#include "heap.h"
#include "rt_abi.h"

enum {
  STEPS = 8,          ///< classes of pauses in each doubling of their length
  DOUBLINGS = 32,     ///< the longest pauses have 2^32 units
  UNITS_A_MS = 1024,
  FIRST_SHOWN = 7,    ///< pauses below 2^7 units are one row
  BAR_MAX = 40,       ///< characters
  MIB = 1 << 20,
};

static struct {
  enum { UNDECIDED = 0, UNWANTED, WANTED } state;
  uint32_t classes[DOUBLINGS * STEPS]; ///< pauses by length
  uint32_t pauses;
  uint64_t together, longest; ///< nanoseconds
  uint64_t committed;         ///< most bytes of pages, at the beginning of a pause
} measured;

// Text, as there is no printf.

static void text(const char *characters) { rt_prim_write_all(2, characters, strlen(characters)); }

/// A number in a field of that width.
static void number(uint64_t value, uint32_t width) {
  char digits[24];
  uint32_t at = sizeof digits;
  do digits[--at] = (char)('0' + value % 10);
  while (value /= 10);
  while (sizeof digits - at < width) digits[--at] = ' ';
  rt_prim_write_all(2, digits + at, sizeof digits - at);
}

/// A ratio with three digits behind the point.
static void decimal(uint64_t value, uint64_t unit) {
  uint64_t thousandths = value / unit * 1000 + value % unit * 1000 / unit;
  number(thousandths / 1000, 0);
  text(".");
  for (uint32_t place = 100; place > 0; place /= 10) number(thousandths / place % 10, 0);
}

static uint32_t class_of(uint64_t units) {
  if (units < STEPS) return (uint32_t)units;
  uint32_t doubling = 63 - (uint32_t)__builtin_clzll(units);
  uint32_t class = doubling * STEPS + (uint32_t)(units >> (doubling - 3)) % STEPS;
  return class < DOUBLINGS * STEPS ? class : DOUBLINGS * STEPS - 1;
}

/// The shortest pause of a class, in units.
static uint64_t units_of(uint32_t class) {
  return class < 3 * STEPS ? class : (uint64_t)(STEPS + class % STEPS) << (class / STEPS - 3);
}

/// Whether POLYGLOT_GC_STATS asks for the report.
static bool is_wanted(void) {
  const char *value = rt_prim_getenv("POLYGLOT_GC_STATS");
  return value && value[0] && strcmp(value, "0") != 0;
}

void rt__note_pause(uint64_t start, uint64_t committed) {
  if (measured.state == UNDECIDED) {
    measured.state = UNWANTED;
    if (is_wanted()) rt__measure_collector();
  }
  if (measured.state == UNWANTED) return;
  uint64_t duration = rt_prim_monotonic_time() - start;
  measured.pauses++;
  measured.together += duration;
  if (duration > measured.longest) measured.longest = duration;
  measured.classes[class_of(duration * UNITS_A_MS / 1000000)]++;
  if (committed > measured.committed) measured.committed = committed;
}

/// The median, in units, to an eighth.
static uint64_t median(void) {
  uint32_t class = 0;
  for (uint32_t before = measured.classes[0]; before * 2 < measured.pauses; before += measured.classes[class]) class++;
  return units_of(class);
}

static void show_histogram(void) {
  uint32_t rows[DOUBLINGS] = {0}, last = FIRST_SHOWN, most = 1;
  for (uint32_t class = 0; class < DOUBLINGS * STEPS; class++) {
    if (measured.classes[class] == 0) continue;
    uint32_t row = class / STEPS < FIRST_SHOWN ? FIRST_SHOWN - 1 : class / STEPS;
    rows[row] += measured.classes[class];
    if (row > last) last = row;
    if (rows[row] > most) most = rows[row];
  }
  for (uint32_t row = FIRST_SHOWN - 1; row <= last; row++) {
    text("  below ");
    decimal(2ull << row, UNITS_A_MS);
    text(" ms ");
    number(rows[row], 8);
    text(" ");
    for (uint64_t i = 0; i * most < (uint64_t)rows[row] * BAR_MAX; i++) text("#");
    text("\n");
  }
}

static void report(void) {
  text("gc: ");
  number(rt__heap.collections, 0);
  text(" collections (");
  number(rt__heap.young, 0);
  text(" of young cells, ");
  number(rt__heap.cycles, 0);
  text(" beside the program)\ngc: ");
  number(measured.pauses, 0);
  text(" pauses, ");
  decimal(measured.together, 1000000);
  text(" ms together, median ");
  decimal(median(), UNITS_A_MS);
  text(" ms, longest ");
  decimal(measured.longest, 1000000);
  text(" ms, in ");
  decimal(rt_prim_monotonic_time() - rt_start_time, 1000000);
  text(" ms\n");
  if (measured.pauses > 0) show_histogram();
  text("gc: heap of ");
  decimal(rt__heap.live, MIB);
  text(" MiB after the last collection, ");
  decimal(rt__heap_committed(), MIB);
  text(" MiB of pages now, ");
  decimal(rt__heap_committed() > measured.committed ? rt__heap_committed() : measured.committed, MIB);
  text(" MiB at most\n");
}

void rt__measure_collector(void) {
  measured.state = WANTED;
  rt__pause_listener = rt__note_pause;
  rt__at_exit(report);
}
