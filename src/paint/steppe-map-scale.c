/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "paint/steppe-map-scale.h"

#include "geo/steppe-geodesy.h"
#include "paint/steppe-sign-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Half of the stretch of the map whose true length is measured, in pixels. */
#define PROBE 40.0
/* North this close to up is not worth an arrow, in degrees. */
#define LEAST_ANGLE 5.0
/* How far to look for north, in degrees of latitude. */
#define NORTH_PROBE 0.05

/* Metres on earth to a pixel, from west to east at the middle of the view; 0 where the middle is
 * nowhere on earth. */
static double
measure_pixel (const SteppeProjection *projection,
               const SteppeCamera *camera)
{
  double x, y;
  SteppeLonLat west, east;

  steppe_camera_unproject (camera, camera->width / 2 - PROBE, camera->height / 2, &x, &y);
  if (!steppe_projection_inverse (projection, x, y, &west.longitude, &west.latitude))
    return 0;
  steppe_camera_unproject (camera, camera->width / 2 + PROBE, camera->height / 2, &x, &y);
  if (!steppe_projection_inverse (projection, x, y, &east.longitude, &east.latitude))
    return 0;
  return steppe_geodesy_distance (&west, &east) / (2 * PROBE);
}

/* The greatest of 1, 2, 5, 10, 20, … that is no more than @most. */
static double
round_down (double most)
{
  double power = pow (10, floor (log10 (most)));
  double lead = most / power;

  return power * (lead >= 5 ? 5 : lead >= 2 ? 2
                                            : 1);
}

static char *
format_length (double metres)
{
  if (metres >= 1000)
    /* Translators: a length on the map; ' groups the digits as your language does. */
    return g_strdup_printf (_ ("%'d km"), (int) round (metres / 1000));
  /* Translators: a length on the map. */
  return g_strdup_printf (_ ("%d m"), (int) round (metres));
}

/**
 * steppe_map_scale_measure:
 * @projection: what the map stands in
 * @camera: what the map shows
 * @em: the size of the font, in pixels
 * @length: (out): how long a bar of a round length is, in pixels
 *
 * Finds a round length for a scale bar.
 *
 * Returns: (transfer full) (nullable): the length in words, %NULL where the middle of the map is nowhere on earth
 */
char *
steppe_map_scale_measure (const SteppeProjection *projection,
                          const SteppeCamera *camera,
                          double em,
                          double *length)
{
  double pixel = measure_pixel (projection, camera);
  double metres = pixel > 0 ? round_down (STEPPE_MAP_SCALE_MAX_LENGTH * em * pixel) : 0;

  *length = metres > 0 ? metres / pixel : 0;
  return metres > 0 ? format_length (metres) : NULL;
}

/**
 * steppe_map_north_measure_angle:
 * @projection: what the map stands in
 * @camera: what the map shows
 * @angle: (out): where north is at the middle of the view, in degrees clockwise from up
 *
 * Returns: whether the middle of the view is on earth and north is not up there
 */
gboolean
steppe_map_north_measure_angle (const SteppeProjection *projection,
                                const SteppeCamera *camera,
                                double *angle)
{
  double longitude, latitude, x, y;

  if (!steppe_projection_inverse (projection, camera->x, camera->y, &longitude, &latitude) || latitude > 90 - 2 * NORTH_PROBE)
    return FALSE;
  steppe_projection_forward (projection, longitude, latitude + NORTH_PROBE, &x, &y);
  *angle = atan2 (x - camera->x, y - camera->y) * 180.0 / G_PI;
  return fabs (*angle) > LEAST_ANGLE;
}

static void
paint_half (cairo_t *cr,
            double width,
            double length,
            const SteppeColor *color,
            const SteppeColor *edge)
{
  cairo_move_to (cr, -width, 0);
  cairo_line_to (cr, 0, length);
  cairo_line_to (cr, width, 0);
  cairo_close_path (cr);
  _steppe_sign_set_color (cr, color, 1);
  cairo_fill_preserve (cr);
  _steppe_sign_set_color (cr, edge, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/**
 * steppe_map_north_paint_needle:
 * @cr: where to draw
 * @x: its middle, in pixels
 * @y: its middle
 * @angle: where it points, in degrees clockwise from up
 * @em: the size of the font, in pixels
 * @ink: the colour of the half that points north, and of the edges
 * @ground: that of the other half
 *
 * Paints a needle, as lines and areas rather than pixels.
 */
void
steppe_map_north_paint_needle (cairo_t *cr,
                               double x,
                               double y,
                               double angle,
                               double em,
                               const SteppeColor *ink,
                               const SteppeColor *ground)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle * G_PI / 180.0);
  paint_half (cr, STEPPE_MAP_NEEDLE_WIDTH * em, -STEPPE_MAP_NEEDLE_LENGTH * em, ink, ink);
  paint_half (cr, STEPPE_MAP_NEEDLE_WIDTH * em, STEPPE_MAP_NEEDLE_LENGTH * em, ground, ink);
  cairo_restore (cr);
}
