/// The local time zone: TZ or /etc/localtime, in the format of RFC 9636 (TZif); without them UTC.
#include "date.h"
#include "rt_prim.h"

#include <math.h>

/// A kind of local time.
typedef struct local_kind {
  int32_t offset; ///< seconds ahead of UTC
  bool is_summer;
  char abbreviation[10];
} local_kind;

/// The start of summer or standard time in a rule like "M3.5.0/2".
typedef struct rule_date {
  char form; ///< 'M': month, week, day; 'J': day 1 to 365 without leap days; 'D': day 0 to 365
  int32_t month, week, day;
  int32_t time; ///< seconds of local time
} rule_date;

/// The rule for times behind the last transition: "CET-1CEST,M3.5.0,M10.5.0/3".
typedef struct zone_rule {
  bool exists, has_summer;
  local_kind standard, summer;
  rule_date start, end;
} zone_rule;

enum { KIND_MAX = 256 };

static struct {
  bool is_loaded, is_named;
  uint32_t count; ///< transitions
  zone_rule rule;
  local_kind kinds[KIND_MAX];
} zone;
static int64_t *transition_times RT_ROOTED_UNUSED; ///< seconds
static uint8_t *transition_kinds RT_ROOTED_UNUSED;

// POSIX rules.

static const char *parse_name(const char *text, char name[10]) {
  uint32_t length = 0;
  bool quoted = *text == '<';
  if (quoted) text++;
  while (quoted ? *text && *text != '>' : (*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z')) {
    if (length < 9) name[length++] = *text;
    text++;
  }
  name[length] = 0;
  return quoted && *text ? text + 1 : text;
}

/// [+-]hh[:mm[:ss]], in seconds.
static const char *parse_hours(const char *text, int32_t *seconds) {
  int32_t sign = *text == '-' ? -1 : 1, total = 0, unit = 3600;
  if (*text == '-' || *text == '+') text++;
  for (;; unit /= 60) {
    int32_t part = 0;
    while (*text >= '0' && *text <= '9') part = part * 10 + (*text++ - '0');
    total += part * unit;
    if (*text != ':' || unit == 1) break;
    text++;
  }
  *seconds = sign * total;
  return text;
}

static int32_t parse_integer(const char **text) {
  int32_t number = 0;
  while (**text >= '0' && **text <= '9') number = number * 10 + (*(*text)++ - '0');
  return number;
}

static const char *parse_date(const char *text, rule_date *date) {
  *date = (rule_date){.form = 'D', .time = 7200};
  if (*text == 'M' || *text == 'J') date->form = *text++;
  if (date->form == 'M') {
    date->month = parse_integer(&text);
    if (*text == '.') text++;
    date->week = parse_integer(&text);
    if (*text == '.') text++;
  }
  date->day = parse_integer(&text);
  if (*text == '/') text = parse_hours(text + 1, &date->time);
  return text;
}

static void parse_rule(const char *text, zone_rule *rule) {
  *rule = (zone_rule){0};
  int32_t west;
  text = parse_name(text, rule->standard.abbreviation);
  if (!*text || text[0] == ',') return;
  text = parse_hours(text, &west);
  rule->standard.offset = -west;
  rule->exists = true;
  if (!*text) return;
  text = parse_name(text, rule->summer.abbreviation);
  rule->summer.is_summer = true;
  rule->summer.offset = rule->standard.offset + 3600;
  if (*text && *text != ',') {
    text = parse_hours(text, &west);
    rule->summer.offset = -west;
  }
  rule->has_summer = true;
  text = parse_date(*text == ',' ? text + 1 : "M3.2.0", &rule->start);
  parse_date(*text == ',' ? text + 1 : "M11.1.0", &rule->end);
}

/// The seconds since 1970 of a rule's date in a year, in its local time.
static double rule_time(const rule_date *date, int32_t year) {
  double first = rt__make_day(year, 0, 1);
  double day;
  if (date->form == 'M') {
    double start = rt__make_day(year, date->month - 1, 1), next = rt__make_day(year, date->month, 1);
    int32_t weekday = rt__date_fields(start * MS_PER_DAY).weekday;
    day = start + (date->day - weekday + 7) % 7 + (date->week - 1) * 7;
    while (day >= next) day -= 7;
  } else if (date->form == 'J') {
    bool leap = rt__make_day(year, 2, 1) - rt__make_day(year, 1, 1) == 29;
    day = first + date->day - 1 + (leap && date->day >= 60 ? 1 : 0);
  } else {
    day = first + date->day;
  }
  return day * 86400 + date->time;
}

static const local_kind *rule_kind(const zone_rule *rule, double seconds) {
  if (!rule->has_summer) return &rule->standard;
  int32_t year = rt__date_fields((seconds + rule->standard.offset) * 1000).year;
  double start = rule_time(&rule->start, year) - rule->standard.offset;
  double end = rule_time(&rule->end, year) - rule->summer.offset;
  bool summer = start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end;
  return summer ? &rule->summer : &rule->standard;
}

// TZif files.

static uint64_t big_endian(const uint8_t *bytes, uint32_t count) {
  uint64_t number = 0;
  for (uint32_t i = 0; i < count; i++) number = number << 8 | bytes[i];
  return number;
}

/// Reads the 64-bit data block of a version 2 file; false if the bytes are no such file.
static bool parse_file(const uint8_t *bytes, size_t size) {
  enum { HEADER = 44 };
  size_t at = 0;
  if (size < HEADER || memcmp(bytes, "TZif", 4) != 0 || bytes[4] < '2') return false;
  uint64_t counts[6];
  for (int round = 0; round < 2; round++) {
    if (size - at < HEADER) return false;
    // isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt
    for (uint32_t i = 0; i < 6; i++) counts[i] = big_endian(bytes + at + 20 + 4 * i, 4);
    at += HEADER;
    if (round == 1) break;
    at += counts[3] * 5 + counts[4] * 6 + counts[5] + counts[2] * 8 + counts[1] + counts[0];
    if (at > size) return false;
  }
  uint64_t times = counts[3], kinds = counts[4], characters = counts[5];
  if (kinds == 0 || kinds > KIND_MAX || at + times * 9 + kinds * 6 + characters > size) return false;
  const uint8_t *indices = bytes + at + times * 8, *infos = indices + times, *names = infos + kinds * 6;
  zone.count = (uint32_t)times;
  transition_times = rt__allocate(times * sizeof(int64_t) + 1, RT_CELL_LEAF);
  transition_kinds = rt__allocate(times + 1, RT_CELL_LEAF);
  for (uint32_t i = 0; i < times; i++) {
    transition_times[i] = (int64_t)big_endian(bytes + at + 8 * i, 8);
    transition_kinds[i] = indices[i] < kinds ? indices[i] : 0;
  }
  for (uint32_t i = 0; i < kinds; i++) {
    zone.kinds[i].offset = (int32_t)big_endian(infos + 6 * i, 4);
    zone.kinds[i].is_summer = infos[6 * i + 4] != 0;
    uint32_t length = 0;
    for (uint64_t n = infos[6 * i + 5]; n < characters && names[n] && length < 9; n++)
      zone.kinds[i].abbreviation[length++] = (char)names[n];
  }
  at += times * 9 + kinds * 6 + characters + counts[2] * 12 + counts[1] + counts[0];
  char footer[64] = {0};
  if (at < size && bytes[at] == '\n')
    for (uint32_t i = 0; i < 63 && at + 1 + i < size && bytes[at + 1 + i] != '\n'; i++)
      footer[i] = (char)bytes[at + 1 + i];
  parse_rule(footer, &zone.rule);
  return true;
}

static bool load_file(const char *path) {
  enum { SIZE_MAX_ = 65536 };
  int fd = rt_prim_open(path, RT_O_RDONLY, 0);
  if (fd < 0) return false;
  uint8_t *bytes = rt__allocate(SIZE_MAX_, RT_CELL_LEAF);
  size_t size = 0;
  for (int64_t count; size < SIZE_MAX_ && (count = rt_prim_read(fd, bytes + size, SIZE_MAX_ - size)) > 0;)
    size += (size_t)count;
  rt_prim_close(fd);
  return parse_file(bytes, size);
}

/// The rules of today for systems without a data base of zones: WASI, and containers with next to nothing in them.
static const struct {
  const char *rule, *zones;
} known_rules[] = {
  {"GMT0BST,M3.5.0/1,M10.5.0", " Europe/London "},
  {"GMT0IST,M3.5.0/1,M10.5.0", " Europe/Dublin "},
  {"WET0WEST,M3.5.0/1,M10.5.0", " Europe/Lisbon "},
  {"CET-1CEST,M3.5.0,M10.5.0/3",
   " Europe/Amsterdam Europe/Belgrade Europe/Berlin Europe/Brussels Europe/Budapest Europe/Copenhagen Europe/Luxembourg "
   "Europe/Madrid Europe/Oslo Europe/Paris Europe/Prague Europe/Rome Europe/Stockholm Europe/Vienna Europe/Warsaw "
   "Europe/Zagreb Europe/Zurich CET MET "},
  {"EET-2EEST,M3.5.0/3,M10.5.0/4",
   " Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Riga Europe/Sofia Europe/Tallinn "
   "Europe/Vilnius EET "},
  {"MSK-3", " Europe/Moscow "},
  {"<+03>-3", " Europe/Istanbul "},
  {"IST-5:30", " Asia/Kolkata Asia/Calcutta "},
  {"CST-8", " Asia/Shanghai Asia/Taipei "},
  {"HKT-8", " Asia/Hong_Kong "},
  {"<+08>-8", " Asia/Singapore "},
  {"<+07>-7", " Asia/Bangkok "},
  {"<+04>-4", " Asia/Dubai "},
  {"JST-9", " Asia/Tokyo "},
  {"KST-9", " Asia/Seoul "},
  {"AEST-10AEDT,M10.1.0,M4.1.0/3", " Australia/Sydney Australia/Melbourne Australia/Hobart "},
  {"AEST-10", " Australia/Brisbane "},
  {"AWST-8", " Australia/Perth "},
  {"NZST-12NZDT,M9.5.0,M4.1.0/3", " Pacific/Auckland "},
  {"SAST-2", " Africa/Johannesburg "},
  {"EAT-3", " Africa/Nairobi "},
  {"WAT-1", " Africa/Lagos "},
  {"<-03>3", " America/Sao_Paulo America/Argentina/Buenos_Aires "},
  {"NST3:30NDT,M3.2.0,M11.1.0", " America/St_Johns "},
  {"AST4ADT,M3.2.0,M11.1.0", " America/Halifax "},
  {"EST5EDT,M3.2.0,M11.1.0", " America/New_York America/Toronto America/Detroit US/Eastern EST5EDT "},
  {"CST6CDT,M3.2.0,M11.1.0", " America/Chicago America/Winnipeg US/Central CST6CDT "},
  {"CST6", " America/Mexico_City "},
  {"MST7MDT,M3.2.0,M11.1.0", " America/Denver America/Edmonton US/Mountain MST7MDT "},
  {"MST7", " America/Phoenix "},
  {"PST8PDT,M3.2.0,M11.1.0", " America/Los_Angeles America/Vancouver US/Pacific PST8PDT "},
  {"AKST9AKDT,M3.2.0,M11.1.0", " America/Anchorage "},
  {"HST10", " Pacific/Honolulu "},
};

/// The rule of a zone by its name, or NULL.
static const char *known_rule(const char *name) {
  size_t length = strlen(name);
  for (size_t i = 0; length > 0 && i < sizeof known_rules / sizeof known_rules[0]; i++)
    for (const char *at = known_rules[i].zones; (at = strstr(at, name)); at++)
      if (at[-1] == ' ' && at[length] == ' ') return known_rules[i].rule;
  return NULL;
}

static void load(void) {
  if (zone.is_loaded) return;
  zone.is_loaded = true;
  const char *name = rt_prim_getenv("TZ");
  if (!name) {
    zone.is_named = true;
    if (!load_file("/etc/localtime")) memcpy(zone.kinds[0].abbreviation, "UTC", 4);
    return;
  }
  if (*name == ':') name++;
  zone.is_named = *name != 0;
  char path[256] = "/usr/share/zoneinfo/";
  size_t length = strlen(path), extra = strlen(name);
  bool is_path = extra > 0 && extra < sizeof path - length && !strstr(name, "..");
  if (is_path) memcpy(path + length, name, extra + 1);
  if (is_path && load_file(name[0] == '/' ? name : path)) return;
  if (strcmp(name, "UTC") == 0 || strcmp(name, "GMT") == 0 || strcmp(name, "Etc/UTC") == 0) {
    memcpy(zone.kinds[0].abbreviation, "UTC", 4);
    return;
  }
  // As in Node, a rule is no name of a zone.
  const char *rule = known_rule(name);
  if (rule) parse_rule(rule, &zone.rule);
  zone.is_named = rule != NULL;
}

static const local_kind *kind_at(double time) {
  load();
  double seconds = floor(time / 1000);
  if (zone.count == 0) return zone.rule.exists ? rule_kind(&zone.rule, seconds) : &zone.kinds[0];
  if (seconds < (double)transition_times[0]) return &zone.kinds[0];
  if (zone.rule.exists && seconds >= (double)transition_times[zone.count - 1]) return rule_kind(&zone.rule, seconds);
  uint32_t low = 0, high = zone.count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if ((double)transition_times[middle] <= seconds) low = middle;
    else high = middle;
  }
  return &zone.kinds[transition_kinds[low]];
}

double rt__local_offset(double time) { return kind_at(time)->offset * 1000.0; }

double rt__local_time(double time) { return time + rt__local_offset(time); }

double rt__utc_of_local(double local) {
  if (!(fabs(local) <= MAX_TIME + MS_PER_DAY)) return NAN;
  double before = rt__local_offset(local - MS_PER_DAY), after = rt__local_offset(local + MS_PER_DAY);
  if (before == after || rt__local_offset(local - before) == before) return local - before;
  // Behind the change, unless the local time is one that the change skips.
  return rt__local_offset(local - after) == after ? local - after : local - before;
}

// Names.

/// What abbreviations stand for; some stand for several zones.
static const struct {
  const char *abbreviation;
  int32_t minutes;
  const char *name;
} zone_names[] = {
  {"UTC", 0, "Coordinated Universal Time"},
  {"GMT", 0, "Greenwich Mean Time"},
  {"BST", 60, "British Summer Time"},
  {"IST", 60, "Irish Standard Time"},
  {"WET", 0, "Western European Standard Time"},
  {"WEST", 60, "Western European Summer Time"},
  {"CET", 60, "Central European Standard Time"},
  {"CEST", 120, "Central European Summer Time"},
  {"EET", 120, "Eastern European Standard Time"},
  {"EEST", 180, "Eastern European Summer Time"},
  {"MSK", 180, "Moscow Standard Time"},
  {"MSD", 240, "Moscow Summer Time"},
  {"IST", 120, "Israel Standard Time"},
  {"IDT", 180, "Israel Daylight Time"},
  {"IST", 330, "India Standard Time"},
  {"PKT", 300, "Pakistan Standard Time"},
  {"WIB", 420, "Western Indonesia Time"},
  {"CST", 480, "China Standard Time"},
  {"HKT", 480, "Hong Kong Standard Time"},
  {"PST", 480, "Philippine Standard Time"},
  {"AWST", 480, "Australian Western Standard Time"},
  {"JST", 540, "Japan Standard Time"},
  {"KST", 540, "Korean Standard Time"},
  {"ACST", 570, "Australian Central Standard Time"},
  {"ACDT", 630, "Australian Central Daylight Time"},
  {"AEST", 600, "Australian Eastern Standard Time"},
  {"AEDT", 660, "Australian Eastern Daylight Time"},
  {"NZST", 720, "New Zealand Standard Time"},
  {"NZDT", 780, "New Zealand Daylight Time"},
  {"WAT", 60, "West Africa Standard Time"},
  {"CAT", 120, "Central Africa Time"},
  {"SAST", 120, "South Africa Standard Time"},
  {"EAT", 180, "East Africa Time"},
  {"NST", -210, "Newfoundland Standard Time"},
  {"NDT", -150, "Newfoundland Daylight Time"},
  {"AST", -240, "Atlantic Standard Time"},
  {"ADT", -180, "Atlantic Daylight Time"},
  {"EST", -300, "Eastern Standard Time"},
  {"EDT", -240, "Eastern Daylight Time"},
  {"CST", -360, "Central Standard Time"},
  {"CDT", -300, "Central Daylight Time"},
  {"MST", -420, "Mountain Standard Time"},
  {"MDT", -360, "Mountain Daylight Time"},
  {"PST", -480, "Pacific Standard Time"},
  {"PDT", -420, "Pacific Daylight Time"},
  {"AKST", -540, "Alaska Standard Time"},
  {"AKDT", -480, "Alaska Daylight Time"},
  {"HST", -600, "Hawaii-Aleutian Standard Time"},
  {"HDT", -540, "Hawaii-Aleutian Daylight Time"},
  {"SST", -660, "Samoa Standard Time"},
};

rt_string *rt__time_zone_name(double time) {
  const local_kind *kind = kind_at(time);
  // Before standard time, each place had its own, which has no name.
  if (strcmp(kind->abbreviation, "LMT") == 0 && zone.rule.exists) kind = &zone.rule.standard;
  int32_t minutes = kind->offset / 60;
  for (size_t i = 0; zone.is_named && i < sizeof zone_names / sizeof zone_names[0]; i++)
    if (zone_names[i].minutes == minutes && strcmp(zone_names[i].abbreviation, kind->abbreviation) == 0)
      return rt__string_from_ascii(zone_names[i].name);
  int32_t distance = minutes < 0 ? -minutes : minutes;
  char text[] = "GMT+00:00";
  if (minutes < 0) text[3] = '-';
  text[4] = (char)('0' + distance / 600);
  text[5] = (char)('0' + distance / 60 % 10);
  text[7] = (char)('0' + distance % 60 / 10);
  text[8] = (char)('0' + distance % 10);
  return rt__string_from_ascii(text);
}
