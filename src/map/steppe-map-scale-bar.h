/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geo/steppe-camera.h"
#include "geo/steppe-projection.h"
#include "paint/steppe-map-look.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_MAP_SCALE_BAR (steppe_map_scale_bar_get_type ())
G_DECLARE_FINAL_TYPE (SteppeMapScaleBar, steppe_map_scale_bar, STEPPE, MAP_SCALE_BAR, GtkWidget)

GtkWidget *steppe_map_scale_bar_new (void);
void steppe_map_scale_bar_set_camera (SteppeMapScaleBar *self,
                                      const SteppeProjection *projection,
                                      const SteppeCamera *camera,
                                      const SteppeMapLook *look);

G_END_DECLS
