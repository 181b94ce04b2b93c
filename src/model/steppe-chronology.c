/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-chronology.h"

#include <glib/gi18n.h>

/**
 * steppe_event_compare:
 * @a: an event
 * @b: another
 *
 * Orders events in time: by the earliest instant, an open or unknown start first, undated events
 * last, and by id where that is the same.
 *
 * Returns: below, at or above 0 as @a comes before, with or after @b
 */
int
steppe_event_compare (SteppeEvent *a,
                      SteppeEvent *b)
{
  SteppeDate *date_a = steppe_event_get_date (a);
  SteppeDate *date_b = steppe_event_get_date (b);

  if ((date_a == NULL) != (date_b == NULL))
    return date_a == NULL ? 1 : -1;
  if (date_a != NULL)
    {
      gint64 key_a = steppe_date_get_sort_key (date_a);
      gint64 key_b = steppe_date_get_sort_key (date_b);

      if (key_a != key_b)
        return key_a < key_b ? -1 : 1;
    }
  return g_strcmp0 (steppe_item_get_id (STEPPE_ITEM (a)), steppe_item_get_id (STEPPE_ITEM (b)));
}

/**
 * steppe_chronology_new:
 * @dossier: a dossier
 *
 * Returns: (transfer full) (element-type SteppeEvent): its events in the order of
 *   [func@event_compare]
 */
GPtrArray *
steppe_chronology_new (SteppeDossier *dossier)
{
  GListModel *events = steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT);
  guint n_events = g_list_model_get_n_items (events);
  GPtrArray *chronology = g_ptr_array_new_full (n_events, g_object_unref);

  for (guint i = 0; i < n_events; i++)
    g_ptr_array_add (chronology, g_list_model_get_item (events, i));
  g_ptr_array_sort_values (chronology, (GCompareFunc) steppe_event_compare);
  return chronology;
}

/* The first and the last year, each where the event was. */
static gboolean
find_years (GPtrArray *chronology,
            gint64 *first,
            gint64 *last)
{
  gint64 earliest = STEPPE_INSTANT_MAX, latest = STEPPE_INSTANT_MIN;
  SteppeCivil civil;

  for (guint i = 0; i < chronology->len; i++)
    {
      SteppeDate *date = steppe_event_get_date (g_ptr_array_index (chronology, i));

      if (date == NULL)
        continue;
      if (steppe_date_get_earliest (date) != STEPPE_INSTANT_MIN)
        earliest = MIN (earliest, steppe_date_get_local_earliest (date));
      if (steppe_date_get_latest (date) != STEPPE_INSTANT_MAX)
        latest = MAX (latest, steppe_date_get_local_latest (date));
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
 * @chronology: (element-type SteppeEvent): events
 *
 * Returns: (transfer full): how many there are and over which years, in the user's language:
 *   “82 events · 1921–2025”
 */
char *
steppe_chronology_describe (GPtrArray *chronology)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%'u event", "%'u events", chronology->len), chronology->len);
  g_autofree char *first_year = NULL;
  g_autofree char *last_year = NULL;
  gint64 first, last;

  if (!find_years (chronology, &first, &last) || first < 1)
    return g_steal_pointer (&count);
  first_year = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  last_year = g_strdup_printf ("%" G_GINT64_FORMAT, last);
  if (first == last)
    /* Translators: the number of events and the year they are in, “82 events · 2024” */
    return g_strdup_printf (_ ("%1$s · %2$s"), count, first_year);
  /* Translators: the number of events, the first year and the last, “82 events · 1921–2025” */
  return g_strdup_printf (_ ("%1$s · %2$s–%3$s"), count, first_year, last_year);
}
