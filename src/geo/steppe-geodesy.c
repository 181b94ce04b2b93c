/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-geodesy.h"

#include <math.h>

/* The sphere is the mean radius of WGS84, (2a + b) / 3: its great circles are off by at most 0.6 %
 * in length, which a journey on a map does not show. */

#define RADIANS (G_PI / 180.0)
#define MEAN_RADIUS 6371008.8
#define MAX_STEPS 4096.0

typedef struct
{
  double x, y, z;
} Vector;

static Vector
to_vector (const SteppeLonLat *place)
{
  double lambda = place->longitude * RADIANS;
  double phi = place->latitude * RADIANS;

  return (Vector) { cos (phi) * cos (lambda), cos (phi) * sin (lambda), sin (phi) };
}

static double
dot (Vector a, Vector b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static double
length (Vector a)
{
  return sqrt (dot (a, a));
}

/* @a + @k @b */
static Vector
add_scaled (Vector a, double k, Vector b)
{
  return (Vector) { a.x + k * b.x, a.y + k * b.y, a.z + k * b.z };
}

/* The unit tangent at @from that points to the north. */
static Vector
north (const SteppeLonLat *from)
{
  double lambda = from->longitude * RADIANS;
  double phi = from->latitude * RADIANS;

  return (Vector) { -sin (phi) * cos (lambda), -sin (phi) * sin (lambda), cos (phi) };
}

/* The unit tangent at @from that points to @to, and the angle between the two. Every way leads to
 * the antipode: the one over the north is taken. */
static Vector
tangent (const SteppeLonLat *from, const SteppeLonLat *to, double *angle)
{
  Vector a = to_vector (from);
  Vector b = to_vector (to);
  double cosine = dot (a, b);
  Vector across = add_scaled (b, -cosine, a);
  double sine = length (across);

  *angle = atan2 (sine, cosine);
  if (sine < 1e-12)
    return north (from);
  return (Vector) { across.x / sine, across.y / sine, across.z / sine };
}

/**
 * steppe_geodesy_distance:
 * @from: a place
 * @to: another
 *
 * Measures the great circle between two places.
 *
 * Returns: metres
 */
double
steppe_geodesy_distance (const SteppeLonLat *from, const SteppeLonLat *to)
{
  double angle;

  tangent (from, to, &angle);
  return angle * MEAN_RADIUS;
}

static void
walk (const SteppeLonLat *from, Vector t, double angle, SteppeLonLat *place)
{
  Vector a = to_vector (from);
  Vector at = { a.x * cos (angle), a.y * cos (angle), a.z * cos (angle) };

  at = add_scaled (at, sin (angle), t);
  place->longitude = atan2 (at.y, at.x) / RADIANS;
  place->latitude = atan2 (at.z, hypot (at.x, at.y)) / RADIANS;
}

/**
 * steppe_geodesy_densify:
 * @from: where a leg begins
 * @to: where it ends
 * @step: the greatest distance between two places, in metres, above 0; 100,000 is smooth at every
 *   scale of the map
 * @places: (element-type SteppeLonLat): an array to append to
 *
 * Appends the places of a great circle, evenly spaced, @to among them and @from not, so that
 * the legs of a journey can be joined one after the other.
 */
void
steppe_geodesy_densify (const SteppeLonLat *from,
                        const SteppeLonLat *to,
                        double step,
                        GArray *places)
{
  double angle;
  Vector t = tangent (from, to, &angle);
  double n_steps;

  g_return_if_fail (step > 0.0);
  g_return_if_fail (g_array_get_element_size (places) == sizeof (SteppeLonLat));

  n_steps = CLAMP (ceil (angle * MEAN_RADIUS / step), 1.0, MAX_STEPS);
  for (double i = 1.0; i < n_steps; i++)
    {
      SteppeLonLat place;

      walk (from, t, angle * i / n_steps, &place);
      g_array_append_val (places, place);
    }
  g_array_append_val (places, *to);
}
