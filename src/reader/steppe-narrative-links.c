/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-narrative-links-private.h"

#include <adwaita.h>
#include <math.h>

#include "widgets/steppe-sign-paintable.h"

#define SELECTED_ALPHA 0.2
#define HOVERED_ALPHA 0.1
#define RADIUS 4
#define PADDING 3

/* How the line below a mention is broken says the kind of item, not its colour alone: lengths of
 * strokes and gaps in pixels, none for an unbroken line. */
static const struct
{
  float width;
  float dashes[2];
  GskLineCap cap;
} lines[STEPPE_N_ITEM_KINDS] = {
  [STEPPE_ITEM_EVENT] = { 2, { 0, 0 }, GSK_LINE_CAP_BUTT },
  [STEPPE_ITEM_PLACE] = { 2, { 0.1f, 4 }, GSK_LINE_CAP_ROUND },
  [STEPPE_ITEM_ACTOR] = { 2, { 9, 2 }, GSK_LINE_CAP_BUTT },
  [STEPPE_ITEM_STATEMENT] = { 2, { 4, 3 }, GSK_LINE_CAP_BUTT },
  [STEPPE_ITEM_RELATION] = { 1, { 4, 2 }, GSK_LINE_CAP_BUTT },
  [STEPPE_ITEM_JOURNEY] = { 2, { 8, 3 }, GSK_LINE_CAP_BUTT },
  [STEPPE_ITEM_SOURCE] = { 1, { 0, 0 }, GSK_LINE_CAP_BUTT },
  [STEPPE_ITEM_NARRATIVE] = { 1, { 0, 0 }, GSK_LINE_CAP_BUTT },
};

/**
 * steppe_text_link_clear:
 * @link: (type SteppeTextLink): a link
 *
 * Frees what it has.
 */
void
steppe_text_link_clear (gpointer link)
{
  SteppeTextLink *self = link;

  g_clear_object (&self->item);
  g_clear_pointer (&self->uri, g_free);
}

/**
 * steppe_text_links_find:
 * @links: (element-type SteppeTextLink): links in reading order
 * @offset: a place in the buffer, in characters
 *
 * Returns: the first link that ends after @offset, or the number of links
 */
guint
steppe_text_links_find (GArray *links,
                        guint offset)
{
  guint low = 0, high = links->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (links, SteppeTextLink, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
append_piece (GArray *pieces,
              guint position,
              const GdkRectangle *first,
              const GdkRectangle *last,
              gboolean with_last)
{
  int left = MIN (first->x, first->x + first->width);
  int right = MAX (first->x, first->x + first->width);
  SteppeLinkPiece piece = { position };

  left = MIN (left, MIN (last->x, last->x + last->width));
  right = MAX (right, with_last ? MAX (last->x, last->x + last->width) : last->x);
  graphene_rect_init (&piece.area, left, first->y, MAX (right - left, 1), first->height);
  g_array_append_val (pieces, piece);
}

/**
 * steppe_text_link_append_pieces:
 * @link: a link
 * @position: which of the links it is
 * @view: what shows it
 * @pieces: (element-type SteppeLinkPiece): where to add its pieces, one for each line that it is on
 */
void
steppe_text_link_append_pieces (const SteppeTextLink *link,
                                guint position,
                                GtkTextView *view,
                                GArray *pieces)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, link->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, link->end);
  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      GtkTextIter last = iter, next;
      GdkRectangle first_area, last_area;

      if (!gtk_text_view_forward_display_line_end (view, &last) || gtk_text_iter_compare (&last, &end) >= 0)
        {
          last = end;
          gtk_text_iter_backward_char (&last);
        }
      gtk_text_view_get_iter_location (view, &iter, &first_area);
      gtk_text_view_get_iter_location (view, &last, &last_area);
      append_piece (pieces, position, &first_area, &last_area, !g_unichar_isspace (gtk_text_iter_get_char (&last)));
      next = last;
      if (!gtk_text_iter_forward_char (&next))
        return;
      iter = next;
    }
}

/* The lower edge of the line below a link, on a whole pixel. */
static double
get_underline_y (const SteppeLinkPiece *piece,
                 const SteppeTextLink *link,
                 const SteppeLinkLook *look)
{
  double height = (look->ascent + look->descent) * link->scale;
  double baseline = piece->area.origin.y + (piece->area.size.height - height) / 2 + look->ascent * link->scale;

  return floor (baseline + look->descent * link->scale * 0.75) + 2;
}

/**
 * steppe_text_link_get_color:
 * @link: (nullable): a link; %NULL for one that leads out of the dossier
 * @alpha: from 0 to 1
 * @color: (out): its colour
 */
void
steppe_text_link_get_color (const SteppeTextLink *link,
                            double alpha,
                            GdkRGBA *color)
{
  if (link != NULL && link->item != NULL)
    {
      SteppeColor sign = steppe_sign_get_item_color (steppe_item_get_kind (link->item), steppe_scheme_get_current ());

      *color = (GdkRGBA) { sign.red, sign.green, sign.blue, alpha };
    }
  else
    {
      AdwStyleManager *manager = adw_style_manager_get_default ();
      g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);

      adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), color);
      color->alpha = alpha;
    }
}

static void
snapshot_underline (const SteppeLinkPiece *piece,
                    const SteppeTextLink *link,
                    const SteppeLinkLook *look,
                    GtkSnapshot *snapshot)
{
  SteppeItemKind kind = link->item != NULL ? steppe_item_get_kind (link->item) : STEPPE_ITEM_SOURCE;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (lines[kind].width);
  double y = get_underline_y (piece, link, look) - lines[kind].width / 2;
  GdkRGBA color;

  steppe_text_link_get_color (link, 1, &color);
  gsk_path_builder_move_to (builder, piece->area.origin.x, y);
  gsk_path_builder_line_to (builder, piece->area.origin.x + piece->area.size.width, y);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  if (lines[kind].dashes[0] > 0)
    gsk_stroke_set_dash (stroke, lines[kind].dashes, 2);
  gsk_stroke_set_line_cap (stroke, lines[kind].cap);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

static void
get_frame (const SteppeLinkPiece *piece,
           const SteppeTextLink *link,
           const SteppeLinkLook *look,
           GskRoundedRect *frame)
{
  double bottom = get_underline_y (piece, link, look);
  double height = (look->ascent + look->descent) * link->scale;
  graphene_rect_t area = piece->area;

  area.origin.y = bottom - height - PADDING;
  area.size.height = height + PADDING;
  area.origin.x -= PADDING;
  area.size.width += 2 * PADDING;
  gsk_rounded_rect_init_from_rect (frame, &area, RADIUS);
}

static void
snapshot_ground (const SteppeLinkPiece *piece,
                 const SteppeTextLink *link,
                 const SteppeLinkLook *look,
                 double alpha,
                 GtkSnapshot *snapshot)
{
  GskRoundedRect frame;
  GdkRGBA color;

  get_frame (piece, link, look, &frame);
  steppe_text_link_get_color (link, alpha, &color);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &color, &frame.bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * steppe_link_pieces_snapshot:
 * @pieces: (element-type SteppeLinkPiece): pieces of links
 * @links: (element-type SteppeTextLink): the links
 * @look: how they look
 * @snapshot: what to draw on, in pixels of the buffer
 *
 * Draws what lies below the letters of links.
 */
void
steppe_link_pieces_snapshot (GArray *pieces,
                             GArray *links,
                             const SteppeLinkLook *look,
                             GtkSnapshot *snapshot)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const SteppeLinkPiece *piece = &g_array_index (pieces, SteppeLinkPiece, i);
      const SteppeTextLink *link = &g_array_index (links, SteppeTextLink, piece->link);

      if (link->item != NULL && link->item == look->selected)
        snapshot_ground (piece, link, look, SELECTED_ALPHA, snapshot);
      else if (link->item != NULL && link->item == look->hovered)
        snapshot_ground (piece, link, look, HOVERED_ALPHA, snapshot);
      if (!link->is_note)
        snapshot_underline (piece, link, look, snapshot);
    }
}

/**
 * steppe_link_pieces_snapshot_ring:
 * @pieces: (element-type SteppeLinkPiece): pieces of links
 * @link: which link has the keyboard's attention
 * @look: how links look
 * @links: (element-type SteppeTextLink): the links
 * @snapshot: what to draw on, in pixels of the buffer
 *
 * Draws the ring around the link that has the keyboard's attention.
 */
void
steppe_link_pieces_snapshot_ring (GArray *pieces,
                                  guint link,
                                  const SteppeLinkLook *look,
                                  GArray *links,
                                  GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA color;

  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), &color);
  for (guint i = 0; i < pieces->len; i++)
    {
      const SteppeLinkPiece *piece = &g_array_index (pieces, SteppeLinkPiece, i);
      GskRoundedRect frame;

      if (piece->link != link)
        continue;
      get_frame (piece, &g_array_index (links, SteppeTextLink, link), look, &frame);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 },
                                  (GdkRGBA[4]) { color, color, color, color });
    }
}
