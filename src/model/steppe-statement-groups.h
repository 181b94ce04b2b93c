/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

/**
 * SteppeStatementGroups:
 * @said: (element-type SteppeStatement): what is said without taking up what another said
 * @supports: (element-type SteppeStatement): what supports another statement
 * @disputes: (element-type SteppeStatement): what disputes another statement
 *
 * The statements about an item, each in one group, in the order of the file. What both supports
 * and disputes is among those that dispute.
 */
typedef struct
{
  GPtrArray *said;
  GPtrArray *supports;
  GPtrArray *disputes;
} SteppeStatementGroups;

SteppeStatementGroups *steppe_statement_groups_new (SteppeDossier *dossier,
                                                    SteppeItem *item);
void steppe_statement_groups_free (SteppeStatementGroups *self);
GPtrArray *steppe_item_find_said (SteppeItem *item,
                                  SteppeDossier *dossier);
char *steppe_statements_dup_speakers (GPtrArray *statements,
                                      SteppeDossier *dossier,
                                      guint max_speakers) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeStatementGroups, steppe_statement_groups_free)

G_END_DECLS
