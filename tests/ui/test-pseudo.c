/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-testing.h"

#include <dlfcn.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "app/steppe-about.h"
#include "app/steppe-application.h"
#include "app/steppe-preferences-dialog.h"
#include "sheets/steppe-language.h"
#include "sheets/steppe-sheet-writer.h"

/* The windows in a language that nobody speaks; see pseudo.py, which runs this. Nothing that people see may have plain Latin
 * letters then, and what is longer than in English still has its place. */

/* What a narrow window has within the frame that GTK draws where there is no compositor. */
#define NARROW (360 + 2 * 5) /* px */

/* What is the same in all languages: names, what is written on keys, addresses, files, and what Pango measures letters by. */
static const char *const proper[] = {
  "(?:https?://|www\\.)\\S+|\\S+@\\S+|/\\S+|[\\w-]+(?:[./][\\w-]+)+",
  "(?:Steppe|GeoNames|GSHHG|Wessel and Smith|Natural Earth|QGIS|Unicode, Inc|GNU (?:Lesser )?General Public License)(?![A-Za-z])",
  "(?<![A-Za-z])(?:PDF|SVG|PNG|EDTF|JSON|GeoJSON|UTF-8|English|A[45]|Letter|[IVX]+)(?![A-Za-z])",
  "(?<![A-Za-z])(?:Ctrl|Shift|Alt|Escape|Enter|Return|Backspace|Tab|Space|Home|End|Delete|Menu|Page Up|Page Down)(?![A-Za-z])",
  "The quick brown fox jumps over the lazy dog\\.", NULL
};

typedef struct
{
  char *folder;
  GRegex *proper;
  GHashTable *faults;
  const char *place; /* that is looked at */
  gboolean is_drawing_ours; /* rather than a preview of a sheet, which is in a language that the program speaks */
} Search;

static Search search;

static void
add_fault (const char *what,
           const char *where,
           const char *text)
{
  g_hash_table_add (search.faults, g_strdup_printf ("%s, %s, %s: “%s”", search.place, where, what, text));
}

/* The start page has the samples as they are. */
static gboolean
is_in_samples (const char *text)
{
  static const char *const uris[] = { SAMPLE, "resource://" STEPPE_RESOURCE_BASE "/dossiers/khalkhin-gol-1939.dossier" };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      g_autofree char *contents = NULL;

      g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
      if (strlen (text) > 40 && strstr (contents, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_text (const char *where,
            const char *text)
{
  g_autofree char *rest = NULL;

  if (text == NULL || search.proper == NULL)
    return;
  rest = g_regex_replace (search.proper, text, -1, 0, "", 0, NULL);
  if (rest != NULL && g_regex_match_simple ("[A-Za-z]{2}", rest, 0, 0) && !is_in_samples (text))
    add_fault ("not translated", where, text);
}

/* What is drawn goes through Pango, be it in a widget, on the map, on the timeline or on a sheet. */
void
pango_layout_set_text (PangoLayout *layout,
                       const char *text,
                       int length)
{
  static void (*next) (PangoLayout *, const char *, int);
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);

  if (next == NULL)
    next = (void (*) (PangoLayout *, const char *, int)) dlsym (RTLD_NEXT, "pango_layout_set_text");
  if (search.is_drawing_ours)
    check_text ("drawn", copy);
  next (layout, text, length);
}

/* The path of a widget, as far as it helps to find it. */
static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < 5 && widget != NULL; i++, widget = gtk_widget_get_parent (widget))
    g_string_append_printf (path, "%s%s", i > 0 ? " < " : "", G_OBJECT_TYPE_NAME (widget));
  return g_string_free_and_steal (path);
}

static void
check_strings (GtkWidget *widget)
{
  static const char *const names[] = { "tooltip-text", "placeholder-text", "title", "subtitle", "description" };
  static const GtkAccessibleProperty accessible[] = {
    GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
    GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, GTK_ACCESSIBLE_PROPERTY_HELP_TEXT
  };

  g_autofree char *where = describe (widget);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);
      g_autofree char *text = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING || (pspec->flags & G_PARAM_READABLE) == 0)
        continue;
      g_object_get (widget, names[i], &text, NULL);
      check_text (where, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (accessible); i++)
    if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), accessible[i]))
      {
        g_autofree char *text = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), accessible[i], "");

        check_text (where, text);
      }
}

/* Titles share a header with buttons, the switcher of panes has symbols too, and chips on the map name places of the story. */
static gboolean
may_be_shortened (GtkWidget *widget)
{
  static const char *const names[] = { "AdwWindowTitle", "AdwHeaderBar", "AdwViewSwitcher", "SteppeMapView", NULL };

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_strv_contains (names, G_OBJECT_TYPE_NAME (widget)))
      return TRUE;
  return FALSE;
}

/* Whether a label is wider or higher than its place, or shortened, or beyond an edge of its window. Titles of the story may
 * be shortened. */
static void
check_room (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));
  PangoLayout *layout = gtk_label_get_layout (label);
  g_autofree char *where = describe (widget);
  graphene_rect_t bounds;
  int width, height;

  if (strstr (gtk_label_get_text (label), "⟦") == NULL || gtk_widget_get_width (widget) == 0 || may_be_shortened (widget))
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    add_fault ("shortened", where, gtk_label_get_text (label));
  else if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    add_fault ("clipped", where, gtk_label_get_text (label));
  if (gtk_widget_compute_bounds (widget, window, &bounds) &&
      (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window) + 1))
    add_fault ("beyond the edge", where, gtk_label_get_text (label));
}

/* What libadwaita does not translate itself, and a sheet, which is in a language that the program speaks. */
static gboolean
is_left_out (GtkWidget *widget)
{
  return is_named (widget, "AdwSheetControls") || is_named (widget, "SteppeSheetPage");
}

static void
check_widget (GtkWidget *widget)
{
  if (is_left_out (widget))
    return;
  check_strings (widget);
  if (GTK_IS_LABEL (widget))
    {
      check_text ("label", gtk_label_get_text (GTK_LABEL (widget)));
      if (gtk_widget_get_mapped (widget))
        check_room (GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_widget (child);
}

static void
look_at (SteppeWindow *window,
         const char *place)
{
  wait_for_layout ();
  wait_frames (GTK_WIDGET (window), 3, NULL);
  search.place = place;
  check_widget (GTK_WIDGET (window));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Says what was found. */
static void
report (void)
{
  g_autofree const char **faults = (const char **) g_hash_table_get_keys_as_array (search.faults, NULL);
  guint n = g_hash_table_size (search.faults);

  qsort (faults, n, sizeof *faults, compare);
  for (guint i = 0; i < n; i++)
    g_test_message ("%s", faults[i]);
  if (n > 0)
    g_test_fail ();
  g_hash_table_remove_all (search.faults);
  search.is_drawing_ours = TRUE;
}

static SteppeWindow *
open_sample (void)
{
  g_autofree char *path = g_build_filename (search.folder, "sample.dossier", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  SteppeWindow *window;

  search.place = "opening";
  window = open_window (uri);
  g_assert_cmpstr (shown_page (window), ==, "reading");
  /* Windows remember how large they were. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  wait_for_layout ();
  return window;
}

/* Below a widget that wants to be wider than @width, the innermost one that does. */
static GtkWidget *
find_widest (GtkWidget *widget,
             int width)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > width)
        return find_widest (child, width);
    }
  return widget;
}

/* Makes a window so narrow, if its texts allow. */
static void
make_narrow (SteppeWindow *window,
             const char *place)
{
  search.place = place;
  wait_for_layout ();
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 640);
  for (guint i = 0; i < 40 && gtk_widget_get_width (GTK_WIDGET (window)) > NARROW; i++)
    wait_milliseconds (50);
  if (gtk_widget_get_width (GTK_WIDGET (window)) > NARROW)
    {
      g_autofree char *widest = describe (find_widest (GTK_WIDGET (window), NARROW - 20));

      add_fault ("does not become narrow", widest, place);
    }
}

static void
activate (SteppeWindow *window,
          const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (window), action, NULL))
    g_error ("there is no action %s", action);
}

static gboolean
is_menu_button (GtkWidget *widget,
                gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

/* Opens each menu that can be seen. */
static void
look_at_menus (SteppeWindow *window,
               GtkWidget *widget)
{
  if (is_menu_button (widget, NULL))
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      look_at (window, "menu");
      gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at_menus (window, child);
}

static void
close_dialog (SteppeWindow *window)
{
  gpointer dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  g_assert_nonnull (dialog);
  g_object_add_weak_pointer (dialog, &dialog);
  adw_dialog_force_close (dialog);
  ASSERT_SOON (dialog == NULL);
}

/* Opens each dialog. The last ones draw a sheet, which is in a language that the program speaks. */
static void
look_at_dialogs (SteppeWindow *window)
{
  static const char *const actions[] = { "win.show-shortcuts", "win.filter-events", "win.show-faults", "win.print", "win.print-statements" };

  adw_dialog_present (steppe_about_dialog_new (), GTK_WIDGET (window));
  look_at (window, "about");
  close_dialog (window);
  adw_dialog_present (steppe_preferences_dialog_new (), GTK_WIDGET (window));
  look_at (window, "preferences");
  close_dialog (window);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_has_prefix (actions[i], "win.print"))
        search.is_drawing_ours = FALSE;
      activate (window, actions[i]);
      look_at (window, actions[i]);
      close_dialog (window);
    }
}

/* An item of each kind has a page. */
static void
look_at_pages (SteppeWindow *window)
{
  static const char *const ids[] = { "arrival", "ulaanbaatar", "putin", "s-altantuya-justice", "r-mongolia-icc", "flight-2024", "src-news-report" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      SteppeItem *item = steppe_dossier_lookup (steppe_focus_get_dossier (steppe_window_get_reading_focus (window)), ids[i]);

      g_assert_nonnull (item);
      steppe_focus_set_selected (steppe_window_get_reading_focus (window), item);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-page", "s", ids[i]);
      look_at (window, ids[i]);
    }
  activate (window, "win.show-statements");
  look_at (window, "statements");
}

static void
test_start (void)
{
  SteppeWindow *window = steppe_window_new (NULL);

  search.place = "start";
  gtk_window_present (GTK_WINDOW (window));
  look_at (window, "start");
  look_at_menus (window, GTK_WIDGET (window));
  make_narrow (window, "narrow start");
  look_at (window, "narrow start");
  gtk_window_destroy (GTK_WINDOW (window));
  report ();
}

static void
test_unreadable (void)
{
  SteppeWindow *window = open_window ("file:///nowhere/no.dossier");

  look_at (window, "unreadable");
  make_narrow (window, "narrow unreadable");
  look_at (window, "narrow unreadable");
  gtk_window_destroy (GTK_WINDOW (window));
  report ();
}

static void
test_wide (void)
{
  SteppeWindow *window = open_sample ();

  look_at (window, "wide");
  look_at_menus (window, GTK_WIDGET (window));
  look_at_pages (window);
  activate (window, "win.search");
  look_at (window, "search");
  look_at_dialogs (window);
  gtk_window_destroy (GTK_WINDOW (window));
  report ();
}

static void
test_story (void)
{
  SteppeWindow *window = open_sample ();

  activate (window, "win.tell-story");
  look_at (window, "story");
  make_narrow (window, "narrow story");
  look_at (window, "narrow story");
  gtk_window_destroy (GTK_WINDOW (window));
  report ();
}

static void
test_narrow (void)
{
  static const char *const panes[] = { "contents", "map", "timeline", "reader" };
  SteppeWindow *window = open_sample ();

  make_narrow (window, "narrow");
  look_at_menus (window, GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      activate (window, "win.next-pane");
      look_at (window, panes[i]);
    }
  look_at_pages (window);
  look_at_dialogs (window);
  gtk_window_destroy (GTK_WINDOW (window));
  report ();
}

static void
test_faults (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "faulty", "ten-faults.dossier", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  SteppeWindow *window = open_window (uri);
  GListModel *faults = steppe_dossier_get_faults (steppe_focus_get_dossier (steppe_window_get_reading_focus (window)));

  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SteppeFault) fault = g_list_model_get_item (faults, i);

      g_assert_nonnull (strstr (steppe_fault_get_message (fault), "⟦"));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_hash_table_remove_all (search.faults);
}

/* All that is on a sheet was laid out. */
static void
test_sheets (void)
{
  static const char *const topics[] = { "dossier", "statements", "arrival", "ulaanbaatar", "putin", "story", "2024-09" };
  SteppeWindow *window = open_sample ();
  SteppeDossier *dossier = steppe_focus_get_dossier (steppe_window_get_reading_focus (window));
  g_autofree char *path = g_build_filename (search.folder, "sheet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SteppeBasemap) basemap = steppe_basemap_new_from_resource (NULL);
  SteppeSheetOptions options = { .sections = STEPPE_SECTIONS_ALL, .text_size = 1, .basemap = basemap };

  g_hash_table_remove_all (search.faults);
  g_assert_true (steppe_paper_from_name (&options.paper, "A4", FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, topics[i], &error);

      g_assert_no_error (error);
      search.place = topics[i];
      g_assert_true (steppe_sheet_write (topic, &options, file, &error));
      g_assert_no_error (error);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  report ();
}

static gboolean
has_fault (const char *what)
{
  GHashTableIter iter;
  gpointer fault;

  g_hash_table_iter_init (&iter, search.faults);
  while (g_hash_table_iter_next (&iter, &fault, NULL))
    if (strstr (fault, what) != NULL)
      return TRUE;
  return FALSE;
}

/* That the others can fail. */
static void
test_notices (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("⟦ẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋẋ⟧");

  search.place = "itself";
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, "Untranslated");
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_default_size (GTK_WINDOW (window), 60, 60);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_layout ();
  check_widget (window);
  g_assert_true (has_fault ("shortened: “⟦"));
  g_assert_true (has_fault ("not translated: “Untranslated”"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_hash_table_remove_all (search.faults);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *names = NULL;

  search.folder = g_strdup (g_getenv ("STEPPE_PSEUDO"));
  g_assert_nonnull (search.folder);
  gtk_test_init (&argc, &argv, NULL);
  if (setlocale (LC_ALL, "ru_RU.UTF-8") == NULL)
    {
      g_print ("1..0 # SKIP there is no Russian locale\n");
      return 0;
    }
  steppe_language_init (search.folder);
  search.faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names = g_strjoinv ("|", (char **) proper);
  search.proper = g_regex_new (names, G_REGEX_OPTIMIZE, 0, NULL);
  g_assert_nonnull (search.proper);
  search.place = "start";
  search.is_drawing_ours = TRUE;
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/pseudo/notices", test_notices);
  g_test_add_func ("/pseudo/start", test_start);
  g_test_add_func ("/pseudo/unreadable", test_unreadable);
  g_test_add_func ("/pseudo/wide", test_wide);
  g_test_add_func ("/pseudo/narrow", test_narrow);
  g_test_add_func ("/pseudo/story", test_story);
  g_test_add_func ("/pseudo/faults", test_faults);
  g_test_add_func ("/pseudo/sheets", test_sheets);
  return g_test_run ();
}
