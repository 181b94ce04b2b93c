/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "geo/steppe-basemap-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Farther out than any point of the cone, and than any degree. */
#define FARTHEST_METRES 4e7
#define FARTHEST_DEGREES 360.0

typedef struct
{
  SteppeByteReader reader;
  SteppeLayerGrowth growth;
  double quantum;
  double farthest;
  guint least_points;
  guint n_areas;
  guint32 x;
  guint32 y;
} Decoder;

void
_steppe_layer_growth_init (SteppeLayerGrowth *self)
{
  self->shapes = g_array_new (FALSE, FALSE, sizeof (SteppeBasemapShape));
  self->parts = g_array_new (FALSE, FALSE, sizeof (SteppeBasemapPart));
  self->points = g_array_new (FALSE, FALSE, sizeof (float));
}

void
_steppe_layer_growth_add_part (SteppeLayerGrowth *self, const SteppeBasemapPart *part, SteppeBox *shape_box)
{
  g_array_append_vals (self->parts, part, 1);
  steppe_box_extend (shape_box, part->box.x_min, part->box.y_min);
  steppe_box_extend (shape_box, part->box.x_max, part->box.y_max);
}

static void
decode_part (Decoder *decoder, SteppeBox *shape_box)
{
  SteppeByteReader *reader = &decoder->reader;
  guint n_points = _steppe_byte_reader_count (reader, 2);
  SteppeBasemapPart part = { NULL, n_points, STEPPE_BOX_EMPTY };

  if (n_points < decoder->least_points)
    reader->failed = TRUE;
  for (guint i = 0; i < n_points && !reader->failed; i++)
    {
      float point[2];

      /* Unsigned, so that what a damaged file adds up to wraps instead of being undefined. */
      decoder->x += (guint32) _steppe_byte_reader_zigzag (reader);
      decoder->y += (guint32) _steppe_byte_reader_zigzag (reader);
      point[0] = (float) ((gint32) decoder->x * decoder->quantum);
      point[1] = (float) ((gint32) decoder->y * decoder->quantum);
      if (fabsf (point[0]) > decoder->farthest || fabsf (point[1]) > decoder->farthest)
        reader->failed = TRUE;
      g_array_append_vals (decoder->growth.points, point, 2);
      steppe_box_extend (&part.box, point[0], point[1]);
    }
  _steppe_layer_growth_add_part (&decoder->growth, &part, shape_box);
}

static void
decode_shape (Decoder *decoder)
{
  SteppeByteReader *reader = &decoder->reader;
  guint area = _steppe_byte_reader_varint (reader);
  guint n_parts = _steppe_byte_reader_count (reader, 1 + 2 * decoder->least_points);
  SteppeBasemapShape shape = { (int) area - 1, n_parts, NULL, STEPPE_BOX_EMPTY };

  if (area > decoder->n_areas || n_parts == 0)
    reader->failed = TRUE;
  for (guint i = 0; i < n_parts && !reader->failed; i++)
    decode_part (decoder, &shape.box);
  g_array_append_val (decoder->growth.shapes, shape);
}

/* Makes a layer of what has grown. The arrays have moved while they grew: only now do pointers into them hold. */
void
_steppe_layer_growth_end (SteppeLayerGrowth *self, SteppeLayer *layer)
{
  guint n_parts = self->parts->len;
  const float *points;
  const SteppeBasemapPart *parts;

  layer->n_shapes = self->shapes->len;
  layer->shapes = (SteppeBasemapShape *) (gpointer) g_array_free (self->shapes, FALSE);
  layer->parts = (SteppeBasemapPart *) (gpointer) g_array_free (self->parts, FALSE);
  layer->points = (float *) (gpointer) g_array_free (self->points, FALSE);
  points = layer->points;
  parts = layer->parts;
  for (guint i = 0; i < n_parts; i++)
    {
      layer->parts[i].points = points;
      points += 2 * (gsize) layer->parts[i].n_points;
    }
  for (guint i = 0; i < layer->n_shapes; i++)
    {
      layer->shapes[i].parts = parts;
      parts += layer->shapes[i].n_parts;
    }
}

static gboolean
decode_layer (SteppeLayer *layer,
              SteppeBasemapLayer kind,
              const guint8 *data,
              const SteppeLevelEntry *level,
              guint n_areas)
{
  const SteppeLayerEntry *entry = &level->layers[kind];
  gboolean rings = kind == STEPPE_BASEMAP_LAYER_LAND || kind == STEPPE_BASEMAP_LAYER_LAKE;
  Decoder decoder = {
    .reader = { data + entry->offset, data + entry->offset + entry->length, FALSE },
    .quantum = level->quantum,
    .farthest = level->unit == STEPPE_UNIT_METRES ? FARTHEST_METRES : FARTHEST_DEGREES,
    .least_points = rings ? 3 : 2,
    .n_areas = n_areas,
  };

  _steppe_layer_growth_init (&decoder.growth);
  for (guint i = 0; i < entry->n_features && !decoder.reader.failed; i++)
    decode_shape (&decoder);
  if (decoder.reader.failed || decoder.reader.at != decoder.reader.end)
    {
      /* The shapes may say more of parts, and the parts of points, than there are. */
      g_array_set_size (decoder.growth.shapes, 0);
      g_array_set_size (decoder.growth.parts, 0);
      _steppe_layer_growth_end (&decoder.growth, layer);
      return FALSE;
    }
  _steppe_layer_growth_end (&decoder.growth, layer);
  return TRUE;
}

/*
 * _steppe_basemap_level_new:
 * @data: the whole file
 * @entry: where the layers are, within the bounds of @data
 * @n_areas: how many areas there are
 * @error: return location
 *
 * Decodes the layers of a level.
 *
 * Returns: (nullable): the level, or %NULL with %STEPPE_BASEMAP_ERROR_DAMAGED
 */
SteppeBasemapLevel *
_steppe_basemap_level_new (const guint8 *data,
                           const SteppeLevelEntry *entry,
                           guint n_areas,
                           GError **error)
{
  SteppeBasemapLevel *level = g_new0 (SteppeBasemapLevel, 1);

  g_atomic_ref_count_init (&level->ref_count);
  for (guint kind = 0; kind < STEPPE_BASEMAP_N_LAYERS; kind++)
    if (!decode_layer (&level->layers[kind], kind, data, entry, n_areas))
      {
        g_set_error (error, STEPPE_BASEMAP_ERROR, STEPPE_BASEMAP_ERROR_DAMAGED,
                     _ ("Layer %u of the base map is damaged"), kind);
        steppe_basemap_level_unref (level);
        return NULL;
      }
  return level;
}

/**
 * steppe_basemap_level_ref:
 * @level: a level
 *
 * Returns: (transfer full): @level
 */
SteppeBasemapLevel *
steppe_basemap_level_ref (SteppeBasemapLevel *level)
{
  g_atomic_ref_count_inc (&level->ref_count);
  return level;
}

/**
 * steppe_basemap_level_unref:
 * @level: (transfer full): a level
 */
void
steppe_basemap_level_unref (SteppeBasemapLevel *level)
{
  if (!g_atomic_ref_count_dec (&level->ref_count))
    return;
  for (guint kind = 0; kind < STEPPE_BASEMAP_N_LAYERS; kind++)
    {
      g_free (level->layers[kind].shapes);
      g_free (level->layers[kind].parts);
      g_free (level->layers[kind].points);
    }
  g_free (level);
}

/**
 * steppe_basemap_level_get_shapes:
 * @level: a level
 * @layer: which layer of it
 * @n_shapes: (out): how many shapes there are
 *
 * Returns: (array length=n_shapes) (transfer none): the shapes
 */
const SteppeBasemapShape *
steppe_basemap_level_get_shapes (const SteppeBasemapLevel *level,
                                 SteppeBasemapLayer layer,
                                 guint *n_shapes)
{
  g_return_val_if_fail (layer < STEPPE_BASEMAP_N_LAYERS, NULL);

  *n_shapes = level->layers[layer].n_shapes;
  return level->layers[layer].shapes;
}

/* Twice the area of a ring, by the shoelace formula: above 0 counterclockwise. Points count from the first, so that
 * the small difference of large numbers keeps its digits. */
static double
measure_ring (const SteppeBasemapPart *part)
{
  const float *points = part->points;
  double sum = 0;

  for (guint i = 2; i < part->n_points; i++)
    {
      double x_1 = points[2 * i - 2] - points[0], y_1 = points[2 * i - 1] - points[1];
      double x_2 = points[2 * i] - points[0], y_2 = points[2 * i + 1] - points[1];

      sum += x_1 * y_2 - x_2 * y_1;
    }
  return sum;
}

/**
 * steppe_basemap_level_measure:
 * @level: a level of the map, which is true in area
 * @area: index of an area
 *
 * Returns: how large its land is, in square metres
 */
double
steppe_basemap_level_measure (const SteppeBasemapLevel *level, int area)
{
  const SteppeLayer *land = &level->layers[STEPPE_BASEMAP_LAYER_LAND];
  double sum = 0;

  for (guint i = 0; i < land->n_shapes; i++)
    for (guint k = 0; land->shapes[i].area == area && k < land->shapes[i].n_parts; k++)
      sum += measure_ring (&land->shapes[i].parts[k]);
  return fabs (sum) / 2;
}

/**
 * steppe_basemap_iter_init:
 * @iter: an iterator
 * @level: a level
 * @layer: which layer of it
 * @box: where to look, in the unit of the level
 *
 * Begins a walk over the shapes whose box meets @box.
 */
void
steppe_basemap_iter_init (SteppeBasemapIter *iter,
                          const SteppeBasemapLevel *level,
                          SteppeBasemapLayer layer,
                          const SteppeBox *box)
{
  iter->shapes = steppe_basemap_level_get_shapes (level, layer, &iter->n_shapes);
  iter->next = 0;
  iter->box = *box;
}

/**
 * steppe_basemap_iter_next:
 * @iter: an iterator
 * @shape: (out) (transfer none): the next shape
 *
 * Returns: %FALSE at the end
 */
gboolean
steppe_basemap_iter_next (SteppeBasemapIter *iter, const SteppeBasemapShape **shape)
{
  while (iter->next < iter->n_shapes)
    {
      const SteppeBasemapShape *candidate = &iter->shapes[iter->next++];

      if (steppe_box_intersects (&candidate->box, &iter->box))
        {
          *shape = candidate;
          return TRUE;
        }
    }
  return FALSE;
}
