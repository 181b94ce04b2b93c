/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-ticks.h"

#include <math.h>
#include <string.h>

#include "time/steppe-calendar.h"
#include "time/steppe-date.h"
#include "time/steppe-time-viewport.h"

#define SPACING 5
#define OVERHANG 10
#define N_ROUNDS 1500
#define N_WINDOWS 500 /* and six views of each */
/* A stretch says its year where it is so many times as wide as its labels, and so many pixels at the least. */
#define YEAR_LABELS 3
#define LEAST_YEAR_WIDTH 80
#define LEAST_AGE_WIDTH 120

static double
measure (const char *text,
         gpointer user_data)
{
  return 6.5 * (double) g_utf8_strlen (text, -1);
}

static SteppeTimeCell
cell_of (const char *edtf)
{
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);

  return (SteppeTimeCell) { steppe_date_get_earliest (date), steppe_date_get_latest (date), 1 };
}

static SteppeTimeTicks *
create_ticks (const SteppeTimeAxis *axis,
              const SteppeTimeCell *cells,
              gsize n_cells,
              double length)
{
  SteppeTickOptions options = { length, 0, length, SPACING, 100, cells, n_cells, G_DATE_MONDAY, measure };

  return steppe_time_ticks_new (axis, &options);
}

/* The labels in order, those at a stretch's edge with a star. */
static char *
join_labels (const SteppeTimeTicks *ticks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < steppe_time_ticks_get_n_ticks (ticks); i++)
    {
      const SteppeTick *tick = steppe_time_ticks_get_tick (ticks, i);

      if (tick->label != NULL)
        g_string_append_printf (text, "%s%s%s", text->len > 0 ? "|" : "", tick->label, tick->is_edge ? "*" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_contexts (const SteppeTimeTicks *ticks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < steppe_time_ticks_get_n_contexts (ticks); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", steppe_time_ticks_get_context (ticks, i)->label);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* From ages to seconds: what is written at the ticks and above them. */
static void
test_scales (void)
{
  static const struct
  {
    const char *start, *end;
    double length;
    const char *labels, *contexts;
  } cases[] = {
    { "2024-09-02T10:00:00", "2024-09-02T10:00:20", 500, "10:00:00|10:00:05|10:00:10|10:00:15|10:00:20", "2 September 2024" },
    { "2024-09-02T10:00:00", "2024-09-02T10:03:59", 250, "10:00|10:01|10:02|10:03", "2 September 2024" },
    { "2024-09-02T22:00:00", "2024-09-03T03:59:59", 400, "22:00|23:00|00:00|01:00|02:00|03:00", "2 September 2024|3 September 2024" },
    { "2024-08-30", "2024-09-04", 400, "30 Aug|31 Aug|1 Sep|2 Sep|3 Sep|4 Sep", "2024" },
    { "2024-08-30", "2024-09-04", 450, "Fri 30 Aug|Sat 31 Aug|Sun 1 Sep|Mon 2 Sep|Tue 3 Sep|Wed 4 Sep", "2024" },
    { "2024-08-01", "2024-09-30", 450, "5 Aug|12 Aug|19 Aug|26 Aug|2 Sep|9 Sep|16 Sep|23 Sep|30 Sep", "2024" },
    /* Where no boundary lies, the time at which it begins; where that is ages ago, in few letters. */
    { "2024-09-02T07:20:30", "2024-09-02T07:39:59", 40, "07:20*", "2 September 2024" },
    { "Y-13800000000", "Y-13000000000", 60, "13.8 Ga*", "" },
    { "Y-13800000000", "Y-13000000000", 400, "13.5 billion years ago|13 billion years ago", "" },
    { "-0043-03-15T10:00:00", "-0043-03-15T10:00:20", 500, "10:00:00|10:00:05|10:00:10|10:00:15|10:00:20", "15 March 44 BCE" },
    { "2024-08-30", "2024-09-04", 170, "30|31|1|2|3|4", "August 2024|September 2024" },
    { "2024-11-01", "2025-02-28", 150, "Nov|Dec|Jan|Feb", "2024|2025" },
    { "1939-01-01", "1942-12-31", 140, "1939|1940|1941|1942", "" },
    { "1901-01-01", "2020-12-31", 200, "1920|1940|1960|1980|2000|2020", "" },
    { "-0048-01-01", "0052-12-31", 700, "40 BCE|30 BCE|20 BCE|10 BCE|1 CE|10 CE|20 CE|30 CE|40 CE|50 CE", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GArray *segments = g_array_new (FALSE, FALSE, sizeof (SteppeTimeSegment));
      SteppeTimeSegment segment = { cell_of (cases[i].start).earliest, cell_of (cases[i].end).latest + 1, 0, 1 };
      g_autoptr (SteppeTimeAxis) axis = steppe_time_axis_new_take_segments (g_array_append_val (segments, segment));
      g_autoptr (SteppeTimeTicks) ticks = create_ticks (axis, NULL, 0, cases[i].length);
      g_autofree char *labels = join_labels (ticks), *contexts = join_contexts (ticks);

      /* A tick at the very end may belong to what follows. */
      g_assert_true (g_str_has_prefix (labels, cases[i].labels));
      g_assert_true (labels[strlen (cases[i].labels)] == '\0' || labels[strlen (cases[i].labels)] == '|');
      g_assert_cmpstr (contexts, ==, cases[i].contexts);
    }
}

/* In an era where little happens, the years in which something does are labelled rather than round ones. */
static void
test_eventful (void)
{
  SteppeTimeCell cells[] = { cell_of ("1921-07"), cell_of ("1939-05-11"), cell_of ("1939-09-16"), cell_of ("1961-10"), cell_of ("1991") };
  g_autoptr (SteppeTimeAxis) axis = steppe_time_axis_new_true (cells, G_N_ELEMENTS (cells));
  g_autoptr (SteppeTimeTicks) ticks = create_ticks (axis, cells, G_N_ELEMENTS (cells), 140);
  g_autofree char *labels = join_labels (ticks);

  g_assert_cmpstr (labels, ==, "1921|1939|1961|1980|1991");
}

/* Of two years too near each other to be both labelled, the one with the weightier events is. */
static void
test_weight (void)
{
  SteppeTimeCell cells[] = { cell_of ("1921-07"), cell_of ("1990-03-09"), cell_of ("1992-02-12"), cell_of ("2020-01-01") };

  for (guint heavier = 1; heavier <= 2; heavier++)
    {
      g_autoptr (SteppeTimeAxis) axis = steppe_time_axis_new_true (cells, G_N_ELEMENTS (cells));
      g_autoptr (SteppeTimeTicks) ticks = NULL;
      g_autofree char *labels = NULL;

      cells[1].weight = heavier == 1 ? 3 : 1;
      cells[2].weight = heavier == 2 ? 3 : 1;
      ticks = create_ticks (axis, cells, G_N_ELEMENTS (cells), 140);
      labels = join_labels (ticks);
      g_assert_true ((strstr (labels, "1990") != NULL) == (heavier == 1));
      g_assert_true ((strstr (labels, "1992") != NULL) == (heavier == 2));
    }
}

static int
compare_middles (gconstpointer a,
                 gconstpointer b)
{
  const SteppeTimeCell *first = a, *second = b;
  double first_middle = (double) first->earliest + (double) first->latest;
  double second_middle = (double) second->earliest + (double) second->latest;

  return (first_middle > second_middle) - (first_middle < second_middle);
}

static GArray *
create_random_cells (GRand *rand)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
  int n_clusters = g_rand_int_range (rand, 1, 6);

  for (int i = 0; i < n_clusters; i++)
    {
      double reach = pow (10, g_rand_double_range (rand, 5, g_rand_boolean (rand) ? 10.5 : 18.5));
      gint64 centre = (gint64) g_rand_double_range (rand, -reach, reach);
      double spread = pow (10, g_rand_double_range (rand, 0, 11));
      int n = g_rand_int_range (rand, 1, 15);

      for (int k = 0; k < n; k++)
        {
          gint64 earliest = centre + (gint64) g_rand_double_range (rand, -spread, spread);
          gboolean is_day = g_rand_boolean (rand);
          SteppeTimeCell cell = { earliest, earliest, 1 };

          if (is_day)
            {
              cell.earliest -= (earliest % 86400 + 86400) % 86400;
              cell.latest = cell.earliest + 86399;
            }

          g_array_append_val (cells, cell);
        }
    }
  g_array_sort (cells, compare_middles);
  return cells;
}

/* On axes of all kinds and lengths no two labels overlap, all lie on the axis in order, and there is at least one. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1991);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GArray) cells = create_random_cells (rand);
      const SteppeTimeCell *data = (const SteppeTimeCell *) (gconstpointer) cells->data;
      double length = pow (10, g_rand_double_range (rand, 2, 5.5));
      double from = g_rand_double_range (rand, 0, length * 0.9);
      SteppeTickOptions options = { length, from, from + 1000, SPACING, 10, data, cells->len, G_DATE_MONDAY, measure };
      g_autoptr (SteppeTimeAxis) axis = steppe_time_axis_new (data, cells->len, 0.02);
      g_autoptr (SteppeTimeTicks) ticks = steppe_time_ticks_new (axis, &options);
      double free_from = -10, last = 0;
      guint n_labels = 0;

      for (guint i = 0; i < steppe_time_ticks_get_n_ticks (ticks); i++)
        {
          const SteppeTick *tick = steppe_time_ticks_get_tick (ticks, i);

          g_assert_cmpfloat (tick->position, >=, last);
          g_assert_cmpfloat (tick->position, <=, length);
          last = tick->position;
          if (tick->label == NULL)
            continue;
          n_labels++;
          g_assert_cmpfloat (tick->label_position, >=, free_from);
          g_assert_cmpfloat (tick->label_position, <=, tick->position);
          g_assert_cmpfloat (tick->width, ==, measure (tick->label, NULL));
          g_assert_cmpfloat (tick->label_position + tick->width, <=, length + 10);
          free_from = tick->label_position + tick->width + SPACING;
        }
      if (length < 8000 && length > 200)
        g_assert_cmpuint (n_labels, >, 0);
    }
}

/* A window onto an axis, as a pane shows it. */
typedef struct
{
  const SteppeTimeAxis *axis;
  const SteppeTimeTicks *ticks;
  GArray *headings;
  double length;
  double from;
  double to;
} Window;

/* A label stands at a boundary of the calendar, and says so: a time of day is the one at the tick, and all else begins at
 * midnight. */
static void
check_label (const SteppeTick *tick)
{
  SteppeCivil civil;
  g_autofree char *time = NULL;

  steppe_instant_to_civil (tick->instant, &civil);
  time = g_strdup_printf ("%02d:%02d:%02d", civil.hour, civil.minute, civil.second);
  if (strchr (tick->label, ':') == NULL)
    g_assert_cmpstr (time, ==, "00:00:00");
  else if (strlen (tick->label) == 5)
    g_assert_cmpint (civil.second, ==, 0);
  g_assert_true (strchr (tick->label, ':') == NULL || g_str_has_prefix (time, tick->label));
}

static void
check_ticks (const Window *window)
{
  double free_from = -OVERHANG, last = 0;

  for (guint i = 0; i < steppe_time_ticks_get_n_ticks (window->ticks); i++)
    {
      const SteppeTick *tick = steppe_time_ticks_get_tick (window->ticks, i);

      g_assert_cmpfloat (tick->position, >=, last);
      last = tick->position;
      if (!tick->is_edge)
        g_assert_cmpfloat_with_epsilon (tick->position, steppe_time_axis_to_position (window->axis, tick->instant) * window->length, 0.01);
      if (tick->label == NULL)
        continue;
      check_label (tick);
      g_assert_cmpfloat (tick->label_position, >=, free_from);
      g_assert_cmpfloat (tick->label_position, <=, tick->position);
      g_assert_cmpfloat (tick->width, ==, measure (tick->label, NULL));
      g_assert_cmpfloat (tick->label_position + tick->width, <=, window->length + OVERHANG);
      free_from = tick->label_position + tick->width + SPACING;
    }
}

static void
check_headings (const Window *window)
{
  double free_from = window->from - OVERHANG;

  for (guint i = 0; i < window->headings->len; i++)
    {
      const SteppeTickHeading *heading = &g_array_index (window->headings, SteppeTickHeading, i);

      g_assert_cmpfloat (heading->position, >=, free_from);
      g_assert_cmpfloat (heading->position, <=, window->to);
      g_assert_cmpfloat (heading->position + heading->width, <=, window->length + OVERHANG);
      g_assert_cmpfloat (heading->width, ==, measure (heading->label, NULL));
      free_from = heading->position + heading->width + SPACING;
    }
}

static gboolean
has_context (const Window *window,
             double from,
             double to)
{
  for (guint i = 0; i < steppe_time_ticks_get_n_contexts (window->ticks); i++)
    {
      const SteppeTickContext *context = steppe_time_ticks_get_context (window->ticks, i);

      if (context->to > from && context->from < to)
        return TRUE;
    }
  return FALSE;
}

/* Whether a heading over the pixels from @from to @to is in sight. */
static gboolean
has_heading (const Window *window,
             double from,
             double to)
{
  for (guint i = 0; i < steppe_time_ticks_get_n_contexts (window->ticks); i++)
    {
      const SteppeTickContext *context = steppe_time_ticks_get_context (window->ticks, i);

      if (context->to <= from || context->from >= to)
        continue;
      for (guint k = 0; k < window->headings->len; k++)
        {
          const char *label = g_array_index (window->headings, SteppeTickHeading, k).label;

          if (label == context->label || label == context->short_label || label == context->year_label)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether a label that needs no heading, a year, is in sight in @segment; @width becomes the widest. */
static gboolean
has_year (const Window *window,
          const SteppeTimeSegment *segment,
          double *width)
{
  double from = segment->from * window->length, to = segment->to * window->length;
  gboolean any = FALSE;

  for (guint i = 0; i < steppe_time_ticks_get_n_ticks (window->ticks); i++)
    {
      const SteppeTick *tick = steppe_time_ticks_get_tick (window->ticks, i);

      if (tick->label == NULL || tick->position < from || tick->position > to)
        continue;
      *width = MAX (*width, tick->width);
      any = any || (tick->label_position >= window->from - OVERHANG && tick->label_position + tick->width <= window->to + OVERHANG);
    }
  return any && !has_context (window, from, to);
}

/* Whether the words for a year are long: “13.8 billion years ago”. */
static gboolean
is_long_ago (gint64 instant)
{
  SteppeCivil civil;

  steppe_instant_to_civil (instant, &civil);
  return civil.year < -9999 || civil.year > 9999;
}

/* Each stretch that takes up more of the window than a few labels do says which year it is. */
static void
check_years (const Window *window)
{
  for (guint i = 0; i < steppe_time_axis_get_n_segments (window->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (window->axis, i);
      double from = MAX (segment->from * window->length, window->from), to = MIN (segment->to * window->length, window->to);
      double width = 0, least;

      if (segment->is_gap)
        continue;
      if (has_heading (window, from, to) || has_year (window, segment, &width))
        continue;
      least = is_long_ago (segment->start) || is_long_ago (segment->end) ? LEAST_AGE_WIDTH : LEAST_YEAR_WIDTH;
      g_assert_cmpfloat (to - from, <, MAX (YEAR_LABELS * (width + SPACING), least));
    }
}

/* A position leads to an instant, and back to the same pixel or, where a second is wider, to the same second. */
static void
check_positions (const Window *window,
                 GRand *rand)
{
  gint64 last = G_MININT64;
  double pixel = window->from;

  for (int i = 0; i < 20; i++)
    {
      gint64 instant = steppe_time_axis_to_instant (window->axis, pixel / window->length);
      double back = steppe_time_axis_to_position (window->axis, instant) * window->length;
      double next = steppe_time_axis_to_position (window->axis, instant + 1) * window->length;
      double previous = steppe_time_axis_to_position (window->axis, instant - 1) * window->length;

      g_assert_cmpint (instant, >=, last);
      g_assert_cmpfloat (fabs (back - pixel), <=, MAX (1, MAX (next - back, back - previous)));
      last = instant;
      pixel += g_rand_double_range (rand, 0, (window->to - window->from) / 20);
    }
}

static void
check_window (const Window *window,
              GRand *rand)
{
  check_ticks (window);
  check_headings (window);
  check_years (window);
  check_positions (window, rand);
}

/* Whatever the dossier, the zoom and the part of the axis that is seen, ticks are where they say, labels and headings do
 * not overlap, and the year can be read. */
static void
test_windows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1206);

  for (int round = 0; round < N_WINDOWS; round++)
    {
      g_autoptr (GArray) cells = create_random_cells (rand);
      const SteppeTimeCell *data = (const SteppeTimeCell *) (gconstpointer) cells->data;
      g_autoptr (SteppeTimeViewport) viewport = steppe_time_viewport_new ();
      double width = g_rand_double_range (rand, 300, 1600);

      steppe_time_viewport_set_cells (viewport, data, cells->len);
      steppe_time_viewport_set_width (viewport, width);
      steppe_time_viewport_set_true_scale (viewport, g_rand_int_range (rand, 0, 4) == 0);
      for (int i = 0; i < 6; i++)
        {
          const SteppeTimeAxis *axis = steppe_time_viewport_get_axis (viewport);
          double length = steppe_time_viewport_get_length (viewport), from = steppe_time_viewport_get_origin (viewport);
          SteppeTickOptions options = { length, from - 400, from + width + 400, SPACING, OVERHANG, data, cells->len, G_DATE_MONDAY, measure };
          g_autoptr (SteppeTimeTicks) ticks = steppe_time_ticks_new (axis, &options);
          g_autoptr (GArray) headings = steppe_time_ticks_create_headings (ticks, from, from + width);
          const Window window = { axis, ticks, headings, length, from, from + width };

          check_window (&window, rand);
          steppe_time_viewport_zoom_at (viewport, pow (10, g_rand_double_range (rand, 0, 2)), g_rand_double_range (rand, 0, width));
          steppe_time_viewport_pan_to (viewport, steppe_time_viewport_get_origin (viewport) + g_rand_double_range (rand, -width, width));
        }
    }
}

static void
test_nothing (void)
{
  g_autoptr (SteppeTimeAxis) empty = steppe_time_axis_new (NULL, 0, 0.02);
  SteppeTimeCell cell = cell_of ("2024");
  g_autoptr (SteppeTimeAxis) axis = steppe_time_axis_new (&cell, 1, 0.02);
  g_autoptr (SteppeTimeTicks) none = create_ticks (empty, NULL, 0, 500);
  g_autoptr (SteppeTimeTicks) no_room = create_ticks (axis, &cell, 1, 0);

  g_assert_cmpuint (steppe_time_ticks_get_n_ticks (none), ==, 0);
  g_assert_cmpuint (steppe_time_ticks_get_n_ticks (no_room), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-ticks/scales", test_scales);
  g_test_add_func ("/time-ticks/eventful", test_eventful);
  g_test_add_func ("/time-ticks/weight", test_weight);
  g_test_add_func ("/time-ticks/random", test_random);
  g_test_add_func ("/time-ticks/windows", test_windows);
  g_test_add_func ("/time-ticks/nothing", test_nothing);
  return g_test_run ();
}
