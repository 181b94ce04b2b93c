/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-motion.h"

#include <adwaita.h>
#include <math.h>

/* A glide loses speed, and a zoom what is left of it, with these times, in seconds. */
#define GLIDE_TIME 0.32
#define ZOOM_TIME 0.06
/* Slower than this a glide ends, in pixels a second. */
#define LEAST_SPEED 12.0
/* Closer than this a zoom is done: the logarithm of the factor that is left. */
#define LEAST_ZOOM 0.004
/* Milliseconds for a flight: for each unit of its length, and at least and at most. */
#define FLIGHT_PER_LENGTH 420
#define LEAST_FLIGHT 200
#define MOST_FLIGHT 1600

typedef enum
{
  MODE_REST,
  MODE_FLIGHT,
  MODE_GLIDE,
  MODE_ZOOM,
} Mode;

/**
 * SteppeMapMotion:
 *
 * What moves the map by itself: flights to another view, the glide after a drag, and the smooth end
 * of a zoom in steps. One at a time; where motion is not wanted, each is over at once.
 */
struct _SteppeMapMotion
{
  GtkWidget *widget; /* owns this */
  SteppeMapMotionFunc func;
  Mode mode;
  SteppeCamera camera; /* now */

  AdwAnimation *animation; /* of a flight */
  SteppeFlight flight;

  guint tick; /* of a glide or zoom */
  gint64 time; /* of the last frame, microseconds */
  double x_velocity, y_velocity; /* pixels a second */
  double px, py; /* what a zoom keeps in its place */
  double zoom; /* logarithm of the factor that is left */
};

static void
report (SteppeMapMotion *self,
        gboolean moving)
{
  SteppeCamera camera = self->camera;

  self->func (self->widget, &camera, moving);
}

/**
 * steppe_map_motion_new:
 * @widget: the widget that shows the map and owns the motion
 * @func: shows a camera
 *
 * Returns: (transfer full): a motion at rest
 */
SteppeMapMotion *
steppe_map_motion_new (GtkWidget *widget,
                       SteppeMapMotionFunc func)
{
  SteppeMapMotion *self = g_new0 (SteppeMapMotion, 1);

  self->widget = widget;
  self->func = func;
  return self;
}

/**
 * steppe_map_motion_stop:
 * @self: a motion
 *
 * Leaves the map where it is now.
 */
void
steppe_map_motion_stop (SteppeMapMotion *self)
{
  self->mode = MODE_REST;
  self->zoom = self->x_velocity = self->y_velocity = 0;
  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

/**
 * steppe_map_motion_free:
 * @self: (transfer full): a motion
 */
void
steppe_map_motion_free (SteppeMapMotion *self)
{
  steppe_map_motion_stop (self);
  g_free (self);
}

static void
flight_cb (double progress,
           gpointer user_data)
{
  SteppeMapMotion *self = user_data;

  if (self->mode != MODE_FLIGHT)
    return;
  steppe_flight_get_camera (&self->flight, progress, &self->camera);
  if (progress < 1)
    {
      report (self, TRUE);
      return;
    }
  self->mode = MODE_REST;
  report (self, FALSE);
}

/**
 * steppe_map_motion_fly:
 * @self: a motion
 * @from: what the map shows
 * @to: what it is to show
 *
 * Goes there smoothly.
 */
void
steppe_map_motion_fly (SteppeMapMotion *self,
                       const SteppeCamera *from,
                       const SteppeCamera *to)
{
  double duration;

  steppe_map_motion_stop (self);
  steppe_flight_init (&self->flight, from, to);
  self->mode = MODE_FLIGHT;
  self->camera = *from;
  duration = CLAMP (steppe_flight_get_length (&self->flight) * FLIGHT_PER_LENGTH, LEAST_FLIGHT, MOST_FLIGHT);
  self->animation = adw_timed_animation_new (self->widget, 0, 1, duration,
                                             adw_callback_animation_target_new (flight_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  adw_animation_play (self->animation);
}

/* Moves the camera by @seconds of the glide; returns whether it goes on. */
static gboolean
glide (SteppeMapMotion *self,
       double seconds)
{
  double loss = 1 - exp (-seconds / GLIDE_TIME);
  double pixels_per_metre = self->camera.scale / 1000.0;

  self->camera.x -= self->x_velocity * GLIDE_TIME * loss / pixels_per_metre;
  self->camera.y += self->y_velocity * GLIDE_TIME * loss / pixels_per_metre;
  steppe_camera_clamp (&self->camera);
  self->x_velocity *= 1 - loss;
  self->y_velocity *= 1 - loss;
  return hypot (self->x_velocity, self->y_velocity) > LEAST_SPEED;
}

static gboolean
zoom (SteppeMapMotion *self,
      double seconds)
{
  double step = self->zoom * (1 - exp (-seconds / ZOOM_TIME));
  double before = self->camera.scale;

  if (fabs (self->zoom - step) < LEAST_ZOOM)
    step = self->zoom;
  steppe_camera_zoom (&self->camera, exp (step), self->px, self->py);
  self->zoom -= step;
  return self->zoom != 0 && (step == 0 || self->camera.scale != before);
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  SteppeMapMotion *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = CLAMP ((now - self->time) / (double) G_USEC_PER_SEC, 0, 0.1);
  gboolean goes_on;

  self->time = now;
  goes_on = self->mode == MODE_GLIDE ? glide (self, seconds) : zoom (self, seconds);
  if (goes_on)
    {
      report (self, TRUE);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  steppe_map_motion_stop (self);
  report (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
start (SteppeMapMotion *self,
       const SteppeCamera *camera,
       Mode mode)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);

  if (self->mode != mode)
    steppe_map_motion_stop (self);
  self->mode = mode;
  self->camera = *camera;
  if (self->tick != 0)
    return;
  self->time = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

static gboolean
is_still (SteppeMapMotion *self)
{
  return !adw_get_enable_animations (self->widget) || !gtk_widget_get_mapped (self->widget);
}

/**
 * steppe_map_motion_glide:
 * @self: a motion
 * @camera: what the map shows
 * @x_velocity: how fast it moves to the right, in pixels a second
 * @y_velocity: how fast it moves down
 *
 * Lets the map move on and come to rest. While it glides, more speed adds up.
 */
void
steppe_map_motion_glide (SteppeMapMotion *self,
                         const SteppeCamera *camera,
                         double x_velocity,
                         double y_velocity)
{
  gboolean still = is_still (self);

  if (still)
    {
      steppe_map_motion_stop (self);
      self->camera = *camera;
    }
  else
    {
      start (self, camera, MODE_GLIDE);
    }
  self->x_velocity += x_velocity;
  self->y_velocity += y_velocity;
  if (!still)
    return;
  glide (self, G_MAXDOUBLE);
  steppe_map_motion_stop (self);
  report (self, FALSE);
}

/**
 * steppe_map_motion_zoom:
 * @self: a motion
 * @camera: what the map shows
 * @factor: by how much to zoom in
 * @px: what is to stay in its place, in pixels from the left of the view
 * @py: in pixels from its top
 *
 * Zooms smoothly. While it zooms, further factors multiply.
 */
void
steppe_map_motion_zoom (SteppeMapMotion *self,
                        const SteppeCamera *camera,
                        double factor,
                        double px,
                        double py)
{
  if (is_still (self))
    {
      steppe_map_motion_stop (self);
      self->camera = *camera;
      steppe_camera_zoom (&self->camera, factor, px, py);
      report (self, FALSE);
      return;
    }
  start (self, camera, MODE_ZOOM);
  self->zoom += log (factor);
  self->px = px;
  self->py = py;
}
