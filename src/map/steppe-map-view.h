/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_MAP_VIEW (steppe_map_view_get_type ())
G_DECLARE_FINAL_TYPE (SteppeMapView, steppe_map_view, STEPPE, MAP_VIEW, GtkWidget)

SteppeFocus *steppe_map_view_get_focus (SteppeMapView *self);
void steppe_map_view_set_focus (SteppeMapView *self,
                                SteppeFocus *focus);
void steppe_map_view_show_item (SteppeMapView *self,
                                SteppeItem *item);
GVariant *steppe_map_view_dup_place (SteppeMapView *self);
void steppe_map_view_set_place (SteppeMapView *self,
                                GVariant *place);

G_END_DECLS
