/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

void steppe_chronology_sort (GPtrArray *events);
GPtrArray *steppe_chronology_new (SteppeDossier *dossier);
char *steppe_chronology_describe (GPtrArray *chronology,
                                  SteppeDossier *dossier);
char *steppe_chronology_describe_hidden (guint n_events,
                                         guint n_undated) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
