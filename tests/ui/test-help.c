/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-testing.h"

#include "app/steppe-application.h"
#include "app/steppe-help-page.h"
#include "app/steppe-help-window.h"
#include "app/steppe-shortcuts.h"
#include "paint/steppe-sample.h"
#include "reader/steppe-narrative-view.h"

static const char *const english[] = { "en", NULL };

/* Pages */

static void
test_pages (void)
{
  const char *const *names = steppe_help_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (SteppeHelpPage) page = steppe_help_page_new (names[i], english);
      guint n_links, n_signs;
      const SteppeLink *links = steppe_narrative_text_get_links (steppe_help_page_get_text (page), &n_links);
      const SteppeTextSign *signs = steppe_narrative_text_get_signs (steppe_help_page_get_text (page), &n_signs);

      g_assert_cmpstr (steppe_help_page_get_title (page), !=, "");
      g_assert_cmpuint (n_links, >, 0);
      for (guint j = 0; j < n_links; j++)
        if (links[j].type == STEPPE_LINK_MENTION)
          g_assert_true (g_strv_contains (names, links[j].target));
      for (guint j = 0; j < n_signs; j++)
        g_assert_true (steppe_sample_exists (signs[j].name));
    }
}

static void
test_languages (void)
{
  static const char *const unknown[] = { "xx_YY.UTF-8", "xx", NULL };
  static const char *const british[] = { "xx", "en_GB.UTF-8", "C", NULL };
  g_autoptr (SteppeHelpPage) fallback = steppe_help_page_new ("map", unknown);
  g_autoptr (SteppeHelpPage) page = steppe_help_page_new ("map", british);

  g_assert_cmpstr (steppe_help_page_get_language (fallback), ==, "en");
  g_assert_cmpstr (steppe_help_page_get_language (page), ==, "en");
  g_assert_null (steppe_help_page_new ("no-such-page", english));
}

/* The page on the keyboard has every key that the program tells of. */
static void
test_keys (void)
{
  g_autoptr (SteppeHelpPage) page = steppe_help_page_new ("keys", english);
  const char *plain = steppe_narrative_text_get_plain (steppe_help_page_get_text (page));
  guint n_groups;
  const SteppeShortcutGroup *groups = steppe_shortcuts_get_groups (&n_groups);

  for (guint i = 0; i < n_groups; i++)
    for (guint j = 0; j < groups[i].n_shortcuts; j++)
      {
        g_auto (GStrv) keys = g_strsplit (groups[i].shortcuts[j].accelerators, " ", -1);

        g_assert_nonnull (strstr (plain, groups[i].shortcuts[j].description));
        for (guint k = 0; keys[k] != NULL; k++)
          {
            g_autofree char *label = steppe_shortcut_dup_label (keys[k]);

            g_assert_nonnull (label);
            g_assert_nonnull (strstr (plain, label));
          }
      }
}

/* The window */

static const char *
get_shown_title (SteppeHelpWindow *window)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (find_type (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_VIEW));

  return adw_navigation_page_get_title (adw_navigation_view_get_visible_page (view));
}

static SteppeHelpWindow *
open_help (void)
{
  SteppeHelpWindow *window = steppe_help_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  wait_for_layout ();
  return window;
}

static void
test_each_page_opens (void)
{
  SteppeHelpWindow *window = open_help ();
  GtkListBox *list = GTK_LIST_BOX (find_type (GTK_WIDGET (window), GTK_TYPE_LIST_BOX));
  const char *const *names = steppe_help_get_names ();

  g_assert_cmpstr (steppe_help_window_get_page (window), ==, names[0]);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (SteppeHelpPage) page = steppe_help_page_new (names[i], english);

      g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, (int) i), "activate");
      g_assert_cmpstr (steppe_help_window_get_page (window), ==, names[i]);
      g_assert_cmpstr (get_shown_title (window), ==, steppe_help_page_get_title (page));
      g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, (int) i);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_links (void)
{
  SteppeHelpWindow *window = open_help ();
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (find_type (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_VIEW));
  GtkWidget *text = find_type (GTK_WIDGET (window), STEPPE_TYPE_NARRATIVE_VIEW);

  /* The first link of the first page is to the map. */
  gtk_widget_grab_focus (text);
  gtk_widget_child_focus (text, GTK_DIR_TAB_FORWARD);
  g_signal_emit_by_name (text, "follow");
  ASSERT_SOON (g_str_equal (steppe_help_window_get_page (window), "map"));
  gtk_widget_activate_action (text, "reader.open-link", "s", "#timeline");
  g_assert_cmpstr (steppe_help_window_get_page (window), ==, "timeline");
  gtk_widget_activate_action (text, "reader.open-link", "s", "#no-such-page");
  g_assert_cmpstr (steppe_help_window_get_page (window), ==, "timeline");
  adw_navigation_view_pop (view);
  ASSERT_SOON (g_str_equal (steppe_help_window_get_page (window), "map"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_rows (GtkListBox *list)
{
  guint n = 0;

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, i))) ? 1 : 0;
  return n;
}

static void
test_find (void)
{
  SteppeHelpWindow *window = open_help ();
  GtkListBox *list = GTK_LIST_BOX (find_type (GTK_WIDGET (window), GTK_TYPE_LIST_BOX));
  GtkWidget *entry = find_type (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);

  g_assert_cmpuint (count_rows (list), ==, g_strv_length ((char **) steppe_help_get_names ()));
  gtk_editable_set_text (GTK_EDITABLE (entry), "edtf");
  ASSERT_SOON (count_rows (list) == 1);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (steppe_help_window_get_page (window), ==, "write");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzzzz");
  ASSERT_SOON (count_rows (list) == 0);
  g_signal_emit_by_name (entry, "stop-search");
  ASSERT_SOON (count_rows (list) == g_strv_length ((char **) steppe_help_get_names ()));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_example_buttons (void)
{
  SteppeHelpWindow *window = open_help ();

  g_assert_null (find_type (GTK_WIDGET (window), ADW_TYPE_WRAP_BOX));
  steppe_help_window_show_page (window, "write");
  g_assert_nonnull (find_type (GTK_WIDGET (window), ADW_TYPE_WRAP_BOX));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_close (guint key,
            GdkModifierType modifiers)
{
  SteppeHelpWindow *window = open_help ();

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_true (press_shortcut (GTK_WIDGET (window), key, modifiers));
  ASSERT_SOON (window == NULL);
}

static void
test_close_with_keys (void)
{
  test_close (GDK_KEY_w, GDK_CONTROL_MASK);
  test_close (GDK_KEY_Escape, 0);
}

/* The program */

static SteppeHelpWindow *
find_help (SteppeApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (STEPPE_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* F1 opens the help, once; a question mark tells about the pane that the keyboard is in. */
static void
test_application (void)
{
  SteppeApplication *application = steppe_application_new ();
  g_auto (GStrv) actions = NULL;
  SteppeHelpWindow *help;
  SteppeWindow *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  actions = gtk_application_get_actions_for_accel (GTK_APPLICATION (application), "F1");
  g_assert_cmpuint (g_strv_length (actions), ==, 1);
  g_assert_cmpstr (actions[0], ==, "app.help");

  window = steppe_window_new (ADW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
  help = find_help (application);
  g_assert_nonnull (help);
  g_assert_true (press_shortcut (GTK_WIDGET (window), GDK_KEY_question, 0));
  g_assert_true (find_help (application) == help);
  g_assert_cmpstr (steppe_help_window_get_page (help), ==, "read");
  gtk_widget_activate_action (GTK_WIDGET (window), "app.help-about", "s", "write");
  g_assert_cmpstr (steppe_help_window_get_page (help), ==, "write");

  gtk_window_destroy (GTK_WINDOW (help));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (application);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/help/pages", test_pages);
  g_test_add_func ("/help/languages", test_languages);
  g_test_add_func ("/help/keys", test_keys);
  g_test_add_func ("/help/window/each-page-opens", test_each_page_opens);
  g_test_add_func ("/help/window/links", test_links);
  g_test_add_func ("/help/window/find", test_find);
  g_test_add_func ("/help/window/example-buttons", test_example_buttons);
  g_test_add_func ("/help/window/close-with-keys", test_close_with_keys);
  g_test_add_func ("/help/application", test_application);
  return g_test_run ();
}
