/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/steppe-dossier-reader.h"
#include "model/steppe-history.h"

#define SQUARE "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[100, 45], [110, 45], [110, 50], [100, 50], [100, 45]]]}"

static const char text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"title\": \"Test\","
    " \"places\": ["
    "  {\"id\": \"state\", \"name\": \"State\", \"since\": \"1924-11-26\", \"until\": \"1992-02\", " SQUARE "},"
    "  {\"id\": \"client\", \"name\": \"Client\", \"since\": \"1932-03-01\", \"until\": \"1945-08\", " SQUARE "},"
    "  {\"id\": \"later\", \"name\": \"Later\", \"since\": \"1992-02\", " SQUARE "},"
    "  {\"id\": \"park\", \"name\": \"Park\", " SQUARE "},"
    "  {\"id\": \"fort\", \"name\": \"Fort\", \"since\": \"1900\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [105, 47]}},"
    "  {\"id\": \"lost\", \"name\": \"Lost\", \"since\": \"1900\"}],"
    " \"events\": ["
    "  {\"id\": \"before\", \"title\": \"Before\", \"date\": \"1921-07\"},"
    "  {\"id\": \"founding\", \"title\": \"Founding\", \"date\": \"1924-11-26\"},"
    "  {\"id\": \"battles\", \"title\": \"Battles\", \"date\": \"1939-05-11/1939-09-16\"},"
    "  {\"id\": \"surrender\", \"title\": \"Surrender\", \"date\": \"1945-08-15\"},"
    "  {\"id\": \"end\", \"title\": \"End\", \"date\": \"1992\"},"
    "  {\"id\": \"now\", \"title\": \"Now\", \"date\": \"2024-09-02\"},"
    "  {\"id\": \"undated\", \"title\": \"Undated\"}]}";

typedef struct
{
  SteppeDossier *dossier;
  SteppeFocus *focus;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;

  fixture->dossier = steppe_dossier_read_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_faults (fixture->dossier)), ==, 0);
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

/* The ids of the areas that are shown, with a space after each. */
static void
assert_shown (Fixture *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) areas = steppe_history_new (fixture->focus);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < areas->len; i++)
    g_string_append_printf (ids, "%s ", steppe_item_get_id (g_ptr_array_index (areas, i)));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
select_item (Fixture *fixture,
             const char *id)
{
  SteppeItem *item = steppe_dossier_lookup (fixture->dossier, id);

  g_assert_nonnull (item);
  steppe_focus_set_selected (fixture->focus, item);
}

static void
choose_span (Fixture *fixture,
             const char *edtf)
{
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);

  g_assert_nonnull (date);
  steppe_focus_set_span (fixture->focus, steppe_date_get_earliest (date), steppe_date_get_latest (date));
}

static void
test_nothing_chosen (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (SteppeFocus) without = steppe_focus_new ();
  g_autoptr (GPtrArray) none = steppe_history_new (without);

  g_assert_cmpuint (none->len, ==, 0);
  assert_shown (fixture, "");
}

static void
test_event (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *event;
    const char *areas;
  } cases[] = {
    { "before", "" },
    { "founding", "state " },
    { "battles", "state client " },
    { "surrender", "state client " },
    { "end", "state later " },
    { "now", "later " },
    { "undated", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      select_item (fixture, cases[i].event);
      assert_shown (fixture, cases[i].areas);
    }
}

/* A span of time must lie within that of the area, but the date of the selected event comes first. */
static void
test_span (Fixture *fixture,
           gconstpointer data)
{
  choose_span (fixture, "1939");
  assert_shown (fixture, "state client ");
  choose_span (fixture, "1930/1940");
  assert_shown (fixture, "state ");
  choose_span (fixture, "1921/2025");
  assert_shown (fixture, "");
  choose_span (fixture, "2000/2025");
  assert_shown (fixture, "later ");
  select_item (fixture, "battles");
  assert_shown (fixture, "state client ");
  select_item (fixture, "undated");
  assert_shown (fixture, "later ");
  select_item (fixture, "fort");
  assert_shown (fixture, "later ");
  steppe_focus_clear_span (fixture->focus);
  assert_shown (fixture, "");
}

static void
test_area_itself (Fixture *fixture,
                  gconstpointer data)
{
  select_item (fixture, "client");
  assert_shown (fixture, "client ");
  select_item (fixture, "park");
  assert_shown (fixture, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/history/nothing-chosen", Fixture, NULL, set_up, test_nothing_chosen, tear_down);
  g_test_add ("/history/event", Fixture, NULL, set_up, test_event, tear_down);
  g_test_add ("/history/span", Fixture, NULL, set_up, test_span, tear_down);
  g_test_add ("/history/area-itself", Fixture, NULL, set_up, test_area_itself, tear_down);
  return g_test_run ();
}
