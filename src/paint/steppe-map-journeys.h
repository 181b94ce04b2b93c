/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-map-scene.h"
#include "paint/steppe-map-track-style.h"

G_BEGIN_DECLS

const SteppeMapTrack *steppe_map_journeys_pick (const SteppeMapScene *scene,
                                                const SteppeCamera *camera,
                                                double x,
                                                double y,
                                                double reach);
SteppeColor steppe_map_journeys_get_color (SteppeItem *item,
                                           const SteppeMapLook *look);
gboolean steppe_map_journeys_get_style (const SteppeMapTrack *track,
                                        const SteppeMapEmphasis *emphasis,
                                        const SteppeMapLook *look,
                                        SteppeMapTrackStyle *style);
void steppe_map_journeys_draw (GPtrArray *tracks,
                               cairo_t *cr,
                               const SteppeMapEmphasis *emphasis,
                               const SteppeCamera *camera,
                               const SteppeMapLook *look);

G_END_DECLS
