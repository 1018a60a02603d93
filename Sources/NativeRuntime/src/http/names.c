/// The table of known names of fields.
#include "names.h"

typedef struct known_name {
  const char *name; ///< as programs usually write it
  uint8_t duplicates;
} known_name;

static const known_name known[] = {
    {"Accept", RT_HTTP_JOIN_COMMA},
    {"Accept-Charset", RT_HTTP_JOIN_COMMA},
    {"Accept-Encoding", RT_HTTP_JOIN_COMMA},
    {"Accept-Language", RT_HTTP_JOIN_COMMA},
    {"Accept-Ranges", RT_HTTP_JOIN_COMMA},
    {"Access-Control-Allow-Credentials", RT_HTTP_JOIN_COMMA},
    {"Access-Control-Allow-Headers", RT_HTTP_JOIN_COMMA},
    {"Access-Control-Allow-Methods", RT_HTTP_JOIN_COMMA},
    {"Access-Control-Allow-Origin", RT_HTTP_JOIN_COMMA},
    {"Access-Control-Expose-Headers", RT_HTTP_JOIN_COMMA},
    {"Access-Control-Max-Age", RT_HTTP_JOIN_COMMA},
    {"Access-Control-Request-Headers", RT_HTTP_JOIN_COMMA},
    {"Access-Control-Request-Method", RT_HTTP_JOIN_COMMA},
    {"Age", RT_HTTP_FIRST},
    {"Allow", RT_HTTP_JOIN_COMMA},
    {"Authorization", RT_HTTP_FIRST},
    {"Cache-Control", RT_HTTP_JOIN_COMMA},
    {"Connection", RT_HTTP_JOIN_COMMA},
    {"Content-Disposition", RT_HTTP_JOIN_COMMA},
    {"Content-Encoding", RT_HTTP_JOIN_COMMA},
    {"Content-Language", RT_HTTP_JOIN_COMMA},
    {"Content-Length", RT_HTTP_FIRST},
    {"Content-Range", RT_HTTP_JOIN_COMMA},
    {"Content-Type", RT_HTTP_FIRST},
    {"Cookie", RT_HTTP_JOIN_SEMICOLON},
    {"DNT", RT_HTTP_JOIN_COMMA},
    {"Date", RT_HTTP_JOIN_COMMA},
    {"ETag", RT_HTTP_FIRST},
    {"Expect", RT_HTTP_JOIN_COMMA},
    {"Expires", RT_HTTP_FIRST},
    {"From", RT_HTTP_FIRST},
    {"Host", RT_HTTP_FIRST},
    {"If-Match", RT_HTTP_JOIN_COMMA},
    {"If-Modified-Since", RT_HTTP_FIRST},
    {"If-None-Match", RT_HTTP_JOIN_COMMA},
    {"If-Unmodified-Since", RT_HTTP_FIRST},
    {"Keep-Alive", RT_HTTP_JOIN_COMMA},
    {"Last-Modified", RT_HTTP_FIRST},
    {"Location", RT_HTTP_FIRST},
    {"Max-Forwards", RT_HTTP_FIRST},
    {"Origin", RT_HTTP_JOIN_COMMA},
    {"Pragma", RT_HTTP_JOIN_COMMA},
    {"Proxy-Authorization", RT_HTTP_FIRST},
    {"Proxy-Connection", RT_HTTP_JOIN_COMMA},
    {"Range", RT_HTTP_JOIN_COMMA},
    {"Referer", RT_HTTP_FIRST},
    {"Retry-After", RT_HTTP_FIRST},
    {"Sec-WebSocket-Extensions", RT_HTTP_JOIN_COMMA},
    {"Sec-WebSocket-Key", RT_HTTP_JOIN_COMMA},
    {"Sec-WebSocket-Protocol", RT_HTTP_JOIN_COMMA},
    {"Sec-WebSocket-Version", RT_HTTP_JOIN_COMMA},
    {"Server", RT_HTTP_FIRST},
    {"Set-Cookie", RT_HTTP_LIST},
    {"Strict-Transport-Security", RT_HTTP_JOIN_COMMA},
    {"Trailer", RT_HTTP_JOIN_COMMA},
    {"Transfer-Encoding", RT_HTTP_JOIN_COMMA},
    {"Upgrade", RT_HTTP_JOIN_COMMA},
    {"Upgrade-Insecure-Requests", RT_HTTP_JOIN_COMMA},
    {"User-Agent", RT_HTTP_FIRST},
    {"Vary", RT_HTTP_JOIN_COMMA},
    {"Via", RT_HTTP_JOIN_COMMA},
    {"X-Forwarded-For", RT_HTTP_JOIN_COMMA},
    {"X-Forwarded-Host", RT_HTTP_JOIN_COMMA},
    {"X-Forwarded-Proto", RT_HTTP_JOIN_COMMA},
    {"X-Powered-By", RT_HTTP_JOIN_COMMA},
    {"X-Requested-With", RT_HTTP_JOIN_COMMA},
};

enum { KNOWN_COUNT = sizeof known / sizeof *known, SLOT_COUNT = 256 };

static rt_string *names[KNOWN_COUNT] RT_ROOTED_UNUSED, *lower_names[KNOWN_COUNT] RT_ROOTED_UNUSED;
/// Numbers of names + 1 by hash.
static uint8_t slots[SLOT_COUNT];

static uint8_t lower(uint8_t c) { return c >= 'A' && c <= 'Z' ? c | 0x20 : c; }

/// Length, first and last letters tell most names apart.
static uint32_t slot_of(const uint8_t *text, uint32_t length) {
  uint32_t hash = length * 31 + lower(text[0]) * 7 + lower(text[length / 2]) * 57 + lower(text[length - 1]) * 3;
  return hash % SLOT_COUNT;
}

static bool is_name(const uint8_t *text, uint32_t length, const char *name) {
  // Programs usually write them as the table does.
  if (strncmp((const char *)text, name, length) == 0) return name[length] == 0;
  uint32_t i = 0;
  while (i < length && lower(text[i]) == lower((uint8_t)name[i])) i++;
  return i == length && name[i] == 0;
}

static void fill_slots(void) {
  for (uint32_t i = 0; i < KNOWN_COUNT; i++) {
    uint32_t slot = slot_of((const uint8_t *)known[i].name, (uint32_t)strlen(known[i].name));
    while (slots[slot]) slot = (slot + 1) % SLOT_COUNT;
    slots[slot] = (uint8_t)(i + 1);
  }
}

/// The number of a known name, -1 if it is none.
static int find(const uint8_t *text, uint32_t length) {
  static bool is_filled;
  if (!is_filled) fill_slots();
  is_filled = true;
  if (length == 0) return -1;
  for (uint32_t slot = slot_of(text, length); slots[slot]; slot = (slot + 1) % SLOT_COUNT)
    if (is_name(text, length, known[slots[slot] - 1].name)) return slots[slot] - 1;
  return -1;
}

static rt_string *lower_copy(const uint8_t *text, uint32_t length) {
  if (length == 0) return RT_ATOM(empty);
  uint8_t few[64];
  uint8_t *bytes = length <= sizeof few ? few : rt__allocate(length, RT_CELL_LEAF);
  for (uint32_t i = 0; i < length; i++) bytes[i] = lower(text[i]);
  return rt__intern(rt__string_from_latin1(bytes, length));
}

rt_string *rt__http_name(const uint8_t *text, uint32_t length) {
  int number = find(text, length);
  if (number >= 0 && memcmp(text, known[number].name, length) == 0) {
    if (!names[number]) names[number] = rt__intern_ascii(known[number].name);
    return names[number];
  }
  return length ? rt__string_from_latin1(text, length) : RT_ATOM(empty);
}

static rt_string *known_lower_name(int number) {
  const char *name = known[number].name;
  if (!lower_names[number]) lower_names[number] = lower_copy((const uint8_t *)name, (uint32_t)strlen(name));
  return lower_names[number];
}

rt_string *rt__http_lower_name(const uint8_t *text, uint32_t length, enum rt_http_duplicates *duplicates) {
  int number = find(text, length);
  if (duplicates) *duplicates = number < 0 ? RT_HTTP_JOIN_COMMA : known[number].duplicates;
  return number < 0 ? lower_copy(text, length) : known_lower_name(number);
}

rt_string *rt__http_known_lower_name(const uint8_t *text, uint32_t length) {
  int number = find(text, length);
  return number < 0 ? NULL : known_lower_name(number);
}
