/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-narrative-text.h"
#include "reader/steppe-narrative-links-private.h"
#include "reader/steppe-narrative-view.h"
#include "widgets/steppe-hover-card.h"
#include "widgets/steppe-mark-list.h"

G_BEGIN_DECLS

#define STEPPE_NARRATIVE_TOP_MARGIN 24
#define STEPPE_NARRATIVE_BOTTOM_MARGIN 48

struct _SteppeNarrativeView
{
  GtkTextView parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  GSignalGroup *dossier_signals;
  SteppeNarrative *narrative;
  SteppeReadingStyle *style;

  SteppeNarrativeText *given; /* a text that is of no dossier, and its title */
  char *given_title;
  SteppeNarrativeText *text;
  guint text_offset; /* where it begins in the buffer */
  char *language;
  GPtrArray *sources; /* that are marked in the text, in the order of their numbers */
  GArray *links; /* of SteppeTextLink */
  SteppeMarkList *marks; /* one for each of links */
  GArray *pieces; /* of SteppeLinkPiece, those that were drawn last */
  SteppeLinkLook look;
  double em;
  double char_width;
  GdkRGBA quiet; /* of what is not so important */

  gboolean by_keyboard; /* the focused mark was come to by keyboard */
  SteppeItem *pointed; /* what this view set as hovered */
  SteppeHoverCard *card; /* about what is pointed at */
  AdwAnimation *scrolling;
  gboolean going; /* somewhere at once, not by the reader's scrolling */

  GArray *found; /* of SteppeTextRange, in characters of the buffer */
  int found_here; /* which of them was gone to last, or -1 */

  gboolean following;
  GSignalGroup *adjustment_signals;
  guint follow_source;
  int read_block; /* what map and timeline were told of last, or -1 */
};

static inline const SteppeTextLink *
steppe_narrative_view_nth_link (SteppeNarrativeView *self,
                                guint n)
{
  return &g_array_index (self->links, SteppeTextLink, n);
}

SteppeDossier *steppe_narrative_view_get_dossier (SteppeNarrativeView *self);
void steppe_narrative_view_update_typography (SteppeNarrativeView *self);
void steppe_narrative_view_fill (SteppeNarrativeView *self);

void steppe_narrative_view_init_input (SteppeNarrativeView *self);
void steppe_narrative_view_class_init_input (GtkWidgetClass *widget_class);
void steppe_narrative_view_move_cursor (GtkTextView *view,
                                        GtkMovementStep step,
                                        int count,
                                        gboolean extend_selection);
gboolean steppe_narrative_view_tab (SteppeNarrativeView *self,
                                    int step);
void steppe_narrative_view_scroll_to (SteppeNarrativeView *self,
                                      guint offset,
                                      gboolean gently);
gboolean steppe_narrative_view_is_link_visible (SteppeNarrativeView *self,
                                                guint link);
gboolean steppe_narrative_view_get_focused_link (SteppeNarrativeView *self,
                                                 guint *link);
void steppe_narrative_view_init_follow (SteppeNarrativeView *self);

void steppe_narrative_view_snapshot_layer (GtkTextView *view,
                                           GtkTextViewLayer layer,
                                           GtkSnapshot *snapshot);

G_END_DECLS
