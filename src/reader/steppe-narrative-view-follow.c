/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-narrative-view-private.h"

#include "model/steppe-event.h"
#include "model/steppe-place.h"

/* Following the reader: once the text has come to rest, map and timeline are told what the paragraph in view is about. */

/* Milliseconds without scrolling after which the text is at rest. */
#define REST 350
/* The paragraph that is read is taken to be that at this part of the height of the view. */
#define READING_HEIGHT 0.3

/* The block that is read. */
static gboolean
find_read_block (SteppeNarrativeView *self,
                 guint *read)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  guint n_blocks, offset;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (self->text, &n_blocks);
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  if (n_blocks == 0 || visible.height <= 0)
    return FALSE;
  gtk_text_view_get_line_at_y (view, &iter, visible.y + (int) (visible.height * READING_HEIGHT), NULL);
  offset = (guint) gtk_text_iter_get_offset (&iter);
  *read = 0;
  while (*read + 1 < n_blocks && self->text_offset + blocks[*read + 1].start <= offset)
    (*read)++;
  return TRUE;
}

/* What a block mentions that is somewhere in place or time. */
static GPtrArray *
list_mentioned (SteppeNarrativeView *self,
                const SteppeBlock *block)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = steppe_text_links_find (self->links, self->text_offset + block->start); i < self->links->len; i++)
    {
      const SteppeTextLink *link = steppe_narrative_view_nth_link (self, i);

      if (link->start >= self->text_offset + block->end)
        break;
      if (!link->is_note && (STEPPE_IS_EVENT (link->item) || STEPPE_IS_PLACE (link->item)) && !g_ptr_array_find (items, link->item, NULL))
        g_ptr_array_add (items, g_object_ref (link->item));
    }
  return items;
}

static void
follow_cb (gpointer user_data)
{
  SteppeNarrativeView *self = user_data;
  guint n_blocks, read;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (self->text, &n_blocks);
  g_autoptr (GPtrArray) items = NULL;

  self->follow_source = 0;
  if (self->focus == NULL || !self->following || !find_read_block (self, &read) || (int) read == self->read_block)
    return;
  items = list_mentioned (self, &blocks[read]);
  /* A heading or a paragraph without places and times leaves map and timeline as they are. */
  if (items->len == 0)
    return;
  self->read_block = (int) read;
  steppe_focus_set_passage (self->focus, items);
}

/* Scrolling that was not the reader's goes to what is selected, which map and timeline show already. */
static void
scrolled_cb (SteppeNarrativeView *self)
{
  if (!self->following || adw_animation_get_state (self->scrolling) == ADW_ANIMATION_PLAYING || self->going)
    return;
  g_clear_handle_id (&self->follow_source, g_source_remove);
  self->follow_source = g_timeout_add_once (REST, follow_cb, self);
}

static void
vadjustment_changed_cb (SteppeNarrativeView *self)
{
  g_signal_group_set_target (self->adjustment_signals, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)));
}

/**
 * steppe_narrative_view_init_follow:
 * @self: a view that is being made
 *
 * Makes it hear of scrolling.
 */
void
steppe_narrative_view_init_follow (SteppeNarrativeView *self)
{
  self->read_block = -1;
  self->adjustment_signals = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->adjustment_signals, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (vadjustment_changed_cb), NULL);
}

/**
 * steppe_narrative_view_follow:
 * @self: a narrative view
 * @following: whether map and timeline are to follow what is read, beginning with what is in view
 */
void
steppe_narrative_view_follow (SteppeNarrativeView *self,
                              gboolean following)
{
  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self));

  self->following = !!following;
  self->read_block = -1;
  g_clear_handle_id (&self->follow_source, g_source_remove);
  if (self->following)
    scrolled_cb (self);
  else if (self->focus != NULL)
    steppe_focus_set_passage (self->focus, NULL);
}
