/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-texture.h"

/**
 * steppe_texture_new_for_surface:
 * @surface: (transfer full): an image surface, in `CAIRO_FORMAT_ARGB32` or `CAIRO_FORMAT_RGB24`,
 *   that nobody draws to any more
 *
 * Makes a texture of what was drawn with cairo, without copying it. Any thread may call this.
 *
 * Returns: (transfer full): the texture
 */
GdkTexture *
steppe_texture_new_for_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  gboolean opaque = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24;
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  /* As cairo has it, a word a pixel: GDK names the bytes in memory. */
  return gdk_memory_texture_new (width, height,
                                 opaque ? (G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8)
                                        : GDK_MEMORY_DEFAULT,
                                 bytes, stride);
}
