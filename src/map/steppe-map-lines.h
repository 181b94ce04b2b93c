/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paint/steppe-map-history.h"
#include "paint/steppe-map-journeys.h"
#include "paint/steppe-map-relations.h"

G_BEGIN_DECLS

typedef struct _SteppeMapLines SteppeMapLines;

SteppeMapLines *steppe_map_lines_new (void);
void steppe_map_lines_free (SteppeMapLines *self);

GPtrArray *steppe_map_lines_draw_journeys (GPtrArray *tracks,
                                           double scale,
                                           const SteppeMapLook *look);
void steppe_map_lines_snapshot_history (SteppeMapLines *self,
                                        GtkSnapshot *snapshot,
                                        const SteppeMapHistory *history,
                                        const SteppeCamera *camera,
                                        const SteppeMapLook *look);
void steppe_map_lines_snapshot_journeys (SteppeMapLines *self,
                                         GtkSnapshot *snapshot,
                                         const SteppeMapScene *scene,
                                         const SteppeMapEmphasis *emphasis,
                                         const SteppeCamera *camera,
                                         const SteppeMapLook *look);
void steppe_map_lines_snapshot_relations (SteppeMapLines *self,
                                          GtkSnapshot *snapshot,
                                          const SteppeMapRelations *relations,
                                          const SteppeMapEmphasis *emphasis,
                                          const SteppeCamera *camera,
                                          const SteppeMapLook *look);

G_END_DECLS
