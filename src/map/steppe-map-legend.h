/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paint/steppe-map-relations.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_MAP_LEGEND (steppe_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (SteppeMapLegend, steppe_map_legend, STEPPE, MAP_LEGEND, GtkWidget)

GtkWidget *steppe_map_legend_new (void);

void steppe_map_legend_set_expanded (SteppeMapLegend *self,
                                     gboolean expanded);
void steppe_map_legend_update (SteppeMapLegend *self,
                               const SteppeMapRelations *relations,
                               SteppeDossier *dossier,
                               SteppeItem *selected,
                               const SteppeMapLook *look);

G_END_DECLS
