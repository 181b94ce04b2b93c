/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-halos.h"

/* A badge has a halo when all its events are at one place. */
static void
snapshot_halo (const SteppeMapMarker *marker,
               GtkSnapshot *snapshot,
               const SteppeMapScene *scene,
               const SteppeCamera *camera,
               const SteppeMapLook *look)
{
  const SteppeMapSpot *spot = steppe_map_marker_get_place_spot (marker, scene);
  const SteppeBox *extent = &marker->cluster->extent;
  double radius = steppe_place_get_precision_m (spot->place) / 1000.0 * camera->scale;
  gboolean stands_out = marker->selected || marker->lit;
  GdkRGBA fill = stands_out ? look->accent : look->ink, edge = fill;
  GskRoundedRect circle;
  double x, y;

  if (!(radius > marker->radius) || (marker->spot == NULL && (extent->x_min < extent->x_max || extent->y_min < extent->y_max)))
    return;
  steppe_camera_project (camera, spot->x, spot->y, &x, &y);
  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius), radius);
  fill.alpha = stands_out ? 0.14f : 0.05f;
  edge.alpha = stands_out ? 0.5f : 0.25f;
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &fill, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, (float[]) { 1, 1, 1, 1 }, (GdkRGBA[]) { edge, edge, edge, edge });
}

/**
 * steppe_map_halos_snapshot:
 * @markers: the markers in the view
 * @snapshot: where to draw
 * @scene: (nullable): what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Draws how far what is marked may be from where the markers are: quietly, and what stands out in the accent colour.
 */
void
steppe_map_halos_snapshot (SteppeMapMarkers *markers,
                           GtkSnapshot *snapshot,
                           const SteppeMapScene *scene,
                           const SteppeCamera *camera,
                           const SteppeMapLook *look)
{
  guint n_markers;
  const SteppeMapMarker *all = steppe_map_markers_get (markers, &n_markers);

  for (guint i = 0; i < n_markers; i++)
    snapshot_halo (&all[i], snapshot, scene, camera, look);
}
