/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-search-result.h"

/**
 * SteppeSearchResult:
 *
 * A row among what was found: an item, a passage of a narrative, or the offer to list the rest of a kind.
 */
struct _SteppeSearchResult
{
  GObject parent_instance;

  SteppeItem *item;
  int passage;
  SteppeItemKind kind;
  guint n_more;
};

G_DEFINE_FINAL_TYPE (SteppeSearchResult, steppe_search_result, G_TYPE_OBJECT)

static void
steppe_search_result_finalize (GObject *object)
{
  g_clear_object (&STEPPE_SEARCH_RESULT (object)->item);

  G_OBJECT_CLASS (steppe_search_result_parent_class)->finalize (object);
}

static void
steppe_search_result_class_init (SteppeSearchResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_search_result_finalize;
}

static void
steppe_search_result_init (SteppeSearchResult *self)
{
  self->passage = -1;
}

/**
 * steppe_search_result_new:
 * @hit: what was found
 *
 * Returns: (transfer full): a row for it
 */
SteppeSearchResult *
steppe_search_result_new (const SteppeSearchHit *hit)
{
  SteppeSearchResult *self = g_object_new (STEPPE_TYPE_SEARCH_RESULT, NULL);

  self->item = g_object_ref (hit->item);
  self->passage = hit->passage;
  self->kind = steppe_item_get_kind (hit->item);
  return self;
}

/**
 * steppe_search_result_new_more:
 * @kind: a kind of items
 * @n_more: how many more of them were found
 *
 * Returns: (transfer full): a row that offers to list the others, too
 */
SteppeSearchResult *
steppe_search_result_new_more (SteppeItemKind kind,
                               guint n_more)
{
  SteppeSearchResult *self = g_object_new (STEPPE_TYPE_SEARCH_RESULT, NULL);

  self->kind = kind;
  self->n_more = n_more;
  return self;
}

/**
 * steppe_search_result_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what was found, %NULL for an offer
 */
SteppeItem *
steppe_search_result_get_item (SteppeSearchResult *self)
{
  g_return_val_if_fail (STEPPE_IS_SEARCH_RESULT (self), NULL);

  return self->item;
}

/**
 * steppe_search_result_get_passage:
 * @self: a row
 *
 * Returns: which block of a narrative it is, or -1
 */
int
steppe_search_result_get_passage (SteppeSearchResult *self)
{
  g_return_val_if_fail (STEPPE_IS_SEARCH_RESULT (self), -1);

  return self->passage;
}

/**
 * steppe_search_result_get_kind:
 * @self: a row
 *
 * Returns: the kind of items it is among
 */
SteppeItemKind
steppe_search_result_get_kind (SteppeSearchResult *self)
{
  g_return_val_if_fail (STEPPE_IS_SEARCH_RESULT (self), STEPPE_ITEM_EVENT);

  return self->kind;
}

/**
 * steppe_search_result_get_n_more:
 * @self: a row
 *
 * Returns: how many more items an offer is about
 */
guint
steppe_search_result_get_n_more (SteppeSearchResult *self)
{
  g_return_val_if_fail (STEPPE_IS_SEARCH_RESULT (self), 0);

  return self->n_more;
}
