/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "formats/steppe-reading-private.h"

#include <glib/gi18n.h>

#include "formats/steppe-format-error.h"
#include "geo/steppe-geometry.h"

/* GeoJSON, RFC 7946, section 3.1. */

#define MIN_POSITIONS_OF_LINE 2
#define MIN_POSITIONS_OF_RING 4

typedef struct
{
  SteppeReading *reading;
  SteppeGeometry *geometry;
  guint n_positions;
} GeometryReading;

typedef gboolean (*ElementFunc) (GeometryReading *self,
                                 const SteppePath *path,
                                 yyjson_val *value,
                                 guint polygon);

static gboolean
read_degrees (GeometryReading *self,
              const SteppePath *position,
              yyjson_val *value,
              gsize index,
              double *degrees)
{
  SteppePath path = { position, NULL, index };
  double limit = index == 0 ? 180 : 90;

  *degrees = _steppe_json_get_number (value);
  if (*degrees >= -limit && *degrees <= limit)
    return TRUE;
  _steppe_reading_fault_expected (self->reading, &path,
                                  index == 0 ? _ ("a longitude from −180 to 180") : _ ("a latitude from −90 to 90"), value);
  return FALSE;
}

/* What follows longitude and latitude, such as a height, is kept and not used. */
static gboolean
check_further_numbers (GeometryReading *self,
                       const SteppePath *position,
                       yyjson_val *value)
{
  SteppePath path = { position };
  yyjson_arr_iter iter;
  yyjson_val *next;

  yyjson_arr_iter_init (value, &iter);
  for (; (next = yyjson_arr_iter_next (&iter)) != NULL; path.index++)
    if (path.index >= 2 && !yyjson_is_raw (next))
      {
        _steppe_reading_fault_expected (self->reading, &path, _ ("a number"), next);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_position (GeometryReading *self,
               const SteppePath *path,
               yyjson_val *value,
               guint polygon)
{
  double longitude, latitude;

  if (yyjson_arr_size (value) < 2)
    {
      _steppe_reading_fault_expected (self->reading, path, _ ("a list of longitude and latitude"), value);
      return FALSE;
    }
  if (!read_degrees (self, path, yyjson_arr_get (value, 0), 0, &longitude) || !read_degrees (self, path, yyjson_arr_get (value, 1), 1, &latitude) ||
      !check_further_numbers (self, path, value))
    return FALSE;
  if (++self->n_positions > STEPPE_DOSSIER_MAX_POSITIONS)
    {
      g_autofree char *pointer = _steppe_path_to_pointer (path);

      if (self->reading->limit == NULL)
        g_set_error (&self->reading->limit, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_LIMIT,
                     _ ("The geometry has more than %1$d positions: %2$s"), STEPPE_DOSSIER_MAX_POSITIONS, pointer);
      return FALSE;
    }
  steppe_geometry_add_position (self->geometry, longitude, latitude);
  return TRUE;
}

static gboolean
read_list (GeometryReading *self,
           const SteppePath *path,
           yyjson_val *value,
           guint polygon,
           ElementFunc read_element)
{
  SteppePath element = { path };
  yyjson_arr_iter iter;
  yyjson_val *next;

  yyjson_arr_iter_init (value, &iter);
  for (; (next = yyjson_arr_iter_next (&iter)) != NULL; element.index++)
    if (!read_element (self, &element, next, polygon))
      return FALSE;
  return TRUE;
}

static gboolean
read_points (GeometryReading *self,
             const SteppePath *path,
             yyjson_val *value,
             guint polygon)
{
  if (yyjson_arr_size (value) == 0)
    {
      _steppe_reading_fault_expected (self->reading, path, _ ("a list of positions"), value);
      return FALSE;
    }
  steppe_geometry_begin_part (self->geometry, polygon);
  return read_list (self, path, value, polygon, read_position);
}

static gboolean
read_line (GeometryReading *self,
           const SteppePath *path,
           yyjson_val *value,
           guint polygon)
{
  if (yyjson_arr_size (value) < MIN_POSITIONS_OF_LINE)
    {
      _steppe_reading_fault_expected (self->reading, path, _ ("a list of two or more positions"), value);
      return FALSE;
    }
  return read_points (self, path, value, polygon);
}

static gboolean
is_closed (GeometryReading *self)
{
  guint n_positions;
  const SteppePosition *positions = steppe_geometry_get_part (self->geometry, steppe_geometry_get_n_parts (self->geometry) - 1, &n_positions, NULL);

  return positions[0].longitude == positions[n_positions - 1].longitude && positions[0].latitude == positions[n_positions - 1].latitude;
}

static gboolean
read_ring (GeometryReading *self,
           const SteppePath *path,
           yyjson_val *value,
           guint polygon)
{
  if (yyjson_arr_size (value) < MIN_POSITIONS_OF_RING)
    {
      _steppe_reading_fault_expected (self->reading, path, _ ("a ring of four or more positions"), value);
      return FALSE;
    }
  if (!read_points (self, path, value, polygon))
    return FALSE;
  if (is_closed (self))
    return TRUE;
  _steppe_reading_fault (self->reading, path, _ ("expected a ring that ends where it begins, found one that does not"));
  return FALSE;
}

static gboolean
read_polygon (GeometryReading *self,
              const SteppePath *path,
              yyjson_val *value,
              guint polygon)
{
  if (yyjson_arr_size (value) == 0)
    {
      _steppe_reading_fault_expected (self->reading, path, _ ("a list of rings"), value);
      return FALSE;
    }
  return read_list (self, path, value, polygon, read_ring);
}

static gboolean
read_polygons (GeometryReading *self,
               const SteppePath *path,
               yyjson_val *value,
               guint first)
{
  SteppePath element = { path };
  yyjson_arr_iter iter;
  yyjson_val *next;

  if (yyjson_arr_size (value) == 0)
    {
      _steppe_reading_fault_expected (self->reading, path, _ ("a list of polygons"), value);
      return FALSE;
    }
  yyjson_arr_iter_init (value, &iter);
  for (; (next = yyjson_arr_iter_next (&iter)) != NULL; element.index++)
    if (!read_polygon (self, &element, next, (guint) element.index))
      return FALSE;
  return TRUE;
}

static gboolean
read_point (GeometryReading *self,
            const SteppePath *path,
            yyjson_val *value,
            guint polygon)
{
  steppe_geometry_begin_part (self->geometry, polygon);
  return read_position (self, path, value, polygon);
}

static const struct
{
  const char *word;
  ElementFunc read_coordinates;
} types[] = {
  [STEPPE_GEOMETRY_POINT] = { "Point", read_point },
  [STEPPE_GEOMETRY_MULTI_POINT] = { "MultiPoint", read_points },
  [STEPPE_GEOMETRY_LINE_STRING] = { "LineString", read_line },
  [STEPPE_GEOMETRY_POLYGON] = { "Polygon", read_polygon },
  [STEPPE_GEOMETRY_MULTI_POLYGON] = { "MultiPolygon", read_polygons },
};

static gboolean
find_type (const char *word,
           SteppeGeometryType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].word, word) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

SteppeGeometry *
_steppe_reading_read_geometry (SteppeReading *self,
                               const SteppePath *path,
                               yyjson_val *value)
{
  yyjson_val *word = yyjson_obj_get (value, "type");
  yyjson_val *coordinates = yyjson_obj_get (value, "coordinates");
  SteppePath type_path = { path, "type" };
  SteppePath coordinates_path = { path, "coordinates" };
  g_autoptr (SteppeGeometry) geometry = NULL;
  GeometryReading reading = { self };
  SteppeGeometryType type;

  if (!yyjson_is_obj (value))
    _steppe_reading_fault_expected (self, path, _ ("a GeoJSON geometry"), value);
  else if (word == NULL)
    _steppe_reading_fault (self, path, _ ("expected a member “%s”, found none"), "type");
  else if (!find_type (_steppe_json_get_string (word), &type))
    _steppe_reading_fault_expected (self, &type_path, _ ("one of Point, MultiPoint, LineString, Polygon, MultiPolygon"), word);
  else if (coordinates == NULL)
    _steppe_reading_fault (self, path, _ ("expected a member “%s”, found none"), "coordinates");
  else
    {
      _steppe_reading_check_once (self, path, value, "type");
      _steppe_reading_check_once (self, path, value, "coordinates");
      geometry = steppe_geometry_new (type);
      reading.geometry = geometry;
      if (types[type].read_coordinates (&reading, &coordinates_path, coordinates, 0))
        return g_steal_pointer (&geometry);
    }
  return NULL;
}
