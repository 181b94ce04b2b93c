/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/steppe-timeline-canvas-private.h"
#include "timeline/steppe-timeline-overview-private.h"

#include <math.h>

/* How the pointer, fingers and keys change what is seen. All that changes it here keeps map and contents to it. */

/* Pixels that the pointer may move in a click. */
#define CLICK_SLOP 3
/* The part of the seen time that a key moves it by. */
#define KEY_STEP 0.1L
#define KEY_ZOOM 1.5L

/* @instant and so many seconds, within the strip. */
static gint64
shift (SteppeTimelineOverview *self,
       gint64 instant,
       long double seconds)
{
  SteppeSpan extent = _steppe_timeline_overview_get_extent (self);
  long double shifted = roundl (instant + seconds);

  return shifted <= extent.earliest ? extent.earliest : shifted >= extent.latest ? extent.latest
                                                                                 : (gint64) shifted;
}

static SteppeSpan
get_range (SteppeTimelineOverview *self)
{
  SteppeSpan range;

  steppe_timeline_canvas_get_range (self->canvas, &range.earliest, &range.latest);
  return range;
}

/* Shows as long a time as @range is, so many seconds later, as far as there is any. */
static void
show_shifted (SteppeTimelineOverview *self,
              const SteppeSpan *range,
              long double seconds,
              gboolean animate)
{
  SteppeSpan extent = steppe_timeline_filter_get_extent (self->filter);
  long double room_before = steppe_time_get_length (extent.earliest, range->earliest);
  long double room_after = steppe_time_get_length (range->latest, extent.latest);

  seconds = CLAMP (seconds, -room_before, room_after);
  if (seconds == 0)
    return;
  _steppe_timeline_overview_show (self, shift (self, range->earliest, seconds), shift (self, range->latest, seconds), animate);
}

static double
get_seconds_per_pixel (SteppeTimelineOverview *self)
{
  SteppeSpan extent = _steppe_timeline_overview_get_extent (self);

  return steppe_time_get_length (extent.earliest, extent.latest) / MAX (1, _steppe_timeline_overview_get_length (self));
}

static SteppeTimelinePart
pick_part (SteppeTimelineOverview *self,
           double pixel)
{
  SteppeTimelineBrush brush = _steppe_timeline_overview_get_brush (self);

  if (pixel >= brush.body_from && pixel <= brush.body_to)
    return STEPPE_TIMELINE_PART_BODY;
  if (pixel < brush.body_from)
    return pixel >= brush.body_from - STEPPE_TIMELINE_HANDLE ? STEPPE_TIMELINE_PART_START : STEPPE_TIMELINE_PART_OUTSIDE;
  return pixel <= brush.body_to + STEPPE_TIMELINE_HANDLE ? STEPPE_TIMELINE_PART_END : STEPPE_TIMELINE_PART_OUTSIDE;
}

static void
update_cursor (SteppeTimelineOverview *self,
               double pixel)
{
  static const char *const names[] = {
    [STEPPE_TIMELINE_PART_START] = "ew-resize",
    [STEPPE_TIMELINE_PART_BODY] = "grab",
    [STEPPE_TIMELINE_PART_END] = "ew-resize",
    [STEPPE_TIMELINE_PART_OUTSIDE] = "crosshair",
  };
  SteppeTimelinePart part = self->part;

  if (_steppe_timeline_overview_is_empty (self))
    return;
  if (part == STEPPE_TIMELINE_PART_NONE)
    part = pick_part (self, pixel);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->part == STEPPE_TIMELINE_PART_BODY ? "grabbing" : names[part]);
}

static void
drag_begin_cb (SteppeTimelineOverview *self,
               double x,
               double y)
{
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (_steppe_timeline_overview_is_empty (self))
    return;
  self->pressed = _steppe_timeline_overview_to_strip (self, x);
  self->part = pick_part (self, self->pressed);
  self->held = get_range (self);
  self->was_active = steppe_timeline_filter_get_active (self->filter);
  self->moved = FALSE;
  update_cursor (self, self->pressed);
}

/* Shows what lies between where the pointer was pressed and where it is, which may be on either side. */
static void
sweep (SteppeTimelineOverview *self,
       double pixel)
{
  double length = MAX (1, _steppe_timeline_overview_get_length (self));

  _steppe_timeline_overview_show (self, steppe_time_axis_to_instant (self->axis, MIN (self->pressed, pixel) / length),
                                  steppe_time_axis_to_instant (self->axis, MAX (self->pressed, pixel) / length), FALSE);
}

static void
drag_to (SteppeTimelineOverview *self,
         double offset)
{
  long double seconds = offset * (long double) get_seconds_per_pixel (self);
  /* A handle stops a pixel before the other one, or where it was if that is nearer. */
  double least = MIN (MAX (1, get_seconds_per_pixel (self)), steppe_time_get_length (self->held.earliest, self->held.latest));

  switch (self->part)
    {
    case STEPPE_TIMELINE_PART_START:
      _steppe_timeline_overview_show (self, MIN (shift (self, self->held.earliest, seconds), shift (self, self->held.latest, -least)),
                                      self->held.latest, FALSE);
      break;
    case STEPPE_TIMELINE_PART_END:
      _steppe_timeline_overview_show (self, self->held.earliest,
                                      MAX (shift (self, self->held.latest, seconds), shift (self, self->held.earliest, least)), FALSE);
      break;
    case STEPPE_TIMELINE_PART_BODY:
      show_shifted (self, &self->held, seconds, FALSE);
      break;
    case STEPPE_TIMELINE_PART_OUTSIDE:
      sweep (self, self->pressed + offset);
      break;
    case STEPPE_TIMELINE_PART_NONE:
    default:
      g_assert_not_reached ();
    }
}

static void
drag_update_cb (SteppeTimelineOverview *self,
                double offset_x,
                double offset_y)
{
  double offset = _steppe_timeline_overview_is_rtl (self) ? -offset_x : offset_x;

  if (self->part == STEPPE_TIMELINE_PART_NONE)
    return;
  self->moved = self->moved || fabs (offset_x) > CLICK_SLOP || fabs (offset_y) > CLICK_SLOP;
  if (self->moved)
    drag_to (self, offset);
}

static void
end_drag (SteppeTimelineOverview *self)
{
  self->part = STEPPE_TIMELINE_PART_NONE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
drag_end_cb (SteppeTimelineOverview *self)
{
  SteppeTimelinePart part = self->part;

  if (part == STEPPE_TIMELINE_PART_NONE)
    return;
  end_drag (self);
  if (self->moved)
    return;
  if (self->n_press == 2)
    {
      _steppe_timeline_canvas_show_all (self->canvas);
    }
  else if (part == STEPPE_TIMELINE_PART_OUTSIDE)
    {
      gint64 instant = steppe_time_axis_to_instant (self->axis, self->pressed / MAX (1, _steppe_timeline_overview_get_length (self)));

      show_shifted (self, &self->held,
                    (long double) instant - self->held.earliest - steppe_time_get_length (self->held.earliest, self->held.latest) / 2, TRUE);
    }
}

/* Back to what was seen before. */
static void
cancel_drag (SteppeTimelineOverview *self)
{
  if (self->part == STEPPE_TIMELINE_PART_NONE)
    return;
  end_drag (self);
  if (!self->moved)
    return;
  steppe_timeline_canvas_show_range (self->canvas, self->held.earliest, self->held.latest, FALSE);
  steppe_timeline_filter_set_active (self->filter, self->was_active);
}

static void
pressed_cb (SteppeTimelineOverview *self,
            int n_press)
{
  self->n_press = n_press;
}

static void
motion_cb (SteppeTimelineOverview *self,
           double x,
           double y)
{
  update_cursor (self, _steppe_timeline_overview_to_strip (self, x));
}

static int
get_direction (SteppeTimelineOverview *self)
{
  return _steppe_timeline_overview_is_rtl (self) ? -1 : 1;
}

/* What a key does. */
typedef enum
{
  KEY_MOVE,
  KEY_MOVE_FAR,
  KEY_MOVE_END, /* of the seen time, which gets shorter or longer */
  KEY_WIDEN,
  KEY_GO_TO_END, /* of all time */
  KEY_SHOW_ALL,
  KEY_CANCEL,
} KeyTask;

static void
move_end (SteppeTimelineOverview *self,
          const SteppeSpan *range,
          long double seconds)
{
  gint64 latest = shift (self, range->latest, seconds);

  if (latest > range->earliest)
    _steppe_timeline_overview_show (self, range->earliest, latest, FALSE);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant *arguments,
        gpointer user_data)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (widget);
  SteppeSpan range;
  long double length;
  int task, step;

  g_variant_get (arguments, "(ii)", &task, &step);
  if (task == KEY_CANCEL)
    {
      if (self->part == STEPPE_TIMELINE_PART_NONE)
        return GDK_EVENT_PROPAGATE;
      cancel_drag (self);
      return GDK_EVENT_STOP;
    }
  if (_steppe_timeline_overview_is_empty (self))
    return GDK_EVENT_PROPAGATE;
  range = get_range (self);
  length = MAX (1, steppe_time_get_length (range.earliest, range.latest));
  switch ((KeyTask) task)
    {
    case KEY_MOVE:
      show_shifted (self, &range, step * get_direction (self) * MAX (1, length * KEY_STEP), FALSE);
      break;
    case KEY_MOVE_FAR:
      show_shifted (self, &range, step * length, FALSE);
      break;
    case KEY_MOVE_END:
      move_end (self, &range, step * get_direction (self) * MAX (1, length * KEY_STEP));
      break;
    case KEY_WIDEN:
      length = step * MAX (1, (KEY_ZOOM - 1) / (step > 0 ? 1 : KEY_ZOOM) * length / 2);
      if (length > 0 || steppe_time_get_length (range.earliest, range.latest) > -2 * length)
        _steppe_timeline_overview_show (self, shift (self, range.earliest, -length), shift (self, range.latest, length), FALSE);
      break;
    case KEY_GO_TO_END:
      show_shifted (self, &range, step * (long double) G_MAXINT64, FALSE);
      break;
    case KEY_SHOW_ALL:
      _steppe_timeline_canvas_show_all (self->canvas);
      break;
    case KEY_CANCEL:
    default:
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

/* Adds the keys of the strip to its class. */
void
_steppe_timeline_overview_class_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad_key;
    GdkModifierType modifiers;
    KeyTask task;
    int step;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, KEY_MOVE, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, KEY_MOVE, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, KEY_MOVE_FAR, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, KEY_MOVE_FAR, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, GDK_SHIFT_MASK, KEY_MOVE_END, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GDK_SHIFT_MASK, KEY_MOVE_END, 1 },
    { GDK_KEY_plus, GDK_KEY_KP_Add, 0, KEY_WIDEN, -1 },
    { GDK_KEY_equal, GDK_KEY_KP_Equal, 0, KEY_WIDEN, -1 },
    { GDK_KEY_minus, GDK_KEY_KP_Subtract, 0, KEY_WIDEN, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, KEY_GO_TO_END, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, KEY_GO_TO_END, 1 },
    { GDK_KEY_0, GDK_KEY_KP_0, 0, KEY_SHOW_ALL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, key_cb, "(ii)", keys[i].task, keys[i].step);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad_key, keys[i].modifiers, key_cb, "(ii)", keys[i].task, keys[i].step);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, key_cb, "(ii)", KEY_CANCEL, 0);
}

/* Adds what follows the pointer and fingers. */
void
_steppe_timeline_overview_add_controllers (SteppeTimelineOverview *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (cancel_drag), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  gtk_gesture_group (click, self->drag);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
