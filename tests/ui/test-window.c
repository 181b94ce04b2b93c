/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-testing.h"

#include "model/steppe-event.h"

static void
test_start (void)
{
  SteppeWindow *window = steppe_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpstr (shown_page (window), ==, "start");
  g_assert_null (steppe_window_get_file (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-event", NULL);
  g_assert_null (steppe_focus_get_selected (steppe_window_get_reading_focus (window)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sample (void)
{
  SteppeWindow *window = open_window (SAMPLE);
  SteppeDossier *dossier = steppe_focus_get_dossier (steppe_window_get_reading_focus (window));

  g_assert_cmpstr (shown_page (window), ==, "reading");
  g_assert_nonnull (dossier);
  g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_faults (dossier)), ==, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Putin in Mongolia, September 2024");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Activates ACTION, and says whether another item is selected then. */
static gboolean
step (SteppeWindow *window,
      const char *action)
{
  SteppeFocus *focus = steppe_window_get_reading_focus (window);
  SteppeItem *before = steppe_focus_get_selected (focus);

  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  return steppe_focus_get_selected (focus) != before;
}

static void
test_step_through_events (void)
{
  SteppeWindow *window = open_window (SAMPLE);
  SteppeFocus *focus = steppe_window_get_reading_focus (window);
  guint n_steps = 0;
  gint64 before = G_MININT64;

  while (step (window, "win.next-event"))
    {
      SteppeItem *selected = steppe_focus_get_selected (focus);

      g_assert_true (STEPPE_IS_EVENT (selected));
      g_assert_cmpint (steppe_date_get_sort_key (steppe_event_get_date (STEPPE_EVENT (selected))), >=, before);
      before = steppe_date_get_sort_key (steppe_event_get_date (STEPPE_EVENT (selected)));
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, 82);
  while (step (window, "win.previous-event"))
    n_steps--;
  g_assert_cmpuint (n_steps, ==, 1);

  g_assert_true (step (window, "win.deselect"));
  g_assert_null (steppe_focus_get_selected (focus));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_choose_sample (void)
{
  SteppeWindow *window = steppe_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  adw_action_row_activate (ADW_ACTION_ROW (find_named (GTK_WIDGET (window), "AdwActionRow")));
  g_assert_cmpstr (shown_page (window), ==, "loading");
  wait_while_on_page (window, "loading");
  g_assert_cmpstr (shown_page (window), ==, "reading");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_unreadable (void)
{
  SteppeWindow *window = open_window ("file:///nowhere/no.dossier");

  g_assert_cmpstr (shown_page (window), ==, "error");
  g_assert_null (steppe_window_get_file (window));
  g_assert_null (steppe_focus_get_dossier (steppe_window_get_reading_focus (window)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_cancel (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri (SAMPLE);
  SteppeWindow *window = steppe_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  steppe_window_open (window, file);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-opening", NULL));
  wait_while_on_page (window, "loading");
  g_assert_cmpstr (shown_page (window), ==, "start");
  g_assert_null (steppe_window_get_file (window));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Of two files opened in haste the later one is shown. */
static void
test_open_another_at_once (void)
{
  g_autoptr (GFile) first = g_file_new_for_uri (SAMPLE);
  g_autoptr (GFile) second = g_file_new_for_uri ("resource://" STEPPE_RESOURCE_BASE "/dossiers/khalkhin-gol-1939.dossier");
  SteppeWindow *window = steppe_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  steppe_window_open (window, first);
  steppe_window_open (window, second);
  wait_while_on_page (window, "loading");
  g_assert_cmpstr (shown_page (window), ==, "reading");
  g_assert_true (steppe_window_get_file (window) == second);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Battles of Khalkhin Gol, 1939");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The panes move from layout to layout; they are not made anew, and what is selected stays so. */
static void
test_narrow_and_back (void)
{
  static const char *const panes[] = { "SteppeContentsList", "SteppeMapView", "SteppeTimelineView", "SteppeReaderView" };
  SteppeWindow *window = open_window (SAMPLE);
  SteppeFocus *focus = steppe_window_get_reading_focus (window);
  AdwMultiLayoutView *layouts = ADW_MULTI_LAYOUT_VIEW (find_named (GTK_WIDGET (window), "AdwMultiLayoutView"));
  GtkWidget *before[G_N_ELEMENTS (panes)];
  SteppeItem *selected;

  wait_for_layout ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.next-event", NULL));
  selected = steppe_focus_get_selected (focus);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      before[i] = find_named (GTK_WIDGET (window), panes[i]);
      g_assert_nonnull (before[i]);
      g_assert_true (gtk_widget_get_mapped (before[i]));
    }

  adw_multi_layout_view_set_layout_name (layouts, "narrow");
  wait_for_layout ();
  g_assert_true (gtk_widget_get_mapped (find_named (GTK_WIDGET (window), "SteppeReaderView")));
  g_assert_false (gtk_widget_get_mapped (find_named (GTK_WIDGET (window), "SteppeMapView")));
  adw_multi_layout_view_set_layout_name (layouts, "wide");
  wait_for_layout ();

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    g_assert_true (find_named (GTK_WIDGET (window), panes[i]) == before[i]);
  g_assert_true (steppe_focus_get_selected (focus) == selected);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The frame takes some of the width. */
static void
resize (SteppeWindow *window,
        int width)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  ASSERT_SOON (ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) <= 20);
}

/* A pane is as wide as the reader wants it wherever there is room for that. */
static void
test_divide (void)
{
  SteppeWindow *window = open_window (SAMPLE);
  GtkWidget *reader = find_named (GTK_WIDGET (window), "SteppeReaderView");
  GtkPaned *paned = GTK_PANED (gtk_widget_get_ancestor (reader, GTK_TYPE_PANED));
  int wanted;

  ASSERT_SOON (gtk_widget_get_width (reader) > 300);
  wait_for_layout ();
  wanted = gtk_widget_get_width (reader);
  for (int i = 0; i < 2; i++)
    {
      resize (window, 670);
      ASSERT_SOON (gtk_widget_get_mapped (reader) && gtk_widget_get_width (reader) < wanted);
      g_assert_true (gtk_widget_get_ancestor (reader, GTK_TYPE_PANED) == GTK_WIDGET (paned));
      resize (window, 360);
      ASSERT_SOON (gtk_widget_get_ancestor (reader, GTK_TYPE_PANED) == NULL);
      resize (window, 670);
      ASSERT_SOON (gtk_widget_get_ancestor (reader, GTK_TYPE_PANED) == GTK_WIDGET (paned));
      resize (window, 1200);
      ASSERT_SOON (gtk_widget_get_width (reader) == wanted);
      wait_for_layout ();
      gtk_paned_set_position (paned, gtk_paned_get_position (paned) - 60);
      wanted += 60;
      ASSERT_SOON (gtk_widget_get_width (reader) == wanted);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A new window is divided as the last one with a dossier was, whatever windows without one are closed after that. */
static void
test_remembers_divide (void)
{
  SteppeWindow *empty = steppe_window_new (NULL);
  SteppeWindow *window = open_window (SAMPLE);
  GtkWidget *reader = find_named (GTK_WIDGET (window), "SteppeReaderView");
  GtkPaned *paned = GTK_PANED (gtk_widget_get_ancestor (reader, GTK_TYPE_PANED));
  int wanted;

  gtk_window_present (GTK_WINDOW (empty));
  ASSERT_SOON (gtk_widget_get_width (reader) > 300);
  wait_for_layout ();
  wanted = gtk_widget_get_width (reader) - 40;
  gtk_paned_set_position (paned, gtk_paned_get_position (paned) + 40);
  ASSERT_SOON (gtk_widget_get_width (reader) == wanted);
  gtk_window_close (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (empty));
  wait_for_layout ();

  window = open_window (SAMPLE);
  reader = find_named (GTK_WIDGET (window), "SteppeReaderView");
  ASSERT_SOON (gtk_widget_get_width (reader) == wanted);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_faults_banner (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "faulty", "ten-faults.dossier", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  SteppeWindow *window = open_window (uri);
  AdwBanner *banner = ADW_BANNER (find_named (GTK_WIDGET (window), "AdwBanner"));

  g_assert_cmpstr (shown_page (window), ==, "reading");
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (g_strstr_len (adw_banner_get_title (banner), -1, "10"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-faults", NULL));
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A closed window leaves nothing behind: the panes, the dossier and the focus go with it. */
static void
test_nothing_left (void)
{
  SteppeWindow *window = open_window (SAMPLE);
  SteppeFocus *focus = g_object_ref (steppe_window_get_reading_focus (window));
  SteppeDossier *dossier = g_object_ref (steppe_focus_get_dossier (focus));
  gpointer map = find_named (GTK_WIDGET (window), "SteppeMapView");
  gpointer reader = find_named (GTK_WIDGET (window), "SteppeReaderView");
  gpointer timeline = find_named (GTK_WIDGET (window), "SteppeTimelineView");

  g_object_add_weak_pointer (map, &map);
  g_object_add_weak_pointer (reader, &reader);
  g_object_add_weak_pointer (timeline, &timeline);
  wait_for_layout ();
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for_layout ();

  g_assert_null (map);
  g_assert_null (reader);
  g_assert_null (timeline);
  g_assert_finalize_object (focus);
  g_assert_finalize_object (dossier);
}

int
main (int argc,
      char **argv)
{
  init_ui_test (&argc, &argv);

  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/step-through-events", test_step_through_events);
  g_test_add_func ("/window/choose-sample", test_choose_sample);
  g_test_add_func ("/window/unreadable", test_unreadable);
  g_test_add_func ("/window/cancel", test_cancel);
  g_test_add_func ("/window/open-another-at-once", test_open_another_at_once);
  g_test_add_func ("/window/narrow-and-back", test_narrow_and_back);
  g_test_add_func ("/window/divide", test_divide);
  g_test_add_func ("/window/remembers-divide", test_remembers_divide);
  g_test_add_func ("/window/faults-banner", test_faults_banner);
  g_test_add_func ("/window/nothing-left", test_nothing_left);

  return g_test_run ();
}
