/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-testing.h"

#include "map/steppe-map-legend.h"

/* Of the sample dossier nothing gets lost on the way to the map. */

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers", "mongolia-2024.dossier", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  map_set_up (fixture, text);
  map_show (fixture);
}

static const SteppeMapScene *
get_scene (Fixture *fixture)
{
  return STEPPE_MAP_VIEW (fixture->view)->scene;
}

static gboolean
is_elsewhere (Fixture *fixture,
              SteppeEvent *event)
{
  GPtrArray *groups = steppe_map_scene_get_elsewhere (get_scene (fixture));

  for (guint i = 0; i < groups->len; i++)
    if (g_ptr_array_find (((const SteppeMapGroup *) g_ptr_array_index (groups, i))->events, event, NULL))
      return TRUE;
  return FALSE;
}

/* Each event is marked on the map, belongs to a place that the inset shows, or is in the tray; and never to two of them. */
static void
test_events (Fixture *fixture,
             gconstpointer data)
{
  GListModel *events = steppe_dossier_get_items (fixture->dossier, STEPPE_ITEM_EVENT);
  guint n_marked = 0, n_elsewhere = 0, n_unplaced = 0;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SteppeEvent) event = g_list_model_get_item (events, i);
      gboolean marked = steppe_map_scene_find_spot (get_scene (fixture), STEPPE_ITEM (event)) != NULL;
      gboolean elsewhere = is_elsewhere (fixture, event);
      gboolean unplaced = g_ptr_array_find (steppe_map_scene_get_unplaced (get_scene (fixture)), event, NULL);

      g_test_message ("%s", steppe_item_get_id (STEPPE_ITEM (event)));
      g_assert_cmpint (marked + elsewhere + unplaced, ==, 1);
      n_marked += marked;
      n_elsewhere += elsewhere;
      n_unplaced += unplaced;
    }
  g_assert_cmpuint (n_marked, >, 0);
  g_assert_cmpuint (n_elsewhere, >, 0);
  g_assert_cmpuint (n_unplaced, >, 0);
}

static gboolean
has_track (Fixture *fixture,
           SteppeItem *item,
           const SteppeLeg *leg)
{
  GPtrArray *tracks = steppe_map_scene_get_tracks (get_scene (fixture));

  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);

      if (track->item == item && (leg == NULL || track->leg == leg) && track->points->len > 1)
        return TRUE;
    }
  return FALSE;
}

/* Each leg of each journey is drawn. */
static void
test_journeys (Fixture *fixture,
               gconstpointer data)
{
  GListModel *journeys = steppe_dossier_get_items (fixture->dossier, STEPPE_ITEM_JOURNEY);

  g_assert_cmpuint (g_list_model_get_n_items (journeys), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (journeys); i++)
    {
      g_autoptr (SteppeJourney) journey = g_list_model_get_item (journeys, i);
      GPtrArray *legs = steppe_journey_get_legs (journey);

      g_test_message ("%s", steppe_item_get_id (STEPPE_ITEM (journey)));
      g_assert_true (has_track (fixture, STEPPE_ITEM (journey), NULL));
      for (guint k = 0; legs != NULL && k < legs->len; k++)
        g_assert_true (has_track (fixture, STEPPE_ITEM (journey), g_ptr_array_index (legs, k)));
    }
}

/* Each relation is listed in the legend when it is selected, whether or not it has an arc. */
static void
test_relations (Fixture *fixture,
                gconstpointer data)
{
  GListModel *relations = steppe_dossier_get_items (fixture->dossier, STEPPE_ITEM_RELATION);
  GtkWidget *legend = find_type (fixture->view, STEPPE_TYPE_MAP_LEGEND);
  guint n_arcs = 0;

  g_assert_cmpuint (g_list_model_get_n_items (relations), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (SteppeItem) relation = g_list_model_get_item (relations, i);

      g_test_message ("%s", steppe_item_get_id (relation));
      steppe_focus_set_selected (fixture->focus, relation);
      g_assert_true (gtk_widget_get_visible (legend));
      g_assert_nonnull (find_widget (legend, is_row_of, steppe_item_get_id (relation)));
      n_arcs += steppe_map_relations_find_arc (STEPPE_MAP_VIEW (fixture->view)->relations, relation) != NULL;
    }
  g_assert_cmpuint (n_arcs, >, 0);
  steppe_focus_set_selected (fixture->focus, NULL);
}

int
main (int argc,
      char **argv)
{
  static const MapTest tests[] = {
    { "/map-sample/events", test_events },
    { "/map-sample/journeys", test_journeys },
    { "/map-sample/relations", test_relations },
  };

  return map_run_tests (&argc, &argv, tests, G_N_ELEMENTS (tests), set_up);
}
