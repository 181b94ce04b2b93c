/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-lambert.h"

#include "vectors-testing.h"

#include <math.h>

static const struct
{
  double longitude, latitude;
} centres[] = { { -73.968, 40.7489 }, { 28.0473, -26.2041 }, { 178.4, -18.1 }, { 0, 0 }, { 12, 90 }, { 5, -90 } };

static void
check_vector (const double *values,
              const char *line)
{
  SteppeLambert projection;
  double x, y;

  steppe_lambert_init (&projection, values[0], values[1]);
  steppe_lambert_forward (&projection, values[2], values[3], &x, &y);
  if (hypot (x - values[4], y - values[5]) >= 0.001)
    g_error ("%s: got %.6f %.6f", line, x, y);
}

static void
test_vectors (void)
{
  g_assert_cmpuint (check_vectors ("lambert-vectors.tsv", 6, check_vector), >, 900);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (centres); i++)
    for (double latitude = -89; latitude <= 89; latitude += 3.5)
      for (double longitude = -180; longitude < 180; longitude += 7.3)
        {
          double x, y, back_longitude, back_latitude;
          SteppeLambert projection;

          steppe_lambert_init (&projection, centres[i].longitude, centres[i].latitude);
          if (steppe_lambert_get_distance (&projection, longitude, latitude) > 170)
            continue;
          steppe_lambert_forward (&projection, longitude, latitude, &x, &y);
          g_assert_true (steppe_lambert_inverse (&projection, x, y, &back_longitude, &back_latitude));
          g_assert_cmpfloat (fabs (remainder (back_longitude - longitude, 360)) * cos (latitude * G_PI / 180), <, 1e-8);
          g_assert_cmpfloat (fabs (back_latitude - latitude), <, 1e-8);
        }
}

static void
test_centre (void)
{
  for (guint i = 0; i < 4; i++)
    {
      double x, y, longitude, latitude;
      SteppeLambert projection;

      steppe_lambert_init (&projection, centres[i].longitude, centres[i].latitude);
      steppe_lambert_forward (&projection, centres[i].longitude, centres[i].latitude, &x, &y);
      g_assert_cmpfloat (hypot (x, y), <, 1e-3);
      g_assert_true (steppe_lambert_inverse (&projection, 0, 0, &longitude, &latitude));
      g_assert_cmpfloat_with_epsilon (longitude, centres[i].longitude, 1e-9);
      g_assert_cmpfloat_with_epsilon (latitude, centres[i].latitude, 1e-9);
    }
}

static void
test_antipode (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (centres); i++)
    {
      double x, y, longitude, latitude;
      SteppeLambert projection;

      steppe_lambert_init (&projection, centres[i].longitude, centres[i].latitude);
      steppe_lambert_forward (&projection, centres[i].longitude + 180, -centres[i].latitude, &x, &y);
      g_assert_true (isfinite (x) && isfinite (y));
      g_assert_cmpfloat (hypot (x, y), <, 1.3e7);
      /* Beyond the circle of the earth there is no place, and still one is given. */
      g_assert_false (steppe_lambert_inverse (&projection, 2e7, 1e7, &longitude, &latitude));
      g_assert_true (fabs (longitude) <= 180 && fabs (latitude) <= 90);
    }
}

/* The area of a small quadrangle is that on the ellipsoid, wherever it lies. */
static void
test_equal_area (void)
{
  const double d = 0.05;
  double areas[3];

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      static const double longitudes[] = { 0, 40, 80 };
      SteppeLambert projection;
      double x[4], y[4], area = 0;

      steppe_lambert_init (&projection, 10, 30);
      for (guint k = 0; k < 4; k++)
        steppe_lambert_forward (&projection, longitudes[i] + (k == 1 || k == 2 ? d : 0), 20 + (k > 1 ? d : 0), &x[k], &y[k]);
      for (guint k = 0; k < 4; k++)
        area += x[k] * y[(k + 1) % 4] - x[(k + 1) % 4] * y[k];
      areas[i] = fabs (area) / 2;
    }
  g_assert_cmpfloat_with_epsilon (areas[1] / areas[0], 1, 1e-4);
  g_assert_cmpfloat_with_epsilon (areas[2] / areas[0], 1, 1e-4);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lambert/vectors", test_vectors);
  g_test_add_func ("/lambert/round-trip", test_round_trip);
  g_test_add_func ("/lambert/centre", test_centre);
  g_test_add_func ("/lambert/antipode", test_antipode);
  g_test_add_func ("/lambert/equal-area", test_equal_area);
  return g_test_run ();
}
