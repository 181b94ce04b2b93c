/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-room.h"

#include <math.h>

#define WIDTH 40

static void
test_places (void)
{
  static const SteppeTimeRoom row = { 0, 300 };
  static const struct
  {
    SteppeTimeRoom taken[2];
    double pixel, position; /* NAN for no room */
  } cases[] = {
    { { { 0, 0 }, { 0, 0 } }, 150, 130 },
    { { { 100, 135 }, { 200, 240 } }, 150, 135 }, /* pushed on by what is before */
    { { { 100, 120 }, { 165, 240 } }, 150, 125 }, /* pushed back by what is after */
    { { { 100, 140 }, { 160, 240 } }, 150, NAN }, /* between two, too narrow */
    { { { 100, 200 }, { 0, 0 } }, 150, NAN }, /* upon another */
    { { { 100, 151 }, { 0, 0 } }, 150, NAN }, /* beside it there is room, but not at the pixel */
    { { { 100, 149 }, { 0, 0 } }, 150, 149 },
    { { { 0, 0 }, { 0, 0 } }, 5, 0 }, /* at the ends of the row */
    { { { 0, 0 }, { 0, 0 } }, 300, 260 },
    { { { 0, 0 }, { 0, 0 } }, 310, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double position = NAN;
      gboolean found = steppe_time_room_find (&row, cases[i].taken, G_N_ELEMENTS (cases[i].taken), cases[i].pixel, WIDTH, &position);

      g_assert_true (found == !isnan (cases[i].position));
      if (found)
        g_assert_cmpfloat (position, ==, cases[i].position);
    }
}

/* What is found overlaps nothing, lies in the row and touches the pixel; and what is there to be found is found. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2025);

  for (int round = 0; round < 5000; round++)
    {
      SteppeTimeRoom row = { g_rand_double_range (rand, -50, 0), g_rand_double_range (rand, 100, 400) };
      SteppeTimeRoom taken[6];
      double pixel = g_rand_double_range (rand, -60, 450), position = NAN;
      gboolean found, exists = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
        {
          taken[i].from = g_rand_double_range (rand, -50, 400);
          taken[i].to = taken[i].from + g_rand_double_range (rand, 0, 80);
        }
      found = steppe_time_room_find (&row, taken, G_N_ELEMENTS (taken), pixel, WIDTH, &position);
      for (double from = pixel - WIDTH; from <= pixel; from += 1)
        {
          gboolean fits = from >= row.from && from + WIDTH <= row.to;

          for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
            fits = fits && (from >= taken[i].to || from + WIDTH <= taken[i].from);
          exists = exists || fits;
        }
      g_assert_true (found || !exists);
      if (!found)
        continue;
      g_assert_cmpfloat (position, >=, MAX (row.from, pixel - WIDTH));
      g_assert_cmpfloat (position, <=, MIN (row.to - WIDTH, pixel));
      for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
        g_assert_true (position >= taken[i].to || position + WIDTH <= taken[i].from);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-room/places", test_places);
  g_test_add_func ("/time-room/random", test_random);
  return g_test_run ();
}
