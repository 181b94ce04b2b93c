/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-geometry.h"
#include "model/steppe-item.h"
#include "model/steppe-status.h"
#include "time/steppe-date.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_JOURNEY (steppe_journey_get_type ())
G_DECLARE_FINAL_TYPE (SteppeJourney, steppe_journey, STEPPE, JOURNEY, SteppeItem)

/**
 * SteppeLeg:
 * @from: (nullable): id of the place it begins at
 * @to: (nullable): id of the place it ends at
 * @date: (nullable): when
 * @certain: whether it is certain; it is unless the file says otherwise
 * @status: (nullable): its own status, where it differs from the journey's
 * @geometry: (nullable): its line, where it does not just join its two places
 *
 * One part of a journey.
 */
typedef struct
{
  const SteppeRecordInfo *info;
  char *from;
  char *to;
  SteppeDate *date;
  gboolean certain;
  char *status;
  SteppeGeometry *geometry;
} SteppeLeg;

SteppeLeg *steppe_leg_new (void);

const char *steppe_journey_get_kind (SteppeJourney *self);
const char *steppe_journey_get_status_text (SteppeJourney *self);
SteppeStatus steppe_journey_get_status (SteppeJourney *self);
SteppeGeometry *steppe_journey_get_geometry (SteppeJourney *self);
GPtrArray *steppe_journey_get_legs (SteppeJourney *self);
gboolean steppe_journey_is_schematic (SteppeJourney *self);

G_END_DECLS
