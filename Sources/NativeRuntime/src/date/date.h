/// What the files of src/date share. A time value is a number of milliseconds since 1970-01-01T00:00:00Z, or NaN.
#pragma once

#include "builtin/native.h"
#include "library.h"

#define MS_PER_DAY 86400000.0
#define MS_PER_HOUR 3600000.0
#define MS_PER_MINUTE 60000.0
#define MS_PER_SECOND 1000.0
#define MAX_TIME 8.64e15

/// A Date object.
typedef struct rt_date {
  rt_object object;
  double time;
} rt_date;

extern const rt_class rt_date_class;

/// A time value taken apart; `month` counts from 0, `day` from 1, `weekday` from Sunday.
typedef struct date_fields {
  int32_t year, month, day, weekday, hour, minute, second, millisecond;
} date_fields;

/// The fields of a finite time value, as it is.
date_fields rt__date_fields(double time);
/// Day(t) and TimeWithinDay(t) (ECMA-262 21.4.1.3).
double rt__date_day(double time);
double rt__date_time_within_day(double time);
/// MakeTime (21.4.1.27), MakeDay (21.4.1.28), MakeDate (21.4.1.29), MakeFullYear (21.4.1.30), TimeClip (21.4.1.31).
double rt__make_time(double hour, double minute, double second, double millisecond);
double rt__make_day(double year, double month, double day);
double rt__make_date(double day, double time);
double rt__make_full_year(double year);
double rt__time_clip(double time);

/// LocalTime (21.4.1.25): a finite time value in local time.
double rt__local_time(double time);
/// UTC (21.4.1.26): the time value of a local time; of those that occur twice the first, of those that are skipped what
/// the offset before gives.
double rt__utc_of_local(double local);
/// How far local time is ahead of UTC at a time value, in milliseconds.
double rt__local_offset(double time);
/// The name of the local time zone at a time value as Node shows it ("Central European Summer Time").
rt_string *rt__time_zone_name(double time);

/// Date.parse (21.4.3.2) with V8's extensions: NaN if the text is none.
double rt__date_parse(rt_string *text);

/// The texts of Date.prototype.toString and its relatives.
enum date_format {
  DATE_FORMAT_ISO,         ///< 1970-01-01T00:00:00.000Z
  DATE_FORMAT_FULL,        ///< Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)
  DATE_FORMAT_DATE,        ///< Thu Jan 01 1970
  DATE_FORMAT_TIME,        ///< 00:00:00 GMT+0000 (Coordinated Universal Time)
  DATE_FORMAT_UTC,         ///< Thu, 01 Jan 1970 00:00:00 GMT
  DATE_FORMAT_LOCALE,      ///< 1/1/1970, 12:00:00 AM
  DATE_FORMAT_LOCALE_DATE, ///< 1/1/1970
  DATE_FORMAT_LOCALE_TIME, ///< 12:00:00 AM
};
/// A time value as text; "Invalid Date" for NaN.
rt_string *rt__date_to_string(double time, enum date_format format);

/// The receiver's time value; false with a TypeError if it is no Date.
bool rt__this_time(rt_value this_value, const char *method, double *time);
/// The current time.
double rt__current_time(void);
