/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-painter.h"

#include <math.h>

/* What is drawn from which scale on, in metres per pixel. */
#define UNIT_LINES_BELOW 4000.0
#define WIDE_RIVERS_BELOW 2500.0
#define RAILWAYS_BELOW 6000.0

/* Paint outside the box that still reaches into it, in pixels. */
#define MARGIN 8.0
#define HATCH_STEP 6.0
#define DASH_ON 4.0
#define DASH_OFF 3.0
#define TICK_LENGTH 5.0
#define TICK_STEP 14.0
#define MAX_DEVICE_SCALE 4.0

struct _SteppeMapStyle
{
  SteppeMapPalette *palette;
  GStrv story;
};

/* One run of the painter; @cr stands in metres of the map, y north. */
typedef struct
{
  cairo_t *cr;
  SteppeBasemap *basemap;
  const SteppeMapStyle *style;
  const SteppeBasemapLevel *level;
  SteppeBox box; /* with its margin */
  double pixel; /* metres */
} Painter;

G_DEFINE_BOXED_TYPE (SteppeMapStyle, steppe_map_style, steppe_map_style_ref, steppe_map_style_unref)

/**
 * steppe_map_style_new:
 * @palette: a palette
 * @story: (array zero-terminated=1) (nullable): codes of the areas that stand out, such as `MN`;
 *   %NULL for Russia, Mongolia and China
 *
 * Returns: (transfer full): a style
 */
SteppeMapStyle *
steppe_map_style_new (SteppeMapPalette *palette, const char *const *story)
{
  static const char *const region[] = { "RU", "MN", "CN", NULL };
  SteppeMapStyle *self = g_atomic_rc_box_new0 (SteppeMapStyle);

  self->palette = steppe_map_palette_ref (palette);
  self->story = g_strdupv ((GStrv) (story != NULL ? story : region));
  return self;
}

/**
 * steppe_map_style_ref:
 * @self: a style
 *
 * Returns: (transfer full): @self
 */
SteppeMapStyle *
steppe_map_style_ref (SteppeMapStyle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SteppeMapStyle *self = data;

  steppe_map_palette_unref (self->palette);
  g_strfreev (self->story);
}

/**
 * steppe_map_style_unref:
 * @self: (transfer full): a style
 */
void
steppe_map_style_unref (SteppeMapStyle *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * steppe_map_style_get_palette:
 * @self: a style
 *
 * Returns: (transfer none): its palette, for what is drawn over the map
 */
const SteppeMapPalette *
steppe_map_style_get_palette (const SteppeMapStyle *self)
{
  return self->palette;
}

static void
set_color (const Painter *painter, const SteppeColor *color)
{
  cairo_set_source_rgba (painter->cr, color->red, color->green, color->blue, color->alpha);
}

static void
set_map_color (const Painter *painter, SteppeMapColor color)
{
  set_color (painter, steppe_map_palette_get_color (painter->style->palette, color));
}

/* On which sides of the box a point lies outside. */
static guint
outside (const SteppeBox *box, const float *point)
{
  return (point[0] < box->x_min ? 1u : point[0] > box->x_max ? 2u
                                                             : 0u) |
         (point[1] < box->y_min ? 4u : point[1] > box->y_max ? 8u
                                                             : 0u);
}

/* Adds a part to the path without the points that lie, with the one kept before and the one after
 * them, on the same outer side of the box: within the box neither line nor fill changes, and a
 * country of 20,000 points becomes a few in most tiles. */
static void
add_part (const Painter *painter, const SteppeBasemapPart *part, gboolean closed)
{
  const float *points = part->points;
  guint kept = outside (&painter->box, points);
  guint here = outside (&painter->box, points + 2);

  cairo_move_to (painter->cr, points[0], points[1]);
  for (guint i = 1; i + 1 < part->n_points; i++)
    {
      guint next = outside (&painter->box, points + 2 * (i + 1));

      if ((kept & here & next) == 0)
        {
          cairo_line_to (painter->cr, points[2 * i], points[2 * i + 1]);
          kept = here;
        }
      here = next;
    }
  cairo_line_to (painter->cr, points[2 * part->n_points - 2], points[2 * part->n_points - 1]);
  if (closed)
    cairo_close_path (painter->cr);
}

static void
add_shape (const Painter *painter, const SteppeBasemapShape *shape, gboolean closed)
{
  for (guint i = 0; i < shape->n_parts; i++)
    if (steppe_box_intersects (&shape->parts[i].box, &painter->box))
      add_part (painter, &shape->parts[i], closed);
}

static void
add_layer (const Painter *painter, SteppeBasemapLayer layer, gboolean closed)
{
  SteppeBasemapIter iter;
  const SteppeBasemapShape *shape;

  steppe_basemap_iter_init (&iter, painter->level, layer, &painter->box);
  while (steppe_basemap_iter_next (&iter, &shape))
    add_shape (painter, shape, closed);
}

static void
set_line_width (const Painter *painter, SteppeMapLine line, double factor)
{
  double width = steppe_map_palette_get_width (painter->style->palette, line);

  cairo_set_line_width (painter->cr, width * factor * painter->pixel);
}

static void
stroke_layer (const Painter *painter,
              SteppeBasemapLayer layer,
              SteppeMapColor color,
              SteppeMapLine line,
              double factor)
{
  add_layer (painter, layer, FALSE);
  set_map_color (painter, color);
  set_line_width (painter, line, factor);
  cairo_stroke (painter->cr);
}

/* Lines at 45° over the current path, in step with the map and not with the box, so that they meet
 * where tiles do. */
static void
hatch_path (const Painter *painter)
{
  double step = HATCH_STEP * painter->pixel;
  double from, to, left, right;

  cairo_save (painter->cr);
  cairo_clip (painter->cr);
  cairo_clip_extents (painter->cr, &left, &from, &right, &to);
  for (double k = ceil ((from - right) / step); k * step <= to - left; k++)
    {
      cairo_move_to (painter->cr, left, left + k * step);
      cairo_line_to (painter->cr, right, right + k * step);
    }
  set_map_color (painter, STEPPE_MAP_COLOR_HATCH);
  cairo_set_line_width (painter->cr, painter->pixel);
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
}

/* All land once in one path, so that no seam shows between two countries; then the tints of the
 * story over it. */
static void
paint_land (const Painter *painter)
{
  guint n_areas;
  const SteppeBasemapArea *areas = steppe_basemap_get_areas (painter->basemap, &n_areas);
  SteppeBasemapIter iter;
  const SteppeBasemapShape *shape;

  add_layer (painter, STEPPE_BASEMAP_LAYER_LAND, TRUE);
  set_map_color (painter, STEPPE_MAP_COLOR_LAND);
  cairo_fill (painter->cr);

  steppe_basemap_iter_init (&iter, painter->level, STEPPE_BASEMAP_LAYER_LAND, &painter->box);
  while (steppe_basemap_iter_next (&iter, &shape))
    {
      const SteppeBasemapArea *area = shape->area >= 0 ? &areas[shape->area] : NULL;

      if (area == NULL)
        continue;
      if (area->disputed)
        {
          add_shape (painter, shape, TRUE);
          hatch_path (painter);
        }
      else if (g_strv_contains ((const char *const *) painter->style->story, area->code))
        {
          add_shape (painter, shape, TRUE);
          set_color (painter, steppe_map_palette_get_tint (painter->style->palette, area->code));
          cairo_fill (painter->cr);
        }
    }
}

/* Lakes come over the lines that end in them or are drawn through them. */
static void
paint_water (const Painter *painter)
{
  if (painter->pixel <= UNIT_LINES_BELOW)
    stroke_layer (painter, STEPPE_BASEMAP_LAYER_UNIT_LINE, STEPPE_MAP_COLOR_UNIT_LINE,
                  STEPPE_MAP_LINE_UNIT_LINE, 1.0);
  stroke_layer (painter, STEPPE_BASEMAP_LAYER_RIVER, STEPPE_MAP_COLOR_RIVER, STEPPE_MAP_LINE_RIVER,
                painter->pixel < WIDE_RIVERS_BELOW ? 1.0 : 0.5);

  add_layer (painter, STEPPE_BASEMAP_LAYER_LAKE, TRUE);
  set_map_color (painter, STEPPE_MAP_COLOR_LAKE);
  cairo_fill_preserve (painter->cr);
  set_map_color (painter, STEPPE_MAP_COLOR_COAST);
  set_line_width (painter, STEPPE_MAP_LINE_COAST, 0.75);
  cairo_stroke (painter->cr);
}

/* @on and @off are in pixels. Dashes count from the beginning of a line, so here no point may be left out. */
static void
stroke_layer_dashed (const Painter *painter,
                     SteppeBasemapLayer layer,
                     SteppeMapColor color,
                     SteppeMapLine line,
                     double factor,
                     double on,
                     double off)
{
  double dashes[] = { on * painter->pixel, off * painter->pixel };
  Painter whole = *painter;

  whole.box = (SteppeBox) { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  cairo_set_line_cap (painter->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (painter->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  stroke_layer (&whole, layer, color, line, factor);
  cairo_set_dash (painter->cr, NULL, 0, 0.0);
  cairo_set_line_cap (painter->cr, CAIRO_LINE_CAP_ROUND);
}

/* A hair line with ticks across it, which are dashes as short as the line is wide. */
static void
paint_railways (const Painter *painter)
{
  double width = steppe_map_palette_get_width (painter->style->palette, STEPPE_MAP_LINE_RAILWAY);

  if (painter->pixel > RAILWAYS_BELOW)
    return;
  stroke_layer (painter, STEPPE_BASEMAP_LAYER_RAILWAY, STEPPE_MAP_COLOR_RAILWAY, STEPPE_MAP_LINE_RAILWAY, 1.0);
  stroke_layer_dashed (painter, STEPPE_BASEMAP_LAYER_RAILWAY, STEPPE_MAP_COLOR_RAILWAY, STEPPE_MAP_LINE_RAILWAY,
                       TICK_LENGTH / width, width, TICK_STEP - width);
}

static void
paint_lines (const Painter *painter)
{
  stroke_layer (painter, STEPPE_BASEMAP_LAYER_COAST, STEPPE_MAP_COLOR_COAST, STEPPE_MAP_LINE_COAST, 1.0);
  stroke_layer (painter, STEPPE_BASEMAP_LAYER_BORDER, STEPPE_MAP_COLOR_BORDER, STEPPE_MAP_LINE_BORDER, 1.0);
  stroke_layer_dashed (painter, STEPPE_BASEMAP_LAYER_DISPUTED_LINE, STEPPE_MAP_COLOR_DISPUTED_LINE,
                       STEPPE_MAP_LINE_BORDER, 1.0, DASH_ON, DASH_OFF);
  paint_railways (painter);
}

/* How many pixels of the device a pixel of @cr is: 2 on a screen at 200 %. */
static double
get_device_scale (cairo_t *cr)
{
  double dx = 1.0, dy = 0.0, sx, sy;

  cairo_user_to_device_distance (cr, &dx, &dy);
  cairo_surface_get_device_scale (cairo_get_target (cr), &sx, &sy);
  return CLAMP (hypot (dx, dy) * sx, 1.0, MAX_DEVICE_SCALE);
}

static void
paint_level (Painter *painter, const SteppeBox *box)
{
  cairo_t *cr = painter->cr;
  double pixel = painter->pixel;

  cairo_scale (cr, 1.0 / pixel, -1.0 / pixel);
  cairo_translate (cr, -box->x_min, -box->y_max);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_set_tolerance (cr, 0.2);

  painter->box = (SteppeBox) { box->x_min - MARGIN * pixel, box->y_min - MARGIN * pixel,
                               box->x_max + MARGIN * pixel, box->y_max + MARGIN * pixel };
  paint_land (painter);
  paint_water (painter);
  paint_lines (painter);
}

/**
 * steppe_map_painter_paint:
 * @basemap: a base map
 * @style: how it looks
 * @projection: what the map stands in
 * @cr: where to paint; the upper left corner of @box comes to its origin, and its unit is a pixel
 * @box: the part of the map to paint, in metres
 * @metres_per_pixel: the scale, above 0
 *
 * Paints a part of the base map, without names. The state of @cr is left as it was.
 *
 * Any thread may call this with a @cr of its own. Parts painted side by side at the same scale fit
 * together when their corners lie on whole pixels. Where the map is damaged, only the ground is
 * painted.
 */
void
steppe_map_painter_paint (SteppeBasemap *basemap,
                          const SteppeMapStyle *style,
                          const SteppeProjection *projection,
                          cairo_t *cr,
                          const SteppeBox *box,
                          double metres_per_pixel)
{
  g_autoptr (GError) error = NULL;
  Painter painter = { .cr = cr, .basemap = basemap, .style = style, .pixel = metres_per_pixel };
  g_autoptr (SteppeBasemapLevel) level = NULL;

  g_return_if_fail (metres_per_pixel > 0.0);
  g_return_if_fail (!steppe_box_is_empty (box));

  level = steppe_basemap_load_at (basemap, projection, metres_per_pixel / get_device_scale (cr), &error);
  painter.level = level;
  if (level == NULL)
    g_warning ("%s", error->message);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0,
                   (box->x_max - box->x_min) / metres_per_pixel,
                   (box->y_max - box->y_min) / metres_per_pixel);
  cairo_clip (cr);
  cairo_new_path (cr);
  set_map_color (&painter, STEPPE_MAP_COLOR_SEA);
  cairo_paint (cr);
  if (level != NULL)
    paint_level (&painter, box);
  cairo_restore (cr);
}
