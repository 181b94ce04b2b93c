/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-window-private.h"

#define MIN_END_SIZE 160 /* pixels */

/* What a window remembers from one time to the next: its size and how its panes share it. The end
 * child of a divide keeps its size while the window grows, so that size is what is remembered. */

static int
divide_length (GtkPaned *paned)
{
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == GTK_ORIENTATION_VERTICAL)
    return gtk_widget_get_height (GTK_WIDGET (paned));
  return gtk_widget_get_width (GTK_WIDGET (paned));
}

static const char *
divide_key (SteppeWindow *self,
            GtkPaned *paned)
{
  return paned == self->reading_paned ? "reader-width" : "timeline-height";
}

static void
set_least_end_size (GtkPaned *paned,
                    int size)
{
  gboolean vertical = gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == GTK_ORIENTATION_VERTICAL;

  gtk_widget_set_size_request (gtk_paned_get_end_child (paned), vertical ? -1 : size, vertical ? size : -1);
}

/* Fixes a divide where the first allocation has put it, and lets its end child be smaller again. */
static gboolean
fix_divide_cb (GtkWidget *widget,
               GdkFrameClock *frame_clock,
               gpointer user_data)
{
  GtkPaned *paned = GTK_PANED (widget);

  if (divide_length (paned) <= 0)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (paned, gtk_paned_get_position (paned));
  set_least_end_size (paned, MIN_END_SIZE);
  return G_SOURCE_REMOVE;
}

static void
divide_mapped_cb (GtkPaned *paned)
{
  g_signal_handlers_disconnect_by_func (paned, divide_mapped_cb, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (paned), fix_divide_cb, NULL, NULL);
}

/* Until its position is set, a divide gives its end child just what that asks for. */
static void
restore_divide (SteppeWindow *self,
                GtkPaned *paned)
{
  set_least_end_size (paned, g_settings_get_int (self->settings, divide_key (self, paned)));
  g_signal_connect (paned, "map", G_CALLBACK (divide_mapped_cb), NULL);
}

static void
save_divide (SteppeWindow *self,
             GtkPaned *paned)
{
  int length = divide_length (paned);

  if (length > 0)
    g_settings_set_int (self->settings, divide_key (self, paned), length - gtk_paned_get_position (paned));
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

  restore_divide (self, self->reading_paned);
  restore_divide (self, self->map_paned);
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
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "reading") &&
      !g_str_equal (adw_multi_layout_view_get_layout_name (self->layouts), "narrow"))
    {
      save_divide (self, self->reading_paned);
      save_divide (self, self->map_paned);
      if (!adw_overlay_split_view_get_collapsed (self->split_view))
        g_settings_set_boolean (self->settings, "show-contents", adw_overlay_split_view_get_show_sidebar (self->split_view));
    }
}
