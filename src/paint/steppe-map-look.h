/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "paint/steppe-map-palette.h"

G_BEGIN_DECLS

/**
 * SteppeMapLook:
 * @scheme: what signs are painted on
 * @palette: the colours of the base map; kept by whoever draws the map
 * @accent: the colour of what is selected
 * @ground: what stands out least from the map: the edges of markers and names
 * @ink: what stands out most
 * @font: the font, whatever its size; kept by whoever draws the map
 * @em: the size of that font, in logical pixels; all signs grow with it
 * @device_scale: device pixels a logical pixel
 * @serial: another number for another look, so that what was drawn for one can be dropped
 *
 * How the map is drawn now.
 */
typedef struct
{
  SteppeScheme scheme;
  const SteppeMapPalette *palette;
  SteppeColor accent;
  SteppeColor ground;
  SteppeColor ink;
  const PangoFontDescription *font;
  double em;
  double device_scale;
  guint serial;
} SteppeMapLook;

G_END_DECLS
