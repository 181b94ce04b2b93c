/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geo/steppe-camera.h"
#include "paint/steppe-map-look.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_MAP_NORTH (steppe_map_north_get_type ())
G_DECLARE_FINAL_TYPE (SteppeMapNorth, steppe_map_north, STEPPE, MAP_NORTH, GtkWidget)

GtkWidget *steppe_map_north_new (void);

void steppe_map_north_set_camera (SteppeMapNorth *self,
                                  const SteppeProjection *projection,
                                  const SteppeCamera *camera,
                                  const SteppeMapLook *look);

G_END_DECLS
