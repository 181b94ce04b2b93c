/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-relation.h"
#include "paint/steppe-map-scene.h"
#include "paint/steppe-map-track-style.h"

G_BEGIN_DECLS

typedef struct _SteppeMapRelations SteppeMapRelations;

SteppeMapRelations *steppe_map_relations_new (void);
void steppe_map_relations_free (SteppeMapRelations *self);

void steppe_map_relations_update (SteppeMapRelations *self,
                                  const SteppeMapScene *scene,
                                  SteppeItem *selected);
void steppe_map_relations_take (SteppeMapRelations *self,
                                const SteppeMapScene *scene,
                                GPtrArray *relations);
SteppeItem *steppe_map_relations_get_center (const SteppeMapRelations *self);
guint steppe_map_relations_get_serial (const SteppeMapRelations *self);
GPtrArray *steppe_map_relations_get_all (const SteppeMapRelations *self);
const SteppeMapTrack *steppe_map_relations_find_arc (const SteppeMapRelations *self,
                                                     SteppeItem *relation);
GPtrArray *steppe_map_relations_get_arcs (const SteppeMapRelations *self);
SteppeColor steppe_map_relations_get_color (const SteppeMapRelations *self,
                                            SteppeItem *relation,
                                            const SteppeMapLook *look);
const SteppeMapTrack *steppe_map_relations_pick (const SteppeMapRelations *self,
                                                 const SteppeCamera *camera,
                                                 double x,
                                                 double y,
                                                 double reach);
void steppe_map_relations_get_style (const SteppeMapRelations *self,
                                     const SteppeMapTrack *arc,
                                     const SteppeMapEmphasis *emphasis,
                                     const SteppeMapLook *look,
                                     SteppeMapTrackStyle *style);
void steppe_map_relations_draw (const SteppeMapRelations *self,
                                cairo_t *cr,
                                const SteppeMapEmphasis *emphasis,
                                const SteppeCamera *camera,
                                const SteppeMapLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapRelations, steppe_map_relations_free)

G_END_DECLS
