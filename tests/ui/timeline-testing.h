/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-event.h"
#include "timeline/steppe-timeline-canvas-private.h"
#include "timeline/steppe-timeline-view.h"

G_BEGIN_DECLS

/* A timeline in a window, for tests. */
typedef struct
{
  SteppeDossier *dossier;
  SteppeFocus *focus;
  GtkWidget *window;
  SteppeTimelineView *view;
  SteppeTimelineCanvas *canvas;
} Fixture;

static inline void
add_event (SteppeDossier *dossier,
           const char *id,
           const char *edtf)
{
  g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_EVENT, id);
  g_autoptr (SteppeDate) date = edtf != NULL ? steppe_date_new (edtf, NULL) : NULL;
  g_autoptr (SteppeText) title = steppe_text_new_plain (id);

  g_assert_true (edtf == NULL || date != NULL);
  g_object_set (item, "title", title, "date", date, NULL);
  g_assert_true (steppe_dossier_add (dossier, item));
}

static inline GtkWidget *
find_type (GtkWidget *widget,
           GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
count_frame_cb (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer user_data)
{
  ++*(guint *) user_data;
  return G_SOURCE_CONTINUE;
}

/* Until layouts have been made and assistive technology has been told. */
static inline void
settle (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  guint n_frames = 0, id = gtk_widget_add_tick_callback (view, count_frame_cb, &n_frames, NULL);

  while (n_frames < 3 || fixture->canvas->marks_source != 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (view, id);
}

static inline void
set_up_sized (Fixture *fixture,
              const char *const *dates,
              int width,
              int height)
{
  *fixture = (Fixture) { steppe_dossier_new (), steppe_focus_new (), gtk_window_new () };
  for (guint i = 0; dates != NULL && dates[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      add_event (fixture->dossier, id, g_str_equal (dates[i], "-") ? NULL : dates[i]);
    }
  fixture->view = g_object_new (STEPPE_TYPE_TIMELINE_VIEW, "focus", fixture->focus, NULL);
  fixture->canvas = STEPPE_TIMELINE_CANVAS (find_type (GTK_WIDGET (fixture->view), STEPPE_TYPE_TIMELINE_CANVAS));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  settle (fixture);
}

static inline void
set_up (Fixture *fixture,
        const char *const *dates)
{
  set_up_sized (fixture, dates, 800, 300);
}

static inline void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
}

static inline SteppeItem *
get_item (Fixture *fixture,
          const char *id)
{
  return steppe_dossier_lookup (fixture->dossier, id);
}

static inline gboolean
is_trigger_of (GtkShortcutTrigger *trigger,
               guint key,
               GdkModifierType modifiers)
{
  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

/* Presses a key on a widget as a user would, through its shortcuts. Returns whether it did anything. */
static inline gboolean
press_on (Fixture *fixture,
          GtkWidget *widget,
          guint key,
          GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; !handled && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (is_trigger_of (gtk_shortcut_get_trigger (shortcut), key, modifiers))
            handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
        }
    }
  settle (fixture);
  return handled;
}

/* Presses a key on the canvas. */
static inline void
press (Fixture *fixture,
       guint key)
{
  press_on (fixture, GTK_WIDGET (fixture->canvas), key, 0);
}

G_END_DECLS
