/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-geodesy.h"
#include "model/steppe-dossier.h"

G_BEGIN_DECLS

/**
 * SteppeWhereabouts:
 * @spots: (element-type SteppeLonLat): single places
 * @lines: (element-type GArray): ways, each of them places in order
 *
 * Where something is.
 */
typedef struct
{
  GArray *spots;
  GPtrArray *lines;
} SteppeWhereabouts;

SteppeWhereabouts *steppe_whereabouts_new (void);
SteppeWhereabouts *steppe_whereabouts_new_for_dossier (SteppeDossier *dossier);
void steppe_whereabouts_free (SteppeWhereabouts *self);
void steppe_whereabouts_add (SteppeWhereabouts *self,
                             SteppeItem *item,
                             SteppeDossier *dossier);
gboolean steppe_whereabouts_is_empty (const SteppeWhereabouts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeWhereabouts, steppe_whereabouts_free)

G_END_DECLS
