/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-map-figure.h"
#include "paint/steppe-map-labels.h"
#include "paint/steppe-map-painter.h"
#include "paint/steppe-map-pins.h"
#include "paint/steppe-map-relations.h"

G_BEGIN_DECLS

struct _SteppeMapFigure
{
  SteppeBasemap *basemap;
  SteppeFocus *focus;
  SteppeMapScene *scene;
  gboolean owns_scene;
  SteppeMapStyle *style;
  SteppeMapLook look;
  PangoFontDescription *font;
  PangoContext *context;
  SteppeCamera camera; /* in pixels: a figure is laid out as the screen is, and scaled */
  double unit; /* user units to a pixel */
  SteppeMapEmphasis emphasis;
  SteppeItem *subject;
  gboolean framed;

  SteppeMapHistory *history;
  SteppeMapRelations *relations;
  SteppeMapMarkers *markers;
  SteppeMapPins *pins; /* NULL where signs are drawn */
  SteppeMapLabels *labels;
  GArray *dots; /* SteppeMapAnchor: places that are drawn without a mark of their own */
  guint n_outside; /* events of the scene that are not in the figure */
  GArray *legend; /* SteppeMapLegendEntry */
  cairo_rectangle_t legend_area; /* pixels; not wide where there is none */
  cairo_rectangle_t scale_area; /* pixels; where the scale is */
};

/* steppe-map-figure-dots.c */
void _steppe_map_figure_find_dots (SteppeMapFigure *self,
                                   GPtrArray *items);
void _steppe_map_figure_project_dots (SteppeMapFigure *self);
void _steppe_map_figure_draw_dots (SteppeMapFigure *self,
                                   cairo_t *cr);

G_END_DECLS
