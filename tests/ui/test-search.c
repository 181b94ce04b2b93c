/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "formats/steppe-dossier-reader.h"
#include "model/steppe-narrative.h"
#include "reader/steppe-contents-list.h"
#include "reader/steppe-contents-pane.h"
#include "reader/steppe-filter-bar.h"
#include "reader/steppe-filter-dialog.h"
#include "reader/steppe-search-list.h"
#include "reader/steppe-search-model.h"
#include "reader/steppe-statement-card.h"
#include "reader/steppe-statements-page.h"

typedef struct
{
  SteppeFocus *focus;
  SteppeContentsPane *pane;
  GtkWidget *window;
  GString *heard;
} Fixture;

/* Ten events of gas, two of them votes, and one of each kind of other items. */
static SteppeDossier *
create_dossier (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"events\": [");
  g_autoptr (GBytes) bytes = NULL;
  SteppeDossier *dossier;

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (text, "%s{\"id\": \"e%u\", \"title\": \"Gas event %u\", \"date\": \"20%02u\", \"kind\": \"%s\", \"actors\": [{\"actor\": \"kh\"}]}",
                            i > 0 ? ", " : "", i, i, i, i < 2 ? "vote" : "energy");
  g_string_append (text, "], \"actors\": [{\"id\": \"kh\", \"name\": \"Khürelsükh\"}, {\"id\": \"other\", \"name\": \"Other\"}],"
                         " \"statements\": [{\"id\": \"s\", \"speaker\": \"kh\", \"text\": \"Gas will flow\", \"about\": [\"e1\"]},"
                         "  {\"id\": \"t\", \"speaker\": \"other\", \"text\": \"It will not\", \"about\": [\"e1\", \"e2\"], \"disputes\": [\"s\"]},"
                         "  {\"id\": \"u\", \"speaker\": \"other\", \"text\": \"Nor here\", \"about\": [\"e2\"]}],"
                         " \"narratives\": [{\"id\": \"n\", \"title\": \"Story\", \"text\": \"First.\\n\\nThen gas.\"}]}");
  bytes = g_bytes_new (text->str, text->len);
  dossier = steppe_dossier_read_bytes (bytes, NULL, NULL);
  g_assert_nonnull (dossier);
  return dossier;
}

static void
activated_cb (Fixture *fixture,
              SteppeItem *item)
{
  g_string_append_printf (fixture->heard, "open %s ", steppe_item_get_id (item));
}

static void
passage_chosen_cb (Fixture *fixture,
                   SteppeNarrative *narrative,
                   int passage,
                   const char *query)
{
  g_string_append_printf (fixture->heard, "passage %s %d %s ", steppe_item_get_id (STEPPE_ITEM (narrative)), passage, query);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();

  fixture->heard = g_string_new (NULL);
  fixture->focus = steppe_focus_new ();
  steppe_focus_set_dossier (fixture->focus, dossier);
  fixture->pane = g_object_new (STEPPE_TYPE_CONTENTS_PANE, "focus", fixture->focus, NULL);
  g_signal_connect_swapped (fixture->pane, "activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->pane, "passage-chosen", G_CALLBACK (passage_chosen_cb), fixture);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_frames (fixture->window, 2, NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ASSERT_SOON (pane == NULL);
  g_assert_finalize_object (fixture->focus);
  g_string_free (fixture->heard, TRUE);
}

static GtkListView *
get_results (Fixture *fixture)
{
  return GTK_LIST_VIEW (find_type (find_type (GTK_WIDGET (fixture->pane), STEPPE_TYPE_SEARCH_LIST), GTK_TYPE_LIST_VIEW));
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (get_results (fixture)));
}

static void
type_query (Fixture *fixture,
            const char *query)
{
  GtkWidget *entry = find_type (GTK_WIDGET (fixture->pane), GTK_TYPE_SEARCH_ENTRY);

  steppe_contents_pane_begin_search (fixture->pane);
  gtk_editable_set_text (GTK_EDITABLE (entry), query);
}

/* The results as “e0 e1 +5 | s”, sections apart. */
static char *
list_results (Fixture *fixture)
{
  GListModel *model = get_model (fixture);
  GString *list = g_string_new (NULL);
  guint start, end;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SteppeSearchResult) result = g_list_model_get_item (model, i);

      gtk_section_model_get_section (GTK_SECTION_MODEL (model), i, &start, &end);
      if (list->len > 0)
        g_string_append (list, i == start ? " | " : " ");
      if (steppe_search_result_get_item (result) != NULL)
        g_string_append (list, steppe_item_get_id (steppe_search_result_get_item (result)));
      else
        g_string_append_printf (list, "+%u", steppe_search_result_get_n_more (result));
      if (steppe_search_result_get_passage (result) >= 0)
        g_string_append_printf (list, "@%d", steppe_search_result_get_passage (result));
    }
  return g_string_free (list, FALSE);
}

static void
assert_results (Fixture *fixture,
                const char *expected)
{
  g_autofree char *list = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_free (list);
      list = list_results (fixture);
      if (g_str_equal (list, expected))
        return;
      wait_milliseconds (20);
    }
  g_assert_cmpstr (list, ==, expected);
}

static void
activate (Fixture *fixture,
          guint position)
{
  g_signal_emit_by_name (get_results (fixture), "activate", position);
}

static void
test_results (Fixture *fixture,
              gconstpointer data)
{
  type_query (fixture, "GAS");
  assert_results (fixture, "e0 e1 e2 e3 e4 +5 | s | n@1");
  /* The offer lists the rest, and nothing is selected by it. */
  activate (fixture, 5);
  assert_results (fixture, "e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 | s | n@1");
  g_assert_null (steppe_focus_get_selected (fixture->focus));
  type_query (fixture, "khurel");
  assert_results (fixture, "s | kh");
  type_query (fixture, "gas nobody");
  assert_results (fixture, "");
}

static void
test_choose (Fixture *fixture,
             gconstpointer data)
{
  type_query (fixture, "gas");
  assert_results (fixture, "e0 e1 e2 e3 e4 +5 | s | n@1");
  /* Going through the results selects, without leaving them. */
  gtk_selection_model_select_item (gtk_list_view_get_model (get_results (fixture)), 6, TRUE);
  g_assert_cmpstr (steppe_item_get_id (steppe_focus_get_selected (fixture->focus)), ==, "s");
  gtk_selection_model_select_item (gtk_list_view_get_model (get_results (fixture)), 7, TRUE);
  g_assert_cmpstr (fixture->heard->str, ==, "passage n 1 gas ");
  activate (fixture, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "passage n 1 gas open e1 ");
  assert_results (fixture, "e0 e1 e2 e3 e4 +5 | s | n@1");
}

/* Enter in the entry opens the first result; ending the search brings the contents back. */
static void
test_entry (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *entry = find_type (GTK_WIDGET (fixture->pane), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *contents = find_type (GTK_WIDGET (fixture->pane), STEPPE_TYPE_CONTENTS_LIST);

  type_query (fixture, "event 3");
  assert_results (fixture, "e3");
  g_assert_false (gtk_widget_get_child_visible (contents));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (fixture->heard->str, ==, "open e3 ");
  g_signal_emit_by_name (entry, "stop-search");
  ASSERT_SOON (gtk_widget_get_child_visible (contents));
  g_assert_false (steppe_contents_pane_get_searching (fixture->pane));
}

/* Another dossier is searched as soon as it is there. */
static void
test_other_dossier (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (SteppeDossier) other = steppe_dossier_new ();

  add_event (other, "gas", "2024");
  type_query (fixture, "gas");
  assert_results (fixture, "e0 e1 e2 e3 e4 +5 | s | n@1");
  steppe_focus_set_dossier (fixture->focus, other);
  assert_results (fixture, "gas");
}

static guint
count_listed (Fixture *fixture)
{
  GtkWidget *contents = find_type (GTK_WIDGET (fixture->pane), STEPPE_TYPE_CONTENTS_LIST);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_type (contents, GTK_TYPE_LIST_VIEW)))));
}

static gboolean
is_chip (GtkWidget *widget,
         gconstpointer label)
{
  return ADW_IS_BUTTON_CONTENT (widget) && g_str_equal (adw_button_content_get_label (ADW_BUTTON_CONTENT (widget)), label);
}

static GtkWidget *
find_chip (Fixture *fixture,
           const char *label)
{
  GtkWidget *content = find_widget (find_type (GTK_WIDGET (fixture->pane), STEPPE_TYPE_FILTER_BAR), is_chip, label);

  return content != NULL ? gtk_widget_get_parent (content) : NULL;
}

static void
test_chips (Fixture *fixture,
            gconstpointer data)
{
  SteppeFilter *filter = steppe_focus_get_filter (fixture->focus);
  GtkWidget *bar = find_type (GTK_WIDGET (fixture->pane), STEPPE_TYPE_FILTER_BAR);

  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpuint (count_listed (fixture), ==, 10);
  steppe_filter_set (filter, STEPPE_FACET_KIND, "vote", TRUE);
  steppe_filter_set (filter, STEPPE_FACET_ACTOR, "kh", TRUE);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  g_assert_nonnull (find_chip (fixture, "Khürelsükh"));
  g_signal_emit_by_name (find_chip (fixture, "Vote"), "clicked");
  g_assert_cmpuint (count_listed (fixture), ==, 10);
  g_assert_null (find_chip (fixture, "Vote"));
  g_signal_emit_by_name (find_chip (fixture, "Khürelsükh"), "clicked");
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
test_span_chip (Fixture *fixture,
                gconstpointer data)
{
  SteppeDossier *dossier = steppe_focus_get_dossier (fixture->focus);
  g_autoptr (SteppeDate) date = steppe_date_new ("2003-02-01/2004-03-02", NULL);
  GtkWidget *chip;

  steppe_focus_set_span (fixture->focus, steppe_date_get_earliest (date), steppe_date_get_latest (date));
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  chip = find_chip (fixture, "1 Feb 2003 – 2 Mar 2004");
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  g_assert_false (steppe_focus_get_span (fixture->focus, NULL, NULL));
  g_assert_cmpuint (count_listed (fixture), ==, 10);
  g_assert_true (steppe_focus_get_dossier (fixture->focus) == dossier);
}

static gboolean
is_row_called (GtkWidget *widget,
               gconstpointer title)
{
  return ADW_IS_ACTION_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static void
test_filter_dialog (Fixture *fixture,
                    gconstpointer data)
{
  AdwDialog *dialog = steppe_filter_dialog_new (fixture->focus);
  GtkWidget *row, *check;

  adw_dialog_present (dialog, fixture->window);
  wait_frames (fixture->window, 3, NULL);
  row = find_widget (GTK_WIDGET (dialog), is_row_called, "Kind");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Any");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  ASSERT_SOON (find_widget (GTK_WIDGET (dialog), is_row_called, "Vote") != NULL);
  check = find_type (find_widget (GTK_WIDGET (dialog), is_row_called, "Vote"), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Vote");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpuint (count_listed (fixture), ==, 10);
  adw_dialog_force_close (dialog);
}

static void
test_grouping (Fixture *fixture,
               gconstpointer data)
{
  GtkWidget *contents = find_type (GTK_WIDGET (fixture->pane), STEPPE_TYPE_CONTENTS_LIST);
  GtkSectionModel *model = GTK_SECTION_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_type (contents, GTK_TYPE_LIST_VIEW))));
  guint start, end;

  steppe_focus_set_selected (fixture->focus, steppe_dossier_lookup (steppe_focus_get_dossier (fixture->focus), "e1"));
  steppe_contents_pane_set_grouping (fixture->pane, STEPPE_CONTENTS_BY_KIND);
  gtk_section_model_get_section (model, 0, &start, &end);
  g_assert_cmpuint (end, ==, 8);
  gtk_section_model_get_section (model, 8, &start, &end);
  g_assert_cmpuint (start, ==, 8);
  g_assert_cmpuint (end, ==, 10);
  /* What is selected is so in its new place. */
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model), 9));
}

static gboolean
is_label_called (GtkWidget *widget,
                 gconstpointer words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

/* Headings count what is under them, also when filters have taken rows and whole sections away. */
static void
test_headings (Fixture *fixture,
               gconstpointer data)
{
  SteppeFilter *filter = steppe_focus_get_filter (fixture->focus);
  GtkWidget *contents = find_type (GTK_WIDGET (fixture->pane), STEPPE_TYPE_CONTENTS_LIST);
  g_autoptr (SteppeDate) date = steppe_date_new ("2007/2008", NULL);

  steppe_contents_pane_set_grouping (fixture->pane, STEPPE_CONTENTS_BY_KIND);
  ASSERT_SOON (find_widget (contents, is_label_called, "Energy · 8") != NULL);
  g_assert_nonnull (find_widget (contents, is_label_called, "Vote · 2"));
  steppe_filter_set (filter, STEPPE_FACET_KIND, "vote", TRUE);
  ASSERT_SOON (find_widget (contents, is_label_called, "Energy · 8") == NULL);
  g_assert_nonnull (find_widget (contents, is_label_called, "Vote · 2"));
  steppe_filter_clear (filter);
  steppe_focus_set_span (fixture->focus, steppe_date_get_earliest (date), steppe_date_get_latest (date));
  ASSERT_SOON (find_widget (contents, is_label_called, "Energy · 2") != NULL);
  steppe_focus_include_all (fixture->focus);
  ASSERT_SOON (find_widget (contents, is_label_called, "Energy · 8") != NULL);
}

/* Who says what */

static void
statement_opened_cb (Fixture *fixture,
                     SteppeItem *item)
{
  g_string_append_printf (fixture->heard, "read %s ", steppe_item_get_id (item));
}

static char *
list_statements (GtkWidget *page)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_type (page, GTK_TYPE_LIST_VIEW))));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SteppeItem) item = g_list_model_get_item (model, i);

      g_string_append (ids, steppe_item_get_id (item));
    }
  return g_string_free (ids, FALSE);
}

static void
assert_statements (GtkWidget *page,
                   const char *expected)
{
  g_autofree char *ids = list_statements (page);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_statements (Fixture *fixture,
                 gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (GTK_WIDGET (steppe_statements_page_new (fixture->focus)));
  GtkEditable *entry = GTK_EDITABLE (find_type (page, GTK_TYPE_SEARCH_ENTRY));
  GtkDropDown *subjects = GTK_DROP_DOWN (find_type (page, GTK_TYPE_DROP_DOWN));

  g_signal_connect_swapped (page, "open-item", G_CALLBACK (statement_opened_cb), fixture);
  /* Who says most comes first. */
  assert_statements (page, "tus");
  gtk_editable_set_text (entry, "khurel");
  g_signal_emit_by_name (entry, "search-changed");
  assert_statements (page, "s");
  gtk_editable_set_text (entry, "it");
  g_signal_emit_by_name (entry, "search-changed");
  assert_statements (page, "t");
  gtk_editable_set_text (entry, "");
  g_signal_emit_by_name (entry, "search-changed");
  gtk_drop_down_set_selected (subjects, 1);
  assert_statements (page, "ts");
  g_signal_emit_by_name (find_type (page, GTK_TYPE_LIST_VIEW), "activate", 1);
  g_assert_cmpstr (fixture->heard->str, ==, "read s ");
  g_assert_cmpstr (steppe_item_get_id (steppe_focus_get_selected (fixture->focus)), ==, "s");
  g_assert_finalize_object (page);
}

int
main (int argc,
      char *argv[])
{
  init_ui_test (&argc, &argv);

#define ADD(path, func) g_test_add ("/search/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("results", test_results);
  ADD ("choose", test_choose);
  ADD ("entry", test_entry);
  ADD ("other-dossier", test_other_dossier);
  ADD ("chips", test_chips);
  ADD ("span-chip", test_span_chip);
  ADD ("filter-dialog", test_filter_dialog);
  ADD ("grouping", test_grouping);
  ADD ("headings", test_headings);
  ADD ("statements", test_statements);
  return g_test_run ();
}
