#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint8_t *sieve(int limit) {
  uint8_t *composite = calloc(limit + 1, 1);
  composite[0] = composite[1] = 1;
  for (int i = 2; (int64_t)i * i <= limit; i++) {
    if (composite[i]) continue;
    for (int64_t multiple = (int64_t)i * i; multiple <= limit; multiple += i) composite[multiple] = 1;
  }
  return composite;
}

struct list {
  int *items;
  int count, capacity;
};

static void append(struct list *list, int item) {
  if (list->count == list->capacity) {
    list->capacity = list->capacity ? 2 * list->capacity : 16;
    list->items = realloc(list->items, list->capacity * sizeof *list->items);
  }
  list->items[list->count++] = item;
}

int main(int argc, char **argv) {
  int limit = argc > 1 ? atoi(argv[1]) : 10000000;
  int64_t checksum = 0;
  for (int round = 0; round < 8; round++) {
    uint8_t *composite = sieve(limit - round);
    struct list primes = {0};
    for (int i = 2; i <= limit - round; i++) {
      if (!composite[i]) append(&primes, i);
    }
    int twins = 0, widest = 0;
    for (int i = 1; i < primes.count; i++) {
      int gap = primes.items[i] - primes.items[i - 1];
      if (gap == 2) twins++;
      if (gap > widest) widest = gap;
    }
    checksum = (checksum * 31 + primes.count + twins * 7 + widest) % 1000000007;
    free(primes.items);
    free(composite);
  }
  printf("%lld\n", (long long)checksum);
  return 0;
}
