/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-lambert.h"

#include "geo/steppe-ellipsoid-private.h"

#include <math.h>

/* Lambert azimuthal equal-area on the WGS84 ellipsoid, oblique aspect. The formulas and their numbers are those of
 * J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, pages 187-190. */

#define RADIANS (G_PI / 180.0)
/* Closer to a pole the scale factor of the oblique aspect has no digits left. */
#define MAX_LATITUDE 89.9
/* Closer to the antipode, as 1 + the cosine of the distance, there is no direction. */
#define ANTIPODE 1e-12

/* The authalic latitude, equation 3-11. */
static double
authalic (double latitude)
{
  double q = _steppe_ellipsoid_q (CLAMP (latitude, -90.0, 90.0) * RADIANS);

  return asin (CLAMP (q / _steppe_ellipsoid_q (G_PI / 2.0), -1.0, 1.0));
}

/**
 * steppe_lambert_init:
 * @self: (out caller-allocates): a projection
 * @longitude: of its centre, degrees east
 * @latitude: of its centre, degrees north; one within 0.1 degree of a pole is taken as that far from it
 *
 * Centres a projection on a place.
 */
void
steppe_lambert_init (SteppeLambert *self,
                     double longitude,
                     double latitude)
{
  double phi = CLAMP (latitude, -MAX_LATITUDE, MAX_LATITUDE);
  double beta = authalic (phi);

  self->longitude = longitude;
  self->sin_beta = sin (beta);
  self->cos_beta = cos (beta);
  self->r = STEPPE_ELLIPSOID_A * sqrt (_steppe_ellipsoid_q (G_PI / 2.0) / 2.0);
  self->d = STEPPE_ELLIPSOID_A * _steppe_ellipsoid_m (phi * RADIANS) / (self->r * self->cos_beta);
}

/* The cosine of the distance of a place from the centre, on the authalic sphere. */
static double
cosine (const SteppeLambert *self,
        double beta,
        double lambda)
{
  return self->sin_beta * sin (beta) + self->cos_beta * cos (beta) * cos (lambda);
}

/**
 * steppe_lambert_forward:
 * @self: a projection
 * @longitude: degrees east
 * @latitude: degrees north
 * @x: (out): metres east of the centre
 * @y: (out): metres north of it
 *
 * Projects a point to the map, equations 24-17 to 24-19. The point opposite the centre, which is a whole circle of the
 * map, comes to its east.
 */
void
steppe_lambert_forward (const SteppeLambert *self,
                        double longitude,
                        double latitude,
                        double *x,
                        double *y)
{
  double beta = authalic (latitude);
  double lambda = remainder (longitude - self->longitude, 360.0) * RADIANS;
  double b, c = cosine (self, beta, lambda);

  if (1.0 + c < ANTIPODE)
    {
      *x = 2.0 * self->r;
      *y = 0.0;
      return;
    }
  b = self->r * sqrt (2.0 / (1.0 + c));
  *x = b * self->d * cos (beta) * sin (lambda);
  *y = b / self->d * (self->cos_beta * sin (beta) - self->sin_beta * cos (beta) * cos (lambda));
}

/**
 * steppe_lambert_inverse:
 * @self: a projection
 * @x: metres east of the centre
 * @y: metres north of it
 * @longitude: (out): degrees east, -180 to 180
 * @latitude: (out): degrees north, -90 to 90
 *
 * Finds the place on earth that is shown at a point of the map, equations 24-26 to 24-29.
 *
 * Returns: %TRUE if there is one; %FALSE for a point beyond the circle that holds the earth, in which case the place
 *   opposite the centre is given
 */
gboolean
steppe_lambert_inverse (const SteppeLambert *self,
                        double x,
                        double y,
                        double *longitude,
                        double *latitude)
{
  double across = x / self->d, up = y * self->d;
  double rho = hypot (across, up);
  double c = 2.0 * asin (MIN (rho / (2.0 * self->r), 1.0));
  double q, lambda;

  if (rho < 1e-9)
    {
      q = self->sin_beta;
      lambda = 0.0;
    }
  else
    {
      q = cos (c) * self->sin_beta + up * sin (c) * self->cos_beta / rho;
      lambda = atan2 (across * sin (c), rho * self->cos_beta * cos (c) - up * self->sin_beta * sin (c));
    }
  *latitude = _steppe_ellipsoid_latitude (q * _steppe_ellipsoid_q (G_PI / 2.0)) / RADIANS;
  *longitude = remainder (self->longitude + lambda / RADIANS, 360.0);
  return rho <= 2.0 * self->r;
}

/**
 * steppe_lambert_get_distance:
 * @self: a projection
 * @longitude: degrees east
 * @latitude: degrees north
 *
 * Returns: how far a place is from the centre, in degrees of a great circle
 */
double
steppe_lambert_get_distance (const SteppeLambert *self,
                             double longitude,
                             double latitude)
{
  double lambda = remainder (longitude - self->longitude, 360.0) * RADIANS;

  return acos (CLAMP (cosine (self, authalic (latitude), lambda), -1.0, 1.0)) / RADIANS;
}
