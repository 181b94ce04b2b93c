/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-window-private.h"

/* Pixels. */
#define MIN_END_SIZE 160
#define MIN_OTHER_SIZE 400

/* What a window remembers from one time to the next: its size and how its panes share it. The end
 * child of a divide keeps its size while the window grows, so that size is what is remembered. */

/* The size of a widget along a divide. */
static int
get_length (const SteppeWindowDivide *divide,
            GtkWidget *widget)
{
  return gtk_widget_get_size (widget, gtk_orientable_get_orientation (GTK_ORIENTABLE (divide->paned)));
}

static void
set_least_end_size (const SteppeWindowDivide *divide,
                    int size)
{
  gboolean vertical = gtk_orientable_get_orientation (GTK_ORIENTABLE (divide->paned)) == GTK_ORIENTATION_VERTICAL;

  gtk_widget_set_size_request (gtk_paned_get_end_child (divide->paned), vertical ? -1 : size, vertical ? size : -1);
}

/* Gives the end child its size, or what there is room for. */
static gboolean
apply_divide_cb (GtkWidget *widget,
                 GdkFrameClock *frame_clock,
                 gpointer user_data)
{
  SteppeWindowDivide *divide = user_data;

  divide->length = get_length (divide, widget);
  if (divide->length <= 0)
    return G_SOURCE_CONTINUE;
  divide->tick = 0;
  set_least_end_size (divide, MIN_END_SIZE);
  gtk_paned_set_position (divide->paned, MAX (0, divide->length - divide->size));
  return G_SOURCE_REMOVE;
}

static void
queue_apply (SteppeWindowDivide *divide)
{
  if (divide->tick == 0)
    divide->tick = gtk_widget_add_tick_callback (GTK_WIDGET (divide->paned), apply_divide_cb, divide, NULL);
}

/* The reader has moved a divide, or the window has another size. A window that gets small squeezes the end child; that is
 * not what the reader wants of it. */
static void
position_changed_cb (SteppeWindowDivide *divide)
{
  int length = get_length (divide, GTK_WIDGET (divide->paned)), position = gtk_paned_get_position (divide->paned), least;

  g_object_get (divide->paned, "min-position", &least, NULL);
  if (length != divide->length)
    queue_apply (divide);
  else if (divide->tick == 0 && position > least)
    divide->size = length - position;
}

/* The end child must not ask for more than a window that has its size already can give. */
static void
mapped_cb (SteppeWindowDivide *divide)
{
  int length = get_length (divide, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (divide->paned))));

  if (length > 0 && divide->size > length - MIN_OTHER_SIZE)
    set_least_end_size (divide, MAX (length - MIN_OTHER_SIZE, MIN_END_SIZE));
  queue_apply (divide);
}

/* Until its position is set, a divide gives its end child just what that asks for. */
static void
restore_divide (SteppeWindowDivide *divide,
                GtkPaned *paned,
                int size)
{
  *divide = (SteppeWindowDivide) { paned, size };
  set_least_end_size (divide, size);
  g_signal_connect_swapped (paned, "map", G_CALLBACK (mapped_cb), divide);
  g_signal_connect_swapped (paned, "notify::position", G_CALLBACK (position_changed_cb), divide);
}

static void
bind_reading (SteppeWindow *self)
{
  self->reading_style = steppe_reading_style_new ();
  steppe_reading_style_bind (self->reading_style, self->settings);
  g_object_set (self->reader_view, "style", self->reading_style, NULL);
  g_settings_bind (self->settings, "follow-reading", self->reader_view, "following", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "contents-grouping", self->contents_pane, "grouping", G_SETTINGS_BIND_GET);
}

/**
 * steppe_window_restore_state:
 * @self: a window that is not shown yet
 *
 * Gives it the size and the divides that the last one had.
 */
void
steppe_window_restore_state (SteppeWindow *self)
{
  int width, height;

  self->settings = g_settings_new (STEPPE_APP_ID);
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "show-contents", self->split_view, "show-sidebar", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "timeline-lanes", self->timeline_view, "lanes", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-true-scale", self->timeline_view, "true-scale", G_SETTINGS_BIND_DEFAULT);

  bind_reading (self);
  restore_divide (&self->reading_divide, self->reading_paned, g_settings_get_int (self->settings, "reader-width"));
  restore_divide (&self->map_divide, self->map_paned, g_settings_get_int (self->settings, "timeline-height"));
}

/**
 * steppe_window_save_state:
 * @self: a window that is being closed
 *
 * Remembers its size and divides for the next one.
 */
void
steppe_window_save_state (SteppeWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (!maximized && !gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      int width, height;

      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      g_settings_set (self->settings, "window-size", "(ii)", width, height);
    }
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "reading"))
    return;
  g_settings_set_int (self->settings, "reader-width", self->reading_divide.size);
  g_settings_set_int (self->settings, "timeline-height", self->map_divide.size);
  if (!adw_overlay_split_view_get_collapsed (self->split_view))
    g_settings_set_boolean (self->settings, "show-contents", adw_overlay_split_view_get_show_sidebar (self->split_view));
}
