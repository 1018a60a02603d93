/// Interned strings ("atoms"), symbols, and the runtime's own names.
#include "rt_atoms.h"
#include "rt_realm.h"

/// The table of interned strings: open addressing, a power of two of entries, weak.
static rt_string **table RT_ROOTED;
static uint32_t capacity;
static uint32_t used; ///< entries that are not NULL, tombstones included
static rt_string tombstone = {.kind = RT_STRING_SYMBOL};

rt_string *rt_atoms[RT_ATOM_COUNT] RT_ROOTED;

static void insert(rt_string *atom) {
  uint32_t mask = capacity - 1, i = atom->hash & mask;
  while (table[i] && table[i] != &tombstone) i = (i + 1) & mask;
  if (!table[i]) used++;
  table[i] = atom;
}

/// Makes room for `more` entries at a load of at most two thirds.
static void reserve(uint32_t more) {
  if ((uint64_t)(used + more) * 3 <= (uint64_t)capacity * 2) return;
  rt_string **old = table;
  uint32_t old_capacity = capacity, live = 0;
  for (uint32_t i = 0; i < old_capacity; i++) live += old[i] && old[i] != &tombstone;
  uint32_t larger = 256;
  while ((uint64_t)(live + more) * 2 > larger) larger *= 2;
  // A leaf: the table does not keep its strings alive.
  table = rt__allocate_zeroed((size_t)larger * sizeof *table, RT_CELL_LEAF);
  capacity = larger;
  used = 0;
  for (uint32_t i = 0; i < old_capacity; i++)
    if (old[i] && old[i] != &tombstone) insert(old[i]);
}

static rt_string *find(rt_text text, uint32_t hash) {
  uint32_t mask = capacity - 1;
  for (uint32_t i = hash & mask; table[i]; i = (i + 1) & mask) {
    rt_string *s = table[i];
    if (s->hash != hash || s->length != text.length || s == &tombstone) continue;
    if (s->kind == RT_STRING_LATIN1 && text.latin1) {
      if (memcmp(s->data, text.latin1, text.length) == 0) return s;
      continue;
    }
    rt_text other = rt__text(s);
    uint32_t j = 0;
    while (j < text.length && rt_text_at(other, j) == rt_text_at(text, j)) j++;
    if (j == text.length) return s;
  }
  return NULL;
}

/// Whether text is the canonical decimal form of 0 to 2^32 - 2.
static bool is_index(rt_text text, uint32_t *index) {
  if (text.length == 0 || text.length > 10) return false;
  uint32_t first = rt_text_at(text, 0);
  if (first == '0' && text.length > 1) return false;
  uint64_t value = 0;
  for (uint32_t i = 0; i < text.length; i++) {
    uint32_t digit = rt_text_at(text, i) - '0';
    if (digit > 9) return false;
    value = value * 10 + digit;
  }
  *index = (uint32_t)value;
  return value < UINT32_MAX;
}

bool rt__string_is_index(rt_string *string, uint32_t *index) {
  if (string->flags & RT_STRING_INTERNED && !(string->flags & RT_STRING_INDEX)) return false;
  if (string->length > 10) return false;
  return is_index(rt__text(string), index);
}

static void drop_dead_atoms(void) {
  for (uint32_t i = 0; i < capacity; i++)
    if (table[i] && table[i] != &tombstone && !(table[i]->flags & RT_STRING_STATIC) && !rt__is_marked(table[i]))
      table[i] = &tombstone;
}

rt_string *rt__intern_find(rt_string *string) {
  if (string->flags & RT_STRING_INTERNED) return string;
  return find(rt__text(string), rt__string_hash(string));
}

rt_string *rt__intern(rt_string *string) {
  if (string->flags & RT_STRING_INTERNED) return string;
  rt_text text = rt__text(string);
  uint32_t hash = rt__string_hash(string);
  rt_string *atom = find(text, hash);
  if (atom) return atom;
  // Atoms are flat strings of their own: a slice would keep its parent alive.
  atom = string;
  if (string->kind > RT_STRING_UTF16) {
    if (text.latin1) {
      atom = rt__string_latin1_raw(text.length);
      memcpy(atom->data, text.latin1, text.length);
    } else {
      atom = rt__string_from_utf16(text.utf16, text.length);
    }
  }
  uint32_t index;
  atom->hash = hash;
  atom->flags |= RT_STRING_INTERNED | (is_index(text, &index) ? RT_STRING_INDEX : 0);
  reserve(1);
  insert(atom);
  return atom;
}

rt_string *rt__intern_ascii(const char *ascii) {
  rt_text text = {.latin1 = (const uint8_t *)ascii, .length = (uint32_t)strlen(ascii)};
  rt_string *atom = find(text, rt__hash_latin1(text.latin1, text.length));
  if (atom) return atom;
  rt_string *s = rt__string_latin1_raw(text.length);
  memcpy(s->data, text.latin1, text.length);
  return rt__intern(s);
}

/// The decimal digits of a number at the end of a buffer.
static rt_text digits_of(uint32_t number, uint8_t buffer[10]) {
  uint32_t at = 10;
  do buffer[--at] = (uint8_t)('0' + number % 10);
  while (number /= 10);
  return (rt_text){.latin1 = buffer + at, .length = 10 - at};
}

rt_string *rt__intern_index_find(uint32_t index) {
  uint8_t buffer[10];
  rt_text text = digits_of(index, buffer);
  return find(text, rt__hash_latin1(text.latin1, text.length));
}

rt_string *rt__intern_index(uint32_t index) {
  uint8_t buffer[10];
  rt_text text = digits_of(index, buffer);
  rt_string *atom = find(text, rt__hash_latin1(text.latin1, text.length));
  if (atom) return atom;
  rt_string *s = rt__string_latin1_raw(text.length);
  memcpy(s->data, text.latin1, text.length);
  return rt__intern(s);
}

uint32_t rt__key_index(rt_string *key) {
  uint32_t index = 0;
  is_index(rt__text(key), &index);
  return index;
}

/// The runtime's names as static strings, for those that the program does not have.
#define TEXT_OF(name) TEXT_AS(name, #name)
#define TEXT_AS(name, text)                                                                                            \
  static struct {                                                                                                      \
    uint32_t length, hash;                                                                                             \
    uint8_t kind, flags;                                                                                               \
    uint16_t reserved;                                                                                                 \
    char data[sizeof text];                                                                                            \
  } __attribute__((aligned(8))) text_of_##name = {                                                                     \
    sizeof text - 1, 0, RT_STRING_LATIN1, RT_STRING_STATIC | RT_STRING_INTERNED, 0, text};
RT_ATOM_LIST(TEXT_OF, TEXT_AS)
#undef TEXT_OF
#undef TEXT_AS

#define ADDRESS_OF(name) &text_of_##name,
#define ADDRESS_AS(name, text) &text_of_##name,
static void *const own_atoms[RT_ATOM_COUNT] = {RT_ATOM_LIST(ADDRESS_OF, ADDRESS_AS)};

/// Registers the program's strings, then those of the runtime that the program does not have.
void rt__atoms_start(void) {
  rt__register_weak_sweeper(drop_dead_atoms);
  reserve(rt_program_atom_count + RT_ATOM_COUNT);
  for (uint32_t i = 0; i < rt_program_atom_count; i++) {
    rt_string *atom = rt_program_atoms[i];
    if (!(atom->flags & RT_STRING_PRIVATE) && atom->kind != RT_STRING_SYMBOL) insert(atom);
  }
  for (uint32_t i = 0; i < RT_ATOM_COUNT; i++) {
    rt_string *own = own_atoms[i];
    rt_text text = {.latin1 = own->data, .length = own->length};
    own->hash = rt__hash_latin1(own->data, own->length);
    rt_string *atom = find(text, own->hash);
    if (!atom) insert(atom = own);
    rt_atoms[i] = atom;
  }
}

// Symbols.

rt_symbol *rt__symbol_new(rt_string *description) {
  static uint32_t counter;
  rt_symbol *symbol = rt__allocate(sizeof(rt_symbol), RT_CELL_WORDS);
  // Spread over the hash range, as symbols share property tables with strings.
  *symbol = (rt_symbol){.hash = (++counter * 2654435769u) | 1, .kind = RT_STRING_SYMBOL, .description = description};
  return symbol;
}

rt_string *rt__symbol_descriptive_string(rt_symbol *symbol) {
  rt_builder builder = {0};
  rt__builder_ascii(&builder, "Symbol(");
  if (symbol->description) rt__builder_string(&builder, symbol->description);
  rt__builder_ascii(&builder, ")");
  return rt__builder_finish(&builder);
}
