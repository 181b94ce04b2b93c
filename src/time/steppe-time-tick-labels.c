/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "time/steppe-time-tick-labels-private.h"

#include <glib/gi18n.h>

#include "time/steppe-date-words-private.h"

/* From here back, a boundary between ages is a round number of years ago. */
#define DEEP_TIME G_GINT64_CONSTANT (-999999)

/* The year does not matter to these formats, except for the days of the week, which are the same again after 400 years. */
static char *
format_without_year (const SteppeCivil *civil,
                     const char *format)
{
  int year = 2000 + (int) ((civil->year % 400 + 400) % 400);
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, civil->month, civil->day, civil->hour, civil->minute, civil->second);

  return g_date_time_format (time, format);
}

static char *
format_year (gint64 year)
{
  return _steppe_words_for_year (year <= DEEP_TIME ? year - 1 : year);
}

/* A date of a month or a day, as elsewhere; where EDTF has none, of the year. */
static char *
format_with_year (const SteppeCivil *civil,
                  gboolean with_day,
                  SteppeDateStyle style)
{
  g_autoptr (SteppeDate) date = NULL;
  g_autofree char *text = NULL;

  if (civil->year < -9999 || civil->year > 9999)
    return format_year (civil->year);
  if (with_day)
    text = g_strdup_printf ("%s%04d-%02d-%02d", civil->year < 0 ? "-" : "", (int) ABS (civil->year), civil->month, civil->day);
  else
    text = g_strdup_printf ("%s%04d-%02d", civil->year < 0 ? "-" : "", (int) ABS (civil->year), civil->month);
  date = steppe_date_new (text, NULL);
  return date != NULL ? steppe_date_format (date, style) : format_year (civil->year);
}

/* The label of @boundary, an instant, in the user's language. */
char *
_steppe_tick_format (SteppeTickFormat format,
                     gint64 boundary)
{
  SteppeCivil civil;

  steppe_instant_to_civil (boundary, &civil);
  switch (format)
    {
    case STEPPE_TICK_FORMAT_SECOND:
      /* Translators: a time on the time axis. A format of g_date_time_format. */
      /* xgettext:no-c-format */
      return format_without_year (&civil, C_ ("time on the axis", "%H:%M:%S"));
    case STEPPE_TICK_FORMAT_MINUTE:
      /* Translators: a time on the time axis. A format of g_date_time_format. */
      /* xgettext:no-c-format */
      return format_without_year (&civil, C_ ("time on the axis", "%H:%M"));
    case STEPPE_TICK_FORMAT_WEEKDAY:
      /* Translators: a day of the week on the time axis, as in “Fri 30 Aug”. A format of g_date_time_format. */
      /* xgettext:no-c-format */
      return format_without_year (&civil, C_ ("day on the axis", "%a %-d %b"));
    case STEPPE_TICK_FORMAT_DAY:
      /* Translators: a day on the time axis, as in “30 Aug”. A format of g_date_time_format. */
      /* xgettext:no-c-format */
      return format_without_year (&civil, C_ ("day on the axis", "%-d %b"));
    case STEPPE_TICK_FORMAT_DAY_NUMBER:
      /* Translators: a day on the time axis, below its month, as in “30”. A format of g_date_time_format. */
      /* xgettext:no-c-format */
      return format_without_year (&civil, C_ ("day on the axis, below its month", "%-d"));
    case STEPPE_TICK_FORMAT_MONTH:
      return _steppe_words_for_month (civil.month, STEPPE_DATE_STYLE_SHORT, STEPPE_WORDS_ALONE);
    case STEPPE_TICK_FORMAT_MONTH_OF_YEAR:
      return format_with_year (&civil, FALSE, STEPPE_DATE_STYLE_LONG);
    case STEPPE_TICK_FORMAT_DAY_OF_YEAR:
      return format_with_year (&civil, TRUE, STEPPE_DATE_STYLE_LONG);
    case STEPPE_TICK_FORMAT_YEAR:
    default:
      return format_year (civil.year);
    }
}

/* The same in fewer letters, where there are such. */
char *
_steppe_tick_format_short (SteppeTickFormat format,
                           gint64 boundary)
{
  SteppeCivil civil;

  steppe_instant_to_civil (boundary, &civil);
  if (format == STEPPE_TICK_FORMAT_MONTH_OF_YEAR || format == STEPPE_TICK_FORMAT_DAY_OF_YEAR)
    return format_with_year (&civil, format == STEPPE_TICK_FORMAT_DAY_OF_YEAR, STEPPE_DATE_STYLE_SHORT);
  if (format == STEPPE_TICK_FORMAT_YEAR && civil.year <= DEEP_TIME)
    return _steppe_words_for_age (1 - (double) civil.year);
  return _steppe_tick_format (format, boundary);
}
