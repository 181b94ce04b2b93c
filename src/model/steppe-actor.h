/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-item.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_ACTOR (steppe_actor_get_type ())
G_DECLARE_FINAL_TYPE (SteppeActor, steppe_actor, STEPPE, ACTOR, SteppeItem)

const char *steppe_actor_get_kind (SteppeActor *self);
const char *steppe_actor_get_place (SteppeActor *self);

G_END_DECLS
