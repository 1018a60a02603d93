/// Dates as text (ECMA-262 21.4.4.41).
#include "date.h"

#include <math.h>

static const char weekdays[7][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// The digits of a number that is not negative, with zeros in front.
static void append_number(rt_builder *builder, int32_t number, uint32_t width) {
  uint8_t digits[RT_NUMBER_TEXT_MAX];
  uint32_t length = rt__integer_to_text(number, digits);
  for (uint32_t i = length; i < width; i++) rt__builder_unit(builder, '0');
  for (uint32_t i = 0; i < length; i++) rt__builder_unit(builder, digits[i]);
}

/// A year with four digits at least.
static void append_year(rt_builder *builder, int32_t year) {
  if (year < 0) rt__builder_unit(builder, '-');
  append_number(builder, year < 0 ? -year : year, 4);
}

static void append_clock(rt_builder *builder, const date_fields *f) {
  append_number(builder, f->hour, 2);
  rt__builder_unit(builder, ':');
  append_number(builder, f->minute, 2);
  rt__builder_unit(builder, ':');
  append_number(builder, f->second, 2);
}

static void append_iso(rt_builder *builder, const date_fields *f) {
  if (f->year >= 0 && f->year <= 9999) {
    append_number(builder, f->year, 4);
  } else {
    rt__builder_unit(builder, f->year < 0 ? '-' : '+');
    append_number(builder, f->year < 0 ? -f->year : f->year, 6);
  }
  rt__builder_unit(builder, '-');
  append_number(builder, f->month + 1, 2);
  rt__builder_unit(builder, '-');
  append_number(builder, f->day, 2);
  rt__builder_unit(builder, 'T');
  append_clock(builder, f);
  rt__builder_unit(builder, '.');
  append_number(builder, f->millisecond, 3);
  rt__builder_unit(builder, 'Z');
}

/// DateString (21.4.4.41.2).
static void append_date(rt_builder *builder, const date_fields *f) {
  rt__builder_ascii(builder, weekdays[f->weekday]);
  rt__builder_unit(builder, ' ');
  rt__builder_ascii(builder, months[f->month]);
  rt__builder_unit(builder, ' ');
  append_number(builder, f->day, 2);
  rt__builder_unit(builder, ' ');
  append_year(builder, f->year);
}

/// TimeString (21.4.4.41.1) and TimeZoneString (21.4.4.41.3).
static void append_time(rt_builder *builder, const date_fields *f, double time) {
  append_clock(builder, f);
  rt__builder_ascii(builder, " GMT");
  int32_t minutes = (int32_t)(rt__local_offset(time) / MS_PER_MINUTE);
  rt__builder_unit(builder, minutes < 0 ? '-' : '+');
  if (minutes < 0) minutes = -minutes;
  append_number(builder, minutes / 60, 2);
  append_number(builder, minutes % 60, 2);
  rt__builder_ascii(builder, " (");
  rt__builder_string(builder, rt__time_zone_name(time));
  rt__builder_ascii(builder, ")");
}

static void append_utc(rt_builder *builder, const date_fields *f) {
  rt__builder_ascii(builder, weekdays[f->weekday]);
  rt__builder_ascii(builder, ", ");
  append_number(builder, f->day, 2);
  rt__builder_unit(builder, ' ');
  rt__builder_ascii(builder, months[f->month]);
  rt__builder_unit(builder, ' ');
  append_year(builder, f->year);
  rt__builder_unit(builder, ' ');
  append_clock(builder, f);
  rt__builder_ascii(builder, " GMT");
}

/// The default format of en-US; years before Christ have no sign there.
static void append_locale_date(rt_builder *builder, const date_fields *f) {
  append_number(builder, f->month + 1, 1);
  rt__builder_unit(builder, '/');
  append_number(builder, f->day, 1);
  rt__builder_unit(builder, '/');
  append_number(builder, f->year > 0 ? f->year : 1 - f->year, 1);
}

static void append_locale_time(rt_builder *builder, const date_fields *f) {
  append_number(builder, f->hour % 12 == 0 ? 12 : f->hour % 12, 1);
  rt__builder_unit(builder, ':');
  append_number(builder, f->minute, 2);
  rt__builder_unit(builder, ':');
  append_number(builder, f->second, 2);
  rt__builder_ascii(builder, f->hour < 12 ? " AM" : " PM");
}

rt_string *rt__date_to_string(double time, enum date_format format) {
  if (time != time) return rt__string_from_ascii("Invalid Date");
  bool is_local = format != DATE_FORMAT_ISO && format != DATE_FORMAT_UTC;
  date_fields f = rt__date_fields(is_local ? rt__local_time(time) : time);
  rt_builder builder = {0};
  switch (format) {
  case DATE_FORMAT_ISO: append_iso(&builder, &f); break;
  case DATE_FORMAT_FULL:
    append_date(&builder, &f);
    rt__builder_unit(&builder, ' ');
    append_time(&builder, &f, time);
    break;
  case DATE_FORMAT_DATE: append_date(&builder, &f); break;
  case DATE_FORMAT_TIME: append_time(&builder, &f, time); break;
  case DATE_FORMAT_UTC: append_utc(&builder, &f); break;
  case DATE_FORMAT_LOCALE:
    append_locale_date(&builder, &f);
    rt__builder_ascii(&builder, ", ");
    append_locale_time(&builder, &f);
    break;
  case DATE_FORMAT_LOCALE_DATE: append_locale_date(&builder, &f); break;
  case DATE_FORMAT_LOCALE_TIME: append_locale_time(&builder, &f); break;
  }
  return rt__builder_finish(&builder);
}
