/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-telling-private.h"

#include <string.h>

#include "model/steppe-chronology.h"
#include "model/steppe-narrative.h"
#include "model/steppe-source-notes.h"

/* A narrative: its text, with the numbers of sources where the reader has them too. */

/**
 * _steppe_telling_begin_narrative:
 * @self: a telling of a narrative
 *
 * Reads its text, and numbers the sources that it rests on.
 */
void
_steppe_telling_begin_narrative (SteppeTelling *self)
{
  SteppeText *written = steppe_narrative_get_text (STEPPE_NARRATIVE (self->item));
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (steppe_dossier_resolve (self->dossier, written));
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);

  self->text = steppe_source_notes_insert (text, self->dossier, sources);
  for (guint i = 0; i < sources->len; i++)
    _steppe_telling_number_source (self, g_ptr_array_index (sources, i));
}

/**
 * _steppe_telling_find_mentioned:
 * @self: a telling of a narrative
 *
 * Returns: (transfer full) (element-type SteppeEvent): the events that its text mentions, in the order of time
 */
GPtrArray *
_steppe_telling_find_mentioned (SteppeTelling *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (self->text, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      SteppeItem *item = links[i].type == STEPPE_LINK_MENTION ? steppe_dossier_lookup (self->dossier, links[i].target) : NULL;

      if (STEPPE_IS_EVENT (item) && g_hash_table_add (seen, item))
        g_ptr_array_add (events, g_object_ref (item));
    }
  steppe_chronology_sort (events);
  return events;
}

GPtrArray *
_steppe_telling_list_blocks (SteppeTelling *self)
{
  GPtrArray *things = g_ptr_array_new ();
  guint n_blocks;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (self->text, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (things, (gpointer) &blocks[i]);
  return things;
}

static char *
dup_target (SteppeTelling *self,
            const SteppeLink *link)
{
  SteppeItem *item = link->type != STEPPE_LINK_EXTERNAL ? steppe_dossier_lookup (self->dossier, link->target) : NULL;

  if (link->type == STEPPE_LINK_EXTERNAL)
    return g_strdup (link->target);
  if (link->type == STEPPE_LINK_NOTE && item != NULL)
    return g_strdup_printf ("source-%u", _steppe_telling_number_source (self, item));
  return item != NULL ? _steppe_telling_dup_anchor (item) : NULL;
}

/* Links of a block, which are in order. */
static void
link_words (SteppeTelling *self,
            SteppePhrase *phrase,
            const SteppeBlock *block,
            guint start)
{
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (self->text, &n_links);

  while (self->link < n_links && links[self->link].start < start)
    self->link++;
  for (; self->link < n_links && links[self->link].end <= block->end; self->link++)
    {
      const SteppeLink *link = &links[self->link];
      g_autofree char *target = dup_target (self, link);
      const char *first = g_utf8_offset_to_pointer (phrase->text, link->start - start);
      const char *end = g_utf8_offset_to_pointer (first, link->end - link->start);

      if (target != NULL && end > first)
        steppe_phrase_add_span (phrase, (guint) (first - phrase->text), (guint) (end - phrase->text), FALSE, target);
    }
}

/* The text of a block. Blocks are told in order, so that none is looked for from the start. */
static char *
dup_words (SteppeTelling *self,
           const SteppeBlock *block)
{
  const char *start = self->place != NULL ? self->place : steppe_narrative_text_get_plain (self->text);
  const char *end;
  char *words;

  start = g_utf8_offset_to_pointer (start, (glong) block->start - self->place_offset);
  end = g_utf8_offset_to_pointer (start, block->end - block->start);
  self->place = end;
  self->place_offset = block->end;
  words = g_strndup (start, (gsize) (end - start));
  return g_strdelimit (words, "\t\n", ' ');
}

void
_steppe_telling_block (SteppeTelling *self,
                       gpointer thing)
{
  const SteppeBlock *block = thing;
  gboolean heads = block->type == STEPPE_BLOCK_HEADING;
  SteppePhrase *phrase;

  if (block->type == STEPPE_BLOCK_BREAK || block->end <= block->start)
    return;
  phrase = steppe_account_block_add (steppe_account_add (self->account, heads ? STEPPE_ACCOUNT_HEADING : STEPPE_ACCOUNT_PARAGRAPH, NULL),
                                     dup_words (self, block));
  link_words (self, phrase, block, block->start);
}
