/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_MAP_POPOVER (steppe_map_popover_get_type ())
G_DECLARE_FINAL_TYPE (SteppeMapPopover, steppe_map_popover, STEPPE, MAP_POPOVER, GtkPopover)

GtkWidget *steppe_map_popover_new (void);
void steppe_map_popover_set_focus (SteppeMapPopover *self,
                                   SteppeFocus *focus);
void steppe_map_popover_show (SteppeMapPopover *self,
                              const char *title,
                              GPtrArray *events,
                              const GdkRectangle *area,
                              GtkPositionType position);
GListModel *steppe_map_popover_get_events (SteppeMapPopover *self);
void steppe_map_popover_activate (SteppeMapPopover *self,
                                  guint position);

G_END_DECLS
