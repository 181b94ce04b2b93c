/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-figure-private.h"

#include <math.h>

/* How a timeline is drawn on paper: fine lines and real text, from the layout, without deciding anything. */

/* Grays. */
#define INK 0.1
#define QUIET 0.4
#define GRID 0.84
#define BAND 0.95
#define PLATE 0.91
/* Parts of the em. */
#define HAIRLINE 0.035
#define LINE 0.06
#define RING_WIDTH 0.09
#define RING_GAP 0.1
#define RADIUS 0.25
#define MINOR_HEIGHT 0.25
#define BREAK_HEIGHT 0.32
#define BREAK_SLANT 0.16
#define PADDING 0.12
/* Of a lane. */
#define LEAST_LINE 0.7
/* Rounding of sums, user units. */
#define TRACE 0.01
/* U+200E: without it the sign comes after the number where words run from right to left. */
#define LEFT_TO_RIGHT_MARK "\342\200\216"

static void
set_gray (cairo_t *cr,
          double gray)
{
  cairo_set_source_rgb (cr, gray, gray, gray);
}

static double
get_axis_y (const SteppeTimelineFigure *self)
{
  return self->frame.top - PADDING * self->metrics.em;
}

static double
get_x (const SteppeTimelineFigure *self,
       double pixel)
{
  return steppe_timeline_frame_get_left (&self->frame, pixel, 0);
}

static void
draw_layout (cairo_t *cr,
             PangoLayout *layout,
             double gray,
             double x,
             double y)
{
  set_gray (cr, gray);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
add_rounded (cairo_t *cr,
             double x,
             double y,
             double width,
             double height,
             double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Where the axis is interrupted, and its scale changes. */
static void
add_break (cairo_t *cr,
           double x,
           double y,
           double em)
{
  cairo_move_to (cr, x - BREAK_SLANT / 2 * em, y + BREAK_HEIGHT / 2 * em);
  cairo_line_to (cr, x + BREAK_SLANT / 2 * em, y - BREAK_HEIGHT / 2 * em);
}

static void
draw_axis (const SteppeTimelineFigure *self,
           cairo_t *cr)
{
  double y = get_axis_y (self), em = self->metrics.em, length = self->frame.length;

  for (guint i = 0; i < steppe_time_axis_get_n_segments (self->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (self->axis, i);
      double width = (segment->to - segment->from) * length, left = steppe_timeline_frame_get_left (&self->frame, segment->from * length, width);

      if (segment->is_gap)
        {
          set_gray (cr, BAND);
          cairo_rectangle (cr, left, y, width, self->height - y);
          cairo_fill (cr);
          add_break (cr, left, y, em);
          add_break (cr, left + width, y, em);
        }
      else
        {
          cairo_move_to (cr, left, y);
          cairo_line_to (cr, left + width, y);
        }
      set_gray (cr, INK);
      cairo_set_line_width (cr, LINE * em);
      cairo_stroke (cr);
    }
}

static SteppeStretch
get_extent (const SteppeTimelineFigure *self,
            const SteppeTimelineBox *box)
{
  double width = box->width + box->label;
  double left = steppe_timeline_frame_get_left (&self->frame, box->x - (box->label_before ? box->label : 0), width);

  return (SteppeStretch) { left, left + width };
}

static double
get_crowd_y (const SteppeTimelineFigure *self)
{
  return self->height - self->metrics.row;
}

/* What events and counts take of the height where they cross the column between @from and @to. */
static GArray *
collect_taken (const SteppeTimelineFigure *self,
               double from,
               double to)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (SteppeTimeRoom));
  double padding = PADDING * self->metrics.em;

  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (self->layout); i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (self->layout, i);
      const SteppeStretch extent = get_extent (self, box);
      const SteppeTimeRoom room = { self->frame.top + box->y, self->frame.top + box->y + self->frame.lane };

      if (extent.from - padding < to && extent.to + padding > from)
        g_array_append_val (taken, room);
    }
  for (guint i = 0; i < steppe_timeline_layout_get_n_crowds (self->layout); i++)
    {
      double width = self->metrics.crowd_width;
      double left = steppe_timeline_frame_get_left (&self->frame, steppe_timeline_layout_get_crowd (self->layout, i)->x - width / 2, width);
      const SteppeTimeRoom room = { get_crowd_y (self), self->height };

      if (left < to && left + width > from)
        g_array_append_val (taken, room);
    }
  return taken;
}

static int
compare_rooms (gconstpointer a,
               gconstpointer b)
{
  const SteppeTimeRoom *first = a, *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

/* A line down from a tick, but for where there are events; of less than a lane nothing is left. */
static void
draw_grid_line (const SteppeTimelineFigure *self,
                cairo_t *cr,
                double x)
{
  g_autoptr (GArray) taken = collect_taken (self, x, x);
  double y = get_axis_y (self);
  const SteppeTimeRoom end = { self->height, self->height };

  g_array_append_val (taken, end);
  g_array_sort (taken, compare_rooms);
  for (guint i = 0; i < taken->len; i++)
    {
      const SteppeTimeRoom *room = &g_array_index (taken, SteppeTimeRoom, i);

      if (room->from - y > LEAST_LINE * self->frame.lane)
        {
          cairo_move_to (cr, x, y);
          cairo_line_to (cr, x, room->from);
        }
      y = MAX (y, room->to);
    }
  set_gray (cr, GRID);
  cairo_set_line_width (cr, HAIRLINE * self->metrics.em);
  cairo_stroke (cr);
}

static void
draw_ticks (SteppeTimelineFigure *self,
            cairo_t *cr)
{
  double y = get_axis_y (self), em = self->metrics.em;

  for (guint i = 0; i < steppe_time_ticks_get_n_ticks (self->ticks); i++)
    {
      const SteppeTick *tick = steppe_time_ticks_get_tick (self->ticks, i);
      double x = get_x (self, tick->position);

      if (tick->label != NULL && !tick->is_edge)
        draw_grid_line (self, cr, x);
      if (!tick->is_edge)
        {
          cairo_move_to (cr, x, y);
          cairo_line_to (cr, x, y - MINOR_HEIGHT * em * (tick->label != NULL ? 1 : 0.6));
          set_gray (cr, INK);
          cairo_set_line_width (cr, HAIRLINE * em);
          cairo_stroke (cr);
        }
      if (tick->label != NULL)
        draw_layout (cr, _steppe_timeline_figure_get_text (self, tick->label), INK,
                     steppe_timeline_frame_get_left (&self->frame, tick->label_position, tick->width),
                     y - self->metrics.row - MINOR_HEIGHT * em);
    }
}

static void
draw_along_gap (SteppeTimelineFigure *self,
                cairo_t *cr,
                const SteppeTimelineHeaderText *text)
{
  const SteppeTimelineFigureMetrics *metrics = &self->metrics;
  const SteppeTimeRoom column = { get_axis_y (self) + PADDING * metrics->em, self->height - PADDING * metrics->em };
  double x = get_x (self, text->position), y;
  g_autoptr (GArray) taken = collect_taken (self, x - metrics->row / 2, x + metrics->row / 2);

  if (!steppe_timeline_header_find_along (&column, taken, text->width, &y))
    return;
  cairo_save (cr);
  cairo_translate (cr, x - metrics->row / 2, y + text->width);
  cairo_rotate (cr, -G_PI / 2);
  draw_layout (cr, _steppe_timeline_figure_get_text (self, text->text), QUIET, 0, 0);
  cairo_restore (cr);
}

static void
draw_header (SteppeTimelineFigure *self,
             cairo_t *cr)
{
  for (guint i = 0; i < self->header->len; i++)
    {
      const SteppeTimelineHeaderText *text = &g_array_index (self->header, SteppeTimelineHeaderText, i);

      if (text->role == STEPPE_TIMELINE_HEADER_ALONG)
        draw_along_gap (self, cr, text);
      else
        draw_layout (cr, _steppe_timeline_figure_get_text (self, text->text), text->role == STEPPE_TIMELINE_HEADER_LENGTH ? QUIET : INK,
                     steppe_timeline_frame_get_left (&self->frame, text->position, text->width), 0);
    }
}

/* Around the event that stands out. */
static void
draw_ring (const SteppeTimelineFigure *self,
           cairo_t *cr,
           const SteppeTimelineBody *body)
{
  double em = self->metrics.em, outset = RING_GAP * em, height = body->bar.bar.height + 2 * outset;
  SteppeStretch core;
  gboolean is_whole = steppe_timeline_body_get_core (body, &core);

  add_rounded (cr, core.from - outset, body->top - outset, core.to - core.from + 2 * outset, height, is_whole ? RADIUS * em : height / 2);
  set_gray (cr, INK);
  cairo_set_line_width (cr, RING_WIDTH * em);
  cairo_stroke (cr);
}

static void
draw_label (SteppeTimelineFigure *self,
            cairo_t *cr,
            const SteppeTimelineBox *box,
            const SteppeTimelineBody *body)
{
  SteppeStretch room = steppe_timeline_body_get_label_room (body, box, self->frame.label_gap);
  double width = room.to - room.from;
  double wish = steppe_timeline_events_get_event (self->events, box->event)->label_width - self->frame.label_gap;
  /* Of a name, a letter or two say nothing. */
  gboolean is_number = self->numbered && width < self->metrics.least_label / 2 && width < wish - TRACE;
  PangoLayout *layout = _steppe_timeline_figure_get_label (self, box->event, is_number);
  gboolean is_on_fill = box->label_inside && steppe_bar_is_label_on_fill (&body->bar.bar);
  PangoRectangle extents;

  if (_steppe_timeline_figure_get_width (layout) > width + TRACE)
    pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
  pango_layout_get_extents (layout, NULL, &extents);
  /* Next to the sign. */
  draw_layout (cr, layout, is_on_fill ? steppe_sign_get_ground (self->scheme).red : INK,
               (box->label_before != self->frame.is_rtl ? room.to - (double) (extents.x + extents.width) / PANGO_SCALE : room.from - (double) extents.x / PANGO_SCALE),
               self->frame.top + box->y + (self->frame.lane - self->metrics.name) / 2);
}

static void
draw_box (SteppeTimelineFigure *self,
          cairo_t *cr,
          const SteppeTimelineBox *box)
{
  SteppeTimelineBody body;

  steppe_timeline_body_init (&body, box, steppe_timeline_events_get_event (self->events, box->event), &self->frame);
  steppe_bar_paint (cr, &body.bar.bar, self->scheme, body.left, body.top);
  if (box->event == self->subject)
    draw_ring (self, cr, &body);
  if (box->label > 0 || box->label_inside)
    draw_label (self, cr, box, &body);
}

/* The counts of what there is no room for. */
static void
draw_crowds (SteppeTimelineFigure *self,
             cairo_t *cr)
{
  for (guint i = 0; i < steppe_timeline_layout_get_n_crowds (self->layout); i++)
    {
      const SteppeTimelineCrowd *crowd = steppe_timeline_layout_get_crowd (self->layout, i);
      g_autofree char *count = g_strdup_printf ("%s+%'u", self->frame.is_rtl ? LEFT_TO_RIGHT_MARK : "", crowd->count);
      PangoLayout *layout = _steppe_timeline_figure_get_text (self, count);
      double width = _steppe_timeline_figure_get_width (layout), x = get_x (self, crowd->x), y = get_crowd_y (self), row = self->metrics.row;

      add_rounded (cr, x - width / 2 - row / 3, y, width + row / 1.5, row, row / 2);
      set_gray (cr, PLATE);
      cairo_fill (cr);
      draw_layout (cr, layout, INK, x - width / 2, y);
    }
}

/**
 * steppe_timeline_figure_draw:
 * @self: a figure
 * @cr: a cairo context
 * @x: its left, user units
 * @y: its top, user units
 *
 * Draws the figure: lines, areas and text, no pictures.
 */
void
steppe_timeline_figure_draw (SteppeTimelineFigure *self,
                             cairo_t *cr,
                             double x,
                             double y)
{
  if (steppe_timeline_figure_is_empty (self))
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  draw_axis (self, cr);
  draw_ticks (self, cr);
  draw_header (self, cr);
  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (self->layout); i++)
    draw_box (self, cr, steppe_timeline_layout_get_box (self->layout, i));
  draw_crowds (self, cr);
  cairo_restore (cr);
}
