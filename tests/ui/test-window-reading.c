/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-testing.h"

#include "app/steppe-reading-state.h"
#include "map/steppe-map-view.h"
#include "reader/steppe-contents-pane.h"
#include "reader/steppe-reader-view.h"
#include "reader/steppe-story-panel.h"

#define HEAD "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"The visit\","
#define EVENTS " \"events\": [{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\", \"kind\": \"vote\"}, {\"id\": \"b\", \"title\": \"B\", \"date\": \"2002\"}"

/* A dossier in a file that tests may change. */
static GFile *
write_dossier (GFile *file,
               const char *text)
{
  g_autoptr (GFileIOStream) stream = NULL;

  if (file == NULL)
    file = g_file_new_tmp ("steppe-XXXXXX.dossier", &stream, NULL);
  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  return file;
}

static SteppeWindow *
open_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return open_window (uri);
}

static SteppeFocus *
get_focus (SteppeWindow *window)
{
  return steppe_window_get_reading_focus (window);
}

static SteppeItem *
lookup (SteppeWindow *window,
        const char *id)
{
  return steppe_dossier_lookup (steppe_focus_get_dossier (get_focus (window)), id);
}

static const char *
selected_id (SteppeWindow *window)
{
  SteppeItem *selected = steppe_focus_get_selected (get_focus (window));

  return selected != NULL ? steppe_item_get_id (selected) : NULL;
}

static const char *
get_layout (SteppeWindow *window)
{
  return adw_multi_layout_view_get_layout_name (ADW_MULTI_LAYOUT_VIEW (find_named (GTK_WIDGET (window), "AdwMultiLayoutView")));
}

static void
do_action (SteppeWindow *window,
           const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), name, NULL);
}

/* The story tells events in the order of time, and leaves everything as it was. */
static void
test_story (void)
{
  SteppeWindow *window = open_window (SAMPLE);
  SteppeStoryPanel *panel;
  g_autoptr (GVariant) before = NULL, after = NULL;
  double longitude, latitude, scale, longitude_after, latitude_after, scale_after;

  wait_for_layout ();
  steppe_focus_set_selected (get_focus (window), lookup (window, "arrival"));
  wait_milliseconds (1500);
  before = steppe_map_view_dup_place (STEPPE_MAP_VIEW (find_named (GTK_WIDGET (window), "SteppeMapView")));
  do_action (window, "win.tell-story");
  wait_for_layout ();
  g_assert_cmpstr (get_layout (window), ==, "story");
  g_assert_cmpstr (selected_id (window), ==, "arrival");
  panel = STEPPE_STORY_PANEL (find_named (GTK_WIDGET (window), "SteppeStoryPanel"));
  steppe_story_panel_step (panel, 1);
  g_assert_cmpstr (selected_id (window), !=, "arrival");
  steppe_story_panel_step (panel, -1);
  g_assert_cmpstr (selected_id (window), ==, "arrival");
  steppe_story_panel_go_to_end (panel, FALSE);
  steppe_story_panel_step (panel, -1);
  g_assert_cmpstr (selected_id (window), ==, "revolution-1921");
  steppe_story_panel_set_playing (panel, TRUE);
  g_assert_true (steppe_story_panel_get_playing (panel));
  steppe_story_panel_go_to_end (panel, TRUE);
  g_assert_false (steppe_story_panel_get_playing (panel));

  g_signal_emit_by_name (panel, "closed");
  wait_milliseconds (1000);
  g_assert_cmpstr (get_layout (window), ==, "wide");
  g_assert_cmpstr (selected_id (window), ==, "arrival");
  after = steppe_map_view_dup_place (STEPPE_MAP_VIEW (find_named (GTK_WIDGET (window), "SteppeMapView")));
  g_variant_get (before, "(ddd)", &longitude, &latitude, &scale);
  g_variant_get (after, "(ddd)", &longitude_after, &latitude_after, &scale_after);
  g_assert_cmpfloat_with_epsilon (longitude_after, longitude, 0.1);
  g_assert_cmpfloat_with_epsilon (latitude_after, latitude, 0.1);
  g_assert_cmpfloat_with_epsilon (scale_after, scale, 1e-6);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A file that changes is offered, and read again where the reader is. */
static void
test_reload (void)
{
  g_autoptr (GFile) file = write_dossier (NULL, HEAD EVENTS "]}");
  SteppeWindow *window = open_file (file);

  steppe_focus_set_selected (get_focus (window), lookup (window, "b"));
  g_assert_null (find_named (GTK_WIDGET (window), "AdwToastWidget"));
  write_dossier (file, HEAD EVENTS ", {\"id\": \"c\", \"title\": \"C\", \"date\": \"2003\"}]}");
  ASSERT_SOON (find_named (GTK_WIDGET (window), "AdwToastWidget") != NULL);
  g_assert_null (lookup (window, "c"));
  do_action (window, "win.reload");
  ASSERT_SOON (lookup (window, "c") != NULL);
  g_assert_cmpstr (selected_id (window), ==, "b");

  /* A story ends with the dossier that it is told from. */
  do_action (window, "win.tell-story");
  wait_for_layout ();
  do_action (window, "win.reload");
  wait_while_on_page (window, "loading");
  g_assert_cmpstr (get_layout (window), ==, "wide");
  g_assert_true (steppe_focus_get_selected (get_focus (window)) == lookup (window, "b"));

  /* What cannot be read any more is kept as it was. */
  write_dossier (file, "{");
  do_action (window, "win.reload");
  wait_while_on_page (window, "loading");
  g_assert_cmpstr (shown_page (window), ==, "reading");
  g_assert_nonnull (lookup (window, "c"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_file_delete (file, NULL, NULL);
}

/* Nothing tells of changes to a file that was handed to a sandbox: they are seen when the reader comes back. */
static void
test_reload_from_portal (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", NULL);
  g_autofree char *path = g_build_filename (folder, "a.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *other = GTK_WINDOW (gtk_window_new ());
  SteppeWindow *window;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  write_dossier (file, HEAD EVENTS "]}");
  window = open_file (file);
  ASSERT_SOON (gtk_window_is_active (GTK_WINDOW (window)));
  gtk_window_present (other);
  ASSERT_SOON (gtk_window_is_active (other));
  gtk_window_present (GTK_WINDOW (window));
  ASSERT_SOON (gtk_window_is_active (GTK_WINDOW (window)));
  wait_for_layout ();
  g_assert_null (find_named (GTK_WIDGET (window), "AdwToastWidget"));

  gtk_window_present (other);
  ASSERT_SOON (gtk_window_is_active (other));
  write_dossier (file, HEAD EVENTS ", {\"id\": \"c\", \"title\": \"C\", \"date\": \"2003\"}]}");
  gtk_window_present (GTK_WINDOW (window));
  ASSERT_SOON (find_named (GTK_WIDGET (window), "AdwToastWidget") != NULL);
  do_action (window, "win.reload");
  ASSERT_SOON (lookup (window, "c") != NULL);
  gtk_window_destroy (other);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
close_window (SteppeWindow *window)
{
  GtkWindow *closing = GTK_WINDOW (window);

  g_object_add_weak_pointer (G_OBJECT (closing), (gpointer *) &closing);
  gtk_window_close (closing);
  ASSERT_SOON (closing == NULL);
}

/* Selection, filter and time are those of the last time; what was forgotten is not. */
static void
test_state (void)
{
  g_autoptr (GFile) file = write_dossier (NULL, HEAD EVENTS "]}");
  SteppeWindow *window = open_file (file);
  gint64 earliest, latest;

  wait_for_layout ();
  steppe_focus_set_selected (get_focus (window), lookup (window, "a"));
  steppe_filter_set (steppe_focus_get_filter (get_focus (window)), STEPPE_FACET_KIND, "vote", TRUE);
  steppe_focus_set_span (get_focus (window), 970000000, 990000000);
  close_window (window);

  window = open_file (file);
  g_assert_cmpstr (selected_id (window), ==, "a");
  g_assert_true (steppe_filter_has (steppe_focus_get_filter (get_focus (window)), STEPPE_FACET_KIND, "vote"));
  g_assert_true (steppe_focus_get_span (get_focus (window), &earliest, &latest));
  steppe_reading_state_forget_all ();
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_file (file);
  g_assert_null (selected_id (window));
  g_assert_true (steppe_filter_is_empty (steppe_focus_get_filter (get_focus (window))));
  g_assert_false (steppe_focus_get_span (get_focus (window), NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  g_file_delete (file, NULL, NULL);
}

/* The text goes on where it was left. */
static void
test_position (void)
{
  SteppeWindow *window = open_window (SAMPLE);
  SteppeNarrative *narrative;
  SteppeReaderView *reader;
  double position;

  reader = STEPPE_READER_VIEW (find_named (GTK_WIDGET (window), "SteppeReaderView"));
  wait_for_layout ();
  ASSERT_SOON (gtk_widget_get_height (find_named (GTK_WIDGET (reader), "SteppeNarrativeView")) > 0);
  steppe_reader_view_show_passage (reader, STEPPE_NARRATIVE (lookup (window, "story")), 12);
  ASSERT_SOON (steppe_reader_view_get_position (reader, &narrative) > 0.02);
  wait_milliseconds (600);
  position = steppe_reader_view_get_position (reader, &narrative);
  close_window (window);

  window = open_window (SAMPLE);
  reader = STEPPE_READER_VIEW (find_named (GTK_WIDGET (window), "SteppeReaderView"));
  ASSERT_SOON (ABS (steppe_reader_view_get_position (reader, &narrative) - position) < 0.02);
  gtk_window_destroy (GTK_WINDOW (window));
  steppe_reading_state_forget_all ();
}

static void
test_search (void)
{
  SteppeWindow *window = open_window (SAMPLE);
  SteppeContentsPane *pane;

  wait_for_layout ();
  pane = STEPPE_CONTENTS_PANE (find_named (GTK_WIDGET (window), "SteppeContentsPane"));
  do_action (window, "win.search");
  wait_for_layout ();
  g_assert_true (steppe_contents_pane_get_searching (pane));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (pane)));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Keys change the size of the text within bounds, and 0 the usual one back. */
static void
test_text_size (void)
{
  SteppeWindow *window = open_window (SAMPLE);
  SteppeReadingStyle *style = steppe_reader_view_get_style (STEPPE_READER_VIEW (find_named (GTK_WIDGET (window), "SteppeReaderView")));

  do_action (window, "win.larger-text");
  g_assert_cmpfloat_with_epsilon (steppe_reading_style_get_scale (style), 1.1, 0.001);
  for (guint i = 0; i < 40; i++)
    do_action (window, "win.larger-text");
  g_assert_cmpfloat (steppe_reading_style_get_scale (style), ==, STEPPE_READING_MAX_SCALE);
  do_action (window, "win.usual-text");
  do_action (window, "win.smaller-text");
  g_assert_cmpfloat (steppe_reading_style_get_scale (style), <, 1);
  do_action (window, "win.usual-text");
  g_assert_cmpfloat (steppe_reading_style_get_scale (style), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char *argv[])
{
  init_ui_test (&argc, &argv);

  g_test_add_func ("/window-reading/story", test_story);
  g_test_add_func ("/window-reading/reload", test_reload);
  g_test_add_func ("/window-reading/reload-from-portal", test_reload_from_portal);
  g_test_add_func ("/window-reading/state", test_state);
  g_test_add_func ("/window-reading/position", test_position);
  g_test_add_func ("/window-reading/search", test_search);
  g_test_add_func ("/window-reading/text-size", test_text_size);
  return g_test_run ();
}
