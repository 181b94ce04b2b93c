/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "model/steppe-local-date.h"
#include "reader/steppe-contents-list.h"
#include "reader/steppe-contents-model.h"

static SteppeDossier *
create_dossier (void)
{
  SteppeDossier *dossier = steppe_dossier_new ();

  add_event (dossier, "undated", NULL);
  add_event (dossier, "late", "2024-09-02");
  add_event (dossier, "early", "1939-05-11/1939-09-16");
  add_event (dossier, "open", "../1900");
  add_event (dossier, "middle", "1991");
  return dossier;
}

typedef struct
{
  GtkWidget *window;
  SteppeFocus *focus;
  GtkSelectionModel *selection;
  GtkListView *list_view;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  GtkWidget *contents;

  fixture->focus = steppe_focus_new ();
  contents = g_object_new (STEPPE_TYPE_CONTENTS_LIST, "focus", fixture->focus, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 260, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), contents);
  gtk_window_present (GTK_WINDOW (fixture->window));
  steppe_focus_set_dossier (fixture->focus, dossier);
  fixture->list_view = GTK_LIST_VIEW (find_type (contents, GTK_TYPE_LIST_VIEW));
  fixture->selection = gtk_list_view_get_model (fixture->list_view);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->focus);
}

static const char *
nth_id (Fixture *fixture,
        guint n)
{
  g_autoptr (SteppeItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->selection), n);

  return item != NULL ? steppe_item_get_id (item) : NULL;
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  static const char *const expected[] = { "open", "early", "middle", "late", "undated" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (nth_id (fixture, i), ==, expected[i]);
  g_assert_null (nth_id (fixture, G_N_ELEMENTS (expected)));
}

static void
test_select_here (Fixture *fixture,
                  gconstpointer data)
{
  gtk_selection_model_select_item (fixture->selection, 2, TRUE);
  g_assert_cmpstr (steppe_item_get_id (steppe_focus_get_selected (fixture->focus)), ==, "middle");
}

static void
test_select_elsewhere (Fixture *fixture,
                       gconstpointer data)
{
  SteppeDossier *dossier = steppe_focus_get_dossier (fixture->focus);
  g_autoptr (SteppeItem) actor = steppe_item_new (STEPPE_ITEM_ACTOR, "somebody");

  steppe_focus_set_selected (fixture->focus, steppe_dossier_lookup (dossier, "late"));
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 3));

  steppe_dossier_add (dossier, actor);
  steppe_focus_set_selected (fixture->focus, actor);
  g_assert_false (gtk_selection_model_is_selected (fixture->selection, 3));
  g_assert_true (steppe_focus_get_selected (fixture->focus) == actor);
}

static void
activated_cb (SteppeContentsList *contents,
              SteppeItem *item,
              SteppeItem **activated)
{
  *activated = item;
}

static void
test_activate (Fixture *fixture,
               gconstpointer data)
{
  SteppeItem *activated = NULL;

  g_signal_connect (gtk_window_get_child (GTK_WINDOW (fixture->window)), "activated", G_CALLBACK (activated_cb), &activated);
  g_signal_emit_by_name (fixture->list_view, "activate", 1);
  g_assert_nonnull (activated);
  g_assert_cmpstr (steppe_item_get_id (activated), ==, "early");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == activated);
}

static void
test_no_dossier (Fixture *fixture,
                 gconstpointer data)
{
  steppe_focus_set_dossier (fixture->focus, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->selection)), ==, 0);
}

static void
set_years (Fixture *fixture,
           const char *years)
{
  g_autoptr (SteppeDate) date = steppe_date_new (years, NULL);

  steppe_focus_set_span (fixture->focus, steppe_date_get_earliest (date), steppe_date_get_latest (date));
}

static void
assert_listed (Fixture *fixture,
               const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; nth_id (fixture, i) != NULL; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", nth_id (fixture, i));
  g_assert_cmpstr (ids->str, ==, expected);
}

/* The first label in sight, which is that of the bar while there is one. */
static const char *
get_hidden_words (Fixture *fixture)
{
  GtkWidget *button = find_type (fixture->window, GTK_TYPE_BUTTON);

  if (!gtk_widget_get_mapped (button))
    return NULL;
  return gtk_label_get_text (GTK_LABEL (find_type (gtk_widget_get_parent (button), GTK_TYPE_LABEL)));
}

/* Only what a span of time touches is listed; how much is hidden is said, and all is a press of a button away. */
static void
test_span (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *button = find_type (fixture->window, GTK_TYPE_BUTTON);

  g_assert_null (get_hidden_words (fixture));
  set_years (fixture, "1939-07/1991-03");
  assert_listed (fixture, "early middle");
  g_assert_cmpstr (get_hidden_words (fixture), ==, "3 events hidden, 1 of them undated");
  set_years (fixture, "1800/2024");
  assert_listed (fixture, "open early middle late");
  g_assert_cmpstr (get_hidden_words (fixture), ==, "1 event hidden, 1 of them undated");
  set_years (fixture, "1950");
  assert_listed (fixture, "");
  g_assert_cmpstr (get_hidden_words (fixture), ==, "5 events hidden, 1 of them undated");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->list_view)));

  g_signal_emit_by_name (button, "clicked");
  g_assert_false (steppe_focus_get_span (fixture->focus, NULL, NULL));
  assert_listed (fixture, "open early middle late undated");
  g_assert_null (get_hidden_words (fixture));
}

/* What is selected and hidden stays selected, and is seen to be when it comes back. */
static void
test_hidden_selection (Fixture *fixture,
                       gconstpointer data)
{
  SteppeItem *late = steppe_dossier_lookup (steppe_focus_get_dossier (fixture->focus), "late");
  SteppeItem *early = steppe_dossier_lookup (steppe_focus_get_dossier (fixture->focus), "early");
  g_autoptr (GtkBitset) selection = NULL;

  steppe_focus_set_selected (fixture->focus, late);
  set_years (fixture, "1939/1991");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == late);
  selection = gtk_selection_model_get_selection (fixture->selection);
  g_assert_true (gtk_bitset_is_empty (selection));
  steppe_focus_set_selected (fixture->focus, early);
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 0));
  steppe_focus_set_selected (fixture->focus, late);
  g_assert_false (gtk_selection_model_is_selected (fixture->selection, 0));
  set_years (fixture, "1939/2024");
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 2));
  steppe_focus_clear_span (fixture->focus);
  g_assert_true (gtk_selection_model_is_selected (fixture->selection, 3));
  g_assert_true (steppe_focus_get_selected (fixture->focus) == late);
}

/* Another dossier is not held to the span of the one before. */
static void
test_span_and_dossier (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (SteppeDossier) other = create_dossier ();

  set_years (fixture, "1939");
  steppe_focus_set_dossier (fixture->focus, other);
  assert_listed (fixture, "open early middle late undated");
  g_assert_null (get_hidden_words (fixture));
  steppe_focus_set_dossier (fixture->focus, NULL);
  steppe_focus_set_span (fixture->focus, 0, 1);
  g_assert_null (get_hidden_words (fixture));
}

static SteppeDossier *
create_random_dossier (guint n_events)
{
  SteppeDossier *dossier = steppe_dossier_new ();

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      int year = g_test_rand_int_range (1900, 2000), kind = g_test_rand_int_range (0, 10);
      g_autofree char *edtf = kind == 0   ? NULL
                              : kind == 1 ? g_strdup_printf ("%d/%d", year, year + g_test_rand_int_range (0, 60))
                              : kind == 2 ? g_strdup_printf ("%d/..", year)
                              : kind == 3 ? g_strdup ("../..")
                                          : g_strdup_printf ("%d-%02d", year, g_test_rand_int_range (1, 13));

      add_event (dossier, id, edtf);
    }
  return dossier;
}

/* What a view that only hears of changes believes to be listed. */
static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  GPtrArray *believed)
{
  g_assert_cmpuint (position + removed, <=, believed->len);
  if (removed > 0)
    g_ptr_array_remove_range (believed, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (believed, (int) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, believed->len);
}

/* Sections follow one another, each with a heading of its own over the events of one stretch of time. */
static void
assert_sections (SteppeContentsModel *model)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model)), start, end;
  g_autoptr (GHashTable) headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_items; i = end)
    {
      g_autofree char *heading = steppe_contents_model_dup_heading (model, i);

      gtk_section_model_get_section (GTK_SECTION_MODEL (model), i, &start, &end);
      g_assert_cmpuint (start, ==, i);
      g_assert_cmpuint (end, >, i);
      for (guint k = start; k < end; k++)
        {
          g_autoptr (SteppeEvent) other = g_list_model_get_item (G_LIST_MODEL (model), k);
          g_autofree char *same = steppe_contents_model_dup_heading (model, k);

          g_assert_cmpstr (same, ==, heading);
          g_assert_cmpuint (steppe_contents_model_find (model, STEPPE_ITEM (other)), ==, k);
        }
      g_assert_true (g_hash_table_add (headings, g_steal_pointer (&heading)));
    }
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), n_items, &start, &end);
  g_assert_cmpuint (start, ==, n_items);
}

static void
assert_filtered (SteppeContentsModel *model,
                 SteppeFocus *focus,
                 GPtrArray *believed)
{
  SteppeDossier *dossier = steppe_focus_get_dossier (focus);
  GListModel *events = steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT);
  SteppeContentsCounts counts;
  guint n_listed = 0, n_undated = 0;

  for (guint i = 0; i < believed->len; i++)
    {
      g_autoptr (SteppeItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_true (g_ptr_array_index (believed, i) == item);
    }
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SteppeEvent) event = g_list_model_get_item (events, i);
      SteppeSpan span = steppe_event_get_span (event, dossier);
      gboolean is_listed = steppe_contents_model_find (model, STEPPE_ITEM (event)) != GTK_INVALID_LIST_POSITION;

      g_assert_true (is_listed == steppe_focus_includes (focus, event, &span));
      n_listed += is_listed;
      n_undated += !is_listed && !steppe_event_is_dated (event);
    }
  g_assert_cmpuint (n_listed, ==, believed->len);
  steppe_contents_model_count (model, &counts);
  g_assert_cmpuint (counts.hidden, ==, g_list_model_get_n_items (events) - n_listed);
  g_assert_cmpuint (counts.hidden_undated, ==, n_undated);
}

/* However the span changes, the list is what it includes, in whole sections, and each change is told exactly. */
static void
test_filter (void)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (SteppeDossier) dossier = create_random_dossier ((guint) g_test_rand_int_range (0, 300));
      g_autoptr (SteppeContentsModel) model = steppe_contents_model_new (dossier, STEPPE_CONTENTS_BY_DATE);
      g_autoptr (SteppeFocus) focus = steppe_focus_new ();
      g_autoptr (GPtrArray) believed = g_ptr_array_new_with_free_func (g_object_unref);

      steppe_focus_set_dossier (focus, dossier);
      items_changed_cb (G_LIST_MODEL (model), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), believed);
      g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), believed);
      for (guint k = 0; k < 30; k++)
        {
          gint64 start = (g_test_rand_int_range (1880, 2020) - 1970) * G_GINT64_CONSTANT (31556952);

          if (k % 7 == 0)
            steppe_focus_clear_span (focus);
          else
            steppe_focus_set_span (focus, start, start + g_test_rand_int_range (0, G_MAXINT32));
          steppe_contents_model_filter (model, focus);
          assert_filtered (model, focus, believed);
          assert_sections (model);
        }
    }
}

static void
assert_heading (SteppeContentsStep step,
                const char *edtf,
                const char *heading)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (SteppeItem) event = steppe_item_new (STEPPE_ITEM_EVENT, "event");
  g_autoptr (SteppeDate) date = edtf != NULL ? steppe_date_new (edtf, NULL) : NULL;
  g_autofree char *described = NULL;

  g_object_set (event, "date", date, NULL);
  described = steppe_contents_step_describe (step, steppe_contents_step_get_section (step, STEPPE_EVENT (event), dossier));
  g_assert_cmpstr (described, ==, heading);
}

static void
test_headings (void)
{
  assert_heading (STEPPE_CONTENTS_CENTURY, "1939-05-11", "20th century");
  assert_heading (STEPPE_CONTENTS_DECADE, "1939-05-11", "1930s");
  assert_heading (STEPPE_CONTENTS_YEAR, "1939-05-11", "1939");
  assert_heading (STEPPE_CONTENTS_MONTH, "1939-12-11", "December 1939");
  assert_heading (STEPPE_CONTENTS_DAY, "1939-12-31", "31 December 1939");
  assert_heading (STEPPE_CONTENTS_DAY, "2024-09-02T23:00:00+08:00", "2 September 2024");
  assert_heading (STEPPE_CONTENTS_YEAR, "-0043", "Before the Common Era");
  assert_heading (STEPPE_CONTENTS_YEAR, "../1939", "Open Start");
  assert_heading (STEPPE_CONTENTS_YEAR, "Y12000", "Far Future");
  assert_heading (STEPPE_CONTENTS_YEAR, NULL, "Undated");
}

static SteppeContentsStep
choose_step (const char *const *dates)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (GPtrArray) chronology = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; dates[i] != NULL; i++)
    {
      g_autoptr (SteppeItem) event = steppe_item_new (STEPPE_ITEM_EVENT, "event");
      g_autoptr (SteppeDate) date = steppe_date_new (dates[i], NULL);

      g_object_set (event, "date", date, NULL);
      g_ptr_array_add (chronology, g_steal_pointer (&event));
    }
  return steppe_contents_step_choose (chronology, dossier);
}

/* No heading tells more of a date than is known. */
static void
test_steps (void)
{
  static const char *const days[] = { "2024-09-01", "2024-09-02", "2024-09-02", NULL };
  static const char *const months[] = { "2024-01", "2024-02", "2024-03", NULL };
  static const char *const years[] = { "1921", "1921", "1924", NULL };
  static const char *const mixed[] = { "2024-09", "2024-09-02", "2024-09-03", NULL };

  g_assert_cmpint (choose_step (days), ==, STEPPE_CONTENTS_DAY);
  g_assert_cmpint (choose_step (months), ==, STEPPE_CONTENTS_MONTH);
  g_assert_cmpint (choose_step (years), ==, STEPPE_CONTENTS_YEAR);
  g_assert_cmpint (choose_step (mixed), ==, STEPPE_CONTENTS_MONTH);
}

int
main (int argc,
      char **argv)
{
  init_ui_test (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/contents/order", test_order);
  ADD ("/contents/select-here", test_select_here);
  ADD ("/contents/select-elsewhere", test_select_elsewhere);
  ADD ("/contents/activate", test_activate);
  ADD ("/contents/no-dossier", test_no_dossier);
  ADD ("/contents/span", test_span);
  ADD ("/contents/hidden-selection", test_hidden_selection);
  ADD ("/contents/span-and-dossier", test_span_and_dossier);
#undef ADD
  g_test_add_func ("/contents/filter", test_filter);
  g_test_add_func ("/contents/headings", test_headings);
  g_test_add_func ("/contents/steps", test_steps);

  return g_test_run ();
}
