/// Executables that hold a batch of programs, of which each process runs one.
#include "rt_abi.h"
#include "rt_prim.h"

int32_t rt_batch_entry(void);
int32_t rt_batch_missing(void);

/// Ends the process: the number of a program is missing or wrong.
int32_t rt_batch_missing(void) {
  static const char message[] = "usage: PROGRAM NUMBER, the number of one of the programs in this batch\n";
  rt_prim_write_all(2, message, sizeof message - 1);
  rt__exit(2);
}

/// The number of the program to run: the first argument. Ends the process if there is none.
int32_t rt_batch_entry(void) {
  const char *text = rt_prim_argument_count() > 1 ? rt_prim_argument(1) : "";
  int32_t number = 0;
  if (!*text) rt_batch_missing();
  for (; *text; text++) {
    if (*text < '0' || *text > '9' || number > 99999999) rt_batch_missing();
    number = number * 10 + (*text - '0');
  }
  return number;
}
