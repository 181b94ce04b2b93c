/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-clusters.h"
#include "geo/steppe-projection.h"
#include "paint/steppe-map-tracks.h"
#include "model/steppe-actor.h"
#include "model/steppe-event.h"
#include "model/steppe-focus.h"
#include "model/steppe-journey.h"
#include "model/steppe-place.h"
#include "model/steppe-statement.h"

G_BEGIN_DECLS

/**
 * SteppeMapSpot:
 * @event: an event
 * @place: where it is marked
 * @x: metres east on the map
 * @y: metres north on the map
 *
 * An event that has a place on the map. What it points to belongs to the dossier.
 */
typedef struct
{
  SteppeEvent *event;
  SteppePlace *place;
  double x;
  double y;
} SteppeMapSpot;

/**
 * SteppeMapGroup:
 * @place: a place
 * @x: metres east on the map; not set for places that are elsewhere
 * @y: metres north on the map
 * @events: (element-type SteppeEvent): the events marked there, first to last
 *
 * A place and what happened at it.
 */
typedef struct
{
  SteppePlace *place;
  double x;
  double y;
  GPtrArray *events;
} SteppeMapGroup;

typedef struct _SteppeMapScene SteppeMapScene;

SteppeMapScene *steppe_map_scene_new (SteppeFocus *focus,
                                      const SteppeProjection *projection);
SteppeMapScene *steppe_map_scene_new_chosen (SteppeDossier *dossier,
                                             const SteppeProjection *projection,
                                             GPtrArray *events,
                                             GPtrArray *lines);
SteppeMapScene *steppe_map_scene_new_span (const SteppeMapScene *scene,
                                           SteppeFocus *focus);
void steppe_map_scene_free (SteppeMapScene *self);

SteppeDossier *steppe_map_scene_get_dossier (const SteppeMapScene *self);
const SteppeProjection *steppe_map_scene_get_projection (const SteppeMapScene *self);
const SteppeMapSpot *steppe_map_scene_get_spots (const SteppeMapScene *self,
                                                 guint *n_spots);
const SteppeMapSpot *steppe_map_scene_find_spot (const SteppeMapScene *self,
                                                 SteppeItem *event);
guint steppe_map_scene_get_index (const SteppeMapScene *self,
                                  const SteppeMapSpot *spot);
const SteppeClusters *steppe_map_scene_get_clusters (const SteppeMapScene *self);
const SteppeClusters *steppe_map_scene_get_faded (const SteppeMapScene *self);
GPtrArray *steppe_map_scene_get_cluster_events (const SteppeMapScene *self,
                                                const SteppeCluster *cluster);
GPtrArray *steppe_map_scene_get_tracks (const SteppeMapScene *self);
GPtrArray *steppe_map_scene_get_groups (const SteppeMapScene *self);
GPtrArray *steppe_map_scene_get_elsewhere (const SteppeMapScene *self);
GPtrArray *steppe_map_scene_get_unplaced (const SteppeMapScene *self);
guint steppe_map_scene_get_n_hidden (const SteppeMapScene *self,
                                     guint *n_undated);

void steppe_map_group_append_events (const SteppeMapGroup *self,
                                     GPtrArray *events);
gboolean steppe_map_scene_locate (const SteppeMapScene *self,
                                  SteppePlace *place,
                                  SteppePoint *point);
GPtrArray *steppe_map_scene_get_event_places (const SteppeMapScene *self,
                                              SteppeEvent *event);
GPtrArray *steppe_map_scene_get_events_of (const SteppeMapScene *self,
                                           SteppeItem *item);
void steppe_map_scene_get_home (const SteppeMapScene *self,
                                SteppeBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapScene, steppe_map_scene_free)

G_END_DECLS
