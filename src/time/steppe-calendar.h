/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * STEPPE_INSTANT_MIN:
 *
 * The instant that stands for “no lower bound”: an open or unknown start. No real instant has this value.
 */
#define STEPPE_INSTANT_MIN G_MININT64

/**
 * STEPPE_INSTANT_MAX:
 *
 * The instant that stands for “no upper bound”: an open or unknown end. No real instant has this value.
 */
#define STEPPE_INSTANT_MAX G_MAXINT64

/**
 * STEPPE_YEAR_LIMIT:
 *
 * The farthest year, before or after year 0, whose instants are whole seconds in 64 bits with room for a UTC offset.
 */
#define STEPPE_YEAR_LIMIT G_GINT64_CONSTANT (290000000000)

#define STEPPE_SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/**
 * SteppeCivil:
 * @year: astronomical year: 0 is 1 BCE, −1 is 2 BCE
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 *
 * A date and time of day in the proleptic Gregorian calendar.
 */
typedef struct
{
  gint64 year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
} SteppeCivil;

gboolean steppe_calendar_is_leap_year (gint64 year);
int steppe_calendar_days_in_month (gint64 year, int month);
gint64 steppe_calendar_days_from_civil (gint64 year, int month, int day);
void steppe_calendar_civil_from_days (gint64 days, gint64 *year, int *month, int *day);

gint64 steppe_instant_from_civil (const SteppeCivil *civil);
void steppe_instant_to_civil (gint64 instant, SteppeCivil *civil);
char *steppe_instant_to_iso (gint64 instant) G_GNUC_MALLOC;
gint64 steppe_instant_now_local (void);

GDateWeekday steppe_calendar_get_week_start (void);

G_END_DECLS
