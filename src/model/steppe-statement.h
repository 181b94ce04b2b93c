/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-item.h"
#include "time/steppe-date.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_STATEMENT (steppe_statement_get_type ())
G_DECLARE_FINAL_TYPE (SteppeStatement, steppe_statement, STEPPE, STATEMENT, SteppeItem)

const char *steppe_statement_get_speaker (SteppeStatement *self);
SteppeDate *steppe_statement_get_date (SteppeStatement *self);
const char *const *steppe_statement_get_about (SteppeStatement *self);
const char *const *steppe_statement_get_supports (SteppeStatement *self);
const char *const *steppe_statement_get_disputes (SteppeStatement *self);

G_END_DECLS
