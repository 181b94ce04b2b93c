/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "paint/steppe-sign.h"

G_BEGIN_DECLS

#define STEPPE_MAP_PALETTE_ERROR (steppe_map_palette_error_quark ())
GQuark steppe_map_palette_error_quark (void);

/**
 * SteppeMapPaletteError:
 * @STEPPE_MAP_PALETTE_ERROR_VALUE: a value is missing or not what it should be
 */
typedef enum
{
  STEPPE_MAP_PALETTE_ERROR_VALUE,
} SteppeMapPaletteError;

/**
 * SteppeMapColor:
 * @STEPPE_MAP_COLOR_SEA: the ground, and seas
 * @STEPPE_MAP_COLOR_LAND: land of countries that are not of the story, and disputed areas
 * @STEPPE_MAP_COLOR_LAKE: lakes
 * @STEPPE_MAP_COLOR_COAST: coasts and shores
 * @STEPPE_MAP_COLOR_RIVER: rivers
 * @STEPPE_MAP_COLOR_UNIT_LINE: lines between first-level units
 * @STEPPE_MAP_COLOR_BORDER: borders
 * @STEPPE_MAP_COLOR_DISPUTED_LINE: disputed lines
 * @STEPPE_MAP_COLOR_RAILWAY: railways
 * @STEPPE_MAP_COLOR_HATCH: the hatch over disputed areas
 * @STEPPE_MAP_COLOR_COUNTRY_NAME: names of countries
 * @STEPPE_MAP_COLOR_UNIT_NAME: names of first-level units and railways
 * @STEPPE_MAP_COLOR_CITY_NAME: names of cities and points, and their dots
 * @STEPPE_MAP_COLOR_WATER_NAME: names of seas, lakes and rivers
 * @STEPPE_MAP_COLOR_LAND_NAME: names of mountains and deserts
 * @STEPPE_MAP_COLOR_HALO: the edge around names
 *
 * The colours of a map.
 */
typedef enum
{
  STEPPE_MAP_COLOR_SEA,
  STEPPE_MAP_COLOR_LAND,
  STEPPE_MAP_COLOR_LAKE,
  STEPPE_MAP_COLOR_COAST,
  STEPPE_MAP_COLOR_RIVER,
  STEPPE_MAP_COLOR_UNIT_LINE,
  STEPPE_MAP_COLOR_BORDER,
  STEPPE_MAP_COLOR_DISPUTED_LINE,
  STEPPE_MAP_COLOR_RAILWAY,
  STEPPE_MAP_COLOR_HATCH,
  STEPPE_MAP_COLOR_COUNTRY_NAME,
  STEPPE_MAP_COLOR_UNIT_NAME,
  STEPPE_MAP_COLOR_CITY_NAME,
  STEPPE_MAP_COLOR_WATER_NAME,
  STEPPE_MAP_COLOR_LAND_NAME,
  STEPPE_MAP_COLOR_HALO,
} SteppeMapColor;

#define STEPPE_MAP_N_COLORS (STEPPE_MAP_COLOR_HALO + 1)

/**
 * SteppeMapLine:
 * @STEPPE_MAP_LINE_COAST: coasts and shores
 * @STEPPE_MAP_LINE_RIVER: rivers
 * @STEPPE_MAP_LINE_UNIT_LINE: lines between first-level units
 * @STEPPE_MAP_LINE_BORDER: borders and disputed lines
 * @STEPPE_MAP_LINE_RAILWAY: railways
 *
 * The lines of a map that a palette gives a width.
 */
typedef enum
{
  STEPPE_MAP_LINE_COAST,
  STEPPE_MAP_LINE_RIVER,
  STEPPE_MAP_LINE_UNIT_LINE,
  STEPPE_MAP_LINE_BORDER,
  STEPPE_MAP_LINE_RAILWAY,
} SteppeMapLine;

#define STEPPE_MAP_N_LINES (STEPPE_MAP_LINE_RAILWAY + 1)

/**
 * STEPPE_MAP_N_RELATION_COLORS:
 *
 * How many sorts of relations a palette can tell apart.
 */
#define STEPPE_MAP_N_RELATION_COLORS 6

/**
 * SteppeMapPalette:
 *
 * The colours and line widths of a map. It does not change and may be read by any thread.
 */
typedef struct _SteppeMapPalette SteppeMapPalette;

#define STEPPE_TYPE_MAP_PALETTE (steppe_map_palette_get_type ())
GType steppe_map_palette_get_type (void) G_GNUC_CONST;

SteppeMapPalette *steppe_map_palette_new (GBytes *bytes, GError **error);
SteppeMapPalette *steppe_map_palette_new_from_resource (SteppeScheme scheme, GError **error);
SteppeMapPalette *steppe_map_palette_ref (SteppeMapPalette *self);
void steppe_map_palette_unref (SteppeMapPalette *self);

const SteppeColor *steppe_map_palette_get_color (const SteppeMapPalette *self, SteppeMapColor color);
const SteppeColor *steppe_map_palette_get_tint (const SteppeMapPalette *self, const char *code);
const SteppeColor *steppe_map_palette_get_relation_color (const SteppeMapPalette *self, guint number);
double steppe_map_palette_get_width (const SteppeMapPalette *self, SteppeMapLine line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapPalette, steppe_map_palette_unref)

G_END_DECLS
