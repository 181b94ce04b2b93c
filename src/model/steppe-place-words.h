/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-journey.h"
#include "model/steppe-place.h"

G_BEGIN_DECLS

char *steppe_place_dup_position (SteppePlace *place) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_place_dup_precision (SteppePlace *place) G_GNUC_WARN_UNUSED_RESULT;
const char *steppe_leg_end_get_name (const char *id,
                                     SteppeDossier *dossier);
char *steppe_leg_dup_title (const SteppeLeg *leg,
                            SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_leg_dup_doubtful_when (const SteppeLeg *leg,
                                    SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
