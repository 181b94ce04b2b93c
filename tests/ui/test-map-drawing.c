/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-testing.h"

#include "paint/steppe-map-journeys.h"

/* What the map shows, pixel by pixel. */

/* Pixels around the middle of the line. */
#define REACH 8
/* By which a channel of a pixel may differ from a colour: less than at the edges of a line, where it mixes with others. */
#define TOLERANCE 4

/* An event keeps the story together, and a journey goes through the emptiest land there is. */
#define PLACES_AND_EVENTS                                                                                       \
  "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"Test\","                 \
  " \"places\": ["                                                                                              \
  "  {\"id\": \"west\", \"name\": \"West\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [95, 62]}},"   \
  "  {\"id\": \"east\", \"name\": \"East\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [125, 62]}}]," \
  " \"events\": [{\"id\": \"start\", \"title\": \"Start\", \"date\": \"2024-09-02\", \"places\": [\"west\"]}]"

static const char bare_text[] = PLACES_AND_EVENTS "}";
static const char dossier_text[] =
    PLACES_AND_EVENTS
    ", \"journeys\": ["
    "  {\"id\": \"flight\", \"name\": \"Flight\", \"kind\": \"flight\", \"status\": \"confirmed\","
    "   \"legs\": [{\"from\": \"west\", \"to\": \"east\", \"date\": \"2024-09-02\"}]}]}";

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  map_set_up (fixture, dossier_text);
  map_show (fixture);
}

static const SteppeMapTrack *
get_track (Fixture *fixture)
{
  return g_ptr_array_index (steppe_map_scene_get_tracks (STEPPE_MAP_VIEW (fixture->view)->scene), 0);
}

/* The pixels of the map as it is drawn now, in GDK_MEMORY_DEFAULT. */
static GBytes *
draw (Fixture *fixture,
      gsize *stride)
{
  int width = gtk_widget_get_width (fixture->view), height = gtk_widget_get_height (fixture->view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels;

  _steppe_map_view_snapshot_map (STEPPE_MAP_VIEW (fixture->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  *stride = 4 * (gsize) width;
  pixels = g_malloc (*stride * height);
  gdk_texture_download (texture, pixels, *stride);
  return g_bytes_new_take (pixels, *stride * height);
}

/* Whether somewhere around a point of the map there is a pixel of that colour. */
static gboolean
shows (Fixture *fixture,
       const SteppePoint *point,
       const SteppeColor *color)
{
  const double channels[] = { color->blue * 255, color->green * 255, color->red * 255 };
  gsize stride;
  g_autoptr (GBytes) bytes = draw (fixture, &stride);
  const guchar *pixels = g_bytes_get_data (bytes, NULL);
  double x, y;

  steppe_camera_project (&STEPPE_MAP_VIEW (fixture->view)->camera, point->x, point->y, &x, &y);
  g_assert_cmpfloat (x, >, REACH);
  g_assert_cmpfloat (y, >, REACH);
  g_assert_cmpfloat (x, <, gtk_widget_get_width (fixture->view) - REACH);
  g_assert_cmpfloat (y, <, gtk_widget_get_height (fixture->view) - REACH);
  for (int dy = -REACH; dy <= REACH; dy++)
    for (int dx = -REACH; dx <= REACH; dx++)
      {
        const guchar *pixel = pixels + ((int) y + dy) * stride + 4 * ((int) x + dx);

        if (fabs (pixel[0] - channels[0]) <= TOLERANCE && fabs (pixel[1] - channels[1]) <= TOLERANCE &&
            fabs (pixel[2] - channels[2]) <= TOLERANCE)
          return TRUE;
      }
  return FALSE;
}

/* Whether the line is drawn, in the colour that belongs to what the map looks like now. */
static gboolean
shows_line (Fixture *fixture)
{
  const SteppeMapTrack *track = get_track (fixture);
  SteppeColor color = steppe_map_journeys_get_color (track->item, &STEPPE_MAP_VIEW (fixture->view)->look);

  return shows (fixture, &g_array_index (track->points, SteppePoint, track->points->len / 3), &color);
}

/* A line is on the map at every scale, and goes with the dossier. */
static void
test_line (Fixture *fixture,
           gconstpointer data)
{
  const SteppeMapTrack *track = get_track (fixture);
  SteppePoint point = g_array_index (track->points, SteppePoint, track->points->len / 3);
  SteppeColor color = steppe_map_journeys_get_color (track->item, &STEPPE_MAP_VIEW (fixture->view)->look);
  g_autoptr (GBytes) bytes = g_bytes_new_static (bare_text, strlen (bare_text));
  g_autoptr (SteppeDossier) bare = NULL;

  ASSERT_SOON (shows_line (fixture));
  activate (fixture, "map.zoom-out");
  g_assert_true (shows_line (fixture));
  settle ();
  ASSERT_SOON (shows_line (fixture));

  /* The same places at the same scale. */
  bare = steppe_dossier_read_bytes (bytes, NULL, NULL);
  steppe_focus_set_dossier (fixture->focus, bare);
  ASSERT_SOON (!shows (fixture, &point, &color));
  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
  ASSERT_SOON (shows_line (fixture));
}

/* It has another colour where the map is dark. */
static void
test_dark (Fixture *fixture,
           gconstpointer data)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);
  SteppeColor light = steppe_map_journeys_get_color (get_track (fixture)->item, &view->look), dark;

  ASSERT_SOON (shows_line (fixture));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  settle ();
  dark = steppe_map_journeys_get_color (get_track (fixture)->item, &view->look);
  g_assert_false (memcmp (&light, &dark, sizeof light) == 0);

  ASSERT_SOON (shows_line (fixture));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* What the pointer is over stands out at once, and no longer when it has left. */
static void
test_glow (Fixture *fixture,
           gconstpointer data)
{
  gsize stride;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) lit = NULL;
  g_autoptr (GBytes) again = NULL;

  ASSERT_SOON (shows_line (fixture));
  settle ();
  plain = draw (fixture, &stride);
  steppe_focus_set_hovered (fixture->focus, lookup (fixture, "flight"));
  lit = draw (fixture, &stride);
  g_assert_false (g_bytes_equal (plain, lit));
  steppe_focus_set_hovered (fixture->focus, NULL);
  again = draw (fixture, &stride);
  g_assert_true (g_bytes_equal (plain, again));
}

static const MapTest tests[] = {
  { "/map-drawing/line", test_line },
  { "/map-drawing/dark", test_dark },
  { "/map-drawing/glow", test_glow },
};

int
main (int argc,
      char **argv)
{
  return map_run_tests (&argc, &argv, tests, G_N_ELEMENTS (tests), set_up);
}
