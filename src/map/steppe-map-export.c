/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-export.h"

#include "map/steppe-map-rgba.h"
#include "map/steppe-map-view-private.h"
#include "model/steppe-item-words.h"
#include "paint/steppe-map-figure.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

/* A picture has so many pixels for one of the screen. */
#define PNG_SCALE 2
/* A point is 1/72 inch, a pixel 1/96. */
#define POINTS_PER_PIXEL 0.75
/* In em, the size of the font. */
#define FOOTER 2.6
#define MARGIN 0.8
#define LINE_HEIGHT 1.35
#define TITLE_SIZE 1.0
#define SMALL_SIZE 0.76
#define SWATCH 1.6

/**
 * steppe_map_format_from_name:
 * @name: the name of a file
 * @format: (out): what it is to be
 *
 * Returns: whether its ending is one of those that a map can be exported as
 */
gboolean
steppe_map_format_from_name (const char *name,
                             SteppeMapFormat *format)
{
  static const char *const endings[] = {
    [STEPPE_MAP_FORMAT_PDF] = ".pdf",
    [STEPPE_MAP_FORMAT_SVG] = ".svg",
    [STEPPE_MAP_FORMAT_PNG] = ".png",
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (SteppeMapFormat) i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
write_cb (void *closure,
          const unsigned char *data,
          unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (SteppeMapFormat format,
                double width,
                double height,
                GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case STEPPE_MAP_FORMAT_PDF:
      return cairo_pdf_surface_create_for_stream (write_cb, bytes, width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL);
    case STEPPE_MAP_FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case STEPPE_MAP_FORMAT_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * PNG_SCALE), (int) ceil (height * PNG_SCALE));
      cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
      return surface;
    }
}

/* Ends the surface, whose bytes are all there then. */
static gboolean
finish_surface (cairo_surface_t *surface,
                SteppeMapFormat format,
                GByteArray *bytes,
                GError **error)
{
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  if (format == STEPPE_MAP_FORMAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}

/* What the map is drawn with, and what is written on it and below. */
typedef struct
{
  SteppeMapView *view;
  SteppeMapFigure *figure;
  cairo_t *cr;
  PangoContext *context;
  GdkRGBA ground, ink;
} Drawing;

static PangoLayout *
create_layout (const Drawing *self,
               const char *text,
               double size,
               PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (self->view->look.font);

  pango_font_description_set_absolute_size (font, size * self->view->look.em * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/* Draws text with the middle of its height at @y. */
static void
draw_layout (const Drawing *self,
             PangoLayout *layout,
             double x,
             double y)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gdk_cairo_set_source_rgba (self->cr, &self->ink);
  cairo_move_to (self->cr, x, y - height / 2.0);
  pango_cairo_show_layout (self->cr, layout);
}

/* One relation of the legend. Returns how high it is. */
static double
draw_row (const Drawing *self,
          guint index,
          double x,
          double y,
          double width)
{
  double em = self->view->look.em;
  const SteppeMapLegendEntry *entry = &g_array_index (steppe_map_figure_get_legend (self->figure), SteppeMapLegendEntry, index);
  g_autofree char *title = steppe_item_dup_title (entry->relation, steppe_map_scene_get_dossier (self->view->scene));
  g_autoptr (PangoLayout) layout = create_layout (self, title, SMALL_SIZE, PANGO_WEIGHT_NORMAL);
  GdkRGBA plate = self->ground;
  int height;

  pango_layout_set_width (layout, (int) ((width - (SWATCH + 1.2) * em) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &height);
  plate.alpha = 0.85f;
  gdk_cairo_set_source_rgba (self->cr, &plate);
  cairo_rectangle (self->cr, x, y, width, height + 0.4 * em);
  cairo_fill (self->cr);
  steppe_map_figure_draw_sample (self->figure, index, self->cr, x + 0.4 * em, y + 0.8 * em, SWATCH * em);
  draw_layout (self, layout, x + (SWATCH + 0.8) * em, y + 0.2 * em + height / 2.0);
  return height + 0.4 * em;
}

/* What the arcs are, in the upper right corner, as many as there is room for. */
static void
draw_legend (const Drawing *self)
{
  GArray *legend = steppe_map_figure_get_legend (self->figure);
  double margin = MARGIN * self->view->look.em, y = margin;
  cairo_rectangle_t area;

  if (!steppe_map_figure_get_legend_area (self->figure, &area))
    return;
  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, 0, self->view->camera.width, self->view->camera.height);
  cairo_clip (self->cr);
  for (guint i = 0; i < legend->len && y < area.y + area.height; i++)
    y += draw_row (self, i, area.x - margin, y, area.width);
  cairo_restore (self->cr);
}

/* Below the map: of which dossier it is, and where the base map is from. */
static void
draw_footer (const Drawing *self)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (self->view->scene);
  double em = self->view->look.em, y = self->view->camera.height, width = self->view->camera.width;
  g_autoptr (PangoLayout) title = create_layout (self, steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier)),
                                                 TITLE_SIZE, PANGO_WEIGHT_BOLD);
  g_autoptr (PangoLayout) attribution = create_layout (self, steppe_basemap_get_attribution (), SMALL_SIZE, PANGO_WEIGHT_NORMAL);

  gdk_cairo_set_source_rgba (self->cr, &self->ground);
  cairo_rectangle (self->cr, 0, y, width, FOOTER * em);
  cairo_fill (self->cr);
  pango_layout_set_width (title, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (attribution, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (attribution, PANGO_ELLIPSIZE_END);
  draw_layout (self, title, 0, y + 0.8 * em);
  draw_layout (self, attribution, 0, y + (0.8 + LINE_HEIGHT) * em);
}

static gboolean
draw (SteppeMapView *self,
      SteppeScheme scheme,
      cairo_t *cr,
      GError **error)
{
  const SteppeMapFigureView view = { self->basemap, self->focus, self->scene, self->camera, scheme, self->look.font, self->look.em };
  g_autoptr (PangoLayout) any = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (any);
  g_autoptr (SteppeMapFigure) figure = steppe_map_figure_new_for_view (&view, context, error);
  g_autoptr (SteppeMapPalette) palette = figure != NULL ? steppe_map_palette_new_from_resource (scheme, error) : NULL;
  Drawing drawing = { self, figure, cr, context };

  if (palette == NULL)
    return FALSE;
  drawing.ground = steppe_map_rgba (steppe_map_palette_get_color (palette, STEPPE_MAP_COLOR_HALO));
  drawing.ground.alpha = 1;
  drawing.ink = steppe_map_rgba (steppe_map_palette_get_color (palette, STEPPE_MAP_COLOR_CITY_NAME));
  steppe_map_figure_draw (figure, cr, 0, 0);
  draw_legend (&drawing);
  draw_footer (&drawing);
  return TRUE;
}

/**
 * steppe_map_view_export:
 * @self: the pane; it shows a dossier
 * @format: what as
 * @error: return location for an error
 *
 * Draws what the map shows, without its controls, into the bytes of a file. A page and a drawing have no pixels in them.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
steppe_map_view_export (SteppeMapView *self,
                        SteppeMapFormat format,
                        GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (STEPPE_IS_MAP_VIEW (self), NULL);

  if (self->scene == NULL || self->basemap == NULL || !_steppe_map_view_has_size (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no map to export"));
      return NULL;
    }
  surface = create_surface (format, self->camera.width, self->camera.height + FOOTER * self->look.em, bytes);
  cr = cairo_create (surface);
  if (format == STEPPE_MAP_FORMAT_PDF)
    cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  done = draw (self, format == STEPPE_MAP_FORMAT_PNG ? self->look.scheme : STEPPE_SCHEME_PRINT, cr, error);
  cairo_destroy (cr);
  done = done && finish_surface (surface, format, bytes, error);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
