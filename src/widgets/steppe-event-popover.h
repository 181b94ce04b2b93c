/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_EVENT_POPOVER (steppe_event_popover_get_type ())
G_DECLARE_FINAL_TYPE (SteppeEventPopover, steppe_event_popover, STEPPE, EVENT_POPOVER, GtkPopover)

GtkWidget *steppe_event_popover_new (void);
void steppe_event_popover_set_focus (SteppeEventPopover *self,
                                     SteppeFocus *focus);
void steppe_event_popover_set_events (SteppeEventPopover *self,
                                      const char *title,
                                      GPtrArray *events);
void steppe_event_popover_show (SteppeEventPopover *self,
                                const char *title,
                                GPtrArray *events,
                                const GdkRectangle *area,
                                GtkPositionType position);
GListModel *steppe_event_popover_get_events (SteppeEventPopover *self);
void steppe_event_popover_activate (SteppeEventPopover *self,
                                    guint position);

G_END_DECLS
