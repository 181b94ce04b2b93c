/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-axis.h"
#include "time/steppe-time-length.h"
#include "time/steppe-time-step.h"

#include <math.h>

#include "time/steppe-calendar.h"
#include "time/steppe-date.h"

#define DAY G_GINT64_CONSTANT (86400)
#define YEAR (365 * DAY)
#define GAP_WIDTH 0.025
#define N_ROUNDS 2000

static SteppeTimeCell
cell_of (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, &error);

  g_assert_no_error (error);
  return (SteppeTimeCell) { steppe_date_get_earliest (date), steppe_date_get_latest (date), 1 };
}

/* Cells on scales from seconds to ages: clusters of clusters, as stories are, and some cells that are vague. */
static GArray *
create_random_cells (GRand *rand)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
  int n_clusters = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n_clusters; i++)
    {
      double reach = pow (10, g_rand_double_range (rand, 3, 18.5));
      gint64 centre = (gint64) g_rand_double_range (rand, -reach, reach);
      double spread = pow (10, g_rand_double_range (rand, 0, 12));
      int n = g_rand_int_range (rand, 1, 12);

      for (int k = 0; k < n; k++)
        {
          gint64 earliest = centre + (gint64) g_rand_double_range (rand, -spread, spread);
          gint64 length = (gint64) pow (10, g_rand_double_range (rand, 0, g_rand_boolean (rand) ? 5 : 10));
          SteppeTimeCell cell = { earliest, earliest + length - 1, 1 };

          g_array_append_val (cells, cell);
        }
    }
  return cells;
}

static void
check_segments (const SteppeTimeAxis *axis)
{
  for (guint i = 0; i < steppe_time_axis_get_n_segments (axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (axis, i);

      g_assert_cmpint (segment->start, <, segment->end);
      g_assert_cmpfloat (segment->from, <, segment->to);
      if (i == 0)
        {
          g_assert_cmpfloat (segment->from, ==, 0);
        }
      else
        {
          const SteppeTimeSegment *before = steppe_time_axis_get_segment (axis, i - 1);

          g_assert_cmpint (segment->start, ==, before->end);
          g_assert_cmpfloat (segment->from, ==, before->to);
          g_assert_true (segment->is_gap != before->is_gap);
        }
      if (i + 1 == steppe_time_axis_get_n_segments (axis))
        g_assert_cmpfloat (segment->to, ==, 1);
    }
}

/* Every cell lies on the axis, none in the middle of a gap; positions rise with time; and a position read back is the
 * same to far less than a pixel. */
static void
check_cells (const SteppeTimeAxis *axis,
             const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const SteppeTimeCell *cell = &g_array_index (cells, SteppeTimeCell, i);
      double from = steppe_time_axis_to_position (axis, cell->earliest);
      double to = steppe_time_axis_to_position (axis, cell->latest);

      g_assert_cmpfloat (from, >, 0);
      g_assert_cmpfloat (to, <, 1);
      g_assert_cmpfloat (from, <=, to);
    }
}

static void
check_inverse (const SteppeTimeAxis *axis,
               GRand *rand)
{
  double last_position = -1;
  gint64 last_instant = G_MININT64;

  for (int i = 0; i <= 64; i++)
    {
      double position = i / 64.0;
      gint64 instant = steppe_time_axis_to_instant (axis, position);
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (axis, steppe_time_axis_find_segment (axis, position));
      double second = (segment->to - segment->from) / steppe_time_get_length (segment->start, segment->end);
      double again = steppe_time_axis_to_position (axis, instant);

      g_assert_cmpfloat_with_epsilon (again, position, MAX (second, 1e-12));
      g_assert_cmpint (instant, >=, last_instant);
      g_assert_cmpfloat (again, >=, last_position);
      last_instant = instant;
      last_position = again;
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1921);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GArray) cells = create_random_cells (rand);
      const SteppeTimeCell *data = (const SteppeTimeCell *) (gconstpointer) cells->data;
      g_autoptr (SteppeTimeAxis) axis = steppe_time_axis_new (data, cells->len, GAP_WIDTH);
      g_autoptr (SteppeTimeAxis) true_axis = steppe_time_axis_new_true (data, cells->len);
      g_autoptr (SteppeTimeAxis) blend = steppe_time_axis_new_blend (true_axis, axis, 0.3);

      g_assert_true (steppe_time_axis_is_empty (axis) == (cells->len == 0));
      if (cells->len == 0)
        continue;
      check_segments (axis);
      check_cells (axis, cells);
      check_inverse (axis, rand);
      g_assert_cmpuint (steppe_time_axis_get_n_segments (true_axis), ==, 1);
      check_cells (true_axis, cells);
      check_cells (blend, cells);
    }
}

/* The order in which the cells come does not matter. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1939);

  for (int round = 0; round < 200; round++)
    {
      g_autoptr (GArray) cells = create_random_cells (rand);
      g_autoptr (SteppeTimeAxis) axis = steppe_time_axis_new ((const SteppeTimeCell *) (gconstpointer) cells->data, cells->len, GAP_WIDTH);
      g_autoptr (SteppeTimeAxis) other = NULL;

      for (guint i = 0; i + 1 < cells->len; i++)
        {
          guint k = (guint) g_rand_int_range (rand, (gint32) i, (gint32) cells->len);
          SteppeTimeCell swapped = g_array_index (cells, SteppeTimeCell, i);

          g_array_index (cells, SteppeTimeCell, i) = g_array_index (cells, SteppeTimeCell, k);
          g_array_index (cells, SteppeTimeCell, k) = swapped;
        }
      other = steppe_time_axis_new ((const SteppeTimeCell *) (gconstpointer) cells->data, cells->len, GAP_WIDTH);
      g_assert_cmpuint (steppe_time_axis_get_n_segments (axis), ==, steppe_time_axis_get_n_segments (other));
      for (guint i = 0; i < steppe_time_axis_get_n_segments (axis); i++)
        {
          g_assert_cmpint (steppe_time_axis_get_segment (axis, i)->start, ==, steppe_time_axis_get_segment (other, i)->start);
          g_assert_cmpfloat (steppe_time_axis_get_segment (axis, i)->from, ==, steppe_time_axis_get_segment (other, i)->from);
        }
    }
}

static GArray *
create_story (void)
{
  static const char *const dates[] = {
    "1936-03-12",
    "1939-05-11",
    "1939-08-20",
    "1939-09-16",
    "1945-10-20",
    "1946-01-05",
    "1949",
    "2019-09-02",
    "2019-12",
    "2021-07-04",
    "2022-02-24",
    "2023-03-17",
    "2024-06-25",
    "2024-08-30",
    "2024-08-30",
    "2024-09-02",
    "2024-09-02",
    "2024-09-02",
    "2024-09-03",
    "2024-09-03",
    "2024-09-03",
    "2024-10-16",
    "2024-10-24",
    "2024-11-15",
    "2024-11-29",
    "2025-01-01",
  };
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      SteppeTimeCell cell = cell_of (dates[i]);

      g_array_append_val (cells, cell);
    }
  return cells;
}

static SteppeTimeAxis *
create_axis (const GArray *cells)
{
  return steppe_time_axis_new ((const SteppeTimeCell *) (gconstpointer) cells->data, cells->len, GAP_WIDTH);
}

static const SteppeTimeSegment *
find_segment_of (const SteppeTimeAxis *axis,
                 const char *edtf)
{
  SteppeTimeCell cell = cell_of (edtf);

  return steppe_time_axis_get_segment (axis, steppe_time_axis_find_segment (axis, steppe_time_axis_to_position (axis, cell.earliest)));
}

/* Decades without an event, and the days on either side of a decisive week, are gaps; the week is wide. */
static void
test_story (void)
{
  g_autoptr (GArray) cells = create_story ();
  g_autoptr (SteppeTimeAxis) axis = create_axis (cells);
  const SteppeTimeSegment *gap = find_segment_of (axis, "1985"), *week = find_segment_of (axis, "2024-09-01");
  g_autofree char *length = steppe_time_length_format (gap->quiet_from, gap->quiet_to);

  g_assert_true (gap->is_gap);
  g_assert_cmpfloat_with_epsilon (gap->to - gap->from, GAP_WIDTH, 1e-9);
  g_assert_cmpstr (length, ==, "70 years");
  g_assert_true (find_segment_of (axis, "2024-08-01")->is_gap);
  g_assert_true (find_segment_of (axis, "2024-09-20")->is_gap);
  g_assert_false (week->is_gap);
  g_assert_true (find_segment_of (axis, "2024-08-30") == week && find_segment_of (axis, "2024-09-03") == week);
  g_assert_cmpfloat (week->to - week->from, >, 0.15);
  g_assert_false (find_segment_of (axis, "1939-08-20")->is_gap);
}

/* What is far away changes neither the gaps here nor, but for one factor, the scale. */
static void
test_stable (void)
{
  g_autoptr (GArray) cells = create_story ();
  g_autoptr (SteppeTimeAxis) before = create_axis (cells);
  g_autoptr (SteppeTimeAxis) after = NULL;
  SteppeTimeCell far_away = cell_of ("-3000");
  guint n = steppe_time_axis_get_n_segments (before);

  g_array_append_val (cells, far_away);
  after = create_axis (cells);
  g_assert_cmpuint (steppe_time_axis_get_n_segments (after), ==, n + 2);
  for (guint i = 1; i < n; i++)
    {
      g_assert_cmpint (steppe_time_axis_get_segment (after, i + 2)->start, ==, steppe_time_axis_get_segment (before, i)->start);
      g_assert_true (steppe_time_axis_get_segment (after, i + 2)->is_gap == steppe_time_axis_get_segment (before, i)->is_gap);
    }
}

static void
test_few (void)
{
  static const SteppeTimeCell second = { 1000, 1000, 1 }, day = { 0, DAY - 1, 1 };
  const SteppeTimeCell same[] = { day, day, day, day, day, day, day };
  g_autoptr (SteppeTimeAxis) none = steppe_time_axis_new (NULL, 0, GAP_WIDTH);
  g_autoptr (SteppeTimeAxis) one = steppe_time_axis_new (&second, 1, GAP_WIDTH);
  g_autoptr (SteppeTimeAxis) identical = steppe_time_axis_new (same, G_N_ELEMENTS (same), GAP_WIDTH);
  g_autoptr (SteppeTimeAxis) blend = steppe_time_axis_new_blend (none, one, 0.5);

  g_assert_true (steppe_time_axis_is_empty (none));
  g_assert_cmpfloat (steppe_time_axis_to_position (none, 5), ==, 0.5);
  g_assert_cmpint (steppe_time_axis_to_instant (none, 0.5), ==, 0);

  g_assert_cmpuint (steppe_time_axis_get_n_segments (one), ==, 1);
  g_assert_cmpint (steppe_time_axis_get_segment (one, 0)->start, <, 1000);
  g_assert_cmpint (steppe_time_axis_get_segment (one, 0)->end, >, 1000);
  g_assert_cmpint (steppe_time_axis_to_instant (one, steppe_time_axis_to_position (one, 1000)), ==, 1000);

  g_assert_cmpuint (steppe_time_axis_get_n_segments (identical), ==, 1);
  check_segments (identical);
  check_segments (one);
  g_assert_cmpfloat (steppe_time_axis_to_position (blend, G_MININT64), >=, 0);
}

/* Beyond the ends, everything is at the ends, also at the edges of the numbers. */
static void
test_extremes (void)
{
  const SteppeTimeCell cells[] = { cell_of ("Y-138E8"), cell_of ("2024-09-02"), cell_of ("2024-09-03"), cell_of ("Y28E10") };
  g_autoptr (SteppeTimeAxis) axis = steppe_time_axis_new (cells, G_N_ELEMENTS (cells), GAP_WIDTH);
  g_autoptr (SteppeTimeAxis) true_axis = steppe_time_axis_new_true (cells, G_N_ELEMENTS (cells));

  check_segments (axis);
  check_segments (true_axis);
  g_assert_cmpfloat (steppe_time_axis_to_position (axis, G_MININT64), ==, 0);
  g_assert_cmpfloat (steppe_time_axis_to_position (axis, G_MAXINT64), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      double position = steppe_time_axis_to_position (true_axis, cells[i].earliest);

      g_assert_cmpfloat_with_epsilon (steppe_time_axis_to_position (true_axis, steppe_time_axis_to_instant (true_axis, position)), position, 1e-12);
    }
  g_assert_cmpint (steppe_time_axis_to_instant (axis, -1), ==, steppe_time_axis_get_segment (axis, 0)->start);
  g_assert_cmpint (steppe_time_axis_to_instant (axis, 2), ==, steppe_time_axis_get_segment (axis, steppe_time_axis_get_n_segments (axis) - 1)->end);
}

/* However many empty times there are, gaps leave room for the rest. */
static void
test_many_gaps (void)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
  g_autoptr (SteppeTimeAxis) axis = NULL;
  double gaps = 0;

  for (int i = 0; i < 1000; i++)
    {
      SteppeTimeCell cell = { (i / 10) * YEAR + (i % 10) * DAY, (i / 10) * YEAR + (i % 10) * DAY + DAY - 1, 1 };

      g_array_append_val (cells, cell);
    }
  axis = create_axis (cells);
  for (guint i = 0; i < steppe_time_axis_get_n_segments (axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (axis, i);

      gaps += segment->is_gap ? segment->to - segment->from : 0;
    }
  g_assert_cmpfloat (gaps, >, 0.3);
  g_assert_cmpfloat (gaps, <, 0.45);
}

/* Even spacing is no reason for a gap. */
static void
test_no_gaps (void)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
  g_autoptr (SteppeTimeAxis) axis = NULL;

  for (int i = 0; i < 100; i++)
    {
      SteppeTimeCell cell = { i * 30 * DAY, i * 30 * DAY + DAY - 1, 1 };

      g_array_append_val (cells, cell);
    }
  axis = create_axis (cells);
  g_assert_cmpuint (steppe_time_axis_get_n_segments (axis), ==, 1);
}

/* In a long series at random, some spacing is always the longest, and that is no reason for a gap either. */
static void
test_chance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1206);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
  g_autoptr (SteppeTimeAxis) axis = NULL;

  for (int i = 0; i < 5000; i++)
    {
      gint64 day = g_rand_int_range (rand, 0, 100 * 365);
      SteppeTimeCell cell = { day * DAY, (day + 1) * DAY - 1, 1 };

      g_array_append_val (cells, cell);
    }
  axis = create_axis (cells);
  g_assert_cmpuint (steppe_time_axis_get_n_segments (axis), ==, 1);
}

static void
test_length (void)
{
  static const struct
  {
    gint64 seconds;
    const char *text;
  } cases[] = {
    { 1, "1 second" },
    { 90, "90 seconds" },
    { 150, "3 minutes" },
    { 3 * 3600, "3 hours" },
    { 9 * DAY, "9 days" },
    { 35 * DAY, "5 weeks" },
    { 517 * DAY, "17 months" },
    { 51 * YEAR + 12 * DAY, "51 years" },
    { 296699 * YEAR, "296500 years" },
    { 66000000 * YEAR, "66 million years" },
    { G_GINT64_CONSTANT (13810000000) * YEAR, "13.8 billion years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = steppe_time_length_format (-5, cases[i].seconds - 5);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_step_boundaries (void)
{
  static const struct
  {
    SteppeTimeStep step;
    const char *instant, *boundary, *next;
  } cases[] = {
    { { STEPPE_TIME_UNIT_MINUTE, 15 }, "2024-09-02T23:05:09", "2024-09-02T23:00:00", "2024-09-02T23:15:00" },
    { { STEPPE_TIME_UNIT_HOUR, 6 }, "1939-05-11T05:59:59", "1939-05-11T00:00:00", "1939-05-11T06:00:00" },
    { { STEPPE_TIME_UNIT_DAY, 1 }, "1939-05-11T05:59:59", "1939-05-11T00:00:00", "1939-05-12T00:00:00" },
    { { STEPPE_TIME_UNIT_WEEK, 1 }, "2024-09-01T12:00:00", "2024-08-26T00:00:00", "2024-09-02T00:00:00" },
    { { STEPPE_TIME_UNIT_WEEK, 1, G_DATE_SUNDAY }, "2024-09-01T12:00:00", "2024-09-01T00:00:00", "2024-09-08T00:00:00" },
    { { STEPPE_TIME_UNIT_WEEK, 1, G_DATE_SATURDAY }, "2024-09-01T12:00:00", "2024-08-31T00:00:00", "2024-09-07T00:00:00" },
    { { STEPPE_TIME_UNIT_WEEK, 1, G_DATE_SUNDAY }, "-0043-03-15T00:00:00", "-0043-03-10T00:00:00", "-0043-03-17T00:00:00" },
    { { STEPPE_TIME_UNIT_MONTH, 1 }, "2024-02-29T12:00:00", "2024-02-01T00:00:00", "2024-03-01T00:00:00" },
    { { STEPPE_TIME_UNIT_MONTH, 3 }, "2024-12-31T00:00:00", "2024-10-01T00:00:00", "2025-01-01T00:00:00" },
    { { STEPPE_TIME_UNIT_YEAR, 10 }, "2024-09-02T00:00:00", "2020-01-01T00:00:00", "2030-01-01T00:00:00" },
    { { STEPPE_TIME_UNIT_YEAR, 10 }, "0004-01-01T00:00:00", "0001-01-01T00:00:00", "0010-01-01T00:00:00" },
    /* 10 BCE is astronomical year −9, 11 BCE is −10, and so in the decade that 20 BCE, −19, begins. */
    { { STEPPE_TIME_UNIT_YEAR, 10 }, "0000-01-01T00:00:00", "-0009-01-01T00:00:00", "0001-01-01T00:00:00" },
    { { STEPPE_TIME_UNIT_YEAR, 10 }, "-0010-06-01T00:00:00", "-0019-01-01T00:00:00", "-0009-01-01T00:00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 boundary = steppe_time_step_floor (&cases[i].step, cell_of (cases[i].instant).earliest), next = 0;

      g_assert_cmpint (boundary, ==, cell_of (cases[i].boundary).earliest);
      g_assert_cmpint (steppe_time_step_floor (&cases[i].step, boundary), ==, boundary);
      g_assert_true (steppe_time_step_next (&cases[i].step, boundary, &next));
      g_assert_cmpint (next, ==, cell_of (cases[i].next).earliest);
    }
}

/* Over all steps and instants: a boundary is its own floor, and instants lie between theirs and the next. */
static void
test_steps_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);

  for (int round = 0; round < 20000; round++)
    {
      const SteppeTimeStep *step = steppe_time_step_get_nth ((guint) g_rand_int_range (rand, 0, (gint32) steppe_time_step_get_n_steps ()));
      double reach = pow (10, g_rand_double_range (rand, 0, 18.9));
      gint64 instant = (gint64) g_rand_double_range (rand, -reach, reach);
      gint64 boundary = steppe_time_step_floor (step, instant), next;

      g_assert_cmpint (boundary, <=, instant);
      if (boundary == G_MININT64 || !steppe_time_step_next (step, boundary, &next))
        continue;
      g_assert_cmpint (next, >, instant);
      g_assert_cmpint (steppe_time_step_floor (step, next), ==, next);
      g_assert_cmpint (steppe_time_step_floor (step, next - 1), ==, boundary);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-axis/random", test_random);
  g_test_add_func ("/time-axis/order", test_order);
  g_test_add_func ("/time-axis/story", test_story);
  g_test_add_func ("/time-axis/stable", test_stable);
  g_test_add_func ("/time-axis/few", test_few);
  g_test_add_func ("/time-axis/extremes", test_extremes);
  g_test_add_func ("/time-axis/many-gaps", test_many_gaps);
  g_test_add_func ("/time-axis/no-gaps", test_no_gaps);
  g_test_add_func ("/time-axis/chance", test_chance);
  g_test_add_func ("/time-axis/length", test_length);
  g_test_add_func ("/time-axis/step-boundaries", test_step_boundaries);
  g_test_add_func ("/time-axis/steps-random", test_steps_random);
  return g_test_run ();
}
