/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-geometry.h"
#include "model/steppe-item.h"
#include "time/steppe-date.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_PLACE (steppe_place_get_type ())
G_DECLARE_FINAL_TYPE (SteppePlace, steppe_place, STEPPE, PLACE, SteppeItem)

/**
 * SteppePlaceName:
 * @name: the name
 * @since: (nullable): from when
 * @until: (nullable): until when
 *
 * A name that a place has or had.
 */
typedef struct
{
  const SteppeRecordInfo *info;
  SteppeText *name;
  SteppeDate *since;
  SteppeDate *until;
} SteppePlaceName;

SteppePlaceName *steppe_place_name_new (void);

const char *steppe_place_get_kind (SteppePlace *self);
SteppeGeometry *steppe_place_get_geometry (SteppePlace *self);
gboolean steppe_place_get_center (SteppePlace *self,
                                  SteppePosition *center);
double steppe_place_get_precision_m (SteppePlace *self);
const char *steppe_place_get_timezone (SteppePlace *self);
GTimeZone *steppe_place_get_zone (SteppePlace *self);
GPtrArray *steppe_place_get_names (SteppePlace *self);
SteppeDate *steppe_place_get_since (SteppePlace *self);
SteppeDate *steppe_place_get_until (SteppePlace *self);

G_END_DECLS
