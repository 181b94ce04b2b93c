/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-testing.h"

#include <glib/gstdio.h>

#include "app/steppe-sheet-dialog.h"
#include "app/steppe-sheet-page.h"
#include "app/steppe-sheet-preview.h"

typedef struct
{
  SteppeWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->window = open_window (SAMPLE);
  fixture->folder = g_dir_make_tmp ("steppe-sheet-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static SteppeItem *
find_item (Fixture *fixture,
           const char *id)
{
  return steppe_dossier_lookup (steppe_focus_get_dossier (steppe_window_get_reading_focus (fixture->window)), id);
}

static SteppeSheetPreview *
get_preview (SteppeSheetDialog *dialog)
{
  return STEPPE_SHEET_PREVIEW (find_type (GTK_WIDGET (dialog), STEPPE_TYPE_SHEET_PREVIEW));
}

static void
wait_for_sheet (SteppeSheetDialog *dialog)
{
  while (!steppe_sheet_preview_is_complete (get_preview (dialog)))
    g_main_context_iteration (NULL, TRUE);
  wait_frames (GTK_WIDGET (dialog), 3, NULL);
}

static gboolean
does_action (GtkWidget *widget,
             gconstpointer action)
{
  return GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

/* The dialog that is open. The preview does not have the keyboard: it would
 * announce pages then, and the accessibility that tests have does not know how to. */
static SteppeSheetDialog *
get_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  g_assert_true (STEPPE_IS_SHEET_DIALOG (dialog));
  gtk_widget_grab_focus (find_widget (GTK_WIDGET (dialog), does_action, "sheet.print"));
  return STEPPE_SHEET_DIALOG (dialog);
}

/* Opens the dialog for an item. It has laid out the sheet then. */
static SteppeSheetDialog *
open_dialog (Fixture *fixture,
             const char *id)
{
  SteppeSheetDialog *dialog;

  steppe_focus_set_selected (steppe_window_get_reading_focus (fixture->window), find_item (fixture, id));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  dialog = get_dialog (fixture);
  wait_for_sheet (dialog);
  return dialog;
}

/* Opens the dialog for the whole dossier, and does not wait for its many pages. */
static SteppeSheetDialog *
open_dossier_dialog (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  return get_dialog (fixture);
}

static char *
dup_sheet_text (SteppeSheetDialog *dialog)
{
  SteppeSheet *sheet = steppe_sheet_preview_get_sheet (get_preview (dialog));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < steppe_sheet_get_n_pages (sheet); i++)
    {
      g_autofree char *page = steppe_sheet_dup_page_text (sheet, i);

      g_string_append (text, page);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_row_title (GtkWidget *widget,
               gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static GtkWidget *
find_section (SteppeSheetDialog *dialog,
              SteppeSections section)
{
  GtkWidget *row = find_widget (GTK_WIDGET (dialog), has_row_title, steppe_section_get_label (section));

  g_assert_nonnull (row);
  return row;
}

static void
assert_page_label (SteppeSheetDialog *dialog,
                   const char *label)
{
  GtkWidget *page = find_type (GTK_WIDGET (dialog), STEPPE_TYPE_SHEET_PAGE);

  g_assert_nonnull (page);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* The preview has the pages, and says what is on them; there are widgets for those in view alone. */
static void
test_pages (Fixture *fixture,
            gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dialog (fixture, "putin");
  SteppeSheetPreview *preview = get_preview (dialog);
  guint n_pages = steppe_sheet_preview_get_n_pages (preview);
  g_autofree char *label = g_strdup_printf ("Page 1 of %u", n_pages);
  g_autofree char *last_label = g_strdup_printf ("Page %u of %u", n_pages, n_pages);
  g_autofree char *text = steppe_sheet_dup_page_text (steppe_sheet_preview_get_sheet (preview), 0);
  GtkWidget *page = find_type (GTK_WIDGET (preview), STEPPE_TYPE_SHEET_PAGE);
  GtkAdjustment *vadjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (preview));

  g_assert_cmpuint (n_pages, >, 2);
  g_assert_cmpuint (steppe_sheet_preview_get_page (preview), ==, 0);
  assert_page_label (dialog, label);
  g_assert_nonnull (strstr (text, "Vladimir Putin"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);

  gtk_adjustment_set_value (vadjustment, gtk_adjustment_get_upper (vadjustment));
  wait_frames (GTK_WIDGET (dialog), 3, NULL);
  g_assert_cmpuint (steppe_sheet_preview_get_page (preview), >=, n_pages - 2);
  page = gtk_widget_get_last_child (GTK_WIDGET (preview));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, last_label);
  for (page = gtk_widget_get_first_child (GTK_WIDGET (preview)); page != NULL; page = gtk_widget_get_next_sibling (page), n_pages--)
    g_assert_cmpuint (n_pages, >, 0);
  g_assert_cmpuint (n_pages, >, 0);
}

/* What is left out is not on the sheet, nor on the next one. */
static void
test_sections (Fixture *fixture,
               gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dialog (fixture, "arrival");
  g_autofree char *with = dup_sheet_text (dialog);
  g_autofree char *without = NULL;
  g_autofree char *again = NULL;
  const char *label = steppe_section_get_label (STEPPE_SECTION_STATEMENTS);

  g_assert_nonnull (strstr (with, label));
  gtk_widget_activate (find_section (dialog, STEPPE_SECTION_STATEMENTS));
  wait_for_sheet (dialog);
  without = dup_sheet_text (dialog);
  g_assert_null (strstr (without, label));
  adw_dialog_force_close (ADW_DIALOG (dialog));

  dialog = open_dialog (fixture, "arrival");
  again = dup_sheet_text (dialog);
  g_assert_cmpstr (again, ==, without);
  gtk_widget_activate (find_section (dialog, STEPPE_SECTION_STATEMENTS));
  wait_for_sheet (dialog);
  g_free (again);
  again = dup_sheet_text (dialog);
  g_assert_cmpstr (again, ==, with);
}

static gboolean
is_shown (GtkWidget *widget)
{
  return gtk_widget_get_child_visible (widget) && gtk_widget_get_visible (widget);
}

/* Only sections are offered that there can be. */
static void
test_offered_sections (Fixture *fixture,
                       gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dossier_dialog (fixture);

  g_assert_true (is_shown (find_section (dialog, STEPPE_SECTION_MAP)));
  adw_dialog_force_close (ADW_DIALOG (dialog));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print-statements", NULL);
  dialog = get_dialog (fixture);
  g_assert_true (is_shown (find_section (dialog, STEPPE_SECTION_SOURCES)));
  g_assert_false (is_shown (find_section (dialog, STEPPE_SECTION_JOURNEYS)));
}

static void
choose (SteppeSheetDialog *dialog,
        const char *title,
        guint position)
{
  GtkWidget *row = find_widget (GTK_WIDGET (dialog), has_row_title, title);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
  wait_for_sheet (dialog);
}

/* Papers have the sizes they are known for; the sheet is as tall as it was wide once it is turned. */
static void
test_paper (Fixture *fixture,
            gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dialog (fixture, "arrival");
  SteppePaper portrait = *steppe_sheet_get_paper (steppe_sheet_preview_get_sheet (get_preview (dialog)));
  const SteppePaper *landscape;

  choose (dialog, "_Orientation", 1);
  landscape = steppe_sheet_get_paper (steppe_sheet_preview_get_sheet (get_preview (dialog)));
  g_assert_cmpfloat (landscape->width, ==, portrait.height);
  g_assert_cmpfloat (landscape->height, ==, portrait.width);
  choose (dialog, "_Orientation", 0);
}

/* A sheet about something else can be chosen, the time that is shown and the text of the dossier as well. */
static void
test_topics (Fixture *fixture,
             gconstpointer data)
{
  SteppeFocus *focus = steppe_window_get_reading_focus (fixture->window);
  SteppeSheetDialog *dialog;
  static const SteppeTopicKind kinds[] = { STEPPE_TOPIC_ITEM, STEPPE_TOPIC_SPAN, STEPPE_TOPIC_ITEM, STEPPE_TOPIC_STATEMENTS, STEPPE_TOPIC_DOSSIER };
  const gint64 day = G_GINT64_CONSTANT (1725235200); /* 2 September 2024 */

  steppe_focus_set_span (focus, day, day + 2 * 86400 - 1);
  dialog = open_dialog (fixture, "putin");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      choose (dialog, "Fact Sheet _About", i);
      g_assert_cmpint (steppe_topic_get_kind (steppe_sheet_get_topic (steppe_sheet_preview_get_sheet (get_preview (dialog)))), ==, kinds[i]);
    }
}

/* Exporting */

static GFile *
get_file (Fixture *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static gboolean
is_exporting (SteppeSheetDialog *dialog)
{
  GtkWidget *bar = find_type (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR);
  GtkWidget *stack = gtk_widget_get_ancestor (bar, GTK_TYPE_STACK);

  return gtk_widget_is_ancestor (bar, gtk_stack_get_visible_child (GTK_STACK (stack)));
}

static void
test_export (Fixture *fixture,
             gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dialog (fixture, "arrival");
  g_autoptr (GFile) file = get_file (fixture, "sheet.pdf");
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  steppe_sheet_dialog_export (dialog, file);
  g_assert_true (is_exporting (dialog));
  while (is_exporting (dialog))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_named (GTK_WIDGET (dialog), "AdwToastWidget"));
  g_assert_true (g_file_load_contents (file, NULL, &contents, &length, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (contents, "%PDF"));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* What is cancelled leaves nothing behind, which removing the folder shows. */
static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dossier_dialog (fixture);
  g_autoptr (GFile) file = get_file (fixture, "sheet.pdf");

  steppe_sheet_dialog_export (dialog, file);
  g_main_context_iteration (NULL, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "sheet.cancel-export", NULL);
  g_assert_false (is_exporting (dialog));

  /* Closing the dialog cancels at first, too. */
  steppe_sheet_dialog_export (dialog, file);
  adw_dialog_close (ADW_DIALOG (dialog));
  g_assert_false (is_exporting (dialog));
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == ADW_DIALOG (dialog));
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_export_failure (Fixture *fixture,
                     gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dialog (fixture, "arrival");
  g_autoptr (GFile) file = get_file (fixture, "missing/sheet.pdf");

  steppe_sheet_dialog_export (dialog, file);
  while (is_exporting (dialog))
    g_main_context_iteration (NULL, TRUE);
  ASSERT_SOON (find_type (GTK_WIDGET (fixture->window), ADW_TYPE_ALERT_DIALOG) != NULL);
}

/* Keyboard */

/* Tab comes by the preview, the options and what is done with them. */
static void
test_tab (Fixture *fixture,
          gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dialog (fixture, "arrival");
  GtkWidget *to_reach[] = {
    GTK_WIDGET (get_preview (dialog)),
    find_section (dialog, STEPPE_SECTION_MAP),
    find_widget (GTK_WIDGET (dialog), has_row_title, "_Paper"),
    find_widget (GTK_WIDGET (dialog), does_action, "sheet.export"),
    find_widget (GTK_WIDGET (dialog), does_action, "sheet.print"),
  };

  for (guint i = 0; i < 60; i++)
    {
      GtkWidget *focused;

      g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_TAB_FORWARD);
      focused = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      for (guint k = 0; k < G_N_ELEMENTS (to_reach); k++)
        if (to_reach[k] != NULL && focused != NULL && (focused == to_reach[k] || gtk_widget_is_ancestor (focused, to_reach[k])))
          to_reach[k] = NULL;
    }
  for (guint k = 0; k < G_N_ELEMENTS (to_reach); k++)
    g_assert_null (to_reach[k]);
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  SteppeSheetDialog *dialog = open_dialog (fixture, "arrival");
  SteppeSheetPreview *preview = get_preview (dialog);
  GtkAdjustment *vadjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (preview));
  double value;

  g_assert_true (press_shortcut (GTK_WIDGET (preview), GDK_KEY_space, 0));
  value = gtk_adjustment_get_value (vadjustment);
  g_assert_cmpfloat (value, >, 0);
  g_assert_true (press_shortcut (GTK_WIDGET (preview), GDK_KEY_Up, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (vadjustment), <, value);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_assert_true (adw_dialog_close (ADW_DIALOG (dialog)));
  ASSERT_SOON (dialog == NULL);
}

int
main (int argc,
      char **argv)
{
  init_ui_test (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/sheet-dialog/pages", test_pages);
  ADD ("/sheet-dialog/sections", test_sections);
  ADD ("/sheet-dialog/offered-sections", test_offered_sections);
  ADD ("/sheet-dialog/paper", test_paper);
  ADD ("/sheet-dialog/topics", test_topics);
  ADD ("/sheet-dialog/export", test_export);
  ADD ("/sheet-dialog/cancel", test_cancel);
  ADD ("/sheet-dialog/export-failure", test_export_failure);
  ADD ("/sheet-dialog/tab", test_tab);
  ADD ("/sheet-dialog/keys", test_keys);
#undef ADD

  return g_test_run ();
}
