/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-geometry.h"
#include "model/steppe-dossier.h"

G_BEGIN_DECLS

gboolean steppe_map_find_position (SteppeDossier *dossier,
                                   SteppeItem *item,
                                   SteppePosition *position);

G_END_DECLS
