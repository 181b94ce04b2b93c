/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-focus.h"
#include "paint/steppe-map-track-style.h"

G_BEGIN_DECLS

typedef struct _SteppeMapHistory SteppeMapHistory;

SteppeMapHistory *steppe_map_history_new (void);
void steppe_map_history_free (SteppeMapHistory *self);

void steppe_map_history_update (SteppeMapHistory *self,
                                SteppeFocus *focus,
                                const SteppeProjection *projection);
GPtrArray *steppe_map_history_get_tracks (const SteppeMapHistory *self);
GArray *steppe_map_history_find_spots (const SteppeMapTrack *track,
                                       const SteppeBox *view);
gboolean steppe_map_history_get_style (const SteppeMapTrack *track,
                                       const SteppeMapLook *look,
                                       SteppeMapTrackStyle *style);
void steppe_map_history_draw (const SteppeMapHistory *self,
                              cairo_t *cr,
                              const SteppeCamera *camera,
                              const SteppeMapLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapHistory, steppe_map_history_free)

G_END_DECLS
