/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geo/steppe-camera.h"
#include "geo/steppe-projection.h"

G_BEGIN_DECLS

#define STEPPE_BASEMAP_ERROR (steppe_basemap_error_quark ())
GQuark steppe_basemap_error_quark (void);

/**
 * SteppeBasemapError:
 * @STEPPE_BASEMAP_ERROR_FORMAT: not a base map, or one of another version or projection
 * @STEPPE_BASEMAP_ERROR_DAMAGED: a base map that is cut off or changed
 */
typedef enum
{
  STEPPE_BASEMAP_ERROR_FORMAT,
  STEPPE_BASEMAP_ERROR_DAMAGED,
} SteppeBasemapError;

/**
 * SteppeBasemapLayer:
 * @STEPPE_BASEMAP_LAYER_LAND: rings of land, one shape for each area
 * @STEPPE_BASEMAP_LAYER_COAST: lines where land meets the sea
 * @STEPPE_BASEMAP_LAYER_LAKE: rings of lakes
 * @STEPPE_BASEMAP_LAYER_RIVER: lines
 * @STEPPE_BASEMAP_LAYER_UNIT_LINE: lines between first-level units of Russia, Mongolia and China
 * @STEPPE_BASEMAP_LAYER_BORDER: lines between two areas
 * @STEPPE_BASEMAP_LAYER_DISPUTED_LINE: lines that are disputed, claims among them
 * @STEPPE_BASEMAP_LAYER_RAILWAY: schematic lines, a part from each station to the next
 */
typedef enum
{
  STEPPE_BASEMAP_LAYER_LAND,
  STEPPE_BASEMAP_LAYER_COAST,
  STEPPE_BASEMAP_LAYER_LAKE,
  STEPPE_BASEMAP_LAYER_RIVER,
  STEPPE_BASEMAP_LAYER_UNIT_LINE,
  STEPPE_BASEMAP_LAYER_BORDER,
  STEPPE_BASEMAP_LAYER_DISPUTED_LINE,
  STEPPE_BASEMAP_LAYER_RAILWAY,
} SteppeBasemapLayer;

#define STEPPE_BASEMAP_N_LAYERS (STEPPE_BASEMAP_LAYER_RAILWAY + 1)

/**
 * SteppeBasemapPart:
 * @points: @n_points pairs of x and y
 * @n_points: how many points there are, at least 2
 * @box: what holds them all
 *
 * A line, or a ring whose first point is not repeated. Metres of the map (x east, y north), or
 * degrees in the world level.
 */
typedef struct
{
  const float *points;
  guint n_points;
  SteppeBox box;
} SteppeBasemapPart;

/**
 * SteppeBasemapShape:
 * @area: index of the area it belongs to, or -1
 * @n_parts: how many parts there are
 * @parts: the parts; a hole turns the other way than the ring around it (fill by winding)
 * @box: what holds them all
 *
 * A feature of a layer.
 */
typedef struct
{
  int area;
  guint n_parts;
  const SteppeBasemapPart *parts;
  SteppeBox box;
} SteppeBasemapShape;

/**
 * SteppeBasemapArea:
 * @code: ISO 3166-1 alpha-2, or `x-` and a word for an area in dispute
 * @disputed: whether it is in dispute, and so wears no country's tint
 *
 * A country or a disputed area.
 */
typedef struct
{
  const char *code;
  gboolean disputed;
} SteppeBasemapArea;

/**
 * SteppePlaceLabelKind:
 * @STEPPE_PLACE_LABEL_COUNTRY: a country
 * @STEPPE_PLACE_LABEL_UNIT: a first-level unit, such as an aimag
 * @STEPPE_PLACE_LABEL_CITY: a city or town
 * @STEPPE_PLACE_LABEL_SEA: a sea or ocean
 * @STEPPE_PLACE_LABEL_LAKE: a lake
 * @STEPPE_PLACE_LABEL_RIVER: a river
 * @STEPPE_PLACE_LABEL_RANGE: mountains
 * @STEPPE_PLACE_LABEL_DESERT: a desert or plateau
 * @STEPPE_PLACE_LABEL_POINT: any other place that is a point, such as a border crossing
 * @STEPPE_PLACE_LABEL_RAILWAY: a railway, at a point of its line
 */
typedef enum
{
  STEPPE_PLACE_LABEL_COUNTRY,
  STEPPE_PLACE_LABEL_UNIT,
  STEPPE_PLACE_LABEL_CITY,
  STEPPE_PLACE_LABEL_SEA,
  STEPPE_PLACE_LABEL_LAKE,
  STEPPE_PLACE_LABEL_RIVER,
  STEPPE_PLACE_LABEL_RANGE,
  STEPPE_PLACE_LABEL_DESERT,
  STEPPE_PLACE_LABEL_POINT,
  STEPPE_PLACE_LABEL_RAILWAY,
} SteppePlaceLabelKind;

/**
 * SteppeBasemapPlace:
 * @kind: what it is
 * @rank: 0 for the most important; see steppe_basemap_place_is_shown()
 * @capital: whether it is the capital of a country
 * @unit_seat: whether it is the seat of a first-level unit
 * @area: index of its area, or -1
 * @population: people, 0 if not known
 * @longitude: degrees east
 * @latitude: degrees north
 * @x: metres east on the map
 * @y: metres north on the map
 * @names: (array): a name in each language of the map, "" where it has none
 *
 * A place to be labelled.
 */
typedef struct
{
  SteppePlaceLabelKind kind;
  guint rank;
  gboolean capital;
  gboolean unit_seat;
  int area;
  guint population;
  double longitude;
  double latitude;
  double x;
  double y;
  const char *const *names;
} SteppeBasemapPlace;

/**
 * SteppeBasemapLevel:
 *
 * The layers of one level of detail. It does not change and may be read by any thread.
 */
typedef struct _SteppeBasemapLevel SteppeBasemapLevel;

#define STEPPE_TYPE_BASEMAP (steppe_basemap_get_type ())
G_DECLARE_FINAL_TYPE (SteppeBasemap, steppe_basemap, STEPPE, BASEMAP, GObject)

SteppeBasemap *steppe_basemap_new (GBytes *bytes, GError **error);
SteppeBasemap *steppe_basemap_new_from_resource (GError **error);

guint steppe_basemap_get_n_levels (SteppeBasemap *self);
guint steppe_basemap_get_level_at (SteppeBasemap *self, double metres_per_pixel);
const SteppeBasemapLevel *steppe_basemap_load_level (SteppeBasemap *self, guint level, GError **error);
const SteppeBasemapLevel *steppe_basemap_load_world (SteppeBasemap *self, GError **error);
SteppeBasemapLevel *steppe_basemap_load_at (SteppeBasemap *self,
                                            const SteppeProjection *projection,
                                            double metres_per_pixel,
                                            GError **error);

SteppeBasemapLevel *steppe_basemap_level_ref (SteppeBasemapLevel *level);
void steppe_basemap_level_unref (SteppeBasemapLevel *level);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeBasemapLevel, steppe_basemap_level_unref)

const SteppeBasemapShape *steppe_basemap_level_get_shapes (const SteppeBasemapLevel *level,
                                                           SteppeBasemapLayer layer,
                                                           guint *n_shapes);
double steppe_basemap_level_measure (const SteppeBasemapLevel *level, int area);

const SteppeBasemapArea *steppe_basemap_get_areas (SteppeBasemap *self, guint *n_areas);
int steppe_basemap_find_area (SteppeBasemap *self, const char *code);

const SteppeBasemapPlace *steppe_basemap_get_places (SteppeBasemap *self, guint *n_places);
const char *steppe_basemap_get_place_name (SteppeBasemap *self,
                                           const SteppeBasemapPlace *place,
                                           const char *const *languages);
gboolean steppe_basemap_place_is_shown (const SteppeBasemapPlace *place, double metres_per_pixel);

const char *steppe_basemap_get_attribution (void);

/**
 * SteppeBasemapIter:
 *
 * A walk over the shapes of a layer that may reach into a box; on the stack, nothing to free.
 */
typedef struct
{
  /*< private >*/
  const SteppeBasemapShape *shapes;
  guint n_shapes;
  guint next;
  SteppeBox box;
} SteppeBasemapIter;

void steppe_basemap_iter_init (SteppeBasemapIter *iter,
                               const SteppeBasemapLevel *level,
                               SteppeBasemapLayer layer,
                               const SteppeBox *box);
gboolean steppe_basemap_iter_next (SteppeBasemapIter *iter, const SteppeBasemapShape **shape);

G_END_DECLS
