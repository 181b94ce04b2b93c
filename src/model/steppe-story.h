/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-focus.h"
#include "model/steppe-narrative.h"

G_BEGIN_DECLS

/**
 * SteppeStoryStep:
 * @event: (nullable): the event that is told
 * @title: its title, or the heading that a paragraph stands under
 * @caption: when and where it was; empty for a paragraph
 * @text: what is told of it
 * @items: (element-type SteppeItem): the places and events that it is about
 *
 * What a story tells at a time.
 */
typedef struct
{
  SteppeItem *event;
  char *title;
  char *caption;
  char *text;
  GPtrArray *items;
} SteppeStoryStep;

/**
 * SteppeStory:
 *
 * A dossier told step by step.
 */
typedef struct _SteppeStory SteppeStory;

SteppeStory *steppe_story_new_events (SteppeFocus *focus);
SteppeStory *steppe_story_new_narrative (SteppeNarrative *narrative,
                                         SteppeDossier *dossier);
void steppe_story_free (SteppeStory *self);
guint steppe_story_get_n_steps (const SteppeStory *self);
const SteppeStoryStep *steppe_story_get_step (const SteppeStory *self,
                                              guint n);
guint steppe_story_find (const SteppeStory *self,
                         SteppeItem *item);
guint steppe_story_step_get_seconds (const SteppeStoryStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeStory, steppe_story_free)

G_END_DECLS
