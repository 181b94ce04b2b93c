/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-basemap.h"
#include "map/steppe-map-scene.h"
#include "paint/steppe-sign.h"

G_BEGIN_DECLS

/**
 * SteppeMapFigure:
 * @basemap: the base map
 * @focus: what the reader looks at; it has a dossier
 * @scene: what there is to show of the dossier
 * @camera: what to show of the map
 * @scheme: what the figure is drawn on
 * @font: the font, whatever its size
 * @em: the size of the font, in pixels
 *
 * A map with all that is on it, to be drawn once: on paper, or into a file. It belongs to whoever made it.
 */
typedef struct
{
  SteppeBasemap *basemap;
  SteppeFocus *focus;
  const SteppeMapScene *scene;
  SteppeCamera camera;
  SteppeScheme scheme;
  const PangoFontDescription *font;
  double em;
} SteppeMapFigure;

double steppe_map_figure_get_height (const SteppeMapFigure *self);
gboolean steppe_map_figure_draw (const SteppeMapFigure *self,
                                 cairo_t *cr,
                                 GError **error);

G_END_DECLS
