/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "model/steppe-narrative.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_NARRATIVE_VIEW (steppe_narrative_view_get_type ())
G_DECLARE_FINAL_TYPE (SteppeNarrativeView, steppe_narrative_view, STEPPE, NARRATIVE_VIEW, GtkTextView)

SteppeFocus *steppe_narrative_view_get_focus (SteppeNarrativeView *self);
void steppe_narrative_view_set_focus (SteppeNarrativeView *self,
                                      SteppeFocus *focus);
SteppeNarrative *steppe_narrative_view_get_narrative (SteppeNarrativeView *self);
void steppe_narrative_view_set_narrative (SteppeNarrativeView *self,
                                          SteppeNarrative *narrative);
const char *steppe_narrative_view_get_font_family (SteppeNarrativeView *self);
void steppe_narrative_view_set_font_family (SteppeNarrativeView *self,
                                            const char *font_family);
double steppe_narrative_view_get_text_scale (SteppeNarrativeView *self);
void steppe_narrative_view_set_text_scale (SteppeNarrativeView *self,
                                           double text_scale);
void steppe_narrative_view_show_selected (SteppeNarrativeView *self);
gboolean steppe_narrative_view_mentions (SteppeNarrativeView *self,
                                         SteppeItem *item);

G_END_DECLS
