/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-narrative-view-private.h"

#include <math.h>

#include "reader/steppe-narrative-buffer.h"

#define RULE_WIDTH 3
#define RULE_ALPHA 0.12f
#define CODE_PADDING 8
#define KEY_RADIUS 4
/* How high a key is, by what the letters of the text around it are. */
#define KEY_HEIGHT 0.92
#define KEY_EDGE_ALPHA 0.35f
#define KEY_ALPHA 0.06f

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
get_line_area (SteppeNarrativeView *self,
               guint offset,
               GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, self->text_offset + offset);
  gtk_text_view_get_iter_location (view, &iter, area);
}

/* The column of the text, from the first line of @block to its last. */
static void
get_block_area (SteppeNarrativeView *self,
                const SteppeBlock *block,
                graphene_rect_t *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int left = gtk_text_view_get_left_margin (view);
  int right = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_right_margin (view);
  GdkRectangle first, last;

  get_line_area (self, block->start, &first);
  get_line_area (self, block->end, &last);
  graphene_rect_init (area, left, first.y, right - left, last.y + last.height - first.y);
}

/* A rule for each quote that a block stands in, without a gap where the block before stands in it
 * too. */
static void
snapshot_rules (SteppeNarrativeView *self,
                const SteppeBlock *block,
                const SteppeBlock *before,
                const GdkRGBA *color,
                GtkSnapshot *snapshot)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gboolean rtl = steppe_narrative_buffer_is_rtl (buffer, self->text_offset + block->start, self->text_offset + block->end);
  double indent = steppe_narrative_get_indent () * self->em;
  graphene_rect_t area;
  GdkRectangle above;

  get_block_area (self, block, &area);
  if (before != NULL)
    get_line_area (self, before->end, &above);
  for (guint depth = 0; depth < block->quote_depth; depth++)
    {
      double left = rtl ? area.origin.x + area.size.width - depth * indent - RULE_WIDTH : area.origin.x + depth * indent;
      double top = before != NULL && before->quote_depth > depth ? above.y + above.height : area.origin.y;
      double bottom = area.origin.y + area.size.height;

      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (left, top, RULE_WIDTH, bottom - top));
    }
}

static void
snapshot_code (SteppeNarrativeView *self,
               const SteppeBlock *block,
               const GdkRGBA *color,
               GtkSnapshot *snapshot)
{
  double inset = (block->quote_depth + block->list_depth) * steppe_narrative_get_indent () * self->em;
  graphene_rect_t area;
  GskRoundedRect frame;

  get_block_area (self, block, &area);
  area.origin.x += inset;
  area.size.width -= inset;
  graphene_rect_inset (&area, -CODE_PADDING, -CODE_PADDING / 2);
  gsk_rounded_rect_init_from_rect (&frame, &area, CODE_PADDING);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, color, &frame.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_blocks (SteppeNarrativeView *self,
                 GtkSnapshot *snapshot)
{
  guint n_blocks, start, end;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (self->text, &n_blocks);
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= RULE_ALPHA;
  find_visible (self, &start, &end);
  for (guint i = 0; i < n_blocks; i++)
    {
      if (self->text_offset + blocks[i].end < start || self->text_offset + blocks[i].start > end)
        continue;
      if (blocks[i].quote_depth > 0)
        snapshot_rules (self, &blocks[i], i > 0 ? &blocks[i - 1] : NULL, &color, snapshot);
      if (blocks[i].type == STEPPE_BLOCK_CODE)
        snapshot_code (self, &blocks[i], &color, snapshot);
    }
}

/* A cap about what is written on a key, on each line that it is on. */
static void
snapshot_key (SteppeNarrativeView *self,
              const SteppeRun *run,
              GtkSnapshot *snapshot)
{
  const SteppeTextLink written = { .start = self->text_offset + run->start, .end = self->text_offset + run->end };
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (SteppeLinkPiece));
  double above = self->look.ascent * KEY_HEIGHT, below = self->look.descent * KEY_HEIGHT;
  GdkRectangle margin;
  GdkRGBA color, ground;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  ground = color;
  color.alpha *= KEY_EDGE_ALPHA;
  ground.alpha *= KEY_ALPHA;
  steppe_text_link_append_pieces (&written, 0, GTK_TEXT_VIEW (self), pieces);
  get_line_area (self, run->start, &margin);
  for (guint i = 0; i < pieces->len; i++)
    {
      graphene_rect_t area = g_array_index (pieces, SteppeLinkPiece, i).area;
      double baseline = area.origin.y + (area.size.height - self->look.ascent - self->look.descent) / 2 + self->look.ascent;
      GskRoundedRect frame;

      area.origin.y = (float) floor (baseline - above);
      area.size.height = (float) ceil (above + below);
      /* A piece ends before the space at its end, which is the margin of the key. */
      area.size.width += margin.width;
      gsk_rounded_rect_init_from_rect (&frame, &area, KEY_RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &frame);
      gtk_snapshot_append_color (snapshot, &ground, &area);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &frame, (const float[]) { 1, 1, 2, 1 }, (const GdkRGBA[]) { color, color, color, color });
    }
}

static void
snapshot_keys (SteppeNarrativeView *self,
               GtkSnapshot *snapshot)
{
  guint n_runs, start, end;
  const SteppeRun *runs = steppe_narrative_text_get_runs (self->text, &n_runs);

  find_visible (self, &start, &end);
  for (guint i = 0; i < n_runs; i++)
    if ((runs[i].style & STEPPE_RUN_KEY) != 0 && self->text_offset + runs[i].end > start && self->text_offset + runs[i].start < end)
      snapshot_key (self, &runs[i], snapshot);
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
      snapshot_keys (self, snapshot);
      steppe_link_pieces_snapshot (self->pieces, self->links, &self->look, snapshot);
    }
  else if (self->by_keyboard && gtk_widget_has_focus (GTK_WIDGET (self)) && steppe_narrative_view_get_focused_link (self, &link))
    {
      steppe_link_pieces_snapshot_ring (self->pieces, link, &self->look, self->links, snapshot);
    }
}
