/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>

#include "geo/steppe-basemap.h"

/* peer-tiles FOLDER: writes the base map as vector tiles, FOLDER/ZOOM-X-Y, for the map that Steppe's is measured against.
 *
 * The tiles are as the Mapbox Vector Tile Specification 2.1 has them: protocol buffers, in the web Mercator projection. Their
 * numbers below are its field numbers. */

#define MAX_ZOOM 6
#define TILE_SIZE 512 /* pixels */
#define EXTENT 4096 /* units of a tile */
#define BUFFER 64 /* units around it that belong to it as well */
/* Where the region is cut, in degrees; what is west of it is reached by going on to the east. */
#define CUT -75.0
#define EQUATOR 40075016.686 /* metres */
#define MIDDLE_LATITUDE 50.0 /* degrees: where a level of detail is to suit the zoom level */

typedef enum
{
  GEOMETRY_POINT = 1,
  GEOMETRY_LINE = 2,
  GEOMETRY_POLYGON = 3,
} Geometry;

/* The layers of the base map by their names in the tiles, and one of places after them. */
static const struct
{
  SteppeBasemapLayer layer;
  const char *name;
  Geometry geometry;
} layers[] = {
  { STEPPE_BASEMAP_LAYER_LAND, "land", GEOMETRY_POLYGON },
  { STEPPE_BASEMAP_LAYER_COAST, "coast", GEOMETRY_LINE },
  { STEPPE_BASEMAP_LAYER_LAKE, "lake", GEOMETRY_POLYGON },
  { STEPPE_BASEMAP_LAYER_RIVER, "river", GEOMETRY_LINE },
  { STEPPE_BASEMAP_LAYER_UNIT_LINE, "unit", GEOMETRY_LINE },
  { STEPPE_BASEMAP_LAYER_BORDER, "border", GEOMETRY_LINE },
  { STEPPE_BASEMAP_LAYER_DISPUTED_LINE, "disputed", GEOMETRY_LINE },
  { STEPPE_BASEMAP_LAYER_RAILWAY, "railway", GEOMETRY_LINE },
};

#define PLACES G_N_ELEMENTS (layers)
#define N_LAYERS (PLACES + 1)

typedef struct
{
  double x;
  double y;
} Point;

/* A layer of one tile. */
typedef struct
{
  GByteArray *features;
  GByteArray *values;
  guint n_values;
} TileLayer;

typedef struct
{
  TileLayer layers[N_LAYERS];
} Tile;

/* What is being drawn, at one zoom level. */
typedef struct
{
  SteppeBasemap *basemap;
  GHashTable *tiles; /* index of the tile → Tile */
  int n_tiles; /* along one side of the world */
} Maker;

/* ---- Protocol buffers */

static void
put_number (GByteArray *bytes,
            guint64 number)
{
  do
    {
      guint8 byte = (guint8) ((number & 0x7f) | (number > 0x7f ? 0x80 : 0));

      g_byte_array_append (bytes, &byte, 1);
      number >>= 7;
    }
  while (number > 0);
}

static void
put_field (GByteArray *bytes,
           guint field,
           guint64 number)
{
  put_number (bytes, field << 3);
  put_number (bytes, number);
}

static void
put_bytes (GByteArray *bytes,
           guint field,
           gconstpointer data,
           gsize length)
{
  put_number (bytes, field << 3 | 2);
  put_number (bytes, length);
  g_byte_array_append (bytes, data, (guint) length);
}

static void
put_string (GByteArray *bytes,
            guint field,
            const char *string)
{
  put_bytes (bytes, field, string, strlen (string));
}

/* ---- Tiles */

static void
tile_free (Tile *tile)
{
  for (guint i = 0; i < N_LAYERS; i++)
    {
      g_byte_array_unref (tile->layers[i].features);
      g_byte_array_unref (tile->layers[i].values);
    }
  g_free (tile);
}

static TileLayer *
get_layer (Maker *self,
           int x,
           int y,
           guint layer)
{
  gpointer key = GINT_TO_POINTER (y * self->n_tiles + x);
  Tile *tile = g_hash_table_lookup (self->tiles, key);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      for (guint i = 0; i < N_LAYERS; i++)
        tile->layers[i] = (TileLayer) { g_byte_array_new (), g_byte_array_new (), 0 };
      g_hash_table_insert (self->tiles, key, tile);
    }
  return &tile->layers[layer];
}

/* Adds a feature with its name and its rank, the two keys of each layer. */
static void
add_feature (TileLayer *layer,
             Geometry geometry,
             const GByteArray *commands,
             const char *name,
             guint rank)
{
  g_autoptr (GByteArray) feature = g_byte_array_new (), tags = g_byte_array_new (), value = g_byte_array_new (),
                         number = g_byte_array_new ();

  for (guint key = 0; key < 2; key++)
    {
      put_number (tags, key);
      put_number (tags, layer->n_values++);
    }
  put_string (value, 1, name);
  put_bytes (layer->values, 4, value->data, value->len);
  put_field (number, 5, rank);
  put_bytes (layer->values, 4, number->data, number->len);
  put_bytes (feature, 2, tags->data, tags->len);
  put_field (feature, 3, geometry);
  put_bytes (feature, 4, commands->data, commands->len);
  put_bytes (layer->features, 2, feature->data, feature->len);
}

static void
write_tile (const Tile *tile,
            const char *path)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_LAYERS; i++)
    {
      const TileLayer *layer = &tile->layers[i];
      g_autoptr (GByteArray) message = g_byte_array_new ();

      if (layer->features->len == 0)
        continue;
      put_field (message, 15, 2);
      put_string (message, 1, i == PLACES ? "place" : layers[i].name);
      g_byte_array_append (message, layer->features->data, layer->features->len);
      put_string (message, 3, "name");
      put_string (message, 3, "rank");
      g_byte_array_append (message, layer->values->data, layer->values->len);
      put_field (message, 5, EXTENT);
      put_bytes (bytes, 3, message->data, message->len);
    }
  if (!g_file_set_contents_full (path, (const char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE, 0644, &error))
    g_error ("%s", error->message);
}

/* ---- Geometry */

/* In units of tiles of this zoom level; the part of the world west of the cut comes to the east of all the rest. */
static Point
project (Maker *self,
         double longitude,
         double latitude)
{
  double phi = CLAMP (latitude, -85, 85) * G_PI / 180;

  return (Point) { ((longitude < CUT ? longitude + 360 : longitude) + 180) / 360 * self->n_tiles * EXTENT,
                   (1 - asinh (tan (phi)) / G_PI) / 2 * self->n_tiles * EXTENT };
}

static GArray *
project_part (Maker *self,
              const SteppeBasemapPart *part)
{
  SteppeProjection region;
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (Point), part->n_points);

  steppe_projection_init_region (&region);
  for (guint i = 0; i < part->n_points; i++)
    {
      double longitude, latitude;
      Point point;

      if (!steppe_projection_inverse (&region, part->points[2 * i], part->points[2 * i + 1], &longitude, &latitude))
        continue;
      point = project (self, longitude, latitude);
      g_array_append_val (points, point);
    }
  return points;
}

/* Where from @a to @b the line at @at along @axis is crossed. */
static Point
cross (const Point *a,
       const Point *b,
       gboolean vertical,
       double at)
{
  double t = vertical ? (at - a->y) / (b->y - a->y) : (at - a->x) / (b->x - a->x);

  return vertical ? (Point) { a->x + t * (b->x - a->x), at } : (Point) { at, a->y + t * (b->y - a->y) };
}

static gboolean
is_inside (const Point *point,
           gboolean vertical,
           double at,
           int side)
{
  return ((vertical ? point->y : point->x) - at) * side >= 0;
}

/* Cuts a ring at one edge of a tile (Sutherland and Hodgman 1974); takes @ring. */
static GArray *
cut_ring (GArray *ring,
          gboolean vertical,
          double at,
          int side)
{
  GArray *cut = g_array_sized_new (FALSE, FALSE, sizeof (Point), ring->len);

  for (guint i = 0; i < ring->len; i++)
    {
      const Point *a = &g_array_index (ring, Point, i), *b = &g_array_index (ring, Point, (i + 1) % ring->len);

      if (is_inside (a, vertical, at, side))
        g_array_append_vals (cut, a, 1);
      if (is_inside (a, vertical, at, side) != is_inside (b, vertical, at, side))
        {
          Point point = cross (a, b, vertical, at);

          g_array_append_val (cut, point);
        }
    }
  g_array_unref (ring);
  return cut;
}

/* The commands that draw @points in the tile at @origin; none when nothing is left of them at this size. */
static void
put_points (GByteArray *commands,
            const Point *points,
            guint n_points,
            const Point *origin,
            Geometry geometry,
            gint64 *pen)
{
  static const guint least[] = { [GEOMETRY_POINT] = 1, [GEOMETRY_LINE] = 2, [GEOMETRY_POLYGON] = 3 };
  g_autoptr (GArray) deltas = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last[] = { pen[0], pen[1] };
  guint n;

  for (guint i = 0; i < n_points; i++)
    {
      gint64 at[] = { llround (points[i].x - origin->x), llround (points[i].y - origin->y) };

      if (i > 0 && at[0] == last[0] && at[1] == last[1])
        continue;
      for (guint k = 0; k < 2; k++)
        {
          gint64 delta = at[k] - last[k];

          g_array_append_val (deltas, delta);
          last[k] = at[k];
        }
    }
  n = deltas->len / 2;
  if (n < least[geometry])
    return;
  memcpy (pen, last, sizeof last);
  put_number (commands, 1 | 1 << 3);
  for (guint i = 0; i < deltas->len; i++)
    {
      gint64 delta = g_array_index (deltas, gint64, i);

      if (i == 2)
        put_number (commands, 2 | (n - 1) << 3);
      put_number (commands, (guint64) delta << 1 ^ (guint64) (delta >> 63));
    }
  if (geometry == GEOMETRY_POLYGON)
    put_number (commands, 7 | 1 << 3);
}

static void
put_ring (GByteArray *commands,
          const GArray *points,
          const Point *origin,
          gint64 *pen)
{
  GArray *ring = g_array_copy ((GArray *) points);

  ring = cut_ring (ring, FALSE, origin->x - BUFFER, 1);
  ring = cut_ring (ring, FALSE, origin->x + EXTENT + BUFFER, -1);
  ring = cut_ring (ring, TRUE, origin->y - BUFFER, 1);
  ring = cut_ring (ring, TRUE, origin->y + EXTENT + BUFFER, -1);
  if (ring->len > 2)
    put_points (commands, (const Point *) ring->data, ring->len, origin, GEOMETRY_POLYGON, pen);
  g_array_unref (ring);
}

static gboolean
segment_is_near (const Point *a,
                 const Point *b,
                 const Point *origin)
{
  return MAX (a->x, b->x) >= origin->x - BUFFER && MIN (a->x, b->x) <= origin->x + EXTENT + BUFFER &&
         MAX (a->y, b->y) >= origin->y - BUFFER && MIN (a->y, b->y) <= origin->y + EXTENT + BUFFER;
}

/* The segments that come near the tile, as they are: the map clips what it draws. */
static void
put_line (GByteArray *commands,
          const GArray *points,
          const Point *origin,
          gint64 *pen)
{
  const Point *all = (const Point *) points->data;

  for (guint i = 1, start = 0; i <= points->len; i++)
    if (i == points->len || !segment_is_near (&all[i - 1], &all[i], origin))
      {
        if (i - start > 1)
          put_points (commands, &all[start], i - start, origin, GEOMETRY_LINE, pen);
        start = i;
      }
}

/* Adds a shape to each tile that it is in. */
static void
add_shape (Maker *self,
           guint layer,
           const SteppeBasemapShape *shape,
           GPtrArray *parts,
           const SteppeBox *box)
{
  const char *code = shape->area >= 0 ? steppe_basemap_get_areas (self->basemap, &(guint) { 0 })[shape->area].code : "";
  int last_x = (int) floor ((box->x_max + BUFFER) / EXTENT), last_y = (int) floor ((box->y_max + BUFFER) / EXTENT);

  for (int y = (int) floor ((box->y_min - BUFFER) / EXTENT); y <= last_y; y++)
    for (int x = (int) floor ((box->x_min - BUFFER) / EXTENT); x <= last_x; x++)
      {
        g_autoptr (GByteArray) commands = g_byte_array_new ();
        Point origin = { (double) x * EXTENT, (double) y * EXTENT };
        gint64 pen[] = { 0, 0 };

        for (guint i = 0; i < parts->len; i++)
          {
            if (layers[layer].geometry == GEOMETRY_POLYGON)
              put_ring (commands, g_ptr_array_index (parts, i), &origin, pen);
            else
              put_line (commands, g_ptr_array_index (parts, i), &origin, pen);
          }
        if (commands->len > 0 && y >= 0 && y < self->n_tiles)
          add_feature (get_layer (self, (x + self->n_tiles) % self->n_tiles, y, layer), layers[layer].geometry, commands, code, 0);
      }
}

static void
add_layer (Maker *self,
           const SteppeBasemapLevel *level,
           guint layer)
{
  guint n_shapes;
  const SteppeBasemapShape *shapes = steppe_basemap_level_get_shapes (level, layers[layer].layer, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      SteppeBox box = STEPPE_BOX_EMPTY;

      for (guint k = 0; k < shapes[i].n_parts; k++)
        {
          GArray *points = project_part (self, &shapes[i].parts[k]);

          g_ptr_array_add (parts, points);
          for (guint m = 0; m < points->len; m++)
            steppe_box_extend (&box, g_array_index (points, Point, m).x, g_array_index (points, Point, m).y);
        }
      if (!steppe_box_is_empty (&box))
        add_shape (self, layer, &shapes[i], parts, &box);
    }
}

/* Those that Steppe names at this scale. */
static void
add_places (Maker *self,
            double metres_per_pixel)
{
  guint n_places;
  const SteppeBasemapPlace *places = steppe_basemap_get_places (self->basemap, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      const char *name = steppe_basemap_get_place_name (self->basemap, &places[i], (const char *[]) { "en", NULL });
      Point point = project (self, places[i].longitude, places[i].latitude);
      int x = (int) floor (point.x / EXTENT), y = (int) floor (point.y / EXTENT);
      g_autoptr (GByteArray) commands = g_byte_array_new ();

      if (name == NULL || y < 0 || y >= self->n_tiles || !steppe_basemap_place_is_shown (&places[i], metres_per_pixel))
        continue;
      put_points (commands, &point, 1, &(Point) { (double) x * EXTENT, (double) y * EXTENT }, GEOMETRY_POINT, (gint64[]) { 0, 0 });
      add_feature (get_layer (self, x % self->n_tiles, y, PLACES), GEOMETRY_POINT, commands, name, places[i].rank);
    }
}

static void
make_zoom (SteppeBasemap *basemap,
           int zoom,
           const char *folder)
{
  Maker self = { basemap, g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) tile_free), 1 << zoom };
  double metres_per_pixel = EQUATOR * cos (MIDDLE_LATITUDE * G_PI / 180) / TILE_SIZE / self.n_tiles;
  g_autoptr (GError) error = NULL;
  const SteppeBasemapLevel *level =
      steppe_basemap_load_level (basemap, steppe_basemap_get_level_at (basemap, metres_per_pixel), &error);
  GHashTableIter iter;
  gpointer key, tile;

  if (level == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    add_layer (&self, level, i);
  add_places (&self, metres_per_pixel);
  g_hash_table_iter_init (&iter, self.tiles);
  while (g_hash_table_iter_next (&iter, &key, &tile))
    {
      int index = GPOINTER_TO_INT (key);
      g_autofree char *path = g_strdup_printf ("%s/%d-%d-%d", folder, zoom, index % self.n_tiles, index / self.n_tiles);

      write_tile (tile, path);
    }
  g_hash_table_unref (self.tiles);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeBasemap) basemap = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: peer-tiles FOLDER\n");
      return 2;
    }
  basemap = steppe_basemap_new_from_resource (&error);
  if (basemap == NULL || g_mkdir_with_parents (argv[1], 0755) != 0)
    {
      g_printerr ("peer-tiles: %s\n", basemap == NULL ? error->message : g_strerror (errno));
      return 1;
    }
  for (int zoom = 0; zoom <= MAX_ZOOM; zoom++)
    make_zoom (basemap, zoom, argv[1]);
  return 0;
}
