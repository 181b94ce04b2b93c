/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-chronology.h"

#include <glib/gi18n.h>

#include "model/steppe-local-date.h"

/* What an event is ordered by, looked up once rather than in each comparison. */
typedef struct
{
  SteppeEvent *event;
  const char *id;
  gint64 instant;
  gboolean is_dated;
} Key;

static Key
get_key (SteppeEvent *event)
{
  Key key = { event, steppe_item_get_id (STEPPE_ITEM (event)), STEPPE_INSTANT_MAX, steppe_event_is_dated (event) };

  if (key.is_dated)
    key.instant = steppe_date_get_sort_key (steppe_event_get_date (event));
  return key;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *first = a, *second = b;

  if (first->is_dated != second->is_dated)
    return first->is_dated ? -1 : 1;
  if (first->instant != second->instant)
    return first->instant < second->instant ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

/**
 * steppe_chronology_sort:
 * @events: (element-type SteppeEvent): events of a dossier
 *
 * Puts them into the order of time: by the earliest instant, an open or unknown start first, undated events last, and by
 * id where that is the same.
 */
void
steppe_chronology_sort (GPtrArray *events)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (Key), events->len);

  for (guint i = 0; i < events->len; i++)
    {
      Key key = get_key (g_ptr_array_index (events, i));

      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_index (events, i) = g_array_index (keys, Key, i).event;
}

/**
 * steppe_chronology_new:
 * @dossier: a dossier
 *
 * Returns: (transfer full) (element-type SteppeEvent): its events in the order of [func@chronology_sort]
 */
GPtrArray *
steppe_chronology_new (SteppeDossier *dossier)
{
  GListModel *events = steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT);
  guint n_events = g_list_model_get_n_items (events);
  GPtrArray *chronology = g_ptr_array_new_full (n_events, g_object_unref);

  for (guint i = 0; i < n_events; i++)
    g_ptr_array_add (chronology, g_list_model_get_item (events, i));
  steppe_chronology_sort (chronology);
  return chronology;
}

/* The first and the last year, each where the event was. */
static gboolean
find_years (GPtrArray *chronology,
            SteppeDossier *dossier,
            gint64 *first,
            gint64 *last)
{
  gint64 earliest = STEPPE_INSTANT_MAX, latest = STEPPE_INSTANT_MIN;
  SteppeCivil civil;

  for (guint i = 0; i < chronology->len; i++)
    {
      SteppeSpan span = steppe_event_get_span (g_ptr_array_index (chronology, i), dossier);

      if (span.earliest != STEPPE_INSTANT_MIN)
        earliest = MIN (earliest, span.earliest);
      if (span.latest != STEPPE_INSTANT_MAX)
        latest = MAX (latest, span.latest);
    }
  if (earliest > latest)
    return FALSE;
  steppe_instant_to_civil (earliest, &civil);
  *first = civil.year;
  steppe_instant_to_civil (latest, &civil);
  *last = civil.year;
  return TRUE;
}

/**
 * steppe_chronology_describe:
 * @chronology: (element-type SteppeEvent): events of @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer full): how many there are and over which years, in the user's language:
 *   “82 events · 1921–2025”
 */
char *
steppe_chronology_describe (GPtrArray *chronology,
                            SteppeDossier *dossier)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%'u event", "%'u events", chronology->len), chronology->len);
  g_autofree char *first_year = NULL;
  g_autofree char *last_year = NULL;
  gint64 first, last;

  if (!find_years (chronology, dossier, &first, &last) || first < 1)
    return g_steal_pointer (&count);
  first_year = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  last_year = g_strdup_printf ("%" G_GINT64_FORMAT, last);
  if (first == last)
    /* Translators: the number of events and the year they are in, “82 events · 2024” */
    return g_strdup_printf (_ ("%1$s · %2$s"), count, first_year);
  /* Translators: the number of events, the first year and the last, “82 events · 1921–2025” */
  return g_strdup_printf (_ ("%1$s · %2$s–%3$s"), count, first_year, last_year);
}

/**
 * steppe_chronology_describe_hidden:
 * @n_events: how many events a pane hides because of the span of time that is chosen
 * @n_undated: how many of them have no place in time
 *
 * Returns: (transfer full): words for that, the same in all panes: “5 events hidden”
 */
char *
steppe_chronology_describe_hidden (guint n_events,
                                   guint n_undated)
{
  if (n_undated == 0)
    /* Translators: the number of events that are hidden because of the span of time that is chosen. */
    return g_strdup_printf (ngettext ("%'u event hidden", "%'u events hidden", n_events), n_events);
  /* Translators: the number of events that are hidden because of the span of time that is chosen, and how many of those
   * have no date. */
  return g_strdup_printf (ngettext ("%1$'u event hidden, %2$'u of them undated", "%1$'u events hidden, %2$'u of them undated", n_events),
                          n_events, n_undated);
}
