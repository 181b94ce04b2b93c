/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

GPtrArray *steppe_item_find_events (SteppeItem *item,
                                    SteppeDossier *dossier);

G_END_DECLS
