/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-albers.h"

#include "vectors-testing.h"

#include <math.h>
#include <stdlib.h>

static void
check_vector (const double *values,
              const char *line)
{
  double x, y;

  steppe_albers_forward (values[0], values[1], &x, &y);
  if (hypot (x - values[2], y - values[3]) >= 0.001)
    g_error ("%s: got %.6f %.6f", line, x, y);
}

static void
test_vectors (void)
{
  g_assert_cmpuint (check_vectors ("albers-vectors.tsv", 4, check_vector), >, 190);
}

static void
test_antimeridian (void)
{
  for (double latitude = -80; latitude <= 80; latitude += 10)
    {
      double x1, y1, x2, y2;

      steppe_albers_forward (-170, latitude, &x1, &y1);
      steppe_albers_forward (190, latitude, &x2, &y2);
      g_assert_cmpfloat_with_epsilon (x1, x2, 1e-6);
      g_assert_cmpfloat_with_epsilon (y1, y2, 1e-6);

      /* Chukotka goes on from one side of 180° to the other without a jump. */
      steppe_albers_forward (179.9999, latitude, &x1, &y1);
      steppe_albers_forward (-179.9999, latitude, &x2, &y2);
      g_assert_cmpfloat (hypot (x1 - x2, y1 - y2), <, 100);
    }
}

static void
test_round_trip (void)
{
  for (double latitude = -85; latitude <= 89; latitude += 1.5)
    for (double longitude = -180; longitude < 180; longitude += 3.7)
      {
        double x, y, back_longitude, back_latitude;

        steppe_albers_forward (longitude, latitude, &x, &y);
        g_assert_true (steppe_albers_inverse (x, y, &back_longitude, &back_latitude));
        g_assert_cmpfloat (fabs (remainder (back_longitude - longitude, 360)), <, 1e-9);
        g_assert_cmpfloat (fabs (back_latitude - latitude), <, 1e-9);
      }
}

static void
test_poles (void)
{
  static const struct
  {
    double longitude, latitude;
  } places[] = { { 105, 90 }, { 12, 90 }, { 105, -90 }, { -120, -90 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x, y, longitude, latitude;

      steppe_albers_forward (places[i].longitude, places[i].latitude, &x, &y);
      steppe_albers_inverse (x, y, &longitude, &latitude);
      g_assert_cmpfloat_with_epsilon (latitude, places[i].latitude, 1e-5);
      g_assert_cmpfloat_with_epsilon (longitude, places[i].longitude, 1e-9);
    }
}

/* Above the pole, in the gap of the cone and far beyond the earth there is nothing. */
static void
test_nowhere (void)
{
  static const double points[][2] = { { 0, 5.5e6 }, { 0, 8e6 }, { 0, -4e7 }, { 4e7, 3e6 } };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double longitude = NAN, latitude = NAN;

      g_assert_false (steppe_albers_inverse (points[i][0], points[i][1], &longitude, &latitude));
      g_assert_cmpfloat (fabs (latitude), <=, 90);
      g_assert_cmpfloat (fabs (longitude), <=, 180);
    }
}

/* Area is what an equal-area map keeps: a degree by a degree, against the ellipsoid's own area. */
static void
test_equal_area (void)
{
  static const double latitudes[] = { 20, 35, 48, 60, 77 };
  double reference = 0;

  for (guint i = 0; i < G_N_ELEMENTS (latitudes); i++)
    {
      double e2 = 0.0066943799901413165;
      double s = sin (latitudes[i] * G_PI / 180);
      double true_area = cos (latitudes[i] * G_PI / 180) * (1 - e2) / pow (1 - e2 * s * s, 2);
      double x0, y0, x1, y1, x2, y2, ratio;

      steppe_albers_forward (60, latitudes[i], &x0, &y0);
      steppe_albers_forward (60.001, latitudes[i], &x1, &y1);
      steppe_albers_forward (60, latitudes[i] + 0.001, &x2, &y2);
      ratio = fabs ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / true_area;
      if (i == 0)
        reference = ratio;
      g_assert_cmpfloat_with_epsilon (ratio / reference, 1.0, 1e-4);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/albers/vectors", test_vectors);
  g_test_add_func ("/albers/antimeridian", test_antimeridian);
  g_test_add_func ("/albers/round-trip", test_round_trip);
  g_test_add_func ("/albers/poles", test_poles);
  g_test_add_func ("/albers/nowhere", test_nowhere);
  g_test_add_func ("/albers/equal-area", test_equal_area);
  return g_test_run ();
}
