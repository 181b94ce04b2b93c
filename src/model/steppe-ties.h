/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-event.h"

G_BEGIN_DECLS

GPtrArray *steppe_item_find_events (SteppeItem *item,
                                    SteppeDossier *dossier);

GHashTable *steppe_event_find_related (SteppeEvent *event,
                                       SteppeDossier *dossier);

G_END_DECLS
