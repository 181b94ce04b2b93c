/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geo/steppe-basemap.h"
#include "model/steppe-dossier.h"
#include "paint/steppe-sign.h"

G_BEGIN_DECLS

/**
 * SteppeFigureKind:
 * @STEPPE_FIGURE_MAP: a map
 * @STEPPE_FIGURE_TIMELINE: a timeline
 *
 * What is drawn.
 */
typedef enum
{
  STEPPE_FIGURE_MAP,
  STEPPE_FIGURE_TIMELINE,
} SteppeFigureKind;

/**
 * SteppeFigure:
 *
 * What is to be drawn of a dossier, whatever its size.
 */
typedef struct _SteppeFigure SteppeFigure;

/**
 * SteppeFigureLook:
 * @basemap: (nullable): the base map, %NULL for none: maps are left out
 * @context: what texts are set with
 * @font: the font, whatever its size
 * @em: the size of the font, points
 * @width: how wide figures are, points
 * @max_height: how high they may be, points
 * @scheme: what they are drawn on
 *
 * How figures are drawn.
 */
typedef struct
{
  SteppeBasemap *basemap;
  PangoContext *context;
  const PangoFontDescription *font;
  double em;
  double width;
  double max_height;
  SteppeScheme scheme;
} SteppeFigureLook;

typedef struct _SteppeDrawing SteppeDrawing;

SteppeFigure *steppe_figure_new (SteppeFigureKind kind,
                                 SteppeDossier *dossier,
                                 GPtrArray *events,
                                 GPtrArray *items,
                                 SteppeItem *subject);
void steppe_figure_free (SteppeFigure *self);
SteppeFigureKind steppe_figure_get_kind (const SteppeFigure *self);

SteppeDrawing *steppe_drawing_new (const SteppeFigure *figure,
                                   const SteppeFigureLook *look);
void steppe_drawing_free (SteppeDrawing *self);
double steppe_drawing_get_height (const SteppeDrawing *self);
const char *steppe_drawing_get_words (const SteppeDrawing *self);
GPtrArray *steppe_drawing_get_captions (const SteppeDrawing *self);
void steppe_drawing_draw (SteppeDrawing *self,
                          cairo_t *cr,
                          double x,
                          double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeFigure, steppe_figure_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeDrawing, steppe_drawing_free)

G_END_DECLS
