/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-albers.h"

#include "geo/steppe-ellipsoid-private.h"

#include <math.h>

/* Albers equal-area conic on the WGS84 ellipsoid. The formulas and their numbers are those of
 * J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, pages 101-102.
 * The standard parallels were found by a search for the least area-weighted distortion over Russia,
 * Mongolia and China together. */

#define RADIANS (G_PI / 180.0)

typedef struct
{
  double n;
  double c;
  double rho_0;
} Cone;

/* Equation 14-12. Rounding must not make the root of a negative number at the pole. */
static double
rho (const Cone *cone, double q)
{
  return STEPPE_ELLIPSOID_A * sqrt (MAX (cone->c - cone->n * q, 0.0)) / cone->n;
}

/* Equations 14-13 and 14-14, for the one cone there is. */
static const Cone *
get_cone (void)
{
  static Cone cone;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      double phi_1 = STEPPE_ALBERS_LAT_1 * RADIANS;
      double phi_2 = STEPPE_ALBERS_LAT_2 * RADIANS;
      double m_1 = _steppe_ellipsoid_m (phi_1);
      double m_2 = _steppe_ellipsoid_m (phi_2);
      double q_1 = _steppe_ellipsoid_q (phi_1);
      double q_2 = _steppe_ellipsoid_q (phi_2);

      cone.n = (m_1 * m_1 - m_2 * m_2) / (q_2 - q_1);
      cone.c = m_1 * m_1 + cone.n * q_1;
      cone.rho_0 = rho (&cone, _steppe_ellipsoid_q (STEPPE_ALBERS_LAT_0 * RADIANS));
      g_once_init_leave (&ready, 1);
    }
  return &cone;
}

/**
 * steppe_albers_forward:
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
steppe_albers_forward (double longitude, double latitude, double *x, double *y)
{
  const Cone *cone = get_cone ();
  double phi = CLAMP (latitude, -90.0, 90.0) * RADIANS;
  double theta = cone->n * remainder (longitude - STEPPE_ALBERS_LON_0, 360.0) * RADIANS;
  double r = rho (cone, _steppe_ellipsoid_q (phi));

  *x = r * sin (theta);
  *y = cone->rho_0 - r * cos (theta);
}

/**
 * steppe_albers_inverse:
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
steppe_albers_inverse (double x, double y, double *longitude, double *latitude)
{
  const Cone *cone = get_cone ();
  double down = cone->rho_0 - y;
  double r = hypot (x, down);
  double degrees = atan2 (x, down) / cone->n / RADIANS;
  double ratio = r * cone->n / STEPPE_ELLIPSOID_A;
  double q = (cone->c - ratio * ratio) / cone->n;
  gboolean exists = fabs (degrees) <= 180.0 && fabs (q) <= _steppe_ellipsoid_q (G_PI / 2.0) * (1.0 + 1e-12);

  *latitude = _steppe_ellipsoid_latitude (q) / RADIANS;
  *longitude = remainder (STEPPE_ALBERS_LON_0 + CLAMP (degrees, -180.0, 180.0), 360.0);
  return exists;
}
