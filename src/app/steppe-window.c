/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-window.h"

#include "app/steppe-application.h"
#include "app/steppe-window-private.h"
#include "map/steppe-map-view.h"
#include "model/steppe-fold.h"
#include "reader/steppe-contents-pane.h"
#include "reader/steppe-reader-view.h"
#include "reader/steppe-story-panel.h"
#include "timeline/steppe-timeline-view.h"

/**
 * SteppeWindow:
 *
 * A window in which one dossier is read: contents, map, timeline and reading pane side by side
 * where there is room, one at a time where there is not. They share a [class@Focus].
 */
G_DEFINE_FINAL_TYPE (SteppeWindow, steppe_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_READING_FOCUS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/**
 * steppe_window_show_pane:
 * @self: a window that shows a dossier
 * @name: `reader`, `map`, `timeline` or `contents`
 *
 * Shows a pane where panes are shown one at a time, and takes away a sidebar that is over it.
 */
void
steppe_window_show_pane (SteppeWindow *self,
                         const char *name)
{
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  adw_view_stack_set_visible_child_name (self->pane_stack, name);
}

/**
 * steppe_window_open_page:
 * @self: a window that shows a dossier
 * @item: an item of it
 *
 * Selects @item, opens its page and takes the keyboard there.
 */
void
steppe_window_open_page (SteppeWindow *self,
                         SteppeItem *item)
{
  steppe_reader_view_open_page (STEPPE_READER_VIEW (self->reader_view), item);
  steppe_window_show_pane (self, "reader");
  gtk_widget_child_focus (self->reader_view, GTK_DIR_TAB_FORWARD);
}

/* A passage that a search has found, with the words that it was found by. */
static void
show_passage (SteppeWindow *self,
              SteppeNarrative *narrative,
              int passage,
              const char *query)
{
  g_auto (GStrv) words = steppe_fold_query (query);

  steppe_window_show_pane (self, "reader");
  steppe_reader_view_show_passage (STEPPE_READER_VIEW (self->reader_view), narrative, passage);
  steppe_reader_view_mark_words (STEPPE_READER_VIEW (self->reader_view), (const char *const *) words);
}

/* The words of a search stand out for as long as that lasts. */
static void
searching_changed (SteppeWindow *self)
{
  if (!steppe_contents_pane_get_searching (STEPPE_CONTENTS_PANE (self->contents_pane)))
    steppe_reader_view_mark_words (STEPPE_READER_VIEW (self->reader_view), (const char *const[]) { NULL });
}

static void
open_in_suitable_window (SteppeWindow *self,
                         GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (STEPPE_IS_APPLICATION (application))
    steppe_application_open_file (STEPPE_APPLICATION (application), file, self);
  else
    steppe_window_open (self, file);
}

static gboolean
drop_cb (SteppeWindow *self,
         const GValue *value,
         double x,
         double y,
         GtkDropTarget *target)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    open_in_suitable_window (self, l->data);
  return files != NULL;
}

static gboolean
steppe_window_close_request (GtkWindow *window)
{
  SteppeWindow *self = STEPPE_WINDOW (window);

  steppe_window_cancel_opening (self);
  steppe_window_end_story (self);
  steppe_window_save_reading (self);
  steppe_window_save_state (self);
  return GTK_WINDOW_CLASS (steppe_window_parent_class)->close_request (window);
}

static void
steppe_window_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  SteppeWindow *self = STEPPE_WINDOW (object);

  switch (prop_id)
    {
    case PROP_READING_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_window_dispose (GObject *object)
{
  SteppeWindow *self = STEPPE_WINDOW (object);

  steppe_window_cancel_opening (self);
  steppe_window_stop_watching (self);
  steppe_window_drop_story (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_WINDOW);
  g_clear_object (&self->opening);
  g_clear_object (&self->focus);
  g_clear_object (&self->file);
  g_clear_object (&self->settings);
  g_clear_object (&self->reading_style);
  g_clear_pointer (&self->chronology, g_ptr_array_unref);
  g_clear_pointer (&self->to_read, g_free);

  G_OBJECT_CLASS (steppe_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, layouts);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, reading_paned);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, map_paned);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, pane_stack);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, banner_wide);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, banner_narrow);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, title_wide);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, title_narrow);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, contents_pane);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, map_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, timeline_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, reader_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, story_panel);
  gtk_widget_class_bind_template_child (widget_class, SteppeWindow, narrow_breakpoint);
}

static void
steppe_window_class_init (SteppeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = steppe_window_get_property;
  object_class->dispose = steppe_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steppe_window_close_request;

  properties[PROP_READING_FOCUS] = g_param_spec_object ("reading-focus", NULL, NULL, STEPPE_TYPE_FOCUS,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STEPPE_TYPE_CONTENTS_PANE);
  g_type_ensure (STEPPE_TYPE_MAP_VIEW);
  g_type_ensure (STEPPE_TYPE_READER_VIEW);
  g_type_ensure (STEPPE_TYPE_START_PAGE);
  g_type_ensure (STEPPE_TYPE_STORY_PANEL);
  g_type_ensure (STEPPE_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, open_in_suitable_window);
  gtk_widget_class_bind_template_callback (widget_class, steppe_window_open_page);
  gtk_widget_class_bind_template_callback (widget_class, show_passage);
  gtk_widget_class_bind_template_callback (widget_class, searching_changed);
  steppe_window_class_install_actions (widget_class);
}

static void
steppe_window_init (SteppeWindow *self)
{
  GtkDropTarget *drop_target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->focus = steppe_focus_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (drop_target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop_target));
  g_signal_connect_object (self->focus, "notify::selected", G_CALLBACK (steppe_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (steppe_window_look_for_changes), NULL);

  steppe_window_add_shortcuts (self);
  steppe_window_init_story (self);
  if (STEPPE_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  steppe_window_restore_state (self);
  steppe_window_add_setting_actions (self);
  steppe_window_update_actions (self);
}

/**
 * steppe_window_new:
 * @application: (nullable): the program
 *
 * Returns: (transfer none): a window that shows the start page
 */
SteppeWindow *
steppe_window_new (AdwApplication *application)
{
  return g_object_new (STEPPE_TYPE_WINDOW, "application", application, NULL);
}

/**
 * steppe_window_get_reading_focus:
 * @self: a window
 *
 * Returns: (transfer none): what its reader looks at, shared by its panes
 */
SteppeFocus *
steppe_window_get_reading_focus (SteppeWindow *self)
{
  g_return_val_if_fail (STEPPE_IS_WINDOW (self), NULL);

  return self->focus;
}

/**
 * steppe_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the dossier that is open or being opened in it
 */
GFile *
steppe_window_get_file (SteppeWindow *self)
{
  g_return_val_if_fail (STEPPE_IS_WINDOW (self), NULL);

  return self->file;
}
