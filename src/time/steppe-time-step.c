/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-step.h"

#include "time/steppe-calendar.h"
#include "time/steppe-calendar-private.h"

/* The mean year of the Gregorian calendar: 146,097 days in 400 years. */
#define SECONDS_PER_YEAR (365.2425 * STEPPE_SECONDS_PER_DAY)

#define YEARS(power)                                            \
  { STEPPE_TIME_UNIT_YEAR, 1 * G_GINT64_CONSTANT (power) },     \
      { STEPPE_TIME_UNIT_YEAR, 2 * G_GINT64_CONSTANT (power) }, \
  {                                                             \
    STEPPE_TIME_UNIT_YEAR, 5 * G_GINT64_CONSTANT (power)        \
  }

/* From fine to coarse. */
static const SteppeTimeStep steps[] = {
  { STEPPE_TIME_UNIT_SECOND, 1 },
  { STEPPE_TIME_UNIT_SECOND, 5 },
  { STEPPE_TIME_UNIT_SECOND, 15 },
  { STEPPE_TIME_UNIT_MINUTE, 1 },
  { STEPPE_TIME_UNIT_MINUTE, 5 },
  { STEPPE_TIME_UNIT_MINUTE, 15 },
  { STEPPE_TIME_UNIT_HOUR, 1 },
  { STEPPE_TIME_UNIT_HOUR, 3 },
  { STEPPE_TIME_UNIT_HOUR, 6 },
  { STEPPE_TIME_UNIT_HOUR, 12 },
  { STEPPE_TIME_UNIT_DAY, 1 },
  { STEPPE_TIME_UNIT_WEEK, 1 },
  { STEPPE_TIME_UNIT_MONTH, 1 },
  { STEPPE_TIME_UNIT_MONTH, 3 },
  { STEPPE_TIME_UNIT_MONTH, 6 },
  YEARS (1),
  YEARS (10),
  YEARS (100),
  YEARS (1000),
  YEARS (10000),
  YEARS (100000),
  YEARS (1000000),
  YEARS (10000000),
  YEARS (100000000),
  YEARS (1000000000),
  YEARS (10000000000),
  { STEPPE_TIME_UNIT_YEAR, G_GINT64_CONSTANT (100000000000) },
};

/**
 * steppe_time_step_get_n_steps:
 *
 * Returns: how many steps there are
 */
guint
steppe_time_step_get_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

/**
 * steppe_time_step_get_nth:
 * @n: which, from the finest at 0
 *
 * Returns: (transfer none): a step
 */
const SteppeTimeStep *
steppe_time_step_get_nth (guint n)
{
  g_return_val_if_fail (n < G_N_ELEMENTS (steps), NULL);

  return &steps[n];
}

/**
 * steppe_time_step_get_seconds:
 * @step: a step
 *
 * Returns: its mean length in seconds
 */
double
steppe_time_step_get_seconds (const SteppeTimeStep *step)
{
  static const double unit_seconds[] = {
    [STEPPE_TIME_UNIT_SECOND] = 1,
    [STEPPE_TIME_UNIT_MINUTE] = 60,
    [STEPPE_TIME_UNIT_HOUR] = 3600,
    [STEPPE_TIME_UNIT_DAY] = STEPPE_SECONDS_PER_DAY,
    [STEPPE_TIME_UNIT_WEEK] = 7 * STEPPE_SECONDS_PER_DAY,
    [STEPPE_TIME_UNIT_MONTH] = SECONDS_PER_YEAR / 12,
    [STEPPE_TIME_UNIT_YEAR] = SECONDS_PER_YEAR,
  };

  g_return_val_if_fail (step != NULL, 0);

  return unit_seconds[step->unit] * step->count;
}

static gint64
instant_of_month (gint64 year,
                  int month)
{
  SteppeCivil civil = { .year = year, .month = month, .day = 1 };

  return steppe_instant_from_civil (&civil);
}

/* The last year up to @year that begins a step of @count years. Years are counted as people do, without a year 0:
 * astronomical year −999 is 1000 BCE and begins a thousand years. The first step begins in year 1. */
static gint64
floor_year (gint64 year,
            gint64 count)
{
  gint64 before_christ = 1 - year;

  if (year >= count)
    return year - year % count;
  if (year >= 1)
    return 1;
  return 1 - (before_christ + count - 1) / count * count;
}

static gint64
next_year (gint64 year,
           gint64 count)
{
  if (year == 1)
    return MAX (count, 2);
  if (year <= 0)
    return MIN (year + count, 1);
  return year + count;
}

static gint64
floor_seconds (gint64 instant,
               gint64 period,
               gint64 shift)
{
  gint64 shifted = instant > G_MAXINT64 - shift ? instant : instant + shift;
  gint64 remainder = shifted % period < 0 ? shifted % period + period : shifted % period;

  return instant < G_MININT64 + remainder ? G_MININT64 : instant - remainder;
}

/* The seconds from the first day of a week to 1970-01-01, which was a Thursday. */
static gint64
get_week_shift (GDateWeekday week_start)
{
  int first = week_start != G_DATE_BAD_WEEKDAY ? week_start : G_DATE_MONDAY;

  return (G_DATE_THURSDAY - first + 7) % 7 * STEPPE_SECONDS_PER_DAY;
}

static gint64
get_period (const SteppeTimeStep *step)
{
  return (gint64) steppe_time_step_get_seconds (step);
}

/**
 * steppe_time_step_floor:
 * @step: a step
 * @instant: an instant
 *
 * Returns: the last boundary of @step that is not after @instant; before all years there are, the smallest instant
 */
gint64
steppe_time_step_floor (const SteppeTimeStep *step,
                        gint64 instant)
{
  SteppeCivil civil;
  gint64 months;

  g_return_val_if_fail (step != NULL && step->count > 0, instant);

  switch (step->unit)
    {
    case STEPPE_TIME_UNIT_YEAR:
      steppe_instant_to_civil (instant, &civil);
      civil.year = floor_year (civil.year, step->count);
      if (civil.year < -STEPPE_YEAR_LIMIT)
        return G_MININT64;
      return instant_of_month (MIN (civil.year, STEPPE_YEAR_LIMIT), 1);
    case STEPPE_TIME_UNIT_MONTH:
      steppe_instant_to_civil (instant, &civil);
      if (civil.year < -STEPPE_YEAR_LIMIT)
        return G_MININT64;
      months = civil.year * 12 + civil.month - 1;
      months = _steppe_floor_divide (months, step->count) * step->count;
      return instant_of_month (MIN (_steppe_floor_divide (months, 12), STEPPE_YEAR_LIMIT), (int) (months - _steppe_floor_divide (months, 12) * 12) + 1);
    case STEPPE_TIME_UNIT_WEEK:
      return floor_seconds (instant, get_period (step), get_week_shift (step->week_start));
    case STEPPE_TIME_UNIT_SECOND:
    case STEPPE_TIME_UNIT_MINUTE:
    case STEPPE_TIME_UNIT_HOUR:
    case STEPPE_TIME_UNIT_DAY:
    default:
      return floor_seconds (instant, get_period (step), 0);
    }
}

/**
 * steppe_time_step_next:
 * @step: a step
 * @boundary: a boundary of @step
 * @next: (out): the boundary after it
 *
 * Returns: whether there is one; there is none beyond the last year that an instant reaches
 */
gboolean
steppe_time_step_next (const SteppeTimeStep *step,
                       gint64 boundary,
                       gint64 *next)
{
  SteppeCivil civil;
  gint64 months;

  g_return_val_if_fail (step != NULL && step->count > 0 && next != NULL, FALSE);

  if (step->unit < STEPPE_TIME_UNIT_MONTH)
    {
      gint64 period = get_period (step);

      *next = boundary > G_MAXINT64 - period ? G_MAXINT64 : boundary + period;
      return *next != G_MAXINT64;
    }

  steppe_instant_to_civil (boundary, &civil);
  if (step->unit == STEPPE_TIME_UNIT_MONTH)
    {
      months = civil.year * 12 + civil.month - 1 + step->count;
      civil.year = _steppe_floor_divide (months, 12);
      civil.month = (int) (months - civil.year * 12) + 1;
    }
  else
    {
      /* The boundary before all years is none of the calendar's. */
      civil.year = next_year (floor_year (civil.year, step->count), step->count);
      civil.month = 1;
    }
  if (civil.year > STEPPE_YEAR_LIMIT || civil.year < -STEPPE_YEAR_LIMIT)
    return FALSE;
  *next = instant_of_month (civil.year, civil.month);
  return TRUE;
}
