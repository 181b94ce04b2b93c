/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"
#include "model/steppe-filter.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_FOCUS (steppe_focus_get_type ())
G_DECLARE_FINAL_TYPE (SteppeFocus, steppe_focus, STEPPE, FOCUS, GObject)

SteppeFocus *steppe_focus_new (void);

SteppeDossier *steppe_focus_get_dossier (SteppeFocus *self);
void steppe_focus_set_dossier (SteppeFocus *self,
                               SteppeDossier *dossier);
SteppeItem *steppe_focus_get_selected (SteppeFocus *self);
void steppe_focus_set_selected (SteppeFocus *self,
                                SteppeItem *item);
SteppeItem *steppe_focus_get_hovered (SteppeFocus *self);
void steppe_focus_set_hovered (SteppeFocus *self,
                               SteppeItem *item);
gboolean steppe_focus_get_span (SteppeFocus *self,
                                gint64 *earliest,
                                gint64 *latest);
void steppe_focus_set_span (SteppeFocus *self,
                            gint64 earliest,
                            gint64 latest);
void steppe_focus_clear_span (SteppeFocus *self);
void steppe_focus_show_span (SteppeFocus *self,
                             gint64 earliest,
                             gint64 latest);
GPtrArray *steppe_focus_get_passage (SteppeFocus *self);
void steppe_focus_set_passage (SteppeFocus *self,
                               GPtrArray *items);
SteppeFilter *steppe_focus_get_filter (SteppeFocus *self);
void steppe_focus_include_all (SteppeFocus *self);
gboolean steppe_focus_includes (SteppeFocus *self,
                                SteppeEvent *event,
                                const SteppeSpan *span);

G_END_DECLS
