/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "paint/steppe-map-markers.h"

G_BEGIN_DECLS

double steppe_map_marker_get_sign_size (gboolean selected,
                                        double em);
double steppe_map_marker_get_ring_width (const SteppeMapLook *look);
double steppe_map_marker_get_faded_radius (const SteppeMapLook *look);
double steppe_map_marker_get_small_badge (const SteppeMapMarker *marker,
                                          const SteppeMapLook *look,
                                          double *x,
                                          double *y);
char *steppe_map_marker_dup_count (guint n);

void steppe_map_marker_paint_sign (const SteppeMapMarker *marker,
                                   cairo_t *cr,
                                   double x,
                                   double y,
                                   const SteppeMapLook *look);
void steppe_map_marker_paint_badge (cairo_t *cr,
                                    const char *text,
                                    double x,
                                    double y,
                                    double radius,
                                    const SteppeMapLook *look);
void steppe_map_marker_paint_faded (cairo_t *cr,
                                    double x,
                                    double y,
                                    const SteppeMapLook *look);
void steppe_map_marker_paint_ring (cairo_t *cr,
                                   double x,
                                   double y,
                                   double radius,
                                   const SteppeMapLook *look);
void steppe_map_markers_draw (SteppeMapMarkers *self,
                              cairo_t *cr,
                              const SteppeMapScene *scene,
                              const SteppeCamera *camera,
                              const SteppeMapLook *look);

G_END_DECLS
