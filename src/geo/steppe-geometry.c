/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-geometry.h"

#include <math.h>

/**
 * SteppeGeometry:
 *
 * A GeoJSON geometry: points, lines or rings of positions in degrees on WGS 84. Built once by
 * [method@Geometry.begin_part] and [method@Geometry.add_position], then shared and never changed.
 */
typedef struct
{
  guint start;
  guint polygon;
} Part;

struct _SteppeGeometry
{
  gatomicrefcount ref_count;
  SteppeGeometryType type;
  GArray *parts; /* of Part */
  GArray *positions; /* of SteppePosition */
};

G_DEFINE_BOXED_TYPE (SteppeGeometry, steppe_geometry, steppe_geometry_ref, steppe_geometry_unref)

/**
 * steppe_geometry_new:
 * @type: what the positions form
 *
 * Returns: (transfer full): a geometry with no positions yet
 */
SteppeGeometry *
steppe_geometry_new (SteppeGeometryType type)
{
  SteppeGeometry *self = g_new0 (SteppeGeometry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->positions = g_array_new (FALSE, FALSE, sizeof (SteppePosition));
  return self;
}

/**
 * steppe_geometry_new_point:
 * @longitude: degrees east
 * @latitude: degrees north
 *
 * Returns: (transfer full): a geometry of one point
 */
SteppeGeometry *
steppe_geometry_new_point (double longitude,
                           double latitude)
{
  SteppeGeometry *self = steppe_geometry_new (STEPPE_GEOMETRY_POINT);

  steppe_geometry_begin_part (self, 0);
  steppe_geometry_add_position (self, longitude, latitude);
  return self;
}

/**
 * steppe_geometry_begin_part:
 * @self: a geometry under construction
 * @polygon: which polygon of a MultiPolygon the ring belongs to, from 0; else 0
 *
 * Begins the next line or ring. The first ring of a polygon is its outline, the others are holes.
 */
void
steppe_geometry_begin_part (SteppeGeometry *self,
                            guint polygon)
{
  Part part = { self->positions->len, polygon };

  g_array_append_val (self->parts, part);
}

/**
 * steppe_geometry_add_position:
 * @self: a geometry under construction, with a part begun
 * @longitude: degrees east, −180 to 180
 * @latitude: degrees north, −90 to 90
 */
void
steppe_geometry_add_position (SteppeGeometry *self,
                              double longitude,
                              double latitude)
{
  SteppePosition position = { longitude, latitude };

  g_return_if_fail (self->parts->len > 0);

  g_array_append_val (self->positions, position);
}

/**
 * steppe_geometry_ref:
 * @self: a geometry
 *
 * Returns: (transfer full): @self
 */
SteppeGeometry *
steppe_geometry_ref (SteppeGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * steppe_geometry_unref:
 * @self: (transfer full): a geometry
 */
void
steppe_geometry_unref (SteppeGeometry *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->parts);
  g_array_unref (self->positions);
  g_free (self);
}

/**
 * steppe_geometry_equal:
 * @a: a geometry
 * @b: another
 *
 * Returns: whether both have the same positions in the same parts
 */
gboolean
steppe_geometry_equal (const SteppeGeometry *a,
                       const SteppeGeometry *b)
{
  if (a == b)
    return TRUE;
  if (a->type != b->type || a->parts->len != b->parts->len)
    return FALSE;
  for (guint i = 0; i < a->parts->len; i++)
    {
      guint n_positions, n_others, polygon, other_polygon;
      const SteppePosition *positions = steppe_geometry_get_part (a, i, &n_positions, &polygon);
      const SteppePosition *others = steppe_geometry_get_part (b, i, &n_others, &other_polygon);

      if (n_positions != n_others || polygon != other_polygon)
        return FALSE;
      for (guint j = 0; j < n_positions; j++)
        if (positions[j].longitude != others[j].longitude || positions[j].latitude != others[j].latitude)
          return FALSE;
    }
  return TRUE;
}

/**
 * steppe_geometry_get_kind:
 * @self: a geometry
 *
 * Returns: what the positions form
 */
SteppeGeometryType
steppe_geometry_get_kind (const SteppeGeometry *self)
{
  return self->type;
}

/**
 * steppe_geometry_get_n_parts:
 * @self: a geometry
 *
 * Returns: the number of lines or rings; 1 for points
 */
guint
steppe_geometry_get_n_parts (const SteppeGeometry *self)
{
  return self->parts->len;
}

/**
 * steppe_geometry_get_part:
 * @self: a geometry
 * @n: which part
 * @n_positions: (out): the number of its positions
 * @polygon: (out) (optional): the polygon that a ring belongs to
 *
 * Returns: (array length=n_positions) (transfer none): the positions
 */
const SteppePosition *
steppe_geometry_get_part (const SteppeGeometry *self,
                          guint n,
                          guint *n_positions,
                          guint *polygon)
{
  const Part *part = &g_array_index (self->parts, Part, n);
  guint end = n + 1 < self->parts->len ? part[1].start : self->positions->len;

  *n_positions = end - part->start;
  if (polygon != NULL)
    *polygon = part->polygon;
  return &g_array_index (self->positions, SteppePosition, part->start);
}

/**
 * steppe_geometry_get_center:
 * @self: a geometry
 * @center: (out): the position to mark it at
 *
 * The mean direction of the positions from the centre of the earth: right across the
 * antimeridian, where a mean of longitudes is not.
 *
 * Returns: whether there is one; an empty geometry has none
 */
gboolean
steppe_geometry_get_center (const SteppeGeometry *self,
                            SteppePosition *center)
{
  const double degree = G_PI / 180;
  double x = 0, y = 0, z = 0;

  if (self->positions->len == 0)
    return FALSE;
  *center = g_array_index (self->positions, SteppePosition, 0);
  if (self->positions->len == 1)
    return TRUE;
  for (guint i = 0; i < self->positions->len; i++)
    {
      const SteppePosition *position = &g_array_index (self->positions, SteppePosition, i);
      double cos_latitude = cos (position->latitude * degree);

      x += cos_latitude * cos (position->longitude * degree);
      y += cos_latitude * sin (position->longitude * degree);
      z += sin (position->latitude * degree);
    }
  if (x == 0 && y == 0 && z == 0)
    return TRUE;
  center->longitude = atan2 (y, x) / degree;
  center->latitude = atan2 (z, hypot (x, y)) / degree;
  return TRUE;
}
