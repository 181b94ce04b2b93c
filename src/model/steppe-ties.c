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
