/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-camera.h"
#include "map/steppe-map-look.h"
#include "map/steppe-map-scene.h"

G_BEGIN_DECLS

typedef struct _SteppeMapJourneys SteppeMapJourneys;

SteppeMapJourneys *steppe_map_journeys_new (void);
void steppe_map_journeys_free (SteppeMapJourneys *self);

GPtrArray *steppe_map_journeys_draw (GPtrArray *tracks,
                                     double scale,
                                     const SteppeMapLook *look);
void steppe_map_journeys_snapshot (SteppeMapJourneys *self,
                                   GtkSnapshot *snapshot,
                                   const SteppeMapScene *scene,
                                   SteppeItem *selected,
                                   const SteppeLeg *leg,
                                   SteppeItem *hovered,
                                   gboolean all,
                                   const SteppeCamera *camera,
                                   const SteppeMapLook *look);
const SteppeMapTrack *steppe_map_journeys_pick (const SteppeMapScene *scene,
                                                const SteppeCamera *camera,
                                                double x,
                                                double y,
                                                double reach);
GdkRGBA steppe_map_journeys_get_color (SteppeItem *item,
                                       const SteppeMapLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapJourneys, steppe_map_journeys_free)

G_END_DECLS
