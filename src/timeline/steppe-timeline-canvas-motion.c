/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <math.h>

/* Which part of the axis is seen, and the ways from one to another. */

/* An axis up to so many times longer than the widget is wide is laid out whole. */
#define MAX_WHOLE_LENGTH 4
/* The part of the widget's width that is laid out on either side of what may be seen before it is laid out anew: what
 * begins there may reach into sight. */
#define BESIDE 0.25
#define ZOOM_DURATION 250
#define SLIDE_DURATION 600
#define AXIS_DURATION 400
/* Pixels from the edge at which an event counts as seen. */
#define SEEN_MARGIN 24
/* Seconds that are shown before and after a span at most: a month. */
#define LARGEST_MARGIN (30.0 * 86400.0)

/* The part of the axis to be laid out: all of it, or what is seen and a little more, in steps of a whole widget's width so
 * that a drag seldom needs another. */
void
_steppe_timeline_canvas_get_layout_range (SteppeTimelineCanvas *self,
                                          double *from,
                                          double *to)
{
  double length = steppe_time_viewport_get_length (self->viewport), width = MAX (1, steppe_time_viewport_get_width (self->viewport));
  double page = floor (steppe_time_viewport_get_origin (self->viewport) / width);
  gboolean is_whole = length <= MAX_WHOLE_LENGTH * width;

  *from = is_whole ? 0 : MAX (0, (page - BESIDE) * width);
  *to = is_whole ? length : MIN (length, (page + 2 + BESIDE) * width);
}

/* The viewport shows something else. */
static void
update (SteppeTimelineCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _steppe_timeline_canvas_range_changed (self);
}

/* Stops where it is. */
void
_steppe_timeline_canvas_stop (SteppeTimelineCanvas *self)
{
  adw_animation_pause (self->animation);
}

static void
animation_cb (double progress,
              gpointer user_data)
{
  SteppeTimelineCanvas *self = user_data;

  steppe_time_viewport_set_progress (self->viewport, progress);
  update (self);
}

void
_steppe_timeline_canvas_create_animation (SteppeTimelineCanvas *self)
{
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ZOOM_DURATION, adw_callback_animation_target_new (animation_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
}

/* What changes the viewport until the move is finished is gone to in steps, where the reader likes that. */
static void
start_move (SteppeTimelineCanvas *self)
{
  _steppe_timeline_canvas_stop (self);
  steppe_time_viewport_begin_move (self->viewport);
}

static void
finish_move (SteppeTimelineCanvas *self,
             guint duration)
{
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->animation), duration);
  adw_animation_play (self->animation);
}

/* Moves what is seen by some pixels. */
void
_steppe_timeline_canvas_pan (SteppeTimelineCanvas *self,
                             double pixels)
{
  _steppe_timeline_canvas_stop (self);
  steppe_time_viewport_pan_to (self->viewport, steppe_time_viewport_get_origin (self->viewport) + pixels);
  update (self);
}

/* The same, slowing down. */
void
_steppe_timeline_canvas_slide (SteppeTimelineCanvas *self,
                               double pixels)
{
  start_move (self);
  steppe_time_viewport_pan_to (self->viewport, steppe_time_viewport_get_origin (self->viewport) + pixels);
  finish_move (self, SLIDE_DURATION);
}

/* Zooms so that what is at @x in the widget stays there. */
void
_steppe_timeline_canvas_zoom_at (SteppeTimelineCanvas *self,
                                 double factor,
                                 double x,
                                 gboolean animate)
{
  double pixel;

  if (animate)
    start_move (self);
  else
    _steppe_timeline_canvas_stop (self);
  pixel = _steppe_timeline_canvas_from_view (self, x) - steppe_time_viewport_get_origin (self->viewport);
  steppe_time_viewport_zoom_at (self->viewport, factor, pixel);
  if (animate)
    finish_move (self, ZOOM_DURATION);
  else
    update (self);
}

/* Nothing is to be hidden in other panes then either. */
void
_steppe_timeline_canvas_show_all (SteppeTimelineCanvas *self)
{
  if (self->focus != NULL)
    steppe_focus_clear_span (self->focus);
  start_move (self);
  steppe_time_viewport_show_all (self->viewport);
  finish_move (self, ZOOM_DURATION);
}

/* Goes to a span of time, with some of the time before and after it. */
void
_steppe_timeline_canvas_show_span (SteppeTimelineCanvas *self,
                                   gint64 earliest,
                                   gint64 latest)
{
  gint64 margin = (gint64) MIN (steppe_time_get_length (earliest, latest), LARGEST_MARGIN);

  if (steppe_time_viewport_get_width (self->viewport) > 0)
    steppe_timeline_canvas_show_range (self, MAX (earliest, STEPPE_INSTANT_MIN + margin) - margin,
                                       MIN (latest, STEPPE_INSTANT_MAX - margin) + margin, TRUE);
}

/* Shows the empty time that @instant lies in wide and in proportion, or as a gap again. Returns whether it lies in one. */
gboolean
_steppe_timeline_canvas_toggle_empty (SteppeTimelineCanvas *self,
                                      gint64 instant)
{
  gboolean opened;

  if (!steppe_time_viewport_find_empty (self->viewport, instant, &opened))
    return FALSE;
  start_move (self);
  steppe_time_viewport_open_empty (self->viewport, instant, !opened);
  finish_move (self, AXIS_DURATION);
  return TRUE;
}

/* The same with the empty time next to the event that the keyboard is on, or to the middle of what is seen. */
gboolean
_steppe_timeline_canvas_toggle_empty_beside (SteppeTimelineCanvas *self,
                                             int step)
{
  double middle = steppe_time_viewport_get_origin (self->viewport) + steppe_time_viewport_get_width (self->viewport) / 2;
  gint64 instant = self->cursor != STEPPE_TIMELINE_NONE ? steppe_timeline_events_get_event (self->events, self->cursor)->anchor
                                                        : steppe_time_viewport_to_instant (self->viewport, middle);

  return steppe_time_viewport_find_empty_beside (self->viewport, instant, step, &instant) &&
         _steppe_timeline_canvas_toggle_empty (self, instant);
}

/* Moves the seen part so that an event is in it, and its group. */
void
_steppe_timeline_canvas_reveal (SteppeTimelineCanvas *self,
                                guint n)
{
  double width = steppe_time_viewport_get_width (self->viewport), x;

  if (n == STEPPE_TIMELINE_NONE || width <= 0)
    return;
  _steppe_timeline_canvas_scroll_to_group (self, self->cursor_group);
  x = steppe_time_viewport_to_pixel (self->viewport, steppe_timeline_events_get_event (self->events, n)->anchor) -
      steppe_time_viewport_get_origin (self->viewport);
  if (!steppe_time_viewport_is_whole (self->viewport) && (x < SEEN_MARGIN || x > width - SEEN_MARGIN))
    _steppe_timeline_canvas_slide (self, x - width / 2);
}

/**
 * steppe_timeline_canvas_get_range:
 * @self: a canvas
 * @from: (out): the first instant that is seen
 * @to: (out): the last
 */
void
steppe_timeline_canvas_get_range (SteppeTimelineCanvas *self,
                                  gint64 *from,
                                  gint64 *to)
{
  steppe_time_viewport_get_range (self->viewport, from, to);
}

/**
 * steppe_timeline_canvas_is_whole:
 * @self: a canvas
 *
 * Returns: whether all time is seen
 */
gboolean
steppe_timeline_canvas_is_whole (SteppeTimelineCanvas *self)
{
  return steppe_time_viewport_is_whole (self->viewport);
}

/**
 * steppe_timeline_canvas_show_range:
 * @self: a canvas
 * @from: an instant
 * @to: a later one
 * @animate: whether to go there in steps, where the reader likes that
 *
 * Shows what is between two instants; and more where that would be too large a view of too little.
 */
void
steppe_timeline_canvas_show_range (SteppeTimelineCanvas *self,
                                   gint64 from,
                                   gint64 to,
                                   gboolean animate)
{
  if (animate)
    start_move (self);
  else
    _steppe_timeline_canvas_stop (self);
  steppe_time_viewport_show_range (self->viewport, from, to);
  if (animate)
    finish_move (self, ZOOM_DURATION);
  else
    update (self);
}

/**
 * steppe_timeline_canvas_get_true_scale:
 * @self: a canvas
 *
 * Returns: whether all times are in proportion
 */
gboolean
steppe_timeline_canvas_get_true_scale (SteppeTimelineCanvas *self)
{
  return steppe_time_viewport_get_true_scale (self->viewport);
}

/**
 * steppe_timeline_canvas_set_true_scale:
 * @self: a canvas
 * @true_scale: whether all times are to be in proportion, rather than empty times short
 */
void
steppe_timeline_canvas_set_true_scale (SteppeTimelineCanvas *self,
                                       gboolean true_scale)
{
  if (steppe_time_viewport_get_true_scale (self->viewport) == true_scale)
    return;
  start_move (self);
  steppe_time_viewport_set_true_scale (self->viewport, true_scale);
  finish_move (self, AXIS_DURATION);
}
