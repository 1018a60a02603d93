/// Answers the requests of number_differential.py, one a line: "OP ARGUMENT BITS" or "OP TEXT".
#include "rt_number.h"

#include <stdio.h>
#include <stdlib.h>

int main(void) {
  static char line[1 << 16];
  static uint8_t out[RT_NUMBER_LONG_TEXT_MAX];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    char op = line[0];
    char *rest = line + 2;
    if (op == 'N' || op == 'F' || op == 'I') {
      int32_t radix = 0;
      if (op == 'I') {
        radix = (int32_t)strtol(rest, &rest, 10);
        rest++;
      }
      rt_text text = rt_text_latin1(rest, (uint32_t)strlen(rest));
      double value = op == 'N'   ? rt__text_to_number(text)
                     : op == 'F' ? rt__text_parse_float(text)
                                 : rt__text_parse_int(text, radix);
      printf("%016llx\n", (unsigned long long)rt_from_double(value));
      continue;
    }
    int32_t argument = (int32_t)strtol(rest, &rest, 10);
    double value = rt_double(strtoull(rest, NULL, 16));
    uint32_t count = op == 's'   ? rt__number_to_text(value, out)
                     : op == 'r' ? rt__number_to_radix_text(value, (uint32_t)argument, out)
                     : op == 'f' ? rt__number_to_fixed(value, (uint32_t)argument, out)
                     : op == 'e' ? rt__number_to_exponential(value, argument, out)
                                 : rt__number_to_precision(value, (uint32_t)argument, out);
    fwrite(out, 1, count, stdout);
    putchar('\n');
  }
}
