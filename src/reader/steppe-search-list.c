/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-search-list.h"

#include <glib/gi18n.h>

#include "model/steppe-fold.h"
#include "model/steppe-item-words.h"
#include "model/steppe-narrative-text.h"
#include "model/steppe-narrative.h"
#include "reader/steppe-list-parts.h"
#include "reader/steppe-search-model.h"
#include "widgets/steppe-item-icon.h"
#include "widgets/steppe-item-row.h"

/* How much of a passage is shown before what was found in it, and how much of it in all, in characters. */
#define PASSAGE_BEFORE 30
#define PASSAGE_LENGTH 160
/* Words are not longer than this, in bytes. */
#define MAX_WORD 40

/**
 * SteppeSearchList:
 *
 * What a search has found in the dossier, grouped by kind, with the words searched for marked. What is selected here is
 * selected everywhere.
 *
 * Signals: [signal@SearchList::activated], [signal@SearchList::passage-chosen].
 */
struct _SteppeSearchList
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkLabel *empty;
  GtkListView *list_view;
  SteppeSearchModel *model;
  GtkSingleSelection *selection;

  SteppeFocus *focus;
  SteppeDossier *dossier;
  SteppeSearchIndex *index; /* of the dossier, once it is made */
  GCancellable *indexing;
  GSignalGroup *focus_signals;
  GSignalGroup *dossier_signals;
  char *query;
  GStrv words;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SteppeSearchList, steppe_search_list, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  N_PROPS
};

enum
{
  ACTIVATED,
  PASSAGE_CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Rows */

/* Where a word begins, at a place in a line or before. Scripts without spaces have no such places. */
static const char *
find_word_start (const char *line,
                 const char *at)
{
  for (const char *p = at; p > line && at - p < MAX_WORD; p = g_utf8_prev_char (p))
    if (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
      return p;
  return at - line < MAX_WORD ? line : at;
}

/* The part of a block around what was found. */
static char *
dup_passage (SteppeSearchList *self,
             const char *plain,
             const SteppeBlock *block)
{
  g_autofree char *line = g_utf8_substring (plain, block->start, block->end);
  g_autoptr (GArray) ranges = steppe_fold_find (line, (const char *const *) self->words);
  const char *found = ranges->len > 0 ? line + g_array_index (ranges, SteppeTextRange, 0).start : line;
  const char *from = g_utf8_offset_to_pointer (line, MAX (0, g_utf8_pointer_to_offset (line, found) - PASSAGE_BEFORE));
  glong n_rest;
  g_autofree char *part = NULL;

  from = find_word_start (line, from);
  n_rest = g_utf8_strlen (from, -1);
  part = g_utf8_substring (from, 0, MIN (n_rest, PASSAGE_LENGTH));
  return g_strconcat (from > line ? "…" : "", part, n_rest > PASSAGE_LENGTH ? "…" : "", NULL);
}

static char *
dup_narrative_passage (SteppeSearchList *self,
                       SteppeSearchResult *result)
{
  SteppeText *written = steppe_narrative_get_text (STEPPE_NARRATIVE (steppe_search_result_get_item (result)));
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (steppe_dossier_resolve (self->dossier, written));
  const SteppeBlock *blocks;
  guint n_blocks;

  blocks = steppe_narrative_text_get_blocks (text, &n_blocks);
  g_return_val_if_fail ((guint) steppe_search_result_get_passage (result) < n_blocks, NULL);
  return dup_passage (self, steppe_narrative_text_get_plain (text), &blocks[steppe_search_result_get_passage (result)]);
}

static char *
dup_offer (SteppeSearchResult *result)
{
  guint n_more = steppe_search_result_get_n_more (result);

  return g_strdup_printf (ngettext ("Show %'u More", "Show %'u More", n_more), n_more);
}

static void
bind_row_cb (SteppeSearchList *self,
             GtkListItem *list_item)
{
  SteppeItemRow *row = STEPPE_ITEM_ROW (gtk_list_item_get_child (list_item));
  SteppeSearchResult *result = gtk_list_item_get_item (list_item);
  SteppeItem *item = steppe_search_result_get_item (result);
  g_autofree char *label = NULL;

  if (item == NULL)
    {
      label = dup_offer (result);
      steppe_item_row_show_text (row, "view-more-horizontal-symbolic", label, NULL);
    }
  else if (steppe_search_result_get_passage (result) >= 0)
    {
      label = dup_narrative_passage (self, result);
      steppe_item_row_show_text (row, steppe_item_kind_get_icon_name (STEPPE_ITEM_NARRATIVE), label, NULL);
      steppe_item_row_mark (row, (const char *const *) self->words);
    }
  else
    {
      label = STEPPE_IS_EVENT (item) ? steppe_event_dup_label (STEPPE_EVENT (item), self->dossier) : steppe_item_dup_title (item, self->dossier);
      steppe_item_row_show (row, item, self->dossier);
      steppe_item_row_mark (row, (const char *const *) self->words);
    }
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
setup_row_cb (SteppeSearchList *self,
              GtkListItem *list_item)
{
  steppe_item_row_setup (list_item);
}

static void
setup_header_cb (SteppeSearchList *self,
                 GtkListHeader *header)
{
  steppe_list_header_setup (header);
}

static void
bind_header_cb (SteppeSearchList *self,
                GtkListHeader *header)
{
  SteppeItemKind kind = steppe_search_result_get_kind (gtk_list_header_get_item (header));

  steppe_list_header_show (header, kind == STEPPE_ITEM_NARRATIVE ? _ ("In the Text") : steppe_item_kind_get_plural (kind),
                           steppe_search_model_get_n_found (self->model, kind));
}

/* Choosing */

static void
choose (SteppeSearchList *self,
        SteppeSearchResult *result)
{
  SteppeItem *item = steppe_search_result_get_item (result);

  if (item == NULL)
    return;
  if (STEPPE_IS_NARRATIVE (item))
    g_signal_emit (self, signals[PASSAGE_CHOSEN], 0, item, MAX (0, steppe_search_result_get_passage (result)));
  else
    steppe_focus_set_selected (self->focus, item);
}

static void
selection_changed_cb (SteppeSearchList *self)
{
  SteppeSearchResult *result = gtk_single_selection_get_selected_item (self->selection);

  if (!self->filling && result != NULL)
    choose (self, result);
}

static void
activate_cb (SteppeSearchList *self,
             guint position)
{
  g_autoptr (SteppeSearchResult) result = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  SteppeItem *item = steppe_search_result_get_item (result);

  if (item == NULL)
    {
      steppe_search_model_list_all (self->model, steppe_search_result_get_kind (result));
      gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
      return;
    }
  choose (self, result);
  if (!STEPPE_IS_NARRATIVE (item))
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

/* Searching */

static void
announce (SteppeSearchList *self)
{
  guint n = steppe_search_model_get_n_all (self->model);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
show_results (SteppeSearchList *self)
{
  gboolean is_empty;

  self->filling = TRUE;
  steppe_search_model_search (self->model, self->index, (const char *const *) self->words);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  is_empty = steppe_search_model_get_n_all (self->model) == 0;
  if (self->words == NULL || *self->words == NULL)
    gtk_label_set_text (self->empty, _ ("Search names, summaries, statements and the text, in any language"));
  else
    gtk_label_set_text (self->empty, self->index != NULL ? _ ("Nothing found") : _ ("Searching…"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_empty ? "empty" : "list");
  if (!is_empty)
    steppe_list_view_show_top (self->list_view);
  if (self->index != NULL && self->words != NULL && *self->words != NULL)
    announce (self);
}

static void
indexed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SteppeSearchList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeSearchIndex) index = steppe_search_index_new_finish (result, &error);

  if (index == NULL || g_task_get_cancellable (G_TASK (result)) != self->indexing)
    return;
  g_clear_object (&self->indexing);
  self->index = g_steal_pointer (&index);
  show_results (self);
}

static void
forget_index (SteppeSearchList *self)
{
  if (self->indexing != NULL)
    g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_pointer (&self->index, steppe_search_index_unref);
}

static void
content_changed_cb (SteppeSearchList *self)
{
  gboolean was_used = self->index != NULL || self->indexing != NULL;

  forget_index (self);
  self->filling = TRUE;
  steppe_search_model_search (self->model, NULL, NULL);
  self->filling = FALSE;
  if (was_used && self->dossier != NULL && self->words != NULL)
    steppe_search_list_prepare (self);
  show_results (self);
}

static void
dossier_changed_cb (SteppeSearchList *self)
{
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;

  g_set_object (&self->dossier, dossier);
  g_signal_group_set_target (self->dossier_signals, dossier);
  content_changed_cb (self);
}

static void
steppe_search_list_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  SteppeSearchList *self = STEPPE_SEARCH_LIST (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_search_list_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  SteppeSearchList *self = STEPPE_SEARCH_LIST (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_search_list_set_focus (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_search_list_dispose (GObject *object)
{
  SteppeSearchList *self = STEPPE_SEARCH_LIST (object);

  forget_index (self);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->dossier_signals);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_search_list_parent_class)->dispose (object);
}

static void
steppe_search_list_finalize (GObject *object)
{
  SteppeSearchList *self = STEPPE_SEARCH_LIST (object);

  g_free (self->query);
  g_strfreev (self->words);

  G_OBJECT_CLASS (steppe_search_list_parent_class)->finalize (object);
}

static void
steppe_search_list_class_init (SteppeSearchListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = steppe_search_list_get_property;
  object_class->set_property = steppe_search_list_set_property;
  object_class->dispose = steppe_search_list_dispose;
  object_class->finalize = steppe_search_list_finalize;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SteppeSearchList::activated:
   * @self: the list
   * @item: an item, which is selected now
   *
   * The reader wants to read about an item.
   */
  signals[ACTIVATED] = g_signal_new ("activated", STEPPE_TYPE_SEARCH_LIST, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, STEPPE_TYPE_ITEM);
  /**
   * SteppeSearchList::passage-chosen:
   * @self: the list
   * @narrative: a narrative
   * @passage: which of its blocks
   *
   * The reader wants to see a passage.
   */
  signals[PASSAGE_CHOSEN] = g_signal_new ("passage-chosen", STEPPE_TYPE_SEARCH_LIST, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 2, STEPPE_TYPE_NARRATIVE, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "contents");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_list_view (SteppeSearchList *self)
{
  GtkWidget *list_view;

  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  list_view = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection),
                                 steppe_list_factory_new (self, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb)));
  self->list_view = GTK_LIST_VIEW (list_view);
  gtk_list_view_set_header_factory (self->list_view, steppe_list_factory_new (self, G_CALLBACK (setup_header_cb), G_CALLBACK (bind_header_cb)));
  gtk_list_view_set_tab_behavior (self->list_view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search Results"), -1);
  gtk_widget_add_css_class (list_view, "navigation-sidebar");
  g_signal_connect_object (list_view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  return list_view;
}

static void
steppe_search_list_init (SteppeSearchList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (NULL);

  self->model = steppe_search_model_new ();
  self->words = g_new0 (char *, 1);
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "notify::dossier", G_CALLBACK (dossier_changed_cb), self);
  self->dossier_signals = g_signal_group_new (STEPPE_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "notify::languages", G_CALLBACK (content_changed_cb), self);

  self->empty = GTK_LABEL (empty);
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_label_set_justify (self->empty, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_widget_add_css_class (empty, "nothing");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_list_view (self));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  show_results (self);
}

/**
 * steppe_search_list_get_focus:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_search_list_get_focus (SteppeSearchList *self)
{
  g_return_val_if_fail (STEPPE_IS_SEARCH_LIST (self), NULL);

  return self->focus;
}

/**
 * steppe_search_list_set_focus:
 * @self: the list
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_search_list_set_focus (SteppeSearchList *self,
                              SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_SEARCH_LIST (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  dossier_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

/**
 * steppe_search_list_prepare:
 * @self: the list
 *
 * Makes ready to search, which takes a while in a large dossier.
 */
void
steppe_search_list_prepare (SteppeSearchList *self)
{
  g_return_if_fail (STEPPE_IS_SEARCH_LIST (self));

  if (self->dossier == NULL || self->index != NULL || self->indexing != NULL)
    return;
  self->indexing = g_cancellable_new ();
  steppe_search_index_new_async (self->dossier, self->indexing, indexed_cb, g_object_ref (self));
}

/**
 * steppe_search_list_search:
 * @self: the list
 * @query: what the reader has typed
 *
 * Lists what the dossier has of that.
 */
void
steppe_search_list_search (SteppeSearchList *self,
                           const char *query)
{
  g_return_if_fail (STEPPE_IS_SEARCH_LIST (self) && query != NULL);

  if (!g_set_str (&self->query, query))
    return;
  g_strfreev (self->words);
  self->words = steppe_fold_query (query);
  if (*self->words != NULL)
    steppe_search_list_prepare (self);
  show_results (self);
}

/**
 * steppe_search_list_activate_first:
 * @self: the list
 *
 * Does what activating the first result does.
 */
void
steppe_search_list_activate_first (SteppeSearchList *self)
{
  g_return_if_fail (STEPPE_IS_SEARCH_LIST (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    activate_cb (self, 0);
}
