/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <math.h>

/* Which part of the axis is seen, and the ways from one to another. */

/* An axis up to so many pixels long is laid out whole. */
#define MAX_WHOLE_LENGTH 8000
/* The longest axis: beyond, doubles no longer tell pixels apart. */
#define MAX_LENGTH 1e13
#define VIEW_DURATION 250
/* Pixels from the edge at which an event counts as seen. */
#define SEEN_MARGIN 24

/* The part of the axis to be laid out: all of it, or what is seen and as much on either side, in steps of a whole
 * widget's width so that a drag seldom needs another. */
void
_steppe_timeline_canvas_get_layout_range (SteppeTimelineCanvas *self,
                                          double *from,
                                          double *to)
{
  double length = _steppe_timeline_canvas_get_length (self), width = MAX (1, _steppe_timeline_canvas_get_inner_width (self));
  double page = floor (self->view.origin * length / width);

  *from = length <= MAX_WHOLE_LENGTH ? 0 : MAX (0, (page - 1) * width);
  *to = length <= MAX_WHOLE_LENGTH ? length : MIN (length, (page + 3) * width);
}

/* The zoom at which the least detailed stretch shows seconds. */
static double
get_max_zoom (SteppeTimelineCanvas *self)
{
  double length = 0;

  for (guint i = 0; i < steppe_time_axis_get_n_segments (self->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (self->axis, i);

      length = MAX (length, steppe_time_get_length (segment->start, segment->end) / (segment->to - segment->from));
    }
  return MAX (1, MIN (length, MAX_LENGTH) / MAX (1, _steppe_timeline_canvas_get_inner_width (self)));
}

/* Shows another part of the axis. */
void
_steppe_timeline_canvas_set_view (SteppeTimelineCanvas *self,
                                  double zoom,
                                  double origin)
{
  double old_zoom = self->view.zoom, from, to;

  self->view.zoom = CLAMP (zoom, 1, get_max_zoom (self));
  self->view.origin = CLAMP (origin, 0, 1 - 1 / self->view.zoom);
  _steppe_timeline_canvas_get_layout_range (self, &from, &to);
  if (old_zoom != self->view.zoom || from != self->layout_from || to != self->layout_to)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _steppe_timeline_canvas_range_changed (self);
}

/* The way from one part of the axis to another: the seen length changes by the same factor in the same time, about the
 * one point that stays where it is. */
void
_steppe_timeline_canvas_view_animation_cb (double progress,
                                           gpointer user_data)
{
  SteppeTimelineCanvas *self = user_data;
  double old_length = 1 / self->old_view.zoom, new_length = 1 / self->new_view.zoom;
  double length = old_length * pow (new_length / old_length, progress);
  double part = fabs (new_length - old_length) > 1e-9 * old_length ? (length - old_length) / (new_length - old_length) : progress;

  if (progress >= 1)
    _steppe_timeline_canvas_set_view (self, self->new_view.zoom, self->new_view.origin);
  else
    _steppe_timeline_canvas_set_view (self, 1 / length, self->old_view.origin + part * (self->new_view.origin - self->old_view.origin));
}

void
_steppe_timeline_canvas_animate_view (SteppeTimelineCanvas *self,
                                      double zoom,
                                      double origin,
                                      guint duration)
{
  self->old_view = self->view;
  self->new_view.zoom = CLAMP (zoom, 1, get_max_zoom (self));
  self->new_view.origin = CLAMP (origin, 0, 1 - 1 / self->new_view.zoom);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->view_animation), duration);
  adw_animation_play (self->view_animation);
}

/* Zooms so that what is at @x in the widget stays there. */
void
_steppe_timeline_canvas_zoom_at (SteppeTimelineCanvas *self,
                                 double factor,
                                 double x,
                                 gboolean animate)
{
  double width = _steppe_timeline_canvas_get_inner_width (self), length = _steppe_timeline_canvas_get_length (self);
  double zoom = CLAMP (self->view.zoom * factor, 1, get_max_zoom (self));
  double position, offset;

  if (width <= 0)
    return;
  offset = _steppe_timeline_canvas_from_view (self, x) - self->view.origin * length;
  position = self->view.origin + offset / length;
  if (animate)
    _steppe_timeline_canvas_animate_view (self, zoom, position - offset / (width * zoom), VIEW_DURATION);
  else
    _steppe_timeline_canvas_set_view (self, zoom, position - offset / (width * zoom));
}

/* Moves the seen part so that an event is in it. */
void
_steppe_timeline_canvas_reveal (SteppeTimelineCanvas *self,
                                guint n)
{
  const SteppeTimelineEvent *event;
  double margin, position;

  if (n == STEPPE_TIMELINE_NONE || self->axis_width == 0)
    return;
  event = steppe_timeline_events_get_event (self->events, n);
  position = steppe_time_axis_to_position (self->axis, event->anchor);
  margin = SEEN_MARGIN / MAX (1, _steppe_timeline_canvas_get_length (self));
  if (self->view.zoom > 1 && (position < self->view.origin + margin || position > self->view.origin + 1 / self->view.zoom - margin))
    _steppe_timeline_canvas_animate_view (self, self->view.zoom, position - 0.5 / self->view.zoom, VIEW_DURATION);
}

/* Zooms to the events that a count stands for. */
void
_steppe_timeline_canvas_show_crowd (SteppeTimelineCanvas *self,
                                    const SteppeTimelineCrowd *crowd)
{
  const SteppeTimelineEvent *first = steppe_timeline_events_get_event (self->events, crowd->first);
  const SteppeTimelineEvent *last = steppe_timeline_events_get_event (self->events, crowd->last);
  double length = _steppe_timeline_canvas_get_length (self);
  double from = steppe_time_axis_to_position (self->axis, first->start_earliest);
  double to = steppe_time_axis_to_position (self->axis, MAX (last->start_earliest, first->end_latest));
  double half = MAX (to - from, self->metrics.crowd_width / 2 / MAX (1, length));
  double middle = (from + to) / 2;

  _steppe_timeline_canvas_animate_view (self, 0.5 / half, middle - half, VIEW_DURATION);
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
  *from = steppe_time_axis_to_instant (self->axis, self->view.origin);
  *to = steppe_time_axis_to_instant (self->axis, self->view.origin + 1 / self->view.zoom);
}

/**
 * steppe_timeline_canvas_show_range:
 * @self: a canvas
 * @from: an instant
 * @to: a later one
 * @animate: whether to go there in steps, where the reader likes that
 *
 * Shows what is between two instants.
 */
void
steppe_timeline_canvas_show_range (SteppeTimelineCanvas *self,
                                   gint64 from,
                                   gint64 to,
                                   gboolean animate)
{
  double start = steppe_time_axis_to_position (self->axis, from), end = steppe_time_axis_to_position (self->axis, to);
  double zoom = end > start ? 1 / (end - start) : get_max_zoom (self);

  if (animate)
    _steppe_timeline_canvas_animate_view (self, zoom, start, VIEW_DURATION);
  else
    _steppe_timeline_canvas_set_view (self, zoom, start);
}
