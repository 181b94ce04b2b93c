/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-markers.h"

#include "paint/steppe-map-marker-paint.h"

#include <math.h>

/* In em, the size of the font. */
#define CASING 0.62 /* radius of the disc under a sign, of the sign's size */
#define LEAST_DISTANCE 2.7
#define TOUCH 0.35 /* how far beside a marker a press still means it */
/* No two places of events that are left out are closer than this. */
#define FADED_DISTANCE 1.5

/**
 * SteppeMapMarkers:
 *
 * The markers of events and the badges of clusters that are in the view.
 */
struct _SteppeMapMarkers
{
  GArray *markers; /* SteppeMapMarker; the selected one last */
};

/**
 * steppe_map_markers_new:
 *
 * Returns: (transfer full): no markers yet
 */
SteppeMapMarkers *
steppe_map_markers_new (void)
{
  SteppeMapMarkers *self = g_new0 (SteppeMapMarkers, 1);

  self->markers = g_array_new (FALSE, FALSE, sizeof (SteppeMapMarker));
  return self;
}

/**
 * steppe_map_markers_free:
 * @self: (transfer full): markers
 */
void
steppe_map_markers_free (SteppeMapMarkers *self)
{
  g_array_unref (self->markers);
  g_free (self);
}

static double
get_badge_radius (guint n_events,
                  double em)
{
  static const struct
  {
    guint below;
    double radius;
  } sizes[] = { { 10, 0.82 }, { 100, 0.92 }, { 1000, 1.08 }, { G_MAXUINT, 1.24 } };
  guint i = 0;

  while (n_events >= sizes[i].below)
    i++;
  return sizes[i].radius * em;
}

/**
 * steppe_map_markers_find_level:
 * @scene: what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Returns: the level of clusters at which no two badges touch
 */
guint
steppe_map_markers_find_level (const SteppeMapScene *scene,
                               const SteppeCamera *camera,
                               const SteppeMapLook *look)
{
  double distance = LEAST_DISTANCE * look->em / camera->scale * 1000.0;

  return steppe_clusters_find_level (steppe_map_scene_get_clusters (scene), distance);
}

static void
add_marker (SteppeMapMarkers *self,
            const SteppeCluster *cluster,
            const SteppeMapSpot *spot,
            gboolean selected,
            const SteppeCamera *camera,
            double em)
{
  SteppeMapMarker marker = { cluster, spot, selected };

  if (spot != NULL)
    {
      marker.radius = steppe_map_marker_get_sign_size (selected, em) * CASING;
      steppe_camera_project (camera, spot->x, spot->y, &marker.x, &marker.y);
    }
  else
    {
      marker.radius = get_badge_radius (cluster->n_points, em);
      steppe_camera_project (camera, cluster->x, cluster->y, &marker.x, &marker.y);
    }
  if (marker.x < -marker.radius || marker.x > camera->width + marker.radius ||
      marker.y < -marker.radius || marker.y > camera->height + marker.radius)
    return;
  g_array_append_val (self->markers, marker);
}

static void
light (SteppeMapMarkers *self,
       const SteppeClusters *clusters,
       guint level,
       GArray *lit)
{
  g_autoptr (GHashTable) lit_clusters = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < lit->len; i++)
    g_hash_table_add (lit_clusters, (gpointer) steppe_clusters_find_point (clusters, level, g_array_index (lit, guint, i)));
  for (guint i = 0; i < self->markers->len; i++)
    {
      SteppeMapMarker *marker = &g_array_index (self->markers, SteppeMapMarker, i);

      marker->lit = g_hash_table_contains (lit_clusters, marker->cluster);
    }
}

/**
 * steppe_map_markers_layout:
 * @self: markers
 * @scene: (nullable): what there is to show
 * @selected: (nullable): the selected item; where it is an event of a cluster, it is shown itself
 *   instead of the cluster's badge
 * @lit: (element-type guint): the numbers of the spots that are to stand out
 * @camera: what the view shows
 * @look: how
 *
 * Works out which markers are in the view, and where.
 */
void
steppe_map_markers_layout (SteppeMapMarkers *self,
                           const SteppeMapScene *scene,
                           SteppeItem *selected,
                           GArray *lit,
                           const SteppeCamera *camera,
                           const SteppeMapLook *look)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SteppeCluster *));
  const double reach = 2.0 * look->em / camera->scale * 1000.0;
  const SteppeClusters *clusters;
  const SteppeMapSpot *spots, *spot;
  const SteppeCluster *with_selected = NULL;
  SteppeBox box;
  guint n_spots, level;

  g_array_set_size (self->markers, 0);
  if (scene == NULL)
    return;
  clusters = steppe_map_scene_get_clusters (scene);
  spots = steppe_map_scene_get_spots (scene, &n_spots);
  level = steppe_map_markers_find_level (scene, camera, look);
  spot = steppe_map_scene_find_spot (scene, selected);
  if (spot != NULL)
    with_selected = steppe_clusters_find_point (clusters, level, steppe_map_scene_get_index (scene, spot));

  steppe_camera_get_box (camera, &box);
  box = (SteppeBox) { box.x_min - reach, box.y_min - reach, box.x_max + reach, box.y_max + reach };
  steppe_clusters_query (clusters, level, &box, found);
  for (guint i = 0; i < found->len; i++)
    {
      const SteppeCluster *cluster = g_array_index (found, const SteppeCluster *, i);
      gboolean single = cluster->n_points == 1;

      if (cluster != with_selected)
        add_marker (self, cluster, single ? &spots[*steppe_clusters_get_members (clusters, cluster)] : NULL,
                    FALSE, camera, look->em);
    }
  if (with_selected != NULL)
    add_marker (self, with_selected, spot, TRUE, camera, look->em);
  light (self, clusters, level, lit);
}

/**
 * steppe_map_markers_get:
 * @self: markers
 * @n_markers: (out): how many are in the view
 *
 * Returns: (transfer none) (array length=n_markers): those in the view, as of the last layout
 */
const SteppeMapMarker *
steppe_map_markers_get (SteppeMapMarkers *self,
                        guint *n_markers)
{
  *n_markers = self->markers->len;
  return (const SteppeMapMarker *) self->markers->data;
}

/**
 * steppe_map_markers_pick:
 * @self: markers
 * @x: pixels from the left of the view
 * @y: pixels from its top
 *
 * Returns: (transfer none) (nullable): the marker there, or the nearest that is almost there
 */
const SteppeMapMarker *
steppe_map_markers_pick (SteppeMapMarkers *self,
                         double x,
                         double y)
{
  const SteppeMapMarker *nearest = NULL;
  double least = 1.0;

  for (guint i = self->markers->len; i-- > 0;)
    {
      const SteppeMapMarker *marker = &g_array_index (self->markers, SteppeMapMarker, i);
      double distance = hypot (x - marker->x, y - marker->y) / (marker->radius * (1.0 + TOUCH));

      if (distance < least)
        {
          least = distance;
          nearest = marker;
        }
    }
  return nearest;
}

/**
 * steppe_map_markers_find_event:
 * @self: markers
 * @scene: what there is to show
 * @event: (nullable): any item
 *
 * Returns: (transfer none) (nullable): the marker in the view that shows the event or holds it
 */
const SteppeMapMarker *
steppe_map_markers_find_event (SteppeMapMarkers *self,
                               const SteppeMapScene *scene,
                               SteppeItem *event)
{
  const SteppeMapSpot *spot = steppe_map_scene_find_spot (scene, event);
  guint index;

  if (spot == NULL)
    return NULL;
  index = steppe_map_scene_get_index (scene, spot);
  for (guint i = 0; i < self->markers->len; i++)
    {
      const SteppeMapMarker *marker = &g_array_index (self->markers, SteppeMapMarker, i);
      const guint *members = steppe_clusters_get_members (steppe_map_scene_get_clusters (scene), marker->cluster);

      if (marker->spot == spot)
        return marker;
      if (marker->spot == NULL || marker->selected)
        for (guint k = 0; k < marker->cluster->n_points; k++)
          if (members[k] == index)
            return marker;
    }
  return NULL;
}

/**
 * steppe_map_marker_get_place_spot:
 * @marker: a marker
 * @scene: what there is to show
 *
 * Returns: (transfer none): a spot whose place is where the marker stands
 */
const SteppeMapSpot *
steppe_map_marker_get_place_spot (const SteppeMapMarker *marker,
                                  const SteppeMapScene *scene)
{
  const SteppeCluster *cluster = marker->cluster;
  const guint *members = steppe_clusters_get_members (steppe_map_scene_get_clusters (scene), cluster);
  guint n_spots;
  const SteppeMapSpot *spots = steppe_map_scene_get_spots (scene, &n_spots);

  if (marker->spot != NULL)
    return marker->spot;
  for (guint i = 0; i < cluster->n_points; i++)
    if (spots[members[i]].x == cluster->x && spots[members[i]].y == cluster->y)
      return &spots[members[i]];
  return &spots[members[0]];
}

/**
 * steppe_map_markers_find_faded:
 * @scene: what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Returns: (transfer full) (element-type SteppePoint): the places in the view of events that are left out, in its pixels; none
 *   are so close that they cannot be told apart
 */
GArray *
steppe_map_markers_find_faded (const SteppeMapScene *scene,
                               const SteppeCamera *camera,
                               const SteppeMapLook *look)
{
  const SteppeClusters *faded = steppe_map_scene_get_faded (scene);
  guint level = steppe_clusters_find_level (faded, FADED_DISTANCE * look->em / camera->scale * 1000.0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SteppeCluster *));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (SteppePoint));
  SteppeBox box;

  if (steppe_clusters_get_n_points (faded) == 0)
    return points;
  steppe_camera_get_box (camera, &box);
  steppe_clusters_query (faded, level, &box, found);
  for (guint i = 0; i < found->len; i++)
    {
      const SteppeCluster *cluster = g_array_index (found, const SteppeCluster *, i);
      SteppePoint point;

      steppe_camera_project (camera, cluster->x, cluster->y, &point.x, &point.y);
      g_array_append_val (points, point);
    }
  return points;
}

/**
 * steppe_map_markers_add_anchors:
 * @self: markers
 * @scene: what there is to show
 * @anchors: (element-type SteppeMapAnchor): gets one for each marker added
 */
void
steppe_map_markers_add_anchors (SteppeMapMarkers *self,
                                const SteppeMapScene *scene,
                                GArray *anchors)
{
  for (guint i = 0; i < self->markers->len; i++)
    {
      const SteppeMapMarker *marker = &g_array_index (self->markers, SteppeMapMarker, i);
      const SteppeMapSpot *spot = steppe_map_marker_get_place_spot (marker, scene);
      SteppeMapAnchor anchor = { spot->place, { spot->x, spot->y }, marker->x, marker->y, marker->radius, marker->radius, marker->selected, marker->cluster->n_points, marker->cluster->first };

      g_array_append_val (anchors, anchor);
    }
}
