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
 * steppe_time_segment_to_position:
 * @segment: a segment
 * @instant: seconds from 1970-01-01T00:00:00
 *
 * Returns: where it lies on the axis, 0 to 1; at an end of @segment if it is beyond that
 */
double
steppe_time_segment_to_position (const SteppeTimeSegment *segment,
                                 gint64 instant)
{
  long double fraction;

  g_return_val_if_fail (segment != NULL, 0);

  if (instant <= segment->start)
    return segment->from;
  if (instant >= segment->end)
    return segment->to;
  fraction = (long double) ((guint64) instant - (guint64) segment->start) /
             (long double) ((guint64) segment->end - (guint64) segment->start);
  return (double) (segment->from + fraction * ((long double) segment->to - segment->from));
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
  g_return_val_if_fail (axis != NULL, 0);

  if (axis->segments->len == 0)
    return 0.5;
  return steppe_time_segment_to_position (find_by_instant (axis, instant), instant);
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

/* An axis that is gone along from its start. */
typedef struct
{
  const SteppeTimeAxis *axis;
  guint at; /* the segment that has been reached */
} Walk;

static const SteppeTimeSegment *
get_reached (const Walk *walk)
{
  return walk->axis->segments->len > 0 ? &g_array_index (walk->axis->segments, SteppeTimeSegment, walk->at) : NULL;
}

static void
walk_to (Walk *walk,
         gint64 instant)
{
  while (walk->at + 1 < walk->axis->segments->len && get_reached (walk)->end <= instant)
    walk->at++;
}

static double
get_reached_position (const Walk *walk,
                      gint64 instant)
{
  return get_reached (walk) != NULL ? steppe_time_segment_to_position (get_reached (walk), instant) : 0.5;
}

/* Finds the next instant at which a segment of either axis starts or ends. Returns whether there is one. */
static gboolean
find_knot (const Walk *walks,
           guint n_walks,
           gint64 after,
           gint64 *found)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_walks; i++)
    {
      const SteppeTimeSegment *reached = get_reached (&walks[i]);
      gint64 next;

      if (reached == NULL || reached->end <= after)
        continue;
      next = reached->start > after ? reached->start : reached->end;
      *found = any ? MIN (*found, next) : next;
      any = TRUE;
    }
  return any;
}

static gint64
get_start (const SteppeTimeAxis *from,
           const SteppeTimeAxis *to)
{
  gint64 start = from->segments->len > 0 ? steppe_time_axis_get_segment (from, 0)->start : G_MAXINT64;

  return to->segments->len > 0 ? MIN (start, steppe_time_axis_get_segment (to, 0)->start) : start;
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
  Walk walks[] = { { from }, { to } };
  const Walk *nearer = &walks[progress < 0.5 ? 0 : 1];
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (SteppeTimeSegment));
  SteppeTimeSegment segment = { 0 };

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  progress = CLAMP (progress, 0, 1);
  segment.start = get_start (from, to);
  segment.from = (1 - progress) * get_reached_position (&walks[0], segment.start) + progress * get_reached_position (&walks[1], segment.start);
  while (find_knot (walks, G_N_ELEMENTS (walks), segment.start, &segment.end))
    {
      segment.to = (1 - progress) * get_reached_position (&walks[0], segment.end) + progress * get_reached_position (&walks[1], segment.end);
      if (get_reached (nearer) != NULL)
        {
          segment.is_gap = get_reached (nearer)->is_gap;
          segment.quiet_from = get_reached (nearer)->quiet_from;
          segment.quiet_to = get_reached (nearer)->quiet_to;
        }
      g_array_append_val (segments, segment);
      segment.start = segment.end;
      segment.from = segment.to;
      for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
        walk_to (&walks[i], segment.start);
    }
  return steppe_time_axis_new_take_segments (segments);
}
