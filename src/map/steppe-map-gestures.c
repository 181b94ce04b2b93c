/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view-private.h"
#include "paint/steppe-map-words.h"

#include <math.h>

/* How much of the scale a notch of a wheel, and a pixel of a touchpad, is. */
#define WHEEL_FACTOR 1.5
#define TOUCHPAD_FACTOR 1.006
/* Pixels a second below which a drag ends without a glide. */
#define LEAST_GLIDE 60.0

static gboolean
is_ready (SteppeMapView *self)
{
  return self->scene != NULL && self->camera.width > 0 && self->camera.height > 0;
}

static void
drag_begin_cb (SteppeMapView *self,
               double x,
               double y)
{
  steppe_map_motion_stop (self->motion);
  self->press_x = x;
  self->press_y = y;
  self->dragged = FALSE;
  steppe_camera_unproject (&self->camera, x, y, &self->held_x, &self->held_y);
}

static void
drag_update_cb (SteppeMapView *self,
                double dx,
                double dy,
                GtkGesture *drag)
{
  SteppeCamera next = self->camera;
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (drag));

  if (!is_ready (self))
    return;
  if (gtk_gesture_get_sequence_state (drag, sequence) != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, dx, dy))
        return;
      gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
      self->dragged = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      steppe_focus_set_hovered (self->focus, NULL);
    }
  steppe_camera_pin (&next, self->held_x, self->held_y, self->press_x + dx, self->press_y + dy);
  _steppe_map_view_set_camera (self, &next, TRUE);
}

static void
drag_end_cb (SteppeMapView *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
swipe_cb (SteppeMapView *self,
          double x_velocity,
          double y_velocity,
          GtkGesture *swipe)
{
  if (is_ready (self) && self->dragged && hypot (x_velocity, y_velocity) > LEAST_GLIDE)
    steppe_map_motion_glide (self->motion, &self->camera, x_velocity, y_velocity);
}

static void
pinch_begin_cb (SteppeMapView *self,
                GdkEventSequence *sequence,
                GtkGesture *pinch)
{
  double x, y;

  steppe_map_motion_stop (self->motion);
  if (!gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    return;
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
  steppe_camera_unproject (&self->camera, x, y, &self->held_x, &self->held_y);
  self->pinch_scale = self->camera.scale;
}

static void
pinch_scale_cb (SteppeMapView *self,
                double scale,
                GtkGesture *pinch)
{
  SteppeCamera next = self->camera;
  double x, y;

  if (!is_ready (self) || !gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    return;
  next.scale = self->pinch_scale * scale;
  steppe_camera_clamp (&next);
  steppe_camera_pin (&next, self->held_x, self->held_y, x, y);
  _steppe_map_view_set_camera (self, &next, TRUE);
}

static gboolean
scroll_cb (SteppeMapView *self,
           double dx,
           double dy,
           GtkEventControllerScroll *scroll)
{
  SteppeCamera next = self->camera;

  if (!is_ready (self) || dy == 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL)
    {
      steppe_map_motion_zoom (self->motion, &self->camera, pow (WHEEL_FACTOR, -dy), self->pointer_x, self->pointer_y);
      return GDK_EVENT_STOP;
    }
  steppe_map_motion_stop (self->motion);
  steppe_camera_zoom (&next, pow (TOUCHPAD_FACTOR, -dy), self->pointer_x, self->pointer_y);
  _steppe_map_view_set_camera (self, &next, TRUE);
  return GDK_EVENT_STOP;
}

static void
pressed_cb (SteppeMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  steppe_mark_list_set_focused (self->marks, NULL);
}

/* One press selects what is there or opens the cluster; two on nothing zoom in. */
static void
released_cb (SteppeMapView *self,
             int n_press,
             double x,
             double y)
{
  const SteppeMapMarker *marker;
  const SteppeMapTrack *line;

  if (!is_ready (self))
    return;
  marker = steppe_map_markers_pick (self->markers, x, y);
  line = marker == NULL ? _steppe_map_view_pick_line (self, x, y) : NULL;
  if (marker != NULL && marker->cluster->n_points > 1)
    _steppe_map_view_open_cluster (self, marker, FALSE);
  else if (marker != NULL)
    steppe_focus_set_selected (self->focus, STEPPE_ITEM (marker->spot->event));
  else if (line != NULL)
    _steppe_map_view_select_line (self, line->item, line->leg);
  else if (n_press == 2)
    steppe_map_motion_zoom (self->motion, &self->camera, 2, x, y);
}

static void
motion_cb (SteppeMapView *self,
           double x,
           double y,
           GtkEventController *controller)
{
  const SteppeMapMarker *marker;
  const SteppeMapTrack *line;
  SteppeItem *hovered = NULL;

  self->pointer_x = x;
  self->pointer_y = y;
  if (!is_ready (self) || gtk_gesture_is_active (self->drag) ||
      gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) != GTK_WIDGET (self))
    return;
  marker = steppe_map_markers_pick (self->markers, x, y);
  if (marker != NULL && marker->spot != NULL)
    hovered = STEPPE_ITEM (marker->spot->event);
  else if (marker == NULL && (line = _steppe_map_view_pick_line (self, x, y)) != NULL)
    hovered = line->item;
  steppe_focus_set_hovered (self->focus, hovered);
  _steppe_map_view_hover_card (self, marker);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), marker != NULL || hovered != NULL ? "pointer" : NULL);
}

static void
leave_cb (SteppeMapView *self)
{
  if (self->focus != NULL)
    steppe_focus_set_hovered (self->focus, NULL);
  _steppe_map_view_hover_card (self, NULL);
}

static gboolean
query_tooltip_cb (SteppeMapView *self,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip)
{
  const SteppeMapMarker *marker = is_ready (self) ? steppe_map_markers_pick (self->markers, x, y) : NULL;
  const SteppeMapTrack *line = is_ready (self) && marker == NULL ? _steppe_map_view_pick_line (self, x, y) : NULL;
  g_autofree char *markup = NULL;

  if (by_keyboard || gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) != GTK_WIDGET (self))
    return FALSE;
  if (line != NULL)
    {
      markup = steppe_map_words_mark_up_line (steppe_map_scene_get_dossier (self->scene), line);
      gtk_tooltip_set_markup (tooltip, markup);
      return TRUE;
    }
  /* A single event has its card. */
  if (marker == NULL || marker->spot != NULL)
    return FALSE;
  markup = steppe_map_words_mark_up_badge (self->scene, marker);
  gtk_tooltip_set_markup (tooltip, markup);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { floor (marker->x - marker->radius), floor (marker->y - marker->radius),
                                                       ceil (2 * marker->radius), ceil (2 * marker->radius) });
  return TRUE;
}

static void
connect (GObject *emitter,
         const char *signal,
         GCallback callback,
         SteppeMapView *self)
{
  g_signal_connect_object (emitter, signal, callback, self, G_CONNECT_SWAPPED);
}

/* Adds what moves the map and picks from it by pointer and touch. */
void
_steppe_map_view_add_gestures (SteppeMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->drag = gtk_gesture_drag_new ();
  connect (G_OBJECT (self->drag), "drag-begin", G_CALLBACK (drag_begin_cb), self);
  connect (G_OBJECT (self->drag), "drag-update", G_CALLBACK (drag_update_cb), self);
  connect (G_OBJECT (self->drag), "drag-end", G_CALLBACK (drag_end_cb), self);
  connect (G_OBJECT (swipe), "swipe", G_CALLBACK (swipe_cb), self);
  connect (G_OBJECT (pinch), "begin", G_CALLBACK (pinch_begin_cb), self);
  connect (G_OBJECT (pinch), "scale-changed", G_CALLBACK (pinch_scale_cb), self);
  connect (G_OBJECT (click), "pressed", G_CALLBACK (pressed_cb), self);
  connect (G_OBJECT (click), "released", G_CALLBACK (released_cb), self);
  connect (G_OBJECT (scroll), "scroll", G_CALLBACK (scroll_cb), self);
  connect (G_OBJECT (motion), "enter", G_CALLBACK (motion_cb), self);
  connect (G_OBJECT (motion), "motion", G_CALLBACK (motion_cb), self);
  connect (G_OBJECT (motion), "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_has_tooltip (widget, TRUE);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  /* A drag that is claimed must not end the swipe that becomes its glide. */
  gtk_gesture_group (swipe, self->drag);
}
