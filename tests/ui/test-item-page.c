/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "formats/steppe-dossier-reader.h"
#include "reader/steppe-item-page.h"
#include "reader/steppe-statement-card.h"

static const char text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\","
    " \"places\": [{\"id\": \"square\", \"name\": \"The square\","
    "   \"names\": [{\"name\": \"The old square\", \"until\": \"2013\"},"
    "   {\"name\": \"The older square\", \"until\": \"../1946\"}]}],"
    " \"actors\": [{\"id\": \"guest\", \"name\": \"The guest\"}, {\"id\": \"critic\", \"name\": \"The critic\"}],"
    " \"events\": [{\"id\": \"visit\", \"title\": \"The visit\", \"date\": \"2024-09-02\", \"places\": [\"square\"],"
    "   \"actors\": [{\"actor\": \"guest\", \"role\": \"godfather\"}, {\"actor\": \"nobody\"}], \"sources\": [\"report\"]}],"
    " \"statements\": [{\"id\": \"claim\", \"speaker\": \"guest\", \"text\": \"All is well\", \"about\": [\"visit\"]},"
    "   {\"id\": \"answer\", \"speaker\": \"critic\", \"text\": \"It is not\", \"about\": [\"visit\"], \"disputes\": [\"claim\"]}],"
    " \"sources\": [{\"id\": \"report\", \"title\": \"[Report on the visit]\", \"publisher\": \"A paper\", \"date\": \"2024\","
    "   \"url\": \"https://www.example.org/a\", \"archive\": \"javascript:alert(1)\"}]}";

typedef struct
{
  SteppeFocus *focus;
  SteppeDossier *dossier;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  fixture->dossier = steppe_dossier_read_bytes (bytes, NULL, NULL);
  g_assert_nonnull (fixture->dossier);
  fixture->focus = steppe_focus_new ();
  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
}

static gboolean
is_row (GtkWidget *widget,
        gconstpointer title)
{
  return ADW_IS_ACTION_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static AdwActionRow *
find_row (GtkWidget *widget,
          const char *title)
{
  return (AdwActionRow *) find_widget (widget, is_row, title);
}

static GtkWidget *
find_card (GtkWidget *widget,
           const char *words)
{
  GtkWidget *found = NULL;

  if (STEPPE_IS_STATEMENT_CARD (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (widget))), words) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_card (child, words);
  return found;
}

static GtkWidget *
create_page (Fixture *fixture,
             const char *id)
{
  return g_object_ref_sink (GTK_WIDGET (steppe_item_page_new (fixture->focus, steppe_dossier_lookup (fixture->dossier, id))));
}

static void
assert_row (GtkWidget *page,
            const char *title,
            const char *subtitle)
{
  AdwActionRow *row = find_row (page, title);

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, subtitle);
}

/* The card of a statement with these words, and what else it says. */
static void
assert_card (GtkWidget *widget,
             const char *words,
             const char *caption)
{
  GtkWidget *card = find_card (widget, words);

  g_assert_nonnull (card);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (gtk_widget_get_first_child (card)))), ==, caption);
}

static void
test_event (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *page = create_page (fixture, "visit");

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Event");
  assert_row (page, "When", "2 September 2024");
  assert_row (page, "Status", "reported");
  assert_row (page, "The guest", "godfather");
  assert_card (page, "All is well", "The guest");
  assert_card (page, "It is not", "The critic");
  assert_row (page, "[Report on the visit]", "A paper · 2024");
  g_assert_nonnull (find_row (page, "The square"));
  g_assert_null (find_row (page, "nobody"));

  g_assert_finalize_object (page);
}

static void
test_statement (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *claim = create_page (fixture, "claim");
  GtkWidget *answer = create_page (fixture, "answer");

  assert_card (claim, "It is not", "The critic");
  g_assert_nonnull (find_row (claim, "The guest"));
  assert_card (answer, "All is well", "The guest");

  g_assert_finalize_object (claim);
  g_assert_finalize_object (answer);
}

static void
test_source (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *page = create_page (fixture, "report");

  assert_row (page, "Publisher", "A paper");
  assert_row (page, "Read it", "www.example.org");
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (page, "Read it"))));
  assert_row (page, "Archived copy", "javascript:alert(1)");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (page, "Archived copy"))));
  g_assert_nonnull (find_row (page, "The visit"));

  g_assert_finalize_object (page);
}

static void
open_item_cb (SteppeItemPage *page,
              SteppeItem *item,
              SteppeItem **opened)
{
  *opened = item;
}

static void
test_place (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *page = create_page (fixture, "square");

  assert_row (page, "The old square", "until 2013");
  assert_row (page, "The older square", "until 1946");
  assert_row (page, "The visit", "2 September 2024");

  g_assert_finalize_object (page);
}

static void
test_row_opens_item (Fixture *fixture,
                     gconstpointer data)
{
  GtkWidget *page = create_page (fixture, "visit");
  SteppeItem *opened = NULL;

  g_signal_connect (page, "open-item", G_CALLBACK (open_item_cb), &opened);
  adw_action_row_activate (find_row (page, "The guest"));
  g_assert_true (opened == steppe_dossier_lookup (fixture->dossier, "guest"));
  g_assert_true (steppe_focus_get_selected (fixture->focus) == opened);

  g_assert_finalize_object (page);
}

static gboolean
does_action (GtkWidget *widget,
             gconstpointer action)
{
  return GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

/* The page of any item offers to copy and print it. */
static void
test_copy_and_print (Fixture *fixture,
                     gconstpointer data)
{
  static const char *const ids[] = { "visit", "guest", "claim", "report" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GtkWidget) page = create_page (fixture, ids[i]);

      g_assert_nonnull (find_widget (page, does_action, "win.copy-item"));
      g_assert_nonnull (find_widget (page, does_action, "win.print-item"));
    }
}

int
main (int argc,
      char **argv)
{
  init_ui_test (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/item-page/event", test_event);
  ADD ("/item-page/statement", test_statement);
  ADD ("/item-page/source", test_source);
  ADD ("/item-page/place", test_place);
  ADD ("/item-page/row-opens-item", test_row_opens_item);
  ADD ("/item-page/copy-and-print", test_copy_and_print);
#undef ADD

  return g_test_run ();
}
