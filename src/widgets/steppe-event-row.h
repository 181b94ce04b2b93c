/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_EVENT_ROW (steppe_event_row_get_type ())
G_DECLARE_FINAL_TYPE (SteppeEventRow, steppe_event_row, STEPPE, EVENT_ROW, GtkWidget)

GtkWidget *steppe_event_row_new (void);
void steppe_event_row_show (SteppeEventRow *self,
                            SteppeEvent *event,
                            SteppeDossier *dossier,
                            gboolean with_places);

void steppe_event_row_setup (GtkListItem *list_item);
void steppe_event_row_bind (GtkListItem *list_item,
                            SteppeDossier *dossier,
                            gboolean with_places);

G_END_DECLS
