/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-basemap-private.h"

#include <math.h>

/* Edges are straight in longitude and latitude; on the map they get a point at least each so many degrees. */
#define STEP 1.0
/* What lies wholly beyond this, about 100 degrees from the centre, in metres of the map, is left out: it is never seen, and an
 * area around the point opposite the centre would be turned inside out. */
#define FARTHEST 9.8e6
/* In degrees, the quantum of the world: two points are one where this much cannot tell them apart. */
#define QUANTUM 0.01

/* Finds the longitude and latitude of a point of the source. */
typedef void (*Unproject) (const float *point, double *longitude, double *latitude);

typedef struct
{
  const SteppeProjection *projection;
  Unproject unproject;
  SteppeLayerGrowth growth;
} Drawing;

static void
take_degrees (const float *point, double *longitude, double *latitude)
{
  *longitude = point[0];
  *latitude = point[1];
}

static void
take_metres (const float *point, double *longitude, double *latitude)
{
  steppe_albers_inverse (point[0], point[1], longitude, latitude);
}

static void
add_point (Drawing *self, double longitude, double latitude, SteppeBasemapPart *part, double *nearest)
{
  double x, y;
  float point[2];

  steppe_projection_forward (self->projection, longitude, latitude, &x, &y);
  point[0] = (float) x;
  point[1] = (float) y;
  g_array_append_vals (self->growth.points, point, 2);
  part->n_points++;
  steppe_box_extend (&part->box, point[0], point[1]);
  *nearest = MIN (*nearest, hypot (x, y));
}

/* Adds the edge from one point to the next, without its beginning. */
static void
add_edge (Drawing *self, const float *from, const float *to, SteppeBasemapPart *part, double *nearest)
{
  double longitude, latitude, dx, dy, n;

  self->unproject (from, &longitude, &latitude);
  self->unproject (to, &dx, &dy);
  dx = remainder (dx - longitude, 360.0);
  dy -= latitude;
  n = MAX (ceil (MAX (fabs (dx), fabs (dy)) / STEP), 1.0);
  for (double i = 1; i <= n; i++)
    add_point (self, longitude + dx * i / n, latitude + dy * i / n, part, nearest);
}

/* Adds a line or a ring, unless all of it is too far away. */
static void
add_part (Drawing *self, const SteppeBasemapPart *source, gboolean closed, SteppeBasemapShape *shape)
{
  SteppeBasemapPart part = { NULL, 0, STEPPE_BOX_EMPTY };
  guint before = self->growth.points->len;
  double nearest = G_MAXDOUBLE, longitude, latitude;

  self->unproject (source->points, &longitude, &latitude);
  add_point (self, longitude, latitude, &part, &nearest);
  for (guint i = 1; i < source->n_points; i++)
    add_edge (self, source->points + 2 * (i - 1), source->points + 2 * i, &part, &nearest);
  if (closed)
    add_edge (self, source->points + 2 * (source->n_points - 1), source->points, &part, &nearest);
  if (nearest > FARTHEST)
    {
      g_array_set_size (self->growth.points, before);
      return;
    }
  _steppe_layer_growth_add_part (&self->growth, &part, &shape->box);
  shape->n_parts++;
}

static void
project_layer (const SteppeProjection *projection,
               Unproject unproject,
               const SteppeLayer *source,
               gboolean closed,
               SteppeLayer *layer)
{
  Drawing drawing = { projection, unproject };

  _steppe_layer_growth_init (&drawing.growth);
  for (guint i = 0; i < source->n_shapes; i++)
    {
      SteppeBasemapShape shape = { source->shapes[i].area, 0, NULL, STEPPE_BOX_EMPTY };

      for (guint k = 0; k < source->shapes[i].n_parts; k++)
        add_part (&drawing, &source->shapes[i].parts[k], closed, &shape);
      if (shape.n_parts > 0)
        g_array_append_val (drawing.growth.shapes, shape);
    }
  _steppe_layer_growth_end (&drawing.growth, layer);
}

/* An edge of the world, the same in both directions. */
static guint64
hash_edge (const float *a, const float *b)
{
  guint64 hashes[2];
  const float *points[] = { a, b };

  for (guint i = 0; i < 2; i++)
    hashes[i] = (guint64) (guint32) lround (points[i][0] / QUANTUM) << 32 | (guint32) lround (points[i][1] / QUANTUM);
  return hashes[0] * 31 + hashes[1] * 31 + (hashes[0] ^ hashes[1]);
}

static void
collect_edges (const SteppeLayer *layer, GHashTable *edges)
{
  for (guint i = 0; i < layer->n_shapes; i++)
    for (guint k = 0; k < layer->shapes[i].n_parts; k++)
      for (guint n = 1; n < layer->shapes[i].parts[k].n_points; n++)
        {
          const float *points = layer->shapes[i].parts[k].points;
          guint64 edge = hash_edge (points + 2 * (n - 1), points + 2 * n);

          g_hash_table_add (edges, g_memdup2 (&edge, sizeof edge));
        }
}

/* Adds the runs of a ring of land that are no border. */
static void
add_coasts (Drawing *self, const SteppeBasemapPart *ring, GHashTable *borders, SteppeBasemapShape *shape)
{
  guint n = ring->n_points;
  g_autofree float *points = g_new (float, 2 * (n + 1));
  guint start = 0;

  memcpy (points, ring->points, 2 * n * sizeof (float));
  memcpy (points + 2 * n, ring->points, 2 * sizeof (float));
  for (guint i = 1; i <= n + 1; i++)
    {
      guint64 edge = i <= n ? hash_edge (points + 2 * (i - 1), points + 2 * i) : 0;

      if (i <= n && !g_hash_table_contains (borders, &edge))
        continue;
      if (i - 1 > start)
        add_part (self, &(SteppeBasemapPart) { points + 2 * start, i - start, STEPPE_BOX_EMPTY }, FALSE, shape);
      start = i;
    }
}

/* The world has no layer of coasts: they are what of the outline of land is no border. */
static void
project_coasts (const SteppeBasemapLevel *world, const SteppeProjection *projection, SteppeLayer *layer)
{
  const SteppeLayer *land = &world->layers[STEPPE_BASEMAP_LAYER_LAND];
  g_autoptr (GHashTable) borders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Drawing drawing = { projection, take_degrees };

  collect_edges (&world->layers[STEPPE_BASEMAP_LAYER_BORDER], borders);
  collect_edges (&world->layers[STEPPE_BASEMAP_LAYER_DISPUTED_LINE], borders);
  _steppe_layer_growth_init (&drawing.growth);
  for (guint i = 0; i < land->n_shapes; i++)
    {
      SteppeBasemapShape shape = { -1, 0, NULL, STEPPE_BOX_EMPTY };

      for (guint k = 0; k < land->shapes[i].n_parts; k++)
        add_coasts (&drawing, &land->shapes[i].parts[k], borders, &shape);
      if (shape.n_parts > 0)
        g_array_append_val (drawing.growth.shapes, shape);
    }
  _steppe_layer_growth_end (&drawing.growth, layer);
}

/*
 * _steppe_basemap_level_project:
 * @world: the world, in degrees
 * @waters: a level of the region's map, for its lakes and rivers
 * @projection: what the new level is to stand in
 *
 * Draws the world in a projection.
 *
 * Returns: (transfer full): the level, in metres of the map
 */
SteppeBasemapLevel *
_steppe_basemap_level_project (const SteppeBasemapLevel *world,
                               const SteppeBasemapLevel *waters,
                               const SteppeProjection *projection)
{
  static const struct
  {
    SteppeBasemapLayer layer;
    gboolean of_world;
    gboolean closed;
  } layers[] = {
    { STEPPE_BASEMAP_LAYER_LAND, TRUE, TRUE },
    { STEPPE_BASEMAP_LAYER_BORDER, TRUE, FALSE },
    { STEPPE_BASEMAP_LAYER_DISPUTED_LINE, TRUE, FALSE },
    { STEPPE_BASEMAP_LAYER_LAKE, FALSE, TRUE },
    { STEPPE_BASEMAP_LAYER_RIVER, FALSE, FALSE },
  };
  SteppeBasemapLevel *level = g_new0 (SteppeBasemapLevel, 1);

  g_atomic_ref_count_init (&level->ref_count);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    project_layer (projection, layers[i].of_world ? take_degrees : take_metres,
                   &(layers[i].of_world ? world : waters)->layers[layers[i].layer], layers[i].closed,
                   &level->layers[layers[i].layer]);
  project_coasts (world, projection, &level->layers[STEPPE_BASEMAP_LAYER_COAST]);
  return level;
}
