/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-map-markers.h"

G_BEGIN_DECLS

/**
 * SteppeMapHalo:
 * @x: its middle, in pixels of the view
 * @y: its middle
 * @radius: pixels
 * @fill: its colour
 * @edge: that of its edge
 *
 * How far what is marked may be from where the marker is.
 */
typedef struct
{
  double x;
  double y;
  double radius;
  SteppeColor fill;
  SteppeColor edge;
} SteppeMapHalo;

gboolean steppe_map_halo_measure (const SteppeMapMarker *marker,
                                  const SteppeMapScene *scene,
                                  const SteppeCamera *camera,
                                  const SteppeMapLook *look,
                                  SteppeMapHalo *halo);
void steppe_map_halo_init (SteppeMapHalo *self,
                           double radius,
                           gboolean stands_out,
                           const SteppeMapLook *look);
void steppe_map_halo_draw (const SteppeMapHalo *self,
                           cairo_t *cr);

G_END_DECLS
