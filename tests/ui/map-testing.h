/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "testing.h"

#include "formats/steppe-dossier-reader.h"
#include "map/steppe-map-view-private.h"
#include "widgets/steppe-event-popover.h"
#include "widgets/steppe-mark.h"

G_BEGIN_DECLS

/* What tests of the map share: a window with a map and a dossier of the test's own. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  SteppeFocus *focus;
  SteppeDossier *dossier;
} Fixture;

/* Lets the map come to rest. */
static inline void
settle (void)
{
  wait_milliseconds (250);
}

/* Reads the dossier, and makes a map without it in a window that is not shown yet. */
static inline void
map_set_up (Fixture *fixture,
            const char *dossier_text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (dossier_text, strlen (dossier_text));
  g_autoptr (GError) error = NULL;

  fixture->dossier = steppe_dossier_read_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_faults (fixture->dossier)), ==, 0);
  fixture->focus = steppe_focus_new ();
  fixture->view = g_object_new (STEPPE_TYPE_MAP_VIEW, "focus", fixture->focus, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
}

/* Shows the dossier and the window. */
static inline void
map_show (Fixture *fixture)
{
  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  gtk_widget_grab_focus (fixture->view);
}

static inline void
map_tear_down (Fixture *fixture,
               gconstpointer data)
{
  GtkWidget *view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ASSERT_SOON (view == NULL);
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
}

static inline SteppeItem *
lookup (Fixture *fixture,
        const char *id)
{
  SteppeItem *item = steppe_dossier_lookup (fixture->dossier, id);

  g_assert_nonnull (item);
  return item;
}

static inline void
activate (Fixture *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->view, action, NULL));
}

/* The names of the map's marks, in their order. */
static inline GStrv
list_marks (Fixture *fixture)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GtkAccessible) child = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (fixture->view));

  while (STEPPE_IS_MARK (child))
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (child);

      g_strv_builder_add (builder, steppe_mark_get_label (STEPPE_MARK (child)));
      g_object_unref (child);
      child = next;
    }
  return g_strv_builder_end (builder);
}

static inline void
assert_marks (Fixture *fixture,
              const char *const *expected)
{
  g_auto (GStrv) marks = list_marks (fixture);

  g_assert_cmpstrv (marks, expected);
}

static inline gboolean
has_mark (Fixture *fixture,
          const char *label)
{
  g_auto (GStrv) marks = list_marks (fixture);

  return g_strv_contains ((const char *const *) marks, label);
}

/* Whether a widget is the row of an item, named by its id, in a legend; for find_widget(). */
static inline gboolean
is_row_of (GtkWidget *widget,
           gconstpointer id)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_name (widget), id) == 0;
}

typedef struct
{
  const char *path;
  void (*func) (Fixture *fixture, gconstpointer data);
} MapTest;

static inline int
map_run_tests (int *argc,
               char ***argv,
               const MapTest *tests,
               guint n_tests,
               void (*set_up) (Fixture *fixture, gconstpointer data))
{
  init_ui_test (argc, argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, map_tear_down);
  return g_test_run ();
}

G_END_DECLS
