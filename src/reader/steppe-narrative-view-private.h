/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-narrative-text.h"
#include "reader/steppe-narrative-links-private.h"
#include "reader/steppe-narrative-view.h"
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
  char *font_family;
  double text_scale;

  SteppeNarrativeText *text;
  guint text_offset; /* where it begins in the buffer */
  char *language;
  GArray *links; /* of SteppeTextLink */
  SteppeMarkList *marks; /* one for each of links */
  GArray *pieces; /* of SteppeLinkPiece, those that were drawn last */
  SteppeLinkLook look;
  double em;
  double char_width;
  GdkRGBA quiet; /* of what is not so important */

  gboolean by_keyboard; /* the focused mark was come to by keyboard */
  SteppeItem *pointed; /* what this view set as hovered */
  AdwAnimation *scrolling;
};

static inline const SteppeTextLink *
steppe_narrative_view_nth_link (SteppeNarrativeView *self,
                                guint n)
{
  return &g_array_index (self->links, SteppeTextLink, n);
}

void steppe_narrative_view_init_input (SteppeNarrativeView *self);
void steppe_narrative_view_class_init_input (GtkWidgetClass *widget_class);
gboolean steppe_narrative_view_tab (SteppeNarrativeView *self,
                                    int step);
void steppe_narrative_view_scroll_to_link (SteppeNarrativeView *self,
                                           guint link,
                                           gboolean gently);
gboolean steppe_narrative_view_is_link_visible (SteppeNarrativeView *self,
                                                guint link);
gboolean steppe_narrative_view_get_focused_link (SteppeNarrativeView *self,
                                                 guint *link);
void steppe_narrative_view_snapshot_layer (GtkTextView *view,
                                           GtkTextViewLayer layer,
                                           GtkSnapshot *snapshot);

G_END_DECLS
