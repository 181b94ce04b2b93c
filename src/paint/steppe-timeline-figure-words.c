/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "paint/steppe-timeline-figure-private.h"

#include <glib/gi18n.h>

#include "time/steppe-calendar.h"
#include "time/steppe-date-format.h"
#include "time/steppe-time-length.h"

/* The most empty times that are named. */
#define MAX_LENGTHS 12

static char *
format_year (gint64 instant)
{
  g_autofree char *edtf = NULL;
  g_autoptr (SteppeDate) date = NULL;
  SteppeCivil civil;

  steppe_instant_to_civil (instant, &civil);
  if (civil.year >= 0 && civil.year <= 9999)
    edtf = g_strdup_printf ("%04" G_GINT64_FORMAT, civil.year);
  else
    edtf = g_strdup_printf ("Y%" G_GINT64_FORMAT, civil.year);
  date = steppe_date_new (edtf, NULL);
  return date != NULL ? steppe_date_format (date, STEPPE_DATE_STYLE_LONG) : g_steal_pointer (&edtf);
}

/* How long the empty times are, each with a comma before the next. */
static char *
list_lengths (const SteppeTimelineFigure *self)
{
  GString *lengths = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < steppe_time_axis_get_n_segments (self->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (self->axis, i);
      g_autofree char *length = NULL;

      if (!segment->is_gap || n++ > MAX_LENGTHS)
        continue;
      length = n > MAX_LENGTHS ? g_strdup ("…") : steppe_time_length_format (segment->quiet_from, segment->quiet_to);
      g_string_append_printf (lengths, "%s%s", lengths->len > 0 ? _ (", ") : "", length);
    }
  return g_string_free_and_steal (lengths);
}

static char *
describe_span (const SteppeTimelineFigure *self)
{
  guint n = steppe_timeline_events_get_n_events (self->events);
  gint64 earliest = G_MAXINT64, latest = G_MININT64;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      const SteppeTimelineEvent *event = steppe_timeline_events_get_event (self->events, i);

      earliest = MIN (earliest, event->start_earliest);
      latest = MAX (latest, event->end_latest);
    }
  first = format_year (earliest);
  last = format_year (latest);
  if (g_str_equal (first, last))
    /* Translators: a printed timeline; %s is a year. */
    return g_strdup_printf (ngettext ("Timeline of %s with %'u event", "Timeline of %s with %'u events", n), first, n);
  /* Translators: a printed timeline; the first %s is its first year, the second its last. */
  return g_strdup_printf (ngettext ("Timeline from %s to %s with %'u event", "Timeline from %s to %s with %'u events", n), first, last, n);
}

/**
 * steppe_timeline_figure_dup_words:
 * @self: a figure
 *
 * Returns: (transfer full): what it shows, for those who do not see it: “Timeline from 1939 to 2024 with 34 events; empty
 *   stretches are shortened: 47 years”; empty when the figure is
 */
char *
steppe_timeline_figure_dup_words (const SteppeTimelineFigure *self)
{
  g_autofree char *span = NULL;
  g_autofree char *lengths = NULL;

  if (steppe_timeline_figure_is_empty (self))
    return g_strdup ("");
  span = describe_span (self);
  lengths = list_lengths (self);
  if (*lengths == '\0')
    return g_steal_pointer (&span);
  /* Translators: the first %s is “Timeline from 1939 to 2024 with 34 events”, the second how long the empty stretches are,
   * such as “47 years, 9 months”. */
  return g_strdup_printf (_ ("%s; empty stretches are shortened: %s"), span, lengths);
}
