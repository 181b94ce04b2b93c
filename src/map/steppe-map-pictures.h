/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paint/steppe-map-labels.h"
#include "paint/steppe-map-markers.h"

G_BEGIN_DECLS

typedef struct _SteppeMapPictures SteppeMapPictures;

SteppeMapPictures *steppe_map_pictures_new (void);
void steppe_map_pictures_free (SteppeMapPictures *self);

void steppe_map_pictures_snapshot_markers (SteppeMapPictures *self,
                                           GtkSnapshot *snapshot,
                                           SteppeMapMarkers *markers,
                                           const SteppeMapLook *look);
void steppe_map_pictures_snapshot_faded (SteppeMapPictures *self,
                                         GtkSnapshot *snapshot,
                                         const SteppeMapScene *scene,
                                         const SteppeCamera *camera,
                                         const SteppeMapLook *look);
void steppe_map_pictures_snapshot_labels (SteppeMapPictures *self,
                                          GtkSnapshot *snapshot,
                                          SteppeMapLabels *labels,
                                          const SteppeCamera *camera,
                                          const SteppeMapLook *look);
void steppe_map_pictures_snapshot_ring (GtkSnapshot *snapshot,
                                        const SteppeMapMarker *marker,
                                        const SteppeMapLook *look);
void steppe_map_pictures_snapshot_halos (GtkSnapshot *snapshot,
                                         SteppeMapMarkers *markers,
                                         const SteppeMapScene *scene,
                                         const SteppeCamera *camera,
                                         const SteppeMapLook *look);

G_END_DECLS
