/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geo/steppe-basemap.h"
#include "geo/steppe-camera.h"
#include "paint/steppe-map-look.h"
#include "paint/steppe-map-painter.h"

G_BEGIN_DECLS

typedef struct _SteppeMapTiles SteppeMapTiles;

SteppeMapTiles *steppe_map_tiles_new (GtkWidget *widget,
                                      SteppeBasemap *basemap);
void steppe_map_tiles_free (SteppeMapTiles *self);

void steppe_map_tiles_set_style (SteppeMapTiles *self,
                                 SteppeMapStyle *style);
void steppe_map_tiles_set_projection (SteppeMapTiles *self,
                                      const SteppeProjection *projection);
void steppe_map_tiles_set_view (SteppeMapTiles *self,
                                const SteppeCamera *camera,
                                GPtrArray *tracks,
                                const SteppeMapLook *look,
                                gboolean moving);
gboolean steppe_map_tiles_fill (SteppeMapTiles *self,
                                const SteppeCamera *camera);
void steppe_map_tiles_snapshot (SteppeMapTiles *self,
                                GtkSnapshot *snapshot,
                                const SteppeCamera *camera,
                                double device_scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapTiles, steppe_map_tiles_free)

G_END_DECLS
