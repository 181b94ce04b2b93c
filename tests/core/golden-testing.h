/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <stdlib.h>

G_BEGIN_DECLS

/* Pictures as they were when somebody last looked at them and found them good: in tests/data/golden. After a change that is
 * meant, write them anew with STEPPE_GOLDEN=write and look at what has changed. */

/* Another cairo or pixman may smooth edges a little otherwise: a pixel differs when a channel does by more than this. */
#define GOLDEN_TOLERANCE 24

static inline gboolean
is_same_pixel (const guchar *a,
               const guchar *b)
{
  for (int i = 0; i < 3; i++)
    if (abs (a[i] - b[i]) > GOLDEN_TOLERANCE)
      return FALSE;
  return TRUE;
}

static inline int
count_different (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  int n = 0;

  for (int row = 0; row < cairo_image_surface_get_height (a); row++)
    for (int column = 0; column < cairo_image_surface_get_width (a); column++)
      n += !is_same_pixel (cairo_image_surface_get_data (a) + row * cairo_image_surface_get_stride (a) + 4 * column,
                           cairo_image_surface_get_data (b) + row * cairo_image_surface_get_stride (b) + 4 * column);
  return n;
}

/* Of a thousand pixels, so many may differ. */
static inline void
assert_is_golden (cairo_surface_t *painted,
                  const char *name,
                  int max_different)
{
  int width = cairo_image_surface_get_width (painted), height = cairo_image_surface_get_height (painted), n_different;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "golden", file, NULL);
  cairo_surface_t *golden;

  if (g_strcmp0 (g_getenv ("STEPPE_GOLDEN"), "write") == 0)
    g_assert_cmpint (cairo_surface_write_to_png (painted, path), ==, CAIRO_STATUS_SUCCESS);
  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_format (golden), ==, CAIRO_FORMAT_RGB24);
  g_assert_cmpint (cairo_image_surface_get_width (golden), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (golden), ==, height);
  n_different = count_different (painted, golden);
  if (n_different * 1000 > width * height * max_different)
    {
      g_autofree char *actual = g_strdup_printf ("golden-%s-actual.png", name);

      cairo_surface_write_to_png (painted, actual);
      g_error ("%s: %d pixels are not as in %s; see %s", name, n_different, path, actual);
    }
  cairo_surface_destroy (golden);
}

G_END_DECLS
