/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-ellipsoid-private.h"

#include <math.h>

#define FLATTENING (1.0 / 298.257223563)
#define E2 (FLATTENING * (2.0 - FLATTENING))
#define ITERATIONS 30
#define TOLERANCE 1e-14

/* Equation 3-12: what of the area of the ellipsoid lies south of a latitude, in a measure of its own. */
double
_steppe_ellipsoid_q (double phi)
{
  const double e = sqrt (E2);
  double sin_phi = sin (phi), s = e * sin_phi;

  return (1.0 - E2) * (sin_phi / (1.0 - s * s) + atanh (s) / e);
}

/* Equation 14-15: the radius of a parallel, in semi-major axes. */
double
_steppe_ellipsoid_m (double phi)
{
  double s = sin (phi);

  return cos (phi) / sqrt (1.0 - E2 * s * s);
}

/* Equation 3-16: the latitude of a q; of one beyond a pole, that of the pole. Newton's method halves the error at a
 * pole, where the root is double, and squares it elsewhere. */
double
_steppe_ellipsoid_latitude (double q)
{
  double phi;

  if (fabs (q) >= _steppe_ellipsoid_q (G_PI / 2.0))
    return copysign (G_PI / 2.0, q);

  phi = asin (CLAMP (q / 2.0, -1.0, 1.0));
  for (int i = 0; i < ITERATIONS; i++)
    {
      double s = sin (phi);
      double k = 1.0 - E2 * s * s;
      double step = k * k / (2.0 * MAX (cos (phi), 1e-12)) * (q - _steppe_ellipsoid_q (phi)) / (1.0 - E2);

      phi = CLAMP (phi + step, -G_PI / 2.0, G_PI / 2.0);
      if (fabs (step) < TOLERANCE)
        break;
    }
  return phi;
}
