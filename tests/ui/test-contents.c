/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "model/steppe-event.h"
#include "reader/steppe-contents-list.h"
#include "reader/steppe-contents-sections.h"

static void
add_event (SteppeDossier *dossier,
           const char *id,
           const char *edtf)
{
  g_autoptr (SteppeItem) event = steppe_item_new (STEPPE_ITEM_EVENT, id);
  g_autoptr (SteppeDate) date = edtf != NULL ? steppe_date_new (edtf, NULL) : NULL;
  g_autoptr (SteppeText) title = steppe_text_new_plain (id);

  g_object_set (event, "title", title, "date", date, NULL);
  g_assert_true (steppe_dossier_add (dossier, event));
}

static SteppeDossier *
create_dossier (void)
{
  SteppeDossier *dossier = steppe_dossier_new ();

  add_event (dossier, "undated", NULL);
  add_event (dossier, "late", "2024-09-02");
  add_event (dossier, "early", "1939-05-11/1939-09-16");
  add_event (dossier, "open", "../1900");
  add_event (dossier, "middle", "1991");
  return dossier;
}

typedef struct
{
  GtkWidget *window;
  SteppeFocus *focus;
  GtkSelectionModel *selection;
  GtkListView *list_view;
} Fixture;

static GtkListView *
find_list_view (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    return GTK_LIST_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkListView *found = find_list_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  GtkWidget *contents;

  fixture->focus = steppe_focus_new ();
  contents = g_object_new (STEPPE_TYPE_CONTENTS_LIST, "focus", fixture->focus, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 260, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), contents);
  gtk_window_present (GTK_WINDOW (fixture->window));
  steppe_focus_set_dossier (fixture->focus, dossier);
  fixture->list_view = find_list_view (contents);
  fixture->selection = gtk_list_view_get_model (fixture->list_view);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->focus);
}

static const char *
nth_id (Fixture *fixture,
        guint n)
{
  g_autoptr (SteppeItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->selection), n);

  return item != NULL ? steppe_item_get_id (item) : NULL;
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  static const char *const expected[] = { "open", "early", "middle", "late", "undated" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (nth_id (fixture, i), ==, expected[i]);
  g_assert_null (nth_id (fixture, G_N_ELEMENTS (expected)));
}

static void
test_select_here (Fixture *fixture,
                  gconstpointer data)
{
  gtk_selection_model_select_item (fixture->selection, 2, TRUE);
  g_assert_cmpstr (steppe_item_get_id (steppe_focus_get_selected (fixture->focus)), ==, "middle");
}

static void
test_select_elsewhere (Fixture *fixture,
                       gconstpointer data)
{
  SteppeDossier *dossier = steppe_focus_get_dossier (fixture->focus);
  g_autoptr (SteppeItem) actor = steppe_item_new (STEPPE_ITEM_ACTOR, "somebody");

  steppe_focus_set_selected (fixture->focus, steppe_dossier_lookup (dossier, "late"));
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 3));

  steppe_dossier_add (dossier, actor);
  steppe_focus_set_selected (fixture->focus, actor);
  g_assert_false (gtk_selection_model_is_selected (fixture->selection, 3));
  g_assert_true (steppe_focus_get_selected (fixture->focus) == actor);
}

static void
activated_cb (SteppeContentsList *contents,
              SteppeItem *item,
              SteppeItem **activated)
{
  *activated = item;
}

static void
test_activate (Fixture *fixture,
               gconstpointer data)
{
  SteppeItem *activated = NULL;

  g_signal_connect (gtk_window_get_child (GTK_WINDOW (fixture->window)), "activated", G_CALLBACK (activated_cb), &activated);
  g_signal_emit_by_name (fixture->list_view, "activate", 1);
  g_assert_nonnull (activated);
  g_assert_cmpstr (steppe_item_get_id (activated), ==, "early");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == activated);
}

static void
test_no_dossier (Fixture *fixture,
                 gconstpointer data)
{
  steppe_focus_set_dossier (fixture->focus, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->selection)), ==, 0);
}

static void
assert_heading (SteppeContentsStep step,
                const char *edtf,
                const char *heading)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (SteppeItem) event = steppe_item_new (STEPPE_ITEM_EVENT, "event");
  g_autoptr (SteppeDate) date = edtf != NULL ? steppe_date_new (edtf, NULL) : NULL;
  g_autofree char *described = NULL;

  g_object_set (event, "date", date, NULL);
  described = steppe_contents_step_describe (step, steppe_contents_step_get_section (step, STEPPE_EVENT (event), dossier));
  g_assert_cmpstr (described, ==, heading);
}

static void
test_headings (void)
{
  assert_heading (STEPPE_CONTENTS_CENTURY, "1939-05-11", "20th century");
  assert_heading (STEPPE_CONTENTS_DECADE, "1939-05-11", "1930s");
  assert_heading (STEPPE_CONTENTS_YEAR, "1939-05-11", "1939");
  assert_heading (STEPPE_CONTENTS_MONTH, "1939-12-11", "December 1939");
  assert_heading (STEPPE_CONTENTS_DAY, "1939-12-31", "31 December 1939");
  assert_heading (STEPPE_CONTENTS_DAY, "2024-09-02T23:00:00+08:00", "2 September 2024");
  assert_heading (STEPPE_CONTENTS_YEAR, "-0043", "Before the Common Era");
  assert_heading (STEPPE_CONTENTS_YEAR, "../1939", "Open Start");
  assert_heading (STEPPE_CONTENTS_YEAR, "Y12000", "Far Future");
  assert_heading (STEPPE_CONTENTS_YEAR, NULL, "Undated");
}

static SteppeContentsStep
choose_step (const char *const *dates)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (GPtrArray) chronology = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; dates[i] != NULL; i++)
    {
      g_autoptr (SteppeItem) event = steppe_item_new (STEPPE_ITEM_EVENT, "event");
      g_autoptr (SteppeDate) date = steppe_date_new (dates[i], NULL);

      g_object_set (event, "date", date, NULL);
      g_ptr_array_add (chronology, g_steal_pointer (&event));
    }
  return steppe_contents_step_choose (chronology, dossier);
}

/* No heading tells more of a date than is known. */
static void
test_steps (void)
{
  static const char *const days[] = { "2024-09-01", "2024-09-02", "2024-09-02", NULL };
  static const char *const months[] = { "2024-01", "2024-02", "2024-03", NULL };
  static const char *const years[] = { "1921", "1921", "1924", NULL };
  static const char *const mixed[] = { "2024-09", "2024-09-02", "2024-09-03", NULL };

  g_assert_cmpint (choose_step (days), ==, STEPPE_CONTENTS_DAY);
  g_assert_cmpint (choose_step (months), ==, STEPPE_CONTENTS_MONTH);
  g_assert_cmpint (choose_step (years), ==, STEPPE_CONTENTS_YEAR);
  g_assert_cmpint (choose_step (mixed), ==, STEPPE_CONTENTS_MONTH);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/contents/order", test_order);
  ADD ("/contents/select-here", test_select_here);
  ADD ("/contents/select-elsewhere", test_select_elsewhere);
  ADD ("/contents/activate", test_activate);
  ADD ("/contents/no-dossier", test_no_dossier);
#undef ADD
  g_test_add_func ("/contents/headings", test_headings);
  g_test_add_func ("/contents/steps", test_steps);

  return g_test_run ();
}
