/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"
#include "model/steppe-journey.h"
#include "time/steppe-date-format.h"

G_BEGIN_DECLS

const char *steppe_item_kind_get_label (SteppeItemKind kind);
const char *steppe_item_kind_get_plural (SteppeItemKind kind);
const char *steppe_confidence_get_label (SteppeConfidence confidence);
const char *steppe_sort_get_label (const char *sort);
const char *steppe_role_get_label (const char *role);
const char *steppe_tie_get_label (const char *tie);

SteppeDate *steppe_item_get_first_date (SteppeItem *item);
char *steppe_leg_dup_when (const SteppeLeg *leg,
                           SteppeDossier *dossier,
                           SteppeDateStyle style);
char *steppe_item_dup_when (SteppeItem *item,
                            SteppeDossier *dossier,
                            SteppeDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_span_dup_words (SteppeDate *since,
                             SteppeDate *until,
                             SteppeDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_item_dup_title (SteppeItem *item,
                             SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_item_dup_facts (SteppeItem *item,
                             SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
const char *steppe_item_get_status_label (SteppeItem *item);
char *steppe_item_dup_source_count (SteppeItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_event_dup_label (SteppeEvent *event,
                              SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_event_dup_label_with (SteppeEvent *event,
                                   SteppeDossier *dossier,
                                   const char *when) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_event_dup_caption (SteppeEvent *event,
                                SteppeDossier *dossier,
                                gboolean with_places) G_GNUC_WARN_UNUSED_RESULT;
gboolean steppe_title_is_descriptive (const char *title);
const char *steppe_descriptive_title_get_explanation (void);

void steppe_words_append (GString *list,
                          const char *words);
char *steppe_words_dup_heading (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
