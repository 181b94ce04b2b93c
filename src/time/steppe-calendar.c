/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-calendar.h"
#include "time/steppe-calendar-private.h"

#include <langinfo.h>

/* Calendar arithmetic in the proleptic Gregorian calendar, on 64-bit years.
 *
 * days_from_civil and civil_from_days follow Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”
 * (https://howardhinnant.github.io/date_algorithms.html): years are counted from 1 March, so that the leap day
 * comes last, and grouped in eras of 400 years, each of exactly 146,097 days. */

#define DAYS_PER_ERA G_GINT64_CONSTANT (146097)
#define YEARS_PER_ERA 400
/* Days from 0000-03-01, where era 0 begins, to 1970-01-01. */
#define ERA_TO_EPOCH G_GINT64_CONSTANT (719468)

/**
 * steppe_calendar_is_leap_year:
 * @year: an astronomical year
 *
 * Returns: whether @year has a 29 February
 */
gboolean
steppe_calendar_is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * steppe_calendar_days_in_month:
 * @year: an astronomical year
 * @month: 1 to 12
 *
 * Returns: the number of days in that month, 28 to 31
 */
int
steppe_calendar_days_in_month (gint64 year,
                               int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return days[month - 1] + (month == 2 && steppe_calendar_is_leap_year (year) ? 1 : 0);
}

/**
 * steppe_calendar_days_from_civil:
 * @year: an astronomical year, at most %STEPPE_YEAR_LIMIT (and a year more) from 0
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: days from 1970-01-01 to that day, negative before it
 */
gint64
steppe_calendar_days_from_civil (gint64 year,
                                 int month,
                                 int day)
{
  gint64 shifted = month <= 2 ? year - 1 : year;
  gint64 era = _steppe_floor_divide (shifted, YEARS_PER_ERA);
  gint64 year_of_era = shifted - era * YEARS_PER_ERA;
  int month_from_march = (month + 9) % 12;
  int day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - ERA_TO_EPOCH;
}

/**
 * steppe_calendar_civil_from_days:
 * @days: days from 1970-01-01, such as [func@calendar_days_from_civil] gives
 * @year: (out): the astronomical year
 * @month: (out): the month, 1 to 12
 * @day: (out): the day of the month, 1 to 31
 */
void
steppe_calendar_civil_from_days (gint64 days,
                                 gint64 *year,
                                 int *month,
                                 int *day)
{
  gint64 shifted = days + ERA_TO_EPOCH;
  gint64 era = _steppe_floor_divide (shifted, DAYS_PER_ERA);
  int day_of_era = (int) (shifted - era * DAYS_PER_ERA);
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_from_march = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  *year = era * YEARS_PER_ERA + year_of_era + (*month <= 2 ? 1 : 0);
}

/**
 * steppe_instant_from_civil:
 * @civil: a date and time of day, whose year is at most %STEPPE_YEAR_LIMIT (and a year more) from 0
 *
 * Returns: whole seconds from 1970-01-01T00:00:00, negative before it
 */
gint64
steppe_instant_from_civil (const SteppeCivil *civil)
{
  g_return_val_if_fail (civil != NULL, 0);
  g_return_val_if_fail (civil->year >= -STEPPE_YEAR_LIMIT - 1 && civil->year <= STEPPE_YEAR_LIMIT + 1, 0);

  return steppe_calendar_days_from_civil (civil->year, civil->month, civil->day) * STEPPE_SECONDS_PER_DAY +
         civil->hour * 3600 + civil->minute * 60 + civil->second;
}

/**
 * steppe_instant_to_civil:
 * @instant: whole seconds from 1970-01-01T00:00:00
 * @civil: (out caller-allocates): the date and time of day
 *
 * Any instant has a date, even the two that mean “no bound”: ask for those before.
 */
void
steppe_instant_to_civil (gint64 instant,
                         SteppeCivil *civil)
{
  gint64 days = _steppe_floor_divide (instant, STEPPE_SECONDS_PER_DAY);
  /* Not instant − days × 86,400: near the ends of the range that product does not fit. */
  int remainder = (int) (instant % STEPPE_SECONDS_PER_DAY);
  int second = remainder < 0 ? remainder + (int) STEPPE_SECONDS_PER_DAY : remainder;

  g_return_if_fail (civil != NULL);

  steppe_calendar_civil_from_days (days, &civil->year, &civil->month, &civil->day);
  civil->hour = second / 3600;
  civil->minute = second / 60 % 60;
  civil->second = second % 60;
}

/**
 * steppe_instant_to_iso:
 * @instant: whole seconds from 1970-01-01T00:00:00
 *
 * Writes an instant as `YYYY-MM-DDThh:mm:ss`. Years outside 0000 to 9999 have a sign, and at least four digits:
 * `-0044-03-15T00:00:00`, `+12000-01-01T00:00:00`.
 *
 * Returns: (transfer full): the instant in ISO 8601, extended format, without a zone
 */
char *
steppe_instant_to_iso (gint64 instant)
{
  SteppeCivil civil;
  guint64 magnitude;
  const char *sign = "";

  steppe_instant_to_civil (instant, &civil);
  magnitude = (guint64) ABS (civil.year);
  if (civil.year < 0)
    sign = "-";
  else if (civil.year > 9999)
    sign = "+";
  return g_strdup_printf ("%s%04" G_GUINT64_FORMAT "-%02d-%02dT%02d:%02d:%02d", sign, magnitude, civil.month,
                          civil.day, civil.hour, civil.minute, civil.second);
}

/**
 * steppe_instant_now_local:
 *
 * Returns: the instant that the clock of this computer shows, in its own time zone
 */
gint64
steppe_instant_now_local (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_to_unix (now) + g_date_time_get_utc_offset (now) / G_TIME_SPAN_SECOND;
}

/**
 * steppe_calendar_get_week_start:
 *
 * Returns: the day on which a week begins where the user lives; Monday, as in ISO 8601, where the C library does not
 *   say
 */
GDateWeekday
steppe_calendar_get_week_start (void)
{
#ifdef __GLIBC__
  /* The first day is counted from a day that the locale names by a date in 1997, which glibc gives as a number in place
   * of a pointer; see locale(5). */
  guint base = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  guint first = (guint) nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];

  if (first >= 1 && first <= 7 && base == 19971130)
    return first == 1 ? G_DATE_SUNDAY : (GDateWeekday) (first - 1);
  if (first >= 1 && first <= 7 && base == 19971201)
    return (GDateWeekday) first;
#endif
  return G_DATE_MONDAY;
}
