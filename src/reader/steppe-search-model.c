/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-search-model.h"

/**
 * SteppeSearchModel:
 *
 * What a search has found, in a section for each kind of item: a few of each, and the offer to list the rest.
 */
struct _SteppeSearchModel
{
  GObject parent_instance;

  SteppeSearchIndex *index; /* which has the items that were found */
  GArray *hits[STEPPE_N_ITEM_KINDS]; /* of SteppeSearchHit */
  guint starts[STEPPE_N_ITEM_KINDS + 1]; /* where the section of the nth kind in order begins */
  gboolean all[STEPPE_N_ITEM_KINDS]; /* whether all of a kind are listed */
};

/* What readers look for first comes first. */
static const SteppeItemKind order[STEPPE_N_ITEM_KINDS] = {
  STEPPE_ITEM_EVENT,
  STEPPE_ITEM_JOURNEY,
  STEPPE_ITEM_STATEMENT,
  STEPPE_ITEM_NARRATIVE,
  STEPPE_ITEM_ACTOR,
  STEPPE_ITEM_PLACE,
  STEPPE_ITEM_RELATION,
  STEPPE_ITEM_SOURCE,
};

static void steppe_search_model_list_init (GListModelInterface *iface);
static void steppe_search_model_section_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeSearchModel, steppe_search_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, steppe_search_model_list_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, steppe_search_model_section_init))

/* One more than a few is listed: the offer to list it would take as much room. */
static guint
count_listed (SteppeSearchModel *self,
              SteppeItemKind kind)
{
  guint n_hits = self->hits[kind]->len;

  return self->all[kind] || n_hits <= STEPPE_SEARCH_FEW + 1 ? n_hits : STEPPE_SEARCH_FEW;
}

static guint
get_n_items (SteppeSearchModel *self)
{
  return self->starts[STEPPE_N_ITEM_KINDS];
}

/* In the order of kinds, which section a position is in. */
static guint
find_section (SteppeSearchModel *self,
              guint position)
{
  guint section = 0;

  while (position >= self->starts[section + 1])
    section++;
  return section;
}

static GType
steppe_search_model_get_item_type (GListModel *model)
{
  return STEPPE_TYPE_SEARCH_RESULT;
}

static guint
steppe_search_model_get_n_items (GListModel *model)
{
  return get_n_items (STEPPE_SEARCH_MODEL (model));
}

static gpointer
steppe_search_model_get_item (GListModel *model,
                              guint position)
{
  SteppeSearchModel *self = STEPPE_SEARCH_MODEL (model);
  SteppeItemKind kind;
  guint section, n;

  if (position >= get_n_items (self))
    return NULL;
  section = find_section (self, position);
  kind = order[section];
  n = position - self->starts[section];
  if (n < count_listed (self, kind))
    return steppe_search_result_new (&g_array_index (self->hits[kind], SteppeSearchHit, n));
  return steppe_search_result_new_more (kind, self->hits[kind]->len - n);
}

static void
steppe_search_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = steppe_search_model_get_item_type;
  iface->get_n_items = steppe_search_model_get_n_items;
  iface->get_item = steppe_search_model_get_item;
}

static void
steppe_search_model_get_section (GtkSectionModel *model,
                                 guint position,
                                 guint *start,
                                 guint *end)
{
  SteppeSearchModel *self = STEPPE_SEARCH_MODEL (model);
  guint section;

  if (position >= get_n_items (self))
    {
      *start = get_n_items (self);
      *end = G_MAXUINT;
      return;
    }
  section = find_section (self, position);
  *start = self->starts[section];
  *end = self->starts[section + 1];
}

static void
steppe_search_model_section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = steppe_search_model_get_section;
}

static void
steppe_search_model_finalize (GObject *object)
{
  SteppeSearchModel *self = STEPPE_SEARCH_MODEL (object);

  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    g_array_unref (self->hits[kind]);
  g_clear_pointer (&self->index, steppe_search_index_unref);

  G_OBJECT_CLASS (steppe_search_model_parent_class)->finalize (object);
}

static void
steppe_search_model_class_init (SteppeSearchModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_search_model_finalize;
}

static void
steppe_search_model_init (SteppeSearchModel *self)
{
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    self->hits[kind] = g_array_new (FALSE, FALSE, sizeof (SteppeSearchHit));
}

/**
 * steppe_search_model_new:
 *
 * Returns: (transfer full): a model that has found nothing yet
 */
SteppeSearchModel *
steppe_search_model_new (void)
{
  return g_object_new (STEPPE_TYPE_SEARCH_MODEL, NULL);
}

static void
update_starts (SteppeSearchModel *self)
{
  for (guint section = 0; section < STEPPE_N_ITEM_KINDS; section++)
    {
      guint n_hits = self->hits[order[section]]->len, n_listed = count_listed (self, order[section]);

      self->starts[section + 1] = self->starts[section] + n_listed + (n_listed < n_hits);
    }
}

/**
 * steppe_search_model_search:
 * @self: a model
 * @index: (nullable): where to search
 * @words: (array zero-terminated=1): folded words
 *
 * Has what @index has for @words, in place of what was there.
 */
void
steppe_search_model_search (SteppeSearchModel *self,
                            SteppeSearchIndex *index,
                            const char *const *words)
{
  guint n_before;

  g_return_if_fail (STEPPE_IS_SEARCH_MODEL (self));

  n_before = get_n_items (self);
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      g_array_set_size (self->hits[kind], 0);
      self->all[kind] = FALSE;
    }
  g_clear_pointer (&self->index, steppe_search_index_unref);
  if (index != NULL)
    {
      self->index = steppe_search_index_ref (index);
      steppe_search_index_query (index, words, self->hits);
    }
  update_starts (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_n_items (self));
}

/**
 * steppe_search_model_list_all:
 * @self: a model
 * @kind: a kind of items
 *
 * Lists all that was found of that kind.
 */
void
steppe_search_model_list_all (SteppeSearchModel *self,
                              SteppeItemKind kind)
{
  guint section = 0, offer, n_more;

  g_return_if_fail (STEPPE_IS_SEARCH_MODEL (self) && kind < STEPPE_N_ITEM_KINDS);

  n_more = self->hits[kind]->len - count_listed (self, kind);
  if (n_more == 0)
    return;
  while (order[section] != kind)
    section++;
  offer = self->starts[section + 1] - 1;
  self->all[kind] = TRUE;
  update_starts (self);
  g_list_model_items_changed (G_LIST_MODEL (self), offer, 1, n_more);
}

/**
 * steppe_search_model_get_n_found:
 * @self: a model
 * @kind: a kind of items
 *
 * Returns: how many of that kind were found
 */
guint
steppe_search_model_get_n_found (SteppeSearchModel *self,
                                 SteppeItemKind kind)
{
  g_return_val_if_fail (STEPPE_IS_SEARCH_MODEL (self) && kind < STEPPE_N_ITEM_KINDS, 0);

  return self->hits[kind]->len;
}

/**
 * steppe_search_model_get_n_all:
 * @self: a model
 *
 * Returns: how many were found of all kinds
 */
guint
steppe_search_model_get_n_all (SteppeSearchModel *self)
{
  guint n = 0;

  g_return_val_if_fail (STEPPE_IS_SEARCH_MODEL (self), 0);

  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    n += self->hits[kind]->len;
  return n;
}
