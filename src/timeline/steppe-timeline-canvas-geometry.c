/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

/* Where on the canvas things are, for drawing, hit tests and assistive technology alike. */

static gboolean
is_rtl (SteppeTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* 1 where time runs to the right, −1 where it runs to the left. */
double
_steppe_timeline_canvas_get_direction (SteppeTimelineCanvas *self)
{
  return is_rtl (self) ? -1 : 1;
}

/* Where a pixel of the axis is in the widget. */
double
_steppe_timeline_canvas_to_view (SteppeTimelineCanvas *self,
                                 double pixel)
{
  double x = self->metrics.names + STEPPE_TIMELINE_MARGIN + pixel - steppe_time_viewport_get_origin (self->viewport);

  return is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

/* Which pixel of the axis is at @x in the widget. */
double
_steppe_timeline_canvas_from_view (SteppeTimelineCanvas *self,
                                   double x)
{
  if (is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return x - self->metrics.names - STEPPE_TIMELINE_MARGIN + steppe_time_viewport_get_origin (self->viewport);
}

/* The instant that is at @x in the widget. */
gint64
_steppe_timeline_canvas_get_instant (SteppeTimelineCanvas *self,
                                     double x)
{
  return steppe_time_viewport_to_instant (self->viewport, _steppe_timeline_canvas_from_view (self, x));
}

/* Where in the widget the first of all lanes begins, which may be above it. */
double
_steppe_timeline_canvas_get_top (SteppeTimelineCanvas *self)
{
  return self->metrics.header - gtk_adjustment_get_value (self->vadjustment);
}

static void
set_area (SteppeTimelineCanvas *self,
          graphene_rect_t *area,
          double pixel,
          double y,
          double width,
          double height)
{
  double x = _steppe_timeline_canvas_to_view (self, pixel);

  *area = GRAPHENE_RECT_INIT ((float) (is_rtl (self) ? x - width : x), (float) y, (float) width, (float) height);
}

/* Where the sign or bar of @box is in the widget. */
void
_steppe_timeline_canvas_get_body (SteppeTimelineCanvas *self,
                                  const SteppeTimelineBox *box,
                                  graphene_rect_t *body)
{
  const SteppeTimelineMetrics *metrics = &self->metrics;
  double y = _steppe_timeline_canvas_get_top (self) + box->y + (metrics->lane - metrics->sign) / 2;

  set_area (self, body, box->x, y, box->width, metrics->sign);
}

/* Where @box is in the widget, with its label. */
void
_steppe_timeline_canvas_get_area (SteppeTimelineCanvas *self,
                                  const SteppeTimelineBox *box,
                                  graphene_rect_t *area)
{
  const SteppeTimelineMetrics *metrics = &self->metrics;

  set_area (self, area, box->x - 2 - (box->label_before ? box->label : 0), _steppe_timeline_canvas_get_top (self) + box->y + 1,
            box->width + box->label + 4, metrics->lane - 2);
}

/* Where the count of @crowd is in the widget. */
void
_steppe_timeline_canvas_get_crowd_area (SteppeTimelineCanvas *self,
                                        const SteppeTimelineCrowd *crowd,
                                        graphene_rect_t *area)
{
  const SteppeTimelineMetrics *metrics = &self->metrics;
  double y = _steppe_timeline_canvas_get_top (self) + crowd->y;

  /* Where all lanes are one group, the counts stand at the foot. */
  if (!steppe_timeline_groups_have_names (self->groups))
    y = gtk_widget_get_height (GTK_WIDGET (self)) - metrics->crowd_height;
  set_area (self, area, crowd->x - metrics->crowd_width / 2 + 2, y, metrics->crowd_width - 4, metrics->crowd_height - 4);
}

/* The topmost event at a point of the widget; the selected one is drawn last. */
const SteppeTimelineBox *
_steppe_timeline_canvas_pick_box (SteppeTimelineCanvas *self,
                                  double x,
                                  double y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  const SteppeTimelineBox *picked = NULL;

  if (self->layout == NULL || y < self->metrics.header || _steppe_timeline_canvas_is_over_names (self, x))
    return NULL;
  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (self->layout); i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (self->layout, i);
      graphene_rect_t area;

      _steppe_timeline_canvas_get_area (self, box, &area);
      if (graphene_rect_contains_point (&area, &point) && (picked == NULL || picked->event != self->selected))
        picked = box;
    }
  return picked;
}
