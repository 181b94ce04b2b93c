/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-painter.h"

#include <math.h>
#include <stdlib.h>

/* The base map as it was when somebody last looked at it and found it good: tests/data/golden holds pictures of it. After a
 * change that is meant, write them anew with STEPPE_GOLDEN=write and look at what has changed. */

#define WIDTH 240
#define HEIGHT 160
/* Another cairo or pixman may smooth edges a little otherwise: a pixel differs when a channel does by more than this, and
 * so many of a thousand pixels may. */
#define TOLERANCE 24
#define MAX_DIFFERENT 10

typedef struct
{
  const char *name;
  SteppeScheme scheme;
  SteppeProjectionKind kind;
  double longitude, latitude; /* of the middle */
  double metres_per_pixel;
} View;

static const View views[] = {
  { "region", STEPPE_SCHEME_LIGHT, STEPPE_PROJECTION_REGION, 100, 55, 40000 },
  { "mongolia", STEPPE_SCHEME_LIGHT, STEPPE_PROJECTION_REGION, 104, 47, 10000 },
  { "ulaanbaatar", STEPPE_SCHEME_LIGHT, STEPPE_PROJECTION_REGION, 106.9, 47.9, 1000 },
  { "chukotka", STEPPE_SCHEME_DARK, STEPPE_PROJECTION_REGION, 180, 67, 8000 },
  { "europe", STEPPE_SCHEME_DARK, STEPPE_PROJECTION_REGION, 25, 48, 12000 },
  { "kashmir", STEPPE_SCHEME_PRINT, STEPPE_PROJECTION_REGION, 77, 34, 6000 },
  { "contrast", STEPPE_SCHEME_LIGHT_CONTRAST, STEPPE_PROJECTION_REGION, 130, 43, 10000 },
  { "new-york", STEPPE_SCHEME_LIGHT, STEPPE_PROJECTION_ELSEWHERE, -73.97, 40.75, 12000 },
  { "johannesburg", STEPPE_SCHEME_LIGHT, STEPPE_PROJECTION_ELSEWHERE, 28.05, -26.2, 20000 },
  { "fiji", STEPPE_SCHEME_DARK, STEPPE_PROJECTION_ELSEWHERE, 178.4, -18.1, 40000 },
  { "cape-horn", STEPPE_SCHEME_LIGHT, STEPPE_PROJECTION_ELSEWHERE, -67, -50, 16000 },
  { "antarctica", STEPPE_SCHEME_LIGHT, STEPPE_PROJECTION_ELSEWHERE, 166.7, -77.8, 40000 },
};

static SteppeBasemap *map;

static cairo_surface_t *
paint (const View *view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeMapPalette) palette = steppe_map_palette_new_from_resource (view->scheme, &error);
  g_autoptr (SteppeMapStyle) style = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double x, y, across = WIDTH / 2 * view->metres_per_pixel, down = HEIGHT / 2 * view->metres_per_pixel;
  SteppeProjection projection;

  g_assert_no_error (error);
  style = steppe_map_style_new (palette, NULL);
  if (view->kind == STEPPE_PROJECTION_REGION)
    steppe_projection_init_region (&projection);
  else
    steppe_projection_init_elsewhere (&projection, view->longitude, view->latitude);
  steppe_projection_forward (&projection, view->longitude, view->latitude, &x, &y);
  steppe_map_painter_paint (map, style, &projection, cr, &(SteppeBox) { x - across, y - down, x + across, y + down },
                            view->metres_per_pixel);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_same_pixel (const guchar *a,
               const guchar *b)
{
  for (int i = 0; i < 3; i++)
    if (abs (a[i] - b[i]) > TOLERANCE)
      return FALSE;
  return TRUE;
}

static int
count_different (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  int n = 0;

  for (int row = 0; row < HEIGHT; row++)
    for (int column = 0; column < WIDTH; column++)
      n += !is_same_pixel (cairo_image_surface_get_data (a) + row * cairo_image_surface_get_stride (a) + 4 * column,
                           cairo_image_surface_get_data (b) + row * cairo_image_surface_get_stride (b) + 4 * column);
  return n;
}

static void
test_view (gconstpointer data)
{
  const View *view = data;
  g_autofree char *name = g_strconcat (view->name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "golden", name, NULL);
  cairo_surface_t *painted = paint (view), *golden;
  int n_different;

  if (g_strcmp0 (g_getenv ("STEPPE_GOLDEN"), "write") == 0)
    g_assert_cmpint (cairo_surface_write_to_png (painted, path), ==, CAIRO_STATUS_SUCCESS);
  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_format (golden), ==, CAIRO_FORMAT_RGB24);
  g_assert_cmpint (cairo_image_surface_get_width (golden), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (golden), ==, HEIGHT);
  n_different = count_different (painted, golden);
  if (n_different * 1000 > WIDTH * HEIGHT * MAX_DIFFERENT)
    {
      g_autofree char *actual = g_strdup_printf ("golden-%s-actual.png", view->name);

      cairo_surface_write_to_png (painted, actual);
      g_error ("%s: %d pixels are not as in %s; see %s", view->name, n_different, path, actual);
    }
  cairo_surface_destroy (golden);
  cairo_surface_destroy (painted);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  map = steppe_basemap_new_from_resource (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-golden/%s", views[i].name);

      g_test_add_data_func (path, &views[i], test_view);
    }
  return g_test_run ();
}
