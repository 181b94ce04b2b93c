/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-basemap.h"
#include "map/steppe-map-history.h"
#include "map/steppe-map-markers.h"

G_BEGIN_DECLS

typedef struct _SteppeMapLabels SteppeMapLabels;

SteppeMapLabels *steppe_map_labels_new (SteppeBasemap *basemap,
                                        PangoContext *context);
void steppe_map_labels_free (SteppeMapLabels *self);

gboolean steppe_map_labels_are_stale (SteppeMapLabels *self,
                                      const SteppeCamera *camera,
                                      const SteppeMapLook *look);
void steppe_map_labels_layout (SteppeMapLabels *self,
                               const SteppeMapScene *scene,
                               const SteppeMapHistory *history,
                               SteppeMapMarkers *markers,
                               GArray *controls,
                               const SteppeCamera *camera,
                               const SteppeMapLook *look);
void steppe_map_labels_snapshot (SteppeMapLabels *self,
                                 GtkSnapshot *snapshot,
                                 const SteppeCamera *camera,
                                 const SteppeMapLook *look);
void steppe_map_labels_draw (SteppeMapLabels *self,
                             cairo_t *cr,
                             const SteppeCamera *camera,
                             const SteppeMapLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapLabels, steppe_map_labels_free)

G_END_DECLS
