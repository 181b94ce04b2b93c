/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "map/steppe-map-view.h"

G_BEGIN_DECLS

void steppe_export_map (SteppeMapView *view,
                        const char *title,
                        AdwToastOverlay *overlay);

G_END_DECLS
