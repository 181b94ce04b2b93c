/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STEPPE_TYPE_GEOMETRY (steppe_geometry_get_type ())

typedef struct _SteppeGeometry SteppeGeometry;

/**
 * SteppeGeometryType:
 *
 * The GeoJSON (RFC 7946) geometries that a dossier may use.
 */
typedef enum
{
  STEPPE_GEOMETRY_POINT,
  STEPPE_GEOMETRY_MULTI_POINT,
  STEPPE_GEOMETRY_LINE_STRING,
  STEPPE_GEOMETRY_POLYGON,
  STEPPE_GEOMETRY_MULTI_POLYGON,
} SteppeGeometryType;

/**
 * SteppePosition:
 * @longitude: degrees east, −180 to 180
 * @latitude: degrees north, −90 to 90
 */
typedef struct
{
  double longitude;
  double latitude;
} SteppePosition;

GType steppe_geometry_get_type (void) G_GNUC_CONST;

SteppeGeometry *steppe_geometry_new (SteppeGeometryType type);
SteppeGeometry *steppe_geometry_new_point (double longitude,
                                           double latitude);
void steppe_geometry_begin_part (SteppeGeometry *self,
                                 guint polygon);
void steppe_geometry_add_position (SteppeGeometry *self,
                                   double longitude,
                                   double latitude);
SteppeGeometry *steppe_geometry_ref (SteppeGeometry *self);
void steppe_geometry_unref (SteppeGeometry *self);

gboolean steppe_geometry_equal (const SteppeGeometry *a,
                                const SteppeGeometry *b);
SteppeGeometryType steppe_geometry_get_kind (const SteppeGeometry *self);
guint steppe_geometry_get_n_parts (const SteppeGeometry *self);
const SteppePosition *steppe_geometry_get_part (const SteppeGeometry *self,
                                                guint n,
                                                guint *n_positions,
                                                guint *polygon);
gboolean steppe_geometry_get_center (const SteppeGeometry *self,
                                     SteppePosition *center);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeGeometry, steppe_geometry_unref)

G_END_DECLS
