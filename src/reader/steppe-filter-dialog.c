/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-filter-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/steppe-fold.h"

#define WIDTH 400
#define HEIGHT 560
/* With fewer values than this there is nothing to search. */
#define MANY_VALUES 12
/* So many are listed; the others are to be searched for. */
#define MAX_VALUES 100

/**
 * SteppeFilterDialog:
 *
 * Lets the reader choose by what to filter events: for each facet a page with its values. What is chosen takes effect at
 * once.
 */
#define STEPPE_TYPE_FILTER_DIALOG (steppe_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SteppeFilterDialog, steppe_filter_dialog, STEPPE, FILTER_DIALOG, AdwDialog)

struct _SteppeFilterDialog
{
  AdwDialog parent_instance;

  SteppeFocus *focus;
  AdwNavigationView *navigation;
  AdwActionRow *rows[STEPPE_N_FACETS];
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (SteppeFilterDialog, steppe_filter_dialog, ADW_TYPE_DIALOG)

static SteppeFilter *
get_filter (SteppeFilterDialog *self)
{
  return steppe_focus_get_filter (self->focus);
}

/* The page of a facet */

typedef struct
{
  SteppeFilterDialog *dialog; /* which outlives the page */
  SteppeFacet facet;
  GArray *values; /* of SteppeFacetValue */
  GtkListBox *list;
  GtkWidget *stack;
} FacetPage;

static void
facet_page_free (gpointer data)
{
  FacetPage *page = data;

  g_array_unref (page->values);
  g_free (page);
}

static void
check_toggled_cb (GtkCheckButton *check,
                  FacetPage *page)
{
  steppe_filter_set (get_filter (page->dialog), page->facet, g_object_get_data (G_OBJECT (check), "value"), gtk_check_button_get_active (check));
}

static GtkWidget *
create_value_row (FacetPage *page,
                  const SteppeFacetValue *value)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *count = g_strdup_printf ("%'u", value->n_events);
  GtkWidget *count_label = gtk_label_new (count);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value->label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), steppe_filter_has (get_filter (page->dialog), page->facet, value->value));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, value->label, -1);
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value->value), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), page);
  gtk_widget_add_css_class (count_label, "dimmed");
  gtk_widget_add_css_class (count_label, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count_label);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/* Lists the values that have @words in them, or the most frequent of many. */
static void
list_values (FacetPage *page,
             const char *words)
{
  guint n_listed = 0;

  gtk_list_box_remove_all (page->list);
  for (guint i = 0; i < page->values->len && n_listed < MAX_VALUES; i++)
    {
      const SteppeFacetValue *value = &g_array_index (page->values, SteppeFacetValue, i);
      g_autofree char *folded = steppe_fold (value->label);

      if (strstr (folded, words) == NULL)
        continue;
      gtk_list_box_append (page->list, create_value_row (page, value));
      n_listed++;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack), n_listed > 0 ? "list" : "empty");
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   FacetPage *page)
{
  g_autofree char *words = steppe_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));

  list_values (page, words);
}

static GtkWidget *
create_search_entry (FacetPage *page)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_widget_set_margin_start (entry, 12);
  gtk_widget_set_margin_end (entry, 12);
  gtk_widget_set_margin_bottom (entry, 6);
  g_signal_connect (entry, "search-changed", G_CALLBACK (search_changed_cb), page);
  return entry;
}

static GtkWidget *
create_value_list (FacetPage *page)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list = gtk_list_box_new (), *nothing = gtk_label_new (_ ("Nothing found"));

  page->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (page->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, steppe_facet_get_label (page->facet), -1);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "facet-values");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (nothing, "dimmed");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  page->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (page->stack), scrolled, "list");
  gtk_stack_add_named (GTK_STACK (page->stack), nothing, "empty");
  return page->stack;
}

static AdwNavigationPage *
create_facet_page (SteppeFilterDialog *self,
                   SteppeFacet facet)
{
  GtkWidget *view = adw_toolbar_view_new ();
  AdwNavigationPage *navigation_page = adw_navigation_page_new (view, steppe_facet_get_label (facet));
  FacetPage *page = g_new0 (FacetPage, 1);

  *page = (FacetPage) { self, facet, steppe_facet_list_values (facet, steppe_focus_get_dossier (self->focus)) };
  g_object_set_data_full (G_OBJECT (navigation_page), "page", page, facet_page_free);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  if (page->values->len >= MANY_VALUES)
    adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_search_entry (page));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_value_list (page));
  list_values (page, "");
  return navigation_page;
}

/* The page of facets */

static void
row_activated_cb (SteppeFilterDialog *self,
                  AdwActionRow *row)
{
  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    if (self->rows[facet] == row)
      adw_navigation_view_push (self->navigation, create_facet_page (self, facet));
}

static void
update_rows (SteppeFilterDialog *self)
{
  SteppeDossier *dossier = steppe_focus_get_dossier (self->focus);

  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    {
      g_auto (GStrv) values = steppe_filter_list_values (get_filter (self), facet);
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint i = 0; values[i] != NULL; i++)
        {
          g_autofree char *label = steppe_facet_dup_label (facet, values[i], dossier);

          /* Translators: between values that events are filtered by, any of which will do */
          g_string_append_printf (words, "%s%s", i > 0 ? _ (" or ") : "", label);
        }
      adw_action_row_set_subtitle (self->rows[facet], words->len > 0 ? words->str : _ ("Any"));
    }
  gtk_widget_set_sensitive (self->clear_button, !steppe_filter_is_empty (get_filter (self)));
}

static GtkWidget *
create_group (SteppeFilterDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Contents, map and timeline show the events that have one of the chosen values of each."));
  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    {
      GtkWidget *row = adw_action_row_new ();

      self->rows[facet] = ADW_ACTION_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), steppe_facet_get_label (facet));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

static void
clear_cb (SteppeFilterDialog *self)
{
  steppe_filter_clear (get_filter (self));
}

static AdwNavigationPage *
create_facets_page (SteppeFilterDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new (), *header = adw_header_bar_new (), *page = adw_preferences_page_new ();

  self->clear_button = gtk_button_new_with_mnemonic (_ ("_Clear"));
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->clear_button);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_group (self)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  return adw_navigation_page_new (view, _ ("Filter Events"));
}

static void
steppe_filter_dialog_dispose (GObject *object)
{
  g_clear_object (&STEPPE_FILTER_DIALOG (object)->focus);

  G_OBJECT_CLASS (steppe_filter_dialog_parent_class)->dispose (object);
}

static void
steppe_filter_dialog_class_init (SteppeFilterDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steppe_filter_dialog_dispose;
}

static void
steppe_filter_dialog_init (SteppeFilterDialog *self)
{
  GtkWidget *navigation = adw_navigation_view_new ();

  self->navigation = ADW_NAVIGATION_VIEW (navigation);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Filter Events"));
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_content_height (ADW_DIALOG (self), HEIGHT);
  adw_dialog_set_child (ADW_DIALOG (self), navigation);
}

/**
 * steppe_filter_dialog_new:
 * @focus: what the reader looks at; it has a dossier
 *
 * Returns: (transfer floating): a dialog for its filter
 */
AdwDialog *
steppe_filter_dialog_new (SteppeFocus *focus)
{
  SteppeFilterDialog *self = g_object_new (STEPPE_TYPE_FILTER_DIALOG, NULL);

  self->focus = g_object_ref (focus);
  adw_navigation_view_push (self->navigation, create_facets_page (self));
  update_rows (self);
  g_signal_connect_object (get_filter (self), "changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
