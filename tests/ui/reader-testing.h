/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "testing.h"

#include "formats/steppe-dossier-reader.h"
#include "reader/steppe-narrative-view.h"
#include "reader/steppe-reader-view.h"

G_BEGIN_DECLS

/* What tests of the reading pane share: a pane of its own in a window, with a dossier whose text is given. */

typedef struct
{
  SteppeFocus *focus;
  SteppeReaderView *reader;
  GtkWidget *window;
} Fixture;

static inline SteppeDossier *
read_dossier (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  SteppeDossier *dossier = steppe_dossier_read_bytes (bytes, NULL, NULL);

  g_assert_nonnull (dossier);
  return dossier;
}

/* Lets the text be laid out, which takes a frame, and be drawn, which takes another. */
static inline void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (fixture->reader));
      gtk_test_widget_wait_for_draw (fixture->window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

static inline void
set_up (Fixture *fixture,
        gconstpointer text)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->focus = steppe_focus_new ();
  fixture->reader = g_object_new (STEPPE_TYPE_READER_VIEW, "focus", fixture->focus, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->reader));
  gtk_window_present (GTK_WINDOW (fixture->window));
  if (text != NULL)
    {
      g_autoptr (SteppeDossier) dossier = read_dossier (text);

      steppe_focus_set_dossier (fixture->focus, dossier);
    }
  settle (fixture);
}

static inline void
tear_down (Fixture *fixture,
           gconstpointer text)
{
  GtkWidget *reader = GTK_WIDGET (fixture->reader);

  g_object_add_weak_pointer (G_OBJECT (reader), (gpointer *) &reader);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (reader);
  g_assert_finalize_object (fixture->focus);
}

static inline GtkWidget *
find (Fixture *fixture,
      GType type)
{
  GtkWidget *found = find_type (GTK_WIDGET (fixture->reader), type);

  g_assert_nonnull (found);
  return found;
}

static inline SteppeItem *
lookup (Fixture *fixture,
        const char *id)
{
  SteppeItem *item = steppe_dossier_lookup (steppe_focus_get_dossier (fixture->focus), id);

  g_assert_nonnull (item);
  return item;
}

static inline const char *
selected_id (Fixture *fixture)
{
  SteppeItem *selected = steppe_focus_get_selected (fixture->focus);

  return selected != NULL ? steppe_item_get_id (selected) : NULL;
}

static inline double
get_scroll (Fixture *fixture)
{
  GtkWidget *view = find (fixture, STEPPE_TYPE_NARRATIVE_VIEW);

  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
}

G_END_DECLS
