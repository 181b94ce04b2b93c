/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-camera.h"
#include "map/steppe-map-look.h"
#include "map/steppe-map-scene.h"

G_BEGIN_DECLS

/**
 * SteppeMapMarker:
 * @cluster: what it stands for
 * @spot: (nullable): the event that is shown: the only one, or the selected one; %NULL for a badge
 * @selected: whether its event is the selected one
 * @lit: whether it is to stand out, or holds an event that is
 * @x: its middle, in pixels of the view
 * @y: its middle
 * @radius: of what is drawn, in pixels
 *
 * A marker in the view. What it points to belongs to the scene.
 */
typedef struct
{
  const SteppeCluster *cluster;
  const SteppeMapSpot *spot;
  gboolean selected;
  gboolean lit;
  double x;
  double y;
  double radius;
} SteppeMapMarker;

typedef struct _SteppeMapMarkers SteppeMapMarkers;

SteppeMapMarkers *steppe_map_markers_new (void);
void steppe_map_markers_free (SteppeMapMarkers *self);

guint steppe_map_markers_find_level (const SteppeMapScene *scene,
                                     const SteppeCamera *camera,
                                     const SteppeMapLook *look);
void steppe_map_markers_layout (SteppeMapMarkers *self,
                                const SteppeMapScene *scene,
                                SteppeItem *selected,
                                GArray *lit,
                                const SteppeCamera *camera,
                                const SteppeMapLook *look);
const SteppeMapMarker *steppe_map_markers_get (SteppeMapMarkers *self,
                                               guint *n_markers);
const SteppeMapMarker *steppe_map_markers_pick (SteppeMapMarkers *self,
                                                double x,
                                                double y);
const SteppeMapMarker *steppe_map_markers_find_event (SteppeMapMarkers *self,
                                                      const SteppeMapScene *scene,
                                                      SteppeItem *event);
void steppe_map_markers_snapshot (SteppeMapMarkers *self,
                                  GtkSnapshot *snapshot,
                                  const SteppeMapLook *look);
void steppe_map_markers_snapshot_faded (SteppeMapMarkers *self,
                                        GtkSnapshot *snapshot,
                                        const SteppeMapScene *scene,
                                        const SteppeCamera *camera,
                                        const SteppeMapLook *look);
void steppe_map_markers_draw (SteppeMapMarkers *self,
                              cairo_t *cr,
                              const SteppeMapScene *scene,
                              const SteppeCamera *camera,
                              const SteppeMapLook *look);
const SteppeMapSpot *steppe_map_marker_get_place_spot (const SteppeMapMarker *marker,
                                                       const SteppeMapScene *scene);
void steppe_map_marker_snapshot_ring (const SteppeMapMarker *marker,
                                      GtkSnapshot *snapshot,
                                      const GdkRGBA *color,
                                      double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapMarkers, steppe_map_markers_free)

G_END_DECLS
