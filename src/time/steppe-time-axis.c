/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-axis.h"

#include <math.h>

struct _SteppeTimeAxis
{
  gatomicrefcount ref_count;
  GArray *segments; /* of SteppeTimeSegment, each starting where the one before ends */
};

G_DEFINE_BOXED_TYPE (SteppeTimeAxis, steppe_time_axis, steppe_time_axis_ref, steppe_time_axis_unref)

/**
 * steppe_time_axis_new_take_segments:
 * @segments: (transfer full) (element-type SteppeTimeSegment): the segments, in order, each starting where the one
 *   before ends; none for an axis on which nothing lies
 *
 * Returns: (transfer full): an axis of those segments
 */
SteppeTimeAxis *
steppe_time_axis_new_take_segments (GArray *segments)
{
  SteppeTimeAxis *axis = g_new0 (SteppeTimeAxis, 1);

  g_atomic_ref_count_init (&axis->ref_count);
  axis->segments = segments;
  return axis;
}

/**
 * steppe_time_axis_ref:
 * @axis: an axis
 *
 * Returns: (transfer full): @axis
 */
SteppeTimeAxis *
steppe_time_axis_ref (SteppeTimeAxis *axis)
{
  g_return_val_if_fail (axis != NULL, NULL);

  g_atomic_ref_count_inc (&axis->ref_count);
  return axis;
}

/**
 * steppe_time_axis_unref:
 * @axis: (transfer full): an axis
 */
void
steppe_time_axis_unref (SteppeTimeAxis *axis)
{
  g_return_if_fail (axis != NULL);

  if (!g_atomic_ref_count_dec (&axis->ref_count))
    return;
  g_array_unref (axis->segments);
  g_free (axis);
}

/**
 * steppe_time_axis_is_empty:
 * @axis: an axis
 *
 * Returns: whether nothing lies on it
 */
gboolean
steppe_time_axis_is_empty (const SteppeTimeAxis *axis)
{
  g_return_val_if_fail (axis != NULL, TRUE);

  return axis->segments->len == 0;
}

/**
 * steppe_time_axis_get_n_segments:
 * @axis: an axis
 *
 * Returns: how many segments it has
 */
guint
steppe_time_axis_get_n_segments (const SteppeTimeAxis *axis)
{
  g_return_val_if_fail (axis != NULL, 0);

  return axis->segments->len;
}

/**
 * steppe_time_axis_get_segment:
 * @axis: an axis
 * @n: which
 *
 * Returns: (transfer none): the segment
 */
const SteppeTimeSegment *
steppe_time_axis_get_segment (const SteppeTimeAxis *axis,
                              guint n)
{
  g_return_val_if_fail (axis != NULL && n < axis->segments->len, NULL);

  return &g_array_index (axis->segments, SteppeTimeSegment, n);
}

/**
 * steppe_time_get_length:
 * @start: an instant
 * @end: a later one
 *
 * Returns: the seconds between them, also where that is more than 63 bits hold
 */
double
steppe_time_get_length (gint64 start,
                        gint64 end)
{
  return end > start ? (double) ((guint64) end - (guint64) start) : 0;
}

/* The last segment that starts at @instant or before, or else the first. */
static const SteppeTimeSegment *
find_by_instant (const SteppeTimeAxis *axis,
                 gint64 instant)
{
  guint low = 0, high = axis->segments->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (axis->segments, SteppeTimeSegment, middle).start <= instant)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (axis->segments, SteppeTimeSegment, low);
}

/**
 * steppe_time_axis_find_segment:
 * @axis: an axis that is not empty
 * @position: a position
 *
 * Returns: which segment lies there; the first or last beyond the ends
 */
guint
steppe_time_axis_find_segment (const SteppeTimeAxis *axis,
                               double position)
{
  guint low = 0, high;

  g_return_val_if_fail (axis != NULL && axis->segments->len > 0, 0);

  high = axis->segments->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (axis->segments, SteppeTimeSegment, middle).from <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * steppe_time_axis_to_position:
 * @axis: an axis
 * @instant: seconds from 1970-01-01T00:00:00
 *
 * Returns: where it lies, 0 to 1; never further left than an earlier instant. What lies beyond the ends is at the end,
 *   and everything is in the middle of an empty axis.
 */
double
steppe_time_axis_to_position (const SteppeTimeAxis *axis,
                              gint64 instant)
{
  const SteppeTimeSegment *segment;
  long double fraction;

  g_return_val_if_fail (axis != NULL, 0);

  if (axis->segments->len == 0)
    return 0.5;
  segment = find_by_instant (axis, instant);
  if (instant <= segment->start)
    return segment->from;
  if (instant >= segment->end)
    return segment->to;
  fraction = (long double) ((guint64) instant - (guint64) segment->start) /
             (long double) ((guint64) segment->end - (guint64) segment->start);
  return (double) (segment->from + fraction * ((long double) segment->to - segment->from));
}

/**
 * steppe_time_axis_to_instant:
 * @axis: an axis
 * @position: a position, 0 to 1
 *
 * Returns: the instant that lies there, to the second; beyond the ends, that of the end
 */
gint64
steppe_time_axis_to_instant (const SteppeTimeAxis *axis,
                             double position)
{
  const SteppeTimeSegment *segment;
  long double length, fraction;

  g_return_val_if_fail (axis != NULL, 0);

  if (axis->segments->len == 0)
    return 0;
  segment = steppe_time_axis_get_segment (axis, steppe_time_axis_find_segment (axis, position));
  if (!(position > segment->from) || segment->to <= segment->from)
    return segment->start;
  if (position >= segment->to)
    return segment->end;
  length = (long double) ((guint64) segment->end - (guint64) segment->start);
  fraction = ((long double) position - segment->from) / ((long double) segment->to - segment->from);
  return (gint64) ((guint64) segment->start + (guint64) roundl (fraction * length));
}

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static GArray *
collect_knots (const SteppeTimeAxis *from,
               const SteppeTimeAxis *to)
{
  const SteppeTimeAxis *axes[] = { from, to };
  GArray *knots = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    for (guint k = 0; k < axes[i]->segments->len; k++)
      {
        const SteppeTimeSegment *segment = steppe_time_axis_get_segment (axes[i], k);

        g_array_append_val (knots, segment->start);
        g_array_append_val (knots, segment->end);
      }
  g_array_sort (knots, compare_instants);
  return knots;
}

/**
 * steppe_time_axis_new_blend:
 * @from: an axis
 * @to: another
 * @progress: 0 for @from to 1 for @to
 *
 * An axis between two others: each instant lies @progress of the way from its place on @from to its place on @to. So
 * one axis turns into another without a jump.
 *
 * Returns: (transfer full): an axis
 */
SteppeTimeAxis *
steppe_time_axis_new_blend (const SteppeTimeAxis *from,
                            const SteppeTimeAxis *to,
                            double progress)
{
  g_autoptr (GArray) knots = NULL;
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (SteppeTimeSegment));

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  progress = CLAMP (progress, 0, 1);
  knots = collect_knots (from, to);
  for (guint i = 0; i + 1 < knots->len; i++)
    {
      SteppeTimeSegment segment = { g_array_index (knots, gint64, i), g_array_index (knots, gint64, i + 1) };
      const SteppeTimeAxis *nearer = progress < 0.5 ? from : to;

      if (segment.start == segment.end)
        continue;
      segment.from = (1 - progress) * steppe_time_axis_to_position (from, segment.start) +
                     progress * steppe_time_axis_to_position (to, segment.start);
      segment.to = (1 - progress) * steppe_time_axis_to_position (from, segment.end) +
                   progress * steppe_time_axis_to_position (to, segment.end);
      if (nearer->segments->len > 0)
        {
          const SteppeTimeSegment *around = find_by_instant (nearer, segment.start);

          segment.is_gap = around->is_gap;
          segment.quiet_from = around->quiet_from;
          segment.quiet_to = around->quiet_to;
        }
      g_array_append_val (segments, segment);
    }
  return steppe_time_axis_new_take_segments (segments);
}
