/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeLambert:
 *
 * A Lambert azimuthal equal-area projection. The members are private.
 */
typedef struct
{
  double longitude;
  double sin_beta;
  double cos_beta;
  double r;
  double d;
} SteppeLambert;

void steppe_lambert_init (SteppeLambert *self,
                          double longitude,
                          double latitude);
void steppe_lambert_forward (const SteppeLambert *self,
                             double longitude,
                             double latitude,
                             double *x,
                             double *y);
gboolean steppe_lambert_inverse (const SteppeLambert *self,
                                 double x,
                                 double y,
                                 double *longitude,
                                 double *latitude);
double steppe_lambert_get_distance (const SteppeLambert *self,
                                    double longitude,
                                    double latitude);

G_END_DECLS
