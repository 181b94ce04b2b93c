/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-account.h"

G_BEGIN_DECLS

gboolean steppe_item_has_account (SteppeItem *item);
SteppeAccount *steppe_item_account_new (SteppeItem *item,
                                        SteppeDossier *dossier);
char *steppe_item_dup_text (SteppeItem *item,
                            SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
