/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-item.h"
#include "time/steppe-date.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_RELATION (steppe_relation_get_type ())
G_DECLARE_FINAL_TYPE (SteppeRelation, steppe_relation, STEPPE, RELATION, SteppeItem)

const char *steppe_relation_get_subject (SteppeRelation *self);
const char *steppe_relation_get_object (SteppeRelation *self);
SteppeDate *steppe_relation_get_since (SteppeRelation *self);
SteppeDate *steppe_relation_get_until (SteppeRelation *self);

G_END_DECLS
