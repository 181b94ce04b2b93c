/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <yyjson.h>

#include "geo/steppe-basemap.h"

/* peer-layers [--thin] FOLDER: writes the base map as FOLDER/LAYER.geojson, from which bench.py has tiles made for the map that
 * Steppe's is measured against. A file has one GeoJSON feature (RFC 7946) a line. With --thin a place is only in tiles of scales at
 * which Steppe would name it. */

/* Of the tiles. */
#define MAX_ZOOM 6
#define TILE_SIZE 512 /* pixels */
/* Where the region is cut, in degrees; what is west of it goes on in the east, beyond 180. */
#define CUT -75.0
#define EQUATOR 40075016.686 /* metres */
#define MIDDLE_LATITUDE 50.0 /* degrees: where as many places are to be in sight as on Steppe's map */
/* What coordinates are rounded to: about a metre. */
#define STEPS_PER_DEGREE 1e5

/* The layers of the base map by their names in the tiles. */
static const struct
{
  SteppeBasemapLayer layer;
  const char *name;
  gboolean rings;
} layers[] = {
  { STEPPE_BASEMAP_LAYER_LAND, "land", TRUE },
  { STEPPE_BASEMAP_LAYER_COAST, "coast", FALSE },
  { STEPPE_BASEMAP_LAYER_LAKE, "lake", TRUE },
  { STEPPE_BASEMAP_LAYER_RIVER, "river", FALSE },
  { STEPPE_BASEMAP_LAYER_UNIT_LINE, "unit", FALSE },
  { STEPPE_BASEMAP_LAYER_BORDER, "border", FALSE },
  { STEPPE_BASEMAP_LAYER_DISPUTED_LINE, "disputed", FALSE },
  { STEPPE_BASEMAP_LAYER_RAILWAY, "railway", FALSE },
};

static gboolean thin;
static const GOptionEntry options[] = {
  { "thin", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &thin, "Places only where Steppe would name them", NULL },
  { NULL },
};

static FILE *
open_layer (const char *folder,
            const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.geojson", folder, name);
  FILE *file = g_fopen (path, "w");

  if (file == NULL)
    g_error ("%s: %s", path, g_strerror (errno));
  return file;
}

/* Starts a feature; what it is goes into its properties, where it lies into its coordinates. */
static yyjson_mut_doc *
start_feature (const char *type,
               yyjson_mut_val **properties,
               yyjson_mut_val **coordinates)
{
  yyjson_mut_doc *document = yyjson_mut_doc_new (NULL);
  yyjson_mut_val *feature = yyjson_mut_obj (document), *geometry;

  yyjson_mut_doc_set_root (document, feature);
  yyjson_mut_obj_add_str (document, feature, "type", "Feature");
  *properties = yyjson_mut_obj_add_obj (document, feature, "properties");
  geometry = yyjson_mut_obj_add_obj (document, feature, "geometry");
  yyjson_mut_obj_add_str (document, geometry, "type", type);
  *coordinates = yyjson_mut_obj_add_arr (document, geometry, "coordinates");
  return document;
}

/* Writes a feature and frees it. */
static void
finish_feature (yyjson_mut_doc *document,
                FILE *file)
{
  if (!yyjson_mut_write_fp (file, document, YYJSON_WRITE_NEWLINE_AT_END, NULL, NULL))
    g_error ("%s", g_strerror (errno));
  yyjson_mut_doc_free (document);
}

static double
round_degrees (double degrees)
{
  return round (degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
}

static void
add_position (yyjson_mut_doc *document,
              yyjson_mut_val *line,
              double longitude,
              double latitude)
{
  yyjson_mut_val *position = yyjson_mut_arr_add_arr (document, line);

  yyjson_mut_arr_add_real (document, position, round_degrees (longitude < CUT ? longitude + 360 : longitude));
  yyjson_mut_arr_add_real (document, position, round_degrees (latitude));
}

static void
add_point (yyjson_mut_doc *document,
           yyjson_mut_val *line,
           const float *point)
{
  SteppeProjection region;
  double longitude, latitude;

  steppe_projection_init_region (&region);
  if (steppe_projection_inverse (&region, point[0], point[1], &longitude, &latitude))
    add_position (document, line, longitude, latitude);
}

/* Twice the area of a ring, negative for one that turns the other way. */
static double
measure_ring (const SteppeBasemapPart *ring)
{
  double sum = 0;

  for (guint i = 0; i < ring->n_points; i++)
    {
      const float *a = &ring->points[2 * i], *b = &ring->points[2 * ((i + 1) % ring->n_points)];

      sum += (double) a[0] * b[1] - (double) b[0] * a[1];
    }
  return sum;
}

/* A line of a MultiLineString, or a ring of a MultiPolygon: one that turns as the first does begins a polygon, others are its holes. */
static void
write_shape (FILE *file,
             const SteppeBasemapShape *shape,
             const char *area,
             gboolean rings)
{
  yyjson_mut_val *properties, *coordinates, *polygon = NULL;
  yyjson_mut_doc *document = start_feature (rings ? "MultiPolygon" : "MultiLineString", &properties, &coordinates);

  yyjson_mut_obj_add_str (document, properties, "name", area);
  for (guint i = 0; i < shape->n_parts; i++)
    {
      const SteppeBasemapPart *part = &shape->parts[i];
      yyjson_mut_val *line;

      if (rings && (measure_ring (part) > 0) == (measure_ring (&shape->parts[0]) > 0))
        polygon = yyjson_mut_arr_add_arr (document, coordinates);
      line = yyjson_mut_arr_add_arr (document, rings ? polygon : coordinates);
      for (guint k = 0; k < part->n_points + (rings ? 1 : 0); k++)
        add_point (document, line, &part->points[2 * (k % part->n_points)]);
    }
  finish_feature (document, file);
}

static void
write_layer (SteppeBasemap *basemap,
             const SteppeBasemapLevel *level,
             guint layer,
             const char *folder)
{
  FILE *file = open_layer (folder, layers[layer].name);
  guint n_shapes;
  const SteppeBasemapShape *shapes = steppe_basemap_level_get_shapes (level, layers[layer].layer, &n_shapes);
  const SteppeBasemapArea *areas = steppe_basemap_get_areas (basemap, &(guint) { 0 });

  for (guint i = 0; i < n_shapes; i++)
    write_shape (file, &shapes[i], shapes[i].area >= 0 ? areas[shapes[i].area].code : "", layers[layer].rings);
  fclose (file);
}

/* The first and the last zoom level at which Steppe would name the place; returns FALSE when it does at none. */
static gboolean
find_zooms (const SteppeBasemapPlace *place,
            int *first,
            int *last)
{
  *first = *last = -1;
  for (int zoom = 0; zoom <= MAX_ZOOM; zoom++)
    if (steppe_basemap_place_is_shown (place, EQUATOR * cos (MIDDLE_LATITUDE * G_PI / 180) / TILE_SIZE / (1 << zoom)))
      {
        *first = *first < 0 ? zoom : *first;
        *last = zoom;
      }
  return *first >= 0;
}

/* For tippecanoe, which reads it in this member of a feature. */
static void
add_zooms (yyjson_mut_doc *document,
           int first,
           int last)
{
  yyjson_mut_val *zooms = yyjson_mut_obj_add_obj (document, yyjson_mut_doc_get_root (document), "tippecanoe");

  yyjson_mut_obj_add_int (document, zooms, "minzoom", first);
  yyjson_mut_obj_add_int (document, zooms, "maxzoom", last);
}

static void
write_places (SteppeBasemap *basemap,
              const char *folder)
{
  FILE *file = open_layer (folder, "place");
  guint n_places;
  const SteppeBasemapPlace *places = steppe_basemap_get_places (basemap, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      const char *name = steppe_basemap_get_place_name (basemap, &places[i], (const char *[]) { "en", NULL });
      yyjson_mut_val *properties, *coordinates;
      yyjson_mut_doc *document;
      int first, last;

      if (name == NULL || !find_zooms (&places[i], &first, &last))
        continue;
      document = start_feature ("MultiPoint", &properties, &coordinates);
      yyjson_mut_obj_add_str (document, properties, "name", name);
      yyjson_mut_obj_add_uint (document, properties, "rank", places[i].rank);
      if (thin)
        add_zooms (document, first, last);
      add_position (document, coordinates, places[i].longitude, places[i].latitude);
      finish_feature (document, file);
    }
  fclose (file);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeBasemap) basemap = NULL;
  const SteppeBasemapLevel *level;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("peer-layers: %s\n", error != NULL ? error->message : "one folder is to be named");
      return 2;
    }
  basemap = steppe_basemap_new_from_resource (&error);
  level = basemap != NULL ? steppe_basemap_load_level (basemap, steppe_basemap_get_n_levels (basemap) - 1, &error) : NULL;
  if (level == NULL || g_mkdir_with_parents (argv[1], 0755) != 0)
    {
      g_printerr ("peer-layers: %s\n", level == NULL ? error->message : g_strerror (errno));
      return 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    write_layer (basemap, level, i, argv[1]);
  write_places (basemap, argv[1]);
  return 0;
}
