/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geo/steppe-basemap.h"
#include "paint/steppe-map-scene.h"
#include "paint/steppe-sign.h"

G_BEGIN_DECLS

/**
 * SteppeMapFigureOptions:
 * @basemap: the base map
 * @dossier: the dossier that it is a map of
 * @events: (element-type SteppeEvent) (nullable): what is marked; %NULL for all of the dossier, first to last in time
 * @numbered: whether marks are pins that carry the numbers of their events in @events, from 1; otherwise they are signs of
 *   the kinds of events
 * @items: (element-type SteppeItem) (nullable): the journeys, relations and places that are drawn besides; %NULL for all
 *   journeys and places with a line or an area, and no relations
 * @subject: (nullable): the item that stands out
 * @width: how wide it is, in user units
 * @height: how high it is, in user units
 * @scheme: what it is drawn on
 * @font: the font, whatever its size
 * @em: the size of the font, in user units; all signs and lines grow with it
 *
 * What a map on paper is to show.
 */
typedef struct
{
  SteppeBasemap *basemap;
  SteppeDossier *dossier;
  GPtrArray *events;
  gboolean numbered;
  GPtrArray *items;
  SteppeItem *subject;
  double width;
  double height;
  SteppeScheme scheme;
  const PangoFontDescription *font;
  double em;
} SteppeMapFigureOptions;

/**
 * SteppeMapFigureView:
 * @basemap: the base map
 * @focus: what the reader looks at; it has a dossier
 * @scene: what there is to show of the dossier; kept by the caller as long as the figure
 * @camera: what of the map is shown, in user units
 * @scheme: what it is drawn on
 * @font: the font, whatever its size
 * @em: the size of the font, in user units
 *
 * What the map on the screen shows.
 */
typedef struct
{
  SteppeBasemap *basemap;
  SteppeFocus *focus;
  SteppeMapScene *scene;
  SteppeCamera camera;
  SteppeScheme scheme;
  const PangoFontDescription *font;
  double em;
} SteppeMapFigureView;

/**
 * SteppeMapLegendEntry:
 * @relation: a relation that is drawn; kept by the dossier
 * @color: the colour of its arc, the same for all relations of a predicate
 * @sure: whether it lasts; without colour, what has ended is drawn thinner, otherwise dashed
 *
 * What a line of the figure is.
 */
typedef struct
{
  SteppeItem *relation;
  SteppeColor color;
  gboolean sure;
} SteppeMapLegendEntry;

/**
 * SteppeMapFigure:
 *
 * A map with all that is on it, laid out to be drawn on paper or into a file.
 */
typedef struct _SteppeMapFigure SteppeMapFigure;

SteppeMapFigure *steppe_map_figure_new (const SteppeMapFigureOptions *options,
                                        PangoContext *context,
                                        GError **error);
SteppeMapFigure *steppe_map_figure_new_for_view (const SteppeMapFigureView *view,
                                                 PangoContext *context,
                                                 GError **error);
void steppe_map_figure_free (SteppeMapFigure *self);

gboolean steppe_map_figure_is_empty (const SteppeMapFigure *self);
guint steppe_map_figure_get_elsewhere (const SteppeMapFigure *self);
GArray *steppe_map_figure_get_legend (const SteppeMapFigure *self);
gboolean steppe_map_figure_get_legend_area (const SteppeMapFigure *self,
                                            cairo_rectangle_t *area);
char *steppe_map_figure_dup_words (const SteppeMapFigure *self);
char *steppe_map_figure_dup_caption (const SteppeMapFigure *self);

void steppe_map_figure_draw (SteppeMapFigure *self,
                             cairo_t *cr,
                             double x,
                             double y);
void steppe_map_figure_draw_sample (SteppeMapFigure *self,
                                    guint index,
                                    cairo_t *cr,
                                    double x,
                                    double y,
                                    double length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapFigure, steppe_map_figure_free)

G_END_DECLS
