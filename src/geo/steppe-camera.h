/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-projection.h"

G_BEGIN_DECLS

/**
 * STEPPE_CAMERA_MIN_SCALE:
 *
 * The smallest scale of the map, in pixels to the kilometre; a small view may go as far out as
 * shows all of the region.
 */
#define STEPPE_CAMERA_MIN_SCALE 0.08

/**
 * STEPPE_CAMERA_MAX_SCALE:
 *
 * The largest scale of the region's map, in pixels to the kilometre: beyond it the base map has no more to
 * tell.
 */
#define STEPPE_CAMERA_MAX_SCALE 8.0

/**
 * SteppeBox:
 * @x_min: west edge
 * @y_min: south edge
 * @x_max: east edge
 * @y_max: north edge
 *
 * A rectangle of the map, in metres of the map's projection. It is empty when an edge lies before
 * its opposite.
 */
typedef struct
{
  double x_min;
  double y_min;
  double x_max;
  double y_max;
} SteppeBox;

/**
 * STEPPE_BOX_EMPTY:
 *
 * The box with nothing in it, to extend from.
 */
#define STEPPE_BOX_EMPTY ((SteppeBox) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

/**
 * STEPPE_BOX_REGION:
 *
 * Russia, Mongolia and China on the map.
 */
#define STEPPE_BOX_REGION ((SteppeBox) { -4.556e6, -3.392e6, 3.262e6, 3.850e6 })

void steppe_box_extend (SteppeBox *self,
                        double x,
                        double y);
gboolean steppe_box_is_empty (const SteppeBox *self);
gboolean steppe_box_contains (const SteppeBox *self,
                              double x,
                              double y);
gboolean steppe_box_intersects (const SteppeBox *a,
                                const SteppeBox *b);

/**
 * SteppeCamera:
 * @x: metres east of the map's central meridian, at the middle of the view
 * @y: metres north of the map's origin, at the middle of the view
 * @scale: pixels to the kilometre
 * @width: width of the view, in pixels
 * @height: height of the view, in pixels
 * @kind: what the map stands in; it says how far the camera may go
 *
 * What of the map a view shows. Pixels count from the view's upper left corner, right and down.
 */
typedef struct
{
  double x;
  double y;
  double scale;
  double width;
  double height;
  SteppeProjectionKind kind;
} SteppeCamera;

void steppe_camera_project (const SteppeCamera *self,
                            double x,
                            double y,
                            double *px,
                            double *py);
void steppe_camera_unproject (const SteppeCamera *self,
                              double px,
                              double py,
                              double *x,
                              double *y);
void steppe_camera_get_box (const SteppeCamera *self,
                            SteppeBox *box);
gboolean steppe_camera_equal (const SteppeCamera *a,
                              const SteppeCamera *b);

double steppe_camera_get_min_scale (const SteppeCamera *self);
double steppe_camera_get_max_scale (const SteppeCamera *self);
void steppe_camera_clamp (SteppeCamera *self);
void steppe_camera_pin (SteppeCamera *self,
                        double x,
                        double y,
                        double px,
                        double py);
void steppe_camera_zoom (SteppeCamera *self,
                         double factor,
                         double px,
                         double py);
void steppe_camera_fit (SteppeCamera *self,
                        const SteppeBox *box,
                        double margin);

/**
 * SteppeFlight:
 *
 * A smooth way from one camera to another. The members are private.
 */
typedef struct
{
  SteppeCamera from;
  SteppeCamera to;
  double distance;
  double width_0;
  double r_0;
  double length;
} SteppeFlight;

void steppe_flight_init (SteppeFlight *self,
                         const SteppeCamera *from,
                         const SteppeCamera *to);
double steppe_flight_get_length (const SteppeFlight *self);
void steppe_flight_get_camera (const SteppeFlight *self,
                               double progress,
                               SteppeCamera *camera);

G_END_DECLS
