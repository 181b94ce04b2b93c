/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-dossier.h"
#include "model/steppe-statement.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_STATEMENT_CARD (steppe_statement_card_get_type ())
G_DECLARE_FINAL_TYPE (SteppeStatementCard, steppe_statement_card, STEPPE, STATEMENT_CARD, GtkWidget)

GtkWidget *steppe_statement_card_new (void);
void steppe_statement_card_show (SteppeStatementCard *self,
                                 SteppeStatement *statement,
                                 SteppeDossier *dossier,
                                 gboolean with_speaker);
void steppe_statement_card_mark (SteppeStatementCard *self,
                                 const char *const *words);

G_END_DECLS
