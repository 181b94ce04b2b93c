/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-projection.h"

#include <math.h>

/* Albers equal-area conic on the WGS84 ellipsoid. The formulas and their numbers are those of
 * J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, pages 101-102.
 * The standard parallels were found by a search for the least area-weighted distortion over Russia,
 * Mongolia and China together. */

#define RADIANS (G_PI / 180.0)
#define SEMI_MAJOR_AXIS 6378137.0
#define FLATTENING (1.0 / 298.257223563)
#define E2 (FLATTENING * (2.0 - FLATTENING))
#define ITERATIONS 30
#define TOLERANCE 1e-14

typedef struct
{
  double e;
  double n;
  double c;
  double rho_0;
  double q_pole;
} Cone;

/* Equation 3-12. */
static double
authalic_q (double e, double sin_phi)
{
  double s = e * sin_phi;

  return (1.0 - E2) * (sin_phi / (1.0 - s * s) + atanh (s) / e);
}

/* Equation 14-15. */
static double
parallel_m (double phi)
{
  double s = sin (phi);

  return cos (phi) / sqrt (1.0 - E2 * s * s);
}

/* Equation 14-12. Rounding must not make the root of a negative number at the pole. */
static double
rho (const Cone *cone, double q)
{
  return SEMI_MAJOR_AXIS * sqrt (MAX (cone->c - cone->n * q, 0.0)) / cone->n;
}

/* Equations 14-13 and 14-14, for the one cone there is. */
static const Cone *
get_cone (void)
{
  static Cone cone;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      double e = sqrt (E2);
      double phi_1 = STEPPE_PROJECTION_LAT_1 * RADIANS;
      double phi_2 = STEPPE_PROJECTION_LAT_2 * RADIANS;
      double m_1 = parallel_m (phi_1);
      double m_2 = parallel_m (phi_2);
      double q_1 = authalic_q (e, sin (phi_1));
      double q_2 = authalic_q (e, sin (phi_2));

      cone.e = e;
      cone.n = (m_1 * m_1 - m_2 * m_2) / (q_2 - q_1);
      cone.c = m_1 * m_1 + cone.n * q_1;
      cone.q_pole = authalic_q (e, 1.0);
      cone.rho_0 = rho (&cone, authalic_q (e, sin (STEPPE_PROJECTION_LAT_0 * RADIANS)));
      g_once_init_leave (&ready, 1);
    }
  return &cone;
}

/**
 * steppe_projection_forward:
 * @longitude: degrees east; any multiple of 360 may be added
 * @latitude: degrees north, -90 to 90; values beyond are taken as the nearest of these
 * @x: (out): metres east of the central meridian
 * @y: (out): metres north of the origin; on a screen, turn its sign
 *
 * Projects a point to the map: Albers equal-area conic, WGS84.
 *
 * The cone is cut along 75° W; 180° is no special place.
 */
void
steppe_projection_forward (double longitude, double latitude, double *x, double *y)
{
  const Cone *cone = get_cone ();
  double phi = CLAMP (latitude, -90.0, 90.0) * RADIANS;
  double theta = cone->n * remainder (longitude - STEPPE_PROJECTION_LON_0, 360.0) * RADIANS;
  double r = rho (cone, authalic_q (cone->e, sin (phi)));

  *x = r * sin (theta);
  *y = cone->rho_0 - r * cos (theta);
}

/* Equation 3-16. Newton's method halves the error at a pole, where the root is double, and squares it
 * elsewhere. */
static double
latitude_from_q (const Cone *cone, double q)
{
  double phi;

  if (fabs (q) >= cone->q_pole)
    return copysign (G_PI / 2.0, q);

  phi = asin (CLAMP (q / 2.0, -1.0, 1.0));
  for (int i = 0; i < ITERATIONS; i++)
    {
      double s = sin (phi);
      double k = 1.0 - E2 * s * s;
      double step = k * k / (2.0 * MAX (cos (phi), 1e-12)) *
                    (q - authalic_q (cone->e, s)) / (1.0 - E2);

      phi = CLAMP (phi + step, -G_PI / 2.0, G_PI / 2.0);
      if (fabs (step) < TOLERANCE)
        break;
    }
  return phi;
}

/**
 * steppe_projection_inverse:
 * @x: metres east of the central meridian
 * @y: metres north of the origin
 * @longitude: (out): degrees east, -180 to 180
 * @latitude: (out): degrees north, -90 to 90
 *
 * Finds the place on earth that is shown at a point of the map.
 *
 * Returns: %TRUE if there is one; %FALSE for a point in the gap of the cone or beyond a pole, in
 *   which case the nearest place is given
 */
gboolean
steppe_projection_inverse (double x, double y, double *longitude, double *latitude)
{
  const Cone *cone = get_cone ();
  double down = cone->rho_0 - y;
  double r = hypot (x, down);
  double degrees = atan2 (x, down) / cone->n / RADIANS;
  double ratio = r * cone->n / SEMI_MAJOR_AXIS;
  double q = (cone->c - ratio * ratio) / cone->n;
  gboolean exists = fabs (degrees) <= 180.0 && fabs (q) <= cone->q_pole * (1.0 + 1e-12);

  *latitude = latitude_from_q (cone, q) / RADIANS;
  *longitude = remainder (STEPPE_PROJECTION_LON_0 + CLAMP (degrees, -180.0, 180.0), 360.0);
  return exists;
}
