/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-clusters.h"
#include "geo/steppe-projection.h"
#include "model/steppe-dossier.h"
#include "model/steppe-journey.h"
#include "model/steppe-place.h"

G_BEGIN_DECLS

/**
 * SteppeMapTrack:
 * @item: the journey or place it belongs to
 * @leg: (nullable): the leg of the journey
 * @points: (element-type SteppePoint): its points on the map
 * @sure: whether it is certain and not planned, so that its line is whole
 * @closed: whether it is the ring of an area
 * @box: what holds its points
 *
 * A line on the map.
 */
typedef struct
{
  SteppeItem *item;
  const SteppeLeg *leg;
  GArray *points;
  gboolean sure;
  gboolean closed;
  SteppeBox box;
} SteppeMapTrack;

SteppeMapTrack *steppe_map_track_new (SteppeItem *item,
                                      const SteppeLeg *leg);
void steppe_map_track_free (SteppeMapTrack *self);
void steppe_map_track_add_point (SteppeMapTrack *self,
                                 double x,
                                 double y);

SteppePlace *steppe_map_tracks_lookup_place (SteppeDossier *dossier,
                                             const char *id);
GPtrArray *steppe_map_tracks_new (SteppeDossier *dossier,
                                  const SteppeProjection *projection);
GPtrArray *steppe_map_tracks_new_areas (GPtrArray *places,
                                        const SteppeProjection *projection);
const SteppeMapTrack *steppe_map_tracks_pick (GPtrArray *tracks,
                                              const SteppeCamera *camera,
                                              double x,
                                              double y,
                                              double reach);

G_END_DECLS
