/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-albers.h"
#include "geo/steppe-lambert.h"

G_BEGIN_DECLS

/**
 * SteppeProjectionKind:
 * @STEPPE_PROJECTION_REGION: the Albers conic of Russia, Mongolia and China
 * @STEPPE_PROJECTION_ELSEWHERE: a Lambert azimuthal about a place that is far from them
 *
 * What a map stands in.
 */
typedef enum
{
  STEPPE_PROJECTION_REGION,
  STEPPE_PROJECTION_ELSEWHERE,
} SteppeProjectionKind;

/**
 * SteppeProjection:
 * @kind: what it is
 *
 * How places on earth become points of a map. Coordinates of two projections have nothing to do with each other. All
 * zeros is the projection of the region; the other members are private.
 */
typedef struct
{
  SteppeProjectionKind kind;
  SteppeLambert lambert;
} SteppeProjection;

void steppe_projection_init_region (SteppeProjection *self);
void steppe_projection_init_elsewhere (SteppeProjection *self,
                                       double longitude,
                                       double latitude);
gboolean steppe_projection_equal (const SteppeProjection *a,
                                  const SteppeProjection *b);
gboolean steppe_projection_includes (const SteppeProjection *self,
                                     double longitude,
                                     double latitude);
void steppe_projection_forward (const SteppeProjection *self,
                                double longitude,
                                double latitude,
                                double *x,
                                double *y);
gboolean steppe_projection_inverse (const SteppeProjection *self,
                                    double x,
                                    double y,
                                    double *longitude,
                                    double *latitude);

G_END_DECLS
