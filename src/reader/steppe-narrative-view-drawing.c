/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-narrative-view-private.h"

#include "reader/steppe-narrative-buffer.h"

#define QUOTE_RULE_WIDTH 3

static void
find_visible (SteppeNarrativeView *self,
              guint *start,
              guint *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (view, &iter, visible.y + visible.height, NULL);
  gtk_text_iter_forward_to_line_end (&iter);
  *end = gtk_text_iter_get_offset (&iter);
}

static void
update_bounds (SteppeNarrativeView *self,
               guint first_piece)
{
  const SteppeLinkPiece *piece = &g_array_index (self->pieces, SteppeLinkPiece, first_piece);
  graphene_rect_t bounds = piece->area;
  int x, y;

  for (guint i = first_piece + 1; i < self->pieces->len; i++)
    graphene_rect_union (&bounds, &g_array_index (self->pieces, SteppeLinkPiece, i).area, &bounds);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         bounds.origin.x, bounds.origin.y, &x, &y);
  bounds.origin = GRAPHENE_POINT_INIT (x, y);
  steppe_mark_set_bounds (steppe_mark_list_get_nth (self->marks, piece->link), &bounds);
}

static void
collect_pieces (SteppeNarrativeView *self)
{
  guint start, end;

  g_array_set_size (self->pieces, 0);
  find_visible (self, &start, &end);
  for (guint i = steppe_text_links_find (self->links, start); i < self->links->len && steppe_narrative_view_nth_link (self, i)->start < end; i++)
    {
      guint first_piece = self->pieces->len;

      steppe_text_link_append_pieces (steppe_narrative_view_nth_link (self, i), i, GTK_TEXT_VIEW (self), self->pieces);
      if (self->pieces->len > first_piece)
        update_bounds (self, first_piece);
    }
}

static void
snapshot_block (SteppeNarrativeView *self,
                const SteppeBlock *block,
                const GdkRGBA *color,
                GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkTextIter start, end;
  GdkRectangle first, last;
  double left = gtk_text_view_get_left_margin (view);
  double right = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_right_margin (view);
  double indent = steppe_narrative_get_indent () * self->em;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, self->text_offset + block->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, self->text_offset + block->end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  for (guint depth = 0; depth < block->quote_depth; depth++)
    {
      double x = rtl ? right - depth * indent - QUOTE_RULE_WIDTH : left + depth * indent;

      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (x, first.y, QUOTE_RULE_WIDTH, last.y + last.height - first.y));
    }
  if (block->type == STEPPE_BLOCK_CODE)
    {
      double inset = (block->quote_depth + block->list_depth) * indent;
      GskRoundedRect frame;

      gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (left + (rtl ? 0 : inset) - 8, first.y - 4, right - left - inset + 16, last.y + last.height - first.y + 8), 6);
      gtk_snapshot_push_rounded_clip (snapshot, &frame);
      gtk_snapshot_append_color (snapshot, color, &frame.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
snapshot_blocks (SteppeNarrativeView *self,
                 GtkSnapshot *snapshot)
{
  guint n_blocks, start, end;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (self->text, &n_blocks);
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= 0.12f;
  find_visible (self, &start, &end);
  for (guint i = 0; i < n_blocks; i++)
    if (self->text_offset + blocks[i].end >= start && self->text_offset + blocks[i].start <= end)
      snapshot_block (self, &blocks[i], &color, snapshot);
}

static gboolean
shows_focus (SteppeNarrativeView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_widget_has_focus (GTK_WIDGET (self)) && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

/**
 * steppe_narrative_view_snapshot_layer:
 * @view: a narrative view
 * @layer: below or above the letters
 * @snapshot: what to draw on, in pixels of the buffer
 *
 * Draws what is not letters. GtkTextView lays out lines only when it draws them, so this is also
 * when the places of mentions are known.
 */
void
steppe_narrative_view_snapshot_layer (GtkTextView *view,
                                      GtkTextViewLayer layer,
                                      GtkSnapshot *snapshot)
{
  SteppeNarrativeView *self = STEPPE_NARRATIVE_VIEW (view);
  guint link;

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      collect_pieces (self);
      snapshot_blocks (self, snapshot);
      steppe_link_pieces_snapshot (self->pieces, self->links, &self->look, snapshot);
    }
  else if (shows_focus (self) && steppe_narrative_view_get_focused_link (self, &link))
    {
      steppe_link_pieces_snapshot_ring (self->pieces, link, &self->look, self->links, snapshot);
    }
}
