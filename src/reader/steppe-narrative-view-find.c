/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-narrative-view-private.h"

#include "model/steppe-fold.h"

/* Finding words in the text that a narrative view shows. */

static void
apply_tag (SteppeNarrativeView *self,
           const char *tag,
           const SteppeTextRange *range)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) range->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) range->end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

static void
remove_tag (SteppeNarrativeView *self,
            const char *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, tag, &start, &end);
}

/* Makes bytes characters, from the first range to the last in one go. */
static void
count_characters (GArray *ranges,
                  const char *text)
{
  const char *p = text;
  gsize offset = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      SteppeTextRange *range = &g_array_index (ranges, SteppeTextRange, i);
      const char *start = text + range->start, *end = text + range->end;

      offset += g_utf8_strlen (p, start - p);
      range->start = offset;
      offset += g_utf8_strlen (start, end - start);
      range->end = offset;
      p = end;
    }
}

/**
 * steppe_narrative_view_find:
 * @self: a narrative view
 * @words: (array zero-terminated=1): folded words to find; none to find nothing
 *
 * Makes what is found stand out, wherever it is in the text.
 *
 * Returns: how often it is there
 */
guint
steppe_narrative_view_find (SteppeNarrativeView *self,
                            const char *const *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self) && words != NULL, 0);

  remove_tag (self, "found");
  remove_tag (self, "found-here");
  g_clear_pointer (&self->found, g_array_unref);
  self->found_here = -1;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  self->found = steppe_fold_find (text, words);
  count_characters (self->found, text);
  for (guint i = 0; i < self->found->len; i++)
    apply_tag (self, "found", &g_array_index (self->found, SteppeTextRange, i));
  return self->found->len;
}

/* The first place found that is not above what is in view. */
static int
find_first_in_view (SteppeNarrativeView *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, visible.x, visible.y);
  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, SteppeTextRange, i).start >= (gsize) gtk_text_iter_get_offset (&iter))
      return (int) i;
  return 0;
}

/**
 * steppe_narrative_view_show_found:
 * @self: a narrative view
 * @step: 1 for the next place where something was found, −1 for the one before, 0 for the first from what is in view on
 *
 * Goes to a place where [method@NarrativeView.find] has found something; after the last comes the first.
 *
 * Returns: which it is, from 1 on; 0 if nothing was found
 */
guint
steppe_narrative_view_show_found (SteppeNarrativeView *self,
                                  int step)
{
  int n_found;

  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), 0);

  n_found = self->found != NULL ? (int) self->found->len : 0;
  if (n_found == 0)
    return 0;
  if (step == 0 || self->found_here < 0)
    self->found_here = find_first_in_view (self);
  else
    self->found_here = (self->found_here + step + n_found) % n_found;
  remove_tag (self, "found-here");
  apply_tag (self, "found-here", &g_array_index (self->found, SteppeTextRange, self->found_here));
  steppe_narrative_view_scroll_to (self, (guint) g_array_index (self->found, SteppeTextRange, self->found_here).start, TRUE);
  return (guint) self->found_here + 1;
}

/**
 * steppe_narrative_view_show_block:
 * @self: a narrative view
 * @block: which block of the text
 *
 * Scrolls to where it begins.
 */
void
steppe_narrative_view_show_block (SteppeNarrativeView *self,
                                  guint block)
{
  guint n_blocks;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (self->text, &n_blocks);

  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self));

  if (block < n_blocks)
    steppe_narrative_view_scroll_to (self, self->text_offset + blocks[block].start, TRUE);
}
