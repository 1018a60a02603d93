#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
  char *word;
  size_t length, count;
};

static struct entry *table;
static size_t capacity = 1024, used;

static unsigned hash(const char *word, size_t length) {
  unsigned value = 2166136261u;
  for (size_t i = 0; i < length; i++) value = (value ^ (unsigned char)word[i]) * 16777619u;
  return value;
}

static struct entry *find(const char *word, size_t length) {
  size_t slot = hash(word, length) & (capacity - 1);
  while (table[slot].word && (table[slot].length != length || memcmp(table[slot].word, word, length)))
    slot = (slot + 1) & (capacity - 1);
  return &table[slot];
}

static void grow(void) {
  struct entry *old = table;
  size_t count = capacity;
  capacity *= 2;
  table = calloc(capacity, sizeof *table);
  for (size_t i = 0; i < count; i++)
    if (old[i].word) *find(old[i].word, old[i].length) = old[i];
  free(old);
}

static int compare(const void *a, const void *b) {
  const struct entry *x = a, *y = b;
  if (x->count != y->count) return x->count < y->count ? 1 : -1;
  return strcmp(x->word, y->word);
}

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (fread(text, 1, size, file) != size) return 1;
  text[size] = ' ';
  table = calloc(capacity, sizeof *table);
  char word[256];
  size_t length = 0;
  for (size_t i = 0; i <= size; i++) {
    if (isalpha((unsigned char)text[i])) {
      if (length < sizeof word) word[length++] = (char)tolower((unsigned char)text[i]);
    } else if (length) {
      struct entry *entry = find(word, length);
      if (!entry->word) {
        entry->word = strndup(word, length);
        entry->length = length;
        used++;
      }
      entry->count++;
      length = 0;
      if (used * 2 > capacity) grow();
    }
  }
  size_t count = 0;
  for (size_t i = 0; i < capacity; i++)
    if (table[i].word) table[count++] = table[i];
  qsort(table, count, sizeof *table, compare);
  for (size_t i = 0; i < count && i < 20; i++) printf("%8zu %s\n", table[i].count, table[i].word);
  return 0;
}
