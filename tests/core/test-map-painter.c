/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-albers.h"
#include "paint/steppe-map-painter.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 3

static SteppeBasemap *map;
static const SteppeProjection region = { STEPPE_PROJECTION_REGION };

static const char *const schemes[] = { "light", "dark", "light-contrast", "dark-contrast", "print" };

static SteppeMapStyle *
make_style (SteppeScheme scheme, const char *const *story)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeMapPalette) palette = steppe_map_palette_new_from_resource (scheme, &error);

  g_assert_no_error (error);
  return steppe_map_style_new (palette, story);
}

/* Paints a square around a point of the map. */
static cairo_surface_t *
paint (const SteppeMapStyle *style, double x, double y, int size, double metres_per_pixel)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  double half = size * metres_per_pixel / 2;

  steppe_map_painter_paint (map, style, &region, cr, &(SteppeBox) { x - half, y - half, x + half, y + half },
                            metres_per_pixel);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);
  return pixel & 0xffffff;
}

static gboolean
is_color (guint32 pixel, const SteppeColor *color)
{
  return fabs ((pixel >> 16 & 0xff) - 255 * color->red) <= TOLERANCE &&
         fabs ((pixel >> 8 & 0xff) - 255 * color->green) <= TOLERANCE &&
         fabs ((pixel & 0xff) - 255 * color->blue) <= TOLERANCE;
}

/* The colour at a place, painted alone at a scale; a place away from lines is given. */
static void
assert_place (const SteppeMapStyle *style,
              double longitude,
              double latitude,
              double metres_per_pixel,
              const SteppeColor *color)
{
  cairo_surface_t *surface;
  double x, y;
  guint32 pixel;

  steppe_albers_forward (longitude, latitude, &x, &y);
  surface = paint (style, x, y, 32, metres_per_pixel);
  pixel = pixel_at (surface, 16, 16);
  if (!is_color (pixel, color))
    g_error ("%g %g at %g m/px: #%06x", longitude, latitude, metres_per_pixel, pixel);
  cairo_surface_destroy (surface);
}

static void
test_places (gconstpointer data)
{
  static const double scales[] = { 10000, 3300, 1800, 450 };
  g_autoptr (SteppeMapStyle) style = make_style (GPOINTER_TO_UINT (data), NULL);
  const SteppeMapPalette *palette = steppe_map_style_get_palette (style);
  const SteppeColor *sea = steppe_map_palette_get_color (palette, STEPPE_MAP_COLOR_SEA);
  const SteppeColor *land = steppe_map_palette_get_color (palette, STEPPE_MAP_COLOR_LAND);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      assert_place (style, 105.2, 45.9, scales[i], steppe_map_palette_get_tint (palette, "MN"));
      assert_place (style, 98, 62.6, scales[i], steppe_map_palette_get_tint (palette, "RU"));
      assert_place (style, -176, 66.6, scales[i], steppe_map_palette_get_tint (palette, "RU"));
      assert_place (style, 83, 39, scales[i], steppe_map_palette_get_tint (palette, "CN"));
      assert_place (style, 67, 48.9, scales[i], land);
      assert_place (style, 170, 35, scales[i], sea);
      assert_place (style, 122.5, 35, scales[i], sea);
    }
  assert_place (style, 106.9, 47.5, 1000, steppe_map_palette_get_tint (palette, "MN"));
  assert_place (style, 108.4, 53.85, 1000, steppe_map_palette_get_color (palette, STEPPE_MAP_COLOR_LAKE));
}

/* The palettes are there for a reason: land, sea and the three tints stay apart. */
static void
test_palettes_tell_apart (void)
{
  for (guint scheme = 0; scheme < G_N_ELEMENTS (schemes); scheme++)
    {
      g_autoptr (SteppeMapPalette) palette = steppe_map_palette_new_from_resource (scheme, NULL);
      const SteppeColor *grounds[] = {
        steppe_map_palette_get_color (palette, STEPPE_MAP_COLOR_SEA),
        steppe_map_palette_get_color (palette, STEPPE_MAP_COLOR_LAND),
        steppe_map_palette_get_tint (palette, "RU"),
        steppe_map_palette_get_tint (palette, "MN"),
        steppe_map_palette_get_tint (palette, "CN"),
        steppe_map_palette_get_tint (palette, "FR"),
      };

      for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        for (guint k = 0; k < i; k++)
          g_assert_cmpfloat (fabs (grounds[i]->red - grounds[k]->red) +
                                 fabs (grounds[i]->green - grounds[k]->green) +
                                 fabs (grounds[i]->blue - grounds[k]->blue),
                             >, 0.04);
    }
}

/* Disputed land wears nobody's tint, whoever the story is about. */
static void
test_story (void)
{
  static const char *const story[] = { "KZ", "UA", "IN", "PK", "JP", "RU", "CN", NULL };
  static const struct
  {
    double longitude, latitude;
  } disputed[] = { { 34.1, 45.3 }, { 79.3, 35.1 }, { 75.6, 34.2 }, { 94.2, 28.2 } };
  g_autoptr (SteppeMapStyle) style = make_style (STEPPE_SCHEME_LIGHT, story);
  const SteppeMapPalette *palette = steppe_map_style_get_palette (style);
  const SteppeColor *land = steppe_map_palette_get_color (palette, STEPPE_MAP_COLOR_LAND);
  const SteppeColor *other = steppe_map_palette_get_tint (palette, "KZ");

  g_assert_true (steppe_map_palette_get_tint (palette, "UA") == other);
  assert_place (style, 67, 48.9, 1000, other);
  assert_place (style, 105.2, 45.9, 1000, land);
  for (guint i = 0; i < G_N_ELEMENTS (disputed); i++)
    {
      cairo_surface_t *surface;
      double x, y;
      guint n_land = 0, n_other = 0;

      steppe_albers_forward (disputed[i].longitude, disputed[i].latitude, &x, &y);
      surface = paint (style, x, y, 16, 1000);
      for (int row = 0; row < 16; row++)
        for (int column = 0; column < 16; column++)
          if (is_color (pixel_at (surface, column, row), land))
            n_land++;
          else
            n_other++;
      g_assert_cmpuint (n_land, >, 100);
      g_assert_cmpuint (n_other, >, 20); /* the hatch */
      cairo_surface_destroy (surface);
    }
}

/* Four tiles put together are the picture painted whole, hatch and dashes included. */
static void
test_tiles_meet (void)
{
  static const struct
  {
    double longitude, latitude, metres_per_pixel;
  } views[] = { { 105, 55, 10000 }, { 77, 35.5, 1250 }, { 94, 28, 2000 }, { 107, 50, 400 }, { 179, 67, 2500 } };
  g_autoptr (SteppeMapStyle) style = make_style (STEPPE_SCHEME_LIGHT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      double pixel = views[i].metres_per_pixel;
      cairo_surface_t *whole;
      double x, y;
      guint n_different = 0;

      steppe_albers_forward (views[i].longitude, views[i].latitude, &x, &y);
      x = round (x / pixel) * pixel;
      y = round (y / pixel) * pixel;
      whole = paint (style, x, y, 256, pixel);
      for (int tile = 0; tile < 4; tile++)
        {
          int left = tile % 2 * 128, top = tile / 2 * 128;
          cairo_surface_t *part = paint (style, x + (left - 64) * pixel, y - (top - 64) * pixel, 128, pixel);

          for (int row = 0; row < 128; row++)
            for (int column = 0; column < 128; column++)
              {
                guint32 a = pixel_at (whole, left + column, top + row);
                guint32 b = pixel_at (part, column, row);

                for (int shift = 0; shift < 24; shift += 8)
                  if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > 12)
                    {
                      n_different++;
                      break;
                    }
              }
          cairo_surface_destroy (part);
        }
      cairo_surface_destroy (whole);
      g_assert_cmpuint (n_different, <=, 20);
    }
}

/* The state of the cairo context is left as it was, and nothing is painted beyond the box. */
static void
test_context (void)
{
  g_autoptr (SteppeMapStyle) style = make_style (STEPPE_SCHEME_DARK, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t before, after;

  cairo_translate (cr, 16, 16);
  cairo_scale (cr, 2, 2);
  cairo_get_matrix (cr, &before);
  steppe_map_painter_paint (map, style, &region, cr, &(SteppeBox) { 0, -16000, 16000, 0 }, 1000);
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 2);

  cairo_surface_flush (surface);
  g_assert_cmphex (pixel_at (surface, 8, 32), ==, 0);
  g_assert_cmphex (pixel_at (surface, 56, 56), ==, 0);
  g_assert_cmphex (pixel_at (surface, 32, 32), !=, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_bad_palettes (void)
{
  static const struct
  {
    const char *from, *to;
  } changes[] = {
    { "sea=#", "sea=" },
    { "sea=#", "sea=#f" },
    { "sea=#", "sea=#zz" },
    { "land=", "lant=" },
    { "border=1", "border=-1" },
    { "[widths]", "[width]" },
    { "other=", "another=" },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "basemap", "palettes", "light.ini", NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GString) changed = g_string_new (text);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (changed, changes[i].from, changes[i].to, 1), ==, 1);
      broken = g_bytes_new (changed->str, changed->len);
      g_assert_null (steppe_map_palette_new (broken, &error));
      g_assert_nonnull (error);
    }
  bytes = g_bytes_new_static ("\0\1\2", 3);
  g_assert_null (steppe_map_palette_new (bytes, NULL));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  map = steppe_basemap_new_from_resource (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-painter/places/%s", schemes[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_places);
    }
  g_test_add_func ("/map-painter/palettes-tell-apart", test_palettes_tell_apart);
  g_test_add_func ("/map-painter/story", test_story);
  g_test_add_func ("/map-painter/tiles-meet", test_tiles_meet);
  g_test_add_func ("/map-painter/context", test_context);
  g_test_add_func ("/map-painter/bad-palettes", test_bad_palettes);
  result = g_test_run ();
  g_clear_object (&map);
  return result;
}
