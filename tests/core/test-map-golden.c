/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden-testing.h"

#include "paint/steppe-map-painter.h"

/* Pictures of the base map. */

#define WIDTH 240
#define HEIGHT 160
#define MAX_DIFFERENT 10 /* of a thousand pixels */

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

static void
test_view (gconstpointer data)
{
  const View *view = data;
  cairo_surface_t *painted = paint (view);

  assert_is_golden (painted, view->name, MAX_DIFFERENT);
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
