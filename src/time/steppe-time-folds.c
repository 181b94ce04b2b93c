/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-folds.h"

#include <math.h>

/* An empty time, from the end of what is before it to the start of what is after. */
typedef struct
{
  gint64 start;
  gint64 end;
  double from; /* positions on the axis that is not zoomed */
  double to;
  gboolean has_gap; /* whether a gap of that axis lies in it */
  gboolean opened;
} Empty;

/* So many empty times are passed over at once where none of them is wide enough to fold up. */
#define BLOCK 64

struct _SteppeTimeFolds
{
  SteppeTimeAxis *axis;
  GArray *empties; /* of Empty, in time order */
  GArray *widest; /* of double: by block of them, the length of the longest on the axis; infinite where one is opened */
};

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const SteppeTimeCell *first = a, *second = b;

  return (first->earliest > second->earliest) - (first->earliest < second->earliest);
}

static int
compare_empties (gconstpointer a,
                 gconstpointer b)
{
  const Empty *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Notes again how wide the empty times of a block are. */
static void
update_block (SteppeTimeFolds *self,
              guint block)
{
  double *widest = &g_array_index (self->widest, double, block);

  *widest = 0;
  for (guint i = block * BLOCK; i < MIN (self->empties->len, (block + 1) * BLOCK); i++)
    {
      const Empty *empty = &g_array_index (self->empties, Empty, i);

      *widest = MAX (*widest, empty->opened ? INFINITY : empty->to - empty->from);
    }
}

static void
update_blocks (SteppeTimeFolds *self)
{
  g_array_set_size (self->widest, (self->empties->len + BLOCK - 1) / BLOCK);
  for (guint i = 0; i < self->widest->len; i++)
    update_block (self, i);
}

/* The number of the first empty time from number @n on that may not be as wide as what happens. */
static guint
skip_usual (const SteppeTimeFolds *self,
            guint n,
            const SteppeTimeZoom *zoom)
{
  while (n % BLOCK == 0 && n < self->empties->len &&
         g_array_index (self->widest, double, n / BLOCK) * zoom->width * zoom->factor < zoom->limit)
    n += BLOCK;
  return MIN (n, self->empties->len);
}

static void
add_empty (SteppeTimeFolds *self,
           gint64 start,
           gint64 end,
           gboolean has_gap)
{
  Empty empty = { start, end, .has_gap = has_gap };

  empty.from = steppe_time_axis_to_position (self->axis, start);
  empty.to = steppe_time_axis_to_position (self->axis, end);
  if (empty.to > empty.from)
    g_array_append_val (self->empties, empty);
}

static void
add_gaps (SteppeTimeFolds *self)
{
  for (guint i = 0; i < steppe_time_axis_get_n_segments (self->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (self->axis, i);

      if (segment->is_gap)
        add_empty (self, segment->quiet_from, segment->quiet_to, TRUE);
    }
}

/* The number of the last of the first @n empty times that starts at @instant or before. */
static guint
find_before (const SteppeTimeFolds *self,
             guint n,
             gint64 instant)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->empties, Empty, middle).start <= instant)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : STEPPE_TIME_FOLDS_NONE;
}

/* Adds what no cell covers, unless it lies in a gap. */
static void
add_uncovered (SteppeTimeFolds *self,
               const SteppeTimeCell *cells,
               gsize n_cells)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (SteppeTimeCell), n_cells);
  guint n_gaps = self->empties->len;
  gint64 covered;

  g_array_append_vals (sorted, cells, n_cells);
  g_array_sort (sorted, compare_cells);
  covered = g_array_index (sorted, SteppeTimeCell, 0).latest;
  for (guint i = 1; i < sorted->len; i++)
    {
      const SteppeTimeCell *cell = &g_array_index (sorted, SteppeTimeCell, i);

      if (covered < G_MAXINT64 && cell->earliest > covered + 1)
        {
          guint gap = find_before (self, n_gaps, covered + 1);

          if (gap == STEPPE_TIME_FOLDS_NONE || g_array_index (self->empties, Empty, gap).end <= covered + 1)
            add_empty (self, covered + 1, cell->earliest, FALSE);
        }
      covered = MAX (covered, cell->latest);
    }
}

/**
 * steppe_time_folds_new:
 * @axis: an axis
 * @cells: (array length=n_cells): what lies on it, in any order
 * @n_cells: how many
 *
 * Returns: (transfer full): its empty times
 */
SteppeTimeFolds *
steppe_time_folds_new (SteppeTimeAxis *axis,
                       const SteppeTimeCell *cells,
                       gsize n_cells)
{
  SteppeTimeFolds *self;

  g_return_val_if_fail (axis != NULL && (cells != NULL || n_cells == 0), NULL);

  self = g_new0 (SteppeTimeFolds, 1);
  self->axis = steppe_time_axis_ref (axis);
  self->empties = g_array_new (FALSE, FALSE, sizeof (Empty));
  self->widest = g_array_new (FALSE, FALSE, sizeof (double));
  if (n_cells == 0)
    return self;
  add_gaps (self);
  add_uncovered (self, cells, n_cells);
  g_array_sort (self->empties, compare_empties);
  update_blocks (self);
  return self;
}

/**
 * steppe_time_folds_free:
 * @self: (transfer full): empty times
 */
void
steppe_time_folds_free (SteppeTimeFolds *self)
{
  steppe_time_axis_unref (self->axis);
  g_array_unref (self->empties);
  g_array_unref (self->widest);
  g_free (self);
}

/**
 * steppe_time_folds_find:
 * @self: empty times
 * @instant: an instant
 *
 * Returns: the number of the empty time it lies in, or %STEPPE_TIME_FOLDS_NONE
 */
guint
steppe_time_folds_find (const SteppeTimeFolds *self,
                        gint64 instant)
{
  guint n = find_before (self, self->empties->len, instant);

  if (n == STEPPE_TIME_FOLDS_NONE || g_array_index (self->empties, Empty, n).end <= instant)
    return STEPPE_TIME_FOLDS_NONE;
  return n;
}

/**
 * steppe_time_folds_get_bounds:
 * @self: empty times
 * @n: which
 * @start: (out): when it starts
 * @end: (out): when it ends
 */
void
steppe_time_folds_get_bounds (const SteppeTimeFolds *self,
                              guint n,
                              gint64 *start,
                              gint64 *end)
{
  g_return_if_fail (n < self->empties->len);

  *start = g_array_index (self->empties, Empty, n).start;
  *end = g_array_index (self->empties, Empty, n).end;
}

/**
 * steppe_time_folds_get_opened:
 * @self: empty times
 * @n: which
 *
 * Returns: whether the reader has opened it
 */
gboolean
steppe_time_folds_get_opened (const SteppeTimeFolds *self,
                              guint n)
{
  g_return_val_if_fail (n < self->empties->len, FALSE);

  return g_array_index (self->empties, Empty, n).opened;
}

/**
 * steppe_time_folds_set_opened:
 * @self: empty times
 * @n: which
 * @opened: whether it is to be wide and in proportion, whatever the zoom
 */
void
steppe_time_folds_set_opened (SteppeTimeFolds *self,
                              guint n,
                              gboolean opened)
{
  g_return_if_fail (n < self->empties->len);

  g_array_index (self->empties, Empty, n).opened = opened;
  update_block (self, n / BLOCK);
}

/**
 * steppe_time_folds_open_as:
 * @self: empty times
 * @other: those of another axis
 *
 * Opens the empty times that are opened there.
 */
void
steppe_time_folds_open_as (SteppeTimeFolds *self,
                           const SteppeTimeFolds *other)
{
  for (guint i = 0; i < other->empties->len; i++)
    {
      const Empty *empty = &g_array_index (other->empties, Empty, i);
      guint n = empty->opened ? steppe_time_folds_find (self, empty->start) : STEPPE_TIME_FOLDS_NONE;

      if (n != STEPPE_TIME_FOLDS_NONE)
        steppe_time_folds_set_opened (self, n, TRUE);
    }
}

/**
 * steppe_time_folds_close_all:
 * @self: empty times
 *
 * Returns: whether any was opened
 */
gboolean
steppe_time_folds_close_all (SteppeTimeFolds *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->empties->len; i++)
    {
      any = any || g_array_index (self->empties, Empty, i).opened;
      g_array_index (self->empties, Empty, i).opened = FALSE;
    }
  if (any)
    update_blocks (self);
  return any;
}

/* How many pixels an empty time takes. */
static double
get_width (const Empty *empty,
           const SteppeTimeZoom *zoom)
{
  double width = (empty->to - empty->from) * zoom->width;
  double zoomed = width * zoom->factor;

  if (empty->opened)
    return MAX (zoomed, zoom->opened_width);
  return MIN (zoomed, MAX (width, zoom->limit));
}

/* The segments of the zoomed axis as they come to be; their positions are pixels until the end. */
typedef struct
{
  const SteppeTimeAxis *axis;
  GArray *segments;
  guint at; /* the segment of the axis that @instant is in */
  gint64 instant; /* up to which there are segments */
  double pixel;
} Zooming;

/* Adds the segments up to @instant, @scale pixels for what is 1 long on the axis. What is not a gap there is one now
 * where @quiet tells which time it belongs to. */
static void
add_until (Zooming *zooming,
           gint64 instant,
           double scale,
           const Empty *quiet)
{
  while (zooming->instant < instant)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (zooming->axis, zooming->at);
      SteppeTimeSegment part = *segment;

      part.start = zooming->instant;
      part.end = MIN (instant, segment->end);
      part.from = zooming->pixel;
      part.to = part.from + scale * (steppe_time_segment_to_position (segment, part.end) - steppe_time_segment_to_position (segment, part.start));
      if (quiet != NULL && !quiet->has_gap)
        {
          part.is_gap = TRUE;
          part.quiet_from = quiet->start;
          part.quiet_to = quiet->end;
        }
      g_array_append_val (zooming->segments, part);
      zooming->instant = part.end;
      zooming->pixel = part.to;
      if (part.end == segment->end && zooming->at + 1 < steppe_time_axis_get_n_segments (zooming->axis))
        zooming->at++;
    }
}

/* Adds an opened time, all in one proportion. */
static void
add_opened (Zooming *zooming,
            const Empty *empty,
            double width)
{
  SteppeTimeSegment segment = { empty->start, empty->end, zooming->pixel, zooming->pixel + width };

  g_array_append_val (zooming->segments, segment);
  zooming->instant = empty->end;
  zooming->pixel = segment.to;
  while (zooming->at + 1 < steppe_time_axis_get_n_segments (zooming->axis) &&
         steppe_time_axis_get_segment (zooming->axis, zooming->at)->end <= empty->end)
    zooming->at++;
}

static SteppeTimeAxis *
finish (Zooming *zooming,
        double *length)
{
  *length = zooming->pixel;
  for (guint i = 0; i < zooming->segments->len; i++)
    {
      SteppeTimeSegment *segment = &g_array_index (zooming->segments, SteppeTimeSegment, i);

      segment->from /= zooming->pixel;
      segment->to = i + 1 < zooming->segments->len ? segment->to / zooming->pixel : 1;
    }
  return steppe_time_axis_new_take_segments (zooming->segments);
}

/**
 * steppe_time_folds_create_axis:
 * @self: empty times
 * @zoom: how large the axis is shown
 * @length: (out): its length then, in pixels
 *
 * Returns: (transfer full): the axis as it is shown
 */
SteppeTimeAxis *
steppe_time_folds_create_axis (const SteppeTimeFolds *self,
                               const SteppeTimeZoom *zoom,
                               double *length)
{
  guint n_segments = steppe_time_axis_get_n_segments (self->axis);
  double scale = zoom->width * zoom->factor;
  Zooming zooming = { self->axis };

  *length = zoom->width;
  if (n_segments == 0 || scale <= 0)
    return steppe_time_axis_ref (self->axis);
  zooming.segments = g_array_new (FALSE, FALSE, sizeof (SteppeTimeSegment));
  zooming.instant = steppe_time_axis_get_segment (self->axis, 0)->start;
  for (guint i = skip_usual (self, 0, zoom); i < self->empties->len; i = skip_usual (self, i + 1, zoom))
    {
      const Empty *empty = &g_array_index (self->empties, Empty, i);
      double zoomed = (empty->to - empty->from) * scale, width = get_width (empty, zoom);

      if (!empty->opened && width >= zoomed)
        continue;
      add_until (&zooming, empty->start, scale, NULL);
      if (empty->opened)
        add_opened (&zooming, empty, width);
      else
        add_until (&zooming, empty->end, scale * width / zoomed, empty);
    }
  add_until (&zooming, steppe_time_axis_get_segment (self->axis, n_segments - 1)->end, scale, NULL);
  return finish (&zooming, length);
}

/* By how many pixels the part of an empty time that lies between two instants is wider than if it were as wide as what
 * happens, or narrower. */
static double
get_excess (const Empty *empty,
            const SteppeTimeAxis *axis,
            const SteppeTimeZoom *zoom,
            gint64 from,
            gint64 to)
{
  double scale = zoom->width * zoom->factor, width = get_width (empty, zoom);
  double usual, part;

  if (from <= empty->start && to >= empty->end)
    return width - (empty->to - empty->from) * scale;
  from = MAX (from, empty->start);
  to = MIN (to, empty->end);
  usual = steppe_time_axis_to_position (axis, to) - steppe_time_axis_to_position (axis, from);
  if (empty->opened)
    part = steppe_time_get_length (from, to) / steppe_time_get_length (empty->start, empty->end);
  else
    part = usual / (empty->to - empty->from);
  return part * width - usual * scale;
}

/**
 * steppe_time_folds_measure:
 * @self: empty times
 * @zoom: how large the axis is shown
 * @from: an instant
 * @to: a later one
 *
 * Returns: how many pixels lie between them, found without making the axis
 */
double
steppe_time_folds_measure (const SteppeTimeFolds *self,
                           const SteppeTimeZoom *zoom,
                           gint64 from,
                           gint64 to)
{
  double scale = zoom->width * zoom->factor;
  double width = (steppe_time_axis_to_position (self->axis, to) - steppe_time_axis_to_position (self->axis, from)) * scale;
  guint first = find_before (self, self->empties->len, from);

  for (guint i = first != STEPPE_TIME_FOLDS_NONE ? first : skip_usual (self, 0, zoom); i < self->empties->len; i = skip_usual (self, i + 1, zoom))
    {
      const Empty *empty = &g_array_index (self->empties, Empty, i);

      if (empty->start >= to)
        break;
      if (empty->end > from)
        width += get_excess (empty, self->axis, zoom, from, to);
    }
  return width;
}
