/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-narrative-text.h"

G_BEGIN_DECLS

SteppeNarrativeText *steppe_source_notes_insert (const SteppeNarrativeText *text,
                                                 SteppeDossier *dossier,
                                                 GPtrArray *sources);
char *steppe_source_notes_dup_mark (guint number) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_source_dup_reference (SteppeItem *source,
                                   SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
