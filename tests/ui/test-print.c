/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "testing.h"

#include <glib/gstdio.h>

#include "app/steppe-print.h"
#include "app/steppe-window.h"

#define SAMPLE "resource://" STEPPE_RESOURCE_BASE "/dossiers/mongolia-2024.dossier"

static SteppeWindow *window;

static SteppeFocus *
get_focus (void)
{
  return steppe_window_get_reading_focus (window);
}

static SteppeItem *
find_item (const char *id)
{
  return steppe_dossier_lookup (steppe_focus_get_dossier (get_focus ()), id);
}

static void
set_up (gconstpointer *fixture,
        gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (SAMPLE);

  window = steppe_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  steppe_window_open (window, file);
  while (steppe_focus_get_dossier (get_focus ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (gconstpointer *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
text_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static char *
read_clipboard (void)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static char *
dup_text (const char *id)
{
  g_autoptr (SteppeTopic) topic = steppe_topic_new_item (steppe_focus_get_dossier (get_focus ()), find_item (id));

  return steppe_topic_dup_text (topic);
}

/* Copies with an action, and checks that the clipboard has the text of an item then, or for NULL
 * that it has what it had. */
static void
assert_copies (const char *action,
               const char *id,
               const char *copied_id)
{
  g_autofree char *expected = copied_id != NULL ? dup_text (copied_id) : g_strdup ("before");
  g_autofree char *text = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "before");
  gtk_widget_activate_action (GTK_WIDGET (window), action, id != NULL ? "s" : NULL, id);
  text = read_clipboard ();
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy (gconstpointer *fixture,
           gconstpointer data)
{
  assert_copies ("win.copy-item", "arrival", "arrival");
  assert_copies ("win.copy-item", "putin", "putin");
  assert_copies ("win.copy-item", "nothing", NULL);

  assert_copies ("win.copy-selected", NULL, NULL);
  steppe_focus_set_selected (get_focus (), find_item ("talks"));
  assert_copies ("win.copy-selected", NULL, "talks");
  steppe_focus_set_selected (get_focus (), find_item ("putin"));
  assert_copies ("win.copy-selected", NULL, "putin");
}

static gboolean
is_sensitive (const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean sensitive;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  g_object_ref_sink (button);
  gtk_widget_set_parent (button, GTK_WIDGET (window));
  sensitive = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  g_object_unref (button);
  return sensitive;
}

/* What a menu shows of the actions: what is selected is copied, and something can always be printed. */
static void
test_enabled (gconstpointer *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *selected;
    gboolean may_copy;
  } cases[] = { { NULL, FALSE }, { "arrival", TRUE }, { "putin", TRUE }, { NULL, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      steppe_focus_set_selected (get_focus (), find_item (cases[i].selected));
      g_assert_true (is_sensitive ("win.copy-selected") == cases[i].may_copy);
      g_assert_true (is_sensitive ("win.print"));
    }
}

/* Without a dossier there is nothing to print. */
static void
test_no_dossier (void)
{
  window = steppe_window_new (NULL);
  g_assert_false (is_sensitive ("win.print"));
  g_assert_false (is_sensitive ("win.print-statements"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a tool says of a file, or NULL where there is no such tool. */
static char *
run (const char *tool,
     const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char *[]) { (char *) tool, (char *) path, g_str_equal (tool, "pdftotext") ? (char *) "-" : NULL, NULL }, NULL,
                G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_true (error == NULL || g_error_matches (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT));
  return text;
}

/* Makes a PDF of a sheet about an item instead of printing it. */
static void
export_sheet (const char *id,
              const char *path)
{
  g_autoptr (SteppeTopic) topic = steppe_topic_new_item (steppe_focus_get_dossier (get_focus ()), find_item (id));
  SteppeSheetOptions options = { .sections = STEPPE_SECTIONS_ALL, .language = "en", .text_size = 1 };
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (steppe_paper_from_name (&options.paper, "A5", TRUE));
  operation = steppe_print_operation_new (GTK_WINDOW (window), topic, &options);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window), &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

/* What is printed is the sheet, on the paper that was chosen for it. */
static void
test_export (gconstpointer *fixture,
             gconstpointer data)
{
  static const char *const expected[] = { "Putin in Mongolia, September 2024", "Arrival in Mongolia", "Page 1 of ", "Who Says What", "Sources" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("steppe-print-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *information = NULL;
  const char *rest;

  g_assert_no_error (error);
  export_sheet ("arrival", path);
  text = run ("pdftotext", path);
  information = run ("pdfinfo", path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  if (text == NULL || information == NULL)
    {
      g_test_skip ("pdftotext or pdfinfo is missing");
      return;
    }
  rest = text;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      rest = strstr (rest, expected[i]);
      g_assert_nonnull (rest);
    }
  g_assert_nonnull (strstr (information, "595.276 x 419.528 pts"));
}

int
main (int argc,
      char **argv)
{
  init_ui_test (&argc, &argv);

  g_test_add ("/print/copy", gconstpointer, NULL, set_up, test_copy, tear_down);
  g_test_add ("/print/enabled", gconstpointer, NULL, set_up, test_enabled, tear_down);
  g_test_add_func ("/print/no-dossier", test_no_dossier);
  g_test_add ("/print/export", gconstpointer, NULL, set_up, test_export, tear_down);

  return g_test_run ();
}
