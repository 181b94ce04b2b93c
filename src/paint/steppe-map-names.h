/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-map-look.h"

G_BEGIN_DECLS

/**
 * STEPPE_MAP_NAME_HALO:
 *
 * The width of the halo around a name, in em.
 */
#define STEPPE_MAP_NAME_HALO 0.2

/**
 * SteppeMapNameStyle:
 * @STEPPE_MAP_NAME_COUNTRY: a country of the story
 * @STEPPE_MAP_NAME_COUNTRY_SMALL: any other country
 * @STEPPE_MAP_NAME_UNIT: a first-level unit
 * @STEPPE_MAP_NAME_CAPITAL: the capital of a country
 * @STEPPE_MAP_NAME_CITY: a city
 * @STEPPE_MAP_NAME_TOWN: a town or another point
 * @STEPPE_MAP_NAME_WATER: a sea, lake or river
 * @STEPPE_MAP_NAME_LAND: mountains or a desert
 * @STEPPE_MAP_NAME_STORY: a place of the story
 * @STEPPE_MAP_NAME_STORY_SELECTED: that of the selected event
 * @STEPPE_MAP_NAME_JOURNEY: a journey
 * @STEPPE_MAP_NAME_RAILWAY: a railway of the base map
 * @STEPPE_MAP_NAME_HISTORY: a historical area
 *
 * What is named, and so how the name is set.
 */
typedef enum
{
  STEPPE_MAP_NAME_COUNTRY,
  STEPPE_MAP_NAME_COUNTRY_SMALL,
  STEPPE_MAP_NAME_UNIT,
  STEPPE_MAP_NAME_CAPITAL,
  STEPPE_MAP_NAME_CITY,
  STEPPE_MAP_NAME_TOWN,
  STEPPE_MAP_NAME_WATER,
  STEPPE_MAP_NAME_LAND,
  STEPPE_MAP_NAME_STORY,
  STEPPE_MAP_NAME_STORY_SELECTED,
  STEPPE_MAP_NAME_JOURNEY,
  STEPPE_MAP_NAME_RAILWAY,
  STEPPE_MAP_NAME_HISTORY,
} SteppeMapNameStyle;

/**
 * SteppeMapName:
 * @layout: its text
 * @color: its colour
 * @picture: (nullable): for whoever draws it often: what is kept with it
 * @width: of the text, without the halo, in pixels
 * @height: likewise
 * @leftwards: whether it runs from right to left
 *
 * A name on the map.
 */
typedef struct
{
  PangoLayout *layout;
  SteppeColor color;
  GObject *picture;
  double width;
  double height;
  gboolean leftwards;
} SteppeMapName;

typedef struct _SteppeMapNames SteppeMapNames;

SteppeMapNames *steppe_map_names_new (PangoContext *context);
void steppe_map_names_free (SteppeMapNames *self);

SteppeMapName *steppe_map_names_get (SteppeMapNames *self,
                                     SteppeMapNameStyle style,
                                     const char *text,
                                     const SteppeColor *own_color,
                                     const SteppeMapLook *look);
gboolean steppe_map_names_are_many (const SteppeMapNames *self);
void steppe_map_names_clear (SteppeMapNames *self);

double steppe_map_name_get_halo (const SteppeMapLook *look);
void steppe_map_name_draw (const SteppeMapName *name,
                           cairo_t *cr,
                           double x,
                           double y,
                           const SteppeMapLook *look);

G_END_DECLS
