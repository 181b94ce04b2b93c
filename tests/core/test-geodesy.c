/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-geodesy.h"

#include <math.h>

/* Arcs whose length follows from the definition of the sphere, and two city pairs from the haversine
 * formula worked out apart. */
static void
test_distance (void)
{
  static const double degree = G_PI / 180.0 * 6371008.8;
  const struct
  {
    SteppeLonLat from, to;
    double metres, tolerance;
  } pairs[] = {
    { { 0, 0 }, { 0, 0 }, 0, 1e-6 },
    { { 0, 0 }, { 90, 0 }, 90 * degree, 1e-3 },
    { { 10, 90 }, { 77, 0 }, 90 * degree, 1e-3 },
    { { 0, 0 }, { 180, 0 }, 180 * degree, 1e-3 },
    { { 0, 90 }, { 0, -90 }, 180 * degree, 1e-3 },
    { { -170, 0 }, { 170, 0 }, 20 * degree, 1e-3 },
    { { 190, 10 }, { -170, 10 }, 0, 1e-6 },
    { { 106.9176, 47.9188 }, { 94.4378, 51.7194 }, 988360, 1 },
    { { 37.6173, 55.7558 }, { 116.4074, 39.9042 }, 5793808, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpfloat_with_epsilon (steppe_geodesy_distance (&pairs[i].from, &pairs[i].to),
                                      pairs[i].metres, pairs[i].tolerance);
      g_assert_cmpfloat_with_epsilon (steppe_geodesy_distance (&pairs[i].to, &pairs[i].from),
                                      pairs[i].metres, pairs[i].tolerance);
    }
}

static void
test_densify (void)
{
  static const struct
  {
    SteppeLonLat from, to;
  } legs[] = {
    { { 94.4378, 51.7194 }, { 106.9176, 47.9188 } },
    { { 4.3, 52.07 }, { 106.9176, 47.9188 } },
    { { 179, 66 }, { -74, 40.7 } },
    { { 20, 30 }, { -160, -30 } },
    { { 20, 30 }, { 20, 30 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (legs); i++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SteppeLonLat));
      double whole = steppe_geodesy_distance (&legs[i].from, &legs[i].to);
      double sum = 0;
      const SteppeLonLat *last;

      g_array_append_val (places, legs[i].from);
      steppe_geodesy_densify (&legs[i].from, &legs[i].to, 100000, places);
      g_assert_cmpuint (places->len, ==, 1 + MAX (1, (guint) ceil (whole / 100000)));
      for (guint k = 1; k < places->len; k++)
        {
          double step = steppe_geodesy_distance (&g_array_index (places, SteppeLonLat, k - 1),
                                                 &g_array_index (places, SteppeLonLat, k));

          g_assert_cmpfloat (step, <=, 100000.001);
          sum += step;
        }
      g_assert_cmpfloat_with_epsilon (sum, whole, 1);
      last = &g_array_index (places, SteppeLonLat, places->len - 1);
      g_assert_cmpfloat (last->longitude, ==, legs[i].to.longitude);
      g_assert_cmpfloat (last->latitude, ==, legs[i].to.latitude);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geodesy/distance", test_distance);
  g_test_add_func ("/geodesy/densify", test_densify);
  return g_test_run ();
}
