/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

/**
 * SteppeContentsStep:
 *
 * What the sections of the contents list stand for, from coarse to fine.
 */
typedef enum
{
  STEPPE_CONTENTS_CENTURY,
  STEPPE_CONTENTS_DECADE,
  STEPPE_CONTENTS_YEAR,
  STEPPE_CONTENTS_MONTH,
  STEPPE_CONTENTS_DAY,
} SteppeContentsStep;

SteppeContentsStep steppe_contents_step_choose (GPtrArray *chronology,
                                                SteppeDossier *dossier);
gint64 steppe_contents_step_get_section (SteppeContentsStep step,
                                         SteppeEvent *event,
                                         SteppeDossier *dossier);
char *steppe_contents_step_describe (SteppeContentsStep step,
                                     gint64 section);

G_END_DECLS
