/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/steppe-application.h"
#include "app/steppe-export.h"
#include "app/steppe-faults-dialog.h"
#include "app/steppe-sheet-dialog.h"
#include "app/steppe-shortcuts-dialog.h"
#include "app/steppe-window-private.h"
#include "formats/steppe-dossier-reader.h"
#include "map/steppe-map-view.h"
#include "model/steppe-event.h"
#include "reader/steppe-contents-pane.h"
#include "reader/steppe-filter-dialog.h"
#include "reader/steppe-reader-view.h"

/* By how much a key makes the text larger. */
#define TEXT_STEP 1.1

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SteppeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    steppe_application_open_file (STEPPE_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file, self);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (error->message));
}

static void
open_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) dossiers = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (dossiers, _ ("Dossiers"));
  gtk_file_filter_add_mime_type (dossiers, STEPPE_DOSSIER_MIME_TYPE);
  gtk_file_filter_add_suffix (dossiers, "dossier");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, dossiers);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _ ("Open a Dossier"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_chosen_cb, g_object_ref (widget));
}

static void
cancel_opening_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  steppe_window_cancel_opening (STEPPE_WINDOW (widget));
}

static void
reload_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  steppe_window_reload (STEPPE_WINDOW (widget));
}

static void
show_faults_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);

  adw_dialog_present (steppe_faults_dialog_new (steppe_focus_get_dossier (self->focus)), widget);
}

static void
show_shortcuts_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  adw_dialog_present (steppe_shortcuts_dialog_new (), widget);
}

static void
select_event (SteppeWindow *self,
              guint n)
{
  if (n < self->chronology->len)
    steppe_focus_set_selected (self->focus, g_ptr_array_index (self->chronology, n));
}

static void
next_event_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  guint n;

  if (g_ptr_array_find (self->chronology, steppe_focus_get_selected (self->focus), &n))
    select_event (self, n + 1);
  else
    select_event (self, 0);
}

static void
previous_event_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  guint n;

  if (g_ptr_array_find (self->chronology, steppe_focus_get_selected (self->focus), &n))
    select_event (self, n - 1);
  else
    select_event (self, self->chronology->len - 1);
}

static void
deselect_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  steppe_focus_set_selected (STEPPE_WINDOW (widget)->focus, NULL);
}

/* Copying and printing */

/* The text to read is in the whole dossier. */
static gboolean
may_be_topic (SteppeItem *item)
{
  return item != NULL && steppe_item_get_kind (item) != STEPPE_ITEM_NARRATIVE;
}

static void
copy_item (SteppeWindow *self,
           SteppeItem *item)
{
  g_autoptr (SteppeTopic) topic = NULL;
  g_autofree char *text = NULL;

  if (!may_be_topic (item))
    return;
  topic = steppe_topic_new_item (steppe_focus_get_dossier (self->focus), item);
  text = steppe_topic_dup_text (topic);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Copied")));
}

static void
print_topic (SteppeWindow *self,
             SteppeTopic *topic)
{
  SteppeSpan span;
  gboolean has_span = steppe_focus_get_span (self->focus, &span.earliest, &span.latest);

  /* One dialog at a time: its own keys are those of the window, too. */
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  adw_dialog_present (steppe_sheet_dialog_new (topic, has_span ? &span : NULL), GTK_WIDGET (self));
}

static void
print_item (SteppeWindow *self,
            SteppeItem *item)
{
  g_autoptr (SteppeTopic) topic = steppe_topic_new_item (steppe_focus_get_dossier (self->focus), item);

  print_topic (self, topic);
}

static void
export_map_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  SteppeDossier *dossier = steppe_focus_get_dossier (self->focus);

  steppe_window_show_pane (self, "map");
  steppe_export_map (STEPPE_MAP_VIEW (self->map_view), steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier)),
                     self->toast_overlay);
}

static SteppeItem *
find_item (SteppeWindow *self,
           GVariant *id)
{
  return steppe_dossier_lookup (steppe_focus_get_dossier (self->focus), g_variant_get_string (id, NULL));
}

static void
copy_item_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  copy_item (STEPPE_WINDOW (widget), find_item (STEPPE_WINDOW (widget), parameter));
}

static void
print_item_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  SteppeItem *item = find_item (self, parameter);

  if (may_be_topic (item))
    print_item (self, item);
}

static void
copy_selected_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  copy_item (STEPPE_WINDOW (widget), steppe_focus_get_selected (STEPPE_WINDOW (widget)->focus));
}

static void
print_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  SteppeItem *selected = steppe_focus_get_selected (self->focus);
  g_autoptr (SteppeTopic) topic = NULL;

  if (may_be_topic (selected))
    {
      print_item (self, selected);
      return;
    }
  topic = steppe_topic_new_dossier (steppe_focus_get_dossier (self->focus));
  print_topic (self, topic);
}

static void
print_statements_cb (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  g_autoptr (SteppeTopic) topic = steppe_topic_new_statements (steppe_focus_get_dossier (self->focus));

  print_topic (self, topic);
}

/* Where panes are shown one at a time, the next one is shown; else the keyboard goes to it. */
static void
next_pane_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  GtkWidget *panes[] = { self->reader_view, self->map_view, self->timeline_view, self->contents_pane };
  static const char *const pages[] = { "reader", "map", "timeline", "contents" };
  GtkWidget *focused = gtk_window_get_focus (GTK_WINDOW (self));
  guint current = G_N_ELEMENTS (panes) - 1;

  for (guint i = 0; focused != NULL && i < G_N_ELEMENTS (panes); i++)
    if (focused == panes[i] || gtk_widget_is_ancestor (focused, panes[i]))
      current = i;
  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      guint next = (current + i) % G_N_ELEMENTS (panes);

      if (g_str_equal (adw_multi_layout_view_get_layout_name (self->layouts), "narrow"))
        adw_view_stack_set_visible_child_name (self->pane_stack, pages[next]);
      if (gtk_widget_get_mapped (panes[next]) && gtk_widget_child_focus (panes[next], GTK_DIR_TAB_FORWARD))
        return;
    }
}

static void
show_contents (SteppeWindow *self)
{
  if (g_str_equal (adw_multi_layout_view_get_layout_name (self->layouts), "narrow"))
    adw_view_stack_set_visible_child_name (self->pane_stack, "contents");
  else
    adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
}

static void
toggle_contents_cb (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  gboolean is_narrow = g_str_equal (adw_multi_layout_view_get_layout_name (self->layouts), "narrow");

  if (!is_narrow && adw_overlay_split_view_get_show_sidebar (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  else
    show_contents (self);
}

static void
toggle_fullscreen_cb (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  g_object_set (widget, "fullscreened", !gtk_window_is_fullscreen (GTK_WINDOW (widget)), NULL);
}

static void
open_page_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  SteppeItem *item = find_item (self, parameter);

  if (item != NULL && steppe_item_get_kind (item) != STEPPE_ITEM_NARRATIVE)
    steppe_window_open_page (self, item);
}

static void
show_on_map_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  SteppeItem *item = find_item (self, parameter);

  if (item == NULL)
    return;
  steppe_focus_set_selected (self->focus, item);
  steppe_window_show_pane (self, "map");
  steppe_map_view_show_item (STEPPE_MAP_VIEW (self->map_view), item);
}

/* The page of the help about the pane that the keyboard is in. */
static void
help_here_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  const struct
  {
    GtkWidget *pane;
    const char *page;
  } pages[] = {
    { self->map_view, "map" },
    { self->timeline_view, "timeline" },
    { self->contents_pane, "find" },
  };
  GtkWidget *focused = gtk_window_get_focus (GTK_WINDOW (self));
  const char *page = "read";

  for (guint i = 0; focused != NULL && i < G_N_ELEMENTS (pages); i++)
    if (focused == pages[i].pane || gtk_widget_is_ancestor (focused, pages[i].pane))
      page = pages[i].page;
  gtk_widget_activate_action (widget, "app.help-about", "s", page);
}

/* Searching and filtering */

static void
search_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);

  show_contents (self);
  steppe_contents_pane_begin_search (STEPPE_CONTENTS_PANE (self->contents_pane));
}

static void
filter_events_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  adw_dialog_present (steppe_filter_dialog_new (STEPPE_WINDOW (widget)->focus), widget);
}

static void
show_all_events_cb (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  steppe_focus_include_all (STEPPE_WINDOW (widget)->focus);
}

/* Reading */

static void
show_statements_cb (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);

  steppe_window_show_pane (self, "reader");
  steppe_reader_view_open_statements (STEPPE_READER_VIEW (self->reader_view));
  gtk_widget_child_focus (self->reader_view, GTK_DIR_TAB_FORWARD);
}

static void
tell_story_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  steppe_window_begin_story (STEPPE_WINDOW (widget));
}

static void
scale_text (SteppeWindow *self,
            double factor)
{
  double scale = factor > 0 ? g_settings_get_double (self->settings, "text-scale") * factor : 1;

  g_settings_set_double (self->settings, "text-scale", CLAMP (round (scale * 100) / 100, STEPPE_READING_MIN_SCALE, STEPPE_READING_MAX_SCALE));
}

static void
larger_text_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  scale_text (STEPPE_WINDOW (widget), TEXT_STEP);
}

static void
smaller_text_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  scale_text (STEPPE_WINDOW (widget), 1 / TEXT_STEP);
}

static void
usual_text_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  scale_text (STEPPE_WINDOW (widget), 0);
}

static void
notify_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  adw_toast_overlay_add_toast (STEPPE_WINDOW (widget)->toast_overlay, adw_toast_new (g_variant_get_string (parameter, NULL)));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType modifiers;
  const char *parameter_type;
} actions[] = {
  { "win.open", open_cb, GDK_KEY_o, GDK_CONTROL_MASK },
  { "win.cancel-opening", cancel_opening_cb },
  { "win.reload", reload_cb, GDK_KEY_r, GDK_CONTROL_MASK },
  { "win.show-faults", show_faults_cb },
  { "win.show-shortcuts", show_shortcuts_cb, GDK_KEY_question, GDK_CONTROL_MASK },
  { "win.help-here", help_here_cb, GDK_KEY_question },
  { "win.next-event", next_event_cb, GDK_KEY_Down, GDK_ALT_MASK },
  { "win.previous-event", previous_event_cb, GDK_KEY_Up, GDK_ALT_MASK },
  { "win.deselect", deselect_cb, GDK_KEY_Escape },
  { "win.copy-item", copy_item_cb, .parameter_type = "s" },
  { "win.print-item", print_item_cb, .parameter_type = "s" },
  { "win.copy-selected", copy_selected_cb, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.print", print_cb, GDK_KEY_p, GDK_CONTROL_MASK },
  { "win.print-statements", print_statements_cb },
  { "win.export-map", export_map_cb, GDK_KEY_e, GDK_CONTROL_MASK },
  { "win.next-pane", next_pane_cb },
  { "win.toggle-contents", toggle_contents_cb, GDK_KEY_F9 },
  { "win.toggle-fullscreen", toggle_fullscreen_cb, GDK_KEY_F11 },
  { "win.open-page", open_page_cb, .parameter_type = "s" },
  { "win.show-on-map", show_on_map_cb, .parameter_type = "s" },
  { "win.search", search_cb, GDK_KEY_f, GDK_CONTROL_MASK },
  { "win.filter-events", filter_events_cb, GDK_KEY_l, GDK_CONTROL_MASK },
  { "win.show-all-events", show_all_events_cb, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.show-statements", show_statements_cb, GDK_KEY_d, GDK_CONTROL_MASK },
  { "win.tell-story", tell_story_cb, GDK_KEY_F5 },
  { "win.larger-text", larger_text_cb, GDK_KEY_plus, GDK_CONTROL_MASK },
  { "win.smaller-text", smaller_text_cb, GDK_KEY_minus, GDK_CONTROL_MASK },
  { "win.usual-text", usual_text_cb, GDK_KEY_0, GDK_CONTROL_MASK },
  { "win.notify", notify_cb, .parameter_type = "s" },
};

/* Further keys for the same, and keys for what all windows can do. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *name;
} other_keys[] = {
  { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.search" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "win.larger-text" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "win.larger-text" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "win.smaller-text" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "win.usual-text" },
};

/**
 * steppe_window_class_install_actions:
 * @widget_class: the class of windows
 *
 * Installs what a window can do, and the keys for it.
 */
void
steppe_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (other_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, other_keys[i].key, other_keys[i].modifiers, other_keys[i].name, NULL);
}

/**
 * steppe_window_add_setting_actions:
 * @self: a window that has its settings
 *
 * Adds the actions that change what is the same in all windows.
 */
void
steppe_window_add_setting_actions (SteppeWindow *self)
{
  static const char *const keys[] = { "contents-grouping", "follow-reading" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

/**
 * steppe_window_add_shortcuts:
 * @self: a window
 *
 * Adds the keys that the window must see before its divides do.
 */
void
steppe_window_add_shortcuts (SteppeWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F6, 0),
                                                          gtk_named_action_new ("win.next-pane")));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * steppe_window_update_actions:
 * @self: a window
 *
 * Enables the actions that make sense in its state.
 */
void
steppe_window_update_actions (SteppeWindow *self)
{
  SteppeDossier *dossier = steppe_focus_get_dossier (self->focus);
  SteppeItem *selected = steppe_focus_get_selected (self->focus);
  guint n_events = self->chronology != NULL ? self->chronology->len : 0;
  gboolean at_first = n_events > 0 && g_ptr_array_index (self->chronology, 0) == (gpointer) selected;
  gboolean at_last = n_events > 0 && g_ptr_array_index (self->chronology, n_events - 1) == (gpointer) selected;
  gboolean has_statements = dossier != NULL && g_list_model_get_n_items (steppe_dossier_get_items (dossier, STEPPE_ITEM_STATEMENT)) > 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.cancel-opening", self->opening != NULL);
  gtk_widget_action_set_enabled (widget, "win.reload", dossier != NULL && self->opening == NULL);
  gtk_widget_action_set_enabled (widget, "win.show-faults", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.next-event", n_events > 0 && !at_last);
  gtk_widget_action_set_enabled (widget, "win.previous-event", n_events > 0 && !at_first);
  gtk_widget_action_set_enabled (widget, "win.deselect", selected != NULL);
  gtk_widget_action_set_enabled (widget, "win.copy-item", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.print-item", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.copy-selected", may_be_topic (selected));
  gtk_widget_action_set_enabled (widget, "win.print", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.print-statements", has_statements);
  gtk_widget_action_set_enabled (widget, "win.export-map", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.next-pane", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.toggle-contents", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.open-page", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-on-map", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.search", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.filter-events", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-all-events", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-statements", has_statements);
  gtk_widget_action_set_enabled (widget, "win.tell-story", n_events > 0 && !steppe_window_is_telling (self));
}
