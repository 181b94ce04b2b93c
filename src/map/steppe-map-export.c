/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-export.h"

#include "map/steppe-map-figure.h"
#include "map/steppe-map-view-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

/* A picture has so many pixels for one of the screen. */
#define PNG_SCALE 2
/* A point is 1/72 inch, a pixel 1/96. */
#define POINTS_PER_PIXEL 0.75

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
  SteppeMapFigure figure;
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
  figure = (SteppeMapFigure) { self->basemap, self->focus, self->scene, self->camera,
                               format == STEPPE_MAP_FORMAT_PNG ? self->look.scheme : STEPPE_SCHEME_PRINT,
                               self->look.font, self->look.em };
  surface = create_surface (format, self->camera.width, steppe_map_figure_get_height (&figure), bytes);
  cr = cairo_create (surface);
  if (format == STEPPE_MAP_FORMAT_PDF)
    cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  done = steppe_map_figure_draw (&figure, cr, error);
  cairo_destroy (cr);
  done = done && finish_surface (surface, format, bytes, error);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
