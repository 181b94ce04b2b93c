/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <shumate/shumate.h>

#include "bench.h"
#include "paint/steppe-map-scene.h"

/* What Steppe's map is measured against: the same dossier and the same base map in libshumate, the map widget of GNOME. It draws
 * vector tiles, which tippecanoe makes of the layers that peer-layers writes, in the style of peer-style.json, and has a widget for
 * each event, as GNOME Maps has for what it marks. */

/* Of the tiles; the map may go on to the greatest of the view. */
#define MAX_TILE_ZOOM 6
/* About as small and as large as Steppe's map can be: 0.08 and 8 pixels to the kilometre. */
#define MIN_ZOOM 2
#define MAX_ZOOM 9
/* The middle of the region, in degrees. */
#define LATITUDE 55
#define LONGITUDE 105
/* They make the map 1.5 times as large, as one notch does Steppe's. */
#define NOTCHES_PER_TURN 3
/* Milliseconds, less than a frame takes. */
#define REMIND_AFTER 4
/* Of a marker, in pixels. */
#define MARKER_SIZE 20

#define PEER_TYPE_TILES (peer_tiles_get_type ())
G_DECLARE_FINAL_TYPE (PeerTiles, peer_tiles, PEER, TILES, ShumateDataSource)

/* Tiles from the folder that STEPPE_BENCH_TILES names. */
struct _PeerTiles
{
  ShumateDataSource parent_instance;
};

static gboolean tiles_asked_for;

G_DEFINE_FINAL_TYPE (PeerTiles, peer_tiles, SHUMATE_TYPE_DATA_SOURCE)

/* Where there is nothing there is no file. */
static ShumateDataSourceRequest *
peer_tiles_start_request (ShumateDataSource *source,
                          int x,
                          int y,
                          int zoom,
                          GCancellable *cancellable)
{
  ShumateDataSourceRequest *request = shumate_data_source_request_new (x, y, zoom);
  g_autofree char *path = g_strdup_printf ("%s/%d/%d/%d.pbf", g_getenv ("STEPPE_BENCH_TILES"), zoom, x, y);
  char *contents = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;

  tiles_asked_for = TRUE;
  g_file_get_contents (path, &contents, &length, NULL);
  bytes = g_bytes_new_take (contents, length);
  shumate_data_source_request_emit_data (request, bytes, TRUE);
  return request;
}

static void
peer_tiles_class_init (PeerTilesClass *class)
{
  SHUMATE_DATA_SOURCE_CLASS (class)->start_request = peer_tiles_start_request;
}

static void
peer_tiles_init (PeerTiles *self)
{
}

static ShumateMapSource *
create_source (void)
{
  g_autofree char *style = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShumateDataSource) tiles = g_object_new (PEER_TYPE_TILES, "min-zoom-level", 0, "max-zoom-level", MAX_TILE_ZOOM, NULL);
  ShumateVectorRenderer *renderer = NULL;

  if (g_file_get_contents (STEPPE_BENCH_STYLE, &style, NULL, &error))
    renderer = shumate_vector_renderer_new ("basemap", style, &error);
  if (renderer == NULL)
    g_error ("%s", error->message);
  shumate_vector_renderer_set_data_source (renderer, "basemap", tiles);
  shumate_map_source_set_max_zoom_level (SHUMATE_MAP_SOURCE (renderer), MAX_ZOOM);
  return SHUMATE_MAP_SOURCE (renderer);
}

static ShumateMarker *
create_marker (const SteppeMapSpot *spot,
               const SteppeProjection *region)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("mark-location-symbolic");
  ShumateMarker *marker = shumate_marker_new ();
  double longitude, latitude;

  gtk_image_set_pixel_size (GTK_IMAGE (image), MARKER_SIZE);
  shumate_marker_set_child (marker, image);
  if (steppe_projection_inverse (region, spot->x, spot->y, &longitude, &latitude))
    shumate_location_set_location (SHUMATE_LOCATION (marker), latitude, longitude);
  g_object_set_data (G_OBJECT (marker), "event", spot->event);
  return marker;
}

static void
dossier_cb (SteppeFocus *focus,
            GParamSpec *property,
            ShumateMarkerLayer *layer)
{
  SteppeProjection region;
  g_autoptr (SteppeMapScene) scene = NULL;
  const SteppeMapSpot *spots;
  guint n_spots;

  if (steppe_focus_get_dossier (focus) == NULL)
    return;
  steppe_projection_init_region (&region);
  scene = steppe_map_scene_new (focus, &region);
  spots = steppe_map_scene_get_spots (scene, &n_spots);
  for (guint i = 0; i < n_spots; i++)
    shumate_marker_layer_add_marker (layer, create_marker (&spots[i], &region));
}

static void
selected_cb (SteppeFocus *focus,
             GParamSpec *property,
             ShumateMarkerLayer *layer)
{
  SteppeItem *selected = steppe_focus_get_selected (focus);
  g_autoptr (GList) markers = shumate_marker_layer_get_markers (layer);

  shumate_marker_layer_unselect_all_markers (layer);
  for (GList *link = markers; link != NULL && selected != NULL; link = link->next)
    if (g_object_get_data (link->data, "event") == selected)
      shumate_marker_layer_select_marker (layer, link->data);
}

/* The map takes its first view for the end of a fast movement, puts its tiles off until the next frame, and may then forget them:
 * so it is reminded. */
static gboolean
remind_cb (gpointer viewport)
{
  if (tiles_asked_for)
    return G_SOURCE_REMOVE;
  g_object_notify (viewport, "zoom-level");
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
create (SteppeFocus *focus)
{
  ShumateMap *map = shumate_map_new ();
  ShumateViewport *viewport = shumate_map_get_viewport (map);
  g_autoptr (ShumateMapSource) source = create_source ();
  ShumateMarkerLayer *markers = shumate_marker_layer_new_full (viewport, GTK_SELECTION_MULTIPLE);

  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_viewport_set_min_zoom_level (viewport, MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, MAX_ZOOM);
  shumate_viewport_set_zoom_level (viewport, MIN_ZOOM);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), LATITUDE, LONGITUDE);
  shumate_map_add_layer (map, SHUMATE_LAYER (shumate_map_layer_new (source, viewport)));
  g_timeout_add_full (G_PRIORITY_DEFAULT, REMIND_AFTER, remind_cb, g_object_ref (viewport), g_object_unref);
  shumate_map_add_layer (map, SHUMATE_LAYER (markers));
  g_signal_connect_object (focus, "notify::dossier", G_CALLBACK (dossier_cb), markers, 0);
  g_signal_connect_object (focus, "notify::selected", G_CALLBACK (selected_cb), markers, 0);
  dossier_cb (focus, NULL, markers);
  return GTK_WIDGET (map);
}

static BenchView
get_view (GtkWidget *pane)
{
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (pane));

  return (BenchView) { shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                       shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                       exp2 (shumate_viewport_get_zoom_level (viewport)) };
}

const BenchPane bench_peer = { "peer", 1280, 800, NOTCHES_PER_TURN, create, get_view, bench_pan_map, bench_zoom_map };
