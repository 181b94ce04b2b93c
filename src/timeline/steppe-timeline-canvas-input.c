/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <math.h>

/* What the pointer and fingers do on the canvas. */

/* One notch of a wheel, and one pixel of a touchpad, as a factor of the zoom. */
#define WHEEL_ZOOM 1.25
#define PIXEL_ZOOM 1.006
/* Pixels that one notch of a wheel pans. */
#define WHEEL_PAN 64
/* A thrown axis slides on for so long, in seconds of its speed. */
#define SLIDE_SECONDS 0.25
#define HELD_MASK (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)

static void
slide (SteppeTimelineCanvas *self,
       double velocity)
{
  _steppe_timeline_canvas_slide (self, velocity * _steppe_timeline_canvas_get_direction (self) * SLIDE_SECONDS);
}

static gboolean
scroll_cb (SteppeTimelineCanvas *self,
           double dx,
           double dy,
           GtkEventControllerScroll *scroll)
{
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (state & GDK_SHIFT_MASK && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (_steppe_timeline_canvas_is_over_names (self, self->pointer_x))
    _steppe_timeline_canvas_scroll (self, dy * (is_wheel ? self->metrics.lane : 1));
  else if (fabs (dx) > fabs (dy))
    _steppe_timeline_canvas_pan (self, dx * (is_wheel ? WHEEL_PAN : 1) * _steppe_timeline_canvas_get_direction (self));
  else
    _steppe_timeline_canvas_zoom_at (self, pow (is_wheel ? WHEEL_ZOOM : PIXEL_ZOOM, -dy), self->pointer_x, FALSE);
  return GDK_EVENT_STOP;
}

static void
decelerate_cb (SteppeTimelineCanvas *self,
               double velocity_x,
               double velocity_y)
{
  if (fabs (velocity_x) > fabs (velocity_y))
    slide (self, velocity_x);
}

static void
drag_begin_cb (SteppeTimelineCanvas *self)
{
  _steppe_timeline_canvas_stop (self);
  self->drag_x = self->drag_y = 0;
  self->dragging = FALSE;
}

static void
drag_update_cb (SteppeTimelineCanvas *self,
                double offset_x,
                double offset_y,
                GtkGestureDrag *drag)
{
  if (!self->dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y))
    return;
  self->dragging = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  _steppe_timeline_canvas_pan (self, (self->drag_x - offset_x) * _steppe_timeline_canvas_get_direction (self));
  _steppe_timeline_canvas_scroll (self, self->drag_y - offset_y);
  self->drag_x = offset_x;
  self->drag_y = offset_y;
}

static void
swipe_cb (SteppeTimelineCanvas *self,
          double velocity_x,
          double velocity_y)
{
  if (self->dragging && fabs (velocity_x) > WHEEL_PAN)
    slide (self, -velocity_x);
}

static void
pinch_begin_cb (SteppeTimelineCanvas *self)
{
  _steppe_timeline_canvas_stop (self);
  self->pinch_scale = 1;
}

static void
pinch_cb (SteppeTimelineCanvas *self,
          double scale,
          GtkGesture *gesture)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    x = self->pointer_x;
  _steppe_timeline_canvas_zoom_at (self, scale / self->pinch_scale, x, FALSE);
  self->pinch_scale = scale;
}

/* A double click opens a gap, or closes it again, and elsewhere zooms in. */
static void
open_at (SteppeTimelineCanvas *self,
         double x)
{
  if (!_steppe_timeline_canvas_toggle_empty (self, _steppe_timeline_canvas_get_instant (self, x)))
    _steppe_timeline_canvas_zoom_at (self, STEPPE_TIMELINE_KEY_ZOOM * STEPPE_TIMELINE_KEY_ZOOM, x, TRUE);
}

static void
released_cb (SteppeTimelineCanvas *self,
             int n_press,
             double x,
             double y)
{
  const SteppeTimelineBox *box = _steppe_timeline_canvas_pick_box (self, x, y);
  SteppeTimelineCrowd crowd;
  guint group = _steppe_timeline_canvas_pick_name (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (box != NULL)
    {
      self->cursor_group = box->group;
      _steppe_timeline_canvas_select (self, box->event);
    }
  else if (_steppe_timeline_canvas_pick_crowd (self, x, y, &crowd))
    _steppe_timeline_canvas_show_crowd (self, &crowd);
  else if (group != STEPPE_TIMELINE_NONE)
    _steppe_timeline_canvas_toggle_group (self, group);
  else if (n_press == 2 && !_steppe_timeline_canvas_is_over_names (self, x))
    open_at (self, x);
}

static void
hover_at (SteppeTimelineCanvas *self,
          const SteppeTimelineBox *box)
{
  /* While a menu is open, what it is for stays lit. */
  if (self->focus == NULL || self->menu_event != NULL)
    return;
  if (box != NULL)
    steppe_focus_set_hovered (self->focus, STEPPE_ITEM (steppe_timeline_events_get_event (self->events, box->event)->event));
  else if (self->hovered != STEPPE_TIMELINE_NONE)
    steppe_focus_set_hovered (self->focus, NULL);
}

static void
motion_cb (SteppeTimelineCanvas *self,
           double x,
           double y,
           GtkEventController *motion)
{
  const SteppeTimelineBox *box = _steppe_timeline_canvas_pick_box (self, x, y);
  gboolean is_held = gtk_event_controller_get_current_event_state (motion) & HELD_MASK;
  gboolean is_still = x == self->pointer_x && y == self->pointer_y;
  SteppeTimelineCrowd crowd;

  self->pointer_x = x;
  self->pointer_y = y;
  hover_at (self, box);
  /* GTK also tells of a pointer that rests while what is under it moves, such as when keys lead elsewhere. */
  if (!is_still || !steppe_hover_card_is_by_key (self->card))
    _steppe_timeline_canvas_hover_card (self, is_held ? NULL : box);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), box != NULL || _steppe_timeline_canvas_pick_crowd (self, x, y, &crowd) ||
                                                              _steppe_timeline_canvas_pick_name (self, x, y) != STEPPE_TIMELINE_NONE
                                                          ? "pointer"
                                                          : NULL);
}

static void
leave_cb (SteppeTimelineCanvas *self)
{
  self->pointer_x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  hover_at (self, NULL);
  _steppe_timeline_canvas_hover_card (self, NULL);
}

static const SteppeTimeSegment *
pick_gap (SteppeTimelineCanvas *self,
          double x)
{
  const SteppeTimeAxis *axis = steppe_time_viewport_get_axis (self->viewport);
  double length = steppe_time_viewport_get_length (self->viewport), pixel = _steppe_timeline_canvas_from_view (self, x);
  const SteppeTimeSegment *segment;

  if (steppe_time_axis_is_empty (axis) || pixel < 0 || pixel > length || _steppe_timeline_canvas_is_over_names (self, x))
    return NULL;
  segment = steppe_time_axis_get_segment (axis, steppe_time_axis_find_segment (axis, pixel / MAX (1, length)));
  return segment->is_gap ? segment : NULL;
}

/* Of events, the card tells more. */
static gboolean
query_tooltip_cb (SteppeTimelineCanvas *self,
                  int x,
                  int y,
                  gboolean is_keyboard,
                  GtkTooltip *tooltip)
{
  SteppeTimelineCrowd crowd;
  const SteppeTimeSegment *gap;
  g_autofree char *text = NULL;

  if (is_keyboard || _steppe_timeline_canvas_pick_box (self, x, y) != NULL)
    return FALSE;
  gap = pick_gap (self, x);
  if (_steppe_timeline_canvas_pick_crowd (self, x, y, &crowd))
    text = _steppe_timeline_canvas_describe_crowd (self, &crowd);
  else if (gap != NULL)
    text = _steppe_timeline_canvas_describe_gap (gap, TRUE);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static GtkEventController *
add_controller (SteppeTimelineCanvas *self,
                gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return controller;
}

/* Adds what follows the pointer and fingers. */
void
_steppe_timeline_canvas_add_controllers (SteppeTimelineCanvas *self)
{
  GtkEventController *scroll = add_controller (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC));
  GtkEventController *motion = add_controller (self, gtk_event_controller_motion_new ());
  GtkEventController *click = add_controller (self, gtk_gesture_click_new ());
  GtkEventController *drag = add_controller (self, gtk_gesture_drag_new ());
  GtkEventController *swipe = add_controller (self, gtk_gesture_swipe_new ());
  GtkEventController *pinch = add_controller (self, gtk_gesture_zoom_new ());

  gtk_gesture_group (GTK_GESTURE (swipe), GTK_GESTURE (drag));
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
