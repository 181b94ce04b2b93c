/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/steppe-map-markers.h"

G_BEGIN_DECLS

void steppe_map_halos_snapshot (SteppeMapMarkers *markers,
                                GtkSnapshot *snapshot,
                                const SteppeMapScene *scene,
                                const SteppeCamera *camera,
                                const SteppeMapLook *look);

G_END_DECLS
