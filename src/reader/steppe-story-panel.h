/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "model/steppe-narrative.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_STORY_PANEL (steppe_story_panel_get_type ())
G_DECLARE_FINAL_TYPE (SteppeStoryPanel, steppe_story_panel, STEPPE, STORY_PANEL, GtkWidget)

void steppe_story_panel_begin (SteppeStoryPanel *self,
                               SteppeFocus *focus,
                               SteppeNarrative *narrative);
void steppe_story_panel_end (SteppeStoryPanel *self);
void steppe_story_panel_step (SteppeStoryPanel *self,
                              int step);
void steppe_story_panel_go_to_end (SteppeStoryPanel *self,
                                   gboolean last);
gboolean steppe_story_panel_get_playing (SteppeStoryPanel *self);
void steppe_story_panel_set_playing (SteppeStoryPanel *self,
                                     gboolean playing);

G_END_DECLS
