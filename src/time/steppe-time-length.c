/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "time/steppe-time-length.h"

#include <glib/gi18n.h>
#include <math.h>

#include "time/steppe-date-words-private.h"
#include "time/steppe-time-axis.h"

#define MINUTE 60.0
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)
/* Mean lengths in the Gregorian calendar, in which 400 years have 146,097 days. */
#define YEAR (365.2425 * DAY)
#define MONTH (YEAR / 12)

static gulong
count (double seconds,
       double unit)
{
  return (gulong) lround (seconds / unit);
}

/**
 * steppe_time_length_format:
 * @start: an instant
 * @end: a later one
 *
 * Returns: (transfer full): how long it is from @start to @end, rounded, in the user's language: “51 years”,
 *   “17 months”, “9 days”, “13.8 billion years”
 */
char *
steppe_time_length_format (gint64 start,
                           gint64 end)
{
  double seconds = steppe_time_get_length (start, end);
  double years = seconds / YEAR;
  gulong n_years = count (seconds, YEAR);

  /* Nobody counts single years in so many. */
  if (n_years >= 10000)
    n_years = (n_years + 50) / 100 * 100;
  if (years >= 1e6)
    return _steppe_words_for_long_time (years, 3, FALSE);
  if (seconds >= 2 * YEAR)
    return g_strdup_printf (ngettext ("%'lu year", "%'lu years", n_years), n_years);
  if (seconds >= 2 * MONTH)
    return g_strdup_printf (ngettext ("%lu month", "%lu months", count (seconds, MONTH)), count (seconds, MONTH));
  if (seconds >= 4 * WEEK)
    return g_strdup_printf (ngettext ("%lu week", "%lu weeks", count (seconds, WEEK)), count (seconds, WEEK));
  if (seconds >= 2 * DAY)
    return g_strdup_printf (ngettext ("%lu day", "%lu days", count (seconds, DAY)), count (seconds, DAY));
  if (seconds >= 2 * HOUR)
    return g_strdup_printf (ngettext ("%lu hour", "%lu hours", count (seconds, HOUR)), count (seconds, HOUR));
  if (seconds >= 2 * MINUTE)
    return g_strdup_printf (ngettext ("%lu minute", "%lu minutes", count (seconds, MINUTE)), count (seconds, MINUTE));
  return g_strdup_printf (ngettext ("%lu second", "%lu seconds", count (seconds, 1)), count (seconds, 1));
}
