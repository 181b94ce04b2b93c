/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-testing.h"

#include "map/steppe-map-legend.h"

#include <math.h>
#include <string.h>

static const char dossier_text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"Test\","
    " \"places\": ["
    "  {\"id\": \"moscow\", \"name\": \"Moscow\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [37.62, 55.76]}},"
    "  {\"id\": \"city\", \"name\": \"Ulaanbaatar\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [106.92, 47.92]}},"
    "  {\"id\": \"new-york\", \"name\": \"New York\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [-73.97, 40.75]}}],"
    " \"actors\": ["
    "  {\"id\": \"russia\", \"name\": \"Russia\", \"place\": \"moscow\"},"
    "  {\"id\": \"mongolia\", \"name\": \"Mongolia\", \"place\": \"city\"},"
    "  {\"id\": \"government\", \"name\": \"Government\", \"place\": \"city\"},"
    "  {\"id\": \"assembly\", \"name\": \"Assembly\", \"place\": \"new-york\"},"
    "  {\"id\": \"someone\", \"name\": \"Someone\"}],"
    " \"events\": [{\"id\": \"talks\", \"title\": \"Talks\", \"date\": \"2024-09-03\", \"places\": [\"city\"]}],"
    " \"relations\": ["
    "  {\"id\": \"knows\", \"subject\": \"someone\", \"predicate\": \"knows\", \"object\": \"mongolia\"},"
    "  {\"id\": \"fuel\", \"subject\": \"russia\", \"predicate\": \"supplies\", \"object\": \"mongolia\", \"since\": \"1990\"},"
    "  {\"id\": \"power\", \"subject\": \"russia\", \"predicate\": \"supplies\", \"object\": \"mongolia\", \"until\": \"2020\"},"
    "  {\"id\": \"owes\", \"subject\": \"mongolia\", \"predicate\": \"owes\", \"object\": \"russia\"},"
    "  {\"id\": \"rules\", \"subject\": \"government\", \"predicate\": \"governs\", \"object\": \"mongolia\"},"
    "  {\"id\": \"votes\", \"subject\": \"mongolia\", \"predicate\": \"votes in\", \"object\": \"assembly\"},"
    "  {\"id\": \"others\", \"subject\": \"russia\", \"predicate\": \"votes in\", \"object\": \"assembly\"}]}";

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  map_set_up (fixture, dossier_text);
  map_show (fixture);
}

static SteppeMapRelations *
get_relations (Fixture *fixture)
{
  return STEPPE_MAP_VIEW (fixture->view)->relations;
}

static const SteppeMapTrack *
find_arc (Fixture *fixture,
          const char *id)
{
  return steppe_map_relations_find_arc (get_relations (fixture), lookup (fixture, id));
}

/* The relations of an actor: those on the map first, the rest after them; none is lost. */
static void
test_of_actor (Fixture *fixture,
               gconstpointer data)
{
  static const char *const expected[] = { "fuel", "power", "owes", "knows", "rules", "votes" };
  GPtrArray *all;

  steppe_focus_set_selected (fixture->focus, lookup (fixture, "mongolia"));
  all = steppe_map_relations_get_all (get_relations (fixture));
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpstr (steppe_item_get_id (g_ptr_array_index (all, i)), ==, expected[i]);
  g_assert_cmpuint (steppe_map_relations_get_arcs (get_relations (fixture))->len, ==, 3);
  g_assert_null (find_arc (fixture, "knows"));
  g_assert_null (find_arc (fixture, "rules"));
  g_assert_true (find_arc (fixture, "fuel")->sure);
  /* What has ended is drawn otherwise. */
  g_assert_false (find_arc (fixture, "power")->sure);
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "talks"));
  g_assert_cmpuint (steppe_map_relations_get_all (get_relations (fixture))->len, ==, 0);
}

/* Arcs begin and end where the actors are, and no two lie on each other. */
static void
test_arcs (Fixture *fixture,
           gconstpointer data)
{
  const char *const ids[] = { "fuel", "power", "owes" };
  SteppePoint middles[3], moscow, city;

  g_assert_true (steppe_map_scene_locate (STEPPE_MAP_VIEW (fixture->view)->scene, STEPPE_PLACE (lookup (fixture, "moscow")), &moscow));
  g_assert_true (steppe_map_scene_locate (STEPPE_MAP_VIEW (fixture->view)->scene, STEPPE_PLACE (lookup (fixture, "city")), &city));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "russia"));
  for (guint i = 0; i < 3; i++)
    {
      const GArray *points = find_arc (fixture, ids[i])->points;
      const SteppePoint *first = &g_array_index (points, SteppePoint, 0);
      const SteppePoint *last = &g_array_index (points, SteppePoint, points->len - 1);

      middles[i] = g_array_index (points, SteppePoint, points->len / 2);
      g_assert_cmpfloat_with_epsilon (first->x, i < 2 ? moscow.x : city.x, 1);
      g_assert_cmpfloat_with_epsilon (last->y, i < 2 ? city.y : moscow.y, 1);
      for (guint k = 0; k < i; k++)
        g_assert_cmpfloat (hypot (middles[i].x - middles[k].x, middles[i].y - middles[k].y), >, 100000);
    }
}

/* The same predicate has the same colour, and another another. */
static void
test_colors (Fixture *fixture,
             gconstpointer data)
{
  const SteppeMapLook *look = &STEPPE_MAP_VIEW (fixture->view)->look;
  SteppeColor fuel, power, owes;

  steppe_focus_set_selected (fixture->focus, lookup (fixture, "mongolia"));
  fuel = steppe_map_relations_get_color (get_relations (fixture), lookup (fixture, "fuel"), look);
  power = steppe_map_relations_get_color (get_relations (fixture), lookup (fixture, "power"), look);
  owes = steppe_map_relations_get_color (get_relations (fixture), lookup (fixture, "owes"), look);
  g_assert_true (memcmp (&fuel, &power, sizeof (SteppeColor)) == 0);
  g_assert_false (memcmp (&fuel, &owes, sizeof (SteppeColor)) == 0);
}

/* The legend lists them all, and a press on one selects it without losing the others. */
static void
test_legend (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *legend = find_type (fixture->view, STEPPE_TYPE_MAP_LEGEND), *row;

  g_assert_false (gtk_widget_get_visible (legend));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "mongolia"));
  settle ();
  g_assert_true (gtk_widget_get_mapped (legend));
  g_assert_nonnull (find_widget (legend, is_row_of, "knows"));
  row = find_widget (legend, is_row_of, "owes");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "clicked");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "owes"));
  g_assert_cmpuint (steppe_map_relations_get_all (get_relations (fixture))->len, ==, 6);
  g_assert_true (gtk_widget_has_css_class (find_widget (legend, is_row_of, "owes"), "map-legend-selected"));
  g_assert_true (has_mark (fixture, "Mongolia – owes – Russia"));
  steppe_focus_set_selected (fixture->focus, NULL);
  g_assert_false (gtk_widget_get_visible (legend));
}

/* It folds itself up where nothing of it is on the map, and opens again; but stays as the reader wants it. */
static void
test_legend_folds (Fixture *fixture,
                   gconstpointer data)
{
  GtkWidget *legend = find_type (fixture->view, STEPPE_TYPE_MAP_LEGEND), *heading;

  steppe_focus_set_selected (fixture->focus, lookup (fixture, "someone"));
  settle ();
  g_assert_true (gtk_widget_get_mapped (legend));
  g_assert_false (gtk_widget_get_mapped (find_widget (legend, is_row_of, "knows")));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "mongolia"));
  settle ();
  g_assert_true (gtk_widget_get_mapped (find_widget (legend, is_row_of, "knows")));
  heading = find_type (legend, GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (heading), FALSE);
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "someone"));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "russia"));
  settle ();
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (heading)));
}

/* A relation that is selected from elsewhere brings the others of its subject. */
static void
test_of_relation (Fixture *fixture,
                  gconstpointer data)
{
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "fuel"));
  g_assert_true (steppe_map_relations_get_center (get_relations (fixture)) == lookup (fixture, "russia"));
  g_assert_nonnull (find_arc (fixture, "fuel"));
  steppe_focus_set_dossier (fixture->focus, NULL);
  g_assert_cmpuint (steppe_map_relations_get_all (get_relations (fixture))->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  static const MapTest tests[] = {
    { "/map-relations/of-actor", test_of_actor },
    { "/map-relations/arcs", test_arcs },
    { "/map-relations/colors", test_colors },
    { "/map-relations/legend", test_legend },
    { "/map-relations/legend-folds", test_legend_folds },
    { "/map-relations/of-relation", test_of_relation },
  };

  return map_run_tests (&argc, &argv, tests, G_N_ELEMENTS (tests), set_up);
}
