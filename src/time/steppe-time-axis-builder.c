/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-axis.h"

#include <math.h>

#include "time/steppe-time-step.h"

/* How an axis is made of what lies on it.
 *
 * 1. Cells are sorted by their middles. The empty time between one and the next is compared with the spacing usual in
 *    the few cells on either side. Where it is many times longer than on one of the sides, it is a gap. Only those few
 *    neighbours count, so an event far away changes nothing here. A gap that would be hardly longer in the scale of
 *    what is beside it is none: in a long even series, some spacing is always the longest.
 * 2. Between two gaps lies a stretch, widened to boundaries of the calendar near its ends.
 * 3. Gaps have one width. What is left is shared out among the stretches: more to those with more in them, and of two
 *    with as much in them, more to the shorter one, where things happen faster. A part is shared out by head, so that
 *    no stretch gets too narrow for a label. */

/* Cells on one side of an empty time that say what is usual there. */
#define RUN_LENGTH 5
/* How many times the usual spacing is a gap, among so many cells or fewer. Among more, chance alone would make more: in
 * a series at random a spacing is GAP_FACTOR times the mean of its four neighbours once in 40, and that falls with about
 * the fourth power of the factor. */
#define GAP_FACTOR 6
#define GAP_FACTOR_CELLS 80
/* What the factor is multiplied by where there are fewer cells than RUN_LENGTH, by their number. */
static const double caution[RUN_LENGTH + 1] = { 0, 0, 10, 4, 2, 1 };
/* How many times its width a gap would take in the scale of the faster stretch beside it. */
#define MIN_GAIN 2
/* Most of the axis that gaps may take. */
#define MAX_GAP_SHARE 0.4

/* The width of a stretch is (how many cells are in it)^CROWD_EXPONENT × (its length)^(1 − CROWD_EXPONENT): at 1 all would be
 * equally crowded, above it the faster ones are less so. */
#define CROWD_EXPONENT 1.12
/* The part of the width that is shared out by head. */
#define EQUAL_SHARE 0.3
/* With so many cells in it, a stretch is a head; with fewer, a part of one. */
#define CELLS_PER_HEAD 4

/* How far a stretch may be widened to a boundary of the calendar, and how far beyond, as parts of its length. */
#define MAX_SNAP 0.03
#define MIN_MARGIN 0.01
#define MAX_MARGIN 0.03
#define MARGIN_STEPS 0.35
/* A stretch that is not so many times longer than its shortest cell is widened by more of those on either side, and by
 * so many seconds at the least: one day alone is shown among days, not hours. */
#define SHORT_STRETCH 4
#define SHORT_MARGIN 1.5
#define SHORT_MARGIN_SECONDS 1800
/* The part of a gap that the stretch on one side may take for that. */
#define GAP_MARGIN 0.25

typedef struct
{
  gint64 start;
  gint64 end;
  gint64 middle;
} Cell;

typedef struct
{
  guint after; /* the cell it follows */
  double strength;
} Gap;

typedef struct
{
  gint64 start;
  gint64 end;
  guint n_cells;
  gint64 first; /* the start of its first cell */
  gint64 last; /* the end of its last */
  double shortest_cell; /* in seconds */
} Stretch;

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const Cell *first = a, *second = b;

  if (first->middle != second->middle)
    return first->middle < second->middle ? -1 : 1;
  return (first->start > second->start) - (first->start < second->start);
}

static GArray *
sort_cells (const SteppeTimeCell *cells,
            gsize n_cells)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Cell), n_cells);

  for (gsize i = 0; i < n_cells; i++)
    {
      Cell cell = { .start = cells[i].earliest };

      cell.end = cells[i].latest < G_MAXINT64 ? cells[i].latest + 1 : G_MAXINT64;
      cell.end = MAX (cell.end, cell.start);
      cell.middle = (gint64) ((guint64) cell.start + ((guint64) cell.end - (guint64) cell.start) / 2);
      g_array_append_val (sorted, cell);
    }
  g_array_sort (sorted, compare_cells);
  return sorted;
}

static double
get_empty_time (const Cell *cells,
                guint after)
{
  return steppe_time_get_length (cells[after].end, cells[after + 1].start);
}

/* The median of at most RUN_LENGTH lengths. */
static double
get_median (double *lengths,
            guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint k = i; k > 0 && lengths[k] < lengths[k - 1]; k--)
      {
        double swapped = lengths[k];

        lengths[k] = lengths[k - 1];
        lengths[k - 1] = swapped;
      }
  return lengths[n / 2];
}

/* How many times longer the empty time is than what is usual in the @n_cells cells from @first. The usual spacing is
 * that around an instant picked by chance, so that many cells at one time do not hide how far apart those times are;
 * it is not finer than the dates are. */
static double
get_side_strength (const Cell *cells,
                   guint first,
                   guint n_cells,
                   double empty_time)
{
  double sum = 0, squares = 0;
  double lengths[RUN_LENGTH];

  if (n_cells < 2)
    return 0;
  for (guint i = 0; i < n_cells; i++)
    {
      const Cell *cell = &cells[first + i];
      double spacing = i + 1 < n_cells ? get_empty_time (cells, first + i) : 0;

      sum += spacing;
      squares += spacing * spacing;
      lengths[i] = MAX (1, steppe_time_get_length (cell->start, cell->end));
    }
  return empty_time / MAX (get_median (lengths, n_cells), sum > 0 ? squares / sum : 0) / caution[n_cells];
}

static int
compare_strengths (gconstpointer a,
                   gconstpointer b)
{
  const Gap *first = a, *second = b;

  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;
  return (first->after > second->after) - (first->after < second->after);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Gap *first = a, *second = b;

  return (first->after > second->after) - (first->after < second->after);
}

static GArray *
find_gaps (const GArray *sorted,
           guint max_gaps)
{
  const Cell *cells = (const Cell *) (gconstpointer) sorted->data;
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  double factor = GAP_FACTOR * MAX (1, pow (sorted->len / (double) GAP_FACTOR_CELLS, 0.25));

  for (guint i = 0; i + 1 < sorted->len; i++)
    {
      double empty_time = get_empty_time (cells, i);
      guint n_before = MIN (RUN_LENGTH, i + 1), n_after = MIN (RUN_LENGTH, sorted->len - i - 1);
      Gap gap = { i };

      gap.strength = MAX (get_side_strength (cells, i + 1 - n_before, n_before, empty_time),
                          get_side_strength (cells, i + 1, n_after, empty_time));
      if (gap.strength >= factor)
        g_array_append_val (gaps, gap);
    }
  if (gaps->len > max_gaps)
    {
      g_array_sort (gaps, compare_strengths);
      g_array_set_size (gaps, max_gaps);
      g_array_sort (gaps, compare_places);
    }
  return gaps;
}

static gint64
add_clamped (gint64 instant,
             double seconds)
{
  if (seconds >= 0)
    return seconds < steppe_time_get_length (instant, G_MAXINT64) ? (gint64) ((guint64) instant + (guint64) seconds) : G_MAXINT64;
  return -seconds < steppe_time_get_length (G_MININT64, instant) ? (gint64) ((guint64) instant - (guint64) -seconds) : G_MININT64;
}

static gint64
ceil_step (const SteppeTimeStep *step,
           gint64 instant)
{
  gint64 boundary = steppe_time_step_floor (step, instant), next;

  return boundary == instant || !steppe_time_step_next (step, boundary, &next) ? instant : next;
}

/* Widens a stretch to boundaries of the coarsest step that has some near both ends, and a little beyond. */
static void
widen (Stretch *stretch,
       double room_before,
       double room_after)
{
  gint64 start = stretch->start, end = stretch->end;
  double length = MAX (1, steppe_time_get_length (start, end));
  double margin = MIN_MARGIN * length;

  for (guint i = steppe_time_step_get_n_steps (); i-- > 0;)
    {
      const SteppeTimeStep *step = steppe_time_step_get_nth (i);
      gint64 before = steppe_time_step_floor (step, start), after = ceil_step (step, end);

      if (steppe_time_step_get_seconds (step) > length || before == G_MININT64 ||
          steppe_time_get_length (before, start) > MIN (MAX_SNAP * length, room_before) ||
          steppe_time_get_length (end, after) > MIN (MAX_SNAP * length, room_after))
        continue;
      room_before -= steppe_time_get_length (before, start);
      room_after -= steppe_time_get_length (end, after);
      margin = CLAMP (MARGIN_STEPS * steppe_time_step_get_seconds (step), MIN_MARGIN * length, MAX_MARGIN * length);
      start = before;
      end = after;
      break;
    }
  if (length < SHORT_STRETCH * stretch->shortest_cell)
    margin = MAX (SHORT_MARGIN * stretch->shortest_cell, SHORT_MARGIN_SECONDS);
  margin = MAX (margin, 1);
  stretch->start = add_clamped (start, -floor (MIN (margin, room_before)));
  stretch->end = add_clamped (end, floor (MIN (margin, room_after)));
  if (stretch->start == stretch->end)
    stretch->end = add_clamped (stretch->end, 1);
}

static void
get_domain (const GArray *sorted,
            gint64 *start,
            gint64 *end)
{
  *start = G_MAXINT64;
  *end = G_MININT64;
  for (guint i = 0; i < sorted->len; i++)
    {
      const Cell *cell = &g_array_index (sorted, Cell, i);

      *start = MIN (*start, cell->start);
      *end = MAX (*end, cell->end);
    }
}

static GArray *
find_stretches (const GArray *sorted,
                const GArray *gaps)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  const Cell *cells = (const Cell *) (gconstpointer) sorted->data;
  gint64 start, end;
  guint first = 0;

  get_domain (sorted, &start, &end);
  for (guint i = 0; i <= gaps->len; i++)
    {
      guint last = i < gaps->len ? g_array_index (gaps, Gap, i).after : sorted->len - 1;
      Stretch stretch = { first == 0 ? start : cells[first].start, i == gaps->len ? end : cells[last].end };
      double room_before = first == 0 ? INFINITY : GAP_MARGIN * get_empty_time (cells, first - 1);
      double room_after = i == gaps->len ? INFINITY : GAP_MARGIN * get_empty_time (cells, last);

      stretch.shortest_cell = INFINITY;
      for (guint k = first; k <= last; k++)
        stretch.shortest_cell = MIN (stretch.shortest_cell, MAX (1, steppe_time_get_length (cells[k].start, cells[k].end)));
      stretch.n_cells = last - first + 1;
      stretch.first = stretch.start;
      stretch.last = stretch.end;
      widen (&stretch, room_before, room_after);
      g_array_append_val (stretches, stretch);
      first = last + 1;
    }
  return stretches;
}

static double
get_crowd (const Stretch *stretch)
{
  double length = MAX (1, steppe_time_get_length (stretch->start, stretch->end));

  return pow (stretch->n_cells, CROWD_EXPONENT) * pow (length, 1 - CROWD_EXPONENT);
}

static double
get_heads (const Stretch *stretch)
{
  return MIN (stretch->n_cells, CELLS_PER_HEAD) / (double) CELLS_PER_HEAD;
}

static GArray *
lay_out (const GArray *stretches,
         double gap_width)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (SteppeTimeSegment));
  double width = 1 - gap_width * (stretches->len - 1);
  double crowds = 0, heads = 0, position = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      crowds += get_crowd (&g_array_index (stretches, Stretch, i));
      heads += get_heads (&g_array_index (stretches, Stretch, i));
    }
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      double share = (1 - EQUAL_SHARE) * get_crowd (stretch) / crowds + EQUAL_SHARE * get_heads (stretch) / heads;
      SteppeTimeSegment segment = { stretch->start, stretch->end, position };

      position = i + 1 < stretches->len ? position + width * share : 1;
      segment.to = position;
      g_array_append_val (segments, segment);
      if (i + 1 < stretches->len)
        {
          const Stretch *next = &g_array_index (stretches, Stretch, i + 1);
          SteppeTimeSegment gap = { stretch->end, next->start, position, position + gap_width, TRUE, stretch->last, next->first };

          position = gap.to;
          g_array_append_val (segments, gap);
        }
    }
  return segments;
}

static double
get_scale (const SteppeTimeSegment *segment)
{
  return (segment->to - segment->from) / MAX (1, steppe_time_get_length (segment->start, segment->end));
}

/* Removes the gap that saves least, if that is too little. */
static gboolean
remove_useless_gap (GArray *gaps,
                    const GArray *segments,
                    double gap_width)
{
  double least = MIN_GAIN * gap_width;
  guint useless = gaps->len;

  for (guint i = 0; i < gaps->len; i++)
    {
      const SteppeTimeSegment *segment = &g_array_index (segments, SteppeTimeSegment, 2 * i + 1);
      double gain = steppe_time_get_length (segment->quiet_from, segment->quiet_to) * MAX (get_scale (segment - 1), get_scale (segment + 1));

      if (gain < least)
        {
          least = gain;
          useless = i;
        }
    }
  if (useless == gaps->len)
    return FALSE;
  g_array_remove_index (gaps, useless);
  return TRUE;
}

static SteppeTimeAxis *
build (const SteppeTimeCell *cells,
       gsize n_cells,
       double gap_width,
       guint max_gaps)
{
  g_autoptr (GArray) sorted = NULL;
  g_autoptr (GArray) gaps = NULL;
  GArray *segments = NULL;

  if (n_cells == 0)
    return steppe_time_axis_new_take_segments (g_array_new (FALSE, FALSE, sizeof (SteppeTimeSegment)));
  sorted = sort_cells (cells, n_cells);
  gaps = find_gaps (sorted, max_gaps);
  do
    {
      g_autoptr (GArray) stretches = find_stretches (sorted, gaps);

      g_clear_pointer (&segments, g_array_unref);
      segments = lay_out (stretches, gap_width);
    }
  while (remove_useless_gap (gaps, segments, gap_width));
  return steppe_time_axis_new_take_segments (segments);
}

/**
 * steppe_time_axis_new:
 * @cells: (array length=n_cells): what lies on the axis, in any order
 * @n_cells: how many
 * @gap_width: the width of one gap, as a part of the whole axis, 0 to 1
 *
 * An axis that shows long empty times as gaps. An empty time is a gap where it is many times longer than what is usual
 * among the nearest few cells on one of its sides, and it would take more room than a gap does; where that would give so
 * many gaps that they take up much of the axis, only the most marked are.
 *
 * Returns: (transfer full): an axis
 */
SteppeTimeAxis *
steppe_time_axis_new (const SteppeTimeCell *cells,
                      gsize n_cells,
                      double gap_width)
{
  g_return_val_if_fail (cells != NULL || n_cells == 0, NULL);

  gap_width = CLAMP (gap_width, 0.001, 1);
  return build (cells, n_cells, gap_width, (guint) (MAX_GAP_SHARE / gap_width));
}

/**
 * steppe_time_axis_new_true:
 * @cells: (array length=n_cells): what lies on the axis, in any order
 * @n_cells: how many
 *
 * Returns: (transfer full): an axis of one segment, on which all times are in proportion
 */
SteppeTimeAxis *
steppe_time_axis_new_true (const SteppeTimeCell *cells,
                           gsize n_cells)
{
  g_return_val_if_fail (cells != NULL || n_cells == 0, NULL);

  return build (cells, n_cells, 0, 0);
}
