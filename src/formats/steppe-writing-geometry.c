/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/steppe-writing-private.h"

/* GeoJSON, RFC 7946, section 3.1. */

static const char *const words[] = {
  [STEPPE_GEOMETRY_POINT] = "Point",
  [STEPPE_GEOMETRY_MULTI_POINT] = "MultiPoint",
  [STEPPE_GEOMETRY_LINE_STRING] = "LineString",
  [STEPPE_GEOMETRY_POLYGON] = "Polygon",
  [STEPPE_GEOMETRY_MULTI_POLYGON] = "MultiPolygon",
};

static yyjson_mut_val *
create_position (SteppeWriting *self,
                 const SteppePosition *position)
{
  yyjson_mut_val *list = yyjson_mut_arr (self->document);

  yyjson_mut_arr_append (list, _steppe_writing_create_number (self, position->longitude));
  yyjson_mut_arr_append (list, _steppe_writing_create_number (self, position->latitude));
  return list;
}

static yyjson_mut_val *
create_part (SteppeWriting *self,
             const SteppeGeometry *geometry,
             guint n,
             guint *polygon)
{
  yyjson_mut_val *list = yyjson_mut_arr (self->document);
  guint n_positions;
  const SteppePosition *positions = steppe_geometry_get_part (geometry, n, &n_positions, polygon);

  for (guint i = 0; i < n_positions; i++)
    yyjson_mut_arr_append (list, create_position (self, &positions[i]));
  return list;
}

static yyjson_mut_val *
create_coordinates (SteppeWriting *self,
                    const SteppeGeometry *geometry)
{
  SteppeGeometryType type = steppe_geometry_get_kind (geometry);
  yyjson_mut_val *list, *rings = NULL;
  guint n_positions, last = G_MAXUINT;

  if (type == STEPPE_GEOMETRY_POINT)
    return create_position (self, steppe_geometry_get_part (geometry, 0, &n_positions, NULL));
  if (type == STEPPE_GEOMETRY_MULTI_POINT || type == STEPPE_GEOMETRY_LINE_STRING)
    return create_part (self, geometry, 0, NULL);

  list = yyjson_mut_arr (self->document);
  for (guint i = 0; i < steppe_geometry_get_n_parts (geometry); i++)
    {
      guint polygon;
      yyjson_mut_val *ring = create_part (self, geometry, i, &polygon);

      if (polygon != last)
        {
          rings = type == STEPPE_GEOMETRY_POLYGON ? list : yyjson_mut_arr_add_arr (self->document, list);
          last = polygon;
        }
      yyjson_mut_arr_append (rings, ring);
    }
  return list;
}

/* Keeps what else the geometry of the file has. */
yyjson_mut_val *
_steppe_writing_create_geometry (SteppeWriting *self,
                                 const SteppeGeometry *geometry,
                                 yyjson_val *before)
{
  yyjson_mut_val *object = yyjson_mut_obj (self->document);
  yyjson_obj_iter iter = { 0 };
  yyjson_val *key;

  yyjson_mut_obj_add_str (self->document, object, "type", words[steppe_geometry_get_kind (geometry)]);
  yyjson_mut_obj_add_val (self->document, object, "coordinates", create_coordinates (self, geometry));
  yyjson_obj_iter_init (before, &iter);
  while ((key = yyjson_obj_iter_next (&iter)) != NULL)
    if (!yyjson_equals_str (key, "type") && !yyjson_equals_str (key, "coordinates"))
      yyjson_mut_obj_add (object, yyjson_val_mut_copy (self->document, key), yyjson_val_mut_copy (self->document, yyjson_obj_iter_get_val (key)));
  return object;
}
