/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "model/steppe-actor.h"
#include "model/steppe-item-words.h"
#include "model/steppe-journey.h"
#include "model/steppe-place-words.h"
#include "model/steppe-relation.h"
#include "model/steppe-status.h"
#include "sheets/steppe-telling-private.h"

/* Actors, relations and journeys. */

/* All items of a kind in the dossier, or those that refer to the item of the sheet. */
static GPtrArray *
list_items (SteppeTelling *self,
            SteppeItemKind kind)
{
  GPtrArray *items = g_ptr_array_new ();
  GListModel *all = steppe_dossier_get_items (self->dossier, kind);
  GPtrArray *referrers = self->item != NULL ? steppe_dossier_get_referrers (self->dossier, steppe_item_get_id (self->item)) : NULL;

  for (guint i = 0; self->item == NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SteppeItem) item = g_list_model_get_item (all, i);

      g_ptr_array_add (items, item);
    }
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (steppe_item_get_kind (g_ptr_array_index (referrers, i)) == kind)
      g_ptr_array_add (items, g_ptr_array_index (referrers, i));
  return items;
}

static guint
count_referrers (SteppeTelling *self,
                 SteppeItem *item)
{
  GPtrArray *referrers = steppe_dossier_get_referrers (self->dossier, steppe_item_get_id (item));

  return referrers != NULL ? referrers->len : 0;
}

static int
compare_actors (gconstpointer a,
                gconstpointer b,
                gpointer user_data)
{
  guint first = count_referrers (user_data, *(SteppeItem *const *) a);
  guint second = count_referrers (user_data, *(SteppeItem *const *) b);

  return (first < second) - (first > second);
}

/* Those of which the dossier says most come first. */
GPtrArray *
_steppe_telling_list_actors (SteppeTelling *self)
{
  GPtrArray *actors = list_items (self, STEPPE_ITEM_ACTOR);

  g_ptr_array_sort_with_data (actors, compare_actors, self);
  return actors;
}

/* The name of an item, and what is to be said of it. */
static SteppeAccountBlock *
add_entry (SteppeTelling *self,
           SteppeItem *item,
           const char *label)
{
  SteppeAccountBlock *block = steppe_account_add (self->account, STEPPE_ACCOUNT_ENTRY, label);
  const char *summary = steppe_dossier_resolve (self->dossier, steppe_item_get_summary (item));
  g_autofree char *title = steppe_item_dup_title (item, self->dossier);
  GArray *notes = _steppe_telling_cite (self, item);

  _steppe_telling_anchor (self, block, item);
  if (*summary != '\0')
    {
      block->lead = steppe_phrase_take (g_steal_pointer (&title));
      steppe_phrase_take_notes (steppe_account_block_add (block, g_strdup (summary)), notes);
    }
  else
    {
      steppe_phrase_take_notes (steppe_account_block_add (block, g_steal_pointer (&title)), notes);
    }
  return block;
}

void
_steppe_telling_actor (SteppeTelling *self,
                       gpointer thing)
{
  SteppeAccountBlock *block = add_entry (self, thing, steppe_sort_get_label (steppe_actor_get_kind (thing)));

  _steppe_telling_remark_doubt (self, block, thing);
}

GPtrArray *
_steppe_telling_list_relations (SteppeTelling *self)
{
  GPtrArray *relations = list_items (self, STEPPE_ITEM_RELATION);

  g_ptr_array_sort (relations, _steppe_telling_compare_dates);
  return relations;
}

void
_steppe_telling_relation (SteppeTelling *self,
                          gpointer thing)
{
  g_autofree char *when = steppe_item_dup_when (thing, self->dossier, STEPPE_DATE_STYLE_LONG);
  SteppeAccountBlock *block = add_entry (self, thing, when);

  _steppe_telling_remark_doubt (self, block, thing);
}

static gboolean
is_leg_in_span (const SteppeLeg *leg,
                const SteppeSpan *span)
{
  return leg->date != NULL && steppe_date_get_local_latest (leg->date) >= span->earliest &&
         steppe_date_get_local_earliest (leg->date) <= span->latest;
}

static gboolean
is_journey_in_span (SteppeJourney *journey,
                    const SteppeSpan *span)
{
  GPtrArray *legs = steppe_journey_get_legs (journey);

  for (guint i = 0; legs != NULL && i < legs->len; i++)
    if (is_leg_in_span (g_ptr_array_index (legs, i), span))
      return TRUE;
  return FALSE;
}

/* Of a span of time, those that were under way in it. */
GPtrArray *
_steppe_telling_list_journeys (SteppeTelling *self)
{
  GPtrArray *journeys = list_items (self, STEPPE_ITEM_JOURNEY);
  SteppeSpan span;

  if (!steppe_topic_get_span (self->topic, &span))
    return journeys;
  for (guint i = journeys->len; i > 0; i--)
    if (!is_journey_in_span (g_ptr_array_index (journeys, i - 1), &span))
      g_ptr_array_remove_index (journeys, i - 1);
  return journeys;
}

/* @cited: whether each leg has the numbers of the sources of the journey */
static void
add_legs (SteppeTelling *self,
          SteppeJourney *journey,
          const char *label,
          gboolean cited)
{
  static const double shares[] = { 0.3, 0.3, 0.24, 0.16 };
  GPtrArray *legs = steppe_journey_get_legs (journey);
  /* Translators: heads of columns: where a leg of a journey begins and ends */
  const char *const heads[] = { _ ("From"), _ ("To"), _ ("When"), _ ("Status") };
  SteppeAccountTable *table;

  if (legs == NULL || legs->len == 0)
    return;
  table = steppe_account_block_begin_table (steppe_account_add (self->account, STEPPE_ACCOUNT_TABLE, label),
                                            G_N_ELEMENTS (heads), shares, heads);
  for (guint i = 0; i < legs->len; i++)
    {
      const SteppeLeg *leg = g_ptr_array_index (legs, i);
      const char *status = leg->status != NULL ? leg->status : steppe_journey_get_status_text (journey);
      SteppePhrase *from = steppe_account_table_add (table, g_strdup (steppe_leg_end_get_name (leg->from, self->dossier)));

      steppe_phrase_take_notes (from, cited ? _steppe_telling_cite (self, STEPPE_ITEM (journey)) : NULL);
      steppe_account_table_add (table, g_strdup (steppe_leg_end_get_name (leg->to, self->dossier)));
      steppe_account_table_add (table, steppe_leg_dup_doubtful_when (leg, self->dossier));
      steppe_account_table_add (table, g_strdup (steppe_status_get_label (steppe_status_from_string (status), status)));
    }
}

void
_steppe_telling_journey (SteppeTelling *self,
                         gpointer thing)
{
  SteppeAccountBlock *block = add_entry (self, thing, steppe_sort_get_label (steppe_journey_get_kind (thing)));
  const char *parts[] = { steppe_item_get_status_label (thing), _steppe_telling_get_doubt (thing) };

  steppe_account_block_remark (block, _steppe_telling_join (parts, G_N_ELEMENTS (parts)));
  steppe_account_block_remark (block, g_strdup (steppe_dossier_resolve (self->dossier, steppe_item_get_note (thing))));
  add_legs (self, thing, NULL, FALSE);
}

void
_steppe_telling_legs (SteppeTelling *self,
                      gpointer thing)
{
  add_legs (self, STEPPE_JOURNEY (self->item), _ ("Legs"), TRUE);
}
