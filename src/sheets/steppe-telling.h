/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheets/steppe-account.h"
#include "sheets/steppe-topic.h"

G_BEGIN_DECLS

typedef struct _SteppeTelling SteppeTelling;

SteppeTelling *steppe_telling_new (SteppeTopic *topic,
                                   SteppeSections sections);
void steppe_telling_free (SteppeTelling *self);

gboolean steppe_telling_step (SteppeTelling *self);
double steppe_telling_get_progress (const SteppeTelling *self);
const SteppeAccount *steppe_telling_get_account (const SteppeTelling *self);
gboolean steppe_telling_has_anchor (const SteppeTelling *self,
                                    const char *anchor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTelling, steppe_telling_free)

G_END_DECLS
