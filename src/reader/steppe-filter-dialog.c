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
  char *words;
} FacetPage;

static void
facet_page_free (gpointer data)
{
  FacetPage *page = data;

  g_free (page->words);
  g_free (page);
}

static void
check_toggled_cb (GtkCheckButton *check,
                  FacetPage *page)
{
  const char *value = g_object_get_data (G_OBJECT (check), "value");

  if (value != NULL)
    steppe_filter_set (get_filter (page->dialog), page->facet, value, gtk_check_button_get_active (check));
}

static void
setup_value_cb (GtkListItemFactory *factory,
                GtkListItem *list_item,
                FacetPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *check = gtk_check_button_new (), *count = gtk_label_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), page);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (list_item, box);
  /* The keyboard goes to the check button, not to the row around it. */
  gtk_list_item_set_focusable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_value_cb (GtkListItemFactory *factory,
               GtkListItem *list_item,
               FacetPage *page)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GObject *item = gtk_list_item_get_item (list_item);
  const char *value = g_object_get_data (item, "value"), *label = gtk_string_object_get_string (GTK_STRING_OBJECT (item));
  g_autofree char *count = g_strdup_printf ("%'u", GPOINTER_TO_UINT (g_object_get_data (item, "n-events")));

  g_object_set_data (G_OBJECT (check), "value", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), steppe_filter_has (get_filter (page->dialog), page->facet, value));
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value), g_free);
  gtk_label_set_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (check))), label);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (check)), count);
}

static GListModel *
create_values (FacetPage *page)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GArray) values = steppe_facet_list_values (page->facet, steppe_focus_get_dossier (page->dialog->focus));

  for (guint i = 0; i < values->len; i++)
    {
      const SteppeFacetValue *value = &g_array_index (values, SteppeFacetValue, i);
      g_autoptr (GtkStringObject) object = gtk_string_object_new (value->label);

      g_object_set_data_full (G_OBJECT (object), "value", g_strdup (value->value), g_free);
      g_object_set_data (G_OBJECT (object), "n-events", GUINT_TO_POINTER (value->n_events));
      g_list_store_append (store, object);
    }
  return G_LIST_MODEL (store);
}

static gboolean
has_words (gpointer item,
           gpointer user_data)
{
  const FacetPage *page = user_data;
  g_autofree char *folded = steppe_fold (gtk_string_object_get_string (item));

  return strstr (folded, page->words) != NULL;
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   GtkFilter *filter)
{
  FacetPage *page = g_object_get_data (G_OBJECT (entry), "page");

  g_free (page->words);
  page->words = steppe_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static GtkWidget *
create_search_entry (FacetPage *page,
                     GtkFilter *filter)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Search"));
  gtk_widget_set_margin_start (entry, 12);
  gtk_widget_set_margin_end (entry, 12);
  gtk_widget_set_margin_bottom (entry, 6);
  g_object_set_data (G_OBJECT (entry), "page", page);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), filter, G_CONNECT_DEFAULT);
  return entry;
}

static AdwNavigationPage *
create_facet_page (SteppeFilterDialog *self,
                   SteppeFacet facet)
{
  GtkWidget *view = adw_toolbar_view_new (), *scrolled = gtk_scrolled_window_new (), *list_view;
  AdwNavigationPage *navigation_page = adw_navigation_page_new (view, steppe_facet_get_label (facet));
  FacetPage *page = g_new (FacetPage, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkFilter) filter = NULL;
  GListModel *values;
  GtkFilterListModel *filtered;

  *page = (FacetPage) { self, facet, g_strdup ("") };
  g_object_set_data_full (G_OBJECT (navigation_page), "page", page, facet_page_free);
  filter = GTK_FILTER (gtk_custom_filter_new (has_words, page, NULL));
  values = create_values (page);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_value_cb), page);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_value_cb), page);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  if (g_list_model_get_n_items (values) >= MANY_VALUES)
    adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_search_entry (page, filter));
  filtered = gtk_filter_list_model_new (values, g_object_ref (filter));
  list_view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered))), factory);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (list_view), GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, steppe_facet_get_label (facet), -1);
  gtk_widget_add_css_class (list_view, "facet-values");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list_view);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
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
