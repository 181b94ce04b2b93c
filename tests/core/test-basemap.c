/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-basemap.h"
#include "geo/steppe-albers.h"

#include <math.h>
#include <string.h>

static SteppeBasemap *
open_map (void)
{
  g_autoptr (GError) error = NULL;
  SteppeBasemap *map = steppe_basemap_new_from_resource (&error);

  g_assert_no_error (error);
  g_assert_nonnull (map);
  return map;
}

/* How often the rings of a shape go around a point; 0 is outside. */
static int
winding (const SteppeBasemapShape *shape, double x, double y)
{
  int turns = 0;

  for (guint i = 0; i < shape->n_parts; i++)
    {
      const SteppeBasemapPart *part = &shape->parts[i];

      for (guint k = 0; k < part->n_points; k++)
        {
          const float *a = part->points + 2 * k;
          const float *b = part->points + 2 * ((k + 1) % part->n_points);
          double side = ((double) b[0] - a[0]) * (y - a[1]) - (x - a[0]) * ((double) b[1] - a[1]);

          if (a[1] <= y && b[1] > y && side > 0)
            turns++;
          else if (a[1] > y && b[1] <= y && side < 0)
            turns--;
        }
    }
  return turns;
}

static const SteppeBasemapShape *
find_shape (const SteppeBasemapLevel *level, SteppeBasemapLayer layer, double x, double y)
{
  SteppeBox spot = { x, y, x, y };
  SteppeBasemapIter iter;
  const SteppeBasemapShape *shape;

  steppe_basemap_iter_init (&iter, level, layer, &spot);
  while (steppe_basemap_iter_next (&iter, &shape))
    if (winding (shape, x, y) != 0)
      return shape;
  return NULL;
}

static const char *
area_at (SteppeBasemap *map, const SteppeBasemapLevel *level, double x, double y)
{
  guint n_areas;
  const SteppeBasemapArea *areas = steppe_basemap_get_areas (map, &n_areas);
  const SteppeBasemapShape *shape = find_shape (level, STEPPE_BASEMAP_LAYER_LAND, x, y);

  return shape != NULL ? areas[shape->area].code : "";
}

static const SteppeBasemapLevel *
load_level (SteppeBasemap *map, guint level)
{
  g_autoptr (GError) error = NULL;
  const SteppeBasemapLevel *loaded = steppe_basemap_load_level (map, level, &error);

  g_assert_no_error (error);
  return loaded;
}

static void
test_levels (void)
{
  g_autoptr (SteppeBasemap) map = open_map ();
  guint last_points = 0;

  g_assert_cmpuint (steppe_basemap_get_n_levels (map), ==, 3);
  g_assert_cmpuint (steppe_basemap_get_level_at (map, 12000), ==, 0);
  g_assert_cmpuint (steppe_basemap_get_level_at (map, 3000), ==, 1);
  g_assert_cmpuint (steppe_basemap_get_level_at (map, 500), ==, 2);
  g_assert_cmpuint (steppe_basemap_get_level_at (map, 0.001), ==, 2);

  for (guint i = 0; i < steppe_basemap_get_n_levels (map); i++)
    {
      const SteppeBasemapLevel *level = load_level (map, i);
      guint n_points = 0;

      for (guint layer = 0; layer < STEPPE_BASEMAP_N_LAYERS; layer++)
        {
          guint n_shapes;
          const SteppeBasemapShape *shapes = steppe_basemap_level_get_shapes (level, layer, &n_shapes);

          g_assert_cmpuint (n_shapes, >, 0);
          for (guint k = 0; k < n_shapes; k++)
            for (guint part = 0; part < shapes[k].n_parts; part++)
              {
                g_assert_true (fabs (shapes[k].parts[part].box.x_min) < 2e7);
                g_assert_true (fabs (shapes[k].parts[part].box.y_max) < 2e7);
                n_points += shapes[k].parts[part].n_points;
              }
        }
      g_assert_cmpuint (n_points, >, last_points);
      last_points = n_points;
      g_assert_true (load_level (map, i) == level);
    }
}

/* Who has what where, at every level. Small islands are not drawn at the coarse ones. */
static void
test_areas (void)
{
  static const struct
  {
    const char *code;
    double longitude, latitude;
    guint coarsest;
  } places[] = {
    { "MN", 106.9176, 47.9188, 0 },
    { "RU", 37.6173, 55.7558, 0 },
    { "RU", 94.4378, 51.7194, 0 },
    { "RU", 20.9, 54.7, 1 },
    { "RU", 179.99, 68, 0 },
    { "RU", -179.99, 68, 0 },
    { "RU", -175, 66.5, 0 },
    { "CN", 116.4074, 39.9042, 0 },
    { "CN", 87.6, 43.8, 0 },
    { "TW", 121, 24, 0 },
    { "KZ", 71.4, 51.2, 0 },
    { "KZ", 63.3, 46, 0 },
    { "UA", 37.5, 48.2, 0 },
    { "UA", 30.5, 50.4, 0 },
    { "US", -150, 64, 0 },
    { "x-crimea", 34.1, 45.2, 0 },
    { "x-crimea", 33.6, 44.7, 2 },
    { "x-aksai-chin", 79.3, 35.2, 0 },
    { "x-shaksgam", 76.6, 36.0, 1 },
    { "x-kashmir-south", 75.5, 34, 0 },
    { "x-kashmir-north", 75, 36, 0 },
    { "x-arunachal", 94, 28, 0 },
    { "x-siachen", 77.1, 35.35, 1 },
    { "x-kurils", 147.9, 45.0, 1 },
    { "RU", 150.5, 46.2, 2 },
    { "JP", 143, 43.5, 0 },
    { "", 155, 30, 0 },
    { "", 180, 72.5, 0 },
    { "", 40, 43, 0 },
  };
  g_autoptr (SteppeBasemap) map = open_map ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint level = places[i].coarsest; level < steppe_basemap_get_n_levels (map); level++)
      {
        double x, y;

        steppe_albers_forward (places[i].longitude, places[i].latitude, &x, &y);
        g_assert_cmpstr (area_at (map, load_level (map, level), x, y), ==, places[i].code);
      }
}

static void
test_disputed (void)
{
  static const char *const disputed[] = { "x-crimea", "x-kashmir-north", "x-kashmir-south", "x-siachen",
                                          "x-aksai-chin", "x-shaksgam", "x-arunachal", "x-kurils",
                                          "x-paracel", "x-spratly" };
  static const char *const plain[] = { "RU", "MN", "CN", "TW", "HK", "UA", "IN", "PK", "JP" };
  g_autoptr (SteppeBasemap) map = open_map ();
  guint n_areas;
  const SteppeBasemapArea *areas = steppe_basemap_get_areas (map, &n_areas);

  for (guint i = 0; i < G_N_ELEMENTS (disputed); i++)
    {
      int area = steppe_basemap_find_area (map, disputed[i]);

      g_assert_cmpint (area, >=, 0);
      g_assert_true (areas[area].disputed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      int area = steppe_basemap_find_area (map, plain[i]);

      g_assert_cmpint (area, >=, 0);
      g_assert_false (areas[area].disputed);
    }
  g_assert_cmpint (steppe_basemap_find_area (map, "XX"), ==, -1);
}

/* "x1 y1 x2 y2" for each edge of a layer, the lesser point first. */
static GHashTable *
collect_edges (const SteppeBasemapLevel *level, SteppeBasemapLayer layer, int area)
{
  GHashTable *edges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_shapes;
  const SteppeBasemapShape *shapes = steppe_basemap_level_get_shapes (level, layer, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    for (guint k = 0; k < shapes[i].n_parts && (area < 0 || shapes[i].area == area); k++)
      for (guint p = 1; p < shapes[i].parts[k].n_points; p++)
        {
          const float *a = shapes[i].parts[k].points + 2 * (p - 1), *b = a + 2;
          gboolean turn = a[0] > b[0] || (a[0] == b[0] && a[1] > b[1]);

          g_hash_table_add (edges, g_strdup_printf ("%.0f %.0f %.0f %.0f", turn ? b[0] : a[0], turn ? b[1] : a[1],
                                                    turn ? a[0] : b[0], turn ? a[1] : b[1]));
        }
  return edges;
}

static guint
count_common (GHashTable *edges, GHashTable *others)
{
  GHashTableIter iter;
  gpointer edge;
  guint n = 0;

  g_hash_table_iter_init (&iter, edges);
  while (g_hash_table_iter_next (&iter, &edge, NULL))
    n += g_hash_table_contains (others, edge);
  return n;
}

/* The edges of what is in dispute are in the layer that is drawn dashed, and none is drawn as a border. */
static void
test_disputed_edges (void)
{
  static const struct
  {
    const char *code;
    guint coarsest;
  } inland[] = { { "x-crimea", 1 }, { "x-kashmir-north", 0 }, { "x-kashmir-south", 0 }, { "x-siachen", 1 }, { "x-aksai-chin", 0 }, { "x-shaksgam", 0 }, { "x-arunachal", 0 } };
  g_autoptr (SteppeBasemap) map = open_map ();
  guint n_areas;
  const SteppeBasemapArea *areas = steppe_basemap_get_areas (map, &n_areas);

  for (guint i = 0; i < steppe_basemap_get_n_levels (map); i++)
    {
      const SteppeBasemapLevel *level = load_level (map, i);
      g_autoptr (GHashTable) borders = collect_edges (level, STEPPE_BASEMAP_LAYER_BORDER, -1);
      g_autoptr (GHashTable) dashed = collect_edges (level, STEPPE_BASEMAP_LAYER_DISPUTED_LINE, -1);

      for (guint k = 0; k < n_areas; k++)
        if (areas[k].disputed)
          {
            g_autoptr (GHashTable) edges = collect_edges (level, STEPPE_BASEMAP_LAYER_LAND, (int) k);

            g_assert_cmpuint (count_common (edges, borders), ==, 0);
          }
      for (guint k = 0; k < G_N_ELEMENTS (inland); k++)
        if (i >= inland[k].coarsest)
          {
            g_autoptr (GHashTable) edges = collect_edges (level, STEPPE_BASEMAP_LAYER_LAND,
                                                          steppe_basemap_find_area (map, inland[k].code));

            g_assert_cmpuint (count_common (edges, dashed), >, 0);
          }
    }
}

/* No line is drawn in the South China Sea, and none around Taiwan. */
static void
test_no_lines_at_sea (void)
{
  static const struct
  {
    double west, south, east, north;
  } seas[] = { { 109.6, 8, 116.5, 20.5 }, { 110.5, 5.2, 114, 8 }, { 118.8, 21.5, 122.5, 26 } };
  static const SteppeBasemapLayer lines[] = { STEPPE_BASEMAP_LAYER_BORDER, STEPPE_BASEMAP_LAYER_DISPUTED_LINE };
  g_autoptr (SteppeBasemap) map = open_map ();

  for (guint i = 0; i < steppe_basemap_get_n_levels (map); i++)
    for (guint layer = 0; layer < G_N_ELEMENTS (lines); layer++)
      {
        guint n_shapes;
        const SteppeBasemapShape *shapes = steppe_basemap_level_get_shapes (load_level (map, i), lines[layer], &n_shapes);

        for (guint k = 0; k < n_shapes; k++)
          for (guint part = 0; part < shapes[k].n_parts; part++)
            for (guint p = 0; p < shapes[k].parts[part].n_points; p++)
              {
                const float *point = shapes[k].parts[part].points + 2 * p;
                double longitude, latitude;

                steppe_albers_inverse (point[0], point[1], &longitude, &latitude);
                for (guint sea = 0; sea < G_N_ELEMENTS (seas); sea++)
                  g_assert_false (longitude > seas[sea].west && longitude < seas[sea].east &&
                                  latitude > seas[sea].south && latitude < seas[sea].north);
              }
      }
}

/* No edge of land runs along the antimeridian: Chukotka and Wrangel are in one piece. */
static void
test_no_seam (void)
{
  g_autoptr (SteppeBasemap) map = open_map ();

  for (guint level = 0; level < steppe_basemap_get_n_levels (map); level++)
    for (SteppeBasemapLayer layer = STEPPE_BASEMAP_LAYER_LAND; layer <= STEPPE_BASEMAP_LAYER_COAST; layer++)
      {
        guint n_shapes;
        const SteppeBasemapShape *shapes = steppe_basemap_level_get_shapes (load_level (map, level),
                                                                            layer, &n_shapes);

        for (guint i = 0; i < n_shapes; i++)
          for (guint k = 0; k < shapes[i].n_parts; k++)
            {
              const SteppeBasemapPart *part = &shapes[i].parts[k];

              for (guint p = 1; p < part->n_points; p++)
                {
                  double lon_a, lat_a, lon_b, lat_b;

                  steppe_albers_inverse (part->points[2 * p - 2], part->points[2 * p - 1], &lon_a, &lat_a);
                  steppe_albers_inverse (part->points[2 * p], part->points[2 * p + 1], &lon_b, &lat_b);
                  g_assert_false (fabs (lon_a) > 179.8 && fabs (lon_b) > 179.8 && lat_a > 60 &&
                                  fabs (lat_a - lat_b) > 0.4);
                }
            }
      }
}

static void
test_water (void)
{
  static const SteppeBasemapLayer line_layers[] = { STEPPE_BASEMAP_LAYER_RIVER,
                                                    STEPPE_BASEMAP_LAYER_BORDER };
  g_autoptr (SteppeBasemap) map = open_map ();
  double x, y;

  for (guint i = 0; i < steppe_basemap_get_n_levels (map); i++)
    {
      steppe_albers_forward (108.3, 53.7, &x, &y); /* Baikal, off Olkhon */
      g_assert_nonnull (find_shape (load_level (map, i), STEPPE_BASEMAP_LAYER_LAKE, x, y));
      steppe_albers_forward (106.9, 47.9, &x, &y);
      g_assert_null (find_shape (load_level (map, i), STEPPE_BASEMAP_LAYER_LAKE, x, y));
      for (guint k = 0; k < G_N_ELEMENTS (line_layers); k++)
        {
          SteppeBox mongolia = { x - 5e5, y - 5e5, x + 5e5, y + 5e5 };
          SteppeBasemapIter iter;
          const SteppeBasemapShape *shape;

          steppe_basemap_iter_init (&iter, load_level (map, i), line_layers[k], &mongolia);
          g_assert_true (steppe_basemap_iter_next (&iter, &shape));
          g_assert_true (steppe_box_intersects (&shape->box, &mongolia));
        }
    }
}

/* How near any point of a railway's line comes to a point of the map, in metres. */
static double
railway_distance (const SteppeBasemapLevel *level, double x, double y)
{
  guint n_shapes;
  const SteppeBasemapShape *shapes = steppe_basemap_level_get_shapes (level, STEPPE_BASEMAP_LAYER_RAILWAY, &n_shapes);
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n_shapes; i++)
    for (guint k = 0; k < shapes[i].n_parts; k++)
      for (guint p = 0; p < shapes[i].parts[k].n_points; p++)
        least = MIN (least, hypot (shapes[i].parts[k].points[2 * p] - x, shapes[i].parts[k].points[2 * p + 1] - y));
  return least;
}

/* The railways pass through their stations, at each level as nearly as it knows, and keep to the shore of Baikal. */
static void
test_railways (void)
{
  static const struct
  {
    double longitude, latitude;
  } stations[] = {
    { 37.62, 55.75 }, /* Moscow */
    { 82.93, 55.04 }, /* Novosibirsk */
    { 131.87, 43.11 }, /* Vladivostok */
    { 124.72, 55.16 }, /* Tynda */
    { 107.584, 51.834 }, /* Ulan-Ude */
    { 106.884, 47.908 }, /* Ulaanbaatar */
    { 111.98, 43.65 }, /* Erenhot */
    { 117.43, 49.60 }, /* Manzhouli */
    { 126.65, 45.75 }, /* Harbin */
    { 116.407, 39.904 }, /* Beijing */
  };
  g_autoptr (SteppeBasemap) map = open_map ();
  double x, y;

  for (guint i = 0; i < steppe_basemap_get_n_levels (map); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (stations); k++)
        {
          steppe_albers_forward (stations[k].longitude, stations[k].latitude, &x, &y);
          g_assert_cmpfloat (railway_distance (load_level (map, i), x, y), <, 3000);
        }
      steppe_albers_forward (93.0, 47.0, &x, &y);
      g_assert_cmpfloat (railway_distance (load_level (map, i), x, y), >, 3e5);
      steppe_albers_forward (105.2, 51.75, &x, &y);
      g_assert_cmpfloat (railway_distance (load_level (map, i), x, y), >, 1e4);
    }
}

static void
test_world (void)
{
  static const struct
  {
    const char *code;
    double longitude, latitude;
  } places[] = {
    { "NL", 4.6, 52.1 },
    { "US", -74.5, 41.3 },
    { "IT", 12.5, 42 },
    { "ZA", 28, -26.2 },
    { "RU", 185, 67 },
    { "x-crimea", 34.1, 45.2 },
    { "x-kurils", 147.9, 45.0 },
    { "", -40, 40 },
  };
  g_autoptr (SteppeBasemap) map = open_map ();
  g_autoptr (GError) error = NULL;
  const SteppeBasemapLevel *world = steppe_basemap_load_world (map, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpstr (area_at (map, world, places[i].longitude, places[i].latitude), ==, places[i].code);
}

static const SteppeBasemapPlace *
find_place (SteppeBasemap *map, const char *name)
{
  guint n_places;
  const SteppeBasemapPlace *places = steppe_basemap_get_places (map, &n_places);

  for (guint i = 0; i < n_places; i++)
    if (strcmp (places[i].names[0], name) == 0)
      return &places[i];
  g_assert_not_reached ();
}

static void
test_places (void)
{
  static const struct
  {
    const char *const languages[4];
    const char *name;
  } cases[] = {
    { { "mn", NULL }, "Улаанбаатар" },
    { { "ru_RU.UTF-8", "ru_RU", "ru", NULL }, "Улан-Батор" },
    { { "zh-Hans-CN", NULL }, "乌兰巴托" },
    { { "xx", "mn_MN", NULL }, "Улаанбаатар" },
    { { "mnx", NULL }, "Ulaanbaatar" },
    { { "C", NULL }, "Ulaanbaatar" },
    { { NULL }, "Ulaanbaatar" },
  };
  static const char *const mongolian[] = { "mn_MN", "mn", "en", NULL };
  g_autoptr (SteppeBasemap) map = open_map ();
  const SteppeBasemapPlace *capital = find_place (map, "Ulaanbaatar");
  guint n_places, n_cities = 0;
  const SteppeBasemapPlace *places = steppe_basemap_get_places (map, &n_places);
  double x, y;

  for (guint i = 0; i < n_places; i++)
    {
      g_assert_cmpstr (places[i].names[0], !=, "");
      g_assert_true (i == 0 || places[i].rank >= places[i - 1].rank);
      n_cities += places[i].kind == STEPPE_PLACE_LABEL_CITY;
    }
  g_assert_cmpuint (n_cities, >, 1700);

  g_assert_true (capital->capital);
  g_assert_cmpint (capital->kind, ==, STEPPE_PLACE_LABEL_CITY);
  g_assert_cmpint (capital->area, ==, steppe_basemap_find_area (map, "MN"));
  steppe_albers_forward (106.9176, 47.9188, &x, &y);
  g_assert_cmpfloat_with_epsilon (capital->x, x, 10);
  g_assert_cmpfloat_with_epsilon (capital->y, y, 10);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (steppe_basemap_get_place_name (map, capital, cases[i].languages), ==, cases[i].name);

  /* No Mongolian name is known of Angarsk. */
  g_assert_cmpstr (steppe_basemap_get_place_name (map, find_place (map, "Angarsk"), mongolian), ==, "Ангарск");
  g_assert_cmpstr (steppe_basemap_get_place_name (map, find_place (map, "Angarsk"), cases[5].languages), ==, "Angarsk");

  g_assert_true (steppe_basemap_place_is_shown (capital, 12000));
  g_assert_false (steppe_basemap_place_is_shown (find_place (map, "Mandalgovi"), 12000));
  g_assert_true (steppe_basemap_place_is_shown (find_place (map, "Mandalgovi"), 300));
}

static gpointer
load_in_thread (gpointer data)
{
  return (gpointer) steppe_basemap_load_level (data, 2, NULL);
}

static void
test_threads (void)
{
  g_autoptr (SteppeBasemap) map = open_map ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("load", load_in_thread, map);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == load_level (map, 2));
}

static void
test_attribution (void)
{
  g_assert_nonnull (strstr (steppe_basemap_get_attribution (), "Natural Earth"));
  g_assert_nonnull (strstr (steppe_basemap_get_attribution (), "GeoNames"));
}

/* The sizes are those that the countries give for their land and inland waters, in square metres. */
static void
test_measure (void)
{
  static const struct
  {
    const char *code;
    double size;
  } countries[] = { { "RU", 17.1e12 }, { "CN", 9.55e12 }, { "MN", 1.564e12 }, { "KZ", 2.72e12 }, { "PT", 0.092e12 } };
  g_autoptr (SteppeBasemap) map = open_map ();

  for (guint level = 0; level < 2; level++)
    for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
      {
        double measured = steppe_basemap_level_measure (load_level (map, level), steppe_basemap_find_area (map, countries[i].code));

        g_assert_cmpfloat (fabs (measured / countries[i].size - 1), <, 0.04);
      }
  g_assert_cmpfloat (steppe_basemap_level_measure (load_level (map, 0), -2), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/basemap/levels", test_levels);
  g_test_add_func ("/basemap/areas", test_areas);
  g_test_add_func ("/basemap/disputed", test_disputed);
  g_test_add_func ("/basemap/disputed-edges", test_disputed_edges);
  g_test_add_func ("/basemap/no-lines-at-sea", test_no_lines_at_sea);
  g_test_add_func ("/basemap/no-seam", test_no_seam);
  g_test_add_func ("/basemap/water", test_water);
  g_test_add_func ("/basemap/railways", test_railways);
  g_test_add_func ("/basemap/world", test_world);
  g_test_add_func ("/basemap/places", test_places);
  g_test_add_func ("/basemap/threads", test_threads);
  g_test_add_func ("/basemap/attribution", test_attribution);
  g_test_add_func ("/basemap/measure", test_measure);
  return g_test_run ();
}
