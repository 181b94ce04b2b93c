/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-statements-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/steppe-fold.h"
#include "model/steppe-item-words.h"
#include "model/steppe-statement.h"
#include "reader/steppe-list-parts.h"
#include "reader/steppe-statement-card.h"

/**
 * SteppeStatementsPage:
 *
 * Who says what in a dossier: its statements under those who made them, who has made most first. They can be filtered by
 * words, and by what they are about.
 *
 * Signals: [signal@StatementsPage::open-item].
 */
struct _SteppeStatementsPage
{
  AdwNavigationPage parent_instance;

  GtkEditable *entry;
  GtkDropDown *subject_choice;
  GtkStack *stack;
  GtkListView *list_view;

  SteppeFocus *focus;
  SteppeDossier *dossier;
  GHashTable *orders; /* id of a speaker → the place of their section, plus 1 */
  GPtrArray *subjects; /* of SteppeItem, NULL for any: the choices */
  GtkFilterListModel *filtered;
  GStrv words;
};

G_DEFINE_FINAL_TYPE (SteppeStatementsPage, steppe_statements_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  OPEN_ITEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_speaker (SteppeStatement *statement)
{
  const char *speaker = steppe_statement_get_speaker (statement);

  return speaker != NULL ? speaker : "";
}

static const char *
get_speaker_name (SteppeStatementsPage *self,
                  SteppeStatement *statement)
{
  SteppeItem *speaker = steppe_dossier_lookup (self->dossier, get_speaker (statement));

  return speaker != NULL ? steppe_dossier_resolve_name (self->dossier, speaker) : _ ("Unknown speaker");
}

/* Filtering */

static gboolean
has_words (SteppeStatementsPage *self,
           SteppeStatement *statement)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  steppe_fold_append (folded, steppe_dossier_resolve_name (self->dossier, STEPPE_ITEM (statement)));
  g_string_append_c (folded, '\n');
  steppe_fold_append (folded, get_speaker_name (self, statement));
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded->str, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  SteppeStatementsPage *self = user_data;
  guint chosen = gtk_drop_down_get_selected (self->subject_choice);
  SteppeItem *subject = chosen < self->subjects->len ? g_ptr_array_index (self->subjects, chosen) : NULL;
  const char *const *about = steppe_statement_get_about (item);

  if (subject != NULL && (about == NULL || !g_strv_contains (about, steppe_item_get_id (subject))))
    return FALSE;
  return has_words (self, item);
}

static void
filter_changed_cb (SteppeStatementsPage *self)
{
  if (self->filtered == NULL)
    return;
  g_strfreev (self->words);
  self->words = steppe_fold_query (gtk_editable_get_text (self->entry));
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0 ? "list" : "empty");
}

/* Sorting: the sections in the order of speakers, in each the statements in the order of the file, which is kept. */

static guint
get_order (SteppeStatementsPage *self,
           gconstpointer statement)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->orders, get_speaker ((SteppeStatement *) statement)));

  /* Those whose speaker is not known come last. */
  return place > 0 ? place : G_MAXUINT;
}

static int
compare_speakers (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  guint first = get_order (user_data, a), second = get_order (user_data, b);

  return (first > second) - (first < second);
}

typedef struct
{
  SteppeItem *item;
  guint n;
} Counted;

static int
compare_counted (gconstpointer a,
                 gconstpointer b)
{
  const Counted *first = a, *second = b;

  return (first->n < second->n) - (first->n > second->n);
}

/* Counts items, those that were counted most first, else in the order in which they came. */
static void
count (GArray *counted,
       GHashTable *places,
       SteppeItem *item)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, item));

  if (place == 0)
    {
      g_array_append_vals (counted, &(Counted) { item, 0 }, 1);
      place = counted->len;
      g_hash_table_insert (places, item, GUINT_TO_POINTER (place));
    }
  g_array_index (counted, Counted, place - 1).n++;
}

static void
order_speakers (SteppeStatementsPage *self,
                GListModel *statements)
{
  g_autoptr (GArray) speakers = g_array_new (FALSE, FALSE, sizeof (Counted));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (SteppeStatement) statement = g_list_model_get_item (statements, i);
      SteppeItem *speaker = steppe_dossier_lookup (self->dossier, get_speaker (statement));

      if (speaker != NULL)
        count (speakers, places, speaker);
    }
  g_array_sort (speakers, compare_counted);
  for (guint i = 0; i < speakers->len; i++)
    g_hash_table_insert (self->orders, (gpointer) steppe_item_get_id (g_array_index (speakers, Counted, i).item), GUINT_TO_POINTER (i + 1));
}

/* What statements are about: any, or one of these items. */
static void
fill_subjects (SteppeStatementsPage *self,
               GListModel *statements)
{
  g_autoptr (GArray) counted = g_array_new (FALSE, FALSE, sizeof (Counted));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (SteppeStatement) statement = g_list_model_get_item (statements, i);
      const char *const *about = steppe_statement_get_about (statement);

      for (guint k = 0; about != NULL && about[k] != NULL; k++)
        if (steppe_dossier_lookup (self->dossier, about[k]) != NULL)
          count (counted, places, steppe_dossier_lookup (self->dossier, about[k]));
    }
  g_array_sort (counted, compare_counted);
  g_ptr_array_add (self->subjects, NULL);
  gtk_string_list_append (titles, _ ("About anything"));
  for (guint i = 0; i < counted->len; i++)
    {
      SteppeItem *item = g_array_index (counted, Counted, i).item;
      g_autofree char *title = steppe_item_dup_title (item, self->dossier);
      /* Translators: what statements are about */
      g_autofree char *label = g_strdup_printf (_ ("About: %s"), title);

      g_ptr_array_add (self->subjects, item);
      gtk_string_list_append (titles, label);
    }
  gtk_drop_down_set_model (self->subject_choice, G_LIST_MODEL (titles));
}

/* Rows */

static void
setup_row_cb (SteppeStatementsPage *self,
              GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, steppe_statement_card_new ());
}

static void
bind_row_cb (SteppeStatementsPage *self,
             GtkListItem *list_item)
{
  SteppeStatement *statement = gtk_list_item_get_item (list_item);
  SteppeStatementCard *card = STEPPE_STATEMENT_CARD (gtk_list_item_get_child (list_item));
  /* Translators: who says something, and what */
  g_autofree char *label = g_strdup_printf (_ ("%1$s: %2$s"), get_speaker_name (self, statement),
                                            steppe_dossier_resolve_name (self->dossier, STEPPE_ITEM (statement)));

  steppe_statement_card_show (card, statement, self->dossier, FALSE);
  steppe_statement_card_mark (card, (const char *const *) self->words);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
setup_header_cb (SteppeStatementsPage *self,
                 GtkListHeader *header)
{
  steppe_list_header_setup (header);
}

static void
bind_header_cb (SteppeStatementsPage *self,
                GtkListHeader *header)
{
  steppe_list_header_show (header, get_speaker_name (self, gtk_list_header_get_item (header)), gtk_list_header_get_n_items (header));
}

static void
activated_cb (SteppeStatementsPage *self,
              guint position)
{
  g_autoptr (SteppeItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  steppe_focus_set_selected (self->focus, item);
  g_signal_emit (self, signals[OPEN_ITEM], 0, item);
}

static void
steppe_statements_page_dispose (GObject *object)
{
  SteppeStatementsPage *self = STEPPE_STATEMENTS_PAGE (object);

  g_clear_object (&self->filtered);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_STATEMENTS_PAGE);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_statements_page_parent_class)->dispose (object);
}

static void
steppe_statements_page_finalize (GObject *object)
{
  SteppeStatementsPage *self = STEPPE_STATEMENTS_PAGE (object);

  g_hash_table_unref (self->orders);
  g_ptr_array_unref (self->subjects);
  g_strfreev (self->words);

  G_OBJECT_CLASS (steppe_statements_page_parent_class)->finalize (object);
}

static void
steppe_statements_page_class_init (SteppeStatementsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = steppe_statements_page_dispose;
  object_class->finalize = steppe_statements_page_finalize;

  /**
   * SteppeStatementsPage::open-item:
   * @self: a page
   * @item: a statement, which is selected now
   *
   * The reader wants to read about a statement.
   */
  signals[OPEN_ITEM] = g_signal_new ("open-item", STEPPE_TYPE_STATEMENTS_PAGE, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, STEPPE_TYPE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-statements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeStatementsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, SteppeStatementsPage, subject_choice);
  gtk_widget_class_bind_template_child (widget_class, SteppeStatementsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SteppeStatementsPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
steppe_statements_page_init (SteppeStatementsPage *self)
{
  g_autoptr (GtkListItemFactory) rows = steppe_list_factory_new (self, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb));
  g_autoptr (GtkListItemFactory) headers = steppe_list_factory_new (self, G_CALLBACK (setup_header_cb), G_CALLBACK (bind_header_cb));

  self->orders = g_hash_table_new (g_str_hash, g_str_equal);
  self->subjects = g_ptr_array_new ();
  self->words = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);
}

static void
fill (SteppeStatementsPage *self)
{
  GListModel *statements = steppe_dossier_get_items (self->dossier, STEPPE_ITEM_STATEMENT);
  GtkFilter *filter;
  GtkSortListModel *sorted;

  order_speakers (self, statements);
  fill_subjects (self, statements);
  filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (statements), filter);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (gtk_custom_sorter_new (compare_speakers, self, NULL)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted))));
  filter_changed_cb (self);
}

/**
 * steppe_statements_page_new:
 * @focus: what the reader looks at; it has a dossier
 *
 * Returns: (transfer floating): a page of who says what in its dossier
 */
AdwNavigationPage *
steppe_statements_page_new (SteppeFocus *focus)
{
  SteppeStatementsPage *self = g_object_new (STEPPE_TYPE_STATEMENTS_PAGE, NULL);

  self->focus = g_object_ref (focus);
  self->dossier = g_object_ref (steppe_focus_get_dossier (focus));
  fill (self);
  return ADW_NAVIGATION_PAGE (self);
}
