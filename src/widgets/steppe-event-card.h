/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_EVENT_CARD (steppe_event_card_get_type ())
G_DECLARE_FINAL_TYPE (SteppeEventCard, steppe_event_card, STEPPE, EVENT_CARD, GtkPopover)

GtkWidget *steppe_event_card_new (void);

void steppe_event_card_attach (SteppeEventCard *self,
                               GtkWidget *widget);
void steppe_event_card_set_by_key (SteppeEventCard *self,
                                   gboolean by_key);
gboolean steppe_event_card_is_by_key (SteppeEventCard *self);

void steppe_event_card_show (SteppeEventCard *self,
                             SteppeEvent *event,
                             SteppeDossier *dossier,
                             const GdkRectangle *area);
void steppe_event_card_hover (SteppeEventCard *self,
                              SteppeEvent *event,
                              SteppeDossier *dossier,
                              const GdkRectangle *area);
void steppe_event_card_leave (SteppeEventCard *self);
gboolean steppe_event_card_dismiss (SteppeEventCard *self);
SteppeEvent *steppe_event_card_get_event (SteppeEventCard *self);

G_END_DECLS
