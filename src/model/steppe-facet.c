/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-facet.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"

static const struct
{
  const char *name;
  const char *label;
  const char *none;
} facets[STEPPE_N_FACETS] = {
  [STEPPE_FACET_KIND] = { "kind", N_ ("Kind"), N_ ("No kind") },
  [STEPPE_FACET_STATUS] = { "status", N_ ("Status"), N_ ("No status") },
  [STEPPE_FACET_ACTOR] = { "actor", N_ ("Actor"), N_ ("No actor") },
  [STEPPE_FACET_PLACE] = { "place", N_ ("Place"), N_ ("No place") },
  [STEPPE_FACET_SOURCE] = { "source", N_ ("Source"), N_ ("No source") },
};

/**
 * steppe_facet_get_name:
 * @facet: a facet
 *
 * Returns: the word for it where state is kept
 */
const char *
steppe_facet_get_name (SteppeFacet facet)
{
  g_return_val_if_fail (facet < STEPPE_N_FACETS, "");

  return facets[facet].name;
}

/**
 * steppe_facet_get_label:
 * @facet: a facet
 *
 * Returns: what it is called, in the user's language
 */
const char *
steppe_facet_get_label (SteppeFacet facet)
{
  g_return_val_if_fail (facet < STEPPE_N_FACETS, "");

  return _ (facets[facet].label);
}

/* Adds an id that is that of an item; who has two parts in an event is there once. */
static void
collect_id (GPtrArray *values,
            const char *id,
            SteppeDossier *dossier)
{
  if (id == NULL || steppe_dossier_lookup (dossier, id) == NULL)
    return;
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (g_ptr_array_index (values, i), id))
      return;
  g_ptr_array_add (values, (char *) id);
}

static void
collect_ids (GPtrArray *values,
             const char *const *ids,
             SteppeDossier *dossier)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    collect_id (values, ids[i], dossier);
}

static void
collect_actors (GPtrArray *values,
                SteppeEvent *event,
                SteppeDossier *dossier)
{
  GPtrArray *participants = steppe_event_get_participants (event);

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    collect_id (values, ((const SteppeParticipant *) g_ptr_array_index (participants, i))->actor, dossier);
}

static const char *
get_status (SteppeEvent *event)
{
  const char *word = steppe_status_to_string (steppe_event_get_status (event));

  return word != NULL ? word : steppe_event_get_status_text (event);
}

/**
 * steppe_facet_collect:
 * @facet: a facet
 * @event: an event of @dossier
 * @dossier: the dossier
 * @values: (element-type utf8): where to put the values that @event has, in place of what is there; they belong to
 *   @event. What has none has the empty one.
 */
void
steppe_facet_collect (SteppeFacet facet,
                      SteppeEvent *event,
                      SteppeDossier *dossier,
                      GPtrArray *values)
{
  g_ptr_array_set_size (values, 0);
  switch (facet)
    {
    case STEPPE_FACET_KIND:
      if (steppe_event_get_kind (event) != NULL)
        g_ptr_array_add (values, (char *) steppe_event_get_kind (event));
      break;
    case STEPPE_FACET_STATUS:
      g_ptr_array_add (values, (char *) get_status (event));
      break;
    case STEPPE_FACET_ACTOR:
      collect_actors (values, event, dossier);
      break;
    case STEPPE_FACET_PLACE:
      collect_ids (values, steppe_event_get_places (event), dossier);
      break;
    case STEPPE_FACET_SOURCE:
      collect_ids (values, steppe_item_get_sources (STEPPE_ITEM (event)), dossier);
      break;
    default:
      g_return_if_reached ();
    }
  if (values->len == 0)
    g_ptr_array_add (values, (char *) "");
}

/**
 * steppe_facet_dup_label:
 * @facet: a facet
 * @value: a value of it, empty for events without one
 * @dossier: the dossier that it is from
 *
 * Returns: (transfer full): what the value is called, as a heading in the user's language
 */
char *
steppe_facet_dup_label (SteppeFacet facet,
                        const char *value,
                        SteppeDossier *dossier)
{
  SteppeItem *item;

  if (*value == '\0')
    return g_strdup (_ (facets[facet].none));
  if (facet == STEPPE_FACET_KIND)
    return steppe_words_dup_heading (steppe_sort_get_label (value));
  if (facet == STEPPE_FACET_STATUS)
    return steppe_words_dup_heading (steppe_status_get_label (steppe_status_from_string (value), value));
  item = steppe_dossier_lookup (dossier, value);
  return item != NULL ? steppe_item_dup_title (item, dossier) : g_strdup (value);
}

static void
clear_value (gpointer data)
{
  SteppeFacetValue *value = data;

  g_free (value->value);
  g_free (value->label);
}

/* Those that more events have first, those without last. */
static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const SteppeFacetValue *first = a, *second = b;

  if ((*first->value == '\0') != (*second->value == '\0'))
    return *first->value == '\0' ? 1 : -1;
  if (first->n_events != second->n_events)
    return first->n_events > second->n_events ? -1 : 1;
  return g_utf8_collate (first->label, second->label);
}

/**
 * steppe_facet_list_values:
 * @facet: a facet
 * @dossier: a dossier
 *
 * Returns: (transfer full) (element-type SteppeFacetValue): the values that its events have, most frequent first, those
 *   without any last
 */
GArray *
steppe_facet_list_values (SteppeFacet facet,
                          SteppeDossier *dossier)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SteppeFacetValue));
  GListModel *events = steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value, count;

  g_array_set_clear_func (list, clear_value);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SteppeEvent) event = g_list_model_get_item (events, i);

      steppe_facet_collect (facet, event, dossier, values);
      for (guint k = 0; k < values->len; k++)
        {
          value = g_ptr_array_index (values, k);
          count = g_hash_table_lookup (counts, value);
          g_hash_table_insert (counts, value, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
        }
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &value, &count))
    {
      SteppeFacetValue entry = { g_strdup (value), steppe_facet_dup_label (facet, value, dossier), GPOINTER_TO_UINT (count) };

      g_array_append_val (list, entry);
    }
  g_array_sort (list, compare_values);
  return list;
}
