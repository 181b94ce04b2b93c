/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-testing.h"

#include "reader/steppe-item-page.h"
#include "reader/steppe-statements-page.h"

#define GAP "\\n\\n***\\n\\n"
#define LONG_GAP GAP GAP GAP GAP GAP GAP GAP GAP GAP GAP GAP GAP

/* Three paragraphs far from each other, each about another place. */
static const char text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"The visit\","
    " \"places\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}, {\"id\": \"c\", \"name\": \"C\"}],"
    " \"events\": [{\"id\": \"visit\", \"title\": \"The visit\", \"sources\": [\"paper\"]}, {\"id\": \"talks\", \"title\": \"The talks\"}],"
    " \"actors\": [{\"id\": \"guest\", \"name\": \"Guest\"}],"
    " \"statements\": [{\"id\": \"s\", \"speaker\": \"guest\", \"text\": \"So\", \"about\": [\"visit\"]}],"
    " \"sources\": [{\"id\": \"paper\", \"publisher\": \"A Paper\", \"title\": \"They came\", \"date\": \"2024\"}],"
    " \"narratives\": [{\"id\": \"n\", \"title\": \"A story\", \"byline\": \"Editors\", \"text\":"
    " \"They [came](#visit) to [A](#a)." LONG_GAP "In [B](#b) they TALKED; Khürelsükh talked." LONG_GAP "From [C](#c) they left after [talks](#talks)." LONG_GAP "The end.\"},"
    "  {\"id\": \"m\", \"title\": \"Another\", \"text\": \"Short.\"}]}";

static SteppeNarrativeView *
get_view (Fixture *fixture)
{
  return STEPPE_NARRATIVE_VIEW (find (fixture, STEPPE_TYPE_NARRATIVE_VIEW));
}

static char *
get_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (fixture)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static GtkWidget *
get_find_entry (Fixture *fixture)
{
  return find_type (find (fixture, GTK_TYPE_SEARCH_BAR), GTK_TYPE_SEARCH_ENTRY);
}

static void
type_to_find (Fixture *fixture,
              const char *words)
{
  GtkWidget *entry = get_find_entry (fixture);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  settle (fixture);
}

static gboolean
is_label_with (GtkWidget *widget,
               gconstpointer words)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

static gboolean
shows (Fixture *fixture,
       const char *words)
{
  return find_widget (GTK_WIDGET (fixture->reader), is_label_with, words) != NULL;
}

static void
test_find (Fixture *fixture,
           gconstpointer data)
{
  double top;

  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "narrative.find", NULL);
  type_to_find (fixture, "talk");
  g_assert_true (shows (fixture, "1 of 3"));
  top = get_scroll (fixture);
  g_assert_cmpfloat (top, >, 0);
  g_signal_emit_by_name (get_find_entry (fixture), "next-match");
  g_signal_emit_by_name (get_find_entry (fixture), "next-match");
  settle (fixture);
  g_assert_true (shows (fixture, "3 of 3"));
  g_assert_cmpfloat (get_scroll (fixture), >, top);
  /* After the last comes the first. */
  g_signal_emit_by_name (get_find_entry (fixture), "next-match");
  g_assert_true (shows (fixture, "1 of 3"));
  g_signal_emit_by_name (get_find_entry (fixture), "previous-match");
  g_assert_true (shows (fixture, "3 of 3"));
  type_to_find (fixture, "khurelsukh TALK");
  g_assert_true (shows (fixture, "1 of 1"));
  type_to_find (fixture, "nobody");
  g_assert_true (shows (fixture, "Nothing found"));
  g_signal_emit_by_name (get_find_entry (fixture), "stop-search");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_view (fixture))));
}

static void
test_source_marks (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (SteppeReadingStyle) style = steppe_reading_style_new ();
  g_autofree char *with_marks = get_text (fixture), *without = NULL;

  g_assert_nonnull (strstr (with_marks, "They came\u2060¹ to A."));
  steppe_reader_view_set_style (fixture->reader, style);
  g_object_set (style, "source-marks", FALSE, NULL);
  without = get_text (fixture);
  g_assert_nonnull (strstr (without, "They came to A."));
  /* The marks of a source show that it is selected. */
  g_object_set (style, "source-marks", TRUE, NULL);
  g_assert_true (steppe_narrative_view_mentions (get_view (fixture), lookup (fixture, "paper")));
}

static void
select_words (Fixture *fixture,
              const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (fixture)));
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
test_copy_with_source (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *nothing = steppe_narrative_view_dup_selection (get_view (fixture));
  g_autofree char *cited = NULL, *plain = NULL;

  g_assert_null (nothing);
  select_words (fixture, "came\u2060¹ to A");
  cited = steppe_narrative_view_dup_selection (get_view (fixture));
  g_assert_cmpstr (cited, ==, "came\u2060¹ to A\n\nA story\nEditors · from 1 source\n¹ A Paper, They came, 2024");
  select_words (fixture, "they TALKED");
  plain = steppe_narrative_view_dup_selection (get_view (fixture));
  g_assert_cmpstr (plain, ==, "they TALKED\n\nA story\nEditors · from 1 source");
}

static void
test_position (Fixture *fixture,
               gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (fixture)));
  SteppeNarrative *narrative;
  double position;

  g_assert_cmpfloat (steppe_reader_view_get_position (fixture->reader, &narrative), ==, 0);
  steppe_narrative_view_show_block (get_view (fixture), 13);
  settle (fixture);
  position = steppe_reader_view_get_position (fixture->reader, &narrative);
  g_assert_cmpstr (steppe_item_get_id (STEPPE_ITEM (narrative)), ==, "n");
  g_assert_cmpfloat (position, >, 0);
  gtk_adjustment_set_value (adjustment, 0);
  settle (fixture);
  steppe_reader_view_set_position (fixture->reader, narrative, position);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (steppe_reader_view_get_position (fixture->reader, &narrative), position, 0.02);
  /* Another narrative can be gone to as well. */
  steppe_reader_view_set_position (fixture->reader, STEPPE_NARRATIVE (lookup (fixture, "m")), 0);
  settle (fixture);
  steppe_reader_view_get_position (fixture->reader, &narrative);
  g_assert_cmpstr (steppe_item_get_id (STEPPE_ITEM (narrative)), ==, "m");
}

static const char *
page_id (Fixture *fixture)
{
  SteppeItem *item = steppe_reader_view_get_page_item (fixture->reader);

  return item != NULL ? steppe_item_get_id (item) : NULL;
}

static AdwNavigationView *
get_navigation (Fixture *fixture)
{
  return ADW_NAVIGATION_VIEW (find (fixture, ADW_TYPE_NAVIGATION_VIEW));
}

static void
go_forward (Fixture *fixture)
{
  gtk_widget_activate_action (gtk_widget_get_first_child (GTK_WIDGET (fixture->reader)), "reader.forward", NULL);
  settle (fixture);
}

static void
test_back_and_forward (Fixture *fixture,
                       gconstpointer data)
{
  steppe_reader_view_open_page (fixture->reader, lookup (fixture, "visit"));
  steppe_reader_view_open_page (fixture->reader, lookup (fixture, "guest"));
  adw_navigation_view_pop (get_navigation (fixture));
  settle (fixture);
  g_assert_cmpstr (page_id (fixture), ==, "visit");
  g_assert_cmpstr (selected_id (fixture), ==, "visit");
  adw_navigation_view_pop (get_navigation (fixture));
  settle (fixture);
  g_assert_null (page_id (fixture));
  go_forward (fixture);
  g_assert_cmpstr (page_id (fixture), ==, "visit");
  g_assert_cmpstr (selected_id (fixture), ==, "visit");
  go_forward (fixture);
  g_assert_cmpstr (page_id (fixture), ==, "guest");
  /* Another page begins another way: nothing is ahead of it. */
  adw_navigation_view_pop (get_navigation (fixture));
  settle (fixture);
  steppe_reader_view_open_page (fixture->reader, lookup (fixture, "talks"));
  settle (fixture);
  go_forward (fixture);
  g_assert_cmpstr (page_id (fixture), ==, "talks");
}

static void
test_statements (Fixture *fixture,
                 gconstpointer data)
{
  GtkWidget *page;

  steppe_reader_view_open_statements (fixture->reader);
  steppe_reader_view_open_statements (fixture->reader);
  settle (fixture);
  page = find (fixture, STEPPE_TYPE_STATEMENTS_PAGE);
  g_signal_emit_by_name (find_type (page, GTK_TYPE_LIST_VIEW), "activate", 0);
  settle (fixture);
  g_assert_cmpstr (page_id (fixture), ==, "s");
  /* Back lead the statements, and from them the text. */
  adw_navigation_view_pop (get_navigation (fixture));
  settle (fixture);
  g_assert_true (STEPPE_IS_STATEMENTS_PAGE (adw_navigation_view_get_visible_page (get_navigation (fixture))));
  adw_navigation_view_pop (get_navigation (fixture));
  settle (fixture);
  g_assert_false (STEPPE_IS_STATEMENTS_PAGE (adw_navigation_view_get_visible_page (get_navigation (fixture))));
}

static char *
list_passage (Fixture *fixture)
{
  GPtrArray *passage = steppe_focus_get_passage (fixture->focus);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; passage != NULL && i < passage->len; i++)
    g_string_append_printf (ids, "%s ", steppe_item_get_id (g_ptr_array_index (passage, i)));
  return g_string_free (ids, FALSE);
}

static gboolean
is_passage (Fixture *fixture,
            const char *expected)
{
  g_autofree char *ids = list_passage (fixture);

  return g_str_equal (ids, expected);
}

/* Scrolls by hand to where a block is read. */
static void
read_block (Fixture *fixture,
            const char *words)
{
  GtkTextView *view = GTK_TEXT_VIEW (get_view (fixture));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GtkTextIter start, end;
  GdkRectangle area;

  for (guint i = 0; i < 2; i++)
    {
      gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
      g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
      gtk_text_view_get_iter_location (view, &start, &area);
      gtk_adjustment_set_value (adjustment, area.y - 0.25 * gtk_adjustment_get_page_size (adjustment));
      settle (fixture);
    }
}

static void
test_follow (Fixture *fixture,
             gconstpointer data)
{
  /* Without following, nothing is told. */
  read_block (fixture, "In B");
  wait_milliseconds (600);
  g_assert_true (is_passage (fixture, ""));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  steppe_reader_view_set_following (fixture->reader, TRUE);
  ASSERT_SOON (is_passage (fixture, "b "));
  read_block (fixture, "From C");
  /* Not before the text has come to rest. */
  g_assert_true (is_passage (fixture, "b "));
  ASSERT_SOON (is_passage (fixture, "c talks "));
  /* A paragraph without places leaves things as they are. */
  read_block (fixture, "The end");
  wait_milliseconds (600);
  g_assert_true (is_passage (fixture, "c talks "));
  steppe_reader_view_set_following (fixture->reader, FALSE);
  g_assert_true (is_passage (fixture, ""));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* What is gone to because it is selected is no reading; and without animations nothing moves by itself. */
static void
test_follow_gently (Fixture *fixture,
                    gconstpointer data)
{
  steppe_reader_view_set_following (fixture->reader, TRUE);
  read_block (fixture, "In B");
  wait_milliseconds (600);
  g_assert_true (is_passage (fixture, ""));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  ASSERT_SOON (is_passage (fixture, "b "));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "talks"));
  wait_milliseconds (1200);
  g_assert_true (is_passage (fixture, "b "));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
test_show_passage (Fixture *fixture,
                   gconstpointer data)
{
  const char *const words[] = { "talk", NULL };

  steppe_reader_view_open_page (fixture->reader, lookup (fixture, "visit"));
  steppe_reader_view_show_passage (fixture->reader, STEPPE_NARRATIVE (lookup (fixture, "n")), 26);
  steppe_reader_view_mark_words (fixture->reader, words);
  settle (fixture);
  g_assert_null (page_id (fixture));
  g_assert_cmpfloat (get_scroll (fixture), >, 0);
}

int
main (int argc,
      char *argv[])
{
  init_ui_test (&argc, &argv);

#define ADD(path, func) g_test_add ("/reader-text/" path, Fixture, text, set_up, func, tear_down)
  ADD ("find", test_find);
  ADD ("source-marks", test_source_marks);
  ADD ("copy-with-source", test_copy_with_source);
  ADD ("position", test_position);
  ADD ("back-and-forward", test_back_and_forward);
  ADD ("statements", test_statements);
  ADD ("follow", test_follow);
  ADD ("follow-gently", test_follow_gently);
  ADD ("show-passage", test_show_passage);
  return g_test_run ();
}
