/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-camera.h"
#include "paint/steppe-map-look.h"
#include "paint/steppe-map-scene.h"

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

/**
 * SteppeMapAnchor:
 * @place: a place of the story that is marked
 * @point: where it is on the map, in metres
 * @x: the middle of its mark, in pixels of the view
 * @y: likewise
 * @half_width: how far the mark reaches to either side, in pixels
 * @half_height: how far it reaches up and down
 * @selected: whether the mark is that of the selected item
 * @n_events: how many events it stands for
 * @order: a number of its own
 *
 * What the name of a place of the story is to stand beside.
 */
typedef struct
{
  SteppePlace *place;
  SteppePoint point;
  double x;
  double y;
  double half_width;
  double half_height;
  gboolean selected;
  guint n_events;
  guint order;
} SteppeMapAnchor;

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
GArray *steppe_map_markers_find_faded (const SteppeMapScene *scene,
                                       const SteppeCamera *camera,
                                       const SteppeMapLook *look);
void steppe_map_markers_add_anchors (SteppeMapMarkers *self,
                                     const SteppeMapScene *scene,
                                     GArray *anchors);
const SteppeMapSpot *steppe_map_marker_get_place_spot (const SteppeMapMarker *marker,
                                                       const SteppeMapScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapMarkers, steppe_map_markers_free)

G_END_DECLS
