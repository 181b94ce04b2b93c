/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

int steppe_event_compare (SteppeEvent *a,
                          SteppeEvent *b);
GPtrArray *steppe_chronology_new (SteppeDossier *dossier);
char *steppe_chronology_describe (GPtrArray *chronology);

G_END_DECLS
