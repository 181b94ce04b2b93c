/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-item.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_NARRATIVE (steppe_narrative_get_type ())
G_DECLARE_FINAL_TYPE (SteppeNarrative, steppe_narrative, STEPPE, NARRATIVE, SteppeItem)

SteppeText *steppe_narrative_get_byline (SteppeNarrative *self);
SteppeText *steppe_narrative_get_text (SteppeNarrative *self);

G_END_DECLS
