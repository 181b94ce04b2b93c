/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-whereabouts.h"
#include "paint/steppe-sign.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_LOCATOR_MAP (steppe_locator_map_get_type ())
G_DECLARE_FINAL_TYPE (SteppeLocatorMap, steppe_locator_map, STEPPE, LOCATOR_MAP, GtkWidget)

GtkWidget *steppe_locator_map_new (SteppeWhereabouts *whereabouts,
                                   int width,
                                   int height);
cairo_surface_t *steppe_locator_map_paint (const SteppeWhereabouts *whereabouts,
                                           SteppeScheme scheme,
                                           int width,
                                           int height,
                                           double device_scale);

G_END_DECLS
