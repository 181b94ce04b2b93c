/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "model/steppe-narrative-text.h"
#include "model/steppe-narrative.h"
#include "reader/steppe-reading-style.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_NARRATIVE_VIEW (steppe_narrative_view_get_type ())
G_DECLARE_FINAL_TYPE (SteppeNarrativeView, steppe_narrative_view, STEPPE, NARRATIVE_VIEW, GtkTextView)

SteppeFocus *steppe_narrative_view_get_focus (SteppeNarrativeView *self);
void steppe_narrative_view_set_focus (SteppeNarrativeView *self,
                                      SteppeFocus *focus);
SteppeNarrative *steppe_narrative_view_get_narrative (SteppeNarrativeView *self);
void steppe_narrative_view_set_narrative (SteppeNarrativeView *self,
                                          SteppeNarrative *narrative);
void steppe_narrative_view_show_text (SteppeNarrativeView *self,
                                      const char *title,
                                      SteppeNarrativeText *text,
                                      const char *language);
SteppeReadingStyle *steppe_narrative_view_get_style (SteppeNarrativeView *self);
void steppe_narrative_view_set_style (SteppeNarrativeView *self,
                                      SteppeReadingStyle *style);
void steppe_narrative_view_follow (SteppeNarrativeView *self,
                                   gboolean following);
guint steppe_narrative_view_find (SteppeNarrativeView *self,
                                  const char *const *words);
guint steppe_narrative_view_show_found (SteppeNarrativeView *self,
                                        int step);
void steppe_narrative_view_show_block (SteppeNarrativeView *self,
                                       guint block);
char *steppe_narrative_view_dup_selection (SteppeNarrativeView *self) G_GNUC_WARN_UNUSED_RESULT;
double steppe_narrative_view_get_position (SteppeNarrativeView *self);
void steppe_narrative_view_set_position (SteppeNarrativeView *self,
                                         double position);
void steppe_narrative_view_show_selected (SteppeNarrativeView *self);
gboolean steppe_narrative_view_mentions (SteppeNarrativeView *self,
                                         SteppeItem *item);

G_END_DECLS
