/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-camera.h"

#include <math.h>

#define METRES 1000.0

/* The middle of the view stays within this. */
static const SteppeBox reaches[] = {
  /* Lisbon to the Bering Strait, Singapore to the Pole. */
  [STEPPE_PROJECTION_REGION] = { -7.0e6, -5.5e6, 5.0e6, 6.0e6 },
  [STEPPE_PROJECTION_ELSEWHERE] = { -3.5e6, -3.5e6, 3.5e6, 3.5e6 },
};
/* A view elsewhere shows no more than this much in either direction, in metres, and so nothing that is as far from the
 * centre as to be out of shape. */
#define WIDEST_ELSEWHERE 7.6e6
/* The largest scale there, in pixels to the kilometre: the world is coarser than the region. */
#define MAX_SCALE_ELSEWHERE 2.0

/* How much a flight prefers zooming to panning; the authors of the method found that their test
 * persons liked this best. */
#define RHO 1.42
/* Below this distance, in view widths, a flight is a zoom on the spot. */
#define SAME_SPOT 1e-6

/**
 * steppe_box_extend:
 * @self: a box
 * @x: metres east
 * @y: metres north
 *
 * Makes the box large enough to hold a point.
 */
void
steppe_box_extend (SteppeBox *self,
                   double x,
                   double y)
{
  self->x_min = MIN (self->x_min, x);
  self->y_min = MIN (self->y_min, y);
  self->x_max = MAX (self->x_max, x);
  self->y_max = MAX (self->y_max, y);
}

/**
 * steppe_box_is_empty:
 * @self: a box
 *
 * Returns: whether nothing is in it; the box of one point is not empty
 */
gboolean
steppe_box_is_empty (const SteppeBox *self)
{
  return self->x_min > self->x_max || self->y_min > self->y_max;
}

/**
 * steppe_box_contains:
 * @self: a box
 * @x: metres east
 * @y: metres north
 *
 * Returns: whether the point is in the box or on its edge
 */
gboolean
steppe_box_contains (const SteppeBox *self,
                     double x,
                     double y)
{
  return x >= self->x_min && x <= self->x_max && y >= self->y_min && y <= self->y_max;
}

/**
 * steppe_box_intersects:
 * @a: a box
 * @b: another
 *
 * Returns: whether the boxes have a point in common; an empty box has none with any
 */
gboolean
steppe_box_intersects (const SteppeBox *a,
                       const SteppeBox *b)
{
  return a->x_min <= b->x_max && b->x_min <= a->x_max && a->y_min <= b->y_max && b->y_min <= a->y_max;
}

static double
pixels_per_metre (const SteppeCamera *self)
{
  return self->scale / METRES;
}

/**
 * steppe_camera_project:
 * @self: a camera
 * @x: metres east
 * @y: metres north
 * @px: (out): pixels from the left of the view
 * @py: (out): pixels from its top
 */
void
steppe_camera_project (const SteppeCamera *self,
                       double x,
                       double y,
                       double *px,
                       double *py)
{
  *px = self->width / 2.0 + (x - self->x) * pixels_per_metre (self);
  *py = self->height / 2.0 - (y - self->y) * pixels_per_metre (self);
}

/**
 * steppe_camera_unproject:
 * @self: a camera
 * @px: pixels from the left of the view
 * @py: pixels from its top
 * @x: (out): metres east
 * @y: (out): metres north
 */
void
steppe_camera_unproject (const SteppeCamera *self,
                         double px,
                         double py,
                         double *x,
                         double *y)
{
  *x = self->x + (px - self->width / 2.0) / pixels_per_metre (self);
  *y = self->y - (py - self->height / 2.0) / pixels_per_metre (self);
}

/**
 * steppe_camera_get_box:
 * @self: a camera
 * @box: (out): the part of the map that it shows
 */
void
steppe_camera_get_box (const SteppeCamera *self,
                       SteppeBox *box)
{
  steppe_camera_unproject (self, 0, self->height, &box->x_min, &box->y_min);
  steppe_camera_unproject (self, self->width, 0, &box->x_max, &box->y_max);
}

/**
 * steppe_camera_equal:
 * @a: a camera
 * @b: another
 *
 * Returns: whether both show the same
 */
gboolean
steppe_camera_equal (const SteppeCamera *a,
                     const SteppeCamera *b)
{
  return a->kind == b->kind && a->x == b->x && a->y == b->y && a->scale == b->scale && a->width == b->width &&
         a->height == b->height;
}

/* The scale at which all of @box is seen in a @width by @height view. */
static double
fitting_scale (const SteppeBox *box,
               double width,
               double height)
{
  double across = MAX (box->x_max - box->x_min, 1.0) / METRES;
  double down = MAX (box->y_max - box->y_min, 1.0) / METRES;

  return MIN (MAX (width, 1.0) / across, MAX (height, 1.0) / down);
}

/**
 * steppe_camera_get_min_scale:
 * @self: a camera
 *
 * Returns: how far out the camera may go, in pixels to the kilometre: far enough to see the whole
 *   region in its view, or elsewhere about a continent
 */
double
steppe_camera_get_min_scale (const SteppeCamera *self)
{
  if (self->kind == STEPPE_PROJECTION_ELSEWHERE)
    return CLAMP (MAX (self->width, self->height) / (WIDEST_ELSEWHERE / METRES), 0.01, MAX_SCALE_ELSEWHERE);
  return MIN (STEPPE_CAMERA_MIN_SCALE, fitting_scale (&STEPPE_BOX_REGION, self->width, self->height));
}

/**
 * steppe_camera_get_max_scale:
 * @self: a camera
 *
 * Returns: how far in the camera may go, in pixels to the kilometre
 */
double
steppe_camera_get_max_scale (const SteppeCamera *self)
{
  return self->kind == STEPPE_PROJECTION_ELSEWHERE ? MAX_SCALE_ELSEWHERE : STEPPE_CAMERA_MAX_SCALE;
}

/**
 * steppe_camera_clamp:
 * @self: a camera
 *
 * Brings scale and centre to the nearest that the map has something for.
 */
void
steppe_camera_clamp (SteppeCamera *self)
{
  const SteppeBox *reach = &reaches[self->kind];

  self->scale = CLAMP (self->scale, steppe_camera_get_min_scale (self), steppe_camera_get_max_scale (self));
  self->x = CLAMP (self->x, reach->x_min, reach->x_max);
  self->y = CLAMP (self->y, reach->y_min, reach->y_max);
}

/**
 * steppe_camera_pin:
 * @self: a camera
 * @x: metres east
 * @y: metres north
 * @px: pixels from the left of the view
 * @py: pixels from its top
 *
 * Moves the view so that a point of the map lies under a pixel, as far as
 * [func@Steppe.camera_clamp] allows.
 */
void
steppe_camera_pin (SteppeCamera *self,
                   double x,
                   double y,
                   double px,
                   double py)
{
  self->x = x - (px - self->width / 2.0) / pixels_per_metre (self);
  self->y = y + (py - self->height / 2.0) / pixels_per_metre (self);
  steppe_camera_clamp (self);
}

/**
 * steppe_camera_zoom:
 * @self: a camera
 * @factor: by how much the scale grows
 * @px: pixels from the left of the view
 * @py: pixels from its top
 *
 * Zooms in or out, and keeps the point of the map that lies under a pixel there.
 */
void
steppe_camera_zoom (SteppeCamera *self,
                    double factor,
                    double px,
                    double py)
{
  double x, y;

  steppe_camera_unproject (self, px, py, &x, &y);
  self->scale *= factor;
  steppe_camera_clamp (self);
  steppe_camera_pin (self, x, y, px, py);
}

/**
 * steppe_camera_fit:
 * @self: a camera
 * @box: what to show
 * @margin: pixels to keep free at each side; as many as leave half of the view are used
 *
 * Shows all of a box in the middle of the view. An empty box changes nothing.
 */
void
steppe_camera_fit (SteppeCamera *self,
                   const SteppeBox *box,
                   double margin)
{
  if (steppe_box_is_empty (box))
    return;
  self->x = (box->x_min + box->x_max) / 2.0;
  self->y = (box->y_min + box->y_max) / 2.0;
  self->scale = fitting_scale (box,
                               self->width - 2.0 * MIN (margin, self->width / 4.0),
                               self->height - 2.0 * MIN (margin, self->height / 4.0));
  steppe_camera_clamp (self);
}

static double
get_width (const SteppeCamera *camera)
{
  return MAX (camera->width, 1.0) / pixels_per_metre (camera);
}

/* The r of equation 9 of the paper named below, log (√(b² + 1) − b); @b is its b0 or b1. As it is written there it has no
 * digits left when b is great, as for a long zoom that hardly pans. */
static double
flight_r (double b)
{
  return -asinh (b);
}

/**
 * steppe_flight_init:
 * @self: (out caller-allocates): a flight
 * @from: where it begins
 * @to: where it ends; its size is the size of all cameras on the way
 *
 * Plans the way after J. J. van Wijk and W. A. A. Nuij, “Smooth and efficient zooming and
 * panning”, IEEE Symposium on Information Visualization 2003, pages 15–22: the shortest path in a
 * space where a pan by a view's width weighs as much as a zoom by a fixed factor. A long flight
 * rises, crosses and comes down.
 */
void
steppe_flight_init (SteppeFlight *self,
                    const SteppeCamera *from,
                    const SteppeCamera *to)
{
  const double rho2 = RHO * RHO;
  double w_0, w_1, u;

  self->from = *from;
  self->from.width = to->width;
  self->from.height = to->height;
  self->to = *to;
  self->width_0 = w_0 = get_width (&self->from);
  w_1 = get_width (to);
  self->distance = u = hypot (to->x - from->x, to->y - from->y);
  self->r_0 = 0;
  if (u < SAME_SPOT * MIN (w_0, w_1))
    {
      self->distance = 0;
      self->length = fabs (log (w_1 / w_0)) / RHO;
    }
  else
    {
      double b_0 = (w_1 * w_1 - w_0 * w_0 + rho2 * rho2 * u * u) / (2.0 * w_0 * rho2 * u);
      double b_1 = (w_1 * w_1 - w_0 * w_0 - rho2 * rho2 * u * u) / (2.0 * w_1 * rho2 * u);

      self->r_0 = flight_r (b_0);
      self->length = (flight_r (b_1) - self->r_0) / RHO;
    }
}

/**
 * steppe_flight_get_length:
 * @self: a flight
 *
 * Returns: how long the way is, in the measure of the method: time to fly should grow with it, and
 *   at 0 there is nothing to fly
 */
double
steppe_flight_get_length (const SteppeFlight *self)
{
  return self->length;
}

/**
 * steppe_flight_get_camera:
 * @self: a flight
 * @progress: 0 at the start to 1 at the end
 * @camera: (out): what is seen there
 */
void
steppe_flight_get_camera (const SteppeFlight *self,
                          double progress,
                          SteppeCamera *camera)
{
  double s = CLAMP (progress, 0.0, 1.0) * self->length;
  double width, share;

  *camera = progress >= 1.0 ? self->to : self->from;
  if (progress <= 0.0 || progress >= 1.0)
    return;
  if (self->distance == 0)
    {
      double direction = self->to.scale < self->from.scale ? 1.0 : -1.0;

      width = self->width_0 * exp (direction * RHO * s);
      share = progress;
    }
  else
    {
      double r = RHO * s + self->r_0;

      width = self->width_0 * cosh (self->r_0) / cosh (r);
      share = self->width_0 / (RHO * RHO * self->distance) *
              (cosh (self->r_0) * tanh (r) - sinh (self->r_0));
    }
  camera->scale = MAX (camera->width, 1.0) * METRES / width;
  camera->x += (self->to.x - self->from.x) * share;
  camera->y += (self->to.y - self->from.y) * share;
}
