/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "time/steppe-time-range.h"

#include <glib/gi18n.h>

#include "time/steppe-date-format.h"

/* Shorter ranges are told by the minute. */
#define FEW_DAYS (3 * STEPPE_SECONDS_PER_DAY)
/* EDTF has no month and day in other years. */
#define LAST_YEAR 9999

static char *
format_day (const SteppeCivil *civil,
            gboolean with_time)
{
  const char *sign = civil->year < 0 ? "-" : "";
  int year = (int) ABS (civil->year);
  g_autofree char *edtf = NULL;
  g_autoptr (SteppeDate) date = NULL;

  if (with_time)
    edtf = g_strdup_printf ("%s%04d-%02d-%02dT%02d:%02d:00", sign, year, civil->month, civil->day, civil->hour, civil->minute);
  else
    edtf = g_strdup_printf ("%s%04d-%02d-%02d", sign, year, civil->month, civil->day);
  date = steppe_date_new (edtf, NULL);
  return date != NULL ? steppe_date_format (date, STEPPE_DATE_STYLE_LONG) : g_steal_pointer (&edtf);
}

static char *
year_to_edtf (gint64 year)
{
  if (year >= 0 && year <= LAST_YEAR)
    return g_strdup_printf ("%04d", (int) year);
  if (year < 0 && year >= -LAST_YEAR)
    return g_strdup_printf ("-%04d", (int) -year);
  return g_strdup_printf ("Y%" G_GINT64_FORMAT, year);
}

static char *
format_years (gint64 first,
              gint64 last)
{
  g_autofree char *start = year_to_edtf (first);
  g_autofree char *end = year_to_edtf (last);
  g_autofree char *edtf = first == last ? g_strdup (start) : g_strdup_printf ("%s/%s", start, end);
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);

  return date != NULL ? steppe_date_format (date, STEPPE_DATE_STYLE_LONG) : g_steal_pointer (&edtf);
}

/**
 * steppe_time_range_format:
 * @earliest: an instant, seconds from 1970-01-01T00:00:00
 * @latest: one that is not before it
 *
 * Returns: (transfer full): in the user's language, from when to when that is, as finely as its length lets one care:
 *   “from 2 August 2024 to 5 September 2024”
 */
char *
steppe_time_range_format (gint64 earliest,
                          gint64 latest)
{
  SteppeCivil first, last;
  g_autofree char *from = NULL, *to = NULL;
  gboolean with_time;

  steppe_instant_to_civil (earliest, &first);
  steppe_instant_to_civil (latest, &last);
  if (first.year < -LAST_YEAR || last.year > LAST_YEAR)
    return format_years (first.year, last.year);
  with_time = latest - earliest < FEW_DAYS;
  from = format_day (&first, with_time);
  to = format_day (&last, with_time);
  /* Translators: what the timeline shows. Both are dates with day, month and year, or with a time of day as well. */
  return g_strdup_printf (_ ("from %1$s to %2$s"), from, to);
}
