/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_ITEM_CARD (steppe_item_card_get_type ())
G_DECLARE_FINAL_TYPE (SteppeItemCard, steppe_item_card, STEPPE, ITEM_CARD, GtkWidget)

SteppeFocus *steppe_item_card_get_focus (SteppeItemCard *self);
void steppe_item_card_set_focus (SteppeItemCard *self,
                                 SteppeFocus *focus);
gboolean steppe_item_card_get_mentioned (SteppeItemCard *self);
void steppe_item_card_set_mentioned (SteppeItemCard *self,
                                     gboolean mentioned);

G_END_DECLS
