/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "paint/steppe-map-markers.h"

G_BEGIN_DECLS

typedef struct _SteppeMapPins SteppeMapPins;

SteppeMapPins *steppe_map_pins_new (const SteppeMapScene *scene,
                                    GPtrArray *events,
                                    SteppeItem *subject,
                                    const SteppeCamera *camera,
                                    const SteppeMapLook *look,
                                    PangoContext *context);
void steppe_map_pins_free (SteppeMapPins *self);

void steppe_map_pins_add_anchors (const SteppeMapPins *self,
                                  GArray *anchors);
void steppe_map_pins_draw (const SteppeMapPins *self,
                           cairo_t *cr,
                           const SteppeMapLook *look);
void steppe_map_pins_draw_halos (const SteppeMapPins *self,
                                 cairo_t *cr,
                                 const SteppeMapScene *scene,
                                 const SteppeCamera *camera,
                                 const SteppeMapLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapPins, steppe_map_pins_free)

G_END_DECLS
