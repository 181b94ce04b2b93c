/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-projection.h"

#include <math.h>

/* How far from the central meridian, and how far south, the conic is still fit to be looked at. */
#define MAX_LONGITUDES 125.0
#define MIN_LATITUDE 0.0
/* How far from its centre the azimuthal is, in degrees; shapes there are stretched by 1.22. */
#define MAX_DISTANCE 70.0

/**
 * steppe_projection_init_region:
 * @self: (out caller-allocates): a projection
 *
 * Makes it that of Russia, Mongolia and China.
 */
void
steppe_projection_init_region (SteppeProjection *self)
{
  *self = (SteppeProjection) { STEPPE_PROJECTION_REGION };
}

/**
 * steppe_projection_init_elsewhere:
 * @self: (out caller-allocates): a projection
 * @longitude: of its centre, degrees east
 * @latitude: of its centre, degrees north
 *
 * Makes it one about a place.
 */
void
steppe_projection_init_elsewhere (SteppeProjection *self,
                                  double longitude,
                                  double latitude)
{
  *self = (SteppeProjection) { STEPPE_PROJECTION_ELSEWHERE };
  steppe_lambert_init (&self->lambert, longitude, latitude);
}

/**
 * steppe_projection_equal:
 * @a: a projection
 * @b: another
 *
 * Returns: whether a place comes to the same point in both
 */
gboolean
steppe_projection_equal (const SteppeProjection *a,
                         const SteppeProjection *b)
{
  if (a->kind != b->kind || a->kind == STEPPE_PROJECTION_REGION)
    return a->kind == b->kind;
  return a->lambert.longitude == b->lambert.longitude && a->lambert.sin_beta == b->lambert.sin_beta;
}

/**
 * steppe_projection_includes:
 * @self: a projection
 * @longitude: degrees east
 * @latitude: degrees north
 *
 * Returns: whether a place is where the projection is still fit to be looked at
 */
gboolean
steppe_projection_includes (const SteppeProjection *self,
                            double longitude,
                            double latitude)
{
  if (self->kind == STEPPE_PROJECTION_REGION)
    return fabs (remainder (longitude - STEPPE_ALBERS_LON_0, 360.0)) <= MAX_LONGITUDES && latitude >= MIN_LATITUDE;
  return steppe_lambert_get_distance (&self->lambert, longitude, latitude) <= MAX_DISTANCE;
}

/**
 * steppe_projection_forward:
 * @self: a projection
 * @longitude: degrees east
 * @latitude: degrees north
 * @x: (out): metres east on the map
 * @y: (out): metres north on the map
 *
 * Projects a point to the map.
 */
void
steppe_projection_forward (const SteppeProjection *self,
                           double longitude,
                           double latitude,
                           double *x,
                           double *y)
{
  if (self->kind == STEPPE_PROJECTION_REGION)
    steppe_albers_forward (longitude, latitude, x, y);
  else
    steppe_lambert_forward (&self->lambert, longitude, latitude, x, y);
}

/**
 * steppe_projection_inverse:
 * @self: a projection
 * @x: metres east on the map
 * @y: metres north on the map
 * @longitude: (out): degrees east, -180 to 180
 * @latitude: (out): degrees north, -90 to 90
 *
 * Finds the place on earth that is shown at a point of the map.
 *
 * Returns: whether there is one; if not, a place near to it is given
 */
gboolean
steppe_projection_inverse (const SteppeProjection *self,
                           double x,
                           double y,
                           double *longitude,
                           double *latitude)
{
  if (self->kind == STEPPE_PROJECTION_REGION)
    return steppe_albers_inverse (x, y, longitude, latitude);
  return steppe_lambert_inverse (&self->lambert, x, y, longitude, latitude);
}
