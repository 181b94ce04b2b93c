/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-viewport.h"

#include <math.h>

#define DAY G_GINT64_CONSTANT (86400)
#define YEAR (365 * DAY)
#define WIDTH 600.0
#define N_ROUNDS 300

typedef struct
{
  GArray *cells;
  SteppeTimeViewport *viewport;
} Fixture;

static void
set_up_cells (Fixture *fixture,
              GArray *cells)
{
  fixture->cells = cells;
  fixture->viewport = steppe_time_viewport_new ();
  steppe_time_viewport_set_cells (fixture->viewport, (const SteppeTimeCell *) (gconstpointer) cells->data, cells->len);
  steppe_time_viewport_set_width (fixture->viewport, WIDTH);
}

static void
tear_down (Fixture *fixture)
{
  steppe_time_viewport_free (fixture->viewport);
  g_array_unref (fixture->cells);
}

static void
add_day (GArray *cells,
         gint64 day)
{
  g_array_append_val (cells, ((SteppeTimeCell) { day * DAY, day * DAY + DAY - 1, 1 }));
}

/* Years of background, and one week. */
static GArray *
create_story (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));

  for (int i = 0; i < 8; i++)
    add_day (cells, i * 700);
  for (int i = 0; i < 7; i++)
    add_day (cells, 30000 + i);
  return cells;
}

static GArray *
create_random (GRand *rand)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
  int n_clusters = g_rand_int_range (rand, 1, 5);

  for (int i = 0; i < n_clusters; i++)
    {
      gint64 centre = g_rand_int_range (rand, -30000, 30000);
      int spread = (int) pow (10, g_rand_double_range (rand, 0, 4));

      for (int k = g_rand_int_range (rand, 1, 12); k > 0; k--)
        add_day (cells, centre + g_rand_int_range (rand, -spread, spread + 1));
    }
  return cells;
}

static double
get_x (Fixture *fixture,
       gint64 instant)
{
  return steppe_time_viewport_to_pixel (fixture->viewport, instant) - steppe_time_viewport_get_origin (fixture->viewport);
}

static void
check_inside (Fixture *fixture)
{
  const SteppeTimeViewport *viewport = fixture->viewport;
  double origin = steppe_time_viewport_get_origin (viewport), length = steppe_time_viewport_get_length (viewport);

  g_assert_cmpfloat (length, >=, WIDTH * (1 - 1e-9));
  g_assert_cmpfloat (origin, >=, 0);
  g_assert_cmpfloat (origin + WIDTH, <=, length * (1 + 1e-9));
}

/* Whatever the zoom, what is under the pointer stays there, as long as the axis does not end. */
static void
test_zoom_holds_the_pointer (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2019);
  guint n_held = 0;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      Fixture fixture;

      set_up_cells (&fixture, create_random (rand));
      for (int i = 0; i < 30; i++)
        {
          double x = g_rand_double_range (rand, 0, WIDTH), length, origin;
          gint64 instant = steppe_time_viewport_to_instant (fixture.viewport, steppe_time_viewport_get_origin (fixture.viewport) + x);
          double before = get_x (&fixture, instant);

          steppe_time_viewport_zoom_at (fixture.viewport, g_rand_double_range (rand, 0.5, 2.5), x);
          check_inside (&fixture);
          length = steppe_time_viewport_get_length (fixture.viewport);
          origin = steppe_time_viewport_get_origin (fixture.viewport);
          if (origin <= 0 || origin + WIDTH >= length * (1 - 1e-9))
            continue;
          n_held++;
          /* An instant is known to the second, which at the largest zoom is 24 pixels. */
          g_assert_cmpfloat_with_epsilon (get_x (&fixture, instant), before, 24.5);
          if (length < 1e5)
            g_assert_cmpfloat_with_epsilon (get_x (&fixture, instant), before, 0.5);
        }
      tear_down (&fixture);
    }
  g_assert_cmpuint (n_held, >, N_ROUNDS);
}

static void
test_show_range (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2022);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      Fixture fixture;
      gint64 from, to;

      set_up_cells (&fixture, create_random (rand));
      for (int i = 0; i < 10; i++)
        {
          gint64 first = g_array_index (fixture.cells, SteppeTimeCell, g_rand_int_range (rand, 0, (int) fixture.cells->len)).earliest;
          gint64 last = first + (gint64) pow (10, g_rand_double_range (rand, 3, 9));

          steppe_time_viewport_show_range (fixture.viewport, first, last);
          check_inside (&fixture);
          /* What was asked for is seen, up to the end of the axis. */
          steppe_time_viewport_get_range (fixture.viewport, &from, &to);
          g_assert_cmpfloat (get_x (&fixture, first), >=, -1);
          g_assert_cmpfloat (get_x (&fixture, last), <=, WIDTH + 1);
        }
      tear_down (&fixture);
    }
}

/* All that happens in a week fills the window, to its ends. */
static void
test_show_week (void)
{
  Fixture fixture;
  gint64 from, to;

  set_up_cells (&fixture, create_story ());
  steppe_time_viewport_show_range (fixture.viewport, 30000 * DAY, 30007 * DAY - 1);
  steppe_time_viewport_get_range (fixture.viewport, &from, &to);
  g_assert_cmpfloat_with_epsilon ((double) (from - 30000 * DAY), 0, 3600);
  g_assert_cmpfloat_with_epsilon ((double) (to - 30007 * DAY), 0, 3600);
  tear_down (&fixture);
}

/* So does a part of the background with the week after it, and at true scale also a part in which there is nothing. */
static void
test_show_years (void)
{
  Fixture fixture;
  gint64 from, to;

  set_up_cells (&fixture, create_story ());
  steppe_time_viewport_show_range (fixture.viewport, 2000 * DAY, 30007 * DAY - 1);
  steppe_time_viewport_get_range (fixture.viewport, &from, &to);
  g_assert_cmpfloat_with_epsilon ((double) (from - 2000 * DAY), 0, 20 * DAY);
  g_assert_cmpfloat_with_epsilon ((double) (to - 30007 * DAY), 0, DAY);

  steppe_time_viewport_set_true_scale (fixture.viewport, TRUE);
  steppe_time_viewport_show_range (fixture.viewport, 10000 * DAY, 20000 * DAY);
  steppe_time_viewport_get_range (fixture.viewport, &from, &to);
  g_assert_cmpfloat_with_epsilon ((double) (from - 10000 * DAY), 0, DAY);
  g_assert_cmpfloat_with_epsilon ((double) (to - 20000 * DAY), 0, DAY);
  tear_down (&fixture);
}

/* A part of time in which there is next to nothing is shown with what is around it. */
static void
test_show_empty_range (void)
{
  Fixture fixture;
  gint64 from, to;

  set_up_cells (&fixture, create_story ());
  steppe_time_viewport_show_range (fixture.viewport, 8000 * DAY, 9000 * DAY);
  check_inside (&fixture);
  steppe_time_viewport_get_range (fixture.viewport, &from, &to);
  g_assert_cmpint (from, <=, 8000 * DAY);
  g_assert_cmpint (to, >=, 9000 * DAY);

  /* One second of a day, and years of nothing. */
  steppe_time_viewport_show_range (fixture.viewport, 4901 * DAY - 1, 20000 * DAY);
  steppe_time_viewport_get_range (fixture.viewport, &from, &to);
  g_assert_cmpint (from, <=, 4900 * DAY);
  tear_down (&fixture);
}

static void
test_open_and_close (void)
{
  Fixture fixture;
  gint64 middle = 15000 * DAY;
  gboolean opened;
  double closed_width, closed_length;

  set_up_cells (&fixture, create_story ());
  g_assert_true (steppe_time_viewport_find_empty (fixture.viewport, middle, &opened));
  g_assert_false (opened);
  g_assert_false (steppe_time_viewport_find_empty (fixture.viewport, 30000 * DAY, &opened));
  closed_width = get_x (&fixture, 30000 * DAY) - get_x (&fixture, 4901 * DAY);
  closed_length = steppe_time_viewport_get_length (fixture.viewport);

  steppe_time_viewport_open_empty (fixture.viewport, middle, TRUE);
  check_inside (&fixture);
  g_assert_true (steppe_time_viewport_find_empty (fixture.viewport, middle, &opened));
  g_assert_true (opened);
  g_assert_cmpfloat (get_x (&fixture, 30000 * DAY) - get_x (&fixture, 4901 * DAY), >, 10 * closed_width);
  /* It is in sight, and in proportion. */
  g_assert_cmpfloat (get_x (&fixture, middle), >, 0);
  g_assert_cmpfloat (get_x (&fixture, middle), <, WIDTH);
  g_assert_cmpfloat_with_epsilon (get_x (&fixture, 20000 * DAY) - get_x (&fixture, 15000 * DAY), get_x (&fixture, 15000 * DAY) - get_x (&fixture, 10000 * DAY), 1);

  steppe_time_viewport_open_empty (fixture.viewport, middle, FALSE);
  g_assert_cmpfloat_with_epsilon (steppe_time_viewport_get_length (fixture.viewport), closed_length, 1e-6);
  steppe_time_viewport_open_empty (fixture.viewport, middle, TRUE);
  steppe_time_viewport_set_width (fixture.viewport, 900);
  g_assert_true (steppe_time_viewport_find_empty (fixture.viewport, middle, &opened));
  g_assert_true (opened);
  steppe_time_viewport_show_all (fixture.viewport);
  g_assert_true (steppe_time_viewport_find_empty (fixture.viewport, middle, &opened));
  g_assert_false (opened);
  tear_down (&fixture);
}

static void
test_true_scale (void)
{
  Fixture fixture;
  gint64 from, to;
  gboolean opened;

  set_up_cells (&fixture, create_story ());
  steppe_time_viewport_show_range (fixture.viewport, 30000 * DAY, 30007 * DAY - 1);
  steppe_time_viewport_set_true_scale (fixture.viewport, TRUE);
  steppe_time_viewport_get_range (fixture.viewport, &from, &to);
  g_assert_cmpfloat_with_epsilon ((double) (from - 30000 * DAY), 0, 3600);
  g_assert_cmpfloat_with_epsilon ((double) (to - 30007 * DAY), 0, 3600);
  g_assert_false (steppe_time_viewport_find_empty (fixture.viewport, 15000 * DAY, &opened));

  steppe_time_viewport_show_all (fixture.viewport);
  g_assert_cmpfloat_with_epsilon (get_x (&fixture, 20000 * DAY) - get_x (&fixture, 10000 * DAY), get_x (&fixture, 10000 * DAY) - get_x (&fixture, 0), 1e-6);
  tear_down (&fixture);
}

static void
test_width_keeps_the_range (void)
{
  Fixture fixture;
  gint64 from, to;

  set_up_cells (&fixture, create_story ());
  steppe_time_viewport_show_range (fixture.viewport, 30000 * DAY, 30007 * DAY - 1);
  steppe_time_viewport_set_width (fixture.viewport, 900);
  steppe_time_viewport_get_range (fixture.viewport, &from, &to);
  g_assert_cmpfloat_with_epsilon ((double) (from - 30000 * DAY), 0, 7200);
  g_assert_cmpfloat_with_epsilon ((double) (to - 30007 * DAY), 0, 7200);

  steppe_time_viewport_set_width (fixture.viewport, 0);
  g_assert_cmpfloat (steppe_time_viewport_get_length (fixture.viewport), >=, 0);
  steppe_time_viewport_zoom_at (fixture.viewport, 2, 0);
  steppe_time_viewport_show_range (fixture.viewport, 0, DAY);
  steppe_time_viewport_set_width (fixture.viewport, 900);
  steppe_time_viewport_show_all (fixture.viewport);
  g_assert_true (steppe_time_viewport_is_whole (fixture.viewport));
  tear_down (&fixture);
}

/* A move starts where the view was, ends where the change led, and on its way no pixel jumps. */
static void
check_move (Fixture *fixture,
            gint64 instant,
            double old_x,
            double tolerance)
{
  double new_x = get_x (fixture, instant), before = old_x;

  for (int i = 0; i <= 50; i++)
    {
      double x;

      steppe_time_viewport_set_progress (fixture->viewport, i / 50.0);
      x = get_x (fixture, instant);
      if (i == 0)
        g_assert_cmpfloat_with_epsilon (x, old_x, tolerance);
      if (ABS (x) < WIDTH && ABS (before) < WIDTH)
        g_assert_cmpfloat_with_epsilon (x, before, WIDTH / 3);
      before = x;
    }
  g_assert_cmpfloat_with_epsilon (get_x (fixture, instant), new_x, 1e-6);
}

static void
test_moves (void)
{
  Fixture fixture;
  gint64 instant = 30003 * DAY;
  double x;

  set_up_cells (&fixture, create_story ());
  x = get_x (&fixture, instant);
  steppe_time_viewport_begin_move (fixture.viewport);
  steppe_time_viewport_show_range (fixture.viewport, 30000 * DAY, 30007 * DAY - 1);
  check_move (&fixture, instant, x, 1);

  x = get_x (&fixture, instant);
  steppe_time_viewport_begin_move (fixture.viewport);
  steppe_time_viewport_show_all (fixture.viewport);
  check_move (&fixture, instant, x, 1);

  x = get_x (&fixture, instant);
  steppe_time_viewport_begin_move (fixture.viewport);
  steppe_time_viewport_open_empty (fixture.viewport, 15000 * DAY, TRUE);
  check_move (&fixture, instant, x, 1);

  x = get_x (&fixture, instant);
  steppe_time_viewport_begin_move (fixture.viewport);
  steppe_time_viewport_set_true_scale (fixture.viewport, TRUE);
  check_move (&fixture, instant, x, 1);
  tear_down (&fixture);
}

/* A wheel turned during a move goes on from what is seen. */
static void
test_interrupted_move (void)
{
  Fixture fixture;
  double length;

  set_up_cells (&fixture, create_story ());
  steppe_time_viewport_begin_move (fixture.viewport);
  steppe_time_viewport_show_range (fixture.viewport, 30000 * DAY, 30007 * DAY - 1);
  steppe_time_viewport_set_progress (fixture.viewport, 0.5);
  length = steppe_time_viewport_get_length (fixture.viewport);
  steppe_time_viewport_zoom_at (fixture.viewport, 1.1, 300);
  g_assert_cmpfloat (steppe_time_viewport_get_length (fixture.viewport), <=, 1.1 * length + 1e-6);
  length = steppe_time_viewport_get_length (fixture.viewport);
  /* What is left of the move has no say any more. */
  steppe_time_viewport_set_progress (fixture.viewport, 0.7);
  steppe_time_viewport_set_progress (fixture.viewport, 1);
  g_assert_cmpfloat (steppe_time_viewport_get_length (fixture.viewport), ==, length);
  tear_down (&fixture);
}

/* A move on the way does not lead back to what lay on the axis before. */
static void
test_other_cells_during_a_move (void)
{
  Fixture fixture;
  g_autoptr (GArray) before = create_story ();
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));

  set_up_cells (&fixture, g_array_ref (before));
  steppe_time_viewport_show_range (fixture.viewport, 30000 * DAY, 30007 * DAY - 1);
  steppe_time_viewport_begin_move (fixture.viewport);
  steppe_time_viewport_pan_to (fixture.viewport, 0);
  steppe_time_viewport_set_progress (fixture.viewport, 0.5);

  add_day (cells, -90000);
  add_day (cells, -80000);
  g_array_unref (fixture.cells);
  fixture.cells = cells;
  steppe_time_viewport_set_cells (fixture.viewport, (const SteppeTimeCell *) (gconstpointer) cells->data, cells->len);
  steppe_time_viewport_set_progress (fixture.viewport, 0.7);
  g_assert_true (steppe_time_viewport_is_whole (fixture.viewport));
  check_inside (&fixture);
  g_assert_cmpfloat (get_x (&fixture, -90000 * DAY), <, WIDTH / 2);
  g_assert_cmpfloat (get_x (&fixture, -80000 * DAY), >, WIDTH / 2);
  tear_down (&fixture);
}

static void
test_deepest_zoom (void)
{
  static const gint64 reaches[] = { 1, 60, DAY, 100 * YEAR, G_GINT64_CONSTANT (13800000000) * YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      Fixture fixture;
      GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
      gint64 from, to;

      g_array_append_val (cells, ((SteppeTimeCell) { -reaches[i], -reaches[i], 1 }));
      g_array_append_val (cells, ((SteppeTimeCell) { 0, 0, 1 }));
      g_array_append_val (cells, ((SteppeTimeCell) { 0, 0, 1 }));
      set_up_cells (&fixture, cells);
      for (int k = 0; k < 400; k++)
        steppe_time_viewport_zoom_at (fixture.viewport, 1.6, get_x (&fixture, 0));
      check_inside (&fixture);
      steppe_time_viewport_get_range (fixture.viewport, &from, &to);
      g_assert_cmpint (from, <=, 0);
      g_assert_cmpint (to, >=, 0);
      for (int k = 0; k < 400; k++)
        steppe_time_viewport_zoom_at (fixture.viewport, 1 / 1.6, 300);
      g_assert_true (steppe_time_viewport_is_whole (fixture.viewport));
      tear_down (&fixture);
    }
}

static void
test_nothing (void)
{
  g_autoptr (SteppeTimeViewport) viewport = steppe_time_viewport_new ();
  gboolean opened;
  gint64 from, to;

  steppe_time_viewport_set_width (viewport, WIDTH);
  steppe_time_viewport_zoom_at (viewport, 4, 100);
  steppe_time_viewport_pan_to (viewport, 50);
  steppe_time_viewport_show_range (viewport, 0, DAY);
  steppe_time_viewport_get_range (viewport, &from, &to);
  g_assert_cmpint (from, <=, to);
  g_assert_false (steppe_time_viewport_find_empty (viewport, 0, &opened));
  g_assert_true (steppe_time_axis_is_empty (steppe_time_viewport_get_axis (viewport)));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-viewport/zoom-holds-the-pointer", test_zoom_holds_the_pointer);
  g_test_add_func ("/time-viewport/show-range", test_show_range);
  g_test_add_func ("/time-viewport/show-years", test_show_years);
  g_test_add_func ("/time-viewport/show-week", test_show_week);
  g_test_add_func ("/time-viewport/show-empty-range", test_show_empty_range);
  g_test_add_func ("/time-viewport/open-and-close", test_open_and_close);
  g_test_add_func ("/time-viewport/true-scale", test_true_scale);
  g_test_add_func ("/time-viewport/width-keeps-the-range", test_width_keeps_the_range);
  g_test_add_func ("/time-viewport/moves", test_moves);
  g_test_add_func ("/time-viewport/interrupted-move", test_interrupted_move);
  g_test_add_func ("/time-viewport/other-cells-during-a-move", test_other_cells_during_a_move);
  g_test_add_func ("/time-viewport/deepest-zoom", test_deepest_zoom);
  g_test_add_func ("/time-viewport/nothing", test_nothing);
  return g_test_run ();
}
