/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-viewport.h"

#include <math.h>

#include "time/steppe-time-folds.h"

/* The pixels of a gap where the axis is as long as the window is wide. */
#define GAP_WIDTH 12
/* The most that an empty time takes of the window when it gets wider with the zoom, in pixels and as a part. */
#define FOLD_SHARE 0.2
#define MIN_FOLD 60
#define MAX_FOLD 160
/* The part of the window that an opened one takes. */
#define OPENED_SHARE 0.6
/* The longest axis: beyond, doubles no longer tell pixels apart. */
#define MAX_LENGTH 1e13
/* The most pixels of a second: at that, minutes are wide. */
#define MAX_SCALE 24
/* A part of time is not shown more than so many times larger than it would be in true proportion, however much of it is
 * empty. */
#define MAX_COMPRESSION 300
/* How finely a zoom is sought, in steps that halve the error. */
#define N_STEPS 48
/* Pixels. */
#define ACCURACY 1e-6

/* One view. */
typedef struct
{
  SteppeTimeAxis *axis; /* as it is shown at @zoom */
  double length; /* of all of it, in pixels */
  double zoom;
  double origin; /* the first pixel that is seen */
} View;

/* An instant, and @offset pixels from it at a zoom of @zoom, for it is known to the second only. */
typedef struct
{
  gint64 instant;
  double offset;
  double zoom;
} Anchor;

struct _SteppeTimeViewport
{
  const SteppeTimeCell *cells;
  gsize n_cells;
  double width;
  gboolean true_scale;

  SteppeTimeAxis *axis; /* not zoomed */
  SteppeTimeFolds *folds;
  double max_zoom;
  View shown;
  View old; /* while it moves: where from and where to */
  View new;
  gboolean is_moving;
  gboolean axis_changed; /* during the move */
  Anchor anchor; /* what the move turns about */
};

static void
clear_view (View *view)
{
  g_clear_pointer (&view->axis, steppe_time_axis_unref);
}

static void
copy_view (View *view,
           const View *other)
{
  SteppeTimeAxis *axis = steppe_time_axis_ref (other->axis);

  clear_view (view);
  *view = *other;
  view->axis = axis;
}

static gint64
get_middle (gint64 from,
            gint64 to)
{
  return to > from ? (gint64) ((guint64) from + ((guint64) to - (guint64) from) / 2) : from;
}

static SteppeTimeZoom
get_zoom (const SteppeTimeViewport *self,
          double factor)
{
  SteppeTimeZoom zoom = { self->width, factor, INFINITY, OPENED_SHARE * self->width };

  if (!self->true_scale)
    zoom.limit = CLAMP (FOLD_SHARE * self->width, MIN_FOLD, MAX_FOLD);
  return zoom;
}

/* The zoom at which one pixel of the least detailed stretch is a second. */
static double
get_max_zoom (const SteppeTimeViewport *self)
{
  double length = 1;

  for (guint i = 0; i < steppe_time_axis_get_n_segments (self->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (self->axis, i);

      if (!segment->is_gap)
        length = MAX (length, steppe_time_get_length (segment->start, segment->end) / (segment->to - segment->from));
    }
  return MAX (1, MIN (length, MAX_LENGTH) / MAX (1, self->width));
}

static void
set_origin (SteppeTimeViewport *self,
            double origin)
{
  self->shown.origin = CLAMP (origin, 0, MAX (0, self->shown.length - self->width));
}

static void
set_zoom (SteppeTimeViewport *self,
          double factor)
{
  SteppeTimeZoom zoom;

  factor = CLAMP (factor, 1, self->max_zoom);
  zoom = get_zoom (self, factor);
  clear_view (&self->shown);
  self->shown.axis = steppe_time_folds_create_axis (self->folds, &zoom, &self->shown.length);
  self->shown.zoom = factor;
}

static double
get_anchor_pixel (const View *view,
                  const Anchor *anchor)
{
  return steppe_time_axis_to_position (view->axis, anchor->instant) * view->length + anchor->offset * view->zoom / anchor->zoom;
}

static Anchor
get_anchor (const SteppeTimeViewport *self,
            double x)
{
  double pixel = self->shown.origin + x;
  Anchor anchor = { steppe_time_axis_to_instant (self->shown.axis, pixel / MAX (1, self->shown.length)), 0, self->shown.zoom };

  anchor.offset = pixel - get_anchor_pixel (&self->shown, &anchor);
  return anchor;
}

/* Zooms, and brings @anchor to @x. */
static void
hold (SteppeTimeViewport *self,
      double zoom,
      const Anchor *anchor,
      double x)
{
  set_zoom (self, zoom);
  set_origin (self, get_anchor_pixel (&self->shown, anchor) - x);
}

/* A change during a move begins from where it is, and from where it goes to if that is on another axis. */
static void
settle (SteppeTimeViewport *self)
{
  if (!self->is_moving)
    return;
  if (self->axis_changed)
    copy_view (&self->shown, &self->new);
  self->is_moving = FALSE;
  clear_view (&self->old);
  clear_view (&self->new);
}

static void
make_axis (SteppeTimeViewport *self)
{
  g_clear_pointer (&self->axis, steppe_time_axis_unref);
  g_clear_pointer (&self->folds, steppe_time_folds_free);
  if (self->true_scale)
    self->axis = steppe_time_axis_new_true (self->cells, self->n_cells);
  else
    self->axis = steppe_time_axis_new (self->cells, self->n_cells, GAP_WIDTH / MAX (GAP_WIDTH, self->width));
  self->folds = steppe_time_folds_new (self->axis, self->cells, self->n_cells);
  self->max_zoom = get_max_zoom (self);
}

/**
 * steppe_time_viewport_new:
 *
 * Returns: (transfer full): a window of no width, onto nothing
 */
SteppeTimeViewport *
steppe_time_viewport_new (void)
{
  SteppeTimeViewport *self = g_new0 (SteppeTimeViewport, 1);

  make_axis (self);
  set_zoom (self, 1);
  return self;
}

/**
 * steppe_time_viewport_free:
 * @self: (transfer full): a viewport
 */
void
steppe_time_viewport_free (SteppeTimeViewport *self)
{
  clear_view (&self->shown);
  clear_view (&self->old);
  clear_view (&self->new);
  steppe_time_axis_unref (self->axis);
  steppe_time_folds_free (self->folds);
  g_free (self);
}

/**
 * steppe_time_viewport_set_cells:
 * @self: a viewport
 * @cells: (array length=n_cells): what lies on the axis, in any order; to stay until there are others
 * @n_cells: how many
 *
 * Shows other things in time, all of them.
 */
void
steppe_time_viewport_set_cells (SteppeTimeViewport *self,
                                const SteppeTimeCell *cells,
                                gsize n_cells)
{
  /* A move to a view of the things before ends here. */
  self->is_moving = FALSE;
  clear_view (&self->old);
  clear_view (&self->new);
  self->cells = cells;
  self->n_cells = n_cells;
  make_axis (self);
  steppe_time_viewport_show_all (self);
}

/**
 * steppe_time_viewport_set_width:
 * @self: a viewport
 * @width: its width in pixels
 *
 * Shows the same time as before, as far as that is possible.
 */
void
steppe_time_viewport_set_width (SteppeTimeViewport *self,
                                double width)
{
  g_autoptr (SteppeTimeFolds) old_folds = NULL;
  gboolean is_whole;
  gint64 from, to;

  if (self->width == width)
    return;
  settle (self);
  is_whole = steppe_time_viewport_is_whole (self);
  steppe_time_viewport_get_range (self, &from, &to);
  self->width = MAX (0, width);
  old_folds = g_steal_pointer (&self->folds);
  make_axis (self);
  steppe_time_folds_open_as (self->folds, old_folds);
  if (is_whole)
    steppe_time_viewport_show_all (self);
  else
    steppe_time_viewport_show_range (self, from, to);
}

/**
 * steppe_time_viewport_get_true_scale:
 * @self: a viewport
 *
 * Returns: whether all times are in proportion
 */
gboolean
steppe_time_viewport_get_true_scale (const SteppeTimeViewport *self)
{
  return self->true_scale;
}

/**
 * steppe_time_viewport_set_true_scale:
 * @self: a viewport
 * @true_scale: whether all times are to be in proportion, rather than empty times short
 *
 * Shows the same time as before.
 */
void
steppe_time_viewport_set_true_scale (SteppeTimeViewport *self,
                                     gboolean true_scale)
{
  gboolean is_whole;
  gint64 from, to;

  if (self->true_scale == true_scale)
    return;
  settle (self);
  is_whole = steppe_time_viewport_is_whole (self);
  steppe_time_viewport_get_range (self, &from, &to);
  self->true_scale = true_scale;
  make_axis (self);
  if (is_whole)
    steppe_time_viewport_show_all (self);
  else
    steppe_time_viewport_show_range (self, from, to);
  self->axis_changed = TRUE;
}

/**
 * steppe_time_viewport_get_axis:
 * @self: a viewport
 *
 * Returns: (transfer none): the axis as it is shown now
 */
SteppeTimeAxis *
steppe_time_viewport_get_axis (const SteppeTimeViewport *self)
{
  return self->shown.axis;
}

/**
 * steppe_time_viewport_get_width:
 * @self: a viewport
 *
 * Returns: its width in pixels
 */
double
steppe_time_viewport_get_width (const SteppeTimeViewport *self)
{
  return self->width;
}

/**
 * steppe_time_viewport_get_length:
 * @self: a viewport
 *
 * Returns: the length of the whole axis in pixels, at least the width
 */
double
steppe_time_viewport_get_length (const SteppeTimeViewport *self)
{
  return self->shown.length;
}

/**
 * steppe_time_viewport_get_origin:
 * @self: a viewport
 *
 * Returns: the first pixel of the axis that is seen
 */
double
steppe_time_viewport_get_origin (const SteppeTimeViewport *self)
{
  return self->shown.origin;
}

/**
 * steppe_time_viewport_is_whole:
 * @self: a viewport
 *
 * Returns: whether all of the axis is seen
 */
gboolean
steppe_time_viewport_is_whole (const SteppeTimeViewport *self)
{
  return self->shown.length <= self->width * (1 + 1e-9);
}

/**
 * steppe_time_viewport_to_pixel:
 * @self: a viewport
 * @instant: an instant
 *
 * Returns: its pixel of the axis
 */
double
steppe_time_viewport_to_pixel (const SteppeTimeViewport *self,
                               gint64 instant)
{
  return steppe_time_axis_to_position (self->shown.axis, instant) * self->shown.length;
}

/**
 * steppe_time_viewport_to_instant:
 * @self: a viewport
 * @pixel: a pixel of the axis
 *
 * Returns: the instant that lies there, to the second
 */
gint64
steppe_time_viewport_to_instant (const SteppeTimeViewport *self,
                                 double pixel)
{
  return steppe_time_axis_to_instant (self->shown.axis, self->shown.length > 0 ? pixel / self->shown.length : 0);
}

/**
 * steppe_time_viewport_get_range:
 * @self: a viewport
 * @from: (out): the first instant that is seen
 * @to: (out): the last
 */
void
steppe_time_viewport_get_range (const SteppeTimeViewport *self,
                                gint64 *from,
                                gint64 *to)
{
  *from = steppe_time_viewport_to_instant (self, self->shown.origin);
  *to = steppe_time_viewport_to_instant (self, self->shown.origin + self->width);
}

/**
 * steppe_time_viewport_pan_to:
 * @self: a viewport
 * @origin: the first pixel of the axis to be seen
 */
void
steppe_time_viewport_pan_to (SteppeTimeViewport *self,
                             double origin)
{
  settle (self);
  set_origin (self, origin);
  self->anchor = get_anchor (self, self->width / 2);
}

/* How many pixels a second takes at a pixel of the window. */
static double
get_scale_at (const SteppeTimeViewport *self,
              double x)
{
  const SteppeTimeSegment *segment;
  guint n;

  if (steppe_time_axis_is_empty (self->shown.axis) || self->shown.length <= 0)
    return 0;
  n = steppe_time_axis_find_segment (self->shown.axis, (self->shown.origin + x) / self->shown.length);
  segment = steppe_time_axis_get_segment (self->shown.axis, n);
  return (segment->to - segment->from) * self->shown.length / steppe_time_get_length (segment->start, segment->end);
}

/**
 * steppe_time_viewport_zoom_at:
 * @self: a viewport
 * @factor: above 1 to zoom in, below 1 to zoom out
 * @x: a pixel of the window; what is there stays there
 */
void
steppe_time_viewport_zoom_at (SteppeTimeViewport *self,
                              double factor,
                              double x)
{
  double scale;

  settle (self);
  scale = get_scale_at (self, x);
  if (factor > 1 && scale > 0)
    factor = MAX (1, MIN (factor, MAX_SCALE / scale));
  self->anchor = get_anchor (self, x);
  hold (self, self->shown.zoom * factor, &self->anchor, x);
}

/**
 * steppe_time_viewport_show_all:
 * @self: a viewport
 *
 * Shows all of the axis, and closes what was opened.
 */
void
steppe_time_viewport_show_all (SteppeTimeViewport *self)
{
  settle (self);
  self->anchor = get_anchor (self, self->width / 2);
  if (steppe_time_folds_close_all (self->folds))
    self->axis_changed = TRUE;
  set_zoom (self, 1);
  set_origin (self, 0);
}

/* The largest zoom at which a part of the axis is not too much larger than in true proportion. What is least detailed in
 * it decides: a week among decades is larger at any zoom. */
static double
get_range_limit (const SteppeTimeViewport *self,
                 gint64 from,
                 gint64 to)
{
  double most = MIN (MAX_SCALE, MAX_COMPRESSION * self->width / MAX (1, steppe_time_get_length (from, to)));
  double scale = INFINITY;

  for (guint i = 0; i < steppe_time_axis_get_n_segments (self->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (self->axis, i);

      if (!segment->is_gap && segment->start <= to && segment->end >= from)
        scale = MIN (scale, (segment->to - segment->from) * self->width / steppe_time_get_length (segment->start, segment->end));
    }
  return isfinite (scale) && scale > 0 ? CLAMP (most / scale, 1, self->max_zoom) : 1;
}

/* The zoom at which a part of the axis is as wide as the window, or the largest there is. */
static double
find_zoom (const SteppeTimeViewport *self,
           gint64 from,
           gint64 to)
{
  double low = 0, high = log (get_range_limit (self, from, to));
  SteppeTimeZoom none = get_zoom (self, 1);

  if (steppe_time_folds_measure (self->folds, &none, from, to) > self->width - ACCURACY)
    return 1;
  for (int i = 0; i < N_STEPS; i++)
    {
      double middle = (low + high) / 2;
      SteppeTimeZoom zoom = get_zoom (self, exp (middle));
      double excess = steppe_time_folds_measure (self->folds, &zoom, from, to) - self->width;

      if (excess > 0)
        high = middle;
      else
        low = middle;
      if (fabs (excess) < ACCURACY)
        return zoom.factor;
    }
  return exp (high);
}

/**
 * steppe_time_viewport_show_range:
 * @self: a viewport
 * @from: an instant
 * @to: a later one
 *
 * Shows what is between two instants, in the middle; and more where that would be too large a view of too little.
 */
void
steppe_time_viewport_show_range (SteppeTimeViewport *self,
                                 gint64 from,
                                 gint64 to)
{
  gint64 middle = get_middle (from, to);
  guint empty = self->true_scale ? STEPPE_TIME_FOLDS_NONE : steppe_time_folds_find (self->folds, from);
  double start, end;

  settle (self);
  if (empty != STEPPE_TIME_FOLDS_NONE && empty == steppe_time_folds_find (self->folds, to) &&
      !steppe_time_folds_get_opened (self->folds, empty))
    set_zoom (self, self->shown.zoom);
  else
    set_zoom (self, find_zoom (self, from, to));
  start = steppe_time_viewport_to_pixel (self, from);
  end = steppe_time_viewport_to_pixel (self, to);
  set_origin (self, (start + end - self->width) / 2);
  self->anchor = (Anchor) { middle, 0, 1 };
}

/**
 * steppe_time_viewport_find_empty:
 * @self: a viewport
 * @instant: an instant
 * @opened: (out): whether the reader has opened the empty time it lies in
 *
 * Returns: whether it lies in an empty time that is a gap, or opened
 */
gboolean
steppe_time_viewport_find_empty (const SteppeTimeViewport *self,
                                 gint64 instant,
                                 gboolean *opened)
{
  guint n = steppe_time_folds_find (self->folds, instant);
  const SteppeTimeSegment *segment;

  *opened = FALSE;
  if (n == STEPPE_TIME_FOLDS_NONE || self->true_scale)
    return FALSE;
  *opened = steppe_time_folds_get_opened (self->folds, n);
  segment = steppe_time_axis_get_segment (self->shown.axis, steppe_time_axis_find_segment (self->shown.axis, steppe_time_axis_to_position (self->shown.axis, instant)));
  return *opened || segment->is_gap;
}

/**
 * steppe_time_viewport_find_empty_beside:
 * @self: a viewport
 * @instant: an instant
 * @step: 1 for the next empty time after it, −1 for the last before
 * @found: (out): an instant in that
 *
 * Returns: whether there is one that is a gap, or opened
 */
gboolean
steppe_time_viewport_find_empty_beside (const SteppeTimeViewport *self,
                                        gint64 instant,
                                        int step,
                                        gint64 *found)
{
  guint n_segments = steppe_time_axis_get_n_segments (self->shown.axis), n;
  gboolean opened;

  if (n_segments == 0)
    return FALSE;
  n = steppe_time_axis_find_segment (self->shown.axis, steppe_time_axis_to_position (self->shown.axis, instant));
  for (n += step; n < n_segments; n += step)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (self->shown.axis, n);

      *found = get_middle (segment->start, segment->end);
      if (steppe_time_viewport_find_empty (self, *found, &opened))
        return TRUE;
    }
  return FALSE;
}

/**
 * steppe_time_viewport_open_empty:
 * @self: a viewport
 * @instant: an instant in an empty time
 * @opened: whether to show it wide and in proportion, or as a gap
 *
 * Its middle stays where it is, as long as it is seen.
 */
void
steppe_time_viewport_open_empty (SteppeTimeViewport *self,
                                 gint64 instant,
                                 gboolean opened)
{
  guint n = steppe_time_folds_find (self->folds, instant);
  gint64 start, end;
  double x, half;

  if (n == STEPPE_TIME_FOLDS_NONE || steppe_time_folds_get_opened (self->folds, n) == opened)
    return;
  settle (self);
  steppe_time_folds_get_bounds (self->folds, n, &start, &end);
  x = (steppe_time_viewport_to_pixel (self, start) + steppe_time_viewport_to_pixel (self, end)) / 2 - self->shown.origin;
  steppe_time_folds_set_opened (self->folds, n, opened);
  set_zoom (self, self->shown.zoom);
  half = (steppe_time_viewport_to_pixel (self, end) - steppe_time_viewport_to_pixel (self, start)) / 2;
  x = CLAMP (x, MIN (half, self->width / 2), MAX (self->width - half, self->width / 2));
  set_origin (self, steppe_time_viewport_to_pixel (self, start) + half - x);
  self->anchor = get_anchor (self, x);
  self->axis_changed = TRUE;
}

/**
 * steppe_time_viewport_begin_move:
 * @self: a viewport
 *
 * The next change is where [method@TimeViewport.set_progress] leads to from what is shown now.
 */
void
steppe_time_viewport_begin_move (SteppeTimeViewport *self)
{
  View old = { NULL };

  copy_view (&old, &self->shown);
  settle (self);
  copy_view (&self->old, &old);
  clear_view (&old);
  self->axis_changed = FALSE;
}

/* The way between two zooms of one axis: the seen time changes by the same factor in the same time, about the one
 * instant that stays where it is. */
static void
show_between_zooms (SteppeTimeViewport *self,
                    double progress)
{
  double old_x = get_anchor_pixel (&self->old, &self->anchor) - self->old.origin;
  double new_x = get_anchor_pixel (&self->new, &self->anchor) - self->new.origin;
  double old_part = 1 / self->old.zoom, new_part = 1 / self->new.zoom;
  double seen = old_part * pow (new_part / old_part, progress);
  double way = fabs (new_part - old_part) > 1e-9 * old_part ? (seen - old_part) / (new_part - old_part) : progress;

  hold (self, 1 / seen, &self->anchor, (old_x * old_part + way * (new_x * new_part - old_x * old_part)) / seen);
}

/* The way from one axis to another: every instant goes straight from its pixel to its pixel. */
static void
show_between_axes (SteppeTimeViewport *self,
                   double progress)
{
  double length = (1 - progress) * self->old.length + progress * self->new.length;

  clear_view (&self->shown);
  self->shown.axis = steppe_time_axis_new_blend (self->old.axis, self->new.axis, length > 0 ? progress * self->new.length / length : progress);
  self->shown.length = length;
  self->shown.zoom = (1 - progress) * self->old.zoom + progress * self->new.zoom;
  set_origin (self, (1 - progress) * self->old.origin + progress * self->new.origin);
}

/**
 * steppe_time_viewport_set_progress:
 * @self: a viewport
 * @progress: how far the move has got, from 0 to 1
 *
 * Shows a view between the one that was shown when the move began and the one that the change after that led to.
 */
void
steppe_time_viewport_set_progress (SteppeTimeViewport *self,
                                   double progress)
{
  if (self->old.axis == NULL)
    return;
  if (!self->is_moving)
    copy_view (&self->new, &self->shown);
  self->is_moving = TRUE;
  if (progress >= 1)
    {
      copy_view (&self->shown, &self->new);
      settle (self);
    }
  else if (self->axis_changed)
    show_between_axes (self, progress);
  else
    show_between_zooms (self, progress);
}
