/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-testing.h"

#include "reader/steppe-item-card.h"
#include "reader/steppe-overview.h"
#include "widgets/steppe-mark.h"

#define HEAD "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"The visit\"," \
             " \"places\": [{\"id\": \"square\", \"name\": \"The square\"}],"                                   \
             " \"events\": [{\"id\": \"visit\", \"title\": \"The visit\"}, {\"id\": \"talks\", \"title\": \"The talks\"}, {\"id\": \"end\", \"title\": \"The end\"}]"

/* A text whose last mention is far below what the window shows. */
#define PAUSE "\\n\\n***\\n\\n"
#define FAR_DOWN PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE PAUSE

static const char story[] =
    HEAD ", \"narratives\": [{\"id\": \"story\", \"title\": \"A story\", \"text\":"
         " \"A [guest came](#visit) to [the square](#square), as [one](#nobody) [wrote](https://www.example.org/a)." FAR_DOWN
         "And it [ended](#end), as [the visit](#visit) had to.\"}]}";

static const char two_stories[] =
    HEAD ", \"narratives\": [{\"id\": \"first\", \"title\": \"First\", \"text\": \"The [visit](#visit).\"},"
         " {\"id\": \"second\", \"title\": \"Second\", \"text\": \"The [talks](#talks).\"}]}";

static const char no_story[] = HEAD "}";

/* The words of the links in the text that assistive technology finds, and whose item they select. */
static void
test_marks (Fixture *fixture,
            gconstpointer text)
{
  static const struct
  {
    const char *words;
    const char *description;
    const char *id;
  } expected[] = {
    { "guest came", "Event: The visit", "visit" },
    { "the square", "Place: The square", "square" },
    { "wrote", "www.example.org", NULL },
    { "ended", "Event: The end", "end" },
    { "the visit", "Event: The visit", "visit" },
  };
  GtkWidget *view = find (fixture, STEPPE_TYPE_NARRATIVE_VIEW);
  g_autoptr (GtkAccessible) mark = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (view));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "A story");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      SteppeItem *item = steppe_mark_get_item (STEPPE_MARK (mark));
      GtkAccessible *next;

      gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LINK);
      gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, expected[i].words);
      gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected[i].description);
      g_assert_cmpstr (item != NULL ? steppe_item_get_id (item) : NULL, ==, expected[i].id);
      next = gtk_accessible_get_next_accessible_sibling (mark);
      g_object_unref (mark);
      mark = next;
    }
  g_assert_null (mark);
}

static void
test_bounds (Fixture *fixture,
             gconstpointer text)
{
  GtkWidget *view = find (fixture, STEPPE_TYPE_NARRATIVE_VIEW);
  g_autoptr (GtkAccessible) first = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (view));
  g_autoptr (GtkAccessible) second = gtk_accessible_get_next_accessible_sibling (first);
  const graphene_rect_t *a = steppe_mark_get_bounds (STEPPE_MARK (first));
  const graphene_rect_t *b = steppe_mark_get_bounds (STEPPE_MARK (second));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (view), gtk_widget_get_height (view));

  g_assert_true (graphene_rect_contains_rect (&bounds, a));
  g_assert_true (graphene_rect_contains_rect (&bounds, b));
  g_assert_cmpfloat (a->size.width, >, a->size.height);
  g_assert_cmpfloat (b->origin.x, >, a->origin.x + a->size.width);
}

static void
test_keyboard (Fixture *fixture,
               gconstpointer text)
{
  static const char *const order[] = { "visit", "square", NULL, "end", "visit" };
  GtkWidget *reader = GTK_WIDGET (fixture->reader);
  GtkWidget *view = find (fixture, STEPPE_TYPE_NARRATIVE_VIEW);

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      SteppeItem *hovered;

      g_assert_true (gtk_widget_child_focus (reader, GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_has_focus (view));
      hovered = steppe_focus_get_hovered (fixture->focus);
      g_assert_cmpstr (hovered != NULL ? steppe_item_get_id (hovered) : NULL, ==, order[i]);
    }
  g_assert_null (selected_id (fixture));
  g_assert_true (gtk_widget_activate (view));
  g_assert_cmpstr (selected_id (fixture), ==, "visit");

  g_assert_true (gtk_widget_child_focus (reader, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_activate (view));
  g_assert_cmpstr (selected_id (fixture), ==, "end");

  /* After the last mention, the keyboard leaves the text. */
  g_assert_true (gtk_widget_child_focus (reader, GTK_DIR_TAB_FORWARD));
  gtk_widget_child_focus (reader, GTK_DIR_TAB_FORWARD);
  g_assert_false (gtk_widget_has_focus (view));
  g_assert_null (steppe_focus_get_hovered (fixture->focus));
}

static void
test_follow_twice (Fixture *fixture,
                   gconstpointer text)
{
  GtkWidget *view = find (fixture, STEPPE_TYPE_NARRATIVE_VIEW);

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->reader), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_activate (view));
  g_assert_null (steppe_reader_view_get_page_item (fixture->reader));
  g_assert_true (gtk_widget_activate (view));
  g_assert_true (steppe_reader_view_get_page_item (fixture->reader) == lookup (fixture, "visit"));
}

static void
test_passages (Fixture *fixture,
               gconstpointer text)
{
  GtkWidget *view = find (fixture, STEPPE_TYPE_NARRATIVE_VIEW);
  g_autoptr (GtkAccessible) mark = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (view));
  guint n_marked = 0;

  steppe_focus_set_selected (fixture->focus, lookup (fixture, "visit"));
  while (mark != NULL)
    {
      gboolean marked = steppe_mark_get_item (STEPPE_MARK (mark)) == lookup (fixture, "visit");
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (mark);

      gtk_test_accessible_assert_state (mark, GTK_ACCESSIBLE_STATE_SELECTED, marked);
      n_marked += marked;
      g_object_unref (mark);
      mark = next;
    }
  g_assert_cmpuint (n_marked, ==, 2);
}

static void
test_scroll (Fixture *fixture,
             gconstpointer text)
{
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "visit"));
  settle (fixture);
  g_assert_cmpfloat (get_scroll (fixture), ==, 0);

  steppe_focus_set_selected (fixture->focus, lookup (fixture, "end"));
  settle (fixture);
  g_assert_cmpfloat (get_scroll (fixture), >, 100);

  /* One of its passages is in view already, but the first is the one to read. */
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "visit"));
  settle (fixture);
  g_assert_cmpfloat (get_scroll (fixture), <, 100);
}

static void
test_card (Fixture *fixture,
           gconstpointer text)
{
  GtkWidget *card = find (fixture, STEPPE_TYPE_ITEM_CARD);
  GtkRevealer *revealer = GTK_REVEALER (gtk_widget_get_ancestor (card, GTK_TYPE_REVEALER));

  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "talks"));
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_false (steppe_item_card_get_mentioned (STEPPE_ITEM_CARD (card)));

  steppe_focus_set_selected (fixture->focus, lookup (fixture, "square"));
  g_assert_true (steppe_item_card_get_mentioned (STEPPE_ITEM_CARD (card)));

  steppe_focus_set_selected (fixture->focus, NULL);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
}

static void
test_pages (Fixture *fixture,
            gconstpointer text)
{
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (find (fixture, ADW_TYPE_NAVIGATION_VIEW));

  steppe_reader_view_open_page (fixture->reader, lookup (fixture, "visit"));
  g_assert_cmpstr (selected_id (fixture), ==, "visit");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.open-page", "s", "square"));
  g_assert_cmpstr (selected_id (fixture), ==, "square");
  g_assert_true (steppe_reader_view_get_page_item (fixture->reader) == lookup (fixture, "square"));

  /* What is selected elsewhere takes the place of the page that is open. */
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "talks"));
  g_assert_true (steppe_reader_view_get_page_item (fixture->reader) == lookup (fixture, "talks"));

  g_assert_true (adw_navigation_view_pop (navigation));
  g_assert_true (steppe_reader_view_get_page_item (fixture->reader) == lookup (fixture, "visit"));
  g_assert_cmpstr (selected_id (fixture), ==, "visit");
  g_assert_true (adw_navigation_view_pop (navigation));
  g_assert_null (steppe_reader_view_get_page_item (fixture->reader));
  g_assert_cmpstr (selected_id (fixture), ==, "visit");

  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.open-page", "s", "nobody");
  g_assert_null (steppe_reader_view_get_page_item (fixture->reader));
}

static void
test_pages_of_another_dossier (Fixture *fixture,
                               gconstpointer text)
{
  g_autoptr (SteppeDossier) other = read_dossier (no_story);

  steppe_reader_view_open_page (fixture->reader, lookup (fixture, "visit"));
  steppe_focus_set_dossier (fixture->focus, other);
  g_assert_null (steppe_reader_view_get_page_item (fixture->reader));
  g_assert_null (selected_id (fixture));
}

static void
test_chooser (Fixture *fixture,
              gconstpointer text)
{
  GtkDropDown *chooser = GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN));
  SteppeNarrativeView *view = STEPPE_NARRATIVE_VIEW (find (fixture, STEPPE_TYPE_NARRATIVE_VIEW));

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (chooser)));
  g_assert_true (steppe_narrative_view_mentions (view, lookup (fixture, "visit")));
  g_assert_false (steppe_narrative_view_mentions (view, lookup (fixture, "talks")));
  gtk_drop_down_set_selected (chooser, 1);
  g_assert_false (steppe_narrative_view_mentions (view, lookup (fixture, "visit")));
  g_assert_true (steppe_narrative_view_mentions (view, lookup (fixture, "talks")));
}

static void
test_overview (Fixture *fixture,
               gconstpointer text)
{
  GtkWidget *card = find (fixture, STEPPE_TYPE_ITEM_CARD);

  g_assert_true (gtk_widget_get_mapped (find (fixture, STEPPE_TYPE_OVERVIEW)));
  g_assert_false (gtk_widget_get_mapped (find (fixture, STEPPE_TYPE_NARRATIVE_VIEW)));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "visit"));
  g_assert_true (steppe_item_card_get_mentioned (STEPPE_ITEM_CARD (card)));
}

static void
test_no_dossier (Fixture *fixture,
                 gconstpointer text)
{
  g_assert_true (gtk_widget_get_mapped (find (fixture, ADW_TYPE_STATUS_PAGE)));
}

static void
test_typography (Fixture *fixture,
                 gconstpointer text)
{
  SteppeNarrativeView *view = STEPPE_NARRATIVE_VIEW (find (fixture, STEPPE_TYPE_NARRATIVE_VIEW));
  g_autoptr (SteppeReadingStyle) style = steppe_reading_style_new ();
  int margin, wider, minimum;

  steppe_reader_view_set_style (fixture->reader, style);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 600);
  settle (fixture);
  margin = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (view));
  g_assert_cmpint (margin, >, 100);
  g_assert_cmpint (gtk_text_view_get_right_margin (GTK_TEXT_VIEW (view)), ==, margin);

  /* The column grows with the letters. */
  g_object_set (style, "scale", 1.5, NULL);
  settle (fixture);
  wider = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (view));
  g_assert_cmpint (wider, <, margin);

  /* Margins that suit a wide window do not keep it from becoming narrow. */
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int argc,
      char *argv[])
{
  init_ui_test (&argc, &argv);

#define ADD(path, text, func) g_test_add ("/reader/" path, Fixture, text, set_up, func, tear_down)
  ADD ("marks", story, test_marks);
  ADD ("bounds", story, test_bounds);
  ADD ("keyboard", story, test_keyboard);
  ADD ("follow-twice", story, test_follow_twice);
  ADD ("passages", story, test_passages);
  ADD ("scroll", story, test_scroll);
  ADD ("card", story, test_card);
  ADD ("pages", story, test_pages);
  ADD ("pages-of-another-dossier", story, test_pages_of_another_dossier);
  ADD ("chooser", two_stories, test_chooser);
  ADD ("overview", no_story, test_overview);
  ADD ("no-dossier", NULL, test_no_dossier);
  ADD ("typography", story, test_typography);
  return g_test_run ();
}
