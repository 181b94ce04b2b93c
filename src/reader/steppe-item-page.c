/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-item-page.h"

#include <glib/gi18n.h>

#include "model/steppe-event.h"
#include "model/steppe-item-words.h"
#include "model/steppe-link.h"
#include "reader/steppe-item-page-private.h"
#include "widgets/steppe-link-dialog.h"
#include "widgets/steppe-locator-map.h"
#include "widgets/steppe-sign-paintable.h"

/* Of the small map, in pixels. */
#define MAP_WIDTH 600
#define MAP_HEIGHT 150

/**
 * SteppeItemPage:
 *
 * All that the dossier says of one item: when, where, who, how sure it is, who said what about it,
 * what it is tied to, and the sources.
 *
 * Signals: [signal@ItemPage::open-item].
 */
G_DEFINE_FINAL_TYPE (SteppeItemPage, steppe_item_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  OPEN_ITEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * steppe_item_page_open:
 * @self: a page
 * @item: the item that the reader wants to read about
 */
void
steppe_item_page_open (SteppeItemPage *self,
                       SteppeItem *item)
{
  steppe_focus_set_selected (self->focus, item);
  g_signal_emit (self, signals[OPEN_ITEM], 0, item);
}

/**
 * steppe_item_page_begin_group:
 * @title: (nullable): its heading
 *
 * Returns: (transfer floating): a group to add rows to
 */
AdwPreferencesGroup *
steppe_item_page_begin_group (const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  gtk_widget_set_visible (GTK_WIDGET (group), FALSE);
  return group;
}

/**
 * steppe_item_page_end_group:
 * @self: a page
 * @group: (transfer floating): a group, hidden while nothing is in it
 */
void
steppe_item_page_end_group (SteppeItemPage *self,
                            AdwPreferencesGroup *group)
{
  gtk_box_append (self->content, GTK_WIDGET (group));
}

/**
 * steppe_item_page_add_row:
 * @group: a group
 * @title: plain text
 * @subtitle: (nullable): plain text
 *
 * Returns: (transfer none): the new row
 */
GtkWidget *
steppe_item_page_add_row (AdwPreferencesGroup *group,
                          const char *title,
                          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
  return row;
}

/**
 * steppe_item_page_add_fact:
 * @group: a group
 * @title: what the fact is
 * @value: (nullable): the fact; nothing is added without
 */
void
steppe_item_page_add_fact (AdwPreferencesGroup *group,
                           const char *title,
                           const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = steppe_item_page_add_row (group, title, value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
}

static void
item_row_cb (SteppeItemPage *self,
             AdwActionRow *row)
{
  steppe_item_page_open (self, g_object_get_data (G_OBJECT (row), "item"));
}

/**
 * steppe_item_page_add_item:
 * @self: a page
 * @group: a group
 * @item: an item
 * @caption: (nullable): what it is here, such as a role; else when it was is told
 *
 * Adds a row that leads to the page of @item.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
steppe_item_page_add_item (SteppeItemPage *self,
                           AdwPreferencesGroup *group,
                           SteppeItem *item,
                           const char *caption)
{
  g_autofree char *title = steppe_item_dup_title (item, self->dossier);
  g_autofree char *when = caption == NULL ? steppe_item_dup_when (item, self->dossier, STEPPE_DATE_STYLE_LONG) : NULL;
  GtkWidget *row = steppe_item_page_add_row (group, title, caption != NULL ? caption : when);

  if (STEPPE_IS_EVENT (item))
    {
      g_autoptr (GdkPaintable) sign = steppe_sign_paintable_new (steppe_event_get_kind (STEPPE_EVENT (item)),
                                                                 steppe_event_get_status (STEPPE_EVENT (item)));

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_paintable (sign));
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (item_row_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/**
 * steppe_item_page_add_reference:
 * @self: a page
 * @group: a group
 * @id: (nullable): the id of an item
 * @caption: (nullable): what it is here
 *
 * Adds a row for the item with that id, where there is one.
 */
void
steppe_item_page_add_reference (SteppeItemPage *self,
                                AdwPreferencesGroup *group,
                                const char *id,
                                const char *caption)
{
  SteppeItem *item = steppe_dossier_lookup (self->dossier, id);

  if (item != NULL)
    steppe_item_page_add_item (self, group, item, caption);
}

static void
link_row_cb (SteppeItemPage *self,
             AdwActionRow *row)
{
  steppe_link_dialog_open (GTK_WIDGET (self), g_object_get_data (G_OBJECT (row), "uri"));
}

/**
 * steppe_item_page_add_link:
 * @self: a page
 * @group: a group
 * @title: what it leads to
 * @uri: (nullable): an address; without http or https it is text
 */
void
steppe_item_page_add_link (SteppeItemPage *self,
                           AdwPreferencesGroup *group,
                           const char *title,
                           const char *uri)
{
  g_autofree char *host = uri != NULL ? steppe_link_dup_host (uri) : NULL;
  GtkWidget *row;

  if (host == NULL)
    {
      steppe_item_page_add_fact (group, title, uri);
      return;
    }
  row = steppe_item_page_add_row (group, title, host);
  gtk_widget_set_tooltip_text (row, uri);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (uri), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (link_row_cb), self, G_CONNECT_SWAPPED);
}

static void
add_label (SteppeItemPage *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label;

  if (*text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->content, label);
}

static void
add_button (SteppeItemPage *self,
            const char *icon_name,
            const char *tooltip,
            const char *action_name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", steppe_item_get_id (self->item));
  adw_header_bar_pack_end (self->header, button);
}

/* A small map of where the item is, which leads to the large one. */
static void
add_map (SteppeItemPage *self)
{
  g_autoptr (SteppeWhereabouts) whereabouts = steppe_whereabouts_new ();
  GtkWidget *button, *map;

  steppe_whereabouts_add (whereabouts, self->item, self->dossier);
  if (steppe_whereabouts_is_empty (whereabouts))
    return;
  button = gtk_button_new ();
  map = steppe_locator_map_new (g_steal_pointer (&whereabouts), MAP_WIDTH, MAP_HEIGHT);
  gtk_button_set_child (GTK_BUTTON (button), map);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "locator");
  gtk_widget_set_overflow (button, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (button, _ ("Show on the Map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show on the Map"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-on-map");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", steppe_item_get_id (self->item));
  gtk_box_append (self->content, button);
}

static void
fill (SteppeItemPage *self)
{
  g_autofree char *title = steppe_item_dup_title (self->item, self->dossier);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), steppe_item_kind_get_label (steppe_item_get_kind (self->item)));
  add_label (self, title, STEPPE_IS_EVENT (self->item) || steppe_item_get_kind (self->item) == STEPPE_ITEM_ACTOR ? "title-1" : "title-2");
  if (steppe_title_is_descriptive (title))
    add_label (self, steppe_descriptive_title_get_explanation (), "caption");
  add_label (self, steppe_dossier_resolve (self->dossier, steppe_item_get_summary (self->item)), "body");
  steppe_item_page_add_facts (self);
  add_map (self);
  steppe_item_page_add_ties (self);
  steppe_item_page_add_sources (self);
  add_button (self, "document-print-symbolic", _ ("Print…"), "win.print-item");
  add_button (self, "edit-copy-symbolic", _ ("Copy as Text"), "win.copy-item");
}

static void
steppe_item_page_dispose (GObject *object)
{
  SteppeItemPage *self = STEPPE_ITEM_PAGE (object);

  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (steppe_item_page_parent_class)->dispose (object);
}

static void
steppe_item_page_class_init (SteppeItemPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steppe_item_page_dispose;

  /**
   * SteppeItemPage::open-item:
   * @self: a page
   * @item: an item, which is selected now
   *
   * The reader wants to read about another item.
   */
  signals[OPEN_ITEM] = g_signal_new ("open-item", STEPPE_TYPE_ITEM_PAGE, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, STEPPE_TYPE_ITEM);
}

static GtkWidget *
create_forward_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Forward"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.forward");
  return button;
}

static void
steppe_item_page_init (SteppeItemPage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->header = ADW_HEADER_BAR (adw_header_bar_new ());
  adw_header_bar_set_show_start_title_buttons (self->header, FALSE);
  adw_header_bar_set_show_end_title_buttons (self->header, FALSE);
  adw_header_bar_pack_start (self->header, create_forward_button ());
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->content), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->content), 24);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->content));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->header));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

/**
 * steppe_item_page_new:
 * @focus: what the reader looks at
 * @item: an item of its dossier
 *
 * Returns: (transfer floating): a page about @item
 */
AdwNavigationPage *
steppe_item_page_new (SteppeFocus *focus,
                      SteppeItem *item)
{
  SteppeItemPage *self = g_object_new (STEPPE_TYPE_ITEM_PAGE, NULL);

  self->focus = g_object_ref (focus);
  self->dossier = g_object_ref (steppe_focus_get_dossier (focus));
  self->item = g_object_ref (item);
  fill (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * steppe_item_page_get_item:
 * @self: a page
 *
 * Returns: (transfer none): the item it is about
 */
SteppeItem *
steppe_item_page_get_item (SteppeItemPage *self)
{
  g_return_val_if_fail (STEPPE_IS_ITEM_PAGE (self), NULL);

  return self->item;
}
