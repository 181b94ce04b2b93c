/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-basemap.h"
#include "paint/steppe-map-history.h"
#include "paint/steppe-map-markers.h"
#include "paint/steppe-map-names.h"

G_BEGIN_DECLS

/**
 * SteppeMapLabel:
 * @name: the name
 * @x: metres east on the map, of what is named
 * @y: metres north
 * @dx: how far right of there the text begins, in pixels
 * @dy: how far below
 * @has_dot: whether a dot marks the place
 *
 * A name that has its place on the map.
 */
typedef struct
{
  SteppeMapName *name;
  double x;
  double y;
  double dx;
  double dy;
  gboolean has_dot;
} SteppeMapLabel;

typedef struct _SteppeMapLabels SteppeMapLabels;

SteppeMapLabels *steppe_map_labels_new (SteppeBasemap *basemap,
                                        PangoContext *context);
void steppe_map_labels_free (SteppeMapLabels *self);

gboolean steppe_map_labels_are_stale (SteppeMapLabels *self,
                                      const SteppeCamera *camera,
                                      const SteppeMapLook *look);
void steppe_map_labels_layout (SteppeMapLabels *self,
                               const SteppeMapScene *scene,
                               const SteppeMapHistory *history,
                               GArray *anchors,
                               GArray *controls,
                               const SteppeCamera *camera,
                               const SteppeMapLook *look);
const SteppeMapLabel *steppe_map_labels_get (SteppeMapLabels *self,
                                             guint *n_labels);
double steppe_map_labels_get_dot_radius (const SteppeMapLook *look);
void steppe_map_labels_paint_dot (cairo_t *cr,
                                  double x,
                                  double y,
                                  const SteppeMapLook *look);
void steppe_map_labels_draw (SteppeMapLabels *self,
                             cairo_t *cr,
                             const SteppeCamera *camera,
                             const SteppeMapLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapLabels, steppe_map_labels_free)

G_END_DECLS
