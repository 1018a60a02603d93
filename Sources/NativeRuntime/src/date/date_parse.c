/// Date.parse (ECMA-262 21.4.1.32, 21.4.3.2): the standard's format, and what V8 accepts besides: dates in words and
/// numbers in nearly any order.
///
/// The text is a sequence of numbers, words, signs and other characters. A text in the standard's format is read from
/// the left as far as it is one; what follows is read by the rules for other dates, with what is known already.
#include "date.h"

#include <math.h>

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_SYMBOL, TOKEN_SPACE };

enum word { WORD_OTHER, WORD_MONTH, WORD_HALF_DAY, WORD_ZONE, WORD_TIME };

typedef struct token {
  enum token_kind kind;
  uint32_t length; ///< of a number or word
  int32_t number;  ///< or what a word stands for: month 1 to 12, hours to add, offset in hours
  enum word word;
  uint16_t symbol;
} token;

typedef struct parser {
  rt_text text;
  uint32_t at;
  token next;
  // What was found.
  int32_t date[3], date_count, named_month;
  int32_t time[4], time_count, half_day; ///< half_day: hours to add, -1 if none
  int32_t sign, zone_hour, zone_minute;  ///< sign 0: no zone; hour and minute -1: none yet
  bool is_iso;
} parser;

static const struct {
  char prefix[4];
  enum word word;
  int32_t value;
} words[] = {
  {"jan", WORD_MONTH, 1},  {"feb", WORD_MONTH, 2},   {"mar", WORD_MONTH, 3},   {"apr", WORD_MONTH, 4},
  {"may", WORD_MONTH, 5},  {"jun", WORD_MONTH, 6},   {"jul", WORD_MONTH, 7},   {"aug", WORD_MONTH, 8},
  {"sep", WORD_MONTH, 9},  {"oct", WORD_MONTH, 10},  {"nov", WORD_MONTH, 11},  {"dec", WORD_MONTH, 12},
  {"am", WORD_HALF_DAY, 0}, {"pm", WORD_HALF_DAY, 12}, {"ut", WORD_ZONE, 0},    {"utc", WORD_ZONE, 0},
  {"z", WORD_ZONE, 0},     {"gmt", WORD_ZONE, 0},    {"cdt", WORD_ZONE, -5},   {"cst", WORD_ZONE, -6},
  {"edt", WORD_ZONE, -4},  {"est", WORD_ZONE, -5},   {"mdt", WORD_ZONE, -6},   {"mst", WORD_ZONE, -7},
  {"pdt", WORD_ZONE, -7},  {"pst", WORD_ZONE, -8},   {"t", WORD_TIME, 0},
};

static uint16_t unit_at(const parser *p, uint32_t index) {
  return index < p->text.length ? rt_text_at(p->text, index) : 0;
}

static bool is_digit(uint16_t unit) { return unit >= '0' && unit <= '9'; }
static bool is_letter(uint16_t unit) { return (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z' && unit < 0x80; }

/// A word is known by its first three letters; only months may be longer.
static void classify(token *word, const char letters[4]) {
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (strcmp(words[i].prefix, letters) != 0 || (word->length > 3 && words[i].word != WORD_MONTH)) continue;
    word->word = words[i].word;
    word->number = words[i].value;
    return;
  }
}

static token scan(parser *p) {
  if (p->at >= p->text.length) return (token){.kind = TOKEN_END};
  uint16_t unit = unit_at(p, p->at);
  uint32_t start = p->at;
  if (is_digit(unit)) {
    token number = {.kind = TOKEN_NUMBER};
    // Zeros in front, then nine digits at most count.
    while (unit_at(p, p->at) == '0') p->at++;
    for (uint32_t digits = 0; is_digit(unit_at(p, p->at)); p->at++)
      if (digits++ < 9) number.number = number.number * 10 + (unit_at(p, p->at) - '0');
    number.length = p->at - start;
    return number;
  }
  if (is_letter(unit)) {
    token word = {.kind = TOKEN_WORD};
    char letters[4] = {0};
    for (; is_letter(unit_at(p, p->at)); p->at++)
      if (p->at - start < 3) letters[p->at - start] = (char)(unit_at(p, p->at) | 0x20);
    word.length = p->at - start;
    classify(&word, letters);
    return word;
  }
  if (rt_is_space(unit)) {
    while (p->at < p->text.length && rt_is_space(unit_at(p, p->at))) p->at++;
    return (token){.kind = TOKEN_SPACE};
  }
  p->at++;
  if (unit == '(') {
    // Text in parentheses is a comment; they may be nested.
    for (uint32_t depth = 1; depth > 0 && p->at < p->text.length; p->at++) {
      uint16_t inner = unit_at(p, p->at);
      if (inner == '(') depth++;
      if (inner == ')') depth--;
    }
    return (token){.kind = TOKEN_SPACE};
  }
  return (token){.kind = TOKEN_SYMBOL, .symbol = unit};
}

static token take(parser *p) {
  token taken = p->next;
  p->next = scan(p);
  return taken;
}

static bool next_is(const parser *p, uint16_t symbol) { return p->next.kind == TOKEN_SYMBOL && p->next.symbol == symbol; }

static bool skip(parser *p, uint16_t symbol) {
  if (!next_is(p, symbol)) return false;
  take(p);
  return true;
}

static bool is_sign(const token *t) { return t->kind == TOKEN_SYMBOL && (t->symbol == '+' || t->symbol == '-'); }
static bool next_is_fixed(const parser *p, uint32_t length) {
  return p->next.kind == TOKEN_NUMBER && p->next.length == length;
}

/// The milliseconds that the digits behind a decimal point mean.
static int32_t milliseconds_of(const token *fraction) {
  int32_t number = fraction->number;
  uint32_t length = fraction->length > 9 ? 9 : fraction->length;
  for (uint32_t i = length; i < 3; i++) number *= 10;
  for (uint32_t i = 3; i < length; i++) number /= 10;
  return number;
}

static bool add_date(parser *p, int32_t number) {
  if (p->date_count >= 3) return false;
  p->date[p->date_count++] = number;
  return true;
}

static bool add_time(parser *p, int32_t number) {
  if (p->time_count >= 4) return false;
  p->time[p->time_count++] = number;
  return true;
}

/// A time with all its fields: what is missing is 0.
static bool add_last_time(parser *p, int32_t number) {
  if (!add_time(p, number)) return false;
  while (p->time_count < 4) p->time[p->time_count++] = 0;
  return true;
}

static void set_zone(parser *p, int32_t hours) {
  p->sign = hours < 0 ? -1 : 1;
  p->zone_hour = hours < 0 ? -hours : hours;
  p->zone_minute = 0;
}

/// A number of two digits up to a limit, or -1.
static int32_t take_pair(parser *p, int32_t limit) {
  if (!next_is_fixed(p, 2) || p->next.number > limit) return -1;
  return take(p).number;
}

/// The zone behind a time in the standard's format: Z, +hh:mm, or +hhmm; whether it is one, if there is any.
static bool parse_iso_zone(parser *p) {
  if (p->next.kind == TOKEN_WORD && p->next.word == WORD_ZONE && p->next.length == 1) {
    take(p);
    set_zone(p, 0);
  } else if (is_sign(&p->next)) {
    p->sign = take(p).symbol == '-' ? -1 : 1;
    if (next_is_fixed(p, 4)) {
      int32_t number = take(p).number;
      p->zone_hour = number / 100;
      p->zone_minute = number % 100;
      return p->zone_hour <= 23 && p->zone_minute <= 59;
    }
    p->zone_hour = take_pair(p, 23);
    if (p->zone_hour < 0 || !skip(p, ':')) return false;
    p->zone_minute = take_pair(p, 59);
    return p->zone_minute >= 0;
  }
  return true;
}

/// The time in the standard's format, behind its T.
static bool parse_iso_time(parser *p) {
  int32_t hour = take_pair(p, 24), limit = hour == 24 ? 0 : 59;
  if (hour < 0 || !skip(p, ':')) return false;
  int32_t minute = take_pair(p, limit), second = 0, millisecond = 0;
  if (minute < 0) return false;
  if (skip(p, ':')) {
    second = take_pair(p, limit);
    if (second < 0) return false;
    if (skip(p, '.')) {
      if (p->next.kind != TOKEN_NUMBER || (hour == 24 && p->next.number > 0)) return false;
      token fraction = take(p);
      millisecond = milliseconds_of(&fraction);
    }
  }
  add_time(p, hour);
  add_time(p, minute);
  add_time(p, second);
  add_time(p, millisecond);
  return parse_iso_zone(p) && p->next.kind == TOKEN_END;
}

enum iso_result { ISO_COMPLETE, ISO_DATE_ONLY, ISO_INVALID };

/// The standard's format: the whole text, or what there is of a date; a text with a T behind that must be right.
static enum iso_result parse_iso(parser *p) {
  // Expanded years have a sign and six digits.
  if (is_sign(&p->next)) {
    int32_t sign = take(p).symbol == '-' ? -1 : 1;
    if (!next_is_fixed(p, 6)) return ISO_DATE_ONLY;
    int32_t year = take(p).number;
    if (sign < 0 && year == 0) return ISO_DATE_ONLY;
    add_date(p, sign * year);
  } else if (next_is_fixed(p, 4)) {
    add_date(p, take(p).number);
  } else {
    return ISO_DATE_ONLY;
  }
  for (int32_t limit = 12; p->date_count < 3 && skip(p, '-'); limit = 31) {
    if (!next_is_fixed(p, 2) || p->next.number < 1 || p->next.number > limit) return ISO_DATE_ONLY;
    add_date(p, take(p).number);
  }
  if (p->next.kind == TOKEN_WORD && p->next.word == WORD_TIME) {
    take(p);
    if (!parse_iso_time(p)) return ISO_INVALID;
  } else if (p->next.kind != TOKEN_END) {
    return ISO_DATE_ONLY;
  } else {
    // Dates without a time are in UTC, others in local time.
    set_zone(p, 0);
  }
  p->is_iso = true;
  return ISO_COMPLETE;
}

/// A number in other dates: part of a time, of a zone, or of the date.
static bool parse_number(parser *p, int32_t number) {
  if (skip(p, ':')) {
    if (next_is(p, ':')) return false;
    return add_time(p, number);
  }
  bool expected = (p->time_count == 1 && number < 60) || (p->time_count == 2 && number < 60) ||
                  (p->time_count == 3 && number < 1000);
  if (next_is(p, '.') && expected) {
    take(p);
    if (!add_time(p, number) || p->next.kind != TOKEN_NUMBER) return false;
    token fraction = take(p);
    return add_last_time(p, milliseconds_of(&fraction));
  }
  if (p->zone_hour >= 0 && p->zone_minute < 0 && number < 60) {
    p->zone_minute = number;
    return true;
  }
  if (expected) {
    // A time ends at the end of the text, or at space, a zone or a sign.
    bool ends = p->next.kind == TOKEN_END || p->next.kind == TOKEN_SPACE || is_sign(&p->next) ||
                (p->next.kind == TOKEN_WORD && p->next.word == WORD_ZONE && p->next.length == 1);
    return add_last_time(p, number) && ends;
  }
  if (!add_date(p, number)) return false;
  skip(p, '-');
  return true;
}

/// The offset behind a sign: h, hh, hmm, hhmm, or hours before a colon.
static bool parse_offset(parser *p, int32_t sign) {
  p->sign = sign;
  token number = {0};
  if (p->next.kind == TOKEN_NUMBER) number = take(p);
  if (next_is(p, ':')) {
    take(p);
    p->zone_hour = number.number;
    p->zone_minute = -1;
  } else if (number.length == 1 || number.length == 2) {
    p->zone_hour = number.number;
    p->zone_minute = 0;
  } else if (number.length == 3 || number.length == 4) {
    p->zone_hour = number.number / 100;
    p->zone_minute = number.number % 100;
  } else {
    return false;
  }
  return true;
}

static bool parse_other(parser *p) {
  bool has_number = p->date_count > 0;
  while (p->next.kind != TOKEN_END) {
    token t = take(p);
    switch (t.kind) {
    case TOKEN_NUMBER:
      has_number = true;
      if (!parse_number(p, t.number)) return false;
      break;
    case TOKEN_WORD:
      if (t.word == WORD_HALF_DAY && p->time_count > 0) {
        p->half_day = t.number;
      } else if (t.word == WORD_MONTH) {
        p->named_month = t.number;
        skip(p, '-');
      } else if (t.word == WORD_ZONE && has_number) {
        set_zone(p, t.number);
      } else if (has_number || p->next.kind == TOKEN_NUMBER) {
        // Unknown words may stand before the first number only, and apart from it.
        return false;
      }
      break;
    case TOKEN_SYMBOL:
      if (is_sign(&t) && ((p->sign != 0 && p->zone_hour == 0 && p->zone_minute == 0) || p->time_count > 0)) {
        if (!parse_offset(p, t.symbol == '-' ? -1 : 1)) return false;
        has_number = true;
      } else if ((is_sign(&t) || t.symbol == ')') && has_number) {
        return false;
      }
      break;
    default: break;
    }
  }
  return true;
}

/// Orders the numbers of the date: false if they are none.
static bool day_of(const parser *p, double *day) {
  if (p->date_count < 1) return false;
  int32_t number[3] = {1, 1, 1}, year, month, date;
  for (int32_t i = 0; i < p->date_count; i++) number[i] = p->date[i];
  bool first_is_day = number[0] >= 1 && number[0] <= 31;
  if (p->named_month) {
    month = p->named_month;
    if (p->date_count == 1) year = 1, date = number[0];
    else if (first_is_day) year = number[1], date = number[0];
    else year = number[0], date = number[1];
  } else if (p->is_iso || !first_is_day) {
    year = number[0], month = number[1], date = number[2];
  } else {
    month = number[0], date = number[1], year = number[2];
  }
  if (!p->is_iso) {
    if (year >= 0 && year <= 49) year += 2000;
    else if (year >= 50 && year <= 99) year += 1900;
  }
  if (month < 1 || month > 12 || date < 1 || date > 31) return false;
  *day = rt__make_day(year, month - 1, date);
  return true;
}

static bool time_of(const parser *p, double *time) {
  int32_t hour = p->time[0], minute = p->time[1], second = p->time[2], millisecond = p->time[3];
  if (p->half_day >= 0) {
    if (hour > 12) return false;
    hour = hour % 12 + p->half_day;
  }
  bool is_end_of_day = hour == 24 && minute == 0 && second == 0 && millisecond == 0;
  if ((hour > 23 && !is_end_of_day) || minute > 59 || second > 59 || millisecond > 999) return false;
  *time = rt__make_time(hour, minute, second, millisecond);
  return true;
}

double rt__date_parse(rt_string *string) {
  parser p = {.text = rt__text(string), .half_day = -1, .zone_hour = -1, .zone_minute = -1};
  p.next = scan(&p);
  double day, time;
  enum iso_result iso = parse_iso(&p);
  if (iso == ISO_INVALID || (iso == ISO_DATE_ONLY && !parse_other(&p))) return NAN;
  if (!day_of(&p, &day) || !time_of(&p, &time)) return NAN;
  double date = rt__make_date(day, time);
  if (p.sign == 0) return rt__time_clip(rt__utc_of_local(date));
  int32_t hours = p.zone_hour < 0 ? 0 : p.zone_hour, minutes = p.zone_minute < 0 ? 0 : p.zone_minute;
  return rt__time_clip(date - p.sign * (hours * MS_PER_HOUR + minutes * MS_PER_MINUTE));
}
