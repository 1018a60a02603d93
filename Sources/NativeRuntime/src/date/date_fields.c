/// The methods that read and write the fields of a Date (ECMA-262 21.4.4.2 to 21.4.4.34, B.2.3).
#include "date.h"

#include <math.h>

#define GETTER(name, method, is_local, expression)                                                                     \
  NATIVE(name) {                                                                                                       \
    double time;                                                                                                       \
    if (!rt__this_time(this_value, method, &time)) return RT_EXCEPTION;                                                \
    if (time != time) return RT_NAN;                                                                                   \
    date_fields f = rt__date_fields(is_local ? rt__local_time(time) : time);                                           \
    return rt_from_double((double)(expression));                                                                       \
  }

GETTER(rt_date_get_full_year, "getFullYear", true, f.year)
GETTER(rt_date_get_month, "getMonth", true, f.month)
GETTER(rt_date_get_date, "getDate", true, f.day)
GETTER(rt_date_get_day, "getDay", true, f.weekday)
GETTER(rt_date_get_hours, "getHours", true, f.hour)
GETTER(rt_date_get_minutes, "getMinutes", true, f.minute)
GETTER(rt_date_get_seconds, "getSeconds", true, f.second)
GETTER(rt_date_get_milliseconds, "getMilliseconds", true, f.millisecond)
GETTER(rt_date_get_year, "getYear", true, f.year - 1900)
GETTER(rt_date_get_utc_full_year, "getUTCFullYear", false, f.year)
GETTER(rt_date_get_utc_month, "getUTCMonth", false, f.month)
GETTER(rt_date_get_utc_date, "getUTCDate", false, f.day)
GETTER(rt_date_get_utc_day, "getUTCDay", false, f.weekday)
GETTER(rt_date_get_utc_hours, "getUTCHours", false, f.hour)
GETTER(rt_date_get_utc_minutes, "getUTCMinutes", false, f.minute)
GETTER(rt_date_get_utc_seconds, "getUTCSeconds", false, f.second)
GETTER(rt_date_get_utc_milliseconds, "getUTCMilliseconds", false, f.millisecond)

/// The receiver's time value; V8 names no method where this is all that is wanted.
static rt_value time_of(rt_value this_value) {
  if (!rt_is_class(this_value, RT_CLASS_DATE)) return rt__throw_type_error("this is not a Date object.");
  return rt_from_any_double(((rt_date *)rt_pointer(this_value))->time);
}

NATIVE(rt_date_get_time) { return time_of(this_value); }
NATIVE(rt_date_value_of) { return time_of(this_value); }

/// ECMA-262 21.4.4.11.
NATIVE(rt_date_get_timezone_offset) {
  double time;
  if (!rt__this_time(this_value, "getTimezoneOffset", &time)) return RT_EXCEPTION;
  return time != time ? RT_NAN : rt_from_double(trunc(-rt__local_offset(time) / MS_PER_MINUTE) + 0.0);
}

static rt_value store(rt_value this_value, double time) {
  ((rt_date *)rt_pointer(this_value))->time = time;
  return rt_from_any_double(time);
}

enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, MILLISECOND, FIELD_COUNT };

/// What the setters have in common: they replace up to `count` fields from `first` on.
static rt_value set_fields_js(rt_value this_value, uint32_t argc, const rt_value *argv, const char *method, int first,
                              uint32_t count, bool is_local) {
  double time;
  if (!rt__this_time(this_value, method, &time)) return RT_EXCEPTION;
  RT_ROOT(this_value);
  double arguments[4];
  uint32_t given = argc == 0 ? 1 : argc < count ? argc : count;
  for (uint32_t i = 0; i < given; i++) {
    arguments[i] = rt_to_number(rt_argument(argc, argv, i));
    if (rt_is_double_exception(arguments[i])) return RT_EXCEPTION;
  }
  if (time != time) {
    // Only the year brings an invalid date back.
    if (first != YEAR) return RT_NAN;
    time = 0;
  } else if (is_local) {
    time = rt__local_time(time);
  }
  date_fields f = rt__date_fields(time);
  double fields[FIELD_COUNT] = {f.year, f.month, f.day, f.hour, f.minute, f.second, f.millisecond};
  for (uint32_t i = 0; i < given; i++) fields[first + (int)i] = arguments[i];
  double day = first <= DAY ? rt__make_day(fields[YEAR], fields[MONTH], fields[DAY]) : rt__date_day(time);
  double rest = first <= DAY ? rt__date_time_within_day(time)
                             : rt__make_time(fields[HOUR], fields[MINUTE], fields[SECOND], fields[MILLISECOND]);
  double date = rt__make_date(day, rest);
  return store(this_value, rt__time_clip(is_local ? rt__utc_of_local(date) : date));
}

#define SETTER(name, method, first, count, is_local)                                                                   \
  NATIVE(name) { return set_fields_js(this_value, argc, argv, method, first, count, is_local); }

SETTER(rt_date_set_full_year, "setFullYear", YEAR, 3, true)
SETTER(rt_date_set_month, "setMonth", MONTH, 2, true)
SETTER(rt_date_set_date, "setDate", DAY, 1, true)
SETTER(rt_date_set_hours, "setHours", HOUR, 4, true)
SETTER(rt_date_set_minutes, "setMinutes", MINUTE, 3, true)
SETTER(rt_date_set_seconds, "setSeconds", SECOND, 2, true)
SETTER(rt_date_set_milliseconds, "setMilliseconds", MILLISECOND, 1, true)
SETTER(rt_date_set_utc_full_year, "setUTCFullYear", YEAR, 3, false)
SETTER(rt_date_set_utc_month, "setUTCMonth", MONTH, 2, false)
SETTER(rt_date_set_utc_date, "setUTCDate", DAY, 1, false)
SETTER(rt_date_set_utc_hours, "setUTCHours", HOUR, 4, false)
SETTER(rt_date_set_utc_minutes, "setUTCMinutes", MINUTE, 3, false)
SETTER(rt_date_set_utc_seconds, "setUTCSeconds", SECOND, 2, false)
SETTER(rt_date_set_utc_milliseconds, "setUTCMilliseconds", MILLISECOND, 1, false)

/// ECMA-262 21.4.4.27.
NATIVE(rt_date_set_time) {
  double time;
  if (!rt__this_time(this_value, "setTime", &time)) return RT_EXCEPTION;
  RT_ROOT(this_value);
  RT_NUMBER_ARGUMENT(number, 0);
  return store(this_value, rt__time_clip(number));
}

/// ECMA-262 B.2.3.2.
NATIVE(rt_date_set_year) {
  double time;
  if (!rt__this_time(this_value, "setYear", &time)) return RT_EXCEPTION;
  RT_ROOT(this_value);
  RT_NUMBER_ARGUMENT(year, 0);
  if (year != year) return store(this_value, NAN);
  double local = time != time ? 0 : rt__local_time(time);
  date_fields f = rt__date_fields(local);
  double day = rt__make_day(rt__make_full_year(year), f.month, f.day);
  return store(this_value, rt__time_clip(rt__utc_of_local(rt__make_date(day, rt__date_time_within_day(local)))));
}
