/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-map-figure.h"
#include "sheets/steppe-figure.h"

G_BEGIN_DECLS

typedef struct _SteppeLegend SteppeLegend;

SteppeLegend *_steppe_legend_new (SteppeMapFigure *map,
                                  SteppeDossier *dossier,
                                  const SteppeFigureLook *look);
void _steppe_legend_free (SteppeLegend *self);
double _steppe_legend_get_height (const SteppeLegend *self);
void _steppe_legend_draw (const SteppeLegend *self,
                          cairo_t *cr,
                          double x,
                          double y);

G_END_DECLS
