/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-projection.h"

static void
test_includes (void)
{
  static const struct
  {
    double longitude, latitude;
    gboolean region, new_york, johannesburg;
  } places[] = {
    { 106.92, 47.92, TRUE, FALSE, FALSE }, /* Ulaanbaatar */
    { 4.3, 52.07, TRUE, TRUE, FALSE }, /* The Hague */
    { -169.6, 66.16, TRUE, TRUE, FALSE }, /* Uelen */
    { -73.97, 40.75, FALSE, TRUE, FALSE }, /* New York */
    { 28.05, -26.2, FALSE, FALSE, TRUE }, /* Johannesburg */
    { 106.8, -6.2, FALSE, FALSE, FALSE }, /* Jakarta */
  };
  SteppeProjection region, new_york, johannesburg;

  steppe_projection_init_region (&region);
  steppe_projection_init_elsewhere (&new_york, -73.97, 40.75);
  steppe_projection_init_elsewhere (&johannesburg, 28.05, -26.2);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpint (steppe_projection_includes (&region, places[i].longitude, places[i].latitude), ==, places[i].region);
      g_assert_cmpint (steppe_projection_includes (&new_york, places[i].longitude, places[i].latitude), ==, places[i].new_york);
      g_assert_cmpint (steppe_projection_includes (&johannesburg, places[i].longitude, places[i].latitude), ==, places[i].johannesburg);
    }
}

static void
test_equal (void)
{
  SteppeProjection region, zeros = { 0 }, here, there, again;

  steppe_projection_init_region (&region);
  steppe_projection_init_elsewhere (&here, 10, 20);
  steppe_projection_init_elsewhere (&again, 10, 20);
  steppe_projection_init_elsewhere (&there, 10, 21);
  g_assert_true (steppe_projection_equal (&region, &zeros));
  g_assert_true (steppe_projection_equal (&here, &again));
  g_assert_false (steppe_projection_equal (&here, &there));
  g_assert_false (steppe_projection_equal (&here, &region));
}

/* Each kind is the projection that its name says. */
static void
test_kinds (void)
{
  SteppeProjection region, elsewhere;
  SteppeLambert lambert;
  double x, y, x_expected, y_expected, longitude, latitude;

  steppe_projection_init_region (&region);
  steppe_projection_forward (&region, 106.92, 47.92, &x, &y);
  steppe_albers_forward (106.92, 47.92, &x_expected, &y_expected);
  g_assert_true (x == x_expected && y == y_expected);
  g_assert_true (steppe_projection_inverse (&region, x, y, &longitude, &latitude));
  g_assert_cmpfloat_with_epsilon (longitude, 106.92, 1e-9);
  g_assert_cmpfloat_with_epsilon (latitude, 47.92, 1e-9);

  steppe_projection_init_elsewhere (&elsewhere, -73.97, 40.75);
  steppe_lambert_init (&lambert, -73.97, 40.75);
  steppe_projection_forward (&elsewhere, -70, 42, &x, &y);
  steppe_lambert_forward (&lambert, -70, 42, &x_expected, &y_expected);
  g_assert_true (x == x_expected && y == y_expected);
  g_assert_true (steppe_projection_inverse (&elsewhere, x, y, &longitude, &latitude));
  g_assert_cmpfloat_with_epsilon (longitude, -70, 1e-9);
  g_assert_cmpfloat_with_epsilon (latitude, 42, 1e-9);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/includes", test_includes);
  g_test_add_func ("/projection/equal", test_equal);
  g_test_add_func ("/projection/kinds", test_kinds);
  return g_test_run ();
}
