/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/steppe-map-look.h"

G_BEGIN_DECLS

void steppe_map_line_stroke (GtkSnapshot *snapshot,
                             GskPath *path,
                             double width,
                             double dash,
                             double gap,
                             const GdkRGBA *color);
void steppe_map_line_arrow (GtkSnapshot *snapshot,
                            GskPath *path,
                            const SteppeMapLook *look,
                            const GdkRGBA *color);

G_END_DECLS
