/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-window.h"

/**
 * SteppeWindow:
 *
 * A window in which one dossier is read.
 */
struct _SteppeWindow
{
  AdwApplicationWindow parent_instance;

  SteppeFocus *focus;
};

G_DEFINE_FINAL_TYPE (SteppeWindow, steppe_window, ADW_TYPE_APPLICATION_WINDOW)

static void
steppe_window_dispose (GObject *object)
{
  SteppeWindow *self = STEPPE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_WINDOW);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_window_parent_class)->dispose (object);
}

static void
steppe_window_class_init (SteppeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = steppe_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-window.ui");
}

static void
steppe_window_init (SteppeWindow *self)
{
  self->focus = steppe_focus_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * steppe_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window that shows no dossier yet
 */
SteppeWindow *
steppe_window_new (AdwApplication *application)
{
  return g_object_new (STEPPE_TYPE_WINDOW, "application", application, NULL);
}

/**
 * steppe_window_get_focus_object:
 * @self: a window
 *
 * Returns: (transfer none): what its reader looks at, shared by its panes
 */
SteppeFocus *
steppe_window_get_focus_object (SteppeWindow *self)
{
  g_return_val_if_fail (STEPPE_IS_WINDOW (self), NULL);

  return self->focus;
}
