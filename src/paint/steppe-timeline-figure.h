/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "model/steppe-dossier.h"
#include "paint/steppe-sign.h"

G_BEGIN_DECLS

/**
 * SteppeTimelineFigureOptions:
 * @dossier: a dossier, to outlive the figure
 * @events: (nullable) (element-type SteppeEvent): what is shown; %NULL for all events of the dossier; those without a date
 *   are left out
 * @numbered: whether labels begin with the number of the event in @events, from 1
 * @subject: (nullable): the event that stands out
 * @width: the width, user units
 * @max_height: the most that it may be high, user units
 * @scheme: %STEPPE_SCHEME_PRINT or %STEPPE_SCHEME_PRINT_GRAY
 * @font: the font; its size does not count
 * @em: the size of the text that the figure belongs to, user units; its labels are smaller
 *
 * What a timeline on paper is to show.
 */
typedef struct
{
  SteppeDossier *dossier;
  GPtrArray *events;
  gboolean numbered;
  SteppeItem *subject;
  double width;
  double max_height;
  SteppeScheme scheme;
  const PangoFontDescription *font;
  double em;
} SteppeTimelineFigureOptions;

typedef struct _SteppeTimelineFigure SteppeTimelineFigure;

SteppeTimelineFigure *steppe_timeline_figure_new (const SteppeTimelineFigureOptions *options,
                                                  PangoContext *context);
void steppe_timeline_figure_free (SteppeTimelineFigure *self);

gboolean steppe_timeline_figure_is_empty (const SteppeTimelineFigure *self);
double steppe_timeline_figure_get_height (const SteppeTimelineFigure *self);
guint steppe_timeline_figure_get_n_shown (const SteppeTimelineFigure *self);
guint steppe_timeline_figure_get_n_counted (const SteppeTimelineFigure *self);
char *steppe_timeline_figure_dup_words (const SteppeTimelineFigure *self);
void steppe_timeline_figure_draw (SteppeTimelineFigure *self,
                                  cairo_t *cr,
                                  double x,
                                  double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimelineFigure, steppe_timeline_figure_free)

G_END_DECLS
