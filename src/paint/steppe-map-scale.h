/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "geo/steppe-camera.h"
#include "geo/steppe-projection.h"
#include "paint/steppe-sign.h"

G_BEGIN_DECLS

/**
 * STEPPE_MAP_SCALE_MAX_LENGTH:
 *
 * How long a scale bar can be, in em.
 */
#define STEPPE_MAP_SCALE_MAX_LENGTH 9.0

/**
 * STEPPE_MAP_NEEDLE_LENGTH:
 *
 * The length of half of the needle that points north, in em.
 */
#define STEPPE_MAP_NEEDLE_LENGTH 0.7

/**
 * STEPPE_MAP_NEEDLE_WIDTH:
 *
 * How far that needle reaches to either side, in em.
 */
#define STEPPE_MAP_NEEDLE_WIDTH 0.24

char *steppe_map_scale_measure (const SteppeProjection *projection,
                                const SteppeCamera *camera,
                                double em,
                                double *length);
gboolean steppe_map_north_measure_angle (const SteppeProjection *projection,
                                         const SteppeCamera *camera,
                                         double *angle);
void steppe_map_north_paint_needle (cairo_t *cr,
                                    double x,
                                    double y,
                                    double angle,
                                    double em,
                                    const SteppeColor *ink,
                                    const SteppeColor *ground);

G_END_DECLS
