/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_HOVER_CARD (steppe_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (SteppeHoverCard, steppe_hover_card, STEPPE, HOVER_CARD, GtkPopover)

GtkWidget *steppe_hover_card_new (void);

void steppe_hover_card_attach (SteppeHoverCard *self,
                               GtkWidget *widget);
void steppe_hover_card_set_by_key (SteppeHoverCard *self,
                                   gboolean by_key);
gboolean steppe_hover_card_is_by_key (SteppeHoverCard *self);

void steppe_hover_card_show (SteppeHoverCard *self,
                             SteppeItem *item,
                             SteppeDossier *dossier,
                             const GdkRectangle *area);
void steppe_hover_card_hover (SteppeHoverCard *self,
                              SteppeItem *item,
                              SteppeDossier *dossier,
                              const GdkRectangle *area);
void steppe_hover_card_leave (SteppeHoverCard *self);
gboolean steppe_hover_card_dismiss (SteppeHoverCard *self);
SteppeItem *steppe_hover_card_get_item (SteppeHoverCard *self);

G_END_DECLS
