/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-lane-packer.h"

#include <math.h>

#define SPACING 3
#define N_ROUNDS 3000

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const SteppeLaneBox *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

static GArray *
create_random_boxes (GRand *rand)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (SteppeLaneBox));
  int n = g_rand_int_range (rand, 0, 80);

  for (int i = 0; i < n; i++)
    {
      double start = g_rand_int_range (rand, 0, 700);
      SteppeLaneBox box = { (guint) i, start, start + g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 14 : 120) };

      box.slack = g_rand_int_range (rand, 0, 10);
      box.wish = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 150) : 0;
      box.least = MIN (box.wish, 40);
      box.rank = g_rand_int_range (rand, 0, 5);
      g_array_append_val (boxes, box);
    }
  g_array_sort (boxes, compare_starts);
  return boxes;
}

static void
check_overlaps (const SteppeLanePacker *packer,
                guint n_lanes)
{
  for (guint i = 0; i < steppe_lane_packer_get_n_boxes (packer); i++)
    {
      const SteppeLaneBox *box = steppe_lane_packer_get_box (packer, i);

      if (box->lane < 0)
        continue;
      g_assert_cmpuint ((guint) box->lane, <, n_lanes);
      g_assert_true (box->label == 0 || (box->label >= box->least && box->label <= box->wish));
      for (guint k = i + 1; k < steppe_lane_packer_get_n_boxes (packer); k++)
        {
          const SteppeLaneBox *other = steppe_lane_packer_get_box (packer, k);

          if (other->lane == box->lane)
            g_assert_cmpfloat (other->start, >=, box->end + box->label + SPACING - 1e-9);
        }
    }
}

/* Bodies and labels of a lane never overlap, and no body is moved further than it may be. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      guint n_lanes = (guint) g_rand_int_range (rand, 0, 8), n_placed = 0;
      g_autoptr (GArray) boxes = create_random_boxes (rand);
      g_autoptr (SteppeLanePacker) packer = steppe_lane_packer_new (n_lanes, SPACING);
      g_autoptr (SteppeLanePacker) again = steppe_lane_packer_new (n_lanes, SPACING);

      for (guint i = 0; i < boxes->len; i++)
        {
          SteppeLaneBox *box = &g_array_index (boxes, SteppeLaneBox, i);
          double room_from = steppe_lane_packer_get_room_from (packer, box->rank);
          gboolean placed;

          if (i % 16 == 15)
            box->rank = STEPPE_LANE_RANK_MUST;
          placed = steppe_lane_packer_add (packer, box);
          g_assert_true (steppe_lane_packer_add (again, box) == placed);
          if (box->rank != STEPPE_LANE_RANK_MUST)
            g_assert_true (placed == (n_lanes > 0 && box->start + box->slack >= room_from));
          if (!placed)
            continue;
          g_assert_cmpuint (steppe_lane_packer_get_n_boxes (packer), ==, n_placed + 1);
          g_assert_cmpuint (steppe_lane_packer_get_box (packer, n_placed)->id, ==, box->id);
          g_assert_cmpfloat (steppe_lane_packer_get_box (packer, n_placed)->start, <=, box->start + box->slack);
          n_placed++;
        }
      check_overlaps (packer, n_lanes);
      for (guint i = 0; i < n_placed; i++)
        g_assert_cmpint (steppe_lane_packer_get_box (packer, i)->lane, ==, steppe_lane_packer_get_box (again, i)->lane);
    }
}

/* What lies far to the left does not move what is here. */
static void
test_stable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GArray) boxes = create_random_boxes (rand);
      g_autoptr (SteppeLanePacker) packer = steppe_lane_packer_new (5, SPACING);
      g_autoptr (SteppeLanePacker) other = steppe_lane_packer_new (5, SPACING);
      SteppeLaneBox far_away = { 1000, -5000, -4990, 0, 100, 40, 9 };

      g_assert_true (steppe_lane_packer_add (other, &far_away));
      for (guint i = 0; i < boxes->len; i++)
        g_assert_true (steppe_lane_packer_add (packer, &g_array_index (boxes, SteppeLaneBox, i)) ==
                       steppe_lane_packer_add (other, &g_array_index (boxes, SteppeLaneBox, i)));
      for (guint i = 0; i < steppe_lane_packer_get_n_boxes (packer); i++)
        {
          g_assert_cmpint (steppe_lane_packer_get_box (packer, i)->lane, ==, steppe_lane_packer_get_box (other, i + 1)->lane);
          g_assert_cmpfloat (steppe_lane_packer_get_box (packer, i)->label, ==, steppe_lane_packer_get_box (other, i + 1)->label);
        }
    }
}

/* A label gives way to that of a higher rank, and not to that of a lower while there is room below. */
static void
test_rank (void)
{
  SteppeLaneBox low = { 0, 0, 10, 0, 100, 40, 1 }, high = { 1, 20, 30, 0, 100, 40, 2 };
  g_autoptr (SteppeLanePacker) rising = steppe_lane_packer_new (1, SPACING);
  g_autoptr (SteppeLanePacker) falling = steppe_lane_packer_new (2, SPACING);
  SteppeLaneBox first = high, second = low, third = low;

  g_assert_true (steppe_lane_packer_add (rising, &low));
  g_assert_true (steppe_lane_packer_add (rising, &high));
  g_assert_cmpfloat (steppe_lane_packer_get_box (rising, 0)->label, ==, 0);
  g_assert_cmpfloat (steppe_lane_packer_get_box (rising, 1)->label, ==, 100);

  first.start = 0, first.end = 10;
  second.start = 15, second.end = 25;
  third.start = 30, third.end = 40;
  g_assert_true (steppe_lane_packer_add (falling, &first));
  g_assert_true (steppe_lane_packer_add (falling, &second));
  g_assert_true (steppe_lane_packer_add (falling, &third));
  g_assert_cmpfloat (steppe_lane_packer_get_box (falling, 0)->label, ==, 100);
  g_assert_cmpfloat (steppe_lane_packer_get_box (falling, 1)->label, ==, 0);
  g_assert_cmpint (steppe_lane_packer_get_box (falling, 2)->lane, ==, 1);
}

/* What must be shown is, at the cost of another. */
static void
test_must (void)
{
  SteppeLaneBox box = { 0, 0, 10 };
  SteppeLaneBox must = { 2, 0, 10, .rank = STEPPE_LANE_RANK_MUST };
  g_autoptr (SteppeLanePacker) packer = steppe_lane_packer_new (1, SPACING);

  g_assert_true (steppe_lane_packer_add (packer, &box));
  g_assert_false (steppe_lane_packer_add (packer, &box));
  g_assert_true (steppe_lane_packer_add (packer, &must));
  g_assert_cmpint (steppe_lane_packer_get_box (packer, 0)->lane, ==, -1);
  g_assert_cmpint (steppe_lane_packer_get_box (packer, 1)->lane, ==, 0);
}

/* A box moves within its slack rather than be left out. */
static void
test_slack (void)
{
  SteppeLaneBox box = { 0, 20, 30, 10 };
  g_autoptr (SteppeLanePacker) packer = steppe_lane_packer_new (1, SPACING);

  box.slack = 13;
  g_assert_true (steppe_lane_packer_add (packer, &box));
  g_assert_true (steppe_lane_packer_add (packer, &box));
  g_assert_false (steppe_lane_packer_add (packer, &box));
  g_assert_cmpfloat (steppe_lane_packer_get_box (packer, 1)->start, ==, 33);
}

/* What is placed only where that costs nothing leaves the label of another alone. */
static void
test_freely (void)
{
  SteppeLaneBox first = { 0, 0, 10, 0, 100, 40 };
  SteppeLaneBox second = { 1, 80, 90 };
  SteppeLaneBox third = { 2, 120, 130 };
  g_autoptr (SteppeLanePacker) packer = steppe_lane_packer_new (1, SPACING);

  g_assert_true (steppe_lane_packer_add (packer, &first));
  g_assert_false (steppe_lane_packer_add_freely (packer, &second));
  g_assert_true (steppe_lane_packer_add_freely (packer, &third));
  g_assert_cmpuint (steppe_lane_packer_get_n_boxes (packer), ==, 2);
  g_assert_cmpfloat (steppe_lane_packer_get_box (packer, 0)->label, ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-packer/random", test_random);
  g_test_add_func ("/lane-packer/stable", test_stable);
  g_test_add_func ("/lane-packer/rank", test_rank);
  g_test_add_func ("/lane-packer/must", test_must);
  g_test_add_func ("/lane-packer/slack", test_slack);
  g_test_add_func ("/lane-packer/freely", test_freely);
  return g_test_run ();
}
