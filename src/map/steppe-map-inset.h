/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paint/steppe-map-look.h"
#include "paint/steppe-map-scene.h"
#include "paint/steppe-map-painter.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_MAP_INSET (steppe_map_inset_get_type ())
G_DECLARE_FINAL_TYPE (SteppeMapInset, steppe_map_inset, STEPPE, MAP_INSET, GtkWidget)

GtkWidget *steppe_map_inset_new (void);

gboolean steppe_map_inset_is_empty (SteppeMapInset *self);
void steppe_map_inset_set_scene (SteppeMapInset *self,
                                 const SteppeMapScene *scene);
void steppe_map_inset_paint (SteppeMapInset *self,
                             SteppeBasemap *basemap,
                             SteppeMapStyle *style,
                             const SteppeMapLook *look);

G_END_DECLS
