/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geo/steppe-camera.h"

G_BEGIN_DECLS

typedef struct _SteppeMapMotion SteppeMapMotion;

/**
 * SteppeMapMotionFunc:
 * @widget: the widget that shows the map
 * @camera: what it is to show
 * @moving: whether more is about to follow
 */
typedef void (*SteppeMapMotionFunc) (GtkWidget *widget,
                                     const SteppeCamera *camera,
                                     gboolean moving);

SteppeMapMotion *steppe_map_motion_new (GtkWidget *widget,
                                        SteppeMapMotionFunc func);
void steppe_map_motion_free (SteppeMapMotion *self);

void steppe_map_motion_stop (SteppeMapMotion *self);
void steppe_map_motion_fly (SteppeMapMotion *self,
                            const SteppeCamera *from,
                            const SteppeCamera *to);
void steppe_map_motion_glide (SteppeMapMotion *self,
                              const SteppeCamera *camera,
                              double x_velocity,
                              double y_velocity);
void steppe_map_motion_zoom (SteppeMapMotion *self,
                             const SteppeCamera *camera,
                             double factor,
                             double px,
                             double py);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapMotion, steppe_map_motion_free)

G_END_DECLS
