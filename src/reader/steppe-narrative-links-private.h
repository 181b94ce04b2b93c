/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-item.h"

G_BEGIN_DECLS

/**
 * SteppeTextLink:
 * @start: its first character, in characters of the buffer
 * @end: the character after its last
 * @item: (nullable): the item it mentions
 * @uri: (nullable): where it leads, if it mentions none
 * @scale: size of its letters, 1 is that of the text
 * @is_note: whether it is the mark of a source
 *
 * A link of the text that is shown and can be followed.
 */
typedef struct
{
  guint start;
  guint end;
  SteppeItem *item;
  char *uri;
  double scale;
  gboolean is_note;
} SteppeTextLink;

/**
 * SteppeLinkPiece:
 * @link: which link
 * @area: where, in pixels of the buffer
 *
 * The part of a link that is on one line.
 */
typedef struct
{
  guint link;
  graphene_rect_t area;
} SteppeLinkPiece;

/**
 * SteppeLinkLook:
 * @ascent: how far letters of the text stand up from their line, in pixels
 * @descent: how far they hang below it
 * @selected: (nullable): the selected item
 * @hovered: (nullable): the item under the pointer
 *
 * What drawing links depends on besides where they are.
 */
typedef struct
{
  double ascent;
  double descent;
  SteppeItem *selected;
  SteppeItem *hovered;
} SteppeLinkLook;

void steppe_text_link_clear (gpointer link);
void steppe_text_link_get_color (const SteppeTextLink *link,
                                 double alpha,
                                 GdkRGBA *color);
guint steppe_text_links_find (GArray *links,
                              guint offset);
void steppe_text_link_append_pieces (const SteppeTextLink *link,
                                     guint position,
                                     GtkTextView *view,
                                     GArray *pieces);
void steppe_link_pieces_snapshot (GArray *pieces,
                                  GArray *links,
                                  const SteppeLinkLook *look,
                                  GtkSnapshot *snapshot);
void steppe_link_pieces_snapshot_ring (GArray *pieces,
                                       guint link,
                                       const SteppeLinkLook *look,
                                       GArray *links,
                                       GtkSnapshot *snapshot);

G_END_DECLS
