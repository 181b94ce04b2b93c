/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "paint/steppe-map-marker-paint.h"

#include "paint/steppe-sign-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

/* In em, the size of the font. */
#define SIGN_SIZE 1.25
#define SELECTED_SIZE 1.55
#define COUNT_HEIGHT 0.95
/* Places of events that are left out: a disc, so faint. */
#define FADED_RADIUS 0.42
#define FADED_ALPHA 0.38
#define EDGE_ALPHA 0.28

/* A disc with a faint edge, that lifts what is on it off the map. */
static void
paint_disc (cairo_t *cr,
            double x,
            double y,
            double radius,
            const SteppeColor *fill,
            const SteppeColor *edge)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  _steppe_sign_set_color (cr, edge, 1);
  cairo_fill (cr);
  cairo_arc (cr, x, y, radius - 1.0, 0, 2 * G_PI);
  _steppe_sign_set_color (cr, fill, 1);
  cairo_fill (cr);
}

/**
 * steppe_map_marker_paint_sign:
 * @marker: a marker of an event
 * @cr: where to draw
 * @x: its middle, in pixels
 * @y: its middle
 * @look: how
 *
 * Paints the sign of an event on a disc.
 */
void
steppe_map_marker_paint_sign (const SteppeMapMarker *marker,
                              cairo_t *cr,
                              double x,
                              double y,
                              const SteppeMapLook *look)
{
  SteppeEvent *event = marker->spot->event;
  SteppeColor edge = look->ink;

  edge.alpha *= EDGE_ALPHA;
  paint_disc (cr, x, y, marker->radius, &look->ground, &edge);
  steppe_sign_paint (cr, steppe_event_get_kind (event), steppe_event_get_status (event), look->scheme, x, y,
                     steppe_map_marker_get_sign_size (marker->selected, look->em));
}

/**
 * steppe_map_marker_dup_count:
 * @n: a number of events
 *
 * Returns: (transfer full): what is written on a badge; many thousands are rounded down to them
 */
char *
steppe_map_marker_dup_count (guint n)
{
  /* Translators: a short number of thousands of events, as in “12k”. */
  return n < 10000 ? g_strdup_printf ("%u", n) : g_strdup_printf (_ ("%uk"), n / 1000);
}

static PangoLayout *
create_count_layout (cairo_t *cr,
                     const char *text,
                     const SteppeMapLook *look,
                     double height)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_copy (look->font);

  pango_font_description_set_absolute_size (font, height * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/**
 * steppe_map_marker_paint_badge:
 * @cr: where to draw
 * @text: what is written on it
 * @x: its middle, in pixels
 * @y: its middle
 * @radius: pixels
 * @look: how
 *
 * Paints a badge with a count.
 */
void
steppe_map_marker_paint_badge (cairo_t *cr,
                               const char *text,
                               double x,
                               double y,
                               double radius,
                               const SteppeMapLook *look)
{
  g_autoptr (PangoLayout) layout = create_count_layout (cr, text, look, MIN (0.86 * look->em, 1.1 * radius));
  PangoRectangle ink;
  double fit;

  paint_disc (cr, x, y, radius, &look->ink, &look->ground);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  fit = MIN (1.0, 1.6 * radius / MAX (ink.width, 1));
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, fit, fit);
  cairo_move_to (cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  _steppe_sign_set_color (cr, &look->ground, 1);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

/**
 * steppe_map_marker_get_faded_radius:
 * @look: how the map is drawn
 *
 * Returns: how far the disc for what is left out reaches, in pixels
 */
double
steppe_map_marker_get_faded_radius (const SteppeMapLook *look)
{
  return FADED_RADIUS * look->em + 1;
}

/**
 * steppe_map_marker_paint_faded:
 * @cr: where to draw
 * @x: its middle, in pixels
 * @y: its middle
 * @look: how
 *
 * Paints a faint disc for what is left out.
 */
void
steppe_map_marker_paint_faded (cairo_t *cr,
                               double x,
                               double y,
                               const SteppeMapLook *look)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, FADED_RADIUS * look->em, 0, 2 * G_PI);
  _steppe_sign_set_color (cr, &look->ink, FADED_ALPHA);
  cairo_fill_preserve (cr);
  _steppe_sign_set_color (cr, &look->ground, 2 * FADED_ALPHA);
  cairo_set_line_width (cr, MAX (1.0, 0.12 * look->em));
  cairo_stroke (cr);
}

/**
 * steppe_map_marker_get_sign_size:
 * @selected: whether its event is the selected one
 * @em: the size of the font, in pixels
 *
 * Returns: the size of the sign on a marker, in pixels
 */
double
steppe_map_marker_get_sign_size (gboolean selected,
                                 double em)
{
  return (selected ? SELECTED_SIZE : SIGN_SIZE) * em;
}

/**
 * steppe_map_marker_get_small_badge:
 * @marker: a marker
 * @look: how the map is drawn
 * @x: (out): its middle, in pixels of the view
 * @y: (out): its middle
 *
 * Where the badge at a marker is that says how many events there are at its place.
 *
 * Returns: its radius, in pixels
 */
double
steppe_map_marker_get_small_badge (const SteppeMapMarker *marker,
                                   const SteppeMapLook *look,
                                   double *x,
                                   double *y)
{
  *x = marker->x + marker->radius * 0.95;
  *y = marker->y - marker->radius * 0.95;
  return COUNT_HEIGHT * look->em * 0.62;
}

/**
 * steppe_map_marker_get_ring_width:
 * @look: how the map is drawn
 *
 * Returns: the width of the ring around what stands out, in pixels
 */
double
steppe_map_marker_get_ring_width (const SteppeMapLook *look)
{
  return MAX (2.0, 0.17 * look->em);
}

static void
draw_marker (const SteppeMapMarker *marker,
             cairo_t *cr,
             const SteppeMapLook *look)
{
  g_autofree char *count = steppe_map_marker_dup_count (marker->cluster->n_points);
  double x, y, radius = steppe_map_marker_get_small_badge (marker, look, &x, &y);

  if (marker->spot == NULL)
    steppe_map_marker_paint_badge (cr, count, marker->x, marker->y, marker->radius, look);
  else
    steppe_map_marker_paint_sign (marker, cr, marker->x, marker->y, look);
  if (marker->selected)
    steppe_map_marker_paint_ring (cr, marker->x, marker->y, marker->radius, look);
  if (marker->spot != NULL && marker->cluster->n_points > 1)
    steppe_map_marker_paint_badge (cr, count, x, y, radius, look);
}

/**
 * steppe_map_marker_paint_ring:
 * @cr: where to draw
 * @x: its middle, in pixels
 * @y: its middle
 * @radius: of what is in it, in pixels
 * @look: how
 *
 * Paints a ring around what stands out.
 */
void
steppe_map_marker_paint_ring (cairo_t *cr,
                              double x,
                              double y,
                              double radius,
                              const SteppeMapLook *look)
{
  double width = steppe_map_marker_get_ring_width (look);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius + width / 2, 0, 2 * G_PI);
  _steppe_sign_set_color (cr, &look->accent, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/**
 * steppe_map_markers_draw:
 * @self: markers
 * @cr: where to draw
 * @scene: what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Draws the markers of the last layout, and what is left out, as lines and areas rather than pixels.
 */
void
steppe_map_markers_draw (SteppeMapMarkers *self,
                         cairo_t *cr,
                         const SteppeMapScene *scene,
                         const SteppeCamera *camera,
                         const SteppeMapLook *look)
{
  g_autoptr (GArray) faded = steppe_map_markers_find_faded (scene, camera, look);
  guint n_markers;
  const SteppeMapMarker *markers = steppe_map_markers_get (self, &n_markers);

  for (guint i = 0; i < faded->len; i++)
    steppe_map_marker_paint_faded (cr, g_array_index (faded, SteppePoint, i).x, g_array_index (faded, SteppePoint, i).y, look);
  for (guint i = 0; i < n_markers; i++)
    draw_marker (&markers[i], cr, look);
}
