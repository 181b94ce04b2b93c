/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-basemap.h"
#include "geo/steppe-projection.h"

G_BEGIN_DECLS

/* A stretch of the file and how far it has been read. A read beyond its end gives zero and sets
 * @failed, which stays set, so that a loop needs to look only once a turn. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean failed;
} SteppeByteReader;

typedef struct
{
  gsize offset;
  gsize length;
  guint n_features;
} SteppeLayerEntry;

typedef struct
{
  guint unit;
  float quantum;
  float finest;
  SteppeLayerEntry layers[STEPPE_BASEMAP_N_LAYERS];
} SteppeLevelEntry;

typedef struct
{
  SteppeBasemapShape *shapes;
  guint n_shapes;
  SteppeBasemapPart *parts;
  float *points;
} SteppeLayer;

struct _SteppeBasemapLevel
{
  gatomicrefcount ref_count;
  SteppeLayer layers[STEPPE_BASEMAP_N_LAYERS];
};

/* A layer as it grows: points, then the part they make, then the shape that the parts make. */
typedef struct
{
  GArray *shapes;
  GArray *parts;
  GArray *points;
} SteppeLayerGrowth;

#define STEPPE_UNIT_METRES 0
#define STEPPE_UNIT_DEGREES 1

guint8 _steppe_byte_reader_u8 (SteppeByteReader *reader);
guint32 _steppe_byte_reader_u32 (SteppeByteReader *reader);
float _steppe_byte_reader_f32 (SteppeByteReader *reader);
double _steppe_byte_reader_f64 (SteppeByteReader *reader);
guint32 _steppe_byte_reader_varint (SteppeByteReader *reader);
gint32 _steppe_byte_reader_zigzag (SteppeByteReader *reader);
guint32 _steppe_byte_reader_count (SteppeByteReader *reader, gsize least_bytes);

SteppeBasemapLevel *_steppe_basemap_level_new (const guint8 *data,
                                               const SteppeLevelEntry *entry,
                                               guint n_areas,
                                               GError **error);
SteppeBasemapLevel *_steppe_basemap_level_project (const SteppeBasemapLevel *world,
                                                   const SteppeBasemapLevel *waters,
                                                   const SteppeProjection *projection);

void _steppe_layer_growth_init (SteppeLayerGrowth *self);
void _steppe_layer_growth_add_part (SteppeLayerGrowth *self,
                                    const SteppeBasemapPart *part,
                                    SteppeBox *shape_box);
void _steppe_layer_growth_end (SteppeLayerGrowth *self, SteppeLayer *layer);

G_END_DECLS
