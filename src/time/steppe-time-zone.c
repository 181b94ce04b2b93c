/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-zone.h"

#include <string.h>

#include "time/steppe-calendar.h"

/* The years that GTimeZone knows. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

/* Whether @name may be one of the IANA database, in which each part of a name begins with a capital letter. GTimeZone
 * would take much else for a zone: “UTC+8”, which POSIX reads as eight hours west, and any file that a path leads to. */
static gboolean
is_zone_name (const char *name)
{
  gboolean is_start = TRUE, has_parts = FALSE, has_digits = FALSE;

  for (const char *c = name; *c != '\0'; c++)
    {
      if (is_start ? !g_ascii_isupper (*c) : !g_ascii_isalnum (*c) && strchr ("_+-/", *c) == NULL)
        return FALSE;
      is_start = *c == '/';
      has_parts = has_parts || is_start;
      has_digits = has_digits || g_ascii_isdigit (*c);
    }
  return !is_start && (has_parts || !has_digits);
}

/**
 * steppe_time_zone_new:
 * @name: (nullable): the name of a time zone in the IANA database, such as “Asia/Ulaanbaatar”
 *
 * Returns: (transfer full) (nullable): the zone; %NULL where there is no name, or none that this system knows. It is
 *   never UTC in place of another.
 */
GTimeZone *
steppe_time_zone_new (const char *name)
{
  return name != NULL && is_zone_name (name) ? g_time_zone_new_identifier (name) : NULL;
}

/**
 * steppe_time_zone_find_offset:
 * @zone: a time zone
 * @instant: an instant in UTC
 * @seconds: (out): how far the clocks of @zone were ahead of UTC then; not touched if that is not known
 *
 * Returns: whether it is known: for the years 1 to 9999
 */
gboolean
steppe_time_zone_find_offset (GTimeZone *zone,
                              gint64 instant,
                              int *seconds)
{
  SteppeCivil civil;
  int interval;

  g_return_val_if_fail (zone != NULL && seconds != NULL, FALSE);

  steppe_instant_to_civil (instant, &civil);
  if (civil.year < FIRST_YEAR || civil.year > LAST_YEAR)
    return FALSE;
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);
  if (interval < 0)
    return FALSE;
  *seconds = g_time_zone_get_offset (zone, interval);
  return TRUE;
}
