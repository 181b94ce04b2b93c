/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-folds.h"

#include <math.h>

#define DAY G_GINT64_CONSTANT (86400)
#define YEAR (365 * DAY)
#define WIDTH 600.0
#define LIMIT 120.0
#define OPENED 400.0
#define N_ROUNDS 500

static SteppeTimeAxis *
create_axis (const SteppeTimeFolds *folds,
             double factor,
             double *length)
{
  SteppeTimeZoom zoom = { WIDTH, factor, LIMIT, OPENED };

  return steppe_time_folds_create_axis (folds, &zoom, length);
}

static double
get_pixel (const SteppeTimeAxis *axis,
           double length,
           gint64 instant)
{
  return steppe_time_axis_to_position (axis, instant) * length;
}

/* A few clusters, decades apart, of days that are hours apart. */
static GArray *
create_random_cells (GRand *rand)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
  int n_clusters = g_rand_int_range (rand, 1, 6);

  for (int i = 0; i < n_clusters; i++)
    {
      gint64 centre = g_rand_int_range (rand, -100, 60) * YEAR;
      double spread = pow (10, g_rand_double_range (rand, 2, 9));
      int n = g_rand_int_range (rand, 1, 20);

      for (int k = 0; k < n; k++)
        {
          gint64 earliest = centre + (gint64) g_rand_double_range (rand, -spread, spread);
          SteppeTimeCell cell = { earliest, earliest + (g_rand_boolean (rand) ? DAY : 1) - 1, 1 };

          g_array_append_val (cells, cell);
        }
    }
  return cells;
}

static SteppeTimeFolds *
create_folds (const GArray *cells,
              SteppeTimeAxis **axis)
{
  const SteppeTimeCell *data = (const SteppeTimeCell *) (gconstpointer) cells->data;

  *axis = steppe_time_axis_new (data, cells->len, 12 / WIDTH);
  return steppe_time_folds_new (*axis, data, cells->len);
}

/* The axis is whole and in order, and no gap on it is wider than the limit, or than it was before the zoom. */
static void
check_segments (const SteppeTimeAxis *axis,
                const SteppeTimeAxis *base,
                double length)
{
  guint n = steppe_time_axis_get_n_segments (axis);

  g_assert_cmpint (steppe_time_axis_get_segment (axis, 0)->start, ==, steppe_time_axis_get_segment (base, 0)->start);
  for (guint i = 0; i < n; i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (axis, i);
      double before = steppe_time_axis_to_position (base, segment->end) - steppe_time_axis_to_position (base, segment->start);

      g_assert_cmpint (segment->start, <, segment->end);
      g_assert_cmpfloat (segment->from, <=, segment->to);
      if (i + 1 < n)
        g_assert_cmpint (segment->end, ==, steppe_time_axis_get_segment (axis, i + 1)->start);
      if (segment->is_gap)
        g_assert_cmpfloat ((segment->to - segment->from) * length, <=, MAX (LIMIT, before * WIDTH) + 1e-6 * length);
    }
  g_assert_cmpfloat (steppe_time_axis_get_segment (axis, n - 1)->to, ==, 1);
}

static void
test_zoom (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1939);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GArray) cells = create_random_cells (rand);
      g_autoptr (SteppeTimeAxis) base = NULL;
      g_autoptr (SteppeTimeFolds) folds = create_folds (cells, &base);
      g_autoptr (SteppeTimeAxis) small = NULL;
      g_autoptr (SteppeTimeAxis) large = NULL;
      double factor = pow (10, g_rand_double_range (rand, 0, 6)), step = g_rand_double_range (rand, 1, 3);
      double small_length, large_length;

      small = create_axis (folds, factor, &small_length);
      large = create_axis (folds, factor * step, &large_length);
      check_segments (small, base, small_length);
      check_segments (large, base, large_length);
      for (guint i = 0; i + 1 < cells->len; i++)
        {
          const SteppeTimeCell *a = &g_array_index (cells, SteppeTimeCell, i), *b = &g_array_index (cells, SteppeTimeCell, i + 1);
          gint64 from = MIN (a->earliest, b->earliest), to = MAX (a->latest, b->latest);
          SteppeTimeZoom zoom = { WIDTH, factor, LIMIT, OPENED };
          double before = get_pixel (small, small_length, to) - get_pixel (small, small_length, from);
          double after = get_pixel (large, large_length, to) - get_pixel (large, large_length, from);
          double epsilon = 1e-9 * large_length;

          /* Nothing shrinks when the reader zooms in, and nothing grows by more than the zoom. */
          g_assert_cmpfloat (after, >=, before - epsilon);
          g_assert_cmpfloat (after, <=, before * step + epsilon);
          g_assert_cmpfloat_with_epsilon (steppe_time_folds_measure (folds, &zoom, from, to), before, epsilon);
        }
    }
}

static void
test_not_zoomed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1991);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GArray) cells = create_random_cells (rand);
      g_autoptr (SteppeTimeAxis) base = NULL;
      g_autoptr (SteppeTimeFolds) folds = create_folds (cells, &base);
      double length;
      g_autoptr (SteppeTimeAxis) shown = create_axis (folds, 1, &length);

      g_assert_cmpfloat_with_epsilon (length, WIDTH, 1e-6);
      for (guint i = 0; i < cells->len; i++)
        {
          gint64 instant = g_array_index (cells, SteppeTimeCell, i).earliest;

          g_assert_cmpfloat_with_epsilon (steppe_time_axis_to_position (shown, instant), steppe_time_axis_to_position (base, instant), 1e-9);
        }
    }
}

/* Three days of one week, an hour's event on each. */
static GArray *
create_week (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));

  for (int i = 0; i < 3; i++)
    g_array_append_val (cells, ((SteppeTimeCell) { i * 2 * DAY, i * 2 * DAY + 3599, 1 }));
  return cells;
}

static void
test_empty_time_becomes_a_gap (void)
{
  g_autoptr (GArray) cells = create_week ();
  g_autoptr (SteppeTimeAxis) base = NULL;
  g_autoptr (SteppeTimeFolds) folds = create_folds (cells, &base);
  double length;
  g_autoptr (SteppeTimeAxis) shown = create_axis (folds, 200, &length);
  const SteppeTimeSegment *segment = steppe_time_axis_get_segment (shown, steppe_time_axis_find_segment (shown, steppe_time_axis_to_position (shown, DAY)));

  g_assert_true (segment->is_gap);
  g_assert_cmpint (segment->quiet_from, ==, 3600);
  g_assert_cmpint (segment->quiet_to, ==, 2 * DAY);
  /* Its width is what it was before, or the limit. */
  g_assert_cmpfloat (get_pixel (shown, length, 2 * DAY) - get_pixel (shown, length, 3600), <, WIDTH);
  /* What happens is as many times wider as the zoom says. */
  g_assert_cmpfloat_with_epsilon (get_pixel (shown, length, 3599) - get_pixel (shown, length, 0),
                                  200 * WIDTH * (steppe_time_axis_to_position (base, 3599) - steppe_time_axis_to_position (base, 0)), 0.01);
}

static void
test_opened (void)
{
  g_autoptr (GArray) cells = create_week ();
  g_autoptr (SteppeTimeAxis) base = NULL;
  g_autoptr (SteppeTimeFolds) folds = create_folds (cells, &base);
  g_autoptr (SteppeTimeAxis) shown = NULL;
  const SteppeTimeSegment *segment;
  SteppeTimeZoom zoom = { WIDTH, 200, LIMIT, OPENED };
  guint n = steppe_time_folds_find (folds, DAY);
  gint64 start, end;
  double length;

  g_assert_cmpuint (n, !=, STEPPE_TIME_FOLDS_NONE);
  g_assert_cmpuint (steppe_time_folds_find (folds, 3599), ==, STEPPE_TIME_FOLDS_NONE);
  g_assert_cmpuint (steppe_time_folds_find (folds, 2 * DAY), ==, STEPPE_TIME_FOLDS_NONE);
  steppe_time_folds_get_bounds (folds, n, &start, &end);
  g_assert_cmpint (start, ==, 3600);
  g_assert_cmpint (end, ==, 2 * DAY);

  g_assert_false (steppe_time_folds_get_opened (folds, n));
  steppe_time_folds_set_opened (folds, n, TRUE);
  g_assert_true (steppe_time_folds_get_opened (folds, n));
  shown = create_axis (folds, 200, &length);
  segment = steppe_time_axis_get_segment (shown, steppe_time_axis_find_segment (shown, steppe_time_axis_to_position (shown, DAY)));
  g_assert_false (segment->is_gap);
  g_assert_cmpint (segment->start, ==, start);
  g_assert_cmpint (segment->end, ==, end);
  g_assert_cmpfloat ((segment->to - segment->from) * length, >=, OPENED);
  g_assert_cmpfloat_with_epsilon (steppe_time_folds_measure (folds, &zoom, start, end), (segment->to - segment->from) * length, 1e-6);
  g_assert_cmpfloat_with_epsilon (steppe_time_folds_measure (folds, &zoom, start, (start + end) / 2), (segment->to - segment->from) * length / 2, 1);
}

static void
test_nothing (void)
{
  g_autoptr (SteppeTimeAxis) base = steppe_time_axis_new (NULL, 0, 0.02);
  g_autoptr (SteppeTimeFolds) folds = steppe_time_folds_new (base, NULL, 0);
  double length;
  g_autoptr (SteppeTimeAxis) shown = create_axis (folds, 10, &length);

  g_assert_true (steppe_time_axis_is_empty (shown));
  g_assert_cmpfloat (length, ==, WIDTH);
  g_assert_cmpuint (steppe_time_folds_find (folds, 0), ==, STEPPE_TIME_FOLDS_NONE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-folds/zoom", test_zoom);
  g_test_add_func ("/time-folds/not-zoomed", test_not_zoomed);
  g_test_add_func ("/time-folds/empty-time-becomes-a-gap", test_empty_time_becomes_a_gap);
  g_test_add_func ("/time-folds/opened", test_opened);
  g_test_add_func ("/time-folds/nothing", test_nothing);
  return g_test_run ();
}
