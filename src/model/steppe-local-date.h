/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"
#include "time/steppe-date-format.h"

G_BEGIN_DECLS

SteppeDate *steppe_event_dup_local_date (SteppeEvent *event,
                                         SteppeDossier *dossier);
SteppeSpan steppe_event_get_span (SteppeEvent *event,
                                  SteppeDossier *dossier);
char *steppe_local_date_dup_words (SteppeDate *date,
                                   const char *const *places,
                                   SteppeDossier *dossier,
                                   SteppeDateStyle style);

G_END_DECLS
