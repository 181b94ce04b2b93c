/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-texture.h"

/**
 * steppe_texture_new_for_surface:
 * @surface: (transfer full): an image surface in `CAIRO_FORMAT_ARGB32` that nobody draws to any more
 *
 * Makes a texture of what was drawn with cairo, without copying it. Any thread may call this.
 *
 * Other formats are not taken, even where they would do: GSK's cairo renderer converts them anew
 * for every frame.
 *
 * Returns: (transfer full): the texture
 */
GdkTexture *
steppe_texture_new_for_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32, NULL);

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}
