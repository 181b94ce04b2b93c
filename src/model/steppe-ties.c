/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-ties.h"

#include "model/steppe-event.h"
#include "model/steppe-statement.h"

/* Events in the order in which they were found, each once. */
typedef struct
{
  GPtrArray *events;
  GHashTable *seen;
} Finding;

static void
add_event (Finding *finding,
           SteppeItem *item)
{
  if (STEPPE_IS_EVENT (item) && g_hash_table_add (finding->seen, item))
    g_ptr_array_add (finding->events, g_object_ref (item));
}

static void
add_subjects (Finding *finding,
              SteppeStatement *statement,
              SteppeDossier *dossier)
{
  const char *const *about = steppe_statement_get_about (statement);

  for (guint i = 0; about != NULL && about[i] != NULL; i++)
    add_event (finding, steppe_dossier_lookup (dossier, about[i]));
}

/**
 * steppe_item_find_events:
 * @item: (nullable): an item of @dossier
 * @dossier: the dossier
 *
 * Finds the events that an item is tied to: those that name a place, an actor or a source, those that a statement is
 * about, and for a journey or a relation those that statements about it are about as well. An event is tied to itself.
 *
 * Returns: (transfer full) (element-type SteppeEvent): the events, each once
 */
GPtrArray *
steppe_item_find_events (SteppeItem *item,
                         SteppeDossier *dossier)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Finding finding = { g_ptr_array_new_with_free_func (g_object_unref), seen };
  GPtrArray *referrers;
  gboolean by_statements;

  if (item == NULL || STEPPE_IS_EVENT (item))
    {
      add_event (&finding, item);
      return finding.events;
    }
  if (STEPPE_IS_STATEMENT (item))
    {
      add_subjects (&finding, STEPPE_STATEMENT (item), dossier);
      return finding.events;
    }
  by_statements = steppe_item_get_kind (item) == STEPPE_ITEM_JOURNEY || steppe_item_get_kind (item) == STEPPE_ITEM_RELATION;
  referrers = steppe_dossier_get_referrers (dossier, steppe_item_get_id (item));
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      SteppeItem *referrer = g_ptr_array_index (referrers, i);

      add_event (&finding, referrer);
      if (by_statements && STEPPE_IS_STATEMENT (referrer))
        add_subjects (&finding, STEPPE_STATEMENT (referrer), dossier);
    }
  return finding.events;
}

/* What the first is to the second when the second is @tie to the first; NULL where that does not follow. */
static const char *
turn_tie (const char *tie)
{
  static const char *const pairs[][2] = {
    { "cause", "consequence" },
    { "commemorates", "commemoration" },
    { "follow-up", "precedent" },
    { "part", "part-of" },
  };

  for (guint i = 0; tie != NULL && i < G_N_ELEMENTS (pairs); i++)
    for (guint side = 0; side < 2; side++)
      if (g_str_equal (tie, pairs[i][side]))
        return pairs[i][1 - side];
  return NULL;
}

/* As what @event says that @other is related to it. */
static const char *
find_stated_tie (SteppeEvent *event,
                 SteppeEvent *other)
{
  GPtrArray *related = steppe_event_get_related (event);

  for (guint i = 0; related != NULL && i < related->len; i++)
    {
      const SteppeRelated *tie = g_ptr_array_index (related, i);

      if (g_strcmp0 (tie->event, steppe_item_get_id (STEPPE_ITEM (other))) == 0)
        return tie->as;
    }
  return NULL;
}

/**
 * steppe_event_find_related:
 * @event: an event of @dossier
 * @dossier: the dossier
 *
 * Finds the events that either of two says are related, and what they are to @event: as it says itself, or else as
 * follows from what they say.
 *
 * Returns: (transfer container) (element-type SteppeEvent utf8): the events, each with its tie as the file has it, %NULL
 *   where that is not known
 */
GHashTable *
steppe_event_find_related (SteppeEvent *event,
                           SteppeDossier *dossier)
{
  GHashTable *ties = g_hash_table_new (NULL, NULL);
  GPtrArray *related = steppe_event_get_related (event);
  GPtrArray *referrers = steppe_dossier_get_referrers (dossier, steppe_item_get_id (STEPPE_ITEM (event)));

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      SteppeItem *other = g_ptr_array_index (referrers, i);

      if (STEPPE_IS_EVENT (other))
        g_hash_table_insert (ties, other, (gpointer) turn_tie (find_stated_tie (STEPPE_EVENT (other), event)));
    }
  for (guint i = 0; related != NULL && i < related->len; i++)
    {
      const SteppeRelated *tie = g_ptr_array_index (related, i);
      SteppeItem *other = steppe_dossier_lookup (dossier, tie->event);

      if (STEPPE_IS_EVENT (other) && (tie->as != NULL || !g_hash_table_contains (ties, other)))
        g_hash_table_insert (ties, other, tie->as);
    }
  g_hash_table_remove (ties, event);
  return ties;
}
