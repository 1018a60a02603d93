/// Time values, days and their fields (ECMA-262 21.4.1).
#include "date.h"

#include <math.h>

double rt__date_day(double time) { return floor(time / MS_PER_DAY); }

double rt__date_time_within_day(double time) {
  double rest = fmod(time, MS_PER_DAY);
  return rest < 0 ? rest + MS_PER_DAY : rest;
}

/// The number of the day (0 is 1970-01-01) of a date in the proleptic Gregorian calendar; month 0 is January.
static int64_t days_from_date(int64_t year, int32_t month, int32_t day) {
  // Years begin in March, so that leap days are at their end.
  int64_t shifted = month < 2 ? year - 1 : year;
  int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  int64_t year_of_era = shifted - era * 400;
  int64_t day_of_year = (153 * ((month + 10) % 12) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

date_fields rt__date_fields(double time) {
  int64_t day = (int64_t)rt__date_day(time);
  int32_t rest = (int32_t)rt__date_time_within_day(time);
  int64_t shifted = day + 719468;
  int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int64_t day_of_era = shifted - era * 146097;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int32_t march_month = (int32_t)((5 * day_of_year + 2) / 153);
  int32_t month = (march_month + 2) % 12;
  int64_t weekday = (day + 4) % 7;
  return (date_fields){
    .year = (int32_t)(year_of_era + era * 400 + (month < 2)),
    .month = month,
    .day = (int32_t)(day_of_year - (153 * march_month + 2) / 5 + 1),
    .weekday = (int32_t)(weekday < 0 ? weekday + 7 : weekday),
    .hour = rest / 3600000,
    .minute = rest / 60000 % 60,
    .second = rest / 1000 % 60,
    .millisecond = rest % 1000,
  };
}

static bool is_finite(double number) { return fabs(number) < INFINITY; }

double rt__make_time(double hour, double minute, double second, double millisecond) {
  if (!is_finite(hour) || !is_finite(minute) || !is_finite(second) || !is_finite(millisecond)) return NAN;
  return trunc(hour) * MS_PER_HOUR + trunc(minute) * MS_PER_MINUTE + trunc(second) * MS_PER_SECOND + trunc(millisecond);
}

double rt__make_day(double year, double month, double day) {
  if (!is_finite(year) || !is_finite(month) || !is_finite(day)) return NAN;
  double y = trunc(year), m = trunc(month);
  double whole_year = y + floor(m / 12);
  // Further away no number of days leads to a time value.
  if (fabs(whole_year) > 1e9) return NAN;
  double month_of_year = m - floor(m / 12) * 12;
  return (double)days_from_date((int64_t)whole_year, (int32_t)month_of_year, 1) + trunc(day) - 1;
}

double rt__make_date(double day, double time) {
  if (!is_finite(day) || !is_finite(time)) return NAN;
  double result = day * MS_PER_DAY + time;
  return is_finite(result) ? result : NAN;
}

double rt__make_full_year(double year) {
  if (year != year) return NAN;
  double whole = trunc(year);
  return whole >= 0 && whole <= 99 ? 1900 + whole : whole;
}

double rt__time_clip(double time) {
  if (!(fabs(time) <= MAX_TIME)) return NAN;
  return trunc(time) + 0.0;
}
