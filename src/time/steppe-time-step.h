/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeTimeUnit:
 * @STEPPE_TIME_UNIT_SECOND: seconds of the clock
 * @STEPPE_TIME_UNIT_MINUTE: minutes of the clock
 * @STEPPE_TIME_UNIT_HOUR: hours of the clock
 * @STEPPE_TIME_UNIT_DAY: days of the calendar
 * @STEPPE_TIME_UNIT_WEEK: weeks
 * @STEPPE_TIME_UNIT_MONTH: months of the calendar
 * @STEPPE_TIME_UNIT_YEAR: years of the calendar
 *
 * What a scale of time is divided by.
 */
typedef enum
{
  STEPPE_TIME_UNIT_SECOND,
  STEPPE_TIME_UNIT_MINUTE,
  STEPPE_TIME_UNIT_HOUR,
  STEPPE_TIME_UNIT_DAY,
  STEPPE_TIME_UNIT_WEEK,
  STEPPE_TIME_UNIT_MONTH,
  STEPPE_TIME_UNIT_YEAR,
} SteppeTimeUnit;

/**
 * SteppeTimeStep:
 * @unit: the unit
 * @count: how many of them lie between two boundaries
 * @week_start: for weeks, the day that they begin on; Monday where none is given
 *
 * A regular division of time, such as three months or twenty years, whose boundaries are those of the calendar.
 */
typedef struct
{
  SteppeTimeUnit unit;
  gint64 count;
  GDateWeekday week_start;
} SteppeTimeStep;

guint steppe_time_step_get_n_steps (void);
const SteppeTimeStep *steppe_time_step_get_nth (guint n);

double steppe_time_step_get_seconds (const SteppeTimeStep *step);
gint64 steppe_time_step_floor (const SteppeTimeStep *step,
                               gint64 instant);
gboolean steppe_time_step_next (const SteppeTimeStep *step,
                                gint64 boundary,
                                gint64 *next);

G_END_DECLS
