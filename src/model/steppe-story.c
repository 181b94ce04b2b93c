/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-story.h"

#include "model/steppe-chronology.h"
#include "model/steppe-item-words.h"
#include "model/steppe-local-date.h"
#include "model/steppe-narrative-text.h"

/* How long a step is shown when the story plays: to find one's way, and to read aloud so many characters a second. */
#define LEAST_SECONDS 5
#define MOST_SECONDS 40
#define CHARACTERS_A_SECOND 15

struct _SteppeStory
{
  GPtrArray *steps; /* of SteppeStoryStep */
};

static void
step_free (gpointer data)
{
  SteppeStoryStep *step = data;

  g_clear_object (&step->event);
  g_free (step->title);
  g_free (step->caption);
  g_free (step->text);
  g_ptr_array_unref (step->items);
  g_free (step);
}

static SteppeStoryStep *
add_step (SteppeStory *self)
{
  SteppeStoryStep *step = g_new0 (SteppeStoryStep, 1);

  step->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->steps, step);
  return step;
}

static SteppeStory *
create_story (void)
{
  SteppeStory *self = g_new (SteppeStory, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

/**
 * steppe_story_new_events:
 * @focus: what the reader looks at; it has a dossier
 *
 * Returns: (transfer full): the events that the focus includes, in the order of time
 */
SteppeStory *
steppe_story_new_events (SteppeFocus *focus)
{
  SteppeStory *self = create_story ();
  SteppeDossier *dossier = steppe_focus_get_dossier (focus);
  g_autoptr (GPtrArray) events = steppe_chronology_new (dossier);

  for (guint i = 0; i < events->len; i++)
    {
      SteppeEvent *event = g_ptr_array_index (events, i);
      SteppeItem *item = STEPPE_ITEM (event);
      SteppeSpan span = steppe_event_get_span (event, dossier);
      SteppeStoryStep *step;

      if (!steppe_focus_includes (focus, event, &span))
        continue;
      step = add_step (self);
      step->event = g_object_ref (item);
      step->title = steppe_item_dup_title (item, dossier);
      step->caption = steppe_event_dup_caption (event, dossier, TRUE);
      step->text = g_strdup (steppe_dossier_resolve (dossier, steppe_item_get_summary (item)));
      g_ptr_array_add (step->items, g_object_ref (item));
    }
  return self;
}

/* What a block mentions that is somewhere in place or time. */
static void
add_mentioned (SteppeStoryStep *step,
               const SteppeNarrativeText *text,
               const SteppeBlock *block,
               SteppeDossier *dossier)
{
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      SteppeItem *item;

      if (links[i].type != STEPPE_LINK_MENTION || links[i].start < block->start || links[i].start >= block->end)
        continue;
      item = steppe_dossier_lookup (dossier, links[i].target);
      if (item != NULL && (STEPPE_IS_EVENT (item) || steppe_item_get_kind (item) == STEPPE_ITEM_PLACE) &&
          !g_ptr_array_find (step->items, item, NULL))
        g_ptr_array_add (step->items, g_object_ref (item));
    }
}

/**
 * steppe_story_new_narrative:
 * @narrative: a narrative of @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer full): the paragraphs of the narrative, each under the last heading before it
 */
SteppeStory *
steppe_story_new_narrative (SteppeNarrative *narrative,
                            SteppeDossier *dossier)
{
  SteppeStory *self = create_story ();
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (steppe_dossier_resolve (dossier, steppe_narrative_get_text (narrative)));
  const char *plain = steppe_narrative_text_get_plain (text);
  g_autofree char *heading = g_strdup (steppe_dossier_resolve_name (dossier, STEPPE_ITEM (narrative)));
  guint n_blocks;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (text, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      SteppeStoryStep *step;

      if (blocks[i].type == STEPPE_BLOCK_HEADING)
        {
          g_free (heading);
          heading = g_utf8_substring (plain, blocks[i].text_start, blocks[i].end);
        }
      if (blocks[i].type != STEPPE_BLOCK_PARAGRAPH)
        continue;
      step = add_step (self);
      step->title = g_strdup (heading);
      step->caption = g_strdup ("");
      step->text = g_utf8_substring (plain, blocks[i].start, blocks[i].end);
      add_mentioned (step, text, &blocks[i], dossier);
    }
  return self;
}

/**
 * steppe_story_free:
 * @self: (transfer full): a story
 */
void
steppe_story_free (SteppeStory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * steppe_story_get_n_steps:
 * @self: a story
 *
 * Returns: in how many steps it is told
 */
guint
steppe_story_get_n_steps (const SteppeStory *self)
{
  return self->steps->len;
}

/**
 * steppe_story_get_step:
 * @self: a story
 * @n: which step
 *
 * Returns: (transfer none): what it tells then
 */
const SteppeStoryStep *
steppe_story_get_step (const SteppeStory *self,
                       guint n)
{
  g_return_val_if_fail (n < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, n);
}

/**
 * steppe_story_find:
 * @self: a story
 * @item: (nullable): an item
 *
 * Returns: the first step that is about it, or the first of all
 */
guint
steppe_story_find (const SteppeStory *self,
                   SteppeItem *item)
{
  for (guint i = 0; item != NULL && i < self->steps->len; i++)
    if (g_ptr_array_find (steppe_story_get_step (self, i)->items, item, NULL))
      return i;
  return 0;
}

/**
 * steppe_story_step_get_seconds:
 * @step: a step
 *
 * Returns: for how many seconds it is shown when the story plays by itself: as long as reading it takes
 */
guint
steppe_story_step_get_seconds (const SteppeStoryStep *step)
{
  glong length = g_utf8_strlen (step->title, -1) + g_utf8_strlen (step->text, -1);

  return (guint) CLAMP (LEAST_SECONDS + length / CHARACTERS_A_SECOND, LEAST_SECONDS, MOST_SECONDS);
}
