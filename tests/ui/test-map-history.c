/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-testing.h"

static const char dossier_text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"Test\","
    " \"places\": ["
    "  {\"id\": \"spot\", \"name\": \"Spot\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [118.6, 47.7]}},"
    "  {\"id\": \"state\", \"name\": \"State\", \"since\": \"1922\", \"until\": \"1939\", \"geometry\": {\"type\": \"MultiPolygon\","
    "   \"coordinates\": [[[[60, 55], [100, 55], [100, 65], [60, 65], [60, 55]]],"
    "                     [[[142, 46], [144, 46], [144, 53], [142, 53], [142, 46]]]]}},"
    "  {\"id\": \"far\", \"name\": \"Far\", \"since\": \"1922\", \"until\": \"1939\", \"geometry\": {\"type\": \"Polygon\","
    "   \"coordinates\": [[[170, 62], [-175, 62], [-175, 68], [170, 68], [170, 62]]]}}],"
    " \"events\": ["
    "  {\"id\": \"battle\", \"title\": \"Battle\", \"date\": \"1939-08-20\", \"places\": [\"spot\"]},"
    "  {\"id\": \"wreath\", \"title\": \"Wreath\", \"date\": \"2019-09-03\", \"places\": [\"spot\"]}]}";

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  map_set_up (fixture, dossier_text);
  map_show (fixture);
}

static guint
count_rings (Fixture *fixture)
{
  return steppe_map_history_get_tracks (STEPPE_MAP_VIEW (fixture->view)->history)->len;
}

/* The map follows the selected event, and the span of time where none is selected. */
static void
test_follows_time (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (SteppeDate) thirties = steppe_date_new ("1930/1935", NULL);

  g_assert_cmpuint (count_rings (fixture), ==, 0);
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "battle"));
  g_assert_cmpuint (count_rings (fixture), ==, 3);
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "wreath"));
  g_assert_cmpuint (count_rings (fixture), ==, 0);
  steppe_focus_set_selected (fixture->focus, NULL);
  steppe_focus_set_span (fixture->focus, steppe_date_get_earliest (thirties), steppe_date_get_latest (thirties));
  ASSERT_SOON (count_rings (fixture) == 3);
  steppe_focus_clear_span (fixture->focus);
  ASSERT_SOON (count_rings (fixture) == 0);
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "battle"));
  steppe_focus_set_dossier (fixture->focus, NULL);
  g_assert_cmpuint (count_rings (fixture), ==, 0);
}

/* An area is no line to point at: what lies under it is found through it, and its edge is not. */
static void
test_not_picked (Fixture *fixture,
                 gconstpointer data)
{
  GPtrArray *rings;

  steppe_focus_set_selected (fixture->focus, lookup (fixture, "battle"));
  wait_frames (fixture->view, 2, &STEPPE_MAP_VIEW (fixture->view)->rest_timeout);
  rings = steppe_map_history_get_tracks (STEPPE_MAP_VIEW (fixture->view)->history);
  for (guint i = 0; i < rings->len; i++)
    {
      const SteppeMapTrack *ring = g_ptr_array_index (rings, i);
      const SteppePoint *corner = &g_array_index (ring->points, SteppePoint, 0);
      double x, y;

      g_assert_true (ring->closed);
      steppe_camera_project (&STEPPE_MAP_VIEW (fixture->view)->camera, corner->x, corner->y, &x, &y);
      g_assert_null (steppe_map_journeys_pick (STEPPE_MAP_VIEW (fixture->view)->scene, &STEPPE_MAP_VIEW (fixture->view)->camera, x, y, 20));
    }
  g_assert_cmpuint (steppe_map_scene_get_tracks (STEPPE_MAP_VIEW (fixture->view)->scene)->len, ==, 0);
}

/* Names stand inside of what is seen of the area, also of one that reaches over the antimeridian. */
static void
test_spots (Fixture *fixture,
            gconstpointer data)
{
  const SteppeBox everything = { -2e7, -2e7, 2e7, 2e7 };
  GPtrArray *rings;

  steppe_focus_set_selected (fixture->focus, lookup (fixture, "battle"));
  rings = steppe_map_history_get_tracks (STEPPE_MAP_VIEW (fixture->view)->history);
  for (guint i = 0; i < rings->len; i++)
    {
      const SteppeMapTrack *ring = g_ptr_array_index (rings, i);
      SteppeBox corner = ring->box, outside = ring->box;
      g_autoptr (GArray) spots = steppe_map_history_find_spots (ring, &everything);
      g_autoptr (GArray) seen = NULL;
      g_autoptr (GArray) none = NULL;

      g_assert_cmpuint (spots->len, >, 5);
      g_assert_cmpfloat (ring->box.x_max - ring->box.x_min, <, 4e6);
      corner.x_max = (corner.x_min + corner.x_max) / 2;
      seen = steppe_map_history_find_spots (ring, &corner);
      g_assert_cmpuint (seen->len, >, 0);
      for (guint k = 0; k < seen->len; k++)
        g_assert_true (steppe_box_contains (&corner, g_array_index (seen, SteppePoint, k).x, g_array_index (seen, SteppePoint, k).y));
      outside.x_min = ring->box.x_max + 1;
      outside.x_max = ring->box.x_max + 2;
      none = steppe_map_history_find_spots (ring, &outside);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

int
main (int argc,
      char **argv)
{
  static const MapTest tests[] = {
    { "/map-history/follows-time", test_follows_time },
    { "/map-history/not-picked", test_not_picked },
    { "/map-history/spots", test_spots },
  };

  return map_run_tests (&argc, &argv, tests, G_N_ELEMENTS (tests), set_up);
}
