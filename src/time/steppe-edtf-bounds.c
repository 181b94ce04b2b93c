/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-date-private.h"

/* The earliest and latest second that a written date may mean. */

/* Months that a code in the place of the month stands for: the first of them, where 13 is January of the next year,
 * and how many. Seasons are meteorological: ISO 8601-2 leaves their months to agreement. */
static const struct
{
  guint8 first;
  guint8 count;
} seasons[] = {
  { 3, 3 }, /* 21 spring, hemisphere not said: read as northern */
  { 6, 3 }, /* 22 summer */
  { 9, 3 }, /* 23 autumn */
  { 12, 3 }, /* 24 winter */
  { 3, 3 }, /* 25 spring, northern hemisphere */
  { 6, 3 }, /* 26 summer, northern */
  { 9, 3 }, /* 27 autumn, northern */
  { 12, 3 }, /* 28 winter, northern */
  { 9, 3 }, /* 29 spring, southern hemisphere */
  { 12, 3 }, /* 30 summer, southern */
  { 3, 3 }, /* 31 autumn, southern */
  { 6, 3 }, /* 32 winter, southern */
  { 1, 3 }, /* 33 quarter 1 */
  { 4, 3 }, /* 34 quarter 2 */
  { 7, 3 }, /* 35 quarter 3 */
  { 10, 3 }, /* 36 quarter 4 */
  { 1, 4 }, /* 37 quadrimester 1 */
  { 5, 4 }, /* 38 quadrimester 2 */
  { 9, 4 }, /* 39 quadrimester 3 */
  { 1, 6 }, /* 40 semestral 1 */
  { 7, 6 }, /* 41 semestral 2 */
};

G_STATIC_ASSERT (G_N_ELEMENTS (seasons) == STEPPE_EDTF_LAST_SEASON - STEPPE_EDTF_FIRST_SEASON + 1);

/* Whether @value has the digits of @written, apart from those that are unknown. */
gboolean
_steppe_edtf_part_fits (gint64 value,
                        gint64 written,
                        guint unknown)
{
  for (; unknown != 0 || value != 0 || written != 0; unknown >>= 1, value /= 10, written /= 10)
    if ((unknown & 1) == 0 && value % 10 != written % 10)
      return FALSE;
  return TRUE;
}

/* The largest number with the digits of @written. */
static gint64
fill_unknown (gint64 written,
              guint unknown)
{
  for (gint64 unit = 9; unknown != 0; unknown >>= 1, unit *= 10)
    if ((unknown & 1) != 0)
      written += unit;
  return written;
}

/* How many digits at the end of the year are not significant. Leading zeros never count. */
static int
count_free_digits (const SteppeEdtfPoint *point)
{
  int digits = 0;

  if (point->significant == 0)
    return 0;
  for (gint64 rest = ABS (point->year); rest != 0; rest /= 10)
    digits++;
  return MAX (digits - point->significant, 0);
}

/* The first and last year that the year of @point may be. The year −0000 is none. FALSE if there is no such year. */
gboolean
_steppe_edtf_point_get_years (const SteppeEdtfPoint *point,
                              gint64 *first,
                              gint64 *last)
{
  gint64 low = ABS (point->year);
  gint64 high = fill_unknown (low, point->year_unknown);
  gint64 unit = 1;

  for (int i = count_free_digits (point); i > 0; i--)
    unit *= 10;
  low -= low % unit;
  high += unit - 1 - high % unit;
  if (point->negative)
    {
      if (low == 0)
        while (++low <= high && !_steppe_edtf_part_fits (low, 0, point->year_unknown))
          continue;
      *first = -high;
      *last = -low;
    }
  else
    {
      *first = low;
      *last = high;
    }
  return low <= high;
}

static gint64
second_of (gint64 year,
           int month,
           int day,
           gboolean last)
{
  return steppe_calendar_days_from_civil (year, month, day) * STEPPE_SECONDS_PER_DAY +
         (last ? STEPPE_SECONDS_PER_DAY - 1 : 0);
}

static gint64
find_season (const SteppeEdtfPoint *point,
             gint64 year,
             gboolean last)
{
  int first = seasons[point->month - STEPPE_EDTF_FIRST_SEASON].first;
  int month = last ? first + seasons[point->month - STEPPE_EDTF_FIRST_SEASON].count - 1 : first;

  if (month > 12)
    {
      month -= 12;
      year++;
    }
  return second_of (year, month, last ? steppe_calendar_days_in_month (year, month) : 1, last);
}

/* The first or last day of @month that fits, 0 if none does. */
static int
find_day (const SteppeEdtfPoint *point,
          gint64 year,
          int month,
          gboolean last)
{
  int length = steppe_calendar_days_in_month (year, month);

  if (point->form == STEPPE_EDTF_MONTH)
    return last ? length : 1;

  for (int i = 1; i <= length; i++)
    {
      int day = last ? length + 1 - i : i;

      if (_steppe_edtf_part_fits (day, point->day, point->day_unknown))
        return day;
    }
  return 0;
}

/* The first or last second of @year that fits; FALSE if none does. */
static gboolean
find_in_year (const SteppeEdtfPoint *point,
              gint64 year,
              gboolean last,
              gint64 *instant)
{
  if (point->form == STEPPE_EDTF_YEAR)
    {
      *instant = last ? second_of (year, 12, 31, TRUE) : second_of (year, 1, 1, FALSE);
      return TRUE;
    }
  if (point->form == STEPPE_EDTF_SEASON)
    {
      *instant = find_season (point, year, last);
      return TRUE;
    }
  for (int i = 1; i <= 12; i++)
    {
      int month = last ? 13 - i : i;
      int day = 0;

      if (_steppe_edtf_part_fits (month, point->month, point->month_unknown))
        day = find_day (point, year, month, last);
      if (day > 0)
        {
          *instant = second_of (year, month, day, last);
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether a year with a 29 February, or one without, has a day that fits. */
static gboolean
fits_in_some_year (const SteppeEdtfPoint *point,
                   gboolean leap)
{
  gint64 instant;

  return find_in_year (point, leap ? 2000 : 2001, FALSE, &instant);
}

/* Only years of four digits have unknown digits, so that at most 10,000 years are tried, and only for a 29 February
 * that may not exist. Most of them are passed over quickly: a file may have a million such dates. */
static gboolean
find_second (const SteppeEdtfPoint *point,
             gboolean last,
             gint64 *instant)
{
  gint64 first_year, last_year;
  gboolean any_year;

  if (!_steppe_edtf_point_get_years (point, &first_year, &last_year))
    return FALSE;
  if (point->form == STEPPE_EDTF_YEAR)
    return find_in_year (point, last ? last_year : first_year, last, instant);
  if (!fits_in_some_year (point, TRUE))
    return FALSE;

  any_year = fits_in_some_year (point, FALSE);
  for (gint64 i = 0; i <= last_year - first_year; i++)
    {
      gint64 year = last ? last_year - i : first_year + i;

      if ((any_year || steppe_calendar_is_leap_year (year)) &&
          _steppe_edtf_part_fits (ABS (year), ABS (point->year), point->year_unknown) &&
          find_in_year (point, year, last, instant))
        return TRUE;
    }
  return FALSE;
}

static SteppePrecision
coarser_than_year (int unknown_digits)
{
  return MIN (STEPPE_PRECISION_YEAR + unknown_digits, (int) STEPPE_PRECISION_AGE);
}

/* The unit just above the first unspecified digit, or the one that is written. */
static SteppePrecision
find_precision (const SteppeEdtfPoint *point)
{
  static const SteppePrecision written[] = {
    [STEPPE_EDTF_YEAR] = STEPPE_PRECISION_YEAR,
    [STEPPE_EDTF_SEASON] = STEPPE_PRECISION_SEASON,
    [STEPPE_EDTF_MONTH] = STEPPE_PRECISION_MONTH,
    [STEPPE_EDTF_DAY] = STEPPE_PRECISION_DAY,
    [STEPPE_EDTF_TIME] = STEPPE_PRECISION_SECOND,
  };

  if (point->year_unknown != 0)
    return coarser_than_year ((int) g_bit_storage (point->year_unknown));
  if (point->significant > 0)
    return coarser_than_year (count_free_digits (point));
  if (point->month_unknown != 0)
    return STEPPE_PRECISION_YEAR;
  if (point->day_unknown != 0)
    return STEPPE_PRECISION_MONTH;
  return written[point->form];
}

/* Fills in the bounds and the precision from what is written. FALSE if there is no such day. */
gboolean
_steppe_edtf_point_find_bounds (SteppeEdtfPoint *point)
{
  if (!find_second (point, FALSE, &point->earliest) || !find_second (point, TRUE, &point->latest))
    return FALSE;

  if (point->form == STEPPE_EDTF_TIME)
    {
      point->earliest += point->hour * 3600 + point->minute * 60 + point->second;
      point->latest = point->earliest;
    }
  point->precision = (guint8) find_precision (point);
  return TRUE;
}
