/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "testing.h"

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

/* Until layouts have been made and assistive technology has been told. */
static inline void
settle (Fixture *fixture)
{
  wait_frames (GTK_WIDGET (fixture->view), 3, &fixture->canvas->marks_source);
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
press_on (Fixture *fixture,
          GtkWidget *widget,
          guint key,
          GdkModifierType modifiers)
{
  gboolean handled = press_shortcut (widget, key, modifiers);

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
