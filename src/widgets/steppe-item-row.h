/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_ITEM_ROW (steppe_item_row_get_type ())
G_DECLARE_FINAL_TYPE (SteppeItemRow, steppe_item_row, STEPPE, ITEM_ROW, GtkWidget)

GtkWidget *steppe_item_row_new (void);
void steppe_item_row_show (SteppeItemRow *self,
                           SteppeItem *item,
                           SteppeDossier *dossier);
void steppe_item_row_show_text (SteppeItemRow *self,
                                const char *icon_name,
                                const char *title,
                                const char *caption);
void steppe_item_row_mark (SteppeItemRow *self,
                           const char *const *words);

void steppe_item_row_setup (GtkListItem *list_item);
void steppe_item_row_bind_event (GtkListItem *list_item,
                                 SteppeDossier *dossier,
                                 gboolean with_places);

G_END_DECLS
