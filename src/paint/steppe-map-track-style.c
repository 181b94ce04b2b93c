/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-track-style.h"

#include "paint/steppe-sign-private.h"

#include <math.h>

#define CASING_ALPHA 0.75
/* How much stands out: what is selected, a journey of which a leg is, and what is under the pointer. */
#define SELECTED_GLOW 0.5
#define OTHER_LEG_GLOW 0.18
#define HOVERED_GLOW 0.25

const SteppePoint steppe_map_arrow_points[STEPPE_MAP_ARROW_N_POINTS] = {
  { 0.6, 0 },
  { -0.5, -0.5 },
  { -0.2, 0 },
  { -0.5, 0.5 },
};

/**
 * steppe_map_emphasis_get_glow:
 * @self: what stands out
 * @track: a line
 *
 * Returns: how much the line stands out, from 0 to 1
 */
double
steppe_map_emphasis_get_glow (const SteppeMapEmphasis *self,
                              const SteppeMapTrack *track)
{
  if (track->item == self->selected)
    return self->leg == NULL || track->leg == self->leg ? SELECTED_GLOW : OTHER_LEG_GLOW;
  return track->item == self->hovered ? HOVERED_GLOW : 0;
}

/**
 * steppe_map_track_style_init:
 * @self: (out): a style
 * @color: the colour of the line
 *
 * Begins a style without strokes, fill and arrow.
 */
void
steppe_map_track_style_init (SteppeMapTrackStyle *self,
                             const SteppeColor *color)
{
  self->color = *color;
  self->fill = *color;
  self->fill.alpha = 0;
  self->n_strokes = 0;
  self->has_arrow = FALSE;
}

/**
 * steppe_map_track_style_add:
 * @self: a style with less than %STEPPE_MAP_MAX_STROKES strokes
 * @color: the colour of the stroke
 * @width: its width, in pixels
 *
 * Adds a stroke over those before it.
 *
 * Returns: (transfer none): the stroke, without dashes
 */
SteppeMapStroke *
steppe_map_track_style_add (SteppeMapTrackStyle *self,
                            const SteppeColor *color,
                            double width)
{
  SteppeMapStroke *stroke;

  g_return_val_if_fail (self->n_strokes < STEPPE_MAP_MAX_STROKES, NULL);

  stroke = &self->strokes[self->n_strokes++];
  *stroke = (SteppeMapStroke) { *color, width };
  return stroke;
}

/**
 * steppe_map_track_style_add_casing:
 * @self: a style
 * @look: how the map is drawn
 * @width: of the casing, in pixels
 * @glow_width: of the glow, in pixels
 * @glow: how much the line stands out, from 0 to 1
 *
 * Adds the glow of what stands out, and a casing that lifts the line off the map.
 */
void
steppe_map_track_style_add_casing (SteppeMapTrackStyle *self,
                                   const SteppeMapLook *look,
                                   double width,
                                   double glow_width,
                                   double glow)
{
  SteppeColor light = look->accent, casing = look->ground;

  light.alpha = glow;
  casing.alpha *= CASING_ALPHA;
  if (glow > 0)
    steppe_map_track_style_add (self, &light, glow_width);
  if (width > 0)
    steppe_map_track_style_add (self, &casing, width);
}

/**
 * steppe_map_stroke_set_dashes:
 * @self: a stroke
 * @dashes: (array length=n_dashes): lengths of dashes and gaps
 * @n_dashes: how many, at most %STEPPE_MAP_MAX_DASHES
 * @unit: what the lengths are in, in pixels
 */
void
steppe_map_stroke_set_dashes (SteppeMapStroke *self,
                              const double *dashes,
                              guint n_dashes,
                              double unit)
{
  g_return_if_fail (n_dashes <= STEPPE_MAP_MAX_DASHES);

  self->n_dashes = n_dashes;
  for (guint i = 0; i < n_dashes; i++)
    self->dashes[i] = dashes[i] * unit;
}

/**
 * steppe_map_stroke_is_round:
 * @self: a stroke
 *
 * Returns: whether the ends of the stroke and of its dashes are round
 */
gboolean
steppe_map_stroke_is_round (const SteppeMapStroke *self)
{
  return self->n_dashes == 0 || self->dashes[0] < self->width;
}

static void
stroke_path (cairo_t *cr,
             const SteppeMapStroke *stroke)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, steppe_map_stroke_is_round (stroke) ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_dash (cr, stroke->dashes, (int) stroke->n_dashes, 0);
  _steppe_sign_set_color (cr, &stroke->color, 1);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Fills and strokes the path, and forgets it. */
static void
paint_path (cairo_t *cr,
            const SteppeMapTrackStyle *style)
{
  if (style->fill.alpha > 0)
    {
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      _steppe_sign_set_color (cr, &style->fill, 1);
      cairo_fill_preserve (cr);
    }
  for (guint i = 0; i < style->n_strokes; i++)
    stroke_path (cr, &style->strokes[i]);
  cairo_new_path (cr);
}

static void
project_points (const SteppeMapTrack *track,
                const SteppeCamera *camera,
                SteppePoint *points)
{
  for (guint i = 0; i < track->points->len; i++)
    {
      const SteppePoint *point = &g_array_index (track->points, SteppePoint, i);

      steppe_camera_project (camera, point->x, point->y, &points[i].x, &points[i].y);
    }
}

/* Where the middle of a line is and which way it goes there; returns how long the line is. */
static double
find_middle (const SteppePoint *points,
             guint n_points,
             SteppePoint *middle,
             double *angle)
{
  double length = 0, rest;
  guint i;

  for (i = 1; i < n_points; i++)
    length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  rest = length / 2;
  for (i = 1; i < n_points; i++)
    {
      double dx = points[i].x - points[i - 1].x, dy = points[i].y - points[i - 1].y, part = hypot (dx, dy);

      if (part > 0 && (rest <= part || i + 1 == n_points))
        {
          *middle = (SteppePoint) { points[i - 1].x + dx * rest / part, points[i - 1].y + dy * rest / part };
          *angle = atan2 (dy, dx);
          break;
        }
      rest -= part;
    }
  return length;
}

static void
draw_arrow (cairo_t *cr,
            const SteppePoint *points,
            guint n_points,
            const SteppeColor *color,
            const SteppeMapLook *look)
{
  double size = STEPPE_MAP_ARROW_SIZE * look->em, angle = 0;
  SteppePoint middle = { 0, 0 };

  if (find_middle (points, n_points, &middle, &angle) <= STEPPE_MAP_ARROW_LEAST_LENGTH * size)
    return;
  cairo_save (cr);
  cairo_translate (cr, middle.x, middle.y);
  cairo_rotate (cr, angle);
  for (guint i = 0; i < STEPPE_MAP_ARROW_N_POINTS; i++)
    cairo_line_to (cr, steppe_map_arrow_points[i].x * size, steppe_map_arrow_points[i].y * size);
  cairo_close_path (cr);
  stroke_path (cr, &(SteppeMapStroke) { look->ground, STEPPE_MAP_ARROW_EDGE * look->em });
  _steppe_sign_set_color (cr, color, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_track (const SteppeMapTrack *track,
            cairo_t *cr,
            const SteppeCamera *camera,
            const SteppeMapLook *look,
            const SteppeMapTrackStyle *style)
{
  g_autofree SteppePoint *points = g_new (SteppePoint, track->points->len);

  project_points (track, camera, points);
  cairo_new_path (cr);
  for (guint i = 0; i < track->points->len; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (track->closed)
    cairo_close_path (cr);
  paint_path (cr, style);
  if (style->has_arrow)
    draw_arrow (cr, points, track->points->len, &style->color, look);
}

/**
 * steppe_map_tracks_draw:
 * @tracks: (element-type SteppeMapTrack): lines
 * @cr: where to draw
 * @camera: what the view shows
 * @look: how
 * @func: (scope call): says how each line is drawn
 * @user_data: for @func
 *
 * Draws the lines that reach into the view, as lines and areas rather than pixels.
 */
void
steppe_map_tracks_draw (GPtrArray *tracks,
                        cairo_t *cr,
                        const SteppeCamera *camera,
                        const SteppeMapLook *look,
                        SteppeMapTrackStyleFunc func,
                        gconstpointer user_data)
{
  SteppeBox view;

  steppe_camera_get_box (camera, &view);
  cairo_save (cr);
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      SteppeMapTrackStyle style;

      if (track->points->len > 1 && steppe_box_intersects (&track->box, &view) && func (track, user_data, &style))
        draw_track (track, cr, camera, look, &style);
    }
  cairo_restore (cr);
}

/**
 * steppe_map_track_style_draw_sample:
 * @self: a style
 * @cr: where to draw
 * @x: where the sample begins, user units from the left
 * @y: its middle, user units from the top
 * @length: user units
 *
 * Draws a straight piece of a line, for a legend.
 */
void
steppe_map_track_style_draw_sample (const SteppeMapTrackStyle *self,
                                    cairo_t *cr,
                                    double x,
                                    double y,
                                    double length)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + length, y);
  paint_path (cr, self);
  cairo_restore (cr);
}
