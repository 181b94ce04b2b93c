/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/steppe-map-pointers.h"
#include "paint/steppe-map-relations.h"
#include "paint/steppe-map-painter.h"

G_BEGIN_DECLS

typedef struct _SteppeMapControls SteppeMapControls;

SteppeMapControls *steppe_map_controls_new (GtkWidget *parent);
void steppe_map_controls_free (SteppeMapControls *self);

void steppe_map_controls_set_look (SteppeMapControls *self,
                                   SteppeBasemap *basemap,
                                   SteppeMapStyle *style,
                                   const SteppeMapLook *look);
void steppe_map_controls_set_scene (SteppeMapControls *self,
                                    const SteppeMapScene *scene);
void steppe_map_controls_set_selected (SteppeMapControls *self,
                                       const SteppeMapScene *scene,
                                       SteppeItem *selected);
void steppe_map_controls_set_relations (SteppeMapControls *self,
                                        const SteppeMapRelations *relations,
                                        SteppeDossier *dossier,
                                        SteppeItem *selected,
                                        const SteppeMapLook *look);
void steppe_map_controls_set_camera (SteppeMapControls *self,
                                     const SteppeMapScene *scene,
                                     const SteppeProjection *projection,
                                     const SteppeCamera *camera,
                                     const SteppeMapLook *look,
                                     gboolean settled);
void steppe_map_controls_allocate (SteppeMapControls *self,
                                   int width,
                                   int height,
                                   GArray *markers);
void steppe_map_controls_get_areas (SteppeMapControls *self,
                                    GArray *areas);
SteppeMapPointers *steppe_map_controls_get_pointers (SteppeMapControls *self);
GtkWidget *steppe_map_controls_get_unplaced (SteppeMapControls *self);
GtkWidget *steppe_map_controls_get_list (SteppeMapControls *self);
GtkWidget *steppe_map_controls_get_elsewhere (SteppeMapControls *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapControls, steppe_map_controls_free)

G_END_DECLS
